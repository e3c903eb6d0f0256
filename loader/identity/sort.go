package identity

import (
	"cmp"
	"maps"
	"slices"
)

func sortedKeys[K cmp.Ordered, V any](m map[K]V) []K { return slices.Sorted(maps.Keys(m)) }

// valuesByKey gives a map's values in the order of its keys.
func valuesByKey[V any](m map[string]V) []V {
	var values []V
	for _, k := range sortedKeys(m) {
		values = append(values, m[k])
	}
	return values
}
