package exec

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"runtime/debug"
	"strings"

	"github.com/graphql-go/graphql/language/ast"
)

// A Request is a document with what to execute in it. Variables are as
// encoding/json decodes them with UseNumber.
type Request struct {
	Query     string
	Operation string
	Variables map[string]any
	// Root is the parent of the root's fields: for a subscription, the event.
	Root any
}

// A Response is an answer, ready to be sent.
type Response struct {
	// Body is the JSON of the response.
	Body []byte
	// Executed is false if the request was refused, so that there is no data.
	Executed bool
	// Errors are those in the body.
	Errors []*Error
	// Cost is the cost of the operation; 0 if it was refused before.
	Cost int
	// Name and Hash name the operation in logs: the hash is the first 12
	// hexadecimal digits of the document's SHA-256.
	Name, Hash string
}

// A Prepared request is known to be valid.
type Prepared struct {
	// Kind is query or subscription.
	Kind string
	// Field is the name of the operation's first root field, Args its arguments.
	Field string
	Args  Values

	x          *Executor
	plan       *plan
	args       []Values // by field id
	argErrs    []error  // by field id
	name, hash string
	cost       int
}

// Execute answers a query.
func (x *Executor) Execute(ctx context.Context, req Request) *Response {
	p, refused := x.Prepare(req)
	if refused != nil {
		return refused
	}
	if p.Kind != ast.OperationTypeQuery {
		return p.refuse(&Error{Message: "A subscription has to be asked for over a stream: text/event-stream or a WebSocket.", Code: CodeBadRequest})
	}
	return p.Execute(ctx, req.Root)
}

// Prepare parses, validates, compiles and coerces; refused is the response if
// something is wrong.
func (x *Executor) Prepare(req Request) (p *Prepared, refused *Response) {
	hash := hashText(req.Query)
	p = &Prepared{x: x, hash: hex.EncodeToString(hash[:6])}
	doc, errs := x.document(req.Query, hash)
	if len(errs) > 0 {
		return nil, p.refuse(errs...)
	}
	op, err := doc.operation(req.Operation)
	if err == nil {
		p.Kind = op.Operation
		if op.Name != nil {
			p.name = op.Name.Value
		}
		err = p.bind(doc, op, hash, req)
	}
	if err != nil {
		return nil, p.refuse(asErrors(err)...)
	}
	return p, nil
}

// document gives a valid document, from the cache if it was asked before.
func (x *Executor) document(text string, hash [sha256.Size]byte) (*document, []*Error) {
	if doc, ok := x.documents.get(hash); ok {
		return doc, nil
	}
	doc, errs := x.parseSafely(text)
	if len(errs) > 0 {
		if x.hidden {
			for _, e := range errs {
				e.Message, _, _ = strings.Cut(e.Message, " Did you mean")
			}
		}
		return nil, errs
	}
	x.documents.put(hash, doc)
	return doc, nil
}

// parseSafely answers for the library, which panics on some input.
func (x *Executor) parseSafely(text string) (doc *document, errs []*Error) {
	defer func() {
		if p := recover(); p != nil {
			x.describe(context.Background(), fmt.Errorf("panic while parsing: %v\n%s", p, debug.Stack()))
			errs = []*Error{{Message: "The document cannot be read.", Code: CodeParse}}
		}
	}()
	return x.parse(text)
}

// bind finds or makes the plan and sets the variables.
func (p *Prepared) bind(doc *document, op *ast.OperationDefinition, hash [sha256.Size]byte, req Request) error {
	key := planKey{hash: hash, operation: req.Operation}
	on := map[string]bool{}
	for _, name := range doc.switches[op] {
		v, given := req.Variables[name]
		on[name], _ = v.(bool)
		if !given {
			on[name] = switchDefault(op, name)
		}
		key.switches += name + map[bool]string{true: "+", false: "-"}[on[name]]
	}
	var err error
	var ok bool
	if p.plan, ok = p.x.plans.get(key); !ok {
		c := &compiler{x: p.x, doc: doc, on: on}
		if p.plan, err = c.compile(op); err != nil {
			return err
		}
		if p.x.hidden && p.plan.introspects() {
			return &Error{Message: "Introspection is switched off.", Code: CodeValidation}
		}
		p.x.plans.put(key, p.plan)
	}
	vars, err := p.plan.coerceVariables(req.Variables)
	if err != nil {
		return err
	}
	return p.price(vars)
}

func switchDefault(op *ast.OperationDefinition, name string) bool {
	for _, v := range op.VariableDefinitions {
		if b, ok := v.DefaultValue.(*ast.BooleanValue); ok && v.Variable.Name.Value == name {
			return b.Value
		}
	}
	return false
}

func (p *plan) introspects() bool {
	for _, f := range p.root.types[0].fields {
		if f.def.name == "__schema" || f.def.name == "__type" {
			return true
		}
	}
	return false
}

// coerceVariables sets the variables, defaults included. What is not given and
// has no default is absent.
func (p *plan) coerceVariables(raw map[string]any) (Values, error) {
	values := make(Values, len(p.variables))
	for i := range p.variables {
		v := &p.variables[i]
		in, given := raw[v.name]
		if err := coerceInto(values, &v.inputDef, in, given, nil); err != nil {
			message := "Variable \"$" + v.name + "\" got an invalid value: " + err.Error()
			if !given {
				message = "Variable \"$" + v.name + "\" of required type \"" + v.ref.String() + "\" was not provided."
			}
			return nil, &Error{Message: message, Locations: v.loc, Code: CodeBadRequest}
		}
	}
	return values, nil
}

// price coerces the arguments, computes the cost and refuses what is too dear.
func (p *Prepared) price(vars Values) error {
	p.args, p.argErrs = make([]Values, p.plan.fields), make([]error, p.plan.fields)
	p.coerceArgs(p.plan.root, vars)
	p.cost = p.plan.cost(p.args)
	if p.cost > p.x.limits.Cost {
		return tooLarge("the query costs %d, more than the limit of %d: ask for fewer at a time (first, last) or for fewer nested lists", p.cost, p.x.limits.Cost)
	}
	if fields := p.plan.root.types[0].fields; len(fields) > 0 { // all may be skipped
		p.Field, p.Args = fields[0].def.name, p.args[fields[0].id]
	}
	return nil
}

// coerceArgs makes the arguments of all fields. An error in them is that of
// the field.
func (p *Prepared) coerceArgs(s *selection, vars Values) {
	for _, object := range s.types {
		for _, f := range object.fields {
			if p.args[f.id] = f.static; f.static == nil {
				p.args[f.id], p.argErrs[f.id] = f.coerceArgs(vars)
			}
			if f.children != nil {
				p.coerceArgs(f.children, vars)
			}
		}
	}
}

// Execute answers a prepared request, for a subscription with an event as root.
func (p *Prepared) Execute(ctx context.Context, root any) (res *Response) {
	defer func() {
		if v := recover(); v != nil {
			res = p.refuse(p.x.describe(ctx, fmt.Errorf("panic: %v\n%s", v, debug.Stack())))
		}
	}()
	r := newRun(ctx, p, p.x.begin(ctx))
	r.resolve(root)
	a := &answer{run: r}
	a.buf = append(make([]byte, 0, max(4096, p.plan.size.Load()+256)), `{"data":`...)
	a.data()
	p.plan.size.Store(int64(len(a.buf)))
	if a.full {
		return p.refuse(tooLarge("the answer is larger than %d bytes: ask for fewer at a time", p.x.limits.Response).(*Error))
	}
	body := a.buf
	if len(a.errors) > 0 {
		body = append(body, `,"errors":`...)
		body = appendErrors(body, a.errors)
	}
	return p.finish(body, a.errors, true)
}

// refuse makes the response of a request that is not executed.
func (p *Prepared) refuse(errs ...*Error) *Response {
	return p.finish(append([]byte(`{"errors":`), appendErrors(nil, errs)...), errs, false)
}

func (p *Prepared) finish(body []byte, errs []*Error, executed bool) *Response {
	if p.cost > 0 {
		body = fmt.Appendf(body, `,"extensions":{"cost":%d}`, p.cost)
	}
	return &Response{Body: append(body, '}'), Executed: executed, Errors: errs, Cost: p.cost, Name: p.name, Hash: p.hash}
}

// Refuse makes the response of a request that could not be read.
func Refuse(err error) *Response {
	return (&Prepared{}).refuse(asErrors(err)...)
}

// Check tells what is wrong with a document, whatever its variables.
func (x *Executor) Check(text string) []*Error {
	_, errs := x.document(text, hashText(text))
	return errs
}

func hashText(text string) [sha256.Size]byte { return sha256.Sum256([]byte(text)) }
