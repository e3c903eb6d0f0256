package export

import (
	"context"
	"encoding/json"
	"iter"

	"dateline/graph"
)

// withReports writes values in the order of IDs, each with the reports that
// support it: both are read once, side by side.
func withReports[T any](ctx context.Context, seq iter.Seq2[T, error], s graph.Scanner, lines *json.Encoder, name string, id func(T) graph.ID) error {
	next, stop := iter.Pull2(s.ScanReports(ctx))
	defer stop()
	report, err, more := next()
	for v, fail := range seq {
		if fail != nil {
			return fail
		}
		c := cited[T]{Value: v}
		for more && report.Fact <= id(v) {
			if err != nil {
				return err
			}
			if report.Fact == id(v) {
				c.Reports = append(c.Reports, evidence{report.Evidence, report.Date})
			}
			report, err, more = next()
		}
		if err := lines.Encode(typed[cited[T]]{name, c}); err != nil {
			return err
		}
	}
	return err
}
