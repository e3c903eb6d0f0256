package timex

import (
	_ "embed"
	"strconv"
	"strings"
)

// A class is a set of kinds of term; patterns name single ones.
type class uint32

const (
	clMonth class = 1 << iota
	clWeekday
	clWeekdays
	clUnit
	clUnits
	clSeason
	clPart
	clParts
	clDir
	clNumWord
	clNum
	clOrd
	clDay
	clYear
	clShortYear
	clDecade
	clClock
	clDate
	clZone
	clVague
	clSetWord
	clLast
	clHoliday
)

// classes are the names by which the lexicon and the patterns call classes.
var classes = map[string]class{
	"MONTH": clMonth, "WEEKDAY": clWeekday, "WEEKDAYS": clWeekdays, "UNIT": clUnit, "UNITS": clUnits, "SEASON": clSeason,
	"PART": clPart, "PARTS": clParts, "DIR": clDir, "NUMWORD": clNumWord, "NUM": clNum, "ORD": clOrd, "DAY": clDay, "YEAR": clYear,
	"YY": clShortYear, "DECADE": clDecade, "CLOCK": clClock, "DATE": clDate, "ZONE": clZone, "VAGUE": clVague, "SETWORD": clSetWord, "LAST": clLast, "HOLIDAY": clHoliday,
}

// An entry is what the lexicon says of a word.
type entry struct {
	classes class
	// n is the number of a month, weekday, ordinal …; for a unit, how many of
	// the code's unit it is.
	n int
	// code is TIMEX3's code of a unit, season or part of the day.
	code         string
	abbr, unsure bool
}

//go:embed lexicon.tsv
var lexiconTSV string

//go:embed holidays.tsv
var holidaysTSV string

var (
	lexicon  = readLexicon(lexiconTSV)
	holidays = readHolidays(holidaysTSV)
)

// rows are the fields of a table's lines, without comments; missing fields at
// the end are empty.
func rows(tsv string, width int) [][]string {
	var all [][]string
	for line := range strings.Lines(tsv) {
		line = strings.TrimRight(line, "\n")
		if line == "" || line[0] == '#' {
			continue
		}
		fields := strings.Split(line, "\t")
		for len(fields) < width {
			fields = append(fields, "")
		}
		all = append(all, fields)
	}
	return all
}

func readLexicon(tsv string) map[string]entry {
	words := map[string]entry{}
	for _, f := range rows(tsv, 5) {
		e := words[f[0]]
		e.classes |= classes[f[1]]
		e.n, _ = strconv.Atoi(f[2])
		if f[3] != "" {
			e.code = f[3]
		}
		e.abbr = e.abbr || strings.Contains(f[4], "abbr")
		e.unsure = e.unsure || strings.Contains(f[4], "unsure")
		words[f[0]] = e
	}
	return words
}

// A holiday is a feast with its words and the rule of its day.
type holiday struct {
	words []string
	rule  string
}

// readHolidays groups the feasts by their first word, longest first.
func readHolidays(tsv string) map[string][]holiday {
	byFirst := map[string][]holiday{}
	for _, f := range rows(tsv, 2) {
		words := atomWords(f[0])
		byFirst[words[0]] = append([]holiday{{words, f[1]}}, byFirst[words[0]]...)
	}
	return byFirst
}
