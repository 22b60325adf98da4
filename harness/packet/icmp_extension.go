package packet

// The classes of extension objects (RFC 4950, RFC 5837, RFC 8335).
const (
	extensionMPLS      = 1
	extensionInterface = 2
	extensionIdentity  = 3
)

// quotedRoom is what an error gives to the packet that it quotes where it does not
// say how much, and extensions follow (RFC 4884 Section 5.5).
const quotedRoom = 128

// extensions4 dissects what an error says behind the packet that it quotes, which
// has words of 4 octets, or as many as it takes where that is 0. Errors from before
// RFC 4884 quote more than extensions leave room for, and have none.
func (l *layer) extensions4(words int) {
	if l.over || l.v.want() <= 8+quotedRoom {
		return
	}
	if quoted := l.number(10, 2); quoted > quotedRoom || l.over {
		return
	}
	room := words * 4
	if room == 0 {
		room = quotedRoom
	}
	l.d.extension(l.v.from(8 + room))
}

// extension dissects the extension structure of ICMP (RFC 4884 Section 7).
func (d *Dissector) extension(v view) {
	l := layer{d: d, v: v}
	n := len(v.b)
	l.none(icmpExt, 0, n)
	if v.want() < 4 || !l.has(0, 4) {
		return
	}
	version := l.part(icmpExtVersion, 0, 1, 0xf0)
	l.part(icmpExtRes, 0, 2, 0x0fff)
	sum := l.uint(icmpExtChecksum, 2, 2)
	if sum == 0 {
		l.computed(icmpExtChecksumStatus, 2, 2, checksumNotPresent)
	} else {
		l.sum(icmpExtChecksumStatus, icmpExtChecksumBad, sum, checksum(0, v.b, 2))
	}
	if version != 2 {
		return
	}
	for off := 4; off+4 <= n && !l.over; {
		size := int(l.uint(icmpExtLength, off, 2))
		class := l.uint(icmpExtClass, off+2, 1)
		if size < 4 {
			return
		}
		end := min(off+size, n)
		l.extensionObject(class, off, end)
		off = end
	}
}

func (l *layer) extensionObject(class uint64, off, end int) {
	kind := l.uint(icmpExtCtype, off+3, 1)
	at := off + 4
	switch {
	case class == extensionMPLS && kind == 1:
		for ; at+4 <= end; at += 4 {
			l.part(icmpMplsLabel, at, 3, 0xfffff0)
			l.part(icmpMplsExp, at+2, 1, 0x0e)
			l.flag(icmpMplsS, at+2, 1, 0x01)
			l.uint(icmpMplsTTL, at+3, 1)
		}
		if at < end {
			l.bytes(icmpMplsData, at, end-at)
		}
	case class == extensionMPLS || class == 0:
		l.uint(icmpExtCtype, off+3, 1)
		fallthrough
	default:
		if at < end {
			l.bytes(icmpExtData, at, end-at)
		}
	case class == extensionInterface:
		l.interfaceInformation(off, end)
	case class == extensionIdentity:
		l.interfaceIdentity(kind, at, end)
	}
}

// interfaceInformation dissects what an object tells of an interface: as its type
// says, an index, an address, a name and a maximum transmission unit.
func (l *layer) interfaceInformation(off, end int) {
	l.part(icmpIntInfoRole, off+3, 1, 0xc0)
	l.part(icmpIntInfoReserved, off+3, 1, 0x30)
	index := l.flag(icmpIntInfoIfindex, off+3, 1, 0x08)
	address := l.flag(icmpIntInfoIpaddr, off+3, 1, 0x04)
	name := l.flag(icmpIntInfoNamePresent, off+3, 1, 0x02)
	mtu := l.flag(icmpIntInfoMtuPresent, off+3, 1, 0x01)
	at := off + 4
	if index {
		l.uint(icmpIntInfoIndex, at, 4)
		at += 4
	}
	if address {
		id, size := icmpIntInfoIpv4, 4
		switch l.number(at, 2) {
		case familyIPv4:
		case familyIPv6:
			id, size = icmpIntInfoIpv6, 16
		default:
			l.broken()
		}
		if !l.has(at, 4+size) {
			return
		}
		l.uint(icmpIntInfoAfi, at, 2)
		l.bytes(icmpReserved, at+2, 2)
		if id == icmpIntInfoIpv4 {
			l.ipv4(id, at+4)
		} else {
			l.ipv6(id, at+4)
		}
		at += 4 + size
	}
	if name {
		n := int(l.uint(icmpIntInfoNameLength, at, 1)) // counts itself
		switch rest := end - at - 1; {
		case rest < n:
			n = 1
		case n == 0:
			l.padded(icmpIntInfoName, at+1, rest)
			n = rest + 1
		default:
			l.padded(icmpIntInfoName, at+1, n-1)
		}
		at += n
	}
	if mtu {
		l.uint(icmpIntInfoMtu, at, 4)
	}
}

// interfaceIdentity dissects which interface an extended echo request asks about, by
// its name, its index or an address.
func (l *layer) interfaceIdentity(kind uint64, at, end int) {
	switch kind {
	case 1:
		if at < end {
			l.padded(icmpIntIdentName, at, end-at)
		}
	case 2:
		l.uint(icmpIntIdentIndex, at, 4)
	case 3:
		family := l.uint(icmpIntIdentAfi, at, 2)
		l.uint(icmpIntIdentAddrLength, at+2, 1)
		l.bytes(icmpIntIdentReserved, at+3, 1)
		at += 4
		switch {
		case l.over:
		case family == familyIPv4:
			if at+4 <= end {
				l.ipv4(icmpIntIdentIpv4, at)
			}
		case family == familyIPv6:
			if at+16 <= end {
				l.ipv6(icmpIntIdentIpv6, at)
			}
		default:
			l.bytes(icmpIntIdentAddress, at, end-at)
		}
	}
}

// extendedEcho dissects an extended echo request or reply (RFC 8335), whose
// identifier stands before it.
func (l *layer) extendedEcho(reply bool, ids extendedEchoFields) {
	l.uint(ids.seq, 6, 1)
	if !reply {
		l.part(ids.reserved, 7, 1, 0xfe)
		l.flag(ids.local, 7, 1, 0x01)
		return
	}
	l.part(ids.state, 7, 1, 0xe0)
	l.part(ids.reservedReply, 7, 1, 0x18)
	l.flag(ids.active, 7, 1, 0x04)
	l.flag(ids.ipv4, 7, 1, 0x02)
	l.flag(ids.ipv6, 7, 1, 0x01)
}

// extendedEchoFields are those of either version of ICMP.
type extendedEchoFields struct{ seq, reserved, local, state, reservedReply, active, ipv4, ipv6 FieldID }

var extendedEcho4 = extendedEchoFields{
	icmpExtEchoSeq, icmpExtEchoReqRes, icmpExtEchoReqLocal,
	icmpExtEchoRspState, icmpExtEchoRspRes, icmpExtEchoRspActive, icmpExtEchoRspIpv4, icmpExtEchoRspIpv6,
}

// The extensions of a router advertisement that is a mobility agent's (RFC 5944
// Section 2.1, RFC 4721).
const (
	mobilePadding   = 0
	mobileAgent     = 16
	mobilePrefixes  = 19
	mobileChallenge = 24
)

// mobility dissects the extensions from off on.
func (l *layer) mobility(off int) {
	for off < len(l.v.b) && !l.over {
		kind := l.uint(icmpMipType, off, 1)
		if kind == mobilePadding {
			off++
			continue
		}
		n := int(l.uint(icmpMipLength, off+1, 1))
		at := off + 2
		end := at + n
		switch kind {
		case mobileAgent:
			l.uint(icmpMipSeq, at, 2)
			l.uint(icmpMipLife, at+2, 2)
			l.uint(icmpMipFlags, at+4, 2)
			for i, id := range [...]FieldID{
				icmpMipR, icmpMipB, icmpMipH, icmpMipF, icmpMipM, icmpMipG, icmpMipV, icmpMipRt, icmpMipU, icmpMipX,
			} {
				l.flag(id, at+4, 2, 0x8000>>i)
			}
			l.part(icmpMipReserved, at+4, 2, 0x003f)
			for at += 6; at+4 <= end && !l.over; at += 4 {
				l.ipv4(icmpMipCoa, at)
			}
		case mobilePrefixes:
			for ; at < end && !l.over; at++ {
				l.uint(icmpMipPrefixlength, at, 1)
			}
		case mobileChallenge:
			l.bytes(icmpMipChallenge, at, n)
		default:
			l.broken()
		}
		off = end
	}
}
