package packet

// Types of OSPF packet (RFC 2328 Section A.3.1).
const (
	ospfTypeHello       = 1
	ospfTypeDescription = 2
	ospfTypeRequest     = 3
	ospfTypeUpdate      = 4
	ospfTypeAcknowledge = 5
)

// Authentication of OSPFv2 (RFC 2328 Section A.3.1).
const (
	ospfAuthKindNone   = 0
	ospfAuthKindSimple = 1
	ospfAuthKindCrypt  = 2
)

// ospfPacket is what its header tells of a packet.
type ospfPacket struct {
	layer
	version int
	end     int // as it says itself; authentication and link-local signaling come behind
	crypt   int // octets of authentication behind it
	options uint64
}

// ospf dissects OSPF version 2 (RFC 2328) and 3 (RFC 5340).
func (d *Dissector) ospf(v view) {
	if !d.needs(ospfLayer) || !d.enter("ospf") {
		return
	}
	const start = 14 // octets that both versions begin with
	if len(v.b) < 4 {
		d.runsOut(v)
		return
	}
	p := ospfPacket{layer: layer{d: d, v: v}, version: int(v.b[0]), end: int(v.b[2])<<8 | int(v.b[3])}
	size := start
	switch p.version {
	case 2:
		size = 24
	case 3:
		size = 16
	}
	p.section(ospfLayer, 0, len(v.b))
	p.none(ospfHeader, 0, min(size, len(v.b)))
	p.uint(ospfVersion, 0, 1)
	kind := p.uint(ospfMsg, 1, 1)
	if kind >= ospfTypeHello && kind <= ospfTypeAcknowledge {
		p.holds(ospfMsgHello + FieldID(kind-ospfTypeHello))
	}
	p.uint(ospfPacketLength, 2, 2)
	p.ipv4(ospfSrcrouter, 4)
	p.ipv4(ospfAreaID, 8)
	p.uint(ospfChecksum, 12, 2)
	switch p.version {
	case 2:
		p.authentication()
	case 3:
		p.uint(ospfInstanceID, 14, 1)
		p.bytes(ospfReserved, 15, 1)
	default:
		return
	}
	if p.over {
		return
	}
	switch kind {
	case ospfTypeHello:
		p.hello(size)
	case ospfTypeDescription:
		p.description(size)
	case ospfTypeRequest:
		for off := size; off < p.end && !p.over; off += 12 {
			p.request(off)
		}
	case ospfTypeUpdate:
		p.update(size)
	case ospfTypeAcknowledge:
		p.acknowledged(size)
	default:
		d.data(v.from(size))
	}
	if !p.over && (kind == ospfTypeHello || kind == ospfTypeDescription) {
		p.trailers()
	}
}

// authentication dissects the last third of version 2's header, and the digest
// behind the packet.
func (p *ospfPacket) authentication() {
	switch p.uint(ospfAuthType, 14, 2) {
	case ospfAuthKindNone:
		p.bytes(ospfAuthNone, 16, 8)
	case ospfAuthKindSimple:
		p.fixed(ospfAuthSimple, 16, 8)
	case ospfAuthKindCrypt:
		p.uint(ospfAuthCryptKeyID, 18, 1)
		p.crypt = int(p.uint(ospfAuthCryptDataLength, 19, 1))
		p.uint(ospfAuthCryptSeqNbr, 20, 4)
		if p.end+p.crypt <= len(p.v.b) {
			p.bytes(ospfAuthCryptData, p.end, p.crypt)
		}
	default:
		p.bytes(ospfAuthUnknown, 16, 8)
	}
}

func (p *ospfPacket) hello(off int) {
	p.none(ospfHello, off, min(max(p.end-off, 0), len(p.v.b)-off))
	if p.version == 2 {
		p.ipv4(ospfHelloNetworkMask, off)
		p.uint(ospfHelloHelloInterval, off+4, 2)
		p.options2(off+6, false)
		p.uint(ospfHelloRouterPriority, off+7, 1)
		p.uint(ospfHelloRouterDeadInterval, off+8, 4)
	} else {
		p.uint(ospfHelloInterfaceID, off, 4)
		p.uint(ospfHelloRouterPriority, off+4, 1)
		p.options3(off + 5)
		p.uint(ospfHelloHelloInterval, off+8, 2)
		p.uint(ospfHelloRouterDeadInterval, off+10, 2)
	}
	off += 20
	p.ipv4(ospfHelloDesignatedRouter, off-8)
	p.ipv4(ospfHelloBackupDesignatedRouter, off-4)
	for ; off < p.end && !p.over; off += 4 {
		p.ipv4(ospfHelloActiveNeighbor, off)
	}
}

// description dissects a description of a link-state database.
func (p *ospfPacket) description(off int) {
	if !p.has(off, p.end-off) {
		return
	}
	if p.version == 2 {
		p.uint(ospfDbInterfaceMtu, off, 2)
		p.options2(off+2, false)
		off += 3
	} else {
		p.bytes(ospfReserved, off, 1)
		p.options3(off + 1)
		p.uint(ospfDbInterfaceMtu, off+4, 2)
		p.bytes(ospfReserved, off+6, 1)
		off += 7
	}
	p.uint(ospfDbd, off, 1)
	p.flag(ospfDbdR, off, 1, 0x08)
	p.flag(ospfDbdI, off, 1, 0x04)
	p.flag(ospfDbdM, off, 1, 0x02)
	p.flag(ospfDbdMs, off, 1, 0x01)
	p.uint(ospfDbDdSequence, off+1, 4)
	options := p.options
	p.acknowledged(off + 5)
	p.options = options
}

// request dissects one request for a link-state advertisement.
func (p *ospfPacket) request(off int) {
	if !p.has(off, 12) {
		return
	}
	if p.version == 2 {
		p.uint(ospfLsa, off, 4)
	} else {
		p.bytes(ospfReserved, off, 2)
		p.lsaType3(off + 2)
	}
	p.ipv4(ospfLinkStateID, off+4)
	p.ipv4(ospfAdvrouter, off+8)
}

// acknowledged dissects headers of link-state advertisements up to the end.
func (p *ospfPacket) acknowledged(off int) {
	for ; off < p.end && !p.over; off += lsaHeader {
		if !p.has(off, lsaHeader) {
			return
		}
		if h := p.lsa(off); h.size < h.least(p.version) {
			p.contradicts()
			p.broken()
		}
	}
}

// options2 dissects the options of version 2; in an advertisement into an NSSA
// one bit of them has another meaning (RFC 3101 Section 2.3).
func (p *ospfPacket) options2(off int, nssa bool) {
	p.options = p.uint(ospfV2Options, off, 1)
	p.flag(ospfV2OptionsDn, off, 1, 0x80)
	p.flag(ospfV2OptionsO, off, 1, 0x40)
	p.flag(ospfV2OptionsDc, off, 1, 0x20)
	p.flag(ospfV2OptionsL, off, 1, 0x10)
	if nssa {
		p.flag(ospfV2OptionsP, off, 1, 0x08)
	} else {
		p.flag(ospfV2OptionsN, off, 1, 0x08)
	}
	p.flag(ospfV2OptionsMc, off, 1, 0x04)
	p.flag(ospfV2OptionsE, off, 1, 0x02)
	p.flag(ospfV2OptionsMt, off, 1, 0x01)
}

// options3 dissects the options of version 3.
func (p *ospfPacket) options3(off int) {
	p.options = p.uint(ospfV3Options, off, 3)
	p.flag(ospfV3OptionsAt, off, 3, 0x000400)
	p.flag(ospfV3OptionsL, off, 3, 0x000200)
	p.flag(ospfV3OptionsAf, off, 3, 0x000100)
	p.flag(ospfV3OptionsDc, off, 3, 0x000020)
	p.flag(ospfV3OptionsR, off, 3, 0x000010)
	p.flag(ospfV3OptionsN, off, 3, 0x000008)
	p.flag(ospfV3OptionsMc, off, 3, 0x000004)
	p.flag(ospfV3OptionsE, off, 3, 0x000002)
	p.flag(ospfV3OptionsV6, off, 3, 0x000001)
}

// trailers dissects what options say stands behind the packet: a block of
// link-local signaling (RFC 5613), and authentication of version 3 (RFC 7166),
// which Wireshark looks for in the same place.
func (p *ospfPacket) trailers() {
	const (
		signaling2 = 0x10
		signaling3 = 0x200
		trailer3   = 0x400
	)
	if p.version == 2 {
		if p.options&signaling2 != 0 {
			p.signaling(p.end + p.crypt)
		}
		return
	}
	if p.options&signaling3 != 0 {
		p.signaling(p.end)
	}
	if p.options&trailer3 != 0 {
		p.authTrailer(p.end)
	}
}

func (p *ospfPacket) signaling(off int) {
	if off+4 > p.v.want() {
		p.contradicts()
		return
	}
	p.uint(ospfLlsChecksum, off, 2)
	size := int(p.number(off+2, 2)) * 4
	p.computed(ospfLlsDataLength, off+2, 2, uint64(size))
	end := min(off+size, p.v.want())
	if off+max(size, 4) > p.v.want() {
		p.doubts(doubtSignaling)
	}
	for off += 4; off+4 <= end && !p.over; {
		kind, n := p.number(off, 2), int(p.number(off+2, 2))
		if !p.has(off, 4+n) {
			return
		}
		switch {
		case kind == 1 && n == 4 && p.version == 2:
			p.uint(ospfLlsExtOptions, off+4, 4)
			p.flag(ospfLlsExtOptionsRs, off+4, 4, 0x2)
			p.flag(ospfLlsExtOptionsLr, off+4, 4, 0x1)
		case kind == 1 && n == 4:
			p.none(ospfV3LlsExtOptionsTlv, off, 8)
			p.uint(ospfV3LlsExtOptions, off+4, 4)
			p.flag(ospfV3LlsExtOptionsLr, off+4, 4, 0x1)
			p.flag(ospfV3LlsExtOptionsRs, off+4, 4, 0x2)
		case kind == 2 && n > 4 && p.version == 2:
			p.uint(ospfV2LlsSequenceNumber, off+4, 4)
			p.bytes(ospfV2LlsAuthData, off+8, n-4)
		}
		off += 4 + (n+3)/4*4
	}
}

func (p *ospfPacket) authTrailer(off int) {
	n := int(p.number(off+2, 2))
	p.none(ospfAt, off, min(max(n, 4), max(len(p.v.b)-off, 0)))
	p.uint(ospfAtAuthType, off, 2)
	p.uint(ospfAtAuthDataLen, off+2, 2)
	if n < 16 {
		return
	}
	p.uint(ospfAtReserved, off+4, 2)
	p.uint(ospfAtSaID, off+6, 2)
	p.uint(ospfAtCryptoSeqNbr, off+8, 8)
	p.bytes(ospfAtAuthData, off+16, n-16)
}
