package identity

import (
	"cmp"
	_ "embed"
	"strings"

	"dateline/graph"
)

//go:embed generic.txt
var genericList string

// generic are words that name no particular body.
var generic = func() map[string]bool {
	words := map[string]bool{}
	for line := range strings.Lines(genericList) {
		if !strings.HasPrefix(line, "#") {
			words[strings.TrimSpace(line)] = true
		}
	}
	return words
}()

// organizationKey is what makes two local organizations one: the gazetteer's
// name or the name in the text; with the country where the name alone names no
// particular body ("Ministry of Defence"). Empty if the article has but an
// acronym, or a generic name without a country.
func organizationKey(e graph.LocalEntity) string {
	words := graph.Words(cmp.Or(e.Canonical, e.Name))
	if len(words) > 0 && words[0] == "the" {
		words = words[1:]
	}
	switch {
	case len(words) == 0:
		return ""
	case e.Canonical != "":
		return slug(words)
	case isGeneric(words):
		if e.Country == "" {
			return ""
		}
		return slug(append(words, strings.ToLower(e.Country)))
	case acronymAlone(e):
		return ""
	}
	return slug(words)
}

func isGeneric(words []string) bool {
	for _, w := range words {
		if !generic[w] {
			return false
		}
	}
	return true
}

// acronymAlone tells whether the article names an organization by nothing but
// an acronym.
func acronymAlone(e graph.LocalEntity) bool {
	name := strings.ReplaceAll(e.Name, ".", "")
	return !strings.Contains(name, " ") && len(name) <= 6 && strings.ToUpper(name) == name
}

func acronymOf(e graph.LocalEntity) string {
	if e.Acronym != "" {
		return slug(graph.Words(strings.ReplaceAll(e.Acronym, ".", "")))
	}
	if acronymAlone(e) {
		return slug(graph.Words(strings.ReplaceAll(e.Name, ".", "")))
	}
	return ""
}

func organizationID(key string) graph.ID { return graph.ID("organization:" + key) }

// organization takes part in the block of its acronym, where those who are
// named by it alone are decided. The others need no block.
func (m *members) organization(e graph.LocalEntity) {
	if a := acronymOf(e); a != "" && !(isGeneric(graph.Words(e.Name)) && e.Canonical == "") {
		m.add(acronymBlock(a), e.ID, organization{Key: organizationKey(e)})
	}
}

// decideAcronym decides who is named by an acronym alone: the one organization
// that some article ties to it, nobody if there are several, and if there is
// none, whoever goes by that acronym. It is none from which the acronym alone is
// judged different.
func decideAcronym(acronym string, block []local[organization], judged graph.Judged) []graph.Assignment {
	var ids []graph.ID
	for _, l := range block {
		if id := judged.Of(organizationID(l.is.Key)); l.is.Key != "" && !judged.Apart(organizationID(acronym), id) {
			ids = append(ids, id)
		}
	}
	ids = graph.Unique(ids)
	var assigned []graph.Assignment
	for _, l := range block {
		switch {
		case l.is.Key != "":
		case len(ids) == 0:
			assigned = append(assigned, l.assign(judged.Of(organizationID(acronym))))
		case len(ids) == 1:
			assigned = append(assigned, l.assign(ids[0]))
		default:
			assigned = append(assigned, l.assign("", ids...))
		}
	}
	return assigned
}
