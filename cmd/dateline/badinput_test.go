//go:build unix

package main

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"testing"
)

// asDateline holds the arguments, in JSON, with which the test binary is to run
// as dateline, in a process of its own whose memory can be measured.
const asDateline = "DATELINE_TEST_AS_DATELINE"

// TestAsDateline is what such a process runs.
func TestAsDateline(t *testing.T) {
	var args []string
	if err := json.Unmarshal([]byte(os.Getenv(asDateline)), &args); err != nil {
		t.Skip("it is run by other tests")
	}
	os.Args = append(os.Args[:1], args...)
	main()
}

// memoryLimit is what a load of anything may take.
const memoryLimit = 1500 << 20

// sentence is what the good articles say; the number makes them different.
func sentence(n int) string {
	return fmt.Sprintf("Harbour master Ana Lund said on Monday that pier %d will be closed in the winter of 2025.\n", n)
}

// A filler writes the content of a file.
type filler func(io.Writer)

func text(parts ...string) filler {
	return func(w io.Writer) { io.WriteString(w, strings.Join(parts, "")) }
}

func times(n int, s string) filler {
	return func(w io.Writer) {
		many := []byte(strings.Repeat(s, max(1, 1<<20/len(s))))
		for left := n * len(s); left > 0; left -= len(many) {
			w.Write(many[:min(left, len(many))])
		}
	}
}

func packed(fill filler) filler {
	return func(w io.Writer) {
		z := gzip.NewWriter(w)
		fill(z)
		z.Close()
	}
}

// cut leaves the second half out.
func cut(fill filler) filler {
	return func(w io.Writer) {
		var b bytes.Buffer
		fill(&b)
		w.Write(b.Bytes()[:b.Len()/2])
	}
}

func after(first, second filler) filler {
	return func(w io.Writer) { first(w); second(w) }
}

// A bad is an input that fails, with words of the reason.
type bad struct {
	write  filler
	reason string
}

// bads are bad inputs by name.
func bads() map[string]bad {
	laughs := `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a0 "ha">`
	for i := range 30 {
		laughs += fmt.Sprintf(`<!ENTITY a%d "&a%d;&a%d;">`, i+1, i, i)
	}
	return map[string]bad{
		"empty.txt":           {text(), "is empty"},
		"empty.jsonl.gz":      {packed(text()), "is empty"},
		"binary.txt":          {text("\x7fELF\x02\x01\x01\x00\x00\x00\x00"), "NUL"},
		"picture.html":        {text("\x89PNG\r\n\x1A\n\x00\x00\x00\rIHDR"), "image/png"},
		"encoding.txt":        {text("Die Stra\xDFe \x81\x8D\x8F ist"), "save it as UTF-8"},
		"encoding.jsonl":      {text("{\"text\": \"Stra\xDFe\"}\n"), "is not UTF-8"},
		"nul.txt":             {text(strings.Repeat(sentence(0), 50), "\x00", sentence(0)), "NUL"},
		"nul.jsonl":           {text(`{"id": "n", "text": "a\u0000b"}`), "NUL"},
		"lines.jsonl":         {text("{\"text\": \"a\n", "}\n", "[[[\n"), "no valid JSON"},
		"cut.txt.gz":          {cut(packed(text(strings.Repeat(sentence(0), 50)))), "cut off"},
		"bomb.jsonl.gz":       {packed(times(256<<20, "0")), "times its size"},
		"bomb.txt.gz":         {packed(times(64<<20, "zero ")), "larger than"},
		"bomb.html.gz":        {packed(times(32<<20, "<p>x")), "larger than"},
		"bomb-of-bomb.txt.gz": {packed(packed(times(64<<20, "0"))), "gzip inside gzip"},
		"deep.html":           {after(times(100_000, "<div>"), text("x")), "inside one another"},
		"deep.jsonl":          {after(text(`{"html": "`), after(times(100_000, "<b>"), text(`x"}`))), "inside one another"},
		"deep.json":           {times(100_000, "["), "no valid JSON"},
		"deep.xml":            {after(text("<rss><channel>"), times(100_000, "<a>")), "inside one another"},
		"wide.html":           {after(text("<p>"), after(times(100, "<i a=1><b b=2><u c=3><p>"), times(100_000, "<p>x"))), "too many elements"},
		"entities.xml":        {text(laughs, `]><rss><channel><item><title>&a30;</title></item></channel></rss>`), "declares entities"},
		"line.txt":            {times(50<<20, "a"), "larger than"},
		"line.jsonl":          {after(text(`{"text": "`), times(50<<20, "a")), "longer than"},
		"line.json":           {after(text(`{"text": "`), after(times(50<<20, "a"), text(`"}`))), "longer than"},
		"line.xml":            {after(text(`<rss><channel><item><description>`), times(50<<20, "a")), "larger than"},
	}
}

// TestBadBetweenGood loads everything that can be wrong with inputs between
// good ones: each failure is named with its reason, each good article is there,
// and the process stays within its memory.
func TestBadBetweenGood(t *testing.T) {
	if testing.Short() {
		t.Skip("it writes and reads some hundred megabytes")
	}
	dir := t.TempDir()
	reasons := map[string]string{}
	good := 0
	for name, b := range bads() {
		create(t, filepath.Join(dir, name), b.write)
		good++
		create(t, filepath.Join(dir, name+"-good.txt"), text(sentence(good)))
		reasons[name] = b.reason
	}
	for name, reason := range unusual(t, dir) {
		reasons[name] = reason
	}
	lines := ""
	for range 3 {
		good++
		lines += fmt.Sprintf("{\"id\": \"line-%d\", \"text\": %q}\n{broken\n", good, sentence(good))
	}
	create(t, filepath.Join(dir, "mixed.jsonl"), text(lines))
	reasons["mixed.jsonl:2"], reasons["mixed.jsonl:6"] = "no valid JSON", "no valid JSON"
	reasons["missing.txt"] = "no such file"

	s := store(t)
	messages, code, memory := process(t, "load", "--store", s, dir, filepath.Join(dir, "missing.txt"))
	if code != exitSomeFailed {
		t.Errorf("exit code %d", code)
	}
	for name, reason := range reasons {
		found := false
		for line := range strings.Lines(messages) {
			if rest, ok := strings.CutPrefix(line, "failed: "+filepath.Join(dir, name)); ok && strings.Contains(rest, reason) {
				found = true
			}
		}
		if !found {
			t.Errorf("%s is not named with %q", name, reason)
		}
	}
	if t.Failed() {
		t.Log(messages)
	}
	if memory > memoryLimit {
		t.Errorf("the load took %d MiB", memory>>20)
	}
	t.Logf("the load took %d MiB at most", memory>>20)
	export, _, _ := command(t, "", "export", "--store", s)
	for n := 1; n <= good; n++ {
		if !strings.Contains(export, fmt.Sprintf("that pier %d will be closed", n)) {
			t.Errorf("good article %d was not loaded", n)
		}
	}
	if out, _, code := command(t, "", "check", "--store", s); code != exitDone {
		t.Errorf("check: %s", out)
	}
}

// unusual makes links that lead to themselves and a file that may not be read.
// It gives those that fail with the reason.
func unusual(t *testing.T, dir string) map[string]string {
	t.Helper()
	for link, to := range map[string]string{"loop.txt": "loop.txt", "a.txt": "b.txt", "b.txt": "a.txt", "up": "."} {
		if err := os.Symlink(to, filepath.Join(dir, link)); err != nil {
			t.Fatal(err)
		}
	}
	reasons := map[string]string{"loop.txt": "symbolic links", "a.txt": "symbolic links", "b.txt": "symbolic links"}
	if os.Geteuid() != 0 { // root may read everything
		create(t, filepath.Join(dir, "secret.txt"), text(sentence(0)))
		if err := os.Chmod(filepath.Join(dir, "secret.txt"), 0); err != nil {
			t.Fatal(err)
		}
		reasons["secret.txt"] = "permission denied"
	}
	return reasons
}

func create(t *testing.T, path string, fill filler) {
	t.Helper()
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	fill(f)
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
}

// process runs a command line in a process of its own and gives its messages,
// its exit code and the most memory that it held.
func process(t *testing.T, args ...string) (messages string, code int, memory int64) {
	t.Helper()
	given, err := json.Marshal(args)
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.CommandContext(t.Context(), os.Args[0], "-test.run=^TestAsDateline$")
	cmd.Env = append(os.Environ(), asDateline+"="+string(given))
	out, _ := cmd.CombinedOutput() // the exit code says how it ended
	usage, ok := cmd.ProcessState.SysUsage().(*syscall.Rusage)
	if !ok {
		t.Fatal("the system does not tell how much memory the process took")
	}
	memory = int64(usage.Maxrss)
	if runtime.GOOS != "darwin" {
		memory <<= 10 // in KiB
	}
	return string(out), cmd.ProcessState.ExitCode(), memory
}
