package dns

import (
	"container/list"
	"net/netip"
	"sync"
	"time"

	mdns "github.com/miekg/dns"
)

// Bounds on how long something is believed.
const (
	maxTTL         = 24 * time.Hour
	maxNegativeTTL = 3 * time.Hour // RFC 2308, Section 5
	failureTTL     = time.Second   // RFC 9520, Section 3.2
	downTTL        = 10 * time.Second
)

// lru is a bounded map that forgets what was used least recently.
type lru[K comparable, V any] struct {
	size  int
	order *list.List // of *item, most recently used first
	items map[K]*list.Element
}

type item[K comparable, V any] struct {
	key   K
	value V
}

func newLRU[K comparable, V any](size int) *lru[K, V] {
	return &lru[K, V]{size: size, order: list.New(), items: make(map[K]*list.Element)}
}

func (l *lru[K, V]) get(key K) (v V, ok bool) {
	e, ok := l.items[key]
	if !ok {
		return v, false
	}
	l.order.MoveToFront(e)
	return e.Value.(*item[K, V]).value, true
}

func (l *lru[K, V]) put(key K, value V) {
	if e, ok := l.items[key]; ok {
		e.Value.(*item[K, V]).value = value
		l.order.MoveToFront(e)
		return
	}
	if l.order.Len() >= l.size {
		l.remove(l.order.Back().Value.(*item[K, V]).key)
	}
	l.items[key] = l.order.PushFront(&item[K, V]{key: key, value: value})
}

func (l *lru[K, V]) remove(key K) {
	if e, ok := l.items[key]; ok {
		l.order.Remove(e)
		delete(l.items, key)
	}
}

// key is a question. For NXDOMAIN, which holds for all types, typ is 0.
type key struct {
	name string // canonical
	typ  uint16
}

// fact is what the cache knows of a question: its records, or that there are
// none (soa is then the proof), or that nobody could tell (SERVFAIL).
type fact struct {
	rcode   int
	rrs     []mdns.RR
	soa     mdns.RR
	expires time.Time
}

// cut is a delegation: the servers of a zone as the zone above names them.
// Its addresses serve to ask those servers and never answer a client (RFC
// 2181, Section 5.4.1).
type cut struct {
	zone    string // canonical
	servers []nameserver
	expires time.Time // zero for the root hints, which never do
}

type nameserver struct {
	name  string // canonical
	addrs []netip.Addr
}

// cache is what a resolver has learned. Facts came from servers that have
// authority; cuts from referrals.
type cache struct {
	now   func() time.Time
	roots cut

	mu    sync.Mutex
	facts *lru[key, fact]
	cuts  *lru[string, cut]
	down  *lru[netip.Addr, time.Time] // servers that did not answer, until when they come last
}

func newCache(size int, roots cut, now func() time.Time) *cache {
	return &cache{
		now: now, roots: roots,
		facts: newLRU[key, fact](size), cuts: newLRU[string, cut](size), down: newLRU[netip.Addr, time.Time](size),
	}
}

// lookup returns the fact about a question that has not expired, with the
// time left as TTLs. NXDOMAIN of a name above holds as well (RFC 8020).
func (c *cache) lookup(name string, typ uint16) (fact, bool) {
	now := c.now()
	f, ok := c.find(name, typ, now)
	if !ok {
		return fact{}, false
	}
	return aged(f, now), true
}

func (c *cache) find(name string, typ uint16, now time.Time) (fact, bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	for _, k := range [...]key{{name, typ}, {name, mdns.TypeCNAME}} {
		if f, ok := c.live(k, now); ok && (k.typ == typ || len(f.rrs) > 0) {
			return f, true
		}
	}
	for n := range ancestors(name) {
		if f, ok := c.live(key{n, 0}, now); ok {
			return f, true
		}
	}
	return fact{}, false
}

// live returns a fact unless it has expired; the caller holds the lock.
func (c *cache) live(k key, now time.Time) (fact, bool) {
	f, ok := c.facts.get(k)
	if ok && !now.Before(f.expires) {
		c.facts.remove(k)
		return fact{}, false
	}
	return f, ok
}

// aged returns the fact with the seconds it has left as TTL, rounded up.
func aged(f fact, now time.Time) fact {
	left := uint32((f.expires.Sub(now) + time.Second - 1) / time.Second)
	rrs := make([]mdns.RR, len(f.rrs))
	for i, rr := range f.rrs {
		rrs[i] = withTTL(rr, left)
	}
	f.rrs = rrs
	if f.soa != nil {
		f.soa = withTTL(f.soa, left)
	}
	return f
}

func withTTL(rr mdns.RR, ttl uint32) mdns.RR {
	rr = mdns.Copy(rr)
	rr.Header().Ttl = ttl
	return rr
}

// store keeps a set of records for its TTL. Nothing is kept for a TTL of 0
// (RFC 1035, Section 3.2.1).
func (c *cache) store(rrs []mdns.RR) {
	h := rrs[0].Header()
	life := min(lifetime(rrs), maxTTL)
	c.keep(key{canonical(h.Name), h.Rrtype}, fact{rrs: rrs}, life)
}

// deny keeps a negative answer for the time its SOA record allows (RFC 2308,
// Section 5); without one it is not kept.
func (c *cache) deny(name string, typ uint16, rcode int, soa mdns.RR) {
	s, ok := soa.(*mdns.SOA)
	if !ok {
		return
	}
	if rcode == mdns.RcodeNameError {
		typ = 0
	}
	life := min(seconds(s.Hdr.Ttl), seconds(s.Minttl), maxNegativeTTL)
	c.keep(key{name, typ}, fact{rcode: rcode, soa: soa}, life)
}

// fail keeps that a question could not be resolved, for a moment (RFC 9520).
func (c *cache) fail(name string, typ uint16) {
	c.keep(key{name, typ}, fact{rcode: mdns.RcodeServerFailure}, failureTTL)
}

func (c *cache) keep(k key, f fact, life time.Duration) {
	if life <= 0 {
		return
	}
	f.expires = c.now().Add(life)
	c.mu.Lock()
	defer c.mu.Unlock()
	c.facts.put(k, f)
}

// seconds turns a TTL into a duration; one with the top bit set counts as 0
// (RFC 2181, Section 8).
func seconds(ttl uint32) time.Duration {
	if ttl > 1<<31-1 {
		return 0
	}
	return time.Duration(ttl) * time.Second
}

// lifetime returns the shortest TTL of the records.
func lifetime(rrs []mdns.RR) time.Duration {
	life := seconds(rrs[0].Header().Ttl)
	for _, rr := range rrs[1:] {
		life = min(life, seconds(rr.Header().Ttl))
	}
	return life
}

// delegate keeps a delegation.
func (c *cache) delegate(d cut, life time.Duration) {
	life = min(life, maxTTL)
	if life <= 0 {
		return
	}
	d.expires = c.now().Add(life)
	c.mu.Lock()
	defer c.mu.Unlock()
	c.cuts.put(d.zone, d)
}

// forget drops a delegation whose servers are of no use, so that the zone
// above is asked anew.
func (c *cache) forget(zone string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.cuts.remove(zone)
}

// closest returns the deepest known delegation at or above a name, the root
// hints where there is none.
func (c *cache) closest(name string) cut {
	now := c.now()
	c.mu.Lock()
	defer c.mu.Unlock()
	for n := range ancestors(name) {
		d, ok := c.cuts.get(n)
		if !ok {
			continue
		}
		if now.Before(d.expires) {
			return d
		}
		c.cuts.remove(n)
	}
	return c.roots
}

// mark notes whether a server answered.
func (c *cache) mark(addr netip.Addr, answered bool) {
	now := c.now()
	c.mu.Lock()
	defer c.mu.Unlock()
	if answered {
		c.down.remove(addr)
	} else {
		c.down.put(addr, now.Add(downTTL))
	}
}

// up returns the addresses with those of servers that lately did not answer
// moved to the end, otherwise in order.
func (c *cache) up(addrs []netip.Addr) []netip.Addr {
	now := c.now()
	c.mu.Lock()
	defer c.mu.Unlock()
	out := make([]netip.Addr, 0, len(addrs))
	var last []netip.Addr
	for _, a := range addrs {
		if until, ok := c.down.get(a); ok && now.Before(until) {
			last = append(last, a)
		} else {
			out = append(out, a)
		}
	}
	return append(out, last...)
}
