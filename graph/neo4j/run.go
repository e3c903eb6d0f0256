package neo4j

import (
	"context"
	"errors"
	"strings"
	"time"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"dateline/graph"
)

// A record is a row of an answer, its values in the order of RETURN.
type record = *driver.Record

// A runner asks: the store, or a transaction.
type runner interface {
	run(ctx context.Context, query string, p params) ([]record, error)
}

// The pauses between tries; each is twice the one before.
const (
	firstPause = 100 * time.Millisecond
	lastPause  = 3 * time.Second
)

// again runs fn until it succeeds, or fails in a way that trying again does
// not help, for as long as patience lasts.
func again(ctx context.Context, patience time.Duration, passing func(error) bool, fn func() error) error {
	until := time.Now().Add(patience)
	for pause := firstPause; ; pause = min(2*pause, lastPause) {
		err := fn()
		if err == nil || ctx.Err() != nil || !passing(err) || time.Now().Add(pause).After(until) {
			return err
		}
		select {
		case <-time.After(pause):
		case <-ctx.Done():
			return err
		}
	}
}

// passes tells whether an error may be gone at the next try. What is wrong
// with a statement, a name or a password stays so, and so does a database that
// only reads, unless the driver looks for the member of its cluster that writes.
func (s *Store) passes(err error) bool {
	var server *driver.Neo4jError
	if errors.As(err, &server) {
		routed := strings.HasPrefix(s.config.URL, "neo4j")
		if isTimeout(server) || isReadOnly(server) && !(routed && isFollower(server)) {
			return false
		}
	}
	return driver.IsRetryable(err) || driver.IsConnectivityError(err)
}

// run reads in a transaction of its own: one round trip. Reads change
// nothing, so they may run again.
func (s *Store) run(ctx context.Context, query string, p params) (list []record, err error) {
	err = again(ctx, s.config.ReadRetry, s.passes, func() (err error) {
		session := s.session(ctx, driver.AccessModeRead)
		defer session.Close(context.WithoutCancel(ctx))
		list, err = collect(ctx, session, query, p, limits(ctx)...)
		return err
	})
	return list, s.describe(ctx, err)
}

func (s *Store) session(ctx context.Context, mode driver.AccessMode) driver.SessionWithContext {
	return s.driver.NewSession(ctx, driver.SessionConfig{AccessMode: mode, DatabaseName: s.config.Database, BookmarkManager: s.bookmarks, FetchSize: driver.FetchAll})
}

func collect(ctx context.Context, session driver.SessionWithContext, query string, p params, limits ...func(*driver.TransactionConfig)) ([]record, error) {
	result, err := session.Run(ctx, query, p, limits...)
	if err != nil {
		return nil, err
	}
	return result.Collect(ctx)
}

// limits makes the server give up when the context does.
func limits(ctx context.Context) []func(*driver.TransactionConfig) {
	deadline, ok := ctx.Deadline()
	if !ok {
		return nil
	}
	left := max(time.Until(deadline), time.Millisecond)
	return []func(*driver.TransactionConfig){driver.WithTxTimeout(left)}
}

// A transaction writes, alone in the database.
type transaction struct {
	tx driver.ExplicitTransaction
	// seq is the last sequence number of changes, written was when it began.
	seq, written int64
	pending      []*batch
	// touched are the reads that pending rows would change: see runOf.
	touched map[string]bool
	// sums are the pending rows of counts, by statement and key.
	sums map[string]params
}

// A batch is rows for one statement.
type batch struct {
	query string
	rows  []any
}

// write runs fn in one transaction that excludes all others that write. It may
// run again: what it writes is the same then.
func (s *Store) write(ctx context.Context, fn func(*transaction) error) error {
	select {
	case s.turn <- struct{}{}:
		defer func() { <-s.turn }()
	case <-ctx.Done():
		return s.describe(ctx, ctx.Err())
	}
	if err := ctx.Err(); err != nil {
		return s.describe(ctx, err)
	}
	return s.describe(ctx, again(ctx, s.config.Retry, s.passes, func() error { return s.attempt(ctx, fn) }))
}

func (s *Store) attempt(ctx context.Context, fn func(*transaction) error) error {
	session := s.session(ctx, driver.AccessModeWrite)
	defer session.Close(context.WithoutCancel(ctx))
	tx, err := session.BeginTransaction(ctx, limits(ctx)...)
	if err != nil {
		return err
	}
	defer tx.Close(context.WithoutCancel(ctx)) // rolls back what was not committed
	t := &transaction{tx: tx, touched: map[string]bool{}, sums: map[string]params{}}
	if err := t.begin(ctx); err != nil {
		return err
	}
	if err := fn(t); err != nil {
		return err
	}
	if err := t.flush(ctx); err != nil {
		return err
	}
	if t.seq != t.written {
		if _, err := t.run(ctx, query("set sequence"), params{"seq": t.seq}); err != nil {
			return err
		}
	}
	return tx.Commit(ctx)
}

// begin takes the lock.
func (t *transaction) begin(ctx context.Context) error {
	rows, err := t.run(ctx, query("turn"), nil)
	if err != nil {
		return err
	}
	if len(rows) != 1 {
		return errNotOurs
	}
	t.seq = rows[0].Values[0].(int64)
	t.written = t.seq
	return nil
}

// run runs a statement after all rows that are pending.
func (t *transaction) run(ctx context.Context, query string, p params) ([]record, error) {
	if err := t.flush(ctx); err != nil {
		return nil, err
	}
	return t.runNow(ctx, query, p)
}

func (t *transaction) runNow(ctx context.Context, query string, p params) ([]record, error) {
	result, err := t.tx.Run(ctx, query, p)
	if err != nil {
		return nil, err
	}
	return result.Collect(ctx)
}

// The kinds of reads that concern one article.
const (
	readsReports = "reports|"
	readsUses    = "uses|"
)

// runOf runs a statement that reads of one article what only rows change that
// touched it, so that others may stay pending.
func (t *transaction) runOf(ctx context.Context, what string, article graph.ID, query string) ([]record, error) {
	p := params{"article": string(article)}
	if t.touched[what+string(article)] {
		return t.run(ctx, query, p)
	}
	return t.runNow(ctx, query, p)
}

func (t *transaction) touch(what string, article graph.ID) { t.touched[what+string(article)] = true }

// later has rows written before the next statement or the commit, in one
// statement with others of the kind. Batches run in the order of their first
// row, so rows of different articles must not depend on each other's order.
func (t *transaction) later(query string, rows ...any) {
	if len(rows) == 0 {
		return
	}
	for _, b := range t.pending {
		if b.query == query {
			b.rows = append(b.rows, rows...)
			return
		}
	}
	t.pending = append(t.pending, &batch{query, rows})
}

// batchRows bounds the rows of one statement.
const batchRows = 2000

func (t *transaction) flush(ctx context.Context) error {
	pending := t.pending
	t.pending = nil
	clear(t.touched)
	clear(t.sums)
	for _, b := range pending {
		for rows := b.rows; len(rows) > 0; {
			n := min(len(rows), batchRows)
			if _, err := t.runNow(ctx, b.query, params{"rows": rows[:n]}); err != nil {
				return err
			}
			rows = rows[n:]
		}
	}
	return nil
}
