package identity

import (
	"strconv"
	"strings"

	"dateline/graph"
)

// shortWords is the length in words below which equal words by one speaker are
// not yet the same utterance ("No comment").
const shortWords = 5

// statementID: a statement is one if speaker and words are the same, and for a
// few words also the day. Where the speaker is not resolved, the words of the
// source stand for it.
func (p *projection) statementID(s graph.LocalStatement) graph.ID {
	speaker := string(p.who[s.Speaker])
	if speaker == "" {
		speaker = "?" + slug(graph.Words(p.line(s.Source...)))
	}
	words := graph.Words(p.line(s.Content...))
	key := []string{speaker, slug(words)}
	if len(words) < shortWords {
		key = append(key, p.day(s.Finding))
	}
	return graph.HashID("statement", key...)
}

// day is what tells two findings of equal words apart: the date, else the article.
func (p *projection) day(f graph.Finding) string {
	if f.Date == nil {
		return string(p.Article.ID)
	}
	return f.Date.Value
}

func (p *projection) statement(s graph.LocalStatement) graph.Report {
	r := p.report(p.statements[s.ID], s.ID, s.Finding)
	r.OnBehalf = p.behalfOf(s.Speaker)
	text, source := p.line(s.Content...), p.line(s.Source...)
	r.Statement = &graph.Statement{Text: text, Form: s.Form, Act: s.Act, Speaker: p.who[s.Speaker], SpeakerText: source,
		Addressees: p.ids(s.Addressees), About: p.ids(s.About), Policy: p.who[s.Policy], Stance: s.Stance, Reports: p.statements[s.Reports]}
	if r.Statement.Stance == "" || r.Statement.Policy == "" {
		r.Statement.Stance = graph.UnknownStance
	}
	speaker := source
	if name := p.entities[s.Speaker].Name; name != "" {
		speaker = name
	}
	if s.Form == graph.Direct {
		text = "“" + text + "”"
	}
	if r.Summary = shorten(text); speaker != "" {
		r.Summary = speaker + ": " + r.Summary
	}
	return r
}

// eventID: an event is one if type, status, actors and targets are the same
// and the text gives the same day. Without a day or participants, the words
// must be the same too.
func (p *projection) event(e graph.LocalEvent) graph.Report {
	actors, targets, policy := p.ids(e.Actors), p.ids(e.Targets), p.who[e.Policy]
	id := graph.HashID("event", string(e.Type), string(e.Status), join(actors), join(targets), string(policy),
		p.when(e.Finding, len(actors)+len(targets) > 0))
	r := p.report(id, e.ID, e.Finding)
	r.OnBehalf = p.behalfOf(e.Actors...)
	text := p.line(e.Span)
	r.Event = &graph.Event{Type: e.Type, Mode: e.Mode, Contexts: graph.Unique(e.Contexts), Status: e.Status, Text: text,
		Actors: actors, Targets: targets, Policy: policy}
	r.Summary = shorten(text)
	return r
}

func (p *projection) stage(s graph.LocalStage) graph.Report {
	policy := p.who[s.Policy]
	r := p.report(graph.HashID("stage", string(policy), string(s.Stage), p.when(s.Finding, true)), s.ID, s.Finding)
	r.OnBehalf = p.behalfOf(s.Actors...)
	text := p.line(s.Span)
	r.Stage = &graph.PolicyStage{Policy: policy, Stage: s.Stage, Text: text, Actors: p.ids(s.Actors)}
	name := p.entities[s.Policy].Name
	r.Summary = shorten(strings.ReplaceAll(strings.ToLower(string(s.Stage)), "_", " ") + ": " + name + " – " + text)
	return r
}

// when is what tells two findings with the same participants apart: the day,
// if the text gives one, else the words of the sentence, so that a text printed twice still is
// one report.
func (p *projection) when(f graph.Finding, known bool) string {
	dated := f.Date != nil && f.Date.Basis != graph.BasisPublication && f.Date.AtLeast(graph.PrecisionDay)
	if dated && known {
		return f.Date.Start.String()
	}
	return slug(graph.Words(p.line(p.sentence(f.Span))))
}

func (p *projection) role(i int, r graph.LocalRole) graph.Report {
	role := &graph.Role{Holder: p.who[r.Holder], Title: r.Title, Of: p.who[r.Of]}
	role.ID = graph.HashID("role", string(role.Holder), role.Title, string(role.Of))
	date := r.AsOf
	if date == nil {
		date = p.Article.Published
	}
	report := p.report(role.ID, graph.Local("r"+strconv.Itoa(i+1)), graph.Finding{Span: r.Span, Date: date, Rule: "role", Confidence: 0.9})
	report.Role = role
	return report
}

// summaryLength is the length of a summary in code points.
const summaryLength = 200

// shorten cuts a line at a word.
func shorten(line string) string {
	runes := []rune(line)
	if len(runes) <= summaryLength {
		return line
	}
	cut := string(runes[:summaryLength])
	if i := strings.LastIndexByte(cut, ' '); i > 0 {
		cut = cut[:i]
	}
	return strings.TrimRight(cut, " ,;:") + " …"
}

func join(ids []graph.ID) string {
	parts := make([]string, len(ids))
	for i, id := range ids {
		parts[i] = string(id)
	}
	return strings.Join(parts, ",")
}
