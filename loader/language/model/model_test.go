package model

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"dateline/graph"
)

func TestEmbeddedModel(t *testing.T) {
	m, err := Load("")
	if err != nil {
		t.Fatal(err)
	}
	if sum := sha256.Sum256([]byte(english)); hex.EncodeToString(sum[:]) != m.Checksum {
		t.Errorf("english/model.sha256 is not the checksum of english/model.zip: run go generate")
	}
	if m.Name != "en_core_web_sm" || m.Version != "3.8.0" || m.License != "MIT" {
		t.Errorf("%s %s, licence %s", m.Name, m.Version, m.License)
	}
	if len(m.Tags) != 50 || len(m.ParserMoves) != 106 || len(m.RecognizerMoves) != 74 || len(m.Tokenizer.Special) != 1347 {
		t.Errorf("%d tags, %d and %d moves, %d special cases", len(m.Tags), len(m.ParserMoves), len(m.RecognizerMoves), len(m.Tokenizer.Special))
	}
}

// rewrite copies the embedded model with some entries changed, or left out if
// edit gives nil.
func rewrite(t *testing.T, edit func(name string, data []byte) []byte) string {
	in, err := zip.NewReader(strings.NewReader(english), int64(len(english)))
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	out := zip.NewWriter(&b)
	for _, f := range in.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		data, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		if data = edit(f.Name, data); data == nil {
			continue
		}
		w, err := out.CreateHeader(&zip.FileHeader{Name: f.Name, Method: zip.Store})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write(data); err != nil {
			t.Fatal(err)
		}
	}
	if err := out.Close(); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "model.zip")
	if err := os.WriteFile(path, b.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// Each fault is told with the place where it is.
func TestFaults(t *testing.T) {
	for entry, fault := range map[string]struct {
		edit func([]byte) []byte
		told string
	}{
		"meta.json":           {func(b []byte) []byte { return bytes.Replace(b, []byte(`"format":1`), []byte(`"format":9`), 1) }, "format 9"},
		"tokenizer.json":      {func([]byte) []byte { return nil }, "tokenizer.json"},
		"lemmas.json":         {func(b []byte) []byte { return b[:len(b)/2] }, "lemmas.json"},
		"norms.json":          {func([]byte) []byte { return []byte(`{"xyz":"a"}`) }, "xyz"},
		"attributes.json":     {func([]byte) []byte { return []byte(`[{"patterns":[[{"TAG":{"FUZZY":"a"}}]]}]`) }, "FUZZY"},
		"weights.safetensors": {func(b []byte) []byte { return b[:len(b)-4] }, "tensor"},
	} {
		path := rewrite(t, func(name string, data []byte) []byte {
			if name == entry {
				return fault.edit(data)
			}
			return data
		})
		_, err := Load(path)
		if graph.KindOf(err) != graph.Incompatible || !strings.Contains(err.Error(), fault.told) || !strings.Contains(err.Error(), path) {
			t.Errorf("%s: %v, want an error about %s", entry, err, fault.told)
		}
	}
}

func TestTensorShapes(t *testing.T) {
	header := `{"a":{"dtype":"F32","shape":[2,3],"data_offsets":[0,24]},"b":{"dtype":"F16","shape":[2],"data_offsets":[0,4]},` +
		`"c":{"dtype":"F32","shape":[9],"data_offsets":[0,36]},"d":{"dtype":"F32","shape":[1],"data_offsets":[-4,0]}}`
	file := append([]byte{byte(len(header)), byte(len(header) >> 8), 0, 0, 0, 0, 0, 0}, header...)
	file = append(file, make([]byte, 24)...)
	for name, shape := range map[string][]int{"a": {2, 3}, "b": {2}, "c": {9}, "d": {1}, "none": {1}} {
		tensors, err := newTensors(file)
		if err != nil {
			t.Fatal(err)
		}
		tensors.take(name, shape...)
		if fits := name == "a"; fits != (tensors.err == nil) {
			t.Errorf("%s: %v", name, tensors.err)
		}
	}
	for _, cut := range [][]byte{nil, file[:7], file[:40]} {
		if _, err := newTensors(cut); graph.KindOf(err) != graph.Incompatible {
			t.Errorf("%d bytes: %v", len(cut), err)
		}
	}
}

func FuzzRead(f *testing.F) {
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	if e, err := w.Create("meta.json"); err == nil {
		_, _ = e.Write([]byte(`{"format":1}`))
	}
	_ = w.Close()
	f.Add(b.Bytes())
	f.Add([]byte("PK"))
	f.Fuzz(func(t *testing.T, data []byte) {
		if _, err := Read(bytes.NewReader(data), int64(len(data))); err != nil && graph.KindOf(err) != graph.Incompatible {
			t.Errorf("%v", err)
		}
	})
}
