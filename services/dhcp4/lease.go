package dhcp4

import (
	"math"
	"net"
	"net/netip"
	"slices"
	"time"

	"github.com/insomniacslk/dhcp/dhcpv4"
)

// Infinite is the lease time that never ends, 0xffffffff seconds on the wire
// (RFC 2131, Section 3.3).
const Infinite = math.MaxUint32 * time.Second

// LeaseState says what a server holds an address for.
type LeaseState string

// The states of an address that is not simply free.
const (
	Offered  LeaseState = "offered"  // held back for a client that may request it
	Bound    LeaseState = "bound"    // acknowledged and not yet ended
	Released LeaseState = "released" // given back; remembered for its client until another needs it
	Expired  LeaseState = "expired"  // ran out; remembered likewise
	Declined LeaseState = "declined" // found in use by a stranger; nobody gets it before Expires
)

// Lease is an address lent to a client, with the parameters that came along.
type Lease struct {
	Address  netip.Prefix // with the length of the subnet mask (option 1)
	State    LeaseState
	MAC      net.HardwareAddr // chaddr
	ClientID []byte           // option 61 as sent, type octet included; nil if none
	Hostname string           // option 12 as sent by the client
	Server   netip.Addr       // option 54
	Routers  []netip.Addr     // option 3, the preferred first
	DNS      []netip.Addr     // option 6, the preferred first
	Domain   string           // option 15
	Duration time.Duration    // option 51, whole seconds, or Infinite
	T1, T2   time.Duration    // options 58 and 59, counted from Obtained
	Obtained time.Time        // client: when the request was sent; server: when the state was entered
	Options  map[uint8][]byte // client: every option of the acknowledgement as it came; server: nil
}

// Expires is when the lease ends, the zero time if never.
func (l Lease) Expires() time.Time {
	if l.Duration == Infinite {
		return time.Time{}
	}
	return l.Obtained.Add(l.Duration)
}

// usable tells whether an OFFER or ACK can be lived by: it has an address for a
// host, a server and a lease time (RFC 2131, Section 4.3.1, Table 3).
func (m *message) usable() bool {
	d, ok := m.seconds(optLeaseTime)
	return ok && d > 0 && m.server.IsValid() && m.yiaddr.IsValid() &&
		!m.yiaddr.IsMulticast() && !m.yiaddr.IsLoopback() && m.yiaddr != broadcastAddr()
}

// settles tells whether m answers a request for addr: an ACK that grants it, or a NAK.
func (m *message) settles(xid dhcpv4.TransactionID, addr netip.Addr) bool {
	if m.TransactionID != xid {
		return false
	}
	return m.kind == dhcpv4.MessageTypeNak && m.server.IsValid() ||
		m.kind == dhcpv4.MessageTypeAck && m.usable() && m.yiaddr == addr
}

// lease reads the lease out of an ACK whose request was sent at the given time.
func (m *message) lease(at time.Time) Lease {
	l := Lease{
		Address:  netip.PrefixFrom(m.yiaddr, m.maskLength()),
		State:    Bound,
		MAC:      slices.Clone(m.ClientHWAddr),
		ClientID: slices.Clone(m.Options[optClientID]),
		Hostname: m.text(optHostname),
		Server:   m.server,
		Routers:  addresses(m.Options[optRouter]),
		DNS:      addresses(m.Options[optDNS]),
		Domain:   m.text(optDomain),
		Obtained: at,
		Options:  make(map[uint8][]byte, len(m.Options)),
	}
	for code, value := range m.Options {
		l.Options[code] = slices.Clone(value)
	}
	l.Duration, _ = m.seconds(optLeaseTime)
	l.T1, _ = m.seconds(optT1)
	l.T2, _ = m.seconds(optT2)
	if l.T2 <= 0 || l.T2 >= l.Duration {
		l.T2 = l.Duration / 8 * 7
	}
	if l.T1 <= 0 || l.T1 >= l.T2 {
		l.T1 = min(l.Duration/2, l.T2/8*7)
	}
	return l
}

// maskLength is the length of the subnet mask (option 1), or that of the
// address's class if there is no mask or it has holes (RFC 950, Section 2).
func (m *message) maskLength() int {
	if v := m.Options[optSubnetMask]; len(v) == net.IPv4len {
		if ones, size := net.IPMask(v).Size(); size != 0 {
			return ones
		}
	}
	if mask := net.IP(m.yiaddr.AsSlice()).DefaultMask(); mask != nil {
		ones, _ := mask.Size()
		return ones
	}
	return m.yiaddr.BitLen()
}

// addresses reads a list of addresses; what is left over at its end is dropped.
func addresses(b []byte) []netip.Addr {
	var list []netip.Addr
	for ; len(b) >= net.IPv4len; b = b[net.IPv4len:] {
		if a := address(b[:net.IPv4len]); a.IsValid() {
			list = append(list, a)
		}
	}
	return list
}
