package neo4jtest

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"os"
	"strings"
	"sync"
	"testing"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// An Address is where a server is and how one logs in.
type Address struct{ URL, User, Password string }

// host is the host and port.
func (a Address) host() string {
	_, host, _ := strings.Cut(a.URL, "://")
	return host
}

// shared is the server of the test process, and what keeps it.
var shared struct {
	once    sync.Once
	address Address
	process *Process
	lock    *os.File
	err     error
}

// errNone says how to run what is skipped.
var errNone = errors.New("no Neo4j server: set DATELINE_REQUIRE=neo4j to have one started (needs Java 17 or 21 and Maven), or DATELINE_TEST_NEO4J=bolt://user:password@host:port to use one whose data may go")

// Main runs the tests of a package and ends the server that they started.
func Main(m *testing.M) int {
	code := m.Run()
	if shared.process != nil {
		if err := shared.process.Remove(); err != nil {
			fmt.Fprintln(os.Stderr, err)
			return 1
		}
	}
	return code
}

// Server gives the server of the test process with an empty database. It skips
// the test if none is asked for.
func Server(t testing.TB) Address {
	t.Helper()
	a := Kept(t)
	Wipe(t, a)
	return a
}

// Kept gives the server as Server does, with the data that are in its database.
func Kept(t testing.TB) Address {
	t.Helper()
	shared.once.Do(func() { shared.address, shared.process, shared.err = server(context.Background()) })
	if errors.Is(shared.err, errNone) {
		t.Skip(shared.err)
	}
	if shared.err != nil {
		t.Fatal(shared.err)
	}
	return shared.address
}

// Shared gives the process of Server, to be killed and started again; it skips
// the test if the server is one that was not started here.
func Shared(t testing.TB) *Process {
	t.Helper()
	Server(t)
	if shared.process == nil {
		t.Skip("the server of DATELINE_TEST_NEO4J is not ours to kill")
	}
	return shared.process
}

func server(ctx context.Context) (Address, *Process, error) {
	if given := os.Getenv("DATELINE_TEST_NEO4J"); given != "" {
		u, err := url.Parse(given)
		if err != nil {
			return Address{}, nil, err
		}
		a := Address{User: u.User.Username()}
		a.Password, _ = u.User.Password()
		u.User = nil
		a.URL = u.String()
		return a, nil, alone(a.URL)
	}
	if !strings.Contains(os.Getenv("DATELINE_REQUIRE"), "neo4j") {
		return Address{}, nil, errNone
	}
	p, err := Start(ctx)
	if err != nil {
		return Address{}, nil, err
	}
	return p.Address(), p, nil
}

// Wipe removes all data from a server's home database; indexes and
// constraints stay.
func Wipe(t testing.TB, a Address) {
	t.Helper()
	// Entities last: one may have more relationships than a transaction can hold.
	for _, nodes := range []string{"(n) WHERE NOT n:Entity", "(n)"} {
		Run(t, a, "MATCH "+nodes+" CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS", nil)
	}
}

// Run runs a statement and gives the rows of its answer.
func Run(t testing.TB, a Address, statement string, params map[string]any) []*driver.Record {
	t.Helper()
	ctx := context.Background()
	token := driver.NoAuth()
	if a.User != "" {
		token = driver.BasicAuth(a.User, a.Password, "")
	}
	d, err := driver.NewDriverWithContext(a.URL, token)
	if err != nil {
		t.Fatal(err)
	}
	defer d.Close(ctx)
	session := d.NewSession(ctx, driver.SessionConfig{})
	defer session.Close(ctx)
	result, err := session.Run(ctx, statement, params)
	if err != nil {
		t.Fatal(err)
	}
	rows, err := result.Collect(ctx)
	if err != nil {
		t.Fatal(err)
	}
	return rows
}
