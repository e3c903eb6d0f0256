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
		verb := r.clause(i)
		for _, c := range r.doc.Children(verb) {
			if r.lower[c] == "now" {
				sign, _ := r.sign(d, policyMention{policy: -1, tokens: language.Range{First: i, End: i + 1}, head: i})
				return sign
			}
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

// sign is the position that a statement takes on a policy mentioned in its
// content: 1 for, -1 against, 0 if it takes none, or tells what others do about
// it. What acts on the policy, what is said of it and what the cue does
// multiply, each turned by its negation.
func (r *reading) sign(d draft, m policyMention) (sign int, others bool) {
	sign = 1
	polar, named := false, false
	turn := func(why trace.Reason, by, s int) {
		if s != 0 {
			sign, polar = sign*s, true
			r.sides(d, why, by, s)
		}
	}
	i := m.head
	for range steps * 2 {
		h := r.token(i).Head
		if h == i || !within(d.content, h) {
			break
		}
		if within(run(m.tokens), h) {
			i = h
			continue
		}
		if r.token(i).Dep == "advcl" && r.judged(i, h) == 0 {
			r.log.Drop(d.at(), trace.OnlyWhen, i, "")
			return 0, false // when or why, not what
		}
		said := r.said(i, h)
		if said != 0 && r.others(h, d) {
			r.log.Drop(d.at(), trace.OthersDeed, h, "")
			return 0, true
		}
		if turn(trace.ActsOn, h, said); said != 0 && !named && r.inPassing(h, d) {
			polar, named = false, true
		}
		turn(trace.Evaluates, h, r.judged(i, h))
		if r.negated(h) && r.verb(h) || r.none(h) {
			sign = -sign
			r.sides(d, trace.Negates, h, -1)
		}
		i = h
	}
	if !polar {
		turn(r.found(d, m))
	}
	cue, denied := r.cueSide(d, i)
	if denied {
		return 0, false
	}
	if cue != 0 && d.rule == string(d.entry.class)+"."+asFrame {
		r.sides(d, trace.CueSides, d.cue, cue)
		return cue, false
	}
	if !polar && !named && cue < 0 && r.aboutIt(d, m) {
		return 0, false
	}
	if cue != 0 && (polar || named || d.rule != string(d.entry.class)+"."+that) {
		turn(trace.CueSides, d.cue, cue)
	}
	if !polar {
		return 0, false
	}
	return sign, false
}

// aboutIt tells whether a content is a claim about a policy, or an act of which
// the policy is only the subject matter: who denies "allegations about the
// bill", or refuses "to comment on it", takes no side on it.
func (r *reading) aboutIt(d draft, m policyMention) bool {
	top := r.root(d.content)
	if top < 0 || m.head == top {
		return false
	}
	return r.noun(top) && len(r.nouns[r.lemma(top)]) > 0 || d.rule == string(d.entry.class)+"."+to && r.verb(top)
}

// cueSide is what the cue says of its content, the top of which stands at a
// token; denied tells that a cue which takes no side is negated.
func (r *reading) cueSide(d draft, top int) (cue int, denied bool) {
	cue = cueSign(d.entry.act)
	if cue == 0 && d.cue >= 0 && top == r.root(d.content) && d.rule == string(d.entry.class)+"."+object {
		cue = r.acting[r.lemma(d.cue)]
	}
	if d.cue >= 0 && r.negated(d.cue) {
		r.sides(d, trace.Negates, d.cue, -1)
		return -cue, cue == 0
	}
	return cue, false
}

// found is what a cue finds its object to be: "called the bill a mistake",
// "ruled it unlawful".
func (r *reading) found(d draft, m policyMention) (why trace.Reason, by, sign int) {
	if d.rule == string(d.entry.class)+"."+asFrame {
		if sign := r.evaluation(d.content, m); sign != 0 {
			return trace.Evaluates, -1, sign
		}
	}
	if d.cue >= 0 && r.token(m.head).Head == d.cue {
		if o := r.child(d.cue, "oprd"); o >= 0 && within(d.content, o) {
			return trace.Evaluates, o, r.predicateSign(o)
		}
	}
	return "", -1, 0
}

// inPassing tells whether a noun names an act on the policy of which the words
// tell something else: "the implementation of the law gives airlines 45 days".
func (r *reading) inPassing(h int, d draft) bool {
	if r.token(h).POS != "NOUN" || h == r.root(d.content) {
		return false
	}
	switch t := r.token(h); t.Dep {
	case "attr", "dobj", "acomp":
		return false
	case "pobj":
		return r.lower[t.Head] != "in" // "is in favour of the law"
	}
	return true
}

// said is what a head says of the policy in one of its dependents.
func (r *reading) said(i, h int) int {
	switch r.token(i).Dep {
	case "nsubj", "csubj":
		if s := r.wished(h); s != 0 {
			return s
		}
		if s := r.doing[r.lemma(h)]; s != 0 && r.token(h).POS == "VERB" {
			return s
		}
		for _, c := range r.doc.Children(h) {
			switch r.token(int(c)).Dep {
			case "acomp", "attr", "oprd":
				return r.predicateSign(int(c))
			case "xcomp":
				return r.doing[r.lemma(int(c))] // "the ban is to protect …"
			case "prep":
				if s := r.doing[r.lemma(h)+"_"+r.lower[c]]; s != 0 {
					return s // "goes against the law"
				}
			case "dobj":
				if s := r.doing[r.lemma(h)+"_"+r.lemma(int(c))]; s != 0 {
					return s * r.affirmed(int(c)) // "makes no sense"
				}
			case "advmod":
				if too := r.child(int(c), "advmod"); too >= 0 && r.lower[too] == "too" {
					if s := r.doing[r.lemma(h)+"_too_"+r.lower[c]]; s != 0 {
						return s
					}
				}
			case "ccomp":
				if r.lemma(h) == "make" {
					return r.predicate[r.lower[c]] // "makes the roads safer"
				}
			}
		}
		return r.predicate[r.lower[h]] // "found the ban justified", "… unfair"
	case "relcl", "advcl", "ccomp", "conj", "acl", "appos":
		return 0
	case "xcomp":
		if r.acting[r.lemma(h)] < 0 && r.acting[r.lemma(i)] == 0 {
			return 0 // "failed to mention the bill"
		}
	case "prep":
		switch {
		case r.lower[i] == "against":
			return -1 // "voted against the bill", "a case against it"
		case r.lower[i] == "for" && r.token(h).POS == "VERB" && r.child(h, "dobj") < 0 && r.acting[r.lemma(h)] < 0:
			return 1 // "will fight for the bill"
		case r.lemma(h) == "vote" && r.says(h, "no"):
			return -1 // "should vote no on the bill"
		}
	}
	return r.acting[r.lemma(h)]
}

// wished is what a verb says of the policy that is its subject, where that ought
// to happen: "the bill must not become law".
func (r *reading) wished(h int) int {
	if r.token(h).POS != "VERB" || !r.says(h, "should") && !r.says(h, "must") && !r.says(h, "ought") {
		return 0
	}
	lemma := r.lemma(h)
	for _, c := range r.doc.Children(h) {
		switch r.token(int(c)).Dep {
		case "prt", "advmod", "attr", "dobj":
			if s := r.coming[lemma+"_"+r.lower[c]]; s != 0 {
				return s
			}
		}
	}
	return r.coming[lemma]
}

// says tells whether a word hangs on another.
func (r *reading) says(h int, word string) bool {
	return slices.ContainsFunc(r.doc.Children(h), func(c int32) bool { return r.lower[c] == word })
}

// judged is what the words say of an infinitive that acts on the policy: "it
// would be a mistake to pass the bill", "it is right to use it".
func (r *reading) judged(i, h int) int {
	if !r.infinitive(i) {
		return 0
	}
	switch t := r.token(i); {
	case r.noun(h) && (t.Dep == "relcl" || t.Dep == "acl"):
		return r.predicateSign(h)
	case (t.Dep == "xcomp" || t.Dep == "ccomp" || t.Dep == "advcl") && r.lemma(h) == "be":
		if s, a := r.child(h, "nsubj"), r.child(h, "acomp", "attr"); s >= 0 && r.lower[s] == "it" && a >= 0 {
			return r.predicateSign(a)
		}
	case r.token(h).POS == "ADJ" && t.Dep == "xcomp":
		return r.predicateSign(h)
	}
	return 0
}

// affirmed is -1 for a noun that is said not to be there, else 1.
func (r *reading) affirmed(noun int) int {
	if r.none(noun) {
		return -1
	}
	return 1
}

// none tells whether a noun is said not to be there: "no reason", "no need". Who
// has "no choice but", or "no doubt that", means what follows.
func (r *reading) none(h int) bool {
	det := r.child(h, "det")
	if !r.noun(h) || det < 0 || r.lower[det] != "no" {
		return false
	}
	switch r.lower[h] {
	case "choice", "option", "alternative":
		return !r.says(h, "but")
	case "doubt", "question":
		return r.child(h, "acl", "ccomp", "relcl") < 0
	}
	return true
}

// predicateSign is what an adjective or noun with what stands before it says.
func (r *reading) predicateSign(i int) int {
	sign := r.predicate[r.lemma(i)]
	for _, c := range r.doc.Children(i) {
		if s := r.predicate[r.lemma(int(c))]; s != 0 && (r.token(int(c)).Dep == "amod" || r.token(int(c)).Dep == "conj") {
			sign = s
		}
	}
	return sign
}

// evaluation is what the words outside of the mention say of it.
func (r *reading) evaluation(content []int, m policyMention) int {
	sum := 0
	for _, i := range content {
		if i < m.tokens.First || i >= m.tokens.End {
			sum += r.predicate[r.lemma(i)]
		}
	}
	return max(-1, min(1, sum))
}

// cueSign is what an act does to what it is about.
func cueSign(act graph.Act) int {
	switch act {
	case graph.Accept, graph.Praise, graph.Propose, graph.Demand, graph.Request, graph.Promise, graph.Threaten:
		return 1
	case graph.Reject, graph.Criticize, graph.Deny, graph.Accuse:
		return -1
	}
	return 0
}

// conditional tells whether a clause with "if", "unless" or the like hangs on
// what the content says of a policy.
func (r *reading) conditional(d draft, i int) bool {
	for range steps * 2 {
		for _, c := range r.doc.Children(i) {
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
