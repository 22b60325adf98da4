package packet

// ICMPv6 types (RFC 4443, RFC 4861, RFC 2710, RFC 3810, RFC 8335).
const (
	icmpv6Unreachable      = 1
	icmpv6TooBig           = 2
	icmpv6TimeExceeded     = 3
	icmpv6ParameterProblem = 4
	icmpv6Echo             = 128
	icmpv6EchoReply        = 129
	icmpv6ListenerQuery    = 130
	icmpv6ListenerReport   = 131
	icmpv6ListenerDone     = 132
	icmpv6RouterSolicit    = 133
	icmpv6RouterAdvert     = 134
	icmpv6NeighborSolicit  = 135
	icmpv6NeighborAdvert   = 136
	icmpv6Redirect         = 137
	icmpv6ListenerReport2  = 143
	icmpv6ExtendedEcho     = 160
	icmpv6ExtendedReply    = 161
)

// icmpv6 dissects ICMPv6.
func (d *Dissector) icmpv6(v view) {
	if !d.enter("icmpv6") {
		return
	}
	if v.want() < 4 {
		d.runsOut(v)
		return
	}
	l := layer{d: d, v: v}
	l.section(icmpv6Layer, 0, len(v.b))
	kind := l.uint(icmpv6Type, 0, 1)
	code := l.uint(icmpv6Code, 1, 1)
	sum := l.uint(icmpv6Checksum, 2, 2)
	switch {
	case l.over:
		return
	case d.quoted || d.partial || v.cut():
		l.computed(icmpv6ChecksumStatus, 2, 0, checksumUnverified)
	default:
		l.sum(icmpv6ChecksumStatus, icmpv6ChecksumBadExpert, sum, checksum(pseudo(d.src, d.dst, protocolICMPv6, len(v.b)), v.b, 2))
	}
	switch kind {
	case icmpv6Unreachable, icmpv6TimeExceeded:
		words := int(l.number(4, 1)) // of 8 octets, that the packet it quotes has
		if words != 0 {
			l.uint(icmpv6Length, 4, 1)
			l.bytes(icmpv6Reserved, 5, 3)
		} else {
			l.bytes(icmpv6Reserved, 4, 4)
		}
		d.quote(v, 0)
		if rest := v.from(8 + 8*words); words != 0 && len(rest.b) > 0 && d.enter("icmp") {
			d.extension(rest)
		}
	case icmpv6TooBig:
		l.uint(icmpv6Mtu, 4, 4)
		d.quote(v, 0)
	case icmpv6ParameterProblem:
		l.uint(icmpv6Pointer, 4, 4)
		d.quote(v, 0)
	case icmpv6Echo, icmpv6EchoReply:
		l.echo6(kind == icmpv6Echo, uint16(sum))
	case icmpv6RouterSolicit:
		l.bytes(icmpv6Reserved, 4, 4)
		l.discovery(8)
	case icmpv6RouterAdvert:
		l.routerAdvert()
	case icmpv6NeighborSolicit:
		l.bytes(icmpv6Reserved, 4, 4)
		l.ipv6(icmpv6NdNsTargetAddress, 8)
		l.discovery(24)
	case icmpv6NeighborAdvert:
		l.uint(icmpv6NdNaFlag, 4, 4)
		l.flag(icmpv6NdNaFlagR, 4, 4, 0x80000000)
		l.flag(icmpv6NdNaFlagS, 4, 4, 0x40000000)
		l.flag(icmpv6NdNaFlagO, 4, 4, 0x20000000)
		l.part(icmpv6NdNaFlagRsv, 4, 4, 0x1fffffff)
		l.ipv6(icmpv6NdNaTargetAddress, 8)
		l.discovery(24)
	case icmpv6Redirect:
		l.bytes(icmpv6Reserved, 4, 4)
		l.ipv6(icmpv6NdRdTargetAddress, 8)
		l.ipv6(icmpv6RdNaDestinationAddress, 24)
		l.discovery(40)
	case icmpv6ListenerQuery, icmpv6ListenerReport, icmpv6ListenerDone:
		l.listener(kind)
	case icmpv6ListenerReport2:
		l.listenerReport()
	case icmpv6ExtendedEcho, icmpv6ExtendedReply:
		l.uint(icmpv6EchoIdentifier, 4, 2)
		l.extendedEcho(kind == icmpv6ExtendedReply, extendedEcho6)
		if kind == icmpv6ExtendedEcho && v.want() > 8 && !l.over && d.enter("icmp") {
			d.extension(v.from(8))
		}
	default:
		if l.rare6(kind, code) {
			break
		}
		l.expertNumber(icmpv6UndecodedType, "Dissector for ICMPv6 Type (", kind, ") code not implemented, Contact Wireshark developers if you want this supported")
		if len(v.b) > 4 {
			l.bytes(icmpv6Data, 4, len(v.b)-4)
		}
	}
}

func (l *layer) echo6(request bool, sum uint16) {
	id := uint16(l.uint(icmpv6EchoIdentifier, 4, 2))
	seq := uint16(l.uint(icmpv6EchoSequenceNumber, 6, 2))
	if l.over {
		return
	}
	d := l.d
	if !d.quoted {
		if request {
			l.ask(newEchoKey(d.src, d.dst, id, seq, sum), icmpv6NoResp, icmpv6RespNotFound)
		} else {
			asked := uint32(^sum) + 0xfeff // the reply's type is greater by one, in the upper octet
			asked = asked>>16 + asked&0xffff
			if request, ok := d.recall().echoes.take(newEchoKey(d.src, d.dst, id, seq, ^uint16(asked))); ok {
				l.computed(icmpv6RespTo, 0, 0, request.asked.number)
				l.double(icmpv6Resptime, 0, 0, milliseconds(d.f.Time.Sub(request.asked.time)))
				request.answered()
				d.backfill(request.asked, icmpv6RespIn)
			}
		}
	}
	d.data(l.v.from(8))
}

func (l *layer) routerAdvert() {
	l.uint(icmpv6NdRaCurHopLimit, 4, 1)
	l.uint(icmpv6NdRaFlag, 5, 1)
	l.flag(icmpv6NdRaFlagM, 5, 1, 0x80)
	l.flag(icmpv6NdRaFlagO, 5, 1, 0x40)
	l.flag(icmpv6NdRaFlagH, 5, 1, 0x20)
	l.part(icmpv6NdRaFlagPrf, 5, 1, 0x18)
	l.flag(icmpv6NdRaFlagP, 5, 1, 0x04)
	l.part(icmpv6NdRaFlagRsv, 5, 1, 0x03)
	l.uint(icmpv6NdRaRouterLifetime, 6, 2)
	l.uint(icmpv6NdRaReachableTime, 8, 4)
	l.uint(icmpv6NdRaRetransTimer, 12, 4)
	l.discovery(16)
}

// searchList adds the domain names in octets off to end, up to padding.
func (l *layer) searchList(id FieldID, off, end int) {
	for off < end && !l.over {
		if l.number(off, 1) == 0 {
			l.none(icmpv6OptPadding, off, end-off)
			return
		}
		if !l.has(off, end-off) {
			return
		}
		name, n := l.d.domain(l.v.b[:end], off)
		if n == 0 {
			return
		}
		l.written(id, off, n, name.text)
		off += n
	}
}

// listener dissects Multicast Listener Discovery, of which a longer query is
// version 2.
func (l *layer) listener(kind uint64) {
	if kind == icmpv6ListenerQuery && len(l.v.b) >= 28 {
		l.uint(icmpv6MldMaximumResponseCode, 4, 2)
		l.bytes(icmpv6Reserved, 6, 2)
		l.ipv6(icmpv6MldMulticastAddress, 8)
		l.uint(icmpv6MldFlag, 24, 1)
		l.flag(icmpv6MldFlagS, 24, 1, 0x08)
		l.part(icmpv6MldFlagQrv, 24, 1, 0x07)
		l.part(icmpv6MldFlagReserved, 24, 1, 0xf0)
		l.uint(icmpv6MldQqi, 25, 1)
		for i := range int(l.uint(icmpv6MldNbSources, 26, 2)) {
			if l.ipv6(icmpv6MldSourceAddress, 28+16*i); l.over {
				return
			}
		}
		return
	}
	l.uint(icmpv6MldMaximumResponseDelay, 4, 2)
	l.bytes(icmpv6Reserved, 6, 2)
	l.ipv6(icmpv6MldMulticastAddress, 8)
}

func (l *layer) listenerReport() {
	l.bytes(icmpv6Reserved, 4, 2)
	records := int(l.uint(icmpv6MldrNbMcastRecords, 6, 2))
	off := 8
	for range records {
		if off == l.v.want() {
			return
		}
		aux, sources := int(l.number(off+1, 1))*4, int(l.number(off+2, 2))
		if l.over {
			return
		}
		l.none(icmpv6MldrMar, off, min(20+16*sources+aux, len(l.v.b)-off))
		l.uint(icmpv6MldrMarRecordType, off, 1)
		l.uint(icmpv6MldrMarAuxDataLen, off+1, 1)
		l.uint(icmpv6MldrMarNbSources, off+2, 2)
		l.ipv6(icmpv6MldrMarMulticastAddress, off+4)
		off += 20
		for range sources {
			if l.ipv6(icmpv6MldrMarSourceAddress, off); l.over {
				return
			}
			off += 16
		}
		if aux > 0 {
			l.bytes(icmpv6MldrMarAuxiliaryData, off, aux)
			off += aux
		}
		if l.over {
			return
		}
	}
}
