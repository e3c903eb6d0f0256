package export

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"io"

	"dateline/graph"
)

// ldContext maps the keys of the objects to schema.org, and to terms of our own
// where it has none. EDTF values carry the Library of Congress's datatype.
const ldContext = `{"@version":1.1,"@vocab":"https://schema.org/","dateline":"urn:dateline:","id":"@id","type":"@type",` +
	`"edtf":{"@id":"temporalCoverage","@type":"http://id.loc.gov/datatypes/edtf"},` +
	`"startDate":{"@type":"Date"},"endDate":{"@type":"Date"},"datePublished":{"@type":"Date"},"url":{"@type":"@id"},"sameAs":{"@type":"@id"},` +
	`"precision":"dateline:precision","basis":"dateline:basis","act":"dateline:act","form":"dateline:form","stance":"dateline:stance","stanceBefore":"dateline:stanceBefore",` +
	`"eventType":"dateline:eventType","eventMode":"dateline:eventMode","status":"dateline:status","stage":"dateline:stage","sector":"dateline:sector",` +
	`"confidence":"dateline:confidence","articles":"dateline:articles","sources":"dateline:sources","rule":"dateline:rule",` +
	`"spanStart":"dateline:spanStart","spanEnd":"dateline:spanEnd",` +
	`"evidence":"dateline:evidence","article":{"@id":"dateline:article","@type":"@id"},` +
	`"speaker":{"@id":"spokenByCharacter","@type":"@id"},"addressee":{"@id":"dateline:addressee","@type":"@id"},"about":{"@type":"@id"},` +
	`"actor":{"@id":"dateline:actor","@type":"@id"},"target":{"@id":"dateline:target","@type":"@id"},"onBehalf":{"@id":"dateline:onBehalf","@type":"@id"},` +
	`"policy":{"@id":"dateline:policy","@type":"@id"},"reports":{"@id":"dateline:reports","@type":"@id"},` +
	`"before":{"@id":"dateline:before","@type":"@id"},"after":{"@id":"dateline:after","@type":"@id"},` +
	`"holder":{"@id":"dateline:holder","@type":"@id"},"of":{"@id":"dateline:of","@type":"@id"},"country":{"@id":"dateline:country","@type":"@id"},` +
	`"proposer":{"@id":"dateline:proposer","@type":"@id"}}`

// JSONLD writes linked data (JSON-LD 1.1): one document whose @graph holds an
// object a line, in the terms of schema.org where it has them (Person,
// Country, Organization, Quotation, Event, NewsArticle, Role). IDs are URNs,
// `urn:dateline:country:MEX`. A nil filter writes everything.
func JSONLD(ctx context.Context, s Source, filter *graph.Filter, w io.Writer) error {
	d := &linked{out: bufio.NewWriter(w), part: part{s, filter}, articles: map[graph.ID]bool{}}
	if _, err := d.out.WriteString(`{"@context":` + ldContext + `,` + "\n" + `"@graph":[`); err != nil {
		return err
	}
	for _, step := range []func(context.Context) error{d.writeEntities, d.writeRoles, d.writeItems, d.writeArticles} {
		if err := step(ctx); err != nil {
			return err
		}
	}
	if _, err := d.out.WriteString("\n]}\n"); err != nil {
		return err
	}
	return d.out.Flush()
}

type linked struct {
	part
	out      *bufio.Writer
	more     bool
	people   []graph.ID
	articles map[graph.ID]bool
}

// object writes one object of the graph.
func (d *linked) object(o any) error {
	b := bytes.NewBufferString(",\n")
	if !d.more {
		b.Reset()
		b.WriteByte('\n')
	}
	d.more = true
	encoder := json.NewEncoder(b)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(o); err != nil {
		return err
	}
	_, err := d.out.Write(bytes.TrimRight(b.Bytes(), "\n"))
	return err
}

func (d *linked) writeEntities(ctx context.Context) error {
	for e, err := range d.entities(ctx) {
		if err != nil {
			return err
		}
		if e.Kind == graph.Person {
			d.people = append(d.people, e.ID)
		}
		if err := d.object(ldEntity(e)); err != nil {
			return err
		}
	}
	return nil
}

func (d *linked) writeRoles(ctx context.Context) error {
	var list []graph.Role
	flush := func() error {
		ids := make([]graph.ID, len(list))
		for i, r := range list {
			ids[i] = r.ID
		}
		evidence, err := d.cite(ctx, ids)
		if err != nil {
			return err
		}
		for _, r := range list {
			if err := d.object(ldRole(r, evidence[r.ID])); err != nil {
				return err
			}
		}
		list = list[:0]
		return nil
	}
	for r, err := range d.roles(ctx, d.people) {
		if err != nil {
			return err
		}
		if list = append(list, r); len(list) == chunk {
			if err := flush(); err != nil {
				return err
			}
		}
	}
	return flush()
}

func (d *linked) writeItems(ctx context.Context) error {
	var list []graph.Item
	flush := func() error {
		var ids []graph.ID
		for _, i := range list {
			if i.Change == nil {
				ids = append(ids, i.ID)
			}
		}
		evidence, err := d.cite(ctx, ids)
		if err != nil {
			return err
		}
		for _, i := range list {
			if err := d.object(ldItem(i, evidence[i.ID])); err != nil {
				return err
			}
		}
		list = list[:0]
		return nil
	}
	for i, err := range d.items(ctx) {
		if err != nil {
			return err
		}
		if list = append(list, i); len(list) == chunk {
			if err := flush(); err != nil {
				return err
			}
		}
	}
	return flush()
}

// cite gives the evidence of facts and notes the articles in which it stands.
func (d *linked) cite(ctx context.Context, facts []graph.ID) (map[graph.ID][]ldEvidence, error) {
	found := map[graph.ID][]ldEvidence{}
	err := d.evidence(ctx, facts, func(fact graph.ID, e graph.Evidence) error {
		d.articles[e.Article] = true
		found[fact] = append(found[fact], ldEvidence{Article: urn(e.Article), Start: e.Start, End: e.End, Rule: e.Rule, Confidence: e.Confidence})
		return nil
	})
	return found, err
}

func (d *linked) writeArticles(ctx context.Context) error {
	for a, err := range d.part.articles(ctx, d.articles) {
		if err != nil {
			return err
		}
		if err := d.object(ldOfArticle(a)); err != nil {
			return err
		}
	}
	return nil
}
