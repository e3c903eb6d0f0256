package model

import (
	"bytes"
	"crypto/sha256"
	_ "embed" // the archive below
	"encoding/hex"
	"fmt"
	"os"
	"strings"

	"dateline/graph"
)

//go:generate python3 export.py

//go:embed english/model.zip
var english string

//go:embed english/model.sha256
var englishChecksum string

// Load reads the model file at path, or the embedded English model if path is
// empty. A file that cannot be read is NotFound, one of another kind or
// architecture Incompatible.
func Load(path string) (*Model, error) {
	if path == "" {
		m, err := Read(strings.NewReader(english), int64(len(english)))
		if err != nil {
			return nil, err
		}
		m.Checksum = strings.TrimSpace(englishChecksum)
		return m, nil
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, graph.Wrap(graph.NotFound, err, "cannot read the language model")
	}
	m, err := Read(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, fmt.Errorf("language model %s: %w", path, err)
	}
	sum := sha256.Sum256(data)
	m.Checksum = hex.EncodeToString(sum[:])
	return m, nil
}
