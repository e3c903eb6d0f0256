// Package peer answers the benchmark's query with gqlgen; its executor is
// generated from schema.graphql by go generate.
package peer

import (
	"context"

	"dateline/graph"
)

//go:generate go run github.com/99designs/gqlgen@v0.17.98 generate

// Resolver is the root, over a reader.
type Resolver struct{ Reader graph.Reader }

// Query gives the resolvers of queries.
func (r *Resolver) Query() QueryResolver { return r }

// Timeline gives the first items.
func (r *Resolver) Timeline(ctx context.Context, first int) (*Connection, error) {
	page, err := r.Reader.Timeline(ctx, graph.Filter{}, graph.Desc, graph.Page{First: first})
	return &Connection{r.Reader, page}, err
}

// A Connection is a page.
type Connection struct {
	reader graph.Reader
	page   graph.Connection[graph.Item]
}

// Nodes are the items of the page.
func (c *Connection) Nodes() []TimelineItem {
	list := make([]TimelineItem, len(c.page.Edges))
	for i := range c.page.Edges {
		list[i] = &Statement{c.reader, &c.page.Edges[i].Node}
	}
	return list
}

// A TimelineItem is the interface of that name.
type TimelineItem interface{ IsTimelineItem() }

// A Statement is a timeline item.
type Statement struct {
	reader graph.Reader
	item   *graph.Item
}

// IsTimelineItem marks the type.
func (s *Statement) IsTimelineItem() {}

// ID, Text and Date are fields.
func (s *Statement) ID() string             { return string(s.item.ID) }
func (s *Statement) Text() string           { return s.item.Statement.Text }
func (s *Statement) Date() *graph.FuzzyDate { return s.item.Date }

// Speaker loads the speaker.
func (s *Statement) Speaker(ctx context.Context) (*graph.Entity, error) {
	return find(ctx, s.reader, s.item.Statement.Speaker)
}

// About loads whom it is about.
func (s *Statement) About(ctx context.Context) ([]*graph.Entity, error) {
	var list []*graph.Entity
	for _, id := range s.item.Statement.About {
		e, err := find(ctx, s.reader, id)
		if err != nil {
			return nil, err
		}
		list = append(list, e)
	}
	return list, nil
}

// Participants are those of the item.
func (s *Statement) Participants() []*Participant {
	list := make([]*Participant, len(s.item.Participants))
	for i, p := range s.item.Participants {
		list[i] = &Participant{s.reader, p}
	}
	return list
}

// Evidence is what the item carries.
func (s *Statement) Evidence() []*Evidence {
	found, _ := s.item.EvidenceWithin(3) // these have a report each
	list := make([]*Evidence, len(found))
	for i, e := range found {
		list[i] = &Evidence{s.reader, e}
	}
	return list
}

func find(ctx context.Context, r graph.Reader, id graph.ID) (*graph.Entity, error) {
	found, err := r.Entities(ctx, []graph.ID{id})
	e := found[id]
	return &e, err
}

// A Participant takes part.
type Participant struct {
	reader graph.Reader
	p      graph.Participant
}

// Role is what the entity does; Entity loads it.
func (p *Participant) Role() string { return string(p.p.Role) }
func (p *Participant) Entity(ctx context.Context) (*graph.Entity, error) {
	return find(ctx, p.reader, p.p.Entity)
}

// Evidence is where a fact was found.
type Evidence struct {
	reader graph.Reader
	e      graph.Evidence
}

func (e *Evidence) cut(ctx context.Context, s graph.Span) (string, error) {
	found, err := e.reader.Articles(ctx, []graph.ID{e.e.Article})
	return string([]rune(found[e.e.Article].Text)[s.Start:s.End]), err
}

// Quote and Sentence cut the article's text; Article loads it.
func (e *Evidence) Quote(ctx context.Context) (string, error)    { return e.cut(ctx, e.e.Span) }
func (e *Evidence) Sentence(ctx context.Context) (string, error) { return e.cut(ctx, e.e.Sentence) }
func (e *Evidence) Article(ctx context.Context) (*graph.Article, error) {
	found, err := e.reader.Articles(ctx, []graph.ID{e.e.Article})
	a := found[e.e.Article]
	return &a, err
}
