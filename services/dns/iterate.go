package dns

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net/netip"
	"time"

	mdns "github.com/miekg/dns"
)

// Bounds on one resolution.
const (
	maxUpstream  = 64 // queries sent
	maxReferrals = 32 // from the root down to the answer
	maxDepth     = 4  // resolutions within resolutions, for the addresses of name servers
	maxGlueless  = 4  // name servers of one zone whose addresses are looked up
	maxRounds    = 2  // over the servers of a zone
	maxMinimised = 10 // labels given out one by one (RFC 9156, Section 2.3)
	minPatience  = 200 * time.Millisecond
)

var (
	errDeadline = errors.New("the time for the resolution is over")
	errBudget   = fmt.Errorf("it takes more than %d queries", maxUpstream)
	errChain    = fmt.Errorf("the name is an alias of an alias, more than %d times", maxChain)
	errLong     = fmt.Errorf("more than %d referrals", maxReferrals)
	errDepth    = errors.New("the name servers' own addresses take too long a chain of lookups, or depend on each other")
	errAddress  = errors.New("no address of a name server is known")
	errCached   = errors.New("it failed a moment ago")
	errPanic    = errors.New("the resolver panicked")
)

// result is what a resolution came to. An err goes with SERVFAIL and says
// why.
type result struct {
	rcode int
	sets  [][]mdns.RR
	soa   mdns.RR
	err   error
}

// job is one client's question with all the questions it leads to.
type job struct {
	r      *Resolver
	budget int             // queries that may still be sent
	active map[string]bool // hosts whose addresses are being looked up
}

// cached returns what the cache alone can say, aliases followed.
func (r *Resolver) cached(name string, typ uint16) (res result, ok bool) {
	for range maxChain {
		f, ok := r.cache.lookup(name, typ)
		if !ok {
			return result{}, false
		}
		if len(f.rrs) == 0 {
			res.rcode, res.soa = f.rcode, f.soa
			if f.rcode == mdns.RcodeServerFailure {
				res = result{rcode: f.rcode, err: errCached}
			}
			return res, true
		}
		res.sets = append(res.sets, f.rrs)
		if f.rrs[0].Header().Rrtype == typ {
			return res, true
		}
		name = canonical(target(f.rrs[0]))
	}
	return result{}, false
}

// resolve finds the answer to a question: what the cache has, and for the
// rest the servers.
func (j *job) resolve(ctx context.Context, name string, typ uint16, depth int) result {
	var res result
	for range maxChain {
		f, ok := j.r.cache.lookup(name, typ)
		var o outcome
		switch {
		case ok && f.rcode == mdns.RcodeServerFailure:
			return result{rcode: mdns.RcodeServerFailure, err: errCached}
		case ok && len(f.rrs) == 0:
			o = outcome{rcode: f.rcode, soa: f.soa}
		case ok:
			o = outcome{sets: [][]mdns.RR{f.rrs}}
			if f.rrs[0].Header().Rrtype != typ {
				o.target = canonical(target(f.rrs[0]))
			}
		default:
			var err error
			if o, err = j.iterate(ctx, name, typ, depth); err != nil {
				return result{rcode: mdns.RcodeServerFailure, err: err}
			}
		}
		res.sets = append(res.sets, o.sets...)
		if o.target == "" {
			res.rcode, res.soa = o.rcode, o.soa
			return res
		}
		name = o.target
	}
	return result{rcode: mdns.RcodeServerFailure, err: errChain}
}

// iterate asks servers, from those of the deepest delegation known down,
// until one answers (RFC 1034, Section 5.3.3).
func (j *job) iterate(ctx context.Context, name string, typ uint16, depth int) (outcome, error) {
	from := name
	if up, ok := parent(name); ok && typ == mdns.TypeDS {
		from = up // RFC 4035, Section 4.2
	}
	at := j.r.cache.closest(from)
	hidden := j.r.config.Minimise
	shown := mdns.CountLabel(at.zone)
	for range maxReferrals {
		qname, qtype := name, typ
		if hidden {
			if shown++; shown < mdns.CountLabel(name) && shown <= maxMinimised {
				qname, qtype = lastLabels(name, shown), mdns.TypeA // RFC 9156, Section 2.1
			} else {
				hidden = false
			}
		}
		o, err := j.ask(ctx, at, qname, qtype, depth)
		if err != nil {
			if hidden && !errors.Is(err, errBudget) && ctx.Err() == nil {
				hidden = false // RFC 9156, Section 2.3: some servers cannot bear it
				continue
			}
			j.r.cache.forget(at.zone)
			return outcome{}, err
		}
		j.learn(o, qtype)
		switch {
		case o.verdict == isReferral:
			at = o.cut
			shown = mdns.CountLabel(at.zone)
		case !hidden:
			return o, nil
		case o.rcode == mdns.RcodeNameError && o.about == qname: // and so is all below it (RFC 8020)
			return o, nil
		default: // the label exists; show one more
		}
	}
	return outcome{}, errLong
}

// lastLabels returns the last n labels of a name, fewer than it has.
func lastLabels(name string, n int) string {
	starts := mdns.Split(name)
	return name[starts[len(starts)-n]:]
}

// learn puts an outcome into the cache.
func (j *job) learn(o outcome, typ uint16) {
	for _, set := range o.sets {
		j.r.cache.store(set)
	}
	switch o.verdict {
	case isReferral:
		j.r.cache.delegate(o.cut, o.life)
	case isNegative:
		j.r.cache.deny(o.about, typ, o.rcode, o.soa)
	case isAnswer, isLame, isFailure: // nothing beyond the sets
	}
}

// ask puts a question to the servers of a zone, in order, until one gives a
// useful response. Servers that did not answer get a second round.
func (j *job) ask(ctx context.Context, at cut, name string, typ uint16, depth int) (outcome, error) {
	var (
		errs   []error
		silent []netip.Addr // did not answer and may yet
	)
	known, unknown := j.split(at)
	try := func(addrs []netip.Addr) (outcome, bool, error) {
		silent = silent[:0:0]
		for i, addr := range addrs {
			o, err := j.query(ctx, addr, at.zone, name, typ, len(addrs)-i)
			switch {
			case errors.Is(err, errBudget) || ctx.Err() != nil:
				return o, false, stopped(ctx, err, errs)
			case err != nil:
				errs = append(errs, err)
				silent = append(silent, addr)
			case o.verdict == isLame || o.verdict == isFailure:
				errs = append(errs, fmt.Errorf("%s is no use for %s: %s, %s", addr, at.zone, o.verdict, rcodeName(o.rcode)))
			default:
				return o, true, nil
			}
		}
		return outcome{}, false, nil
	}
	o, done, err := try(known)
	if done || err != nil {
		return o, err
	}
	again := silent
	for i, host := range unknown {
		if i == maxGlueless {
			break
		}
		addrs, err := j.host(ctx, host, depth)
		if err != nil {
			errs = append(errs, fmt.Errorf("%s: %w", host, err))
			if errors.Is(err, errBudget) || ctx.Err() != nil {
				return outcome{}, stopped(ctx, nil, errs)
			}
			continue
		}
		if o, done, err = try(addrs); done || err != nil {
			return o, err
		}
		again = append(again, silent...)
	}
	for range maxRounds - 1 {
		if o, done, err = try(again); done || err != nil {
			return o, err
		}
		again = silent
	}
	if len(errs) == 0 {
		errs = append(errs, errAddress)
	}
	return outcome{}, fmt.Errorf("zone %s: %w", at.zone, failures(errs))
}

// stopped returns why a resolution cannot go on, with what went wrong before.
func stopped(ctx context.Context, err error, errs []error) error {
	if err != nil {
		errs = append(errs, err)
	}
	if ctx.Err() != nil {
		errs = append(errs, context.Cause(ctx))
	}
	return failures(errs)
}

// split returns the addresses of a zone's servers that are known, in the
// order to try them, and the servers without a known address.
func (j *job) split(at cut) (known []netip.Addr, unknown []string) {
	servers := append([]nameserver(nil), at.servers...)
	if j.r.config.Shuffle != nil {
		j.r.config.Shuffle(len(servers), func(a, b int) { servers[a], servers[b] = servers[b], servers[a] })
	}
	for _, s := range servers {
		addrs := j.usable(s.addrs)
		if len(addrs) == 0 {
			if f, ok := j.r.cache.lookup(s.name, mdns.TypeA); ok {
				addrs = j.usable(addresses(f.rrs))
			}
		}
		if len(addrs) == 0 {
			unknown = append(unknown, s.name)
		}
		known = append(known, addrs...)
	}
	return j.r.cache.up(known), unknown
}

// usable returns the addresses of families the resolver uses.
func (j *job) usable(addrs []netip.Addr) []netip.Addr {
	out := make([]netip.Addr, 0, len(addrs))
	for _, a := range addrs {
		if a.Is4() || j.r.config.IPv6 {
			out = append(out, a)
		}
	}
	return out
}

// host looks up the addresses of a name server for which there is no glue.
func (j *job) host(ctx context.Context, name string, depth int) ([]netip.Addr, error) {
	if depth == maxDepth || j.active[name] {
		return nil, errDepth
	}
	j.active[name] = true
	defer delete(j.active, name)
	types := []uint16{mdns.TypeA}
	if j.r.config.IPv6 {
		types = append(types, mdns.TypeAAAA)
	}
	var addrs []netip.Addr
	var failed error
	for _, typ := range types {
		res := j.resolve(ctx, name, typ, depth+1)
		if res.err != nil {
			failed = res.err
		}
		for _, set := range res.sets {
			addrs = append(addrs, addresses(set)...)
		}
	}
	switch {
	case len(addrs) > 0:
		return addrs, nil
	case failed != nil:
		return nil, failed
	}
	return nil, errAddress
}

// query asks one server one question and judges its response. While others
// wait to be asked the server gets its share of the time that is left.
func (j *job) query(ctx context.Context, addr netip.Addr, zone, name string, typ uint16, waiting int) (outcome, error) {
	if j.budget == 0 {
		return outcome{}, errBudget
	}
	j.budget--
	patience := j.r.config.Timeout
	if deadline, ok := ctx.Deadline(); ok {
		patience = min(patience, max(time.Until(deadline)/time.Duration(waiting), minPatience))
	}
	qctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	start := time.Now()
	server := netip.AddrPortFrom(addr, 53)
	m, network, err := ask(qctx, j.r.config.Dial, "udp", server, newQuery(name, typ, false, j.r.config.UDPSize))
	var o outcome
	if err == nil {
		o = interpret(zone, name, typ, m)
	}
	if ctx.Err() == nil {
		j.r.cache.mark(addr, err == nil)
	}
	j.note(ctx, addr, zone, name, typ, network, o, err, time.Since(start))
	if err != nil {
		return o, fmt.Errorf("%s: %w", addr, err)
	}
	return o, nil
}

// note tells of one query to one server.
func (j *job) note(ctx context.Context, addr netip.Addr, zone, name string, typ uint16, network string, o outcome, err error, took time.Duration) {
	if !j.r.log.Enabled(ctx, slog.LevelInfo) {
		return
	}
	attrs := make([]slog.Attr, 0, 12)
	attrs = append(attrs, slog.String("server", addr.String()), slog.String("zone", zone), slog.String("name", name),
		slog.String("type", typeName(typ)), slog.String("network", network))
	if err != nil {
		attrs = append(attrs, slog.String("outcome", "unanswered"), slog.String("error", err.Error()))
	} else {
		attrs = append(attrs, slog.String("outcome", string(o.verdict)), slog.String("rcode", rcodeName(o.rcode)))
	}
	if o.verdict == isReferral {
		attrs = append(attrs, slog.String("referral", o.cut.zone))
	}
	if len(o.sets) > 0 {
		var rrs []mdns.RR
		for _, set := range o.sets {
			rrs = append(rrs, set...)
		}
		attrs = append(attrs, slog.Any("records", texts(rrs)))
	}
	attrs = append(attrs, slog.Duration("duration", took))
	j.r.log.LogAttrs(ctx, slog.LevelInfo, "upstream", attrs...)
}
