package lab

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"math/rand/v2"
	"net/netip"
	"os"
	"time"

	"golang.org/x/net/icmp"
	"golang.org/x/net/ipv4"
	"golang.org/x/net/ipv6"
	"golang.org/x/sys/unix"

	"github.com/netrig/netrig/harness/state"
)

// PathOptions are the choices of a path.
type PathOptions struct {
	ICMP    bool          // probe with echo requests, not with UDP
	Max     int           // hops; 30 if 0
	Timeout time.Duration // for the answer to each probe; 1 s if 0
}

// firstPort is the destination port of the first probe, and is counted up with
// the hops, as traceroute(8) does it: nobody listens there.
const firstPort = 33434

// Path sends probes from the node with a time to live of 1, 2, 3 ..., and reports
// who lets each of them die, up to the one that reaches its destination or that
// somebody says cannot. No answer is a hop without an address. The error is that
// nothing could be sent, or that ctx ended.
func (n *Node) Path(ctx context.Context, to netip.Addr, o PathOptions) (state.Path, error) {
	if o.Max == 0 {
		o.Max = 30
	}
	if o.Timeout == 0 {
		o.Timeout = time.Second
	}
	path := state.Path{To: to}
	p, err := n.openProber(to, o.ICMP)
	if err != nil {
		return path, fmt.Errorf("%s: path to %s: %w", n.Name, to, err)
	}
	defer func() { _ = p.file.Close() }() // nothing is lost with it
	defer context.AfterFunc(ctx, func() { _ = p.file.SetReadDeadline(time.Unix(1, 0)) })()
	for ttl := 1; ttl <= o.Max && !path.Reached; ttl++ {
		hop, over, err := p.probe(ctx, ttl, o.Timeout)
		if err != nil {
			return path, fmt.Errorf("%s: path to %s: %w", n.Name, to, err)
		}
		path.Hops = append(path.Hops, hop)
		path.Reached = over == reached
		if over == refused {
			break
		}
	}
	return path, nil
}

// outcome is what became of a probe.
type outcome uint8

const (
	silent  outcome = iota // nobody answers
	died                   // its time to live was over
	refused                // it cannot get any further
	reached
)

// prober is a path under way: a socket with an error queue (ip(7), IP_RECVERR).
type prober struct {
	file *os.File
	to   netip.Addr
	icmp bool
	id   uint16 // of echo requests
	buf  []byte
	oob  []byte
}

func (n *Node) openProber(to netip.Addr, echo bool) (*prober, error) {
	p := &prober{to: to, icmp: echo, id: uint16(rand.Uint32()), buf: make([]byte, 2048), oob: make([]byte, 512)}
	family, level, option := unix.AF_INET, unix.SOL_IP, unix.IP_RECVERR
	if to.Is6() {
		family, level, option = unix.AF_INET6, unix.SOL_IPV6, unix.IPV6_RECVERR
	}
	kind, protocol := unix.SOCK_DGRAM, 0
	switch {
	case echo && to.Is6():
		kind, protocol = unix.SOCK_RAW, unix.IPPROTO_ICMPV6
	case echo:
		kind, protocol = unix.SOCK_RAW, unix.IPPROTO_ICMP
	}
	err := n.ns.Do(func() error {
		fd, err := unix.Socket(family, kind|unix.SOCK_CLOEXEC|unix.SOCK_NONBLOCK, protocol)
		if err != nil {
			return os.NewSyscallError("socket", err)
		}
		if err := unix.SetsockoptInt(fd, level, option, 1); err != nil {
			return errors.Join(os.NewSyscallError("setsockopt", err), unix.Close(fd))
		}
		p.file = os.NewFile(uintptr(fd), "prober")
		return nil
	})
	return p, err
}

// probe sends one probe and waits for what becomes of it.
func (p *prober) probe(ctx context.Context, ttl int, timeout time.Duration) (hop state.Hop, over outcome, err error) {
	raw, err := p.file.SyscallConn()
	if err != nil {
		return hop, silent, err
	}
	var failed error
	if err := raw.Control(func(fd uintptr) { failed = p.send(int(fd), ttl) }); err != nil || failed != nil {
		return hop, silent, errors.Join(err, failed)
	}
	sent := time.Now()
	if err := p.file.SetReadDeadline(sent.Add(timeout)); err != nil {
		return hop, silent, err
	}
	if ctx.Err() != nil { // after the deadline, which would undo that of ctx
		return hop, silent, context.Cause(ctx)
	}
	err = raw.Read(func(fd uintptr) bool {
		for {
			var more bool
			hop, over, more, failed = p.receive(int(fd), ttl)
			if failed != nil || over != silent {
				return true
			}
			if !more {
				return false
			}
		}
	})
	switch {
	case ctx.Err() != nil:
		return state.Hop{}, silent, context.Cause(ctx)
	case errors.Is(err, os.ErrDeadlineExceeded):
		return state.Hop{}, silent, nil
	case err != nil || failed != nil:
		return state.Hop{}, silent, errors.Join(err, failed)
	}
	hop.RTT = time.Since(sent)
	return hop, over, nil
}

// send sends a probe. What came of an earlier one too late is taken off first:
// the kernel would tell it instead.
func (p *prober) send(fd, ttl int) error {
	level, option := unix.SOL_IP, unix.IP_TTL
	if p.to.Is6() {
		level, option = unix.SOL_IPV6, unix.IPV6_UNICAST_HOPS
	}
	if err := unix.SetsockoptInt(fd, level, option, ttl); err != nil {
		return os.NewSyscallError("setsockopt", err)
	}
	data, port := make([]byte, 32), firstPort+ttl-1
	if p.icmp {
		m := icmp.Message{Type: ipv4.ICMPTypeEcho, Body: &icmp.Echo{ID: int(p.id), Seq: ttl, Data: data}}
		if p.to.Is6() {
			m.Type = ipv6.ICMPTypeEchoRequest // the kernel fills in the checksum
		}
		b, err := m.Marshal(nil)
		if err != nil {
			return err
		}
		data, port = b, 0
	}
	for {
		err := unix.Sendto(fd, data, 0, sockaddr(netip.AddrPortFrom(p.to, uint16(port))))
		if err == nil {
			return nil
		}
		if _, late, _ := p.queued(fd); !late {
			return os.NewSyscallError("sendto", err)
		}
	}
}

// receive takes one message off the error queue, or the socket. It is not more
// where both are empty.
func (p *prober) receive(fd, ttl int) (hop state.Hop, over outcome, more bool, err error) {
	e, ok, err := p.queued(fd)
	if err != nil {
		return hop, silent, false, err
	}
	if ok {
		if e.ttl != ttl {
			return hop, silent, true, nil
		}
		return e.hop, p.became(e.hop), true, nil
	}
	n, from, failed := unix.Recvfrom(fd, p.buf, 0)
	if failed == nil && p.answers(p.buf[:n], from, ttl) {
		return state.Hop{Addr: p.to}, reached, true, nil
	}
	// Another error than EAGAIN is that of an ICMP error, which is in its queue by now.
	return hop, silent, !errors.Is(failed, unix.EAGAIN), nil
}

// answers reports whether a message comes from the destination, for a probe.
// Whoever a UDP probe reaches may serve there after all.
func (p *prober) answers(b []byte, from unix.Sockaddr, ttl int) bool {
	addr, port := addrOf(from)
	if addr != p.to {
		return false
	}
	if p.icmp {
		return p.replies(b, ttl)
	}
	return port-firstPort+1 == ttl
}

// became is what an ICMP error says of a probe.
func (p *prober) became(h state.Hop) outcome {
	exceeded, unreachable, port := 11, 3, 3
	if p.to.Is6() {
		exceeded, unreachable, port = 3, 1, 4
	}
	switch {
	case h.Type == exceeded && h.Code == 0:
		return died
	case h.Type == unreachable && h.Code == port && h.Addr == p.to:
		return reached
	}
	return refused
}

// replies reports whether a message is the reply to an echo request. That of
// IPv4 comes with its IP header.
func (p *prober) replies(b []byte, ttl int) bool {
	protocol, want := 58, icmp.Type(ipv6.ICMPTypeEchoReply)
	if p.to.Is4() {
		protocol, want = 1, ipv4.ICMPTypeEchoReply
		if len(b) < ipv4.HeaderLen || len(b) < int(b[0]&0xf)*4 {
			return false
		}
		b = b[int(b[0]&0xf)*4:]
	}
	m, err := icmp.ParseMessage(protocol, b)
	if err != nil || m.Type != want {
		return false
	}
	echo, ok := m.Body.(*icmp.Echo)
	return ok && echo.ID == int(p.id) && echo.Seq == ttl
}

// trouble is an ICMP error, and the probe that it is about.
type trouble struct {
	hop state.Hop
	ttl int // 0: of none
}

// queued takes an ICMP error off the error queue; ok is false where it is empty.
func (p *prober) queued(fd int) (e trouble, ok bool, err error) {
	n, oobn, _, to, err := unix.Recvmsg(fd, p.buf, p.oob, unix.MSG_ERRQUEUE)
	if errors.Is(err, unix.EAGAIN) {
		return e, false, nil
	}
	if err != nil {
		return e, false, os.NewSyscallError("recvmsg", err)
	}
	messages, err := unix.ParseSocketControlMessage(p.oob[:oobn])
	if err != nil {
		return e, false, os.NewSyscallError("recvmsg", err)
	}
	for _, m := range messages {
		v4 := m.Header.Level == unix.SOL_IP && m.Header.Type == unix.IP_RECVERR
		v6 := m.Header.Level == unix.SOL_IPV6 && m.Header.Type == unix.IPV6_RECVERR
		if !v4 && !v6 {
			continue
		}
		hop, remote := extendedError(m.Data)
		if !remote {
			continue
		}
		e.hop, e.ttl = hop, p.about(p.buf[:n], to)
	}
	return e, true, nil
}

// about is the time to live of the probe that an error quotes, 0 for none: of an
// echo request its number, of a datagram its port.
func (p *prober) about(quoted []byte, to unix.Sockaddr) int {
	if p.icmp {
		if len(quoted) < 8 || binary.BigEndian.Uint16(quoted[4:]) != p.id {
			return 0
		}
		return int(binary.BigEndian.Uint16(quoted[6:]))
	}
	if _, port := addrOf(to); port > 0 {
		return port - firstPort + 1
	}
	return 0
}

// extendedError reads a struct sock_extended_err of linux/errqueue.h, and the
// address of who sent the ICMP error behind it. It is not remote where the node's own
// kernel said it.
func extendedError(b []byte) (h state.Hop, remote bool) {
	const size = 16 // ee_errno, ee_origin, ee_type, ee_code, a pad, ee_info, ee_data
	if len(b) < size+4 {
		return h, false
	}
	if origin := b[4]; origin != unix.SO_EE_ORIGIN_ICMP && origin != unix.SO_EE_ORIGIN_ICMP6 {
		return h, false
	}
	h.Type, h.Code = int(b[5]), int(b[6])
	offender := b[size:]
	switch binary.NativeEndian.Uint16(offender) {
	case unix.AF_INET:
		if len(offender) >= 8 {
			h.Addr = netip.AddrFrom4([4]byte(offender[4:8]))
		}
	case unix.AF_INET6:
		if len(offender) >= 24 {
			h.Addr = netip.AddrFrom16([16]byte(offender[8:24]))
		}
	}
	return h, h.Addr.IsValid()
}

// sockaddr is an address as system calls take it.
func sockaddr(a netip.AddrPort) unix.Sockaddr {
	if a.Addr().Is4() {
		return &unix.SockaddrInet4{Port: int(a.Port()), Addr: a.Addr().As4()}
	}
	return &unix.SockaddrInet6{Port: int(a.Port()), Addr: a.Addr().As16()}
}

// addrOf is the address of a system call's answer, and the port.
func addrOf(a unix.Sockaddr) (netip.Addr, int) {
	switch a := a.(type) {
	case *unix.SockaddrInet4:
		return netip.AddrFrom4(a.Addr), a.Port
	case *unix.SockaddrInet6:
		return netip.AddrFrom16(a.Addr), a.Port
	}
	return netip.Addr{}, 0
}
