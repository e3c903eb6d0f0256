package exec

import (
	"math"
	"strconv"
)

// builtinScalars are the five scalars that every schema has.
var builtinScalars = map[string]Scalar{
	"Int": parseInt, "Float": parseFloat, "String": parseString, "Boolean": parseBoolean, "ID": parseID,
}

var builtinDescriptions = map[string]string{
	"Int":     "A whole number between -2^31 and 2^31 - 1.",
	"Float":   "A number of double precision (IEEE 754).",
	"String":  "Text, as a sequence of Unicode code points.",
	"Boolean": "`true` or `false`.",
	"ID":      "A unique identifier, written as a string. As input, strings and whole numbers are accepted.",
}

func parseInt(in any) (any, error) {
	v, _ := plain(in)
	n, ok := v.(int)
	if _, isFloat := v.(float64); isFloat || !ok {
		return nil, invalid("Int cannot represent non-integer value: %s", show(in))
	}
	if n < math.MinInt32 || n > math.MaxInt32 {
		return nil, invalid("Int cannot represent non 32-bit signed integer value: %s", show(in))
	}
	return n, nil
}

func parseFloat(in any) (any, error) {
	v, _ := plain(in)
	switch n := v.(type) {
	case int:
		return float64(n), nil
	case float64:
		return n, nil
	}
	return nil, invalid("Float cannot represent non numeric value: %s", show(in))
}

func parseString(in any) (any, error) {
	if v, _ := plain(in); v != nil {
		if s, ok := v.(string); ok {
			return s, nil
		}
	}
	return nil, invalid("String cannot represent a non string value: %s", show(in))
}

func parseBoolean(in any) (any, error) {
	if b, ok := in.(bool); ok {
		return b, nil
	}
	return nil, invalid("Boolean cannot represent a non boolean value: %s", show(in))
}

func parseID(in any) (any, error) {
	switch v := in.(type) {
	case intLiteral:
		return string(v), nil
	}
	v, _ := plain(in)
	switch v := v.(type) {
	case string:
		return v, nil
	case int:
		return strconv.Itoa(v), nil
	}
	return nil, invalid("ID cannot represent value: %s", show(in))
}

// custom hands a scalar of the schema plain values only.
func custom(name string, parse Scalar) Scalar {
	return func(in any) (any, error) {
		v, ok := plain(in)
		if !ok {
			return nil, invalid("%s cannot represent value: %s", name, show(in))
		}
		return parse(v)
	}
}
