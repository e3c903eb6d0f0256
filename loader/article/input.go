package article

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
)

// standardInput is the input that stands for it.
const standardInput = "-"

var scheme = regexp.MustCompile(`^([A-Za-z][A-Za-z0-9+.-]*)://`)

// input reads one input.
func (r *Reader) input(name string, out *sink) error {
	if name == standardInput {
		s := &stream{name: name, in: newBuffered(untilDone{out.ctx, r.config.Stdin}), named: linesFormat}
		return r.stream(s, out)
	}
	if found := scheme.FindStringSubmatch(name); found != nil {
		return r.web(name, strings.ToLower(found[1]), out)
	}
	info, err := os.Stat(name)
	switch {
	case errors.Is(err, fs.ErrNotExist) && strings.ContainsAny(name, "*?["):
		return r.glob(name, out)
	case err != nil:
		return fileError(err)
	case info.IsDir():
		return r.folder(name, out)
	}
	return r.file(name, out)
}

// file reads a file that was asked for by name, or found by its suffix.
func (r *Reader) file(name string, out *sink) error {
	f, err := os.Open(name)
	if err != nil {
		return fileError(err)
	}
	defer f.Close()
	s := &stream{name: name, in: newBuffered(untilDone{out.ctx, f}), named: formatOfName(name)}
	return fileError(r.stream(s, out))
}

// fileError says what is wrong with a file without repeating its name, which
// stands in front of it.
func fileError(err error) error {
	var path *fs.PathError
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return fmt.Errorf("there is no such file: check the name (%w)", fs.ErrNotExist)
	case errors.Is(err, fs.ErrPermission):
		return fmt.Errorf("it may not be read: check its permissions (%w)", fs.ErrPermission)
	case errors.As(err, &path):
		return fmt.Errorf("cannot %s it: %w", path.Op, path.Err)
	}
	return err
}

// glob reads the files and folders that match a pattern, in order of names.
// Hidden ones match only patterns that begin with a dot.
func (r *Reader) glob(pattern string, out *sink) error {
	if strings.Contains(pattern, "**") {
		return errors.New("`**` is not understood: name the folder, it is read with all that is in it")
	}
	names, err := filepath.Glob(pattern)
	if err != nil {
		return fmt.Errorf("the pattern is malformed: %w", err)
	}
	found := false
	for _, name := range names {
		if isHidden(name) && !isHidden(pattern) {
			continue
		}
		found = true
		if err := out.failed(name, r.found(name, out)); err != nil {
			return err
		}
	}
	if !found {
		return fmt.Errorf("no file matches the pattern: check it (%w)", fs.ErrNotExist)
	}
	return nil
}

func (r *Reader) found(name string, out *sink) error {
	info, err := os.Stat(name)
	switch {
	case err != nil:
		return fileError(err)
	case info.IsDir():
		return r.folder(name, out)
	case !info.Mode().IsRegular():
		return errNotRegular
	}
	return r.file(name, out)
}

func isHidden(name string) bool { return strings.HasPrefix(filepath.Base(name), ".") }

var (
	errNotRegular = &skipped{"neither a file nor a folder"}
	errReadBefore = &skipped{"a link to a folder that is read already"}
	errNoFormat   = &skipped{"its suffix is none of an article: name it to have it read nevertheless"}
)

// folder reads all that is in a folder. Links are followed, but no folder is
// read twice.
func (r *Reader) folder(name string, out *sink) error {
	return r.walk(name, map[string]bool{}, out)
}

func (r *Reader) walk(folder string, seen map[string]bool, out *sink) error {
	place, err := realPath(folder)
	if err != nil {
		return fileError(err)
	}
	if seen[place] {
		return errReadBefore
	}
	seen[place] = true
	// What could be listed before an error is read nevertheless.
	entries, listing := os.ReadDir(folder)
	for _, entry := range entries {
		name := filepath.Join(folder, entry.Name())
		if isHidden(name) {
			continue
		}
		if err := out.failed(name, r.walked(name, seen, out)); err != nil {
			return err
		}
	}
	return fileError(listing)
}

func (r *Reader) walked(name string, seen map[string]bool, out *sink) error {
	info, err := os.Stat(name)
	switch {
	case err != nil:
		return fileError(err)
	case info.IsDir():
		return r.walk(name, seen, out)
	case !info.Mode().IsRegular():
		return errNotRegular
	case formatOfName(name) == unclear:
		return errNoFormat
	}
	return r.file(name, out)
}

func realPath(name string) (string, error) {
	place, err := filepath.EvalSymlinks(name)
	if err != nil {
		return "", err
	}
	return filepath.Abs(place)
}
