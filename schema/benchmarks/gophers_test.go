package benchmarks

import (
	"context"

	graphql "github.com/graph-gophers/graphql-go"

	"dateline/graph"
)

// The resolvers of graph-gophers: methods by the names of fields.
const gophersSDL = `
schema { query: Query }
type Query { timeline(first: Int!): TimelineItemConnection! }
type TimelineItemConnection { nodes: [TimelineItem!]! }
interface TimelineItem { id: ID! date: FuzzyDate participants: [Participant!]! evidence: [Evidence!]! }
type Statement implements TimelineItem { id: ID! date: FuzzyDate participants: [Participant!]! evidence: [Evidence!]! text: String! speaker: Entity about: [Entity!]! }
type FuzzyDate { value: String! }
type Participant { role: String! entity: Entity! }
type Entity { name: String! }
type Evidence { quote: String! sentence: String! article: Article! }
type Article { title: String! publisher: String }
`

type gophersRoot struct{ r *frozen }

func (g gophersRoot) Timeline(ctx context.Context, args struct{ First int32 }) (*gophersConnection, error) {
	page, err := g.r.Timeline(ctx, graph.Filter{}, graph.Desc, graph.Page{First: int(args.First)})
	return &gophersConnection{g.r, page}, err
}

type gophersConnection struct {
	r    *frozen
	page graph.Connection[graph.Item]
}

func (c *gophersConnection) Nodes() []*gophersItem {
	list := make([]*gophersItem, len(c.page.Edges))
	for i := range c.page.Edges {
		list[i] = &gophersItem{c.r, &c.page.Edges[i].Node}
	}
	return list
}

type gophersItem struct {
	r *frozen
	i *graph.Item
}

func (i *gophersItem) ToStatement() (*gophersItem, bool) { return i, i.i.Statement != nil }
func (i *gophersItem) ID() graphql.ID                    { return graphql.ID(i.i.ID) }
func (i *gophersItem) Text() string                      { return i.i.Statement.Text }

func (i *gophersItem) Date() *gophersDate {
	if i.i.Date == nil {
		return nil
	}
	return &gophersDate{i.i.Date}
}

func (i *gophersItem) Speaker(ctx context.Context) (*gophersEntity, error) {
	return gophersFind(ctx, i.r, i.i.Statement.Speaker)
}

func (i *gophersItem) About(ctx context.Context) ([]*gophersEntity, error) {
	var list []*gophersEntity
	for _, id := range i.i.Statement.About {
		e, err := gophersFind(ctx, i.r, id)
		if err != nil {
			return nil, err
		}
		list = append(list, e)
	}
	return list, nil
}

func (i *gophersItem) Participants() []*gophersParticipant {
	list := make([]*gophersParticipant, len(i.i.Participants))
	for k := range i.i.Participants {
		list[k] = &gophersParticipant{i.r, &i.i.Participants[k]}
	}
	return list
}

func (i *gophersItem) Evidence() []*gophersEvidence {
	found, _ := i.i.EvidenceWithin(3) // these have a report each
	list := make([]*gophersEvidence, len(found))
	for k, e := range found {
		list[k] = &gophersEvidence{i.r, e}
	}
	return list
}

type gophersDate struct{ d *graph.FuzzyDate }

func (d *gophersDate) Value() string { return d.d.Value }

type gophersEntity struct{ e graph.Entity }

func (e *gophersEntity) Name() string { return e.e.Name }

func gophersFind(ctx context.Context, r *frozen, id graph.ID) (*gophersEntity, error) {
	found, err := r.Entities(ctx, []graph.ID{id})
	return &gophersEntity{found[id]}, err
}

type gophersParticipant struct {
	r *frozen
	p *graph.Participant
}

func (p *gophersParticipant) Role() string { return string(p.p.Role) }
func (p *gophersParticipant) Entity(ctx context.Context) (*gophersEntity, error) {
	return gophersFind(ctx, p.r, p.p.Entity)
}

type gophersEvidence struct {
	r *frozen
	e graph.Evidence
}

func (e *gophersEvidence) cut(ctx context.Context, s graph.Span) (string, error) {
	found, err := e.r.Articles(ctx, []graph.ID{e.e.Article})
	return string([]rune(found[e.e.Article].Text)[s.Start:s.End]), err
}

func (e *gophersEvidence) Quote(ctx context.Context) (string, error) { return e.cut(ctx, e.e.Span) }
func (e *gophersEvidence) Sentence(ctx context.Context) (string, error) {
	return e.cut(ctx, e.e.Sentence)
}

func (e *gophersEvidence) Article(ctx context.Context) (*gophersArticle, error) {
	found, err := e.r.Articles(ctx, []graph.ID{e.e.Article})
	return &gophersArticle{found[e.e.Article]}, err
}

type gophersArticle struct{ a graph.Article }

func (a *gophersArticle) Title() string      { return a.a.Title }
func (a *gophersArticle) Publisher() *string { return &a.a.Publisher }
