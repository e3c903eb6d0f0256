// Package link puts what the stages found in one article together as the
// extraction that is stored: local entities with their IDs, and facts with
// their evidence and dates; it knows neither other articles nor any store, and
// it finds nothing itself.
package link
