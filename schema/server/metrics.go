package server

import (
	"net/http"
	"strconv"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/prometheus/client_golang/prometheus/promhttp"
)

// Metrics are what /metrics shows.
type Metrics struct {
	registry    *prometheus.Registry
	requests    *prometheus.HistogramVec
	cost        prometheus.Histogram
	duration    prometheus.Histogram
	errors      *prometheus.CounterVec
	store       *prometheus.HistogramVec
	storeErrors *prometheus.CounterVec
	subscribers prometheus.Gauge
	events      prometheus.Counter
	dropped     prometheus.Counter
}

// NewMetrics makes metrics with a registry of their own.
func NewMetrics() *Metrics {
	fast := []float64{.0005, .001, .0025, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10}
	m := &Metrics{
		registry: prometheus.NewRegistry(),
		requests: prometheus.NewHistogramVec(prometheus.HistogramOpts{Name: "dateline_http_request_seconds", Help: "Time to answer HTTP requests.", Buckets: fast}, []string{"route", "status"}),
		cost:     prometheus.NewHistogram(prometheus.HistogramOpts{Name: "dateline_graphql_cost", Help: "Cost of GraphQL operations.", Buckets: prometheus.ExponentialBuckets(1, 4, 10)}),
		duration: prometheus.NewHistogram(prometheus.HistogramOpts{Name: "dateline_graphql_seconds", Help: "Time to execute GraphQL operations.", Buckets: fast}),
		errors:   prometheus.NewCounterVec(prometheus.CounterOpts{Name: "dateline_graphql_errors_total", Help: "Errors in GraphQL responses."}, []string{"code"}),
		store:    prometheus.NewHistogramVec(prometheus.HistogramOpts{Name: "dateline_store_seconds", Help: "Time of questions to the store.", Buckets: fast}, []string{"question"}),
		storeErrors: prometheus.NewCounterVec(prometheus.CounterOpts{Name: "dateline_store_errors_total",
			Help: "Questions that the store could not answer."}, []string{"question"}),
		subscribers: prometheus.NewGauge(prometheus.GaugeOpts{Name: "dateline_subscribers", Help: "Subscriptions being served."}),
		events:      prometheus.NewCounter(prometheus.CounterOpts{Name: "dateline_subscription_events_total", Help: "Items sent to subscribers."}),
		dropped:     prometheus.NewCounter(prometheus.CounterOpts{Name: "dateline_subscribers_dropped_total", Help: "Subscribers that were too slow."}),
	}
	m.registry.MustRegister(m.requests, m.cost, m.duration, m.errors, m.store, m.storeErrors, m.subscribers, m.events, m.dropped,
		collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}))
	return m
}

// StoreCall is told of each question to the store, as schema.Config.Observe.
func (m *Metrics) StoreCall(question string, took time.Duration, err error) {
	m.store.WithLabelValues(question).Observe(took.Seconds())
	if err != nil {
		m.storeErrors.WithLabelValues(question).Inc()
	}
}

func (m *Metrics) request(route string, status int, took time.Duration) {
	if route == "" {
		route = "other"
	}
	m.requests.WithLabelValues(route, strconv.Itoa(status)).Observe(took.Seconds())
}

func (m *Metrics) handler() http.Handler {
	return promhttp.HandlerFor(m.registry, promhttp.HandlerOpts{})
}
