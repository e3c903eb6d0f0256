package identity

import (
	"slices"
	"strings"

	"dateline/graph"
)

// A local is a member of a block with what its payload says.
type local[T any] struct {
	article graph.ID
	id      graph.Local
	is      T
}

func (l local[T]) assign(entity graph.ID, candidates ...graph.ID) graph.Assignment {
	return graph.Assignment{Article: l.article, Local: l.id, Entity: entity, Candidates: candidates}
}

// A bearer is a person whom a block knows by full name, with every role that
// sources show.
type bearer struct {
	id    graph.ID
	roles []role
}

// decidePersons decides the block of a word by which people are called. Those
// with a full name are one if they share it, initials aside; those called by
// the word alone are the one bearer of it who fits, or nobody if several do.
// They are no bearer from whom the word alone is judged different.
func decidePersons(word string, block []local[person], judged graph.Judged) []graph.Assignment {
	var assigned []graph.Assignment
	var bearers []bearer
	for _, group := range byName(block) {
		for _, part := range partByInitials(group) {
			part.id = judged.Of(part.id)
			b := bearer{id: part.id}
			for _, l := range part.locals {
				b.roles = append(b.roles, l.is.Roles...)
				if surname(l.is.Name) == word {
					assigned = append(assigned, l.assign(part.id))
				}
			}
			if part.id != "" && !judged.Apart(aloneID(word), part.id) {
				bearers = append(bearers, b)
			}
		}
	}
	var alone []local[person]
	for _, l := range block {
		if fullName(l.is.Name) {
			continue
		}
		fits := fitting(l.is, bearers)
		switch len(fits) {
		case 0:
			alone = append(alone, l)
		case 1:
			assigned = append(assigned, l.assign(fits[0]))
		default:
			assigned = append(assigned, l.assign("", fits...))
		}
	}
	return append(assigned, decideAlone(word, alone, judged)...)
}

// A part is a set of locals that are one person; its ID is empty if they
// might be several.
type part struct {
	id     graph.ID
	locals []local[person]
}

// byName groups the locals with a full name by its words without initials.
func byName(block []local[person]) [][]local[person] {
	groups := map[string][]local[person]{}
	for _, l := range block {
		if fullName(l.is.Name) {
			key := slug(withoutInitials(l.is.Name))
			groups[key] = append(groups[key], l)
		}
	}
	return valuesByKey(groups)
}

func withoutInitials(name []string) []string {
	kept := slices.DeleteFunc(slices.Clone(name), func(w string) bool { return len([]rune(w)) == 1 })
	if len(kept) < 2 {
		return name
	}
	return kept
}

// partByInitials keeps apart namesakes whom sources tell apart by initials
// ("George W." and "George H. W."); whoever is named without them then is
// neither.
func partByInitials(group []local[person]) []part {
	initials := map[string]part{}
	for _, l := range group {
		sign := initialsOf(l.is.Name)
		p := initials[sign]
		p.locals = append(p.locals, l)
		initials[sign] = p
	}
	name := slug(withoutInitials(group[0].is.Name))
	if len(initials) == 1 || len(initials) == 2 && initials[""].locals != nil {
		return []part{{graph.ID("person:" + name), group}}
	}
	for sign, p := range initials {
		if sign != "" {
			p.id = graph.ID("person:" + name + "-" + sign)
			initials[sign] = p
		}
	}
	return valuesByKey(initials)
}

func initialsOf(name []string) string {
	var initials []string
	for _, w := range name {
		if len([]rune(w)) == 1 {
			initials = append(initials, w)
		}
	}
	return slug(initials)
}

// fitting gives the bearers whom a person without a full name may be: those
// who share an office with it; else those who share its country or body; else
// those of whom nothing speaks against it.
func fitting(p person, bearers []bearer) []graph.ID {
	same := func(a, b role) bool { return a.Of == b.Of && bare(a.Title) == bare(b.Title) }
	near := func(a, b role) bool { return a.Of == b.Of }
	shares := func(b bearer, test func(a, b role) bool) bool {
		return slices.ContainsFunc(held(p.Roles), func(r role) bool {
			return slices.ContainsFunc(held(b.roles), func(s role) bool { return test(r, s) })
		})
	}
	for _, test := range []func(a, b role) bool{same, near} {
		if fits := pick(bearers, func(b bearer) bool { return shares(b, test) }); len(fits) > 0 {
			return fits
		}
	}
	return pick(bearers, func(b bearer) bool { return len(held(p.Roles)) == 0 || len(held(b.roles)) == 0 })
}

// held are the roles that are tied to a country or body.
func held(roles []role) []role {
	return slices.DeleteFunc(slices.Clone(roles), func(r role) bool { return r.Of == "" })
}

func bare(title string) string { return strings.TrimPrefix(title, "former ") }

func pick(bearers []bearer, test func(bearer) bool) []graph.ID {
	var ids []graph.ID
	for _, b := range bearers {
		if test(b) {
			ids = append(ids, b.id)
		}
	}
	return graph.Unique(ids)
}

// aloneID is the ID of a person whom no full name explains: the word by which
// it is called, or an office alone.
func aloneID(words ...string) graph.ID { return graph.ID("person:" + slug(words)) }

// decideAlone decides those whom no full name explains. They are one person
// unless their offices are of different countries and bodies; then whoever is
// without an office is none of them.
func decideAlone(word string, alone []local[person], judged graph.Judged) []graph.Assignment {
	bodies := map[string]bool{}
	of := func(l local[person]) string {
		roles := held(l.is.Roles)
		if len(roles) == 0 {
			return ""
		}
		return slices.MinFunc(roles, func(a, b role) int { return strings.Compare(a.Of, b.Of) }).Of
	}
	for _, l := range alone {
		if body := of(l); body != "" {
			bodies[body] = true
		}
	}
	id := func(body string) graph.ID {
		return judged.Of(aloneID(append([]string{word}, graph.Words(body)...)...))
	}
	var candidates []graph.ID
	for body := range bodies {
		candidates = append(candidates, id(body))
	}
	candidates = graph.Unique(candidates)
	var assigned []graph.Assignment
	for _, l := range alone {
		switch body := of(l); {
		case len(bodies) < 2:
			assigned = append(assigned, l.assign(id("")))
		case body == "":
			assigned = append(assigned, l.assign("", candidates...))
		default:
			assigned = append(assigned, l.assign(id(body)))
		}
	}
	return assigned
}
