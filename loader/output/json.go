package output

import (
	"strings"

	"dateline/graph"
	"dateline/loader/language"
)

type span [2]int

type articleJSON struct {
	ID             string `json:"id"`
	Title          string `json:"title,omitempty"`
	Text           string `json:"text"`
	PublishedAt    string `json:"published_at,omitempty"`
	PublishedBasis string `json:"published_basis,omitempty"`
	URL            string `json:"url,omitempty"`
	Publisher      string `json:"publisher,omitempty"`
	Lang           string `json:"lang,omitempty"`
	ContentHash    string `json:"content_hash"`
}

type entityJSON struct {
	ID   graph.Local `json:"id"`
	Kind string      `json:"kind"`
	// Name is absent for one known by an office alone.
	Name     string   `json:"name,omitempty"`
	Names    []string `json:"names"`
	ISO2     string   `json:"iso2,omitempty"`
	ISO3     string   `json:"iso3,omitempty"`
	Wikidata string   `json:"wikidata,omitempty"`
}

type mentionJSON struct {
	Start      int           `json:"start"`
	End        int           `json:"end"`
	Text       string        `json:"text"`
	Kind       string        `json:"kind"`
	Form       string        `json:"form"`
	Entity     *graph.Local  `json:"entity"`
	Candidates []graph.Local `json:"candidates,omitempty"`
	Confidence float64       `json:"confidence"`
}

type expressionJSON struct {
	Start    int    `json:"start"`
	End      int    `json:"end"`
	Text     string `json:"text"`
	Type     string `json:"type"`
	Value    string `json:"value"`
	EDTF     string `json:"edtf,omitempty"`
	Earliest string `json:"earliest,omitempty"`
	Latest   string `json:"latest,omitempty"`
	Basis    string `json:"basis,omitempty"`
}

type dateJSON struct {
	Value    string `json:"value"`
	EDTF     string `json:"edtf"`
	Earliest string `json:"earliest"`
	Latest   string `json:"latest"`
	Basis    string `json:"basis"`
	Text     string `json:"text,omitempty"`
	Span     *span  `json:"span,omitempty"`
}

type roleJSON struct {
	Holder graph.Local  `json:"holder"`
	Title  string       `json:"title"`
	Of     *graph.Local `json:"of"`
	Span   span         `json:"span"`
	AsOf   string       `json:"as_of,omitempty"`
}

type sourceJSON struct {
	Spans  []span       `json:"spans"`
	Entity *graph.Local `json:"entity"`
}

type statementJSON struct {
	ID         graph.Local   `json:"id"`
	Form       string        `json:"form"`
	Act        graph.Act     `json:"act"`
	Content    []span        `json:"content"`
	Cue        []span        `json:"cue"`
	Source     sourceJSON    `json:"source"`
	Candidates []graph.Local `json:"candidates,omitempty"`
	Addressees []graph.Local `json:"addressees"`
	About      []graph.Local `json:"about"`
	Policy     *graph.Local  `json:"policy"`
	Stance     graph.Stance  `json:"stance,omitempty"`
	Date       *dateJSON     `json:"date"`
	Reports    *graph.Local  `json:"reports"`
	Rule       string        `json:"rule"`
	Confidence float64       `json:"confidence"`
}

type policyJSON struct {
	ID        graph.Local   `json:"id"`
	Name      string        `json:"name"`
	Names     []string      `json:"names"`
	Span      span          `json:"span"`
	Proposers []graph.Local `json:"proposers"`
	Targets   []graph.Local `json:"targets"`
}

type stageJSON struct {
	ID         graph.Local   `json:"id"`
	Policy     graph.Local   `json:"policy"`
	Stage      graph.Stage   `json:"stage"`
	Actors     []graph.Local `json:"actors"`
	Span       span          `json:"span"`
	Date       *dateJSON     `json:"date"`
	Rule       string        `json:"rule"`
	Confidence float64       `json:"confidence"`
}

type eventJSON struct {
	ID         graph.Local       `json:"id"`
	Type       graph.EventType   `json:"type"`
	Mode       string            `json:"mode,omitempty"`
	Contexts   []string          `json:"contexts"`
	Status     graph.EventStatus `json:"status"`
	Actors     []graph.Local     `json:"actors"`
	Targets    []graph.Local     `json:"targets"`
	Policy     *graph.Local      `json:"policy"`
	Trigger    span              `json:"trigger"`
	Span       span              `json:"span"`
	Date       *dateJSON         `json:"date"`
	Rule       string            `json:"rule"`
	Confidence float64           `json:"confidence"`
}

// A Line is one article's line of `dateline extract`.
type Line struct {
	Article       articleJSON      `json:"article"`
	Sentences     []span           `json:"sentences"`
	Entities      []entityJSON     `json:"entities"`
	Mentions      []mentionJSON    `json:"mentions"`
	Dates         []expressionJSON `json:"dates"`
	Roles         []roleJSON       `json:"roles"`
	Statements    []statementJSON  `json:"statements"`
	Policies      []policyJSON     `json:"policies"`
	Stages        []stageJSON      `json:"stages"`
	Events        []eventJSON      `json:"events"`
	MainEventDate *graph.Day       `json:"main_event_date,omitempty"`
	Tokens        [][7]any         `json:"tokens,omitempty"`
	Names         [][3]any         `json:"names,omitempty"`
}

// A Failure is the line of an input that failed.
type Failure struct {
	Article struct {
		ID string `json:"id"`
	} `json:"article"`
	Error struct {
		Stage   string `json:"stage"`
		Message string `json:"message"`
	} `json:"error"`
}

// NewFailure makes the line of an input that failed at a stage.
func NewFailure(id, stage, message string) (f Failure) {
	f.Article.ID, f.Error.Stage, f.Error.Message = id, stage, message
	return f
}

// WithTokens adds what the language engine found (`--tokens`).
func (l *Line) WithTokens(doc *language.Document) {
	for _, t := range doc.Tokens {
		l.Tokens = append(l.Tokens, [7]any{t.Start, t.End, t.Tag, t.POS, t.Lemma, t.Head, t.Dep})
	}
	for _, n := range doc.Names {
		start, end := doc.Span(n.Range)
		l.Names = append(l.Names, [3]any{start, end, n.Label})
	}
}

func lower[T ~string](s T) string { return strings.ToLower(string(s)) }

func orNull(l graph.Local) *graph.Local {
	if l == "" {
		return nil
	}
	return &l
}

func list[T any](items []T) []T {
	if items == nil {
		return []T{}
	}
	return items
}
