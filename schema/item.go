package schema

import (
	"dateline/graph"
	"dateline/schema/exec"
)

// An item is a timeline item with the clocks under which it was asked for,
// which its evidence follows.
type item struct {
	graph.Item
	asOf *graph.AsOf
}

// itemOf loads the item that an ID names; null if there is none.
func itemOf[T any](id func(*T) (graph.ID, *graph.AsOf)) exec.Resolver {
	return exec.Resolver{
		Need: func(q exec.Query, p any) {
			id, _ := id(p.(*T))
			batchOf(q).items.need(id)
		},
		Get: func(q exec.Query, p any) (any, error) {
			id, asOf := id(p.(*T))
			v, err := batchOf(q).items.get(id)
			if v == nil || asOf == nil {
				return v, err
			}
			then := &item{v.(*item).Item, asOf}
			then.Evidence = nil // it is today's
			return then, nil
		},
	}
}

// addItems adds the four types of timeline item.
func addItems(all exec.Objects) {
	for _, name := range []string{"Statement", "Event", "PolicyStage", "PositionChange"} {
		all[name] = exec.Fields{
			"id":      str(func(i *item) string { return string(i.ID) }),
			"kind":    str(func(i *item) string { return string(i.Kind) }),
			"summary": str(func(i *item) string { return i.Summary }),
			"date":    object(func(i *item) *graph.FuzzyDate { return i.Date }),
			"participants": {Get: func(_ exec.Query, p any) (any, error) {
				return exec.ListOf(p.(*item).Participants), nil
			}},
			"evidence":      itemEvidence(),
			"corroboration": object(func(i *item) *graph.Corroboration { return &i.Corroboration }),
			"confidence":    float(func(i *item) float64 { return i.Confidence }),
		}
	}
	addStatement(all["Statement"])
	addEvent(all["Event"])

	stage := all["PolicyStage"]
	stage["policy"] = entityOf(func(i *item) graph.ID { return i.Stage.Policy })
	stage["stage"] = str(func(i *item) string { return string(i.Stage.Stage) })
	stage["actors"] = entitiesOf(func(i *item) []graph.ID { return i.Stage.Actors })

	change := all["PositionChange"]
	change["actor"] = entityOf(func(i *item) graph.ID { return i.Change.Actor })
	change["policy"] = entityOf(func(i *item) graph.ID { return i.Change.Policy })
	change["from"] = str(func(i *item) string { return string(i.Change.From) })
	change["to"] = str(func(i *item) string { return string(i.Change.To) })
	change["before"] = itemOf(func(i *item) (graph.ID, *graph.AsOf) { return i.Change.Before, i.asOf })
	change["after"] = itemOf(func(i *item) (graph.ID, *graph.AsOf) { return i.Change.After, i.asOf })
}

// itemEvidence asks the store only for what an item does not carry.
func itemEvidence() exec.Resolver {
	field := evidenceField(func(i *item) (graph.ID, *graph.AsOf) { return i.ID, i.asOf })
	need, get := field.Need, field.Get
	field.Need = func(q exec.Query, p any) {
		if _, ok := p.(*item).EvidenceWithin(q.Args.(int)); !ok {
			need(q, p)
		}
	}
	field.Get = func(q exec.Query, p any) (any, error) {
		if list, ok := p.(*item).EvidenceWithin(q.Args.(int)); ok {
			return exec.ListOf(list), nil
		}
		return get(q, p)
	}
	return field
}

func addStatement(f exec.Fields) {
	f["text"] = str(func(i *item) string { return i.Statement.Text })
	f["form"] = str(func(i *item) string { return string(i.Statement.Form) })
	f["act"] = str(func(i *item) string { return string(i.Statement.Act) })
	f["speaker"] = entityOf(func(i *item) graph.ID { return i.Statement.Speaker })
	f["speakerText"] = strOrNull(func(i *item) string { return i.Statement.SpeakerText })
	f["addressees"] = entitiesOf(func(i *item) []graph.ID { return i.Statement.Addressees })
	f["about"] = entitiesOf(func(i *item) []graph.ID { return i.Statement.About })
	f["policy"] = entityOf(func(i *item) graph.ID { return i.Statement.Policy })
	f["stance"] = str(func(i *item) string { return string(i.Statement.Stance) })
	f["reports"] = itemOf(func(i *item) (graph.ID, *graph.AsOf) { return i.Statement.Reports, i.asOf })
}

func addEvent(f exec.Fields) {
	f["type"] = str(func(i *item) string { return string(i.Event.Type) })
	f["mode"] = strOrNull(func(i *item) string { return i.Event.Mode })
	f["contexts"] = strs(func(i *item) []string { return i.Event.Contexts })
	f["score"] = float(func(i *item) float64 { return i.Event.Type.Score() })
	f["status"] = str(func(i *item) string { return string(i.Event.Status) })
	f["actors"] = entitiesOf(func(i *item) []graph.ID { return i.Event.Actors })
	f["targets"] = entitiesOf(func(i *item) []graph.ID { return i.Event.Targets })
	f["policy"] = entityOf(func(i *item) graph.ID { return i.Event.Policy })
}

func participantFields() exec.Fields {
	return exec.Fields{
		"entity": entityOf(func(p *graph.Participant) graph.ID { return p.Entity }),
		"role":   str(func(p *graph.Participant) string { return string(p.Role) }),
	}
}

func corroborationFields() exec.Fields {
	return exec.Fields{
		"articles":           num(func(c *graph.Corroboration) int { return c.Articles }),
		"independentSources": num(func(c *graph.Corroboration) int { return c.Sources }),
		"firstReported":      object(func(c *graph.Corroboration) *graph.FuzzyDate { return c.First }),
		"lastReported":       object(func(c *graph.Corroboration) *graph.FuzzyDate { return c.Last }),
	}
}

func dateFields() exec.Fields {
	return exec.Fields{
		"value":       str(func(d *graph.FuzzyDate) string { return d.Value }),
		"precision":   str(func(d *graph.FuzzyDate) string { return string(d.Precision) }),
		"start":       str(func(d *graph.FuzzyDate) string { return d.Start.String() }),
		"end":         str(func(d *graph.FuzzyDate) string { return d.End.String() }),
		"basis":       str(func(d *graph.FuzzyDate) string { return basis(d) }),
		"text":        strOrNull(func(d *graph.FuzzyDate) string { return d.Text }),
		"approximate": boolean(func(d *graph.FuzzyDate) bool { return d.Approximate || d.Basis == graph.BasisPublication }),
		"epochMs":     float(func(d *graph.FuzzyDate) float64 { return float64(d.Start.EpochMillis()) }),
		"endEpochMs":  float(func(d *graph.FuzzyDate) float64 { return float64(d.EndEpochMillis()) }),
	}
}

// basis is EXPLICIT for dates that no text gave, such as an article's.
func basis(d *graph.FuzzyDate) string {
	if d.Basis == "" {
		return string(graph.BasisExplicit)
	}
	return string(d.Basis)
}
