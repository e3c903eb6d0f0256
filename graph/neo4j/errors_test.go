package neo4j

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"dateline/graph"
)

// TestErrors holds what each error of a server is told as, in one line, and
// whether trying again may help.
func TestErrors(t *testing.T) {
	s := &Store{config: Config{URL: "bolt://db", User: "ann", Database: "news"}}
	for _, test := range []struct {
		code, message string
		kind          graph.ErrorKind
		want          string
		again         bool
	}{
		{"Neo.ClientError.Security.Unauthorized", "", graph.Unavailable, `does not accept user "ann"`, false},
		{"Neo.ClientError.Security.CredentialsExpired", "", graph.Unavailable, "is still its first one", false},
		{"Neo.ClientError.Security.AuthenticationRateLimit", "", graph.Unavailable, "too many wrong passwords", false},
		{"Neo.ClientError.Security.Forbidden", "", graph.Unavailable, "may not do this", false},
		{"Neo.ClientError.Database.DatabaseNotFound", "", graph.Unavailable, `no database "news"`, false},
		{"Neo.ClientError.Cluster.NotALeader", "", graph.Unavailable, "only reads", false},
		{"Neo.ClientError.General.ForbiddenOnReadOnlyDatabase", "", graph.Unavailable, "only reads", false},
		{"Neo.ClientError.Transaction.TransactionTimedOut", "", graph.Timeout, "did not answer in time", false},
		{"Neo.TransientError.General.DatabaseUnavailable", "starting", graph.Unavailable, "not ready (starting)", true},
		{"Neo.TransientError.Transaction.DeadlockDetected", "", graph.Unavailable, "try again", true},
		{"Neo.DatabaseError.Transaction.TransactionLogError", "Could not append transaction", graph.Unavailable, "disk full", false},
		{"Neo.DatabaseError.General.UnknownError", "No space left on device", graph.Unavailable, "disk full", false},
		{"Neo.DatabaseError.Transaction.TransactionStartFailed", "It has to be restarted. See its log.", graph.Unavailable, "has failed (It has to be restarted): look into its log", false},
		{"Neo.DatabaseError.Transaction.TransactionCommitFailed", "", graph.Unavailable, "has failed", false},
		{"Neo.TransientError.General.MemoryPoolOutOfMemoryError", "", graph.Unavailable, "too little memory", true},
		{"Neo.ClientError.Statement.SyntaxError", "", graph.Internal, "bolt://db", false},
	} {
		err := error(&driver.Neo4jError{Code: test.code, Msg: test.message})
		got := s.describe(t.Context(), err)
		if graph.KindOf(got) != test.kind || !strings.Contains(got.Error(), test.want) || strings.Contains(got.Error(), "\n") {
			t.Errorf("%s: %s %v", test.code, graph.KindOf(got), got)
		}
		if s.passes(err) != test.again {
			t.Errorf("%s: tried again: %v", test.code, !test.again)
		}
	}
	routed := &Store{config: Config{URL: "neo4j://db"}}
	if !routed.passes(&driver.Neo4jError{Code: "Neo.ClientError.Cluster.NotALeader"}) {
		t.Error("behind neo4j:// the member that writes is looked for")
	}
	if routed.passes(&driver.Neo4jError{Code: "Neo.ClientError.General.ForbiddenOnReadOnlyDatabase"}) {
		t.Error("behind neo4j:// a database that only reads stays so")
	}
	if err := routed.describe(t.Context(), &driver.Neo4jError{Code: "Neo.ClientError.Security.Unauthorized"}); !strings.Contains(err.Error(), "asks for a password") {
		t.Errorf("without a password: %v", err)
	}
}

// TestAgain holds that patience ends, and that what does not pass is tried once.
func TestAgain(t *testing.T) {
	fail := errors.New("no")
	tries := 0
	count := func() error { tries++; return fail }
	always := func(error) bool { return true }
	if err := again(t.Context(), 0, always, count); !errors.Is(err, fail) || tries != 1 {
		t.Errorf("without patience: %v after %d tries", err, tries)
	}
	if err := again(t.Context(), time.Hour, func(error) bool { return false }, count); !errors.Is(err, fail) || tries != 2 {
		t.Errorf("what stays wrong: %v after %d tries", err, tries)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if err := again(ctx, time.Hour, always, count); !errors.Is(err, fail) || tries != 3 {
		t.Errorf("when nobody waits: %v after %d tries", err, tries)
	}
	if err := again(t.Context(), time.Hour, always, func() error {
		if tries++; tries < 5 {
			return fail
		}
		return nil
	}); err != nil || tries != 5 {
		t.Errorf("what passes: %v after %d tries", err, tries)
	}
}
