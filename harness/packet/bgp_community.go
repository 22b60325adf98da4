package packet

// communities dissects the communities of RFC 1997. The first and the last of the
// numbers are not those of an AS.
func (l *layer) communities(off, n int) {
	if !l.consistent(n%4 == 0) {
		return
	}
	l.none(bgpAttributeCommunities, off, n)
	for end := off + n; off < end && !l.over; off += 4 {
		if as := l.number(off, 2); as == 0 || as == 0xffff {
			l.uint(bgpAttributeCommunityWellknown, off, 4)
			continue
		}
		l.none(bgpAttributeCommunity, off, 4)
		l.uint(bgpAttributeCommunityAs, off, 2)
		l.uint(bgpAttributeCommunityValue, off+2, 2)
	}
}

// largeCommunities dissects those of RFC 8092.
func (l *layer) largeCommunities(off, n int) {
	if n%12 != 0 {
		return
	}
	for end := off + n; off < end && !l.over; off += 12 {
		if !l.has(off, 12) {
			return
		}
		l.written(bgpLargeCommunities, off, 12, l.d.write("[ Null ]")) // Wireshark's text for it says no more
		l.uint(bgpLargeCommunitiesGa, off, 4)
		l.uint(bgpLargeCommunitiesLdp1, off+4, 4)
		l.uint(bgpLargeCommunitiesLdp2, off+8, 4)
	}
}

// Types of extended community (RFC 7153), without the bit that tells whether they
// cross the border of an AS.
const (
	communityAS2    = 0x00
	communityIPv4   = 0x01
	communityAS4    = 0x02
	communityOpaque = 0x03
	communityEVPN   = 0x06
	communityExp    = 0x80 // flow specification, mostly
	communityExp2   = 0x81
	communityExp3   = 0x82

	communityLocal = 0x40 // not transitive
)

// extendedCommunities dissects those of RFC 4360.
func (l *layer) extendedCommunities(off, n int) {
	if n%8 != 0 {
		l.expertf(bgpExtComLengthBad, "Community length %d wrong, must be modulo 8", n)
		return
	}
	l.none(bgpExtCommunities, off, n)
	for end := off + n; off < end && !l.over; off += 8 {
		l.none(bgpExtCommunity, off, 8)
		kind := l.uint(bgpExtComType, off, 1)
		l.flag(bgpExtComTypeAuth, off, 1, 0x80)
		l.flag(bgpExtComTypeTran, off, 1, communityLocal)
		l.extendedCommunity(kind, off+1)
	}
}

// extendedCommunity dissects subtype and value.
func (l *layer) extendedCommunity(kind uint64, off int) {
	pick := func(crossing, local FieldID) FieldID {
		if kind&communityLocal != 0 {
			return local
		}
		return crossing
	}
	switch kind {
	case communityAS2, communityAS2 | communityLocal:
		const linkBandwidth = 4
		subtype := l.uint(pick(bgpExtComStypeTrAs2, bgpExtComStypeNtrAs2), off, 1)
		l.uint(bgpExtComValueAs2, off+1, 2)
		if subtype == linkBandwidth && kind == communityLocal {
			return // the rest is a floating-point number
		}
		l.uint(bgpExtComValueAn4, off+3, 4)
	case communityIPv4, communityIPv4 | communityLocal:
		l.uint(pick(bgpExtComStypeTrIP4, bgpExtComStypeNtrIP4), off, 1)
		l.ipv4(bgpExtComValueIP4, off+1)
		l.uint(bgpExtComValueAn2, off+5, 2)
	case communityAS4, communityAS4 | communityLocal:
		l.uint(pick(bgpExtComStypeTrAs4, bgpExtComStypeNtrAs4), off, 1)
		l.uint(bgpExtComValueAs4, off+1, 4)
		l.uint(bgpExtComValueAn2, off+5, 2)
	case communityOpaque:
		l.opaqueCommunity(l.uint(bgpExtComStypeTrOpaque, off, 1), off+1)
	case communityOpaque | communityLocal:
		l.uint(bgpExtComStypeNtrOpaque, off, 1)
		l.uint(bgpExtComValueRaw, off+1, 6)
	case communityEVPN:
		l.uint(bgpExtComStypeTrEvpn, off, 1)
	case communityExp:
		l.flowCommunity(l.uint(bgpExtComStypeTrExp, off, 1), off+1)
	case communityExp2:
		l.uint(bgpExtComStypeTrExp2, off, 1)
		l.ipv4(bgpExtComValueIP4, off+1)
		l.uint(bgpExtComValueAn2, off+5, 2)
	case communityExp3:
		l.uint(bgpExtComStypeTrExp3, off, 1)
		l.uint(bgpExtComValueAs4, off+1, 4)
		l.uint(bgpExtComValueAn2, off+5, 2)
	default:
		l.uint(bgpExtComStypeUnknown, off, 1)
		l.uint(bgpExtComValueRaw, off+1, 6)
	}
}

func (l *layer) opaqueCommunity(subtype uint64, off int) {
	switch subtype {
	case 0x06: // RFC 4577
		l.ipv4(bgpExtComValueOspfRtypeArea, off)
		l.uint(bgpExtComValueOspfRtypeType, off+4, 1)
		l.uint(bgpExtComValueOspfRtypeOptions, off+5, 1)
		l.flag(bgpExtComValueOspfRtypeOptionsMt, off+5, 1, 0x01)
	case 0x0c: // RFC 9012
		l.uint(bgpExtComTunnelType, off+4, 2)
	default:
		l.uint(bgpExtComValueRaw, off, 6)
	}
}

// flowCommunity dissects what is to be done with a flow (RFC 8955 Section 7).
func (l *layer) flowCommunity(subtype uint64, off int) {
	switch subtype {
	case 0x06: // the rest is a floating-point number
		l.uint(bgpExtComValueAs2, off, 2)
	case 0x07:
		l.bytes(bgpFlowspecExtComEmptybytes, off, 5)
		l.flag(bgpExtComFlowSample, off+5, 1, 0x02)
		l.flag(bgpExtComFlowTraffAct, off+5, 1, 0x01)
	case 0x08:
		l.uint(bgpExtComValueAs2, off, 2)
		l.uint(bgpExtComValueAn4, off+2, 4)
	case 0x09:
		l.part(bgpExtComValueFsDscp, off+5, 1, 0x3f)
	}
}
