package server

import (
	"io/fs"
	"log/slog"
	"net/http"
	"time"

	"go.opentelemetry.io/otel/trace"
)

// A Config sets up a server. The zero value is the profile for a machine of
// one's own: everything open, on loopback alone.
type Config struct {
	// Keys are those who may ask, and Tokens admit more of them. Without either
	// the server answers on loopback only, unless NoAuth is set.
	Keys   []Key
	Tokens *Tokens
	NoAuth bool
	// Hardened is the profile for strangers: no ad hoc GET, no playground, and
	// a rate limit by default. The executor is to be made with Hidden.
	Hardened bool
	// Origins are other sites whose pages may ask, such as
	// https://dashboards.example.org; `*` is all of them.
	Origins []string

	// MaxBody is the size of a request's body in bytes, 1 MiB by default.
	MaxBody int64
	// Timeout is how long a query may take, 10 s by default.
	Timeout time.Duration
	// ReadTimeout is how long a request may take to arrive, 15 s by default.
	ReadTimeout time.Duration
	// Concurrent is how many queries run at once, 64 by default; others wait.
	Concurrent int
	// Connections is how many are open at once, 4096 by default; others wait to
	// be accepted.
	Connections int
	// Rate is how many requests a minute one key or address may send; 0 means
	// no limit, or 600 if Hardened.
	Rate int
	// Subscribers is how many subscriptions are served at once, 1000 by default.
	Subscribers int
	// Poll is how often the store is asked for what was added while anybody
	// subscribes, 500 ms by default.
	Poll time.Duration
	// Drain is how long running requests may take after a stop, 10 s by default.
	Drain time.Duration

	// TLSCert and TLSKey are files in PEM; without them the server speaks HTTP.
	TLSCert, TLSKey string

	// Documents is a folder of named queries, one .graphql file each, for
	// /export and the playground; the built-in ones by default.
	Documents fs.FS
	// TrustedOnly refuses every document that is not one of Documents.
	TrustedOnly bool
	// Explorer is served at /, under a policy that lets its pages load from and
	// ask this server alone; without it, / leads to the playground.
	Explorer http.Handler

	// Tracer receives a span for each request; nil traces nothing.
	Tracer trace.TracerProvider
	Log    *slog.Logger
	// Metrics are those that the executor reports to as well; made if nil.
	Metrics *Metrics
}

func (c Config) withDefaults() Config {
	setDefault(&c.MaxBody, 1<<20)
	setDefault(&c.Timeout, 10*time.Second)
	setDefault(&c.ReadTimeout, 15*time.Second)
	setDefault(&c.Concurrent, 64)
	setDefault(&c.Connections, 4096)
	setDefault(&c.Subscribers, 1000)
	setDefault(&c.Poll, 500*time.Millisecond)
	setDefault(&c.Drain, 10*time.Second)
	if c.Hardened {
		setDefault(&c.Rate, 600)
	}
	if c.Log == nil {
		c.Log = slog.New(slog.DiscardHandler)
	}
	if c.Metrics == nil {
		c.Metrics = NewMetrics()
	}
	if c.Documents == nil {
		c.Documents = builtinDocuments()
	}
	return c
}

func setDefault[T int | int64 | time.Duration](value *T, def T) {
	if *value <= 0 {
		*value = def
	}
}
