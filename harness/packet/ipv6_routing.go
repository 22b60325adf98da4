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
	l.uint(ipv6RoutingLen, off+1, 1)
	l.computed(ipv6RoutingLenOct, off+1, 1, uint64(n))
	kind := l.uint(ipv6RoutingType, off+2, 1)
	left := l.uint(ipv6RoutingSegleft, off+3, 1)
	if (kind == 0 || kind == 2) && left > 0 && n >= 24 && l.has(off, n) { // the last address is the destination
		l.d.dst = netip.AddrFrom16([16]byte(l.v.b[off+(n-8)/16*16-8:]))
	}
	switch kind {
	case 0:
		l.bytes(ipv6RoutingSrcReserved, off+4, 4)
		for at := off + 8; at+16 <= off+n; at += 16 {
			l.ipv6(ipv6RoutingSrcAddr, at)
		}
	case 2:
		l.bytes(ipv6RoutingMipv6Reserved, off+4, 4)
		if n >= 24 {
			l.ipv6(ipv6RoutingMipv6HomeAddress, off+8)
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
	}
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
	padding := int(l.part(ipv6RoutingRplPad, off+4, 4, 0x00f00000))
	l.part(ipv6RoutingRplReserved, off+4, 4, 0x000fffff)
	count := (n-8-padding-(16-final))/(16-inner) + 1
	if l.over {
		return
	}
	l.put(ipv6RoutingRplAddrCount, off+4, 2, IntValue(int64(count)))
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
		if ahead && i == count-1 {
			d.dst = netip.AddrFrom16([16]byte(full))
		}
		at += 16 - same
	}
}
