package ra

import (
	"errors"
	"fmt"
	"net"
	"net/netip"

	"golang.org/x/net/ipv6"
)

// Conn sends and receives ICMPv6 messages on one interface.
type Conn interface {
	// ReadFrom reads one router solicitation into b, and tells who sent it with
	// which hop limit. Close interrupts it, with an error that is net.ErrClosed.
	ReadFrom(b []byte) (n int, from netip.Addr, hopLimit int, err error)
	// WriteTo sends a message with a hop limit of 255, and its checksum filled in.
	WriteTo(b []byte, from, to netip.Addr) error
	Close() error
}

// allNodes is every host of the link, allRouters every router (RFC 4291, Section 2.7.1).
var (
	allNodes   = netip.MustParseAddr("ff02::1")
	allRouters = netip.MustParseAddr("ff02::2")
)

// hopLimit is that of all neighbor discovery: who has another one is not on the
// link (RFC 4861, Section 6.1).
const hopLimit = 255

// socket is a Conn over a raw socket.
type socket struct {
	packets *ipv6.PacketConn
	index   int
}

// NewConn makes a raw ICMPv6 socket ("ip6:58", bound to no address) the Conn of
// the interface with that index: it hears router solicitations on it. The socket
// stays open if NewConn fails.
func NewConn(c net.PacketConn, index int) (Conn, error) {
	if c == nil {
		return nil, errors.New("ra: no socket")
	}
	p := ipv6.NewPacketConn(c)
	var filter ipv6.ICMPFilter
	filter.SetAll(true)
	filter.Accept(ipv6.ICMPTypeRouterSolicitation)
	on := &net.Interface{Index: index}
	for _, err := range []error{
		p.SetICMPFilter(&filter),
		p.SetHopLimit(hopLimit),
		p.SetMulticastHopLimit(hopLimit),
		p.SetMulticastLoopback(false),
		p.SetControlMessage(ipv6.FlagHopLimit|ipv6.FlagInterface, true),
		p.JoinGroup(on, &net.IPAddr{IP: allRouters.AsSlice()}),
	} {
		if err != nil {
			return nil, fmt.Errorf("ra: prepare the socket: %w", err)
		}
	}
	return &socket{packets: p, index: index}, nil
}

// ReadFrom implements Conn. What came in by another interface is passed over.
func (s *socket) ReadFrom(b []byte) (n int, from netip.Addr, hops int, err error) {
	for {
		n, cm, src, err := s.packets.ReadFrom(b)
		if err != nil {
			return 0, from, 0, err
		}
		addr, ok := src.(*net.IPAddr)
		if !ok || cm == nil || cm.IfIndex != s.index {
			continue
		}
		from, _ = netip.AddrFromSlice(addr.IP)
		return n, from, cm.HopLimit, nil
	}
}

// WriteTo implements Conn.
func (s *socket) WriteTo(b []byte, from, to netip.Addr) error {
	cm := &ipv6.ControlMessage{Src: from.AsSlice(), IfIndex: s.index, HopLimit: hopLimit}
	_, err := s.packets.WriteTo(b, cm, &net.IPAddr{IP: to.AsSlice()})
	return err
}

// Close implements Conn.
func (s *socket) Close() error { return s.packets.Close() }
