package schema

import "testing"

func TestEveryFieldHasAResolver(t *testing.T) {
	if _, err := New(nil, Config{}); err != nil {
		t.Fatal(err)
	}
}
