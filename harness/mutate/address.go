package mutate

import (
	"fmt"
	"net/netip"
	"slices"

	"github.com/netrig/netrig/topology"
)

func addresses(s *search) {
	claimed := s.claimed()
	for _, st := range s.stations() {
		for i, p := range s.at(st).Addresses {
			other, ok := free(p, claimed)
			if !ok {
				continue
			}
			s.iface(st.node, st.iface, fmt.Sprintf("%s %s -> %s", st.name, p, other), func(f *topology.Interface) {
				f.Addresses[i] = netip.PrefixFrom(other, p.Bits())
			})
		}
	}
}

func masks(s *search) {
	stations := s.stations()
	for _, st := range stations {
		for i, p := range s.at(st).Addresses {
			for _, bits := range []int{s.narrower(st, p, stations), s.wider(st, p)} {
				if bits < 0 {
					continue
				}
				s.iface(st.node, st.iface, fmt.Sprintf("%s %s -> /%d", st.name, p, bits), func(f *topology.Interface) {
					f.Addresses[i] = netip.PrefixFrom(p.Addr(), bits)
				})
			}
		}
	}
}

// narrower is the longest mask with which the routers that the node knows
// are still on its link, -1 where that leaves nobody out.
func (n *network) narrower(st station, p netip.Prefix, stations []station) int {
	var out, routers []netip.Addr
	for _, other := range stations {
		if other.segment != st.segment {
			continue
		}
		i := n.at(other)
		if other != st {
			for _, q := range i.Addresses {
				out = append(out, q.Addr())
			}
		}
		for _, d := range n.t.Nodes[other.node].Services.DHCP {
			if d.Interface == i.Name {
				out = append(out, d.First)
			}
		}
	}
	for _, i := range n.t.Nodes[st.node].Interfaces {
		routers = append(routers, i.Gateways...)
	}
	for _, r := range n.t.Nodes[st.node].Routes {
		routers = append(routers, r.Via)
	}
	for bits := p.Addr().BitLen(); bits > p.Bits(); bits-- {
		q := netip.PrefixFrom(p.Addr(), bits)
		keeps := !slices.ContainsFunc(routers, func(a netip.Addr) bool {
			return p.Contains(a) && (!q.Contains(a) || a.Is4() && bits < 31 && (a == q.Masked().Addr() || a == broadcast(q)))
		})
		if keeps {
			if slices.ContainsFunc(out, func(a netip.Addr) bool { return p.Contains(a) && !q.Contains(a) }) {
				return bits
			}
			return -1
		}
	}
	return -1
}

// wider is the longest mask that takes in an address which the interface sent
// packets to by a router, and that is longer than the route there; one bit less where a DHCP server tells the mask to
// others; -1 where nothing would be other.
func (n *network) wider(st station, p netip.Prefix) int {
	best := -1
	for _, seen := range n.seen {
		for _, point := range n.points(st) {
			for a := range seen.sent[point] {
				if a.Is4() != p.Addr().Is4() || p.Contains(a) || a.IsMulticast() || a == netip.AddrFrom4([4]byte{255, 255, 255, 255}) {
					continue
				}
				by := routed(n.t.Nodes[st.node], a)
				for bits := p.Bits() - 1; bits > max(best, by, 0); bits-- {
					if netip.PrefixFrom(p.Addr(), bits).Contains(a) {
						best = bits
						break
					}
				}
			}
		}
	}
	tells := slices.ContainsFunc(n.t.Nodes[st.node].Services.DHCP, func(d *topology.DHCPServer) bool { return d.Interface == n.at(st).Name })
	if best < 0 && tells && p.Bits() > 1 {
		best = p.Bits() - 1
	}
	return best
}

// routed is the length of the longest prefix by which a node is declared to
// send to an address, -1 where there is none.
func routed(n *topology.Node, a netip.Addr) int {
	best := -1
	for _, i := range n.Interfaces {
		for _, p := range i.Addresses {
			if p.Contains(a) {
				best = max(best, p.Bits())
			}
		}
		for _, g := range i.Gateways {
			if g.Is4() == a.Is4() {
				best = max(best, 0)
			}
		}
	}
	for _, r := range n.Routes {
		if r.To.Contains(a) {
			best = max(best, r.To.Bits())
		}
	}
	return best
}

// points are where the frames of a station are captured: of a bridge at its
// ports.
func (n *network) points(st station) []string {
	if ports := n.at(st).Ports; len(ports) > 0 {
		all := make([]string, len(ports))
		for i, p := range ports {
			all[i] = n.t.Nodes[st.node].Name + ":" + p
		}
		return all
	}
	return []string{st.name}
}

// macs leaves out links of two: each is the only one that the other can mean.
func macs(s *search) {
	stations := s.stations()
	for i, st := range stations {
		var others []station
		for _, o := range slices.Concat(stations[i+1:], stations[:i]) {
			if o.segment == st.segment && o.node != st.node {
				others = append(others, o)
			}
		}
		if len(others) < 2 {
			continue
		}
		mac := s.at(others[0]).MAC
		s.iface(st.node, st.iface, fmt.Sprintf("%s %s -> that of %s", st.name, s.at(st).MAC, others[0].name), func(f *topology.Interface) {
			f.MAC = slices.Clone(mac)
		})
	}
}

func gateways(s *search) {
	claimed := s.claimed()
	for _, st := range s.stations() {
		i := s.at(st)
		for x, g := range i.Gateways {
			s.iface(st.node, st.iface, fmt.Sprintf("%s %s gone", st.name, g), func(f *topology.Interface) {
				f.Gateways = slices.Delete(f.Gateways, x, x+1)
			})
			if other, ok := beside(g, i.Addresses, claimed); ok {
				s.iface(st.node, st.iface, fmt.Sprintf("%s %s -> %s", st.name, g, other), func(f *topology.Interface) { f.Gateways[x] = other })
			}
		}
	}
}

// beside is an address that nobody has in the network of one that is reached
// directly.
func beside(a netip.Addr, own []netip.Prefix, claimed map[netip.Addr]bool) (netip.Addr, bool) {
	for _, p := range own {
		if p.Contains(a) {
			return free(netip.PrefixFrom(a, p.Bits()), claimed)
		}
	}
	return netip.Addr{}, false
}

func routes(s *search) {
	claimed := s.claimed()
	for x, n := range s.t.Nodes {
		var own []netip.Prefix
		for _, i := range n.Interfaces {
			own = append(own, i.Addresses...)
		}
		for y, r := range n.Routes {
			name := fmt.Sprintf("%s %s", n.Name, routeText(r))
			s.node(x, name+" gone", r.Pos, func(n *topology.Node) { n.Routes = slices.Delete(n.Routes, y, y+1) })
			if other, ok := beside(r.Via, own, claimed); ok {
				s.node(x, name+" -> via "+other.String(), r.Pos, func(n *topology.Node) { n.Routes[y].Via = other })
			}
		}
	}
}

// routeText is a route as it is written.
func routeText(r topology.Route) string {
	to := r.To.String()
	if r.To.Bits() == 0 {
		to = "default"
	}
	if r.Type != topology.Unicast {
		to = string(r.Type) + " " + to
	}
	if r.Via.IsValid() {
		to += " via " + r.Via.String()
	}
	if r.Interface != "" {
		to += " dev " + r.Interface
	}
	return to
}

func nameservers(s *search) {
	claimed := s.claimed()
	for _, st := range s.stations() {
		for x, a := range s.at(st).DNS {
			if other, ok := free(around(a), claimed); ok {
				s.iface(st.node, st.iface, fmt.Sprintf("%s %s -> %s", st.name, a, other), func(f *topology.Interface) { f.DNS[x] = other })
			}
		}
	}
}

// around is the network that an address would be in if nobody said.
func around(a netip.Addr) netip.Prefix {
	if a.Is4() {
		return netip.PrefixFrom(a, 24)
	}
	return netip.PrefixFrom(a, 64)
}
