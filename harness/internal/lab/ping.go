package lab

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"math/rand/v2"
	"net"
	"net/netip"
	"os"
	"syscall"
	"time"

	"golang.org/x/net/icmp"
	"golang.org/x/net/ipv4"
	"golang.org/x/net/ipv6"
	"golang.org/x/sys/unix"

	"github.com/netrig/netrig/harness/state"
)

// PingOptions are the choices of a ping. The zero value sends one echo
// request of 56 octets and waits a second for its answer.
type PingOptions struct {
	Count    int           // echo requests; 1 if 0
	Timeout  time.Duration // for the answer to each; 1 s if 0
	Interval time.Duration // between requests at least; 0 sends the next once the last is answered
	Size     int           // octets of data; 56 if 0, negative for none, 65,507 at most
	TTL      int           // hops; the kernel's default if 0

	DontFragment bool // set DF in IPv4 (RFC 791), and let no IPv6 packet be cut by the sender
}

// maxEcho is the most data that an echo request in one IPv4 packet carries.
const maxEcho = 65535 - 20 - 8

// Ping sends ICMP echo requests (RFC 792, RFC 4443) from the node, each
// once the one before was answered or given up, and reports the answers and
// the ICMP errors that came instead. No answer is no error: the error is
// that nothing could be sent, or that ctx ended.
func (n *Node) Ping(ctx context.Context, to netip.Addr, o PingOptions) (state.Ping, error) {
	result := state.Ping{To: to}
	if o.Count == 0 {
		o.Count = 1
	}
	if o.Timeout == 0 {
		o.Timeout = time.Second
	}
	if o.Size == 0 {
		o.Size = 56
	}
	if o.Size > maxEcho || o.Count < 0 || o.TTL < 0 || o.TTL > 255 {
		return result, fmt.Errorf("%s: ping %s: impossible options %+v", n.Name, to, o)
	}
	p, err := n.openPing(ctx, to, o)
	if err != nil {
		return result, fmt.Errorf("%s: ping %s: %w", n.Name, to, err)
	}
	defer func() { _ = p.conn.Close() }() // nothing is lost with it
	defer context.AfterFunc(ctx, func() { _ = p.conn.SetReadDeadline(time.Unix(1, 0)) })()
	var last time.Time
	for seq := range o.Count {
		if err := pause(ctx, time.Until(last.Add(o.Interval))); err != nil {
			return result, fmt.Errorf("%s: ping %s: %w", n.Name, to, err)
		}
		last = time.Now()
		if err := p.once(ctx, seq, o, &result); err != nil {
			return result, fmt.Errorf("%s: ping %s: %w", n.Name, to, err)
		}
	}
	return result, nil
}

// pinger is one ping under way.
type pinger struct {
	conn      net.PacketConn
	to        netip.Addr
	id        uint16
	data      []byte
	buffer    []byte
	protocol  int       // of ICMP, as the icmp package takes it
	request   icmp.Type // echo request
	reply     icmp.Type
	headerLen int // of the IP header before a quoted request
}

func (n *Node) openPing(ctx context.Context, to netip.Addr, o PingOptions) (*pinger, error) {
	p := &pinger{
		to: to, id: uint16(rand.Uint32()), data: make([]byte, max(o.Size, 0)), buffer: make([]byte, 65536),
		protocol: 1, request: ipv4.ICMPTypeEcho, reply: ipv4.ICMPTypeEchoReply, headerLen: ipv4.HeaderLen,
	}
	for i := range p.data {
		p.data[i] = byte(i)
	}
	network := "ip4:icmp"
	if to.Is6() {
		network = "ip6:ipv6-icmp"
		p.protocol, p.request, p.reply, p.headerLen = 58, ipv6.ICMPTypeEchoRequest, ipv6.ICMPTypeEchoReply, ipv6.HeaderLen
	}
	local := "0.0.0.0"
	if to.Is6() {
		local = "::"
	}
	conn, err := n.ns.ListenPacket(ctx, network, local)
	if err != nil {
		return nil, err
	}
	p.conn = conn
	if o.TTL > 0 && to.Is6() {
		err = ipv6.NewPacketConn(conn).SetHopLimit(o.TTL)
	} else if o.TTL > 0 {
		err = ipv4.NewPacketConn(conn).SetTTL(o.TTL)
	}
	if err == nil && o.DontFragment {
		err = dontFragment(conn, to.Is6())
	}
	if err != nil {
		return nil, errors.Join(err, conn.Close())
	}
	return p, nil
}

// dontFragment has the kernel set DF and refuse what is longer than the
// path's MTU (ip(7), ipv6(7)).
func dontFragment(conn net.PacketConn, v6 bool) error {
	raw, err := conn.(syscall.Conn).SyscallConn()
	if err != nil {
		return err
	}
	level, option, value := unix.IPPROTO_IP, unix.IP_MTU_DISCOVER, unix.IP_PMTUDISC_DO
	if v6 {
		level, option, value = unix.IPPROTO_IPV6, unix.IPV6_MTU_DISCOVER, unix.IPV6_PMTUDISC_DO
	}
	var set error
	err = raw.Control(func(fd uintptr) { set = unix.SetsockoptInt(int(fd), level, option, value) })
	return errors.Join(err, set)
}

// glance is how long is looked at what lies in a socket already.
const glance = time.Millisecond

// once sends one echo request and waits for what comes of it.
func (p *pinger) once(ctx context.Context, seq int, o PingOptions, result *state.Ping) error {
	message := icmp.Message{Type: p.request, Body: &icmp.Echo{ID: int(p.id), Seq: seq & 0xffff, Data: p.data}}
	b, err := message.Marshal(nil) // the kernel fills in the checksum of ICMPv6
	if err != nil {
		return err
	}
	sent := time.Now()
	if err := p.conn.SetReadDeadline(sent.Add(o.Timeout)); err != nil {
		return err
	}
	if ctx.Err() != nil { // after the deadline, which would undo that of ctx
		return context.Cause(ctx)
	}
	if _, err := p.conn.WriteTo(b, &net.IPAddr{IP: p.to.AsSlice(), Zone: p.to.Zone()}); err != nil {
		return err
	}
	result.Sent++
	for over := false; ; {
		n, from, err := p.conn.ReadFrom(p.buffer)
		switch {
		case ctx.Err() != nil:
			return context.Cause(ctx)
		case errors.Is(err, os.ErrDeadlineExceeded) && !over:
			// On a busy machine what came in time may not have been looked at.
			over = true
			if err := p.conn.SetReadDeadline(time.Now().Add(glance)); err != nil {
				return err
			}
			if ctx.Err() != nil {
				return context.Cause(ctx)
			}
			continue
		case errors.Is(err, os.ErrDeadlineExceeded):
			return nil // no answer
		case err != nil:
			return err
		}
		if p.answer(p.buffer[:n], from, seq, time.Since(sent), result) {
			return nil
		}
	}
}

// pause waits before the next request.
func pause(ctx context.Context, d time.Duration) error {
	if d <= 0 {
		return nil
	}
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
		return nil
	case <-ctx.Done():
		return context.Cause(ctx)
	}
}

// answer takes in a message if it is about the request: its reply, or an
// error that quotes it.
func (p *pinger) answer(b []byte, from net.Addr, seq int, took time.Duration, result *state.Ping) bool {
	m, err := icmp.ParseMessage(p.protocol, b)
	if err != nil {
		return false
	}
	var quoted []byte
	switch body := m.Body.(type) {
	case *icmp.Echo:
		if m.Type != p.reply || body.ID != int(p.id) || body.Seq != seq&0xffff {
			return false
		}
		result.Received++
		result.RTT = append(result.RTT, took)
		return true
	case *icmp.DstUnreach:
		quoted = body.Data
	case *icmp.TimeExceeded:
		quoted = body.Data
	case *icmp.PacketTooBig:
		quoted = body.Data
	case *icmp.ParamProb:
		quoted = body.Data
	}
	if !p.quotes(quoted, seq) {
		return false
	}
	e := state.ICMPError{Type: number(m.Type), Code: m.Code}
	if ip, ok := from.(*net.IPAddr); ok {
		if a, ok := netip.AddrFromSlice(ip.IP); ok {
			e.From = a.Unmap()
		}
	}
	result.Errors = append(result.Errors, e)
	return true
}

// quotes reports whether the packet quoted by an error is the request.
func (p *pinger) quotes(packet []byte, seq int) bool {
	header := p.headerLen
	if p.to.Is4() && len(packet) > 0 {
		header = int(packet[0]&0xf) * 4
	}
	if len(packet) < header+8 {
		return false
	}
	echo := packet[header:]
	return echo[0] == byte(number(p.request)) &&
		binary.BigEndian.Uint16(echo[4:]) == p.id && binary.BigEndian.Uint16(echo[6:]) == uint16(seq)
}

// number is the type of an ICMP message on the wire.
func number(t icmp.Type) int {
	switch t := t.(type) {
	case ipv4.ICMPType:
		return int(t)
	case ipv6.ICMPType:
		return int(t)
	}
	return -1
}
