package server

import (
	"bufio"
	"context"
	"encoding/json"
	"net/http"
	"net/url"
	"strings"
	"time"

	"dateline/schema/exec"
)

// maxExported is how many rows an export has at most.
const maxExported = 100_000

// An export streams the rows of a named query: of the list, or of the pages of
// the connection, that is its first field.
type export struct {
	server   *Server
	query    string
	vars     map[string]any
	field    exec.Shape // the root's first field
	list     string     // nodes or edges within it; "" if it is the list
	row      []exec.Shape
	pageable bool
}

// serveExport answers /export/{query}.csv, .json and .ndjson. The parameters
// of the URL are the variables of the query; those of a list may be repeated.
func (s *Server) serveExport(w http.ResponseWriter, r *http.Request) {
	name, format, _ := strings.Cut(r.PathValue("name"), ".")
	text, known := s.documents.byName[name]
	if !known || newRows(format, nil, nil) == nil {
		s.refuse(w, r, http.StatusNotFound, "NOT_FOUND", "there is no such export: ask for /export/NAME.csv, .json or .ndjson, where NAME is one of "+strings.Join(s.documents.names, ", "))
		return
	}
	if !keyOf(r.Context()).may("read") {
		s.refuse(w, r, http.StatusForbidden, "FORBIDDEN", "this key is not good for queries")
		return
	}
	e, err := s.newExport(text, r.URL.Query())
	if err != nil {
		s.refuseError(w, r, err)
		return
	}
	e.serve(w, r, name, format)
}

func (s *Server) newExport(text string, params url.Values) (*export, error) {
	vars, err := s.variables(text, params)
	if err != nil {
		return nil, err
	}
	e := &export{server: s, query: text, vars: vars}
	p, refused := s.exec.Prepare(exec.Request{Query: text, Variables: vars})
	if refused != nil {
		return nil, badRequest(refused.Errors[0].Message)
	}
	if p.Kind != "query" {
		return nil, badRequest("a subscription cannot be exported")
	}
	e.field = p.Shape()[0]
	e.row = e.field.Fields
	if !e.field.List {
		for _, f := range e.field.Fields {
			if f.List && (f.Key == "nodes" || f.Key == "edges") {
				e.list, e.row = f.Key, f.Fields
			}
		}
	}
	takes, err := s.exec.Variables(text)
	for _, v := range takes {
		e.pageable = e.pageable || v.Name == "after"
	}
	return e, err
}

// variables reads them from the URL by their types.
func (s *Server) variables(text string, params url.Values) (map[string]any, error) {
	takes, err := s.exec.Variables(text)
	if err != nil {
		return nil, err
	}
	vars := map[string]any{}
	for _, v := range takes {
		given, there := params[v.Name]
		if !there {
			continue
		}
		delete(params, v.Name)
		var list []any
		for _, g := range given {
			list = append(list, scalarOf(v.Type, g))
		}
		if vars[v.Name] = list[0]; v.List {
			vars[v.Name] = list
		}
	}
	for name := range params {
		return nil, badRequest("the query has no variable " + name)
	}
	return vars, nil
}

func scalarOf(typ, text string) any {
	switch typ {
	case "Int", "Float":
		return json.Number(text)
	case "Boolean":
		switch text {
		case "true":
			return true
		case "false":
			return false
		}
	}
	return text
}

// serve sends the first page, or an error, then page after page.
func (e *export) serve(w http.ResponseWriter, r *http.Request, name, format string) {
	page, refused := e.page(r.Context())
	if refused != nil {
		e.server.note(r, refused, 0)
		w.Header().Set("Content-Type", mediaJSON+"; charset=utf-8")
		w.WriteHeader(http.StatusBadRequest)
		_, _ = w.Write(refused.Body)
		return
	}
	h := w.Header()
	h.Set("Content-Type", exportMedia[format])
	h.Set("Content-Disposition", `attachment; filename="`+name+"."+format+`"`)
	h.Set("Cache-Control", "no-store")
	control := http.NewResponseController(w)
	out := bufio.NewWriterSize(w, 64<<10)
	rows := newRows(format, out, e.row)
	rows.begin()
	for sent := 0; ; {
		for _, row := range page.rows {
			rows.row(row)
		}
		sent += len(page.rows)
		_ = control.SetWriteDeadline(time.Now().Add(streamWrite))
		if page.next == "" || sent >= maxExported || out.Flush() != nil {
			break
		}
		e.vars["after"] = page.next
		if page, refused = e.page(r.Context()); refused != nil {
			e.server.note(r, refused, 0)
			panic(http.ErrAbortHandler) // the client has to see that the rest is missing
		}
	}
	rows.end()
	_ = out.Flush()
}

// exportPage are the rows of a page and the cursor of the next one.
type exportPage struct {
	rows []json.RawMessage
	next string
}

// page asks for the rows after e.vars["after"]. An error in an answer refuses it.
func (e *export) page(ctx context.Context) (exportPage, *exec.Response) {
	ctx, cancel := context.WithTimeout(ctx, e.server.config.Timeout)
	defer cancel()
	release, ok := e.server.slot(ctx)
	if !ok {
		return exportPage{}, exec.Refuse(&exec.Error{Message: "the server is busy: try again", Code: "OVERLOADED"})
	}
	defer release()
	p, refused := e.server.exec.Prepare(exec.Request{Query: e.query, Variables: e.vars})
	if refused != nil {
		return exportPage{}, refused
	}
	if e.list != "" { // what else a page has, such as the count of all, is in no row
		p.Only(e.field.Key, e.list, "pageInfo")
	}
	res := p.Execute(ctx, nil)
	if len(res.Errors) > 0 {
		return exportPage{}, res
	}
	var body struct {
		Data map[string]json.RawMessage `json:"data"`
	}
	var page exportPage
	if json.Unmarshal(res.Body, &body) != nil {
		return page, exec.Refuse(&exec.Error{Message: "internal error", Code: exec.CodeInternal})
	}
	value := body.Data[e.field.Key]
	switch {
	case string(value) == "null":
		return page, nil
	case e.field.List:
		_ = json.Unmarshal(value, &page.rows)
	case e.list == "":
		page.rows = []json.RawMessage{value}
	default:
		page = e.connection(value)
	}
	return page, nil
}

func (e *export) connection(value json.RawMessage) (page exportPage) {
	var c struct {
		Nodes, Edges []json.RawMessage
		PageInfo     struct {
			HasNextPage bool
			EndCursor   string
		}
	}
	_ = json.Unmarshal(value, &c) // it is our own writing
	page.rows = c.Nodes
	if e.list == "edges" {
		page.rows = c.Edges
	}
	if e.pageable && c.PageInfo.HasNextPage {
		page.next = c.PageInfo.EndCursor
	}
	return page
}
