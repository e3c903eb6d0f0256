package model

import (
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

// Load reads the model file at path, or the embedded English model if path is
// empty. A file that cannot be read is NotFound, one of another kind or
// architecture Incompatible.
func Load(path string) (*Model, error) {
	if path == "" {
		return Read(strings.NewReader(english), int64(len(english)))
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, graph.Wrap(graph.NotFound, err, "cannot open the language model")
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return nil, graph.Wrap(graph.NotFound, err, "cannot read the language model %s", path)
	}
	m, err := Read(f, info.Size())
	if err != nil {
		return nil, fmt.Errorf("language model %s: %w", path, err)
	}
	return m, nil
}

// Checksum is the SHA-256 of the file that Load reads for path, in hexadecimal.
func Checksum(path string) (string, error) {
	if path == "" {
		sum := sha256.Sum256([]byte(english))
		return hex.EncodeToString(sum[:]), nil
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return "", graph.Wrap(graph.NotFound, err, "cannot read the language model")
	}
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:]), nil
}
