package topology

import (
	"fmt"
	"net"
	"net/netip"
	"slices"
	"strings"
	"time"

	"github.com/netrig/netrig/internal/strict"
)

// DHCPServer is a DHCPv4 server (RFC 2131) on one interface.
type DHCPServer struct {
	Pos       Pos
	Interface string
	DHCPPool               // of the interface's own network; without First there is none
	Subnets   []DHCPSubnet // networks behind relays
}

// DHCPPool is what a DHCPv4 server tells the clients of one network.
type DHCPPool struct {
	First, Last  netip.Addr // the addresses that it lends, both ends included
	Router       []netip.Addr
	DNS          []netip.Addr
	Domain       string
	Lease        time.Duration // 1h unless declared
	Reservations []Reservation
}

// DHCPSubnet is a network that a DHCPv4 server knows by the relay which its clients
// ask through (RFC 2131, Section 4.3.1).
type DHCPSubnet struct {
	Pos     Pos
	Network netip.Prefix
	DHCPPool
}

// Reservation gives one client always the same address.
type Reservation struct {
	Pos     Pos
	MAC     net.HardwareAddr
	Address netip.Addr
}

// DHCPRelay is a DHCPv4 relay agent for the clients on one interface (RFC 1542,
// Section 4).
type DHCPRelay struct {
	Pos       Pos
	Interface string
	Server    []netip.Addr // each gets a copy of every request
	MaxHops   int          // how many relays a request may have passed before; 4 unless declared
	// What it tells servers of itself (RFC 3046); where both are empty, nothing.
	CircuitID, RemoteID string
}

// maxRelayID is the longest of the two that surely fit into an option together, in octets.
const maxRelayID = 125

// services4 resolves the servers and relays of DHCPv4.
func (b *builder) services4(m *member) {
	s := &m.shape.Services
	for i := range s.DHCP {
		x := b.dhcp(m, &s.DHCP[i])
		if x == nil {
			continue
		}
		if slices.ContainsFunc(m.Services.DHCP, func(o *DHCPServer) bool { return o.Interface == x.Interface }) {
			b.d.ErrorAt(x.Pos, "an interface has one range; widen it", "%s has two DHCP servers on %s", m.Name, x.Interface)
		}
		m.Services.DHCP = append(m.Services.DHCP, x)
	}
	for i := range s.DHCPRelay {
		x := b.dhcpRelay(m, &s.DHCPRelay[i])
		if x == nil {
			continue
		}
		switch {
		case slices.ContainsFunc(m.Services.DHCPRelay, func(o *DHCPRelay) bool { return o.Interface == x.Interface }):
			b.d.ErrorAt(x.Pos, "give one of them all the servers", "%s has two DHCP relays on %s", m.Name, x.Interface)
		case slices.ContainsFunc(m.Services.DHCP, func(o *DHCPServer) bool { return o.Interface == x.Interface }):
			b.d.ErrorAt(x.Pos, "remove one of them", "%s both serves DHCP on %s and relays it", m.Name, x.Interface)
		}
		m.Services.DHCPRelay = append(m.Services.DHCPRelay, x)
	}
}

func (b *builder) dhcp(m *member, s *dhcpServerShape) *DHCPServer {
	if s.Range.Pos.Line == 0 && len(s.Subnets) == 0 && s.Interface.Value == "" {
		return nil // not even a DHCP server; told when it was read
	}
	i := b.served4(m, s.Pos, s.Interface, "the DHCP server")
	x := &DHCPServer{Pos: s.Pos, DHCPPool: b.dhcpPool(m, s.Pos, &s.dhcpPoolShape)}
	for k := range s.Subnets {
		n := b.dhcpSubnet(m, &s.Subnets[k])
		for _, o := range x.Subnets {
			if n.Network.IsValid() && n.Network.Overlaps(o.Network) {
				b.d.ErrorAt(n.Pos, "a network has one range; widen it", "networks %s and %s share addresses", o.Network, n.Network)
			}
		}
		x.Subnets = append(x.Subnets, n)
	}
	if i == nil {
		return nil
	}
	x.Interface = i.Name
	for _, p := range i.Addresses {
		for _, n := range x.Subnets {
			if n.Network.IsValid() && n.Network.Overlaps(p) {
				b.d.ErrorAt(n.Pos, "write its range beside interface", "network %s is that of %s itself, not one behind a relay", n.Network, i.Name)
			}
		}
	}
	return x
}

// served4 finds the interface that a server or relay is for, which has an IPv4 address.
func (b *builder) served4(m *member, pos Pos, named text, what string) *Interface {
	i := b.servedBy(m, pos, named, what)
	if i != nil && !slices.ContainsFunc(i.Addresses, func(p netip.Prefix) bool { return p.Addr().Is4() }) {
		b.d.ErrorAt(pos, fmt.Sprintf("give %s one", i.Name), "%s's interface %s has no IPv4 address", what, i.Name)
	}
	return i
}

// dhcpPool reads what clients of one network are told.
func (b *builder) dhcpPool(m *member, pos Pos, s *dhcpPoolShape) DHCPPool {
	x := DHCPPool{Lease: s.Lease}
	switch {
	case s.Lease == 0:
		x.Lease = time.Hour
	case s.Lease < time.Second || s.Lease >= 1<<32*time.Second || s.Lease%time.Second != 0:
		b.d.ErrorAt(pos, "whole seconds, from 1s", "lease %s is not possible", s.Lease)
	}
	x.First, x.Last = b.pool(m, s.Range, "IPv4", "192.168.1.100-192.168.1.199")
	x.Router = b.addresses(m, s.Router, "router", "IPv4")
	x.DNS = b.addresses(m, s.DNS, "dns", "IPv4")
	if s.Domain.Value != "" {
		domain, ok := s.Domain.expand(b.d, m.counters())
		if name, good := domainName(domain); ok && !good {
			b.d.ErrorAt(s.Domain.Pos, "", "%s is not a domain name", strict.Quote(domain))
		} else {
			x.Domain = strings.TrimSuffix(name, ".")
		}
	}
	macs, addresses := map[string]bool{}, map[netip.Addr]bool{}
	for _, r := range s.Reservations {
		mac := b.hardware(r.MAC, m.counters())
		as := b.addresses(m, []text{r.Address}, "reserved address", "IPv4")
		if mac == nil || len(as) == 0 {
			continue
		}
		if macs[mac.String()] || addresses[as[0]] {
			b.d.ErrorAt(r.Pos, "remove one of them", "%s and %s: one of them is reserved twice", mac, as[0])
			continue
		}
		macs[mac.String()], addresses[as[0]] = true, true
		x.Reservations = append(x.Reservations, Reservation{Pos: r.Pos, MAC: mac, Address: as[0]})
	}
	return x
}

// dhcpSubnet reads a network behind relays; what it lends is of that network.
func (b *builder) dhcpSubnet(m *member, s *dhcpSubnetShape) DHCPSubnet {
	x := DHCPSubnet{Pos: s.Pos, DHCPPool: b.dhcpPool(m, s.Pos, &s.dhcpPoolShape)}
	network, ok := s.Network.expand(b.d, m.counters())
	if !ok || network == "" {
		return x
	}
	p, err := netip.ParsePrefix(network)
	switch {
	case err != nil || !p.Addr().Is4():
		b.d.ErrorAt(s.Network.Pos, "write it as in 192.168.1.0/24", "network %s is not an IPv4 network", strict.Quote(network))
		return x
	case p != p.Masked():
		b.d.ErrorAt(s.Network.Pos, fmt.Sprintf("write %s", p.Masked()), "%s is an address, not a network", p)
		return x
	}
	x.Network = p
	if x.First.IsValid() && (!p.Contains(x.First) || !p.Contains(x.Last)) {
		b.d.ErrorAt(s.Range.Pos, "", "range %s-%s is not in %s", x.First, x.Last, p)
	}
	for _, r := range x.Reservations {
		if !p.Contains(r.Address) {
			b.d.ErrorAt(r.Pos, "", "the reserved address %s is not in %s", r.Address, p)
		}
	}
	return x
}

func (b *builder) dhcpRelay(m *member, s *dhcpRelayShape) *DHCPRelay {
	i := b.served4(m, s.Pos, s.Interface, "the DHCP relay")
	if i == nil {
		return nil
	}
	x := &DHCPRelay{Pos: s.Pos, Interface: i.Name, Server: b.addresses(m, s.Server, "server", "IPv4"), MaxHops: 4}
	if s.Server != nil && len(s.Server) == 0 {
		b.d.ErrorAt(s.Pos, "write server: ADDRESS", "the DHCP relay of %s has no server to ask", m.Name)
	}
	for _, a := range x.Server {
		for _, own := range m.Interfaces {
			if slices.ContainsFunc(own.Addresses, func(p netip.Prefix) bool { return p.Addr() == a }) {
				b.d.ErrorAt(s.Pos, fmt.Sprintf("write dhcp: {interface: %s, range: FIRST-LAST}", i.Name), "the DHCP relay of %s would ask %s itself, at %s", m.Name, m.Name, a)
			}
		}
	}
	if s.MaxHops != nil {
		if x.MaxHops = *s.MaxHops; x.MaxHops < 1 || x.MaxHops > 16 {
			b.d.ErrorAt(s.Pos, "from 1 to 16", "max_hops %d is not possible", x.MaxHops)
		}
	}
	for _, id := range []struct {
		key string
		is  text
		to  *string
	}{{"circuit_id", s.CircuitID, &x.CircuitID}, {"remote_id", s.RemoteID, &x.RemoteID}} {
		if *id.to, _ = id.is.expand(b.d, m.counters()); len(*id.to) > maxRelayID {
			b.d.ErrorAt(id.is.Pos, fmt.Sprintf("at most %d", maxRelayID), "%s has %d octets", id.key, len(*id.to))
		}
	}
	return x
}

// pool reads FIRST-LAST, addresses of a family: IPv4 or IPv6. Both are the zero Addr
// where it is left out, or wrong.
func (b *builder) pool(m *member, t text, of, example string) (first, last netip.Addr) {
	s, ok := t.expand(b.d, m.counters())
	if !ok || s == "" {
		return first, last
	}
	from, to, _ := strings.Cut(s, "-")
	first, err1 := netip.ParseAddr(strings.TrimSpace(from))
	last, err2 := netip.ParseAddr(strings.TrimSpace(to))
	lends := func(a netip.Addr, err error) bool {
		return err == nil && family(a) == of && a.Zone() == "" && unusable(a) == ""
	}
	switch {
	case !lends(first, err1) || !lends(last, err2):
		b.d.ErrorAt(t.Pos, "write it as in "+example, "%s is not a range of %s addresses", strict.Quote(s), of)
	case last.Less(first):
		b.d.ErrorAt(t.Pos, fmt.Sprintf("write %s-%s", last, first), "range %s counts down", s)
	default:
		return first, last
	}
	return netip.Addr{}, netip.Addr{}
}
