package topology

import (
	"fmt"
	"net/netip"
	"slices"
	"strings"
)

// maxPairs bounds the pairs of networks that paths are tried between. Only
// generated topologies have more; they are checked for their first ones.
const maxPairs = 1 << 18

// table is what a node knows of the way.
type table struct {
	node   *Node
	routes map[netip.Prefix]hop
	bits   [2][]int // prefix lengths in use, longest first, of IPv4 and IPv6
	text   string   // equal for nodes that would send a packet the same way
}

// hop is where packets go next.
type hop struct {
	via     netip.Addr // zero: the destination is on the link
	segment int
	port    int
	metric  int
	rejects bool // it goes nowhere, on purpose
}

// lan is one network on one segment.
type lan struct {
	prefix  netip.Prefix
	segment int
	groups  []*group
}

// group is the nodes of a lan that route alike.
type group struct {
	*table
	nodes []*Node
}

// arrival is what becomes of packets that a node sends to a lan.
type arrival struct {
	state   arrivalState
	source  int   // the lan that the last translation on the way puts into the source, -1 without one
	culprit *Node // who has no route, or is in the circle
}

type arrivalState uint8

const (
	untried arrivalState = iota
	trying
	arrives
	lost   // somebody on the way has no route
	dead   // the next hop is nobody or does not forward
	circle // routers send it round
)

type tracer struct {
	*linter
	tables  map[*Node]*table
	lans    []*lan
	index   map[lanKey]int
	results map[int]map[*Node]*arrival
	known   map[trouble]bool
}

// trouble is what a node does wrong with packets to a lan. It is told once,
// however many pairs of networks suffer.
type trouble struct {
	lint string
	node *Node
	to   int
}

// new reports whether a trouble was not told before.
func (t *tracer) new(lint string, n *Node, to int) bool {
	k := trouble{lint, n, to}
	told := t.known[k]
	t.known[k] = true
	return !told
}

type lanKey struct {
	prefix  netip.Prefix
	segment int
}

// paths tries the way between each two networks, and the way back.
func (l *linter) paths() {
	t := &tracer{linter: l, tables: map[*Node]*table{}, index: map[lanKey]int{}, results: map[int]map[*Node]*arrival{}, known: map[trouble]bool{}}
	for _, n := range l.t.Nodes {
		if !n.Bridges() {
			t.table(n)
		}
	}
	t.gather()
	pairs := 0
	for from, s := range t.lans {
		for to, d := range t.lans {
			if from == to || s.prefix.Addr().Is4() != d.prefix.Addr().Is4() {
				continue
			}
			if pairs++; pairs > maxPairs {
				return
			}
			for _, g := range s.groups {
				t.try(g, from, to)
			}
		}
	}
}

// table collects the routes of a node: its networks, gateways, static
// routes, and what a DHCP server will tell it.
func (t *tracer) table(n *Node) {
	tab := &table{node: n, routes: map[netip.Prefix]hop{}}
	add := func(to netip.Prefix, h hop) {
		if o, taken := tab.routes[to]; !taken || h.metric < o.metric {
			tab.routes[to] = h
		}
	}
	var ports []int
	for _, i := range n.Interfaces {
		at := t.at[Endpoint{n.Name, i.Name}]
		p := &t.ports[at]
		if !p.addressed() {
			continue
		}
		ports = append(ports, at)
		for _, prefix := range t.prefixes(p) {
			add(prefix, hop{segment: p.segment, port: at})
		}
		for _, g := range i.Gateways {
			add(everything(g), hop{via: g, segment: p.segment, port: at})
		}
		if s := t.segments[p.segment].server(); i.DHCP != DHCPOff && s != nil && len(s.Router) > 0 {
			add(everything(s.Router[0]), hop{via: s.Router[0], segment: p.segment, port: at})
		}
		if via := t.advertisedGateway(p); via.IsValid() {
			add(everything(via), hop{via: via, segment: p.segment, port: at})
		}
	}
	for _, r := range n.Routes {
		if r.Type != Unicast {
			add(r.To, hop{segment: -1, port: -1, metric: r.Metric, rejects: true})
			continue
		}
		for _, at := range ports {
			p := &t.ports[at]
			named := r.Interface == p.iface.Name
			reaches := r.Interface == "" && slices.ContainsFunc(t.prefixes(p), func(q netip.Prefix) bool { return q.Contains(r.Via) })
			if named || reaches {
				add(r.To, hop{via: r.Via, segment: p.segment, port: at, metric: r.Metric})
				break
			}
		}
	}
	var b strings.Builder
	for to := range tab.routes {
		f := 0
		if to.Addr().Is6() {
			f = 1
		}
		if !slices.Contains(tab.bits[f], to.Bits()) {
			tab.bits[f] = append(tab.bits[f], to.Bits())
		}
	}
	for f := range tab.bits {
		slices.Sort(tab.bits[f])
		slices.Reverse(tab.bits[f])
	}
	keys := make([]netip.Prefix, 0, len(tab.routes))
	for to := range tab.routes {
		keys = append(keys, to)
	}
	slices.SortFunc(keys, func(a, b netip.Prefix) int { return a.Compare(b) })
	for _, to := range keys {
		h := tab.routes[to]
		fmt.Fprintf(&b, "%s %s %d\n", to, h.via, h.segment)
	}
	tab.text = b.String()
	t.tables[n] = tab
}

// lookup finds the route of a packet: the longest prefix wins.
func (tab *table) lookup(a netip.Addr) (hop, bool) {
	f := 0
	if a.Is6() {
		f = 1
	}
	for _, bits := range tab.bits[f] {
		if p, err := a.Prefix(bits); err == nil {
			if h, ok := tab.routes[p]; ok {
				return h, true
			}
		}
	}
	return hop{}, false
}

// gather lists the networks, and in each the nodes, those that route alike
// together.
func (t *tracer) gather() {
	type member struct {
		lan  int
		text string
	}
	groups := map[member]*group{}
	for i := range t.ports {
		p := &t.ports[i]
		if !p.addressed() {
			continue
		}
		for _, prefix := range t.prefixes(p) {
			if prefix.Addr().IsLinkLocalUnicast() {
				continue
			}
			k := lanKey{prefix, p.segment}
			at, ok := t.index[k]
			if !ok {
				at = len(t.lans)
				t.index[k] = at
				t.lans = append(t.lans, &lan{prefix: prefix, segment: p.segment})
			}
			tab := t.tables[p.node]
			text := tab.text
			if p.node.Kind == Router {
				text = p.node.Name // forwards for others, so it is a case of its own
			}
			m := member{at, text}
			g := groups[m]
			if g == nil {
				g = &group{table: tab}
				groups[m] = g
				t.lans[at].groups = append(t.lans[at].groups, g)
			}
			g.nodes = append(g.nodes, p.node)
		}
	}
}

// address returns an address that stands for a network.
func (s *lan) address() netip.Addr {
	a := s.prefix.Addr()
	if !s.prefix.IsSingleIP() && s.prefix.Bits() < a.BitLen()-1 {
		return a.Next()
	}
	return a
}

// try follows packets of a group in one network to another, and their
// answers.
func (t *tracer) try(g *group, from, to int) {
	if h, ok := g.lookup(t.lans[to].address()); !ok || !h.via.IsValid() {
		return // it does not send there, or is on the link itself
	}
	there := t.send(g.node, to)
	if there.state == circle && t.new(routingLoop, there.culprit, to) {
		n := there.culprit
		t.find(n.Pos, routingLoop, t.mean(routingLoop, g.nodes, n), "look at the routes of the routers around it",
			"packets from %s to %s go in a circle at %s", t.lans[from].prefix, t.lans[to].prefix, n.Name)
	}
	if there.state != arrives {
		return
	}
	if there.source >= 0 {
		from = there.source
	}
	if from == to {
		return
	}
	for _, d := range t.lans[to].groups {
		back := t.send(d.node, from)
		if back.state != lost || !t.new(noWayBack, back.culprit, from) {
			continue
		}
		n, where := back.culprit, ""
		if n != d.node {
			where = fmt.Sprintf(" for the answers of %s", d.node.Name)
		}
		t.find(n.Pos, noWayBack, t.mean(noWayBack, append(d.nodes, g.nodes...), n), fmt.Sprintf("add a gateway, or a route to %s", t.lans[from].prefix),
			"%s has no route back to %s%s, from where packets reach %s%s", n.Name, t.lans[from].prefix, where, t.lans[to].prefix, others(n, d))
	}
}

// others says that more nodes than the culprit have the same routes.
func others(n *Node, g *group) string {
	if n != g.node || len(g.nodes) == 1 {
		return ""
	}
	return fmt.Sprintf("; %d more nodes route the same way", len(g.nodes)-1)
}

// mean reports whether one of the nodes that take part intends a lint.
func (t *tracer) mean(lint string, nodes []*Node, n *Node) bool {
	return means(lint, n) || means(lint, nodes...)
}

// send follows packets from a node to a network.
func (t *tracer) send(n *Node, to int) *arrival {
	results := t.results[to]
	if results == nil {
		results = map[*Node]*arrival{}
		t.results[to] = results
	}
	if r := results[n]; r != nil {
		if r.state == trying {
			r.state, r.culprit = circle, n
		}
		return r
	}
	r := &arrival{state: trying, source: -1}
	results[n] = r
	d := t.lans[to]
	h, ok := t.tables[n].lookup(d.address())
	if !ok {
		r.state, r.culprit = lost, n
		return r
	}
	if h.rejects {
		r.state = dead
		return r
	}
	p := &t.ports[h.port]
	next := &arrival{source: -1}
	switch {
	case !h.via.IsValid() && h.segment == d.segment:
		next.state = arrives
	case !h.via.IsValid():
		next.state = dead
	default:
		owner := t.owner(h.via, h.segment)
		switch {
		case owner == nil:
			next.state = dead
		case owner.Kind == Router:
			next = t.send(owner, to)
		case t.on(owner, to):
			next.state = arrives
		default:
			next.state = dead
		}
	}
	if r.state == circle { // found itself on the way
		return r
	}
	r.state, r.culprit, r.source = next.state, next.culprit, next.source
	if r.source < 0 && slices.Contains(n.Masquerade, p.iface.Name) {
		for _, prefix := range t.prefixes(p) {
			if at, ok := t.index[lanKey{prefix, p.segment}]; ok && prefix.Addr().Is4() && d.prefix.Addr().Is4() {
				r.source = at
			}
		}
	}
	return r
}

// owner returns the node on a segment that has an address.
func (t *tracer) owner(a netip.Addr, segment int) *Node {
	for _, i := range t.owners[a] {
		if t.ports[i].segment == segment {
			return t.ports[i].node
		}
	}
	return nil
}

// on reports whether a node is in a network.
func (t *tracer) on(n *Node, to int) bool {
	h, ok := t.tables[n].lookup(t.lans[to].address())
	return ok && !h.via.IsValid() && h.segment == t.lans[to].segment
}
