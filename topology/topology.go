package topology

import (
	"io/fs"
	"maps"
	"net"
	"net/netip"
	"slices"
	"time"

	"github.com/netrig/netrig/internal/strict"
)

// Pos is a place in the topology file.
type Pos = strict.Pos

// Diagnostic is one mistake in a topology file.
type Diagnostic = strict.Diagnostic

// Diagnostics is all mistakes of a topology file. It is an error.
type Diagnostics = strict.Diagnostics

// Topology is a network as declared, with ranges expanded, defaults
// applied and every name resolved. It is a plain value: nothing in it
// refers to a kernel.
type Topology struct {
	Name  string
	File  string // the file it was read from; empty for one built in Go
	FS    fs.FS  // where zone files and HTTP roots are; nil if it was only parsed
	Dir   string // the folder in FS that relative paths of services start from, "." for its root
	Nodes []*Node
	Links []*Link
}

// Node returns the node of that name, nil if there is none.
func (t *Topology) Node(name string) *Node {
	for _, n := range t.Nodes {
		if n.Name == name {
			return n
		}
	}
	return nil
}

// Kind tells what a node does with frames that are not its own.
type Kind string

// The kinds of node.
const (
	Host   Kind = "host"   // drops them
	Switch Kind = "switch" // a learning bridge (IEEE 802.1D)
	Hub    Kind = "hub"    // repeats them to every other port, learns nothing
	Router Kind = "router" // forwards packets between its interfaces (RFC 1812)
)

// Node is one machine of the network.
type Node struct {
	Name       string
	Kind       Kind
	Pos        Pos
	Interfaces []*Interface // in declared order; a switch's ports in the order of the links
	Routes     []Route
	Masquerade []string // interfaces whose outgoing IPv4 traffic takes the interface's address (RFC 3022 NAPT)
	Forwards   []PortForward
	Firewall   Firewall
	Services   Services
	Sysctls    []Sysctl
	IPv6       bool          // false: disabled on every interface of the node
	Offload    bool          // false: frames look as they would on a cable (no TSO, GSO, GRO, checksum offload)
	STP        *STP          // switches: spanning tree (IEEE 802.1D); nil: off
	Ageing     time.Duration // switches: for how long an address is remembered; 0: DefaultAgeing
	Intended   []string
}

// DefaultAgeing is for how long a switch remembers an address where nothing is
// declared (IEEE 802.1D, Table 7-5).
const DefaultAgeing = 5 * time.Minute

// Interface returns the node's interface of that name, nil if there is none.
func (n *Node) Interface(name string) *Interface {
	for _, i := range n.Interfaces {
		if i.Name == name {
			return i
		}
	}
	return nil
}

// Bridges reports whether the node joins its ports into one link layer.
func (n *Node) Bridges() bool { return n.Kind == Switch || n.Kind == Hub }

// DHCPMode tells who starts the DHCP client of an interface.
type DHCPMode string

// The DHCP client modes of an interface.
const (
	DHCPOff    DHCPMode = ""       // no client
	DHCPAuto   DHCPMode = "auto"   // boot starts it and waits for the lease
	DHCPManual DHCPMode = "manual" // a dhcp step starts it
	DHCPInform DHCPMode = "inform" // of DHCPv6: boot asks for settings alone, and waits for them
)

// Interface is one network interface of a node.
type Interface struct {
	Name      string
	Pos       Pos
	MAC       net.HardwareAddr // never nil: declared, or counted up from 02:00:00:00:00:01
	MTU       int              // octets of payload, 1500 unless declared
	Addresses []netip.Prefix
	DHCP      DHCPMode
	DHCP6     DHCPMode
	SLAAC     bool         // addresses and routes are made of router advertisements (RFC 4862)
	DAD       bool         // IPv6 addresses are probed before they are used (RFC 4862, Section 5.4)
	Gateways  []netip.Addr // default gateways, at most one of each family
	DNS       []netip.Addr
	Ports     []string // the interfaces this one bridges; it is then a bridge of its node
	Master    string   // the bridge this interface is a port of, on the same node
}

// Route is a static route of a node.
type Route struct {
	Pos       Pos
	To        netip.Prefix // 0.0.0.0/0 or ::/0 for default
	Via       netip.Addr   // zero: directly on Interface
	Interface string       // empty: the one that reaches Via
	MTU       int          // path MTU in octets, 0 for the interface's
	AdvMSS    int          // the MSS offered to TCP peers on this route, 0 for the kernel's choice
	Metric    int
	Type      RouteType
}

// RouteType tells what becomes of packets that a route is for.
type RouteType string

// The types of routes. Those that are not Unicast have neither Via nor
// Interface.
const (
	Unicast     RouteType = ""            // they are sent on
	Unreachable RouteType = "unreachable" // they are answered with ICMP "host unreachable"
	Prohibit    RouteType = "prohibit"    // with ICMP "administratively prohibited"
	Blackhole   RouteType = "blackhole"   // they vanish
)

// PortForward hands what comes for a port of the router's own addresses to a
// host behind it (RFC 3022).
type PortForward struct {
	Pos      Pos
	Protocol string // tcp or udp
	Port     uint16
	To       netip.AddrPort
	In       []string // interfaces that it comes in by
}

// Firewall is the packet filter of a node: rules by where it meets a packet.
// The first rule that matches decides; what none matches is accepted.
type Firewall struct {
	Input   []FilterRule // packets for the node itself
	Forward []FilterRule // packets that it forwards
	Output  []FilterRule // packets that it sends
}

// Any reports whether there is a rule.
func (f *Firewall) Any() bool { return len(f.Input)+len(f.Forward)+len(f.Output) > 0 }

// Tracks reports whether a rule looks at what a packet is to its connection.
func (f *Firewall) Tracks() bool {
	tracks := func(r FilterRule) bool { return len(r.States) > 0 }
	return slices.ContainsFunc(f.Input, tracks) || slices.ContainsFunc(f.Forward, tracks) || slices.ContainsFunc(f.Output, tracks)
}

// Action is what becomes of a packet.
type Action string

// The actions.
const (
	Accept Action = "accept"
	Drop   Action = "drop"   // without a word
	Reject Action = "reject" // with an ICMP error, port unreachable
	Reset  Action = "reset"  // of TCP, with an RST
	Clamp  Action = "clamp"  // the MSS of a TCP SYN is lowered to what the path takes; the next rule decides
)

// FilterRule is one rule. It matches packets that have everything it says.
type FilterRule struct {
	Pos              Pos
	Do               Action
	In, Out          string       // interfaces; empty: any
	From, To         netip.Prefix // zero: any
	Protocol         string       // tcp, udp, icmp or icmpv6; empty: any
	SourcePort, Port PortRange    // zero: any
	Type, Code       *uint8       // of icmp and icmpv6; nil: any
	States           []string     // new, established, related, invalid: one of these; empty: any
}

// PortRange is ports from First to Last. The zero value is any port.
type PortRange struct{ First, Last uint16 }

// Sysctl is one kernel setting of a node's network namespace, by its
// dotted name below /proc/sys, as in net.ipv4.tcp_timestamps.
type Sysctl struct {
	Pos   Pos
	Key   string
	Value string
}

// Link is a cable between two interfaces.
type Link struct {
	Pos      Pos
	A, B     Endpoint
	Wire     *Wire // nil: frames pass at once and unchanged
	Intended []string
}

// Wire makes a link a program that carries every frame, and can delay, lose and
// change it.
type Wire struct {
	Media string // the preset that the lines were taken from; empty for none
	There Line   // from A to B
	Back  Line   // from B to A
}

// String tells what is declared of the wire, as in `rate 100mbit delay 5ms`, and of
// the way back where that is another; `at once` where nothing is.
func (w *Wire) String() string {
	s := w.There.String()
	if w.Back != w.There {
		s += ", back " + w.Back.String()
	}
	return s
}

// Line is what one direction of a wire does to the frames on it. The zero Line
// carries all of them at once.
type Line struct {
	Rate      uint64        // bits per second, of frames as a capture shows them; 0: no limit
	Queue     int           // frames that wait for the rate before the next is dropped; 0: DefaultQueue
	Delay     time.Duration // of every frame
	Jitter    time.Duration // the delay is as likely to be this much less as more, or between; order is kept
	Loss      float64       // chance, from 0 to 1, that a frame is lost
	Duplicate float64       // that it arrives twice
	Reorder   float64       // that the next frame overtakes it
	Corrupt   float64       // that one of its bits is flipped
	Pad       bool          // shorter frames are padded to 60 octets, as Ethernet does
}

// DefaultQueue is how many frames wait where no queue is declared.
const DefaultQueue = 1000

// String returns the link as it is written: `pc1:eth0 -- sw:pc1`.
func (l *Link) String() string { return l.A.String() + " -- " + l.B.String() }

// Endpoint is one end of a link. Interface is never empty in a parsed
// topology: the ports of switches and hubs are named after the node at the
// other end.
type Endpoint struct {
	Node      string
	Interface string
}

// String returns node:interface.
func (e Endpoint) String() string { return e.Node + ":" + e.Interface }

// Services are the servers a node runs, by protocol, in declared order.
type Services struct {
	DHCP      []*DHCPServer
	DHCPRelay []*DHCPRelay
	DHCP6     []*DHCP6Server
	RA        []*Advertiser
	DNS       []*DNSServer
	Resolver  []*Resolver
	HTTP      []*HTTPServer
	Exec      []*Program
}

// DNSServer is an authoritative name server (RFC 1034, 1035).
type DNSServer struct {
	Pos    Pos
	Listen string // host:port, as in ":53"; the default
	Zones  []Zone
}

// Zone is one zone in master-file format (RFC 1035, Section 5): either a
// File, relative to the topology, or the Records themselves.
type Zone struct {
	Pos     Pos
	Origin  string // fully qualified, "." for the root
	File    string
	Records string
}

// Resolver is a recursive name server that starts at the root hints.
type Resolver struct {
	Pos    Pos
	Listen string // host:port; ":53" unless declared
	Roots  []RootHint
}

// RootHint is the name and address of one root server.
type RootHint struct {
	Name    string
	Address netip.Addr
}

// HTTPServer is an HTTP/1.1 server (RFC 9112).
type HTTPServer struct {
	Pos     Pos
	Listen  string // host:port; ":80" unless declared, ":443" with TLS
	TLS     *TLS   // it speaks HTTPS; nil: HTTP
	Root    string // folder of static files, relative to the topology; empty for none
	Answers []HTTPAnswer
	Echo    string // the path that answers with the request it got; empty for none
}

// TLS is how a server speaks TLS (RFC 8446), and by which certificate. Without files of its
// own it gets one when the lab boots.
type TLS struct {
	Pos         Pos
	Names       []string    // names and addresses of the certificate; empty: those that the node is known by
	Issuer      TLSIssuer   // IssuerLab unless declared
	Valid       TLSValidity // ValidNow unless declared
	Certificate string      // PEM file of a certificate, relative to the topology; empty: one is made
	Key         string      // PEM file of its key
	Min, Max    string      // the versions that it speaks, as in "1.3"; "1.2" to "1.3" unless declared
	ALPN        []string    // protocols it offers, the one it likes best first; h2 and http/1.1 unless declared
}

// TLSIssuer is who signs a server's certificate.
type TLSIssuer string

// The issuers.
const (
	IssuerLab     TLSIssuer = "lab"     // an authority that every node trusts
	IssuerSelf    TLSIssuer = "self"    // the certificate itself
	IssuerUnknown TLSIssuer = "unknown" // an authority that no node trusts
)

// TLSValidity is when a server's certificate is valid.
type TLSValidity string

// The validities.
const (
	ValidNow     TLSValidity = "now"     // while the lab runs
	ValidExpired TLSValidity = "expired" // until an hour before it booted
	ValidNotYet  TLSValidity = "not-yet" // from an hour after it booted on
)

// TLSVersions are the versions of TLS that a server or a client can speak, the oldest
// first: TLS 1.0 and 1.1 (RFC 8996), 1.2 (RFC 5246) and 1.3 (RFC 8446).
func TLSVersions() []string { return []string{"1.0", "1.1", "1.2", "1.3"} }

// ALPNProtocols are what can be negotiated (RFC 7301): HTTP/2 and HTTP/1.1.
func ALPNProtocols() []string { return []string{"h2", "http/1.1"} }

// HTTPAnswer is a fixed answer to one path.
type HTTPAnswer struct {
	Pos     Pos
	Path    string
	Status  int // 200 unless declared
	Headers map[string]string
	Body    string
}

// Program is a program that runs in a node from boot to the lab's end.
type Program struct {
	Pos     Pos
	Command []string // program and arguments, no shell
	Env     map[string]string
	Dir     string // relative to the topology
	Ready   string // network/host:port that must be listening before boot is over, as in "tcp/:8080"; empty: do not wait
}

// Count returns how many servers there are, by their names in the file.
func (s *Services) Count() map[string]int {
	all := map[string]int{
		"dhcp": len(s.DHCP), "dhcp_relay": len(s.DHCPRelay), "dhcp6": len(s.DHCP6), "ra": len(s.RA),
		"dns": len(s.DNS), "resolver": len(s.Resolver), "http": len(s.HTTP), "exec": len(s.Exec),
	}
	maps.DeleteFunc(all, func(_ string, n int) bool { return n == 0 })
	return all
}
