package dhcp6

import (
	"bytes"
	"net/netip"
	"slices"
	"time"

	"github.com/insomniacslk/dhcp/dhcpv6"
)

// client is who an address is lent to: an association of a client (RFC 8415,
// Section 12).
type client struct {
	duid string // octets
	iaid [4]byte
}

// binding is an address that was lent once.
type binding struct {
	addr  netip.Addr
	to    client
	state bindingState
	until time.Time // the zero time: for ever
}

type bindingState uint8

const (
	offered  bindingState = iota // held for a client that has not taken it yet
	bound                        // lent
	returned                     // free, remembered for its client
	declined                     // in use by a stranger
)

// held reports whether nobody else may have the address.
func (b *binding) held(now time.Time) bool {
	return b.state == declined || b.state != returned && (b.until.IsZero() || now.Before(b.until))
}

// lent reports whether the address is its client's.
func (b *binding) lent(now time.Time) bool { return b.state == bound && b.held(now) }

// table is who has which address.
type table struct {
	config   *Config
	byAddr   map[netip.Addr]*binding
	byClient map[client]*binding
	next     netip.Addr // the first of the pool that was never lent
}

func newTable(c *Config) *table {
	return &table{config: c, byAddr: map[netip.Addr]*binding{}, byClient: map[client]*binding{}, next: c.First}
}

// reserved is the address kept for a client, the zero Addr for none.
func (t *table) reserved(id dhcpv6.DUID) netip.Addr {
	octets, mac := bytesOf(id), hardware(id)
	for _, r := range t.config.Reservations {
		if len(r.DUID) > 0 && bytes.Equal(r.DUID, octets) || len(r.MAC) > 0 && bytes.Equal(r.MAC, mac) {
			return r.Address
		}
	}
	return netip.Addr{}
}

// kept reports whether an address is kept for some client.
func (t *table) kept(a netip.Addr) bool {
	return slices.ContainsFunc(t.config.Reservations, func(r Reservation) bool { return r.Address == a })
}

// find chooses the address of a client: the one kept for it, the one it has or had,
// the one it wishes for, one that was never lent, the one that came back first.
func (t *table) find(id dhcpv6.DUID, who client, wish netip.Addr, now time.Time) (netip.Addr, bool) {
	mine := func(a netip.Addr) bool {
		b := t.byAddr[a]
		return b == nil || b.to == who && b.state != declined || !b.held(now)
	}
	if a := t.reserved(id); a.IsValid() {
		return a, mine(a)
	}
	if b := t.byClient[who]; b != nil && mine(b.addr) {
		return b.addr, true
	}
	if t.config.inPool(wish) && !t.kept(wish) && mine(wish) {
		return wish, true
	}
	for ; t.config.inPool(t.next); t.next = t.next.Next() {
		if t.byAddr[t.next] == nil && !t.kept(t.next) {
			return t.next, true
		}
	}
	var oldest *binding
	for _, b := range t.byAddr {
		if b.held(now) || !t.config.inPool(b.addr) || t.kept(b.addr) {
			continue
		}
		if oldest == nil || b.until.Before(oldest.until) || b.until.Equal(oldest.until) && b.addr.Less(oldest.addr) {
			oldest = b
		}
	}
	if oldest == nil {
		return netip.Addr{}, false
	}
	return oldest.addr, true
}

// put gives an address to a client, for so long.
func (t *table) put(a netip.Addr, who client, state bindingState, now time.Time, lasts time.Duration) {
	if old := t.byAddr[a]; old != nil && t.byClient[old.to] == old {
		delete(t.byClient, old.to)
	}
	if old := t.byClient[who]; old != nil && old.addr != a {
		if old.state != declined {
			old.state, old.until = returned, now
		}
		old.to = client{}
	}
	b := &binding{addr: a, to: who, state: state}
	if lasts != Infinite {
		b.until = now.Add(lasts)
	}
	t.byAddr[a], t.byClient[who] = b, b
}

// Binding is an address that is lent.
type Binding struct {
	DUID    []byte
	IAID    [4]byte
	Address netip.Addr
	Until   time.Time // the zero time: for ever
}

// bindings returns what is lent, sorted by address.
func (t *table) bindings(now time.Time) []Binding {
	var all []Binding
	for _, b := range t.byAddr {
		if b.lent(now) {
			all = append(all, Binding{DUID: []byte(b.to.duid), IAID: b.to.iaid, Address: b.addr, Until: b.until})
		}
	}
	slices.SortFunc(all, func(a, b Binding) int { return a.Address.Compare(b.Address) })
	return all
}
