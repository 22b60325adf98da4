package suite

import (
	"slices"

	"github.com/netrig/netrig/internal/strict"
)

// RouteGet asks a node's kernel how it would send a packet, or forward one.
type RouteGet struct {
	Node string  `yaml:"node" doc:"The node whose kernel is asked."`
	To   Address `yaml:"to" doc:"Where the packet goes: an address or NODE.INTERFACE."`
	From Address `yaml:"from" doc:"Where it comes from; the kernel's choice if left out."`
	IIF  string  `yaml:"iif" doc:"The interface it came by, of one that is forwarded."`
	Mark uint32  `yaml:"mark" doc:"Mark of the packet."`
}

// RouteGetCheck is about the way that a packet would take.
type RouteGetCheck struct {
	Pos       Pos
	RouteGet  `yaml:",inline"`
	Via       *Matcher `yaml:"via" doc:"The next hop."`
	Interface *Matcher `yaml:"interface" doc:"The interface it leaves by."`
	Source    *Matcher `yaml:"source" doc:"The address that the node sends it from."`
	Type      *Matcher `yaml:"type" doc:"Type of the route."`
	MTU       *Matcher `yaml:"mtu" doc:"MTU of the path as far as the node knows it, in octets."`
	Error     *Matcher `yaml:"error" doc:"Why there is no way; there is to be one unless this is given."`
}

// ListenCheck is about the sockets that wait for a peer.
type ListenCheck struct {
	Pos     Pos
	Node    string   `yaml:"node,required" doc:"The node that is looked at."`
	Network *Matcher `yaml:"network" doc:"Its network, of either family."`
	Address *Matcher `yaml:"address" doc:"The address it is bound to; 0.0.0.0 and :: are any."`
	Port    *Matcher `yaml:"port" doc:"Its port."`
	Count   *Matcher `yaml:"count" doc:"How many items match the other fields; without it, one at least."`
}

// Counter names what a node's kernel counts: of an interface, or by the name that
// nstat(8) has for it.
type Counter struct {
	Node      string `yaml:"node" doc:"The node whose kernel is asked."`
	Interface string `yaml:"interface" doc:"An interface, whose counters are meant."`
	Name      string `yaml:"name" doc:"What nstat(8) calls the counter, as in IpReasmFails."`
}

// CounterCheck is about what a node's kernel has counted since the node booted.
type CounterCheck struct {
	Pos       Pos
	Counter   `yaml:",inline"`
	Value     *Matcher `yaml:"value" doc:"Of the named counter, since the node booted."`
	RxPackets *Matcher `yaml:"rx_packets" doc:"Frames received."`
	RxOctets  *Matcher `yaml:"rx_octets" doc:"Octets received."`
	RxErrors  *Matcher `yaml:"rx_errors" doc:"Frames received with an error."`
	RxDropped *Matcher `yaml:"rx_dropped" doc:"Received frames that were dropped."`
	TxPackets *Matcher `yaml:"tx_packets" doc:"Frames sent."`
	TxOctets  *Matcher `yaml:"tx_octets" doc:"Octets sent."`
	TxErrors  *Matcher `yaml:"tx_errors" doc:"Frames that could not be sent."`
	TxDropped *Matcher `yaml:"tx_dropped" doc:"Frames dropped before they were sent."`
}

// fields returns all fields, those that no matcher is written for included.
func (c *CounterCheck) fields() []Field {
	return []Field{{"value", Number, false, c.Value, nil}, {"rx_packets", Number, false, c.RxPackets, nil}, {"rx_octets", Number, false, c.RxOctets, nil},
		{"rx_errors", Number, false, c.RxErrors, nil}, {"rx_dropped", Number, false, c.RxDropped, nil},
		{"tx_packets", Number, false, c.TxPackets, nil}, {"tx_octets", Number, false, c.TxOctets, nil},
		{"tx_errors", Number, false, c.TxErrors, nil}, {"tx_dropped", Number, false, c.TxDropped, nil}}
}

// String returns the question as a name shows it.
func (g *RouteGet) String() string {
	s := "route_get " + g.Node + ": to " + g.To.Addr.String()
	if g.From.Addr.IsValid() {
		s += " from " + g.From.Addr.String()
	}
	if g.IIF != "" {
		s += " iif " + g.IIF
	}
	return s
}

// routeGet checks a question about a route.
func (r *resolver) routeGet(c *RouteGetCheck) {
	n := r.node(c.Pos, "node", c.Node)
	if c.To.Text == "" {
		r.errorf(c.Pos, "write `to: ADDRESS`", "no destination is given")
	}
	r.address(&c.To)
	r.address(&c.From)
	if from, to := c.From.Addr, c.To.Addr; from.IsValid() && to.IsValid() && from.Is4() != to.Is4() {
		r.errorf(c.From.Pos, "", "no packet goes from %s to %s", from, to)
	}
	if c.IIF == "" {
		return
	}
	if n != nil && n.Interface(c.IIF) == nil {
		r.errorf(c.Pos, r.have(c.IIF, interfaces(n)), "no interface %s on %s", strict.Quote(c.IIF), n.Name)
	}
	if c.From.Text == "" {
		r.errorf(c.Pos, "write `from: ADDRESS`", "a packet that came by %s has a source", c.IIF)
	}
}

// counter checks which counter is meant.
func (r *resolver) counter(c *CounterCheck) {
	n := r.node(c.Pos, "node", c.Node)
	switch {
	case c.Interface == "" && c.Name == "":
		r.errorf(c.Pos, "write `interface: eth0`, or `name:` with what nstat calls it, as in IpReasmFails", "no counter is named")
		return
	case c.Interface != "" && c.Name != "":
		r.errorf(c.Pos, "keep one of them", "interface and name exclude each other")
		return
	case c.Name != "":
		if c.anyOfInterface() {
			r.errorf(c.Pos, "write `value:`", "%s is one number", c.Name)
		}
	case n != nil && n.Interface(c.Interface) == nil && c.Interface != "lo":
		r.errorf(c.Pos, r.have(c.Interface, interfaces(n)), "no interface %s on %s", strict.Quote(c.Interface), n.Name)
	}
	if c.Name == "" && c.Value != nil {
		r.errorf(c.Value.Pos, "write `rx_packets:` or another of its counters", "an interface has several counters")
	}
}

// anyOfInterface reports whether a counter of an interface is to match.
func (c *CounterCheck) anyOfInterface() bool {
	return slices.ContainsFunc(c.fields(), func(f Field) bool { return f.Matcher != nil && f.Name != "value" })
}

// idle reports whether the counters hold where nothing was ever counted.
func (c *CounterCheck) idle() bool {
	for _, f := range c.fields() {
		if f.Matcher != nil && !f.Matcher.Match(Value{Type: Number}) {
			return false
		}
	}
	return true
}
