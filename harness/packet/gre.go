package packet

const (
	greChecksumBit = 0x8000
	greRoutingBit  = 0x4000
	greKeyBit      = 0x2000
	greSequenceBit = 0x1000
	greAckBit      = 0x0080 // of version 1
)

// What GRE carries that leads to a dissector here, beside the EtherTypes.
const (
	greEoIP   = 0x6400 // MikroTik's Ethernet over IP
	greBridge = 0x6558 // transparent Ethernet bridging
	grePPP    = 0x880b
)

// gre dissects Generic Routing Encapsulation (RFC 2784, RFC 2890, with the routing
// of RFC 1701) and the version that PPTP has of it (RFC 2637), which
// carries PPP.
func (d *Dissector) gre(v view) {
	if !d.enter("gre") {
		return
	}
	if len(v.b) < 4 {
		d.runsOut(v)
		return
	}
	at := len(d.fields)
	l := layer{d: d, v: v}
	l.section(greLayer, 0, len(v.b))
	flags := l.uint(greFlagsAndVersion, 0, 2)
	l.flag(greFlagsChecksum, 0, 2, greChecksumBit)
	l.flag(greFlagsRouting, 0, 2, greRoutingBit)
	l.flag(greFlagsKey, 0, 2, greKeyBit)
	l.flag(greFlagsSequenceNumber, 0, 2, greSequenceBit)
	l.flag(greFlagsStrictSourceRoute, 0, 2, 0x0800)
	l.part(greFlagsRecursionControl, 0, 2, 0x0700)
	enhanced := flags&7 != 0 && l.number(2, 2) == grePPP
	if enhanced {
		l.flag(greFlagsAck, 0, 2, greAckBit)
		l.part(greFlagsReserved, 0, 2, 0x0078)
	} else {
		l.part(greFlagsReserved, 0, 2, 0x00f8)
	}
	l.part(greFlagsVersion, 0, 2, 0x0007)
	kind := l.uint(greProto, 2, 2)
	off := 4
	if flags&(greChecksumBit|greRoutingBit) != 0 {
		l.greChecksum(flags&greChecksumBit != 0)
		l.uint(greOffset, 6, 2)
		off = 8
	}
	if flags&greKeyBit != 0 {
		if enhanced {
			l.uint(greKeyPayloadLength, off, 2)
			l.uint(greKeyCallID, off+2, 2)
		} else {
			l.uint(greKey, off, 4)
		}
		off += 4
	}
	if flags&greSequenceBit != 0 {
		l.uint(greSequenceNumber, off, 4)
		off += 4
	}
	if enhanced && flags&greAckBit != 0 {
		l.uint(greAckNumber, off, 4)
		off += 4
	}
	if flags&greRoutingBit != 0 {
		off = l.greRoutes(off)
	}
	if l.over {
		return
	}
	l.widen(at, greLayer, off) // in filters its value has the payload too
	d.grePayload(kind, v.from(off))
}

func (l *layer) greChecksum(present bool) {
	sum := l.uint(greChecksumField, 4, 2)
	switch {
	case !present || l.d.quoted || l.d.partial || l.v.cut():
		l.computed(greChecksumStatus, 4, 0, checksumUnverified)
	default:
		l.sum(greChecksumStatus, greChecksumIncorrect, sum, checksum(0, l.v.b, 4))
	}
}

// greRoutes dissects source routes, up to an empty one, and returns where they end.
func (l *layer) greRoutes(off int) int {
	for !l.over {
		family, n := l.number(off, 2), int(l.number(off+3, 1))
		l.none(greRouting, off, min(4+n, max(len(l.v.b)-off, 0)))
		l.uint(greRoutingAddressFamily, off, 2)
		l.uint(greRoutingSreOffset, off+2, 1)
		l.uint(greRoutingSrcLength, off+3, 1)
		off += 4
		if family == 0 && n == 0 {
			break
		}
		l.bytes(greRoutingInformation, off, n)
		off += n
	}
	return off
}

func (d *Dissector) grePayload(kind uint64, v view) {
	if v.want() == 0 {
		if kind != 0 { // which a keepalive has
			d.doubts(doubtEmpty)
		}
		return
	}
	switch kind {
	case greEoIP, greBridge:
		d.ethernet(v)
	case etherTypeIPv4:
		d.ipv4(v)
	case etherTypeIPv6:
		d.ipv6(v)
	case etherTypeARP:
		d.arp(v)
	case grePPP:
		d.ppp(v)
	default:
		d.data(v)
	}
}

// ppp looks for the packet that PPP carries (RFC 1661, RFC 1662), of which the
// catalogue has no fields.
func (d *Dissector) ppp(v view) {
	const (
		ipv4 = 0x21
		ipv6 = 0x57
	)
	if !d.enter("ppp") {
		return
	}
	l := layer{d: d, v: v}
	off := 0
	if len(v.b) >= 2 && l.number(0, 2) == 0xff03 { // address and control, which may be left out
		off = 2
	}
	kind, size := l.number(off, 1), 1
	if kind&1 == 0 {
		kind, size = l.number(off, 2), 2
	}
	if l.over {
		return
	}
	v = v.from(off + size)
	switch kind {
	case ipv4:
		d.ipv4(v)
	case ipv6:
		d.ipv6(v)
	default:
		d.data(v)
	}
}
