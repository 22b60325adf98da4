package topology

import (
	"fmt"
	"net/netip"
	"slices"
)

// advertiser is a router where it advertises itself.
type advertiser struct {
	*Advertiser
	port int
}

// server6 is a DHCPv6 server where it serves.
type server6 struct {
	*DHCP6Server
	port int
}

// serve6 adds what a port tells hosts of IPv6 on the segment.
func (s *segment) serve6(p *port, at int) {
	for _, d := range p.node.Services.DHCP6 {
		if d.Interface == p.iface.Name {
			s.v6 = append(s.v6, &server6{d, at})
		}
	}
	for _, a := range p.node.Services.RA {
		if a.Interface == p.iface.Name {
			s.routers = append(s.routers, &advertiser{a, at})
		}
	}
}

// leases reports whether the server can give an address away.
func (d *server6) leases(a netip.Addr) bool {
	pooled := d.First.IsValid() && a.Is6() && !a.Less(d.First) && !d.Last.Less(a)
	return pooled || slices.ContainsFunc(d.Reservations, func(r Reservation6) bool { return r.Address == a })
}

// advertised returns the networks that routers of the segment tell of, save those
// that are known.
func (s *segment) advertised(known []netip.Prefix) []netip.Prefix {
	var ps []netip.Prefix
	for _, a := range s.routers {
		for _, p := range a.Prefixes {
			if p.OnLink && !slices.Contains(known, p.Prefix) && !slices.Contains(ps, p.Prefix) {
				ps = append(ps, p.Prefix)
			}
		}
	}
	return ps
}

// advertisedGateway is an address of the router that an interface takes for its
// default one, the zero Addr for none. Its link-local address is not declared, so
// another one of it stands for it.
func (w *network) advertisedGateway(p *port) netip.Addr {
	if !p.iface.SLAAC {
		return netip.Addr{}
	}
	for _, a := range w.segments[p.segment].routers {
		if a.Lifetime == 0 {
			continue
		}
		for _, q := range w.ports[a.port].iface.Addresses {
			if q.Addr().Is6() {
				return q.Addr()
			}
		}
	}
	return netip.Addr{}
}

// leases6 finds servers and clients of IPv6 that do not fit.
func (l *linter) leases6(s *segment) {
	for i, d := range s.v6 {
		p := &l.ports[d.port]
		l.pool6(d, p, s)
		if i > 0 {
			o := &l.ports[s.v6[0].port]
			l.find(d.Pos, rogueDHCP, means(rogueDHCP, p.node, o.node) || l.linkMeans(rogueDHCP, p, o),
				"a client takes whichever it prefers", "%s serves DHCPv6 on the link that %s serves too", p.endpoint(), o.endpoint())
		}
	}
	for _, i := range s.ports {
		p := &l.ports[i]
		if asks := p.iface.DHCP6 == DHCPAuto || p.iface.DHCP6 == DHCPInform; asks && len(s.v6) == 0 && !s.exec {
			l.find(p.iface.Pos, noDHCPServer, means(noDHCPServer, p.node) || l.linkMeans(noDHCPServer, p),
				"give a node on the link services: {dhcp6: ...}, or write dhcp6: manual", "%s asks for an IPv6 address, but nobody on its link has any to give", p.endpoint())
		}
		if p.iface.SLAAC && len(s.routers) == 0 && !s.exec {
			l.find(p.iface.Pos, noRouter, means(noRouter, p.node) || l.linkMeans(noRouter, p),
				"give a router on the link services: {ra: ...}", "%s waits for router advertisements, but nobody on its link sends any", p.endpoint())
		}
		for _, a := range p.iface.Addresses {
			for _, d := range s.v6 {
				if !p.addressed() || !d.leases(a.Addr()) {
					continue
				}
				o := &l.ports[d.port]
				l.find(p.iface.Pos, staticInPool, means(staticInPool, p.node, o.node) || l.linkMeans(staticInPool, p),
					"take it out of the range", "%s has address %s, which the DHCPv6 server of %s may give away", p.endpoint(), a.Addr(), o.node.Name)
			}
		}
	}
}

// pool6 checks that what a DHCPv6 server gives away is of its link.
func (l *linter) pool6(d *server6, p *port, s *segment) {
	on := func(a netip.Addr) bool {
		has := func(q netip.Prefix) bool { return q.Contains(a) }
		return slices.ContainsFunc(p.iface.Addresses, has) || slices.ContainsFunc(s.advertised(nil), has)
	}
	intended := means(poolOffLink, p.node) || l.linkMeans(poolOffLink, p)
	cure := fmt.Sprintf("give %s an address of it", p.endpoint())
	if d.First.IsValid() && (!on(d.First) || !on(d.Last)) {
		l.find(d.Pos, poolOffLink, intended, cure, "the DHCPv6 range %s-%s of %s is not on its network", d.First, d.Last, p.node.Name)
	}
	for _, r := range d.Reservations {
		if !on(r.Address) {
			l.find(r.Pos, poolOffLink, intended, cure, "the reserved address %s of %s is not on its network", r.Address, p.node.Name)
		}
	}
}
