package server

import (
	"context"
	"log/slog"
	"sync"
	"time"

	"dateline/graph"
)

// A hub asks the store for what was added, while anybody subscribes, and hands
// it to all subscribers. One goroutine asks for all of them; it ends with the
// last subscriber.
type hub struct {
	reader  graph.Reader
	poll    time.Duration
	most    int
	metrics *Metrics
	log     *slog.Logger

	mu     sync.Mutex
	subs   map[*subscriber]bool
	stop   context.CancelFunc // of the poller; nil while none runs
	closed bool
	done   sync.WaitGroup
}

// A subscriber receives the items that pass its filter. Its channel is closed
// when the server stops, or when the subscriber was too slow.
type subscriber struct {
	wants func(graph.Item) bool
	items chan graph.Item
	slow  bool // set before items is closed
}

// The bounds of the hub: how many items wait for a subscriber, and how many
// are asked for at once.
const (
	subscriberBuffer = 256
	changesAtOnce    = 500
)

func newHub(r graph.Reader, poll time.Duration, most int, m *Metrics, log *slog.Logger) *hub {
	return &hub{reader: r, poll: poll, most: most, metrics: m, log: log, subs: map[*subscriber]bool{}}
}

// subscribe starts with what is added from now on.
func (h *hub) subscribe(ctx context.Context, wants func(graph.Item) bool) (*subscriber, error) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.closed {
		return nil, graph.Errorf(graph.Unavailable, "the server is stopping")
	}
	if len(h.subs) >= h.most {
		return nil, graph.Errorf(graph.TooLarge, "the server serves at most %d subscriptions at once", h.most)
	}
	if h.stop == nil {
		last, err := h.reader.LastChange(ctx)
		if err != nil {
			return nil, err
		}
		var run context.Context
		run, h.stop = context.WithCancel(context.Background())
		h.done.Go(func() { h.run(run, last) })
	}
	s := &subscriber{wants: wants, items: make(chan graph.Item, subscriberBuffer)}
	h.subs[s] = true
	h.metrics.subscribers.Inc()
	return s, nil
}

// leave ends a subscription; it may be called twice.
func (h *hub) leave(s *subscriber) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.drop(s)
	if len(h.subs) == 0 && h.stop != nil {
		h.stop()
		h.stop = nil
	}
}

// drop closes a subscriber's channel; the lock is held.
func (h *hub) drop(s *subscriber) {
	if h.subs[s] {
		delete(h.subs, s)
		close(s.items)
		h.metrics.subscribers.Dec()
	}
}

// close ends all subscriptions and waits for the poller.
func (h *hub) close() {
	h.mu.Lock()
	h.closed = true
	for s := range h.subs {
		h.drop(s)
	}
	if h.stop != nil {
		h.stop()
		h.stop = nil
	}
	h.mu.Unlock()
	h.done.Wait()
}

// run asks again and again. A store that fails is asked on, since it may come back.
func (h *hub) run(ctx context.Context, since int64) {
	tick := time.NewTicker(h.poll)
	defer tick.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
		}
		for {
			next, more, err := h.ask(ctx, since)
			if err != nil && ctx.Err() == nil {
				h.log.Warn("cannot ask for changes", "cause", err.Error())
			}
			since = next
			if !more || err != nil {
				break
			}
		}
	}
}

// ask hands out the next changes and gives the last one's number.
func (h *hub) ask(ctx context.Context, since int64) (next int64, more bool, err error) {
	changes, err := h.reader.Changes(ctx, since, changesAtOnce)
	if err != nil || len(changes) == 0 {
		return since, false, err
	}
	ids := make([]graph.ID, len(changes))
	for i, c := range changes {
		ids[i] = c.Item
	}
	items, err := h.reader.Items(ctx, ids)
	if err != nil {
		return since, false, err
	}
	for _, id := range ids {
		if item, ok := items[id]; ok {
			h.hand(item)
		}
	}
	return changes[len(changes)-1].Seq, len(changes) == changesAtOnce, nil
}

// hand gives an item to those who want it. Whoever has too many waiting is dropped.
func (h *hub) hand(item graph.Item) {
	h.mu.Lock()
	defer h.mu.Unlock()
	for s := range h.subs {
		if !s.wants(item) {
			continue
		}
		select {
		case s.items <- item:
		default:
			s.slow = true
			h.metrics.dropped.Inc()
			h.drop(s)
		}
	}
}
