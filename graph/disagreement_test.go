package graph_test

import (
	"reflect"
	"testing"

	"dateline/graph"
)

func said(id graph.ID, speaker graph.ID, day string, stance graph.Stance, text string) graph.Item {
	d, err := graph.ParseDay(day)
	if err != nil {
		panic(err)
	}
	date := graph.OnDay(d)
	return graph.Item{ID: id, Kind: graph.KindStatement, Date: &date,
		Statement: &graph.Statement{Text: text, Speaker: speaker, Policy: "policy:1", Stance: stance}}
}

func TestDisagreements(t *testing.T) {
	const ana, ben = graph.ID("person:ana"), graph.ID("person:ben")
	for about, test := range map[string]struct {
		statements []graph.Item
		want       []graph.Disagreement
	}{
		"one changes": {
			[]graph.Item{said("statement:1", ana, "2025-05-01", graph.Support, "The ferry levy helps every island village"),
				said("statement:2", ana, "2025-06-01", graph.Oppose, "This charge ruins small harbours")},
			[]graph.Disagreement{{graph.PositionChanged, []graph.ID{"statement:1", "statement:2"}}},
		},
		"two differ": {
			[]graph.Item{said("statement:1", ana, "2025-05-01", graph.Support, "The ferry levy helps every island village"),
				said("statement:2", ben, "2025-06-01", graph.Oppose, "This charge ruins small harbours")},
			[]graph.Disagreement{{graph.SpeakersDiffer, []graph.ID{"statement:1", "statement:2"}}},
		},
		"sources report one utterance differently": {
			[]graph.Item{said("statement:1", ana, "2025-05-01", graph.Support, "we could accept the ferry levy under strict limits"),
				said("statement:2", ana, "2025-05-02", graph.Conditional, "the ferry levy is acceptable only under strict limits, we could accept")},
			[]graph.Disagreement{{graph.ReportsDiffer, []graph.ID{"statement:1", "statement:2"}}},
		},
		"the same words weeks later are another utterance": {
			[]graph.Item{said("statement:1", ana, "2025-05-01", graph.Support, "we could accept the ferry levy under strict limits"),
				said("statement:2", ana, "2025-06-02", graph.Conditional, "we could accept the ferry levy under strict limits")},
			[]graph.Disagreement{{graph.PositionChanged, []graph.ID{"statement:1", "statement:2"}}},
		},
		"nobody does": {
			[]graph.Item{said("statement:1", ana, "2025-05-01", graph.Support, "we accept the levy"), said("statement:2", ben, "2025-05-01", graph.Support, "so do we")},
			nil,
		},
	} {
		t.Run(about, func(t *testing.T) {
			if got := graph.Disagreements(test.statements); !reflect.DeepEqual(got, test.want) {
				t.Errorf("got %v, want %v", got, test.want)
			}
		})
	}
}
