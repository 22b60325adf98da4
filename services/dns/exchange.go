package dns

import (
	"context"
	"crypto/rand"
	"encoding/binary"
	"errors"
	"fmt"
	"net"
	"net/netip"
	"strings"
	"time"

	mdns "github.com/miekg/dns"
)

// DialFunc opens a connection to a literal IP address and port, as
// net.Dialer.DialContext does. The networks asked for are udp and tcp.
type DialFunc func(ctx context.Context, network, address string) (net.Conn, error)

// maxStray bounds the datagrams that may arrive before the one that answers
// the question: a flood of forged ones ends the exchange.
const maxStray = 100

var (
	errStray     = errors.New("too many datagrams that answer something else")
	errUnrelated = errors.New("the response answers something else")
)

// newQuery returns a query with a random id (RFC 5452, Section 4.3).
func newQuery(name string, typ uint16, recursion bool, udpSize uint16) *mdns.Msg {
	var id [2]byte
	_, _ = rand.Read(id[:]) // never fails
	m := new(mdns.Msg)
	m.Id = binary.BigEndian.Uint16(id[:])
	m.RecursionDesired = recursion
	m.Question = []mdns.Question{{Name: name, Qtype: typ, Qclass: mdns.ClassINET}}
	if udpSize > 0 {
		m.SetEdns0(udpSize, false)
	}
	return m
}

// exchange sends a query over a connection of its own and returns the
// response to it, until the deadline of ctx. It does not judge the response
// beyond that it belongs to the query.
func exchange(ctx context.Context, dial DialFunc, network string, server netip.AddrPort, q *mdns.Msg) (*mdns.Msg, error) {
	out, err := q.Pack()
	if err != nil {
		return nil, err
	}
	conn, err := dial(ctx, network, server.String())
	if err != nil {
		return nil, err
	}
	defer func() { _ = conn.Close() }() // the response is whole, or there is none
	if deadline, ok := ctx.Deadline(); ok {
		_ = conn.SetDeadline(deadline)
	}
	stop := context.AfterFunc(ctx, func() { _ = conn.SetDeadline(time.Unix(1, 0)) })
	defer stop()
	if network == "udp" {
		return exchangeUDP(conn, q, out)
	}
	if err := writeMessage(conn, out); err != nil {
		return nil, err
	}
	raw, err := readMessage(conn, nil)
	if err != nil {
		return nil, err
	}
	m, err := decode(raw, q)
	if err != nil {
		return nil, err
	}
	return m, nil
}

func exchangeUDP(conn net.Conn, q *mdns.Msg, out []byte) (*mdns.Msg, error) {
	if _, err := conn.Write(out); err != nil {
		return nil, err
	}
	buf := make([]byte, mdns.MaxMsgSize)
	for range maxStray {
		n, err := conn.Read(buf)
		if err != nil {
			return nil, err
		}
		m, err := decode(buf[:n], q)
		if errors.Is(err, errUnrelated) {
			continue // forged, or late (RFC 5452, Section 9.1)
		}
		return m, err
	}
	return nil, errStray
}

// decode unpacks a response and checks that it belongs to the query: id,
// question, and that it is a response (RFC 5452, Section 9.1). Servers that
// understand nothing may leave the question out with an error code.
func decode(raw []byte, q *mdns.Msg) (*mdns.Msg, error) {
	if len(raw) < headerSize || binary.BigEndian.Uint16(raw) != q.Id || raw[2]&0x80 == 0 {
		return nil, errUnrelated
	}
	m := new(mdns.Msg)
	if err := m.Unpack(raw); err != nil && (!m.Truncated || len(m.Question) != 1) {
		return nil, fmt.Errorf("malformed response: %w", err)
	}
	if m.Opcode != mdns.OpcodeQuery {
		return nil, errUnrelated
	}
	if len(m.Question) == 0 && (m.Rcode == mdns.RcodeFormatError || m.Rcode == mdns.RcodeNotImplemented || m.Rcode == mdns.RcodeServerFailure || m.Rcode == mdns.RcodeRefused) {
		return m, nil
	}
	if len(m.Question) != 1 {
		return nil, errUnrelated
	}
	asked, got := q.Question[0], m.Question[0]
	if canonical(asked.Name) != canonical(got.Name) || asked.Qtype != got.Qtype || asked.Qclass != got.Qclass {
		return nil, errUnrelated
	}
	return m, nil
}

// ask exchanges over UDP, and over TCP where the response was truncated
// (RFC 7766, Section 5) or UDP is not wanted. Where a server cannot do EDNS
// it asks again without (RFC 6891, Section 6.2.2). It returns the network
// the response came over.
func ask(ctx context.Context, dial DialFunc, network string, server netip.AddrPort, q *mdns.Msg) (*mdns.Msg, string, error) {
	m, err := exchange(ctx, dial, network, server, q)
	if err == nil && q.IsEdns0() != nil && m.IsEdns0() == nil &&
		(m.Rcode == mdns.RcodeFormatError || m.Rcode == mdns.RcodeNotImplemented) {
		plain := newQuery(q.Question[0].Name, q.Question[0].Qtype, q.RecursionDesired, 0)
		m, err = exchange(ctx, dial, network, server, plain)
		q = plain
	}
	if err == nil && m.Truncated && network == "udp" {
		network = "tcp"
		m, err = exchange(ctx, dial, network, server, q)
	}
	return m, network, err
}

// failures is all that went wrong on the way, on one line.
type failures []error

func (f failures) Error() string {
	parts := make([]string, len(f))
	for i, err := range f {
		parts[i] = err.Error()
	}
	return strings.Join(parts, "; ")
}

func (f failures) Unwrap() []error { return f }
