package suite

import "github.com/netrig/netrig/topology"

// FDBCheck is about the forwarding databases of a node's bridges.
type FDBCheck struct {
	Pos    Pos
	Node   string   `yaml:"node,required"`
	Bridge *Matcher `yaml:"bridge"`
	Port   *Matcher `yaml:"port"` // an interface; the bridge itself for its own addresses
	MAC    *Matcher `yaml:"mac"`
	State  *Matcher `yaml:"state"`
	Age    *Matcher `yaml:"age"` // since a frame came from the address
	Count  *Matcher `yaml:"count"`
}

// STPCheck is about the ports of a switch in its spanning tree (IEEE 802.1D).
type STPCheck struct {
	Pos            Pos
	Node           string   `yaml:"node,required"`
	Port           *Matcher `yaml:"port"`
	State          *Matcher `yaml:"state"`
	Role           *Matcher `yaml:"role"`
	Cost           *Matcher `yaml:"cost"`            // of the way by the port
	Priority       *Matcher `yaml:"priority"`        // of the port
	Root           *Matcher `yaml:"root"`            // MAC address of the root, or a switch
	RootPort       *Matcher `yaml:"root_port"`       // absent at the root
	RootCost       *Matcher `yaml:"root_cost"`       // of the way to the root
	TopologyChange *Matcher `yaml:"topology_change"` // on while the root tells of a change
	Count          *Matcher `yaml:"count"`
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
