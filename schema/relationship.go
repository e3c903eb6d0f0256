package schema

import (
	"context"
	"fmt"
	"strings"

	"dateline/graph"
	"dateline/schema/exec"
)

// relationshipArgs are the entities, nil if unknown, and the filter.
type relationshipArgs struct {
	a, b   *graph.Entity
	filter graph.Filter
}

func readRelationship(ctx context.Context, q exec.Query, in exec.Values) (any, error) {
	b := batchOf(q)
	var args relationshipArgs
	var err error
	if args.a, err = b.keys.find(ctx, in["a"].(string), ""); err != nil {
		return nil, err
	}
	if args.b, err = b.keys.find(ctx, in["b"].(string), ""); err != nil {
		return nil, err
	}
	args.filter, err = filterFrom(ctx, b, in["filter"])
	return &args, err
}

// A relationship is what links two entities.
type relationship struct {
	a, b        *graph.Entity
	filter      graph.Filter
	links       []graph.LinkSummary
	roles       []graph.Role
	count       int
	first, last *graph.FuzzyDate
}

func relate(ctx context.Context, b *batch, _ *root, args *relationshipArgs) (any, error) {
	if args.a == nil || args.b == nil {
		return nil, nil
	}
	if args.a.ID == args.b.ID {
		return nil, graph.Errorf(graph.BadRequest, "a and b are the same entity, %s", args.a.Name)
	}
	r := &relationship{a: args.a, b: args.b, filter: args.filter}
	var err error
	if r.links, err = b.reader.Links(ctx, r.a.ID, r.b.ID, r.filter); err != nil {
		return nil, err
	}
	both := r.filter
	withEntities(&both, r.a.ID, r.b.ID)
	if r.count, err = b.reader.CountItems(ctx, both); err != nil {
		return nil, err
	}
	roles, err := b.reader.RolesOf(ctx, []graph.ID{r.a.ID, r.b.ID})
	for _, role := range roles {
		if role.Holder == r.a.ID && role.Of == r.b.ID || role.Holder == r.b.ID && role.Of == r.a.ID {
			r.roles = append(r.roles, role)
		}
	}
	r.span()
	return r, err
}

// span finds the first and the last date of the links.
func (r *relationship) span() {
	for _, l := range r.links {
		if l.First != nil && (r.first == nil || l.First.Start < r.first.Start) {
			r.first = l.First
		}
		if l.Last != nil && (r.last == nil || l.Last.End > r.last.End) {
			r.last = l.Last
		}
	}
}

// summary is one sentence.
func (r *relationship) summary() string {
	names := r.a.Name + " and " + r.b.Name
	if r.count == 0 {
		return names + " share no timeline items."
	}
	var s strings.Builder
	fmt.Fprintf(&s, "%s share %s", names, plural(r.count, "timeline item"))
	if r.count > graph.CountLimit {
		s.Reset()
		fmt.Fprintf(&s, "%s share more than %d timeline items", names, graph.CountLimit)
	}
	if r.first != nil && r.last != nil {
		if r.first.Start == r.last.End {
			fmt.Fprintf(&s, " on %s", dayWords(r.first.Precision, r.first.Start))
		} else {
			fmt.Fprintf(&s, " from %s to %s", dayWords(r.first.Precision, r.first.Start), dayWords(r.last.Precision, r.last.End))
		}
	}
	if len(r.links) > 0 {
		l := r.links[0]
		fmt.Fprintf(&s, ", most often %s of the kind “%s”", kindNames[l.Kind], strings.ToLower(strings.ReplaceAll(l.Type, "_", " ")))
	}
	s.WriteString(".")
	return s.String()
}

// dayWords names a day no more precisely than its date is known: "5 May 2025",
// "May 2025" or "2025".
func dayWords(p graph.Precision, d graph.Day) string {
	switch p {
	case graph.PrecisionMonth, graph.PrecisionSeason:
		return d.Time().Format("January 2006")
	case graph.PrecisionYear, graph.PrecisionDecade, graph.PrecisionCentury:
		return d.Time().Format("2006")
	}
	return d.Time().Format("2 January 2006")
}

var kindNames = map[graph.ItemKind]string{
	graph.KindStatement: "statements", graph.KindEvent: "events",
	graph.KindPolicyStage: "stages of a policy", graph.KindPositionChange: "changes of position",
}

func plural(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

func relationshipFields() exec.Fields {
	return exec.Fields{
		"a":         object(func(r *relationship) *graph.Entity { return r.a }),
		"b":         object(func(r *relationship) *graph.Entity { return r.b }),
		"summary":   str(func(r *relationship) string { return r.summary() }),
		"firstSeen": object(func(r *relationship) *graph.FuzzyDate { return r.first }),
		"lastSeen":  object(func(r *relationship) *graph.FuzzyDate { return r.last }),
		"links":     {Get: linksOf, Size: func(exec.Values, int) int { return 20 }},
		"roles":     {Get: func(_ exec.Query, p any) (any, error) { return exec.ListOf(p.(*relationship).roles), nil }},
		"timeline":  relationshipTimeline(),
	}
}

// relationshipTimeline follows the relationship's own filter unless it is given one.
func relationshipTimeline() exec.Resolver {
	type args struct {
		timelineArgs
		own bool
	}
	return exec.Resolver{Page: pageSize, Args: func(ctx context.Context, q exec.Query, in exec.Values) (any, error) {
		v, err := readTimeline(filterFrom)(ctx, q, in)
		if err != nil {
			return nil, err
		}
		return &args{*v.(*timelineArgs), in["filter"] != nil}, nil
	}, Fetch: fetch(func(ctx context.Context, b *batch, r *relationship, args *args) (any, error) {
		f := r.filter
		if args.own {
			f = args.filter
		}
		withEntities(&f, r.a.ID, r.b.ID)
		return timeline(ctx, b, f, args.order, args.page)
	})}
}

// A link is a summary with the clocks under which it was asked for.
type link struct {
	graph.LinkSummary
	asOf *graph.AsOf
}

func linksOf(_ exec.Query, p any) (any, error) {
	r := p.(*relationship)
	list := make([]link, len(r.links))
	for i, l := range r.links {
		list[i] = link{l, r.filter.AsOf}
	}
	return exec.ListOf(list), nil
}

func linkFields() exec.Fields {
	return exec.Fields{
		"kind":     str(func(l *link) string { return string(l.Kind) }),
		"type":     str(func(l *link) string { return l.Type }),
		"from":     entityOf(func(l *link) graph.ID { return l.From }),
		"to":       entityOf(func(l *link) graph.ID { return l.To }),
		"count":    num(func(l *link) int { return l.Count }),
		"first":    object(func(l *link) *graph.FuzzyDate { return l.First }),
		"last":     object(func(l *link) *graph.FuzzyDate { return l.Last }),
		"evidence": bestEvidence(),
	}
}

// bestEvidence is the best evidence of a link's best item.
func bestEvidence() exec.Resolver {
	return exec.Resolver{
		Need: func(q exec.Query, p any) {
			l := p.(*link)
			batchOf(q).evidenceFor(1, l.asOf).need(l.Best)
		},
		Get: func(q exec.Query, p any) (any, error) {
			l := p.(*link)
			v, err := batchOf(q).evidenceFor(1, l.asOf).get(l.Best)
			if list, _ := v.(*[]graph.Evidence); err == nil && list != nil && len(*list) > 0 {
				return &(*list)[0], nil
			}
			return nil, err
		},
	}
}
