package run

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"net"
	"net/netip"
	"os/exec"
	"slices"
	"strings"
	"syscall"
	"time"

	"github.com/netrig/netrig/harness/internal/lab"
	"github.com/netrig/netrig/harness/internal/process"
	"github.com/netrig/netrig/harness/state"
	"github.com/netrig/netrig/harness/suite"
	"github.com/netrig/netrig/services/http"
)

// question is what a node asks the network: exactly one of them is set.
type question struct {
	Ping *suite.Ping
	DNS  *suite.DNS
	HTTP *suite.HTTP
	Exec *suite.Exec
	Path *suite.Path

	RouteGet *suite.RouteGet
	Counter  *suite.Counter
}

// questionOf returns what an assertion asks.
func questionOf(a *suite.Assertion) question {
	switch {
	case a.Ping != nil:
		return question{Ping: &a.Ping.Ping}
	case a.DNS != nil:
		return question{DNS: &a.DNS.DNS}
	case a.HTTP != nil:
		return question{HTTP: a.HTTP.HTTP()}
	case a.Exec != nil:
		return question{Exec: &a.Exec.Exec}
	case a.Path != nil:
		return question{Path: &a.Path.Path}
	case a.RouteGet != nil:
		return question{RouteGet: &a.RouteGet.RouteGet}
	case a.Counter != nil:
		return question{Counter: &a.Counter.Counter}
	}
	return question{}
}

// answer has a node ask. What keeps the network from answering is in the
// answer; the error is what kept the harness from asking.
func (r *runner) answer(ctx context.Context, q question) (*state.Answer, error) {
	started := time.Now().UTC()
	a, err := r.ask(ctx, q)
	if a != nil {
		a.Time = started
	}
	return a, err
}

func (r *runner) ask(ctx context.Context, q question) (*state.Answer, error) {
	switch {
	case q.Ping != nil:
		return r.ping(ctx, q.Ping)
	case q.DNS != nil:
		return r.dns(ctx, q.DNS)
	case q.HTTP != nil:
		return r.http(ctx, q.HTTP)
	case q.Exec != nil:
		return r.exec(ctx, q.Exec)
	case q.Path != nil:
		return r.path(ctx, q.Path)
	case q.RouteGet != nil:
		return r.routeGet(q.RouteGet)
	case q.Counter != nil:
		return r.counter(q.Counter)
	}
	return nil, errors.New("nothing to ask")
}

func (r *runner) ping(ctx context.Context, p *suite.Ping) (*state.Answer, error) {
	node := r.lab.Node(p.From)
	a := &state.Answer{Node: p.From, Ping: &state.Ping{}}
	to, err := r.destination(ctx, node, p.To, a)
	if err != nil || a.Error != "" {
		return a, err
	}
	size := p.Size
	if size == 0 {
		size = -1 // no data at all
	}
	result, err := node.Ping(ctx, to, lab.PingOptions{
		Count: p.Count, Interval: p.Interval, Timeout: p.Timeout, Size: size, TTL: p.TTL,
		DontFragment: p.DF,
	})
	a.Ping = &result
	return a, unsent(ctx, err, a)
}

func (r *runner) path(ctx context.Context, p *suite.Path) (*state.Answer, error) {
	node := r.lab.Node(p.From)
	a := &state.Answer{Node: p.From, Path: &state.Path{}}
	to, err := r.destination(ctx, node, p.To, a)
	if err != nil || a.Error != "" {
		return a, err
	}
	result, err := node.Path(ctx, to, lab.PathOptions{ICMP: p.Network == suite.ICMPProbes, Max: p.Max, Timeout: p.Timeout})
	a.Path = &result
	return a, unsent(ctx, err, a)
}

// destination is the address that a node sends to. What keeps it from finding one
// is the answer's error.
func (r *runner) destination(ctx context.Context, node *lab.Node, to string, a *state.Answer) (netip.Addr, error) {
	addrs, err := node.Lookup(ctx, to)
	switch {
	case err != nil && ownTrouble(ctx, err):
		return netip.Addr{}, err
	case err != nil:
		a.Error = err.Error()
		return netip.Addr{}, nil //nolint:nilerr // it is what the network says
	case len(addrs) == 0:
		a.Error = to + " has no address that " + node.Name + " can use"
		return netip.Addr{}, nil
	}
	return addrs[0], nil
}

// unsent takes the error of who sends packets for an answer, where it is one.
func unsent(ctx context.Context, err error, a *state.Answer) error {
	if err != nil && !ownTrouble(ctx, err) && refusedByNetwork(err) {
		a.Error = err.Error()
		return nil
	}
	return err
}

// refusals are what the kernel answers to a packet that the network, as the
// node knows it, cannot carry.
var refusals = [...]syscall.Errno{
	syscall.ENETUNREACH, syscall.EHOSTUNREACH, syscall.ENETDOWN, syscall.EHOSTDOWN,
	syscall.EADDRNOTAVAIL, syscall.EMSGSIZE, syscall.EACCES, syscall.EPERM, syscall.EINVAL,
}

func refusedByNetwork(err error) bool {
	return slices.ContainsFunc(refusals[:], func(e syscall.Errno) bool { return errors.Is(err, e) })
}

// troubles are what the kernel says where this machine lacks something, of
// which the network in the lab knows nothing.
var troubles = [...]syscall.Errno{syscall.EMFILE, syscall.ENFILE, syscall.ENOMEM}

// ownTrouble reports whether an error says nothing about the network: the
// case was ended, or the harness lacks what it needs to ask.
func ownTrouble(whole context.Context, err error) bool {
	if whole.Err() != nil {
		return true
	}
	if op := (*net.OpError)(nil); errors.As(err, &op) && op.Op == "listen" && errors.Is(err, syscall.EPERM) {
		return true // no right to open the socket; where a packet is not let through the operation is write
	}
	return slices.ContainsFunc(troubles[:], func(e syscall.Errno) bool { return errors.Is(err, e) })
}

func (r *runner) dns(whole context.Context, d *suite.DNS) (*state.Answer, error) {
	ctx, cancel := context.WithTimeout(whole, d.Timeout)
	defer cancel()
	client := r.lab.Node(d.From).Resolver()
	client.TCP = d.Network == "tcp"
	if d.Server.Addr.IsValid() {
		server := netip.AddrPortFrom(d.Server.Addr, 53)
		client.Nameservers = func() []netip.AddrPort { return []netip.AddrPort{server} }
	}
	a := &state.Answer{Node: d.From, DNS: &state.DNS{Name: d.Name, Type: d.Type}}
	answer, err := client.Lookup(ctx, d.Name, d.Type)
	if err != nil && ownTrouble(whole, err) {
		return nil, err
	}
	if err != nil {
		a.Error = err.Error()
		return a, nil
	}
	*a.DNS = state.DNS(answer)
	return a, nil
}

func (r *runner) http(whole context.Context, h *suite.HTTP) (*state.Answer, error) {
	ctx, cancel := context.WithTimeout(whole, h.Timeout)
	defer cancel()
	client, done := r.httpClient(h)
	request := http.Request{Method: h.Method, URL: h.URL, Body: []byte(h.Body)}
	for _, f := range h.Headers {
		request.Headers = append(request.Headers, http.Header{Name: f.Key, Value: f.Value})
	}
	if h.Pad != nil {
		request.Pad = http.Pad{Header: h.Pad.Header, Size: h.Pad.To}
	}
	a := &state.Answer{Node: h.From, HTTP: &state.HTTP{URL: h.URL}}
	result, err := client.Do(ctx, request)
	err = errors.Join(err, done())
	var unsendable *http.RequestError
	if err != nil && (ownTrouble(whole, err) || errors.As(err, &unsendable)) {
		return nil, err
	}
	*a.HTTP = state.HTTP(result)
	if err != nil {
		a.HTTP.URL, a.Error = h.URL, err.Error()
	}
	return a, nil
}

// httpClient returns the client for a request, and what is to be done after
// it. Requests that keep their connection share a client with those from the
// same node and port that speak TLS in the same way.
func (r *runner) httpClient(h *suite.HTTP) (c *http.Client, done func() error) {
	client := func() *http.Client {
		c := r.lab.Node(h.From).HTTPClient(int(h.SourcePort))
		if t := h.TLS; t != nil {
			c.TLS.ServerName, c.TLS.NextProtos, c.TLS.InsecureSkipVerify = t.Name, t.ALPN, t.Insecure
			c.TLS.MinVersion, c.TLS.MaxVersion = http.TLSVersion(t.Min), http.TLSVersion(t.Max)
		}
		return c
	}
	if !h.KeepAlive {
		c = client()
		return c, c.Close
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	from := origin{node: h.From, port: h.SourcePort}
	if t := h.TLS; t != nil {
		from.tls = fmt.Sprint(t.Name, t.Min, t.Max, t.ALPN, t.Insecure)
	}
	if c = r.kept[from]; c == nil {
		c = client()
		c.KeepAlive = true
		r.kept[from] = c
	}
	return c, func() error { return nil }
}

// closeKept closes the connections that requests kept open.
func (r *runner) closeKept() error {
	r.mu.Lock()
	defer r.mu.Unlock()
	var errs []error
	for _, c := range r.kept {
		errs = append(errs, c.Close())
	}
	return errors.Join(errs...)
}

func (r *runner) exec(ctx context.Context, e *suite.Exec) (*state.Answer, error) {
	limited, cancel := context.WithTimeout(ctx, e.Timeout)
	defer cancel()
	spec := process.Spec{Args: e.Command, Stdin: strings.NewReader(e.Stdin)}
	if len(e.Env) > 0 {
		spec.Env = r.lab.Node(e.Node).Environ()
		for _, v := range e.Env {
			spec.Env = append(spec.Env, v.Key+"="+v.Value)
		}
	}
	p, err := r.lab.Node(e.Node).Command(limited, spec)
	if errors.Is(err, exec.ErrNotFound) || errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("%w: install it, or correct the name", err)
	}
	if err != nil {
		return nil, err
	}
	ended, err := p.Wait()
	a := &state.Answer{Node: e.Node, Exec: &ended}
	switch {
	case errors.Is(err, context.DeadlineExceeded) && ctx.Err() == nil:
		a.Error = fmt.Sprintf("the program was still running after %s and was ended", e.Timeout)
	case err != nil:
		return nil, err
	}
	return a, nil
}
