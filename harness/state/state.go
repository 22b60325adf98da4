// Package state holds a node's kernel state, and the answers a node got
// from the network, as plain values. It knows no kernel: the observe room
// fills it, the expect room judges it, and JSON carries it in between.
package state

import (
	"net/netip"
	"time"
)

// Snapshot is what the kernel of one node says at one instant.
type Snapshot struct {
	Node       string      `json:"node"`
	Time       time.Time   `json:"time"`
	Interfaces []Interface `json:"interfaces,omitempty"`
	Routes     []Route     `json:"routes,omitempty"`
	Neighbors  []Neighbor  `json:"neighbors,omitempty"`
	Sockets    []Socket    `json:"sockets,omitempty"`
	FDB        []FDBEntry  `json:"fdb,omitempty"`
	Trees      []Tree      `json:"trees,omitempty"`
	Leases     []Lease     `json:"leases,omitempty"`   // what the node's own DHCP clients hold
	Leases6    []Lease6    `json:"leases6,omitempty"`  // what its DHCPv6 clients hold
	Settings   []Setting   `json:"settings,omitempty"` // those that were asked for
}

// Setting is one kernel setting of a node.
type Setting struct {
	Key   string `json:"key"`   // dotted, as in net.ipv4.ip_forward
	Value string `json:"value"` // its white space made single blanks
}

// Interface is one network interface.
type Interface struct {
	Index     int       `json:"index"`
	Name      string    `json:"name"`
	MAC       string    `json:"mac,omitempty"` // colon-separated lower-case hex
	MTU       int       `json:"mtu"`           // octets
	Up        bool      `json:"up"`            // administratively
	Carrier   bool      `json:"carrier"`
	Addresses []Address `json:"addresses,omitempty"`
}

// Address is an address of an interface.
type Address struct {
	Prefix    netip.Prefix  `json:"prefix"`             // the address, and the length of its network
	Flags     []string      `json:"flags,omitempty"`    // as `ip address` prints them: tentative, dadfailed, deprecated, dynamic ...
	Protocol  string        `json:"protocol,omitempty"` // who gave it: kernel_ra, kernel_ll, kernel_lo
	Valid     time.Duration `json:"valid,omitzero"`     // what is left of its lifetime, in nanoseconds; 0: for ever
	Preferred time.Duration `json:"preferred,omitzero"` // what is left of it for new connections; 0: for ever, or deprecated
}

// Route is one route of the main table.
type Route struct {
	To        netip.Prefix `json:"to"`
	Via       netip.Addr   `json:"via,omitzero"`
	Interface string       `json:"interface,omitempty"`
	Source    netip.Addr   `json:"source,omitzero"` // preferred source address
	Metric    int          `json:"metric,omitempty"`
	Protocol  string       `json:"protocol,omitempty"` // kernel, boot, static, dhcp, ra ...
	Scope     string       `json:"scope,omitempty"`    // global, link, host
	Type      string       `json:"type,omitempty"`     // unicast, unreachable, blackhole ...

	Preference string        `json:"preference,omitempty"` // of IPv6, among equals: low, medium, high (RFC 4191)
	Expires    time.Duration `json:"expires,omitzero"`     // what is left of its lifetime, in nanoseconds; 0: for ever
}

// Neighbor is one entry of the ARP (RFC 826) or NDP (RFC 4861) cache.
type Neighbor struct {
	IP        netip.Addr `json:"ip"`
	Interface string     `json:"interface"`
	MAC       string     `json:"mac,omitempty"` // empty while unresolved
	State     string     `json:"state"`         // as `ip neigh` prints it: REACHABLE, STALE, DELAY, PROBE, FAILED, INCOMPLETE, PERMANENT, NOARP
}

// Socket is one TCP or UDP socket.
type Socket struct {
	Network string         `json:"network"` // tcp, tcp6, udp, udp6
	Local   netip.AddrPort `json:"local"`
	Remote  netip.AddrPort `json:"remote,omitzero"`
	State   string         `json:"state"` // as `ss` names it in RFC 9293 words: LISTEN, ESTABLISHED, TIME_WAIT ...; UNCONN for UDP
}

// Lease is a DHCP lease as its client knows it (RFC 2131, Section 4.4).
type Lease struct {
	Interface string        `json:"interface"`
	State     string        `json:"state"` // INIT, SELECTING, REQUESTING, BOUND, RENEWING, REBINDING
	Address   netip.Prefix  `json:"address,omitzero"`
	Server    netip.Addr    `json:"server,omitzero"`
	Router    []netip.Addr  `json:"router,omitempty"`
	DNS       []netip.Addr  `json:"dns,omitempty"`
	Domain    string        `json:"domain,omitempty"`
	Duration  time.Duration `json:"duration"` // of the lease, in nanoseconds
	Obtained  time.Time     `json:"obtained,omitzero"`
}

// Lease6 is what a DHCPv6 client holds (RFC 8415): an address, or settings alone.
type Lease6 struct {
	Interface string        `json:"interface"`
	State     string        `json:"state"` // INIT, SOLICITING, REQUESTING, BOUND, RENEWING, REBINDING, INFORMED
	Address   netip.Addr    `json:"address,omitzero"`
	Server    netip.Addr    `json:"server,omitzero"` // its link-local address
	DUID      string        `json:"duid,omitempty"`  // of the server, colon-separated lower-case hex
	DNS       []netip.Addr  `json:"dns,omitempty"`
	Domain    []string      `json:"domain,omitempty"`
	Valid     time.Duration `json:"valid,omitzero"` // lifetimes and times of renewal, in nanoseconds since Obtained
	Preferred time.Duration `json:"preferred,omitzero"`
	T1        time.Duration `json:"t1,omitzero"`
	T2        time.Duration `json:"t2,omitzero"`
	Obtained  time.Time     `json:"obtained,omitzero"`
}

// Answer is what a node got when it asked the network something. Exactly
// one of Ping, DNS, HTTP, Exec, Send, Recv, Path, Way and Counted is set. Error is what stood in the way of
// an answer: a refusal, a timeout, an unreachable host.
type Answer struct {
	Node  string    `json:"node"`
	Time  time.Time `json:"time"` // when it was asked
	Error string    `json:"error,omitempty"`
	Ping  *Ping     `json:"ping,omitempty"`
	DNS   *DNS      `json:"dns,omitempty"`
	HTTP  *HTTP     `json:"http,omitempty"`
	Exec  *Exec     `json:"exec,omitempty"`
	Send  *Octets   `json:"send,omitempty"`
	Recv  *Octets   `json:"recv,omitempty"`

	Path    *Path    `json:"path,omitempty"`
	Way     *Way     `json:"way,omitempty"`
	Counted *Counted `json:"counted,omitempty"`
}

// Path is who a packet passes on its way.
type Path struct {
	To      netip.Addr `json:"to"`
	Hops    []Hop      `json:"hops,omitempty"`
	Reached bool       `json:"reached"` // the last hop is the destination
}

// Hop is who answered a probe: one whose time to live was over, its destination,
// or somebody who knows that it cannot get there.
type Hop struct {
	Addr netip.Addr    `json:"addr,omitzero"` // zero: nobody answered
	Type int           `json:"type,omitempty"`
	Code int           `json:"code,omitempty"` // of the ICMP error; both 0 where it was answered otherwise
	RTT  time.Duration `json:"rtt,omitempty"`  // in nanoseconds
}

// Way is how a node's kernel would send a packet, or forward one.
type Way struct {
	To        netip.Addr `json:"to"`
	Via       netip.Addr `json:"via,omitzero"`
	Interface string     `json:"interface"`
	Source    netip.Addr `json:"source,omitzero"`
	Type      string     `json:"type"` // unicast, local, broadcast ...
	MTU       int        `json:"mtu"`  // octets: what path MTU discovery found, else that of the route or the interface
}

// Counted is what a node's kernel has counted: of an interface, or under a name.
type Counted struct {
	What   string           `json:"what"` // the interface, or the name
	Values map[string]int64 `json:"values"`
}

// Ping is the result of ICMP echo requests (RFC 792, RFC 4443).
type Ping struct {
	To       netip.Addr      `json:"to"`
	Sent     int             `json:"sent"`
	Received int             `json:"received"`
	RTT      []time.Duration `json:"rtt,omitempty"` // in nanoseconds, one a reply
	Errors   []ICMPError     `json:"errors,omitempty"`
}

// ICMPError is an ICMP error that came back for an echo request.
type ICMPError struct {
	From netip.Addr `json:"from"`
	Type int        `json:"type"`
	Code int        `json:"code"`
}

// DNS is the answer to one question.
type DNS struct {
	Name     string        `json:"name"` // fully qualified
	Type     string        `json:"type"` // A, AAAA, NS ...
	Server   netip.Addr    `json:"server,omitzero"`
	Network  string        `json:"network,omitempty"` // udp or tcp, as the final answer came
	Rcode    string        `json:"rcode"`             // NOERROR, NXDOMAIN, SERVFAIL ... (RFC 1035, Section 4.1.1)
	Records  []string      `json:"records,omitempty"` // the answer section, master-file format, in order
	Values   []string      `json:"values,omitempty"`  // the data of the records of the asked type
	Addrs    []netip.Addr  `json:"addrs,omitempty"`   // of A and AAAA records
	Duration time.Duration `json:"duration"`
}

// HTTP is the response to one request.
type HTTP struct {
	URL      string              `json:"url"`
	Status   int                 `json:"status"`
	Proto    string              `json:"proto"`
	Headers  map[string][]string `json:"headers,omitempty"`
	Body     string              `json:"body"` // the first 64 KiB
	Size     int64               `json:"size"` // octets of the whole body
	SHA256   string              `json:"sha256"`
	Remote   netip.AddrPort      `json:"remote,omitzero"`
	Local    netip.AddrPort      `json:"local,omitzero"`
	Sent     int                 `json:"sent"` // octets of the request as written to the connection, or to TLS; 0 of HTTP/2
	Duration time.Duration       `json:"duration"`

	// Of https URLs, also where there is no response: the version of TLS as in "1.3", the
	// cipher suite, the protocol that was negotiated (ALPN), the names and addresses of the
	// server's certificate and the common name of its issuer.
	TLS         string   `json:"tls,omitempty"`
	Cipher      string   `json:"cipher,omitempty"`
	ALPN        string   `json:"alpn,omitempty"`
	Certificate []string `json:"certificate,omitempty"`
	Issuer      string   `json:"issuer,omitempty"`
}

// Exec is how a program ended.
type Exec struct {
	Command  []string      `json:"command"`
	Exit     int           `json:"exit"` // exit status; -1 where a signal ended it
	Signal   string        `json:"signal,omitempty"`
	Stdout   string        `json:"stdout"` // the first 64 KiB
	Stderr   string        `json:"stderr"` // the first 64 KiB
	Duration time.Duration `json:"duration"`
}

// HeadOctets is how many octets of what a socket sent or received are kept.
const HeadOctets = 1 << 10

// Octets is what a step sent or received on a socket.
type Octets struct {
	Socket   string         `json:"socket"` // the name of the step that opened it
	Count    int64          `json:"octets"`
	SHA256   string         `json:"sha256"`
	Head     []byte         `json:"head,omitempty"` // the first KiB
	EOF      bool           `json:"eof,omitempty"`  // the end of the stream came behind them
	From     netip.AddrPort `json:"from,omitzero"`  // who sent them
	Duration time.Duration  `json:"duration"`
}
