package packet

import "net/netip"

// Routing types (RFC 6554, RFC 8754, RFC 9631).
const (
	routingRPL       = 3
	routingSegments  = 4
	routingCompact16 = 5
	routingCompact32 = 6
)

// routing6 dissects a routing header (RFC 8200 Section 4.4).
func (l *layer) routing6(off, n int) {
	size := min(n, len(l.v.b)-off)
	l.header(ipv6RoutingLayer, off, size, l.v.b[min(off, len(l.v.b)):])
	l.uint(ipv6RoutingNxt, off, 1)
	words := int(l.uint(ipv6RoutingLen, off+1, 1))
	behindLength := len(l.d.fields)
	l.computed(ipv6RoutingLenOct, off+1, 1, uint64(n))
	kind := l.uint(ipv6RoutingType, off+2, 1)
	if kind == 0 {
		l.expert(ipv6RoutingDeprecated)
	}
	left := l.uint(ipv6RoutingSegleft, off+3, 1)
	l.early(behindLength, func() { l.routingLength(kind, words, int(left)) })
	l.routingLeft(kind, off, words, int(left))
	if (kind == 0 || kind == 2) && left > 0 && n >= 24 && l.has(off, n) { // the last address is the destination
		l.d.dst = netip.AddrFrom16([16]byte(l.v.b[off+(n-8)/16*16-8:]))
	}
	switch kind {
	case 0:
		l.bytes(ipv6RoutingSrcReserved, off+4, 4)
		for at := off + 8; at+16 <= off+n; at += 16 {
			l.ipv6(ipv6RoutingSrcAddr, at)
			l.toGroup(at)
		}
	case 2:
		l.bytes(ipv6RoutingMipv6Reserved, off+4, 4)
		if n >= 24 {
			l.ipv6(ipv6RoutingMipv6HomeAddress, off+8)
			l.toGroup(off + 8)
		}
	case routingRPL, routingSegments, routingCompact16, routingCompact32:
		header := layer{d: l.d, v: l.v.first(off + n), over: l.over}
		switch kind {
		case routingRPL:
			header.routingRPL(off, n, left > 0)
		case routingSegments:
			header.segments(off, left > 0)
		case routingCompact16:
			header.compactRoute(off, 2, int(left), ipv6RoutingCrh16CurrentSid, ipv6RoutingCrh16Sid)
		default:
			header.compactRoute(off, 4, int(left), ipv6RoutingCrh32CurrentSid, ipv6RoutingCrh32Sid)
		}
		l.over = header.over
	default:
		l.bytes(ipv6RoutingUnknownData, off+4, n-4)
		l.expert(ipv6RoutingUndecoded)
	}
}

// routingLength tells of a routing header that is not as long as it is to be, in words of
// 8 octets behind the first.
func (l *layer) routingLength(kind uint64, words, left int) {
	switch kind {
	case 0:
		if words%2 != 0 {
			l.expertWords(ipv6RoutingInvalidLength, "IPv6 Routing Header extension header length must not be odd")
		}
	case 2:
		if words != 2 {
			l.expertWords(ipv6RoutingInvalidLength, "IPv6 Type 2 Routing Header extension header length must equal 2")
		}
	case routingCompact16, routingCompact32:
		first, each := 2, 4 // how many identifiers there is room for in the first word and in others
		if kind == routingCompact32 {
			first, each = 1, 2
		}
		if left > first && (left-first+each-1)/each > words {
			l.expertNumber(ipv6RoutingInvalidLength, "IPv6 Compact Routing Header minimum length must not exceed header length (", uint64(words), ")")
		}
	}
}

// routingLeft tells of a header that has more to go than it has addresses.
func (l *layer) routingLeft(kind uint64, off, words, left int) {
	switch kind {
	case 0:
		if left > words/2 {
			l.expertNumber(ipv6RoutingInvalidSegleft, "IPv6 Type 0 Routing Header segments left field must not exceed address count (", uint64(words/2), ")")
		}
	case 2:
		if left != 1 {
			l.expertWords(ipv6RoutingInvalidSegleft, "IPv6 Type 2 Routing Header segments left field must equal 1")
		}
	case routingSegments:
		if count := int(l.number(off+4, 1)) + 1; left > count {
			l.expertNumber(ipv6RoutingInvalidSegleft, "IPv6 Type 4 Routing Header segments left field must not exceed address count (", uint64(count), ")")
		}
	case routingRPL:
		if !l.d.dst.Is6() || !l.has(off+4, 2) {
			return
		}
		if count := addressesRPL(l.v.b[off:], words); count >= 0 && left > count {
			l.expertNumber(ipv6RoutingInvalidSegleft, "IPv6 RPL Routing Header segments left field must not exceed address count (", uint64(count), ")")
		}
		if l.d.dst.IsMulticast() {
			l.expert(ipv6DstAddrNotMulticast)
		}
	}
}

// toGroup tells of an address on the way that is one of a group.
func (l *layer) toGroup(at int) {
	if !l.over && l.v.b[at] == 0xff {
		l.expert(ipv6SrcRouteListMulticastAddr)
	}
}

// addressesRPL is how many addresses a source route of RPL has by the lengths that it
// tells.
func addressesRPL(b []byte, words int) int {
	if words == 0 {
		return 0
	}
	inner, final, padding := int(b[4]>>4), int(b[4]&15), int(b[5]>>4)
	return (words*8-padding-(16-final))/(16-inner) + 1
}

// segments dissects a segment routing header (RFC 8754 Section 2), whose first
// address is the last to be visited.
func (l *layer) segments(off int, ahead bool) {
	last := int(l.uint(ipv6RoutingSrhLastEntry, off+4, 1))
	l.uint(ipv6RoutingSrhFlags, off+5, 1)
	l.bytes(ipv6RoutingSrhTag, off+6, 2)
	if ahead && l.has(off+8, 16) {
		l.d.dst = netip.AddrFrom16([16]byte(l.v.b[off+8:]))
	}
	for i := 0; i <= last && !l.over; i++ {
		l.ipv6(ipv6RoutingSrhAddr, off+8+16*i)
	}
}

// compactRoute dissects a compact routing header, of identifiers up to one that is 0.
func (l *layer) compactRoute(off, size, left int, current, id FieldID) {
	l.uint(current, off+4+left*size, size)
	for at := off + 4; !l.over; at += size {
		if l.number(at, size) == 0 {
			return
		}
		l.uint(id, at, size)
	}
}

// routingRPL dissects a source route of RPL, which leaves out what its addresses have
// in common with the destination.
func (l *layer) routingRPL(off, n int, ahead bool) {
	inner := int(l.part(ipv6RoutingRplCmprI, off+4, 4, 0xf0000000))
	final := int(l.part(ipv6RoutingRplCmprE, off+4, 4, 0x0f000000))
	padding := l.part(ipv6RoutingRplPad, off+4, 4, 0x00f00000)
	if inner == 0 && final == 0 && padding != 0 {
		l.expertNumber(ipv6RoutingRplCmprICmprEPad, "When cmprI equals 0 and cmprE equals 0, pad MUST equal 0 but instead was ", padding, "")
	}
	if reserved := l.part(ipv6RoutingRplReserved, off+4, 4, 0x000fffff); reserved != 0 {
		l.expertNumber(ipv6RoutingRplReservedNot0, "Reserved field must equal 0 but instead was ", reserved, "")
	}
	if l.over {
		return
	}
	count := addressesRPL(l.v.b[off:], n/8-1)
	l.put(ipv6RoutingRplAddrCount, off+4, 2, IntValue(int64(count)))
	if count < 0 {
		l.expertf(ipv6RoutingRplAddrCountGe0, "Calculated total address count must be greater than or equal to 0, instead was %d", count)
	}
	if !l.d.dst.Is6() {
		return
	}
	common := l.d.dst.As16()
	at := off + 8
	for i := range max(count, 0) {
		same := inner
		if i == count-1 {
			same = final
		}
		if !l.has(at, 16-same) {
			return
		}
		l.bytes(ipv6RoutingRplAddress, at, 16-same)
		d := l.d
		d.ink = d.ready(16)
		start := len(d.ink)
		d.ink = append(d.ink, common[:same]...)
		d.ink = append(d.ink, l.v.b[at:at+16-same]...)
		full := d.keep(start)
		l.put(ipv6RoutingRplFullAddress, at, 16-same, IPv6Value(full))
		if d.src.Is6() && d.src.As16() == [16]byte(full) {
			l.expert(ipv6SrcRouteListSrcAddr)
		}
		if common == [16]byte(full) {
			l.expert(ipv6SrcRouteListDstAddr)
		}
		if full[0] == 0xff {
			l.expert(ipv6SrcRouteListMulticastAddr)
		}
		if ahead && i == count-1 {
			d.dst = netip.AddrFrom16([16]byte(full))
		}
		at += 16 - same
	}
}
