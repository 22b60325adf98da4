package topology

import (
	"fmt"
	"net/netip"
	"slices"
)

// gateways finds next hops that cannot be reached or are not there.
func (l *linter) gateways() {
	for i := range l.ports {
		p := &l.ports[i]
		for _, g := range p.iface.Gateways {
			l.hop(p.iface.Pos, p.node, "gateway", g, []*port{p})
		}
	}
	for _, n := range l.t.Nodes {
		for _, r := range n.Routes {
			if !r.Via.IsValid() {
				continue
			}
			var through []*port
			for _, i := range n.Interfaces {
				if r.Interface == "" || r.Interface == i.Name {
					through = append(through, &l.ports[l.at[Endpoint{n.Name, i.Name}]])
				}
			}
			l.hop(r.Pos, n, "next hop", r.Via, through)
		}
	}
}

// hop checks one next hop of a node, reached through one of some interfaces.
func (l *linter) hop(pos Pos, n *Node, what string, via netip.Addr, through []*port) {
	var on *port
	var nets []string
	for _, p := range through {
		if !p.addressed() {
			continue
		}
		ps := l.prefixes(p)
		if p.iface.Asks() && len(ps) == 0 {
			return // only the lease will tell
		}
		for _, prefix := range ps {
			nets = append(nets, prefix.String())
			if prefix.Contains(via) {
				on = p
			}
		}
		if via.IsLinkLocalUnicast() {
			return // made by the kernel, not declared
		}
	}
	if on == nil {
		cure := "the node has no address yet"
		if len(nets) > 0 {
			cure = "the node is on " + listNames(nets)
		}
		l.find(pos, gatewayOffLink, means(gatewayOffLink, n) || l.linkMeans(gatewayOffLink, through...), cure,
			"%s %s of %s is on none of its networks", what, via, n.Name)
		return
	}
	seg := l.segments[on.segment]
	if slices.ContainsFunc(l.owners[via], func(i int) bool { return l.ports[i].segment == on.segment }) || seg.leasable(via) || seg.exec {
		return
	}
	cure := "no node there forwards"
	if routers := l.routersOn(seg, n, via.Is4()); len(routers) > 0 {
		cure = "routers there: " + listNames(routers)
	}
	l.find(pos, deadGateway, means(deadGateway, n) || l.linkMeans(deadGateway, on), cure,
		"no node on the link of %s has the address of its %s %s", on.endpoint(), what, via)
}

// routersOn lists the addresses of the other routers of a segment.
func (l *linter) routersOn(seg *segment, n *Node, v4 bool) []string {
	var have []string
	for _, i := range seg.ports {
		p := &l.ports[i]
		if p.node.Kind != Router || p.node == n {
			continue
		}
		for _, a := range p.iface.Addresses {
			if a.Addr().Is4() == v4 {
				have = append(have, fmt.Sprintf("%s (%s)", a.Addr(), p.node.Name))
			}
		}
	}
	return have
}

// someone reports whether a node has an address, or may lease it.
func (l *linter) someone(a netip.Addr) bool {
	if a.IsLoopback() || len(l.owners[a]) > 0 {
		return true
	}
	return slices.ContainsFunc(l.segments, func(s *segment) bool { return s.leasable(a) })
}

// forwards finds port forwards that lead to nobody.
func (l *linter) forwards() {
	for _, n := range l.t.Nodes {
		for _, f := range n.Forwards {
			if !l.someone(f.To.Addr()) {
				l.find(f.Pos, deadForward, means(deadForward, n), "give the address to the node that serves",
					"no node has the address %s that %s forwards %s port %d to", f.To.Addr(), n.Name, f.Protocol, f.Port)
			}
		}
	}
}

// nameservers finds DNS servers that nobody is.
func (l *linter) nameservers() {
	checked := map[netip.Addr]bool{}
	check := func(pos Pos, n *Node, who string, a netip.Addr) {
		ok, done := checked[a]
		if !done {
			ok = l.someone(a)
			checked[a] = ok
		}
		if !ok {
			l.find(pos, deadNameserver, means(deadNameserver, n), "give the address to the node that serves", "no node has the address of DNS server %s, which %s names", a, who)
		}
	}
	for i := range l.ports {
		p := &l.ports[i]
		for _, a := range p.iface.DNS {
			check(p.iface.Pos, p.node, p.endpoint().String(), a)
		}
	}
	for _, n := range l.t.Nodes {
		for _, s := range n.Services.DHCP {
			for _, a := range s.DNS {
				check(s.Pos, n, "the DHCP server of "+n.Name, a)
			}
		}
		for _, s := range n.Services.DHCP6 {
			for _, a := range s.DNS {
				check(s.Pos, n, "the DHCPv6 server of "+n.Name, a)
			}
		}
		for _, s := range n.Services.RA {
			for _, a := range s.DNS {
				check(s.Pos, n, "the router advertisement of "+n.Name, a)
			}
		}
	}
}

// leases finds DHCP servers and clients that do not fit.
func (l *linter) leases() {
	for _, s := range l.segments {
		l.leases6(s)
		l.relays(s)
		for i, d := range s.servers {
			p := &l.ports[d.port]
			l.pool(d, p)
			if i > 0 {
				o := &l.ports[s.servers[0].port]
				l.find(d.Pos, rogueDHCP, means(rogueDHCP, p.node, o.node) || l.linkMeans(rogueDHCP, p, o),
					"a client takes whichever answers first", "%s serves DHCP on the link that %s serves too", p.endpoint(), o.endpoint())
			}
		}
		for _, i := range s.ports {
			p := &l.ports[i]
			if p.iface.DHCP == DHCPAuto && len(s.servers)+len(s.relays) == 0 && !s.exec {
				l.find(p.iface.Pos, noDHCPServer, means(noDHCPServer, p.node) || l.linkMeans(noDHCPServer, p),
					"give a node on the link services: {dhcp: ...} or {dhcp_relay: ...}, or write dhcp: manual", "%s asks for an address, but nobody on its link has any to give", p.endpoint())
			}
			if !p.addressed() {
				continue
			}
			for _, a := range p.iface.Addresses {
				for _, d := range s.lenders() {
					if !d.contains(a.Addr()) {
						continue
					}
					l.find(p.iface.Pos, staticInPool, means(staticInPool, p.node, d.of) || l.linkMeans(staticInPool, p),
						"take it out of the range", "%s has address %s, which the DHCP server of %s may give away", p.endpoint(), a.Addr(), d.of.Name)
				}
			}
		}
	}
}

// pool checks that what a DHCP server gives away is on its own network.
func (l *linter) pool(d *server, p *port) {
	var nets []string
	on := func(a netip.Addr) bool {
		return slices.ContainsFunc(p.iface.Addresses, func(q netip.Prefix) bool { return q.Contains(a) })
	}
	for _, q := range p.iface.Addresses {
		nets = append(nets, q.Masked().String())
	}
	intended := means(poolOffLink, p.node) || l.linkMeans(poolOffLink, p)
	cure := fmt.Sprintf("%s is on %s", p.endpoint(), listNames(nets))
	if d.First.IsValid() && (!on(d.First) || !on(d.Last)) {
		l.find(d.Pos, poolOffLink, intended, cure, "the DHCP range %s-%s of %s is not on its network", d.First, d.Last, p.node.Name)
	}
	for _, r := range d.Reservations {
		if !on(r.Address) {
			l.find(r.Pos, poolOffLink, intended, cure, "the reserved address %s of %s is not on its network", r.Address, p.node.Name)
		}
	}
	for _, n := range d.Subnets {
		if !l.relayedTo(p, n.Network) {
			l.find(n.Pos, poolOffLink, intended, fmt.Sprintf("give a router there services: {dhcp_relay: {server: %s}}", p.first4().Addr()),
				"%s lends addresses of %s, and no relay there asks it", p.endpoint(), n.Network)
		}
	}
}

// relayedTo reports whether a relay on a network asks the server at a port; so may programs.
func (l *linter) relayedTo(p *port, on netip.Prefix) bool {
	return slices.ContainsFunc(l.segments, func(s *segment) bool {
		return slices.ContainsFunc(s.ports, func(i int) bool {
			q := &l.ports[i]
			if !q.addressed() || !slices.ContainsFunc(q.iface.Addresses, func(a netip.Prefix) bool { return on.Contains(a.Addr()) }) {
				return false
			}
			return len(q.node.Services.Exec) > 0 || slices.ContainsFunc(s.relays, func(r *relay) bool {
				return r.port == i && slices.ContainsFunc(r.Server, func(a netip.Addr) bool {
					_, unknown := l.lent(r, a)
					return unknown || slices.ContainsFunc(p.iface.Addresses, func(own netip.Prefix) bool { return own.Addr() == a })
				})
			})
		})
	})
}

// relays finds DHCP relays that ask nobody, or in vain.
func (l *linter) relays(s *segment) {
	for _, r := range s.relays {
		p := &l.ports[r.port]
		if len(s.servers) > 0 {
			o := s.servers[0].of
			l.find(r.Pos, rogueDHCP, means(rogueDHCP, p.node, o) || l.linkMeans(rogueDHCP, p),
				"a client takes whichever answers first", "%s relays DHCP on the link that %s serves", p.endpoint(), o.Name)
		}
		intended := means(noDHCPServer, p.node) || l.linkMeans(noDHCPServer, p)
		for _, a := range r.Server {
			pools, unknown := l.lent(r, a)
			switch {
			case len(pools) > 0 || unknown || l.between(p) && len(l.owners[a]) > 0:
			case len(l.owners[a]) == 0:
				l.find(r.Pos, noDHCPServer, intended, "give the address to the node that serves", "no node has the address %s that the DHCP relay of %s asks", a, p.node.Name)
			default:
				o := l.ports[l.owners[a][0]]
				l.find(r.Pos, noDHCPServer, intended, fmt.Sprintf("write dhcp: {interface: %s, subnets: {network: %s, range: FIRST-LAST}} there", o.iface.Name, p.first4().Masked()),
					"the DHCP relay of %s asks %s, which has no address of %s to give", p.node.Name, o.endpoint(), p.first4().Masked())
			}
		}
	}
}

// between reports whether other relays ask by way of the one at a port, which then need
// not be there for hosts on its own link.
func (l *linter) between(p *port) bool {
	return slices.ContainsFunc(l.segments, func(s *segment) bool {
		return slices.ContainsFunc(s.relays, func(r *relay) bool {
			return slices.ContainsFunc(p.iface.Addresses, func(own netip.Prefix) bool { return slices.Contains(r.Server, own.Addr()) })
		})
	})
}
