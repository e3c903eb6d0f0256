package neo4j

import (
	"context"
	"time"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"dateline/graph"
)

// Known implements graph.Writer.
func (s *Store) Known(ctx context.Context, keys []string) (map[string]graph.Known, error) {
	rows, err := s.run(ctx, query("known"), params{"keys": keys})
	known := map[string]graph.Known{}
	for _, r := range rows {
		v := make([]string, 5)
		for i := range v {
			v[i], _ = r.Values[i].(string) // every article has them
		}
		known[v[0]] = graph.Known{ID: graph.ID(v[1]), Version: v[2], Hash: v[3], Extractor: v[4]}
	}
	return known, err
}

// A stored article is what Put and Refresh need to know of what is there.
type stored struct {
	version string
	loaded  time.Time
}

func (t *transaction) stored(ctx context.Context, readings []graph.Reading) (map[graph.ID]stored, error) {
	ids := make([]string, len(readings))
	for i, r := range readings {
		ids[i] = string(r.Article.ID)
	}
	rows, err := t.run(ctx, query("versions"), params{"ids": ids})
	there := map[graph.ID]stored{}
	for _, r := range rows {
		id, _ := r.Values[0].(string) // every article has them
		version, _ := r.Values[1].(string)
		there[graph.ID(id)] = stored{version, instant(r.Values[2])}
	}
	return there, err
}

// Put implements graph.Writer. If the connection is lost in the commit, the
// batch is sent again; what the first try added is told as added then.
func (s *Store) Put(ctx context.Context, readings []graph.Reading) ([]graph.Outcome, error) {
	var outcomes, before []graph.Outcome
	err := s.write(ctx, func(t *transaction) (err error) {
		before = outcomes
		outcomes, err = t.put(ctx, readings)
		return err
	})
	for i, o := range before {
		if i < len(outcomes) && outcomes[i] == graph.Unchanged {
			outcomes[i] = o
		}
	}
	return outcomes, err
}

func (t *transaction) put(ctx context.Context, readings []graph.Reading) ([]graph.Outcome, error) {
	there, err := t.stored(ctx, readings)
	if err != nil {
		return nil, err
	}
	outcomes := make([]graph.Outcome, len(readings))
	last := map[graph.ID]graph.Reading{} // the greatest version of each
	var erase []graph.ID
	for i, r := range readings {
		id, version := r.Article.ID, r.Article.Version
		old, was := there[id]
		switch {
		case !was:
			outcomes[i] = graph.Added
		case old.version == version:
			outcomes[i] = graph.Unchanged
			continue
		case old.version > version:
			outcomes[i] = graph.Outdated
			continue
		default:
			outcomes[i] = graph.Replaced
			if _, mine := last[id]; !mine {
				erase = append(erase, id)
			}
		}
		there[id] = stored{version: version}
		last[id] = r
	}
	if err := t.erase(ctx, erase); err != nil {
		return nil, err
	}
	return outcomes, t.insert(ctx, values(last))
}

// Refresh implements graph.Writer.
func (s *Store) Refresh(ctx context.Context, readings []graph.Reading) error {
	return s.write(ctx, func(t *transaction) error {
		there, err := t.stored(ctx, readings)
		if err != nil {
			return err
		}
		var erase []graph.ID
		fresh := map[graph.ID]graph.Reading{}
		for _, r := range readings {
			old, ok := there[r.Article.ID]
			if !ok || old.version != r.Article.Version {
				continue // deleted or replaced meanwhile
			}
			r.Article.Loaded = old.loaded
			erase = append(erase, r.Article.ID)
			fresh[r.Article.ID] = r
		}
		if err := t.erase(ctx, graph.Unique(erase)); err != nil {
			return err
		}
		return t.insert(ctx, values(fresh))
	})
}

// values gives readings in the order of their IDs.
func values(m map[graph.ID]graph.Reading) []graph.Reading {
	var ids []graph.ID
	for id := range m {
		ids = append(ids, id)
	}
	var list []graph.Reading
	for _, id := range graph.Unique(ids) {
		list = append(list, m[id])
	}
	return list
}

func (t *transaction) insert(ctx context.Context, readings []graph.Reading) error {
	var articles, members []any
	var marks []graph.Mark
	now := time.Now()
	for _, r := range readings {
		if r.Article.Loaded.IsZero() {
			r.Article.Loaded = now
		}
		articles = append(articles, articleRow(r))
		marks = append(marks, graph.MarkArticle(r.Article.ID))
		for _, m := range r.Members {
			members = append(members, params{"block": m.Block, "article": string(m.Article), "local": string(m.Local), "payload": m.Payload})
			marks = append(marks, graph.MarkBlock(m.Block))
		}
	}
	t.later(query("insert articles"), articles...)
	t.later(query("insert members"), members...)
	return t.mark(ctx, marks)
}

func articleRow(r graph.Reading) params {
	a := r.Article
	row := params{
		"id": string(a.ID), "key": a.Key, "url": a.URL, "title": a.Title, "publisher": a.Publisher, "language": a.Language,
		"version": a.Version, "hash": a.Hash, "extractor": r.Extraction.Extractor, "copies": string(a.ID),
		"loaded": driver.LocalDateTimeOf(a.Loaded.UTC()), "loadedMicros": a.Loaded.UnixMicro(),
		"time": timeKey(a.Published, a.ID), "titleWords": words(a.Title), "words": words(a.Text),
		"content": encode(a), "extraction": deflate(r.Extraction),
	}
	row["first"], row["last"] = bounds(a.Published)
	if a.Published != nil {
		row["published"] = encode(a.Published)
	}
	return row
}

func (t *transaction) mark(_ context.Context, marks []graph.Mark) error {
	for _, m := range graph.Unique(marks) {
		t.later(query("mark"), string(m))
	}
	return nil
}

// Delete implements graph.Writer.
func (s *Store) Delete(ctx context.Context, keys []string) (deleted []graph.ID, err error) {
	err = s.write(ctx, func(t *transaction) error {
		if deleted, err = column[graph.ID](t.run(ctx, query("articles to delete"), params{"keys": keys})); err != nil {
			return err
		}
		return t.erase(ctx, deleted)
	})
	return deleted, err
}

// erase removes articles with all that they brought, and marks what loses by it.
func (t *transaction) erase(ctx context.Context, articles []graph.ID) error {
	if len(articles) == 0 {
		return nil
	}
	ids := params{"ids": texts(articles)}
	rows, err := t.run(ctx, query("blocks and copies"), ids)
	if err != nil {
		return err
	}
	var marks []graph.Mark
	for _, r := range rows {
		if block, ok := r.Values[0].(string); ok {
			marks = append(marks, graph.MarkBlock(block))
		}
		if other, ok := r.Values[1].(string); ok {
			marks = append(marks, graph.MarkBlock(graph.CopiesBlock(graph.ID(other))))
		}
	}
	res := &resolution{t}
	for _, id := range articles {
		facts, err := res.ReplaceReports(ctx, id, nil)
		if err != nil {
			return err
		}
		entities, err := res.ReplaceUses(ctx, id, nil)
		if err != nil {
			return err
		}
		for _, f := range facts {
			marks = append(marks, graph.MarkFact(f))
		}
		for _, e := range entities {
			marks = append(marks, graph.MarkEntity(e))
		}
	}
	for _, name := range []string{"erase members", "erase assignments", "erase former", "erase articles"} {
		if _, err := t.run(ctx, query(name), ids); err != nil {
			return err
		}
	}
	return t.mark(ctx, marks)
}
