package packet

import (
	"encoding/binary"
	"net/netip"
)

// Protocol numbers that lead to a dissector here.
const (
	protocolHopByHop       = 0
	protocolICMP           = 1
	protocolIGMP           = 2
	protocolIPv4           = 4
	protocolTCP            = 6
	protocolUDP            = 17
	protocolIPv6           = 41
	protocolRouting        = 43
	protocolFragment       = 44
	protocolGRE            = 47
	protocolESP            = 50
	protocolAuthentication = 51
	protocolICMPv6         = 58
	protocolNone           = 59
	protocolDestination    = 60
	protocolOSPF           = 89
	protocolPIM            = 103
)

// The values of checksum.status fields.
const (
	checksumBad        = 0
	checksumGood       = 1
	checksumUnverified = 2
	checksumNotPresent = 3
	checksumIllegal    = 4
)

// ipv4 dissects an IPv4 packet (RFC 791) and returns its total length, which
// tells where an Ethernet frame's padding begins.
func (d *Dissector) ipv4(v view) int {
	if !d.enter("ip") {
		return v.want()
	}
	if b := v.b; len(b) >= 20 && b[0] == 0x45 && b[6]&0x3f|b[7] == 0 && !d.ofIPv4 {
		return d.plainIPv4(v)
	}
	l := layer{d: d, v: v}
	header := int(l.number(0, 1)&0x0f) * 4
	if l.over {
		return v.want()
	}
	if v.b[0]>>4 == 6 {
		return d.ipv6(v)
	}
	end := len(v.b)
	if len(v.b) >= 4 {
		if total := int(binary.BigEndian.Uint16(v.b[2:])); total >= header {
			end = total
		}
	}
	l.carrier(ipLayer, 0, min(header, len(v.b)), end)
	version := l.part(ipVersion, 0, 1, 0xf0)
	if version != 4 {
		l.expertWords(ipBogusIPVersion, "Bogus IPv4 version")
		return v.want()
	}
	l.computed(ipHdrLen, 0, 1, uint64(header))
	if header < 20 {
		l.expertNumber(ipBogusHeaderLength, "Bogus IP header length (", uint64(header), ", must be at least 20)")
		return v.want()
	}
	l.uint(ipDsfield, 1, 1)
	l.part(ipDsfieldDscp, 1, 1, 0xfc)
	l.part(ipDsfieldEcn, 1, 1, 0x03)
	total := int(l.number(2, 2))
	if total == 0 {
		total = v.want() // left to the network card, as segmentation offload does
	}
	l.computed(ipLen, 2, 2, uint64(total))
	if total > v.want() && !d.quoted {
		l.expertNumber(ipBogusIPLength, "IPv4 total length exceeds packet length (", uint64(v.want()), " bytes)")
	}
	if total < header && l.number(2, 2) != 0 {
		l.expert(ipBogusIPLength)
		return v.want()
	}
	id := l.uint(ipID, 4, 2)
	l.part(ipFlags, 6, 1, 0xe0)
	l.flag(ipFlagsRb, 6, 1, 0x80)
	l.flag(ipFlagsDf, 6, 1, 0x40)
	more := l.flag(ipFlagsMf, 6, 1, 0x20)
	offset := int(l.part(ipFragOffset, 6, 2, 0x1fff)) * 8
	ttl := l.uint(ipTTL, 8, 1)
	protocol := int(l.uint(ipProto, 9, 1))
	sum := l.uint(ipChecksum, 10, 2)
	if d.o.VerifyChecksums && header <= len(v.b) {
		right := checksum(0, v.b[:header], 10)
		l.verdict(ipChecksumStatus, ipChecksumCalculated, 10, sum, right)
		if sum != uint64(right) {
			l.expertSum(ipChecksumBadExpert, right)
		}
	} else {
		l.computed(ipChecksumStatus, 10, 0, checksumUnverified)
	}
	l.host4(12, ipSrc, ipSrcHost)
	final := 16 // where the address of the destination stands
	if header > 20 {
		if final = sourceRoute(v.b, header); final < 0 {
			d.runsOut(v)
			return total
		}
	}
	if final == 16 {
		l.host4(16, ipDst, ipDstHost)
	} else {
		l.hop(16, ipCurRt, ipCurRtHost)
	}
	if l.over {
		return v.want()
	}
	d.src, d.dst = netip.AddrFrom4([4]byte(v.b[12:])), netip.AddrFrom4([4]byte(v.b[final:]))
	l.remainingHops(ttl, protocol)
	if header > 20 && l.has(0, header) {
		l.ipOptions(20, header, final)
	}
	if l.over {
		return total
	}
	whole := v.first(total)
	if d.quoted {
		whole = whole.wanting(total) // of which an ICMP error quotes only a part
	}
	body := d.roomy(whole.from(header))
	if more || offset > 0 {
		ok := offset == 0 && header+body.want() < total && !d.quoted
		if ok { // which lacks octets, and is not put together with others
			d.partial = true
		} else if body, ok = d.defragment(&l, body, id<<8|uint64(protocol), offset, more, &ipFragmentFields); !ok {
			return total
		}
	}
	if body.want() > 0 {
		d.protocol(protocol, body)
	}
	return total
}

// remainingHops tells of a time to live that is odd: too small to go anywhere, or another
// than that which a group of the local network has (RFC 5771 Section 4).
func (l *layer) remainingHops(ttl uint64, protocol int) {
	switch group := l.d.dst.As4(); {
	case [3]byte(group[:]) == [3]byte{224, 0, 0}:
		want := uint64(1)
		switch group[3] {
		case 18, 102, 251: // VRRP, HSRP, mDNS
			want = 255
		case 252: // LLMNR
			want = ttl
		}
		if ttl != want {
			l.expertNumber(ipTTLLncb, "\"Time To Live\" != ", want, " for a packet sent to the Local Network Control Block (see RFC 3171)")
		}
	case group[0]>>4 == 0xe, ttl >= 5, protocol == protocolOSPF, protocol == protocolPIM:
	default:
		l.expertNumber(ipTTLTooSmall, "\"Time To Live\" only ", ttl, "")
	}
}

// roomy is the body of a packet, or what is left of it where it is quoted.
func (d *Dissector) roomy(body view) view {
	if d.quoted && d.quota > 0 {
		body = body.first(min(len(body.b), d.quota)).wanting(body.want())
		d.quota = 0
	}
	return body
}

// plainIPv4 goes past a header that nobody asks about: without options, of a packet
// that is no fragment.
func (d *Dissector) plainIPv4(v view) int {
	b := v.b
	total := int(b[2])<<8 | int(b[3])
	if total == 0 {
		total = v.want()
	}
	if total < 20 {
		return v.want()
	}
	d.src, d.dst = netip.AddrFrom4([4]byte(b[12:])), netip.AddrFrom4([4]byte(b[16:]))
	whole := v.first(total)
	if d.quoted {
		whole = whole.wanting(total)
	}
	if body := d.roomy(whole.from(20)); body.want() > 0 {
		d.protocol(int(b[9]), body)
	}
	return total
}

// host4 adds an address in its four guises.
func (l *layer) host4(off int, id, name FieldID) {
	if !l.has(off, 4) {
		return
	}
	l.ipv4(id, off)
	l.ipv4(ipAddr, off)
	if !l.d.wants(name) && !l.d.wants(ipHost) {
		return
	}
	s := l.d.dotted(l.v.b[off:])
	l.written(name, off, 4, s)
	l.written(ipHost, off, 4, s)
}

// sum adds whether a checksum is right, which nobody asks to be computed.
func (l *layer) sum(status, bad FieldID, sum uint64, right uint16) {
	if sum == uint64(right) {
		l.computed(status, 2, 0, checksumGood)
		return
	}
	l.computed(status, 2, 0, checksumBad)
	l.expertSum(bad, right)
}

// verdict adds whether a checksum is right and, where it was computed, what it
// should be.
func (l *layer) verdict(status, calculated FieldID, off int, sum uint64, right uint16) {
	if sum == uint64(right) {
		l.computed(status, off, 0, checksumGood)
	} else {
		l.computed(status, off, 0, checksumBad)
	}
	if calculated != 0 {
		l.computed(calculated, off, 2, uint64(right))
	}
}

// protocol hands the body of an IP packet to its protocol.
func (d *Dissector) protocol(number int, v view) {
	switch number {
	case protocolICMP:
		d.icmp(v)
	case protocolICMPv6:
		d.icmpv6(v)
	case protocolESP:
		d.esp(v)
	case protocolAuthentication:
		d.authenticated(v)
	case protocolIGMP:
		d.igmp(v)
	case protocolTCP:
		if d.scouts {
			d.scoutedSegment(v)
		} else {
			d.tcpSegment(v)
		}
	case protocolUDP:
		d.udpDatagram(v)
	case protocolIPv4:
		d.ipv4(v)
	case protocolIPv6:
		d.ipv6(v)
	case protocolGRE:
		d.gre(v)
	case protocolOSPF:
		d.ospf(v)
	default:
		d.doubts(doubtPacket)
		d.data(v)
	}
}

// defragment gives the body of the datagram that a fragment completes. A fragment that
// completes none is shown as data, but for a first one that is not to wait for others:
// all that comes of it is read.
func (d *Dissector) defragment(l *layer, body view, id uint64, offset int, more bool, ids *fragmentFields) (view, bool) {
	alone := d.o.NoReassembly || d.quoted
	if alone || body.cut() {
		if offset == 0 && (alone || ids.cut) {
			d.partial = true
			return body, true
		}
		d.data(body)
		return body, false
	}
	before := d.recall()
	if d.scouts { // which would put together what is put together in its turn
		return body, false
	}
	g := before.fragments.add(fragmentKey{d.src, d.dst, id}, d.sight(), offset, body.b, more)
	if g == nil {
		d.data(body)
		return body, false
	}
	g.show(l, *ids)
	return view{b: g.whole, off: -1}, true
}

var ipFragmentFields = fragmentFields{
	tree: ipFragments, fragment: ipFragment, overlap: ipFragmentOverlap, conflict: ipFragmentOverlapConflict,
	tails: ipFragmentMultipletails, long: ipFragmentToolongfragment, bad: ipFragmentError, count: ipFragmentCount,
	in: ipReassembledIn, length: ipReassembledLength, data: ipReassembledData, octets: true, cut: true,
}
