package sqlite_test

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"dateline/graph"
	"dateline/graph/graphtest"
	"dateline/graph/sqlite"
)

// child names the part that a second process of the test binary plays.
const child = "DATELINE_TEST_CHILD"

func TestMain(m *testing.M) {
	if part := os.Getenv(child); part != "" {
		if err := play(part, os.Args[len(os.Args)-1]); err != nil {
			fmt.Println(err)
			os.Exit(1)
		}
		return
	}
	os.Exit(m.Run())
}

// play writes to a store until it is killed: `hold` keeps the lock, `load` puts
// one article after another. It says what it did, line by line.
func play(part, path string) error {
	ctx := context.Background()
	s, err := sqlite.Open(ctx, sqlite.Config{Path: path})
	if err != nil {
		return err
	}
	if part == "hold" {
		return s.Resolve(ctx, func(graph.Resolution) error {
			fmt.Println("held")
			_, err := bufio.NewReader(os.Stdin).ReadString('\n')
			return err
		})
	}
	for n := 1; ; n++ {
		if _, err := s.Put(ctx, []graph.Reading{numbered(n)}); err != nil {
			return err
		}
		fmt.Println("put", n)
	}
}

func numbered(n int) graph.Reading {
	a := graphtest.Article(n, "Daily One", "2025-05-01", fmt.Sprintf("Article %d", n), "Words to search for.")
	return graph.Reading{Article: a, Members: []graph.Member{{Block: "0/person/x", Article: a.ID, Local: "e1"}}}
}

// start runs a part in another process; lines gives what it says.
func start(t *testing.T, part, path string) (cmd *exec.Cmd, lines *bufio.Scanner, letGo func()) {
	t.Helper()
	cmd = exec.Command(os.Args[0], "--", path)
	cmd.Env = append(os.Environ(), child+"="+part)
	in, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	return cmd, bufio.NewScanner(out), func() { fmt.Fprintln(in) }
}

func TestSecondWriterWaitsThenFails(t *testing.T) {
	path := filepath.Join(t.TempDir(), "graph.db")
	graphtest.Sample().Load(t, open(t, path))
	holder, lines, letGo := start(t, "hold", path)
	if !lines.Scan() || lines.Text() != "held" {
		t.Fatalf("the other process says %q", lines.Text())
	}
	s, err := sqlite.Open(t.Context(), sqlite.Config{Path: path, Wait: time.Millisecond})
	if err != nil {
		t.Fatalf("opening beside a writer: %v", err)
	}
	defer s.Close()
	if n, err := s.CountItems(t.Context(), graph.Filter{}); err != nil || n == 0 {
		t.Errorf("reading beside a writer gives %d, %v", n, err)
	}
	if _, err := s.Put(t.Context(), []graph.Reading{numbered(99)}); graph.KindOf(err) != graph.Locked {
		t.Errorf("a second writer gets %v, not that the store is locked", err)
	}
	patient, err := sqlite.Open(t.Context(), sqlite.Config{Path: path, Wait: time.Minute})
	if err != nil {
		t.Fatal(err)
	}
	defer patient.Close()
	short, cancel := context.WithTimeout(t.Context(), time.Millisecond)
	defer cancel()
	if _, err := patient.Put(short, []graph.Reading{numbered(99)}); graph.KindOf(err) != graph.Timeout {
		t.Errorf("a writer with a deadline gets %v, not that it passed", err)
	}
	letGo()
	if _, err := patient.Put(t.Context(), []graph.Reading{numbered(99)}); err != nil {
		t.Errorf("a patient writer gets %v", err)
	}
	if err := holder.Wait(); err != nil {
		t.Error(err)
	}
}

func TestKilledWriterLosesNothing(t *testing.T) {
	for _, after := range []int{1, 7, 40} {
		path := filepath.Join(t.TempDir(), "graph.db")
		cmd, lines, _ := start(t, "load", path)
		acknowledged := 0
		for acknowledged < after && lines.Scan() {
			if _, err := fmt.Sscanf(lines.Text(), "put %d", &acknowledged); err != nil {
				t.Fatalf("the other process says %q", lines.Text())
			}
		}
		if err := cmd.Process.Kill(); err != nil {
			t.Fatal(err)
		}
		for lines.Scan() { // what it said before it died counts too
			_, _ = fmt.Sscanf(lines.Text(), "put %d", &acknowledged)
		}
		_ = cmd.Wait() // killed, as it should be
		s := open(t, path)
		for n := 1; n <= acknowledged; n++ {
			if a, err := s.FindArticle(t.Context(), fmt.Sprintf("key-%d", n)); err != nil || a == nil {
				t.Errorf("after %d acknowledged, article %d is lost: %v", acknowledged, n, err)
			}
		}
		for line, err := range s.Check(t.Context()) {
			if err != nil || !strings.HasPrefix(line, graph.NotComputed) {
				t.Errorf("Check after a kill: %s %v", line, err)
			}
		}
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	}
}
