package graph

import (
	"errors"
	"fmt"
)

// An ErrorKind is what a caller needs to know of an error; one table in each
// front end maps the kinds to HTTP statuses, GraphQL codes and exit codes.
type ErrorKind string

// The kinds of error.
const (
	// BadRequest: the question is malformed; asking again does not help.
	BadRequest ErrorKind = "BAD_REQUEST"
	// Ambiguous: a name stands for several entities; the message lists them.
	Ambiguous ErrorKind = "AMBIGUOUS"
	// NotFound: what a command names is not there.
	NotFound ErrorKind = "NOT_FOUND"
	// TooLarge: the answer would exceed a limit that the message names.
	TooLarge ErrorKind = "TOO_LARGE"
	// Unavailable: the store cannot be reached.
	Unavailable ErrorKind = "UNAVAILABLE"
	// Locked: another process writes to the store.
	Locked ErrorKind = "LOCKED"
	// Incompatible: the store was written by another version, or is not ours.
	Incompatible ErrorKind = "INCOMPATIBLE"
	// Timeout: the deadline passed.
	Timeout ErrorKind = "TIMEOUT"
	// Internal: a fault of dateline or its store.
	Internal ErrorKind = "INTERNAL"
)

// An Error is an error with a kind. Its message is meant for users: it says
// what is wrong, where, and what to do.
type Error struct {
	Kind    ErrorKind
	Message string
	Err     error
}

// Error is the message, followed by the cause.
func (e *Error) Error() string {
	if e.Err == nil {
		return e.Message
	}
	return e.Message + ": " + e.Err.Error()
}

// Unwrap is the cause.
func (e *Error) Unwrap() error { return e.Err }

// Errorf makes an error of a kind.
func Errorf(kind ErrorKind, format string, args ...any) error {
	return &Error{Kind: kind, Message: fmt.Sprintf(format, args...)}
}

// Wrap gives a cause a kind and a message in front of it.
func Wrap(kind ErrorKind, cause error, format string, args ...any) error {
	return &Error{Kind: kind, Message: fmt.Sprintf(format, args...), Err: cause}
}

// KindOf is the kind of the first Error in the chain; Internal if there is none.
func KindOf(err error) ErrorKind {
	var e *Error
	if errors.As(err, &e) {
		return e.Kind
	}
	return Internal
}
