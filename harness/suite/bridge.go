package suite

import "github.com/netrig/netrig/topology"

// FDBCheck is about the forwarding databases of a node's bridges.
type FDBCheck struct {
	Pos    Pos
	Node   string   `yaml:"node,required" doc:"The node that is looked at."`
	Bridge *Matcher `yaml:"bridge" doc:"The bridge; a switch or hub has one."`
	Port   *Matcher `yaml:"port" doc:"An interface; the bridge itself for its own addresses."`
	MAC    *Matcher `yaml:"mac" doc:"A MAC address, or NODE.INTERFACE for that interface's."`
	State  *Matcher `yaml:"state" doc:"State of the entry; permanent ones are the bridge's own."`
	Age    *Matcher `yaml:"age" doc:"Since a frame came from the address, in steps of 10ms."`
	Count  *Matcher `yaml:"count" doc:"How many items match the other fields; without it, one at least."`
}

// STPCheck is about the ports of a switch in its spanning tree (IEEE 802.1D).
type STPCheck struct {
	Pos            Pos
	Node           string   `yaml:"node,required" doc:"The node that is looked at."`
	Port           *Matcher `yaml:"port" doc:"An interface of the switch."`
	State          *Matcher `yaml:"state" doc:"State of the port."`
	Role           *Matcher `yaml:"role" doc:"Its role."`
	Cost           *Matcher `yaml:"cost" doc:"Cost of the way by the port."`
	Priority       *Matcher `yaml:"priority" doc:"Priority of the port."`
	Root           *Matcher `yaml:"root" doc:"MAC address of the root, or a switch."`
	RootPort       *Matcher `yaml:"root_port" doc:"The port towards the root; absent at the root."`
	RootCost       *Matcher `yaml:"root_cost" doc:"Cost of the way to the root."`
	TopologyChange *Matcher `yaml:"topology_change" doc:"On while the root tells of a change."`
	Count          *Matcher `yaml:"count" doc:"How many items match the other fields; without it, one at least."`
}

// treeing checks the node of an assertion about a spanning tree.
func (r *resolver) treeing(a *Assertion) {
	if n := r.node(a.Pos, "node", a.Node()); n != nil && n.STP == nil {
		r.errorf(a.Pos, "write `stp: on` at a switch of the topology", "%s has no spanning tree", n.Name)
	}
}

// bridgeAddress is the MAC address in the identifier of a switch: the lowest of
// its ports.
func bridgeAddress(n *topology.Node) string {
	lowest := ""
	for _, i := range n.Interfaces {
		if mac := i.MAC.String(); lowest == "" || mac < lowest {
			lowest = mac
		}
	}
	return lowest
}

// bridging checks the node of an assertion about bridges.
func (r *resolver) bridging(a *Assertion) {
	n := r.node(a.Pos, "node", a.Node())
	if n == nil || n.Bridges() {
		return
	}
	for _, i := range n.Interfaces {
		if len(i.Ports) > 0 {
			return
		}
	}
	r.errorf(a.Pos, "name a switch, a hub, or a router with a bridge", "%s has no bridge", n.Name)
}

// bridges returns the names of a node's bridges.
func bridges(n *topology.Node) []string {
	if n.Bridges() {
		return []string{topology.BridgeName}
	}
	var names []string
	for _, i := range n.Interfaces {
		if len(i.Ports) > 0 {
			names = append(names, i.Name)
		}
	}
	return names
}
