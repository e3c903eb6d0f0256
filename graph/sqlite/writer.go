package sqlite

import (
	"bytes"
	"compress/flate"
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"time"
)

// A writer is the one connection that writes. Its statements are prepared once.
type writer struct {
	turn       chan struct{} // holds one token: who has it writes
	wait       time.Duration // for writers of other processes
	db         *sql.DB
	conn       *sql.Conn
	statements map[string]*sql.Stmt
	// flate is used anew for each article: making one costs more than its work.
	flate *flate.Writer
}

// newWriter makes every commit durable against the process being killed; in
// WAL mode, synchronous NORMAL keeps the file sound against power loss too.
func newWriter(ctx context.Context, db *sql.DB, wait time.Duration) (*writer, error) {
	conn, err := db.Conn(ctx)
	if err != nil {
		return nil, err
	}
	squeeze, err := flate.NewWriter(nil, flate.BestSpeed)
	if err != nil {
		return nil, err
	}
	w := &writer{flate: squeeze, turn: make(chan struct{}, 1), wait: wait, db: db, conn: conn, statements: map[string]*sql.Stmt{}}
	_, err = conn.ExecContext(ctx, "PRAGMA synchronous = NORMAL")
	return w, err
}

func (w *writer) close() error {
	w.turn <- struct{}{}
	defer func() { <-w.turn }()
	var errs []error
	for _, s := range w.statements {
		errs = append(errs, s.Close())
	}
	if w.conn != nil {
		errs = append(errs, w.conn.Close())
	}
	return errors.Join(append(errs, w.db.Close())...)
}

func pragma(name string, value int) string { return fmt.Sprintf("PRAGMA %s = %d", name, value) }

// transaction runs fn alone, in this process and among all. An error of fn
// leaves the file as it was.
func (w *writer) transaction(ctx context.Context, fn func() error) (err error) {
	select {
	case w.turn <- struct{}{}:
		defer func() { <-w.turn }()
	case <-ctx.Done():
		return ctx.Err()
	}
	if err := w.patiently(ctx, "BEGIN IMMEDIATE"); err != nil {
		return err
	}
	done := false
	defer func() {
		if !done {
			_, fail := w.conn.ExecContext(context.WithoutCancel(ctx), "ROLLBACK")
			err = errors.Join(err, fail)
		}
	}()
	if err := fn(); err != nil {
		return err
	}
	if _, err := w.conn.ExecContext(ctx, "COMMIT"); err != nil {
		return err
	}
	done = true
	return nil
}

// busyTimeout is how long SQLite itself waits for a lock, during which it does
// not look at deadlines.
const busyTimeout = 50 * time.Millisecond

// patiently runs a statement that needs the file's lock, again while another
// process has it, as long as the writer may wait and the context lasts.
func (w *writer) patiently(ctx context.Context, statement string) error {
	for until := time.Now().Add(w.wait); ; {
		_, err := w.conn.ExecContext(ctx, statement)
		if !isBusy(err) || time.Now().After(until) {
			return err
		}
	}
}

func (w *writer) prepare(ctx context.Context, query string) (*sql.Stmt, error) {
	if s, ok := w.statements[query]; ok {
		return s, nil
	}
	s, err := w.conn.PrepareContext(ctx, query)
	if err != nil {
		return nil, fmt.Errorf("%w in %s", err, query)
	}
	w.statements[query] = s
	return s, nil
}

// exec runs a statement within a transaction.
func (w *writer) exec(ctx context.Context, query string, args ...any) (sql.Result, error) {
	s, err := w.prepare(ctx, query)
	if err != nil {
		return nil, err
	}
	return s.ExecContext(ctx, args...)
}

// QueryContext makes a writer a queryer, within a transaction.
func (w *writer) QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error) {
	s, err := w.prepare(ctx, query)
	if err != nil {
		return nil, err
	}
	return s.QueryContext(ctx, args...)
}

// deflate gives a value as compressed JSON, within a transaction.
func (w *writer) deflate(v any) ([]byte, error) {
	var b bytes.Buffer
	w.flate.Reset(&b)
	if err := json.NewEncoder(w.flate).Encode(v); err != nil {
		return nil, err
	}
	err := w.flate.Close()
	return b.Bytes(), err
}
