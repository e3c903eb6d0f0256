package server

import (
	"context"
	"encoding/json"
	"net/http"
	"sync"
	"time"

	"github.com/coder/websocket"

	"dateline/schema/exec"
)

// The protocol graphql-transport-ws, with the codes by which it closes.
const (
	protocol          = "graphql-transport-ws"
	closeInvalid      = 4400
	closeUnauthorized = 4401
	closeForbidden    = 4403
	closeProtocol     = 4406
	closeInitTimeout  = 4408
	closeDuplicate    = 4409
	closeManyInits    = 4429

	// initWait is how long a client may take to introduce itself.
	initWait = 10 * time.Second
	// maxOperations is how many operations run at once on one connection.
	maxOperations = 50
)

// A message is what both sides send.
type message struct {
	ID      string          `json:"id,omitempty"`
	Type    string          `json:"type"`
	Payload json.RawMessage `json:"payload,omitempty"`
}

// serveWebSocket speaks graphql-transport-ws.
func (s *Server) serveWebSocket(w http.ResponseWriter, r *http.Request) {
	c, err := websocket.Accept(w, r, &websocket.AcceptOptions{Subprotocols: []string{protocol},
		InsecureSkipVerify: true, // guarded has checked the origin
	})
	if err != nil {
		return
	}
	defer c.CloseNow()
	if c.Subprotocol() != protocol {
		_ = c.Close(closeProtocol, "Subprotocol not acceptable")
		return
	}
	c.SetReadLimit(min(s.config.MaxBody, largeBody))
	ctx, cancel := context.WithCancel(r.Context())
	defer cancel()
	conn := &socket{server: s, conn: c, request: r, cancel: cancel, who: remoteHost(r), running: map[string]context.CancelFunc{}}
	defer conn.operations.Wait()
	defer cancel()
	conn.serve(ctx)
}

// A socket is one connection.
type socket struct {
	server  *Server
	conn    *websocket.Conn
	request *http.Request
	cancel  context.CancelFunc

	who     string // whom the rate limit counts
	greeted bool
	expiry  *time.Timer // of the token that it was greeted with
	mu      sync.Mutex
	running map[string]context.CancelFunc // by the operation's id

	operations sync.WaitGroup
}

// serve reads messages until the connection ends.
func (c *socket) serve(ctx context.Context) {
	greeting := time.AfterFunc(initWait, func() { c.close(closeInitTimeout, "Connection initialisation timeout") })
	defer greeting.Stop()
	defer func() {
		if c.expiry != nil {
			c.expiry.Stop()
		}
	}()
	for {
		kind, data, err := c.conn.Read(ctx)
		if err != nil {
			return
		}
		var m message
		if kind != websocket.MessageText || overgrown(data) || json.Unmarshal(data, &m) != nil {
			c.close(closeInvalid, "Invalid message received")
			return
		}
		if m.Type == "connection_init" {
			greeting.Stop()
		}
		if !c.handle(&ctx, m) {
			return
		}
	}
}

// handle answers a message; false ends the connection.
func (c *socket) handle(ctx *context.Context, m message) bool {
	switch m.Type {
	case "connection_init":
		return c.init(ctx, m)
	case "ping":
		return c.write(*ctx, message{Type: "pong", Payload: m.Payload}) == nil
	case "pong":
		return true
	case "subscribe":
		return c.subscribe(*ctx, m)
	case "complete":
		c.mu.Lock()
		stop := c.running[m.ID]
		c.mu.Unlock()
		if stop != nil {
			stop()
		}
		return true
	}
	c.close(closeInvalid, "Invalid message received")
	return false
}

// init takes the key, which a browser cannot send in a header, from the payload.
func (c *socket) init(ctx *context.Context, m message) bool {
	if c.greeted {
		c.close(closeManyInits, "Too many initialisation requests")
		return false
	}
	c.greeted = true
	if c.server.needsKey() {
		secret := secretOf(c.request.Header)
		var given map[string]any
		if json.Unmarshal(m.Payload, &given) == nil && secret == "" {
			h := http.Header{}
			for name, v := range given {
				if text, ok := v.(string); ok {
					h.Set(name, text)
				}
			}
			secret = secretOf(h)
		}
		key := c.server.admit(*ctx, secret)
		if key == nil {
			c.close(closeForbidden, "Forbidden")
			return false
		}
		*ctx, c.who = context.WithValue(*ctx, keyContext{}, key), "key:"+key.Name
		if !key.expires.IsZero() {
			c.expiry = time.AfterFunc(time.Until(key.expires), func() { c.close(closeForbidden, "Token expired") })
		}
	}
	return c.write(*ctx, message{Type: "connection_ack"}) == nil
}

// subscribe starts an operation.
func (c *socket) subscribe(ctx context.Context, m message) bool {
	if !c.greeted {
		c.close(closeUnauthorized, "Unauthorized")
		return false
	}
	p, err := parseParams(m.Payload)
	if m.ID == "" || len(m.ID) > 256 || err != nil {
		c.close(closeInvalid, "Invalid message received")
		return false
	}
	if !c.server.rate.allow(c.who) {
		return c.fail(ctx, m.ID, &exec.Error{Message: "too many requests: try again in a while", Code: "RATE_LIMITED"}) == nil
	}
	c.mu.Lock()
	_, there := c.running[m.ID]
	full := len(c.running) >= maxOperations
	run, stop := context.WithCancel(ctx)
	if !there && !full {
		c.running[m.ID] = stop
	}
	c.mu.Unlock()
	if there {
		stop()
		c.close(closeDuplicate, "Subscriber for "+clip(m.ID)+" already exists")
		return false
	}
	if full {
		stop()
		return c.fail(ctx, m.ID, &exec.Error{Message: "too many operations at once on this connection", Code: exec.CodeTooLarge}) == nil
	}
	c.operations.Go(func() {
		err := c.operate(run, m.ID, p)
		ended := run.Err() != nil
		stop()
		c.mu.Lock()
		delete(c.running, m.ID)
		c.mu.Unlock()
		if err == nil && !ended {
			_ = c.write(ctx, message{ID: m.ID, Type: "complete"})
		}
	})
	return true
}

// operate runs an operation; nil means that it is complete.
func (c *socket) operate(ctx context.Context, id string, p *params) error {
	r := c.request.WithContext(ctx)
	if err := c.server.admitDocument(p); err != nil {
		_ = c.fail(ctx, id, &exec.Error{Message: err.Error(), Code: exec.CodeBadRequest})
		return err
	}
	next := func(res *exec.Response) error {
		return c.write(ctx, message{ID: id, Type: "next", Payload: res.Body})
	}
	prepared, sub, refused := c.server.prepare(ctx, p)
	switch {
	case refused != nil:
		_ = c.fail(ctx, id, refused.Errors...)
		return errRefused
	case sub == nil:
		return next(c.server.once(r, prepared))
	}
	return subscription{c.server, sub, next, func() error { return c.write(ctx, message{Type: "ping"}) }}.run(ctx)
}

// errRefused says that an operation has ended with an error message, after
// which no complete follows.
var errRefused = &exec.Error{Message: "refused"}

func (c *socket) fail(ctx context.Context, id string, errs ...*exec.Error) error {
	return c.write(ctx, message{ID: id, Type: "error", Payload: exec.ErrorList(errs)})
}

func (c *socket) write(ctx context.Context, m message) error {
	data, err := json.Marshal(m)
	if err != nil {
		return err
	}
	ctx, cancel := context.WithTimeout(ctx, streamWrite)
	defer cancel()
	if err := c.conn.Write(ctx, websocket.MessageText, data); err != nil {
		c.cancel()
		return err
	}
	return nil
}

func (c *socket) close(code websocket.StatusCode, reason string) {
	_ = c.conn.Close(code, reason)
	c.cancel()
}
