package encoder

import (
	"math"

	"dateline/loader/language/kernel"
	"dateline/loader/language/model"
)

// A layer is a maxout with a layer norm behind it.
type layer struct {
	maxout      *kernel.Matrix
	gain, shift []float32
}

func newLayer(m model.Layer) layer {
	in := m.Weight.Shape[2]
	return layer{kernel.NewMaxout(m.Weight.Data, m.Bias.Data, model.Width, in), m.Gain.Data, m.Shift.Data}
}

// apply writes rows vectors to dst; the inputs start stride numbers apart.
func (l *layer) apply(dst, src []float32, rows, stride int) {
	l.maxout.Maxout(dst, src, rows, stride)
	for r := range rows {
		l.normalize(dst[r*model.Width:][:model.Width])
	}
}

// normalize gives a vector mean 0 and variance 1, then gain and shift.
func (l *layer) normalize(x []float32) {
	const n, epsilon = model.Width, 1e-8
	var s0, s1, s2, s3 float32
	for i := 0; i+4 <= len(x); i += 4 {
		s0 += x[i]
		s1 += x[i+1]
		s2 += x[i+2]
		s3 += x[i+3]
	}
	mean := (s0 + s1 + s2 + s3) / n
	s0, s1, s2, s3 = 0, 0, 0, 0
	for i := 0; i+4 <= len(x); i += 4 {
		d0, d1, d2, d3 := x[i]-mean, x[i+1]-mean, x[i+2]-mean, x[i+3]-mean
		s0 += d0 * d0
		s1 += d1 * d1
		s2 += d2 * d2
		s3 += d3 * d3
	}
	scale := float32(1 / math.Sqrt(float64((s0+s1+s2+s3)/n+epsilon)))
	gain, shift := l.gain[:len(x)], l.shift[:len(x)]
	for i, v := range x {
		x[i] = (v-mean)*scale*gain[i] + shift[i]
	}
}
