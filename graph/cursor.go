package graph

import (
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

// Cursor makes an opaque keyset cursor of the key of a place in a list. List
// names the kind of list, so that a cursor of one is refused by another.
func Cursor(list, key string) string {
	return base64.RawURLEncoding.EncodeToString([]byte(list + ":" + key))
}

// ParseCursor gives the key of a cursor; an empty one has none.
func ParseCursor(list, cursor string) (string, error) {
	if cursor == "" {
		return "", nil
	}
	b, err := base64.RawURLEncoding.DecodeString(cursor)
	key, ok := strings.CutPrefix(string(b), list+":")
	if err != nil || !ok || key == "" {
		return "", Errorf(BadRequest, "the cursor %.60q is none of this list: pass a cursor as it was given", cursor)
	}
	return key, nil
}
