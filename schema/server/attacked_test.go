package server

import (
	"bufio"
	"cmp"
	"context"
	"errors"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"dateline/graph"
	"dateline/schema/internal/fixture"
)

// What, in the environment, TestAttacked is told about the server that it runs
// in a process of its own: its profile (open, hardened, or patient, which is
// open and waits longer for what is sent), and how many statements it is over
// beside the story.
const (
	attackedProfile    = "DATELINE_TEST_ATTACKED"
	attackedStatements = "DATELINE_TEST_STATEMENTS"
)

// An attacked is a server in a process of its own, whose memory can be measured.
type attacked struct {
	url string
	cmd *exec.Cmd
	end io.Closer
}

func startAttacked(t testing.TB, profile string, statements int) *attacked {
	t.Helper()
	cmd := exec.Command(os.Args[0], "-test.run=^TestAttacked$", "-test.timeout=20m")
	cmd.Env = append(os.Environ(), attackedProfile+"="+profile, attackedStatements+"="+strconv.Itoa(statements))
	in, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewScanner(out)
	lines.Scan()
	a := &attacked{strings.TrimSpace(lines.Text()), cmd, in}
	go io.Copy(io.Discard, out)
	t.Cleanup(func() {
		in.Close()
		if err := cmd.Wait(); err != nil {
			t.Error("the attacked server:", err)
		}
	})
	return a
}

// TestAttacked is the server that TestAttacks starts; by itself it does nothing.
func TestAttacked(t *testing.T) {
	profile := os.Getenv(attackedProfile)
	if profile == "" {
		t.Skip("it is started by TestAttacks")
	}
	n, err := strconv.Atoi(os.Getenv(attackedStatements))
	if err != nil {
		t.Fatal(err)
	}
	patience := time.Second
	if profile == "patient" { // with many who send at once
		patience = time.Minute
	}
	r := serveOver(t, Config{Hardened: profile == "hardened", Rate: 1 << 30, ReadTimeout: patience, Poll: 10 * time.Millisecond}, func(ctx context.Context, s graph.Store) error {
		return errors.Join(fixture.Story(ctx, s), fixture.Statements(ctx, s, n))
	})
	_, _ = os.Stdout.WriteString(r.url + "\n")
	_, _ = io.Copy(io.Discard, os.Stdin)
}

// peak is the most memory that the process has had, in MiB; 0 where the system
// does not tell.
func (a *attacked) peak() int {
	status, err := os.ReadFile(filepath.Join("/proc", strconv.Itoa(a.cmd.Process.Pid), "status"))
	if err != nil {
		return 0
	}
	found := regexp.MustCompile(`VmHWM:\s+(\d+) kB`).FindSubmatch(status)
	if found == nil {
		return 0
	}
	kb, _ := strconv.Atoi(string(found[1]))
	return kb >> 10
}

// ready holds that the server answers.
func (a *attacked) ready(t testing.TB) {
	t.Helper()
	if res, body := send(t, "GET", a.url+"/readyz", ""); res.StatusCode != http.StatusOK {
		t.Fatalf("the server is not ready: %d %s", res.StatusCode, body)
	}
	if res, body := post(t, a.url, "{ stats { people } }"); res.StatusCode != http.StatusOK || !strings.Contains(body, `"people":3`) {
		t.Fatalf("%d %s", res.StatusCode, body)
	}
}

// maxMemory is what a server under attack may need, in MiB.
const maxMemory = 600

// BenchmarkAttacks sends every attack to a server over stores of several
// sizes, in which a few entities take part in everything, and gives the time of
// the slowest, its name, and the most memory that the server had.
func BenchmarkAttacks(b *testing.B) {
	for _, n := range []int{0, 10_000, 100_000} {
		if n > 10_000 && testing.Short() {
			continue
		}
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			a := startAttacked(b, "open", n)
			list := a.attacks(b)
			var slowest time.Duration
			for b.Loop() {
				for _, x := range list {
					took := a.suffer(b, x)
					if slowest = max(slowest, took); took > attackTime {
						b.Logf("%s took %v", x.name, took)
					}
				}
			}
			b.ReportMetric(float64(slowest.Microseconds())/1000, "slowest-ms")
			b.ReportMetric(float64(len(list)), "attacks")
			b.ReportMetric(float64(a.peak()), "MiB")
		})
	}
}

// attackTime is beyond what any attack may cost. Ten times as much is held, as
// it depends on the machine.
const attackTime = 500 * time.Millisecond

// TestAttacks holds, in both profiles, that every attack is answered, that the
// server is alive and ready afterwards, and that it did not need much memory.
func TestAttacks(t *testing.T) {
	for _, profile := range []string{"open", "hardened"} {
		t.Run(profile, func(t *testing.T) {
			a := startAttacked(t, profile, 0)
			list := a.attacks(t)
			if len(list) < 150 {
				t.Errorf("there are only %d attacks", len(list))
			}
			slowest, name := time.Duration(0), ""
			for _, x := range list {
				if took := a.suffer(t, x); took > slowest {
					slowest, name = took, x.name
				}
			}
			if slowest > 10*attackTime {
				t.Errorf("%s took %v", name, slowest)
			}
			var all sync.WaitGroup
			for i := range 8 { // and all at once
				all.Go(func() {
					for k := range list {
						a.suffer(t, list[(k*(i+1))%len(list)])
					}
				})
			}
			all.Wait()
			a.ready(t)
			t.Logf("%d attacks, the slowest, %s, took %v; %d MiB at most", len(list), name, slowest, a.peak())
			if a.peak() > maxMemory {
				t.Errorf("the server needed %d MiB", a.peak())
			}
		})
	}
}

// attacks are all of them, those with the server's own cursors included.
func (a *attacked) attacks(t testing.TB) []attack {
	t.Helper()
	const query = `{ timeline(first: 1) { edges { cursor } } articles(first: 1) { edges { cursor } } entities(first: 1) { edges { cursor } }
		search(text: "patrol", first: 1) { edges { cursor } } country(key: "MEX") { related(first: 1) { edges { cursor } } } }`
	_, body := post(t, a.url, query)
	cursors := regexp.MustCompile(`"cursor":"([^"]+)"`).FindAllStringSubmatch(body, -1)
	if len(cursors) != 5 {
		t.Fatal("there are not five cursors: " + body)
	}
	list := attacks()
	for i, c := range cursors {
		list = append(list, tampered(i, c[1])...)
	}
	return list
}

// suffer sends an attack; the answer has to be one.
// It gives the time to the answer's last byte, for a stream to its first.
func (a *attacked) suffer(t testing.TB, x attack) time.Duration {
	req, err := http.NewRequest(x.method, a.url+x.path, strings.NewReader(x.body))
	if err != nil {
		t.Errorf("%s: %v", x.name, err)
		return 0
	}
	for _, h := range x.headers {
		name, value, _ := strings.Cut(h, ": ")
		req.Header.Set(name, value)
	}
	start := time.Now()
	res, err := http.DefaultTransport.RoundTrip(req)
	if err != nil {
		t.Errorf("%s: %v", x.name, err)
		return 0
	}
	defer res.Body.Close()
	took := time.Since(start)
	body, err := io.ReadAll(res.Body)
	if !strings.HasPrefix(x.path, "/export/") {
		took = time.Since(start)
	}
	if err != nil || res.StatusCode >= 500 && res.StatusCode != http.StatusServiceUnavailable {
		t.Errorf("%s: %d %v", x.name, res.StatusCode, err)
	}
	for _, internal := range internals {
		if strings.Contains(string(body), internal) && !strings.Contains(x.path, "playground") {
			t.Errorf("%s: %q is internal: %.300s", x.name, internal, body)
		}
	}
	return took
}

// TestSlowBodies has many bodies that never arrive in full: they are ended at
// the deadline of reading, and others are served meanwhile.
func TestSlowBodies(t *testing.T) {
	a := startAttacked(t, "hardened", 0)
	var all sync.WaitGroup
	for range 100 {
		all.Go(func() {
			if answer := dribble(t, strings.TrimPrefix(a.url, "http://")); !strings.Contains(answer, "408") {
				t.Errorf("%.200s", answer)
			}
		})
	}
	a.ready(t)
	c, err := net.Dial("tcp", strings.TrimPrefix(a.url, "http://"))
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	_, _ = io.WriteString(c, "POST /graphql HTTP/1.1\r\nHost: loc") // and a head that never ends
	if _, err := io.ReadAll(c); err != nil && !strings.Contains(err.Error(), "reset") {
		t.Error(err)
	}
	all.Wait()
	a.ready(t)
}

// TestSubscribersLeaveNoGoroutine reads the metric that operators see.
func TestSubscribersLeaveNoGoroutine(t *testing.T) {
	a := startAttacked(t, "open", 0)
	r := running{url: a.url}
	goroutines := func() int { return a.metric(t, "go_goroutines") }
	a.ready(t)
	before := goroutines()
	var leave []func()
	for i := range 200 {
		if i%2 == 0 {
			_, l := openStream(t, r, `subscription { timelineItemAdded { summary } }`)
			leave = append(leave, l)
			continue
		}
		c := socketTo(t, r)
		say(t, c, `{"id":"s","type":"subscribe","payload":{"query":`+quote(live)+`}}`)
		leave = append(leave, func() { c.CloseNow() })
	}
	eventually(t, "all subscribe", func() bool { return a.metric(t, "dateline_subscribers") == 200 })
	if goroutines() < before+200 {
		t.Errorf("%d goroutines for 200 subscribers", goroutines())
	}
	for _, l := range leave {
		l()
	}
	eventually(t, "the goroutines are as before", func() bool {
		http.DefaultTransport.(*http.Transport).CloseIdleConnections()
		return goroutines() <= before+2
	})
}

// metric reads one of the server's metrics.
func (a *attacked) metric(t *testing.T, name string) int {
	t.Helper()
	_, body := send(t, "GET", a.url+"/metrics", "")
	for line := range strings.Lines(body) {
		if value, ok := strings.CutPrefix(line, name+" "); ok {
			n, _ := strconv.ParseFloat(strings.TrimSpace(value), 64)
			return int(n)
		}
	}
	t.Fatalf("there is no metric %s", cmp.Or(name, "without a name"))
	return 0
}
