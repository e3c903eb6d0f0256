package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

func main() {
	from := flag.String("from", ".", "folder that holds the unpacked npm packages by name")
	to := flag.String("to", ".", "folder of the tables")
	flag.Parse()
	for _, export := range []func(from, to string) error{exportCountries, exportCities, exportNames} {
		if err := export(*from, *to); err != nil {
			fmt.Fprintln(os.Stderr, "export:", err)
			os.Exit(1)
		}
	}
}

// write stores a table with its head comment and its rows sorted and without
// repetition.
func write(path, head string, rows []string) error {
	slices.Sort(rows)
	rows = slices.Compact(rows)
	var b strings.Builder
	for line := range strings.Lines(strings.TrimSpace(head) + "\n") {
		b.WriteString("# " + line)
	}
	for _, row := range rows {
		b.WriteString(row + "\n")
	}
	return os.WriteFile(filepath.Clean(path), []byte(b.String()), 0o644)
}
