package neo4j

import (
	"context"

	"dateline/graph"
)

// Resolve implements graph.Resolver.
func (s *Store) Resolve(ctx context.Context, fn func(graph.Resolution) error) error {
	return s.write(ctx, func(t *transaction) error { return fn(&resolution{t}) })
}

// A resolution works within a transaction.
type resolution struct{ *transaction }

// Take implements graph.Resolution.
func (r *resolution) Take(ctx context.Context, limit int) ([]graph.Mark, error) {
	names, err := column[graph.Mark](r.run(ctx, query("take marks"), params{"limit": limit}))
	if err != nil || len(names) == 0 {
		return nil, err
	}
	n := 0
	for n < len(names) && names[n].Level() == names[0].Level() {
		n++
	}
	_, err = r.run(ctx, query("unmark"), params{"names": texts(names[:n])})
	return names[:n], err
}

// Mark implements graph.Resolution.
func (r *resolution) Mark(ctx context.Context, marks []graph.Mark) error { return r.mark(ctx, marks) }

// Members implements graph.Resolution.
func (r *resolution) Members(ctx context.Context, blocks []string) ([]graph.Member, error) {
	rows, err := r.run(ctx, query("members"), params{"blocks": blocks})
	var list []graph.Member
	for _, row := range rows {
		var m graph.Member
		m.Block, _ = row.Values[0].(string) // a member has them all
		article, _ := row.Values[1].(string)
		local, _ := row.Values[2].(string)
		m.Article, m.Local = graph.ID(article), graph.Local(local)
		m.Payload, _ = row.Values[3].([]byte)
		list = append(list, m)
	}
	return list, err
}

// Assignments implements graph.Resolution.
func (r *resolution) Assignments(ctx context.Context, articles []graph.ID) ([]graph.Assignment, error) {
	return assignments(r.run(ctx, query("assignments"), params{"articles": texts(articles)}))
}

func assignments(rows []record, err error) ([]graph.Assignment, error) {
	var list []graph.Assignment
	for _, row := range rows {
		article, _ := row.Values[0].(string) // an assignment has them all
		local, _ := row.Values[1].(string)
		entity, _ := row.Values[2].(string)
		a := graph.Assignment{Article: graph.ID(article), Local: graph.Local(local), Entity: graph.ID(entity)}
		candidates, _ := row.Values[3].([]any)
		for _, c := range candidates {
			id, _ := c.(string)
			a.Candidates = append(a.Candidates, graph.ID(id))
		}
		list = append(list, a)
	}
	return list, err
}

// place names a finding of an article.
func place(article graph.ID, local graph.Local) string { return string(article) + "|" + string(local) }

// Assign implements graph.Resolution.
func (r *resolution) Assign(_ context.Context, changes []graph.Assignment) error {
	for _, a := range changes {
		r.later(query("assign"), params{"key": place(a.Article, a.Local), "article": string(a.Article), "local": string(a.Local),
			"entity": string(a.Entity), "candidates": texts(a.Candidates)})
	}
	return nil
}

// Readings implements graph.Resolution.
func (r *resolution) Readings(ctx context.Context, articles []graph.ID) ([]graph.Reading, error) {
	rows, err := r.run(ctx, query("readings"), params{"ids": texts(articles)})
	if err != nil {
		return nil, err
	}
	list := make([]graph.Reading, len(rows))
	for i, row := range rows {
		if err := decode(row.Values[0], &list[i].Article); err != nil {
			return nil, err
		}
		if err := inflate(row.Values[1], &list[i].Extraction); err != nil {
			return nil, err
		}
	}
	return list, nil
}

// reports reads rows of a report's payload and what its article tells.
func reports(rows []record, err error) ([]graph.Report, error) {
	if err != nil {
		return nil, err
	}
	var list []graph.Report
	for _, row := range rows {
		var r graph.Report
		if err := decode(row.Values[0], &r); err != nil {
			return nil, err
		}
		r.Publisher, _ = row.Values[1].(string) // every article has them
		group, _ := row.Values[2].(string)
		r.Group, r.Loaded = graph.ID(group), instant(row.Values[4])
		if published, ok := row.Values[3].(string); ok {
			if err := decode(published, &r.Published); err != nil {
				return nil, err
			}
		}
		list = append(list, r)
	}
	return list, nil
}

// Reports implements graph.Resolution.
func (r *resolution) Reports(ctx context.Context, facts []graph.ID) ([]graph.Report, error) {
	return reports(r.run(ctx, query("reports"), params{"facts": texts(facts)}))
}

// FactsOf implements graph.Resolution.
func (r *resolution) FactsOf(ctx context.Context, articles []graph.ID) ([]graph.ID, error) {
	return column[graph.ID](r.run(ctx, query("facts of articles"), params{"articles": texts(articles)}))
}

// ReplaceReports implements graph.Resolution. Only differences are written.
func (r *resolution) ReplaceReports(ctx context.Context, article graph.ID, list []graph.Report) ([]graph.ID, error) {
	rows, err := r.runOf(ctx, readsReports, article, query("reports of article"))
	if err != nil {
		return nil, err
	}
	type old struct{ fact, payload string }
	before := map[graph.Local]old{}
	for _, row := range rows {
		local, _ := row.Values[0].(string) // a report has them all
		fact, _ := row.Values[1].(string)
		payload, _ := row.Values[2].(string)
		before[graph.Local(local)] = old{fact, payload}
	}
	r.touch(readsReports, article)
	var changed []graph.ID
	for _, report := range list {
		payload := encode(report)
		was, there := before[report.Local]
		delete(before, report.Local)
		if there && was.fact == string(report.Fact) && was.payload == payload {
			continue
		}
		changed = append(changed, report.Fact)
		if there && was.fact != string(report.Fact) {
			changed = append(changed, graph.ID(was.fact))
			r.dropReport(was.fact, article, report.Local)
			r.later(query("remember facts"), params{"id": was.fact, "place": place(article, report.Local), "article": string(article)})
		}
		r.putReport(report, article, payload)
	}
	for local, was := range before {
		changed = append(changed, graph.ID(was.fact))
		r.dropReport(was.fact, article, local)
	}
	return graph.Unique(changed), nil
}

func (r *resolution) dropReport(fact string, article graph.ID, local graph.Local) {
	r.later(query("drop reports"), params{"article": string(article), "fact": fact, "local": string(local)})
}

func (r *resolution) putReport(report graph.Report, article graph.ID, payload string) {
	properties := params{"fact": string(report.Fact), "article": string(article), "local": string(report.Local),
		"payload": payload, "confidence": report.Evidence.Confidence, "start": report.Evidence.Start, "end": report.Evidence.End}
	properties["first"], properties["last"] = bounds(report.Date)
	kind := "put reports of items"
	if report.Role != nil {
		kind = "put reports of roles"
	}
	r.later(query(kind), params{"article": string(article), "fact": string(report.Fact), "local": string(report.Local), "properties": properties})
}
