package article

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"net/url"
	"strings"
)

// trackers are the query parameters that tell where a reader came from, not
// what is read; those that begin with `utm_` go with them.
var trackers = map[string]bool{
	"fbclid": true, "gclid": true, "dclid": true, "gbraid": true, "wbraid": true, "msclkid": true, "yclid": true,
	"twclid": true, "igshid": true, "mc_cid": true, "mc_eid": true, "_ga": true, "_gl": true, "cmpid": true,
	"ns_campaign": true, "ns_mchannel": true, "ns_source": true, "ocid": true, "ito": true, "smid": true, "taid": true,
}

// CanonicalURL normalises an http or https URL so that equal addresses are
// equal strings: scheme and host in lower case, no default port, no fragment,
// no user, no tracking parameters, dots in the path resolved. base, if not
// nil, completes a relative address. The result is empty for anything else.
func CanonicalURL(raw string, base *url.URL) string {
	u, err := url.Parse(strings.TrimSpace(raw))
	if err != nil || raw == "" {
		return ""
	}
	if base != nil {
		u = base.ResolveReference(u)
	} else {
		u = u.ResolveReference(&url.URL{Path: u.Path, RawPath: u.RawPath, RawQuery: u.RawQuery})
	}
	u.Scheme = strings.ToLower(u.Scheme)
	host := strings.TrimRight(strings.ToLower(u.Hostname()), ".")
	if u.Scheme != "http" && u.Scheme != "https" || host == "" {
		return ""
	}
	if strings.Contains(host, ":") {
		host = "[" + host + "]"
	}
	if port := u.Port(); port != "" && port != defaultPort(u.Scheme) {
		host += ":" + port
	}
	u.Host, u.User, u.Fragment, u.RawFragment = host, nil, "", ""
	if u.Path == "" {
		u.Path = "/"
	}
	u.RawQuery, u.ForceQuery = withoutTrackers(u.RawQuery), false
	return u.String()
}

func defaultPort(scheme string) string {
	if scheme == "https" {
		return "443"
	}
	return "80"
}

func withoutTrackers(query string) string {
	var kept []string
	for part := range strings.SplitSeq(query, "&") {
		name, _, _ := strings.Cut(strings.ToLower(part), "=")
		if part != "" && !trackers[name] && !strings.HasPrefix(name, "utm_") {
			kept = append(kept, part)
		}
	}
	return strings.Join(kept, "&")
}

// identify fills ContentHash and Key.
func (a *Article) identify() {
	// A JSON array of strings always encodes, and keeps the fields apart.
	content, _ := json.Marshal([]string{a.Title, a.Text, a.URL, a.Canonical, a.Publisher, a.Language,
		a.Published.Value, a.Modified.Value})
	sum := sha256.Sum256(content)
	a.ContentHash = hex.EncodeToString(sum[:])
	switch {
	case a.ID != "":
		a.Key = a.ID
	case a.Canonical != "":
		a.Key = a.Canonical
	default:
		a.Key = a.ContentHash
	}
}
