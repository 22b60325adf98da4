package dhcp4

import (
	"encoding/binary"
	"net"
	"net/netip"
	"slices"
	"time"

	"github.com/insomniacslk/dhcp/dhcpv4"
)

// reply is an answer and the way it goes.
type reply struct {
	payload []byte
	to      netip.AddrPort
	// frame is the hardware address to send to; if it is zero, the kernel finds it.
	frame mac
}

// compose builds the answer of the given kind to m: OFFER, ACK or NAK. The address is
// yiaddr, the zero Addr for none; lease is 0 for an answer to INFORM.
func (s *Server) compose(m *message, kind dhcpv4.MessageType, t *table, addr netip.Addr, lease, t1, t2 time.Duration) reply {
	h := header(dhcpv4.OpcodeBootReply, m.TransactionID, m.mac)
	h.Flags = m.Flags
	h.GatewayIPAddr = m.GatewayIPAddr
	if addr.IsValid() {
		h.YourIPAddr = addr.AsSlice()
	}
	if kind == dhcpv4.MessageTypeAck {
		h.ClientIPAddr = m.ClientIPAddr // RFC 2131, Section 4.3.1, Table 3
	}

	var o options
	o.add(optMessageType, []byte{byte(kind)})
	o.addAddrs(optServerID, s.config.Address)
	if lease > 0 {
		o.addSeconds(optLeaseTime, lease)
		if t1 > 0 {
			o.addSeconds(optT1, t1)
			o.addSeconds(optT2, t2)
		}
	}
	room := limit(m) - headerLength - 1
	tail := echo(m, room-len(o.b))
	addParameters(&o, m, t, room-len(tail.b))
	o.b = append(o.b, tail.b...)
	return s.address(m, h, kind, addr, &o)
}

// refuse builds a NAK, which carries no parameters (RFC 2131, Section 4.3.1, Table 3).
func (s *Server) refuse(m *message, why string) reply {
	h := header(dhcpv4.OpcodeBootReply, m.TransactionID, m.mac)
	h.Flags = m.Flags
	h.GatewayIPAddr = m.GatewayIPAddr
	if m.giaddr.IsValid() {
		h.SetBroadcast() // the relay must not unicast to an address that is wrong there (Section 4.3.2)
	}
	var o options
	o.add(optMessageType, []byte{byte(dhcpv4.MessageTypeNak)})
	o.addAddrs(optServerID, s.config.Address)
	o.add(optMessage, []byte(why))
	o.b = append(o.b, echo(m, limit(m)-headerLength-1-len(o.b)).b...)
	return s.address(m, h, dhcpv4.MessageTypeNak, netip.Addr{}, &o)
}

// address decides where a reply goes (RFC 2131, Section 4.1).
func (s *Server) address(m *message, h *dhcpv4.DHCPv4, kind dhcpv4.MessageType, addr netip.Addr, o *options) reply {
	r := reply{payload: encode(h, o)}
	switch {
	case m.kind == dhcpv4.MessageTypeInform:
		r.to = netip.AddrPortFrom(m.ciaddr, ClientPort) // Section 4.3.5
	case m.giaddr.IsValid():
		r.to = netip.AddrPortFrom(m.giaddr, ServerPort)
	case kind != dhcpv4.MessageTypeNak && m.ciaddr.IsValid():
		r.to = netip.AddrPortFrom(m.ciaddr, ClientPort)
	case kind != dhcpv4.MessageTypeNak && !m.IsBroadcast():
		r.to, r.frame = netip.AddrPortFrom(addr, ClientPort), m.mac
	default:
		r.to, r.frame = netip.AddrPortFrom(broadcastAddr(), ClientPort), broadcastMAC
	}
	return r
}

// send puts a reply on the wire.
func (s *Server) send(r reply) error {
	if r.frame == (mac{}) {
		_, err := s.conn.WriteTo(r.payload, net.UDPAddrFromAddrPort(r.to))
		return err
	}
	d := datagram{
		srcMAC: mac(s.config.MAC), dstMAC: r.frame,
		src: netip.AddrPortFrom(s.config.Address, ServerPort), dst: r.to,
		payload: r.payload,
	}
	s.sending.Lock()
	defer s.sending.Unlock()
	return s.frames.SendFrame(d.frame())
}

// limit is the longest DHCP message that m's sender takes, in octets (RFC 2132, Section 9.10).
func limit(m *message) int {
	size := minMaxMessageSize
	if v, ok := m.Options[optMaxSize]; ok {
		size = max(size, int(binary.BigEndian.Uint16(v)))
	}
	return size - ipv4Length - udpLength
}

// echo repeats what a reply has to carry back, as far as it fits into room
// octets: the client identifier (RFC 6842, Section 3) and, last of all, what a
// relay added (RFC 3046, Section 2.2).
func echo(m *message, room int) *options {
	var o options
	for _, code := range []uint8{optClientID, optRelayAgent} {
		if v, ok := m.Options[code]; ok && len(o.b)+encodedLength(v) <= room {
			o.add(code, v)
		}
	}
	return &o
}

// addParameters adds the subnet's parameters that m's sender asks for, in its
// order, as far as they fit into room octets; all of them if it has no list.
func addParameters(o *options, m *message, t *table, room int) {
	wanted, listed := m.Options[optParameters]
	if !listed {
		wanted = t.codes()
	}
	if r, s := slices.Index(wanted, optRouter), slices.Index(wanted, optSubnetMask); r >= 0 && s > r {
		wanted = slices.Insert(slices.Clone(wanted), 0, optSubnetMask) // RFC 2132, Section 3.3
	}
	for _, code := range wanted {
		value := t.parameter(code)
		if value == nil || o.codes[code] {
			continue
		}
		if len(o.b)+encodedLength(value) <= room {
			o.add(code, value)
		}
	}
}

// codes are the parameters of the subnet in a customary order.
func (t *table) codes() []byte {
	codes := []byte{optSubnetMask, optBroadcast, optRouter, optDNS, optDomain}
	var further []byte
	for code := range t.Options {
		further = append(further, code)
	}
	slices.Sort(further)
	return append(codes, further...)
}

// parameter is the value of an option, nil if the subnet does not set it.
func (t *table) parameter(code uint8) []byte {
	switch code {
	case optSubnetMask:
		return net.CIDRMask(t.Prefix.Bits(), 32)
	case optBroadcast:
		if t.Prefix.Bits() > 30 {
			return nil // no broadcast address (RFC 3021)
		}
		return lastOf(t.Prefix).AsSlice()
	case optRouter:
		return nonEmpty(addrBytes(t.Routers))
	case optDNS:
		return nonEmpty(addrBytes(t.DNS))
	case optDomain:
		return nonEmpty([]byte(t.Domain))
	}
	return nonEmpty(t.Options[code])
}

func nonEmpty(b []byte) []byte {
	if len(b) == 0 {
		return nil
	}
	return b
}
