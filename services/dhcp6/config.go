package dhcp6

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"log/slog"
	"math"
	"net"
	"net/netip"
	"slices"
	"strings"
	"time"
)

// Ports of DHCPv6 (RFC 8415, Section 7.2).
const (
	ClientPort = 546
	ServerPort = 547
)

// Servers is the multicast group that clients send to:
// All_DHCP_Relay_Agents_and_Servers (RFC 8415, Section 7.1). A server's socket
// has to be a member on its interface.
func Servers() netip.Addr {
	return netip.AddrFrom16([16]byte{0: 0xff, 1: 0x02, 13: 0x01, 15: 0x02})
}

// Infinite is the lifetime of a lease that never ends (RFC 8415, Section 7.7).
const Infinite = math.MaxUint32 * time.Second

// Config is what a Server serves. MAC is required.
type Config struct {
	// MAC is the hardware address of the interface, which the server's DUID is
	// made of (DUID-LL, RFC 8415, Section 11.4).
	MAC net.HardwareAddr
	// Prefixes are the networks of the link: what a client holds outside them is
	// not on the link (RFC 8415, Section 18.3.3).
	Prefixes []netip.Prefix
	// First and Last are the pool, both ends included; both zero for reservations,
	// or settings, only.
	First, Last  netip.Addr
	Reservations []Reservation
	DNS          []netip.Addr // option 23 (RFC 3646)
	Domain       []string     // option 24, the names that clients search in
	// Valid is for how long an address is lent, whole seconds, 12 h if 0, or
	// Infinite; Preferred for how long it is used for new connections, Valid if 0.
	Valid, Preferred time.Duration
	// T1 and T2 are when a client renews and rebinds: 0.5 and 0.8 of Preferred if 0.
	T1, T2 time.Duration
	// Refresh is when a client without a lease asks for settings again (option
	// 32): 24 h if 0.
	Refresh time.Duration
	// RapidCommit answers a SOLICIT that asks for it with the lease (RFC 8415,
	// Section 18.3.1).
	RapidCommit bool
	// Preference among several servers (option 7). A client takes one of 255 at
	// once, and waits a second for others where it is less.
	Preference uint8
	// OfferTime is how long an advertised address is held for its client: 30 s if 0.
	OfferTime time.Duration
	// Now is the clock of leases: time.Now if nil.
	Now func() time.Time
	// Logger gets the events that README.md lists; nil discards them.
	Logger *slog.Logger
}

// Reservation keeps an address, inside or outside the pool, for one client: by its
// DUID, or by the hardware address in it (DUID-LL and DUID-LLT).
type Reservation struct {
	DUID    []byte // one of the two
	MAC     net.HardwareAddr
	Address netip.Addr
}

// Stats counts what a Server has seen and done. Every received datagram is counted
// once among Received, Ignored and Malformed.
type Stats struct {
	Received  uint64 // understood and meant for this server
	Ignored   uint64 // meant for others or without effect
	Malformed uint64 // undecodable
	Exhausted uint64 // associations for which there was no address
	Failed    uint64 // replies that could not be sent
}

// complete checks c and returns a copy with the defaults filled in.
func (c Config) complete() (Config, error) {
	if len(c.MAC) != 6 {
		return c, fmt.Errorf("mac %q is no Ethernet address of an interface", c.MAC)
	}
	c.Valid = cmp.Or(c.Valid, 12*time.Hour)
	c.Preferred = cmp.Or(c.Preferred, c.Valid)
	c.Refresh = cmp.Or(c.Refresh, 24*time.Hour)
	c.OfferTime = cmp.Or(c.OfferTime, 30*time.Second)
	c.T1 = cmp.Or(c.T1, portion(c.Preferred, 5))
	c.T2 = cmp.Or(c.T2, portion(c.Preferred, 8))
	for _, d := range []time.Duration{c.Valid, c.Preferred, c.T1, c.T2, c.Refresh} {
		if d < 0 || d > Infinite || d%time.Second != 0 {
			return c, fmt.Errorf("lifetime, T1, T2 or refresh time of %s: the protocol counts whole seconds from 0 to 4294967295", d)
		}
	}
	switch {
	case c.Preferred > c.Valid:
		return c, fmt.Errorf("an address that is preferred for %s and valid for %s only", c.Preferred, c.Valid)
	case c.T1 > c.T2 || c.T2 > c.Valid:
		return c, fmt.Errorf("T1 %s, T2 %s and lifetime %s are not in rising order", c.T1, c.T2, c.Valid)
	case c.OfferTime < 0:
		return c, errors.New("offer time cannot be negative")
	case c.Refresh < 600*time.Second:
		return c, fmt.Errorf("refresh time %s: at least 600 s (RFC 8415, Section 7.6)", c.Refresh)
	}
	if err := c.checkAddresses(); err != nil {
		return c, err
	}
	for _, d := range c.Domain {
		if d == "" || strings.Trim(d, ".") != d || len(d) > 253 {
			return c, fmt.Errorf("domain %q is no domain name", d)
		}
	}
	if c.Now == nil {
		c.Now = time.Now
	}
	if c.Logger == nil {
		c.Logger = slog.New(slog.DiscardHandler)
	}
	return c, nil
}

// portion is so many tenths of a lifetime, in whole seconds.
func portion(d time.Duration, tenths int64) time.Duration {
	if d == Infinite {
		return Infinite
	}
	return time.Duration(int64(d) / 10 * tenths).Truncate(time.Second)
}

func (c *Config) checkAddresses() error {
	if c.First.IsValid() != c.Last.IsValid() {
		return errors.New("the pool has one end only: give first and last, or neither")
	}
	var all []netip.Addr
	if c.First.IsValid() {
		all = append(all, c.First, c.Last)
		if c.First.Compare(c.Last) > 0 {
			return fmt.Errorf("the pool runs backwards, from %s to %s: swap the ends", c.First, c.Last)
		}
	}
	for i, r := range c.Reservations {
		if (len(r.DUID) == 0) == (len(r.MAC) == 0) {
			return fmt.Errorf("reservation of %s: give a DUID or a hardware address, one of them", r.Address)
		}
		if len(r.MAC) > 0 && len(r.MAC) != 6 {
			return fmt.Errorf("reservation of %s: mac %q is no Ethernet address", r.Address, r.MAC)
		}
		if slices.ContainsFunc(c.Reservations[:i], func(o Reservation) bool {
			return o.Address == r.Address || len(r.DUID) > 0 && bytes.Equal(o.DUID, r.DUID) || len(r.MAC) > 0 && bytes.Equal(o.MAC, r.MAC)
		}) {
			return fmt.Errorf("reservation of %s: its address or client is reserved twice", r.Address)
		}
		all = append(all, r.Address)
	}
	for _, a := range slices.Concat(all, c.DNS) {
		if !a.Is6() || a.Is4In6() || a.Zone() != "" || a.IsMulticast() || a.IsUnspecified() {
			return fmt.Errorf("%q is no IPv6 address of a host", a)
		}
	}
	for _, p := range c.Prefixes {
		if !p.IsValid() || !p.Addr().Is6() {
			return fmt.Errorf("%q is no IPv6 network", p)
		}
	}
	return nil
}

// onLink reports whether an address is of the link.
func (c *Config) onLink(a netip.Addr) bool {
	return slices.ContainsFunc(c.Prefixes, func(p netip.Prefix) bool { return p.Contains(a) })
}

// inPool reports whether an address may be lent to whoever asks.
func (c *Config) inPool(a netip.Addr) bool {
	return c.First.IsValid() && c.First.Compare(a) <= 0 && a.Compare(c.Last) <= 0
}
