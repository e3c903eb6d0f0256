package server

import (
	"bytes"
	"context"
	"net/http"
	"time"

	"dateline/schema"
	"dateline/schema/exec"
)

// heartbeat keeps proxies from closing a stream, and finds out who is gone.
const heartbeat = 12 * time.Second

// streamWrite is how long a client may take to receive an event.
const streamWrite = 10 * time.Second

// errTooSlow is the last thing that a subscriber with a full buffer hears.
var errTooSlow = &exec.Error{Message: "the subscription was ended, since its events were not received in time", Code: "TOO_SLOW"}

// A subscription is a stream of responses. send gives an error if the client
// is gone; idle is called when there was nothing to send for a while.
type subscription struct {
	server *Server
	sub    *schema.Subscription
	send   func(*exec.Response) error
	idle   func() error
}

// run sends until the context ends, the client is gone, or the server stops.
func (s subscription) run(ctx context.Context) error {
	listener, err := s.server.hub.subscribe(ctx, s.sub.Wants)
	if err != nil {
		return s.send(exec.Refuse(s.server.exec.Describe(ctx, err)))
	}
	defer s.server.hub.leave(listener)
	beat := time.NewTicker(heartbeat)
	defer beat.Stop()
	for {
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-beat.C:
			err = s.idle()
		case item, open := <-listener.items:
			if !open {
				if listener.slow {
					return s.send(exec.Refuse(errTooSlow))
				}
				return nil
			}
			answerCtx, cancel := context.WithTimeout(ctx, s.server.config.Timeout)
			res := s.sub.Answer(answerCtx, item)
			cancel()
			s.server.config.Metrics.events.Inc()
			err = s.send(res)
		}
		if err != nil {
			return err
		}
	}
}

// prepare makes a subscription, or gives the response that refuses it.
func (s *Server) prepare(ctx context.Context, p *params) (*exec.Prepared, *schema.Subscription, *exec.Response) {
	prepared, refused := s.exec.Prepare(p.request())
	if refused != nil {
		return nil, nil, refused
	}
	if prepared.Kind != "subscription" {
		return prepared, nil, nil
	}
	if !keyOf(ctx).may("live") {
		return nil, nil, exec.Refuse(&exec.Error{Message: "this key is not good for subscriptions", Code: "FORBIDDEN"})
	}
	sub, err := s.exec.Subscribe(ctx, prepared)
	if err != nil {
		return nil, nil, exec.Refuse(s.exec.Describe(ctx, err))
	}
	return prepared, sub, nil
}

// serveStream answers by server-sent events, one stream for each request: an
// event `next` for each response, then `complete`.
func (s *Server) serveStream(w http.ResponseWriter, r *http.Request, p *params) {
	ctx := r.Context()
	h := w.Header()
	h.Set("Content-Type", "text/event-stream; charset=utf-8")
	h.Set("Cache-Control", "no-store")
	h.Set("X-Accel-Buffering", "no")
	control := http.NewResponseController(w)
	_ = control.SetReadDeadline(time.Time{}) // a stream outlives the deadline of its request
	write := func(text []byte) error {
		_ = control.SetWriteDeadline(time.Now().Add(streamWrite))
		if _, err := w.Write(text); err != nil {
			return err
		}
		return control.Flush()
	}
	send := func(res *exec.Response) error { return write(event(res.Body)) }
	if write([]byte(":\n\n")) != nil {
		return
	}
	prepared, sub, refused := s.prepare(ctx, p)
	var err error
	switch {
	case refused != nil:
		s.note(r, refused, 0)
		err = send(refused)
	case sub == nil:
		err = send(s.once(r, prepared))
	default:
		err = subscription{s, sub, send, func() error { return write([]byte(":\n\n")) }}.run(ctx)
	}
	if err == nil {
		_ = write([]byte("event: complete\ndata:\n\n"))
	}
}

// once answers a query that was asked for over a stream.
func (s *Server) once(r *http.Request, p *exec.Prepared) *exec.Response {
	ctx, cancel := context.WithTimeout(r.Context(), s.config.Timeout)
	defer cancel()
	if !keyOf(ctx).may("read") {
		return exec.Refuse(&exec.Error{Message: "this key is not good for queries", Code: "FORBIDDEN"})
	}
	release, ok := s.slot(ctx)
	if !ok {
		return exec.Refuse(&exec.Error{Message: "the server is busy: try again", Code: "OVERLOADED"})
	}
	defer release()
	start := time.Now()
	res := p.Execute(ctx, nil)
	s.note(r, res, time.Since(start))
	return res
}

// event is a response as an event; its JSON has no line breaks.
func event(body []byte) []byte {
	var b bytes.Buffer
	b.WriteString("event: next\ndata: ")
	b.Write(body)
	b.WriteString("\n\n")
	return b.Bytes()
}
