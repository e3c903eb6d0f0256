package statement

import (
	"strings"

	"dateline/graph"
	"dateline/loader/trace"
)

// A tally multiplies what words say for and against a policy.
type tally struct {
	// sign is 1 for it, -1 against it, polar tells whether any word took a side,
	// named whether only a noun names what is done to it.
	sign         int
	polar, named bool
}

// turn takes up that a word speaks for (1) or against (-1) a policy, if it does.
func (r *reading) turn(t *tally, d draft, why trace.Reason, by, sign int) {
	if sign != 0 {
		t.sign, t.polar = t.sign*sign, true
		r.sides(d, why, by, sign)
	}
}

// sign is the position that a statement takes on a policy mentioned in its
// content: 1 for, -1 against, 0 if it takes none, or tells what others do about
// it. What acts on the policy, what is said of it and what the cue does
// multiply, each turned by its negation.
func (r *reading) sign(d draft, m policyMention) (sign int, others bool) {
	t := tally{sign: 1}
	top, sided, others := r.climb(&t, d, m)
	if !sided {
		return 0, others
	}
	cue, denied := r.cueSide(d, top)
	if denied || d.entry.act == graph.Promise && cue < 0 && t.polar && t.sign < 0 {
		return 0, false // who does not promise to repeal it is not for it
	}
	if cue != 0 && d.rule == string(d.entry.class)+"."+asFrame {
		r.sides(d, trace.CueSides, d.cue, cue)
		return cue, false
	}
	if !t.polar && !t.named && r.aboutIt(d, m, cue) {
		return 0, false
	}
	if cue != 0 && (t.polar || t.named || d.rule != string(d.entry.class)+"."+that) {
		r.turn(&t, d, trace.CueSides, d.cue, cue)
	}
	if !t.polar {
		return 0, false
	}
	return t.sign, false
}

// climb tallies what the words above a policy say, up to the top of the content,
// which it gives; sided is false if they leave it open or tell of others.
func (r *reading) climb(t *tally, d draft, m policyMention) (top int, sided, others bool) {
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
			return i, false, false // when, why or whether, not what
		}
		said := r.said(i, h)
		if said != 0 && !r.evaluated(i) && r.others(h, d) || r.partisans[r.lemma(h)] != 0 && !r.partisan(h, d) {
			r.log.Drop(d.at(), trace.OthersDeed, h, "")
			return i, false, true
		}
		if r.turn(t, d, trace.ActsOn, h, said); said != 0 && !t.named && r.inPassing(h, d) {
			t.polar, t.named = false, true
		}
		r.turn(t, d, trace.Evaluates, h, r.judged(i, h))
		r.turn(t, d, trace.ActsOn, h, r.felt(i, h))
		if r.negated(h) && r.verb(h) || r.none(h) {
			t.sign = -t.sign
			r.sides(d, trace.Negates, h, -1)
		}
		i = h
	}
	if !t.polar {
		why, by, found := r.found(d, m)
		r.turn(t, d, why, by, found)
	}
	root := r.root(d.content)
	if root >= 0 && r.open(root) {
		r.log.Drop(d.at(), trace.OnlyWhen, root, "")
		return i, false, false
	}
	if t.polar && d.cue >= 0 {
		r.turn(t, d, trace.CueSides, d.cue, r.felt(root, d.cue))
	}
	return i, true, false
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
		if d.cue < 0 {
			return false
		}
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
