package dhcp4

import (
	"context"
	"log/slog"
	"net"
	"net/netip"
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

// Stats counts what a Server has seen and done.
type Stats struct {
	Discovers, Offers, Requests, Acks, Naks       uint64
	Informs, Releases, Declines                   uint64
	Expired, Exhausted, Conflicts                 uint64
	Malformed, Ignored, SendErrors, ProbesDropped uint64
}
