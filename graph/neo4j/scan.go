package neo4j

import (
	"context"
	"iter"

	"dateline/graph"
)

// chunk is how many rows a scan reads at a time.
const chunk = 500

// scan reads rows by ascending keys, a chunk at a time, so that no connection
// is held between them.
func scan[T any](read func(after string) ([]graph.Keyed[T], error)) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		for after := ""; ; {
			rows, err := read(after)
			if err != nil {
				var none T
				yield(none, err)
				return
			}
			for _, r := range rows {
				if !yield(r.Node, nil) {
					return
				}
				after = r.Key
			}
			if len(rows) < chunk {
				return
			}
		}
	}
}

// ScanArticles implements graph.Scanner.
func (s *Store) ScanArticles(ctx context.Context) iter.Seq2[graph.Article, error] {
	return scan(func(after string) ([]graph.Keyed[graph.Article], error) {
		return readArticles(s.run(ctx, query("scan articles"), params{"after": after, "limit": chunk}))
	})
}

// ScanEntities implements graph.Scanner.
func (s *Store) ScanEntities(ctx context.Context, kind graph.EntityKind) iter.Seq2[graph.Entity, error] {
	return scan(func(after string) ([]graph.Keyed[graph.Entity], error) {
		return keyed[graph.Entity](s.run(ctx, query("scan entities"), params{"kind": string(kind), "after": after, "limit": chunk}))
	})
}

// ScanRoles implements graph.Scanner.
func (s *Store) ScanRoles(ctx context.Context) iter.Seq2[graph.Role, error] {
	return scan(func(after string) ([]graph.Keyed[graph.Role], error) {
		return keyed[graph.Role](s.run(ctx, query("scan roles"), params{"after": after, "limit": chunk}))
	})
}

// ScanItems implements graph.Scanner.
func (s *Store) ScanItems(ctx context.Context, kind graph.ItemKind) iter.Seq2[graph.Item, error] {
	return scan(func(after string) ([]graph.Keyed[graph.Item], error) {
		return keyed[graph.Item](s.run(ctx, query("scan items"), params{"kind": string(kind), "after": after, "limit": chunk}))
	})
}

// ScanReports implements graph.Scanner. It reads whole facts, about a chunk of
// reports at a time.
func (s *Store) ScanReports(ctx context.Context) iter.Seq2[graph.Report, error] {
	return func(yield func(graph.Report, error) bool) {
		for after := ""; ; {
			facts, err := column[graph.ID](s.run(ctx, query("scan facts"), params{"after": after, "limit": chunk}))
			if err != nil {
				yield(graph.Report{}, err)
				return
			}
			if len(facts) == 0 {
				return
			}
			after = string(facts[len(facts)-1])
			list, err := reports(s.run(ctx, query("reports"), params{"facts": texts(facts)}))
			if err != nil {
				yield(graph.Report{}, err)
				return
			}
			for _, r := range list {
				if !yield(r, nil) {
					return
				}
			}
		}
	}
}

// Stats implements graph.Reader.
func (s *Store) Stats(ctx context.Context) (st graph.Stats, err error) {
	rows, err := s.run(ctx, query("stats"), nil)
	if err != nil {
		return st, err
	}
	for i, n := range []*int{&st.People, &st.Countries, &st.Organizations, &st.Policies, &st.Statements, &st.Events, &st.Articles} {
		v, _ := rows[0].Values[i].(int64) // a count
		*n = int(v)
	}
	for name, day := range map[string]**graph.Day{"first day": &st.FirstDay, "last day": &st.LastDay} {
		if rows, err = s.run(ctx, query(name), nil); err != nil {
			return st, err
		}
		if len(rows) > 0 {
			*day = dayOf(rows[0].Values[0])
		}
	}
	if rows, err = s.run(ctx, query("updated"), nil); err != nil {
		return st, err
	}
	if len(rows) > 0 {
		t := instant(rows[0].Values[0])
		st.Updated = &t
	}
	return st, nil
}

// Changes implements graph.Reader.
func (s *Store) Changes(ctx context.Context, since int64, limit int) ([]graph.Change, error) {
	rows, err := s.run(ctx, query("changes"), params{"since": since, "limit": limit})
	var list []graph.Change
	for _, r := range rows {
		seq, _ := r.Values[0].(int64)
		item, _ := r.Values[1].(string)
		list = append(list, graph.Change{Seq: seq, Item: graph.ID(item)})
	}
	return list, err
}

// LastChange implements graph.Reader.
func (s *Store) LastChange(ctx context.Context) (int64, error) {
	n, err := number(s.run(ctx, query("last change"), nil))
	return int64(n), err
}
