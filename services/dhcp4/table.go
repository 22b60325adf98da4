package dhcp4

import (
	"container/heap"
	"math"
	"net/netip"
	"time"
)

// binding is what a server knows about one address that was ever given out.
//
// A binding in state Offered, Bound or Declined is in table.ends, unless it never
// ends. One in state Released, Expired or lapsed is free: in table.free, if
// it belongs to the pool and is nobody's reservation.
type binding struct {
	addr     netip.Addr
	key      string // of the client it belongs or belonged to; empty if none
	mac      mac
	clientID string
	hostname string
	state    LeaseState
	since    time.Time
	duration time.Duration
	ends     time.Time
	offer    uint64 // counts what the binding was offered for, so that a probe knows its own
	probing  bool

	heap       int      // index in table.ends, -1 if not there
	prev, next *binding // in table.free
	listed     bool     // in table.free
}

// lapsed is the state of an offer that was not taken up.
const lapsed LeaseState = ""

// held tells that the address is not to be had by another client.
func (b *binding) held() bool {
	return b.state == Offered || b.state == Bound || b.state == Declined
}

// owned tells that the address is held for the client with the given key.
func (b *binding) owned(key string) bool {
	return b != nil && b.key == key && (b.state == Offered || b.state == Bound)
}

// table allots the addresses of one subnet. Its cost per message is O(log n) in
// the number of held addresses, amortized over the pool: an address is looked at
// once as "never used", then it waits in a list, the longest free first.
type table struct {
	*Subnet
	byAddr     map[netip.Addr]*binding
	byKey      map[string]*binding // the address held or last held by a client
	reserved   map[mac]netip.Addr
	reservedBy map[netip.Addr]mac
	unused     netip.Addr // the lowest pool address that may never have been used; invalid when there is none
	free       binding    // sentinel of the ring of free bindings, the longest free first
	ends       endings
	offers     uint64
}

func newTable(s *Subnet) *table {
	t := &table{
		Subnet:     s,
		byAddr:     make(map[netip.Addr]*binding),
		byKey:      make(map[string]*binding),
		reserved:   make(map[mac]netip.Addr),
		reservedBy: make(map[netip.Addr]mac),
		unused:     s.First,
	}
	t.free.prev, t.free.next = &t.free, &t.free
	for _, r := range s.Reservations {
		t.reserved[mac(r.MAC)] = r.Address
		t.reservedBy[r.Address] = mac(r.MAC)
	}
	return t
}

// inPool tells whether a is between First and Last.
func (t *table) inPool(a netip.Addr) bool {
	return t.First.IsValid() && a.Is4() && t.First.Compare(a) <= 0 && a.Compare(t.Last) <= 0
}

// available tells whether a may be given to the client now.
func (t *table) available(a netip.Addr, client mac) bool {
	if owner, ok := t.reservedBy[a]; ok {
		if owner != client {
			return false
		}
		b := t.byAddr[a]
		// The owner may have spoken under another client identifier before.
		return b == nil || b.state != Declined
	}
	if !t.inPool(a) {
		return false
	}
	b := t.byAddr[a]
	return b == nil || !b.held()
}

// record is what the table knows about a client: its binding, held or
// remembered, or else its reservation. The address is the zero Addr for a stranger.
func (t *table) record(key string, client mac) netip.Addr {
	if b := t.byKey[key]; b != nil {
		return b.addr
	}
	return t.reserved[client]
}

// choose finds an address to offer (RFC 2131, Section 4.3.1): the client's
// reservation, its current binding, its former one, the one it asks for, a free one.
func (t *table) choose(key string, client mac, wanted netip.Addr) (netip.Addr, bool) {
	if a, ok := t.reserved[client]; ok && t.available(a, client) {
		return a, true
	}
	if b := t.byKey[key]; b != nil && (b.owned(key) || t.available(b.addr, client)) {
		return b.addr, true
	}
	if t.available(wanted, client) {
		return wanted, true
	}
	if t.skipUsed(); t.unused.IsValid() {
		return t.unused, true
	}
	if b := t.free.next; b != &t.free {
		return b.addr, true
	}
	return netip.Addr{}, false
}

// skipUsed moves t.unused to an address that nobody used and nobody reserved.
func (t *table) skipUsed() {
	for t.unused.IsValid() {
		if t.unused.Compare(t.Last) > 0 {
			t.unused = netip.Addr{}
			return
		}
		_, reserved := t.reservedBy[t.unused]
		if t.byAddr[t.unused] == nil && !reserved {
			return
		}
		t.unused = t.unused.Next()
	}
}

// hold gives the available or owned address a to a client. What the client held or
// remembered elsewhere is forgotten.
func (t *table) hold(a netip.Addr, key string, client mac) *binding {
	b := t.byAddr[a]
	if b == nil {
		b = &binding{addr: a, heap: -1}
		t.byAddr[a] = b
	}
	if old := t.byKey[key]; old != nil && old != b {
		t.forget(old)
		t.release(old, lapsed)
	}
	if b.key != key {
		t.forget(b)
		b.state, b.hostname, b.clientID = lapsed, "", ""
	}
	t.unlist(b)
	b.key, b.mac = key, client
	t.byKey[key] = b
	t.offers++
	b.offer, b.probing = t.offers, false
	return b
}

// set puts a binding into a held state until d has passed since now.
func (t *table) set(b *binding, state LeaseState, now time.Time, d time.Duration) {
	b.state, b.since, b.duration = state, now, d
	t.until(b, now, d)
}

// until makes b end when d has passed since now; never if d is Infinite.
func (t *table) until(b *binding, now time.Time, d time.Duration) {
	b.ends = now.Add(d)
	switch {
	case d == Infinite:
		b.ends = time.Time{}
		t.unschedule(b)
	case b.heap >= 0:
		heap.Fix(&t.ends, b.heap)
	default:
		heap.Push(&t.ends, b)
	}
}

// release frees a binding, into the given state, and remembers its client.
func (t *table) release(b *binding, state LeaseState) {
	t.unschedule(b)
	b.state, b.probing = state, false
	if _, reserved := t.reservedBy[b.addr]; !reserved && !b.listed {
		last := t.free.prev
		b.prev, b.next, b.listed = last, &t.free, true
		last.next, t.free.prev = b, b
	}
}

// quarantine keeps a binding's address from everybody, its client included.
func (t *table) quarantine(b *binding, now time.Time, d time.Duration) {
	t.forget(b)
	t.unlist(b)
	b.probing = false
	t.set(b, Declined, now, d)
}

// expire frees what has ended by now and returns copies of it as it was.
func (t *table) expire(now time.Time) []binding {
	var ended []binding
	for len(t.ends) > 0 && !t.ends[0].ends.After(now) {
		b := t.ends[0]
		ended = append(ended, *b)
		state := lapsed
		if b.state == Bound {
			state = Expired
		}
		t.release(b, state)
	}
	return ended
}

// forget cuts the tie between a binding and its client.
func (t *table) forget(b *binding) {
	if b.key != "" && t.byKey[b.key] == b {
		delete(t.byKey, b.key)
	}
	b.key = ""
}

func (t *table) unlist(b *binding) {
	if b.listed {
		b.prev.next, b.next.prev = b.next, b.prev
		b.prev, b.next, b.listed = nil, nil, false
	}
}

func (t *table) unschedule(b *binding) {
	if b.heap >= 0 {
		heap.Remove(&t.ends, b.heap)
	}
}

// endings is a heap of bindings, the next to end first.
type endings []*binding

var _ heap.Interface = (*endings)(nil)

func (e endings) Len() int           { return len(e) }
func (e endings) Less(i, j int) bool { return e[i].ends.Before(e[j].ends) }
func (e endings) Swap(i, j int) {
	e[i], e[j] = e[j], e[i]
	e[i].heap, e[j].heap = i, j
}

// Push is called by package heap, with a *binding.
func (e *endings) Push(x any) {
	b := x.(*binding)
	b.heap = len(*e)
	*e = append(*e, b)
}

// Pop is called by package heap.
func (e *endings) Pop() any {
	last := len(*e) - 1
	b := (*e)[last]
	(*e)[last] = nil
	*e = (*e)[:last]
	b.heap = -1
	return b
}

// grant is the lease time, T1 and T2 for a client that asks for wanted, 0 if it
// does not ask. T1 and T2 are 0 where whole seconds cannot express them.
func (t *table) grant(wanted time.Duration) (lease, t1, t2 time.Duration) {
	lease, t1, t2 = t.LeaseTime, t.T1, t.T2
	if wanted > 0 && wanted < lease {
		lease = wanted
	}
	if t1 == 0 || t1 >= lease {
		t1 = lease / 2
	}
	if t2 == 0 || t2 >= lease {
		t2 = lease / 8 * 7
	}
	t1, t2 = t1.Truncate(time.Second), t2.Truncate(time.Second)
	if lease == Infinite {
		return lease, math.MaxUint32 * time.Second, math.MaxUint32 * time.Second
	}
	if t1 <= 0 || t1 >= t2 || t2 >= lease {
		return lease, 0, 0
	}
	return lease, t1, t2
}
