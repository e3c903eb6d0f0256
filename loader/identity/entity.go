package identity

import (
	"strings"

	"dateline/graph"
)

const maxAliases = 50

// foldEntity makes an entity of the tally of its uses.
func foldEntity(id graph.ID, t graph.Tally) graph.Entity {
	e := graph.Entity{ID: id, Kind: kindOf(id), ArticleCount: t.Articles}
	for _, d := range t.Details { // most frequent first
		switch value := graph.ID(d.Value); d.Field {
		case graph.DetailName:
			first(&e.Name, d.Value)
		case graph.DetailWikidata:
			first(&e.Wikidata, d.Value)
		case graph.DetailISO2:
			first(&e.ISO2, d.Value)
		case graph.DetailSector:
			first(&e.Sector, d.Value)
		case graph.DetailCountry:
			first(&e.Country, value)
		case graph.DetailProposer:
			e.Proposers = append(e.Proposers, value)
		case graph.DetailTarget:
			e.Targets = append(e.Targets, value)
		}
	}
	if e.Kind == graph.Country {
		e.ISO3 = strings.TrimPrefix(string(id), "country:")
	}
	e.Proposers, e.Targets = graph.Unique(e.Proposers), graph.Unique(e.Targets)
	first(&e.Name, preferredName(e.Kind, t.Names))
	for _, n := range t.Names {
		if n.Name != e.Name && len(e.Aliases) < maxAliases {
			e.Aliases = append(e.Aliases, n.Name)
		}
	}
	return e
}

func first[T ~string](field *T, value T) {
	if *field == "" {
		*field = value
	}
}

// preferredName is the most frequent name; of a person, the most frequent of
// the full ones; of an organization, the most frequent that is no acronym.
func preferredName(kind graph.EntityKind, names []graph.NameCount) string {
	for _, n := range names {
		if kind != graph.Person && kind != graph.Organization || strings.Contains(n.Name, " ") {
			return n.Name
		}
	}
	if len(names) == 0 {
		return ""
	}
	return names[0].Name
}

func kindOf(id graph.ID) graph.EntityKind {
	kind, _, _ := strings.Cut(string(id), ":")
	return graph.EntityKind(strings.ToUpper(kind))
}
