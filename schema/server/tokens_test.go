package server

import (
	"context"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/coder/websocket"
	"github.com/go-jose/go-jose/v4"

	"dateline/graph"
)

// An issuer signs tokens, and tells its keys as OpenID Connect has it.
type issuer struct {
	url string
	key *ecdsa.PrivateKey
}

func newIssuer(t *testing.T) *issuer {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	i := &issuer{key: key}
	mux := http.NewServeMux()
	mux.HandleFunc("/.well-known/openid-configuration", func(w http.ResponseWriter, _ *http.Request) {
		_ = json.NewEncoder(w).Encode(map[string]any{"issuer": i.url, "jwks_uri": i.url + "/keys", "authorization_endpoint": i.url, "token_endpoint": i.url,
			"id_token_signing_alg_values_supported": []string{"ES256"}})
	})
	mux.HandleFunc("/keys", func(w http.ResponseWriter, _ *http.Request) { _, _ = w.Write(i.jwks(t)) })
	s := httptest.NewServer(mux)
	t.Cleanup(s.Close)
	i.url = s.URL
	return i
}

func (i *issuer) jwks(t *testing.T) []byte {
	text, err := json.Marshal(jose.JSONWebKeySet{Keys: []jose.JSONWebKey{{Key: i.key.Public(), KeyID: "k1", Algorithm: "ES256", Use: "sig"}}})
	if err != nil {
		t.Error(err)
	}
	return text
}

// sign makes a token of claims that a good one has, and others.
func (i *issuer) sign(t *testing.T, alg jose.SignatureAlgorithm, key any, claims map[string]any) string {
	t.Helper()
	all := map[string]any{"iss": i.url, "aud": "dateline", "sub": "ann", "exp": time.Now().Add(time.Hour).Unix(), "scope": "openid read live"}
	for name, v := range claims {
		all[name] = v
	}
	signer, err := jose.NewSigner(jose.SigningKey{Algorithm: alg, Key: jose.JSONWebKey{Key: key, KeyID: "k1"}}, nil)
	if err != nil {
		t.Fatal(err)
	}
	text, err := json.Marshal(all)
	if err != nil {
		t.Fatal(err)
	}
	signed, err := signer.Sign(text)
	if err != nil {
		t.Fatal(err)
	}
	token, err := signed.CompactSerialize()
	if err != nil {
		t.Fatal(err)
	}
	return token
}

func (i *issuer) good(t *testing.T, claims map[string]any) string {
	t.Helper()
	return i.sign(t, jose.ES256, i.key, claims)
}

// sources are the ways in which a server learns an issuer's keys.
func (i *issuer) sources(t *testing.T) map[string]string {
	file := filepath.Join(t.TempDir(), "keys.json")
	if err := os.WriteFile(file, i.jwks(t), 0o600); err != nil {
		t.Fatal(err)
	}
	return map[string]string{"discovered": "", "of a URL": i.url + "/keys", "of a file": file}
}

func TestTokens(t *testing.T) {
	i := newIssuer(t)
	other, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	claim := func(name string, value any) map[string]any { return map[string]any{name: value} }
	good := i.good(t, nil)
	head, rest, _ := strings.Cut(good, ".")
	unsigned := "eyJhbGciOiJub25lIn0." + strings.Split(rest, ".")[0] + "."
	for name, jwks := range i.sources(t) {
		tokens, err := NewTokens(context.Background(), TokenConfig{Issuer: i.url, Audience: "dateline", JWKS: jwks})
		if err != nil {
			t.Fatal(err)
		}
		r := serve(t, Config{Tokens: tokens})
		for _, c := range []struct {
			name, token string
			status      int
		}{
			{"good", good, 200},
			{"for several", i.good(t, claim("aud", []string{"other", "dateline"})), 200},
			{"scopes as a list", i.good(t, map[string]any{"scope": nil, "scp": []string{"read"}}), 200},
			{"live only", i.good(t, claim("scope", "live")), 403},
			{"no scope of ours", i.good(t, claim("scope", "openid reader")), 403},
			{"no scope", i.good(t, claim("scope", nil)), 403},
			{"a scope of another type", i.good(t, claim("scope", 1)), 401},
			{"expired", i.good(t, claim("exp", time.Now().Add(-time.Hour).Unix())), 401},
			{"without an end", i.good(t, claim("exp", nil)), 401},
			{"not yet good", i.good(t, claim("nbf", time.Now().Add(time.Hour).Unix())), 401},
			{"for somebody else", i.good(t, claim("aud", "other")), 401},
			{"of another issuer", i.good(t, claim("iss", "https://evil.example")), 401},
			{"of another key", i.sign(t, jose.ES256, other, nil), 401},
			{"signed with a shared secret", i.sign(t, jose.HS256, i.jwks(t), nil), 401},
			{"not signed", unsigned, 401}, {"cut", good[:len(good)-9], 401}, {"no token", head + ".x.y", 401}, {"dots", "..", 401}, {"none", "", 401},
		} {
			res, body := post(t, r.url, "{ stats { people } }", "Authorization: Bearer "+c.token)
			if res.StatusCode != c.status {
				t.Errorf("keys %s, token %s: %d %s", name, c.name, res.StatusCode, body)
			}
			if c.status == 401 && (res.Header.Get("WWW-Authenticate") == "" || strings.Contains(body, "oidc")) {
				t.Errorf("token %s: %v %s", c.name, res.Header, body)
			}
		}
	}
}

// TestTokensAndKeys holds that either admits where both are set up, and that
// strangers' addresses may be served by tokens alone.
func TestTokensAndKeys(t *testing.T) {
	i := newIssuer(t)
	tokens, err := NewTokens(context.Background(), TokenConfig{Issuer: i.url, Audience: "dateline"})
	if err != nil {
		t.Fatal(err)
	}
	secret, line := NewKey("wall")
	keys, err := ReadKeys(strings.NewReader(line))
	if err != nil {
		t.Fatal(err)
	}
	r := serve(t, Config{Keys: keys, Tokens: tokens})
	for _, bearer := range []string{secret, i.good(t, nil)} {
		if res, body := post(t, r.url, "{ stats { people } }", "Authorization: Bearer "+bearer); res.StatusCode != 200 {
			t.Error(res.StatusCode, body)
		}
	}
	s, err := New(r.server.exec, r.store, Config{Tokens: tokens})
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if err := s.Run(ctx, listenEverywhere(t)); err != nil {
		t.Error(err)
	}
}

// TestTokenOfSocket holds that a token's scopes count on a WebSocket, and that
// the connection ends when it expires.
func TestTokenOfSocket(t *testing.T) {
	i := newIssuer(t)
	tokens, err := NewTokens(context.Background(), TokenConfig{Issuer: i.url, Audience: "dateline"})
	if err != nil {
		t.Fatal(err)
	}
	r := serve(t, Config{Tokens: tokens})
	dial := func(token string) *websocket.Conn {
		c, _, err := websocket.Dial(context.Background(), r.url+"/graphql", &websocket.DialOptions{Subprotocols: []string{protocol}})
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { c.CloseNow() })
		say(t, c, `{"type":"connection_init","payload":{"Authorization":"Bearer `+token+`"}}`)
		return c
	}
	c := dial(i.good(t, map[string]any{"scope": "read"}))
	hear(t, c, "connection_ack")
	say(t, c, `{"id":"s","type":"subscribe","payload":{"query":`+quote(live)+`}}`)
	hear(t, c, "FORBIDDEN")
	c = dial(i.good(t, map[string]any{"exp": time.Now().Add(2 * time.Second).Unix()}))
	hear(t, c, "connection_ack")
	say(t, c, `{"id":"s","type":"subscribe","payload":{"query":`+quote(live)+`}}`)
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	if _, _, err := c.Read(ctx); websocket.CloseStatus(err) != closeForbidden {
		t.Error(err)
	}
	c = dial("nonsense")
	if _, _, err := c.Read(ctx); websocket.CloseStatus(err) != closeForbidden {
		t.Error(err)
	}
}

func TestBadTokenConfig(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	i := newIssuer(t)
	for _, c := range []TokenConfig{
		{}, {Issuer: i.url}, {Audience: "a"}, {Issuer: i.url + "/other", Audience: "a"}, {Issuer: i.url, Audience: "a", JWKS: filepath.Join(dir, "none")},
		{Issuer: i.url, Audience: "a", JWKS: write("text", "no keys")}, {Issuer: i.url, Audience: "a", JWKS: write("empty", `{"keys":[]}`)},
		{Issuer: i.url, Audience: "a", JWKS: write("secret", `{"keys":[{"kty":"oct","k":"c2VjcmV0"}]}`)},
	} {
		if _, err := NewTokens(context.Background(), c); graph.KindOf(err) != graph.BadRequest {
			t.Errorf("%+v: %v", c, err)
		}
	}
}
