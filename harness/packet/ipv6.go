package packet

import (
	"encoding/binary"
	"net/netip"
)

// ipv6 dissects an IPv6 packet (RFC 8200) and returns its length with the header.
func (d *Dissector) ipv6(v view) int {
	outer := len(d.protocols)
	if !d.enter("ipv6") {
		return v.want()
	}
	at := len(d.fields)
	l := layer{d: d, v: v}
	end := len(v.b)
	if len(v.b) >= 6 {
		if length := int(binary.BigEndian.Uint16(v.b[4:])); length > 0 {
			end = 40 + length
		}
	}
	l.carrier(ipv6Layer, 0, min(40, len(v.b)), end)
	l.part(ipv6Version, 0, 1, 0xf0)
	version := l.part(ipVersion, 0, 1, 0xf0)
	if l.over {
		return v.want()
	}
	if version != 6 {
		l.expertWords(ipv6BogusIpv6Version, "Bogus IPv6 version")
		d.leave(outer)
		d.depth--
		d.data(v)
		return v.want()
	}
	if v.want() < 40 {
		l.expertWords(ipv6InvalidHeader, "IPv6 header must be exactly 40 bytes")
	}
	l.part(ipv6Tclass, 0, 4, 0x0ff00000)
	l.part(ipv6TclassDscp, 0, 4, 0x0fc00000)
	l.part(ipv6TclassEcn, 0, 4, 0x00300000)
	l.part(ipv6Flow, 1, 3, 0x0fffff)
	length := int(l.number(4, 2))
	if len(v.b) >= 7 {
		l.uint(ipv6Plen, 4, 2)
	}
	behindLength := len(d.fields)
	next := int(l.uint(ipv6Nxt, 6, 1))
	if length == 0 && next != protocolHopByHop && next != protocolNone && !l.over {
		l.early(behindLength, func() { l.expert(ipv6PlenZero) })
	}
	l.uint(ipv6Hlim, 7, 1)
	l.host6(8, ipv6Src, ipv6SrcHost, ipv6SrcSlaacMac)
	l.host6(24, ipv6Dst, ipv6DstHost, ipv6DstSlaacMac)
	if l.over {
		return v.want()
	}
	d.src, d.dst = netip.AddrFrom16([16]byte(v.b[8:])), netip.AddrFrom16([16]byte(v.b[24:]))
	d.hops, d.told, d.jumbo = v.b[7], length > 0, false
	said := length
	if length == 0 && next == protocolHopByHop {
		if said = jumboLength(v.b); said > 0 {
			d.jumbo = true
		} else {
			l.early(behindLength, func() { l.expert(ipv6OptJumboMissing) })
		}
	}
	if framing := v.want() - 40; said > framing && !d.quoted {
		l.early(behindLength, func() {
			l.expertNumber(ipv6PlenExceedsFraming, "IPv6 payload length exceeds framing length (", uint64(framing), " bytes)")
		})
	}
	if d.jumbo {
		length = min(said, v.want()-40)
	}
	whole := v.first(40 + length)
	if d.quoted {
		whole = whole.wanting(40 + length)
	}
	body, next, off, ok := d.extensions(&layer{d: d, v: whole}, next, 40)
	if size := min(off, len(v.b)); ok && size > 40 {
		l.widen(at, ipv6Layer, size) // in filters its value stays the fixed header
	}
	switch {
	case !ok:
	case length == 0 && next == protocolUDP:
		d.udpDatagram(body)
	default:
		d.protocol(next, body)
	}
	return 40 + length
}

// jumboLength is the length of a jumbogram (RFC 2675) as its hop-by-hop options tell it,
// or 0.
func jumboLength(b []byte) int {
	if len(b) < 42 {
		return 0
	}
	end := 40 + (int(b[41])+1)*8
	for at := 42; at < end && at+6 <= len(b); {
		switch {
		case b[at] == ipv6OptionPad1:
			at++
		case b[at] == ipv6OptionJumbo && b[at+1] == 4:
			if n := binary.BigEndian.Uint32(b[at+2:]); n > 0xffff {
				return int(n)
			}
			return 0
		default:
			at += 2 + int(b[at+1])
		}
	}
	return 0
}

// host6 adds an address in its guises, among them the MAC address that it was
// made of (RFC 4291 Appendix A), if it was.
func (l *layer) host6(off int, id, name, mac FieldID) {
	if !l.has(off, 16) {
		return
	}
	b := l.v.b[off : off+16]
	l.ipv6(id, off)
	l.ipv6(ipv6Addr, off)
	s := l.d.colonned(b)
	l.written(name, off, 16, s)
	l.written(ipv6Host, off, 16, s)
	if b[11] == 0xff && b[12] == 0xfe && b[0] != 0xff && b[8]&2 != 0 {
		m := [6]byte{b[8] ^ 2, b[9], b[10], b[13], b[14], b[15]}
		l.put(mac, off+8, 8, EtherValue(m[:]))
		l.put(ipv6SlaacMac, off+8, 8, EtherValue(m[:]))
	}
	l.embedded(off, id == ipv6Src)
}

// extensions dissects the headers between IPv6's own and the payload, and
// returns the payload with its protocol and where in the packet the headers end.
func (d *Dissector) extensions(l *layer, next, off int) (body view, protocol, end int, ok bool) {
	for range maxDepth {
		body = l.v.from(off)
		switch next {
		case protocolHopByHop, protocolDestination, protocolRouting:
			switch next {
			case protocolHopByHop:
				d.enter("ipv6.hopopts")
			case protocolDestination:
				d.enter("ipv6.dstopts")
			default:
				d.enter("ipv6.routing")
			}
			n := (int(l.number(off+1, 1)) + 1) * 8
			if l.over {
				return body, next, off, false
			}
			follows := int(l.number(off, 1))
			switch next {
			case protocolHopByHop:
				l.options6(off, n, ipv6HopoptsLayer, ipv6HopoptsNxt, ipv6HopoptsLen, ipv6HopoptsLenOct)
			case protocolDestination:
				l.options6(off, n, ipv6DstoptsLayer, ipv6DstoptsNxt, ipv6DstoptsLen, ipv6DstoptsLenOct)
			default:
				l.routing6(off, n)
			}
			if l.over {
				return body, next, off, false
			}
			next = follows
			off += n
		case protocolFragment:
			d.enter("ipv6.fraghdr")
			follows := int(l.number(off, 1))
			l.carrier(ipv6FraghdrLayer, off, 8, len(l.v.b))
			if d.jumbo {
				l.expert(ipv6OptJumboFragment)
			}
			l.uint(ipv6FraghdrNxt, off, 1)
			l.uint(ipv6FraghdrReservedOctet, off+1, 1)
			at := int(l.part(ipv6FraghdrOffset, off+2, 2, 0xfff8)) * 8
			l.part(ipv6FraghdrReservedBits, off+2, 2, 0x0006)
			more := l.flag(ipv6FraghdrMore, off+2, 2, 0x0001)
			id := l.uint(ipv6FraghdrIdent, off+4, 4)
			if l.over {
				return body, next, off, false
			}
			next = follows
			off += 8
			body = l.v.from(off)
			if !more && at == 0 {
				continue // an atomic fragment (RFC 6946)
			}
			whole, done := d.defragment(l, body, id, at, more, &ipv6FragmentFields)
			if !done {
				return whole, next, off, false
			}
			if whole.off < 0 { // what follows lies in the reassembled packet
				inner := layer{d: d, v: whole}
				rest, next, _, ok := d.extensions(&inner, next, 0)
				return rest, next, off, ok
			}
			return whole, next, off, true
		case protocolAuthentication:
			follows := int(l.number(off, 1))
			n := l.authentication(off)
			if l.over {
				return body, next, off, false
			}
			next = follows
			off += n
		default:
			return body, next, off, true
		}
	}
	return body, next, off, false
}

var ipv6FragmentFields = fragmentFields{
	tree: ipv6Fragments, fragment: ipv6Fragment, overlap: ipv6FragmentOverlap, conflict: ipv6FragmentOverlapConflict,
	tails: ipv6FragmentMultipletails, long: ipv6FragmentToolongfragment, bad: ipv6FragmentError, count: ipv6FragmentCount,
	in: ipv6ReassembledIn, length: ipv6ReassembledLength, data: ipv6ReassembledData,
}
