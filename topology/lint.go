package topology

import (
	"cmp"
	"fmt"
	"net/netip"
	"slices"
)

// LintInfo is one lint: the name that `intended:` takes, and what it finds.
type LintInfo struct{ Name, Finds string }

// lints are all lints, sorted by name.
var lints = [...]LintInfo{
	{deadForward, "a port forward to an address that no node has"},
	{deadGateway, "a gateway or next hop that no node on the link has"},
	{deadNameserver, "a DNS server address that no node has"},
	{duplicateAddress, "two interfaces with the same address"},
	{duplicateMAC, "two interfaces on one link layer with the same MAC address"},
	{gatewayOffLink, "a gateway or next hop outside the networks of the node's interfaces"},
	{mtuMismatch, "interfaces on one link layer with different MTUs"},
	{noDHCPServer, "an interface that asks for an address where nobody gives one, or a relay that asks in vain"},
	{noRouter, "an interface that waits for router advertisements where nobody sends any"},
	{noWayBack, "a node or router that has no route back to a network it is reached from"},
	{overlappingSubnets, "two networks, or two sizes of one network, that share addresses"},
	{poolOffLink, "a DHCP pool or reservation outside the network of the server's interface, or for one that no relay is on"},
	{rogueDHCP, "a second DHCP server on the same link layer"},
	{routingLoop, "routers that send packets for a network in a circle"},
	{staticInPool, "a fixed address that a DHCP server may give to somebody else"},
	{switchLoop, "switches linked in a circle without a spanning tree"},
	{unlinkedInterface, "an interface with no link"},
}

const (
	deadForward        = "dead-forward"
	deadGateway        = "dead-gateway"
	deadNameserver     = "dead-nameserver"
	duplicateAddress   = "duplicate-address"
	duplicateMAC       = "duplicate-mac"
	gatewayOffLink     = "gateway-off-link"
	mtuMismatch        = "mtu-mismatch"
	noDHCPServer       = "no-dhcp-server"
	noRouter           = "no-router"
	noWayBack          = "no-way-back"
	overlappingSubnets = "overlapping-subnets"
	poolOffLink        = "pool-off-link"
	rogueDHCP          = "rogue-dhcp"
	routingLoop        = "routing-loop"
	staticInPool       = "static-in-pool"
	switchLoop         = "switch-loop"
	unlinkedInterface  = "unlinked-interface"
)

// Lints returns every lint, sorted by name.
func Lints() []LintInfo { return slices.Clone(lints[:]) }

// Lint finds what is legal in a topology but will not work as a network, in
// file order. What a node or link that takes part says is intended is left
// out. Findings that one line of the file causes several times, by a range,
// are told once. The time is linear in the size of the network, except for
// no-way-back and routing-loop, which try each pair of networks.
func Lint(t *Topology) Diagnostics {
	l := &linter{network: view(t), told: map[place]int{}}
	l.unlinked()
	l.addresses()
	l.hardware()
	l.subnets()
	l.gateways()
	l.nameservers()
	l.forwards()
	l.leases()
	l.sizes()
	l.loops()
	l.paths()
	for at, n := range l.told {
		if n > 1 {
			l.ds[l.index[at]].Message += fmt.Sprintf(", and %d more like it", n-1)
		}
	}
	l.ds.Sort()
	return l.ds
}

// place is what findings are counted by.
type place struct {
	pos  Pos
	lint string
}

type linter struct {
	*network
	ds    Diagnostics
	told  map[place]int
	index map[place]int // of the first in ds
}

// find adds a finding unless it is intended.
func (l *linter) find(pos Pos, lint string, intended bool, cure, format string, args ...any) {
	if intended {
		return
	}
	at := place{pos, lint}
	if l.told[at]++; l.told[at] > 1 {
		return
	}
	if l.index == nil {
		l.index = map[place]int{}
	}
	l.index[at] = len(l.ds)
	l.ds = append(l.ds, Diagnostic{Pos: pos, Message: fmt.Sprintf(format, args...), Cure: cure, Lint: lint})
}

// means reports whether one of the nodes intends a lint.
func means(lint string, nodes ...*Node) bool {
	return slices.ContainsFunc(nodes, func(n *Node) bool { return slices.Contains(n.Intended, lint) })
}

// linkMeans reports whether the links of some interfaces intend a lint.
func (l *linter) linkMeans(lint string, ports ...*port) bool {
	return slices.ContainsFunc(ports, func(p *port) bool {
		link := l.linked[p.endpoint()]
		return link != nil && slices.Contains(link.Intended, lint)
	})
}

// unlinked finds interfaces that no cable is in. A free port of a bridge is
// as common as a free port of a switch.
func (l *linter) unlinked() {
	for i := range l.ports {
		p := &l.ports[i]
		if !p.addressed() || p.iface.Ports != nil || l.linked[p.endpoint()] != nil {
			continue
		}
		l.find(p.iface.Pos, unlinkedInterface, means(unlinkedInterface, p.node),
			fmt.Sprintf("add it to links: %s -- ...", p.endpoint()), "%s has no link", p.endpoint())
	}
}

// addresses finds addresses that two interfaces have.
func (l *linter) addresses() {
	type key struct {
		scope int
		addr  netip.Addr
	}
	first := map[key]*port{}
	for i := range l.ports {
		p := &l.ports[i]
		for _, a := range p.iface.Addresses {
			k := key{p.scope(a.Addr()), a.Addr()}
			o := first[k]
			if o == nil {
				first[k] = p
				continue
			}
			l.find(p.iface.Pos, duplicateAddress, means(duplicateAddress, p.node, o.node) || l.linkMeans(duplicateAddress, p, o),
				"give one of them another address", "%s has address %s, which %s has too", p.endpoint(), a.Addr(), o.endpoint())
		}
	}
}

// hardware finds MAC addresses that two interfaces of a segment have.
func (l *linter) hardware() {
	type key struct {
		segment int
		mac     string
	}
	first := map[key]*port{}
	for i := range l.ports {
		p := &l.ports[i]
		if len(p.iface.MAC) == 0 {
			continue
		}
		k := key{p.segment, p.iface.MAC.String()}
		o := first[k]
		if o == nil {
			first[k] = p
			continue
		}
		l.find(p.iface.Pos, duplicateMAC, means(duplicateMAC, p.node, o.node) || l.linkMeans(duplicateMAC, p, o),
			"leave mac out to have it counted up", "%s has MAC address %s, which %s has too", p.endpoint(), p.iface.MAC, o.endpoint())
	}
}

// subnets finds networks that share addresses: on different segments, or on
// one with different prefix lengths.
func (l *linter) subnets() {
	type subnet struct {
		prefix  netip.Prefix
		scope   int
		segment int
		ports   []*port
	}
	type key struct {
		prefix  netip.Prefix
		segment int
	}
	index := map[key]*subnet{}
	var all []*subnet
	for i := range l.ports {
		p := &l.ports[i]
		for _, a := range p.iface.Addresses {
			k := key{a.Masked(), p.segment}
			s := index[k]
			if s == nil {
				s = &subnet{prefix: k.prefix, segment: p.segment, scope: p.scope(a.Addr())}
				index[k] = s
				all = append(all, s)
			}
			s.ports = append(s.ports, p)
		}
	}
	// In this order every network comes right after those it lies in.
	slices.SortStableFunc(all, func(a, b *subnet) int {
		return cmp.Or(cmp.Compare(a.scope, b.scope), a.prefix.Addr().Compare(b.prefix.Addr()), cmp.Compare(a.prefix.Bits(), b.prefix.Bits()))
	})
	var around []*subnet
	for _, s := range all {
		for len(around) > 0 {
			o := around[len(around)-1]
			if o.scope == s.scope && o.prefix.Overlaps(s.prefix) {
				break
			}
			around = around[:len(around)-1]
		}
		if len(around) > 0 {
			o := around[len(around)-1]
			// A single address may lie in a network of its own segment.
			if o.segment != s.segment || !s.prefix.IsSingleIP() {
				p := s.ports[0]
				if q := o.ports[0]; q.iface.Pos.Line > p.iface.Pos.Line {
					p = q
				}
				intended := false
				for _, q := range slices.Concat(s.ports, o.ports) {
					intended = intended || means(overlappingSubnets, q.node) || l.linkMeans(overlappingSubnets, q)
				}
				where, cure := "on another link", "give them different networks"
				if o.segment == s.segment {
					where, cure = "on the same link", "write the same prefix length everywhere"
				}
				l.find(p.iface.Pos, overlappingSubnets, intended, cure, "network %s of %s overlaps %s of %s, %s",
					s.prefix, s.ports[0].endpoint(), o.prefix, o.ports[0].endpoint(), where)
			}
		}
		around = append(around, s)
	}
}

// sizes finds interfaces whose MTU is not that of the others they hear.
func (l *linter) sizes() {
	for _, s := range l.segments {
		votes := map[int]int{}
		usual := 0
		for _, i := range s.ports {
			if p := &l.ports[i]; p.addressed() {
				votes[p.iface.MTU]++
				if usual == 0 || votes[p.iface.MTU] > votes[usual] {
					usual = p.iface.MTU
				}
			}
		}
		for _, i := range s.ports {
			p := &l.ports[i]
			if p.addressed() && p.iface.MTU != usual {
				l.find(p.iface.Pos, mtuMismatch, means(mtuMismatch, p.node) || l.linkMeans(mtuMismatch, p),
					fmt.Sprintf("write mtu: %d", usual), "%s has MTU %d, others on its link have %d", p.endpoint(), p.iface.MTU, usual)
			}
		}
	}
	for _, link := range l.t.Links {
		a, okA := l.at[link.A]
		b, okB := l.at[link.B]
		if !okA || !okB {
			continue
		}
		p, q := &l.ports[a], &l.ports[b]
		if p.iface.MTU == q.iface.MTU || p.addressed() && q.addressed() {
			continue // told above
		}
		l.find(link.Pos, mtuMismatch, slices.Contains(link.Intended, mtuMismatch) || means(mtuMismatch, p.node, q.node),
			"give both ends the same", "%s has MTU %d, %s has %d", p.endpoint(), p.iface.MTU, q.endpoint(), q.iface.MTU)
	}
}

// loops finds circles of bridges in which none runs a spanning tree.
func (l *linter) loops() {
	bridge := func(e Endpoint) (string, *Node) {
		n := l.nodes[e.Node]
		i, ok := l.at[e]
		switch {
		case n == nil || !ok || n.STP != nil:
			return "", nil
		case n.Bridges():
			return n.Name, n
		case l.ports[i].iface.Master != "":
			return n.Name + ":" + l.ports[i].iface.Master, n
		}
		return "", nil
	}
	index := map[string]int{}
	forest := newSets(2 * len(l.t.Links))
	number := func(name string) int {
		if _, ok := index[name]; !ok {
			index[name] = len(index)
		}
		return index[name]
	}
	for _, link := range l.t.Links {
		a, nodeA := bridge(link.A)
		b, nodeB := bridge(link.B)
		if a == "" || b == "" || forest.join(number(a), number(b)) {
			continue
		}
		l.find(link.Pos, switchLoop, slices.Contains(link.Intended, switchLoop) || means(switchLoop, nodeA, nodeB),
			"write stp: on at a switch of the circle, or remove the link", "%s closes a circle of switches: every broadcast would run in it for ever", link)
	}
}
