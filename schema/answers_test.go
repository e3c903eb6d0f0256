package schema

import (
	"bytes"
	"context"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"dateline/graph"
	"dateline/schema/exec"
	"dateline/schema/internal/fixture"
)

var update = flag.Bool("update", false, "write the answers that tests compare with")

// TestAnswers compares the answers to testdata/answers/*.graphql with the
// files beside them. Cursors and scores of search are left out: they are the store's.
func TestAnswers(t *testing.T) {
	x, _ := story(t)
	files, err := filepath.Glob("testdata/answers/*.graphql")
	if err != nil || len(files) == 0 {
		t.Fatal("no queries", err)
	}
	cursors := regexp.MustCompile(`"((?:start|end)?[cC]ursor)": "[^"]+"`)
	scores := regexp.MustCompile(`"score": [0-9.e-]+,`)
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			query, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			var got bytes.Buffer
			if err := json.Indent(&got, ask(t, x, string(query), "").Body, "", "  "); err != nil {
				t.Fatal(err)
			}
			text := cursors.ReplaceAllString(got.String(), `"$1": "…"`) + "\n"
			if strings.HasSuffix(file, "search.graphql") {
				text = scores.ReplaceAllString(text, `"score": 0,`)
			}
			golden := strings.TrimSuffix(file, ".graphql") + ".json"
			if *update {
				if err := os.WriteFile(golden, []byte(text), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			differ(t, strings.Split(text, "\n"), strings.Split(string(want), "\n"))
		})
	}
}

// differ tells the first line in which two answers differ.
func differ(t *testing.T, got, want []string) {
	t.Helper()
	for i := range max(len(got), len(want)) {
		switch {
		case i >= len(got):
			t.Fatalf("line %d is missing: %s", i+1, want[i])
		case i >= len(want):
			t.Fatalf("line %d is too much: %s", i+1, got[i])
		case got[i] != want[i]:
			t.Fatalf("line %d is\n%s\nand not\n%s", i+1, got[i], want[i])
		}
	}
}

// TestErrors holds what is refused, with which code and words.
func TestErrors(t *testing.T) {
	x, _ := story(t)
	for _, c := range []struct{ query, code, words string }{
		{`timeline(first: 201) { totalCount }`, "BAD_REQUEST", "between 0 and 200"}, // R2
		{`timeline(last: 201) { totalCount }`, "BAD_REQUEST", "between 0 and 200"},
		{`timeline(first: -1) { totalCount }`, "BAD_REQUEST", "first is -1"},
		{`timeline(first: 1, last: 1) { totalCount }`, "BAD_REQUEST", "at once"},
		{`timeline(after: "nonsense") { totalCount nodes { id } }`, "BAD_REQUEST", "cursor"},
		{`entities(after: "dGltZTo5OTk5") { nodes { id } }`, "BAD_REQUEST", "cursor"},
		{`timeline(filter: {text: "..."}) { totalCount }`, "BAD_REQUEST", "no word"},
		{`timeline(filter: {from: "May"}) { totalCount }`, "GRAPHQL_VALIDATION_FAILED", "no EDTF date"},
		{`timeline(filter: {asOf: {recorded: "yesterday"}}) { totalCount }`, "GRAPHQL_VALIDATION_FAILED", "2025-05-05T09:30:00Z"},
		{`search(text: "ship", kinds: ["Ship"]) { edges { score } }`, "BAD_REQUEST", "Person, Country"},
		{`search(text: "") { edges { score } }`, "BAD_REQUEST", "no word"},
		{`relationship(a: "MEX", b: "Mexico") { summary }`, "BAD_REQUEST", "same entity"},
		{`entity(key: "Briggs") { name }`, "AMBIGUOUS", "person:ana-briggs"},
		{`person(key: "") { name }`, "BAD_REQUEST", "empty"},
		{`paths(from: "MEX", to: "USA", maxLength: 99) { length }`, "BAD_REQUEST", "maxLength is 99"},
		{`timeline { nodes { evidence(first: 1000) { quote } } }`, "BAD_REQUEST", "first is 1000"},
		{`histogram(filter: {from: "0001", to: "2025"}, interval: DAY) { count }`, "TOO_LARGE", "5000"}, // R12
		{`timeline(first: 200) { nodes { participants { entity { timeline(first: 200) { nodes { evidence(first: 200) { quote } } } } } } }`, "TOO_LARGE", "costs"},
	} {
		res := ask(t, x, "{ "+c.query+" }", "")
		if len(res.Errors) != 1 || res.Errors[0].Code != c.code || !strings.Contains(res.Errors[0].Message, c.words) {
			t.Errorf("%s\n%s", c.query, res.Body)
		}
	}
	for _, query := range []string{ // R10
		`{ node(id: "person:nobody") { id } }`, `{ entity(key: "Atlantis") { id } }`, `{ relationship(a: "MEX", b: "Atlantis") { summary } }`,
		`{ country(key: "Elena Duarte") { name } }`, `{ country(key: "person:elena-duarte") { name } }`,
	} {
		if got := string(ask(t, x, query, "").Body); !strings.Contains(got, "null}") || strings.Contains(got, "errors") {
			t.Errorf("%s\n%s", query, got)
		}
	}
}

// TestQuestionsToTheStore holds that a page costs the same number of questions
// however long it is.
func TestQuestionsToTheStore(t *testing.T) {
	q := &questions{count: map[string]int{}}
	store := openStore(t, func(ctx context.Context, s graph.Store) error { return fixture.Statements(ctx, s, 200) })
	x, err := New(store, Config{Observe: q.note})
	if err != nil {
		t.Fatal(err)
	}
	const query = `query($n: Int, $evidence: Int) { timeline(first: $n) { nodes { id date { value } participants { role entity { id name kind } }
		evidence(first: $evidence) { quote sentence article { title publisher url } }
		... on Statement { text speaker { name } about { name } addressees { name } policy { name } } } pageInfo { endCursor } } }`
	for _, n := range []string{"5", "50", "200"} {
		clear(q.count)
		res := ask(t, x, query, `{"evidence": 20, "n": `+n+`}`)
		if len(res.Errors) > 0 {
			t.Fatalf("%s", res.Body)
		}
		if q.total() != 3 { // of the timeline, its entities and its articles
			t.Errorf("%s items cost %v", n, q.count)
		}
	}
}

// TestCarriedEvidence holds that the store is asked for the evidence of what
// carries none, such as changes of position, and of nothing else.
func TestCarriedEvidence(t *testing.T) {
	x, q := story(t)
	for kinds, want := range map[string]int{"[STATEMENT, EVENT, POLICY_STAGE]": 0, "[POSITION_CHANGE]": 1} {
		clear(q.count)
		res := ask(t, x, `{ timeline(first: 50, filter: {kinds: `+kinds+`}) { nodes { evidence { quote } } } }`, "")
		if got := string(res.Body); !strings.Contains(got, `"quote":"`) || strings.Contains(got, "[]") || len(res.Errors) > 0 {
			t.Errorf("%s: %s", kinds, got)
		}
		if q.count["Evidence"] != want {
			t.Errorf("%s cost %v", kinds, q.count)
		}
	}
}

// TestDatesOfAPage holds that the dates of all articles of a page are one question.
func TestDatesOfAPage(t *testing.T) {
	x, q := story(t)
	res := ask(t, x, `{ articles(first: 50) { nodes { dates(first: 3) { text date { value } } } } }`, "")
	if len(res.Errors) > 0 || q.count["Dates"] != 1 {
		t.Errorf("%v asked for\n%s", q.count, res.Body)
	}
}

// TestAnsweredUnread holds that what has no answer, or too large a one, is told
// before the store looks for it.
func TestAnsweredUnread(t *testing.T) {
	x, q := story(t)
	for query, question := range map[string]string{
		`{ histogram(interval: DAY, filter: {from: "0001", to: "2025"}) { count } }`: "Histogram",
		`{ paths(from: "MEX", to: "person:nobody") { length } }`:                     "Paths",
		`{ paths(from: "Nobody at all", to: "MEX") { length } }`:                     "Paths",
		`{ paths(from: "MEX", to: "Mexico") { length } }`:                            "Paths",
		`{ timeline(first: 0) { nodes { id } } }`:                                    "Timeline",
	} {
		clear(q.count)
		if ask(t, x, query, ""); q.count[question] > 0 {
			t.Errorf("%s asks %v", query, q.count)
		}
	}
}

// TestPagesJoin holds that pages of three join to the whole, both ways (R3).
func TestPagesJoin(t *testing.T) {
	x, _ := story(t)
	whole := ids(t, ask(t, x, `{ timeline(first: 200, order: ASC) { edges { cursor node { id } } pageInfo { hasNextPage endCursor hasPreviousPage startCursor } } }`, ""))
	for _, c := range []struct{ query, cursor, more string }{
		{`query($c: String) { timeline(first: 3, after: $c, order: ASC) { edges { cursor node { id } } pageInfo { hasNextPage endCursor } } }`, "endCursor", "hasNextPage"},
		{`query($c: String) { timeline(last: 3, before: $c, order: ASC) { edges { cursor node { id } } pageInfo { hasPreviousPage startCursor } } }`, "startCursor", "hasPreviousPage"},
	} {
		var joined []string
		vars := `{}`
		for more := true; more; {
			page := ids(t, ask(t, x, c.query, vars))
			if c.cursor == "endCursor" {
				joined = append(joined, page.ids...)
			} else {
				joined = append(append([]string(nil), page.ids...), joined...)
			}
			more = page.info[c.more] == true
			v, _ := json.Marshal(map[string]any{"c": page.info[c.cursor]})
			vars = string(v)
		}
		if strings.Join(joined, " ") != strings.Join(whole.ids, " ") {
			t.Errorf("joined %v\nwhole  %v", joined, whole.ids)
		}
	}
}

type idPage struct {
	ids  []string
	info map[string]any
}

func ids(t *testing.T, res *exec.Response) (p idPage) {
	t.Helper()
	var body struct {
		Data struct {
			Timeline struct {
				Edges    []struct{ Node struct{ ID string } }
				PageInfo map[string]any
			}
		}
	}
	if err := json.Unmarshal(res.Body, &body); err != nil || len(res.Errors) > 0 {
		t.Fatalf("%s: %v", res.Body, err)
	}
	for _, e := range body.Data.Timeline.Edges {
		p.ids = append(p.ids, e.Node.ID)
	}
	p.info = body.Data.Timeline.PageInfo
	return p
}

// TestInternalErrorsAreMasked holds that clients see a code and no cause.
func TestInternalErrorsAreMasked(t *testing.T) {
	var reported []error
	x, err := New(broken{}, Config{Report: func(_ context.Context, err error) { reported = append(reported, err) }})
	if err != nil {
		t.Fatal(err)
	}
	got := string(ask(t, x, `{ stats { articles } }`, "").Body)
	if strings.Contains(got, "secret") || !strings.Contains(got, `"message":"internal error"`) || !strings.Contains(got, `"code":"INTERNAL"`) {
		t.Error(got)
	}
	if len(reported) != 1 || !strings.Contains(reported[0].Error(), "secret") {
		t.Error(reported)
	}
}

// broken is a store that fails with what nobody should see.
type broken struct{ graph.Reader }

func (broken) Stats(context.Context) (graph.Stats, error) {
	return graph.Stats{}, os.NewSyscallError("secret", os.ErrPermission)
}
