package kernel

// columns is the width of a panel: three vector registers of eight numbers.
const columns = 24

// lanes is the number of float32 in a vector register.
const lanes = 8

// A Matrix is a linear map with its bias, packed for the kernels: panels of 24
// outputs, in which the weights of one input stand side by side.
type Matrix struct {
	in, panels int
	weights    []float32 // panels × in × columns
	bias       []float32 // panels × columns
}

// New packs a row-major matrix of out × in weights, and out biases (nil for none).
// Missing outputs of the last panel are zero.
func New(weights, bias []float32, out, in int) *Matrix {
	return pack(out, in, func(o int) ([]float32, float32) {
		if bias == nil {
			return weights[o*in:][:in], 0
		}
		return weights[o*in:][:in], bias[o]
	})
}

// NewMaxout packs a row-major matrix of out × 3 × in weights and out × 3 biases
// for Maxout; out is a multiple of eight. The three rivals of eight outputs fill a
// panel.
func NewMaxout(weights, bias []float32, out, in int) *Matrix {
	return pack(3*out, in, func(o int) ([]float32, float32) {
		panel, piece, lane := o/columns, o%columns/lanes, o%lanes
		row := (panel*lanes+lane)*3 + piece
		return weights[row*in:][:in], bias[row]
	})
}

// pack lays out the rows that row gives for each output.
func pack(out, in int, row func(o int) (weights []float32, bias float32)) *Matrix {
	panels := (out + columns - 1) / columns
	m := &Matrix{in: in, panels: panels, weights: make([]float32, panels*in*columns), bias: make([]float32, panels*columns)}
	for o := range out {
		weights, bias := row(o)
		panel := m.weights[o/columns*in*columns:]
		for k, w := range weights {
			panel[k*columns+o%columns] = w
		}
		m.bias[o] = bias
	}
	return m
}

// Width is the length of a row of Product: the number of outputs, rounded up to a
// multiple of 24.
func (m *Matrix) Width() int { return m.panels * columns }

// Product writes rows × Width numbers to dst: each input row times the matrix,
// plus the bias. An input row is as long as the matrix expects, and the next one
// starts stride numbers behind it, so rows may overlap.
func (m *Matrix) Product(dst, src []float32, rows, stride int) {
	m.run(dst, src, rows, stride, product, fast)
}

// Maxout writes rows × out numbers to dst: of the three rivals of each output
// the greatest. The matrix must come from NewMaxout.
func (m *Matrix) Maxout(dst, src []float32, rows, stride int) {
	m.run(dst, src, rows, stride, maxout, fast)
}

// An operation is what a kernel does; its value is how many numbers of dst a row
// of a panel gives.
type operation int

const (
	product operation = columns
	maxout  operation = lanes
)

// args describe a tile, one panel for one row or four: where the first row
// starts, how far the next ones are (in bytes), how many inputs a row has.
type args struct {
	dst, src, panel, bias *float32
	dstStride, srcStride  int
	in                    int
}

// run covers the output with tiles. Panels are the outer loop: one stays in the
// first-level cache while all rows pass.
func (m *Matrix) run(dst, src []float32, rows, stride int, op operation, fast bool) {
	if rows == 0 {
		return
	}
	width := int(op)
	out := m.panels * width
	_ = dst[rows*out-1]
	_ = src[(rows-1)*stride+m.in-1]
	height := 4
	if rows < height {
		height = 1
	}
	a := args{dstStride: 4 * out, srcStride: 4 * stride, in: m.in}
	for p := range m.panels {
		a.panel, a.bias = &m.weights[p*m.in*columns], &m.bias[p*columns]
		for r := 0; r < rows; r += height {
			r = min(r, rows-height) // the last tile may compute rows a second time
			a.dst, a.src = &dst[r*out+p*width], &src[r*stride]
			if fast {
				fastTile(&a, height, op)
			} else {
				plainTile(&a, height, op)
			}
		}
	}
}
