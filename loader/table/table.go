package table

import (
	"fmt"
	"io/fs"
	"strings"
)

// Read hands the cells of each row of a file to row, in the order of the file.
// Cells are separated by tabs; a line that is empty or begins with # is no row.
// A row with another number of columns, or one that row refuses, is an error
// that names file and line.
func Read(files fs.FS, name string, columns int, row func(cells []string) error) error {
	text, err := fs.ReadFile(files, name)
	if err != nil {
		return err
	}
	n := 0
	for line := range strings.Lines(string(text)) {
		n++
		line = strings.TrimRight(line, "\r\n")
		if line == "" || line[0] == '#' {
			continue
		}
		cells := strings.Split(line, "\t")
		if len(cells) != columns {
			return fmt.Errorf("%s:%d: %d columns, not %d", name, n, len(cells), columns)
		}
		if err := row(cells); err != nil {
			return fmt.Errorf("%s:%d: %w", name, n, err)
		}
	}
	return nil
}
