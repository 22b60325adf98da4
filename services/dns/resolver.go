package dns

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/netip"
	"runtime/debug"
	"sync"
	"time"

	mdns "github.com/miekg/dns"
)

// ResolverConfig tells a recursive resolver where to start and where to
// answer.
type ResolverConfig struct {
	PacketConn net.PacketConn                   // UDP, open; nil for none. Closed by Serve.
	Listener   net.Listener                     // TCP, open; nil for none. Closed by Serve.
	Dial       DialFunc                         // required: how queries leave
	Roots      []Root                           // required, tried in this order; Roots() has the classic thirteen
	Timeout    time.Duration                    // of one query to one server; 800ms if 0
	Deadline   time.Duration                    // of one resolution with all its queries; 9s if 0
	CacheSize  int                              // entries; 10,000 if 0
	Shuffle    func(n int, swap func(i, j int)) // order of a zone's servers; nil keeps the one they are listed in
	Minimise   bool                             // tell each zone no more labels than it needs (RFC 9156)
	IPv6       bool                             // ask servers at their IPv6 addresses as well
	UDPSize    uint16                           // offered to servers, and largest answer to clients, in octets; 1232 if 0
	Now        func() time.Time                 // the clock the cache ages by; time.Now if nil
	Logger     *slog.Logger                     // events; nil discards
}

// Resolver is a recursive name server (RFC 1034, Section 5.3.3) with a cache.
// It starts at the root servers it is told, follows referrals down, and
// believes each server for its own zone only.
type Resolver struct {
	config ResolverConfig
	log    *slog.Logger
	cache  *cache
	wire   transport

	mu      sync.Mutex
	flights map[key]*flight
	wg      sync.WaitGroup // flights
}

// flight is a resolution under way, with all who wait for it.
type flight struct {
	done   chan struct{}
	result result // once done is closed
}

// NewResolver returns a resolver with an empty cache. It takes over the
// sockets only when it returns no error.
func NewResolver(c ResolverConfig) (*Resolver, error) {
	switch {
	case c.PacketConn == nil && c.Listener == nil:
		return nil, errors.New("dns: a resolver without a socket; give it a PacketConn, a Listener or both")
	case c.Dial == nil:
		return nil, errors.New("dns: a resolver without Dial cannot ask anybody")
	case len(c.Roots) == 0:
		return nil, errors.New("dns: a resolver without root servers has nowhere to start; name one")
	}
	roots := cut{zone: "."}
	for _, root := range c.Roots {
		if _, ok := mdns.IsDomainName(root.Name); !ok || !root.Address.IsValid() || root.Address.IsUnspecified() {
			return nil, fmt.Errorf("dns: root server %q at %s wants a domain name and an address", root.Name, root.Address)
		}
		if root.Address.Is6() && !root.Address.Is4In6() && !c.IPv6 {
			continue
		}
		roots.servers = append(roots.servers, nameserver{name: canonical(root.Name), addrs: []netip.Addr{root.Address.Unmap()}})
	}
	if len(roots.servers) == 0 {
		return nil, errors.New("dns: all root servers have IPv6 addresses, which the resolver must not use; set IPv6 or name another")
	}
	if c.Timeout <= 0 {
		c.Timeout = 800 * time.Millisecond
	}
	if c.Deadline <= 0 {
		c.Deadline = 9 * time.Second
	}
	if c.CacheSize <= 0 {
		c.CacheSize = 10_000
	}
	if c.Now == nil {
		c.Now = time.Now
	}
	c.UDPSize = sizeOr(c.UDPSize)
	r := &Resolver{config: c, log: logger(c.Logger), flights: make(map[key]*flight)}
	r.cache = newCache(c.CacheSize, roots, c.Now)
	r.wire = transport{pc: c.PacketConn, ln: c.Listener, log: r.log, answer: r.answer}
	return r, nil
}

// Serve answers until ctx ends, closes the sockets and returns nil. It must
// be called once.
func (r *Resolver) Serve(ctx context.Context) error {
	err := r.wire.serve(ctx)
	r.wg.Wait()
	return err
}

// answer answers a client: from the cache, or by resolving. A query without
// the RD bit shows only what is in the cache and is refused otherwise.
func (r *Resolver) answer(ctx context.Context, req request) *mdns.Msg {
	start := time.Now()
	q, m := screen(req.raw)
	if q == nil {
		malformed(ctx, r.log, req, m)
		return m
	}
	asked(ctx, r.log, req, q)
	m = q.response()
	m.RecursionAvailable = true
	res, cached := r.cached(canonical(q.name), q.typ)
	switch {
	case q.typ == mdns.TypeANY:
		res = result{sets: [][]mdns.RR{{anyAnswer(q.name)}}}
	case cached:
	case !q.msg.RecursionDesired:
		res = result{rcode: mdns.RcodeRefused}
	default:
		res = r.join(ctx, key{canonical(q.name), q.typ})
	}
	rep := reply{rcode: res.rcode}
	for _, set := range res.sets {
		rep.answer = append(rep.answer, set...)
	}
	if res.soa != nil {
		rep.authority = []mdns.RR{res.soa}
	}
	q.fill(m, &rep, req.network, r.config.UDPSize)
	more := []slog.Attr{slog.Bool("cached", cached)}
	if res.err != nil {
		more = append(more, slog.String("error", res.err.Error()))
	}
	answered(ctx, r.log, req, q, m, start, more...)
	return m
}

// anyAnswer is the answer to a question for all types (RFC 8482, Section
// 4.2).
func anyAnswer(name string) mdns.RR {
	return &mdns.HINFO{Hdr: mdns.RR_Header{Name: name, Rrtype: mdns.TypeHINFO, Class: mdns.ClassINET, Ttl: 3600}, Cpu: "RFC8482"}
}

// join returns the result of the flight for a question, and starts one if
// none is under way, so that the same question is resolved once at a time.
func (r *Resolver) join(ctx context.Context, k key) result {
	r.mu.Lock()
	f := r.flights[k]
	if f == nil {
		f = &flight{done: make(chan struct{})}
		r.flights[k] = f
		r.wg.Go(func() { r.fly(ctx, k, f) }) // ends by the deadline, or by ctx
	}
	r.mu.Unlock()
	select {
	case <-f.done:
		return f.result
	case <-ctx.Done():
		return result{rcode: mdns.RcodeServerFailure, err: ctx.Err()}
	}
}

// fly resolves a question for all who wait.
func (r *Resolver) fly(ctx context.Context, k key, f *flight) {
	ctx, cancel := context.WithTimeoutCause(ctx, r.config.Deadline, errDeadline)
	defer cancel()
	f.result = result{rcode: mdns.RcodeServerFailure, err: errPanic}
	defer func() {
		if p := recover(); p != nil {
			r.log.LogAttrs(ctx, slog.LevelError, "panic", slog.String("panic", fmt.Sprint(p)), slog.String("stack", string(debug.Stack())))
		}
		r.mu.Lock()
		delete(r.flights, k)
		r.mu.Unlock()
		close(f.done)
	}()
	j := &job{r: r, budget: maxUpstream, active: make(map[string]bool)}
	f.result = j.resolve(ctx, k.name, k.typ, 0)
	stopping := ctx.Err() != nil && !errors.Is(context.Cause(ctx), errDeadline)
	if f.result.rcode == mdns.RcodeServerFailure && !stopping {
		r.cache.fail(k.name, k.typ)
	}
}
