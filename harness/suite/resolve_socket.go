package suite

import (
	"fmt"
	"net"
	"net/netip"
	"path"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/netrig/netrig/internal/strict"
)

// maxOctets is how much one step sends or receives, at most.
const maxOctets = 1 << 30

// maxDatagram is what fits into a UDP datagram over IPv4 (RFC 768, RFC 791).
const maxDatagram = 65507

// maxRefused is how long a datagram may be whose step is to fail.
const maxRefused = 1 << 20

// heldKind is what a socket that is held can do.
type heldKind string

const (
	heldListener  heldKind = "a listener"
	heldStream    heldKind = "a connection"
	heldBound     heldKind = "a UDP socket without a peer"
	heldConnected heldKind = "a connected UDP socket"
)

// held is a socket that a step opened.
type held struct {
	step    *Step
	kind    heldKind
	begun   bool // connected waits for it
	opened  Pos  // its line
	closed  Pos  // the zero Pos: it is open
	pending bool // it is opened in the parallel step that is checked now
	fails   bool // the step that was to open it is to fail
	local   bool // of AF_UNIX

	used map[string]bool // by which kinds of step of the parallel step that is checked now
}

// socketStep checks a step about a socket.
func (r *resolver) socketStep(s *Step) {
	switch {
	case s.Listen != nil:
		r.listen(s, s.Listen)
	case s.Connect != nil:
		r.connect(s, s.Connect)
	case s.Connected != nil:
		r.timeout(s.Connected.Pos, s.Connected.Timeout)
		h := r.use(s.Connected.Pos, "send", s.Connected.Of) // both wait until it can be written to
		if h != nil && !h.begun {
			r.errorf(s.Connected.Pos, "remove the step, or write `begin: on` in the connect step", "there is nothing to wait for: %s is %s whose step waited itself", s.Connected.Of, h.kind)
		}
	case s.Accept != nil:
		r.timeout(s.Accept.Pos, s.Accept.Timeout)
		h := r.use(s.Accept.Pos, "accept", s.Accept.Of)
		if h != nil && h.kind != heldListener {
			r.errorf(s.Accept.Pos, "name a `listen:` step of TCP or unix", "%s is %s: it accepts no connections", s.Accept.Of, h.kind)
		}
		network := "tcp"
		if h != nil && h.local {
			network = "unix"
		}
		r.options(s.Accept.Options, network)
		r.open(s, "accept", heldStream, false)
		r.ofUnix(s, network)
	case s.Send != nil:
		r.send(s.Send, s.Fails != nil)
	case s.Recv != nil:
		r.recv(s.Recv)
	case s.Shutdown != nil:
		x := s.Shutdown
		if x.How != "" && x.How != "write" && x.How != "read" {
			r.errorf(x.Pos, choose(x.How, []string{"write", "read"}), "how cannot be %s", strict.Quote(x.How))
		}
		if h := r.use(x.Pos, "shutdown "+x.How, x.On); h != nil && h.kind != heldStream {
			r.errorf(x.Pos, "name a connection", "%s is %s: it has no half to close", x.On, h.kind)
		}
	case s.Close != nil:
		if h := r.use(s.Close.Pos, "close", s.Close.On); h != nil {
			h.closed = s.Close.Pos
		}
	case s.Reset != nil:
		h := r.use(s.Reset.Pos, "reset", s.Reset.On)
		if h == nil {
			return
		}
		if h.kind != heldStream {
			r.errorf(s.Reset.Pos, "write `close: "+s.Reset.On+"`", "%s is %s: there is nothing to reset", s.Reset.On, h.kind)
		}
		if h.kind == heldStream && h.local {
			r.errorf(s.Reset.Pos, "write `close: "+s.Reset.On+"`", "%s is a connection of unix: it has no RST", s.Reset.On)
		}
		h.closed = s.Reset.Pos
	}
}

// ofUnix notes that the socket that a step opens is one of AF_UNIX, where it is.
func (r *resolver) ofUnix(s *Step, network string) {
	if h := r.held[s.As]; h != nil && h.step == s {
		h.local = network == "unix"
	}
}

// open notes the socket that a step opens, under the step's name.
func (r *resolver) open(s *Step, what string, kind heldKind, begun bool) {
	if s.As == "" {
		r.errorf(s.Pos, "write `as: NAME`", "%s has no name to use the socket by", what)
		return
	}
	if r.held[s.As] == nil {
		r.held[s.As] = &held{step: s, kind: kind, begun: begun, opened: s.Pos, pending: r.inside, fails: s.Fails != nil, used: map[string]bool{}}
	}
}

// use returns the socket of that name, nil where there is none that the step
// could use, which is recorded. Steps beside each other in a parallel step
// may not use it for the same thing.
func (r *resolver) use(pos Pos, what, name string) *held {
	if name == "" {
		return nil // recorded as missing
	}
	h := r.held[name]
	switch {
	case h == nil:
		cure := "open one with listen, connect or accept, and `as: " + name + "`"
		if len(r.held) > 0 {
			cure = r.have(name, sortedKeys(r.held))
		}
		r.errorf(pos, cure, "no socket %s before this step", strict.Quote(name))
		return nil
	case h.fails:
		r.errorf(pos, "remove `fails:` there, or this step", "there is no socket %s: the step on line %d that opens it is to fail", name, h.opened.Line)
		return nil
	case h.pending:
		r.errorf(pos, "put the step behind the parallel step", "socket %s is opened in the same parallel step, perhaps later", name)
		return nil
	case h.closed != Pos{} && len(h.used) == 0:
		r.errorf(pos, "", "socket %s is closed on line %d", name, h.closed.Line)
		return nil
	}
	if !r.inside {
		return h
	}
	closes := what == "close" || what == "reset"
	if h.used[what] || closes && len(h.used) > 0 || h.used["close"] || h.used["reset"] {
		r.errorf(pos, "put one step behind the other", "the parallel step does two things to %s that get in each other's way", name)
		return nil
	}
	h.used[what] = true
	return h
}

// parallelOver ends the check of a parallel step: what it opened is there
// from now on.
func (r *resolver) parallelOver() {
	r.inside = false
	for _, h := range r.held {
		h.pending = false
		clear(h.used)
	}
}

func (r *resolver) listen(s *Step, x *Listen) {
	r.speaker(x.Pos, "node", x.Node)
	if x.Network == "unix" {
		r.unixAddress(x.Pos, "address", x.Address)
	} else {
		x.Local = r.local(x.Pos, "address", x.Address, 1)
	}
	r.network(x.Pos, x.Network)
	if x.Unprivileged && x.Network == "unix" {
		r.errorf(x.Pos, "remove unprivileged", "a unix socket has no port, for which anybody would need a right")
	}
	r.number(x.Pos, "backlog", x.Backlog, 0, 65535)
	r.options(x.Options, x.Network)
	kind := heldListener
	if x.Network == "udp" {
		kind = heldBound
		if x.Backlog != defaultBacklog {
			r.errorf(x.Pos, "remove backlog", "nothing is accepted from a UDP socket")
		}
	}
	r.open(s, "listen", kind, false)
	r.ofUnix(s, x.Network)
}

func (r *resolver) connect(s *Step, x *Connect) {
	r.speaker(x.Pos, "from", x.From)
	switch {
	case x.Network != "unix":
		x.To = r.remote(x.Pos, x.To)
	case x.Source != "" || x.Begin:
		r.errorf(x.Pos, "remove them", "a unix socket needs no source, and is connected at once: there is nothing to begin")
	default:
		r.unixAddress(x.Pos, "to", x.To)
	}
	if x.Source != "" && x.Network != "unix" {
		x.Local = r.local(x.Pos, "source", x.Source, 0)
	}
	if x.Unprivileged && x.Local.Port() == 0 {
		r.errorf(x.Pos, "add source: \":PORT\", or remove unprivileged", "the port that the kernel chooses needs no right")
	}
	if to, err := netip.ParseAddrPort(x.To); err == nil && x.Local.Addr().IsValid() && to.Addr().Is4() != x.Local.Addr().Is4() {
		r.errorf(x.Pos, "write both as IPv4 or both as IPv6", "no packet leads from %s to %s", x.Local.Addr(), to.Addr())
	}
	r.network(x.Pos, x.Network)
	r.timeout(x.Pos, x.Timeout)
	r.options(x.Options, x.Network)
	kind := heldStream
	if x.Network == "udp" {
		kind = heldConnected
		if x.Begin {
			r.errorf(x.Pos, "remove begin", "a UDP socket is connected at once")
		}
	}
	r.open(s, "connect", kind, x.Begin)
	r.ofUnix(s, x.Network)
}

// speaker checks the name of a node that is to have a socket.
func (r *resolver) speaker(pos Pos, what, name string) {
	if name == "" {
		return // recorded as missing
	}
	if n := r.node(pos, what, name); n != nil && n.Bridges() {
		r.errorf(pos, "name a host or a router", "%s is a %s: it has no address for a socket", n.Name, n.Kind)
	}
}

func (r *resolver) network(pos Pos, network string) {
	if have := []string{"tcp", "udp", "unix"}; !slices.Contains(have, network) {
		r.errorf(pos, choose(network, have), "network cannot be %s", strict.Quote(network))
	}
}

func (r *resolver) send(x *Send, fails bool) {
	r.timeout(x.Pos, x.Timeout)
	if (x.Data == nil) == (x.Octets == nil) {
		r.errorf(x.Pos, "write one of data, octets", "a send step sends one thing")
	}
	if x.To != "" {
		x.To = r.remote(x.Pos, x.To)
	}
	h := r.use(x.Pos, "send", x.On)
	if h == nil {
		return
	}
	switch {
	case h.kind == heldListener:
		r.errorf(x.Pos, "accept a connection first, and send on that", "%s is a listener: it sends nothing", x.On)
	case h.kind == heldBound && x.To == "":
		r.errorf(x.Pos, "write `to: HOST:PORT`", "%s is a UDP socket without a peer: to whom?", x.On)
	case h.kind != heldBound && x.To != "":
		r.errorf(x.Pos, "remove to", "%s is %s: it has its peer", x.On, h.kind)
	case h.kind == heldStream:
		r.octets(x.Pos, x.Octets, 1, maxOctets)
		if x.Data != nil && *x.Data == "" {
			r.errorf(x.Pos, "", "no octets are sent")
		}
	case fails: // the kernel may be shown what it refuses
		r.octets(x.Pos, x.Octets, 0, maxRefused)
	default:
		r.octets(x.Pos, x.Octets, 0, maxDatagram)
	}
}

func (r *resolver) recv(x *Recv) {
	r.timeout(x.Pos, x.Timeout)
	switch {
	case x.Until != "" && x.Until != "eof":
		r.errorf(x.Pos, "write `until: eof`", "until cannot be %s", strict.Quote(x.Until))
	case x.Data != nil && x.Octets != nil:
		r.errorf(x.Pos, "keep one of them", "data and octets exclude each other")
	}
	h := r.use(x.Pos, "recv", x.On)
	if h == nil {
		return
	}
	switch {
	case h.kind == heldListener:
		r.errorf(x.Pos, "accept a connection first, and receive on that", "%s is a listener: it receives nothing", x.On)
	case h.kind != heldStream && x.Until != "":
		r.errorf(x.Pos, "remove until", "%s is %s: it has no end", x.On, h.kind)
	case h.kind != heldStream:
		r.octets(x.Pos, x.Octets, 0, maxDatagram)
	case x.Data == nil && x.Octets == nil && x.Until == "":
		r.errorf(x.Pos, "write one of data, octets, `until: eof`", "nothing says how much is received")
	case x.Until == "":
		r.octets(x.Pos, x.Octets, 1, maxOctets)
		if x.Data != nil && *x.Data == "" {
			r.errorf(x.Pos, "write `until: eof` for the end of the stream", "no octets are received")
		}
	default:
		r.octets(x.Pos, x.Octets, 0, maxOctets)
	}
}

func (r *resolver) octets(pos Pos, n *Size, least, most int) {
	if n != nil {
		r.number(pos, "octets", int(*n), least, most)
	}
}

// remote resolves HOST:PORT: references become addresses, names stay names.
func (r *resolver) remote(pos Pos, text string) string {
	if text == "" {
		return "" // recorded as missing
	}
	host, port, err := net.SplitHostPort(text)
	n, portErr := strconv.ParseUint(port, 10, 16)
	if err != nil || portErr != nil || host == "" || n == 0 {
		r.errorf(pos, "write HOST:PORT, as in web:80 or [2001:db8::1]:80", "%s is no host and port", strict.Quote(text))
		return text
	}
	return net.JoinHostPort(r.host(pos, host), port)
}

// local resolves :PORT or ADDRESS:PORT of a node's own.
func (r *resolver) local(pos Pos, what, text string, least int) netip.AddrPort {
	if text == "" {
		return netip.AddrPort{} // recorded as missing
	}
	host, port, err := net.SplitHostPort(text)
	n, portErr := strconv.ParseUint(port, 10, 16)
	if err != nil || portErr != nil || int(n) < least {
		r.errorf(pos, "write :PORT or ADDRESS:PORT", "%s cannot be %s", what, strict.Quote(text))
		return netip.AddrPort{}
	}
	a := Address{Pos: pos, Text: host}
	r.address(&a)
	if a.Addr.Zone() != "" {
		r.errorf(pos, "write it without the interface", "%s has an interface in it: %s", what, strict.Quote(text))
	}
	return netip.AddrPortFrom(a.Addr, uint16(n))
}

// unixAddress checks an address of AF_UNIX (unix(7)): @NAME, which is abstract, or
// the path of a file.
func (r *resolver) unixAddress(pos Pos, what, text string) {
	name, abstract := strings.CutPrefix(text, "@")
	switch {
	case text == "":
		return // recorded as missing
	case strings.ContainsRune(text, 0), abstract && (name == "" || len(name) > maxAbstract):
		r.errorf(pos, fmt.Sprintf("a name has 1 to %d octets", maxAbstract), "%s cannot be %s", what, strict.Quote(text))
	case abstract:
	case !strings.HasPrefix(text, "/") || path.Clean(text) != text || text == "/" || len(text) > maxUnixPath:
		r.errorf(pos, fmt.Sprintf("write @NAME, or a path such as /run/app.sock, of %d octets at most", maxUnixPath), "%s cannot be %s", what, strict.Quote(text))
	}
}

// maxAbstract is how long an abstract name can be (unix(7)); maxUnixPath leaves
// room for where the files of a node are.
const (
	maxAbstract = 107
	maxUnixPath = 80
)

// options checks the options of a socket.
func (r *resolver) options(o *SocketOptions, network string) {
	if o == nil {
		return
	}
	within := func(what string, n *int, least, most int) {
		if n != nil {
			r.number(o.Pos, what, *n, least, most)
		}
	}
	seconds := func(what string, d *time.Duration, least, most int) {
		if d != nil && (*d%time.Second != 0 || *d < time.Duration(least)*time.Second || *d > time.Duration(most)*time.Second) {
			r.errorf(o.Pos, "", "%s must be whole seconds, from %ds to %ds, not %s", what, least, most, *d)
		}
	}
	if k := o.KeepAlive; k != nil {
		seconds("idle", &k.Idle, 1, 32767)
		seconds("interval", &k.Interval, 1, 32767)
		r.number(o.Pos, "count", k.Count, 1, 127)
	}
	if d := o.UserTimeout; d != nil && (*d < time.Millisecond || *d%time.Millisecond != 0 || *d > time.Hour) {
		r.errorf(o.Pos, "", "user_timeout must be whole milliseconds, from 1ms to 1h, not %s", *d)
	}
	seconds("linger", o.Linger, 0, maxLinger)
	for _, b := range [...]struct {
		what string
		size *Size
	}{{"send_buffer", o.SendBuffer}, {"receive_buffer", o.ReceiveBuffer}} {
		if b.size != nil {
			r.number(o.Pos, b.what, int(*b.size), 1, maxOctets)
		}
	}
	within("mss", o.MSS, 88, 32767)
	within("ttl", o.TTL, 1, 255)
	within("syn_retries", o.SYNRetries, 1, 127)
	r.strangeOptions(o, network)
}

// strangeOptions records the options that sockets of a network do not have.
func (r *resolver) strangeOptions(o *SocketOptions, network string) {
	var strange []string
	for _, x := range [...]struct {
		name string
		set  bool
		ip   bool // UDP has it
	}{
		{"nodelay", o.NoDelay != nil, false}, {"keepalive", o.KeepAlive != nil, false}, {"user_timeout", o.UserTimeout != nil, false},
		{"linger", o.Linger != nil, false}, {"mss", o.MSS != nil, false}, {"syn_retries", o.SYNRetries != nil, false},
		{"quickack", o.QuickACK != nil, false}, {"reuse_address", o.ReuseAddress != nil, true}, {"reuse_port", o.ReusePort != nil, true},
		{"ttl", o.TTL != nil, true}, {"dont_fragment", o.DontFragment != nil, true},
	} {
		if x.set && (network == "unix" || network == "udp" && !x.ip) {
			strange = append(strange, x.name)
		}
	}
	if len(strange) > 0 {
		which := map[string]string{"udp": "a UDP", "unix": "a unix"}[network]
		r.errorf(o.Pos, fmt.Sprintf("remove %s", strings.Join(strange, ", ")), "%s socket has no such options: %s", which, strings.Join(strange, ", "))
	}
}

// maxLinger bounds, in seconds, for how long closing may wait for the peer.
const maxLinger = 10
