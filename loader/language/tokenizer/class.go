package tokenizer

import "sort"

// A class is a set of code points.
type class struct {
	ascii  [128]bool
	ranges []rune // first, last, first, last …
}

func newClass(ranges []rune) *class {
	c := &class{ranges: ranges}
	for i := 0; i+1 < len(ranges); i += 2 {
		for r := ranges[i]; r <= ranges[i+1] && r < 128; r++ {
			c.ascii[r] = true
		}
	}
	return c
}

func (c *class) has(r rune) bool {
	if r < 128 {
		return r >= 0 && c.ascii[r]
	}
	// The number of bounds below r is odd inside a range; r itself may be a bound.
	i := sort.Search(len(c.ranges), func(i int) bool { return c.ranges[i] >= r })
	return i < len(c.ranges) && (c.ranges[i] == r || i%2 == 1)
}
