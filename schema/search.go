package schema

import (
	"context"
	"html"
	"slices"
	"strings"
	"unicode/utf8"

	"dateline/graph"
	"dateline/schema/exec"
)

// searchKinds are the types that full-text search finds.
var searchKinds = []string{"Person", "Country", "Organization", "Policy", "Statement", "Event", "Article"}

// searchArgs are the arguments of Query.search.
type searchArgs struct {
	query graph.Search
	page  graph.Page
}

func readSearch(_ context.Context, _ exec.Query, in exec.Values) (any, error) {
	page, err := pageFrom(in)
	if err != nil {
		return nil, err
	}
	args := &searchArgs{page: page, query: graph.Search{Kinds: enums[string](in["kinds"])}}
	for _, k := range args.query.Kinds {
		if !slices.Contains(searchKinds, k) {
			return nil, graph.Errorf(graph.BadRequest, "%q is no kind that search finds: those are %s", k, strings.Join(searchKinds, ", "))
		}
	}
	args.query.Terms, err = graph.ParseTerms(in["text"].(string))
	return args, err
}

// A hit is a search result with the words that found it.
type hit struct {
	*graph.Hit
	terms graph.Terms
}

func search(ctx context.Context, b *batch, _ *root, args *searchArgs) (any, error) {
	c, err := connect(args.page,
		func(p graph.Page) (graph.Connection[graph.Hit], error) { return b.reader.Search(ctx, args.query, p) },
		func(h *graph.Hit) any {
			switch {
			case h.Entity != nil:
				return h.Entity
			case h.Item != nil:
				return &item{Item: *h.Item}
			case h.Article != nil:
				return &article{Article: *h.Article}
			}
			return nil
		}, nil)
	if err != nil {
		return nil, err
	}
	for i := range c.edges {
		c.edges[i].detail = &hit{c.edges[i].detail.(*graph.Hit), args.query.Terms}
	}
	return c, nil
}

// excerpt is how many bytes of a text a highlight shows at most, about.
const excerpt = 300

// highlight is the text around the first match, escaped for HTML, with <mark>
// around each of the words.
func (h *hit) highlight() string {
	marks := h.terms.Find(h.Text)
	if len(marks) == 0 {
		return html.EscapeString(clip(h.Text, 0, excerpt))
	}
	from := max(0, marks[0][0]-excerpt/3)
	for from > 0 && h.Text[from-1] != ' ' && h.Text[from-1] != '\n' && marks[0][0]-from < excerpt/2 {
		from--
	}
	for from > 0 && !utf8.RuneStart(h.Text[from]) {
		from--
	}
	to := from + len(clip(h.Text, from, excerpt))
	var out strings.Builder
	if from > 0 {
		out.WriteString("… ")
	}
	at := from
	for _, m := range marks {
		if m[1] > to {
			break
		}
		out.WriteString(html.EscapeString(h.Text[at:m[0]]) + "<mark>" + html.EscapeString(h.Text[m[0]:m[1]]) + "</mark>")
		at = m[1]
	}
	out.WriteString(html.EscapeString(h.Text[at:to]))
	if to < len(h.Text) {
		out.WriteString(" …")
	}
	return out.String()
}

// clip gives at most n bytes from a place, ending where a word ends.
func clip(text string, from, n int) string {
	if len(text)-from <= n {
		return text[from:]
	}
	if i := strings.LastIndexAny(text[from:from+n], " \n"); i > 0 {
		return text[from : from+i]
	}
	for n > 0 && !utf8.RuneStart(text[from+n]) {
		n--
	}
	return text[from : from+n]
}
