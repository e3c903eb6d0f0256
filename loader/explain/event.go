package explain

import (
	"strings"

	"dateline/loader/trace"
)

// event prints what happened between whom, by the tree.
func (p *page) event(i int) {
	e, x := p.Found.Events[i], p.Extraction.Events[i]
	at := e.Trigger.First
	kind := string(e.Type)
	if e.Mode != "" {
		kind += " " + e.Mode
	}
	p.line("  %s  event %s, %s · rule %s, confidence %.2f", x.ID, kind, lower(e.Status), e.Rule, e.Confidence)
	p.row("trigger", "%s", p.words(e.Trigger))
	p.participants("actor", at, e.Actors)
	p.participants("target", at, e.Targets)
	p.places(at)
	for _, n := range p.Trace.Events.At(at) {
		if n.Reason == trace.ByWord || n.Reason == trace.ByGovernor {
			p.row("status", "%s by %s: %s", strings.ToLower(n.What), p.quoted(n.By), n.Reason)
		}
		if n.Reason == trace.PartOfAttack {
			p.row("part of", "%s: %s", p.quoted(n.By), n.Reason)
		}
	}
	p.dateOf(at, e.Date, x.Finding, p.Trace.Events.At(at))
}
