package suite

import (
	"net"
	"net/netip"
	"slices"
	"strings"

	"github.com/netrig/netrig/internal/strict"
	"github.com/netrig/netrig/topology"
)

// changeStep checks a step that changes the state of a node.
func (r *resolver) changeStep(s *Step) {
	switch {
	case s.Route != nil:
		r.routeStep(s.Route)
	case s.Neighbor != nil:
		r.neighborStep(s.Neighbor)
	case s.Address != nil:
		r.addressStep(s.Address)
	case s.Sysctl != nil:
		r.sysctlStep(s.Sysctl)
	case s.Service != nil:
		r.serviceStep(s.Service)
	case s.Snapshot != nil && s.Snapshot.Node != "":
		r.node(s.Snapshot.Pos, "node", s.Snapshot.Node)
	}
}

// exactly records that a step does not do one thing, and reports whether it
// does.
func (r *resolver) exactly(pos Pos, what, words string, is ...bool) bool {
	set := 0
	for _, x := range is {
		if x {
			set++
		}
	}
	if set != 1 {
		r.errorf(pos, "write one of "+words, "%s does one thing, not %d", what, set)
	}
	return set == 1
}

// addressed returns the node of a step, where it is known and can have addresses.
func (r *resolver) addressed(pos Pos, name string) *topology.Node {
	if name == "" {
		return nil // recorded as missing
	}
	n := r.node(pos, "node", name)
	if n != nil && n.Bridges() {
		r.errorf(pos, "name a host or a router", "%s is a %s: it has no addresses and no routes", n.Name, n.Kind)
		return nil
	}
	return n
}

// only completes the name of an interface that has addresses.
func (r *resolver) only(pos Pos, n *topology.Node, name *string) {
	var have []string
	for _, i := range n.Interfaces {
		if i.Master == "" {
			have = append(have, i.Name)
		}
	}
	switch i := n.Interface(*name); {
	case *name == "" && len(have) == 1:
		*name = have[0]
	case *name == "":
		r.errorf(pos, "write `interface: NAME`; "+r.have("", have), "which interface of %s?", n.Name)
	case i == nil:
		r.errorf(pos, r.have(*name, have), "no interface %s on %s", strict.Quote(*name), n.Name)
	case i.Master != "":
		r.errorf(pos, "write "+i.Master, "interface %s of %s is a port of %s", *name, n.Name, i.Master)
	}
}

func (r *resolver) routeStep(s *RouteStep) {
	if !r.exactly(s.Pos, "a route step", "add, replace, del", s.Add != nil, s.Replace != nil, s.Del != nil) {
		return
	}
	route := s.Add
	s.Do = Add
	switch {
	case s.Replace != nil:
		s.Do, route = Replace, s.Replace
	case s.Del != nil:
		s.Do, route = Remove, s.Del
	}
	n := r.addressed(s.Pos, s.Node)
	if n == nil {
		return
	}
	s.Route, _ = route.Resolve(r.d, n, s.Do == Remove, func(pos Pos, text string) string {
		if _, err := netip.ParseAddr(text); err == nil {
			return text
		}
		p, ok, wrong, cure := r.reference(text)
		switch {
		case ok:
			return p.Addr().String()
		case wrong != "":
			r.errorf(pos, cure, "%s", wrong)
		}
		return text
	})
}

func (r *resolver) neighborStep(s *NeighborStep) {
	if !r.exactly(s.Pos, "a neighbor step", "add, replace, del, flush", s.Add != nil, s.Replace != nil, s.Del != nil, s.Flush) {
		return
	}
	n := r.addressed(s.Pos, s.Node)
	if n != nil {
		r.only(s.Pos, n, &s.Interface)
	}
	for _, e := range []*NeighborEntry{s.Add, s.Replace} {
		if e == nil {
			continue
		}
		r.address(&e.IP)
		r.sameFamily(n, &e.IP)
		switch {
		case e.Proxy && (e.MAC.text != "" || e.State != "permanent"):
			r.errorf(e.Pos, "remove mac and state", "a proxy entry has none: the node answers with its own address")
		case !e.Proxy && e.MAC.text == "":
			r.errorf(e.Pos, "write `mac: ADDRESS`", "the entry has no mac")
		case !e.Proxy:
			e.Hardware = r.hardware(e.MAC)
		}
	}
	if s.Del != nil {
		r.address(&s.Del.IP)
		r.sameFamily(n, &s.Del.IP)
	}
}

// sameFamily checks that a node speaks IPv6 where an address is of it.
func (r *resolver) sameFamily(n *topology.Node, a *Address) {
	if n != nil && !n.IPv6 && a.Addr.Is6() {
		r.errorf(a.Pos, "add `ipv6: on` to the node", "IPv6 is off on %s", n.Name)
	}
}

// hardware reads a MAC address, or NODE.INTERFACE for that interface's.
func (r *resolver) hardware(p placed) net.HardwareAddr {
	if x, err := net.ParseMAC(p.text); err == nil && len(x) == 6 {
		return x
	}
	n, i := r.iface(p.text)
	switch {
	case i != nil:
		return i.MAC
	case n != nil:
		name := p.text[len(n.Name)+1:]
		r.errorf(p.pos, r.have(name, interfaces(n)), "no interface %s on %s", strict.Quote(name), n.Name)
	case r.t != nil:
		r.errorf(p.pos, "write it as 02:00:00:00:00:0a, or NODE.INTERFACE for that interface's", "mac must be a MAC address, not %s", strict.Quote(p.text))
	}
	return nil
}

func (r *resolver) addressStep(s *AddressStep) {
	if !r.exactly(s.Pos, "an address step", "add, del", s.Add.text != "", s.Del.text != "") {
		return
	}
	s.Do = Add
	text := s.Add
	if s.Del.text != "" {
		s.Do, text = Remove, s.Del
	}
	r.timeout(s.Pos, s.Timeout)
	if s.Timeout != newAddressStep().Timeout && !s.DAD {
		r.errorf(s.Pos, "remove timeout", "only dad takes time")
	}
	n := r.addressed(s.Pos, s.Node)
	if n == nil {
		return
	}
	if s.Interface != "lo" {
		r.only(s.Pos, n, &s.Interface)
	}
	written := text.text
	if name, bits, ok := strings.Cut(written, "/"); ok {
		if p, ok, _, _ := r.reference(name); ok {
			written = p.Addr().String() + "/" + bits
		}
	} else if p, ok, _, _ := r.reference(written); ok {
		written = p.String()
	}
	p, ok := topology.AddressOf(r.d, text.pos, n, written)
	if !ok {
		return
	}
	s.Prefix = p
	switch {
	case s.DAD && s.Do == Remove:
		r.errorf(s.Pos, "remove dad", "nobody is asked for an address that goes")
	case s.DAD && p.Addr().Is4():
		r.errorf(s.Pos, "remove dad, or probe with a frame step as in RFC 5227", "the kernel asks for nobody who has an IPv4 address")
	}
}

func (r *resolver) sysctlStep(s *SysctlStep) {
	if s.Set != nil && len(s.Set) == 0 {
		r.errorf(s.Pos, "write {net.ipv4.ip_forward: 1}", "set names no setting")
	}
	if s.Node == "" {
		return // recorded as missing
	}
	n := r.node(s.Pos, "node", s.Node)
	if n == nil {
		return
	}
	for _, e := range s.Set {
		path, _, wrong, cure := n.SettingPath(e.Key)
		if wrong == "" {
			wrong, cure = topology.BadValue(e.Key, e.Value), ""
		}
		if wrong != "" {
			r.errorf(e.Pos, cure, "%s", wrong)
			continue
		}
		s.Settings = append(s.Settings, Setting{Key: e.Key, Path: path, Value: e.Value})
	}
}

func (r *resolver) serviceStep(s *ServiceStep) {
	r.timeout(s.Pos, s.Timeout)
	if !r.exactly(s.Pos, "a service step", "stop, start, restart", s.Stop != "", s.Start != "", s.Restart != "") || s.Node == "" {
		return
	}
	n := r.node(s.Pos, "node", s.Node)
	if n == nil {
		return
	}
	all := n.Services.Count()
	switch name := s.Service(); {
	case all[name] == 0:
		r.errorf(s.Pos, r.have(name, sortedKeys(all)), "%s has no server %s", n.Name, strict.Quote(name))
	case all[name] > 1:
		r.errorf(s.Pos, "put them on nodes of their own", "%s has %d servers %s, and no step can tell which", n.Name, all[name], name)
	}
}

// sysctl checks an assertion about a kernel setting, up to its value.
func (r *resolver) sysctl(c *SysctlCheck) {
	if c.Value != nil {
		c.Number = c.Value.raw.numeric()
	}
	if c.Node == "" || c.Key == "" {
		return // recorded as missing
	}
	n := r.node(c.Pos, "node", c.Node)
	if n == nil {
		return
	}
	path, _, wrong, cure := n.SettingPath(c.Key)
	if wrong != "" {
		r.errorf(c.Pos, cure, "%s", wrong)
	}
	c.Path = path
}

// numeric reports whether a matcher compares numbers.
func (o operand) numeric() bool {
	for _, x := range o.ops {
		switch x.name {
		case OpGreater, OpAtLeast, OpLess, OpAtMost:
			return true
		default:
			if x.numeric() {
				return true
			}
		}
	}
	return slices.ContainsFunc(o.list, operand.numeric)
}

// snapshotDiff checks the snapshots that an assertion compares.
func (r *resolver) snapshotDiff(a *Assertion) {
	c := a.SnapshotDiff
	before := func(name string) *SnapshotStep {
		if name == "" {
			return nil // recorded as missing, or the state now
		}
		var have []string
		for s := range r.c.AllSteps() {
			if s.Wait != nil && s.Wait.For == a {
				break // what follows is not there yet
			}
			if s.Snapshot == nil || s.As == "" {
				continue
			}
			if s.As == name {
				return s.Snapshot
			}
			have = append(have, s.As)
		}
		cure := "add a step `snapshot: {node: NODE, as: NAME}`"
		if len(have) > 0 {
			cure = r.have(name, have)
		}
		r.errorf(c.Pos, cure, "no snapshot %s before", strict.Quote(name))
		return nil
	}
	from, to := before(c.From), before(c.To)
	if from != nil {
		c.Node = from.Node
	}
	switch {
	case from != nil && to != nil && from.Node != to.Node:
		r.errorf(c.Pos, "compare snapshots of one node", "%s is of %s, %s of %s", c.From, from.Node, c.To, to.Node)
	case from != nil && from == to:
		r.errorf(c.Pos, "leave to out for the state now", "a snapshot does not differ from itself")
	}
	for _, k := range c.Only {
		if !slices.Contains(snapshotKinds(), k) {
			r.errorf(c.Pos, choose(k, snapshotKinds()), "only cannot be %s", strict.Quote(k))
		}
	}
	if what := strings.Join(c.Only, " and no "); c.Only != nil && len(c.Only) == 0 {
		r.errorf(c.Pos, "name what is compared, or leave only out", "only names nothing, so nothing could differ")
	} else if len(c.Only) > 0 && !slices.ContainsFunc(c.Only, func(k string) bool { return r.has(from, k) }) {
		r.errorf(c.Pos, "name what it has, or leave only out", "%s has no %s, so nothing of it could change", c.Node, what)
	}
	if c.To != "" && (a.Eventually != nil || a.AlwaysFor != nil || a.NeverFor != nil) {
		r.errorf(a.Pos, "remove eventually, always_for or never_for", "two snapshots do not change with time")
	}
}

// Terms are what an assertion asks for beside its fields.
func (a *Assertion) Terms() []string {
	switch {
	case a.Recv != nil:
		return a.Recv.Terms()
	case a.SnapshotDiff != nil:
		c := a.SnapshotDiff
		text := "nothing changed"
		if len(a.Fields()) > 0 {
			text = "nothing else changed"
		}
		if len(c.Only) > 0 {
			text += " of " + strings.Join(c.Only, ", ")
		}
		text += " since " + c.From
		if c.To != "" {
			text += " until " + c.To
		}
		return []string{text}
	}
	return nil
}

// has tells whether a node could ever have a kind of snapshot_diff's only: forwarding
// databases are of bridges, trees of switches that take part in one, leases of interfaces
// with a client. It could where the node or the kind is unknown, which is told elsewhere.
func (r *resolver) has(s *SnapshotStep, kind string) bool {
	if s == nil || r.c.Topology == nil {
		return true
	}
	n := r.c.Topology.Node(s.Node)
	if n == nil {
		return true
	}
	switch kind {
	case "fdb":
		return len(bridges(n)) > 0
	case "stp":
		return n.STP != nil
	case "leases":
		return slices.ContainsFunc(n.Interfaces, func(i *topology.Interface) bool { return i.DHCP != topology.DHCPOff || i.DHCP6 != topology.DHCPOff })
	}
	return true
}
