package exec

import (
	"slices"
	"strconv"
)

// An answer writes the response of a run, depth first in the order of the
// query. Null in a place that must not be null takes its parent with it.
type answer struct {
	*run
	Writer
	path   []any
	errors []*Error
	// full is set when the response has grown beyond the limit.
	full bool
}

// data writes the value of "data".
func (a *answer) data() {
	start := len(a.buf)
	if !a.object(a.plan.root, a.filled[a.plan.root.id].refs[0]) {
		a.buf = append(a.buf[:start], "null"...)
	}
}

// object writes an object; false means that it has to become null.
func (a *answer) object(s *selection, r ref) bool {
	object := s.types[r.typ]
	a.buf = append(a.buf, '{')
	for i, f := range object.fields {
		if i > 0 {
			a.buf = append(a.buf, ',')
		}
		a.buf = append(a.buf, f.json...)
		a.path = append(a.path, f.key)
		ok := a.field(f, a.filled[s.id].parents[r.typ][r.index], int(r.index))
		a.path = a.path[:len(a.path)-1]
		if !ok {
			return false
		}
	}
	a.buf = append(a.buf, '}')
	if len(a.buf) > a.x.limits.Response {
		a.full = true
		return false
	}
	return true
}

// field writes the value of a field; false means that its parent has to become null.
func (a *answer) field(f *planField, parent any, index int) bool {
	start := len(a.buf)
	ok := false
	if err := a.failedAt(f, index); err != nil {
		a.fail(f, err)
	} else if f.children != nil {
		ok = a.composite(f, a.cells[f.id][index])
	} else {
		ok = a.leaf(f, parent, index)
	}
	if ok {
		return true
	}
	a.buf = append(a.buf[:start], "null"...)
	return !f.def.ref.nonNull && !a.full
}

func (a *answer) failedAt(f *planField, index int) error {
	if len(a.failed) == 0 {
		return nil
	}
	return a.failed[place{f.id, index}]
}

func (a *answer) leaf(f *planField, parent any, index int) bool {
	a.null, a.err = false, nil
	if leaf := f.def.resolver.Leaf; leaf != nil {
		if f.def == a.x.typename {
			a.String(f.owner.name)
		} else {
			leaf(&a.Writer, parent)
		}
	} else {
		a.Value(a.leaves[f.id][index])
	}
	if a.err != nil {
		a.fail(f, &Error{Message: a.err.Error(), Code: CodeInternal})
		return false
	}
	if a.null && f.def.ref.nonNull {
		a.failNull(f)
		return false
	}
	return true
}

func (a *answer) composite(f *planField, c cell) bool {
	refs := a.filled[f.children.id].refs
	switch {
	case c.size == cellNull:
		if f.def.ref.nonNull {
			a.failNull(f)
			return false
		}
		a.buf = append(a.buf, "null"...)
		return true
	case c.size == cellOne:
		return a.element(f, f.def.ref.nonNull, refs[c.at])
	}
	a.buf = append(a.buf, '[')
	for i, r := range refs[c.at : c.at+c.size] {
		if i > 0 {
			a.buf = append(a.buf, ',')
		}
		a.path = append(a.path, i)
		start := len(a.buf)
		ok := a.element(f, f.def.ref.elem.nonNull, r)
		a.path = a.path[:len(a.path)-1]
		if ok {
			continue
		}
		if f.def.ref.elem.nonNull || a.full {
			return false
		}
		a.buf = append(a.buf[:start], "null"...)
	}
	a.buf = append(a.buf, ']')
	return true
}

// element writes an object or null.
func (a *answer) element(f *planField, nonNull bool, r ref) bool {
	if r.typ >= 0 {
		return a.object(f.children, r)
	}
	if nonNull {
		a.failNull(f)
		return false
	}
	a.buf = append(a.buf, "null"...)
	return true
}

func (a *answer) failNull(f *planField) {
	a.fail(f, &Error{Message: "Cannot return null for non-nullable field " + f.owner.name + "." + f.def.name + ".", Code: CodeInternal})
}

// fail lists an error at the place that is being written.
func (a *answer) fail(f *planField, err error) {
	if len(a.errors) >= maxErrors {
		return
	}
	described, ours := err.(*Error)
	if !ours {
		described = a.x.describe(a.ctx, err)
	}
	a.errors = append(a.errors, &Error{Message: described.Message, Code: described.Code, Locations: locate(f.node), Path: slices.Clone(a.path)})
}

// appendErrors writes the list of errors.
func appendErrors(b []byte, errors []*Error) []byte {
	b = append(b, '[')
	for i, e := range errors {
		if i > 0 {
			b = append(b, ',')
		}
		b = appendError(b, e)
	}
	return append(b, ']')
}

func appendError(b []byte, e *Error) []byte {
	b = append(b, `{"message":`...)
	b = appendString(b, e.Message)
	for i, l := range e.Locations {
		b = append(b, map[bool]string{true: `,"locations":[`, false: `,`}[i == 0]...)
		b = append(b, `{"line":`...)
		b = strconv.AppendInt(b, int64(l.Line), 10)
		b = append(b, `,"column":`...)
		b = strconv.AppendInt(b, int64(l.Column), 10)
		b = append(b, '}')
	}
	if len(e.Locations) > 0 {
		b = append(b, ']')
	}
	if len(e.Path) > 0 {
		w := Writer{buf: append(b, `,"path":`...)}
		w.Value(e.Path)
		b = w.buf
	}
	if e.Code != "" {
		b = append(b, `,"extensions":{"code":`...)
		b = appendString(b, e.Code)
		b = append(b, '}')
	}
	return append(b, '}')
}
