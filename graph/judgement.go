package graph

import (
	"cmp"
	"context"
	"slices"
	"time"
)

// A Judgement is a person's decision on identity: that two entities are the
// same, or that they are different. It holds for whatever is loaded before or
// after it, until it is revoked.
type Judgement struct {
	// ID is a function of what is judged and by whom.
	ID   ID   `json:"id"`
	Same bool `json:"same"`
	// A and B are of one kind, A the lesser. They need not exist at present: a
	// surname alone that is judged different from its bearer is `person:SURNAME`.
	A ID `json:"a"`
	B ID `json:"b"`
	// Why and By are for people.
	Why string    `json:"why"`
	By  string    `json:"by,omitempty"`
	At  time.Time `json:"at"`
}

// NewJudgement makes a judgement on two entities in any order. They have to be
// two, and of one kind.
func NewJudgement(same bool, a, b ID, why, by string, at time.Time) (Judgement, error) {
	switch kind := KindOfID(a); {
	case !slices.Contains(EntityKinds, kind) || !slices.Contains(EntityKinds, KindOfID(b)):
		return Judgement{}, Errorf(BadRequest, "%s and %s: a judgement is on people, countries, organizations or policies", a, b)
	case kind != KindOfID(b):
		return Judgement{}, Errorf(BadRequest, "%s and %s are of different kinds and need no judgement", a, b)
	case a == b:
		return Judgement{}, Errorf(BadRequest, "%s is one entity already: name two", a)
	case why == "":
		return Judgement{}, Errorf(BadRequest, "a judgement needs a reason, so that others can judge it")
	}
	if b < a {
		a, b = b, a
	}
	word := "different"
	if same {
		word = "same"
	}
	id := HashID("judgement", word, string(a), string(b), by)
	return Judgement{ID: id, Same: same, A: a, B: b, Why: why, By: by, At: at.UTC().Truncate(time.Second)}, nil
}

// A Judge keeps judgements. Both methods exclude Resolve, Put and Delete, and
// mark the blocks and articles of the local entities that are assigned to what
// the judgement touches (see Touched), so that Resolve computes them anew.
type Judge interface {
	// Judge records judgements, all or none. One whose ID is there stays as it is.
	Judge(ctx context.Context, judgements []Judgement) error
	// Revoke takes a judgement back and tells whether it was there.
	Revoke(ctx context.Context, id ID) (bool, error)
}

// Judged says what a set of judgements makes of entities. It is a function of
// the set alone.
type Judged struct {
	group map[ID]ID   // to the least ID of the group; the alone are left out
	apart map[ID][]ID // by ID, whom it is judged different from
	all   map[ID][]ID // the members of a group, by its least ID
}

// NewJudged sums judgements up. Where they contradict each other, different
// prevails: a wrong merge is worse than a split.
func NewJudged(list []Judgement) Judged {
	j := Judged{group: map[ID]ID{}, apart: map[ID][]ID{}, all: map[ID][]ID{}}
	list = slices.Clone(list)
	slices.SortFunc(list, func(a, b Judgement) int {
		return cmp.Or(cmp.Compare(a.A, b.A), cmp.Compare(a.B, b.B), cmp.Compare(a.ID, b.ID))
	})
	for _, d := range list {
		if !d.Same {
			j.apart[d.A] = append(j.apart[d.A], d.B)
			j.apart[d.B] = append(j.apart[d.B], d.A)
		}
	}
	for _, s := range list {
		a, b := j.Of(s.A), j.Of(s.B)
		if !s.Same || a == b || j.Apart(a, b) {
			continue
		}
		least, other := min(a, b), max(a, b)
		members := Unique(append(j.members(a), j.members(b)...))
		for _, id := range members {
			j.group[id] = least
		}
		delete(j.all, other)
		j.all[least] = members
	}
	return j
}

// Of is the entity that stands for one: the least of those judged the same.
func (j Judged) Of(id ID) ID {
	if least, ok := j.group[id]; ok {
		return least
	}
	return id
}

// Apart tells whether two entities, or any judged the same as them, are judged
// different.
func (j Judged) Apart(a, b ID) bool {
	others := j.members(j.Of(b))
	for _, id := range j.members(j.Of(a)) {
		for _, different := range j.apart[id] {
			if slices.Contains(others, different) {
				return true
			}
		}
	}
	return false
}

// Merged lists the entities for which another stands, sorted.
func (j Judged) Merged() []ID {
	var ids []ID
	for id, least := range j.group {
		if id != least {
			ids = append(ids, id)
		}
	}
	return Unique(ids)
}

func (j Judged) members(least ID) []ID {
	if members, ok := j.all[least]; ok {
		return members
	}
	return []ID{least}
}

// BrokenJudgements gives a line for each judgement that NewJudgement does not
// make, for Scanner.Check.
func BrokenJudgements(list []Judgement) []string {
	var lines []string
	for _, j := range list {
		if made, err := NewJudgement(j.Same, j.A, j.B, j.Why, j.By, j.At); err != nil || made != j {
			lines = append(lines, "judgement that is none: "+string(j.ID))
		}
	}
	return lines
}

// Touched lists the entities of which the locals may become another when a
// judgement is made or revoked, sorted: both, and all that judgements connect
// them with. The judgements are those beside it.
func Touched(beside []Judgement, judgement Judgement) []ID {
	there := map[ID]bool{judgement.A: true, judgement.B: true}
	for grown := true; grown; {
		grown = false
		for _, j := range beside {
			if j.Same && there[j.A] != there[j.B] {
				there[j.A], there[j.B], grown = true, true, true
			}
		}
	}
	var ids []ID
	for id := range there {
		ids = append(ids, id)
	}
	return Unique(ids)
}
