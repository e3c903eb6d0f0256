package main

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	"time"

	"golang.org/x/term"

	"dateline/loader"
)

// lineEvery is how often progress is told where there is no terminal.
const lineEvery = 5 * time.Second

// A progress tells how far a load is: a line that changes on a terminal, a
// line every few seconds elsewhere, objects with --json.
type progress struct {
	messages io.Writer
	objects  *json.Encoder
	terminal bool
	last     time.Time
	shown    bool
}

func newProgress(messages, out io.Writer, asJSON bool) *progress {
	p := &progress{messages: messages, last: time.Now()}
	if asJSON {
		p.objects = json.NewEncoder(out)
	}
	if f, ok := messages.(*os.File); ok {
		p.terminal = term.IsTerminal(int(f.Fd()))
	}
	return p
}

func (p *progress) update(r loader.Report) {
	done := r.Read + len(r.Failed)
	switch {
	case p.objects != nil:
		p.objects.Encode(struct {
			Type   string  `json:"type"`
			Done   int     `json:"done"`
			Failed int     `json:"failed"`
			Rate   float64 `json:"articles_per_second"`
		}{"progress", done, len(r.Failed), r.Rate()})
	case p.terminal:
		fmt.Fprintf(p.messages, "\r\x1b[K%d articles, %d failed, %.0f a second", done, len(r.Failed), r.Rate())
		p.shown = true
	case time.Since(p.last) >= lineEvery:
		fmt.Fprintf(p.messages, "%d articles, %d failed, %.0f a second\n", done, len(r.Failed), r.Rate())
		p.last = time.Now()
	}
}

// end leaves the terminal at the start of a line.
func (p *progress) end() {
	if p.shown {
		fmt.Fprint(p.messages, "\r\x1b[K")
	}
}
