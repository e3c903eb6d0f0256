package timex

// numberWords reads a number or ordinal written in words ("twenty-five",
// "two hundred", "nineteen eighty-six", "twenty-seventh") from the start of
// atoms; n is how many atoms it takes, 0 if there is none.
func numberWords(atoms []term) (t term, n int) {
	first := lexicon[atoms[0].word]
	if first.classes&clNumWord == 0 || first.n >= 100 {
		if first.classes&clOrd == 0 {
			return term{}, 0
		}
		t = atoms[0]
		t.entry = first
		t.classes |= clDay
		return t, 1
	}
	sum, year, last := first.n, 0, first.n
	t, n = atoms[0], 1
	t.classes = clNum
	for n < len(atoms) && n < 9 {
		skip := 0
		if atoms[n].word == "-" || atoms[n].word == "and" && last >= 100 {
			skip = 1
		}
		if n+skip >= len(atoms) || atoms[n+skip].line {
			break
		}
		e := lexicon[atoms[n+skip].word]
		tens := last >= 20 && last < 100 && e.n >= 1 && e.n <= 9
		switch {
		case e.classes&clOrd != 0 && tens:
			t.classes = clOrd | clDay
		case e.classes&clNumWord == 0:
			e.n = -1
		case e.n >= 100 && skip == 0 && last < 100 && sum > 0:
			sum, e.n, last = sum*e.n, 0, e.n
		case tens, last >= 100 && e.n < 100 && e.n > 0:
		case year == 0 && n == 1 && sum >= 10 && sum <= 20 && e.n >= 10 && e.n < 100 && skip == 0:
			year, sum = sum*100, 0
		default:
			e.n = -1
		}
		if e.n < 0 {
			break
		}
		if e.n > 0 {
			last = e.n
		}
		sum += e.n
		n += skip + 1
		if t.classes&clOrd != 0 {
			break
		}
	}
	t.n = sum + year
	t.end, t.last = atoms[n-1].end, atoms[n-1].last
	if t.n >= 1000 && t.n < 2100 && n > 1 {
		t.classes |= clYear
	}
	return t, n
}
