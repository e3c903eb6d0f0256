package loader

import (
	"dateline/graph"
	"dateline/loader/coref"
	"dateline/loader/event"
	"dateline/loader/language"
	"dateline/loader/link"
	"dateline/loader/name"
	"dateline/loader/policy"
	"dateline/loader/statement"
	"dateline/loader/timex"
	"dateline/loader/trace"
)

// Rules is the version of the rules. An extraction made by another version
// differs; `dateline refresh` makes it anew.
const Rules = "3"

// A Pipeline extracts what articles say. It is safe for concurrent use.
type Pipeline struct {
	engine     *language.Engine
	names      *name.Finder
	coref      *coref.Resolver
	policies   *policy.Finder
	statements *statement.Finder
	events     *event.Finder
}

// NewPipeline reads the model and the lexicons.
func NewPipeline(config language.Config) (*Pipeline, error) {
	engine, err := language.New(config)
	if err != nil {
		return nil, err
	}
	names, err := name.New()
	if err != nil {
		return nil, err
	}
	policies, err := policy.New()
	if err != nil {
		return nil, err
	}
	statements, err := statement.New()
	if err != nil {
		return nil, err
	}
	events, err := event.New()
	if err != nil {
		return nil, err
	}
	return &Pipeline{engine, names, coref.New(names.Gazetteer()), policies, statements, events}, nil
}

// Extractor names the rules and the model.
func (p *Pipeline) Extractor() string { return "dateline/" + Rules + " " + p.engine.Version() }

// Tracing gives a pipeline for one text whose stages take down why they decide
// as they do.
func (p *Pipeline) Tracing(t *trace.Trace) *Pipeline {
	return &Pipeline{p.engine, p.names.Tracing(&t.Names), p.coref.Tracing(&t.Coref), p.policies.Tracing(&t.Policies),
		p.statements.Tracing(&t.Statements), p.events.Tracing(&t.Events)}
}

// Find runs the stages on a text, in their order.
func (p *Pipeline) Find(text string, published *graph.FuzzyDate) link.Found {
	doc := p.engine.Analyze(text)
	mentions := p.names.Find(doc)
	who := p.coref.Resolve(doc, mentions, published)
	dates := timex.Find(doc, published)
	policies := p.policies.Find(doc, who, dates)
	statements := p.statements.Find(doc, who, dates, policies)
	events := p.events.Find(doc, who, dates, policies, statements)
	return link.Found{Published: published, Document: doc, Coref: who, Dates: dates, Policies: policies,
		Statements: statements, Events: events, MainDate: event.MainDate(events, dates, published)}
}

// Extract gives what an article says. An article in a language that is not
// extracted gives an extraction without facts.
func (p *Pipeline) Extract(a graph.Article) graph.Extraction {
	if !English(a.Language) {
		return graph.Extraction{Extractor: p.Extractor()}
	}
	return link.Assemble(p.Extractor(), p.Find(a.Text, a.Published))
}
