package statement

import (
	"cmp"
	"strings"

	"dateline/graph"
	"dateline/loader/language"
	"dateline/loader/trace"
)

// backward is the number of tokens before a statement within which the policy
// is looked for that "it" or "this" may mean.
const backward = 60

// anaphoric reads "it is a mistake", "called the move reckless", "regrets the
// decision" as said of the policy mentioned last before.
func (r *reading) anaphoric(d draft) (policy int, stance graph.Stance) {
	v := r.root(d.content)
	if v < 0 {
		return -1, ""
	}
	onCondition := r.conditional(d, v)
	at, sign := -1, 0
	if !onCondition {
		at, sign = r.saidOfIt(d, v)
	}
	if sign == 0 {
		at, sign = r.saidOfMove(d)
	}
	if sign == 0 {
		return -1, ""
	}
	m, ok := r.policyBefore(at)
	if !ok {
		return -1, ""
	}
	if r.move(at) && r.undone(m.policy, at) {
		sign = -sign // who welcomes the decision not to pass a bill is against it
	}
	r.sides(d, trace.PointsBack, m.head, sign)
	if onCondition {
		return m.policy, graph.Conditional
	}
	return m.policy, side(sign)
}

// undone tells whether the last that the text told of a policy before a token is
// that it was turned down, halted or taken back.
func (r *reading) undone(policy, token int) bool {
	at, undone := -1, false
	for _, s := range r.policies.Stages {
		if s.Policy != policy || s.Trigger >= token || s.Trigger < at {
			continue
		}
		at = s.Trigger
		switch s.Stage {
		case graph.Rejected, graph.Withdrawn, graph.Suspended, graph.Repealed:
			undone = true
		default:
			undone = false
		}
	}
	return undone
}

// saidOfIt gives the word that points back of which a content says something
// good or bad, as its subject or as the object of a cue.
func (r *reading) saidOfIt(d draft, v int) (at, sign int) {
	switch {
	case strings.HasSuffix(d.rule, "."+asFrame):
		if o := r.child(d.cue, "dobj", "ccomp"); o >= 0 && r.pointsBack(o) {
			return o, cmp.Or(cueSign(d.entry.act), r.evaluation(d.content, policyMention{}))
		}
	case r.verb(v) && cueSign(d.entry.act) == 0:
		if s := r.child(v, "nsubj"); s >= 0 && r.pointsBack(s) {
			if sign = r.said(s, v); r.negated(v) {
				sign = -sign
			}
			return s, sign
		}
	}
	return -1, 0
}

// saidOfMove gives the word for a policy said before ("the decision", "their
// plan", what one votes for) on which a content takes a position as it would on
// the policy itself.
func (r *reading) saidOfMove(d draft) (at, sign int) {
	for _, i := range d.content {
		if r.lower[i] == "vote" && i == r.root(d.content) {
			continue // "announced the vote"
		}
		if r.readable(i) && (r.move(i) || r.votedOn(i)) {
			if sign, _ := r.sign(d, policyMention{policy: -1, tokens: language.Range{First: i, End: i + 1}, head: i}); sign != 0 {
				return i, sign
			}
		}
	}
	return -1, 0
}

// policyBefore is the policy mentioned last before a token.
func (r *reading) policyBefore(token int) (policyMention, bool) {
	for i := token - 1; i >= max(0, token-backward); i-- {
		if m, ok := r.policyAt[i]; ok {
			return m, true
		}
	}
	return policyMention{}, false
}

// pointsBack tells whether a noun or pronoun means something said before.
func (r *reading) pointsBack(i int) bool {
	switch r.lower[i] {
	case "it", "this", "that":
		return true
	}
	return r.move(i)
}

// move tells whether a noun stands for what somebody decided.
func (r *reading) move(i int) bool {
	switch r.lower[i] {
	case "process", "notion", "move", "decision", "vote", "idea", "measure", "step", "proposal", "action", "effort", "policy", "plan", "order":
		return r.child(i, "det", "poss") >= 0
	}
	return false
}

// votedOn tells whether a pronoun is the object of what is done to policies
// alone: "would veto it", "voted for this".
func (r *reading) votedOn(i int) bool {
	h := r.token(i).Head
	if w := r.lower[i]; w != "it" && w != "this" && w != "that" || r.token(i).POS != "PRON" && r.token(i).POS != "DET" {
		return false
	}
	switch r.token(i).Dep {
	case "pobj":
		prep := r.lower[h]
		return (prep == "for" || prep == "against") && r.lemma(r.token(h).Head) == "vote"
	case "dobj":
		switch r.lemma(h) {
		case "support", "oppose", "reject", "approve", "back", "veto", "sign", "ratify", "repeal", "endorse", "pass", "adopt", "revoke", "overturn":
			return true
		}
	}
	return false
}
