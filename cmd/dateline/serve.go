package main

import (
	"context"
	"fmt"
	"log/slog"
	"net"
	"os"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"dateline/graph"
	"dateline/loader"
	"dateline/loader/article"
	"dateline/loader/identity"
	"dateline/loader/language"
	"dateline/schema"
	"dateline/schema/server"
	"dateline/schema/server/explorer"
)

// serveFlags set up a server.
type serveFlags struct {
	addr, keys, logFormat, queries, traces string
	load, origins                          []string
	sample                                 bool
	tokens                                 server.TokenConfig
	config                                 server.Config
}

func (a *app) serve() *cobra.Command {
	var f serveFlags
	cmd := &cobra.Command{
		Use:   "serve",
		Short: "Answer GraphQL at /graphql, with a playground and an explorer",
		Args:  cobra.NoArgs,
		RunE:  func(cmd *cobra.Command, _ []string) error { return a.runServer(cmd, f) },
	}
	flags := cmd.Flags()
	flags.StringVar(&f.addr, "addr", "127.0.0.1:8080", "address to listen on; others than loopback need --keys or --oidc-issuer")
	flags.StringSliceVar(&f.load, "load", nil, "articles to load into the store before and while serving")
	flags.BoolVar(&f.sample, "sample", false, "load the built-in sample articles, into memory unless --store is given")
	flags.StringVar(&f.keys, "keys", "", "file of API keys: lines that 'dateline key NAME' draws")
	flags.StringVar(&f.tokens.Issuer, "oidc-issuer", "", "URL of an OpenID Connect issuer whose tokens admit, by their scopes read and live")
	flags.StringVar(&f.tokens.Audience, "oidc-audience", "", "audience that tokens have to be for")
	flags.StringVar(&f.tokens.JWKS, "jwks", "", "URL or file of the issuer's public keys; asked of the issuer unless given")
	flags.BoolVar(&f.config.NoAuth, "no-auth", false, "let everybody read who can reach the address")
	flags.BoolVar(&f.config.Hardened, "hardened", false, "for strangers: no introspection, playground or ad hoc GET, and a rate limit")
	flags.BoolVar(&f.config.TrustedOnly, "trusted-only", false, "answer only the named queries of --queries")
	flags.StringVar(&f.queries, "queries", "", "folder of named queries (.graphql) for /export and the playground")
	flags.StringSliceVar(&f.origins, "origin", nil, "other sites whose pages may ask, such as https://dashboards.example.org")
	flags.StringVar(&f.config.TLSCert, "tls-cert", "", "certificate file (PEM)")
	flags.StringVar(&f.config.TLSKey, "tls-key", "", "key file (PEM)")
	flags.DurationVar(&f.config.Timeout, "timeout", 10*time.Second, "how long a query may take")
	flags.IntVar(&f.config.Rate, "rate", 0, "requests a minute for each key or address; 0: no limit")
	flags.IntVar(&f.config.Connections, "max-connections", 4096, "connections that may be open at once")
	flags.StringVar(&f.traces, "traces", "", "OpenTelemetry collector to send traces to, such as http://localhost:4318")
	flags.StringVar(&f.logFormat, "log", "text", "text or json")
	return cmd
}

func (a *app) runServer(cmd *cobra.Command, f serveFlags) error {
	ctx := cmd.Context()
	if f.sample && !cmd.Flags().Changed("store") {
		a.store.url = inMemory
	}
	if err := f.prepare(ctx, a.logger(f.logFormat)); err != nil {
		return err
	}
	listener, err := net.Listen("tcp", f.addr)
	if err != nil {
		return graph.Wrap(graph.BadRequest, err, "--addr %s cannot be listened on: is another server there?", f.addr)
	}
	defer listener.Close()
	store, err := a.store.open(ctx)
	if err != nil {
		return err
	}
	defer store.Close()
	if err := a.loadFirst(ctx, store, f); err != nil {
		return err
	}
	executor, err := schema.New(store, schema.Config{Hidden: f.config.Hardened, Report: reporter(f.config.Log), Observe: f.config.Metrics.StoreCall})
	if err != nil {
		return err
	}
	stopTraces, err := f.trace(ctx)
	if err != nil {
		return err
	}
	defer stopTraces()
	s, err := server.New(executor, store, f.config)
	if err != nil {
		return err
	}
	a.announce(f, listener.Addr())
	return s.Run(ctx, listener)
}

func (a *app) logger(format string) *slog.Logger {
	if format == "json" {
		return slog.New(slog.NewJSONHandler(a.messages, nil))
	}
	return slog.New(slog.NewTextHandler(a.messages, nil))
}

func reporter(log *slog.Logger) func(context.Context, error) {
	return func(ctx context.Context, err error) { log.ErrorContext(ctx, "internal error", "error", err) }
}

// prepare reads the files that flags name, and asks the issuer of tokens.
func (f *serveFlags) prepare(ctx context.Context, log *slog.Logger) error {
	f.config.Log, f.config.Metrics = log, server.NewMetrics()
	f.config.Origins, f.config.Explorer = f.origins, explorer.Handler()
	if f.keys != "" {
		file, err := os.Open(f.keys)
		if err != nil {
			return graph.Wrap(graph.BadRequest, err, "--keys")
		}
		defer file.Close()
		if f.config.Keys, err = server.ReadKeys(file); err != nil {
			return graph.Wrap(graph.BadRequest, err, "--keys %s", f.keys)
		}
	}
	if f.tokens != (server.TokenConfig{}) {
		var err error
		if f.config.Tokens, err = server.NewTokens(ctx, f.tokens); err != nil {
			return graph.Wrap(graph.BadRequest, err, "--oidc-issuer, --oidc-audience, --jwks")
		}
	}
	if f.queries != "" {
		f.config.Documents = os.DirFS(f.queries)
	}
	return nil
}

// traceFlush is how long the last traces may take to be sent.
const traceFlush = 5 * time.Second

// trace has the server send traces where --traces says; stop sends what is left.
func (f *serveFlags) trace(ctx context.Context) (stop func(), err error) {
	if f.traces == "" {
		return func() {}, nil
	}
	tracer, err := server.NewTracer(ctx, f.traces)
	if err != nil {
		return nil, err
	}
	f.config.Tracer = tracer
	return func() {
		ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), traceFlush)
		defer cancel()
		if err := tracer.Shutdown(ctx); err != nil {
			f.config.Log.Warn("the last traces were not sent", "error", err)
		}
	}, nil
}

// loadFirst loads what --sample and --load name.
func (a *app) loadFirst(ctx context.Context, store graph.Store, f serveFlags) error {
	if !f.sample && len(f.load) == 0 {
		return identity.Resolve(ctx, store)
	}
	pipeline, err := loader.NewPipeline(language.Config{})
	if err != nil {
		return err
	}
	bar := newProgress(a.messages, a.out, false)
	load := func(inputs []string, from article.Config) error {
		report, err := loader.New(pipeline, store, loader.Config{Reader: from, Progress: bar.update}).Load(ctx, inputs)
		bar.end()
		if err != nil {
			return err
		}
		stats, err := store.Stats(ctx)
		if err != nil {
			return err
		}
		a.printSummary(report, stats)
		for _, x := range report.Failed {
			fmt.Fprintf(a.messages, "failed: %s: %s\n", x.Source, x.Reason)
		}
		return nil
	}
	if f.sample {
		if err := load([]string{"-"}, article.Config{Stdin: strings.NewReader(sampleArticles)}); err != nil {
			return err
		}
	}
	if len(f.load) == 0 {
		return nil
	}
	return load(f.load, article.Config{Stdin: a.in})
}

// announce says where to look.
func (a *app) announce(f serveFlags, addr net.Addr) {
	scheme := "http"
	if f.config.TLSCert != "" {
		scheme = "https"
	}
	fmt.Fprintf(a.messages, "explorer    %s://%s/\nplayground  %s://%s/playground/\nGraphQL     %s://%s/graphql\n", scheme, addr, scheme, addr, scheme, addr)
}
