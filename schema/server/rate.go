package server

import (
	"sync"
	"time"
)

// maxClients bounds how many clients a rateLimit remembers.
const maxClients = 10000

// A rateLimit lets each client send so many requests a minute, and a tenth of
// it at once. Beyond maxClients, all is forgotten and starts anew.
type rateLimit struct {
	perMinute float64
	mu        sync.Mutex
	clients   map[string]bucket
	now       func() time.Time
}

// A bucket is how many requests a client had left at a time.
type bucket struct {
	left float64
	at   time.Time
}

func newRateLimit(perMinute int) *rateLimit {
	return &rateLimit{perMinute: float64(perMinute), clients: map[string]bucket{}, now: time.Now}
}

func (l *rateLimit) allow(client string) bool {
	if l.perMinute <= 0 {
		return true
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	now, burst := l.now(), max(1, l.perMinute/10)
	b, ok := l.clients[client]
	if !ok {
		if len(l.clients) >= maxClients {
			clear(l.clients)
		}
		b = bucket{left: burst, at: now}
	}
	b.left = min(burst, b.left+now.Sub(b.at).Minutes()*l.perMinute)
	b.at = now
	allowed := b.left >= 1
	if allowed {
		b.left--
	}
	l.clients[client] = b
	return allowed
}
