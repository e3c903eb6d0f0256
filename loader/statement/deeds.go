package statement

import "dateline/graph"

// others tells whether a verb in the content reports what somebody else did,
// not what the speaker does or wants done.
func (r *reading) others(v int, d draft) bool {
	if !r.verb(v) || cueSign(d.entry.act) != 0 {
		return false
	}
	s := r.child(v, "nsubj", "nsubjpass")
	if s >= 0 && (r.selfSame(s, d) || r.speaksFor(d, s)) {
		return false
	}
	if r.child(v, "auxpass") >= 0 {
		return r.child(v, "aux") < 0 // "a ban was ordered", by whomever
	}
	if s < 0 || r.policyAt[s].tokens.End > 0 {
		return false
	}
	return !r.obliged(v)
}

// speaksFor tells whether a subject is the country or body for which the
// speaker holds an office.
func (r *reading) speaksFor(d draft, s int) bool {
	if p := r.child(s, "poss"); p >= 0 && r.doc.Tokens[p].Tag == "PRP$" && r.selfSame(p, d) {
		return true // "her government"
	}
	speaker, _ := r.speaker(d.source)
	e, _ := r.meant(s)
	bare := e < 0 && r.lemma(s) == "government" && r.child(s, "amod", "compound", "poss") < 0 // "the government"
	for _, role := range r.coref.Roles {
		if speaker >= 0 && role.Holder == speaker && role.Of >= 0 && (graph.Role{Title: role.Title}).Held() &&
			(role.Of == e || bare && r.coref.Entities[role.Of].Kind == graph.Country) {
			return true
		}
	}
	return false
}
