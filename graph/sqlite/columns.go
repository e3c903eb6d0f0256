package sqlite

import (
	"context"
	"database/sql"
	"maps"
	"slices"

	"dateline/graph"
)

// columns are what of an item stands in columns of its own, for filters.
type columns struct {
	time, kind, status, form, stance, basis string
	first, last                             sql.NullInt64
	width, interval                         int
	score                                   sql.NullFloat64
	speaker, policy                         graph.ID
}

func columnsOf(i graph.Item) columns {
	c := columns{time: timeKey(i.Date, i.ID)}
	c.first, c.last = days(i.Date)
	if i.Date != nil {
		c.basis, c.width = string(i.Date.Basis), i.Date.Width()
		if i.Date.Precision == graph.PrecisionInterval {
			c.interval = 1
		}
	}
	switch {
	case i.Statement != nil:
		s := i.Statement
		c.kind, c.form, c.stance, c.speaker, c.policy = string(s.Act), string(s.Form), string(s.Stance), s.Speaker, s.Policy
	case i.Event != nil:
		e := i.Event
		c.kind, c.status, c.policy = string(e.Type), string(e.Status), e.Policy
		c.score = sql.NullFloat64{Float64: e.Type.Score(), Valid: true}
	case i.Stage != nil:
		c.kind, c.policy = string(i.Stage.Stage), i.Stage.Policy
	case i.Change != nil:
		// Found beside the statements that it lies between.
		c.stance, c.speaker, c.policy = string(i.Change.To), i.Change.Actor, i.Change.Policy
	}
	return c
}

// The bits of an edge's roles.
var roleBits = map[graph.ParticipantRole]int{graph.Speaker: 1, graph.Addressee: 2, graph.About: 4, graph.Actor: 8,
	graph.Target: 16, graph.PolicyObject: 32, graph.OnBehalf: behalfBit}

const (
	behalfBit = 64
	// actingBits are the roles from which an item's direction goes.
	actingBits = 1 | 8 | behalfBit
)

// insertEdges writes an edge for each participant and a pair for each two.
func (r *resolution) insertEdges(ctx context.Context, n int64, time string, participants []graph.Participant) error {
	roles := map[graph.ID]int{}
	for _, p := range participants {
		roles[p.Entity] |= roleBits[p.Role]
	}
	ids := slices.Sorted(maps.Keys(roles))
	for i, a := range ids {
		if _, err := r.exec(ctx, "INSERT INTO edge VALUES (?, ?, ?, ?)", a, time, n, roles[a]); err != nil {
			return err
		}
		for _, b := range ids[i+1:] {
			if _, err := r.exec(ctx, "INSERT INTO pair VALUES (?, ?, ?, ?, ?, ?)", a, b, time, n, roles[a], roles[b]); err != nil {
				return err
			}
		}
	}
	return nil
}
