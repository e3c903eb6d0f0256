package server

import (
	"bufio"
	"context"
	"crypto/rand"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/base64"
	"encoding/hex"
	"io"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"slices"
	"strings"
	"time"

	"dateline/graph"
)

// A Key is who may ask: a name for logs and limits, the SHA-256 of a secret,
// and what it is good for.
type Key struct {
	Name string
	Hash [sha256.Size]byte
	// Scopes are `read` (queries) and `live` (subscriptions); none means both.
	Scopes []string
	// expires is when a token does; zero for what does not.
	expires time.Time
}

// scopes are what a Key may be good for.
var scopes = []string{"read", "live"}

// NewKey draws a secret and gives the line of a file of keys that admits it.
func NewKey(name string) (secret, line string) {
	b := make([]byte, 24)
	_, _ = rand.Read(b) // never fails
	secret = "dl_" + base64.RawURLEncoding.EncodeToString(b)
	hash := sha256.Sum256([]byte(secret))
	return secret, name + " " + hex.EncodeToString(hash[:])
}

// ReadKeys reads a file of keys. A line is a name, the SHA-256 of the secret
// in hexadecimal, and scopes joined by commas, which may be left out; `#`
// starts a comment.
func ReadKeys(r io.Reader) ([]Key, error) {
	var keys []Key
	lines := bufio.NewScanner(r)
	for n := 1; lines.Scan(); n++ {
		text, _, _ := strings.Cut(lines.Text(), "#")
		fields := strings.Fields(text)
		if len(fields) == 0 {
			continue
		}
		var k Key
		if len(fields) > 3 || len(fields) < 2 {
			return nil, graph.Errorf(graph.BadRequest, "line %d of the keys: expected a name, a SHA-256 and scopes", n)
		}
		hash, err := hex.DecodeString(fields[1])
		if err != nil || len(hash) != len(k.Hash) {
			return nil, graph.Errorf(graph.BadRequest, "line %d of the keys: the second word has to be a SHA-256 in 64 hexadecimal digits", n)
		}
		k.Name = fields[0]
		copy(k.Hash[:], hash)
		if len(fields) == 3 {
			k.Scopes = strings.Split(fields[2], ",")
		}
		for _, s := range k.Scopes {
			if !slices.Contains(scopes, s) {
				return nil, graph.Errorf(graph.BadRequest, "line %d of the keys: %q is no scope; those are read and live", n, s)
			}
		}
		keys = append(keys, k)
	}
	if err := lines.Err(); err != nil {
		return nil, graph.Wrap(graph.BadRequest, err, "the keys cannot be read")
	}
	return keys, nil
}

// needsKey tells whether somebody has to show who they are.
func (s *Server) needsKey() bool { return len(s.config.Keys) > 0 || s.config.Tokens != nil }

// admit finds who brings a secret: an API key, or a token; nil if nobody does.
func (s *Server) admit(ctx context.Context, secret string) *Key {
	if key := admitKey(s.config.Keys, secret); key != nil || s.config.Tokens == nil || strings.Count(secret, ".") != 2 {
		return key
	}
	key, err := s.config.Tokens.admit(ctx, secret)
	if err != nil {
		s.config.Log.InfoContext(ctx, "token refused", "reason", err)
	}
	return key
}

// admitKey compares with all keys in constant time.
func admitKey(keys []Key, secret string) *Key {
	hash := sha256.Sum256([]byte(secret))
	var found *Key
	for i := range keys {
		if subtle.ConstantTimeCompare(keys[i].Hash[:], hash[:]) == 1 {
			found = &keys[i]
		}
	}
	return found
}

func (k *Key) may(scope string) bool {
	return k == nil || len(k.Scopes) == 0 || slices.Contains(k.Scopes, scope)
}

// secretOf reads the key that a request carries.
func secretOf(h http.Header) string {
	if s := h.Get("X-Api-Key"); s != "" {
		return s
	}
	if scheme, s, ok := strings.Cut(h.Get("Authorization"), " "); ok && strings.EqualFold(scheme, "Bearer") {
		return strings.TrimSpace(s)
	}
	return ""
}

// guarded lets through who may ask: by origin, by key, by rate.
func (s *Server) guarded(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if s.local.Load() && !loopbackHost(r.Host) {
			s.refuse(w, r, http.StatusForbidden, "FORBIDDEN", "this server answers to loopback names only")
			return
		}
		if !s.crossOrigin(w, r) {
			return
		}
		who, key := remoteHost(r), (*Key)(nil)
		needed := s.needsKey() && !webSocket(r) // a WebSocket may bring its key later
		if needed {
			if key = s.admit(r.Context(), secretOf(r.Header)); key != nil {
				who = "key:" + key.Name
			}
		}
		if !s.rate.allow(who) {
			w.Header().Set("Retry-After", "10")
			s.refuse(w, r, http.StatusTooManyRequests, "RATE_LIMITED", "too many requests: try again in a while")
			return
		}
		if needed && key == nil {
			w.Header().Set("WWW-Authenticate", `Bearer realm="dateline"`)
			s.refuse(w, r, http.StatusUnauthorized, "UNAUTHENTICATED", "a key or a token is needed: send it as `Authorization: Bearer KEY`")
			return
		}
		ctx, cancel := withKey(r.Context(), key)
		defer cancel()
		next.ServeHTTP(w, r.WithContext(ctx))
	})
}

type keyContext struct{}

// withKey notes who asks, until what they brought expires.
func withKey(ctx context.Context, key *Key) (context.Context, context.CancelFunc) {
	if key == nil {
		return ctx, func() {}
	}
	ctx = context.WithValue(ctx, keyContext{}, key)
	if key.expires.IsZero() {
		return ctx, func() {}
	}
	return context.WithDeadline(ctx, key.expires)
}

// keyOf is the key that a request was admitted with; nil if none was needed.
func keyOf(ctx context.Context) *Key {
	k, _ := ctx.Value(keyContext{}).(*Key)
	return k
}

// crossOrigin answers preflights and refuses pages of other sites that are not
// listed. Requests that no browser sends pass.
func (s *Server) crossOrigin(w http.ResponseWriter, r *http.Request) bool {
	h := w.Header()
	h.Add("Vary", "Origin")
	origin := r.Header.Get("Origin")
	allowed := origin == "" || sameOrigin(origin, r.Host) || s.listed(origin)
	if origin == "" && r.Header.Get("Sec-Fetch-Site") == "cross-site" && r.Header.Get("Sec-Fetch-Mode") != "navigate" {
		allowed = slices.Contains(s.config.Origins, "*")
	}
	if !allowed {
		s.refuse(w, r, http.StatusForbidden, "FORBIDDEN", "pages of this origin may not ask this server")
		return false
	}
	if origin != "" && s.listed(origin) {
		h.Set("Access-Control-Allow-Origin", origin)
		h.Set("Access-Control-Expose-Headers", "ETag, X-Request-Id, Retry-After")
	}
	if r.Method == http.MethodOptions {
		h.Set("Allow", "GET, POST, OPTIONS")
		if r.Header.Get("Access-Control-Request-Method") != "" {
			h.Set("Access-Control-Allow-Methods", "GET, POST")
			h.Set("Access-Control-Allow-Headers", "Authorization, Content-Type, If-None-Match, X-Api-Key, X-Request-Id")
			h.Set("Access-Control-Max-Age", "600")
		}
		w.WriteHeader(http.StatusNoContent)
		return false
	}
	return true
}

func (s *Server) listed(origin string) bool {
	return slices.Contains(s.config.Origins, "*") || slices.Contains(s.config.Origins, origin)
}

func sameOrigin(origin, host string) bool {
	u, err := url.Parse(origin)
	return err == nil && strings.EqualFold(u.Host, host)
}

func loopbackHost(host string) bool {
	if h, _, err := net.SplitHostPort(host); err == nil {
		host = h
	}
	host = strings.Trim(host, "[]")
	if host == "localhost" || strings.HasSuffix(host, ".localhost") {
		return true
	}
	ip := net.ParseIP(host)
	return ip != nil && ip.IsLoopback()
}

// remoteHost is the address that a request comes from; of IPv6 the first 64
// bits, since one client has all that follow.
func remoteHost(r *http.Request) string {
	from, err := netip.ParseAddrPort(r.RemoteAddr)
	if err != nil {
		return r.RemoteAddr
	}
	addr := from.Addr().Unmap().WithZone("")
	if prefix, err := addr.Prefix(64); addr.Is6() && err == nil {
		return prefix.String()
	}
	return addr.String()
}

func webSocket(r *http.Request) bool {
	return strings.EqualFold(r.Header.Get("Upgrade"), "websocket")
}
