package export

import (
	"context"
	"encoding/csv"
	"io"
	"strconv"
	"strings"

	"dateline/graph"
)

// columns of the table of items.
var columns = []string{"id", "kind", "date", "start", "end", "precision", "basis", "type", "status", "stance", "summary",
	"speakers_or_actors", "addressees_or_targets", "policy", "articles", "independent_sources", "confidence"}

// CSV writes the timeline items, a row each, by kind and ID, with the names of
// those who take part. Cells that a spreadsheet would take for a formula are
// quoted with an apostrophe. A nil filter writes everything; with one, rows
// come along the timeline.
func CSV(ctx context.Context, s Source, filter *graph.Filter, w io.Writer) error {
	out := csv.NewWriter(w)
	if err := out.Write(columns); err != nil {
		return err
	}
	for item, err := range (part{s, filter}).items(ctx) {
		if err != nil {
			return err
		}
		names, err := namesOf(ctx, s, item)
		if err != nil {
			return err
		}
		if err := out.Write(row(item, names)); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

func namesOf(ctx context.Context, s Source, item graph.Item) (map[graph.ID]string, error) {
	var ids []graph.ID
	for _, p := range item.Participants {
		ids = append(ids, p.Entity)
	}
	entities, err := s.Entities(ctx, ids)
	names := make(map[graph.ID]string, len(entities))
	for id, e := range entities {
		names[id] = e.Name
	}
	return names, err
}

func row(i graph.Item, names map[graph.ID]string) []string {
	var date, start, end, precision, basis string
	if d := i.Date; d != nil {
		date, start, end, precision, basis = d.Value, d.Start.String(), d.End.String(), string(d.Precision), string(d.Basis)
	}
	var kind, status, stance string
	switch {
	case i.Statement != nil:
		kind, stance = string(i.Statement.Act), string(i.Statement.Stance)
	case i.Event != nil:
		kind, status = string(i.Event.Type), string(i.Event.Status)
	case i.Stage != nil:
		kind = string(i.Stage.Stage)
	case i.Change != nil:
		kind, stance = string(i.Change.From), string(i.Change.To)
	}
	cells := []string{string(i.ID), string(i.Kind), date, start, end, precision, basis, kind, status, stance, i.Summary,
		inRole(i, names, graph.Speaker, graph.Actor), inRole(i, names, graph.Addressee, graph.Target), inRole(i, names, graph.PolicyObject),
		strconv.Itoa(i.Corroboration.Articles), strconv.Itoa(i.Corroboration.Sources), strconv.FormatFloat(i.Confidence, 'g', -1, 64)}
	for k, c := range cells {
		cells[k] = Inert(c)
	}
	return cells
}

func inRole(i graph.Item, names map[graph.ID]string, roles ...graph.ParticipantRole) string {
	var list []string
	for _, p := range i.Participants {
		for _, r := range roles {
			if p.Role == r {
				list = append(list, names[p.Entity])
			}
		}
	}
	return strings.Join(list, "; ")
}

// Inert puts an apostrophe before what a spreadsheet would run as a formula
// (OWASP, CSV injection).
func Inert(cell string) string {
	if cell != "" && strings.ContainsRune("=+-@\t\r", rune(cell[0])) {
		return "'" + cell
	}
	return cell
}
