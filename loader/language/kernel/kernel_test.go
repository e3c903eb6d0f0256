package kernel

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"
)

func random(n int) []float32 {
	r := rand.New(rand.NewPCG(1, uint64(n)))
	x := make([]float32, n)
	for i := range x {
		x[i] = r.Float32()*2 - 1
	}
	return x
}

// sums are the products of a row in float64, with the bias.
func sums(weights, bias, row []float32) []float64 {
	out := make([]float64, len(bias))
	for o := range out {
		for k, x := range row {
			out[o] += float64(x) * float64(weights[o*len(row)+k])
		}
		out[o] += float64(bias[o])
	}
	return out
}

func near(got float32, want float64) bool { return math.Abs(float64(got)-want) < 1e-3 }

// kernels are those of this machine and those in Go.
var kernels = map[string]bool{"machine": fast, "plain": false}

func TestProduct(t *testing.T) {
	for name, fast := range kernels {
		for _, size := range []struct{ out, in, rows, stride int }{{50, 96, 7, 96}, {64, 96, 1, 100}, {24, 1, 4, 1}, {106, 64, 3, 64}, {1024, 64, 9, 72}} {
			t.Run(fmt.Sprint(name, size), func(t *testing.T) {
				weights, bias := random(size.out*size.in), random(size.out)
				m, src := New(weights, bias, size.out, size.in), random((size.rows-1)*size.stride+size.in)
				dst := make([]float32, size.rows*m.Width())
				m.run(dst, src, size.rows, size.stride, product, fast)
				for r := range size.rows {
					for o, want := range sums(weights, bias, src[r*size.stride:][:size.in]) {
						if got := dst[r*m.Width()+o]; !near(got, want) {
							t.Fatalf("row %d, output %d: %g, want %g", r, o, got, want)
						}
					}
				}
			})
		}
	}
}

func TestMaxout(t *testing.T) {
	const out, in, stride = 96, 288, 96
	weights, bias := random(out*3*in), random(out*3)
	m := NewMaxout(weights, bias, out, in)
	for name, fast := range kernels {
		for rows := 1; rows < 10; rows++ {
			src, dst := random((rows-1)*stride+in), make([]float32, rows*out)
			m.run(dst, src, rows, stride, maxout, fast)
			for r := range rows {
				all := sums(weights, bias, src[r*stride:][:in])
				for o := range out {
					if want := max(all[3*o], all[3*o+1], all[3*o+2]); !near(dst[r*out+o], want) {
						t.Fatalf("%s: row %d, output %d: %g, want %g", name, r, o, dst[r*out+o], want)
					}
				}
			}
		}
	}
}

// A row's result must be the same to the last bit whatever stands beside it.
func TestRowsDoNotDependOnEachOther(t *testing.T) {
	const out, in = 96, 96
	m, src := NewMaxout(random(out*3*in), random(out*3), out, in), random(9*in)
	for name, fast := range kernels {
		all, alone := make([]float32, 9*out), make([]float32, out)
		m.run(all, src, 9, in, maxout, fast)
		for r := range 9 {
			m.run(alone, src[r*in:], 1, in, maxout, fast)
			for o, v := range alone {
				if v != all[r*out+o] {
					t.Fatalf("%s: row %d alone differs from row %d of 9", name, r, r)
				}
			}
		}
	}
}

func BenchmarkMaxout(b *testing.B) {
	const out, in, rows = 96, 288, 136
	m, src, dst := NewMaxout(random(out*3*in), random(out*3), out, in), random(rows*96+in), make([]float32, rows*out)
	for name, fast := range kernels {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				m.run(dst, src, rows, 96, maxout, fast)
			}
			b.ReportMetric(float64(out*3*in*rows)*float64(b.N)/b.Elapsed().Seconds()/1e9, "GMAC/s")
		})
	}
}

func BenchmarkProduct(b *testing.B) {
	for _, size := range []struct{ out, in, rows int }{{1024, 64, 128}, {106, 64, 1}} {
		m, src := New(random(size.out*size.in), random(size.out), size.out, size.in), random(size.rows*size.in)
		dst := make([]float32, size.rows*m.Width())
		b.Run(fmt.Sprint(size), func(b *testing.B) {
			for b.Loop() {
				m.Product(dst, src, size.rows, size.in)
			}
			b.ReportMetric(float64(size.out*size.in*size.rows)*float64(b.N)/b.Elapsed().Seconds()/1e9, "GMAC/s")
		})
	}
}
