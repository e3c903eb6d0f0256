package identity

import (
	"encoding/json"
	"strings"

	"dateline/graph"
)

// A person is a local person as its blocks see it.
type person struct {
	// Name is in folded words, empty for one known only by a role.
	Name  []string `json:"n,omitempty"`
	Roles []role   `json:"r,omitempty"`
	// Country is an alpha-3 code, empty if unknown.
	Country string `json:"c,omitempty"`
}

// A role is an office as a block sees it; two locals with equal ones hold the
// same office.
type role struct {
	Title string `json:"t"`
	// Of is a country's alpha-3 code or an organization's key.
	Of string `json:"o"`
	// From and To are the days for which the article shows it.
	From graph.Day `json:"f"`
	To   graph.Day `json:"e"`
}

// An organization is a local organization as its acronym's block sees it.
type organization struct {
	// Key is empty if the article uses the acronym alone.
	Key string `json:"k,omitempty"`
}

func personBlock(word string) string        { return "0/person/" + word }
func acronymBlock(acronym string) string    { return "0/acronym/" + acronym }
func policyBlock(core string) string        { return "0/policy/" + core }
func roleBlock(r role) string               { return "1/role/" + r.Title + "/" + r.Of }
func hasPrefix(block, prefix string) bool   { return strings.HasPrefix(block, prefix) }
func fullName(words []string) bool          { return len(words) > 1 }
func surname(words []string) string         { return words[len(words)-1] }
func slug(words []string) string            { return strings.Join(words, "-") }
func encode(v any) []byte                   { b, _ := json.Marshal(v); return b }
func decode[T any](b []byte) (v T, e error) { e = json.Unmarshal(b, &v); return v, e }

// Members gives the blocks in which an article takes part.
func Members(r graph.Reading) []graph.Member {
	m := members{reading: r}
	for _, e := range r.Extraction.Entities {
		switch e.Kind {
		case graph.Person:
			m.person(e)
		case graph.Organization:
			m.organization(e)
		case graph.Policy:
			m.policy(e)
		}
	}
	m.copies()
	return m.list
}

type members struct {
	reading graph.Reading
	list    []graph.Member
}

func (m *members) add(block string, local graph.Local, payload any) {
	m.list = append(m.list, graph.Member{Block: block, Article: m.reading.Article.ID, Local: local, Payload: encode(payload)})
}

// person takes part in the block of each word by which it may be called alone,
// and in that of each role.
func (m *members) person(e graph.LocalEntity) {
	p := person{Name: graph.Words(e.Name), Roles: m.roles(e.ID), Country: e.Country}
	if len(p.Name) > 0 {
		for _, word := range graph.Unique([]string{p.Name[0], surname(p.Name)}) {
			m.add(personBlock(word), e.ID, p)
		}
	}
	for _, block := range roleBlocks(p) {
		m.add(block, e.ID, p)
	}
}

// roleBlocks are the blocks of the roles that are held at present.
func roleBlocks(p person) []string {
	var blocks []string
	for _, r := range p.Roles {
		if r.Of != "" && !hasPrefix(r.Title, "former ") {
			blocks = append(blocks, roleBlock(r))
		}
	}
	return graph.Unique(blocks)
}

func (m *members) roles(holder graph.Local) []role {
	var list []role
	for _, r := range m.reading.Extraction.Roles {
		if r.Holder != holder {
			continue
		}
		date := r.AsOf
		if date == nil {
			date = m.reading.Article.Published
		}
		if date == nil {
			date = &graph.FuzzyDate{Start: graph.MinDay, End: graph.MaxDay}
		}
		list = append(list, role{Title: strings.ToLower(r.Title), Of: m.key(r.Of), From: date.Start, To: date.End})
	}
	return list
}

// key names a country or organization across articles without asking any
// block: its code or its name.
func (m *members) key(local graph.Local) string {
	for _, e := range m.reading.Extraction.Entities {
		switch {
		case local == "" || e.ID != local:
		case e.Kind == graph.Country:
			return e.ISO3
		default:
			return organizationKey(e)
		}
	}
	return ""
}
