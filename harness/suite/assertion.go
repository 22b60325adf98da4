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
	After Ref           `yaml:"after,required"`
	Min   time.Duration `yaml:"min"`
	Max   time.Duration `yaml:"max"` // 0: no upper end
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
	Node      string   `yaml:"node,required"`
	Interface *Matcher `yaml:"interface"`
	Up        *Matcher `yaml:"up"`      // on or off, by its owner
	Carrier   *Matcher `yaml:"carrier"` // on or off: whether the other end is there
	MTU       *Matcher `yaml:"mtu"`
	MAC       *Matcher `yaml:"mac"`
	Count     *Matcher `yaml:"count"`
}

// AddressCheck is about the addresses of a node's interfaces.
type AddressCheck struct {
	Pos       Pos
	Node      string   `yaml:"node,required"`
	Interface *Matcher `yaml:"interface"`
	Address   *Matcher `yaml:"address"`
	Length    *Matcher `yaml:"length"`    // of the prefix
	Flags     *Matcher `yaml:"flags"`     // as ip-address(8) names them
	Protocol  *Matcher `yaml:"protocol"`  // who gave it
	Valid     *Matcher `yaml:"valid"`     // what is left of its lifetime
	Preferred *Matcher `yaml:"preferred"` // what is left of it for new connections
	Count     *Matcher `yaml:"count"`
}

// RouteCheck is about a node's main routing table.
type RouteCheck struct {
	Pos       Pos
	Node      string   `yaml:"node,required"`
	To        *Matcher `yaml:"to"`
	Via       *Matcher `yaml:"via"`
	Interface *Matcher `yaml:"interface"`
	Source    *Matcher `yaml:"source"`
	Metric    *Matcher `yaml:"metric"`
	Protocol  *Matcher `yaml:"protocol"`
	Scope     *Matcher `yaml:"scope"`
	Type      *Matcher `yaml:"type"`

	Preference *Matcher `yaml:"preference"` // of IPv6 (RFC 4191)
	Expires    *Matcher `yaml:"expires"`    // what is left of its lifetime
	Count      *Matcher `yaml:"count"`
}

// NeighborCheck is about a node's ARP and NDP caches.
type NeighborCheck struct {
	Pos       Pos
	Node      string   `yaml:"node,required"`
	IP        *Matcher `yaml:"ip"`
	Interface *Matcher `yaml:"interface"`
	MAC       *Matcher `yaml:"mac"`
	State     *Matcher `yaml:"state"`
	Count     *Matcher `yaml:"count"`
}

// SocketCheck is about a node's TCP and UDP sockets.
type SocketCheck struct {
	Pos     Pos
	Node    string   `yaml:"node,required"`
	Network *Matcher `yaml:"network"`
	Local   *Matcher `yaml:"local"`
	Remote  *Matcher `yaml:"remote"`
	State   *Matcher `yaml:"state"`
	Count   *Matcher `yaml:"count"`
}

// DHCPLeaseCheck is about what a node's own DHCP clients hold.
type DHCPLeaseCheck struct {
	Pos       Pos
	Node      string   `yaml:"node,required"`
	Interface *Matcher `yaml:"interface"`
	State     *Matcher `yaml:"state"`
	Address   *Matcher `yaml:"address"`
	Server    *Matcher `yaml:"server"`
	Router    *Matcher `yaml:"router"`
	DNS       *Matcher `yaml:"dns"`
	Domain    *Matcher `yaml:"domain"`
	Duration  *Matcher `yaml:"duration"`
	Count     *Matcher `yaml:"count"`
}

// SysctlCheck is about a kernel setting of a node.
type SysctlCheck struct {
	Pos   Pos
	Node  string   `yaml:"node,required"`
	Key   string   `yaml:"key,required"`
	Value *Matcher `yaml:"value,required"` // text; a number where it is compared as one

	Path   string // below /proc/sys
	Number bool   // it is compared as one
}

// SnapshotDiffCheck is about what has changed since a snapshot step. What it
// has no matcher for there is to be none of.
type SnapshotDiffCheck struct {
	Pos     Pos
	From    string              `yaml:"from,required"`
	To      string              `yaml:"to"`   // another snapshot step; the state now unless declared
	Only    strict.List[string] `yaml:"only"` // kinds that are compared; all unless declared
	Added   *Matcher            `yaml:"added"`
	Removed *Matcher            `yaml:"removed"`
	Changed *Matcher            `yaml:"changed"`

	Node string
}

// DNSCheck is about the answer to a question.
type DNSCheck struct {
	Pos     Pos
	DNS     `yaml:",inline"`
	Of      string   `yaml:"of"` // judge the answer of this step instead of asking
	Rcode   *Matcher `yaml:"rcode"`
	Answer  *Matcher `yaml:"answer"`  // the data of the records of the asked type
	Records *Matcher `yaml:"records"` // the answer section
	Over    *Matcher `yaml:"over"`    // udp or tcp, as the answer came
	Took    *Matcher `yaml:"took"`
	Error   *Matcher `yaml:"error"`
}

// HTTPCheck is about the response to a request.
type HTTPCheck struct {
	Pos     Pos
	From    string               `yaml:"from"`
	URL     string               `yaml:"url"`
	Request HTTPFields           `yaml:"request"`
	Of      string               `yaml:"of"` // judge the response of this step instead of asking
	Status  *Matcher             `yaml:"status"`
	Proto   *Matcher             `yaml:"proto"`
	Header  strict.Map[*Matcher] `yaml:"header"`
	Body    *Matcher             `yaml:"body"`
	Size    *Matcher             `yaml:"size"`
	SHA256  *Matcher             `yaml:"sha256"`
	Remote  *Matcher             `yaml:"remote"`
	Local   *Matcher             `yaml:"local"`
	Sent    *Matcher             `yaml:"sent"`
	Took    *Matcher             `yaml:"took"`
	Error   *Matcher             `yaml:"error"`
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
	Of       string   `yaml:"of"` // judge the answer of this step instead of asking
	Received *Matcher `yaml:"received"`
	Lost     *Matcher `yaml:"lost"`
	RTT      *Matcher `yaml:"rtt"`
	ICMPFrom *Matcher `yaml:"icmp_from"`
	ICMPType *Matcher `yaml:"icmp_type"`
	ICMPCode *Matcher `yaml:"icmp_code"`
	Error    *Matcher `yaml:"error"`
}

// ExecCheck is about how a program ends. Without a matcher for exit its
// status is to be 0.
type ExecCheck struct {
	Pos    Pos
	Exec   `yaml:",inline"`
	Of     string   `yaml:"of"` // judge the program of this step instead of running one
	Exit   *Matcher `yaml:"exit"`
	Signal *Matcher `yaml:"signal"`
	Stdout *Matcher `yaml:"stdout"`
	Stderr *Matcher `yaml:"stderr"`
	Took   *Matcher `yaml:"took"`
	Error  *Matcher `yaml:"error"`
}
