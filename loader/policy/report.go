package policy

import (
	"strings"

	"dateline/graph"
	"dateline/loader/dating"
	"dateline/loader/language"
	"dateline/loader/trace"
)

// planning ends the rules for what somebody says will be done: its date is
// that of the saying, not that of the deed.
const planning = ".planned"

// refusal ends the rules for what somebody does not do.
const refusal = ".refused"

// report turns what a verb says into the stage that is reached, if any.
func (r *reading) report(p *phrase, s graph.Stage, verb int, rule string) {
	actors := r.actors(verb)
	switch m := r.mode(verb); {
	case r.lower[p.chunk.First] == "no":
	case m == fact && s == graph.Floated && len(actors) == 0:
	case m == fact:
		r.stage(p, s, verb, actors, rule, 0.75)
	case m == planned && (s == graph.InForce || s == graph.Lapsed):
		r.stage(p, s, verb, nil, rule, 0.7)
	case m == planned && plannable[s]:
		r.stage(p, graph.Announced, verb, actors, rule+planning, 0.6)
	case (m == refused || m == negated) && rejectable[s] && (len(actors) > 0 || m == refused):
		r.stage(p, graph.Rejected, verb, actors, rule+refusal, 0.65)
	default:
		r.log.Drop(verb, trace.NotFact, p.head, string(s))
	}
}

// plannable are the stages that one announces by saying what will be done.
var plannable = map[graph.Stage]bool{graph.Proposed: true, graph.Adopted: true, graph.Implemented: true, graph.Amended: true,
	graph.Suspended: true, graph.Withdrawn: true, graph.Repealed: true}

// rejectable are the stages that one rejects by not moving a policy there.
var rejectable = map[graph.Stage]bool{graph.Adopted: true}

func (r *reading) stage(p *phrase, s graph.Stage, trigger int, actors []int, rule string, confidence float64) {
	if trigger < 0 {
		return
	}
	first, end := min(trigger, p.head), max(trigger, p.head)+1
	if t := r.doc.Sentences[r.doc.Tokens[trigger].Sentence]; first < t.First || end > t.End {
		r.log.Drop(trigger, trace.AcrossSentences, p.head, string(s))
		return
	}
	said := trigger
	if strings.HasSuffix(rule, planning) {
		said = r.sayer(trigger)
		r.log.Take(trigger, trace.AnnouncedThen, said, string(s))
	}
	date := -1
	if said >= 0 {
		date = dating.Of(r.doc, r.dates, said)
	}
	r.reached = append(r.reached, Stage{Policy: p.policy, Stage: s, Actors: actors, Trigger: trigger, Tokens: language.Range{First: first, End: end},
		Date: date, Rule: "stage." + rule, Confidence: confidence})
}

// sayer is the verb that tells of a plan ("said that it would ban sugar"), -1
// if the plan's own verb is all there is.
func (r *reading) sayer(verb int) int {
	for range 4 {
		switch t := r.doc.Tokens[verb]; t.Dep {
		case "ccomp", "xcomp":
			if r.destined(t.Head) {
				verb = t.Head // "announced that he is to send …"
				continue
			}
			return t.Head
		case "conj":
			verb = t.Head
		default:
			return -1
		}
	}
	return -1
}
