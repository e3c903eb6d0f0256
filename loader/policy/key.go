package policy

import (
	"cmp"
	"slices"
	"strings"

	"dateline/graph"
)

// key is what makes policies of several articles one. What is said too broadly
// for that is left out: an airstrike is told by its target, a security plan by
// those who propose it.
func (r *reading) key(g int, p Policy) *graph.PolicyKey {
	group := &r.groups[g]
	key := &graph.PolicyKey{Instrument: group.name, Title: group.title}
	key.Proposer, key.Target = r.countryOf(p.Proposers), r.countryOf(p.Targets)
	if key.Target == key.Proposer {
		key.Target = ""
	}
	about := r.about(g)
	switch {
	case acute[group.name] || targeted[group.name] && len(about) == 0:
		about = r.aimedAt(p)
	case !slices.ContainsFunc(about, func(w string) bool { return !r.broad[w] }) && key.Proposer+key.Target == "":
		about = nil
	}
	key.Object = strings.Join(about, " ")
	return key
}

// acute are the instruments of which there are many with one object: only
// their target tells them apart.
var acute = map[string]bool{"strike": true, "operation": true, "ruling": true, "subpoena": true, "sanction": true, "mourning": true}

// aimedAt are the words of the name of the first target.
func (r *reading) aimedAt(p Policy) []string {
	for _, e := range p.Targets {
		name := r.coref.Entities[e].Name
		if words := graph.Words(name); len(words) > 0 {
			if r.coref.Entities[e].Kind == graph.Person {
				words = words[len(words)-1:]
			}
			return sorted(words)
		}
	}
	return nil
}

func (r *reading) countryOf(entities []int) string {
	for _, e := range entities {
		if c := r.country(e); c != "" {
			return c
		}
	}
	return ""
}

// about are the words that tell what a policy is about: those before the head
// of its most used phrase, else what its first phrase says after the head.
func (r *reading) about(g int) []string {
	counts := map[string]int{}
	var list [][]string
	for _, i := range r.groups[g].phrases {
		if words := sorted(r.phrases[i].before); len(words) > 0 {
			joined := strings.Join(words, " ")
			if counts[joined]++; counts[joined] == 1 {
				list = append(list, words)
			}
		}
	}
	if len(list) > 0 {
		slices.SortStableFunc(list, func(a, b []string) int {
			return cmp.Or(cmp.Compare(counts[strings.Join(b, " ")], counts[strings.Join(a, " ")]), cmp.Compare(len(a), len(b)))
		})
		return list[0]
	}
	for _, i := range r.groups[g].phrases {
		if after := r.phrases[i].after; len(after) > 0 {
			for _, w := range after {
				if r.nominal[w] {
					return []string{w}
				}
			}
			return after[:1]
		}
	}
	return nil
}

func sorted(words []string) []string {
	list := slices.Clone(words)
	slices.Sort(list)
	return slices.Compact(list)
}
