package neo4j

import (
	"context"
	"errors"
	"strings"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"dateline/graph"
)

// errNotOurs is what a writer finds in a database that was emptied under it.
var errNotOurs = graph.Errorf(graph.Incompatible, "the database is no graph of dateline any more: open it anew")

// describe gives an error of the driver or the server its kind and says what to do.
func (s *Store) describe(ctx context.Context, err error) error {
	var ours *graph.Error
	var server *driver.Neo4jError
	at := s.config.URL
	switch {
	case err == nil:
		return nil
	case errors.Is(ctx.Err(), context.Canceled):
		return context.Canceled
	case errors.As(err, &ours):
		return err
	case errors.Is(ctx.Err(), context.DeadlineExceeded), errors.Is(err, context.DeadlineExceeded):
		return graph.Errorf(graph.Timeout, "%s did not answer in time", at)
	case errors.As(err, &server):
		return s.ofServer(server)
	case isUsage(err):
		return graph.Wrap(graph.BadRequest, err, "%s", at)
	case driver.IsConnectivityError(err):
		return graph.Errorf(graph.Unavailable, "%s cannot be reached (%s): is the server running, and are host, port and encryption right?", at, reason(err))
	}
	return err
}

func isUsage(err error) bool {
	var usage *driver.UsageError
	return errors.As(err, &usage)
}

// reason is the last part of a driver's long message.
func reason(err error) string {
	line, _, _ := strings.Cut(err.Error(), "\n")
	if i := strings.LastIndex(line, "dial tcp"); i >= 0 {
		return line[i:]
	}
	return strings.TrimPrefix(line, "ConnectivityError: ")
}

// ofServer reads the server's code. The codes are those of the status code
// reference of Neo4j 5.
func (s *Store) ofServer(err *driver.Neo4jError) error {
	at := s.config.URL
	switch code := err.Code; {
	case strings.HasPrefix(code, "Neo.ClientError.Security.AuthenticationRateLimit"):
		return graph.Errorf(graph.Unavailable, "%s refuses to log in after too many wrong passwords: wait, then check user and password", at)
	case strings.HasPrefix(code, "Neo.ClientError.Security.Forbidden"):
		return graph.Errorf(graph.Unavailable, "the user %q may not do this at %s: it needs the rights to read, write and manage indexes and constraints", s.config.User, at)
	case strings.HasPrefix(code, "Neo.ClientError.Security.CredentialsExpired"):
		return graph.Errorf(graph.Unavailable, "the password of user %q at %s is still its first one: change it in Neo4j Browser, then name the new one", s.config.User, at)
	case strings.HasPrefix(code, "Neo.ClientError.Security.") && s.config.User == "":
		return graph.Errorf(graph.Unavailable, "%s asks for a password: set --neo4j-user and DATELINE_NEO4J_PASSWORD_FILE", at)
	case strings.HasPrefix(code, "Neo.ClientError.Security."):
		return graph.Errorf(graph.Unavailable, "%s does not accept user %q with this password: set --neo4j-user and DATELINE_NEO4J_PASSWORD_FILE", at, s.config.User)
	case strings.HasPrefix(code, "Neo.ClientError.Database.DatabaseNotFound"):
		return graph.Errorf(graph.Unavailable, "there is no database %q at %s: name another with --neo4j-database, or create it", s.config.Database, at)
	case isReadOnly(err):
		return graph.Errorf(graph.Unavailable, "%s only reads: its database is set to read-only, or it is a member of a cluster that does not write; neo4j:// in place of bolt:// finds the one that does", at)
	case isTimeout(err):
		return graph.Errorf(graph.Timeout, "%s did not answer in time", at)
	case isFull(err):
		return graph.Errorf(graph.Unavailable, "%s cannot write its files: is its disk full? Make room there, and restart it", at)
	case strings.HasPrefix(code, "Neo.DatabaseError.Transaction."):
		return graph.Errorf(graph.Unavailable, "the database at %s has failed (%s): look into its log, and restart it", at, firstSentence(err.Msg))
	case strings.HasPrefix(code, "Neo.TransientError.General.MemoryPoolOutOfMemory"), strings.HasPrefix(code, "Neo.TransientError.General.OutOfMemory"):
		return graph.Errorf(graph.Unavailable, "%s has too little memory for this (%s)", at, err.Msg)
	case strings.HasPrefix(code, "Neo.TransientError."), strings.HasPrefix(code, "Neo.DatabaseError.General."):
		return graph.Errorf(graph.Unavailable, "%s is not ready (%s): try again later", at, err.Msg)
	}
	return graph.Wrap(graph.Internal, err, "%s", at)
}

func firstSentence(text string) string {
	first, _, _ := strings.Cut(text, ". ")
	return first
}

// isTimeout tells whether the server ended a transaction that took too long,
// or whose client went away.
func isTimeout(err *driver.Neo4jError) bool {
	return strings.HasPrefix(err.Code, "Neo.ClientError.Transaction.TransactionTimedOut") ||
		err.Code == "Neo.TransientError.Transaction.LockAcquisitionTimeout"
}

// isReadOnly tells whether the server does not write.
func isReadOnly(err *driver.Neo4jError) bool {
	return isFollower(err) || err.Code == "Neo.ClientError.General.ForbiddenOnReadOnlyDatabase" ||
		err.Code == "Neo.ClientError.General.WriteOnReadOnlyAccessDatabase"
}

// isFollower tells whether another member of the server's cluster writes.
func isFollower(err *driver.Neo4jError) bool { return err.Code == "Neo.ClientError.Cluster.NotALeader" }

// isFull tells whether the server could not write its files.
func isFull(err *driver.Neo4jError) bool {
	text := strings.ToLower(err.Msg)
	return strings.HasPrefix(err.Code, "Neo.DatabaseError.Transaction.TransactionLogError") ||
		strings.Contains(text, "no space left") || strings.Contains(text, "disk") || err.Code == "Neo.TransientError.General.DatabaseUnavailable" && strings.Contains(text, "space")
}
