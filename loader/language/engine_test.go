package language

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"strings"
	"sync"
	"testing"

	"dateline/graph"
	"dateline/loader/language/kernel"
)

// What the engine gives must not depend on what else it does at the time, or on
// what it has done before.
func TestConcurrentAnalyses(t *testing.T) {
	texts := ownTexts(t)
	want := make([]*Document, len(texts))
	for i, text := range texts {
		want[i] = newEngineOnce(t).Analyze(text)
	}
	e := newEngine(t)
	var group sync.WaitGroup
	for worker := range 4 {
		group.Go(func() {
			for k := range texts {
				i := (k*7 + worker*61) % len(texts) // another order for each
				if got := e.Analyze(texts[i]); !reflect.DeepEqual(got, want[i]) {
					t.Errorf("text %d (%.60q) differs among goroutines", i, texts[i])
				}
			}
		})
	}
	group.Wait()
}

var once = sync.OnceValues(func() (*Engine, error) { return New(Config{}) })

func newEngineOnce(t testing.TB) *Engine {
	e, err := once()
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// A machine without AVX2 gives the same answers: the test runs itself again there.
func TestPlainKernels(t *testing.T) {
	if kernel.Name() == "plain" {
		t.Skip("this machine has no other kernels")
	}
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(program, "-test.run=^(TestReference|TestKernelName)$", "-test.v")
	cmd.Env = append(os.Environ(), "GODEBUG=cpu.avx2=off")
	out, err := cmd.CombinedOutput()
	if err != nil || !strings.Contains(string(out), "kernels: plain") {
		t.Errorf("with plain kernels: %v\n%s", err, out)
	}
}

func TestKernelName(t *testing.T) { t.Log("kernels:", kernel.Name()) }

func TestVersion(t *testing.T) {
	e := newEngineOnce(t)
	path := filepath.Join("model", "english", "model.zip")
	other, err := New(Config{ModelPath: path})
	if err != nil {
		t.Fatal(err)
	}
	if e.Version() != other.Version() || !strings.HasPrefix(e.Version(), "en_core_web_sm 3.8.0 sha256:") {
		t.Errorf("embedded model: %s; %s: %s", e.Version(), path, other.Version())
	}
}

func TestModelErrors(t *testing.T) {
	none := filepath.Join(t.TempDir(), "none.zip")
	if _, err := New(Config{ModelPath: none}); graph.KindOf(err) != graph.NotFound || !strings.Contains(err.Error(), none) {
		t.Errorf("no file: %v", err)
	}
	text := filepath.Join(t.TempDir(), "text.zip")
	if err := os.WriteFile(text, []byte("no archive"), 0o600); err != nil {
		t.Fatal(err)
	}
	_, err := New(Config{ModelPath: text})
	var kind *graph.Error
	if !errors.As(err, &kind) || kind.Kind != graph.Incompatible || !strings.Contains(err.Error(), text) {
		t.Errorf("not a model: %v", err)
	}
}
