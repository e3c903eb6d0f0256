package exec

import (
	"fmt"

	"github.com/graphql-go/graphql"
	"github.com/graphql-go/graphql/language/ast"
	"github.com/graphql-go/graphql/language/parser"
	"github.com/graphql-go/graphql/language/source"
)

// A document is a text that was parsed and found valid.
type document struct {
	operations []*ast.OperationDefinition
	fragments  map[string]*ast.FragmentDefinition
	// switches are, by operation, the variables on which @skip and @include hang.
	switches map[*ast.OperationDefinition][]string
}

// parse reads a text. What is wrong with it is in errs.
func (x *Executor) parse(text string) (doc *document, errs []*Error) {
	cleaned, nulls, err := scanText(text, x.limits)
	if err != nil {
		return nil, asErrors(err)
	}
	src := &source.Source{Body: cleaned, Name: "GraphQL"}
	tree, err := parser.Parse(parser.ParseParams{Source: src})
	if err != nil {
		return nil, []*Error{syntaxError(err, cleaned, text)}
	}
	src.Body = []byte(text) // in which places are looked up from now on
	doc, err = newDocument(tree)
	if err == nil {
		restoreNulls(tree, nulls)
		err = doc.checkCycles()
	}
	if err == nil {
		err = doc.checkRoots(x.limits.Roots)
	}
	if err != nil {
		return nil, asErrors(err)
	}
	validator := x.validator // a copy: the library writes a cache into it
	result := graphql.ValidateDocument(&validator, tree, x.rules)
	for _, e := range result.Errors {
		if len(errs) == maxErrors {
			break
		}
		errs = append(errs, fromParser(e, CodeValidation))
	}
	if len(errs) > 0 {
		return nil, errs
	}
	if err := x.checkMerging(doc); err != nil {
		return nil, asErrors(err)
	}
	doc.findSwitches()
	return doc, nil
}

// maxOperations is how many operations a document holds at most: each that
// repeats a name costs the validator a look at the whole text.
const maxOperations = 100

// checkMerging compiles each operation with all its fields, whatever @skip and
// @include say, which finds fields of one key that contradict each other.
func (x *Executor) checkMerging(doc *document) error {
	steps := 0
	for _, op := range doc.operations {
		c := &compiler{x: x, doc: doc, all: true, steps: steps}
		if _, err := c.compile(op); err != nil {
			return err
		}
		steps = c.steps
	}
	return nil
}

func newDocument(tree *ast.Document) (*document, error) {
	doc := &document{fragments: map[string]*ast.FragmentDefinition{}, switches: map[*ast.OperationDefinition][]string{}}
	for _, node := range tree.Definitions {
		switch n := node.(type) {
		case *ast.OperationDefinition:
			if len(doc.operations) == maxOperations {
				return nil, &Error{Message: fmt.Sprintf("The document holds more than %d operations.", maxOperations), Locations: locate(node), Code: CodeTooLarge}
			}
			doc.operations = append(doc.operations, n)
		case *ast.FragmentDefinition:
			doc.fragments[n.Name.Value] = n
		default:
			return nil, &Error{Message: "The document may hold operations and fragments only.", Locations: locate(node), Code: CodeValidation}
		}
	}
	return doc, nil
}

// operation chooses by name; without one, there must be one only.
func (d *document) operation(name string) (*ast.OperationDefinition, error) {
	if name == "" {
		switch len(d.operations) {
		case 0:
			return nil, badRequest("the document holds no operation")
		case 1:
			return d.operations[0], nil
		}
		return nil, badRequest("the document holds %d operations; operationName has to say which one to execute", len(d.operations))
	}
	for _, op := range d.operations {
		if op.Name != nil && op.Name.Value == name {
			return op, nil
		}
	}
	return nil, badRequest("the document holds no operation named %q", name)
}

// checkCycles refuses fragments that spread themselves, on which the
// validator would recurse without end.
func (d *document) checkCycles() error {
	const open, done = 1, 2
	state := map[string]int{}
	var visit func(name string, at ast.Node) error
	visit = func(name string, at ast.Node) error {
		f := d.fragments[name]
		if f == nil || state[name] == done {
			return nil
		}
		if state[name] == open {
			return &Error{Message: "Cannot spread fragment \"" + name + "\" within itself.", Locations: locate(at), Code: CodeValidation}
		}
		state[name] = open
		var err error
		eachSelection(f.SelectionSet, func(s ast.Selection) {
			if spread, ok := s.(*ast.FragmentSpread); ok && err == nil {
				err = visit(spread.Name.Value, spread)
			}
		})
		state[name] = done
		return err
	}
	for name, f := range d.fragments {
		if err := visit(name, f); err != nil {
			return err
		}
	}
	return nil
}

// checkRoots counts the fields at the root of each operation, through
// fragments, since each of them is at least one question to the store.
func (d *document) checkRoots(limit int) error {
	for _, op := range d.operations {
		count := 0
		var walk func(set *ast.SelectionSet) bool
		walk = func(set *ast.SelectionSet) bool {
			for _, s := range set.Selections {
				switch s := s.(type) {
				case *ast.Field:
					count++
				case *ast.InlineFragment:
					walk(s.SelectionSet)
				case *ast.FragmentSpread:
					if f := d.fragments[s.Name.Value]; f != nil && count <= limit {
						walk(f.SelectionSet)
					}
				}
				if count > limit {
					return false
				}
			}
			return true
		}
		if !walk(op.SelectionSet) {
			return &Error{Message: tooLarge("an operation has more than %d fields at its root", limit).Error(), Locations: locate(op), Code: CodeTooLarge}
		}
	}
	return nil
}

// eachSelection visits all selections under a set, spreads not followed.
func eachSelection(set *ast.SelectionSet, visit func(ast.Selection)) {
	if set == nil {
		return
	}
	for _, s := range set.Selections {
		visit(s)
		eachSelection(s.GetSelectionSet(), visit)
	}
}

// findSwitches lists for each operation the variables in the conditions of
// @skip and @include, since a plan is made for each setting of them.
func (d *document) findSwitches() {
	for _, op := range d.operations {
		seen := map[string]bool{}
		spread := map[string]bool{}
		var walk func(set *ast.SelectionSet)
		walk = func(set *ast.SelectionSet) {
			eachSelection(set, func(s ast.Selection) {
				for _, dir := range directivesOf(s) {
					for _, a := range dir.Arguments {
						if v, ok := a.Value.(*ast.Variable); ok && !seen[v.Name.Value] {
							seen[v.Name.Value] = true
							d.switches[op] = append(d.switches[op], v.Name.Value)
						}
					}
				}
				if f, ok := s.(*ast.FragmentSpread); ok && !spread[f.Name.Value] && d.fragments[f.Name.Value] != nil {
					spread[f.Name.Value] = true
					walk(d.fragments[f.Name.Value].SelectionSet)
				}
			})
		}
		walk(op.SelectionSet)
	}
}

func directivesOf(s ast.Selection) []*ast.Directive {
	switch s := s.(type) {
	case *ast.Field:
		return s.Directives
	case *ast.InlineFragment:
		return s.Directives
	case *ast.FragmentSpread:
		return s.Directives
	}
	return nil
}
