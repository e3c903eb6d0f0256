package identity

import (
	"strings"

	"dateline/graph"
)

// decideRole decides who is meant by an office alone ("the Mexican
// president"): whoever sources show in it at that time. At a handover, or with
// two candidates, nobody. who gives who the named members are. The office alone
// goes by an ID such as `person:president-mex`: it is nobody from whom that is
// judged different.
func decideRole(block string, members []local[person], judged graph.Judged, who func(graph.ID, graph.Local) graph.ID) []graph.Assignment {
	office := aloneID(graph.Words(strings.TrimPrefix(block, "1/role/"))...)
	terms := map[graph.ID]role{} // the days on which sources show each holder
	for _, l := range members {
		if len(l.is.Name) == 0 {
			continue
		}
		if id := who(l.article, l.id); id != "" && !judged.Apart(office, id) {
			days := daysIn(block, l.is)
			if t, ok := terms[id]; ok {
				days.From, days.To = min(days.From, t.From), max(days.To, t.To)
			}
			terms[id] = days
		}
	}
	var assigned []graph.Assignment
	for _, l := range members {
		// One who claims several offices is decided by the first of them.
		if len(l.is.Name) > 0 || roleBlocks(l.is)[0] != block {
			continue
		}
		switch ids := inOffice(terms, daysIn(block, l.is)); len(ids) {
		case 0:
			assigned = append(assigned, l.assign(""))
		case 1:
			assigned = append(assigned, l.assign(ids[0]))
		default:
			assigned = append(assigned, l.assign("", ids...))
		}
	}
	return assigned
}

// daysIn are the days on which a member is shown in the block's office.
func daysIn(block string, p person) role {
	var days role
	found := false
	for _, r := range p.Roles {
		if strings.HasPrefix(r.Title, "former ") || roleBlock(r) != block {
			continue
		}
		if !found {
			days, found = r, true
		}
		days.From, days.To = min(days.From, r.From), max(days.To, r.To)
	}
	return days
}

// Between two holders, one whom sources show within nearDays of a claim is
// meant if the other is farDays away or more.
const (
	nearDays = 14
	farDays  = 60
)

// inOffice gives who may have held an office on the days of a claim: all whom
// sources show in it at that time; if there are none, those shown next before
// and next after it.
func inOffice(terms map[graph.ID]role, claim role) []graph.ID {
	var during []graph.ID
	var before, after graph.ID
	for _, id := range sortedKeys(terms) {
		t := terms[id]
		switch {
		case t.From <= claim.To && claim.From <= t.To:
			during = append(during, id)
		case t.To < claim.From:
			if before == "" || t.To > terms[before].To {
				before = id
			}
		default:
			if after == "" || t.From < terms[after].From {
				after = id
			}
		}
	}
	if len(during) > 0 {
		return during
	}
	switch beforeGap, afterGap := claim.From-terms[before].To, terms[after].From-claim.To; {
	case before == "" || after == "":
	case beforeGap <= nearDays && afterGap >= farDays:
		return []graph.ID{before}
	case afterGap <= nearDays && beforeGap >= farDays:
		return []graph.ID{after}
	}
	var near []graph.ID
	for _, id := range []graph.ID{before, after} {
		if id != "" {
			near = append(near, id)
		}
	}
	return graph.Unique(near)
}
