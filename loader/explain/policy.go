package explain

import (
	"strings"

	"dateline/loader/trace"
)

// policies lists the policies of an article, and why its phrases mean one.
func (p *page) policies() {
	if len(p.Found.Policies.Policies) == 0 {
		return
	}
	p.line("policies")
	for i, policy := range p.Found.Policies.Policies {
		p.line("  %-4s %s", p.Extraction.Policies[i].Entity, policy.Entity.Name)
		if key := policy.Entity.Policy; key != nil {
			p.row("what", "%s", key.Instrument)
		}
		if len(policy.Proposers) > 0 {
			p.row("by", "%s", p.everybody(policy.Proposers))
		}
		if len(policy.Targets) > 0 {
			p.row("aimed at", "%s", p.everybody(policy.Targets))
		}
		for _, m := range policy.Mentions {
			p.row("named", "%s in [%d]%s", p.words(m.Tokens), p.sentenceOf(m.Tokens), dotted(p.joined(m.Head)))
		}
	}
	p.line("")
}

// joined tells why a phrase means the policy that it means.
func (p *page) joined(head int) string {
	var reasons []string
	for _, n := range p.Trace.Policies.At(head) {
		if n.Dropped {
			continue
		}
		reason := string(n.Reason)
		if n.By >= 0 {
			reason += " as " + p.quoted(n.By)
		}
		reasons = append(reasons, reason)
	}
	return strings.Join(reasons, "; ")
}

// stage prints which stage a policy reached, and who moved it there.
func (p *page) stage(i int) {
	s, x := p.Found.Policies.Stages[i], p.Extraction.Stages[i]
	p.line("  %s  stage %s of %s · rule %s, confidence %.2f", x.ID, s.Stage, p.Found.Policies.Policies[s.Policy].Entity.Name, s.Rule, s.Confidence)
	p.row("words", "%s", p.words(s.Tokens))
	for _, m := range p.Found.Policies.Policies[s.Policy].Mentions {
		if way := p.path(s.Trigger, m.Head); way != "" && m.Head != s.Trigger {
			p.row("policy", "%s", way)
			break
		}
	}
	p.participants("mover", s.Trigger, s.Actors)
	for _, n := range p.Trace.Policies.At(s.Trigger) {
		if n.Reason == trace.AnnouncedThen {
			p.row("when", "%s", n.Reason)
		}
	}
	p.dateOf(s.Trigger, s.Date, x.Finding, nil)
}
