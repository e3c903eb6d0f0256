package schema

import (
	"time"

	"dateline/graph"
)

func parseEDTF(s string) (graph.FuzzyDate, error) {
	for _, l := range []struct {
		layout    string
		precision graph.Precision
		y, m, d   int
	}{{"2006-01-02", graph.PrecisionDay, 0, 0, 1}, {"2006-01", graph.PrecisionMonth, 0, 1, 0}, {"2006", graph.PrecisionYear, 1, 0, 0}} {
		if t, err := time.Parse(l.layout, s); err == nil {
			return graph.FuzzyDate{Value: s, Precision: l.precision, Start: graph.DayOf(t), End: graph.DayOf(t.AddDate(l.y, l.m, l.d)) - 1, Basis: graph.BasisExplicit}, nil
		}
	}
	return graph.FuzzyDate{}, graph.Errorf(graph.BadRequest, "%q is no EDTF date", s)
}
