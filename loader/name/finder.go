package name

import (
	"dateline/loader/language"
	"dateline/loader/name/gazetteer"
	"dateline/loader/trace"
)

// A Finder finds names. It is not changed after New and safe for concurrent use.
type Finder struct {
	gazetteer *gazetteer.Gazetteer
	log       *trace.Log
}

// Tracing is a finder that takes down in a log what it does on one text.
func (f *Finder) Tracing(log *trace.Log) *Finder { return &Finder{f.gazetteer, log} }

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
	for _, source := range []struct {
		rule    string
		propose func() []candidate
	}{
		{"dateline", r.fromDatelines}, {"recogniser", r.fromEngine}, {"gazetteer", r.fromGazetteer},
		{"organization-word", r.fromOrganizationWords}, {"whole", r.fromWholes}, {"title", r.fromTitles},
		{"apposition", r.fromAppositions}, {"first-name", r.fromFirstNames}, {"first-name-alone", r.fromLoneFirstNames},
		{"acronym", r.fromAcronyms},
	} {
		for _, c := range source.propose() {
			c.rule = source.rule
			all = append(all, c)
		}
	}
	all = r.outsideTitles(all)
	chosen := settle(all, len(doc.Tokens))
	if f.log != nil {
		outweighed(f.log, all, chosen)
	}
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
