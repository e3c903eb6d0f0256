package timex

import (
	"strconv"
	"strings"
	"time"

	"dateline/graph"
)

// holidayTerm reads the name of a feast from the start of atoms; n is how many
// atoms it takes, 0 if there is none.
func holidayTerm(atoms []term) (t term, n int) {
	if !atoms[0].capital {
		return term{}, 0
	}
	for _, h := range holidays[atoms[0].word] {
		if len(h.words) <= len(atoms) && len(h.words) > n && matchWords(atoms, h.words) {
			t, n = atoms[0], len(h.words)
			t.entry = entry{classes: clHoliday, code: h.rule}
			t.end, t.last = atoms[n-1].end, atoms[n-1].last
		}
	}
	return t, n
}

func matchWords(atoms []term, words []string) bool {
	for i, w := range words {
		if atoms[i].word != w || i > 0 && atoms[i].line {
			return false
		}
	}
	return true
}

// holidayIn is the day of a feast in a year by the rule of holidays.tsv.
func holidayIn(rule string, year int) graph.Day {
	if offset, ok := strings.CutPrefix(rule, "E"); ok {
		n, _ := strconv.Atoi(offset)
		return easter(year) + graph.Day(n)
	}
	part := strings.Split(rule, "-")
	month, _ := strconv.Atoi(part[0])
	k, _ := strconv.Atoi(part[1])
	if len(part) == 2 {
		return graph.MakeDay(year, time.Month(month), k)
	}
	w, _ := strconv.Atoi(part[2])
	if k == 9 {
		last := graph.MakeDay(year, time.Month(month+1), 0)
		return last - graph.Day((weekday(last)-w+7)%7)
	}
	first := graph.MakeDay(year, time.Month(month), 1)
	return first + graph.Day((w-weekday(first)+7)%7+7*(k-1))
}

// easter is Easter Sunday by the Gregorian computus (Meeus, Jones, Butcher).
func easter(year int) graph.Day {
	a, b, c := year%19, year/100, year%100
	d, e := b/4, b%4
	g := (8*b + 13) / 25
	h := (19*a + b - d - g + 15) % 30
	i, k := c/4, c%4
	l := (32 + 2*e + 2*i - h - k) % 7
	m := (a + 11*h + 22*l) / 451
	n := h + l - 7*m + 114
	return graph.MakeDay(year, time.Month(n/31), n%31+1)
}
