package article

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
)

// sources are the places of results relative to a folder; failures have a
// minus in front, what was skipped a tilde.
func sources(t *testing.T, dir string, inputs ...string) []string {
	t.Helper()
	var all []string
	err := New(Config{}).Read(context.Background(), inputs, func(r Result) bool {
		switch {
		case r.Article != nil:
			all = append(all, strings.TrimPrefix(r.Article.Source, dir+"/"))
		case r.Failure.Skipped:
			all = append(all, "~"+strings.TrimPrefix(r.Failure.Source, dir+"/"))
		default:
			all = append(all, "-"+strings.TrimPrefix(r.Failure.Source, dir+"/"))
		}
		return true
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func tree(t *testing.T, files ...string) string {
	t.Helper()
	dir := t.TempDir()
	for _, name := range files {
		if err := os.MkdirAll(filepath.Dir(filepath.Join(dir, name)), 0o755); err != nil {
			t.Fatal(err)
		}
		write(t, filepath.Join(dir, name), good)
	}
	return dir
}

func equal(t *testing.T, got []string, want ...string) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}

func TestFolder(t *testing.T) {
	dir := tree(t, "b.txt", "a/z.txt", "a/y.TXT", "a/picture.png", ".hidden.txt", ".git/x.txt", "c.txt.gz")
	write(t, filepath.Join(dir, "c.txt.gz"), packed(good))
	equal(t, sources(t, dir, dir), "~a/picture.png", "a/y.TXT", "a/z.txt", "b.txt", "c.txt.gz")
	// What is named is read whatever its suffix.
	equal(t, sources(t, dir, dir+"/a/picture.png", dir+"/.hidden.txt"), "a/picture.png", ".hidden.txt")
}

func TestLinks(t *testing.T) {
	dir := tree(t, "a/one.txt", "b/two.txt")
	for link, to := range map[string]string{
		"a/up": "..", "a/self.txt": "self.txt", "b/twice": "../a", "b/gone.txt": "nowhere.txt", "c.txt": "a/one.txt",
	} {
		if err := os.Symlink(to, filepath.Join(dir, link)); err != nil {
			t.Fatal(err)
		}
	}
	equal(t, sources(t, dir, dir), "a/one.txt", "-a/self.txt", "~a/up", "-b/gone.txt", "~b/twice", "b/two.txt", "c.txt")
}

func TestGlobs(t *testing.T) {
	dir := tree(t, "a1.txt", "a2.txt", "b1.txt", ".a3.txt", "literal[1].txt", "sub/a4.txt")
	equal(t, sources(t, dir, dir+"/a*.txt"), "a1.txt", "a2.txt")
	equal(t, sources(t, dir, dir+"/s*"), "sub/a4.txt")
	equal(t, sources(t, dir, dir+"/literal[1].txt"), "literal[1].txt")
	equal(t, sources(t, dir, dir+"/x*.txt", dir+"/[", dir+"/**/a4.txt"), "-x*.txt", "-[", "-**/a4.txt")
}

func TestMissing(t *testing.T) {
	_, failures := readAll(t, Config{}, "testdata/none.txt", "ftp://harbour.example/a.txt", "http://", "testdata/none*.txt")
	if len(failures) != 4 {
		t.Fatalf("failures %v", failures)
	}
	for i, reason := range []string{"no such file", "only http and https", "no valid URL", "no file matches"} {
		if !strings.Contains(failures[i].Reason.Error(), reason) {
			t.Errorf("reason %q, want %q", failures[i].Reason, reason)
		}
	}
	if !errors.Is(&failures[0], fs.ErrNotExist) || errors.Is(&failures[1], fs.ErrNotExist) {
		t.Error("a missing file cannot be told from others")
	}
}

func TestUnreadable(t *testing.T) {
	if os.Geteuid() == 0 {
		t.Skip("root may read everything")
	}
	dir := tree(t, "a.txt", "b/x.txt", "c.txt")
	for _, name := range []string{"a.txt", "b"} {
		if err := os.Chmod(filepath.Join(dir, name), 0); err != nil {
			t.Fatal(err)
		}
	}
	defer os.Chmod(filepath.Join(dir, "b"), 0o755)
	equal(t, sources(t, dir, dir), "-a.txt", "-b", "c.txt")
}

// endless is JSON Lines without end.
type endless struct{ line, rest string }

func (e *endless) Read(p []byte) (int, error) {
	if e.rest == "" {
		e.rest = e.line
	}
	n := copy(p, e.rest)
	e.rest = e.rest[n:]
	return n, nil
}

// TestStream reads far more than it may hold.
func TestStream(t *testing.T) {
	line := fmt.Sprintf("{\"text\": %q}\n", strings.Repeat(good, 500))
	const lines = 2000
	in := io.LimitReader(&endless{line: line}, int64(lines*len(line)))
	runtime.GC()
	var before runtime.MemStats
	runtime.ReadMemStats(&before)
	articles, peak := 0, uint64(0)
	err := New(Config{Stdin: in}).Read(context.Background(), []string{"-"}, func(r Result) bool {
		if articles++; articles%500 == 0 {
			runtime.GC()
			var memory runtime.MemStats
			runtime.ReadMemStats(&memory)
			peak = max(peak, memory.HeapAlloc)
		}
		return r.Failure == nil
	})
	if err != nil || articles != lines {
		t.Errorf("%d articles, %v", articles, err)
	}
	if peak > before.HeapAlloc+8*mebi {
		t.Errorf("%d MiB of %d MiB were held at once", (peak-before.HeapAlloc)/mebi, lines*len(line)/mebi)
	}
}

func TestStopAndCancel(t *testing.T) {
	read := func(ctx context.Context, yield func(Result) bool) error {
		return New(Config{Stdin: &endless{line: `{"text": "On and on."}` + "\n"}}).Read(ctx, []string{"-", "-"}, yield)
	}
	n := 0
	if err := read(context.Background(), func(Result) bool { n++; return n < 3 }); err != nil || n != 3 {
		t.Errorf("stopped after %d: %v", n, err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	n = 0
	err := read(ctx, func(Result) bool {
		if n++; n == 3 {
			cancel()
		}
		return true
	})
	if !errors.Is(err, context.Canceled) || n != 3 {
		t.Errorf("cancelled after %d: %v", n, err)
	}
}
