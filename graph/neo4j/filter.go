package neo4j

import (
	"fmt"
	"strconv"
	"strings"

	"dateline/graph"
)

// A source is from where matching items are read in the order of time: an
// index with the time key last, behind what it holds fixed.
type source struct {
	name   string // of the statement that binds i
	prefix string // what the index holds fixed, for ORDER BY
	where  where
}

// A where is a list of conditions with their parameters. time is the key that
// the bounds among these are of; without one there are no bounds.
type where struct {
	conditions []string
	params     params
	time       string
}

func (w *where) add(condition string, key string, value any) {
	w.conditions = append(w.conditions, condition)
	if key != "" {
		w.params[key] = value
	}
}

// list adds a condition on a property that holds one of a list, if there is one.
func list[T ~string](w *where, name string, values []T) {
	if len(values) > 0 {
		w.add(query(name), name, texts(values))
	}
}

// next is a name for a parameter that no other condition has.
func (w *where) next() string { return "p" + strconv.Itoa(len(w.conditions)) }

func (w where) String() string { return strings.Join(w.conditions, " ") }

func newSource(name, prefix, time string) source {
	return source{name: name, prefix: prefix, where: where{params: params{"low": "", "high": last}, time: time}}
}

const (
	// last is greater than every key.
	last = "~"
	// dated is between the keys of what has no date and of what has one.
	dated = "0"
)

// narrow moves the bounds of the keys that are read inwards.
func (w *where) narrow(low, high string) {
	if low > w.params["low"].(string) {
		w.params["low"] = low
	}
	if high != "" && high < w.params["high"].(string) {
		w.params["high"] = high
	}
}

// sources gives one source for each of the entities of which any is enough,
// else the one source. An item may come from several.
func sources(f graph.Filter) ([]source, error) {
	var all []source
	entities := graph.Unique(f.Entities)
	switch {
	case len(entities) > 1 && f.Any:
		for _, id := range entities {
			all = append(all, ofEntity(id, f, nil))
		}
	case len(entities) > 1:
		all = []source{ofPair(entities, f)}
	case len(entities) == 1:
		all = []source{ofEntity(entities[0], f, nil)}
	case len(f.In) > 0:
		for _, id := range graph.Unique(f.In[0].Entities) {
			all = append(all, ofEntity(id, f, f.In[0].Roles()))
		}
	case len(f.Kinds) == 1:
		s := newSource("from kind", "i.kind", "i.time")
		s.where.params["kind"] = string(f.Kinds[0])
		all = []source{s}
	default:
		all = []source{newSource("from all", "", "i.time")}
	}
	for k := range all {
		if err := all[k].where.items(f); err != nil {
			return nil, err
		}
	}
	return all, nil
}

// ofEntity reads items in which an entity takes part, in one of the roles
// unless any will do.
func ofEntity(id graph.ID, f graph.Filter, roles []graph.ParticipantRole) source {
	s := newSource("from entity", "x.entity", "x.time")
	s.where.params["entity"] = string(id)
	if f.DirectOnly {
		s.where.add("AND x.direct", "", nil)
	}
	if roles != nil {
		s.where.add("AND any(r IN $roles WHERE r IN x.roles)", "roles", texts(roles))
	}
	return s
}

// ofPair reads items of the first two entities and asks for the others.
func ofPair(ids []graph.ID, f graph.Filter) source {
	s := newSource("from pair", "x.pair", "x.time")
	s.where.params["pair"] = pairKey(ids[0], ids[1])
	if f.DirectOnly {
		s.where.add("AND x.firstDirect AND x.secondDirect", "", nil)
	}
	for _, id := range ids[2:] {
		s.where.takesPart([]graph.ID{id}, f.DirectOnly)
	}
	return s
}

// ofArticle reads the items that an article reports.
func ofArticle(article graph.ID, f graph.Filter) (source, error) {
	s := newSource("from article", "", "i.time")
	s.where.params["article"] = string(article)
	s.where.among(f)
	return s, s.where.items(f)
}

// among asks for the filter's entities, all or any, beside those that the
// source is of.
func (w *where) among(f graph.Filter) {
	if f.Any && len(f.Entities) > 0 {
		w.takesPart(f.Entities, f.DirectOnly)
		return
	}
	for _, id := range graph.Unique(f.Entities) {
		w.takesPart([]graph.ID{id}, f.DirectOnly)
	}
}

func (w *where) takesPart(ids []graph.ID, directOnly bool) {
	name, p := "takes part", w.next()
	if directOnly {
		name = "takes part directly"
	}
	w.add(query(name, "IDS", "$"+p), p, texts(ids))
}

// items adds the conditions on an item's own properties, and narrows the keys
// to those that can match.
func (w *where) items(f graph.Filter) error {
	for _, m := range f.In {
		if m.Role == "" {
			w.takesPart(m.Entities, f.DirectOnly)
			continue
		}
		p := w.next()
		w.params[p+"roles"] = texts(m.Roles())
		w.add(query("takes part in role", "IDS", "$"+p, "ROLES", "$"+p+"roles"), p, texts(m.Entities))
	}
	list(w, "kinds", f.Kinds)
	w.dates(f)
	if len(f.EventStatuses) > 0 {
		w.add(query("statuses"), "statuses", texts(f.EventStatuses))
	}
	if len(f.EventTypes) > 0 {
		w.add(query("event types"), "types", texts(f.EventTypes))
	}
	if len(f.Forms)+len(f.Acts)+len(f.Stances) > 0 {
		w.add(query("statements"), "", nil)
		list(w, "forms", f.Forms)
		list(w, "acts", f.Acts)
		list(w, "stances", f.Stances)
	}
	if f.MinConfidence > 0 {
		w.add(query("confidence"), "confidence", f.MinConfidence)
	}
	if f.MinSources > 0 {
		w.add(query("sources"), "sources", f.MinSources)
	}
	if f.Text == "" {
		return nil
	}
	terms, err := graph.ParseTerms(f.Text)
	if err != nil {
		return err
	}
	w.add(query("text"), "terms", contained(terms))
	return nil
}

func (w *where) dates(f graph.Filter) {
	if f.From != nil || f.To != nil {
		from, to := f.Range()
		w.params["from"], w.params["to"] = date(from), date(to)
		name, low := "possible", dated
		if f.CertainOnly {
			name, low = "certain", from.String()
		}
		if w.time != "" {
			w.params["from"], w.params["to"] = from.String(), to.String()
			w.narrow(low, beyond(to))
			name += " by key"
		}
		w.add(query(name, "LAST", lastDay(w.time, keyDay)), "", nil)
	}
	list(w, "bases", f.Bases)
	switch f.MinPrecision {
	case "":
	case graph.PrecisionInterval:
		w.add(query("interval"), "", nil)
	default:
		w.add(query("precision"), "width", int(f.MinPrecision.Days()))
	}
}

// keyDay is the length of a day in a time key, which begins with the first and
// the last day of an item.
const keyDay = len("2006-01-02")

// firstDay and lastDay are the leading characters of an item's first and last
// day, from its time key: the index has it at hand, and the item need not be read.
func firstDay(time string, length int) string { return fmt.Sprintf("left(%s, %d)", time, length) }
func lastDay(time string, length int) string {
	return fmt.Sprintf("substring(%s, %d, %d)", time, keyDay+1, length)
}

// contained are the terms as they stand in a text of folded words between spaces.
func contained(terms graph.Terms) []string {
	var all []string
	for _, t := range terms.All {
		text := " " + strings.Join(t.Words, " ")
		if !t.Prefix {
			text += " "
		}
		all = append(all, text)
	}
	return all
}
