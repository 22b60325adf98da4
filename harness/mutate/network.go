package mutate

import (
	"fmt"
	"net/netip"
	"reflect"
	"slices"

	"github.com/netrig/netrig/harness/suite"
	"github.com/netrig/netrig/topology"
)

// network is a topology and the cases of a suite that run on it. A case with
// faults has a copy of the topology, whose links are wires, of its own.
type network struct {
	t      *topology.Topology
	prefix string // of the names of its mutants: which of several networks it is
	cases  []*suite.Case
	seen   []*seen // what each case made of it, unbroken
}

// networks sorts the cases of a suite by the network they run on.
func networks(cases []*suite.Case) []*network {
	var all []*network
	for _, c := range cases {
		i := slices.IndexFunc(all, func(n *network) bool { return n.t.Nodes[0] == c.Topology.Nodes[0] })
		if i < 0 {
			i = len(all)
			all = append(all, &network{t: c.Topology})
		}
		all[i].cases = append(all[i].cases, c)
	}
	if len(all) == 1 {
		return all
	}
	names := map[string]int{}
	for _, n := range all {
		names[n.t.Name]++
	}
	for _, n := range all {
		if n.prefix = n.t.Name + ": "; names[n.t.Name] > 1 {
			n.prefix = fmt.Sprintf("%s of %q: ", n.t.Name, n.cases[0].Name)
		}
	}
	return all
}

// all is the places of all cases.
func (n *network) all() []int {
	all := make([]int, len(n.cases))
	for i := range all {
		all[i] = i
	}
	return all
}

// station is an interface that has, or may have, addresses.
type station struct {
	node, iface int
	name        string // node:interface
	segment     int
}

// stations returns the interfaces that can have addresses, and which of them
// hear each other without a router in between.
func (n *network) stations() []station {
	sets := map[string]string{}
	var find func(string) string
	find = func(a string) string {
		if up, ok := sets[a]; ok && up != a {
			return find(up)
		}
		return a
	}
	join := func(a, b string) { sets[find(a)] = find(b) }
	for _, l := range n.t.Links {
		join(l.A.String(), l.B.String())
	}
	for _, node := range n.t.Nodes {
		for _, i := range node.Interfaces {
			switch {
			case node.Bridges():
				join(node.Name+":"+i.Name, node.Name)
			case i.Master != "":
				join(node.Name+":"+i.Name, node.Name+":"+i.Master)
			}
		}
	}
	segments := map[string]int{}
	var all []station
	for x, node := range n.t.Nodes {
		for y, i := range node.Interfaces {
			if node.Bridges() || i.Master != "" {
				continue
			}
			name := node.Name + ":" + i.Name
			root := find(name)
			if _, ok := segments[root]; !ok {
				segments[root] = len(segments)
			}
			all = append(all, station{node: x, iface: y, name: name, segment: segments[root]})
		}
	}
	return all
}

// at returns the interface of a station.
func (n *network) at(s station) *topology.Interface { return n.t.Nodes[s.node].Interfaces[s.iface] }

// claimed returns every address that the network speaks of: those of
// interfaces, gateways, routes, resolvers, pools and roots.
func (n *network) claimed() map[netip.Addr]bool {
	all := map[netip.Addr]bool{}
	for _, node := range n.t.Nodes {
		for _, i := range node.Interfaces {
			for _, p := range i.Addresses {
				all[p.Addr()] = true
			}
			for _, a := range slices.Concat(i.Gateways, i.DNS) {
				all[a] = true
			}
		}
		for _, r := range node.Routes {
			all[r.Via] = true
		}
		for _, d := range node.Services.DHCP {
			for _, p := range pools(d) {
				for a, pool := p.First, 0; a.IsValid() && a.Compare(p.Last) <= 0 && pool < 1<<16; a, pool = a.Next(), pool+1 {
					all[a] = true
				}
				for _, r := range p.Reservations {
					all[r.Address] = true
				}
			}
		}
		for _, r := range node.Services.Resolver {
			for _, hint := range r.Roots {
				all[hint.Address] = true
			}
		}
	}
	return all
}

// free returns the first address behind a, in its network and around to its
// start, that the network does not speak of; false where there is none.
func free(p netip.Prefix, claimed map[netip.Addr]bool) (netip.Addr, bool) {
	first := p.Masked().Addr()
	last := broadcast(p)
	narrow := p.Addr().BitLen()-p.Bits() <= 1 // a point-to-point network (RFC 3021)
	a := p.Addr()
	for range 1 << 16 {
		if a = a.Next(); !a.IsValid() || !p.Contains(a) {
			a = first
		}
		if a == p.Addr() {
			return netip.Addr{}, false
		}
		if !claimed[a] && (narrow || a != first && (a != last || a.Is6())) {
			return a, true
		}
	}
	return netip.Addr{}, false
}

// broadcast is the last address of a network.
func broadcast(p netip.Prefix) netip.Addr {
	octets := p.Masked().Addr().AsSlice()
	for i := p.Bits(); i < len(octets)*8; i++ {
		octets[i/8] |= 0x80 >> (i % 8)
	}
	last, _ := netip.AddrFromSlice(octets)
	return last
}

// copied returns a case on a network of its own, which can be changed and
// leaves the case as it is.
func copied(c *suite.Case) *suite.Case {
	own := *c
	own.Topology = copyTopology(c.Topology)
	own.Faults = copyFaults(c.Faults)
	own.Steps = copySteps(c.Steps)
	return &own
}

func copyFaults(faults []*suite.Fault) []*suite.Fault {
	own := make([]*suite.Fault, len(faults))
	for i, f := range faults {
		x := *f
		own[i] = &x
	}
	return own
}

// copySteps copies steps as far as faults are in them.
func copySteps(steps []*suite.Step) []*suite.Step {
	own := make([]*suite.Step, len(steps))
	for i, s := range steps {
		x := *s
		x.Parallel = copySteps(s.Parallel)
		if s.Fault != nil {
			f := *s.Fault
			if f.Add != nil {
				added := *f.Add
				f.Add = &added
			}
			x.Fault = &f
		}
		own[i] = &x
	}
	return own
}

// copyTopology copies what operators change.
func copyTopology(t *topology.Topology) *topology.Topology {
	own := *t
	own.Nodes = make([]*topology.Node, len(t.Nodes))
	for i, n := range t.Nodes {
		x := *n
		x.Interfaces = make([]*topology.Interface, len(n.Interfaces))
		for j, face := range n.Interfaces {
			y := *face
			y.Addresses, y.Gateways, y.DNS = slices.Clone(face.Addresses), slices.Clone(face.Gateways), slices.Clone(face.DNS)
			x.Interfaces[j] = &y
		}
		x.Routes, x.Masquerade, x.Forwards = slices.Clone(n.Routes), slices.Clone(n.Masquerade), slices.Clone(n.Forwards)
		f := n.Firewall
		x.Firewall = topology.Firewall{Input: slices.Clone(f.Input), Forward: slices.Clone(f.Forward), Output: slices.Clone(f.Output)}
		x.Services = copyServices(n.Services)
		own.Nodes[i] = &x
	}
	own.Links = make([]*topology.Link, len(t.Links))
	for i, l := range t.Links {
		x := *l
		if l.Wire != nil {
			w := *l.Wire
			x.Wire = &w
		}
		own.Links[i] = &x
	}
	return &own
}

// copyServices copies the lists of all servers, and the servers that
// operators change.
func copyServices(s topology.Services) topology.Services {
	for _, list := range reflect.ValueOf(&s).Elem().Fields() {
		own := reflect.MakeSlice(list.Type(), list.Len(), list.Len())
		reflect.Copy(own, list)
		list.Set(own)
	}
	for i, d := range s.DHCP {
		x := *d
		x.Subnets = slices.Clone(d.Subnets)
		for _, p := range pools(&x) {
			p.Router, p.DNS, p.Reservations = slices.Clone(p.Router), slices.Clone(p.DNS), slices.Clone(p.Reservations)
		}
		s.DHCP[i] = &x
	}
	for i, r := range s.DHCPRelay {
		x := *r
		x.Server = slices.Clone(r.Server)
		s.DHCPRelay[i] = &x
	}
	for i, d := range s.DNS {
		x := *d
		x.Zones = slices.Clone(d.Zones)
		s.DNS[i] = &x
	}
	for i, h := range s.HTTP {
		x := *h
		x.Answers = slices.Clone(h.Answers)
		if h.TLS != nil {
			x.TLS = new(*h.TLS)
		}
		s.HTTP[i] = &x
	}
	return s
}
