package packet

// ICMPv6 types that few networks see (RFC 2894, RFC 3122, RFC 3971, RFC 4286, RFC
// 4620, RFC 5568, RFC 6275, RFC 6743, RFC 6775).
const (
	icmpv6Renumbering         = 138
	icmpv6NodeQuery           = 139
	icmpv6NodeReply           = 140
	icmpv6InverseSolicit      = 141
	icmpv6InverseAdvert       = 142
	icmpv6HomeAgentRequest    = 144
	icmpv6HomeAgentReply      = 145
	icmpv6MobilePrefixSolicit = 146
	icmpv6MobilePrefixAdvert  = 147
	icmpv6PathSolicit         = 148
	icmpv6PathAdvert          = 149
	icmpv6MulticastAdvert     = 151
	icmpv6MulticastSolicit    = 152
	icmpv6MulticastEnd        = 153
	icmpv6FastHandover        = 154
	icmpv6RPL                 = 155
	icmpv6LocatorUpdate       = 156
	icmpv6DuplicateRequest    = 157
	icmpv6DuplicateConfirm    = 158
	icmpv6MPL                 = 159
)

var extendedEcho6 = extendedEchoFields{
	icmpv6ExtEchoSeq, icmpv6ExtEchoReqRes, icmpv6ExtEchoReqLocal,
	icmpv6ExtEchoRspState, icmpv6ExtEchoRspRes, icmpv6ExtEchoRspActive, icmpv6ExtEchoRspIpv4, icmpv6ExtEchoRspIpv6,
}

// rare6 dissects a message of such a type, and reports whether it is one.
func (l *layer) rare6(kind, code uint64) bool {
	switch kind {
	case icmpv6Renumbering:
		l.renumbering(code)
	case icmpv6NodeQuery, icmpv6NodeReply:
		l.nodeInformation(kind == icmpv6NodeReply, code)
	case icmpv6InverseSolicit, icmpv6InverseAdvert:
		l.bytes(icmpv6Reserved, 4, 4)
		l.discovery(8)
	case icmpv6HomeAgentRequest, icmpv6MobilePrefixSolicit, icmpv6HomeAgentReply:
		l.uint(icmpv6Mip6Identifier, 4, 2)
		l.bytes(icmpv6Reserved, 6, 2)
		for off := 8; kind == icmpv6HomeAgentReply && off < l.v.want() && !l.over; off += 16 {
			l.ipv6(icmpv6Mip6HomeAgentAddress, off)
		}
	case icmpv6MobilePrefixAdvert:
		l.uint(icmpv6Mip6Identifier, 4, 2)
		l.uint(icmpv6Mip6Flag, 6, 2)
		l.flag(icmpv6Mip6FlagM, 6, 2, 0x8000)
		l.flag(icmpv6Mip6FlagO, 6, 2, 0x4000)
		l.part(icmpv6Mip6FlagRsv, 6, 2, 0x3fff)
		l.discovery(8)
	case icmpv6PathSolicit:
		l.uint(icmpv6SendIdentifier, 4, 2)
		l.uint(icmpv6SendComponent, 6, 2)
		l.discovery(8)
	case icmpv6PathAdvert:
		l.uint(icmpv6SendIdentifier, 4, 2)
		l.uint(icmpv6SendAllComponents, 6, 2)
		l.uint(icmpv6SendComponent, 8, 2)
		l.bytes(icmpv6Reserved, 10, 2)
		l.discovery(12)
	case icmpv6MulticastAdvert:
		l.uint(icmpv6McastRaQueryInterval, 4, 2)
		l.uint(icmpv6McastRaRobustnessVariable, 6, 2)
	case icmpv6FastHandover:
		l.uint(icmpv6Fmip6Subtype, 4, 1)
		l.bytes(icmpv6Reserved, 5, 1)
		l.uint(icmpv6Fmip6Identifier, 6, 2)
		l.discovery(8)
	case icmpv6LocatorUpdate:
		n := l.uint(icmpv6IlnpNbLocs, 4, 1)
		l.bytes(icmpv6Reserved, 5, 1)
		l.bytes(icmpv6Reserved, 6, 2)
		for off := 8; n > 0 && !l.over; n-- {
			l.uint(icmpv6IlnpNbLocator, off, 8)
			l.uint(icmpv6IlnpNbPreference, off+8, 2)
			l.uint(icmpv6IlnpNbLifetime, off+10, 2)
			off += 12
		}
	case icmpv6DuplicateRequest, icmpv6DuplicateConfirm:
		l.uint(icmpv66lowpanndDaStatus, 4, 1)
		l.uint(icmpv66lowpanndDaRsv, 5, 1)
		l.uint(icmpv66lowpanndDaLifetime, 6, 2)
		l.eui64(icmpv66lowpanndDaEui64, 8)
		l.ipv6(icmpv66lowpanndDaRegAddr, 16)
		l.discovery(32)
	case icmpv6MulticastSolicit, icmpv6MulticastEnd, icmpv6RPL, icmpv6MPL:
	default:
		return false
	}
	return true
}

// What a node is asked about itself (RFC 4620 Section 5).
const (
	nodeName      = 2
	nodeAddresses = 3
	nodeIPv4      = 4
)

// nodeInformation dissects a question about a node, whose subject is of the kind that
// the code tells, or a reply.
func (l *layer) nodeInformation(reply bool, code uint64) {
	about := l.uint(icmpv6NiQtype, 4, 2)
	l.uint(icmpv6NiFlag, 6, 2)
	l.flag(icmpv6NiFlagG, 6, 2, 0x0020)
	l.flag(icmpv6NiFlagS, 6, 2, 0x0010)
	l.flag(icmpv6NiFlagL, 6, 2, 0x0008)
	l.flag(icmpv6NiFlagC, 6, 2, 0x0004)
	l.flag(icmpv6NiFlagA, 6, 2, 0x0002)
	l.flag(icmpv6NiFlagT, 6, 2, 0x0001)
	l.part(icmpv6NiFlagRsv, 6, 2, 0xffc0)
	l.uint(icmpv6NiNonce, 8, 8)
	off := 16
	if l.over || off >= l.v.want() {
		return
	}
	if !reply {
		switch code {
		case 0:
			l.ipv6(icmpv6NiQuerySubjectIpv6, off)
		case 1:
			l.nodeNames(icmpv6NiQuerySubjectFqdn, off)
		case 2:
			l.ipv4(icmpv6NiQuerySubjectIpv4, off)
		}
		return
	}
	switch about {
	case nodeName:
		l.uint(icmpv6NiReplyNodeTTL, off, 4)
		l.nodeNames(icmpv6NiReplyNodeName, off+4)
	case nodeAddresses:
		for ; off < l.v.want() && !l.over; off += 20 {
			l.uint(icmpv6NiReplyNodeTTL, off, 4)
			l.ipv6(icmpv6NiReplyNodeAddress, off+4)
		}
	case nodeIPv4:
		for ; off < l.v.want() && !l.over; off += 8 {
			l.uint(icmpv6NiReplyNodeTTL, off, 4)
			l.ipv4(icmpv6NiReplyIpv4Address, off+4)
		}
	}
}

// nodeNames adds the domain names from off on.
func (l *layer) nodeNames(id FieldID, off int) {
	for off < len(l.v.b) && !l.over {
		name, n := l.d.domain(l.v.b, off)
		if n == 0 {
			l.broken()
			return
		}
		l.written(id, off, n, name.text)
		off += n
	}
}

// renumbering dissects Router Renumbering: a command with a prefix to match and
// others to use, or the results.
func (l *layer) renumbering(code uint64) {
	l.uint(icmpv6RrSequenceNumber, 4, 4)
	l.uint(icmpv6RrSegmentNumber, 8, 1)
	l.uint(icmpv6RrFlag, 9, 1)
	l.flag(icmpv6RrFlagT, 9, 1, 0x80)
	l.flag(icmpv6RrFlagR, 9, 1, 0x40)
	l.flag(icmpv6RrFlagA, 9, 1, 0x20)
	l.flag(icmpv6RrFlagS, 9, 1, 0x10)
	l.flag(icmpv6RrFlagP, 9, 1, 0x08)
	l.part(icmpv6RrFlagRsv, 9, 1, 0x07)
	l.uint(icmpv6RrMaxdelay, 10, 2)
	l.bytes(icmpv6Reserved, 12, 4)
	switch code {
	case 0:
		l.matchPrefix(16)
		for off := 40; off < l.v.want() && !l.over; off += 32 {
			l.usePrefix(off)
		}
	case 1:
		for off := 16; off < l.v.want() && !l.over; off += 24 {
			l.none(icmpv6RrRm, off, min(24, len(l.v.b)-off))
			l.uint(icmpv6RrRmFlag, off, 2)
			l.part(icmpv6RrRmFlagReserved, off, 2, 0xfffc)
			l.flag(icmpv6RrRmFlagB, off, 2, 0x0002)
			l.flag(icmpv6RrRmFlagF, off, 2, 0x0001)
			l.uint(icmpv6RrRmOrdinal, off+2, 1)
			l.uint(icmpv6RrRmMatchedlen, off+3, 1)
			l.uint(icmpv6RrRmInterfaceindex, off+4, 4)
			l.ipv6(icmpv6RrRmMatchedprefix, off+8)
		}
	}
}

func (l *layer) matchPrefix(off int) {
	l.none(icmpv6RrPcoMp, off, min(24, len(l.v.b)-off))
	l.uint(icmpv6RrPcoMpOpcode, off, 1)
	l.uint(icmpv6RrPcoMpOplength, off+1, 1)
	l.uint(icmpv6RrPcoMpOrdinal, off+2, 1)
	l.uint(icmpv6RrPcoMpMatchlen, off+3, 1)
	l.uint(icmpv6RrPcoMpMinlen, off+4, 1)
	l.uint(icmpv6RrPcoMpMaxlen, off+5, 1)
	l.bytes(icmpv6Reserved, off+6, 2)
	l.ipv6(icmpv6RrPcoMpMatchprefix, off+8)
}

func (l *layer) usePrefix(off int) {
	l.none(icmpv6RrPcoUp, off, min(32, len(l.v.b)-off))
	l.uint(icmpv6RrPcoUpUselen, off, 1)
	l.uint(icmpv6RrPcoUpKeeplen, off+1, 1)
	for i, id := range [...]FieldID{icmpv6RrPcoUpFlagmask, icmpv6RrPcoUpRaflags} {
		at := off + 2 + i
		l.uint(id, at, 1)
		l.flag(icmpv6RrPcoUpFlagmaskL, at, 1, 0x80)
		l.flag(icmpv6RrPcoUpFlagmaskA, at, 1, 0x40)
		l.part(icmpv6RrPcoUpFlagmaskReserved, at, 1, 0x3f)
	}
	l.uint(icmpv6RrPcoUpValidlifetime, off+4, 4)
	l.uint(icmpv6RrPcoUpPreferredlifetime, off+8, 4)
	l.uint(icmpv6RrPcoUpFlag, off+12, 4)
	l.flag(icmpv6RrPcoUpFlagV, off+12, 4, 0x80000000)
	l.flag(icmpv6RrPcoUpFlagP, off+12, 4, 0x40000000)
	l.part(icmpv6RrPcoUpFlagReserved, off+12, 4, 0x3fffffff)
	l.ipv6(icmpv6RrPcoUpUseprefix, off+16)
}
