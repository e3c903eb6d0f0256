package main

import (
	"context"
	"errors"

	"dateline/graph"
)

// The exit codes.
const (
	exitDone         = 0
	exitFailed       = 1
	exitSomeFailed   = 3
	exitUnreachable  = 10
	exitLocked       = 11
	exitIncompatible = 12
	exitInterrupted  = 130
)

// exitCodes says how each kind of error ends the program; kinds that are not
// listed end it with exitFailed.
var exitCodes = map[graph.ErrorKind]int{
	graph.Unavailable:  exitUnreachable,
	graph.Locked:       exitLocked,
	graph.Incompatible: exitIncompatible,
}

// reported is an error that the user has been told of; only its code is left.
type reported struct{ code int }

func (r *reported) Error() string { return "reported" }

func exitCode(ctx context.Context, err error) int {
	var said *reported
	if errors.As(err, &said) {
		return said.code
	}
	if ctx.Err() != nil || errors.Is(err, context.Canceled) {
		return exitInterrupted
	}
	if code, ok := exitCodes[graph.KindOf(err)]; ok {
		return code
	}
	return exitFailed
}
