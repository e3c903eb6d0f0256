package statement

import (
	"strings"

	"dateline/graph"
	"dateline/loader/trace"
)

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
		if r.token(i).Dep == "advcl" && r.judged(i, h) == 0 || r.open(i) {
			r.log.Drop(d.at(), trace.OnlyWhen, i, "")
			return 0, false // when, why or whether, not what
		}
		said := r.said(i, h)
		if said != 0 && !r.evaluated(i) && r.others(h, d) || r.partisans[r.lemma(h)] != 0 && !r.partisan(h, d) {
			r.log.Drop(d.at(), trace.OthersDeed, h, "")
			return 0, true
		}
		if turn(trace.ActsOn, h, said); said != 0 && !named && r.inPassing(h, d) {
			polar, named = false, true
		}
		turn(trace.Evaluates, h, r.judged(i, h))
		turn(trace.ActsOn, h, r.felt(i, h))
		if r.negated(h) && r.verb(h) || r.none(h) {
			sign = -sign
			r.sides(d, trace.Negates, h, -1)
		}
		i = h
	}
	if !polar {
		turn(r.found(d, m))
	}
	if top := r.root(d.content); top >= 0 && r.open(top) {
		r.log.Drop(d.at(), trace.OnlyWhen, top, "")
		return 0, false
	} else if polar && d.cue >= 0 {
		turn(trace.CueSides, d.cue, r.felt(top, d.cue))
	}
	cue, denied := r.cueSide(d, i)
	if denied {
		return 0, false
	}
	if cue != 0 && d.rule == string(d.entry.class)+"."+asFrame {
		r.sides(d, trace.CueSides, d.cue, cue)
		return cue, false
	}
	if !polar && !named && r.aboutIt(d, m, cue) {
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
// bill", refuses "to comment on it" or calls for "changes to it" takes no side
// on it.
func (r *reading) aboutIt(d draft, m policyMention, cue int) bool {
	top := r.root(d.content)
	if top < 0 || m.head == top {
		return false
	}
	if r.noun(top) {
		return d.entry.class == directive && !strings.HasSuffix(d.rule, "."+hearerTo) || cue < 0 && len(r.nouns[r.lemma(top)]) > 0
	}
	return cue < 0 && r.verb(top) && d.rule == string(d.entry.class)+"."+to
}

// open tells whether a clause leaves open what it says: "whether the bill is
// legal".
func (r *reading) open(clause int) bool {
	return r.marked(clause, "whether") || r.token(clause).Dep == "ccomp" && r.marked(clause, "if")
}

// evaluated tells whether a token is the subject of the verb above it, which
// tells something of it.
func (r *reading) evaluated(i int) bool {
	return r.token(i).Dep == "nsubj" || r.token(i).Dep == "csubj"
}

// partisan tells whether a noun for who is for or against a policy speaks of the
// speaker ("is a supporter of it"), or of those whom the words judge.
func (r *reading) partisan(noun int, d draft) bool {
	h := r.token(noun).Head
	switch r.token(noun).Dep {
	case "pobj":
		o := r.child(d.cue, "dobj")
		return r.lower[h] == "as" && o >= 0 && strings.HasSuffix(r.lower[o], "self")
	case "attr":
		s := r.child(h, "nsubj")
		return s >= 0 && r.selfSame(s, d)
	case "nsubj":
		return r.lemma(h) == "be" && r.child(h, "acomp", "attr") >= 0
	}
	return false
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
		return r.lower[t.Head] != "in" && r.lower[t.Head] != "as" // "is in favour of the law", "as its supporter"
	}
	return true
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
