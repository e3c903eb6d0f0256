package output

import (
	"fmt"
	"io"
	"strings"

	"dateline/graph"
)

// Explain prints for people what was found in an article: each fact with the
// rule that found it, its confidence, its words, and how its date was arrived at.
func Explain(w io.Writer, a graph.Article, x graph.Extraction) error {
	e := explainer{writer{[]rune(a.Text), x}, w, map[graph.Local]string{}, nil}
	for _, entity := range x.Entities {
		e.names[entity.ID] = entity.Name
		if entity.Name == "" {
			e.names[entity.ID] = "(" + string(entity.ID) + ", known by role only)"
		}
	}
	e.line("%s", a.Title)
	if a.Published != nil {
		e.line("published %s", a.Published.Value)
	}
	e.line("\nentities")
	for _, entity := range x.Entities {
		e.line("  %-4s %-12s %s", entity.ID, lower(entity.Kind), e.names[entity.ID])
	}
	for _, r := range x.Roles {
		e.line("  role %s: %s of %s  ‹%s›", e.names[r.Holder], r.Title, e.name(r.Of), e.words(r.Span))
	}
	e.line("\ndates")
	for _, d := range x.Dates {
		e.line("  ‹%s› %s %s%s", e.words(d.Span), d.Type, d.TIMEX3, resolved(d.Date))
	}
	e.statements()
	e.events()
	return e.err
}

type explainer struct {
	writer
	w     io.Writer
	names map[graph.Local]string
	err   error
}

func (e *explainer) line(format string, args ...any) {
	if e.err == nil {
		_, e.err = fmt.Fprintf(e.w, format+"\n", args...)
	}
}

func (e *explainer) name(l graph.Local) string {
	if l == "" {
		return "–"
	}
	return e.names[l]
}

func (e *explainer) all(locals []graph.Local) string {
	var names []string
	for _, l := range locals {
		names = append(names, e.name(l))
	}
	if len(names) == 0 {
		return "–"
	}
	return strings.Join(names, ", ")
}

func (e *explainer) words(spans ...graph.Span) string {
	var parts []string
	for _, s := range spans {
		parts = append(parts, strings.Join(strings.Fields(e.slice(s)), " "))
	}
	return strings.Join(parts, " … ")
}

func resolved(d *graph.FuzzyDate) string {
	if d == nil {
		return ""
	}
	return fmt.Sprintf(" = %s (%s to %s, %s)", d.Value, d.Start, d.End, lower(d.Basis))
}

// why ends each fact: its rule, confidence and date.
func (e *explainer) why(f graph.Finding) {
	words := ""
	if f.DateSpan.End > f.DateSpan.Start {
		words = " ‹" + e.words(f.DateSpan) + "›"
	}
	e.line("       rule %s, confidence %.2f, date%s%s", f.Rule, f.Confidence, words, resolved(f.Date))
}

func (e *explainer) statements() {
	e.line("\nstatements")
	for _, s := range e.x.Statements {
		source := e.name(s.Speaker)
		if s.Speaker == "" && len(s.Candidates) > 0 {
			source = "unresolved: " + e.all(s.Candidates)
		}
		e.line("  %-4s %s %s by %s ‹%s› to %s", s.ID, lower(s.Form), s.Act, source, e.words(s.Source...), e.all(s.Addressees))
		e.line("       ‹%s› cue ‹%s›", e.words(s.Content...), e.words(s.Cue...))
		if s.Policy != "" {
			e.line("       %s on %s", s.Stance, e.name(s.Policy))
		}
		e.why(s.Finding)
	}
}

func (e *explainer) events() {
	e.line("\npolicies")
	for _, p := range e.x.Policies {
		e.line("  %-4s %s, proposed by %s, aimed at %s", p.Entity, e.name(p.Entity), e.all(p.Proposers), e.all(p.Targets))
	}
	for _, s := range e.x.Stages {
		e.line("  %-4s %s %s by %s ‹%s›", s.ID, e.name(s.Policy), s.Stage, e.all(s.Actors), e.words(s.Span))
		e.why(s.Finding)
	}
	e.line("\nevents")
	for _, v := range e.x.Events {
		e.line("  %-4s %s %s %s: %s → %s ‹%s›", v.ID, v.Type, v.Mode, v.Status, e.all(v.Actors), e.all(v.Targets), e.words(v.Span))
		e.why(v.Finding)
	}
	e.line("")
}
