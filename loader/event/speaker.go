package event

import (
	"slices"

	"dateline/graph"
	"dateline/loader/language"
	"dateline/loader/statement"
)

// sayings gives for each token the index of the statement that it is the words
// of, the innermost, -1 for what nobody says.
func sayings(doc *language.Document, said []statement.Statement) []int {
	by := make([]int, len(doc.Tokens))
	for i := range by {
		by[i] = -1
	}
	for k, s := range said {
		for _, span := range s.Content {
			for i := doc.TokenAt(span.Start); i < len(doc.Tokens) && doc.Tokens[i].Start < span.End; i++ {
				by[i] = k
			}
		}
	}
	return by
}

// speaker is who says a token, -1 if nobody does.
func (r *reading) speaker(token int) int {
	if k := r.saying[token]; k >= 0 {
		return r.statements[k].Speaker
	}
	return -1
}

// speakerBy is who says what a verb attributes, if the text tells.
func (r *reading) speakerBy(cue int) []int {
	for _, s := range r.statements {
		if s.CueToken == cue && s.Speaker >= 0 {
			return []int{s.Speaker}
		}
	}
	return nil
}

// saidThen is the date of the words by which their speaker does what they tell
// ("we urge both sides to wait"), -1 if the event is no such act.
func (r *reading) saidThen(e Event) int {
	k := r.saying[e.Trigger.First]
	if k < 0 || r.statements[k].Speaker < 0 || !slices.Contains(e.Actors, r.statements[k].Speaker) || !slices.Contains(verbal, e.Type) || r.doc.Tokens[e.Trigger.First].Tag == "VBD" {
		return -1
	}
	return r.statements[k].Date
}

// verbal are the types of events that are done by words.
var verbal = []graph.EventType{graph.EventAgree, graph.EventSupport, graph.EventRequest, graph.EventAccuse, graph.EventReject, graph.EventThreaten}
