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
