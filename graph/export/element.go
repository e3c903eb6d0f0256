package export

import (
	"strings"

	"dateline/graph"
)

// labels are the types of the schema by the kinds of the graph.
var labels = map[string]string{
	string(graph.Person): "Person", string(graph.Country): "Country", string(graph.Organization): "Organization", string(graph.Policy): "Policy",
	string(graph.KindStatement): "Statement", string(graph.KindEvent): "Event", string(graph.KindPolicyStage): "PolicyStage", string(graph.KindPositionChange): "PositionChange",
}

func entityNode(e graph.Entity) node {
	return node{id: e.ID, label: labels[string(e.Kind)], name: e.Name, properties: given(
		text("aliases", strings.Join(e.Aliases, "; ")), text("iso2", e.ISO2), text("iso3", e.ISO3), text("wikidata", e.Wikidata),
		text("sector", e.Sector), number("articles", e.ArticleCount))}
}

func entityEdges(e graph.Entity) []edge {
	var list []edge
	if e.Country != "" {
		list = append(list, edge{from: e.ID, to: e.Country, label: "BELONGS_TO"})
	}
	for _, id := range e.Proposers {
		list = append(list, edge{from: id, to: e.ID, label: "PROPOSES"})
	}
	for _, id := range e.Targets {
		list = append(list, edge{from: e.ID, to: id, label: "AIMS_AT"})
	}
	return list
}

// roleDate is the interval in which sources show a role; nil without a dated one.
func roleDate(r graph.Role) *graph.FuzzyDate {
	if r.From == nil || r.To == nil {
		return nil
	}
	value := r.From.Value + "/" + r.To.Value
	if r.From.Value == r.To.Value {
		value = r.From.Value
	}
	return &graph.FuzzyDate{Value: value, Precision: graph.PrecisionInterval, Start: r.From.Start, End: max(r.From.End, r.To.End)}
}

func roleNode(r graph.Role) node {
	return node{id: r.ID, label: "Role", name: r.Title, date: roleDate(r)}
}

func roleEdges(r graph.Role) []edge {
	list := []edge{{from: r.Holder, to: r.ID, label: "HOLDS", date: roleDate(r)}}
	if r.Of != "" {
		list = append(list, edge{from: r.ID, to: r.Of, label: "OF", date: roleDate(r)})
	}
	return list
}

func itemNode(i graph.Item) node {
	n := node{id: i.ID, label: labels[string(i.Kind)], name: i.Summary, date: i.Date}
	switch {
	case i.Statement != nil:
		s := i.Statement
		n.properties = given(text("type", s.Act), text("form", s.Form), text("stance", s.Stance), text("text", s.Text), text("source", s.SpeakerText))
	case i.Event != nil:
		e := i.Event
		n.properties = given(text("type", e.Type), text("mode", e.Mode), text("status", e.Status), text("text", e.Text))
	case i.Stage != nil:
		n.properties = given(text("type", i.Stage.Stage), text("text", i.Stage.Text))
	case i.Change != nil:
		n.properties = given(text("stance", i.Change.To), text("stance_before", i.Change.From))
	}
	n.properties = append(n.properties, number("confidence", i.Confidence),
		number("articles", i.Corroboration.Articles), number("sources", i.Corroboration.Sources))
	return n
}

// roleLabels name the edges between an item and who takes part; true where
// the edge leads to the item.
var roleLabels = map[graph.ItemKind]map[graph.ParticipantRole]struct {
	label string
	to    bool
}{
	graph.KindStatement:      {graph.Speaker: {"SAID", true}, graph.Addressee: {"ADDRESSES", false}, graph.About: {"ABOUT", false}, graph.PolicyObject: {"TAKES_POSITION", false}},
	graph.KindEvent:          {graph.Actor: {"ACTS_IN", true}, graph.Target: {"TARGETS", false}, graph.PolicyObject: {"CONCERNS", false}},
	graph.KindPolicyStage:    {graph.Actor: {"MOVES", true}, graph.PolicyObject: {"STAGE_OF", false}},
	graph.KindPositionChange: {graph.Actor: {"CHANGES", true}, graph.PolicyObject: {"ON", false}},
}

func itemEdges(i graph.Item) []edge {
	var list []edge
	add := func(from, to graph.ID, label string, properties ...property) {
		if from != "" && to != "" {
			list = append(list, edge{from: from, to: to, label: label, date: i.Date, properties: properties})
		}
	}
	for _, p := range i.Participants {
		role := roleLabels[i.Kind][p.Role]
		switch {
		case p.Role == graph.OnBehalf:
			add(i.ID, p.Entity, "ON_BEHALF_OF")
		case role.to:
			add(p.Entity, i.ID, role.label)
		case p.Role == graph.PolicyObject && i.Statement != nil:
			add(i.ID, p.Entity, role.label, text("stance", i.Statement.Stance))
		default:
			add(i.ID, p.Entity, role.label)
		}
	}
	if s := i.Statement; s != nil {
		add(i.ID, s.Reports, "REPORTS_ON")
	}
	if c := i.Change; c != nil {
		add(i.ID, c.Before, "BEFORE")
		add(i.ID, c.After, "AFTER")
	}
	return list
}

func articleNode(a graph.Article) node {
	return node{id: a.ID, label: "Article", name: a.Title, date: a.Published, properties: given(
		text("key", a.Key), text("url", a.URL), text("publisher", a.Publisher), text("language", a.Language))}
}
