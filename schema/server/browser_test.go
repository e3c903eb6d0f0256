package server

import (
	"context"
	"os/exec"
	"strings"
	"testing"
	"time"
)

// TestPlaygroundInBrowser opens the playground in Chromium, if it is there,
// and holds that the page draws an example and breaks no rule of its policy.
func TestPlaygroundInBrowser(t *testing.T) {
	chromium, err := exec.LookPath("chromium")
	if err != nil {
		lacking(t, "browser", "install it: apt-get install chromium")
	}
	r := serve(t, Config{})
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	cmd := exec.CommandContext(ctx, chromium, "--headless", "--no-sandbox", "--disable-gpu", "--user-data-dir="+t.TempDir(),
		"--enable-logging=stderr", "--virtual-time-budget=10000", "--dump-dom", r.url+"/playground/")
	var console strings.Builder
	cmd.Stderr = &console
	dom, err := cmd.Output()
	if err != nil {
		t.Fatal(err, console.String())
	}
	for _, want := range []string{"graphiql-container", "CodeMirror", "timeline"} {
		if !strings.Contains(string(dom), want) {
			t.Errorf("the page lacks %q", want)
		}
	}
	for line := range strings.Lines(console.String()) {
		if strings.Contains(line, "CONSOLE") {
			t.Errorf("the console says: %s", line)
		}
	}
}
