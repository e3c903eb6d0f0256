package schema

import (
	"fmt"
	"net/url"
	"strconv"
	"time"

	"dateline/graph"
	"dateline/schema/exec"
)

// scalars parse the scalars of the schema: PartialDate to graph.FuzzyDate,
// Date to graph.Day, DateTime to time.Time, URL to string.
var scalars = map[string]exec.Scalar{
	"PartialDate": parsePartialDate,
	"Date": func(in any) (any, error) {
		s, ok := in.(string)
		if !ok {
			return nil, fmt.Errorf("Date has to be a string such as \"2025-05-05\"")
		}
		return graph.ParseDay(s)
	},
	"DateTime": func(in any) (any, error) {
		s, _ := in.(string)
		t, err := time.Parse(time.RFC3339, s)
		if err != nil {
			return nil, fmt.Errorf("DateTime has to be an instant with its offset such as \"2025-05-05T09:30:00Z\"")
		}
		return t, nil
	},
	"URL": func(in any) (any, error) {
		s, _ := in.(string)
		if u, err := url.Parse(s); err != nil || !u.IsAbs() {
			return nil, fmt.Errorf("URL has to be an absolute URL")
		}
		return s, nil
	},
}

// parsePartialDate reads EDTF, or Unix milliseconds as a number or in digits,
// as Grafana sends them. A number of four digits is a year.
func parsePartialDate(in any) (any, error) {
	switch v := in.(type) {
	case int:
		return graph.ParsePartialDate(strconv.Itoa(v))
	case float64:
		return graph.ParsePartialDate(strconv.FormatInt(int64(v), 10))
	case string:
		return graph.ParsePartialDate(v)
	}
	return nil, fmt.Errorf("PartialDate has to be a string such as \"2025-05\" or Unix milliseconds")
}
