package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"dateline/graph"
)

// pageSize is how many items are read at once.
const pageSize = 100

// A printer prints items with the sentence that supports them.
type printer struct {
	store graph.Reader
	out   io.Writer
	json  *json.Encoder
	count int
}

func newPrinter(store graph.Reader, out io.Writer, asJSON bool) *printer {
	p := &printer{store: store, out: out}
	if asJSON {
		p.json = json.NewEncoder(out)
		p.json.SetEscapeHTML(false)
	}
	return p
}

// cited is an item with its best evidence.
type cited struct {
	graph.Item
	Quote    string `json:"quote,omitempty"`
	Sentence string `json:"sentence,omitempty"`
	Article  string `json:"article,omitempty"`
	URL      string `json:"url,omitempty"`
}

func (p *printer) items(ctx context.Context, edges []graph.Edge[graph.Item]) error {
	ids := make([]graph.ID, len(edges))
	for i, e := range edges {
		ids[i] = e.Node.ID
	}
	evidence, err := p.store.Evidence(ctx, ids, 1, nil)
	if err != nil {
		return err
	}
	var articleIDs []graph.ID
	for _, list := range evidence {
		for _, e := range list {
			articleIDs = append(articleIDs, e.Article)
		}
	}
	articles, err := p.store.Articles(ctx, articleIDs)
	if err != nil {
		return err
	}
	for _, e := range edges {
		c := cited{Item: e.Node}
		if list := evidence[e.Node.ID]; len(list) > 0 {
			article := articles[list[0].Article]
			text := []rune(article.Text)
			c.Quote, c.Sentence = between(text, list[0].Span), between(text, list[0].Sentence)
			c.Article, c.URL = article.Title, article.URL
			if article.Publisher != "" {
				c.Article = article.Publisher + ", " + article.Title
			}
		}
		p.count++
		if err := p.item(c); err != nil {
			return err
		}
	}
	return nil
}

func between(text []rune, s graph.Span) string {
	if s.Start < 0 || s.End > len(text) || s.Start > s.End {
		return ""
	}
	return string(text[s.Start:s.End])
}

func (p *printer) item(c cited) error {
	if p.json != nil {
		return p.json.Encode(c)
	}
	date := "undated"
	if c.Date != nil {
		date = c.Date.Value
	}
	_, err := fmt.Fprintf(p.out, "%-12s %s  %s\n", date, label(c.Item), c.Summary)
	if err == nil && c.Sentence != "" {
		_, err = fmt.Fprintf(p.out, "             │ %s\n             └ %s\n", oneLine(c.Sentence), c.Article)
	}
	return err
}

// label tells in a word or two what an item is.
func label(i graph.Item) string {
	switch {
	case i.Statement != nil && i.Statement.Stance != graph.UnknownStance:
		return "[" + strings.ToLower(string(i.Statement.Act)+", "+string(i.Statement.Stance)) + "]"
	case i.Statement != nil:
		return "[" + strings.ToLower(string(i.Statement.Act)) + "]"
	case i.Event != nil && i.Event.Status != graph.Occurred:
		return "[" + strings.ToLower(string(i.Event.Type)+", "+string(i.Event.Status)) + "]"
	case i.Event != nil:
		return "[" + strings.ToLower(string(i.Event.Type)) + "]"
	case i.Stage != nil:
		return "[stage]"
	}
	return "[change of position]"
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// end says so if nothing was printed.
func (p *printer) end(nothing string) error {
	if p.count == 0 && p.json == nil {
		_, err := fmt.Fprintln(p.out, nothing)
		return err
	}
	return nil
}
