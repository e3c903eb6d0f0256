package schema

import (
	"context"
	"testing"

	"dateline/graph"
	"dateline/schema/exec"
)

func TestEveryFieldHasAResolver(t *testing.T) {
	x, err := New(struct{ graph.Reader }{}, Config{})
	if err != nil {
		t.Fatal(err)
	}
	for _, q := range []string{`{ __typename }`, `{ __schema { types { name } } }`} {
		res := x.Execute(context.Background(), exec.Request{Query: q})
		if len(res.Errors) > 0 {
			t.Errorf("%s: %s", q, res.Body)
		}
	}
}
