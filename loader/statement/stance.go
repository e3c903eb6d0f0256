package statement

import (
	"slices"

	"dateline/graph"
	"dateline/loader/language"
	"dateline/loader/trace"
)

// A policyMention is a place where the text means a policy.
type policyMention struct {
	policy int
	tokens language.Range
	head   int
}

// findPolicies fills the table of the policy mentions by their heads.
func (r *reading) findPolicies() {
	r.policyAt = map[int]policyMention{}
	if r.policies == nil {
		return
	}
	for p, policy := range r.policies.Policies {
		for _, m := range policy.Mentions {
			if _, taken := r.policyAt[m.Head]; !taken && m.Head >= 0 && m.Head < len(r.doc.Tokens) {
				r.policyAt[m.Head] = policyMention{p, m.Tokens, m.Head}
			}
		}
	}
}

// position gives the policy on which a statement takes a position, and which;
// where it takes none, a policy that it mentions. Either may be missing.
func (r *reading) position(d draft, s Statement) (policy int, stance graph.Stance) {
	policy = -1
	if len(r.policyAt) == 0 {
		return policy, ""
	}
	past := false // what was found so far is a position of the past
	for _, i := range d.content {
		m, ok := r.policyAt[i]
		if !ok || !r.readable(i) {
			continue
		}
		sign, others := r.sign(d, m)
		if sign == 0 && !others && s.Speaker >= 0 && r.central(d, m) && slices.Contains(r.policies.Policies[m.policy].Proposers, s.Speaker) {
			sign = 1 // who proposes it and speaks of it is for it
			r.sides(d, trace.ProposerSpeaks, m.head, 1)
		}
		if sign == 0 {
			if policy < 0 {
				policy = m.policy
			}
			continue
		}
		if past && r.former(d, i) {
			r.log.Drop(d.at(), trace.WasPast, i, "")
			continue
		}
		policy, stance = m.policy, graph.Oppose
		switch {
		case r.conditional(d, i):
			stance = graph.Conditional
			r.sides(d, trace.OnCondition, i, 0)
		case sign > 0:
			stance = graph.Support
		}
		if past = r.former(d, i); !past {
			break
		}
	}
	if past {
		if now := r.sideNow(d); now != 0 {
			return policy, side(now)
		}
	}
	if policy >= 0 {
		return policy, stance
	}
	if policy, stance = r.anaphoric(d); policy < 0 {
		return r.along(d)
	}
	return policy, stance
}

// along is the position of the deed that words go along with: "defended the
// bill, saying that …".
func (r *reading) along(d draft) (policy int, stance graph.Stance) {
	if d.cue < 0 || r.token(d.cue).Tag != "VBG" || r.token(d.cue).Dep != "advcl" || cueSign(d.entry.act) != 0 {
		return -1, ""
	}
	v := r.token(d.cue).Head
	o := r.child(v, "dobj")
	m, ok := r.policyAt[o]
	sign := r.acting[r.lemma(v)]
	if !ok || sign == 0 || r.negated(v) {
		return -1, ""
	}
	r.sides(d, trace.ActsOn, v, sign)
	return m.policy, side(sign)
}

// side is the stance of a sign.
func side(sign int) graph.Stance {
	if sign > 0 {
		return graph.Support
	}
	return graph.Oppose
}

// sides takes down for which side a word speaks in a statement.
func (r *reading) sides(d draft, why trace.Reason, by, sign int) {
	r.log.Add(trace.Note{Tokens: trace.Word(d.at()), Reason: why, By: by, Score: sign})
}

// former tells whether the verb that governs a token tells of a side that the
// speaker took once: "I opposed it then", "said she had opposed it".
func (r *reading) former(d draft, i int) bool {
	for range steps {
		if r.verb(i) {
			had := r.child(i, "aux")
			return d.quoted && r.token(i).Tag == "VBD" || had >= 0 && r.lower[had] == "had"
		}
		h := r.token(i).Head
		if h == i {
			return false
		}
		i = h
	}
	return false
}

// sideNow is the side that words say is taken now, of a policy that they have
// named: "but now supports it"; 0 if they do not.
func (r *reading) sideNow(d draft) int {
	for _, i := range d.content {
		if !r.readable(i) || !r.votedOn(i) {
			continue
		}
		if r.says(r.clause(i), "now") {
			sign, _ := r.sign(d, policyMention{policy: -1, tokens: language.Range{First: i, End: i + 1}, head: i})
			return sign
		}
	}
	return 0
}

// central tells whether a policy is what the content's main verb or noun is
// about: its subject or object, or that noun itself.
func (r *reading) central(d draft, m policyMention) bool {
	top := r.root(d.content)
	h := r.token(m.head).Head
	if r.token(h).POS == "ADP" {
		h = r.token(h).Head
	}
	return top >= 0 && (m.head == top || h == top || r.token(h).Dep == "xcomp" && r.token(h).Head == top)
}

// conditional tells whether a clause with "if", "unless" or the like hangs on
// what the content says of a policy.
func (r *reading) conditional(d draft, i int) bool {
	for range steps * 2 {
		for _, c := range r.doc.Children(i) {
			if r.onlyThen(i, int(c)) && within(d.content, int(c)) {
				return true
			}
			if t := r.token(int(c)); t.Dep == "advcl" && within(d.content, int(c)) && (r.marked(int(c), "if") || r.marked(int(c), "unless") || r.marked(int(c), "provided")) {
				return true
			}
		}
		h := r.token(i).Head
		if h == i || !within(d.content, h) {
			return false
		}
		i = h
	}
	return false
}

// onlyThen tells whether what hangs on a verb is what alone it is done with or
// after: "would back it only with changes".
func (r *reading) onlyThen(verb, c int) bool {
	if !r.says(verb, "only") && !r.says(c, "only") {
		return false
	}
	switch t := r.token(c); {
	case t.Dep == "advcl":
		return r.marked(c, "once") || r.marked(c, "after") || r.says(c, "when")
	case t.Dep == "prep":
		return r.lower[c] == "with" || r.lower[c] == "after" || r.lower[c] == "under"
	}
	return false
}
