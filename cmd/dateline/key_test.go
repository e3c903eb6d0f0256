package main

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
	"testing"

	"dateline/schema/server"
)

// TestKey draws a key whose line the server reads and whose secret it admits.
func TestKey(t *testing.T) {
	line, messages, code := command(t, "", "key", "newsroom")
	if code != exitDone {
		t.Fatal(messages)
	}
	keys, err := server.ReadKeys(strings.NewReader(line))
	if err != nil || len(keys) != 1 || keys[0].Name != "newsroom" {
		t.Fatalf("%q: %v, %v", line, keys, err)
	}
	secret := strings.Fields(messages)[1]
	hash := sha256.Sum256([]byte(secret))
	if keys[0].Hash != hash || strings.Contains(line, secret) || !strings.Contains(line, hex.EncodeToString(hash[:])) {
		t.Errorf("line %q does not admit %q", line, secret)
	}
	for _, name := range []string{"", "two words", "a#b", "a\nb"} {
		if _, _, code := command(t, "", "key", name); code != exitFailed {
			t.Errorf("%q: exit code %d", name, code)
		}
	}
}
