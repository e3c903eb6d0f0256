package neo4j

import (
	"context"
	"fmt"
	"maps"
	"slices"

	"dateline/graph"
)

var itemLabels = map[graph.ItemKind]string{graph.KindStatement: "Statement", graph.KindEvent: "Event",
	graph.KindPolicyStage: "PolicyStage", graph.KindPositionChange: "PositionChange"}

// Items implements graph.Resolution.
func (r *resolution) Items(ctx context.Context, ids []graph.ID) ([]graph.Item, error) {
	return items(r.run(ctx, query("items"), params{"ids": texts(ids)}))
}

// Dated implements graph.Resolution.
func (r *resolution) Dated(ctx context.Context, entity graph.ID, from, to graph.Day) ([]graph.ID, error) {
	return column[graph.ID](r.run(ctx, query("dated"), params{"entity": string(entity), "low": "", "high": beyond(to), "from": date(from), "to": date(to)}))
}

// beyond is greater than the time keys of all that starts on a day or before:
// "}" sorts behind the "|" in them.
func beyond(d graph.Day) string { return d.String() + "}" }

// Stances implements graph.Resolution.
func (r *resolution) Stances(ctx context.Context, actor, policy graph.ID) ([]graph.Item, error) {
	return find[graph.Item](ctx, r, query("with stances"), params{"actor": string(actor), "policy": string(policy)})
}

// DeleteItems implements graph.Resolution.
func (r *resolution) DeleteItems(ctx context.Context, ids []graph.ID) error {
	if len(ids) == 0 {
		return nil
	}
	for _, name := range []string{"untie items", "delete items"} {
		if _, err := r.run(ctx, query(name), params{"ids": texts(ids)}); err != nil {
			return err
		}
	}
	return nil
}

// PutItems implements graph.Resolution.
func (r *resolution) PutItems(ctx context.Context, items []graph.Item) error {
	if len(items) == 0 {
		return nil
	}
	ids := make([]graph.ID, len(items))
	for i, item := range items {
		ids[i] = item.ID
	}
	list, err := column[graph.ID](r.run(ctx, query("items there"), params{"ids": texts(ids)}))
	if err != nil {
		return err
	}
	there := map[graph.ID]bool{}
	for _, id := range list {
		there[id] = true
	}
	if len(there) > 0 {
		if _, err := r.run(ctx, query("untie items"), params{"ids": texts(list)}); err != nil {
			return err
		}
	}
	for _, item := range items {
		r.later(query("put items", "LABEL", itemLabels[item.Kind]), itemRow(item))
		if !there[item.ID] {
			r.seq++
			r.later(query("record changes"), params{"seq": r.seq, "item": string(item.ID)})
		}
	}
	for _, item := range items {
		r.involve(item)
		r.tie(item)
	}
	return nil
}

// itemRow gives an item's properties: what filters ask for, what one reads in
// a browser, and the whole in JSON.
func itemRow(i graph.Item) params {
	row := params{
		"id": string(i.ID), "time": timeKey(i.Date, i.ID), "kind": string(i.Kind), "type": i.Type(), "summary": i.Summary,
		"status": "", "basis": "", "confidence": i.Confidence, "articles": i.Corroboration.Articles, "sources": i.Corroboration.Sources,
		"words": words(i.Text()), "best": best(i), "content": encode(i),
	}
	if i.Evidence != nil {
		row["evidence"] = encode(i.Evidence)
	}
	row["first"], row["last"] = bounds(i.Date)
	if d := i.Date; d != nil {
		row["date"], row["basis"], row["width"] = d.Value, string(d.Basis), d.Width()
		row["interval"] = d.Precision == graph.PrecisionInterval
	}
	position := func(actor, policy graph.ID, stance graph.Stance) {
		row["stance"] = string(stance)
		if stance != "" && stance != graph.UnknownStance {
			row["positionActor"], row["positionPolicy"] = string(actor), string(policy)
		}
	}
	switch {
	case i.Statement != nil:
		row["text"], row["form"] = i.Statement.Text, string(i.Statement.Form)
		position(i.Statement.Speaker, i.Statement.Policy, i.Statement.Stance)
	case i.Event != nil:
		row["text"], row["status"], row["mode"], row["score"] = i.Event.Text, string(i.Event.Status), i.Event.Mode, i.Event.Type.Score()
	case i.Stage != nil:
		row["text"] = i.Stage.Text
	case i.Change != nil:
		position(i.Change.Actor, i.Change.Policy, i.Change.To)
	}
	return row
}

// best orders the items of which a list shows one: by confidence, sources and ID.
func best(i graph.Item) string {
	return fmt.Sprintf("%.2f|%06d|%s", 1-i.Confidence, 999999-i.Corroboration.Sources, i.ID)
}

// A part is what one entity has in an item.
type part struct {
	roles        []string
	direct, acts bool
}

func partsOf(item graph.Item) map[graph.ID]part {
	parts := map[graph.ID]part{}
	for _, p := range item.Participants {
		x := parts[p.Entity]
		x.roles = append(x.roles, string(p.Role))
		x.direct = x.direct || p.Role != graph.OnBehalf
		x.acts = x.acts || p.Role == graph.Speaker || p.Role == graph.Actor || p.Role == graph.OnBehalf
		parts[p.Entity] = x
	}
	return parts
}

// involve writes what timelines seek: an edge for each participant, and one
// for each two, by the time key.
func (r *resolution) involve(item graph.Item) {
	parts := partsOf(item)
	time := timeKey(item.Date, item.ID)
	first, last := bounds(item.Date)
	ids := slices.Sorted(maps.Keys(parts))
	for i, a := range ids {
		x := parts[a]
		r.later(query("involve"), params{"item": string(item.ID), "properties": params{"entity": string(a), "time": time,
			"roles": x.roles, "direct": x.direct, "from": first, "to": last}})
		for _, b := range ids[i+1:] {
			y := parts[b]
			r.later(query("pair"), params{"item": string(item.ID), "to": string(b), "properties": params{"pair": pairKey(a, b), "time": time,
				"firstDirect": x.direct, "secondDirect": y.direct, "firstActs": x.acts, "secondActs": y.acts, "from": first, "to": last}})
		}
	}
}

// pairKey names two entities, the lesser ID first.
func pairKey(a, b graph.ID) string { return string(min(a, b)) + "|" + string(max(a, b)) }

// tie writes the relationships that one reads in a browser.
func (r *resolution) tie(item graph.Item) {
	first, last := bounds(item.Date)
	edge := func(statement string, entity graph.ID) {
		r.later(statement, params{"item": string(item.ID), "entity": string(entity), "from": first, "to": last})
	}
	for _, p := range item.Participants {
		switch p.Role {
		case graph.Speaker:
			edge(query("tie from", "TYPE", "SAID"), p.Entity)
		case graph.Actor:
			verb := "ACTED_IN"
			if item.Change != nil {
				verb = "CHANGED"
			}
			edge(query("tie from", "TYPE", verb), p.Entity)
		case graph.Addressee:
			edge(query("tie to", "TYPE", "ADDRESSED_TO"), p.Entity)
		case graph.About:
			edge(query("tie to", "TYPE", "ABOUT"), p.Entity)
		case graph.Target:
			edge(query("tie to", "TYPE", "TARGETS"), p.Entity)
		case graph.OnBehalf:
			edge(query("tie to", "TYPE", "ON_BEHALF_OF"), p.Entity)
		case graph.PolicyObject:
			s := item.Statement
			if s == nil || s.Stance == "" || s.Stance == graph.UnknownStance {
				edge(query("tie to", "TYPE", "CONCERNS"), p.Entity)
				continue
			}
			r.later(query("take position"), params{"item": string(item.ID), "entity": string(p.Entity), "stance": string(s.Stance), "from": first, "to": last})
		}
	}
	if c := item.Change; c != nil {
		r.later(query("change from", "TYPE", "FROM"), params{"item": string(item.ID), "statement": string(c.Before)})
		r.later(query("change from", "TYPE", "TO"), params{"item": string(item.ID), "statement": string(c.After)})
	}
}
