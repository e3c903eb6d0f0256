package event

import (
	"dateline/graph"
	"dateline/loader/language"
)

// An Event is something that happened between or by entities, is planned, or
// is denied: a type of the PLOVER ontology with its participants.
type Event struct {
	Type     graph.EventType
	Mode     string
	Contexts []string
	Status   graph.EventStatus
	// Actors and Targets are indexes into coref.Result.Entities.
	Actors, Targets []int
	// Policy is an index into policy.Result.Policies, -1 if none.
	Policy int
	// Trigger are the tokens of the verb or noun that carries it; Tokens the
	// clause that supports it.
	Trigger, Tokens language.Range
	// Date is the index of the time expression that dates it, -1 if there is none.
	Date       int
	Rule       string
	Confidence float64
}
