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

// held is a lease without how old it is.
func held(l Lease) string {
	if l.State == "RENEWING" || l.State == "REBINDING" {
		l.State = "BOUND"
	}
	return l.String()
}

// held6 is a lease without how old it is.
func held6(l Lease6) string {
	if l.State == "RENEWING" || l.State == "REBINDING" {
		l.State = "BOUND"
	}
	return l.String()
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
