package export

import "dateline/graph"

// ldDate are the keys of a date.
type ldDate struct {
	EDTF      string `json:"edtf,omitempty"`
	Start     string `json:"startDate,omitempty"`
	End       string `json:"endDate,omitempty"`
	Precision string `json:"precision,omitempty"`
	Basis     string `json:"basis,omitempty"`
}

func ldDateOf(d *graph.FuzzyDate) ldDate {
	if d == nil {
		return ldDate{}
	}
	start, end := spell(d)
	return ldDate{d.Value, start, end, string(d.Precision), string(d.Basis)}
}

// ldEvidence is where a fact was found: a span of code points of an article.
type ldEvidence struct {
	Article    string  `json:"article"`
	Start      int     `json:"spanStart"`
	End        int     `json:"spanEnd"`
	Rule       string  `json:"rule"`
	Confidence float64 `json:"confidence"`
}

// ldObject is an entity, a role, an item or an article; keys without a value
// are left out.
type ldObject struct {
	ID   string   `json:"id"`
	Type []string `json:"type"`
	Name string   `json:"name,omitempty"`
	ldDate
	AlternateName []string `json:"alternateName,omitempty"`
	Identifier    string   `json:"identifier,omitempty"`
	SameAs        string   `json:"sameAs,omitempty"`
	Sector        string   `json:"sector,omitempty"`
	Country       string   `json:"country,omitempty"`
	Proposer      []string `json:"proposer,omitempty"`

	RoleName string `json:"roleName,omitempty"`
	Holder   string `json:"holder,omitempty"`
	Of       string `json:"of,omitempty"`

	Text         string `json:"text,omitempty"`
	Act          string `json:"act,omitempty"`
	Form         string `json:"form,omitempty"`
	Stance       string `json:"stance,omitempty"`
	StanceBefore string `json:"stanceBefore,omitempty"`
	EventType    string `json:"eventType,omitempty"`
	EventMode    string `json:"eventMode,omitempty"`
	Status       string `json:"status,omitempty"`
	Stage        string `json:"stage,omitempty"`

	Speaker   []string `json:"speaker,omitempty"`
	Addressee []string `json:"addressee,omitempty"`
	About     []string `json:"about,omitempty"`
	Actor     []string `json:"actor,omitempty"`
	Target    []string `json:"target,omitempty"`
	OnBehalf  []string `json:"onBehalf,omitempty"`
	Policy    []string `json:"policy,omitempty"`
	Reports   string   `json:"reports,omitempty"`
	Before    string   `json:"before,omitempty"`
	After     string   `json:"after,omitempty"`

	Confidence float64      `json:"confidence,omitempty"`
	Articles   int          `json:"articles,omitempty"`
	Sources    int          `json:"sources,omitempty"`
	Evidence   []ldEvidence `json:"evidence,omitempty"`

	Headline      string `json:"headline,omitempty"`
	URL           string `json:"url,omitempty"`
	Publisher     string `json:"publisher,omitempty"`
	Language      string `json:"inLanguage,omitempty"`
	DatePublished string `json:"datePublished,omitempty"`
}

// urn is an ID as the context expands it; empty for none.
func urn(id graph.ID) string {
	if id == "" {
		return ""
	}
	return "dateline:" + string(id)
}

func urns(ids []graph.ID) []string {
	var list []string
	for _, id := range ids {
		list = append(list, urn(id))
	}
	return list
}

// ldTypes are the types of objects: ours, and what schema.org has nearest to it.
var ldTypes = map[string][]string{
	"Person": {"Person"}, "Country": {"Country"}, "Organization": {"Organization"}, "Policy": {"dateline:Policy"},
	"Statement": {"dateline:Statement", "Quotation"}, "Event": {"dateline:Event", "Event"},
	"PolicyStage": {"dateline:PolicyStage"}, "PositionChange": {"dateline:PositionChange"},
}

func ldEntity(e graph.Entity) ldObject {
	o := ldObject{ID: urn(e.ID), Type: ldTypes[labels[string(e.Kind)]], Name: e.Name, AlternateName: e.Aliases, Identifier: e.ISO3,
		Sector: e.Sector, Country: urn(e.Country), Proposer: urns(e.Proposers), Target: urns(e.Targets), Articles: e.ArticleCount}
	if e.Wikidata != "" {
		o.SameAs = "http://www.wikidata.org/entity/" + e.Wikidata
	}
	return o
}

func ldRole(r graph.Role, evidence []ldEvidence) ldObject {
	return ldObject{ID: urn(r.ID), Type: []string{"Role"}, ldDate: ldDateOf(roleDate(r)), RoleName: r.Title, Holder: urn(r.Holder), Of: urn(r.Of), Evidence: evidence}
}

func ldItem(i graph.Item, evidence []ldEvidence) ldObject {
	o := ldObject{ID: urn(i.ID), Type: ldTypes[labels[string(i.Kind)]], Name: i.Summary, ldDate: ldDateOf(i.Date),
		Confidence: i.Confidence, Articles: i.Corroboration.Articles, Sources: i.Corroboration.Sources, Evidence: evidence}
	switch {
	case i.Statement != nil:
		s := i.Statement
		o.Text, o.Act, o.Form, o.Stance, o.Reports = s.Text, string(s.Act), string(s.Form), string(s.Stance), urn(s.Reports)
	case i.Event != nil:
		e := i.Event
		o.Text, o.EventType, o.EventMode, o.Status = e.Text, string(e.Type), e.Mode, string(e.Status)
	case i.Stage != nil:
		o.Text, o.Stage = i.Stage.Text, string(i.Stage.Stage)
	case i.Change != nil:
		c := i.Change
		o.StanceBefore, o.Stance, o.Before, o.After = string(c.From), string(c.To), urn(c.Before), urn(c.After)
	}
	for _, p := range i.Participants {
		into := map[graph.ParticipantRole]*[]string{graph.Speaker: &o.Speaker, graph.Addressee: &o.Addressee, graph.About: &o.About,
			graph.Actor: &o.Actor, graph.Target: &o.Target, graph.OnBehalf: &o.OnBehalf, graph.PolicyObject: &o.Policy}[p.Role]
		*into = append(*into, urn(p.Entity))
	}
	return o
}

func ldOfArticle(a graph.Article) ldObject {
	o := ldObject{ID: urn(a.ID), Type: []string{"NewsArticle"}, Headline: a.Title, URL: a.URL, Publisher: a.Publisher, Language: a.Language, Identifier: a.Key}
	if a.Published != nil {
		o.DatePublished = a.Published.Start.String()
	}
	return o
}
