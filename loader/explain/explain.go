package explain

import (
	"fmt"
	"io"
	"strings"

	"dateline/graph"
	"dateline/loader/language"
	"dateline/loader/link"
	"dateline/loader/trace"
)

// An Explanation is an article with all that explains its facts.
type Explanation struct {
	Article    graph.Article
	Extraction graph.Extraction
	// Found are the stages' findings of which the extraction was made, and
	// Trace what the stages took down on the way.
	Found link.Found
	Trace *trace.Trace
}

// Write prints an explanation: who and which policies the article has, then
// sentence by sentence the names, dates and facts, and what was passed over.
func Write(w io.Writer, e Explanation) error {
	p := &page{Explanation: e, w: w, doc: e.Found.Document}
	p.header()
	if p.doc == nil {
		p.line("  in a language that is not extracted\n")
		return p.err
	}
	p.index()
	p.entities()
	p.policies()
	for s := range p.doc.Sentences {
		p.sentence(s)
	}
	return p.err
}

// A page is an explanation while it is printed.
type page struct {
	Explanation
	w   io.Writer
	err error
	doc *language.Document
	// dateAt are the dates by their first token.
	dateAt map[int]int
	// mentions, facts and phrases are what each sentence has: indexes of
	// mentions, what prints a fact, and heads of the mentions of policies.
	mentions map[int][]int
	facts    map[int][]fact
	// carries are the tokens that carry an event, a statement, a policy or its stage.
	events, statements, policyHeads, stages map[int]bool
}

// A fact stands in a sentence, at a token, and prints itself.
type fact struct {
	token int
	print func()
}

func (p *page) line(format string, args ...any) {
	if p.err == nil {
		_, p.err = fmt.Fprintf(p.w, strings.TrimRight(format, " ")+"\n", args...)
	}
}

// row is a line of a fact: a label and what it tells.
func (p *page) row(label, format string, args ...any) {
	p.line("      %-9s %s", label, fmt.Sprintf(format, args...))
}

func (p *page) header() {
	p.line("%s", oneLine(p.Article.Title))
	var parts []string
	if p.Article.Published != nil {
		parts = append(parts, "published "+p.Article.Published.Value)
	}
	for _, s := range []string{p.Article.Publisher, p.Article.URL} {
		if s != "" {
			parts = append(parts, s)
		}
	}
	if len(parts) > 0 {
		p.line("%s", strings.Join(parts, " · "))
	}
	p.line("")
}

// index notes what stands in which sentence.
func (p *page) index() {
	p.dateAt, p.mentions, p.facts = map[int]int{}, map[int][]int{}, map[int][]fact{}
	p.events, p.statements, p.policyHeads, p.stages = map[int]bool{}, map[int]bool{}, map[int]bool{}, map[int]bool{}
	for i, d := range p.Found.Dates {
		p.dateAt[d.Tokens.First] = i
	}
	for i, m := range p.Found.Coref.Mentions {
		s := p.doc.Tokens[m.Tokens.First].Sentence
		p.mentions[s] = append(p.mentions[s], i)
	}
	for _, policy := range p.Found.Policies.Policies {
		for _, m := range policy.Mentions {
			p.policyHeads[m.Head] = true
		}
	}
	for i, s := range p.Found.Statements {
		at := p.statementAt(s)
		p.statements[at] = true
		p.fact(at, func() { p.statement(i) })
	}
	for i, s := range p.Found.Policies.Stages {
		p.stages[s.Trigger] = true
		p.fact(s.Trigger, func() { p.stage(i) })
	}
	for i, e := range p.Found.Events {
		p.events[e.Trigger.First] = true
		p.fact(e.Trigger.First, func() { p.event(i) })
	}
}

func (p *page) fact(token int, print func()) {
	s := p.doc.Tokens[token].Sentence
	p.facts[s] = append(p.facts[s], fact{token, print})
}

// sentence prints a sentence with what was found in it.
func (p *page) sentence(s int) {
	run := p.doc.Sentences[s]
	text := oneLine(p.doc.RangeText(run))
	if text == "" {
		return
	}
	p.line("%s", wrap(fmt.Sprintf("[%d] %s", s+1, text), "    "))
	p.dates(run)
	p.names(s)
	for _, f := range p.facts[s] {
		f.print()
	}
	p.passedOver(run)
	p.line("")
}

// width is the number of columns within which text is wrapped.
const width = 100

// wrap breaks a line between words; all lines but the first are indented.
func wrap(text, indent string) string {
	var b strings.Builder
	column := 0
	for i, word := range strings.Fields(text) {
		n := len([]rune(word))
		switch {
		case i == 0:
		case column+1+n > width:
			b.WriteString("\n" + indent)
			column = len(indent)
		default:
			b.WriteByte(' ')
			column++
		}
		b.WriteString(word)
		column += n
	}
	return b.String()
}

func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }
