package mutate

import (
	"fmt"
	"slices"

	"github.com/netrig/netrig/harness/suite"
	"github.com/netrig/netrig/topology"
)

// Outcome is what became of a mutant.
type Outcome string

// The outcomes.
const (
	Killed   Outcome = "killed"   // a case failed
	Survived Outcome = "survived" // every case passed
	Accepted Outcome = "accepted" // it survived, and the suite says why it may
	Errored  Outcome = "errored"  // no case failed, and one of them could not tell
	Invalid  Outcome = "invalid"  // its network could not be booted
)

// Mutant is a suite with one thing broken.
type Mutant struct {
	Name     string      `json:"mutant"`   // unique in the suite, the same in each run
	Operator string      `json:"operator"` // one of Operators
	Place    suite.Place `json:"place"`    // of what is broken

	pos     topology.Pos
	network *network
	broken  func(*suite.Case) // breaks a copy of a case of the network
	cases   []int             // of the network, by their place in it: those that can notice
}

// Operator is one way to break a network.
type Operator struct {
	Name string
	Does string // on one line

	find func(*search)
}

// Operators are the ways in which networks are broken, in the order in which
// mutants are listed.
func Operators() []Operator {
	return []Operator{
		{"address", "an interface has the next free address of its network", addresses},
		{"mask", "the mask of an address leaves out neighbours, or takes in what is reached by a router", masks},
		{"mac", "an interface has the hardware address of another one on its link layer", macs},
		{"gateway", "a default gateway is gone, or is an address that nobody has", gateways},
		{"route", "a route is gone, or leads by an address that nobody has", routes},
		{"nameserver", "a host asks a resolver that is not there", nameservers},
		{"dhcp", "a DHCP server or relay tells something else: pool, router, resolver, domain, lease, reservation, whom it asks", dhcp},
		{"record", "a record of a zone is gone, or has other data; the addresses of two names are swapped", records},
		{"answer", "an answer of an HTTP server is gone; two are swapped", answers},
		{"certificate", "the certificate of an HTTPS server has expired, or an authority that nobody knows has signed it", certificates},
		{"service", "a server or program is not started", services},
		{"nat", "a router does not translate, or does not hand a port on", nat},
		{"firewall", "a rule of a packet filter is gone", firewall},
		{"forward", "a router does not forward", forward},
		{"switch", "a switch is a hub, or a hub a switch", switches},
		{"mtu", "a link takes packets of 576 octets, or 1280 with IPv6, at most", mtus},
		{"line", "a line has no rate, delay, loss or padding any more", lines},
		{"drop", "a link loses every frame of a kind", drops},
		{"fault", "a fault befalls no frame", faults},
	}
}

// search is an operator looking for what it can break in a network.
type search struct {
	*network
	operator string
	found    []*Mutant
}

// topology breaks the topology: f is handed a copy of it.
func (s *search) breaks(name string, pos topology.Pos, f func(*topology.Topology)) {
	s.add(name, pos, s.all(), func(c *suite.Case) { f(c.Topology) })
}

// node breaks a node.
func (s *search) node(n int, name string, pos topology.Pos, f func(*topology.Node)) {
	s.breaks(name, pos, func(t *topology.Topology) { f(t.Nodes[n]) })
}

// iface breaks an interface.
func (s *search) iface(n, i int, name string, f func(*topology.Interface)) {
	s.node(n, name, s.t.Nodes[n].Interfaces[i].Pos, func(n *topology.Node) { f(n.Interfaces[i]) })
}

// add adds a mutant that the cases of the network at these places can notice.
func (s *search) add(name string, pos topology.Pos, cases []int, broken func(*suite.Case)) {
	name = s.prefix + s.operator + " " + name
	for n, first := 2, name; slices.ContainsFunc(s.found, func(m *Mutant) bool { return m.Name == name }); n++ {
		name = fmt.Sprintf("%s (%d)", first, n)
	}
	s.found = append(s.found, &Mutant{
		Name: name, Operator: s.operator, pos: pos,
		network: s.network, broken: broken, cases: cases,
	})
}
