package packet

// Path attributes (RFC 4271 Section 4.3, RFC 1997, RFC 4456, RFC 4760, RFC 4360,
// RFC 6793, RFC 8092).
const (
	bgpOrigin              = 1
	bgpASPath              = 2
	bgpNextHop             = 3
	bgpMultiExitDisc       = 4
	bgpLocalPref           = 5
	bgpAtomicAggregate     = 6
	bgpAggregator          = 7
	bgpCommunities         = 8
	bgpOriginatorID        = 9
	bgpClusterList         = 10
	bgpReach               = 14
	bgpUnreach             = 15
	bgpExtendedCommunities = 16
	bgpAS4Path             = 17
	bgpAS4Aggregator       = 18
	bgpLargeCommunity      = 32
)

// Address families and their subsets (RFC 4760).
const (
	bgpIPv4      = 1
	bgpIPv6      = 2
	bgpUnicast   = 1
	bgpMulticast = 2
)

func (l *layer) bgpUpdate() {
	off := bgpHeader
	n := int(l.uint(bgpUpdateWithdrawnRoutesLength, off, 2))
	off += 2
	if n > 0 {
		l.clamped(bgpUpdateWithdrawnRoutes, off, n)
		if !l.has(off, n) || !l.prefixes4(bgpWithdrawnPrefix, off, off+n) {
			return
		}
		off += n
	}
	n = int(l.uint(bgpAttributesLength, off, 2))
	off += 2
	if n > 0 && !l.over {
		l.clamped(bgpAttributes, off, n)
		for end := off + n; off < end && !l.over; {
			if off += l.bgpAttribute(off); off > end && !l.over {
				if last := len(l.d.fields) - 1; last < 0 || l.d.fields[last].ID != malformedLayer { // else it has told so
					l.contradicts()
				}
				l.broken()
			}
		}
	}
	if end := l.v.want(); off < end && !l.over {
		l.clamped(bgpUpdateNlri, off, end-off)
		if l.has(off, end-off) {
			l.prefixes4(bgpNlriPrefix, off, end)
		}
	}
}

// bgpAttribute dissects one attribute, and returns its length.
func (l *layer) bgpAttribute(off int) int {
	flags, kind := l.number(off, 1), l.number(off+1, 1)
	size := 1
	if flags&0x10 != 0 {
		size = 2
	}
	n := int(l.number(off+2, size))
	if l.over {
		return 0
	}
	head := 2 + size
	l.clamped(bgpAttribute, off, head+n)
	l.uint(bgpAttributeFlags, off, 1)
	l.flag(bgpAttributeFlagsOptional, off, 1, 0x80)
	l.flag(bgpAttributeFlagsTransitive, off, 1, 0x40)
	l.flag(bgpAttributeFlagsPartial, off, 1, 0x20)
	l.flag(bgpAttributeFlagsExtendedLength, off, 1, 0x10)
	l.part(bgpAttributeFlagsUnused, off, 1, 0x0f)
	l.uint(bgpAttributeTypeCode, off+1, 1)
	l.uint(bgpAttributeLength, off+2, size)
	l.bgpAttributeValue(kind, off+head, n)
	return head + n
}

// bgpAttributeValue dissects what an attribute says. What is of a wrong length is
// left out, and of what Wireshark knows and the catalogue does not, all of it.
func (l *layer) bgpAttributeValue(kind uint64, off, n int) {
	switch kind {
	case bgpOrigin:
		if l.consistent(n == 1) {
			l.uint(bgpAttributeOrigin, off, 1)
		}
	case bgpASPath:
		l.asPath(off, off+n, false)
	case bgpAS4Path:
		l.asPath(off, off+n, true)
	case bgpNextHop:
		if l.consistent(n == 4) {
			l.ipv4(bgpAttributeNextHop, off)
		}
	case bgpMultiExitDisc:
		if l.consistent(n == 4) {
			l.uint(bgpAttributeMultiExitDisc, off, 4)
		}
	case bgpLocalPref:
		if l.consistent(n == 4) {
			l.uint(bgpAttributeLocalPref, off, 4)
		}
	case bgpAggregator, bgpAS4Aggregator:
		if l.consistent(n == 8 || n == 6 && kind == bgpAggregator) {
			l.uint(bgpAttributeAggregatorAs, off, n-4)
			l.ipv4(bgpAttributeAggregatorOrigin, off+n-4)
		}
	case bgpOriginatorID:
		if l.consistent(n == 4) {
			l.ipv4(bgpAttributeOriginatorID, off)
		}
	case bgpClusterList:
		if !l.consistent(n%4 == 0) {
			return
		}
		l.none(bgpPathAttributeClusterList, off, n)
		for end := off + n; off < end && !l.over; off += 4 {
			l.ipv4(bgpPathAttributeClusterID, off)
		}
	case bgpCommunities:
		l.communities(off, n)
	case bgpLargeCommunity:
		l.largeCommunities(off, n)
	case bgpExtendedCommunities:
		l.extendedCommunities(off, n)
	case bgpReach:
		l.reach(off, off+n)
	case bgpUnreach:
		l.uint(bgpAttributeMpUnreachNlriAfi, off, 2)
		l.uint(bgpAttributeMpUnreachNlriSafi, off+2, 1)
		l.none(bgpAttributeMpUnreachNlri, off+3, n-3)
		l.reachable(off, off+3, off+n, bgpMpUnreachNlriIpv4Prefix, bgpMpUnreachNlriIpv6Prefix)
	case bgpAtomicAggregate:
		l.consistent(n == 0)
		l.has(off, n)
	case 11, 12, 13, 19, 22, 23, 26, 29, 33, 36, 40, 99, 128:
		l.doubts(doubtFamily)
		l.has(off, n)
	default:
		l.clamped(bgpAttributesUnknown, off, n)
		l.has(off, n)
	}
}

// consistent reports whether an attribute is as long as it should be, and tells if it is not.
func (l *layer) consistent(right bool) bool {
	if !right {
		l.contradicts()
	}
	return right
}

// asPath dissects a path of AS numbers. Nothing in it tells whether they have two
// octets or four (RFC 6793); Wireshark finds out by what would follow the first
// segment if they had two, and fails where that lies behind the message.
func (l *layer) asPath(off, end int, four bool) {
	if off == end {
		return
	}
	if !four {
		next := off + 2 + 2*int(l.number(off+1, 1))
		if !l.has(next, 1) {
			return
		}
		four = !l.twoOctets(off, end)
	}
	size, id := 2, bgpAttributeAsPathSegmentAs2
	if four {
		size, id = 4, bgpAttributeAsPathSegmentAs4
	}
	for off < end && !l.over {
		count := int(l.number(off+1, 1))
		l.none(bgpAttributeAsPathSegment, off, 2+count*size)
		l.uint(bgpAttributeAsPathSegmentType, off, 1)
		l.uint(bgpAttributeAsPathSegmentLength, off+1, 1)
		off += 2
		for range count {
			l.uint(id, off, size)
			off += size
		}
	}
}

// twoOctets reports whether a path makes sense with AS numbers of two octets: known
// kinds of segment, no AS 0, and the end where it should be.
func (l *layer) twoOctets(off, end int) bool {
	for off+2 <= end {
		kind, count := l.number(off, 1), int(l.number(off+1, 1))
		off += 2
		if kind < 1 || kind > 4 || off+2*count > end {
			return false
		}
		for range count {
			if l.number(off, 2) == 0 {
				return false
			}
			off += 2
		}
	}
	return off == end && !l.over
}

// reach dissects routes of whatever family (RFC 4760 Section 3).
func (l *layer) reach(off, end int) {
	family := l.uint(bgpAttributeMpReachNlriAfi, off, 2)
	subset := l.uint(bgpAttributeMpReachNlriSafi, off+2, 1)
	n := int(l.number(off+3, 1))
	l.bytes(bgpAttributeMpReachNlriNextHop, off+3, 1+n)
	if n == 4 || subset == bgpUnicast || subset == bgpMulticast {
		l.nextHop(family, off+4, n)
	}
	at := off + 4 + n
	points := l.uint(bgpAttributeMpReachNlriNbrSnpa, at, 1)
	for at++; points > 0 && !l.over; points-- {
		n := int(l.uint(bgpAttributeMpReachNlriSnpaLength, at, 1))
		l.bytes(bgpAttributeMpReachNlriSnpa, at+1, n)
		at += 1 + n
	}
	l.none(bgpAttributeMpReachNlri, at, end-at)
	l.reachable(off, at, end, bgpMpReachNlriIpv4Prefix, bgpMpReachNlriIpv6Prefix)
}

func (l *layer) nextHop(family uint64, off, n int) {
	switch {
	case n == 4:
		l.ipv4(bgpAttributeMpReachNlriNextHopIpv4, off)
	case (family == bgpIPv4 || family == bgpIPv6) && (n == 16 || n == 32):
		l.ipv6(bgpAttributeMpReachNlriNextHopIpv6, off)
		if n == 32 {
			l.ipv6(bgpAttributeMpReachNlriNextHopIpv6LinkLocal, off+16)
		}
	}
}

// reachable dissects the prefixes of IPv4 and IPv6; those of other families stay
// as they are. The family stands at head.
func (l *layer) reachable(head, off, end int, four, six FieldID) {
	family, subset := l.number(head, 2), l.number(head+2, 1)
	if !l.has(off, end-off) {
		return
	}
	if subset != bgpUnicast && subset != bgpMulticast || family != bgpIPv4 && family != bgpIPv6 {
		l.doubts(doubtFamily)
		return
	}
	longest, id := 32, four
	if family == bgpIPv6 {
		longest, id = 128, six
	}
	for off < end && !l.over {
		n := l.bgpPrefix(id, off, end, longest, l.hasPaths(off, end, longest))
		if n == 0 {
			return
		}
		off += n
	}
}

// prefixes4 dissects prefixes of IPv4, and reports whether all of them make sense.
func (l *layer) prefixes4(id FieldID, off, end int) bool {
	paths := l.hasPaths(off, end, 32)
	for off < end && !l.over {
		n := l.bgpPrefix(id, off, end, 32, paths)
		if n == 0 {
			return false
		}
		off += n
	}
	return !l.over
}

// bgpPrefix dissects a prefix, with the number of a path before it or without
// (RFC 7911), and returns its length, or 0 for one that is no prefix.
func (l *layer) bgpPrefix(id FieldID, off, end, longest int, path bool) int {
	size := 1
	if path {
		size = 5
	}
	bits := int(l.number(off+size-1, 1))
	n := (bits + 7) / 8
	if l.over {
		return 0
	}
	if bits > longest {
		l.contradicts()
		return 0
	}
	if off+size+n > end {
		if l.has(off+size, n) {
			l.over = true
		}
		return 0
	}
	if path {
		l.uint(bgpNlriPathID, off, 4)
	}
	l.uint(bgpPrefixLength, off+size-1, 1)
	var address [16]byte
	copy(address[:], l.v.b[off+size:off+size+n])
	if bits%8 != 0 {
		address[n-1] &= 0xff << (8 - bits%8)
	}
	if longest == 32 {
		l.put(id, off+size, n, IPv4Value(address[:]))
	} else {
		l.put(id, off+size, n, IPv6Value(l.d.widened(address[:])))
	}
	return size + n
}

// hasPaths reports whether prefixes have numbers of paths before them. Only the
// capabilities of both sides would tell; as Wireshark does, it is taken for granted
// where the octets make sense with them and do not without.
func (l *layer) hasPaths(off, end, longest int) bool {
	return l.fits(off, end, longest, 4) && !l.fits(off, end, longest, 0)
}

// fits reports whether octets are prefixes with so many octets before each.
// Without any, a default route among others is too odd to be meant.
func (l *layer) fits(off, end, longest, before int) bool {
	start := off
	for off += before; off < end; off += before {
		bits := int(l.v.b[off])
		if bits > longest || before == 0 && bits == 0 && end-start > 1 {
			return false
		}
		if off += 1 + (bits+7)/8; off > end || bits%8 != 0 && l.v.b[off-1]&(0xff>>(bits%8)) != 0 {
			return false
		}
	}
	return true
}
