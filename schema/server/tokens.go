package server

import (
	"context"
	"crypto"
	"encoding/json"
	"net/http"
	"os"
	"slices"
	"strings"
	"time"

	"github.com/coreos/go-oidc/v3/oidc"
	"github.com/go-jose/go-jose/v4"

	"dateline/graph"
)

// A TokenConfig says whose JSON Web Tokens admit.
type TokenConfig struct {
	// Issuer is the URL that stands in the tokens' claim `iss`.
	Issuer string
	// Audience has to be among the tokens' claim `aud`.
	Audience string
	// JWKS is the URL, or the file, of the issuer's public keys as a JSON Web
	// Key Set. Empty: OpenID Connect discovery tells it, at
	// ISSUER/.well-known/openid-configuration.
	JWKS string
}

// Tokens admit those who bring a JSON Web Token that an OpenID Connect issuer
// has signed for this audience and that has not expired. The claim `scope` (a
// text with spaces between) or `scp` (a list) holds what it is good for, read
// and live; a token with neither admits to nothing.
type Tokens struct{ verifier *oidc.IDTokenVerifier }

// issuerTimeout bounds a question to the issuer.
const issuerTimeout = 10 * time.Second

// algorithms are those with a public key: a token signed with a shared secret,
// or not at all, is none.
var algorithms = []string{oidc.RS256, oidc.RS384, oidc.RS512, oidc.PS256, oidc.PS384, oidc.PS512, oidc.ES256, oidc.ES384, oidc.ES512, oidc.EdDSA}

// NewTokens asks the issuer where its keys are, or takes them from c.JWKS.
func NewTokens(ctx context.Context, c TokenConfig) (*Tokens, error) {
	if c.Issuer == "" || c.Audience == "" {
		return nil, graph.Errorf(graph.BadRequest, "tokens need both an issuer and an audience")
	}
	ctx = oidc.ClientContext(ctx, &http.Client{Timeout: issuerTimeout})
	config := &oidc.Config{ClientID: c.Audience, SupportedSigningAlgs: algorithms}
	if c.JWKS == "" {
		provider, err := oidc.NewProvider(ctx, c.Issuer)
		if err != nil {
			return nil, graph.Wrap(graph.BadRequest, err, "the issuer %s does not say where its keys are", c.Issuer)
		}
		return &Tokens{provider.Verifier(config)}, nil
	}
	if strings.HasPrefix(c.JWKS, "https://") || strings.HasPrefix(c.JWKS, "http://") {
		return &Tokens{oidc.NewVerifier(c.Issuer, oidc.NewRemoteKeySet(ctx, c.JWKS), config)}, nil
	}
	keys, err := readJWKS(c.JWKS)
	if err != nil {
		return nil, err
	}
	return &Tokens{oidc.NewVerifier(c.Issuer, keys, config)}, nil
}

func readJWKS(file string) (*oidc.StaticKeySet, error) {
	text, err := os.ReadFile(file)
	if err != nil {
		return nil, graph.Wrap(graph.BadRequest, err, "the JSON Web Key Set cannot be read")
	}
	var set jose.JSONWebKeySet
	if err := json.Unmarshal(text, &set); err != nil {
		return nil, graph.Wrap(graph.BadRequest, err, "%s is no JSON Web Key Set", file)
	}
	var keys []crypto.PublicKey
	for _, k := range set.Keys {
		if k.IsPublic() && k.Use != "enc" {
			keys = append(keys, k.Key)
		}
	}
	if len(keys) == 0 {
		return nil, graph.Errorf(graph.BadRequest, "%s holds no public key that signatures can be checked with", file)
	}
	return &oidc.StaticKeySet{PublicKeys: keys}, nil
}

// admit gives what a token is good for. Why one is refused is for the log, not
// for whoever sent it.
func (t *Tokens) admit(ctx context.Context, text string) (*Key, error) {
	token, err := t.verifier.Verify(ctx, text)
	if err != nil {
		return nil, err
	}
	var claims struct {
		Scope string   `json:"scope"`
		Scp   []string `json:"scp"`
	}
	if err := token.Claims(&claims); err != nil {
		return nil, err
	}
	key := &Key{Name: token.Subject, Scopes: []string{"none"}, expires: token.Expiry}
	for _, s := range append(strings.Fields(claims.Scope), claims.Scp...) {
		if slices.Contains(scopes, s) {
			key.Scopes = append(key.Scopes, s)
		}
	}
	return key, nil
}
