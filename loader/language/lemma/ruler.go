package lemma

import (
	"cmp"
	"regexp"
	"slices"

	"dateline/graph"
	"dateline/loader/language/model"
)

// A Ruler sets attributes of words by patterns. It is safe for concurrent use.
type Ruler struct {
	rules []rule
	// byLower and byTag hold the rules whose first word must have that lower case
	// or tag, others the rest; all by number.
	byLower, byTag map[string][]int
	others         []int
}

type rule struct {
	pattern []condition
	index   int
	attrs   map[string]string
}

// A condition holds for a word when all its tests do.
type condition []func(*Word) bool

// NewRuler makes a ruler. A pattern that cannot be read is an Incompatible error.
func NewRuler(rules []model.AttributeRule) (*Ruler, error) {
	r := &Ruler{byLower: map[string][]int{}, byTag: map[string][]int{}}
	for i, in := range rules {
		for _, pattern := range in.Patterns {
			compiled, err := compile(pattern)
			if err != nil {
				return nil, graph.Wrap(graph.Incompatible, err, "rule %d of the model's attribute ruler", i)
			}
			if in.Index < 0 || in.Index >= len(pattern) {
				return nil, graph.Errorf(graph.Incompatible, "rule %d of the model's attribute ruler sets token %d of %d", i, in.Index, len(pattern))
			}
			r.file(pattern[0], len(r.rules))
			r.rules = append(r.rules, rule{compiled, in.Index, in.Attrs})
		}
	}
	return r, nil
}

// file puts a rule where its first word leads to.
func (r *Ruler) file(first model.TokenPattern, number int) {
	for _, index := range []struct {
		attribute string
		rules     map[string][]int
	}{{"LOWER", r.byLower}, {"TAG", r.byTag}} {
		c := first[index.attribute]
		values := c.In
		if c.Is != nil {
			values = []string{*c.Is}
		}
		for _, v := range values {
			index.rules[v] = append(index.rules[v], number)
		}
		if values != nil {
			return
		}
	}
	r.others = append(r.others, number)
}

func compile(pattern []model.TokenPattern) ([]condition, error) {
	var compiled []condition
	for _, token := range pattern {
		var tests condition
		for name, c := range token {
			test, err := newTest(name, c)
			if err != nil {
				return nil, err
			}
			tests = append(tests, test)
		}
		compiled = append(compiled, tests)
	}
	return compiled, nil
}

func newTest(name string, c model.Condition) (func(*Word) bool, error) {
	if name == "IS_SPACE" && c.Flag != nil {
		return func(w *Word) bool { return w.Space == *c.Flag }, nil
	}
	if name != "TAG" && name != "DEP" && name != "LOWER" {
		return nil, graph.Errorf(graph.Incompatible, "unknown attribute %s", name)
	}
	switch {
	case c.Is != nil:
		return func(w *Word) bool { return w.attribute(name) == *c.Is }, nil
	case c.In != nil:
		return func(w *Word) bool { return slices.Contains(c.In, w.attribute(name)) }, nil
	case c.NotIn != nil:
		return func(w *Word) bool { return !slices.Contains(c.NotIn, w.attribute(name)) }, nil
	}
	expression, err := regexp.Compile(c.Regex)
	if err != nil {
		return nil, err
	}
	return func(w *Word) bool { return expression.MatchString(w.attribute(name)) }, nil
}

// A hit is a rule that fits, and the word that it sets.
type hit struct{ word, rule int32 }

// Apply sets the attributes of the words of a text. All patterns look at the words
// as they come in; where several rules fit a word, later ones win.
func (r *Ruler) Apply(words []Word) {
	hits := make([]hit, 0, 2*len(words))
	for i := range words {
		for _, rules := range [...][]int{r.byLower[words[i].Lower], r.byTag[words[i].Tag], r.others} {
			for _, n := range rules {
				if rule := &r.rules[n]; rule.fits(words[i:]) {
					hits = append(hits, hit{int32(i + rule.index), int32(n)})
				}
			}
		}
	}
	slices.SortFunc(hits, func(a, b hit) int {
		return cmp.Or(cmp.Compare(a.word, b.word), cmp.Compare(a.rule, b.rule))
	})
	for _, h := range hits {
		words[h.word].set(r.rules[h.rule].attrs)
	}
}

// fits tells whether the pattern holds for the first words.
func (r *rule) fits(words []Word) bool {
	if len(words) < len(r.pattern) {
		return false
	}
	for i, tests := range r.pattern {
		for _, test := range tests {
			if !test(&words[i]) {
				return false
			}
		}
	}
	return true
}
