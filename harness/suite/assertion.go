package suite

import (
	"time"

	"go.yaml.in/yaml/v4"

	"github.com/netrig/netrig/harness/filter"
	"github.com/netrig/netrig/harness/packet"
	"github.com/netrig/netrig/internal/strict"
)

// Kind is what an assertion is about.
type Kind string

// The kinds of assertion.
const (
	KindSequence  Kind = "sequence"
	KindNever     Kind = "never"
	KindCount     Kind = "count"
	KindLink      Kind = "link"
	KindAddress   Kind = "address"
	KindRoute     Kind = "route"
	KindNeighbor  Kind = "neighbor"
	KindSocket    Kind = "socket"
	KindDHCPLease Kind = "dhcp_lease"
	KindFDB       Kind = "fdb"
	KindSTP       Kind = "stp"
	KindListen    Kind = "listen"
	KindRouteGet  Kind = "route_get"
	KindCounter   Kind = "counter"
	KindSysctl    Kind = "sysctl"
	KindDNS       Kind = "dns"
	KindHTTP      Kind = "http"
	KindPing      Kind = "ping"
	KindPath      Kind = "path"
	KindExec      Kind = "exec"
	KindRecv      Kind = "recv"

	KindDHCP6Lease   Kind = "dhcp6_lease"
	KindSnapshotDiff Kind = "snapshot_diff"
)

// Assertion is one thing that is to be true of what was recorded. It is
// about frames (At with Sequence, Never or Count, alone or together), about
// a node's state (one of Link to Listen) or about an answer a node
// gets (one of RouteGet to Recv).
type Assertion struct {
	Pos    Pos
	Index  int    // place in the case, from 0; -1 in a wait step
	Step   int    // the wait step's Index, where Index is -1
	Kind   Kind   // of frames: the first of Sequence, Never, Count that is set
	Name   string // never empty; unique in its case
	Points int    // earned when it passes
	Hint   string // for who failed it
	Not    bool   // it is to fail

	Eventually *time.Duration // it is to hold once within that time
	AlwaysFor  *time.Duration // it is to hold for that long
	NeverFor   *time.Duration // it is not to hold for that long

	At       *At // where the frames are looked at; each step may have its own
	Order    Order
	Sequence []*SequenceStep
	Never    []*Never
	Count    []*Count

	Link       *LinkCheck
	Address    *AddressCheck
	Route      *RouteCheck
	Neighbor   *NeighborCheck
	Socket     *SocketCheck
	DHCPLease  *DHCPLeaseCheck
	DHCP6Lease *DHCP6LeaseCheck
	FDB        *FDBCheck
	STP        *STPCheck
	Listen     *ListenCheck

	RouteGet *RouteGetCheck
	Counter  *CounterCheck
	Sysctl   *SysctlCheck

	SnapshotDiff *SnapshotDiffCheck

	DNS  *DNSCheck
	HTTP *HTTPCheck
	Ping *PingCheck
	Path *PathCheck
	Exec *ExecCheck
	Recv *RecvCheck
}

// Mode is how an assertion relates to time.
type Mode string

// The modes.
const (
	Eventually Mode = "eventually"
	AlwaysFor  Mode = "always_for"
	NeverFor   Mode = "never_for"
)

// DefaultEventually is how long an assertion may take to come true that
// says nothing about time.
const DefaultEventually = 2 * time.Second

// Time returns how the assertion relates to time: for how long, after the
// last step, it is looked at.
func (a *Assertion) Time() (Mode, time.Duration) {
	switch {
	case a.AlwaysFor != nil:
		return AlwaysFor, *a.AlwaysFor
	case a.NeverFor != nil:
		return NeverFor, *a.NeverFor
	case a.Eventually != nil:
		return Eventually, *a.Eventually
	}
	return Eventually, DefaultEventually
}

// OverFrames reports whether the assertion is about frames.
func (a *Assertion) OverFrames() bool {
	switch a.Kind {
	case KindSequence, KindNever, KindCount:
		return true
	default:
		return false
	}
}

// OverState reports whether the assertion is about the state of Node, so
// that a Snapshot must be observed for it.
func (a *Assertion) OverState() bool {
	switch a.Kind {
	case KindLink, KindAddress, KindRoute, KindNeighbor, KindSocket, KindDHCPLease, KindFDB, KindSTP, KindListen, KindSysctl, KindDHCP6Lease:
		return true
	case KindSnapshotDiff:
		return a.SnapshotDiff.To == ""
	default:
		return false
	}
}

// Asks reports whether Node must ask the network something for the
// assertion, so that an Answer must be observed. An assertion about a step's
// answer (`of:`) asks nothing.
func (a *Assertion) Asks() bool {
	switch a.Kind {
	case KindDNS, KindHTTP, KindPing, KindPath, KindExec:
		return a.Of() == ""
	default:
		return a.AsksKernel()
	}
}

// AsksKernel reports whether it is Node's own kernel that is asked: nothing is
// sent, and the answer comes at once.
func (a *Assertion) AsksKernel() bool { return a.Kind == KindRouteGet || a.Kind == KindCounter }

// Of returns the name of the step whose answer or snapshot the assertion
// judges, "" if there is none.
func (a *Assertion) Of() string {
	switch {
	case a.DNS != nil:
		return a.DNS.Of
	case a.HTTP != nil:
		return a.HTTP.Of
	case a.Ping != nil:
		return a.Ping.Of
	case a.Path != nil:
		return a.Path.Of
	case a.Exec != nil:
		return a.Exec.Of
	case a.Recv != nil:
		return a.Recv.Of
	case a.SnapshotDiff != nil:
		return a.SnapshotDiff.To
	}
	return ""
}

// Node returns the node that is observed or asks, "" for an assertion
// about frames or a step's answer.
func (a *Assertion) Node() string {
	switch {
	case a.Link != nil:
		return a.Link.Node
	case a.Address != nil:
		return a.Address.Node
	case a.Route != nil:
		return a.Route.Node
	case a.Neighbor != nil:
		return a.Neighbor.Node
	case a.Socket != nil:
		return a.Socket.Node
	case a.DHCPLease != nil:
		return a.DHCPLease.Node
	case a.DHCP6Lease != nil:
		return a.DHCP6Lease.Node
	case a.FDB != nil:
		return a.FDB.Node
	case a.STP != nil:
		return a.STP.Node
	case a.Listen != nil:
		return a.Listen.Node
	case a.RouteGet != nil:
		return a.RouteGet.Node
	case a.Counter != nil:
		return a.Counter.Node
	case a.Sysctl != nil:
		return a.Sysctl.Node
	case a.SnapshotDiff != nil:
		return a.SnapshotDiff.Node
	case a.DNS != nil:
		return a.DNS.From
	case a.HTTP != nil:
		return a.HTTP.From
	case a.Ping != nil:
		return a.Ping.From
	case a.Path != nil:
		return a.Path.From
	case a.Exec != nil:
		return a.Exec.Node
	}
	return ""
}

// At is where frames are looked at.
type At struct {
	Pos    Pos
	Text   string  // as written
	Points []Point // every capture point it stands for, each once

	names []placed
}

// Point is one capture point. Frames of several points are looked at in
// time order.
type Point struct {
	Name string // node:interface
	Sent bool   // only the frames that the node sends there: at both ends of a link each frame counts once
}

// Match is a Wireshark display filter.
type Match struct {
	Pos    Pos
	Text   string
	Filter *filter.Filter

	style yaml.Style
}

// Order is how the steps of a sequence lie in time.
type Order string

// The orders.
const (
	Subsequence Order = "subsequence" // one after the other, other frames in between; the default
	Strict      Order = "strict"      // one after the other, nothing in between
	AnyOrder    Order = "any"         // whichever way
)

// SequenceStep is one step of a sequence. Without Counted it matches one
// frame and passes over others like it. With it, it takes every frame that
// matches until the next step's first, and their number must lie in range.
type SequenceStep struct {
	Pos     Pos
	At      *At // the assertion's unless declared
	Match   *Match
	As      string
	Counted bool
	Count   Range // 1..1 unless Counted
	Within  *Within
}

// Range is a range of whole numbers, both ends included.
type Range struct {
	Min int
	Max int // -1: no upper end
}

// Within bounds the time from an earlier frame to each frame of a step, by
// the frames' timestamps.
type Within struct {
	Pos   Pos
	After Ref           `yaml:"after,required" doc:"The earlier frame: NAME, NAME.first or NAME.last."`
	Min   time.Duration `yaml:"min" doc:"The shortest time after it, by the frames' timestamps; 0s if left out."`
	Max   time.Duration `yaml:"max" doc:"The longest time after it; without end if left out."`
}

// Ref names a frame that an earlier step bound: NAME, NAME.first, NAME.last.
type Ref struct {
	Pos  Pos
	Name string // empty where it was left out
	Last bool   // the last of the frames bound, not the first
}

// Never is a frame that must not be seen. From and Until narrow where it is
// looked for to after and before a frame of the sequence beside it.
type Never struct {
	Pos   Pos
	At    *At
	Match *Match
	From  Ref
	Until Ref
}

// Count bounds how many frames match.
type Count struct {
	Pos   Pos
	At    *At
	Match *Match
	Range Range
	Per   *packet.Info // the range holds for each value of this field by itself; nil: for all together
	From  Ref
	Until Ref

	per *placed
}

// LinkCheck is about a node's interfaces.
type LinkCheck struct {
	Pos       Pos
	Node      string   `yaml:"node,required" doc:"The node that is looked at."`
	Interface *Matcher `yaml:"interface" doc:"Its interface."`
	Up        *Matcher `yaml:"up" doc:"On where its owner has it up."`
	Carrier   *Matcher `yaml:"carrier" doc:"On where the other end is there and up."`
	MTU       *Matcher `yaml:"mtu" doc:"Its MTU, in octets."`
	MAC       *Matcher `yaml:"mac" doc:"A MAC address, or NODE.INTERFACE for that interface's."`
	Count     *Matcher `yaml:"count" doc:"How many items match the other fields; without it, one at least."`
}

// AddressCheck is about the addresses of a node's interfaces.
type AddressCheck struct {
	Pos       Pos
	Node      string   `yaml:"node,required" doc:"The node that is looked at."`
	Interface *Matcher `yaml:"interface" doc:"Its interface."`
	Address   *Matcher `yaml:"address" doc:"The address, with or without its prefix length, or NODE.INTERFACE."`
	Length    *Matcher `yaml:"length" doc:"Length of its prefix, in bits."`
	Flags     *Matcher `yaml:"flags" doc:"What ip-address(8) calls its flags."`
	Protocol  *Matcher `yaml:"protocol" doc:"Who gave it."`
	Valid     *Matcher `yaml:"valid" doc:"What is left of its lifetime; absent where it has no end."`
	Preferred *Matcher `yaml:"preferred" doc:"What is left of its lifetime for new connections; absent where it has no end."`
	Count     *Matcher `yaml:"count" doc:"How many items match the other fields; without it, one at least."`
}

// RouteCheck is about a node's main routing table.
type RouteCheck struct {
	Pos       Pos
	Node      string   `yaml:"node,required" doc:"The node that is looked at."`
	To        *Matcher `yaml:"to" doc:"default, a network, or an address."`
	Via       *Matcher `yaml:"via" doc:"The next hop: an address or NODE.INTERFACE."`
	Interface *Matcher `yaml:"interface" doc:"The interface it leaves by."`
	Source    *Matcher `yaml:"source" doc:"The address that the node sends from."`
	Metric    *Matcher `yaml:"metric" doc:"Its metric; the smaller one wins."`
	Protocol  *Matcher `yaml:"protocol" doc:"Who made it: kernel, boot, static, dhcp, ra ..."`
	Scope     *Matcher `yaml:"scope" doc:"Its scope."`
	Type      *Matcher `yaml:"type" doc:"Its type."`

	Preference *Matcher `yaml:"preference" doc:"Of IPv6: its preference (RFC 4191)."`
	Expires    *Matcher `yaml:"expires" doc:"What is left of its lifetime; absent where it has no end."`
	Count      *Matcher `yaml:"count" doc:"How many items match the other fields; without it, one at least."`
}

// NeighborCheck is about a node's ARP and NDP caches.
type NeighborCheck struct {
	Pos       Pos
	Node      string   `yaml:"node,required" doc:"The node that is looked at."`
	IP        *Matcher `yaml:"ip" doc:"The neighbor's address, or NODE.INTERFACE."`
	Interface *Matcher `yaml:"interface" doc:"The interface it is known at."`
	MAC       *Matcher `yaml:"mac" doc:"Its MAC address, or NODE.INTERFACE for that interface's."`
	State     *Matcher `yaml:"state" doc:"State of the entry (RFC 4861, Section 7.3.2)."`
	Count     *Matcher `yaml:"count" doc:"How many items match the other fields; without it, one at least."`
}

// SocketCheck is about a node's TCP and UDP sockets.
type SocketCheck struct {
	Pos     Pos
	Node    string   `yaml:"node,required" doc:"The node that is looked at."`
	Network *Matcher `yaml:"network" doc:"Its network."`
	Local   *Matcher `yaml:"local" doc:"Its own end: ADDRESS:PORT, :PORT or ADDRESS."`
	Remote  *Matcher `yaml:"remote" doc:"The other end: ADDRESS:PORT, :PORT or ADDRESS."`
	State   *Matcher `yaml:"state" doc:"Its state (RFC 9293, Section 3.3.2); UNCONN of UDP."`
	Count   *Matcher `yaml:"count" doc:"How many items match the other fields; without it, one at least."`
}

// DHCPLeaseCheck is about what a node's own DHCP clients hold.
type DHCPLeaseCheck struct {
	Pos       Pos
	Node      string   `yaml:"node,required" doc:"The node that is looked at."`
	Interface *Matcher `yaml:"interface" doc:"The interface whose client it is."`
	State     *Matcher `yaml:"state" doc:"State of the client (RFC 2131, Section 4.4)."`
	Address   *Matcher `yaml:"address" doc:"The address that it holds, with or without length."`
	Server    *Matcher `yaml:"server" doc:"The server's address."`
	Router    *Matcher `yaml:"router" doc:"The routers that the server named."`
	DNS       *Matcher `yaml:"dns" doc:"The name servers that the server named."`
	Domain    *Matcher `yaml:"domain" doc:"The domain that the server named."`
	Duration  *Matcher `yaml:"duration" doc:"For how long the address is lent."`
	Count     *Matcher `yaml:"count" doc:"How many items match the other fields; without it, one at least."`
}

// SysctlCheck is about a kernel setting of a node.
type SysctlCheck struct {
	Pos   Pos
	Node  string   `yaml:"node,required" doc:"The node that is looked at."`
	Key   string   `yaml:"key,required" doc:"The setting, by its dotted name below net."`
	Value *Matcher `yaml:"value,required" doc:"Its value: text, or a number where it is compared as one."`

	Path   string // below /proc/sys
	Number bool   // it is compared as one
}

// SnapshotDiffCheck is about what has changed since a snapshot step. What it
// has no matcher for there is to be none of.
type SnapshotDiffCheck struct {
	Pos     Pos
	From    string              `yaml:"from,required" doc:"The snapshot step that is compared with."`
	To      string              `yaml:"to" doc:"Another snapshot step; the state now if left out."`
	Only    strict.List[string] `yaml:"only" doc:"Kinds that are compared: interfaces, addresses, routes, neighbors, sockets, fdb, stp, leases; all if left out."`
	Added   *Matcher            `yaml:"added" doc:"Lines that are new; none if left out."`
	Removed *Matcher            `yaml:"removed" doc:"Lines that are gone; none if left out."`
	Changed *Matcher            `yaml:"changed" doc:"Lines BEFORE -> AFTER; none if left out."`

	Node string
}

// DNSCheck is about the answer to a question.
type DNSCheck struct {
	Pos     Pos
	DNS     `yaml:",inline"`
	Of      string   `yaml:"of" doc:"The name of a step whose answer is judged; nothing is asked then."`
	Rcode   *Matcher `yaml:"rcode" doc:"The response code."`
	Answer  *Matcher `yaml:"answer" doc:"Data of the records of the asked type; names end in a dot."`
	Records *Matcher `yaml:"records" doc:"The answer section."`
	Over    *Matcher `yaml:"over" doc:"The network that the answer came by."`
	Took    *Matcher `yaml:"took" doc:"From the question to the answer."`
	Error   *Matcher `yaml:"error" doc:"What stood in the way of an answer; there is to be nothing unless this is given."`
}

// HTTPCheck is about the response to a request.
type HTTPCheck struct {
	Pos         Pos
	From        string               `yaml:"from" doc:"The node that asks."`
	URL         string               `yaml:"url" doc:"http://HOST/PATH, or https."`
	Request     HTTPFields           `yaml:"request" doc:"What else the request has."`
	Of          string               `yaml:"of" doc:"The name of a step whose answer is judged; nothing is asked then."`
	Status      *Matcher             `yaml:"status" doc:"Its status."`
	Proto       *Matcher             `yaml:"proto" doc:"Its version, as in HTTP/1.1."`
	Header      strict.Map[*Matcher] `yaml:"header" doc:"Headers of the response, by name."`
	Body        *Matcher             `yaml:"body" doc:"Its first 64 KiB."`
	Size        *Matcher             `yaml:"size" doc:"Octets of its body."`
	SHA256      *Matcher             `yaml:"sha256" doc:"SHA-256 of its body, in hexadecimal."`
	Remote      *Matcher             `yaml:"remote" doc:"The server's end of the connection: ADDRESS:PORT, :PORT or ADDRESS."`
	Local       *Matcher             `yaml:"local" doc:"The client's end of the connection."`
	Sent        *Matcher             `yaml:"sent" doc:"Octets of the request."`
	TLS         *Matcher             `yaml:"tls" doc:"The version of TLS, as in 1.3; none of an http URL."`
	Cipher      *Matcher             `yaml:"cipher" doc:"Its cipher suite, as in TLS_AES_128_GCM_SHA256."`
	ALPN        *Matcher             `yaml:"alpn" doc:"The protocol that was negotiated: h2 or http/1.1."`
	Certificate *Matcher             `yaml:"certificate" doc:"Names and addresses of the server's certificate."`
	Issuer      *Matcher             `yaml:"issuer" doc:"Common name of who issued it."`
	Took        *Matcher             `yaml:"took" doc:"From the question to the answer."`
	Error       *Matcher             `yaml:"error" doc:"What stood in the way of an answer; there is to be nothing unless this is given."`
}

// HTTP returns the request as a step would send it.
func (c *HTTPCheck) HTTP() *HTTP {
	return &HTTP{Pos: c.Pos, From: c.From, URL: c.URL, HTTPFields: c.Request}
}

// PingCheck is about the replies to echo requests. Without matchers every
// request is to be answered.
type PingCheck struct {
	Pos      Pos
	Ping     `yaml:",inline"`
	Of       string   `yaml:"of" doc:"The name of a step whose answer is judged; nothing is asked then."`
	Received *Matcher `yaml:"received" doc:"Requests that were answered; all of them if nothing is given."`
	Lost     *Matcher `yaml:"lost" doc:"Requests that were not answered."`
	RTT      *Matcher `yaml:"rtt" doc:"Round-trip time of each reply."`
	ICMPFrom *Matcher `yaml:"icmp_from" doc:"Who sent each ICMP error."`
	ICMPType *Matcher `yaml:"icmp_type" doc:"Type of each ICMP error."`
	ICMPCode *Matcher `yaml:"icmp_code" doc:"Code of each ICMP error."`
	Error    *Matcher `yaml:"error" doc:"What stood in the way of an answer; there is to be nothing unless this is given."`
}

// ExecCheck is about how a program ends. Without a matcher for exit its
// status is to be 0.
type ExecCheck struct {
	Pos    Pos
	Exec   `yaml:",inline"`
	Of     string   `yaml:"of" doc:"The name of a step whose answer is judged; nothing is asked then."`
	Exit   *Matcher `yaml:"exit" doc:"Its exit status; 0 if left out."`
	Signal *Matcher `yaml:"signal" doc:"The signal that killed it, as in SIGTERM."`
	Stdout *Matcher `yaml:"stdout" doc:"What it wrote there, the first 64 KiB."`
	Stderr *Matcher `yaml:"stderr" doc:"What it wrote there, the first 64 KiB."`
	Took   *Matcher `yaml:"took" doc:"From its start to its end."`
	Error  *Matcher `yaml:"error" doc:"What kept it from running or ending; there is to be nothing unless this is given."`
}
