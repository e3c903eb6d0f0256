package server

import (
	"bytes"
	"log/slog"
	"strings"
	"sync"
	"testing"
	"time"

	sdktrace "go.opentelemetry.io/otel/sdk/trace"
	"go.opentelemetry.io/otel/sdk/trace/tracetest"
)

// A buffer may be written while it is read.
type buffer struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (b *buffer) Write(p []byte) (int, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.b.Write(p)
}

func (b *buffer) String() string {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.b.String()
}

// TestLog holds that a request's line names the operation and its hash, and
// tells nothing of its text or variables.
func TestLog(t *testing.T) {
	var log buffer
	r := serve(t, Config{Log: slog.New(slog.NewJSONHandler(&log, nil))})
	_, _ = send(t, "POST", r.url+"/graphql", `{"query": "query Wanted($k: ID!) { person(key: $k) { name } fault: person(key: \"\") { name } }", "variables": {"k": "Confidential Name"}}`,
		"Content-Type: application/json", "X-Request-Id: my-request-7")
	eventually(t, "the request is logged", func() bool { return strings.Contains(log.String(), "my-request-7") })
	for _, want := range []string{`"operation":"Wanted"`, `"hash":"`, `"cost":`, `"status":200`, `"error":"BAD_REQUEST"`} {
		if !strings.Contains(log.String(), want) {
			t.Errorf("%s is missing in %s", want, log.String())
		}
	}
	for _, secret := range []string{"Confidential", "person(", "fault"} {
		if strings.Contains(log.String(), secret) {
			t.Errorf("%s stands in %s", secret, log.String())
		}
	}
}

func TestRequestIDs(t *testing.T) {
	r := serve(t, Config{})
	for given, kept := range map[string]bool{"abc-1.2_3": true, "a b": false, strings.Repeat("a", 65): false, "<b>": false} {
		res, _ := send(t, "GET", r.url+"/healthz", "", "X-Request-Id: "+given)
		if got := res.Header.Get("X-Request-Id"); (got == given) != kept || got == "" {
			t.Errorf("%q became %q", given, got)
		}
	}
}

func TestMetrics(t *testing.T) {
	r := serve(t, Config{})
	post(t, r.url, "{ stats { articles } nothing: person(key: \"\") { name } }")
	_, text := send(t, "GET", r.url+"/metrics", "")
	for _, want := range []string{
		`dateline_http_request_seconds_count{route="/graphql",status="200"} 1`, `dateline_store_seconds_count{question="Stats"} 1`,
		`dateline_graphql_errors_total{code="BAD_REQUEST"} 1`, "dateline_graphql_cost_count 1", "dateline_subscribers 0", "go_goroutines",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("%s is missing", want)
		}
	}
}

// TestDeadline holds that a query ends at its deadline with a code, and that
// the server takes the next one.
func TestDeadline(t *testing.T) {
	r := serve(t, Config{Timeout: time.Nanosecond})
	if _, body := post(t, r.url, "{ stats { articles } }"); !strings.Contains(body, `"code":"TIMEOUT"`) && !strings.Contains(body, `"code":"OVERLOADED"`) {
		t.Error(body)
	}
	if _, body := post(t, r.url, "{ nothing }"); !strings.Contains(body, "Cannot query") && !strings.Contains(body, "OVERLOADED") {
		t.Error(body)
	}
}

// TestOverload holds that a server with all its slots taken says so.
func TestOverload(t *testing.T) {
	r := serve(t, Config{Concurrent: 1, Timeout: 100 * time.Millisecond})
	r.server.slots <- struct{}{}
	res, body := post(t, r.url, "{ __typename }")
	if res.StatusCode != 503 || res.Header.Get("Retry-After") == "" {
		t.Error(res.StatusCode, body)
	}
	<-r.server.slots
	if res, body := post(t, r.url, "{ __typename }"); res.StatusCode != 200 {
		t.Error(res.StatusCode, body)
	}
}

// TestTraces holds that a span tells of the operation and continues the
// caller's trace.
func TestTraces(t *testing.T) {
	recorder := tracetest.NewSpanRecorder()
	r := serve(t, Config{Tracer: sdktrace.NewTracerProvider(sdktrace.WithSpanProcessor(recorder))})
	post(t, r.url, "query Wanted { stats { articles } }", "Traceparent: 00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")
	eventually(t, "the span ends", func() bool { return len(recorder.Ended()) == 1 })
	span := recorder.Ended()[0]
	if span.SpanContext().TraceID().String() != "0af7651916cd43dd8448eb211c80319c" || span.Name() != "POST /graphql" {
		t.Error(span.Name(), span.SpanContext().TraceID())
	}
	found := false
	for _, a := range span.Attributes() {
		found = found || a.Key == "graphql.operation.name" && a.Value.AsString() == "Wanted"
	}
	if !found {
		t.Error(span.Attributes())
	}
}
