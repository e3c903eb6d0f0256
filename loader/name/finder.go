package name

import (
	"dateline/loader/language"
	"dateline/loader/name/gazetteer"
)

// A Finder finds names. It is not changed after New and safe for concurrent use.
type Finder struct {
	gazetteer *gazetteer.Gazetteer
}

// New makes a finder with the embedded gazetteers. It fails only if one of
// them is malformed.
func New() (*Finder, error) {
	g, err := gazetteer.New()
	if err != nil {
		return nil, err
	}
	return &Finder{gazetteer: g}, nil
}

// Gazetteer is what the finder looks names up in.
func (f *Finder) Gazetteer() *gazetteer.Gazetteer { return f.gazetteer }

// Find gives the names of a text in order, without overlaps. The cost is
// linear in the length of the text.
func (f *Finder) Find(doc *language.Document) []Mention {
	r := newReading(f.gazetteer, doc)
	var all []candidate
	for _, propose := range []func() []candidate{
		r.fromDatelines, r.fromEngine, r.fromGazetteer, r.fromOrganizationWords, r.fromWholes, r.fromTitles, r.fromAppositions, r.fromFirstNames, r.fromLoneFirstNames, r.fromAcronyms,
	} {
		all = append(all, propose()...)
	}
	all = r.outsideTitles(all)
	chosen := settle(all, len(doc.Tokens))
	chosen = r.agree(chosen)
	chosen = settle(append(chosen, r.remember(chosen)...), len(doc.Tokens))
	r.disambiguate(chosen)
	chosen = r.withoutHeadings(r.join(chosen))
	mentions := make([]Mention, 0, len(chosen))
	for _, c := range chosen {
		if c.kind == none {
			continue
		}
		mentions = append(mentions, r.mention(c))
	}
	return mentions
}
