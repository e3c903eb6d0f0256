package statement

import (
	"dateline/graph"
)

// A Statement is something that the text attributes to a source.
type Statement struct {
	Form graph.Form
	Act  graph.Act
	// Content, Cue and Source are spans of code points, in the order of the
	// text. Content leaves out quotation marks and the cue.
	Content, Cue, Source []graph.Span
	// Speaker is an index into coref.Result.Entities, -1 if unresolved;
	// Candidates are whom the source may mean then.
	Speaker    int
	Candidates []int
	// Addressees and About are indexes into coref.Result.Entities.
	Addressees, About []int
	// Policy is an index into policy.Result.Policies, -1 if none; Stance is
	// empty unless the words take a position on it.
	Policy int
	Stance graph.Stance
	// CueToken is the token of the verb or noun that attributes it, -1 if none.
	CueToken int
	// Date is the index of the time expression that dates the utterance, -1
	// if there is none. Posted is set instead where the source gives the day
	// outside of the sentence: a post's own date, a dateline.
	Date   int
	Posted *graph.FuzzyDate
	// Reports is the index of the statement that this one reports, -1 if none.
	Reports int
	// Span is the evidence: content, cue and source.
	Span       graph.Span
	Rule       string
	Confidence float64
}
