package dhcp4

import (
	"math"
	"net"
	"net/netip"
	"time"
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
