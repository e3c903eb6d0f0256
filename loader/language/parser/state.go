package parser

// A state is a text on its way to be parsed.
type state struct {
	length int
	stack  []int32
	// The buffer is back, last first, then the tokens from next on.
	back []int32
	next int
	// heads holds the head of each token, labels its arc's move; -1: none yet.
	heads  []int32
	labels []int16
	// starts marks where sentences start, returned the tokens that went back to
	// the buffer and may not be shifted again.
	starts, returned []bool
	// leftmost and rightmost are lists of children by head, last added first.
	leftmost, rightmost []int32
	// older is the child that was added to the same list before.
	older []int32
}

// reset starts a text of n tokens.
func (s *state) reset(n int) {
	s.length, s.next = n, 0
	s.stack, s.back = s.stack[:0], s.back[:0]
	s.starts, s.returned = make([]bool, n), make([]bool, n)
	numbers := make([]int32, 4*n)
	for i := range numbers {
		numbers[i] = -1
	}
	s.heads, s.leftmost, s.rightmost, s.older = numbers[:n:n], numbers[n:2*n], numbers[2*n:3*n], numbers[3*n:]
	s.labels = make([]int16, n)
	if n > 0 {
		s.starts[0] = true
	}
}

func (s *state) buffered() int { return s.length - s.next + len(s.back) }

func (s *state) done() bool { return len(s.stack) == 0 && s.buffered() == 0 }

// buffer is the i-th token of the buffer; -1 behind its end.
func (s *state) buffer(i int) int {
	if i < len(s.back) {
		return int(s.back[len(s.back)-1-i])
	}
	if i += s.next - len(s.back); i < s.length {
		return i
	}
	return -1
}

// top is the i-th token of the stack; -1 below its bottom.
func (s *state) top(i int) int {
	if i < len(s.stack) {
		return int(s.stack[len(s.stack)-1-i])
	}
	return -1
}

// features are the tokens that the model sees; -1: none.
func (s *state) features(f []int) {
	b0, s0 := s.buffer(0), s.top(0)
	f[0], f[1] = b0, s.buffer(1)
	f[2], f[3], f[4] = s0, s.top(1), s.top(2)
	f[5], f[6], f[7] = last(s.leftmost, b0), last(s.leftmost, s0), last(s.rightmost, s0)
}

// last is the child added last to the token's list.
func last(list []int32, token int) int {
	if token < 0 {
		return -1
	}
	return int(list[token])
}

// valid tells for each kind of move whether it may be made.
func (s *state) valid() (ok [kinds]bool) {
	b0, b1 := s.buffer(0), s.buffer(1)
	ok[shift] = len(s.stack) == 0 || b1 >= 0 && !s.starts[b0] && !s.returned[b0]
	ok[reduce] = len(s.stack) > 0
	ok[left] = len(s.stack) > 0 && b0 >= 0 && !s.starts[b0]
	ok[right] = ok[left]
	ok[split] = b1 >= 0 && b1 == b0+1 && !s.starts[b1]
	return ok
}

// do makes a valid move; number tells its label.
func (s *state) do(k kind, number int) {
	switch k {
	case shift:
		s.push()
	case reduce:
		top := s.stack[len(s.stack)-1]
		if s.heads[top] < 0 && len(s.stack) > 1 {
			s.back = append(s.back, top)
			s.returned[top] = true
		}
		s.stack = s.stack[:len(s.stack)-1]
	case left:
		b0 := s.buffer(0)
		s.attach(s.top(0), b0, number)
		s.returned[b0] = false
		s.stack = s.stack[:len(s.stack)-1]
	case right:
		s.attach(s.buffer(0), s.top(0), number)
		s.push()
	case split:
		s.starts[s.buffer(1)] = true
	}
}

func (s *state) push() {
	s.stack = append(s.stack, int32(s.buffer(0)))
	if n := len(s.back); n > 0 {
		s.back = s.back[:n-1]
	} else {
		s.next++
	}
}

// attach gives a token a head, instead of the one it may have.
func (s *state) attach(child, head, number int) {
	if old := s.heads[child]; old >= 0 {
		link := &s.list(child, int(old))[old]
		for *link != int32(child) {
			link = &s.older[*link]
		}
		*link = s.older[child]
	}
	list := s.list(child, head)
	s.older[child], list[head] = list[head], int32(child)
	s.heads[child], s.labels[child] = int32(head), int16(number)
}

// list is the kind of list that a child of the head belongs to.
func (s *state) list(child, head int) []int32 {
	if child < head {
		return s.leftmost
	}
	return s.rightmost
}
