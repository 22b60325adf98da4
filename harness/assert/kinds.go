// Code generated from the schema of the suite language by generate_test.go; DO NOT EDIT.

package assert

import "time"

// Frames is an assertion about frames: those that are seen one after the other, those that are not, and how many.
type Frames struct {
	At       At      `suite:"at,top"`       // NODE:INTERFACE, a link, a list of them, or all
	Order    Order   `suite:"order,top"`    // how the steps lie in time; subsequence if left out
	Sequence []Frame `suite:"sequence,top"` // frames that are seen one after the other
	Never    []Never `suite:"never,top"`    // frames that must not be seen
	Count    []Count `suite:"count,top"`    // how many frames match

	Label      string        `suite:"name,top"`       // what is to be true, in words
	Points     int           `suite:"points,top"`     // earned when it passes
	Hint       string        `suite:"hint,top"`       // for who failed it
	Not        bool          `suite:"not,top"`        // it is to fail
	Eventually time.Duration `suite:"eventually,top"` // it holds once within this time; 2s if left out
	AlwaysFor  time.Duration `suite:"always_for,top"` // it holds for this long
	NeverFor   time.Duration `suite:"never_for,top"`  // it does not hold for this long
}

func (Frames) kind() string { return "" }

// Frame is a step of a sequence: a frame that is seen, or several of its kind.
type Frame struct {
	At     At         `suite:"at"`          // where it is looked for, if elsewhere than the others
	Match  string     `suite:"match"`       // a Wireshark display filter
	As     string     `suite:"as"`          // a name for the frames it matches
	Count  Match[int] `suite:"count,range"` // take every frame that matches until the next step's first, and so many: 2, 2..3 or 2..; one frame if left out
	Within Within     `suite:"within"`      // time since an earlier frame
}

// Never is a frame that must not be seen.
type Never struct {
	At    At     `suite:"at"`    // where it is looked for, if elsewhere than the others
	Match string `suite:"match"` // a Wireshark display filter
	From  string `suite:"from"`  // after this frame of the sequence
	Until string `suite:"until"` // before this frame of the sequence
}

// Count is how many frames match.
type Count struct {
	At    At         `suite:"at"`                     // where it is looked for, if elsewhere than the others
	Match string     `suite:"match"`                  // a Wireshark display filter
	Times Match[int] `suite:"min max exactly,bounds"` // how many frames: Is (the key exactly), AtLeast (min), AtMost (max) or Between (both)
	Per   string     `suite:"per"`                    // the bounds hold for each value of this field
	From  string     `suite:"from"`                   // after this frame of the sequence
	Until string     `suite:"until"`                  // before this frame of the sequence
}

// Within is the time since an earlier frame of the sequence, by the frames' timestamps.
type Within struct {
	After string        `suite:"after"` // the earlier frame: NAME, NAME.first or NAME.last
	Min   time.Duration `suite:"min"`   // the shortest time after it, by the frames' timestamps; 0s if left out
	Max   time.Duration `suite:"max"`   // the longest time after it; without end if left out
}

// Link is an assertion about interfaces, and whether they have a carrier.
type Link struct {
	Node      string        `suite:"node"`      // the node that is looked at
	Interface Match[string] `suite:"interface"` // its interface
	Up        Match[bool]   `suite:"up"`        // on where its owner has it up
	Carrier   Match[bool]   `suite:"carrier"`   // on where the other end is there and up
	MTU       Match[int]    `suite:"mtu"`       // its MTU, in octets
	MAC       Match[string] `suite:"mac"`       // a MAC address, or NODE.INTERFACE for that interface's
	Count     Match[int]    `suite:"count"`     // how many items match the other fields; without it, one at least

	Label      string        `suite:"name,top"`       // what is to be true, in words
	Points     int           `suite:"points,top"`     // earned when it passes
	Hint       string        `suite:"hint,top"`       // for who failed it
	Not        bool          `suite:"not,top"`        // it is to fail
	Eventually time.Duration `suite:"eventually,top"` // it holds once within this time; 2s if left out
	AlwaysFor  time.Duration `suite:"always_for,top"` // it holds for this long
	NeverFor   time.Duration `suite:"never_for,top"`  // it does not hold for this long
}

func (Link) kind() string { return "link" }

// Address is an assertion about addresses of interfaces.
type Address struct {
	Node      string               `suite:"node"`      // the node that is looked at
	Interface Match[string]        `suite:"interface"` // its interface
	Address   Match[string]        `suite:"address"`   // the address, with or without its prefix length, or NODE.INTERFACE
	Length    Match[int]           `suite:"length"`    // length of its prefix, in bits
	Flags     Match[[]string]      `suite:"flags"`     // what ip-address(8) calls its flags: dynamic, temporary, secondary, deprecated, tentative, dadfailed, optimistic, nodad, mngtmpaddr, noprefixroute, stable-privacy, home, autojoin
	Protocol  Match[string]        `suite:"protocol"`  // who gave it: kernel_lo, kernel_ra, kernel_ll
	Valid     Match[time.Duration] `suite:"valid"`     // what is left of its lifetime; absent where it has no end
	Preferred Match[time.Duration] `suite:"preferred"` // what is left of its lifetime for new connections; absent where it has no end
	Count     Match[int]           `suite:"count"`     // how many items match the other fields; without it, one at least

	Label      string        `suite:"name,top"`       // what is to be true, in words
	Points     int           `suite:"points,top"`     // earned when it passes
	Hint       string        `suite:"hint,top"`       // for who failed it
	Not        bool          `suite:"not,top"`        // it is to fail
	Eventually time.Duration `suite:"eventually,top"` // it holds once within this time; 2s if left out
	AlwaysFor  time.Duration `suite:"always_for,top"` // it holds for this long
	NeverFor   time.Duration `suite:"never_for,top"`  // it does not hold for this long
}

func (Address) kind() string { return "address" }

// Route is an assertion about routes of the main table.
type Route struct {
	Node       string               `suite:"node"`       // the node that is looked at
	To         Match[string]        `suite:"to"`         // default, a network, or an address
	Via        Match[string]        `suite:"via"`        // the next hop: an address or NODE.INTERFACE
	Interface  Match[string]        `suite:"interface"`  // the interface it leaves by
	Source     Match[string]        `suite:"source"`     // the address that the node sends from
	Metric     Match[int]           `suite:"metric"`     // its metric; the smaller one wins
	Protocol   Match[string]        `suite:"protocol"`   // who made it: kernel, boot, static, dhcp, ra ..
	Scope      Match[string]        `suite:"scope"`      // its scope: global, site, link, host, nowhere
	Type       Match[string]        `suite:"type"`       // its type: unicast, local, broadcast, anycast, multicast, blackhole, unreachable, prohibit, throw
	Preference Match[string]        `suite:"preference"` // of IPv6: its preference (RFC 4191): low, medium, high
	Expires    Match[time.Duration] `suite:"expires"`    // what is left of its lifetime; absent where it has no end
	Count      Match[int]           `suite:"count"`      // how many items match the other fields; without it, one at least

	Label      string        `suite:"name,top"`       // what is to be true, in words
	Points     int           `suite:"points,top"`     // earned when it passes
	Hint       string        `suite:"hint,top"`       // for who failed it
	Not        bool          `suite:"not,top"`        // it is to fail
	Eventually time.Duration `suite:"eventually,top"` // it holds once within this time; 2s if left out
	AlwaysFor  time.Duration `suite:"always_for,top"` // it holds for this long
	NeverFor   time.Duration `suite:"never_for,top"`  // it does not hold for this long
}

func (Route) kind() string { return "route" }

// Neighbor is an assertion about ARP and NDP entries.
type Neighbor struct {
	Node      string        `suite:"node"`      // the node that is looked at
	IP        Match[string] `suite:"ip"`        // the neighbor's address, or NODE.INTERFACE
	Interface Match[string] `suite:"interface"` // the interface it is known at
	MAC       Match[string] `suite:"mac"`       // its MAC address, or NODE.INTERFACE for that interface's
	State     Match[string] `suite:"state"`     // state of the entry (RFC 4861, Section 7.3.2): REACHABLE, STALE, DELAY, PROBE, FAILED, INCOMPLETE, PERMANENT, NOARP
	Count     Match[int]    `suite:"count"`     // how many items match the other fields; without it, one at least

	Label      string        `suite:"name,top"`       // what is to be true, in words
	Points     int           `suite:"points,top"`     // earned when it passes
	Hint       string        `suite:"hint,top"`       // for who failed it
	Not        bool          `suite:"not,top"`        // it is to fail
	Eventually time.Duration `suite:"eventually,top"` // it holds once within this time; 2s if left out
	AlwaysFor  time.Duration `suite:"always_for,top"` // it holds for this long
	NeverFor   time.Duration `suite:"never_for,top"`  // it does not hold for this long
}

func (Neighbor) kind() string { return "neighbor" }

// Socket is an assertion about TCP and UDP sockets.
type Socket struct {
	Node    string        `suite:"node"`    // the node that is looked at
	Network Match[string] `suite:"network"` // its network: tcp, tcp6, udp, udp6
	Local   Match[string] `suite:"local"`   // its own end: ADDRESS:PORT, :PORT or ADDRESS
	Remote  Match[string] `suite:"remote"`  // the other end: ADDRESS:PORT, :PORT or ADDRESS
	State   Match[string] `suite:"state"`   // its state (RFC 9293, Section 3.3.2); UNCONN of UDP: LISTEN, SYN_SENT, SYN_RECV, ESTABLISHED, FIN_WAIT1, FIN_WAIT2, CLOSE_WAIT, CLOSING, LAST_ACK, TIME_WAIT, CLOSE, UNCONN
	Count   Match[int]    `suite:"count"`   // how many items match the other fields; without it, one at least

	Label      string        `suite:"name,top"`       // what is to be true, in words
	Points     int           `suite:"points,top"`     // earned when it passes
	Hint       string        `suite:"hint,top"`       // for who failed it
	Not        bool          `suite:"not,top"`        // it is to fail
	Eventually time.Duration `suite:"eventually,top"` // it holds once within this time; 2s if left out
	AlwaysFor  time.Duration `suite:"always_for,top"` // it holds for this long
	NeverFor   time.Duration `suite:"never_for,top"`  // it does not hold for this long
}

func (Socket) kind() string { return "socket" }

// DHCPLease is an assertion about what DHCP clients hold.
type DHCPLease struct {
	Node      string               `suite:"node"`      // the node that is looked at
	Interface Match[string]        `suite:"interface"` // the interface whose client it is
	State     Match[string]        `suite:"state"`     // state of the client (RFC 2131, Section 4.4): INIT, SELECTING, REQUESTING, BOUND, RENEWING, REBINDING
	Address   Match[string]        `suite:"address"`   // the address that it holds, with or without length
	Server    Match[string]        `suite:"server"`    // the server's address
	Router    Match[[]string]      `suite:"router"`    // the routers that the server named
	DNS       Match[[]string]      `suite:"dns"`       // the name servers that the server named
	Domain    Match[string]        `suite:"domain"`    // the domain that the server named
	Duration  Match[time.Duration] `suite:"duration"`  // for how long the address is lent
	Count     Match[int]           `suite:"count"`     // how many items match the other fields; without it, one at least

	Label      string        `suite:"name,top"`       // what is to be true, in words
	Points     int           `suite:"points,top"`     // earned when it passes
	Hint       string        `suite:"hint,top"`       // for who failed it
	Not        bool          `suite:"not,top"`        // it is to fail
	Eventually time.Duration `suite:"eventually,top"` // it holds once within this time; 2s if left out
	AlwaysFor  time.Duration `suite:"always_for,top"` // it holds for this long
	NeverFor   time.Duration `suite:"never_for,top"`  // it does not hold for this long
}

func (DHCPLease) kind() string { return "dhcp_lease" }

// FDB is an assertion about forwarding databases of bridges.
type FDB struct {
	Node   string               `suite:"node"`   // the node that is looked at
	Bridge Match[string]        `suite:"bridge"` // the bridge; a switch or hub has one
	Port   Match[string]        `suite:"port"`   // an interface; the bridge itself for its own addresses
	MAC    Match[string]        `suite:"mac"`    // a MAC address, or NODE.INTERFACE for that interface's
	State  Match[string]        `suite:"state"`  // state of the entry; permanent ones are the bridge's own: learned, stale, static, permanent
	Age    Match[time.Duration] `suite:"age"`    // since a frame came from the address, in steps of 10ms
	Count  Match[int]           `suite:"count"`  // how many items match the other fields; without it, one at least

	Label      string        `suite:"name,top"`       // what is to be true, in words
	Points     int           `suite:"points,top"`     // earned when it passes
	Hint       string        `suite:"hint,top"`       // for who failed it
	Not        bool          `suite:"not,top"`        // it is to fail
	Eventually time.Duration `suite:"eventually,top"` // it holds once within this time; 2s if left out
	AlwaysFor  time.Duration `suite:"always_for,top"` // it holds for this long
	NeverFor   time.Duration `suite:"never_for,top"`  // it does not hold for this long
}

func (FDB) kind() string { return "fdb" }

// STP is an assertion about ports of switches in their spanning tree.
type STP struct {
	Node           string        `suite:"node"`            // the node that is looked at
	Port           Match[string] `suite:"port"`            // an interface of the switch
	State          Match[string] `suite:"state"`           // state of the port: disabled, listening, learning, forwarding, blocking
	Role           Match[string] `suite:"role"`            // its role: root, designated, alternate, backup, disabled
	Cost           Match[int]    `suite:"cost"`            // cost of the way by the port
	Priority       Match[int]    `suite:"priority"`        // priority of the port
	Root           Match[string] `suite:"root"`            // MAC address of the root, or a switch
	RootPort       Match[string] `suite:"root_port"`       // the port towards the root; absent at the root
	RootCost       Match[int]    `suite:"root_cost"`       // cost of the way to the root
	TopologyChange Match[bool]   `suite:"topology_change"` // on while the root tells of a change
	Count          Match[int]    `suite:"count"`           // how many items match the other fields; without it, one at least

	Label      string        `suite:"name,top"`       // what is to be true, in words
	Points     int           `suite:"points,top"`     // earned when it passes
	Hint       string        `suite:"hint,top"`       // for who failed it
	Not        bool          `suite:"not,top"`        // it is to fail
	Eventually time.Duration `suite:"eventually,top"` // it holds once within this time; 2s if left out
	AlwaysFor  time.Duration `suite:"always_for,top"` // it holds for this long
	NeverFor   time.Duration `suite:"never_for,top"`  // it does not hold for this long
}

func (STP) kind() string { return "stp" }

// Listen is an assertion about sockets that wait for a peer.
type Listen struct {
	Node    string        `suite:"node"`    // the node that is looked at
	Network Match[string] `suite:"network"` // its network, of either family: tcp, udp
	Address Match[string] `suite:"address"` // the address it is bound to; 0.0.0.0 and :: are any
	Port    Match[int]    `suite:"port"`    // its port
	Count   Match[int]    `suite:"count"`   // how many items match the other fields; without it, one at least

	Label      string        `suite:"name,top"`       // what is to be true, in words
	Points     int           `suite:"points,top"`     // earned when it passes
	Hint       string        `suite:"hint,top"`       // for who failed it
	Not        bool          `suite:"not,top"`        // it is to fail
	Eventually time.Duration `suite:"eventually,top"` // it holds once within this time; 2s if left out
	AlwaysFor  time.Duration `suite:"always_for,top"` // it holds for this long
	NeverFor   time.Duration `suite:"never_for,top"`  // it does not hold for this long
}

func (Listen) kind() string { return "listen" }

// RouteGet is an assertion about the way that a packet would take.
type RouteGet struct {
	Node      string        `suite:"node"`      // the node whose kernel is asked
	To        string        `suite:"to"`        // where the packet goes: an address or NODE.INTERFACE
	From      string        `suite:"from"`      // where it comes from; the kernel's choice if left out
	IIF       string        `suite:"iif"`       // the interface it came by, of one that is forwarded
	Mark      int           `suite:"mark"`      // mark of the packet
	Via       Match[string] `suite:"via"`       // the next hop
	Interface Match[string] `suite:"interface"` // the interface it leaves by
	Source    Match[string] `suite:"source"`    // the address that the node sends it from
	Type      Match[string] `suite:"type"`      // type of the route: unicast, local, broadcast, anycast, multicast, blackhole, unreachable, prohibit, throw
	MTU       Match[int]    `suite:"mtu"`       // MTU of the path as far as the node knows it, in octets
	Error     Match[string] `suite:"error"`     // why there is no way; there is to be one unless this is given

	Label      string        `suite:"name,top"`       // what is to be true, in words
	Points     int           `suite:"points,top"`     // earned when it passes
	Hint       string        `suite:"hint,top"`       // for who failed it
	Not        bool          `suite:"not,top"`        // it is to fail
	Eventually time.Duration `suite:"eventually,top"` // it holds once within this time; 2s if left out
	AlwaysFor  time.Duration `suite:"always_for,top"` // it holds for this long
	NeverFor   time.Duration `suite:"never_for,top"`  // it does not hold for this long
}

func (RouteGet) kind() string { return "route_get" }

// Counter is an assertion about what the kernel has counted.
type Counter struct {
	Node      string     `suite:"node"`       // the node whose kernel is asked
	Interface string     `suite:"interface"`  // an interface, whose counters are meant
	Name      string     `suite:"name"`       // what nstat(8) calls the counter, as in IpReasmFails
	Value     Match[int] `suite:"value"`      // of the named counter, since the node booted
	RxPackets Match[int] `suite:"rx_packets"` // frames received
	RxOctets  Match[int] `suite:"rx_octets"`  // octets received
	RxErrors  Match[int] `suite:"rx_errors"`  // frames received with an error
	RxDropped Match[int] `suite:"rx_dropped"` // received frames that were dropped
	TxPackets Match[int] `suite:"tx_packets"` // frames sent
	TxOctets  Match[int] `suite:"tx_octets"`  // octets sent
	TxErrors  Match[int] `suite:"tx_errors"`  // frames that could not be sent
	TxDropped Match[int] `suite:"tx_dropped"` // frames dropped before they were sent

	Label      string        `suite:"name,top"`       // what is to be true, in words
	Points     int           `suite:"points,top"`     // earned when it passes
	Hint       string        `suite:"hint,top"`       // for who failed it
	Not        bool          `suite:"not,top"`        // it is to fail
	Eventually time.Duration `suite:"eventually,top"` // it holds once within this time; 2s if left out
	AlwaysFor  time.Duration `suite:"always_for,top"` // it holds for this long
	NeverFor   time.Duration `suite:"never_for,top"`  // it does not hold for this long
}

func (Counter) kind() string { return "counter" }

// Sysctl is an assertion about a kernel setting.
type Sysctl struct {
	Node  string        `suite:"node"`  // the node that is looked at
	Key   string        `suite:"key"`   // the setting, by its dotted name below net
	Value Match[string] `suite:"value"` // its value: text, or a number where it is compared as one (assert.Match[string](assert.AtLeast(2)))

	Label      string        `suite:"name,top"`       // what is to be true, in words
	Points     int           `suite:"points,top"`     // earned when it passes
	Hint       string        `suite:"hint,top"`       // for who failed it
	Not        bool          `suite:"not,top"`        // it is to fail
	Eventually time.Duration `suite:"eventually,top"` // it holds once within this time; 2s if left out
	AlwaysFor  time.Duration `suite:"always_for,top"` // it holds for this long
	NeverFor   time.Duration `suite:"never_for,top"`  // it does not hold for this long
}

func (Sysctl) kind() string { return "sysctl" }

// DNS is an assertion about the answer to a question.
type DNS struct {
	From    string               `suite:"from"`    // the node that asks
	Name    string               `suite:"name"`    // the name it asks for
	Type    string               `suite:"type"`    // type of record; A if left out
	Server  string               `suite:"server"`  // an address or NODE.INTERFACE; the node's own resolver if left out
	Network string               `suite:"network"` // udp or tcp; udp, then tcp where the answer is truncated, if left out
	Timeout time.Duration        `suite:"timeout"` // 5s if left out
	Of      string               `suite:"of"`      // the name of a step whose answer is judged; nothing is asked then
	Rcode   Match[string]        `suite:"rcode"`   // the response code: NOERROR, FORMERR, SERVFAIL, NXDOMAIN, NOTIMP, REFUSED, YXDOMAIN, YXRRSET, NXRRSET, NOTAUTH, NOTZONE, BADVERS, BADSIG, BADKEY, BADTIME, BADMODE, BADNAME, BADALG, BADTRUNC, BADCOOKIE
	Answer  Match[[]string]      `suite:"answer"`  // data of the records of the asked type; names end in a dot
	Records Match[[]string]      `suite:"records"` // the answer section
	Over    Match[string]        `suite:"over"`    // the network that the answer came by: udp, tcp
	Took    Match[time.Duration] `suite:"took"`    // from the question to the answer
	Error   Match[string]        `suite:"error"`   // what stood in the way of an answer; there is to be nothing unless this is given

	Label      string        `suite:"name,top"`       // what is to be true, in words
	Points     int           `suite:"points,top"`     // earned when it passes
	Hint       string        `suite:"hint,top"`       // for who failed it
	Not        bool          `suite:"not,top"`        // it is to fail
	Eventually time.Duration `suite:"eventually,top"` // it holds once within this time; 2s if left out
	AlwaysFor  time.Duration `suite:"always_for,top"` // it holds for this long
	NeverFor   time.Duration `suite:"never_for,top"`  // it does not hold for this long
}

func (DNS) kind() string { return "dns" }

// HTTP is an assertion about the response to a request.
type HTTP struct {
	From        string                   `suite:"from"`        // the node that asks
	URL         string                   `suite:"url"`         // http://HOST/PATH, or https
	Request     Request                  `suite:"request"`     // what else the request has
	Of          string                   `suite:"of"`          // the name of a step whose answer is judged; nothing is asked then
	Status      Match[int]               `suite:"status"`      // its status
	Proto       Match[string]            `suite:"proto"`       // its version, as in HTTP/1.1
	Header      map[string]Match[string] `suite:"header"`      // headers of the response, by name
	Body        Match[string]            `suite:"body"`        // its first 64 KiB
	Size        Match[int]               `suite:"size"`        // octets of its body
	SHA256      Match[string]            `suite:"sha256"`      // SHA-256 of its body, in hexadecimal
	Remote      Match[string]            `suite:"remote"`      // the server's end of the connection: ADDRESS:PORT, :PORT or ADDRESS
	Local       Match[string]            `suite:"local"`       // the client's end of the connection
	Sent        Match[int]               `suite:"sent"`        // octets of the request
	TLS         Match[string]            `suite:"tls"`         // the version of TLS, as in 1.3; none of an http URL: 1.0, 1.1, 1.2, 1.3
	Cipher      Match[string]            `suite:"cipher"`      // its cipher suite, as in TLS_AES_128_GCM_SHA256
	ALPN        Match[string]            `suite:"alpn"`        // the protocol that was negotiated: h2 or http/1.1: h2, http/1.1
	Certificate Match[[]string]          `suite:"certificate"` // names and addresses of the server's certificate
	Issuer      Match[string]            `suite:"issuer"`      // common name of who issued it
	Took        Match[time.Duration]     `suite:"took"`        // from the question to the answer
	Error       Match[string]            `suite:"error"`       // what stood in the way of an answer; there is to be nothing unless this is given

	Label      string        `suite:"name,top"`       // what is to be true, in words
	Points     int           `suite:"points,top"`     // earned when it passes
	Hint       string        `suite:"hint,top"`       // for who failed it
	Not        bool          `suite:"not,top"`        // it is to fail
	Eventually time.Duration `suite:"eventually,top"` // it holds once within this time; 2s if left out
	AlwaysFor  time.Duration `suite:"always_for,top"` // it holds for this long
	NeverFor   time.Duration `suite:"never_for,top"`  // it does not hold for this long
}

func (HTTP) kind() string { return "http" }

// Ping is an assertion about the replies to echo requests.
type Ping struct {
	From     string                 `suite:"from"`      // the node that sends
	To       string                 `suite:"to"`        // an address, NODE.INTERFACE, or a name that the node resolves
	Count    int                    `suite:"count"`     // requests; 1 if left out
	Interval time.Duration          `suite:"interval"`  // between two requests; 1s if left out
	Timeout  time.Duration          `suite:"timeout"`   // for each answer; 2s if left out
	Size     *int                   `suite:"size"`      // octets of data; 56 if left out
	TTL      int                    `suite:"ttl"`       // time to live; 64 if left out
	DF       bool                   `suite:"df"`        // set Don't Fragment (RFC 791)
	Of       string                 `suite:"of"`        // the name of a step whose answer is judged; nothing is asked then
	Received Match[int]             `suite:"received"`  // requests that were answered; all of them if nothing is given
	Lost     Match[int]             `suite:"lost"`      // requests that were not answered
	RTT      Match[[]time.Duration] `suite:"rtt"`       // round-trip time of each reply
	ICMPFrom Match[[]string]        `suite:"icmp_from"` // who sent each ICMP error
	ICMPType Match[[]int]           `suite:"icmp_type"` // type of each ICMP error
	ICMPCode Match[[]int]           `suite:"icmp_code"` // code of each ICMP error
	Error    Match[string]          `suite:"error"`     // what stood in the way of an answer; there is to be nothing unless this is given

	Label      string        `suite:"name,top"`       // what is to be true, in words
	Points     int           `suite:"points,top"`     // earned when it passes
	Hint       string        `suite:"hint,top"`       // for who failed it
	Not        bool          `suite:"not,top"`        // it is to fail
	Eventually time.Duration `suite:"eventually,top"` // it holds once within this time; 2s if left out
	AlwaysFor  time.Duration `suite:"always_for,top"` // it holds for this long
	NeverFor   time.Duration `suite:"never_for,top"`  // it does not hold for this long
}

func (Ping) kind() string { return "ping" }

// Path is an assertion about whom packets pass.
type Path struct {
	From    string          `suite:"from"`    // the node that sends
	To      string          `suite:"to"`      // an address, NODE.INTERFACE, or a name that the node resolves
	Network string          `suite:"network"` // udp, to ports from 33434 on, or icmp, echo requests; udp if left out
	Max     int             `suite:"max"`     // hops; 30 if left out
	Timeout time.Duration   `suite:"timeout"` // for the answer to each probe; 1s if left out
	Of      string          `suite:"of"`      // the name of a step whose answer is judged; nothing is asked then
	Hops    Match[[]string] `suite:"hops"`    // address of each hop; * where nobody answered
	Reached Match[bool]     `suite:"reached"` // whether the probes got there; on if left out
	Error   Match[string]   `suite:"error"`   // what stood in the way of an answer; there is to be nothing unless this is given

	Label      string        `suite:"name,top"`       // what is to be true, in words
	Points     int           `suite:"points,top"`     // earned when it passes
	Hint       string        `suite:"hint,top"`       // for who failed it
	Not        bool          `suite:"not,top"`        // it is to fail
	Eventually time.Duration `suite:"eventually,top"` // it holds once within this time; 2s if left out
	AlwaysFor  time.Duration `suite:"always_for,top"` // it holds for this long
	NeverFor   time.Duration `suite:"never_for,top"`  // it does not hold for this long
}

func (Path) kind() string { return "path" }

// Exec is an assertion about how a program ends.
type Exec struct {
	Node    string               `suite:"node"`    // where the program runs
	Command []string             `suite:"command"` // program and arguments
	Shell   string               `suite:"shell"`   // a text for sh -c, instead of command
	Env     map[string]string    `suite:"env"`     // variables, added to the node's own
	Stdin   string               `suite:"stdin"`   // what it reads
	Timeout time.Duration        `suite:"timeout"` // it is killed then; 10s if left out
	Of      string               `suite:"of"`      // the name of a step whose answer is judged; nothing is asked then
	Exit    Match[int]           `suite:"exit"`    // its exit status; 0 if left out
	Signal  Match[string]        `suite:"signal"`  // the signal that killed it, as in SIGTERM
	Stdout  Match[string]        `suite:"stdout"`  // what it wrote there, the first 64 KiB
	Stderr  Match[string]        `suite:"stderr"`  // what it wrote there, the first 64 KiB
	Took    Match[time.Duration] `suite:"took"`    // from its start to its end
	Error   Match[string]        `suite:"error"`   // what kept it from running or ending; there is to be nothing unless this is given

	Label      string        `suite:"name,top"`       // what is to be true, in words
	Points     int           `suite:"points,top"`     // earned when it passes
	Hint       string        `suite:"hint,top"`       // for who failed it
	Not        bool          `suite:"not,top"`        // it is to fail
	Eventually time.Duration `suite:"eventually,top"` // it holds once within this time; 2s if left out
	AlwaysFor  time.Duration `suite:"always_for,top"` // it holds for this long
	NeverFor   time.Duration `suite:"never_for,top"`  // it does not hold for this long
}

func (Exec) kind() string { return "exec" }

// Recv is an assertion about what a step received.
type Recv struct {
	Of     string               `suite:"of"`     // the name of the recv step
	Octets Match[int]           `suite:"octets"` // how many came
	Data   Match[string]        `suite:"data"`   // the first KiB of them
	SHA256 Match[string]        `suite:"sha256"` // their SHA-256, in hexadecimal
	Equals string               `suite:"equals"` // the send step that sent the same octets
	EOF    *bool                `suite:"eof"`    // whether the end of the stream came behind them; nil if it does not matter
	From   Match[string]        `suite:"from"`   // who sent them: ADDRESS:PORT, :PORT or ADDRESS
	Took   Match[time.Duration] `suite:"took"`   // how long it took
	Error  Match[string]        `suite:"error"`  // what stood in the way of an answer; there is to be nothing unless this is given

	Label      string        `suite:"name,top"`       // what is to be true, in words
	Points     int           `suite:"points,top"`     // earned when it passes
	Hint       string        `suite:"hint,top"`       // for who failed it
	Not        bool          `suite:"not,top"`        // it is to fail
	Eventually time.Duration `suite:"eventually,top"` // it holds once within this time; 2s if left out
	AlwaysFor  time.Duration `suite:"always_for,top"` // it holds for this long
	NeverFor   time.Duration `suite:"never_for,top"`  // it does not hold for this long
}

func (Recv) kind() string { return "recv" }

// DHCP6Lease is an assertion about what DHCPv6 clients hold.
type DHCP6Lease struct {
	Node      string               `suite:"node"`      // the node that is looked at
	Interface Match[string]        `suite:"interface"` // the interface whose client it is
	State     Match[string]        `suite:"state"`     // state of the client: INIT, SOLICITING, REQUESTING, BOUND, RENEWING, REBINDING, INFORMED
	Address   Match[string]        `suite:"address"`   // the address that it holds
	Server    Match[string]        `suite:"server"`    // the server's link-local address
	DUID      Match[string]        `suite:"duid"`      // DUID of the server, in hexadecimal with colons
	DNS       Match[[]string]      `suite:"dns"`       // the name servers that the server named
	Domain    Match[[]string]      `suite:"domain"`    // the domains that the server named
	Valid     Match[time.Duration] `suite:"valid"`     // valid lifetime of the address
	Preferred Match[time.Duration] `suite:"preferred"` // preferred lifetime of the address
	T1        Match[time.Duration] `suite:"t1"`        // after so long the client asks its server to renew
	T2        Match[time.Duration] `suite:"t2"`        // after so long the client asks any server to rebind
	Count     Match[int]           `suite:"count"`     // how many items match the other fields; without it, one at least

	Label      string        `suite:"name,top"`       // what is to be true, in words
	Points     int           `suite:"points,top"`     // earned when it passes
	Hint       string        `suite:"hint,top"`       // for who failed it
	Not        bool          `suite:"not,top"`        // it is to fail
	Eventually time.Duration `suite:"eventually,top"` // it holds once within this time; 2s if left out
	AlwaysFor  time.Duration `suite:"always_for,top"` // it holds for this long
	NeverFor   time.Duration `suite:"never_for,top"`  // it does not hold for this long
}

func (DHCP6Lease) kind() string { return "dhcp6_lease" }

// SnapshotDiff is an assertion about what has changed since a snapshot step.
type SnapshotDiff struct {
	From    string          `suite:"from"`    // the snapshot step that is compared with
	To      string          `suite:"to"`      // another snapshot step; the state now if left out
	Only    []string        `suite:"only"`    // kinds that are compared: interfaces, addresses, routes, neighbors, sockets, fdb, stp, leases; all if left out
	Added   Match[[]string] `suite:"added"`   // lines that are new; none if left out
	Removed Match[[]string] `suite:"removed"` // lines that are gone; none if left out
	Changed Match[[]string] `suite:"changed"` // lines BEFORE -> AFTER; none if left out

	Label      string        `suite:"name,top"`       // what is to be true, in words
	Points     int           `suite:"points,top"`     // earned when it passes
	Hint       string        `suite:"hint,top"`       // for who failed it
	Not        bool          `suite:"not,top"`        // it is to fail
	Eventually time.Duration `suite:"eventually,top"` // it holds once within this time; 2s if left out
	AlwaysFor  time.Duration `suite:"always_for,top"` // it holds for this long
	NeverFor   time.Duration `suite:"never_for,top"`  // it does not hold for this long
}

func (SnapshotDiff) kind() string { return "snapshot_diff" }

// Request is what an HTTP request has besides where it goes.
type Request struct {
	Method     string        `suite:"method"`      // GET if left out
	Headers    []Header      `suite:"headers"`     // sent in the order written, after Host
	Body       string        `suite:"body"`        // sent with a Content-Length
	SourcePort int           `suite:"source_port"` // the client's port; the kernel's choice if left out
	Pad        Pad           `suite:"pad"`         // lengthens a header until the request has so many octets
	TLS        TLS           `suite:"tls"`         // how it speaks TLS, of an https URL
	KeepAlive  bool          `suite:"keep_alive"`  // leave the connection open
	Timeout    time.Duration `suite:"timeout"`     // 10s if left out
}

// Pad lengthens a header of a request.
type Pad struct {
	Header string `suite:"header"` // the header that is added, or lengthened where it is there
	To     int    `suite:"to"`     // octets of the whole request, body included
}

// TLS is how a request of https speaks TLS.
type TLS struct {
	Name     string   `suite:"name"`     // the name that is asked for (SNI), and is to be in the certificate; that of the URL if left out
	Min      string   `suite:"min"`      // the oldest version that is spoken, 1.0 to 1.3; 1.2 if left out
	Max      string   `suite:"max"`      // the newest version; 1.3 if left out
	ALPN     []string `suite:"alpn"`     // protocols that are offered, the best first: h2, http/1.1; http/1.1 if left out
	Insecure bool     `suite:"insecure"` // whatever certificate the server has is taken
}
