package topology

import (
	"net/netip"
	"slices"
)

// network is the derived view of a topology that lint walks: who hears whom
// without a router between them.
type network struct {
	t        *Topology
	nodes    map[string]*Node
	ports    []port
	at       map[Endpoint]int // index in ports
	linked   map[Endpoint]*Link
	segments []*segment
	owners   map[netip.Addr][]int // ports that have the address
}

// port is one interface with its place.
type port struct {
	node    *Node
	iface   *Interface
	segment int // index in segments
	realm   int // where its private addresses are unique
}

// addressed reports whether the interface can have addresses of its own.
func (p *port) addressed() bool { return !p.node.Bridges() && p.iface.Master == "" }

// first4 is the first IPv4 address of the interface, with its network.
func (p *port) first4() netip.Prefix {
	for _, a := range p.iface.Addresses {
		if a.Addr().Is4() {
			return a
		}
	}
	return netip.Prefix{}
}

func (p *port) endpoint() Endpoint { return Endpoint{p.node.Name, p.iface.Name} }

// segment is a broadcast domain: what links, switches, hubs and bridges join.
type segment struct {
	ports   []int // in file order
	servers []*server
	relays  []*relay
	relayed []*server     // what servers elsewhere have for the segment, by way of a relay
	v6      []*server6    // DHCPv6 servers
	routers []*advertiser // who advertises itself
	exec    bool          // a program on it may serve anything
}

// server is a DHCP server where it serves: the port of the segment that it answers by,
// its own or that of a relay.
type server struct {
	*DHCPServer
	port int
	of   *Node
}

// relay is a DHCP relay where its clients are.
type relay struct {
	*DHCPRelay
	port int
}

// sets is a union-find forest over indices.
type sets []int

func newSets(n int) sets {
	s := make(sets, n)
	for i := range s {
		s[i] = i
	}
	return s
}

func (s sets) find(i int) int {
	for s[i] != i {
		s[i] = s[s[i]]
		i = s[i]
	}
	return i
}

// join joins two sets; the one with the smaller index names both. It reports
// whether they were apart.
func (s sets) join(a, b int) bool {
	a, b = s.find(a), s.find(b)
	s[max(a, b)] = min(a, b)
	return a != b
}

// view derives the network of a topology. Links to interfaces that do not
// exist, possible in a topology built in Go, are left out.
func view(t *Topology) *network {
	w := &network{
		t:      t,
		nodes:  make(map[string]*Node, len(t.Nodes)),
		at:     map[Endpoint]int{},
		linked: make(map[Endpoint]*Link, 2*len(t.Links)),
		owners: map[netip.Addr][]int{},
	}
	for _, n := range t.Nodes {
		w.nodes[n.Name] = n
		for _, i := range n.Interfaces {
			w.at[Endpoint{n.Name, i.Name}] = len(w.ports)
			w.ports = append(w.ports, port{node: n, iface: i})
		}
	}
	wires := newSets(len(w.ports))
	for _, l := range t.Links {
		a, okA := w.at[l.A]
		b, okB := w.at[l.B]
		if okA && okB {
			wires.join(a, b)
			w.linked[l.A], w.linked[l.B] = l, l
		}
	}
	first := map[*Node]int{}
	for i := range w.ports {
		p := &w.ports[i]
		if p.node.Bridges() {
			if f, ok := first[p.node]; ok {
				wires.join(f, i)
			} else {
				first[p.node] = i
			}
		}
		if bridge, ok := w.at[Endpoint{p.node.Name, p.iface.Master}]; ok && p.iface.Master != "" {
			wires.join(bridge, i)
		}
	}
	index := map[int]int{}
	for i := range w.ports {
		root := wires.find(i)
		s, ok := index[root]
		if !ok {
			s = len(w.segments)
			index[root] = s
			w.segments = append(w.segments, &segment{})
		}
		p := &w.ports[i]
		p.segment = s
		seg := w.segments[s]
		seg.ports = append(seg.ports, i)
		if !p.addressed() {
			continue
		}
		for _, a := range p.iface.Addresses {
			w.owners[a.Addr()] = append(w.owners[a.Addr()], i)
		}
		for _, d := range p.node.Services.DHCP {
			if d.Interface == p.iface.Name {
				seg.servers = append(seg.servers, &server{d, i, p.node})
			}
		}
		for _, r := range p.node.Services.DHCPRelay {
			if r.Interface == p.iface.Name {
				seg.relays = append(seg.relays, &relay{r, i})
			}
		}
		seg.serve6(p, i)
		seg.exec = seg.exec || len(p.node.Services.Exec) > 0
	}
	w.realms()
	for _, s := range w.segments {
		for _, r := range s.relays {
			for _, a := range r.Server {
				pools, _ := w.lent(r, a)
				s.relayed = append(s.relayed, pools...)
			}
		}
	}
	return w
}

// lent is what a DHCP server has for the network of a relay, as far as somebody serves at
// its address. Of a program, and of another relay, nobody knows what they lend: then
// unknown is true.
func (w *network) lent(r *relay, at netip.Addr) (pools []*server, unknown bool) {
	p := &w.ports[r.port]
	for _, i := range w.owners[at] {
		q := &w.ports[i]
		unknown = unknown || len(q.node.Services.Exec)+len(q.node.Services.DHCPRelay) > 0
		for _, d := range q.node.Services.DHCP {
			if d.Interface != q.iface.Name {
				continue
			}
			for k := range d.Subnets {
				n := &d.Subnets[k]
				if n.Network.Contains(p.first4().Addr()) { // that is what the relay tells
					pools = append(pools, &server{&DHCPServer{Pos: n.Pos, Interface: r.Interface, DHCPPool: n.DHCPPool}, r.port, q.node})
				}
			}
		}
	}
	return pools, unknown
}

// realms parts the network where addresses are translated: what is behind a
// masquerading router may use the private addresses that others use.
func (w *network) realms() {
	joined := newSets(len(w.segments))
	inside := map[*Node]int{}
	for i := range w.ports {
		p := &w.ports[i]
		if !p.addressed() || slices.Contains(p.node.Masquerade, p.iface.Name) {
			continue
		}
		if f, ok := inside[p.node]; !ok {
			inside[p.node] = p.segment
		} else if p.node.Kind == Router {
			joined.join(f, p.segment)
		}
	}
	for i := range w.ports {
		w.ports[i].realm = joined.find(w.ports[i].segment)
	}
}

// scope returns where an address must be unique: the realm for private ones
// (RFC 1918, RFC 6598, RFC 4193), the segment for link-local ones, -1 for
// the whole network.
func (p *port) scope(a netip.Addr) int {
	shared := netip.PrefixFrom(netip.AddrFrom4([4]byte{100, 64}), 10)
	switch {
	case a.IsLinkLocalUnicast():
		return p.segment
	case a.IsPrivate() || shared.Contains(a):
		return p.realm
	}
	return -1
}

// server returns the DHCP server that a client on the segment gets its
// address from, as far as the topology tells: the first.
func (s *segment) server() *server {
	if all := s.lenders(); len(all) > 0 {
		return all[0]
	}
	return nil
}

// lenders are the servers that answer on the segment, those first that are on it.
func (s *segment) lenders() []*server { return slices.Concat(s.servers, s.relayed) }

// prefixes returns the networks an interface is on, leased ones included.
func (w *network) prefixes(p *port) []netip.Prefix {
	var ps []netip.Prefix
	for _, a := range p.iface.Addresses {
		ps = append(ps, a.Masked())
	}
	if p.iface.SLAAC {
		ps = append(ps, w.segments[p.segment].advertised(ps)...)
	}
	if s := w.segments[p.segment].server(); s != nil && p.iface.DHCP != DHCPOff {
		for _, a := range w.ports[s.port].iface.Addresses {
			if m := a.Masked(); m.Contains(s.First) && !slices.Contains(ps, m) {
				ps = append(ps, m)
			}
		}
	}
	return ps
}

// leasable reports whether a DHCP server of the segment can give an address
// away.
func (s *segment) leasable(a netip.Addr) bool {
	for _, d := range s.lenders() {
		if d.contains(a) || slices.ContainsFunc(d.Reservations, func(r Reservation) bool { return r.Address == a }) {
			return true
		}
	}
	return slices.ContainsFunc(s.v6, func(d *server6) bool { return d.leases(a) })
}

// contains reports whether an address is in the pool.
func (d *DHCPServer) contains(a netip.Addr) bool {
	return d.First.IsValid() && a.Is4() && !a.Less(d.First) && !d.Last.Less(a)
}
