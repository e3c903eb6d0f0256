package loader

import "time"

// A Failed input with the stage and the reason.
type Failed struct {
	Source string `json:"source"`
	ID     string `json:"id,omitempty"`
	Stage  string `json:"stage"`
	Reason string `json:"reason"`
	// Missing says that the input does not exist.
	Missing bool `json:"-"`
}

// A Report counts what became of the articles of a load.
type Report struct {
	Read       int `json:"read"`
	New        int `json:"new"`
	Replaced   int `json:"replaced"`
	Unchanged  int `json:"unchanged"`
	Outdated   int `json:"outdated"`
	NotEnglish int `json:"other_language"`
	// Skipped are files that nobody asked for by name and that are no articles.
	Skipped []Failed      `json:"skipped,omitempty"`
	Failed  []Failed      `json:"failed,omitempty"`
	Elapsed time.Duration `json:"-"`
	Seconds float64       `json:"seconds"`
}

// Rate is the number of articles a second.
func (r Report) Rate() float64 {
	if r.Elapsed <= 0 {
		return 0
	}
	return float64(r.Read) / r.Elapsed.Seconds()
}
