package benchmarks

import (
	"context"
	"testing"

	"github.com/graphql-go/graphql"

	"dateline/graph"
)

// peerSchema is the part of the schema that benchmarks ask for, as one writes
// it with graphql-go, its resolvers over the same reader.
func peerSchema(b *testing.B, r *frozen) graphql.Schema {
	b.Helper()
	ctx := context.Background()
	entity := func(id graph.ID) any {
		found, _ := r.Entities(ctx, []graph.ID{id})
		return found[id]
	}
	entityType := graphql.NewObject(graphql.ObjectConfig{Name: "Entity", Fields: graphql.Fields{
		"name": peerField(graphql.String, func(e graph.Entity) any { return e.Name }),
	}})
	articleType := graphql.NewObject(graphql.ObjectConfig{Name: "Article", Fields: graphql.Fields{
		"title":     peerField(graphql.String, func(a graph.Article) any { return a.Title }),
		"publisher": peerField(graphql.String, func(a graph.Article) any { return a.Publisher }),
	}})
	text := func(e graph.Evidence, s graph.Span) any {
		found, _ := r.Articles(ctx, []graph.ID{e.Article})
		return string([]rune(found[e.Article].Text)[s.Start:s.End])
	}
	evidenceType := graphql.NewObject(graphql.ObjectConfig{Name: "Evidence", Fields: graphql.Fields{
		"quote":    peerField(graphql.String, func(e graph.Evidence) any { return text(e, e.Span) }),
		"sentence": peerField(graphql.String, func(e graph.Evidence) any { return text(e, e.Sentence) }),
		"article": peerField(articleType, func(e graph.Evidence) any {
			found, _ := r.Articles(ctx, []graph.ID{e.Article})
			return found[e.Article]
		}),
	}})
	participantType := graphql.NewObject(graphql.ObjectConfig{Name: "Participant", Fields: graphql.Fields{
		"role":   peerField(graphql.String, func(p graph.Participant) any { return string(p.Role) }),
		"entity": peerField(entityType, func(p graph.Participant) any { return entity(p.Entity) }),
	}})
	itemType, statementType := peerItems(r, entity, entityType, participantType, evidenceType)
	connectionType := graphql.NewObject(graphql.ObjectConfig{Name: "TimelineItemConnection", Fields: graphql.Fields{
		"nodes": peerField(graphql.NewList(itemType), func(items []graph.Item) any { return items }),
	}})
	query := graphql.NewObject(graphql.ObjectConfig{Name: "Query", Fields: graphql.Fields{"timeline": &graphql.Field{Type: connectionType,
		Args: graphql.FieldConfigArgument{"first": &graphql.ArgumentConfig{Type: graphql.Int}},
		Resolve: func(p graphql.ResolveParams) (any, error) {
			page, err := r.Timeline(ctx, graph.Filter{}, graph.Desc, graph.Page{First: p.Args["first"].(int)})
			items := make([]graph.Item, len(page.Edges))
			for i, e := range page.Edges {
				items[i] = e.Node
			}
			return items, err
		}}}})
	s, err := graphql.NewSchema(graphql.SchemaConfig{Query: query, Types: []graphql.Type{statementType}})
	if err != nil {
		b.Fatal(err)
	}
	return s
}

func peerItems(r *frozen, entity func(graph.ID) any, entityType, participantType, evidenceType *graphql.Object) (itemType *graphql.Interface, statementType *graphql.Object) {
	dateType := graphql.NewObject(graphql.ObjectConfig{Name: "FuzzyDate", Fields: graphql.Fields{
		"value": peerField(graphql.String, func(d *graph.FuzzyDate) any { return d.Value }),
	}})
	shared := func() graphql.Fields {
		return graphql.Fields{
			"id":           peerField(graphql.ID, func(i graph.Item) any { return string(i.ID) }),
			"date":         peerField(dateType, func(i graph.Item) any { return i.Date }),
			"participants": peerField(graphql.NewList(participantType), func(i graph.Item) any { return i.Participants }),
			"evidence": peerField(graphql.NewList(evidenceType), func(i graph.Item) any {
				found, _ := i.EvidenceWithin(3) // these have a report each
				return found
			}),
		}
	}
	itemType = graphql.NewInterface(graphql.InterfaceConfig{Name: "TimelineItem", Fields: shared(),
		ResolveType: func(graphql.ResolveTypeParams) *graphql.Object { return statementType }})
	fields := shared()
	fields["text"] = peerField(graphql.String, func(i graph.Item) any { return i.Statement.Text })
	fields["speaker"] = peerField(entityType, func(i graph.Item) any { return entity(i.Statement.Speaker) })
	fields["about"] = peerField(graphql.NewList(entityType), func(i graph.Item) any {
		var list []any
		for _, id := range i.Statement.About {
			list = append(list, entity(id))
		}
		return list
	})
	statementType = graphql.NewObject(graphql.ObjectConfig{Name: "Statement", Interfaces: []*graphql.Interface{itemType}, Fields: fields})
	return itemType, statementType
}

func peerField[T any](t graphql.Output, get func(T) any) *graphql.Field {
	return &graphql.Field{Type: t, Resolve: func(p graphql.ResolveParams) (any, error) { return get(p.Source.(T)), nil }}
}
