package ra

import (
	"cmp"
	"errors"
	"fmt"
	"log/slog"
	"math"
	"math/rand/v2"
	"net"
	"net/netip"
	"slices"
	"strings"
	"time"
)

// Infinite is the lifetime of what never ends (RFC 4861, Section 4.6.2).
const Infinite = math.MaxUint32 * time.Second

// Config is what a Server advertises. Address is required.
type Config struct {
	// Address is the link-local address that advertisements are sent from; hosts
	// know the router by it.
	Address netip.Addr
	// MAC is the hardware address of the interface, told as the source link-layer
	// address; nil tells none.
	MAC net.HardwareAddr
	// Lifetime is for how long hosts may use the router as their default one:
	// whole seconds up to 9000; 0 says that it is none (RFC 4861, Section 6.2.1).
	Lifetime time.Duration
	// Interval is the longest time between two advertisements to all hosts: 600 s
	// if 0. The shortest is a third of it. The RFC asks for 4 s at least; labs may
	// go down to 30 ms, as RFC 6275, Section 7.5 allows for moving hosts.
	Interval time.Duration
	// Delay is the longest time that a solicitation waits for its answer: not at
	// all if 0. The RFC allows up to 500 ms, for links with many routers.
	Delay time.Duration
	// Managed and Other tell that addresses, or other settings, are to be had from
	// DHCPv6.
	Managed, Other bool
	// HopLimit is what hosts put into their packets; 0 tells nothing.
	HopLimit uint8
	// MTU is what hosts take for the link's; 0 tells nothing.
	MTU int
	// ReachableTime is how long a neighbor counts as reachable, RetransTimer the
	// time between two solicitations; whole milliseconds, 0 tells nothing.
	ReachableTime, RetransTimer time.Duration
	// Preference among several routers (RFC 4191, Section 2.1).
	Preference Preference
	Prefixes   []Prefix
	Routes     []Route
	// DNS are recursive name servers, Domain the names that hosts search in (RFC
	// 8106); valid for DNSLifetime, three times Interval if 0.
	DNS         []netip.Addr
	Domain      []string
	DNSLifetime time.Duration
	// Rand draws the times between advertisements; seeded by chance if nil. It is
	// used by one goroutine at a time.
	Rand *rand.Rand
	// Logger gets the events that README.md lists; nil discards them.
	Logger *slog.Logger
}

// Prefix is a network of the link (RFC 4861, Section 4.6.2).
type Prefix struct {
	Prefix     netip.Prefix
	OnLink     bool // its addresses are reached without a router
	Autonomous bool // hosts make addresses of it (RFC 4862)
	// Valid is for how long addresses of it may be used, Preferred for how long
	// in new connections: whole seconds, or Infinite.
	Valid, Preferred time.Duration
}

// Route is a network that is reached through the router, whatever the default
// router is (RFC 4191, Section 2.3).
type Route struct {
	Prefix     netip.Prefix
	Lifetime   time.Duration // whole seconds, or Infinite
	Preference Preference
}

// Preference of a router or route over others (RFC 4191, Section 2.1).
type Preference string

// The preferences. The empty one is Medium.
const (
	Low    Preference = "low"
	Medium Preference = "medium"
	High   Preference = "high"
)

// The bounds of a Config.
const (
	defaultInterval = 600 * time.Second
	leastInterval   = 30 * time.Millisecond
	mostInterval    = 1800 * time.Second
	mostLifetime    = 9000 * time.Second
	mostDelay       = 500 * time.Millisecond // MAX_RA_DELAY_TIME (RFC 4861, Section 10)
)

// complete checks c and returns a copy with the defaults filled in.
func (c Config) complete() (Config, error) {
	c.Interval = cmp.Or(c.Interval, defaultInterval)
	c.DNSLifetime = cmp.Or(c.DNSLifetime, max(3*c.Interval, time.Second).Truncate(time.Second))
	switch {
	case !c.Address.Is6() || !c.Address.IsLinkLocalUnicast():
		return c, fmt.Errorf("address %q is no link-local address: hosts ignore all others (RFC 4861, Section 6.1.2)", c.Address)
	case c.MAC != nil && len(c.MAC) != 6:
		return c, fmt.Errorf("mac %q is no Ethernet address", c.MAC)
	case c.Interval < leastInterval || c.Interval > mostInterval:
		return c, fmt.Errorf("interval %s: it is from %s to %s", c.Interval, leastInterval, mostInterval)
	case c.Lifetime < 0 || c.Lifetime > mostLifetime || c.Lifetime%time.Second != 0:
		return c, fmt.Errorf("lifetime %s: whole seconds up to %s, 0 for no default router", c.Lifetime, mostLifetime)
	case c.Lifetime > 0 && c.Lifetime < c.Interval:
		return c, fmt.Errorf("lifetime %s ends before the next advertisement, after up to %s", c.Lifetime, c.Interval)
	case c.Delay < 0 || c.Delay > mostDelay:
		return c, fmt.Errorf("delay %s: at most %s", c.Delay, mostDelay)
	case c.MTU != 0 && (c.MTU < 1280 || int64(c.MTU) > math.MaxUint32):
		return c, fmt.Errorf("mtu %d: IPv6 needs 1280 (RFC 8200, Section 5)", c.MTU)
	case c.ReachableTime < 0 || c.ReachableTime > time.Hour || c.ReachableTime%time.Millisecond != 0:
		return c, fmt.Errorf("reachable time %s: whole milliseconds up to an hour", c.ReachableTime)
	case c.RetransTimer < 0 || c.RetransTimer > time.Hour || c.RetransTimer%time.Millisecond != 0:
		return c, fmt.Errorf("retransmission timer %s: whole milliseconds up to an hour", c.RetransTimer)
	}
	if err := checkLifetime("dns lifetime", c.DNSLifetime); err != nil {
		return c, err
	}
	if _, err := c.Preference.code(); err != nil {
		return c, err
	}
	for _, check := range []func(*Config) error{(*Config).checkPrefixes, (*Config).checkRoutes, (*Config).checkNames} {
		if err := check(&c); err != nil {
			return c, err
		}
	}
	if c.Rand == nil {
		c.Rand = rand.New(rand.NewPCG(rand.Uint64(), rand.Uint64()))
	}
	if c.Logger == nil {
		c.Logger = slog.New(slog.DiscardHandler)
	}
	return c, nil
}

func (c *Config) checkPrefixes() error {
	c.Prefixes = slices.Clone(c.Prefixes)
	for i := range c.Prefixes {
		p := &c.Prefixes[i]
		if err := checkNetwork(p.Prefix); err != nil {
			return err
		}
		p.Prefix = p.Prefix.Masked()
		if p.Prefix.Addr().IsLinkLocalUnicast() {
			return fmt.Errorf("prefix %s is link-local: hosts have it anyway", p.Prefix)
		}
		if slices.ContainsFunc(c.Prefixes[:i], func(q Prefix) bool { return q.Prefix == p.Prefix }) {
			return fmt.Errorf("prefix %s is advertised twice", p.Prefix)
		}
		for _, l := range []time.Duration{p.Valid, p.Preferred} {
			if err := checkLifetime("lifetime of "+p.Prefix.String(), l); err != nil {
				return err
			}
		}
		if p.Preferred > p.Valid {
			return fmt.Errorf("prefix %s is preferred for %s, and valid for %s only", p.Prefix, p.Preferred, p.Valid)
		}
	}
	return nil
}

func (c *Config) checkRoutes() error {
	c.Routes = slices.Clone(c.Routes)
	for i := range c.Routes {
		r := &c.Routes[i]
		if err := checkNetwork(r.Prefix); err != nil {
			return err
		}
		r.Prefix = r.Prefix.Masked()
		if slices.ContainsFunc(c.Routes[:i], func(q Route) bool { return q.Prefix == r.Prefix }) {
			return fmt.Errorf("route %s is advertised twice", r.Prefix)
		}
		if err := checkLifetime("lifetime of route "+r.Prefix.String(), r.Lifetime); err != nil {
			return err
		}
		if _, err := r.Preference.code(); err != nil {
			return err
		}
	}
	return nil
}

func (c *Config) checkNames() error {
	for _, a := range c.DNS {
		if !a.Is6() || a.Is4In6() {
			return fmt.Errorf("name server %q is no IPv6 address", a)
		}
	}
	for _, d := range c.Domain {
		if d == "" || strings.Trim(d, ".") != d || len(d) > 253 {
			return fmt.Errorf("domain %q is no domain name", d)
		}
	}
	return nil
}

func checkNetwork(p netip.Prefix) error {
	if !p.IsValid() || !p.Addr().Is6() || p.Addr().Is4In6() || p.Addr().IsMulticast() {
		return fmt.Errorf("%q is no IPv6 network", p)
	}
	return nil
}

func checkLifetime(what string, d time.Duration) error {
	if d < 0 || d > Infinite || d%time.Second != 0 {
		return fmt.Errorf("%s %s: whole seconds from 0 to 4294967295", what, d)
	}
	return nil
}

// errPreference is what a preference that is none is told.
var errPreference = errors.New("a preference is low, medium or high")
