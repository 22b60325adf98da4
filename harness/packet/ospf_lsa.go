package packet

// Types of link-state advertisement in version 2 (RFC 2328 Section A.4.1,
// RFC 3101, RFC 5250), which are the function codes of version 3 too, but for
// the last of them.
const (
	lsaRouter      = 1
	lsaNetwork     = 2
	lsaSummary     = 3
	lsaSummaryASBR = 4
	lsaExternal    = 5
	lsaNSSA        = 7
	lsaLink        = 8 // of version 3 (RFC 5340 Section A.4.9)
	lsaIntraPrefix = 9
	lsaOpaque      = 9
	lsaOpaqueAS    = 11
	lsaOpaque3     = 12

	lsaHeader = 20
)

// lsaHead is what the header of an advertisement tells of it.
type lsaHead struct {
	kind uint64
	size int
}

// least is how long an advertisement has to be.
func (h lsaHead) least(version int) int {
	if version != 2 {
		return lsaHeader
	}
	switch h.kind {
	case lsaRouter:
		return lsaHeader + 4
	case lsaNetwork, lsaSummary, lsaSummaryASBR:
		return lsaHeader + 8
	case lsaExternal, lsaNSSA:
		return lsaHeader + 16
	}
	return lsaHeader
}

// lsa dissects the header of an advertisement.
func (p *ospfPacket) lsa(off int) (h lsaHead) {
	p.part(ospfLsaAge, off, 2, 0x7fff)
	if p.version == 2 {
		p.part(ospfLsaDonotage, off, 2, 0x8000)
		h.kind = p.number(off+3, 1)
		p.options2(off+2, h.kind == lsaNSSA)
		p.uint(ospfLsa, off+3, 1)
		if id := lsaMark2(h.kind); id != 0 {
			p.holds(id)
		}
		p.lsaID(h.kind, off+4)
	} else {
		p.flag(ospfV3LsaDoNotAge, off, 2, 0x8000)
		h.kind = p.lsaType3(off + 2)
		if id := lsaMark3(h.kind); id != 0 {
			p.holds(id)
		}
		p.ipv4(ospfLinkStateID, off+4)
	}
	p.ipv4(ospfAdvrouter, off+8)
	p.uint(ospfLsaSeqnum, off+12, 4)
	p.uint(ospfLsaChksum, off+16, 2)
	h.size = int(p.uint(ospfLsaLength, off+18, 2))
	return h
}

// lsaID dissects the link-state ID of version 2, whose parts an opaque one names.
func (p *ospfPacket) lsaID(kind uint64, off int) {
	switch {
	case kind < lsaOpaque || kind > lsaOpaqueAS:
		p.ipv4(ospfLsaID, off)
	case p.uint(ospfLsidOpaqueType, off, 1) == 1: // traffic engineering
		p.uint(ospfLsidTeLsaReserved, off+1, 1)
		p.uint(ospfLsidTeLsaInstance, off+2, 2)
	default:
		p.uint(ospfLsidOpaqueID, off+1, 3)
	}
}

// lsaType3 dissects a type of version 3, and returns its function code.
func (p *ospfPacket) lsaType3(off int) uint64 {
	p.uint(ospfV3Lsa, off, 2)
	p.flag(ospfV3LsaU, off, 2, 0x8000)
	p.part(ospfV3LsaS12, off, 2, 0x6000)
	return p.part(ospfV3LsaFc, off, 2, 0x1fff)
}

// lsaMark2 is the field that marks advertisements of a type.
func lsaMark2(kind uint64) FieldID {
	switch kind {
	case lsaRouter:
		return ospfLsaRouter
	case lsaNetwork:
		return ospfLsaNetwork
	case lsaSummary:
		return ospfLsaSummary
	case lsaSummaryASBR:
		return ospfLsaAsbr
	case lsaExternal:
		return ospfLsaAsext
	case 6:
		return ospfLsaMember
	case lsaNSSA:
		return ospfLsaNssa
	case 8:
		return ospfLsaAttr
	case 9, 10, 11:
		return ospfLsaOpaque
	}
	return 0
}

// lsaMark3 is lsaMark2 for version 3.
func lsaMark3(kind uint64) FieldID {
	switch {
	case kind >= lsaRouter && kind <= lsaIntraPrefix:
		return ospfV3LsaRouter + FieldID(kind-lsaRouter)
	case kind == lsaOpaque3:
		return ospfV3LsaOpaque
	}
	return 0
}

// update dissects whole advertisements.
func (p *ospfPacket) update(off int) {
	if !p.has(off, p.end-off) {
		return
	}
	count := p.uint(ospfLsNumberOfLsas, off, 4)
	off += 4
	for ; count > 0 && !p.over; count-- {
		size := int(p.number(off+18, 2))
		if !p.has(off, max(size, lsaHeader)) {
			return
		}
		h := p.lsa(off)
		if size < h.least(p.version) {
			p.contradicts()
			p.over = true
			return
		}
		if p.version == 2 {
			p.body2(h.kind, off+lsaHeader, off+size)
		} else {
			p.body3(h.kind, off+lsaHeader, off+size)
		}
		off += size
	}
}

// body2 dissects the body of an advertisement of version 2, which ends at end. The
// bodies of opaque ones stay as they are.
func (p *ospfPacket) body2(kind uint64, off, end int) {
	switch kind {
	case lsaRouter:
		p.router2(off)
	case lsaNetwork:
		p.ipv4(ospfLsaNetworkNetmask, off)
		if off+4 == end {
			p.expertWords(ospfLsaTosMissing, "1 or more router-IDs required")
		}
		for off += 4; off < end && !p.over; off += 4 {
			p.ipv4(ospfLsaNetworkAttchrtr, off)
		}
	case lsaSummary, lsaSummaryASBR:
		p.ipv4(ospfLsaAsbrNetmask, off)
		if off+8 > end {
			p.expertWords(ospfLsaTosMissing, "1 or more TOS metrics required")
		}
		for off += 4; off < end && !p.over; off += 4 {
			p.uint(ospfLsaTos, off, 1)
			p.uint(ospfMetric, off+1, 3)
		}
	case lsaExternal, lsaNSSA:
		p.ipv4(ospfLsaAsextNetmask, off)
		if off+16 > end {
			p.expertWords(ospfLsaTosMissing, "1 or more TOS forwarding blocks required")
		}
		for off += 4; off < end && !p.over; off += 12 {
			p.flag(ospfLsaAsextType, off, 1, 0x80)
			p.part(ospfLsaTos, off, 1, 0x7f)
			p.uint(ospfMetric, off+1, 3)
			p.ipv4(ospfLsaAsextFwdaddr, off+4)
			p.uint(ospfLsaAsextExtrttag, off+8, 4)
		}
	case lsaOpaque, lsaOpaque + 1, lsaOpaqueAS:
		switch subtype := p.number(off-lsaHeader+4, 1); subtype {
		case 1, 3, 4, 7, 8: // of which the bodies are left as they are
		default:
			p.expertf(ospfLsaUnknownType, "Unknown LSA Type %d", subtype)
		}
	default:
		p.expert(ospfLsaUnknownType)
	}
}

// router2 dissects what a router says of its links.
func (p *ospfPacket) router2(off int) {
	p.uint(ospfV2RouterLsaFlags, off, 1)
	p.flag(ospfV2RouterLsaFlagsH, off, 1, 0x80)
	p.flag(ospfV2RouterLsaFlagsN, off, 1, 0x10)
	p.flag(ospfV2RouterLsaFlagsW, off, 1, 0x08)
	p.flag(ospfV2RouterLsaFlagsV, off, 1, 0x04)
	p.flag(ospfV2RouterLsaFlagsE, off, 1, 0x02)
	p.flag(ospfV2RouterLsaFlagsB, off, 1, 0x01)
	links := p.uint(ospfLsaNumberOfLinks, off+2, 2)
	off += 4
	for ; links > 0 && !p.over; links-- {
		metrics := int(p.number(off+9, 1))
		if !p.has(off, 12+4*metrics) {
			return
		}
		p.ipv4(ospfLsaRouterLinkid, off)
		p.ipv4(ospfLsaRouterLinkdata, off+4)
		p.uint(ospfLsaRouterLinktype, off+8, 1)
		p.uint(ospfLsaRouterNummetrics, off+9, 1)
		p.uint(ospfLsaRouterMetric0, off+10, 2)
		off += 12
		for range metrics {
			p.computed(ospfLsMetric, off, 4, p.number(off+2, 2))
			off += 4
		}
	}
}

// body3 is body2 for version 3 (RFC 5340 Section A.4).
func (p *ospfPacket) body3(kind uint64, off, end int) {
	switch kind {
	case lsaRouter:
		p.router3(off, end)
	case lsaNetwork:
		p.bytes(ospfReserved, off, 1)
		p.options3(off + 1)
		for off += 4; off < end && !p.over; off += 4 {
			p.ipv4(ospfV3LsaAttachedRouter, off)
		}
	case lsaSummary:
		p.bytes(ospfReserved, off, 1)
		p.uint(ospfMetric, off+1, 3)
		n := p.prefixHead(off + 4)
		p.bytes(ospfReserved, off+6, 2)
		p.prefix(off+8, n)
	case lsaSummaryASBR:
		p.bytes(ospfReserved, off, 1)
		p.options3(off + 1)
		p.bytes(ospfReserved, off+4, 1)
		p.uint(ospfMetric, off+5, 3)
		p.ipv4(ospfV3LsaDestinationRouterID, off+8)
	case lsaExternal, lsaNSSA:
		p.external3(off)
	case lsaLink:
		p.uint(ospfV3LsaRouterPriority, off, 1)
		p.options3(off + 1)
		p.ipv6(ospfV3LsaLinkLocalInterfaceAddressIpv6, off+4)
		count := p.uint(ospfV3LsaNumPrefixes, off+20, 4)
		for off += 24; count > 0 && !p.over; count-- {
			n := p.prefixHead(off)
			p.bytes(ospfReserved, off+2, 2)
			off += 4 + p.prefix(off+4, n)
		}
	case lsaIntraPrefix:
		count := p.uint(ospfV3LsaNumPrefixes, off, 2)
		p.uint(ospfV3LsaReferencedLsType, off+2, 2)
		p.ipv4(ospfV3LsaReferencedLinkStateID, off+4)
		p.ipv4(ospfV3LsaReferencedAdvertisingRouter, off+8)
		for off += 12; count > 0 && !p.over; count-- {
			n := p.prefixHead(off)
			p.uint(ospfMetric, off+2, 2)
			off += 4 + p.prefix(off+4, n)
		}
	case lsaOpaque3:
	default:
		p.expertf(ospfLsaUnknownType, "Unknown LSA Type %d", kind)
	}
}

func (p *ospfPacket) router3(off, end int) {
	p.uint(ospfV3RouterLsaFlags, off, 1)
	p.flag(ospfV3RouterLsaFlagsW, off, 1, 0x08)
	p.flag(ospfV3RouterLsaFlagsV, off, 1, 0x04)
	p.flag(ospfV3RouterLsaFlagsE, off, 1, 0x02)
	p.flag(ospfV3RouterLsaFlagsB, off, 1, 0x01)
	p.options3(off + 1)
	for off += 4; off < end && !p.over; off += 16 {
		p.uint(ospfV3LsaType, off, 1)
		p.bytes(ospfReserved, off+1, 1)
		p.uint(ospfMetric, off+2, 2)
		p.uint(ospfV3LsaInterfaceID, off+4, 4)
		p.uint(ospfV3LsaNeighborInterfaceID, off+8, 4)
		p.ipv4(ospfV3LsaNeighborRouterID, off+12)
	}
}

func (p *ospfPacket) external3(off int) {
	p.uint(ospfV3AsExternalFlags, off, 1)
	p.flag(ospfV3AsExternalFlagsE, off, 1, 0x04)
	forwarded := p.flag(ospfV3AsExternalFlagsF, off, 1, 0x02)
	tagged := p.flag(ospfV3AsExternalFlagsT, off, 1, 0x01)
	p.uint(ospfMetric, off+1, 3)
	n := p.prefixHead(off + 4)
	referenced := p.uint(ospfV3LsaReferencedLsType, off+6, 2)
	off += 8 + p.prefix(off+8, n)
	if forwarded {
		p.ipv6(ospfV3LsaForwardingAddressIpv6, off)
		off += 16
	}
	if tagged {
		p.uint(ospfV3LsaExternalRouteTag, off, 4)
		off += 4
	}
	if referenced != 0 {
		p.ipv4(ospfV3LsaReferencedLinkStateID, off)
	}
}

// prefixHead dissects the length and the options of a prefix, and returns the length.
func (p *ospfPacket) prefixHead(off int) int {
	n := int(p.uint(ospfPrefixLength, off, 1))
	p.uint(ospfV3PrefixOptions, off+1, 1)
	p.flag(ospfV3PrefixOptionsP, off+1, 1, 0x08)
	p.flag(ospfV3PrefixOptionsMc, off+1, 1, 0x04)
	p.flag(ospfV3PrefixOptionsLa, off+1, 1, 0x02)
	p.flag(ospfV3PrefixOptionsNu, off+1, 1, 0x01)
	return n
}

// prefix adds a prefix of so many bits, and returns how many octets it takes up.
func (p *ospfPacket) prefix(off, bits int) int {
	n := (bits + 31) / 32 * 4
	if bits > 128 {
		p.contradicts()
	}
	if p.has(off, n) && bits <= 128 {
		p.put(ospfV3AddressPrefixIpv6, off, n, IPv6Value(p.d.widened(p.v.b[off:off+n])))
	}
	return n
}

// widened is an IPv6 address of which zeros have been left out at the end.
func (d *Dissector) widened(b []byte) []byte {
	d.ink = d.ready(16)
	at := len(d.ink)
	d.ink = append(d.ink, b...)
	d.ink = append(d.ink, make([]byte, 16-len(b))...)
	return d.keep(at)
}
