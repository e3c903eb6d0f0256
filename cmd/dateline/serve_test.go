package main

import (
	"context"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"encoding/json"
	"encoding/pem"
	"io"
	"math/big"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/go-jose/go-jose/v4"
)

// serving runs a server with flags, and gives the address of its GraphQL. stop
// ends it and gives its exit code.
func serving(t *testing.T, flags ...string) (url string, stop func() int) {
	t.Helper()
	ctx, cancel := context.WithCancel(t.Context())
	messages, writer := io.Pipe()
	done := make(chan int, 1)
	go func() {
		done <- run(ctx, append([]string{"serve", "--addr", "127.0.0.1:0"}, flags...), strings.NewReader(""), io.Discard, writer)
		writer.Close()
	}()
	buffer := make([]byte, 4096)
	for said := ""; url == ""; {
		n, err := messages.Read(buffer)
		if err != nil {
			t.Fatalf("the server ended: %s", said)
		}
		said += string(buffer[:n])
		if _, after, ok := strings.Cut(said, "GraphQL     "); ok && strings.Contains(after, "\n") {
			url, _, _ = strings.Cut(after, "\n")
		}
	}
	go io.Copy(io.Discard, messages)
	return url, func() int { cancel(); return <-done }
}

// asking posts a query with headers `Name: value`.
func asking(t *testing.T, client *http.Client, url, query string, headers ...string) (status int, answer string) {
	t.Helper()
	body, err := json.Marshal(map[string]string{"query": query})
	if err != nil {
		t.Fatal(err)
	}
	request, err := http.NewRequest(http.MethodPost, url, strings.NewReader(string(body)))
	if err != nil {
		t.Fatal(err)
	}
	request.Header.Set("Content-Type", "application/json")
	for _, h := range headers {
		name, value, _ := strings.Cut(h, ": ")
		request.Header.Set(name, value)
	}
	response, err := client.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	text, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	return response.StatusCode, string(text)
}

// TestServeSample runs the README's first command and asks its question.
func TestServeSample(t *testing.T) {
	url, stop := serving(t, "--sample")
	_, answer := asking(t, http.DefaultClient, url, `{ relationship(a: "Chile", b: "Peru") { summary timeline(first: 5) { nodes { summary evidence { quote sentence } } } } }`)
	if !strings.Contains(answer, `"quote"`) || strings.Contains(answer, `"errors"`) {
		t.Errorf("answer %s", answer)
	}
	if code := stop(); code != exitDone {
		t.Errorf("exit code %d", code)
	}
}

// emptyStore is a store with a graph that holds nothing.
func emptyStore(t *testing.T) string {
	t.Helper()
	s := store(t)
	if _, messages, code := command(t, "", "load", "--store", s, "-"); code > exitSomeFailed {
		t.Fatal(messages)
	}
	return s
}

func writeFile(t *testing.T, name string, text []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, text, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func newKey(t *testing.T) *ecdsa.PrivateKey {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	return key
}

// TestServeTLS asks over TLS with a certificate made for it.
func TestServeTLS(t *testing.T) {
	key := newKey(t)
	template := &x509.Certificate{SerialNumber: big.NewInt(1), NotAfter: time.Now().Add(time.Hour), IPAddresses: []net.IP{net.IPv4(127, 0, 0, 1)}}
	der, err := x509.CreateCertificate(rand.Reader, template, template, &key.PublicKey, key)
	if err != nil {
		t.Fatal(err)
	}
	secret, err := x509.MarshalPKCS8PrivateKey(key)
	if err != nil {
		t.Fatal(err)
	}
	pool := x509.NewCertPool()
	certificate := pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: der})
	pool.AppendCertsFromPEM(certificate)
	url, stop := serving(t, "--store", emptyStore(t), "--tls-cert", writeFile(t, "cert.pem", certificate),
		"--tls-key", writeFile(t, "key.pem", pem.EncodeToMemory(&pem.Block{Type: "PRIVATE KEY", Bytes: secret})))
	defer stop()
	client := &http.Client{Transport: &http.Transport{TLSClientConfig: &tls.Config{RootCAs: pool}}}
	defer client.CloseIdleConnections()
	if status, answer := asking(t, client, url, "{ stats { articles } }"); status != http.StatusOK || !strings.HasPrefix(url, "https://") {
		t.Error(url, status, answer)
	}
	if _, messages, code := command(t, "", "serve", "--store", store(t), "--addr", "127.0.0.1:0", "--tls-cert", "nothing.pem", "--tls-key", "nothing.pem"); code != exitFailed || !strings.Contains(messages, "nothing.pem") {
		t.Error(code, messages)
	}
}

// TestServeTokens admits by a token that a key of --jwks signs.
func TestServeTokens(t *testing.T) {
	key := newKey(t)
	set, err := json.Marshal(jose.JSONWebKeySet{Keys: []jose.JSONWebKey{{Key: key.Public(), KeyID: "a", Algorithm: "ES256"}}})
	if err != nil {
		t.Fatal(err)
	}
	const issuer = "https://issuer.example"
	url, stop := serving(t, "--store", emptyStore(t), "--oidc-issuer", issuer, "--oidc-audience", "desk", "--jwks", writeFile(t, "keys.json", set))
	defer stop()
	signer, err := jose.NewSigner(jose.SigningKey{Algorithm: jose.ES256, Key: key}, nil)
	if err != nil {
		t.Fatal(err)
	}
	claims, _ := json.Marshal(map[string]any{"iss": issuer, "aud": "desk", "exp": time.Now().Add(time.Hour).Unix(), "scope": "read"})
	signed, err := signer.Sign(claims)
	if err != nil {
		t.Fatal(err)
	}
	token, err := signed.CompactSerialize()
	if err != nil {
		t.Fatal(err)
	}
	for header, want := range map[string]int{"Authorization: Bearer " + token: http.StatusOK, "Authorization: Bearer a.b.c": http.StatusUnauthorized, "X-Other: 1": http.StatusUnauthorized} {
		if status, answer := asking(t, http.DefaultClient, url, "{ stats { articles } }", header); status != want {
			t.Errorf("%s: %d %s", header, status, answer)
		}
	}
	if _, messages, code := command(t, "", "serve", "--store", store(t), "--addr", "127.0.0.1:0", "--oidc-issuer", issuer); code != exitFailed || !strings.Contains(messages, "--oidc-audience") {
		t.Error(code, messages)
	}
}

// TestServeTraces holds that what was traced has been sent when the command ends.
func TestServeTraces(t *testing.T) {
	var spans atomic.Int64
	collector := httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
		body, _ := io.ReadAll(r.Body)
		if r.URL.Path == "/v1/traces" && strings.Contains(string(body), "POST /graphql") {
			spans.Add(1)
		}
	}))
	defer collector.Close()
	url, stop := serving(t, "--store", emptyStore(t), "--traces", collector.URL)
	if status, answer := asking(t, http.DefaultClient, url, "{ stats { articles } }"); status != http.StatusOK {
		t.Error(status, answer)
	}
	if code := stop(); code != exitDone || spans.Load() == 0 {
		t.Errorf("exit code %d, %d requests with spans", code, spans.Load())
	}
	if _, messages, code := command(t, "", "serve", "--store", emptyStore(t), "--addr", "127.0.0.1:0", "--traces", "collector:4318"); code != exitFailed || !strings.Contains(messages, "collector:4318") {
		t.Error(code, messages)
	}
}
