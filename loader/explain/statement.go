package explain

import (
	"fmt"
	"strings"

	"dateline/graph"
	"dateline/loader/statement"
	"dateline/loader/trace"
)

// statementAt is the token at which the stage takes down what concerns a
// statement: its cue, else its first word.
func (p *page) statementAt(s statement.Statement) int {
	if s.CueToken >= 0 {
		return s.CueToken
	}
	if len(s.Content) > 0 {
		return p.doc.TokenAt(s.Content[0].Start)
	}
	return p.doc.TokenAt(s.Span.Start)
}

// statement prints who says what by which words.
func (p *page) statement(i int) {
	s, said := p.Found.Statements[i], p.Extraction.Statements[i]
	at := p.statementAt(s)
	p.line("  %s  statement %s, %s · rule %s, confidence %.2f", said.ID, lower(s.Form), lower(s.Act), s.Rule, s.Confidence)
	if s.CueToken >= 0 {
		p.row("cue", "%s", p.span(s.Cue...))
	}
	p.row("says", "%s%s", p.span(s.Content...), p.way(s.CueToken, s.Content))
	p.row("speaker", "%s %s%s%s", p.speaker(s), p.span(s.Source...), p.way(s.CueToken, s.Source), dotted(p.sourceReason(s)))
	if len(s.Addressees) > 0 {
		p.row("to", "%s", p.everybody(s.Addressees))
	}
	if s.Policy >= 0 {
		p.row("on", "%s: %s", p.Extraction.Entities[len(p.Extraction.Entities)-len(p.Found.Policies.Policies)+s.Policy].Name, orDash(lower(s.Stance)))
	}
	p.stance(at)
	p.dateOf(at, s.Date, said.Finding, p.Trace.Statements.At(at))
}

// speaker is who says it, or who might.
func (p *page) speaker(s statement.Statement) string {
	if s.Speaker < 0 && len(s.Candidates) > 0 {
		return "unresolved: " + p.everybody(s.Candidates)
	}
	return p.who(s.Speaker)
}

// way is the path from a cue to the head of spans.
func (p *page) way(cue int, spans []graph.Span) string {
	if cue < 0 {
		return ""
	}
	if head := p.head(p.tokens(spans), cue); head >= 0 && head != cue {
		return dotted(p.path(cue, head))
	}
	return ""
}

// sourceReason tells how the words that name a source mean the speaker.
func (p *page) sourceReason(s statement.Statement) string {
	var reasons []string
	for _, i := range p.tokens(s.Source) {
		for _, n := range p.Trace.Statements.At(i) {
			switch n.Reason {
			case trace.NameInSource, trace.StandsForNoun, trace.AuthorOf, trace.LabelOf, trace.SpokeBefore:
				reasons = append(reasons, string(n.Reason))
			}
		}
	}
	return strings.Join(reasons, "; ")
}

// stance lists the words that speak for or against a policy.
func (p *page) stance(at int) {
	for _, n := range p.Trace.Statements.At(at) {
		switch n.Reason {
		case trace.ActsOn, trace.Evaluates, trace.CueSides, trace.Negates, trace.OnCondition, trace.ProposerSpeaks, trace.PointsBack:
			p.row("side", "%s%s: %s", p.quoted(n.By), signed(n.Score), n.Reason)
		case trace.OthersDeed, trace.OnlyWhen, trace.WasPast:
			p.row("not", "%s: %s", p.quoted(n.By), n.Reason)
		}
	}
}

// quoted is a token in angle quotation marks, a dash if there is none.
func (p *page) quoted(token int) string {
	if token < 0 {
		return "–"
	}
	return "‹" + p.word(token) + "›"
}

func signed(side int) string {
	switch {
	case side > 0:
		return " for"
	case side < 0:
		return " against"
	}
	return ""
}

func orDash(text string) string {
	if text == "" {
		return "no position"
	}
	return text
}

// lower prints a value of an enumeration in lower case.
func lower[T ~string](v T) string { return strings.ToLower(fmt.Sprint(v)) }
