package dhcp4

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/netip"
	"slices"
	"time"
)

// Config is what a Server serves. Address, MAC and one Subnet are required.
type Config struct {
	// Address is the server identifier (option 54), an address of the interface
	// that the server listens on.
	Address netip.Addr
	// MAC is the hardware address of that interface.
	MAC net.HardwareAddr
	// Subnets are the networks served. The one that contains Address is the
	// interface's own; the others are reached through relays (RFC 2131, Section
	// 4.3.1: giaddr selects the subnet).
	Subnets []Subnet
	// OfferTime is how long an offered address is held for its client: 30 s if 0.
	OfferTime time.Duration
	// DeclineTime is how long a declined address is kept out of use: 10 min if 0.
	DeclineTime time.Duration
	// Probe, if not nil, is asked before an address is offered that its client
	// does not hold already; true means that somebody uses it (RFC 2131, Section
	// 3.1, step 2). It runs beside the server, up to 64 at once, and must return
	// when ctx ends.
	Probe func(ctx context.Context, addr netip.Addr) bool
	// Now is the clock of leases: time.Now if nil.
	Now func() time.Time
	// Logger gets the events that README.md lists; nil discards them.
	Logger *slog.Logger
}

// Subnet is one served network.
type Subnet struct {
	Prefix       netip.Prefix // the network; its length is the subnet mask (option 1)
	First, Last  netip.Addr   // the pool, both ends included; both zero for reservations only
	Routers      []netip.Addr // option 3, at most 63
	DNS          []netip.Addr // option 6, at most 63
	Domain       string       // option 15, at most 255 octets
	Reservations []Reservation
	// LeaseTime is granted unless the client asks for less; whole seconds, 12 h if
	// 0, or Infinite.
	LeaseTime time.Duration
	// T1 and T2 (options 58, 59) are when a client renews and rebinds: 0.5 and
	// 0.875 of the lease time if 0 (RFC 2131, Section 4.4.5).
	T1, T2 time.Duration
	// Options are further options by code, sent to clients that request them or
	// that send no parameter request list. Codes the server sets itself are refused.
	Options map[uint8][]byte
}

// Reservation keeps an address, inside or outside the pool, for one client.
type Reservation struct {
	MAC     net.HardwareAddr
	Address netip.Addr
}

// The defaults of Config and Subnet.
const (
	defaultOfferTime   = 30 * time.Second
	defaultDeclineTime = 10 * time.Minute
	defaultLeaseTime   = 12 * time.Hour
)

// complete checks c and returns a copy with the defaults filled in.
func (c Config) complete() (Config, error) {
	if !c.Address.Is4() || c.Address.IsUnspecified() || c.Address.IsMulticast() {
		return c, fmt.Errorf("address %q is no IPv4 address of an interface", c.Address)
	}
	if len(c.MAC) != 6 || !mac(c.MAC).usable() {
		return c, fmt.Errorf("mac %q is no Ethernet address of an interface", c.MAC)
	}
	if len(c.Subnets) == 0 {
		return c, errors.New("no subnet to serve: give at least one")
	}
	c.OfferTime = cmp.Or(c.OfferTime, defaultOfferTime)
	c.DeclineTime = cmp.Or(c.DeclineTime, defaultDeclineTime)
	if c.OfferTime < 0 || c.DeclineTime < 0 {
		return c, errors.New("offer time and decline time cannot be negative")
	}
	if c.Now == nil {
		c.Now = time.Now
	}
	if c.Logger == nil {
		c.Logger = slog.New(slog.DiscardHandler)
	}
	c.Subnets = slices.Clone(c.Subnets)
	for i := range c.Subnets {
		if err := c.Subnets[i].complete(c.Address); err != nil {
			return c, fmt.Errorf("subnet %s: %w", c.Subnets[i].Prefix, err)
		}
		for _, other := range c.Subnets[:i] {
			if other.Prefix.Overlaps(c.Subnets[i].Prefix) {
				return c, fmt.Errorf("subnets %s and %s overlap", other.Prefix, c.Subnets[i].Prefix)
			}
		}
	}
	return c, nil
}

// complete checks s and fills in the defaults.
func (s *Subnet) complete(server netip.Addr) error {
	if !s.Prefix.IsValid() || !s.Prefix.Addr().Is4() || s.Prefix.Bits() == 0 {
		return errors.New("prefix is no IPv4 network")
	}
	s.Prefix = s.Prefix.Masked()
	if s.First.IsValid() != s.Last.IsValid() {
		return errors.New("the pool has one end only: give first and last, or neither")
	}
	if s.First.IsValid() {
		if err := s.host(s.First, server); err != nil {
			return fmt.Errorf("first of the pool: %w", err)
		}
		if err := s.host(s.Last, server); err != nil {
			return fmt.Errorf("last of the pool: %w", err)
		}
		if s.First.Compare(s.Last) > 0 {
			return fmt.Errorf("the pool runs backwards, from %s to %s: swap the ends", s.First, s.Last)
		}
		if s.First.Compare(server) < 0 && server.Compare(s.Last) < 0 {
			return fmt.Errorf("the pool %s-%s holds the server's own address %s: move one of them", s.First, s.Last, server)
		}
	}
	if err := s.completeTimes(); err != nil {
		return err
	}
	for _, list := range [][]netip.Addr{s.Routers, s.DNS} {
		if len(list) > maxOptionLength/4 {
			return fmt.Errorf("%d routers or DNS servers do not fit into an option: at most %d", len(list), maxOptionLength/4)
		}
		for _, a := range list {
			if !a.Is4() {
				return fmt.Errorf("router or DNS server %q is no IPv4 address", a)
			}
		}
	}
	if len(s.Domain) > maxOptionLength {
		return fmt.Errorf("domain has %d octets: at most %d fit", len(s.Domain), maxOptionLength)
	}
	for code := range s.Options {
		switch code {
		case optSubnetMask, optRouter, optDNS, optDomain, optBroadcast, optRequestedIP, optLeaseTime, optOverload, optMessageType,
			optServerID, optParameters, optMessage, optMaxSize, optT1, optT2, optClientID, optRelayAgent, 0, optEnd:
			return fmt.Errorf("option %d is set by the server itself: remove it from options", code)
		}
	}
	return s.checkReservations(server)
}

func (s *Subnet) completeTimes() error {
	s.LeaseTime = cmp.Or(s.LeaseTime, defaultLeaseTime)
	for _, d := range []time.Duration{s.LeaseTime, s.T1, s.T2} {
		if d < 0 || d%time.Second != 0 || d > Infinite {
			return fmt.Errorf("lease time, T1 or T2 of %s: the protocol counts whole seconds from 0 to 4294967295", d)
		}
	}
	t1, t2 := cmp.Or(s.T1, s.LeaseTime/2), cmp.Or(s.T2, s.LeaseTime/8*7)
	if t1 >= t2 || t2 >= s.LeaseTime {
		return fmt.Errorf("T1 %s, T2 %s and lease time %s are not in rising order", t1, t2, s.LeaseTime)
	}
	return nil
}

func (s *Subnet) checkReservations(server netip.Addr) error {
	seen := make(map[string]bool)
	for _, r := range s.Reservations {
		if len(r.MAC) != 6 || !mac(r.MAC).usable() {
			return fmt.Errorf("reservation of %s: mac %q is no Ethernet address of a station", r.Address, r.MAC)
		}
		if err := s.host(r.Address, server); err != nil {
			return fmt.Errorf("reservation for %s: %w", r.MAC, err)
		}
		for _, name := range []string{r.MAC.String(), r.Address.String()} {
			if seen[name] {
				return fmt.Errorf("%s is reserved twice", name)
			}
			seen[name] = true
		}
	}
	return nil
}

// host checks that a is an address for a host of the subnet.
func (s *Subnet) host(a, server netip.Addr) error {
	switch {
	case !a.Is4() || !s.Prefix.Contains(a):
		return fmt.Errorf("%q is not in %s", a, s.Prefix)
	case a == server:
		return fmt.Errorf("%s is the server's own address", a)
	case s.Prefix.Bits() < 31 && (a == s.Prefix.Addr() || a == lastOf(s.Prefix)):
		return fmt.Errorf("%s is the network or broadcast address of %s", a, s.Prefix)
	}
	return nil
}

// lastOf is the highest address of an IPv4 network.
func lastOf(p netip.Prefix) netip.Addr {
	b := p.Masked().Addr().As4()
	mask := net.CIDRMask(p.Bits(), 32)
	for i := range b {
		b[i] |= ^mask[i]
	}
	return netip.AddrFrom4(b)
}

// Stats counts what a Server has seen and done.
//
// Every received datagram is counted once among Discovers, Requests, Informs,
// Releases, Declines, Ignored and Malformed.
type Stats struct {
	Discovers, Requests, Informs, Releases, Declines uint64 // understood and meant for this server
	Offers, Acks, Naks                               uint64 // answered
	Expired                                          uint64 // leases that ran out
	Exhausted                                        uint64 // discovers for which there was no address
	Conflicts                                        uint64 // addresses that Probe found in use
	Ignored                                          uint64 // meant for others or without effect
	Malformed                                        uint64 // undecodable
	Failed                                           uint64 // replies that could not be sent
}
