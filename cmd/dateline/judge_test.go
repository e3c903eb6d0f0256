package main

import (
	"strings"
	"testing"
)

// TestJudge merges two entities of the sample, finds the judgement where it is
// to be found, and takes it back.
func TestJudge(t *testing.T) {
	s := loadSample(t)
	do := func(want int, args ...string) string {
		t.Helper()
		out, messages, code := command(t, "", append(args, "--store", s)...)
		if code != want {
			t.Fatalf("%v: exit code %d, want %d: %s", args, code, want, messages)
		}
		return out + messages
	}
	before := do(exitDone, "export")
	id := strings.TrimSpace(do(exitDone, "judge", "same", "Aino Harjula", "person:liis-raudkivi", "--why", "it is\nonly a trial", "--by", "Eva"))
	if list := do(exitDone, "judge", "list"); !strings.Contains(list, id+"  same  person:aino-harjula  person:liis-raudkivi  it is only a trial (Eva, ") {
		t.Errorf("list: %s", list)
	}
	export := do(exitDone, "export")
	lines := strings.Split(strings.TrimSpace(export), "\n")
	if last := lines[len(lines)-1]; !strings.HasPrefix(last, `{"type":"judgement","id":"`+id+`","same":true,`) || strings.Contains(export, `{"type":"person","id":"person:liis-raudkivi"`) {
		t.Errorf("the export ends with %s", last)
	}
	do(exitDone, "check")
	if said := do(exitFailed, "judge", "different", "person:liis-raudkivi", "person:aino-harjula", "--why", "no trial"); !strings.Contains(said, "judge revoke "+id) {
		t.Errorf("a contradiction: %s", said)
	}
	target := store(t)
	do(exitDone, "copy", "--from", s, "--to", target)
	if out, _, _ := command(t, "", "export", "--store", target); out != export {
		t.Error("the copy lacks something")
	}
	do(exitDone, "judge", "revoke", id)
	if after := do(exitDone, "export"); after != before {
		t.Error("revoking does not restore the graph")
	}
	do(exitFailed, "judge", "revoke", id)
	do(exitFailed, "judge", "same", "Chile", "Aino Harjula", "--why", "of two kinds")
	do(exitFailed, "judge", "same", "Chile", "Chile", "--why", "one")
	do(exitFailed, "judge", "same", "Chile", "Peru")
	if said := do(exitDone, "judge", "different", "person:nobody", "person:aino-harjula", "--why", "in case"); !strings.Contains(said, "no entity at present") {
		t.Errorf("an unknown ID: %s", said)
	}
}
