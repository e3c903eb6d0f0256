package graph

import (
	"crypto/sha256"
	"encoding/base64"
	"strings"
)

// undated stands for the days of what has no date; it sorts before any day.
const undated = "-"

// TimeKey is the string by which timelines are ordered: `first|last|id`, days
// as YYYY-MM-DD. What has no date comes first.
func TimeKey(first, last *Day, id ID) string {
	if first == nil || last == nil {
		return undated + "|" + undated + "|" + string(id)
	}
	return first.String() + "|" + last.String() + "|" + string(id)
}

// checksumBytes lead a cursor, so that one that was changed is refused.
const checksumBytes = 3

// Cursor makes an opaque keyset cursor of the key of a place in a list. List
// names the kind of list, so that a cursor of one is refused by another.
func Cursor(list, key string) string {
	place := list + ":" + key
	sum := sha256.Sum256([]byte(place))
	return base64.RawURLEncoding.EncodeToString(append(sum[:checksumBytes], place...))
}

// ParseCursor gives the key of a cursor; an empty one has none.
func ParseCursor(list, cursor string) (string, error) {
	if cursor == "" {
		return "", nil
	}
	b, _ := base64.RawURLEncoding.DecodeString(cursor) // what is wrong encodes otherwise
	key, ok := strings.CutPrefix(string(b[min(len(b), checksumBytes):]), list+":")
	if !ok || cursor != Cursor(list, key) {
		return "", Errorf(BadRequest, "the cursor %.60q is none of this list: pass a cursor as it was given", cursor)
	}
	return key, nil
}
