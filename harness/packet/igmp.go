package packet

// IGMP types (RFC 988, RFC 1112, RFC 2236, RFC 3376) and those of mtrace
// (draft-ietf-idmr-traceroute-ipm).
const (
	igmpCreateRequest  = 0x01 // of version 0, as are those up to 0x08
	igmpConfirmReply   = 0x08
	igmpQuery          = 0x11
	igmpReport1        = 0x12
	igmpReport2        = 0x16
	igmpLeave          = 0x17
	igmpTraceResponse  = 0x1e
	igmpTrace          = 0x1f
	igmpReport3        = 0x22
	igmpShort          = 8 // octets of a message of versions 1 and 2
	igmpPending        = 5 // replies from there on tell of seconds to wait
	igmpTraceHead      = 24
	igmpTraceBlock     = 32
	igmpFloating       = 0x80
	igmpFloatingOffset = 0x10
)

// igmp dissects IGMP.
func (d *Dissector) igmp(v view) {
	if !d.needs(igmpLayer) || !d.enter("igmp") || v.want() == 0 {
		return
	}
	l := layer{d: d, v: v}
	kind := l.number(0, 1)
	if igmpKnown(kind) {
		d.enter("igmp") // once more, as Wireshark does where it knows the type
	}
	if kind == igmpQuery {
		l.has(0, 2) // the version of a query is in its second octet
	}
	l.section(igmpLayer, 0, len(v.b))
	if l.over {
		return
	}
	switch {
	case kind >= igmpCreateRequest && kind <= igmpConfirmReply:
		l.igmp0(kind)
	case kind == igmpQuery && v.want() >= 12:
		l.igmpQuery3()
	case kind == igmpQuery && l.number(1, 1) != 0, kind == igmpReport2, kind == igmpLeave:
		l.igmpHead(2, igmpShort)
		l.ipv4(igmpMaddr, 4)
	case kind == igmpQuery, kind == igmpReport1:
		l.igmpHead(1, igmpShort)
		l.ipv4(igmpMaddr, 4)
	case kind == igmpReport3:
		l.igmpReport3()
	case kind == igmpTrace, kind == igmpTraceResponse:
		l.igmpTrace()
	default:
		l.uint(igmpType, 0, 1)
		if len(v.b) > 1 {
			l.bytes(igmpData, 1, len(v.b)-1)
		}
	}
}

func igmpKnown(kind uint64) bool {
	switch kind {
	case igmpQuery, igmpReport1, igmpReport2, igmpLeave, igmpReport3, igmpTrace, igmpTraceResponse:
		return true
	}
	return kind >= igmpCreateRequest && kind <= igmpConfirmReply
}

// igmpHead adds the first four octets of a message, as its version reads the second.
func (l *layer) igmpHead(version uint64, covered int) {
	l.computed(igmpVersion, 0, 0, version)
	l.uint(igmpType, 0, 1)
	if version == 2 {
		l.uint(igmpMaxResp, 1, 1)
	} else {
		l.bytes(igmpReserved, 1, 1)
	}
	l.igmpChecksum(covered)
}

// igmpChecksum adds the checksum over so many octets.
func (l *layer) igmpChecksum(covered int) {
	sum := l.uint(igmpChecksum, 2, 2)
	switch d := l.d; {
	case d.quoted || d.partial || len(l.v.b) < covered:
		l.computed(igmpChecksumStatus, 2, 0, checksumUnverified)
	default:
		l.sum(igmpChecksumStatus, igmpBadChecksum, sum, checksum(0, l.v.b[:covered], 2))
	}
}

// igmp0 dissects version 0 (RFC 988 Appendix I), where even types are replies.
func (l *layer) igmp0(kind uint64) {
	l.computed(igmpVersion, 0, 0, 0)
	l.uint(igmpType, 0, 1)
	switch code := l.number(1, 1); {
	case kind == igmpCreateRequest:
		l.uint(igmpGroupType, 1, 1)
	case kind%2 != 0:
	case code < igmpPending:
		l.uint(igmpReply, 1, 1)
	default:
		l.uint(igmpReplyPending, 1, 1)
	}
	l.igmpChecksum(20)
	l.uint(igmpIdentifier, 4, 4)
	l.ipv4(igmpMaddr, 8)
	l.bytes(igmpAccessKey, 12, 8)
}

// igmpQuery3 dissects a query of version 3 (RFC 3376 Section 4.1).
func (l *layer) igmpQuery3() {
	l.computed(igmpVersion, 0, 0, 3)
	l.uint(igmpType, 0, 1)
	if code := l.number(1, 1); code&igmpFloating != 0 {
		l.computed(igmpMaxResp, 1, 1, (code&0x0f|igmpFloatingOffset)<<(code>>4&7+3))
		l.part(igmpMaxRespExp, 1, 1, 0x70)
		l.part(igmpMaxRespMant, 1, 1, 0x0f)
	} else {
		l.uint(igmpMaxResp, 1, 1)
	}
	l.igmpChecksum(l.v.want())
	l.ipv4(igmpMaddr, 4)
	l.flag(igmpS, 8, 1, 0x08)
	l.part(igmpQrv, 8, 1, 0x07)
	l.uint(igmpQqic, 9, 1)
	l.igmpSources(12, int(l.uint(igmpNumSrc, 10, 2)))
}

// igmpSources adds n addresses and returns where they end.
func (l *layer) igmpSources(off, n int) int {
	for ; n > 0 && !l.over; n-- {
		l.ipv4(igmpSaddr, off)
		off += 4
	}
	return off
}

// igmpReport3 dissects a report of version 3 (RFC 3376 Section 4.2).
func (l *layer) igmpReport3() {
	l.igmpHead(3, l.v.want())
	l.bytes(igmpReserved, 4, 2)
	records := l.uint(igmpNumGrpRecs, 6, 2)
	off := 8
	for ; records > 0 && !l.over; records-- {
		l.uint(igmpRecordType, off, 1)
		extra := int(l.uint(igmpAuxDataLen, off+1, 1)) * 4
		sources := int(l.uint(igmpNumSrc, off+2, 2))
		l.ipv4(igmpMaddr, off+4)
		off = l.igmpSources(off+8, sources)
		if extra > 0 {
			l.bytes(igmpAuxData, off, extra)
			off += extra
		}
	}
}

// igmpTrace dissects a multicast traceroute, with what each router has added to it.
func (l *layer) igmpTrace() {
	l.uint(igmpType, 0, 1)
	l.uint(igmpMtraceMaxHops, 1, 1)
	l.igmpChecksum(l.v.want())
	l.ipv4(igmpMaddr, 4)
	l.ipv4(igmpMtraceSaddr, 8)
	l.ipv4(igmpMtraceRaddr, 12)
	l.ipv4(igmpMtraceRspaddr, 16)
	l.uint(igmpMtraceRespTTL, 20, 1)
	l.uint(igmpMtraceQID, 21, 3)
	for off := igmpTraceHead; off < len(l.v.b) && !l.over; off += igmpTraceBlock {
		l.uint(igmpMtraceQArrival, off, 4)
		l.ipv4(igmpMtraceQInaddr, off+4)
		l.ipv4(igmpMtraceQOutaddr, off+8)
		l.ipv4(igmpMtraceQPrevrtr, off+12)
		l.uint(igmpMtraceQInpkt, off+16, 4)
		l.uint(igmpMtraceQOutpkt, off+20, 4)
		l.uint(igmpMtraceQTotal, off+24, 4)
		l.uint(igmpMtraceQRtgProto, off+28, 1)
		l.uint(igmpMtraceQFwdTTL, off+29, 1)
		l.part(igmpMtraceQMbz, off+30, 1, 0x80)
		l.part(igmpMtraceQS, off+30, 1, 0x40)
		l.part(igmpMtraceQSrcMask, off+30, 1, 0x3f)
		l.uint(igmpMtraceQFwdCode, off+31, 1)
	}
}
