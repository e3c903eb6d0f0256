package statement

import (
	"strings"

	"dateline/graph"
)

// actOf tells what a speaker does by a statement. A plain cue ("said") leaves
// it to the content: a question asks, "we reject …" rejects.
func (r *reading) actOf(d draft) graph.Act {
	act := d.entry.act
	if act == "" {
		act = graph.Assert
	}
	negated := d.cue >= 0 && r.negated(d.cue)
	switch {
	case negated && (act == graph.Promise || act == graph.Accept || act == graph.Propose):
		return graph.Reject
	case negated && act == graph.Deny, negated && act == graph.Reject:
		return graph.Assert
	case act == graph.Threaten && d.cue >= 0 && r.lemma(d.cue) == "warn" && r.ofOthers(d):
		return graph.Assert // of what comes from elsewhere one gives notice
	case act != graph.Assert || len(d.content) == 0:
		return act
	}
	if d.quoted && r.lower[d.content[len(d.content)-1]] == "?" {
		return graph.Ask
	}
	if e, negated := r.performed(d); e.act != "" && e.act != graph.Assert {
		if negated {
			return opposite(e.act)
		}
		return e.act
	}
	if r.promises(d) {
		return graph.Promise
	}
	return act
}

// ofOthers tells whether the clause that is said has a subject other than the
// speaker.
func (r *reading) ofOthers(d draft) bool {
	v := r.root(d.content)
	if v < 0 || !r.verb(v) {
		return false
	}
	s := r.subject(v)
	return s >= 0 && !r.selfSame(s, d) && !r.speaksFor(d, s)
}

// promises tells whether a speaker says what he or she will do: "we will send
// ships", "announced she would resign".
func (r *reading) promises(d draft) bool {
	v := r.root(d.content)
	if v < 0 || r.token(v).POS != "VERB" || r.child(v, "auxpass", "neg") >= 0 || len(r.entries(v)) > 0 {
		return false
	}
	if s := r.subject(v); s < 0 || !r.selfSame(s, d) {
		return false
	}
	for _, c := range r.doc.Children(v) {
		switch r.lower[c] {
		case "will", "shall", "'ll", "’ll":
			return true
		case "would":
			return !d.quoted && d.cue >= 0 && r.lemma(d.cue) == "announce"
		}
	}
	return false
}

// performed is the lexicon's line for the main verb of the content, if the
// speaker is its subject: "we oppose the ban" opposes.
func (r *reading) performed(d draft) (e entry, negated bool) {
	v := r.root(d.content)
	if v < 0 || !r.verb(v) {
		return entry{}, false
	}
	s := r.subject(v)
	if s < 0 || r.child(v, "auxpass") >= 0 || !r.selfSame(s, d) {
		return entry{}, false
	}
	for _, e := range r.entries(v) {
		switch e.class {
		case verdict, commissive, directive:
			return e, r.negated(v)
		case speech:
			if e.act != graph.Assert && e.act != graph.Ask {
				return e, r.negated(v)
			}
		}
	}
	return entry{}, false
}

// selfSame tells whether a subject in the content means the speaker.
func (r *reading) selfSame(s int, d draft) bool {
	switch r.lower[s] {
	case "i", "we", "my", "our":
		return d.quoted || r.inside[s] >= 0
	}
	speaker, _ := r.speaker(d.source)
	e, _ := r.meant(s)
	return speaker >= 0 && e == speaker
}

// root is the first token of the content whose head stands outside of it.
func (r *reading) root(content []int) int {
	for _, i := range content {
		if h := r.token(i).Head; (h == i || !within(content, h)) && r.word(i) && r.token(i).Dep != "punct" {
			return i
		}
	}
	return -1
}

// negated tells whether a verb is denied.
func (r *reading) negated(v int) bool {
	if t := r.token(v); t.Dep == "pcomp" {
		switch r.lemma(r.token(t.Head).Head) {
		case "short", "refrain":
			return true // "stopped short of promising to …"
		}
	}
	for _, c := range r.doc.Children(v) {
		switch t := r.token(int(c)); {
		case t.Dep == "neg", t.Dep == "det" && strings.EqualFold(t.Text, "no"), t.Dep == "nsubj" && r.nobody(int(c)):
			return true
		}
	}
	return false
}

// nobody tells whether a subject is nobody: "no one", "no senator", "neither side".
func (r *reading) nobody(subject int) bool {
	switch r.lower[subject] {
	case "nobody", "none", "neither", "no-one":
		return true
	}
	det := r.child(subject, "det")
	return det >= 0 && (r.lower[det] == "no" || r.lower[det] == "neither") && r.lower[subject] != "doubt"
}

func opposite(act graph.Act) graph.Act {
	switch act {
	case graph.Accept, graph.Promise, graph.Propose, graph.Praise:
		return graph.Reject
	case graph.Reject, graph.Deny, graph.Criticize:
		return graph.Assert
	case graph.Accuse, graph.Demand, graph.Request, graph.Threaten:
		return graph.Deny
	}
	return act
}
