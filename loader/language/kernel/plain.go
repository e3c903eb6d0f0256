package kernel

import "unsafe"

// plainTile computes a tile in Go.
func plainTile(a *args, rows int, op operation) {
	row := *a
	for r := range rows {
		row.dst = (*float32)(unsafe.Add(unsafe.Pointer(a.dst), r*a.dstStride))
		row.src = (*float32)(unsafe.Add(unsafe.Pointer(a.src), r*a.srcStride))
		if op == maxout {
			plainMaxoutRow(&row)
		} else {
			plainProductRow(&row)
		}
	}
}

func plainProductRow(a *args) {
	dst, bias := unsafe.Slice(a.dst, columns), unsafe.Slice(a.bias, columns)
	for c := 0; c < columns; c += lanes {
		sum := dot(a, c)
		for i, s := range sum {
			dst[c+i] = s + bias[c+i]
		}
	}
}

func plainMaxoutRow(a *args) {
	dst, bias := unsafe.Slice(a.dst, lanes), unsafe.Slice(a.bias, columns)
	for c := 0; c < columns; c += lanes {
		sum := dot(a, c)
		for i, s := range sum {
			if s += bias[c+i]; c == 0 || s > dst[i] {
				dst[i] = s
			}
		}
	}
}

// dot multiplies a row by eight columns of the panel. The sums are variables of
// their own so that they stay in registers.
func dot(a *args, column int) [lanes]float32 {
	src := unsafe.Slice(a.src, a.in)
	panel := unsafe.Slice(a.panel, a.in*columns)
	var s0, s1, s2, s3, s4, s5, s6, s7 float32
	for k, x := range src {
		w := panel[k*columns+column:][:lanes:lanes]
		s0 += x * w[0]
		s1 += x * w[1]
		s2 += x * w[2]
		s3 += x * w[3]
		s4 += x * w[4]
		s5 += x * w[5]
		s6 += x * w[6]
		s7 += x * w[7]
	}
	return [lanes]float32{s0, s1, s2, s3, s4, s5, s6, s7}
}
