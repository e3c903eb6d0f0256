package transition

import (
	"dateline/loader/language/kernel"
	"dateline/loader/language/model"
)

// A Scorer holds the weights. It is safe for concurrent use; each text is scored
// by a Reader of its own.
type Scorer struct {
	squeeze, lower, upper *kernel.Matrix
	features, moves       int
	// missing is what stands for each feature without a token; bias is added to
	// the sum of the features. Both have rivals numbers a feature.
	missing, bias []float32
}

// rivals is the number of sums behind the hidden layer: first the first piece of
// every hidden unit, then the second.
const rivals = model.Hidden * model.MoverPieces

// New makes a scorer.
func New(m model.Mover) *Scorer {
	features, moves := m.Missing.Shape[0], m.Upper.Weight.Shape[0]
	return &Scorer{
		squeeze:  kernel.New(m.Squeeze.Weight.Data, m.Squeeze.Bias.Data, model.Hidden, model.Width),
		lower:    kernel.New(byPiece(m.Lower.Weight.Data, model.Hidden), nil, features*rivals, model.Hidden),
		upper:    kernel.New(m.Upper.Weight.Data, m.Upper.Bias.Data, moves, model.Hidden),
		features: features,
		moves:    moves,
		missing:  byPiece(m.Missing.Data, 1),
		bias:     byPiece(m.Lower.Bias.Data, 1),
	}
}

// byPiece reorders features × hidden × pieces × size numbers to features × pieces ×
// hidden × size.
func byPiece(data []float32, size int) []float32 {
	out := make([]float32, len(data))
	for i := 0; i < len(data); i += size {
		row := i / size
		feature, unit, piece := row/rivals, row%rivals/model.MoverPieces, row%model.MoverPieces
		copy(out[(feature*rivals+piece*model.Hidden+unit)*size:], data[i:i+size])
	}
	return out
}
