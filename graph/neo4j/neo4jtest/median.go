package neo4jtest

import (
	"slices"
	"time"
)

// Medians are the medians, in milliseconds, of what two sides took in turn.
func Medians(times [2][]time.Duration) (median [2]float64) {
	for side, list := range times {
		slices.Sort(list)
		median[side] = list[len(list)/2].Seconds() * 1000
	}
	return median
}
