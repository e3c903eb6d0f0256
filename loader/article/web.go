package article

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"strings"
	"syscall"
)

// web downloads a URL and reads it.
func (r *Reader) web(name, scheme string, out *sink) error {
	if scheme != "http" && scheme != "https" {
		return fmt.Errorf("the scheme %s is not read: only http and https are", scheme)
	}
	address, err := url.Parse(name)
	if err != nil || address.Host == "" {
		return errors.New("is no valid URL: check it")
	}
	ctx, cancel := context.WithTimeout(out.ctx, r.config.Timeout)
	defer cancel()
	got, err := r.download(ctx, address)
	if err != nil && out.ctx.Err() == nil && ctx.Err() != nil {
		return fmt.Errorf("did not answer in full within %v: try again later", r.config.Timeout)
	}
	if err != nil {
		return err
	}
	got.name = withoutPassword(name)
	return r.stream(got, out)
}

// download follows redirects itself, so that each is checked: a redirect may
// lead to private addresses only on the host that the user named.
func (r *Reader) download(ctx context.Context, typed *url.URL) (*stream, error) {
	at := typed
	for range r.config.MaxRedirects + 1 {
		answer, err := r.get(ctx, at, sameHost(at, typed))
		if err != nil {
			return nil, err
		}
		if answer.StatusCode < 300 || answer.StatusCode > 399 {
			return r.answered(answer, at)
		}
		answer.Body.Close()
		if at, err = answer.Location(); err != nil {
			return nil, fmt.Errorf("answers %s without saying where to", answer.Status)
		}
		if at.Scheme != "http" && at.Scheme != "https" {
			return nil, fmt.Errorf("redirects to the scheme %s: only http and https are read", at.Scheme)
		}
	}
	return nil, fmt.Errorf("redirects more than %d times: give the final address", r.config.MaxRedirects)
}

func (r *Reader) get(ctx context.Context, at *url.URL, trusted bool) (*http.Response, error) {
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, at.String(), nil)
	if err != nil {
		return nil, err
	}
	proxy, err := http.ProxyFromEnvironment(request)
	if err != nil {
		return nil, fmt.Errorf("the proxy in the environment is malformed: %w", err)
	}
	if ip, err := netip.ParseAddr(at.Hostname()); err == nil && !trusted {
		if err := refusePrivate(ip); err != nil {
			return nil, err
		}
	}
	// Behind a proxy the address dialled is the proxy's, and names are its affair.
	request = request.WithContext(context.WithValue(ctx, trustedHost{}, trusted || proxy != nil))
	request.Header.Set("User-Agent", r.config.UserAgent)
	request.Header.Set("Accept", "text/html,application/xhtml+xml,application/feed+json,application/json,application/xml;q=0.9,*/*;q=0.5")
	answer, err := r.client.Do(request)
	var detail *url.Error
	if errors.As(err, &detail) {
		// The URL stands in front of the reason already.
		return nil, fmt.Errorf("cannot be fetched: %w", detail.Err)
	}
	return answer, err
}

// answered takes the body of an answer into memory, up to the limit.
func (r *Reader) answered(answer *http.Response, at *url.URL) (*stream, error) {
	defer answer.Body.Close()
	if answer.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("answers %s: check the address in a browser", answer.Status)
	}
	body, err := io.ReadAll(io.LimitReader(answer.Body, r.config.MaxDownload+1))
	if err != nil {
		return nil, fmt.Errorf("was cut off while it was fetched: %w", err)
	}
	if int64(len(body)) > r.config.MaxDownload {
		return nil, fmt.Errorf("answers more than %d bytes: download it and load the file", r.config.MaxDownload)
	}
	base := *at
	base.User = nil
	s := &stream{in: newBuffered(bytes.NewReader(body)), base: &base}
	s.named, s.charset = formatOfType(answer.Header.Get("Content-Type"))
	if s.named == unclear {
		s.named = formatOfName(at.Path)
	}
	return s, nil
}

// withoutPassword is a name that can be shown and stored.
func withoutPassword(name string) string {
	if u, err := url.Parse(name); err == nil && scheme.MatchString(name) && u.User != nil {
		u.User = nil
		return u.String()
	}
	return name
}

func sameHost(a, b *url.URL) bool {
	return strings.EqualFold(a.Hostname(), b.Hostname()) && portOf(a) == portOf(b)
}

func portOf(u *url.URL) string { return firstOf(u.Port(), defaultPort(u.Scheme)) }

// trustedHost is the context's key of whether any address may be dialled.
type trustedHost struct{}

// newClient makes a client that leaves redirects to its user and refuses
// private addresses of hosts that are not trusted. Connections are not kept,
// for one that a trusted request opened must not serve another.
func newClient() *http.Client {
	dialer := &net.Dialer{ControlContext: func(ctx context.Context, _, address string, _ syscall.RawConn) error {
		if trusted, _ := ctx.Value(trustedHost{}).(bool); trusted {
			return nil
		}
		dialled, err := netip.ParseAddrPort(address)
		if err != nil {
			return err
		}
		return refusePrivate(dialled.Addr())
	}}
	return &http.Client{
		Transport: &http.Transport{
			Proxy: http.ProxyFromEnvironment, DialContext: dialer.DialContext,
			DisableKeepAlives: true, ForceAttemptHTTP2: true, MaxResponseHeaderBytes: mebi,
		},
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}
}

// special are networks beyond those that net/netip calls private.
var special = []netip.Prefix{
	netip.MustParsePrefix("0.0.0.0/8"), netip.MustParsePrefix("100.64.0.0/10"), netip.MustParsePrefix("192.0.0.0/24"),
	netip.MustParsePrefix("198.18.0.0/15"), netip.MustParsePrefix("240.0.0.0/4"), netip.MustParsePrefix("64:ff9b::/96"),
	netip.MustParsePrefix("2002::/16"),
}

func refusePrivate(ip netip.Addr) error {
	ip = ip.Unmap().WithZone("")
	private := !ip.IsGlobalUnicast() || ip.IsPrivate()
	for _, network := range special {
		private = private || network.Contains(ip)
	}
	if private {
		return fmt.Errorf("redirects to the private address %s, which is not followed: name it yourself if you mean it", ip)
	}
	return nil
}
