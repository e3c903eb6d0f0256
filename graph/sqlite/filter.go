package sqlite

import (
	"strings"

	"dateline/graph"
)

// A where is a list of conditions with their arguments.
type where struct {
	conditions []string
	args       []any
}

func (w *where) add(condition string, args ...any) {
	w.conditions = append(w.conditions, condition)
	w.args = append(w.args, args...)
}

func (w *where) oneOf(column string, values []string) {
	if len(values) > 0 {
		w.add(in(column), array(values))
	}
}

func (w where) String() string {
	if len(w.conditions) == 0 {
		return ""
	}
	return " WHERE " + strings.Join(w.conditions, " AND ")
}

func texts[T ~string](values []T) []string {
	list := make([]string, len(values))
	for i, v := range values {
		list[i] = string(v)
	}
	return list
}

// A source is from where matching items are read in the order of time: an
// index with the time key first behind what it holds fixed.
type source struct {
	from  string // tables, the item as i
	time  string // column of the time key
	where where
}

// sources gives one source for each of the entities of which any is enough,
// else the one source. An item may come from several.
func sources(f graph.Filter) ([]source, error) {
	var list []source
	seen := map[graph.ID]bool{}
	entities := graph.Unique(f.Entities)
	switch {
	case len(entities) > 1 && f.Any:
		for _, id := range entities {
			list = append(list, ofEntity(id, f, 0))
		}
	case len(entities) > 1:
		list = []source{ofPair(entities, f)}
	case len(entities) == 1:
		list = []source{ofEntity(entities[0], f, 0)}
	case len(f.In) > 0:
		for _, id := range f.In[0].Entities {
			if !seen[id] {
				seen[id] = true
				list = append(list, ofEntity(id, f, bitsOf(f.In[0])))
			}
		}
	case len(f.Kinds) == 1:
		s := source{from: "item i INDEXED BY item_kind", time: "i.time"}
		s.where.add("i.kind = ?", f.Kinds[0])
		list = []source{s}
	default:
		list = []source{{from: "item i", time: "i.time"}}
	}
	for k := range list {
		list[k].seek(f)
		if err := list[k].where.items(f); err != nil {
			return nil, err
		}
	}
	return list, nil
}

// seek bounds the time keys by the filter's range, so that an index is entered
// where the range ends, and what cannot lie in it is passed over without a look
// at its item.
func (s *source) seek(f graph.Filter) {
	if f.From == nil && f.To == nil {
		return
	}
	from, to := f.Range()
	s.where.add(s.time+" < ?", to.String()+"}") // "}" sorts behind the "|" of time keys
	if f.CertainOnly {
		s.where.add(s.time+" >= ?", from.String())
		return
	}
	s.where.add(s.time+" >= '0' AND substr("+s.time+", 12, 10) >= ?", from.String())
}

func ofEntity(id graph.ID, f graph.Filter, roles int) source {
	s := source{from: "edge e JOIN item i ON i.n = e.item", time: "e.time"}
	s.where.add("e.entity = ?", id)
	if f.DirectOnly {
		s.where.add("e.roles <> ?", behalfBit)
	}
	if roles != 0 {
		s.where.add("e.roles & ? <> 0", roles)
	}
	return s
}

// ofPair reads items of the first two entities and asks for the others.
func ofPair(ids []graph.ID, f graph.Filter) source {
	s := source{from: "pair p JOIN item i ON i.n = p.item", time: "p.time"}
	s.where.add("p.a = ? AND p.b = ?", ids[0], ids[1])
	if f.DirectOnly {
		s.where.add("p.a_roles <> ? AND p.b_roles <> ?", behalfBit, behalfBit)
	}
	for _, id := range ids[2:] {
		s.where.takesPart([]graph.ID{id}, f.DirectOnly, 0)
	}
	return s
}

// among asks for the filter's entities, all or any, beside those that the
// source is of.
func (w *where) among(f graph.Filter) {
	if f.Any && len(f.Entities) > 0 {
		w.takesPart(f.Entities, f.DirectOnly, 0)
		return
	}
	for _, id := range graph.Unique(f.Entities) {
		w.takesPart([]graph.ID{id}, f.DirectOnly, 0)
	}
}

func (w *where) takesPart(ids []graph.ID, directOnly bool, roles int) {
	condition := "EXISTS (SELECT 1 FROM edge x WHERE x.item = i.n AND " + in("x.entity")
	if directOnly {
		condition += " AND x.roles <> 64"
	}
	if roles == 0 {
		w.add(condition+")", array(ids))
		return
	}
	w.add(condition+" AND x.roles & ? <> 0)", array(ids), roles)
}

// bitsOf are the bits of the roles that a match asks for; 0 is any role.
func bitsOf(m graph.RoleMatch) (bits int) {
	for _, role := range m.Roles() {
		bits |= roleBits[role]
	}
	return bits
}

// items adds the conditions on an item's own columns.
func (w *where) items(f graph.Filter) error {
	for _, m := range f.In {
		w.takesPart(m.Entities, m.Role == "" && f.DirectOnly, bitsOf(m))
	}
	w.oneOf("i.kind", texts(f.Kinds))
	if f.From != nil || f.To != nil {
		from, to := f.Range()
		if f.CertainOnly {
			w.add("i.first >= ? AND i.last <= ?", from, to)
		} else {
			w.add("i.first <= ? AND i.last >= ?", to, from)
		}
	}
	w.oneOf("i.basis", texts(f.Bases))
	if f.MinPrecision != "" {
		w.add("i.basis <> ''")
		if f.MinPrecision == graph.PrecisionInterval {
			w.add("(i.named_interval OR i.width = 0)")
		} else {
			w.add("i.width <= ?", int(f.MinPrecision.Days()))
		}
	}
	if len(f.EventStatuses) > 0 {
		w.add("(i.status = '' OR "+in("i.status")+")", array(f.EventStatuses))
	}
	if len(f.EventTypes) > 0 {
		w.add("i.kind = 'EVENT' AND "+in("i.type"), array(f.EventTypes))
	}
	if len(f.Forms)+len(f.Acts)+len(f.Stances) > 0 {
		w.add("i.kind = 'STATEMENT'")
		w.oneOf("i.form", texts(f.Forms))
		w.oneOf("i.type", texts(f.Acts))
		w.oneOf("i.stance", texts(f.Stances))
	}
	if f.MinConfidence > 0 {
		w.add("i.confidence >= ?", f.MinConfidence)
	}
	if f.MinSources > 0 {
		w.add("i.sources >= ?", f.MinSources)
	}
	if f.Text == "" {
		return nil
	}
	terms, err := graph.ParseTerms(f.Text)
	if err != nil {
		return err
	}
	w.add("i.n IN (SELECT rowid FROM item_words WHERE item_words MATCH ?)", match(terms))
	return nil
}

// match is the FTS5 query of terms; words are letters and digits only.
func match(terms graph.Terms) string {
	var parts []string
	for _, t := range terms.All {
		part := `"` + strings.Join(t.Words, " ") + `"`
		if t.Prefix {
			part += " *"
		}
		parts = append(parts, part)
	}
	return strings.Join(parts, " AND ")
}
