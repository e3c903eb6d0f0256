package table

import (
	"errors"
	"fmt"
	"testing"
	"testing/fstest"
)

func TestRead(t *testing.T) {
	files := fstest.MapFS{"words.tsv": {Data: []byte("# Two columns.\na\tb c\r\n\nd\t\n# The end.")}}
	var got [][]string
	if err := Read(files, "words.tsv", 2, func(cells []string) error { got = append(got, cells); return nil }); err != nil {
		t.Fatal(err)
	}
	if want := `[["a" "b c"] ["d" ""]]`; fmt.Sprintf("%q", got) != want {
		t.Errorf("got %q, want %s", got, want)
	}
}

func TestReadNamesTheLine(t *testing.T) {
	files := fstest.MapFS{"words.tsv": {Data: []byte("a\tb\n\nc\n")}}
	keep := func([]string) error { return nil }
	refuse := func([]string) error { return errors.New("unknown class") }
	for want, err := range map[string]error{
		"words.tsv:3: 1 columns, not 2":       Read(files, "words.tsv", 2, keep),
		"words.tsv:1: unknown class":          Read(files, "words.tsv", 2, refuse),
		"open other.tsv: file does not exist": Read(files, "other.tsv", 2, keep),
	} {
		if err == nil || err.Error() != want {
			t.Errorf("got %v, want %s", err, want)
		}
	}
}
