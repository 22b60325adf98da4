package plan

import (
	"fmt"
	"maps"
	"net"
	"net/netip"
	"slices"
	"strings"
	"time"

	"github.com/netrig/netrig/topology"
)

// Unplugged is the namespace that holds the far ends of interfaces without
// a cable. No node has this name, and the ends in it stay down, so that the
// interfaces see no carrier. It is in a plan only where it is needed.
const Unplugged = "(unplugged)"

// Setting is one kernel setting of a namespace.
type Setting struct {
	Path   string       // below /proc/sys, as in net/ipv4/ip_forward
	Value  string       // as it is written there
	Pos    topology.Pos // of the declaration
	Pinned bool         // set by netrig, not declared: a kernel without it is tolerated
}

// Namespace makes a node: a network namespace with its settings, its
// loopback up and its capture open.
type Namespace struct {
	Node     string
	Settings []Setting
}

// Bridge makes a bridge device (IEEE 802.1D) of a node.
type Bridge struct {
	Node   string
	Name   string
	Index  int
	MAC    net.HardwareAddr // nil: the kernel's choice
	MTU    int              // 0: the smallest of its ports
	STP    *topology.STP    // nil: off
	Ageing time.Duration    // for which an address is remembered; 0: the kernel's choice
	Hub    bool             // repeats to every port, learns nothing
	Named  bool             // it is an interface of the topology
}

// Port sets what a port is in a spanning tree.
type Port struct {
	Node     string
	Name     string
	Index    int
	Cost     int // 0: the kernel's choice
	Priority int
	Pos      topology.Pos
}

// Link makes a cable: two interfaces, straight into their namespaces.
type Link struct {
	A, B End // where one end only has a master, it is A
	Pos  topology.Pos
}

// End is one interface of a link.
type End struct {
	Node   string
	Name   string
	Index  int
	MAC    net.HardwareAddr
	MTU    int
	Master string // the bridge it is a port of; empty for none
	Bridge int    // the index of Master
	Down   bool   // stays down: the interface at the other end has no cable
}

// String returns node:interface.
func (e End) String() string { return e.Node + ":" + e.Name }

// Inside is the namespace in which the links that are programs have their inner ends.
// No node has this name. It is in a plan only where it is needed.
const Inside = "(wires)"

// Wire is a link that is a program: each of its interfaces has a cable to an inner
// end of its own, between which frames are carried.
type Wire struct {
	Link  *topology.Link
	Inner [2]End // of Link.A's cable, of Link.B's
}

// Carrier has the kernel take notice of the carriers of a node's interfaces,
// ports before bridges. It does so in its own time otherwise, and an
// interface drops what it is to send until then.
type Carrier struct {
	Node  string
	Names []string
}

// Offload turns segmentation, receive and checksum offload of an interface
// off, so that its frames are those of a cable.
type Offload struct {
	Node  string
	Name  string
	Index int
}

// Declared writes the settings of single interfaces, which exist only once
// the links do.
type Declared struct {
	Node     string
	Settings []Setting
}

// Address is one static address of an interface.
type Address struct {
	Name   string
	Index  int
	Prefix netip.Prefix
	DAD    bool // it is probed before it is used (RFC 4862, Section 5.4)
	Pos    topology.Pos
}

// AddressSet gives a node its static addresses. They are not probed for
// duplicates unless that is declared.
type AddressSet struct {
	Node      string
	Addresses []Address
}

// Route is one static route.
type Route struct {
	To     netip.Prefix
	Via    netip.Addr // zero: directly on Name
	Name   string     // the interface; empty: the one that reaches Via
	Index  int        // of Name; 0 where Name is empty
	MTU    int        // octets; 0: the interface's
	AdvMSS int        // octets; 0: the kernel's choice
	Metric int
	Type   topology.RouteType
	Pos    topology.Pos
}

// String returns the route as `ip route` takes it.
func (r Route) String() string {
	var b strings.Builder
	if r.Type != topology.Unicast {
		b.WriteString(string(r.Type) + " ")
	}
	if r.To.Bits() == 0 {
		b.WriteString("default")
	} else {
		b.WriteString(r.To.String())
	}
	if r.Via.IsValid() {
		b.WriteString(" via " + r.Via.String())
	}
	if r.Name != "" {
		b.WriteString(" dev " + r.Name)
	}
	for _, n := range []struct {
		word  string
		value int
	}{{"mtu", r.MTU}, {"advmss", r.AdvMSS}, {"metric", r.Metric}} {
		if n.value != 0 {
			fmt.Fprintf(&b, " %s %d", n.word, n.value)
		}
	}
	return b.String()
}

// RouteSet gives a node its static routes.
type RouteSet struct {
	Node   string
	Routes []Route
	Leased bool // the gateways are reached by leased addresses: after the clients
}

// DHCPServer starts a DHCP server.
type DHCPServer struct {
	Node  string
	Index int // of the interface it serves
	Spec  *topology.DHCPServer
}

// DHCPRelay starts a DHCP relay agent.
type DHCPRelay struct {
	Node  string
	Index int // of the interface that its clients are on
	Spec  *topology.DHCPRelay
}

// DNSServer starts an authoritative name server.
type DNSServer struct {
	Node string
	Spec *topology.DNSServer
}

// Resolver starts a recursive name server.
type Resolver struct {
	Node string
	Spec *topology.Resolver
}

// HTTPServer starts a web server.
type HTTPServer struct {
	Node string
	Spec *topology.HTTPServer
}

// Program starts a program, and waits until it listens where it says so.
type Program struct {
	Node string
	Spec *topology.Program
}

// Client gives an interface a DHCP client (RFC 2131). An automatic one is
// started, and boot waits for its lease.
type Client struct {
	Node  string
	Name  string
	Index int
	MAC   net.HardwareAddr
	Auto  bool
	Pos   topology.Pos
}

// Lines implements Op.
func (o Namespace) Lines() []string {
	lines := []string{"ip netns add " + o.Node}
	if o.Node == Unplugged {
		return lines
	}
	lines = append(lines, settingLines(o.Node, o.Settings)...)
	return append(lines, "ip -n "+o.Node+" link set lo up")
}

func settingLines(node string, settings []Setting) []string {
	lines := make([]string, len(settings))
	for i, s := range settings {
		lines[i] = settingLine(node, s)
	}
	return lines
}

func settingLine(node string, s Setting) string {
	value := s.Value
	if strings.ContainsAny(value, " \t") {
		value = "'" + value + "'"
	}
	return fmt.Sprintf("ip netns exec %s sysctl -w %s=%s", node, s.Path, value)
}

// Lines implements Op.
func (o Bridge) Lines() []string {
	var b strings.Builder
	fmt.Fprintf(&b, "ip -n %s link add %s index %d", o.Node, o.Name, o.Index)
	if o.MAC != nil {
		fmt.Fprintf(&b, " address %s", o.MAC)
	}
	if o.MTU != 0 {
		fmt.Fprintf(&b, " mtu %d", o.MTU)
	}
	b.WriteString(" up type bridge mcast_snooping 0")
	if s := o.STP; s != nil {
		fmt.Fprintf(&b, " forward_delay %d hello_time %d max_age %d", s.ForwardDelay/topology.Tick, s.HelloTime/topology.Tick, s.MaxAge/topology.Tick)
		fmt.Fprintf(&b, " stp_state 1 priority %d", s.Priority)
	} else {
		b.WriteString(" stp_state 0")
	}
	if o.Ageing != 0 {
		fmt.Fprintf(&b, " ageing_time %d", o.Ageing/topology.Tick)
	}
	if o.Hub {
		b.WriteString(" ageing_time 0 group_fwd_mask 0xfff8")
	}
	return []string{b.String()}
}

// Lines implements Op.
func (o Port) Lines() []string {
	line := fmt.Sprintf("bridge -n %s link set dev %s priority %d", o.Node, o.Name, o.Priority)
	if o.Cost != 0 {
		line += fmt.Sprintf(" cost %d", o.Cost)
	}
	return []string{line}
}

// Lines implements Op.
func (o Link) Lines() []string {
	var b strings.Builder
	b.WriteString("ip link add")
	o.A.print(&b)
	if o.A.Master != "" {
		b.WriteString(" master " + o.A.Master)
	}
	if !o.A.Down {
		b.WriteString(" up")
	}
	b.WriteString(" type veth peer")
	o.B.print(&b)
	lines := []string{b.String()}
	if !o.B.Down {
		up := fmt.Sprintf("ip -n %s link set %s", o.B.Node, o.B.Name)
		if o.B.Master != "" {
			up += " master " + o.B.Master
		}
		lines = append(lines, up+" up")
	}
	return lines
}

func (e End) print(b *strings.Builder) {
	fmt.Fprintf(b, " netns %s name %s index %d", e.Node, e.Name, e.Index)
	if e.MAC != nil {
		fmt.Fprintf(b, " address %s", e.MAC)
	}
	if e.MTU != 0 {
		fmt.Fprintf(b, " mtu %d", e.MTU)
	}
}

// Lines implements Op. No command does it.
func (o Wire) Lines() []string {
	return []string{fmt.Sprintf("# carry frames between %s and %s as %s", o.Inner[0], o.Inner[1], o.Link.Wire)}
}

// Lines implements Op. It is the kernel's own side effect of the question.
func (o Carrier) Lines() []string {
	lines := make([]string, len(o.Names))
	for i, name := range o.Names {
		lines[i] = fmt.Sprintf("ip -n %s link show %s", o.Node, name)
	}
	return lines
}

// Lines implements Op.
func (o Offload) Lines() []string {
	return []string{fmt.Sprintf("ip netns exec %s ethtool -K %s tx off rx off sg off tso off gso off gro off", o.Node, o.Name)}
}

// Lines implements Op.
func (o Declared) Lines() []string { return settingLines(o.Node, o.Settings) }

// Lines implements Op.
func (o AddressSet) Lines() []string {
	var lines []string
	for _, a := range o.Addresses {
		line := fmt.Sprintf("ip -n %s address add %s dev %s", o.Node, a.Prefix, a.Name)
		if a.Prefix.Addr().Is6() && !a.DAD {
			line += " nodad"
		}
		lines = append(lines, line)
	}
	return lines
}

// Lines implements Op.
func (o RouteSet) Lines() []string {
	var lines []string
	for _, r := range o.Routes {
		lines = append(lines, fmt.Sprintf("ip -n %s route add %s", o.Node, r))
	}
	return lines
}

// Lines implements Op.
func (o DHCPServer) Lines() []string {
	var pools []string
	lends := func(of string, p *topology.DHCPPool) {
		if p.First.IsValid() {
			pools = append(pools, fmt.Sprintf("%s%s-%s for %s, %d reserved", of, p.First, p.Last, p.Lease, len(p.Reservations)))
		}
	}
	lends("", &o.Spec.DHCPPool)
	for i := range o.Spec.Subnets {
		lends(o.Spec.Subnets[i].Network.String()+" ", &o.Spec.Subnets[i].DHCPPool)
	}
	return []string{fmt.Sprintf("serve dhcp on %s: %s", o.Spec.Interface, strings.Join(pools, "; "))}
}

// Lines implements Op.
func (o DHCPRelay) Lines() []string {
	servers := make([]string, len(o.Spec.Server))
	for i, a := range o.Spec.Server {
		servers[i] = a.String()
	}
	line := fmt.Sprintf("relay dhcp on %s: to %s, %d hops at most", o.Spec.Interface, strings.Join(servers, " "), o.Spec.MaxHops)
	if o.Spec.CircuitID != "" || o.Spec.RemoteID != "" {
		line += fmt.Sprintf(", with option 82: circuit %q, remote %q", o.Spec.CircuitID, o.Spec.RemoteID)
	}
	return []string{line}
}

// Lines implements Op.
func (o DNSServer) Lines() []string {
	origins := make([]string, len(o.Spec.Zones))
	for i, z := range o.Spec.Zones {
		origins[i] = z.Origin
	}
	return []string{fmt.Sprintf("serve dns on %s: zones %s", o.Spec.Listen, strings.Join(origins, " "))}
}

// Lines implements Op.
func (o Resolver) Lines() []string {
	return []string{fmt.Sprintf("serve dns on %s: recursive, from %d roots", o.Spec.Listen, len(o.Spec.Roots))}
}

// Lines implements Op.
func (o HTTPServer) Lines() []string {
	var parts []string
	if o.Spec.Root != "" {
		parts = append(parts, "files of "+o.Spec.Root)
	}
	if len(o.Spec.Answers) > 0 {
		parts = append(parts, fmt.Sprintf("%d fixed answers", len(o.Spec.Answers)))
	}
	if o.Spec.Echo != "" {
		parts = append(parts, "echo at "+o.Spec.Echo)
	}
	if parts == nil {
		parts = []string{"nothing"}
	}
	scheme := "http"
	if t := o.Spec.TLS; t != nil {
		scheme = "https"
		parts = append(parts, fmt.Sprintf("TLS %s to %s", t.Min, t.Max))
	}
	return []string{fmt.Sprintf("serve %s on %s: %s", scheme, o.Spec.Listen, strings.Join(parts, ", "))}
}

// Lines implements Op.
func (o Program) Lines() []string {
	words := []string{"ip netns exec", o.Node}
	if len(o.Spec.Env) > 0 {
		words = append(words, "env")
	}
	for _, k := range slices.Sorted(maps.Keys(o.Spec.Env)) {
		words = append(words, fmt.Sprintf("%s=%q", k, o.Spec.Env[k]))
	}
	line := strings.Join(append(append(words, o.Spec.Command...), "&"), " ")
	if o.Spec.Ready == "" {
		return []string{line}
	}
	return []string{line, "wait until " + o.Spec.Ready + " listens"}
}

// Lines implements Op.
func (o Client) Lines() []string {
	if o.Auto {
		return []string{"lease an address for " + o.Name + " by DHCP"}
	}
	return []string{"a DHCP client stands by for " + o.Name}
}
