package article

import (
	"context"
	"errors"
	"fmt"
)

// errStop ends the reading because yield wants no more.
var errStop = errors.New("stopped")

// A sink passes results on. Its methods return an error only if the reading is
// to end: errStop, or that of the context.
type sink struct {
	ctx   context.Context
	yield func(Result) bool
}

func (s *sink) put(result Result) error {
	if err := s.ctx.Err(); err != nil {
		return err
	}
	if !s.yield(result) {
		return errStop
	}
	return nil
}

func (s *sink) article(a Article) error { return s.put(Result{Article: &a}) }

// failed yields a failure if err is the fault of the input, and returns err if
// it ends the reading.
func (s *sink) failed(source string, err error) error {
	if err == nil || s.ends(err) {
		return err
	}
	failure := &Failure{Source: source, Reason: err}
	var of *identified
	if errors.As(err, &of) {
		failure.ID, failure.Reason = of.id, of.err
	}
	var skip *skipped
	failure.Skipped = errors.As(err, &skip)
	return s.put(Result{Failure: failure})
}

func (s *sink) ends(err error) bool {
	return errors.Is(err, errStop) || s.ctx.Err() != nil
}

// identified is an error of an article whose id is known.
type identified struct {
	id  string
	err error
}

func (e *identified) Error() string { return e.err.Error() }
func (e *identified) Unwrap() error { return e.err }

// skipped is the reason of something that nobody asked for by name.
type skipped struct{ reason string }

func (e *skipped) Error() string { return e.reason }

// member names one of several things in a source, counted from 1.
func member(source string, n int) string { return fmt.Sprintf("%s[%d]", source, n) }

// protect runs a third-party parser and makes a panic of it an error.
func protect(what string, parse func() error) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("%s failed on it (%v): it may be malformed, save its text as .txt", what, p)
		}
	}()
	return parse()
}
