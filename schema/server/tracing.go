package server

import (
	"context"
	"net/http"
	"net/url"

	"go.opentelemetry.io/contrib/instrumentation/net/http/otelhttp"
	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/codes"
	"go.opentelemetry.io/otel/exporters/otlp/otlptrace/otlptracehttp"
	"go.opentelemetry.io/otel/propagation"
	"go.opentelemetry.io/otel/sdk/resource"
	sdktrace "go.opentelemetry.io/otel/sdk/trace"
	"go.opentelemetry.io/otel/trace"

	"dateline/graph"
	"dateline/schema/exec"
)

// NewTracer sends traces to an OpenTelemetry collector by OTLP over HTTP, at a
// URL such as http://localhost:4318; without a path, to its /v1/traces. The
// caller shuts it down, which sends what is left.
func NewTracer(ctx context.Context, endpoint string) (*sdktrace.TracerProvider, error) {
	u, err := url.Parse(endpoint)
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		return nil, graph.Errorf(graph.BadRequest, "traces cannot be sent to %s: give a URL such as http://localhost:4318", endpoint)
	}
	if u.Path == "" || u.Path == "/" {
		u.Path = "/v1/traces"
	}
	exporter, err := otlptracehttp.New(ctx, otlptracehttp.WithEndpointURL(u.String()))
	if err != nil {
		return nil, graph.Wrap(graph.BadRequest, err, "traces cannot be sent to %s", endpoint)
	}
	return sdktrace.NewTracerProvider(sdktrace.WithBatcher(exporter),
		sdktrace.WithResource(resource.NewSchemaless(attribute.String("service.name", "dateline")))), nil
}

// traced gives each request a span, with the caller's trace as its parent.
func (s *Server) traced(next http.Handler) http.Handler {
	if s.config.Tracer == nil {
		return next
	}
	return otelhttp.NewHandler(next, "dateline", otelhttp.WithTracerProvider(s.config.Tracer), otelhttp.WithPropagators(propagation.TraceContext{}),
		otelhttp.WithFilter(func(r *http.Request) bool { return !quiet(r.URL.Path) }),
		otelhttp.WithSpanNameFormatter(func(_ string, r *http.Request) string { return r.Method + " " + r.URL.Path }))
}

// tell notes an answer in the request's span, as it is noted in the log.
func tell(ctx context.Context, res *exec.Response) {
	span := trace.SpanFromContext(ctx)
	if !span.IsRecording() {
		return
	}
	span.SetAttributes(attribute.String("graphql.operation.name", clip(res.Name)), attribute.String("graphql.document.hash", res.Hash), attribute.Int("graphql.cost", res.Cost))
	for _, e := range res.Errors {
		span.SetStatus(codes.Error, e.Code)
	}
}
