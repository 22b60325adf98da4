package topology

import (
	"fmt"
	"net"
	"net/netip"
	"slices"
	"strings"

	"github.com/netrig/netrig/internal/strict"
)

// builder turns the YAML as written into a Topology: ranges expanded,
// defaults applied, names resolved, everything numbered.
type builder struct {
	d          *strict.Decoder
	t          *Topology
	defaults   defaults
	nodes      map[string]*member
	interfaces int // asked for by all nodes so far
	bridged    int // asked for by all bridges so far
	values     int // that ranges asked for so far

	withdrawn bool // routes are read to be removed: where they lead may be left out
}

// maxValues bounds what ranges make of a file: a thing of many values,
// many times.
const maxValues = 1 << 20

// multiply tells whether count copies of something of size values are not
// too much.
func (b *builder) multiply(pos Pos, key string, size, count int) bool {
	if b.values += size * count; b.values <= maxValues {
		return true
	}
	b.d.ErrorAt(pos, "shorten the range", "%s makes %d copies: ranges make more than %d values", strict.Quote(key), count, maxValues)
	return false
}

// member is a node while it is built.
type member struct {
	*Node
	shape *nodeShape
	count counter
	byMTU map[string]bool // interfaces whose MTU was declared, for themselves or their node
	links map[string]Pos  // interfaces that have a link
	index map[string]*Interface
}

func (b *builder) build(doc *document) {
	if name := doc.Name; name.Value != "" {
		if wrong, cure := nodeName(name.Value); wrong != "" {
			b.d.ErrorAt(name.Pos, cure, "bad topology name %s", strict.Quote(name.Value))
		}
	}
	if doc.Nodes != nil && len(doc.Nodes) == 0 {
		b.d.ErrorAt(doc.Pos, "write nodes: {pc1: {interfaces: {eth0: 10.0.0.1/24}}}", "the topology has no node")
	}
	var members []*member
	asked := 0
	for i := range doc.Nodes {
		e := &doc.Nodes[i]
		names := expandName(b.d, e.Pos, e.Key)
		if asked += len(names); asked > MaxNodes {
			b.d.ErrorAt(e.Pos, "", "more than %d nodes", MaxNodes)
			return
		}
		if !b.multiply(e.Pos, e.Key, e.Value.size, len(names)) {
			return
		}
		for _, m := range b.replicate(names, e.Key, e.Pos, &e.Value) {
			members = append(members, m)
			b.t.Nodes = append(b.t.Nodes, m.Node)
		}
	}
	for _, m := range members {
		if b.node(m); b.values > maxValues {
			return
		}
		if b.interfaces > MaxInterfaces {
			b.d.ErrorAt(m.Pos, "", "more than %d interfaces", MaxInterfaces)
			return
		}
	}
	b.links(doc.Links)
	for _, m := range members {
		b.trees(m)
		b.routes(m)
		b.nat(m)
		b.firewall(m)
		b.services(m)
		b.family(m)
	}
	b.number()
}

// replicate makes the nodes of one key.
func (b *builder) replicate(names []string, key string, pos Pos, shape *nodeShape) []*member {
	var ms []*member
	for i, name := range names {
		if wrong, cure := nodeName(name); wrong != "" {
			b.d.ErrorAt(pos, cure, "%s", wrong)
			return ms
		}
		if other := b.nodes[name]; other != nil {
			b.d.ErrorAt(pos, "rename one of them", "node %s is declared twice, first on line %d", name, other.Pos.Line)
			continue
		}
		m := &member{
			Node:  &Node{Name: name, Kind: Kind(shape.Kind), Pos: pos},
			shape: shape,
			byMTU: map[string]bool{},
			links: map[string]Pos{},
			index: map[string]*Interface{},
		}
		if m.Kind == "" {
			m.Kind = Host
		}
		if len(names) > 1 {
			m.count = counter{name: key, index: i, count: len(names)}
		}
		b.nodes[name] = m
		ms = append(ms, m)
	}
	return ms
}

// counters returns what ranges in the values of a node count with.
func (m *member) counters() []counter {
	if m.count.count == 0 {
		return nil
	}
	return []counter{m.count}
}

// node resolves what needs no other node.
func (b *builder) node(m *member) {
	s := m.shape
	m.Offload = b.defaults.Offload
	if s.Offload != nil {
		m.Offload = *s.Offload
	}
	if m.Bridges() {
		given := []struct {
			key string
			is  bool
		}{
			{"interfaces", len(s.Interfaces) > 0},
			{"routes", len(s.Routes) > 0},
			{"nat", len(s.NAT.Masquerade)+len(s.NAT.Forward) > 0},
			{"firewall", len(s.Firewall.Input)+len(s.Firewall.Forward)+len(s.Firewall.Output) > 0},
			{"services", s.Services.any()},
		}
		for _, g := range given {
			if g.is {
				b.d.ErrorAt(m.Pos, "a router can have them and bridge its own ports: interfaces: {lan: {bridge: [p1, p2]}}",
					"%s %s has no %s of its own", m.Kind, m.Name, g.key)
			}
		}
	}
	b.bridging(m)
	m.Intended = b.intended(s.Intended)
	b.sysctls(m)
	if m.Bridges() {
		return
	}
	for i := range s.Interfaces {
		e := &s.Interfaces[i]
		names := expandName(b.d, e.Pos, e.Key)
		if !b.multiply(e.Pos, e.Key, e.Value.size, len(names)) {
			return
		}
		for j, name := range names {
			counters := m.counters()
			if len(names) > 1 {
				counters = append([]counter{{name: e.Key, index: j, count: len(names)}}, counters...)
			}
			b.declare(m, name, e.Pos, &e.Value, counters)
			if b.interfaces > MaxInterfaces {
				return
			}
		}
	}
	b.bridges(m)
}

// any reports whether a service is declared.
func (s *servicesShape) any() bool {
	return len(s.DHCP)+len(s.DHCPRelay)+len(s.DHCP6)+len(s.RA)+len(s.DNS)+len(s.Resolver)+len(s.HTTP)+len(s.Exec) > 0
}

// add gives a node an interface, unless the name is bad or taken.
func (b *builder) add(m *member, name string, pos Pos) *Interface {
	b.interfaces++
	if wrong, cure := interfaceName(name); wrong != "" {
		b.d.ErrorAt(pos, cure, "%s", wrong)
		return nil
	}
	if other := m.index[name]; other != nil {
		b.d.ErrorAt(pos, "rename one of them", "interface %s of %s is declared twice, first on line %d", name, m.Name, other.Pos.Line)
		return nil
	}
	i := &Interface{Name: name, Pos: pos, MTU: DefaultMTU}
	for _, declared := range []mtu{m.shape.MTU, b.defaults.MTU} {
		if declared != 0 {
			i.MTU = int(declared)
			break
		}
	}
	m.byMTU[name] = m.shape.MTU != 0
	m.index[name] = i
	m.Interfaces = append(m.Interfaces, i)
	return i
}

// declare adds an interface as it is declared.
func (b *builder) declare(m *member, name string, pos Pos, s *interfaceShape, counters []counter) {
	i := b.add(m, name, pos)
	if i == nil {
		return
	}
	if s.MTU != 0 {
		i.MTU = int(s.MTU)
		m.byMTU[name] = true
	}
	i.DHCP, i.DHCP6, i.SLAAC, i.DAD = DHCPMode(s.DHCP), DHCPMode(s.DHCP6), s.SLAAC, s.DAD
	if len(s.Address) > 0 && len(s.Addresses) > 0 {
		b.d.ErrorAt(s.Pos, "put them in one list", "interface %s has both address and addresses", name)
	}
	if len(s.Gateway) > 0 && len(s.Gateways) > 0 {
		b.d.ErrorAt(s.Pos, "put them in one list", "interface %s has both gateway and gateways", name)
	}
	for _, t := range slices.Concat(s.Address, s.Addresses) {
		p, ok := b.interfaceAddress(t, counters)
		if !ok {
			continue
		}
		if slices.ContainsFunc(i.Addresses, func(q netip.Prefix) bool { return q.Addr() == p.Addr() }) {
			b.d.ErrorAt(t.Pos, "remove one of them", "interface %s has address %s twice", name, p.Addr())
			continue
		}
		i.Addresses = append(i.Addresses, p)
	}
	for _, t := range slices.Concat(s.Gateway, s.Gateways) {
		a, ok := b.hostAddress(t, "gateway", counters)
		if !ok {
			continue
		}
		if slices.ContainsFunc(i.Gateways, func(g netip.Addr) bool { return g.Is4() == a.Is4() }) {
			b.d.ErrorAt(t.Pos, "keep one; others are routes with a metric", "interface %s has two %s gateways", name, family(a))
			continue
		}
		i.Gateways = append(i.Gateways, a)
	}
	i.DNS = b.hostAddresses(s.DNS, "dns", counters)
	if s.MAC.Value != "" {
		i.MAC = b.hardware(s.MAC, counters)
	}
	if s.Bridge != nil {
		b.ports(i, s)
	}
}

// ports resolves the names of a bridge's ports.
func (b *builder) ports(i *Interface, s *interfaceShape) {
	for _, t := range s.Bridge {
		tmpl, err := parseTemplate(t.Value)
		n, same := tmpl.count()
		if err != nil || !same {
			b.d.ErrorAt(t.Pos, "", "bad range in %s", strict.Quote(t.Value))
			continue
		}
		if len(i.Ports)+n > MaxPorts {
			b.d.ErrorAt(s.Pos, "", "bridge %s has more than %d ports", i.Name, MaxPorts)
			return
		}
		if b.bridged += n; b.bridged > MaxInterfaces {
			b.d.ErrorAt(s.Pos, "", "more than %d interfaces", MaxInterfaces)
			return
		}
		for j := range n {
			i.Ports = append(i.Ports, tmpl.at(j))
		}
	}
	if len(i.Ports) == 0 {
		b.d.ErrorAt(s.Pos, "write bridge: [lan1, lan2]", "bridge %s joins no interface", i.Name)
	}
}

// bridges makes the ports of a node's bridges that are not declared by
// themselves, each behind its bridge.
func (b *builder) bridges(m *member) {
	for _, br := range slices.Clone(m.Interfaces) {
		at := slices.Index(m.Interfaces, br)
		for _, name := range br.Ports {
			port := m.index[name]
			switch {
			case port == nil:
				if port = b.add(m, name, br.Pos); port == nil {
					continue
				}
				// A port carries what its bridge does.
				port.MTU, m.byMTU[name] = br.MTU, m.byMTU[br.Name]
				m.Interfaces = slices.Insert(m.Interfaces[:len(m.Interfaces)-1], at+1, port)
				at++
			case port.Ports != nil:
				b.d.ErrorAt(br.Pos, "join its ports into one bridge", "bridge %s cannot be a port of %s", name, br.Name)
				continue
			case port.Master != "":
				b.d.ErrorAt(br.Pos, "remove it from one of them", "interface %s is a port of both %s and %s", name, port.Master, br.Name)
				continue
			case len(port.Addresses)+len(port.Gateways)+len(port.DNS) > 0 || port.Asks():
				b.d.ErrorAt(port.Pos, fmt.Sprintf("give the addresses to %s", br.Name), "interface %s is a port of %s and cannot have addresses", name, br.Name)
				continue
			}
			port.Master = br.Name
		}
	}
}

// intended checks the names of lints.
func (b *builder) intended(list strict.List[text]) []string {
	var names []string
	for _, t := range list {
		if !slices.ContainsFunc(lints[:], func(l LintInfo) bool { return l.Name == t.Value }) {
			var known []string
			for _, l := range lints {
				known = append(known, l.Name)
			}
			b.d.ErrorAt(t.Pos, strict.Propose(t.Value, known, "they are "+strings.Join(known, ", ")), "no lint %s", strict.Quote(t.Value))
			continue
		}
		names = append(names, t.Value)
	}
	return names
}

// sysctls checks kernel settings: only those of the network are a node's own.
func (b *builder) sysctls(m *member) {
	for _, e := range m.shape.Sysctls {
		value, ok := e.Value.expand(b.d, m.counters())
		if wrong, cure := badSetting(e.Key); wrong != "" {
			b.d.ErrorAt(e.Pos, cure, "%s", wrong)
		} else if !ok {
			continue
		} else if wrong := BadValue(e.Key, value); wrong != "" {
			b.d.ErrorAt(e.Value.Pos, "", "%s", wrong)
		} else {
			m.Sysctls = append(m.Sysctls, Sysctl{Pos: e.Pos, Key: e.Key, Value: value})
		}
	}
}

// lookup finds an interface with addresses of its own by name.
func (b *builder) lookup(m *member, t text) *Interface {
	name, ok := t.expand(b.d, m.counters())
	if !ok {
		return nil
	}
	i := m.index[name]
	switch {
	case i == nil:
		b.d.ErrorAt(t.Pos, m.suggest(name), "no interface %s on %s", strict.Quote(name), m.Name)
	case i.Master != "":
		b.d.ErrorAt(t.Pos, fmt.Sprintf("write %s", i.Master), "interface %s of %s is a port of %s", name, m.Name, i.Master)
		return nil
	}
	return i
}

// suggest lists the interfaces a name could have meant.
func (m *member) suggest(name string) string {
	var have []string
	for _, i := range m.Interfaces {
		have = append(have, i.Name)
	}
	if near := strict.Nearest(name, have); near != "" && len(have) > 3 {
		return fmt.Sprintf("did you mean %s?", near)
	}
	if len(have) == 0 {
		return "it has none"
	}
	return "it has " + listNames(have)
}

// family decides on IPv6 of a node.
func (b *builder) family(m *member) {
	used := ""
	for _, i := range m.Interfaces {
		for _, p := range i.Addresses {
			if p.Addr().Is6() {
				used = p.String()
			}
		}
		for _, g := range i.Gateways {
			if g.Is6() {
				used = "gateway " + g.String()
			}
		}
	}
	if used == "" {
		used = m.autoconfigured()
	}
	for _, r := range m.Routes {
		if r.To.Addr().Is6() {
			used = "a route to " + r.To.String()
		}
	}
	m.IPv6 = used != ""
	declared := m.shape.IPv6
	if declared == nil {
		declared = b.defaults.IPv6
	}
	if declared == nil {
		return
	}
	m.IPv6 = *declared
	if used != "" && !*declared {
		if m.shape.IPv6 == nil {
			// The default is for nodes that do not care.
			m.IPv6 = true
			return
		}
		b.d.ErrorAt(m.Pos, "remove ipv6: off", "%s has %s, but IPv6 is off", m.Name, used)
	}
}

// number gives every interface without a hardware address the next one.
func (b *builder) number() {
	declared := map[[6]byte]bool{}
	for _, n := range b.t.Nodes {
		for _, i := range n.Interfaces {
			if i.MAC != nil {
				declared[[6]byte(i.MAC)] = true
			}
		}
	}
	next := uint64(0x02_00_00_00_00_00)
	for _, n := range b.t.Nodes {
		for _, i := range n.Interfaces {
			for i.MAC == nil {
				next++
				mac := net.HardwareAddr{byte(next >> 40), byte(next >> 32), byte(next >> 24), byte(next >> 16), byte(next >> 8), byte(next)}
				if !declared[[6]byte(mac)] {
					i.MAC = mac
				}
			}
		}
	}
}
