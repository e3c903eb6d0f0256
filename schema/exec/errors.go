package exec

import (
	"bytes"
	"errors"
	"strings"

	"github.com/graphql-go/graphql/gqlerrors"
	"github.com/graphql-go/graphql/language/ast"
	"github.com/graphql-go/graphql/language/location"
)

// The codes that this package gives errors, in extensions.code.
const (
	CodeParse      = "GRAPHQL_PARSE_FAILED"
	CodeValidation = "GRAPHQL_VALIDATION_FAILED"
	CodeBadRequest = "BAD_REQUEST"
	CodeTooLarge   = "TOO_LARGE"
	CodeInternal   = "INTERNAL"
)

// An Error is an error of a response.
type Error struct {
	Message   string
	Locations []Location
	// Path is made of names (string) and indexes (int).
	Path []any
	// Code is what programs read: extensions.code.
	Code string
}

// Error is the message.
func (e *Error) Error() string { return e.Message }

// A Location is a place in the document; both count from 1.
type Location struct{ Line, Column int }

// maxErrors is how many errors a response lists at most.
const maxErrors = 50

// locate gives the place of a node.
func locate(node ast.Node) []Location {
	loc := node.GetLoc()
	if loc == nil || loc.Source == nil {
		return nil
	}
	l := location.GetLocation(loc.Source, loc.Start)
	return []Location{{l.Line, l.Column}}
}

// fromParser turns an error of graphql-go into one of ours.
func fromParser(err gqlerrors.FormattedError, code string) *Error {
	e := &Error{Message: err.Message, Code: code}
	for _, l := range err.Locations {
		e.Locations = append(e.Locations, Location{l.Line, l.Column})
	}
	return e
}

// syntaxError leaves the excerpt of the text out of a message of the parser,
// and tells the place in the text as it was sent.
func syntaxError(err error, parsed []byte, sent string) *Error {
	message, _, _ := strings.Cut(err.Error(), "\n")
	if _, rest, ok := strings.Cut(message, "Syntax Error GraphQL "); ok {
		if _, what, ok := strings.Cut(rest, ") "); ok {
			message = "Syntax error: " + what
		}
	}
	e := &Error{Message: message, Code: CodeParse}
	for _, l := range gqlerrors.FormatError(err).Locations {
		at := l.Column - 1
		for rest := parsed; l.Line > 1; l.Line-- {
			i := lineEnd(rest)
			at += i
			rest = rest[i:]
		}
		at = min(at, len(sent))
		line := 1 + strings.Count(sent[:at], "\n")
		e.Locations = append(e.Locations, Location{line, at - strings.LastIndexByte(sent[:at], '\n')})
	}
	return e
}

// lineEnd is one past the end of the first line.
func lineEnd(text []byte) int {
	i := bytes.IndexAny(text, "\r\n")
	switch {
	case i < 0:
		return len(text)
	case bytes.HasPrefix(text[i:], []byte("\r\n")):
		return i + 2
	}
	return i + 1
}

// asErrors gives the errors of a request that is not executed.
func asErrors(err error) []*Error {
	var e *Error
	if errors.As(err, &e) {
		return []*Error{e}
	}
	return []*Error{{Message: err.Error(), Code: CodeBadRequest}}
}

// formatted is the error as graphql-go's validator collects it.
func (e *Error) formatted() gqlerrors.FormattedError {
	f := gqlerrors.FormattedError{Message: e.Message}
	for _, l := range e.Locations {
		f.Locations = append(f.Locations, location.SourceLocation{Line: l.Line, Column: l.Column})
	}
	return f
}

// ErrorList is a list of errors in JSON, as responses hold it.
func ErrorList(errs []*Error) []byte { return appendErrors(nil, errs) }
