package model

import (
	"archive/zip"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"dateline/graph"
)

// The sizes of the architecture. They are fixed: the engine's kernels and loops
// are written for them.
const (
	// Width is the length of a token's vector.
	Width = 96
	// Depth is the number of layers that look at neighbours.
	Depth = 4
	// Pieces is how many maps compete for each output of an encoder's layer.
	Pieces = 3
	// Hidden is the width inside a Mover, and MoverPieces its competing maps.
	Hidden, MoverPieces = 64, 2
	// ParserFeatures and RecognizerFeatures are the tokens a state shows.
	ParserFeatures, RecognizerFeatures = 8, 3
)

// Read reads a model file. The error is Incompatible and says what does not fit.
func Read(r io.ReaderAt, size int64) (*Model, error) {
	archive, err := zip.NewReader(r, size)
	if err != nil {
		return nil, graph.Wrap(graph.Incompatible, err, "not a model file; loader/language/model/export.py makes one from a spaCy pipeline")
	}
	m := &Model{}
	if err := readJSON(archive, "meta.json", &m.Meta); err != nil {
		return nil, err
	}
	if m.Format != 1 {
		return nil, incompatible("model format %d; this version reads format 1: export the model again", m.Format)
	}
	if err := m.readTables(archive); err != nil {
		return nil, err
	}
	file, err := readEntry(archive, "weights.safetensors")
	if err != nil {
		return nil, err
	}
	t, err := newTensors(file)
	if err != nil {
		return nil, err
	}
	m.takeWeights(t)
	return m, t.err
}

func (m *Model) readTables(archive *zip.Reader) error {
	norms := map[string]string{}
	for entry, value := range map[string]any{
		"symbols.json": &m.Symbols, "norms.json": &norms, "tokenizer.json": &m.Tokenizer,
		"attributes.json": &m.Attributes, "lemmas.json": &m.Lemmas,
	} {
		if err := readJSON(archive, entry, value); err != nil {
			return err
		}
	}
	for _, special := range m.Tokenizer.Special {
		if special.Text == "" || special.Text != special.spelled() {
			return incompatible("tokenizer.json: the tokens of the special case %q spell %q", special.Text, special.spelled())
		}
	}
	m.Norms = make(map[uint64]string, len(norms))
	for key, norm := range norms {
		id, err := strconv.ParseUint(key, 16, 64)
		if err != nil {
			return incompatible("norms.json: %q is no string id in hexadecimal", key)
		}
		m.Norms[id] = norm
	}
	m.Lemmas.Known = map[string]string{}
	for _, f := range archive.File {
		if pos, ok := strings.CutPrefix(f.Name, "lemmas/"); ok {
			words, err := readEntry(archive, f.Name)
			if err != nil {
				return err
			}
			m.Lemmas.Known[strings.TrimSuffix(pos, ".txt")] = string(words)
		}
	}
	return nil
}

func (m *Model) takeWeights(t *tensors) {
	m.Shared = takeEncoder(t, "shared", m.Embeddings.Shared)
	m.Names = takeEncoder(t, "names", m.Embeddings.Names)
	m.Tagger = Layer{
		Weight: t.take("tagger.weight", len(m.Tags), Width),
		Bias:   t.take("tagger.bias", len(m.Tags)),
	}
	m.Parser = takeMover(t, "parser", ParserFeatures, len(m.ParserMoves))
	m.Recognizer = takeMover(t, "recognizer", RecognizerFeatures, len(m.RecognizerMoves))
}

func takeEncoder(t *tensors, name string, e Embedding) Encoder {
	enc := Encoder{Embedding: e}
	if len(e.Features) != len(e.Seeds) || len(e.Features) == 0 {
		t.err = incompatible("embedding %s has %d features and %d seeds; one seed a feature is needed", name, len(e.Features), len(e.Seeds))
	}
	for i := range e.Features {
		enc.Tables = append(enc.Tables, t.take(fmt.Sprintf("%s.table.%d", name, i), -1, Width))
	}
	for i := range 1 + Depth {
		in := 3 * Width
		if i == 0 {
			in = len(e.Features) * Width
		}
		prefix := fmt.Sprintf("%s.layer.%d.", name, i)
		enc.Layers = append(enc.Layers, Layer{
			Weight: t.take(prefix+"weight", Width, Pieces, in),
			Bias:   t.take(prefix+"bias", Width, Pieces),
			Gain:   t.take(prefix+"gain", Width),
			Shift:  t.take(prefix+"shift", Width),
		})
	}
	return enc
}

func takeMover(t *tensors, name string, features, moves int) Mover {
	return Mover{
		Squeeze: Layer{Weight: t.take(name+".squeeze.weight", Hidden, Width), Bias: t.take(name+".squeeze.bias", Hidden)},
		Lower: Layer{
			Weight: t.take(name+".lower.weight", features, Hidden, MoverPieces, Hidden),
			Bias:   t.take(name+".lower.bias", Hidden, MoverPieces),
		},
		Missing: t.take(name+".lower.missing", features, Hidden, MoverPieces),
		Upper:   Layer{Weight: t.take(name+".upper.weight", moves, Hidden), Bias: t.take(name+".upper.bias", moves)},
	}
}

func readJSON(archive *zip.Reader, entry string, value any) error {
	data, err := readEntry(archive, entry)
	if err != nil {
		return err
	}
	if err := json.Unmarshal(data, value); err != nil {
		return graph.Wrap(graph.Incompatible, err, "model entry %s", entry)
	}
	return nil
}

// maxEntry bounds what is read of one entry: a broken or hostile file must not
// exhaust the memory.
const maxEntry = 1 << 28

func readEntry(archive *zip.Reader, entry string) ([]byte, error) {
	at := slices.IndexFunc(archive.File, func(f *zip.File) bool { return f.Name == entry })
	if at < 0 {
		return nil, incompatible("the model file lacks %s; export the model again", entry)
	}
	file := archive.File[at]
	if file.UncompressedSize64 > maxEntry {
		return nil, incompatible("model entry %s has %d bytes; at most %d are read", entry, file.UncompressedSize64, maxEntry)
	}
	r, err := file.Open()
	if err != nil {
		return nil, graph.Wrap(graph.Incompatible, err, "model entry %s is damaged", entry)
	}
	defer r.Close()
	data := make([]byte, file.UncompressedSize64)
	if _, err := io.ReadFull(r, data); err != nil {
		return nil, graph.Wrap(graph.Incompatible, err, "model entry %s is damaged", entry)
	}
	return data, nil
}
