package server

import (
	"net/http"
	"strings"
	"testing"
)

// TestHardenedLikeCop asks what the scanner graphql-cop asks, in the hardened
// profile, and holds that it would find nothing.
func TestHardenedLikeCop(t *testing.T) {
	r := serve(t, Config{Hardened: true, Rate: 1 << 30})
	get, form := "/graphql?query=%7B__typename%7D", "Content-Type: application/x-www-form-urlencoded"
	for _, c := range []struct {
		finding, method, path, body, header string
		found                               string // stands in the answer of a server at fault
	}{
		{"introspection", "POST", "/graphql", `{"query":"query { __schema { types { name fields { name } } } }"}`, asJSON, `"types"`},
		{"field suggestions", "POST", "/graphql", `{"query":"query { timelin { id } }"}`, asJSON, "Did you mean"},
		{"queries by GET", "GET", get, "", "X-None: 1", `"__typename"`},
		{"mutations by GET", "GET", "/graphql?query=mutation%7B__typename%7D", "", "X-None: 1", `"__typename"`},
		{"queries by forms", "POST", "/graphql", "query=%7B__typename%7D", form, `"__typename"`},
		{"a playground", "GET", "/playground/", "", "Accept: text/html", "graphiql"},
		{"a playground at the endpoint", "GET", "/graphql", "", "Accept: text/html", "graphiql"},
		{"traces in answers", "POST", "/graphql", `{"query":"query { __typename }"}`, asJSON, `"tracing"`},
		{"details of errors", "POST", "/graphql", `{"query":"query { @ }"}`, asJSON, "stack"},
		{"batches", "POST", "/graphql", `[` + strings.Repeat(`{"query":"query { __typename }"},`, 9) + `{"query":"query { __typename }"}]`, asJSON, `"data"`},
		{"overloading by aliases", "POST", "/graphql", `{"query":"query { ` + times(101, "alias%i: __typename ") + `}"}`, asJSON, `"data"`},
		{"overloading by directives", "POST", "/graphql", `{"query":"query { __typename ` + strings.Repeat("@aa", 10) + ` }"}`, asJSON, "Unknown directive"},
		{"overloading by fields", "POST", "/graphql", `{"query":"query { ` + strings.Repeat("__typename ", 500) + `}"}`, asJSON, `"data"`},
		{"overloading by circles", "POST", "/graphql", `{"query":"query { __schema { types { fields { type { fields { type { fields { type { name } } } } } } } } }"}`, asJSON, `"types"`},
	} {
		res, body := send(t, c.method, r.url+c.path, c.body, c.header)
		if strings.Contains(body, c.found) || res.StatusCode >= http.StatusInternalServerError {
			t.Errorf("%s: %d %.300s", c.finding, res.StatusCode, body)
		}
	}
}
