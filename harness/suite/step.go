package suite

import (
	"fmt"
	"net/netip"
	"regexp"
	"strings"
	"time"

	"github.com/netrig/netrig/internal/strict"
)

// Step is one thing that a case makes happen. Exactly one of Exec, Ping, Path,
// DNS, HTTP, DHCP, DHCP6, Wait, Fault to Snapshot, Parallel and Listen to Reset is set.
//
// A step that the network does not let happen fails the case, unless Fails
// says that this is what is wanted.
type Step struct {
	Pos   Pos
	Index int    // place in the case, from 0; the steps of a parallel step follow it
	As    string // the name of what it opens, or by which `of:` in an assertion judges its answer; empty for none
	Fails *Fails // the step is to fail; nil: it is to succeed

	Exec     *Exec
	Ping     *Ping
	Path     *Path
	DNS      *DNS
	HTTP     *HTTP
	DHCP     *DHCP
	DHCP6    *DHCP6
	Wait     *Wait
	Fault    *FaultStep
	Link     *LinkStep
	Frame    *FrameStep
	Route    *RouteStep
	Neighbor *NeighborStep
	Address  *AddressStep
	Sysctl   *SysctlStep
	Service  *ServiceStep
	Snapshot *SnapshotStep
	Parallel []*Step // run at once, none of them Parallel itself

	// Sockets that are held by name.
	Listen    *Listen
	Connect   *Connect
	Connected *Connected
	Accept    *Accept
	Send      *Send
	Recv      *Recv
	Shutdown  *Shutdown
	Close     *CloseStep
	Reset     *CloseStep // closed so that the peer gets an RST
}

// Fails says that a step is to fail, and for which reason.
type Fails struct {
	Reason *regexp.Regexp // is to be found in the reason; nil: any reason will do
}

// Exec runs a program in a node. It fails where the exit status is another
// than Exit.
type Exec struct {
	Pos     Pos
	Node    string             `yaml:"node" doc:"Where the program runs."`
	Command Command            `yaml:"command" doc:"Program and arguments."`
	Shell   string             `yaml:"shell" doc:"A text for sh -c, instead of command."`
	Env     strict.Map[string] `yaml:"env" doc:"Variables, added to the node's own."`
	Stdin   string             `yaml:"stdin" doc:"What it reads."`
	Timeout time.Duration      `yaml:"timeout" doc:"It is killed then; 10s if left out."`
	Exit    Exit               `yaml:"exit" doc:"Status wanted, 0 to 255, or any; 0 if left out."`
}

// Exit is the exit status that an exec step wants.
type Exit struct {
	Any  bool // `exit: any`
	Code int  // 0 to 255
}

// Command is a program and its arguments. In YAML it is a list, or one text
// that is split at blanks.
type Command []string

// Ping sends ICMP echo requests (RFC 792, RFC 4443). As a step it fails
// unless every request is answered.
type Ping struct {
	Pos      Pos
	From     string        `yaml:"from" doc:"The node that sends."`
	To       string        `yaml:"to" doc:"An address, NODE.INTERFACE, or a name that the node resolves."`
	Count    int           `yaml:"count" doc:"Requests; 1 if left out."`
	Interval time.Duration `yaml:"interval" doc:"Between two requests; 1s if left out."`
	Timeout  time.Duration `yaml:"timeout" doc:"For each answer; 2s if left out."`
	Size     int           `yaml:"size" doc:"Octets of data; 56 if left out."`
	TTL      int           `yaml:"ttl" doc:"Time to live; 64 if left out."`
	DF       bool          `yaml:"df" doc:"Set Don't Fragment (RFC 791)."`
}

// DNS asks a name server one question. As a step it fails where no answer
// comes; an answer such as NXDOMAIN is one.
type DNS struct {
	Pos     Pos
	From    string        `yaml:"from" doc:"The node that asks."`
	Name    string        `yaml:"name" doc:"The name it asks for."`
	Type    string        `yaml:"type" doc:"Type of record; A if left out."`
	Server  Address       `yaml:"server" doc:"An address or NODE.INTERFACE; the node's own resolver if left out."`
	Network string        `yaml:"network" doc:"udp or tcp; udp, then tcp where the answer is truncated, if left out."`
	Timeout time.Duration `yaml:"timeout" doc:"5s if left out."`
}

// Address is an IP address, in YAML also NODE.INTERFACE or NODE for the
// address that the topology declares there.
type Address struct {
	Pos  Pos
	Text string // as written; empty where it was left out
	Addr netip.Addr
}

// HTTP sends one request (RFC 9112). As a step it fails where no response
// comes; a response such as 404 is one.
type HTTP struct {
	Pos        Pos
	From       string `yaml:"from" doc:"The node that asks."`
	URL        string `yaml:"url" doc:"http://HOST/PATH, or https."`
	HTTPFields `yaml:",inline"`
}

// HTTPFields is a request without its origin and destination.
type HTTPFields struct {
	Method     string             `yaml:"method" doc:"GET if left out."`
	Headers    strict.Map[string] `yaml:"headers" doc:"Sent in the order written, after Host."`
	Body       string             `yaml:"body" doc:"Sent with a Content-Length."`
	SourcePort uint16             `yaml:"source_port" doc:"The client's port; the kernel's choice if left out."`
	Pad        *Pad               `yaml:"pad" doc:"Lengthens a header until the request has so many octets."`
	TLS        *ClientTLS         `yaml:"tls" doc:"How it speaks TLS, of an https URL."`
	KeepAlive  bool               `yaml:"keep_alive" doc:"Leave the connection open."`
	Timeout    time.Duration      `yaml:"timeout" doc:"10s if left out."`
}

// Pad makes a request longer by filling one of its headers.
type Pad struct {
	Pos    Pos
	Header string `yaml:"header,required" doc:"The header that is added, or lengthened where it is there."`
	To     int    `yaml:"to,required" doc:"Octets of the whole request, body included."`
}

// ClientTLS is how a client of HTTPS speaks TLS (RFC 8446).
type ClientTLS struct {
	Pos      Pos
	Name     string              `yaml:"name" doc:"The name that is asked for (SNI), and is to be in the certificate; that of the URL if left out."`
	Min      string              `yaml:"min" doc:"The oldest version that is spoken, 1.0 to 1.3; 1.2 if left out."`
	Max      string              `yaml:"max" doc:"The newest version; 1.3 if left out."`
	ALPN     strict.List[string] `yaml:"alpn" doc:"Protocols that are offered, the best first: h2, http/1.1; http/1.1 if left out."`
	Insecure bool                `yaml:"insecure" doc:"Whatever certificate the server has is taken."`
}

// DHCP makes the DHCP client of an interface do something (RFC 2131). It
// fails where the server does not play its part.
type DHCP struct {
	Pos       Pos
	Node      string        `yaml:"node,required"`
	Interface string        `yaml:"interface"` // the only one whose client there is, unless declared
	Do        DHCPAction    `yaml:"do,required"`
	Timeout   time.Duration `yaml:"timeout"` // 10s unless declared
}

// DHCPAction is what a DHCP client is made to do.
type DHCPAction string

// The actions of a DHCP client.
const (
	Discover DHCPAction = "discover" // get a lease: DISCOVER, OFFER, REQUEST, ACK
	Renew    DHCPAction = "renew"    // extend it: REQUEST, ACK
	Release  DHCPAction = "release"  // give it back: RELEASE
)

// Wait lasts until an assertion passes. It fails where none did in time.
type Wait struct {
	Pos     Pos
	For     *Assertion    `yaml:"for,required"` // its Index is -1, its Step the step's
	Timeout time.Duration `yaml:"timeout"`      // 5s unless declared
}

// Wanted reports whether a step that ended so is as the suite wants it:
// failed is why the network did not let it happen, "" where it did. Where
// it is not, reason says why on one line.
func (s *Step) Wanted(failed string) (ok bool, reason string) {
	switch {
	case s.Fails == nil:
		return failed == "", failed
	case failed == "":
		return false, "it was to fail and did not"
	case s.Fails.Reason != nil && !s.Fails.Reason.MatchString(failed):
		return false, fmt.Sprintf("it was to fail with /%s/, and failed with: %s", s.Fails.Reason, failed)
	}
	return true, ""
}

// String returns the step as reports show it: `ping pc1 -> 192.168.1.1`.
func (s *Step) String() string {
	switch {
	case s.Exec != nil:
		return s.Exec.String()
	case s.Ping != nil:
		return s.Ping.String()
	case s.Path != nil:
		return s.Path.String()
	case s.DNS != nil:
		return s.DNS.String()
	case s.HTTP != nil:
		return s.HTTP.String()
	case s.DHCP != nil:
		return strings.TrimSuffix(fmt.Sprintf("dhcp %s %s:%s", s.DHCP.Do, s.DHCP.Node, s.DHCP.Interface), ":")
	case s.DHCP6 != nil:
		return s.DHCP6.String()
	case s.Wait != nil:
		return "wait for " + s.Wait.For.Name
	case s.Fault != nil:
		return s.Fault.String()
	case s.Link != nil:
		return s.Link.String()
	case s.Frame != nil:
		return s.Frame.String()
	case s.Sockets():
		return s.socketText()
	case s.Changes():
		return s.changeText()
	}
	texts := make([]string, len(s.Parallel))
	for i, p := range s.Parallel {
		texts[i] = p.String()
	}
	return "parallel: " + strings.Join(texts, " | ")
}
