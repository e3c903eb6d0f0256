package schema

import (
	"fmt"
	"net/url"
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
// as Grafana sends them.
func parsePartialDate(in any) (any, error) {
	var ms int64
	switch v := in.(type) {
	case int:
		ms = int64(v)
	case float64:
		ms = int64(v)
	case string:
		var ok bool
		if ms, ok = millis(v); !ok {
			return parseEDTF(v)
		}
	default:
		return nil, fmt.Errorf("PartialDate has to be a string such as \"2025-05\" or Unix milliseconds")
	}
	day := ms / 86_400_000
	if ms%86_400_000 < 0 {
		day--
	}
	if day < int64(graph.MinDay) || day > int64(graph.MaxDay) {
		return nil, fmt.Errorf("%d is no Unix time in milliseconds between the years 0000 and 9999", ms)
	}
	return graph.OnDay(graph.Day(day)), nil
}

// millis tells Unix milliseconds in digits from a year, which has four.
func millis(s string) (ms int64, ok bool) {
	if len(s) < 5 || len(s) > 15 {
		return 0, false
	}
	for i, c := range s {
		if i == 0 && c == '-' {
			continue
		}
		if c < '0' || c > '9' {
			return 0, false
		}
	}
	_, err := fmt.Sscan(s, &ms)
	return ms, err == nil
}
