package exec

import (
	"encoding/json"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/graphql-go/graphql/language/ast"
)

// Values are coerced arguments or the fields of an input object. What is
// absent is not in the map; what is null is in it as nil. Int is int, Float is
// float64, ID and enums are string, lists are []any, input objects are Values,
// and other scalars are what their Scalar gives.
type Values map[string]any

// A Scalar makes the internal value of a scalar from a string, bool, int or
// float64. Its error is shown to clients.
type Scalar func(value any) (any, error)

// The forms in which literals stand, which a scalar of another type refuses.
// From JSON come string, bool, json.Number, nil, []any and map[string]any.
type (
	intLiteral    string
	floatLiteral  string
	stringLiteral string
	enumLiteral   string
	variable      string
)

// literal turns a value of the document into the form that coerce reads.
func literal(v ast.Value) any {
	switch v := v.(type) {
	case *ast.IntValue:
		return intLiteral(v.Value)
	case *ast.FloatValue:
		return floatLiteral(v.Value)
	case *ast.StringValue:
		return stringLiteral(v.Value)
	case *ast.BooleanValue:
		return v.Value
	case *ast.EnumValue:
		if v.Value == nullName {
			return nil
		}
		return enumLiteral(v.Value)
	case *ast.Variable:
		return variable(v.Name.Value)
	case *ast.ListValue:
		list := make([]any, len(v.Values))
		for i, e := range v.Values {
			list[i] = literal(e)
		}
		return list
	case *ast.ObjectValue:
		object := make(map[string]any, len(v.Fields))
		for _, f := range v.Fields {
			object[f.Name.Value] = literal(f.Value)
		}
		return object
	}
	return nil
}

// A valueError tells what is wrong with a value and where in it.
type valueError struct {
	path    string
	message string
}

// Error is the message with the path in front of it.
func (e *valueError) Error() string {
	if e.path == "" {
		return e.message
	}
	return "at " + strings.TrimPrefix(e.path, ".") + ": " + e.message
}

func within(step string, err error) error {
	if e, ok := err.(*valueError); ok {
		return &valueError{step + e.path, e.message}
	}
	return err
}

func invalid(format string, args ...any) error {
	return &valueError{message: fmt.Sprintf(format, args...)}
}

// coerce makes a value of a type as the specification says. Variables stand
// for their coerced values in vars; if vars is nil, for any value.
func coerce(ref *typeRef, in any, vars Values) (any, error) {
	if name, ok := in.(variable); ok {
		v, given := vars[string(name)]
		if ref.nonNull && vars != nil && v == nil {
			return nil, invalid("Expected value of type %q, found null in variable \"$%s\"%s.", ref, name, map[bool]string{false: " (not given)"}[given])
		}
		return v, nil
	}
	if in == nil {
		if ref.nonNull {
			return nil, invalid("Expected value of type %q, found null.", ref)
		}
		return nil, nil
	}
	if ref.elem != nil {
		return coerceList(ref, in, vars)
	}
	switch t := ref.named; t.kind {
	case kindInput:
		return coerceObject(t, in, vars)
	case kindEnum:
		return coerceEnum(t, in)
	default:
		return coerceScalar(t, in)
	}
}

func coerceList(ref *typeRef, in any, vars Values) (any, error) {
	items, ok := in.([]any)
	if !ok {
		v, err := coerce(ref.elem, in, vars)
		return []any{v}, err
	}
	list := make([]any, len(items))
	for i, item := range items {
		v, err := coerce(ref.elem, item, vars)
		if err != nil {
			return nil, within(fmt.Sprintf("[%d]", i), err)
		}
		list[i] = v
	}
	return list, nil
}

func coerceObject(t *typeDef, in any, vars Values) (any, error) {
	object, ok := in.(map[string]any)
	if !ok {
		return nil, invalid("Expected type %q to be an object, found %s.", t.name, show(in))
	}
	known := 0
	values := make(Values, len(object))
	for _, field := range t.inputs {
		value, given := object[field.name]
		if given {
			known++
		}
		if err := coerceInto(values, field, value, given, vars); err != nil {
			return nil, within("."+field.name, err)
		}
	}
	if known < len(object) {
		return nil, invalid("Field %q is not defined by type %q.", unknownField(t, object), t.name)
	}
	return values, nil
}

// coerceInto sets one field or argument, with its default if it is absent.
func coerceInto(values Values, def *inputDef, in any, given bool, vars Values) error {
	if name, ok := in.(variable); ok && vars != nil {
		if _, there := vars[string(name)]; !there {
			given = false
		}
	}
	if !given {
		if def.def != nil {
			values[def.name] = def.value
		} else if def.ref.nonNull {
			return invalid("%q of required type %q was not provided.", def.name, def.ref)
		}
		return nil
	}
	v, err := coerce(def.ref, in, vars)
	if err != nil {
		return err
	}
	values[def.name] = v
	return nil
}

func unknownField(t *typeDef, object map[string]any) string {
	var unknown []string
	for name := range object {
		if !slices.ContainsFunc(t.inputs, func(f *inputDef) bool { return f.name == name }) {
			unknown = append(unknown, name)
		}
	}
	return slices.Min(unknown)
}

func coerceEnum(t *typeDef, in any) (any, error) {
	var name string
	switch v := in.(type) {
	case enumLiteral:
		name = string(v)
	case string:
		name = v
	default:
		return nil, invalid("Enum %q cannot represent non-enum value: %s.", t.name, show(in))
	}
	if !t.hasValue(name) {
		return nil, invalid("Value %q does not exist in %q enum.", name, t.name)
	}
	return name, nil
}

func coerceScalar(t *typeDef, in any) (any, error) {
	v, err := t.parse(in)
	if err == nil {
		return v, nil
	}
	if e, ok := err.(*valueError); ok {
		return nil, e
	}
	return nil, invalid("%s", err.Error())
}

// show prints a value for a message, shortened.
func show(in any) string {
	var s string
	switch v := in.(type) {
	case string:
		s = strconv.Quote(v)
	case stringLiteral:
		s = strconv.Quote(string(v))
	case intLiteral, floatLiteral, enumLiteral, json.Number:
		s = fmt.Sprint(v)
	default:
		b, err := json.Marshal(v)
		if err != nil {
			return "a value"
		}
		s = string(b)
	}
	if len(s) > 120 {
		s = strings.ToValidUTF8(s[:117], "") + "..."
	}
	return s
}

// plain gives what a Scalar is handed: string, bool, int or float64.
func plain(in any) (any, bool) {
	switch v := in.(type) {
	case string, bool:
		return v, true
	case stringLiteral:
		return string(v), true
	case intLiteral:
		return number(string(v), false)
	case floatLiteral:
		return number(string(v), false)
	case json.Number:
		return number(string(v), true)
	}
	return nil, false
}

// number reads an integer as int and what is none as float64. JSON does not
// tell 1.0 from 1, so there a whole float64 is an integer.
func number(s string, whole bool) (any, bool) {
	if n, err := strconv.Atoi(s); err == nil {
		return n, true
	}
	f, err := strconv.ParseFloat(s, 64)
	if err != nil || math.IsInf(f, 0) || math.IsNaN(f) {
		return nil, false
	}
	if whole && f == math.Trunc(f) && math.Abs(f) < 1<<53 {
		return int(f), true
	}
	return f, true
}
