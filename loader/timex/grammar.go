package timex

import (
	"cmp"
	"slices"

	"dateline/graph"
)

// A build makes the value of a match, or refuses it.
type build func(r *resolver, m *match) (value, bool)

// A rule is a pattern with what it means. Of the rules that fit at a term the
// longest match wins, then the first in the grammar that does not refuse.
type rule struct {
	name    string
	basis   graph.Basis
	pattern string
	build   build
}

const (
	explicit  = graph.BasisExplicit
	relative  = graph.BasisRelative
	anaphoric = graph.BasisAnaphoric
)

// grammar holds every expression that is found.
var grammar = []rule{
	{"date", explicit, "WEEKDAY? ,? MONTH the? DAY ,? of? YEAR", monthDayYear},
	{"date", explicit, "WEEKDAY? ,? the? DAY of? MONTH ,? of? YEAR", monthDayYear},
	{"date", explicit, "DAY -|/ MONTH -|/ YEAR", monthDayYear},
	{"date-numeric", explicit, "WEEKDAY? ,? DATE", numericDate},
	{"month-day", relative, "WEEKDAY? ,? MONTH the? DAY", monthDay},
	{"month-day", relative, "WEEKDAY? ,? the? DAY of? MONTH", monthDay},
	{"month-day", relative, "the ORD day? of MONTH", ordinalDay},
	{"day-of-month", relative, "the ORD day? of DIR month", dayOfMonth},
	{"month-day", relative, "WEEKDAY? ,? MONTH the? DAY of? DIR year", monthDayOfYear},
	{"month-day", relative, "WEEKDAY? ,? the? DAY of? MONTH of? DIR year", monthDayOfYear},
	{"day-range", explicit, "MONTH the? DAY -|to|through|thru|until|till|and the? DAY2 ,? YEAR", dayRange},
	{"day-range", explicit, "the? DAY -|to|through|thru|until|till|and the? DAY2 of? MONTH ,? YEAR", dayRange},
	{"day-range", relative, "MONTH the? DAY -|to|through|thru|until|till|and the? DAY2", dayRange},
	{"day-range", relative, "the? DAY -|to|through|thru|until|till|and the? DAY2 of? MONTH", dayRange},
	{"month-range", explicit, "MONTH YEAR? - MONTH2 ,? YEAR2", monthRange},
	{"month-range", relative, "MONTH - MONTH2", monthRange},
	{"month-year", explicit, "MONTH ,? of? YEAR", monthYear},
	{"month-year", explicit, "MONTH -|/ YEAR", monthYear},
	{"month-year", explicit, "MONTH of? YY", monthYear},
	{"month-year", relative, "MONTH of? DIR year", monthOfYear},
	{"month-dir", relative, "DIR MONTH", dirMonth},
	{"month", relative, "MONTH", bareMonth},
	{"month", relative, "the month of MONTH", bareMonth},
	{"year-range", explicit, "YEAR -|/ YEAR2", yearRange},
	{"year-range", explicit, "YEAR -|/ NUM", yearRange},
	{"year", explicit, "YEAR", year},
	{"year", explicit, "the? year YEAR", year},
	{"year", explicit, "(in|of|since|from|until|by|and|to|class) YY", shortYear},
	{"decade", explicit, "the? DECADE", decade},
	{"century", explicit, "the? ORD -? century", century},
	{"season-year", explicit, "the? SEASON ,? of? YEAR", seasonYear},
	{"season-dir", relative, "DIR SEASON", dirSeason},
	{"season-dir", relative, "the? SEASON of? DIR year", seasonOfYear},
	{"season", relative, "the? SEASON", bareSeason},
	{"quarter-year", explicit, "the? LAST quarter of YEAR", quarterYear},
	{"quarter-year", explicit, "the? ORD -? quarter of? YEAR", quarterYear},
	{"quarter-year", explicit, "YEAR 's? ORD -? quarter", quarterYear},
	{"quarter-year", explicit, "q q:1|2|3|4 of? YEAR", quarterYear},
	{"quarter-year", explicit, "YEAR q q:1|2|3|4", quarterYear},
	{"quarter", relative, "the? ORD -? quarter of? DIR year", quarterOfYear},
	{"quarter", relative, "DIR year ' s ORD -? quarter", quarterOfYear},
	{"quarter", relative, "the ORD -? quarter of? the? year?", bareQuarter},
	{"quarter", relative, "ORD - quarter", bareQuarter},
	{"quarter", relative, "q q:1|2|3|4", bareQuarter},
	{"half-year", explicit, "the? ORD half of? YEAR", halfYear},
	{"half-year", relative, "the? ORD half of DIR year", halfOfYear},
	{"half-year", relative, "the? ORD half of the year", halfOfYear},
	{"fiscal", explicit, "the? fiscal|financial year? YEAR", fiscal},
	{"fiscal", explicit, "the? ORD -? quarter of? the? fiscal|financial year? YEAR?", fiscal},
	{"fiscal", explicit, "the? fiscal|financial ORD -? quarter", fiscal},
	{"fiscal", explicit, "the? ORD fiscal|financial quarter", fiscal},
	{"fiscal", relative, "the? DIR? fiscal|financial year|quarter", fiscal},
	{"holiday", explicit, "HOLIDAY ,? of? YEAR", holidayYear},
	{"holiday", relative, "DIR? HOLIDAY", bareHoliday},
	{"week-of-year", explicit, "week NUM of? YEAR", weekOfYear},

	{"unset", relative, "a|an later|earlier|unspecified|undisclosed date|time|day", unsetDay},

	{"today", relative, "day:today|tonight|yesterday|tomorrow", namedDay},
	{"today", relative, "the day before|after day:yesterday|tomorrow", namedDay},
	{"next-unit", anaphoric, "the dir:following|next|previous|preceding|prior UNIT", nextUnit},
	{"next-part", anaphoric, "the dir:following|next PART", nextPart},
	{"dir-unit", relative, "the? DIR UNIT", dirUnit},
	{"dir-weekday", relative, "the? DIR WEEKDAY", dirWeekday},
	{"dir-weekday", relative, "WEEKDAY of? DIR week", weekdayOfWeek},
	{"weekday", relative, "WEEKDAY", bareWeekday},
	{"weekend", relative, "the weekend", theWeekend},
	{"the-unit", relative, "(end|beginning|start|middle|rest|remainder|half|part|course) (of) the UNIT", theUnit},
	{"the-unit", relative, "(later|earlier|early|late) (in) the UNIT", theUnit},
	{"ago", relative, "NUM -? UNIT ago", ago},
	{"ago", relative, "NUM ]? UNITS ago", ago},
	{"ago", relative, "a|an UNIT ago", ago},
	{"ago", relative, "NUM UNITS and NUM2 UNITS2 ago", ago},
	{"ago", relative, "a couple of? UNITS ago", ago},
	{"ago", relative, "a? VAGUE UNITS ago", vagueAgo},
	{"ago", relative, "UNITS ago", vagueAgo},
	{"from-now", relative, "NUM UNITS from now|today", fromNow},
	{"from-now", relative, "NUM UNIT from now|today", fromNow},
	{"from-now", relative, "a|an UNIT from now|today", fromNow},
	{"from-now", relative, "(in) NUM UNITS time?", inUnits},
	{"last-units", relative, "the? DIR NUM UNITS", dirUnits},
	{"last-units", relative, "the? NUM DIR UNITS", dirUnits},
	{"last-units", relative, "the? DIR a? VAGUE UNITS", dirUnits},
	{"last-units", relative, "the? DIR couple of? UNITS", dirUnits},

	{"same-unit", anaphoric, "that same? UNIT", sameUnit},
	{"same-unit", anaphoric, "the? same UNIT", sameUnit},
	{"same-weekday", anaphoric, "that WEEKDAY", sameWeekday},
	{"same-season", anaphoric, "that SEASON", sameSeason},
	{"next-unit", anaphoric, "the UNIT dir:before|after", unitBefore},
	{"later", anaphoric, "NUM UNITS dir:later|earlier|afterwards|afterward", later},
	{"later", anaphoric, "NUM UNITS dir:after|before (that|,|.)", later},
	{"later", anaphoric, "NUM UNIT dir:later|earlier|afterwards|afterward", later},
	{"later", anaphoric, "a|an UNIT dir:later|earlier|afterwards|afterward", later},
	{"later", anaphoric, "a? VAGUE UNITS dir:later|earlier|afterwards|afterward", vagueLater},

	{"time", relative, "CLOCK ZONE?", clock},
	{"time", relative, "half:noon|midnight", clock},
	{"time-part", relative, "DIR PART", dirPart},
	{"time-part", relative, "WEEKDAY PART", weekdayPart},
	{"time-part", relative, "day:today|yesterday|tomorrow PART", namedDayPart},
	{"time-part", relative, "the|that PART", thePart},

	{"duration", explicit, "NUM UNITS", duration},
	{"duration", explicit, "NUM and a half UNITS", andHalf},
	{"duration", explicit, "NUM -? UNIT", duration},
	{"duration", explicit, "a|an -? UNIT", aUnit},
	{"duration", explicit, "UNIT - long", vagueDuration},
	{"duration", explicit, "UNITS - long", vagueDuration},
	{"duration", explicit, "a? VAGUE UNITS", vagueDuration},
	{"duration", explicit, "a couple of? UNITS", vagueDuration},
	{"duration", explicit, "(for|over|within|after) UNITS", vagueDuration},
	{"duration", explicit, "half a|an UNIT", halfUnit},
	{"duration", explicit, "a|an short|long|brief|certain|limited|extended|prolonged|undetermined|unspecified|indefinite? period of time", someTime},

	{"set", explicit, "every|each NUM? other? UNIT", every},
	{"set", explicit, "every|each NUM UNITS", every},
	{"set", explicit, "every|each WEEKDAY PART?", every},
	{"set", explicit, "every|each MONTH", every},
	{"set", explicit, "every|each SEASON", every},
	{"set", explicit, "every|each PART", every},
	{"set", explicit, "once|twice a|per|every|each UNIT", every},
	{"set", explicit, "NUM times a|per|every|each UNIT", every},
	{"set", explicit, "WEEKDAYS", every},
	{"set", explicit, "(on|at) weekends", every},
	{"set", explicit, "SETWORD", setWord},

	{"present", relative, "now|currently|nowadays|presently", present},
	{"present", relative, "at the? moment|present", present},
	{"present", relative, "at this|the present? time|moment", present},
	{"present", relative, "these days", present},
	{"past", relative, "more? recently", past},
	{"past", relative, "in? recent UNITS", past},
	{"past", relative, "(in) the past", past},
	{"past", relative, "long ago", past},
	{"future", relative, "in? the? near|foreseeable future", future},
	{"future", relative, "(in) the future", future},
	{"future", relative, "the? coming UNITS", future},
	{"future", relative, "soon:soon", future},
}

type compiledRule struct {
	rule
	pattern pattern
}

// A ruleIndex gives the rules that may start with a word or a class, in the
// order of the grammar.
type ruleIndex struct {
	rules   []compiledRule
	byWord  map[string][]int
	byClass map[class][]int
}

var index = compile(grammar)

func compile(grammar []rule) ruleIndex {
	x := ruleIndex{byWord: map[string][]int{}, byClass: map[class][]int{}}
	for i, r := range grammar {
		p := parsePattern(r.pattern)
		x.rules = append(x.rules, compiledRule{r, p})
		for _, e := range p {
			if e.class != 0 {
				x.byClass[e.class] = append(x.byClass[e.class], i)
			}
			for _, w := range e.words {
				x.byWord[w] = append(x.byWord[w], i)
			}
			if !e.optional {
				break
			}
		}
	}
	return x
}

// startingAt are the matches at a term, longest first, each with its rule.
func (x *ruleIndex) startingAt(terms []term, i int) []candidate {
	var found []candidate
	try := func(rules []int) {
		for _, k := range rules {
			if m, ok := x.rules[k].pattern.matchAt(terms, i); ok {
				found = append(found, candidate{m, k})
			}
		}
	}
	try(x.byWord[terms[i].word])
	for c := terms[i].classes; c != 0; c &= c - 1 {
		try(x.byClass[c&-c])
	}
	slices.SortFunc(found, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(b.to, a.to), cmp.Compare(a.rule, b.rule))
	})
	return found
}

type candidate struct {
	match
	rule int
}
