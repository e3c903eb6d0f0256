package server

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"dateline/schema/internal/fixture"
)

// node runs a script of testdata/http with node; the test is skipped where
// node or its modules are not installed (npm ci in testdata/http).
func node(t *testing.T, script string, args ...string) {
	t.Helper()
	needNode(t)
	cmd := exec.Command("node", append([]string{script}, args...)...)
	cmd.Dir = nodeDir
	out, err := cmd.CombinedOutput()
	t.Logf("%s", out)
	if err != nil {
		t.Error(err)
	}
}

var nodeDir = filepath.Join("testdata", "http")

func needNode(t *testing.T) {
	t.Helper()
	if _, err := exec.LookPath("node"); err != nil {
		lacking(t, "node", "install Node.js, then: npm ci --prefix schema/server/testdata/http")
	}
	if _, err := os.Stat(filepath.Join(nodeDir, "node_modules")); err != nil {
		lacking(t, "node", "run: npm ci --prefix schema/server/testdata/http")
	}
}

// lacking skips a test for want of what it needs, or fails it where
// DATELINE_REQUIRE names that.
func lacking(t *testing.T, what, remedy string) {
	t.Helper()
	if strings.Contains(os.Getenv("DATELINE_REQUIRE"), what) {
		t.Fatalf("DATELINE_REQUIRE asks for %s, which is not here; %s", what, remedy)
	}
	t.Skipf("%s is not here; %s", what, remedy)
}

func TestGraphQLOverHTTPAudits(t *testing.T) {
	node(t, "audits.mjs", serve(t, Config{}).url+"/graphql")
}

// TestOfficialClients has an event reach the clients graphql-ws and graphql-sse.
func TestOfficialClients(t *testing.T) {
	needNode(t)
	r := serve(t, Config{Poll: 10 * time.Millisecond})
	added := make(chan error, 1)
	go func() {
		for deadline := time.Now().Add(30 * time.Second); time.Now().Before(deadline); time.Sleep(5 * time.Millisecond) {
			r.server.hub.mu.Lock()
			n := len(r.server.hub.subs)
			r.server.hub.mu.Unlock()
			if n == 2 {
				break
			}
		}
		added <- fixture.Statements(context.Background(), r.store, 10)
	}()
	node(t, "streams.mjs", r.url+"/graphql")
	if err := <-added; err != nil {
		t.Error(err)
	}
}

// TestIntrospection reads the schema with graphql-js.
func TestIntrospection(t *testing.T) {
	node(t, "introspection.mjs", serve(t, Config{}).url)
}

// TestCoercion compares with graphql-js what is taken and what is refused.
func TestCoercion(t *testing.T) {
	node(t, "coercion.mjs", serve(t, Config{}).url)
}
