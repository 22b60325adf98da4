package plan

import (
	"bytes"
	"fmt"
	"net"
	"net/netip"
	"slices"
	"strings"

	"github.com/netrig/netrig/topology"
)

// What the kernel allows of an interface.
const (
	maxName  = 15    // octets of a name: IFNAMSIZ less the final zero
	maxPorts = 1023  // of a bridge: BR_MAX_PORTS less the number 0
	minMTU   = 68    // of IPv4 (RFC 791)
	maxMTU   = 65535 // of a veth and a bridge
)

// bridgeName is the bridge device of a switch or a hub.
const bridgeName = "br0"

// Of plans the topology. The error is topology.Diagnostics: everything in
// the topology that no plan can be made of.
func Of(t *topology.Topology) (*Plan, error) {
	b := &builder{
		nodes: make(map[string]*node, len(t.Nodes)),
		links: make(map[topology.Endpoint]*topology.Link, 2*len(t.Links)),
	}
	b.advertisers = t.Advertisers()
	for _, n := range t.Nodes {
		b.node(n)
	}
	for _, l := range t.Links {
		b.link(l)
	}
	for _, n := range b.order {
		b.unplugged(n)
	}
	for _, n := range b.order {
		b.rest(n)
	}
	if err := b.diagnostics.Err(); err != nil {
		b.diagnostics.Sort()
		return nil, err
	}
	ops := slices.Concat(b.stages[:]...)
	return &Plan{Name: t.Name, Ops: ops}, nil
}

// builder gathers operations by stage.
type builder struct {
	stages      [stages][]Op
	nodes       map[string]*node
	order       []*node
	links       map[topology.Endpoint]*topology.Link
	diagnostics topology.Diagnostics
	advertisers map[topology.Endpoint][]*topology.Advertiser // whom an interface hears
	loose       int                                          // ends in the Unplugged namespace
	inner       int                                          // ends in the Inside namespace
}

// node is a node with the interface indexes it was given.
type node struct {
	*topology.Node
	index  map[string]int
	bridge int // the index of a switch's bridge device; 0 for none

	declared map[string]Setting // what is declared of interfaces that listen to advertisements, by path
}

func (b *builder) add(op Op) {
	b.stages[op.Stage()] = append(b.stages[op.Stage()], op)
}

func (b *builder) errorf(pos topology.Pos, cure, format string, args ...any) {
	b.diagnostics = append(b.diagnostics, topology.Diagnostic{Pos: pos, Message: fmt.Sprintf(format, args...), Cure: cure})
}

// node plans the namespace of a node and its bridges.
func (b *builder) node(spec *topology.Node) {
	if b.nodes[spec.Name] != nil {
		b.errorf(spec.Pos, "rename one of them", "two nodes are named %s", spec.Name)
		return
	}
	n := &node{Node: spec, index: make(map[string]int, len(spec.Interfaces)), declared: make(map[string]Setting)}
	b.nodes[spec.Name] = n
	b.order = append(b.order, n)
	next := 2 // loopback is 1
	if spec.Bridges() {
		n.bridge = next
		next++
	}
	for _, i := range spec.Interfaces {
		b.checkInterface(n, i)
		n.index[i.Name] = next
		next++
	}
	early, late := b.settings(n)
	b.add(Namespace{Node: n.Name, Settings: early})
	if len(late) > 0 {
		b.add(Declared{Node: n.Name, Settings: late})
	}
	if n.bridge != 0 {
		b.checkPorts(spec.Pos, n.Name, len(spec.Interfaces))
		b.add(Bridge{
			Node: n.Name, Name: bridgeName, Index: n.bridge, MAC: lowestMAC(spec.Interfaces),
			STP: spec.STP, Ageing: spec.Ageing, Hub: spec.Kind == topology.Hub,
		})
		b.tree(n)
	}
	for _, i := range spec.Interfaces {
		if len(i.Ports) == 0 {
			continue
		}
		b.checkPorts(i.Pos, n.Name+":"+i.Name, len(i.Ports))
		b.add(Bridge{
			Node: n.Name, Name: i.Name, Index: n.index[i.Name], MAC: i.MAC, MTU: i.MTU,
			Named: true,
		})
	}
}

// tree plans what is declared of a switch's ports.
func (b *builder) tree(n *node) {
	if n.STP == nil {
		return
	}
	for _, p := range n.STP.Ports {
		if n.index[p.Name] == 0 {
			b.errorf(p.Pos, "declare a link to it", "%s has no port %s", n.Name, p.Name)
			continue
		}
		b.add(Port{Node: n.Name, Name: p.Name, Index: n.index[p.Name], Cost: p.Cost, Priority: p.Priority, Pos: p.Pos})
	}
}

// lowestMAC is what the kernel makes the address of a bridge without one
// of its own: it decides who is root of a spanning tree.
func lowestMAC(ports []*topology.Interface) net.HardwareAddr {
	var lowest net.HardwareAddr
	for _, p := range ports {
		if lowest == nil || bytes.Compare(p.MAC, lowest) < 0 {
			lowest = p.MAC
		}
	}
	return lowest
}

func (b *builder) checkPorts(pos topology.Pos, bridge string, ports int) {
	if ports > maxPorts {
		b.errorf(pos, "connect several bridges", "%s has %d ports, and the kernel's bridges have at most %d", bridge, ports, maxPorts)
	}
}

func (b *builder) checkInterface(n *node, i *topology.Interface) {
	who := n.Name + ":" + i.Name
	switch {
	case i.Name == "" || len(i.Name) > maxName || i.Name == "." || i.Name == ".." || strings.ContainsAny(i.Name, "/: \t\n\x00"):
		b.errorf(i.Pos, "1 to 15 letters, digits, dots and dashes", "%q is no name for an interface of %s", i.Name, n.Name)
	case i.Name == "lo" || i.Name == "all" || i.Name == "default":
		b.errorf(i.Pos, "choose another, as in eth0", "the kernel keeps the name %s, on %s, for itself", i.Name, n.Name)
	case n.bridge != 0 && i.Name == bridgeName:
		b.errorf(i.Pos, "choose another, as in port0", "%s is the name of %s's own bridge", i.Name, n.Name)
	case n.index[i.Name] != 0:
		b.errorf(i.Pos, "rename one of them", "two interfaces of %s are named %s", n.Name, i.Name)
	}
	if i.MTU != 0 && (i.MTU < minMTU || i.MTU > maxMTU) {
		b.errorf(i.Pos, "68 to 65535 octets", "no interface can have the mtu %d of %s", i.MTU, who)
	}
	for _, p := range i.Addresses {
		if p.Addr().Is6() && !n.IPv6 {
			b.errorf(i.Pos, "add `ipv6: on` to the node", "%s has the address %s, and IPv6 is off on %s", who, p, n.Name)
		}
	}
	if (i.SLAAC || i.DHCP6 != topology.DHCPOff) && !n.IPv6 {
		b.errorf(i.Pos, "add `ipv6: on` to the node", "%s is configured by IPv6, and IPv6 is off on %s", who, n.Name)
	}
	for _, g := range i.Gateways {
		if g.Is6() && !n.IPv6 {
			b.errorf(i.Pos, "add `ipv6: on` to the node", "%s has the gateway %s, and IPv6 is off on %s", who, g, n.Name)
		}
	}
	for _, name := range i.Ports {
		if port := n.Interface(name); port == nil {
			b.errorf(i.Pos, "add it to the links or take it out of the bridge", "%s bridges %s, which %s does not have", who, name, n.Name)
		} else if port.Master != i.Name {
			b.errorf(i.Pos, "a port belongs to one bridge", "%s bridges %s, which belongs to %q", who, name, port.Master)
		} else if len(port.Ports) > 0 {
			b.errorf(i.Pos, "join their ports into one bridge", "%s bridges %s, which is a bridge itself", who, name)
		}
	}
}

// link plans a cable.
func (b *builder) link(l *topology.Link) {
	l1, ok1 := b.end(l, l.A)
	l2, ok2 := b.end(l, l.B)
	if !ok1 || !ok2 {
		return
	}
	if l.A == l.B {
		b.errorf(l.Pos, "name two interfaces", "both ends of a link are %s", l.A)
		return
	}
	if l.Wire != nil {
		b.wire(l, l1, l2)
		return
	}
	b.cable(Link{A: l1, B: l2, Pos: l.Pos})
}

// wire plans a link that is a program: a cable from each of its ends to an inner end
// that takes frames of either.
func (b *builder) wire(l *topology.Link, ends ...End) {
	if b.inner == 0 {
		b.add(Namespace{Node: Inside, Settings: []Setting{{Path: "net/ipv6/conf/all/disable_ipv6", Value: "1", Pinned: true}}})
	}
	w := Wire{Link: l}
	for i, end := range ends {
		b.inner++
		inner := End{Node: Inside, Name: fmt.Sprintf("end%d", b.inner), Index: b.inner + 1, MTU: max(ends[0].MTU, ends[1].MTU)}
		w.Inner[i] = inner
		b.cable(Link{A: end, B: inner, Pos: l.Pos})
		b.add(Offload{Node: Inside, Name: inner.Name, Index: inner.Index})
	}
	b.add(w)
}

// cable adds a link, with its ends in the order that the kernel wants.
func (b *builder) cable(l Link) {
	if l.A.Master == "" && l.B.Master != "" {
		l.A, l.B = l.B, l.A
	}
	b.add(l)
}

func (b *builder) end(l *topology.Link, at topology.Endpoint) (End, bool) {
	n := b.nodes[at.Node]
	if n == nil {
		b.errorf(l.Pos, "declare it under nodes", "no node %s", at.Node)
		return End{}, false
	}
	i := n.Interface(at.Interface)
	if i == nil {
		b.errorf(l.Pos, "declare it under the node's interfaces", "no interface %s on %s", at.Interface, at.Node)
		return End{}, false
	}
	if len(i.Ports) > 0 {
		b.errorf(l.Pos, "connect one of its ports: "+strings.Join(i.Ports, ", "), "%s is a bridge and takes no cable", at)
		return End{}, false
	}
	if other := b.links[at]; other != nil {
		b.errorf(l.Pos, "give it an interface of its own", "%s is on two links, the other is %s", at, other)
		return End{}, false
	}
	b.links[at] = l
	return b.port(n, i), true
}

func (b *builder) port(n *node, i *topology.Interface) End {
	e := End{Node: n.Name, Name: i.Name, Index: n.index[i.Name], MAC: i.MAC, MTU: i.MTU}
	switch {
	case n.bridge != 0:
		e.Master, e.Bridge = bridgeName, n.bridge
	case i.Master != "":
		e.Master, e.Bridge = i.Master, n.index[i.Master]
		if e.Bridge == 0 {
			b.errorf(i.Pos, "declare it under the node's interfaces", "%s is a port of %s, which %s does not have", e, i.Master, n.Name)
		}
	}
	return e
}

// unplugged gives every interface without a cable a far end that is down.
func (b *builder) unplugged(n *node) {
	for _, i := range n.Interfaces {
		at := topology.Endpoint{Node: n.Name, Interface: i.Name}
		if len(i.Ports) > 0 || b.links[at] != nil {
			continue
		}
		if b.loose == 0 {
			b.add(Namespace{Node: Unplugged})
		}
		b.loose++
		b.cable(Link{
			A: b.port(n, i), Pos: i.Pos,
			B: End{Node: Unplugged, Name: fmt.Sprintf("end%d", b.loose), Index: b.loose + 1, Down: true},
		})
	}
}

// rest plans what needs the links.
func (b *builder) rest(n *node) {
	b.carriers(n)
	var addresses []Address
	leased := false
	for _, i := range n.Interfaces {
		if !n.Offload && len(i.Ports) == 0 {
			b.add(Offload{Node: n.Name, Name: i.Name, Index: n.index[i.Name]})
		}
		if i.Master != "" && (len(i.Addresses) > 0 || i.Asks()) {
			b.errorf(i.Pos, "give it to "+i.Master, "%s:%s is a port of %s and takes no address", n.Name, i.Name, i.Master)
			continue
		}
		for _, p := range i.Addresses {
			addresses = append(addresses, Address{Name: i.Name, Index: n.index[i.Name], Prefix: p, DAD: i.DAD && p.Addr().Is6(), Pos: i.Pos})
		}
		leased = leased || i.DHCP == topology.DHCPAuto || i.SLAAC || i.DHCP6 == topology.DHCPAuto
	}
	if len(addresses) > 0 {
		b.add(AddressSet{Node: n.Name, Addresses: addresses})
	}
	b.routes(n, addresses, leased)
	b.filters(n)
	b.services(n)
	b.autoconf(n)
	for _, i := range n.Interfaces {
		if i.DHCP6 != topology.DHCPOff {
			b.add(Client6{Node: n.Name, Name: i.Name, Index: n.index[i.Name], MAC: i.MAC, Mode: i.DHCP6, DAD: i.DAD, Pos: i.Pos})
		}
		if i.DHCP != topology.DHCPOff {
			b.add(Client{
				Node: n.Name, Name: i.Name, Index: n.index[i.Name], MAC: i.MAC,
				Auto: i.DHCP == topology.DHCPAuto, Pos: i.Pos,
			})
		}
	}
}

// filters plans address translation and the packet filter of a node.
func (b *builder) filters(n *node) {
	known := func(pos topology.Pos, what, name string) {
		if name != "" && name != "lo" && n.index[name] == 0 {
			b.errorf(pos, "name one of its interfaces", "%s %s %s, which it does not have", n.Name, what, name)
		}
	}
	for _, name := range n.Masquerade {
		known(n.Pos, "masquerades behind", name)
	}
	for _, f := range n.Forwards {
		for _, name := range f.In {
			known(f.Pos, "forwards a port of", name)
		}
	}
	if len(n.Masquerade)+len(n.Forwards) > 0 {
		b.add(Translation{Node: n.Name, Masquerade: n.Masquerade, Forwards: n.Forwards, Pos: n.Pos})
	}
	for _, r := range slices.Concat(n.Firewall.Input, n.Firewall.Forward, n.Firewall.Output) {
		known(r.Pos, "filters by", r.In)
		known(r.Pos, "filters by", r.Out)
	}
	if n.Firewall.Any() {
		b.add(Firewall{Node: n.Name, Rules: &n.Firewall, Pos: n.Pos})
	}
}

// carriers plans the notice taken of all interfaces, bridges last.
func (b *builder) carriers(n *node) {
	var ports, bridges []string
	for _, i := range n.Interfaces {
		if len(i.Ports) == 0 {
			ports = append(ports, i.Name)
		} else {
			bridges = append(bridges, i.Name)
		}
	}
	if n.bridge != 0 {
		bridges = append(bridges, bridgeName)
	}
	if names := append(ports, bridges...); len(names) > 0 {
		b.add(Carrier{Node: n.Name, Names: names})
	}
}

// routes plans the routes of a node. A gateway that no static address
// reaches, on a node that leases addresses, has to wait for the lease.
func (b *builder) routes(n *node, addresses []Address, leased bool) {
	var now, later []Route
	add := func(r Route) {
		reached := !r.Via.IsValid() || r.Via.IsLinkLocalUnicast() || slices.ContainsFunc(addresses, func(a Address) bool {
			return a.Prefix.Contains(r.Via)
		})
		if leased && !reached {
			later = append(later, r)
		} else {
			now = append(now, r)
		}
	}
	for _, i := range n.Interfaces {
		for _, g := range i.Gateways {
			to := netip.PrefixFrom(netip.IPv4Unspecified(), 0)
			if g.Is6() {
				to = netip.PrefixFrom(netip.IPv6Unspecified(), 0)
			}
			add(Route{To: to, Via: g, Name: i.Name, Index: n.index[i.Name], Pos: i.Pos})
		}
	}
	for _, r := range n.Routes {
		if r.Interface != "" && n.index[r.Interface] == 0 {
			b.errorf(r.Pos, "name one of its interfaces", "a route of %s leaves by %s, which it does not have", n.Name, r.Interface)
			continue
		}
		if r.Type == topology.Unicast && r.Interface == "" && !r.Via.IsValid() {
			b.errorf(r.Pos, "add `via ADDRESS` or `dev INTERFACE`", "a route of %s to %s leads nowhere", n.Name, r.To)
			continue
		}
		add(Route{
			To: r.To.Masked(), Via: r.Via, Name: r.Interface, Index: n.index[r.Interface],
			MTU: r.MTU, AdvMSS: r.AdvMSS, Metric: r.Metric, Type: r.Type, Pos: r.Pos,
		})
	}
	if len(now) > 0 {
		b.add(RouteSet{Node: n.Name, Routes: now})
	}
	if len(later) > 0 {
		b.add(RouteSet{Node: n.Name, Routes: later, Leased: true})
	}
}

func (b *builder) services(n *node) {
	for _, s := range n.Services.DHCP {
		if n.index[s.Interface] == 0 {
			b.errorf(s.Pos, "name one of its interfaces", "a DHCP server of %s is on %s, which it does not have", n.Name, s.Interface)
			continue
		}
		b.add(DHCPServer{Node: n.Name, Index: n.index[s.Interface], Spec: s})
	}
	for _, s := range n.Services.DHCPRelay {
		if n.index[s.Interface] == 0 {
			b.errorf(s.Pos, "name one of its interfaces", "a DHCP relay of %s is on %s, which it does not have", n.Name, s.Interface)
			continue
		}
		b.add(DHCPRelay{Node: n.Name, Index: n.index[s.Interface], Spec: s})
	}
	for _, s := range n.Services.DHCP6 {
		if n.index[s.Interface] == 0 {
			b.errorf(s.Pos, "name one of its interfaces", "a DHCPv6 server of %s is on %s, which it does not have", n.Name, s.Interface)
			continue
		}
		b.add(DHCP6Server{Node: n.Name, Index: n.index[s.Interface], Spec: s})
	}
	for _, s := range n.Services.RA {
		if n.index[s.Interface] == 0 {
			b.errorf(s.Pos, "name one of its interfaces", "%s advertises itself on %s, which it does not have", n.Name, s.Interface)
			continue
		}
		b.add(Advertiser{Node: n.Name, Index: n.index[s.Interface], Spec: s})
	}
	for _, s := range n.Services.DNS {
		b.add(DNSServer{Node: n.Name, Spec: s})
	}
	for _, s := range n.Services.Resolver {
		b.add(Resolver{Node: n.Name, Spec: s})
	}
	for _, s := range n.Services.HTTP {
		b.add(HTTPServer{Node: n.Name, Spec: s})
	}
	for _, s := range n.Services.Exec {
		if len(s.Command) == 0 {
			b.errorf(s.Pos, "name a program and its arguments", "a program of %s has no command", n.Name)
			continue
		}
		b.add(Program{Node: n.Name, Spec: s})
	}
}
