package topology

import (
	"encoding/hex"
	"fmt"
	"net"
	"net/netip"
	"slices"
	"strings"
	"time"

	"github.com/netrig/netrig/internal/strict"
)

// Advertiser sends router advertisements on one interface (RFC 4861, 4191, 8106).
type Advertiser struct {
	Pos           Pos
	Interface     string
	Prefixes      []AdvertisedPrefix // the networks of the interface unless declared
	Lifetime      time.Duration      // as a default router; 30m unless declared, 0 for none
	Interval      time.Duration      // the longest between two advertisements; 10m unless declared
	Managed       bool               // addresses are to be had by DHCPv6
	Other         bool               // other settings are
	MTU           int                // 0: none is told
	HopLimit      int                // 64 unless declared; 0: none is told
	ReachableTime time.Duration      // 0: none is told
	RetransTimer  time.Duration      // 0: none is told
	DNS           []netip.Addr
	Domain        []string
	Preference    string // low, medium or high
	Routes        []AdvertisedRoute
}

// AdvertisedPrefix is one network of the link.
type AdvertisedPrefix struct {
	Pos              Pos
	Prefix           netip.Prefix
	OnLink           bool
	Autonomous       bool
	Valid, Preferred time.Duration // 30 and 7 days unless declared (RFC 4861, Section 6.2.1)
}

// AdvertisedRoute is a network that is reached through the router.
type AdvertisedRoute struct {
	Pos        Pos
	Prefix     netip.Prefix
	Lifetime   time.Duration // the router's unless declared
	Preference string
}

// DHCP6Server is a DHCPv6 server (RFC 8415) on one interface.
type DHCP6Server struct {
	Pos              Pos
	Interface        string
	First, Last      netip.Addr // the pool, both ends included; zero for none
	DNS              []netip.Addr
	Domain           []string
	Lease            time.Duration // valid lifetime; 1h unless declared
	Preferred        time.Duration // preferred lifetime; the lease unless declared
	T1, T2           time.Duration // 0: 0.5 and 0.8 of the preferred lifetime
	RapidCommit      bool
	ServerPreference int // 255 unless declared
	Reservations     []Reservation6
}

// Reservation6 gives one client always the same address. It has either MAC or DUID.
type Reservation6 struct {
	Pos     Pos
	MAC     net.HardwareAddr
	DUID    []byte
	Address netip.Addr
}

// Asks reports whether the interface gets addresses from the network.
func (i *Interface) Asks() bool { return i.DHCP != DHCPOff || i.DHCP6 != DHCPOff || i.SLAAC }

// autonomous reports whether hosts make addresses of the prefix: it has to leave
// them 64 bits (RFC 4862, Section 5.5.3, RFC 2464, Section 4).
func (p AdvertisedPrefix) autonomous() bool {
	return p.Autonomous && p.Prefix.Bits() == 64 && p.Valid > 0
}

// Advertisers returns who advertises itself on the link of each interface that is
// configured by router advertisements.
func (t *Topology) Advertisers() map[Endpoint][]*Advertiser {
	var w *network
	all := map[Endpoint][]*Advertiser{}
	for _, n := range t.Nodes {
		for _, i := range n.Interfaces {
			if !i.SLAAC {
				continue
			}
			if w == nil {
				w = view(t)
			}
			at := Endpoint{n.Name, i.Name}
			for _, a := range w.segments[w.ports[w.at[at]].segment].routers {
				if w.ports[a.port].node != n {
					all[at] = append(all[at], a.Advertiser)
				}
			}
		}
	}
	return all
}

// Made returns the networks that hosts make an address of, of an advertisement.
func (a *Advertiser) Made() []netip.Prefix {
	var ps []netip.Prefix
	for _, p := range a.Prefixes {
		if p.autonomous() {
			ps = append(ps, p.Prefix)
		}
	}
	return ps
}

// autoconfigured tells what of a node needs IPv6 without naming an address.
func (m *member) autoconfigured() string {
	for _, i := range m.Interfaces {
		switch {
		case i.SLAAC:
			return "slaac on " + i.Name
		case i.DHCP6 != DHCPOff:
			return "dhcp6 on " + i.Name
		}
	}
	switch {
	case len(m.Services.RA) > 0:
		return "router advertisements"
	case len(m.Services.DHCP6) > 0:
		return "a DHCPv6 server"
	}
	return ""
}

// services6 resolves the servers that configure hosts of IPv6.
func (b *builder) services6(m *member) {
	s := &m.shape.Services
	for i := range s.DHCP6 {
		x := b.dhcp6(m, &s.DHCP6[i])
		if x == nil {
			continue
		}
		if slices.ContainsFunc(m.Services.DHCP6, func(o *DHCP6Server) bool { return o.Interface == x.Interface }) {
			b.d.ErrorAt(x.Pos, "an interface has one range; widen it", "%s has two DHCPv6 servers on %s", m.Name, x.Interface)
		}
		m.Services.DHCP6 = append(m.Services.DHCP6, x)
	}
	for i := range s.RA {
		x := b.advertiser(m, &s.RA[i])
		if x == nil {
			continue
		}
		if slices.ContainsFunc(m.Services.RA, func(o *Advertiser) bool { return o.Interface == x.Interface }) {
			b.d.ErrorAt(x.Pos, "put all into one", "%s advertises itself twice on %s", m.Name, x.Interface)
		}
		m.Services.RA = append(m.Services.RA, x)
	}
}

// served finds the interface that a server is for.
func (b *builder) served(m *member, pos Pos, named text, what string) *Interface {
	i := b.servedBy(m, pos, named, what)
	if i != nil && i.SLAAC {
		b.d.ErrorAt(pos, "give it an address instead of slaac", "%s of %s waits to be told by others, so %s on it has nothing to tell", i.Name, m.Name, what)
	}
	return i
}

func (b *builder) servedBy(m *member, pos Pos, named text, what string) *Interface {
	if named.Value != "" {
		return b.lookup(m, named)
	}
	var only *Interface
	n := 0
	for _, j := range m.Interfaces {
		if j.Master == "" {
			only = j
			n++
		}
	}
	if n != 1 {
		b.d.ErrorAt(pos, "write interface: NAME; "+m.suggest(""), "which interface of %s is %s for?", m.Name, what)
		return nil
	}
	return only
}

func (b *builder) advertiser(m *member, s *advertiserShape) *Advertiser {
	i := b.served(m, s.Pos, s.Interface, "the router advertisement")
	if i == nil {
		return nil
	}
	x := &Advertiser{
		Pos: s.Pos, Interface: i.Name, Lifetime: 30 * time.Minute, Interval: 10 * time.Minute, Managed: s.Managed, Other: s.Other,
		MTU: int(s.MTU), HopLimit: 64, ReachableTime: s.ReachableTime, RetransTimer: s.RetransTimer, Preference: string(s.Preference),
	}
	if s.Lifetime != nil {
		x.Lifetime = *s.Lifetime
	}
	if s.Interval != 0 {
		x.Interval = s.Interval
	}
	if s.HopLimit != nil {
		x.HopLimit = *s.HopLimit
	}
	if x.Preference == "" {
		x.Preference = "medium"
	}
	switch {
	case m.Kind != Router && x.Lifetime > 0:
		b.d.ErrorAt(s.Pos, "write kind: router, or lifetime: 0s", "host %s forwards nothing, and says that it is a default router", m.Name)
	case x.Interval < 30*time.Millisecond || x.Interval > 30*time.Minute:
		b.d.ErrorAt(s.Pos, "from 30ms to 30m", "interval %s is not possible", x.Interval)
	case x.Lifetime < 0 || x.Lifetime > 9000*time.Second || x.Lifetime%time.Second != 0:
		b.d.ErrorAt(s.Pos, "whole seconds up to 9000s", "lifetime %s is not possible", x.Lifetime)
	case x.Lifetime > 0 && x.Lifetime < x.Interval:
		b.d.ErrorAt(s.Pos, "write a shorter interval, or a longer lifetime", "lifetime %s ends before the next advertisement, after up to %s", x.Lifetime, x.Interval)
	}
	if x.HopLimit < 0 || x.HopLimit > 255 {
		b.d.ErrorAt(s.Pos, "from 0 to 255", "hop_limit %d is not possible", x.HopLimit)
	}
	if s.MTU != 0 && s.MTU < 1280 {
		b.d.ErrorAt(s.Pos, "IPv6 needs 1280 octets", "mtu %d is not possible", s.MTU)
	}
	b.timer(s.Pos, "reachable_time", x.ReachableTime)
	b.timer(s.Pos, "retrans_timer", x.RetransTimer)
	x.DNS = b.addresses(m, s.DNS, "dns", "IPv6")
	x.Domain = b.domains(m, s.Domain)
	b.advertisedPrefixes(m, i, x, s)
	for _, r := range s.Routes {
		to, ok := b.network6(m, r.Prefix, "route")
		if !ok {
			continue
		}
		route := AdvertisedRoute{Pos: r.Pos, Prefix: to, Lifetime: x.Lifetime, Preference: string(r.Preference)}
		if r.Lifetime != nil {
			route.Lifetime = *r.Lifetime
		}
		b.lifetime(r.Pos, "lifetime", route.Lifetime)
		if route.Preference == "" {
			route.Preference = "medium"
		}
		if slices.ContainsFunc(x.Routes, func(o AdvertisedRoute) bool { return o.Prefix == to }) {
			b.d.ErrorAt(r.Pos, "remove one of them", "route %s is advertised twice", to)
		}
		x.Routes = append(x.Routes, route)
	}
	return x
}

func (b *builder) advertisedPrefixes(m *member, i *Interface, x *Advertiser, s *advertiserShape) {
	const day = 24 * time.Hour
	if s.Prefixes == nil {
		for _, p := range i.Addresses {
			if p.Addr().Is6() && !p.Addr().IsLinkLocalUnicast() {
				x.Prefixes = append(x.Prefixes, AdvertisedPrefix{Pos: s.Pos, Prefix: p.Masked(), OnLink: true, Autonomous: true, Valid: 30 * day, Preferred: 7 * day})
			}
		}
		return
	}
	for _, e := range s.Prefixes {
		prefix, ok := b.network6(m, e.Prefix, "prefix")
		if !ok {
			continue
		}
		p := AdvertisedPrefix{Pos: e.Pos, Prefix: prefix, OnLink: e.OnLink == nil || *e.OnLink, Autonomous: e.Autonomous == nil || *e.Autonomous, Valid: 30 * day, Preferred: 7 * day}
		if e.Valid != nil {
			p.Valid = *e.Valid
			p.Preferred = min(p.Preferred, p.Valid)
		}
		if e.Preferred != nil {
			p.Preferred = *e.Preferred
		}
		b.lifetime(e.Pos, "valid", p.Valid)
		b.lifetime(e.Pos, "preferred", p.Preferred)
		switch {
		case p.Preferred > p.Valid:
			b.d.ErrorAt(e.Pos, "write a longer valid", "prefix %s is preferred for %s, and valid for %s only", p.Prefix, p.Preferred, p.Valid)
		case p.Autonomous && prefix.Bits() != 64 && e.Autonomous == nil:
			b.d.ErrorAt(e.Pos, "write a /64, or autonomous: off", "no host makes an address of %s: it leaves no 64 bits", prefix)
		case slices.ContainsFunc(x.Prefixes, func(o AdvertisedPrefix) bool { return o.Prefix == prefix }):
			b.d.ErrorAt(e.Pos, "remove one of them", "prefix %s is advertised twice", prefix)
		}
		x.Prefixes = append(x.Prefixes, p)
	}
}

// lifetime checks a time that the protocols carry in 32 bits of seconds.
func (b *builder) lifetime(pos Pos, what string, d time.Duration) {
	if d < 0 || d >= 1<<32*time.Second || d%time.Second != 0 {
		b.d.ErrorAt(pos, "whole seconds", "%s %s is not possible", what, d)
	}
}

// timer checks a time that the protocols carry in milliseconds.
func (b *builder) timer(pos Pos, what string, d time.Duration) {
	if d < 0 || d > time.Hour || d%time.Millisecond != 0 {
		b.d.ErrorAt(pos, "whole milliseconds up to 1h", "%s %s is not possible", what, d)
	}
}

// network6 reads an IPv6 network.
func (b *builder) network6(m *member, t text, what string) (netip.Prefix, bool) {
	s, ok := t.expand(b.d, m.counters())
	if !ok {
		return netip.Prefix{}, false
	}
	p, err := netip.ParsePrefix(s)
	switch {
	case err != nil || !p.Addr().Is6() || p.Addr().Is4In6():
		b.d.ErrorAt(t.Pos, "write it as in 2001:db8:1::/64", "%s %s is not an IPv6 network", what, strict.Quote(s))
	case p.Addr().IsMulticast() || p.Addr().IsLinkLocalUnicast():
		b.d.ErrorAt(t.Pos, "write it as in 2001:db8:1::/64", "%s %s is not one that a router can tell of", what, p)
	case p != p.Masked():
		b.d.ErrorAt(t.Pos, fmt.Sprintf("write %s", p.Masked()), "%s is an address, not a network", p)
	default:
		return p, true
	}
	return p, false
}

// domains reads names of domains.
func (b *builder) domains(m *member, ts []text) []string {
	var names []string
	for _, t := range ts {
		s, ok := t.expand(b.d, m.counters())
		if !ok {
			continue
		}
		name, good := domainName(s)
		if !good || name == "." {
			b.d.ErrorAt(t.Pos, "", "%s is not a domain name", strict.Quote(s))
			continue
		}
		names = append(names, strings.TrimSuffix(name, "."))
	}
	return names
}

func (b *builder) dhcp6(m *member, s *dhcp6ServerShape) *DHCP6Server {
	i := b.served(m, s.Pos, s.Interface, "the DHCPv6 server")
	if i == nil {
		return nil
	}
	x := &DHCP6Server{
		Pos: s.Pos, Interface: i.Name, Lease: time.Hour, Preferred: s.Preferred, T1: s.T1, T2: s.T2,
		RapidCommit: s.RapidCommit, ServerPreference: 255,
	}
	if s.Lease != 0 {
		x.Lease = s.Lease
	}
	if x.Preferred == 0 {
		x.Preferred = x.Lease
	}
	if s.Preference != nil {
		x.ServerPreference = *s.Preference
	}
	b.lifetime(s.Pos, "lease", x.Lease)
	b.lifetime(s.Pos, "preferred", x.Preferred)
	b.lifetime(s.Pos, "t1", x.T1)
	b.lifetime(s.Pos, "t2", x.T2)
	t1, t2 := x.T1, x.T2
	if t1 == 0 {
		t1 = x.Preferred / 2
	}
	if t2 == 0 {
		t2 = x.Preferred / 10 * 8
	}
	switch {
	case x.Preferred > x.Lease:
		b.d.ErrorAt(s.Pos, "write a longer lease", "addresses are preferred for %s, and lent for %s only", x.Preferred, x.Lease)
	case t1 > t2 || t2 > x.Lease:
		b.d.ErrorAt(s.Pos, "", "t1 %s, t2 %s and lease %s are not in rising order", t1, t2, x.Lease)
	case x.ServerPreference < 0 || x.ServerPreference > 255:
		b.d.ErrorAt(s.Pos, "from 0 to 255", "preference %d is not possible", x.ServerPreference)
	}
	x.First, x.Last = b.pool(m, s.Range, "IPv6", "2001:db8:1::100-2001:db8:1::1ff")
	x.DNS = b.addresses(m, s.DNS, "dns", "IPv6")
	x.Domain = b.domains(m, s.Domain)
	taken := map[string]bool{}
	for _, r := range s.Reservations {
		as := b.addresses(m, []text{r.Address}, "reserved address", "IPv6")
		out := Reservation6{Pos: r.Pos}
		id, ok := r.Client.expand(b.d, m.counters())
		if !ok || len(as) == 0 {
			continue
		}
		out.Address = as[0]
		if mac, err := net.ParseMAC(id); err == nil && len(mac) == 6 {
			out.MAC = mac
		} else if octets, err := hex.DecodeString(strings.ReplaceAll(id, ":", "")); err == nil && len(octets) >= 3 && len(octets) <= 130 {
			out.DUID = octets
		} else {
			b.d.ErrorAt(r.Client.Pos, "write a MAC address, or the octets of a DUID, as in 00:03:00:01:02:00:00:00:00:0a", "%s is no client", strict.Quote(id))
			continue
		}
		for _, key := range []string{strings.ToLower(id), as[0].String()} {
			if taken[key] {
				b.d.ErrorAt(r.Pos, "remove one of them", "%s is reserved twice", key)
			}
			taken[key] = true
		}
		x.Reservations = append(x.Reservations, out)
	}
	return x
}
