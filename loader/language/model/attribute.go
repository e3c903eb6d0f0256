package model

import (
	"encoding/json"
	"fmt"
)

// An AttributeRule sets attributes of the token at Index in a run of tokens that
// fits one of the patterns.
type AttributeRule struct {
	Patterns [][]TokenPattern
	// Attrs may set POS, MORPH, LEMMA, TAG and DEP.
	Attrs map[string]string
	Index int
}

// A TokenPattern holds what must be true of the attributes TAG, DEP, LOWER and
// IS_SPACE of a token.
type TokenPattern map[string]Condition

// A Condition on the value of an attribute: exactly one field is set.
type Condition struct {
	Is    *string
	Flag  *bool
	In    []string `json:"IN"`
	NotIn []string `json:"NOT_IN"`
	Regex string   `json:"REGEX"`
}

// UnmarshalJSON reads a string, a boolean, or an object with one operator.
func (c *Condition) UnmarshalJSON(data []byte) error {
	switch data[0] {
	case '"':
		return json.Unmarshal(data, &c.Is)
	case 't', 'f':
		return json.Unmarshal(data, &c.Flag)
	}
	type operators Condition
	if err := json.Unmarshal(data, (*operators)(c)); err != nil {
		return err
	}
	if c.In == nil && c.NotIn == nil && c.Regex == "" {
		return fmt.Errorf("unknown condition %s", data)
	}
	return nil
}
