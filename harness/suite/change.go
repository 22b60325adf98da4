package suite

import (
	"fmt"
	"net"
	"net/netip"
	"strings"
	"time"

	"github.com/netrig/netrig/internal/strict"
	"github.com/netrig/netrig/topology"
)

// Change is what a step does to a part of a node's state.
type Change string

// The changes.
const (
	Add     Change = "add"
	Replace Change = "replace"
	Remove  Change = "del"
)

// RouteStep changes the main routing table of a node. Exactly one of Add,
// Replace and Del is set.
type RouteStep struct {
	Pos     Pos
	Node    string              `yaml:"node,required" doc:"The node."`
	Add     *topology.RouteText `yaml:"add" doc:"A route to add, in the words of ip route."`
	Replace *topology.RouteText `yaml:"replace" doc:"A route in place of the one to the same network with the same metric."`
	Del     *topology.RouteText `yaml:"del" doc:"A route to remove; its destination is enough."`

	Do    Change
	Route topology.Route
}

// NeighborStep changes the ARP or NDP cache of an interface. Exactly one of
// Add, Replace, Del and Flush is set.
type NeighborStep struct {
	Pos       Pos
	Node      string         `yaml:"node,required" doc:"The node."`
	Interface string         `yaml:"interface" doc:"Its interface; the only one if left out."`
	Add       *NeighborEntry `yaml:"add" doc:"An entry to add."`
	Replace   *NeighborEntry `yaml:"replace" doc:"An entry to add, in place of the one that is there."`
	Del       *NeighborGone  `yaml:"del" doc:"The address of an entry to remove."`
	Flush     bool           `yaml:"flush" doc:"Remove all entries that were learned."`
}

// NeighborEntry is an entry as a step adds it.
type NeighborEntry struct {
	Pos   Pos
	IP    Address `yaml:"ip,required" doc:"The address of the neighbour."`
	MAC   placed  `yaml:"mac" doc:"Its hardware address."`
	State string  `yaml:"state" doc:"permanent, noarp, reachable, stale, delay or probe; permanent if left out."`
	Proxy bool    `yaml:"proxy" doc:"The node answers for the address, in place of its owner."`

	Hardware net.HardwareAddr // nil of a proxy entry
}

// NeighborGone is an entry as a step removes it: an address, or a map.
type NeighborGone struct {
	IP    Address `yaml:"ip,required" doc:"The address of the neighbour."`
	Proxy bool    `yaml:"proxy" doc:"The node answers for it."`
}

// AddressStep gives an interface an address, or takes one away. Exactly one
// of Add and Del is set.
type AddressStep struct {
	Pos       Pos
	Node      string        `yaml:"node,required" doc:"The node."`
	Interface string        `yaml:"interface" doc:"Its interface; the only one if left out."`
	Add       placed        `yaml:"add" doc:"An address with prefix length to add."`
	Del       placed        `yaml:"del" doc:"One to remove."`
	DAD       bool          `yaml:"dad" doc:"Of an IPv6 address: ask first whether somebody has it."`
	Timeout   time.Duration `yaml:"timeout" doc:"Of dad: how long that may take; 5s if left out."`

	Do     Change
	Prefix netip.Prefix
}

// SysctlStep sets kernel settings of a node.
type SysctlStep struct {
	Pos  Pos
	Node string             `yaml:"node,required" doc:"The node."`
	Set  strict.Map[string] `yaml:"set,required" doc:"Settings below net and their values, as in net.ipv4.ip_forward."`

	Settings []Setting
}

// Setting is a kernel setting of a node.
type Setting struct {
	Key   string // dotted
	Path  string // below /proc/sys
	Value string
}

// ServiceStep stops a declared server, or program, of a node, starts it again,
// or both.
// Exactly one of Stop, Start and Restart is set.
type ServiceStep struct {
	Pos     Pos
	Node    string        `yaml:"node,required" doc:"The node."`
	Stop    string        `yaml:"stop" doc:"The server that stops, by its name in the topology: dhcp, dns ..."`
	Start   string        `yaml:"start" doc:"The server that starts again."`
	Restart string        `yaml:"restart" doc:"The server that stops and starts again."`
	Timeout time.Duration `yaml:"timeout" doc:"How long that may take; 10s if left out."`
}

// Service returns the name of the server.
func (s *ServiceStep) Service() string { return s.Stop + s.Start + s.Restart }

// SnapshotStep records the whole state of a node, for snapshot_diff.
type SnapshotStep struct {
	Pos  Pos
	Node string `yaml:"node,required" doc:"The node."`
	As   string `yaml:"as,required" doc:"A name for what is recorded."`
}

func newAddressStep() AddressStep { return AddressStep{Timeout: 5 * time.Second} }
func newServiceStep() ServiceStep { return ServiceStep{Timeout: 10 * time.Second} }

// Changes reports whether the step changes, or records, the state of a node.
func (s *Step) Changes() bool {
	return s.Route != nil || s.Neighbor != nil || s.Address != nil || s.Sysctl != nil || s.Service != nil || s.Snapshot != nil
}

// changeText returns a step that changes the state of a node as it is shown.
func (s *Step) changeText() string {
	switch {
	case s.Route != nil:
		x := s.Route
		for _, w := range []struct {
			do    Change
			route *topology.RouteText
		}{{Add, x.Add}, {Replace, x.Replace}, {Remove, x.Del}} {
			if w.route != nil {
				return fmt.Sprintf("route %s: %s %s", x.Node, w.do, w.route.Text)
			}
		}
		return "route " + x.Node
	case s.Neighbor != nil:
		return s.Neighbor.String()
	case s.Address != nil:
		x := s.Address
		text := fmt.Sprintf("address %s:%s: %s %s", x.Node, x.Interface, x.Do, x.Add.text+x.Del.text)
		if x.DAD {
			text += ", unless somebody has it"
		}
		return text
	case s.Sysctl != nil:
		texts := make([]string, len(s.Sysctl.Set))
		for i, e := range s.Sysctl.Set {
			texts[i] = e.Key + " = " + e.Value
		}
		return fmt.Sprintf("sysctl %s: %s", s.Sysctl.Node, strings.Join(texts, ", "))
	case s.Service != nil:
		x := s.Service
		do := "restart"
		switch {
		case x.Stop != "":
			do = "stop"
		case x.Start != "":
			do = "start"
		}
		return fmt.Sprintf("%s %s of %s", do, x.Service(), x.Node)
	}
	return fmt.Sprintf("snapshot %s of %s", s.Snapshot.As, s.Snapshot.Node)
}

// String returns the step as it is shown.
func (s *NeighborStep) String() string {
	where := fmt.Sprintf("neighbor %s:%s: ", s.Node, s.Interface)
	entry := func(do Change, e *NeighborEntry) string {
		if e.Proxy {
			return fmt.Sprintf("%s%s proxy %s", where, do, e.IP.Text)
		}
		return fmt.Sprintf("%s%s %s %s %s", where, do, e.IP.Text, e.MAC.text, e.State)
	}
	switch {
	case s.Add != nil:
		return entry(Add, s.Add)
	case s.Replace != nil:
		return entry(Replace, s.Replace)
	case s.Del != nil && s.Del.Proxy:
		return where + "del proxy " + s.Del.IP.Text
	case s.Del != nil:
		return where + "del " + s.Del.IP.Text
	}
	return where + "flush"
}
