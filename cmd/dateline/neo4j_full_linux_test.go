package main

import (
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"dateline/graph/neo4j/neo4jtest"
)

// diskSize is that of the disk which is filled; a new server takes a few megabytes.
const diskSize = "size=192m"

// TestNeo4jFullDisk fills the disk of a server under a load: what was
// acknowledged is there when the server is back, and the load can be repeated.
func TestNeo4jFullDisk(t *testing.T) {
	if testing.Short() {
		t.Skip("starts a server twice")
	}
	neo4jtest.Server(t) // none is asked for: it skips
	disk := t.TempDir()
	if err := syscall.Mount("tmpfs", disk, "tmpfs", 0, diskSize); err != nil {
		t.Skipf("only who may mount can make a small disk: %v", err)
	}
	t.Cleanup(func() {
		if err := syscall.Unmount(disk, syscall.MNT_DETACH); err != nil {
			t.Error(err)
		}
	})
	process, err := neo4jtest.StartIn(t.Context(), disk)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(process.Kill)

	server := process.Address()
	proxy, a := neo4jtest.Between(t, server)
	lines := sampleLines()
	load := func(lines []string) (messages string, code int) {
		_, messages, code = onNeo4j(t, a, strings.Join(lines, ""), "load", "--store", a.URL, "-")
		return messages, code
	}
	if messages, code := load(lines[:8]); code != exitDone {
		t.Fatalf("exit code %d: %s", code, messages)
	}
	ballast := fill(t, disk)
	begun, committed := proxy.Count(neo4jtest.Begin), proxy.Count(neo4jtest.Commit)
	if messages, code := load(lines[8:]); code != exitUnreachable || !strings.Contains(messages, "is its disk full?") {
		t.Errorf("exit code %d: %s", code, messages)
	}
	if begun, committed = proxy.Count(neo4jtest.Begin)-begun, proxy.Count(neo4jtest.Commit)-committed; begun != 1 || committed != 1 {
		t.Errorf("a full disk was written to in %d transactions, and %d commits", begun, committed)
	}
	failing(t, a, exitUnreachable, "look into its log, and restart it", bothWays("--store", a.URL)...)

	process.Kill()
	if err := os.Remove(ballast); err != nil {
		t.Fatal(err)
	}
	if err := process.Up(t.Context()); err != nil {
		t.Fatal(err)
	}
	clean(t, server)
	holds(t, server, lines[:8])
	if messages, code := load(lines); code != exitDone {
		t.Errorf("exit code %d: %s", code, messages)
	}
	clean(t, server)
	sameAs(t, server, sampleExport(t))
}

// fill writes a file that takes what is left of a disk, and gives its path.
func fill(t *testing.T, disk string) string {
	t.Helper()
	f, err := os.Create(filepath.Join(disk, "ballast"))
	if err != nil {
		t.Fatal(err)
	}
	for block := make([]byte, 4096); err == nil; {
		_, err = f.Write(block)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	return f.Name()
}
