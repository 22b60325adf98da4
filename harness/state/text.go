package state

import (
	"fmt"
	"net/netip"
	"slices"
	"strings"
)

// String returns the interface on one line: `eth0 up on carrier on mtu 1500
// mac 02:00:00:00:00:01`.
func (i Interface) String() string {
	s := fmt.Sprintf("%s up %s carrier %s mtu %d", i.Name, onOff(i.Up), onOff(i.Carrier), i.MTU)
	if i.MAC != "" {
		s += " mac " + i.MAC
	}
	return s
}

func onOff(on bool) string {
	if on {
		return "on"
	}
	return "off"
}

// address is an address of an interface.
type address struct {
	dev    string
	prefix netip.Prefix
}

func (a address) String() string { return fmt.Sprintf("%s dev %s", a.prefix, a.dev) }

func addresses(s *Snapshot) []address {
	var all []address
	for _, i := range s.Interfaces {
		for _, p := range i.Addresses {
			all = append(all, address{i.Name, p.Prefix})
		}
	}
	return all
}

// String returns the route much as `ip route` prints it.
func (r Route) String() string {
	text := r.To.String()
	if r.To.Bits() == 0 {
		text = "default"
	}
	if r.Type != "" && r.Type != "unicast" {
		text = r.Type + " " + text
	}
	if r.Via.IsValid() {
		text += " via " + r.Via.String()
	}
	if r.Interface != "" {
		text += " dev " + r.Interface
	}
	if r.Protocol != "" {
		text += " proto " + r.Protocol
	}
	if r.Metric != 0 {
		text += fmt.Sprintf(" metric %d", r.Metric)
	}
	if r.Preference != "" && r.Preference != "medium" {
		text += " pref " + r.Preference
	}
	return text
}

// String returns the neighbour much as `ip neigh` prints it.
func (n Neighbor) String() string {
	return strings.Join(strings.Fields(fmt.Sprintf("%s dev %s %s %s", n.IP, n.Interface, n.MAC, n.State)), " ")
}

// sourced is a route with the address that packets by it come from.
func sourced(r Route) string {
	if !r.Source.IsValid() {
		return r.String()
	}
	return r.String() + " src " + r.Source.String()
}

// hosts are the neighbours that are no groups.
func hosts(all []Neighbor) []Neighbor {
	return slices.DeleteFunc(slices.Clone(all), func(n Neighbor) bool {
		return n.State == "NOARP" && (n.IP.IsMulticast() || n.IP.IsUnspecified())
	})
}

// String returns the entry much as `bridge fdb` prints it, without its age.
func (e FDBEntry) String() string {
	text := e.MAC + " dev " + e.Port
	if e.State != "learned" && e.State != "stale" {
		text += " " + e.State
	}
	return text
}

// treeLine is what is told of a bridge in its spanning tree, or of one of its ports.
type treeLine struct{ bridge, port, text string }

// trees are the lines about the bridges that take part in a spanning tree.
func trees(s *Snapshot) []treeLine {
	var all []treeLine
	for _, t := range s.Trees {
		if !t.On {
			continue
		}
		all = append(all, treeLine{t.Bridge, "", t.String()})
		for _, p := range t.Ports {
			all = append(all, treeLine{t.Bridge, p.Name, p.String()})
		}
	}
	return all
}

// String returns the bridge and its way to the root: `br0 id 32768.02:00:00:00:00:03
// root 4096.02:00:00:00:00:09 by eth1 cost 102`.
func (t Tree) String() string {
	text := fmt.Sprintf("%s id %s root %s", t.Bridge, t.ID, t.Root)
	if t.RootPort != "" {
		text += fmt.Sprintf(" by %s cost %d", t.RootPort, t.RootCost)
	}
	return text
}

// String returns priority and address with a dot between.
func (b BridgeID) String() string { return fmt.Sprintf("%d.%s", b.Priority, b.MAC) }

// String returns the port as `eth1 root forwarding cost 100 priority 32`.
func (p TreePort) String() string {
	return fmt.Sprintf("%s %s %s cost %d priority %d", p.Name, p.Role, p.State, p.Cost, p.Priority)
}

// held is a lease with all that came with it, but how old it is.
func held(l Lease) string {
	if l.State == "RENEWING" || l.State == "REBINDING" {
		l.State = "BOUND"
	}
	return l.String() + listed("router", l.Router) + listed("dns", l.DNS) + listed("domain", strings.Fields(l.Domain))
}

// held6 is a lease with all that came with it, but how old it is.
func held6(l Lease6) string {
	if l.State == "RENEWING" || l.State == "REBINDING" {
		l.State = "BOUND"
	}
	return l.String() + listed("dns", l.DNS) + listed("domain", l.Domain)
}

// listed is ` name one two`, nothing where there are none.
func listed[T any](name string, all []T) string {
	if len(all) == 0 {
		return ""
	}
	return " " + name + " " + strings.Trim(fmt.Sprint(all), "[]")
}

// String returns the lease as `eth0 BOUND 2001:db8::5 from fe80::1`.
func (l Lease6) String() string {
	text := fmt.Sprintf("%s %s", l.Interface, l.State)
	if l.Address.IsValid() {
		text += fmt.Sprintf(" %s from %s", l.Address, l.Server)
	}
	return text
}

// aged is a neighbour without how long ago it was heard of.
func aged(n Neighbor) string {
	switch n.State {
	case "REACHABLE", "STALE", "DELAY", "PROBE":
		n.State = ""
	}
	return n.String()
}

// String returns the socket as `tcp LISTEN 0.0.0.0:80 *`.
func (s Socket) String() string {
	remote := "*"
	if s.Remote.IsValid() {
		remote = s.Remote.String()
	}
	return fmt.Sprintf("%s %s %s %s", s.Network, s.State, s.Local, remote)
}

// String returns the lease as `eth0 BOUND 10.0.0.5/24 from 10.0.0.1`.
func (l Lease) String() string {
	text := fmt.Sprintf("%s %s", l.Interface, l.State)
	if l.Address.IsValid() {
		text += fmt.Sprintf(" %s from %s", l.Address, l.Server)
	}
	return text
}
