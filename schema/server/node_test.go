package server

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// node runs a script of testdata/http with node; the test is skipped where
// node or its modules are not installed (npm install in testdata/http).
func node(t *testing.T, script string, args ...string) {
	t.Helper()
	if _, err := exec.LookPath("node"); err != nil {
		t.Skip("node is not installed")
	}
	dir := filepath.Join("testdata", "http")
	if _, err := os.Stat(filepath.Join(dir, "node_modules")); err != nil {
		t.Skip("npm install was not run in " + dir)
	}
	cmd := exec.Command("node", append([]string{script}, args...)...)
	cmd.Dir = dir
	out, err := cmd.CombinedOutput()
	t.Logf("%s", out)
	if err != nil {
		t.Error(err)
	}
}

func TestGraphQLOverHTTPAudits(t *testing.T) {
	node(t, "audits.mjs", serve(t, Config{}).url+"/graphql")
}
