package graph

import (
	"cmp"
	"slices"
	"strings"
)

// roleOrder is the contract's order of participant roles.
var roleOrder = map[ParticipantRole]int{Speaker: 0, Addressee: 1, About: 2, Actor: 3, Target: 4, PolicyObject: 5, OnBehalf: 6}

// participants lists who takes part in an item: those that its fields name,
// and ON_BEHALF of whom its speakers and actors act. Who takes part directly
// is not listed as ON_BEHALF too.
func participants(item Item, reports []Report, roles []Role) []Participant {
	list := direct(item)
	there := map[ID]bool{}
	acting := map[ID]bool{}
	for _, p := range list {
		there[p.Entity] = true
		if p.Role == Speaker || p.Role == Actor {
			acting[p.Entity] = true
		}
	}
	behalf := func(of ID) {
		if of != "" && !there[of] {
			there[of] = true
			list = append(list, Participant{of, OnBehalf})
		}
	}
	for _, r := range reports {
		for _, of := range r.OnBehalf {
			behalf(of)
		}
	}
	for _, role := range roles {
		if item.Date != nil && acting[role.Holder] && role.Held() && role.On(item.Date.Start, item.Date.End) {
			behalf(role.Of)
		}
	}
	slices.SortFunc(list, func(a, b Participant) int {
		return cmp.Or(cmp.Compare(roleOrder[a.Role], roleOrder[b.Role]), cmp.Compare(a.Entity, b.Entity))
	})
	return slices.Compact(list)
}

// direct lists the participants that the item's own fields name.
func direct(item Item) []Participant {
	var list []Participant
	add := func(role ParticipantRole, ids ...ID) {
		for _, id := range ids {
			if id != "" {
				list = append(list, Participant{id, role})
			}
		}
	}
	switch {
	case item.Statement != nil:
		s := item.Statement
		add(Speaker, s.Speaker)
		add(Addressee, s.Addressees...)
		add(About, s.About...)
		add(PolicyObject, s.Policy)
	case item.Event != nil:
		e := item.Event
		add(Actor, e.Actors...)
		add(Target, e.Targets...)
		add(PolicyObject, e.Policy)
	case item.Stage != nil:
		add(Actor, item.Stage.Actors...)
		add(PolicyObject, item.Stage.Policy)
	case item.Change != nil:
		add(Actor, item.Change.Actor)
		add(PolicyObject, item.Change.Policy)
	}
	return list
}

// Held tells whether the role is one that its holder has, so that what the
// holder does is also done for what it is of. Who stands for an office, or had
// it, does nothing for the country.
func (r Role) Held() bool {
	for _, word := range strings.FieldsFunc(r.Title, func(c rune) bool { return c == ' ' || c == '-' }) {
		switch word {
		case "former", "ex", "candidate", "nominee", "hopeful", "contender", "challenger", "elect", "designate", "frontrunner", "mate":
			return false
		}
	}
	return true
}
