package topology

import (
	"fmt"
	"strings"

	"github.com/netrig/netrig/internal/strict"
)

// end is one end of a link while its names are resolved.
type end struct {
	m         *member
	name      string // interface, empty where it is left out
	automatic bool   // name is to be made for a port of a switch or hub
}

// cable is a link while it is built.
type cable struct {
	*Link
	ends [2]end
}

// links resolves the links, and names and makes the ports of switches and
// hubs.
func (b *builder) links(shapes []linkShape) {
	var cables []cable
	asked := 0
	for i := range shapes {
		s := &shapes[i]
		intended, wire := b.intended(s.Intended), b.wire(s)
		pairs := b.pairs(s)
		if asked += len(pairs); asked > MaxInterfaces {
			b.d.ErrorAt(s.Pos, "", "more than %d links", MaxInterfaces)
			return
		}
		for _, pair := range pairs {
			c := cable{Link: &Link{Pos: s.Pos, Wire: wire, Intended: intended}}
			ok := true
			for j, written := range pair {
				var found bool
				c.ends[j], found = b.end(written, s.Pos)
				ok = ok && found
			}
			if !ok {
				break // the rest of the range is no better
			}
			cables = append(cables, c)
		}
	}
	b.name(cables)
	for i := range cables {
		c := &cables[i]
		for j, e := range c.ends {
			other := c.ends[1-j]
			if pos, dup := e.m.links[e.name]; dup {
				cure := "an interface has one link; put a switch between them"
				if other.m == e.m && other.name == e.name {
					cure = "a link has two ends"
				}
				b.d.ErrorAt(c.Pos, cure, "%s:%s is already linked, on line %d", e.m.Name, e.name, pos.Line)
				continue
			}
			e.m.links[e.name] = c.Pos
			if e.m.Bridges() {
				b.add(e.m, e.name, c.Pos)
			}
		}
		c.A = Endpoint{c.ends[0].m.Name, c.ends[0].name}
		c.B = Endpoint{c.ends[1].m.Name, c.ends[1].name}
		b.t.Links = append(b.t.Links, c.Link)
	}
	for _, c := range cables {
		follow(c.ends[0], c.ends[1])
		follow(c.ends[1], c.ends[0])
	}
	for _, m := range b.nodes {
		if n := len(m.Interfaces); m.Bridges() && n > MaxPorts {
			b.d.ErrorAt(m.Pos, "link several of them", "%s %s has %d ports, at most %d are possible", m.Kind, m.Name, n, MaxPorts)
		}
	}
}

// follow gives a port of a switch or hub the MTU of the host or router it
// is linked to, where nobody declared one for the port.
func follow(port, peer end) {
	if !port.m.Bridges() || peer.m.Bridges() || port.m.byMTU[port.name] {
		return
	}
	p, i := port.m.index[port.name], peer.m.index[peer.name]
	if p != nil && i != nil {
		p.MTU = i.MTU
	}
}

// pairs returns the ends of the links that one entry stands for.
func (b *builder) pairs(s *linkShape) [][2]string {
	const cure = "write it as in pc1:eth0 -- sw"
	ends := s.Between
	if s.whole {
		if ends[0].Pos.Line == 0 {
			return nil
		}
		a, z, ok := strings.Cut(ends[0].Value, " -- ")
		a, z = strings.TrimSpace(a), strings.TrimSpace(z)
		if !ok || a == "" || z == "" || strings.Contains(z, "--") && strings.Contains(z, " ") {
			b.d.ErrorAt(s.Pos, cure, "%s is not a link", strict.Quote(ends[0].Value))
			return nil
		}
		ends = []text{{a, ends[0].Pos}, {z, ends[0].Pos}}
	}
	if len(ends) != 2 {
		if ends != nil {
			b.d.ErrorAt(s.Pos, "for more than two nodes take a switch", "a link is between 2 ends, not %d", len(ends))
		}
		return nil
	}
	var templates [2]template
	count := 1
	for i, e := range ends {
		t, err := parseTemplate(e.Value)
		if err != nil {
			b.d.ErrorAt(e.Pos, "", "%v", err)
			return nil
		}
		n, same := t.count()
		if !same || n > 1 && count > 1 && n != count {
			b.d.ErrorAt(e.Pos, "make them equally long", "the ranges of link %s differ in length",
				strict.Quote(ends[0].Value+" -- "+ends[1].Value))
			return nil
		}
		count = max(count, n)
		templates[i] = t
	}
	pairs := make([][2]string, count)
	for i := range pairs {
		pairs[i] = [2]string{templates[0].at(i), templates[1].at(i)}
	}
	return pairs
}

// end resolves NODE or NODE:INTERFACE.
func (b *builder) end(s string, pos Pos) (end, bool) {
	node, name, named := strings.Cut(s, ":")
	m := b.nodes[node]
	if m == nil {
		cure := "declare it below nodes"
		if !b.d.Full() {
			cure = strict.Propose(node, b.names(), cure)
		}
		b.d.ErrorAt(pos, cure, "no node %s", strict.Quote(node))
		return end{}, false
	}
	if m.Bridges() {
		if named {
			if wrong, cure := interfaceName(name); wrong != "" {
				b.d.ErrorAt(pos, cure, "%s", wrong)
				return end{}, false
			}
			if name == BridgeName {
				b.d.ErrorAt(pos, "choose another name", "port %s of %s: the name is taken by its bridge", name, node)
				return end{}, false
			}
		}
		return end{m: m, name: name, automatic: !named}, true
	}
	if !named {
		var free []string
		for _, i := range m.Interfaces {
			if i.Ports == nil {
				free = append(free, i.Name)
			}
		}
		switch len(free) {
		case 1:
			return end{m: m, name: free[0]}, true
		case 0:
			b.d.ErrorAt(pos, fmt.Sprintf("declare one: %s: {interfaces: {eth0: 10.0.0.1/24}}", node), "%s %s has no interface to link", m.Kind, node)
		default:
			b.d.ErrorAt(pos, fmt.Sprintf("write %s:%s; it has %s", node, free[0], listNames(free)), "which interface of %s?", node)
		}
		return end{}, false
	}
	i := m.index[name]
	switch {
	case i == nil:
		cure := m.suggest(name)
		if !strings.HasPrefix(cure, "did you mean") {
			cure += "; declare others below its interfaces"
		}
		b.d.ErrorAt(pos, cure, "no interface %s on %s", strict.Quote(name), node)
		return end{}, false
	case i.Ports != nil:
		b.d.ErrorAt(pos, fmt.Sprintf("link one of its ports: %s", listNames(i.Ports)), "%s:%s is a bridge", node, name)
		return end{}, false
	}
	return end{m: m, name: name}, true
}

// names returns the names of all nodes.
func (b *builder) names() []string {
	names := make([]string, len(b.t.Nodes))
	for i, n := range b.t.Nodes {
		names[i] = n.Name
	}
	return names
}

// name names the ports that the file leaves unnamed: after the node at the
// other end where that makes a good name and the switch has no other port
// to that node, port1, port2, ... in the order of its links otherwise.
func (b *builder) name(cables []cable) {
	type port struct{ m, peer *member }
	peers := map[port]int{}
	taken := map[*member]map[string]bool{}
	ordinal := map[*member]int{}
	each := func(f func(e *end, peer *member)) {
		for i := range cables {
			for j := range cables[i].ends {
				if e := &cables[i].ends[j]; e.m.Bridges() {
					f(e, cables[i].ends[1-j].m)
				}
			}
		}
	}
	each(func(e *end, peer *member) {
		if taken[e.m] == nil {
			taken[e.m] = map[string]bool{BridgeName: true}
		}
		if e.automatic {
			peers[port{e.m, peer}]++
		} else {
			taken[e.m][e.name] = true
		}
	})
	after := func(e *end, peer *member) bool {
		wrong, _ := interfaceName(peer.Name)
		return wrong == "" && peers[port{e.m, peer}] == 1
	}
	each(func(e *end, peer *member) {
		if e.automatic && after(e, peer) && !taken[e.m][peer.Name] {
			e.name = peer.Name
			taken[e.m][e.name] = true
		}
	})
	each(func(e *end, _ *member) {
		ordinal[e.m]++
		if e.name != "" {
			return
		}
		n := ordinal[e.m]
		for taken[e.m][fmt.Sprintf("port%d", n)] {
			n++
		}
		e.name = fmt.Sprintf("port%d", n)
		taken[e.m][e.name] = true
	})
}
