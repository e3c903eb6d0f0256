package export

import (
	"context"
	"strconv"

	"dateline/graph"
)

// A network is the graph as nodes and edges, as the formats of graph tools
// want it:
//
//	(Person|…)-[SAID]->(Statement)-[ADDRESSES|ABOUT|REPORTS_ON]->…
//	(Statement)-[TAKES_POSITION]->(Policy)
//	(Person|…)-[ACTS_IN]->(Event)-[TARGETS]->…, (Event)-[CONCERNS]->(Policy)
//	(Person|…)-[MOVES]->(PolicyStage)-[STAGE_OF]->(Policy)
//	(Person)-[CHANGES]->(PositionChange)-[ON]->(Policy), -[BEFORE|AFTER]->(Statement)
//	(Statement|Event|…)-[ON_BEHALF_OF]->(Country|Organization)
//	(Person)-[HOLDS]->(Role)-[OF]->(Country|Organization)
//	(Organization)-[BELONGS_TO]->(Country)
//	(Country|…)-[PROPOSES]->(Policy)-[AIMS_AT]->…
//	(Article)-[REPORTS]->(Statement|Event|PolicyStage|Role)
type network interface {
	node(node) error
	// edge comes after every node.
	edge(edge) error
	close() error
}

// A node is an entity, a role, an item or an article.
type node struct {
	id graph.ID
	// label is the type in the schema: Person, Statement, Article …
	label string
	// name is one line that says what it is.
	name       string
	date       *graph.FuzzyDate
	properties []property
}

// An edge leads from one node to another.
type edge struct {
	from, to graph.ID
	label    string
	// date is that of the fact to which the edge belongs.
	date       *graph.FuzzyDate
	properties []property
}

// A property has a text, or a number.
type property struct {
	name   string
	text   string
	number float64
	// numeric tells that it is the number that counts.
	numeric bool
}

func text[T ~string](name string, value T) property {
	return property{name: name, text: string(value)}
}

func number[T int | float64](name string, value T) property {
	return property{name: name, number: float64(value), numeric: true}
}

// String is the value as it stands in XML.
func (p property) String() string {
	if p.numeric {
		return strconv.FormatFloat(p.number, 'f', -1, 64)
	}
	return p.text
}

// given leaves out the properties without a value.
func given(all ...property) []property {
	var list []property
	for _, p := range all {
		if p.numeric || p.text != "" {
			list = append(list, p)
		}
	}
	return list
}

// A walk hands a part of the graph to a network: all nodes, then all edges.
// Edges to what the part does not hold are left out.
type walk struct {
	part
	network
	there    map[graph.ID]bool
	people   []graph.ID
	articles map[graph.ID]bool
}

func write(ctx context.Context, p part, n network) error {
	w := &walk{part: p, network: n, there: map[graph.ID]bool{}, articles: map[graph.ID]bool{}}
	for _, step := range []func(context.Context) error{w.nodes, w.edges} {
		if err := step(ctx); err != nil {
			return err
		}
	}
	return n.close()
}

func (w *walk) add(n node) error {
	w.there[n.id] = true
	return w.node(n)
}

func (w *walk) link(e edge) error {
	if !w.there[e.from] || !w.there[e.to] {
		return nil
	}
	return w.edge(e)
}

func (w *walk) nodes(ctx context.Context) error {
	for e, err := range w.entities(ctx) {
		if err != nil {
			return err
		}
		if e.Kind == graph.Person {
			w.people = append(w.people, e.ID)
		}
		if err := w.add(entityNode(e)); err != nil {
			return err
		}
	}
	var facts []graph.ID
	for r, err := range w.roles(ctx, w.people) {
		if err != nil {
			return err
		}
		if err := w.add(roleNode(r)); err != nil {
			return err
		}
		if w.filter != nil {
			facts = append(facts, r.ID)
		}
	}
	for i, err := range w.items(ctx) {
		if err != nil {
			return err
		}
		if err := w.add(itemNode(i)); err != nil {
			return err
		}
		if w.filter != nil && i.Change == nil {
			facts = append(facts, i.ID)
		}
	}
	if err := w.reporters(ctx, facts); err != nil {
		return err
	}
	for a, err := range w.part.articles(ctx, w.articles) {
		if err != nil {
			return err
		}
		if err := w.add(articleNode(a)); err != nil {
			return err
		}
	}
	return nil
}

// reporters notes which articles support a filtered part.
func (w *walk) reporters(ctx context.Context, facts []graph.ID) (err error) {
	if w.filter == nil {
		return nil
	}
	inChunks(facts, func(ids []graph.ID) bool {
		err = w.evidence(ctx, ids, func(_ graph.ID, e graph.Evidence) error {
			w.articles[e.Article] = true
			return nil
		})
		return err == nil
	})
	return err
}

func (w *walk) edges(ctx context.Context) error {
	for e, err := range w.entities(ctx) {
		if err != nil {
			return err
		}
		if err := w.links(entityEdges(e)); err != nil {
			return err
		}
	}
	pending := map[graph.ID]*graph.FuzzyDate{}
	var facts []graph.ID
	flush := func() error {
		err := w.evidence(ctx, facts, func(fact graph.ID, e graph.Evidence) error {
			return w.link(edge{from: e.Article, to: fact, label: "REPORTS", date: pending[fact], properties: given(
				text("rule", e.Rule), number("confidence", e.Confidence), number("from", e.Start), number("to", e.End))})
		})
		facts = facts[:0]
		clear(pending)
		return err
	}
	supported := func(id graph.ID, date *graph.FuzzyDate) error {
		pending[id] = date
		if facts = append(facts, id); len(facts) == chunk {
			return flush()
		}
		return nil
	}
	for r, err := range w.roles(ctx, w.people) {
		if err != nil {
			return err
		}
		if err := w.links(roleEdges(r)); err != nil {
			return err
		}
		if err := supported(r.ID, roleDate(r)); err != nil {
			return err
		}
	}
	for i, err := range w.items(ctx) {
		if err != nil {
			return err
		}
		if err := w.links(itemEdges(i)); err != nil {
			return err
		}
		if i.Change != nil {
			continue // it is derived from statements
		}
		if err := supported(i.ID, i.Date); err != nil {
			return err
		}
	}
	return flush()
}

func (w *walk) links(edges []edge) error {
	for _, e := range edges {
		if err := w.link(e); err != nil {
			return err
		}
	}
	return nil
}
