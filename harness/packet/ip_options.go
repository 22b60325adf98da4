package packet

// IPv4 option types (RFC 791 Section 3.1, RFC 1063, RFC 1108, RFC 1393,
// RFC 1770, RFC 2113, RFC 4782).
const (
	ipOptionEOL           = 0
	ipOptionNOP           = 1
	ipOptionRecordRoute   = 7
	ipOptionMTUProbe      = 11
	ipOptionMTUReply      = 12
	ipOptionQuickStart    = 25
	ipOptionTimestamp     = 68
	ipOptionTraceroute    = 82
	ipOptionSecurity      = 130
	ipOptionLooseRoute    = 131
	ipOptionExtended      = 133 // security
	ipOptionCommercial    = 134 // security
	ipOptionStreamID      = 136
	ipOptionStrictRoute   = 137
	ipOptionRouterAlert   = 148
	ipOptionBroadcast     = 149 // selective directed
	ipTimestampAndAddress = 1
	ipTimestampAsked      = 3
)

// ipOptionLayer is the field of an option that is dissected, or 0.
func ipOptionLayer(kind uint64) FieldID {
	switch kind {
	case ipOptionEOL:
		return ipOptionsEol
	case ipOptionNOP:
		return ipOptionsNop
	case ipOptionRecordRoute:
		return ipOptionsRecordRoute
	case ipOptionMTUProbe:
		return ipOptionsMtuProbe
	case ipOptionMTUReply:
		return ipOptionsMtuReply
	case ipOptionQuickStart:
		return ipOptionsQs
	case ipOptionTimestamp:
		return ipOptionsTimestamp
	case ipOptionTraceroute:
		return ipOptionsTraceroute
	case ipOptionSecurity:
		return ipOptionsSecurity
	case ipOptionLooseRoute:
		return ipOptionsRoute
	case ipOptionExtended:
		return ipOptionsExtSecurity
	case ipOptionCommercial:
		return ipOptionsCipso
	case ipOptionStreamID:
		return ipOptionsSid
	case ipOptionStrictRoute:
		return ipOptionsSourceRoute
	case ipOptionRouterAlert:
		return ipOptionsRouteralert
	case ipOptionBroadcast:
		return ipOptionsSdb
	}
	return 0
}

// nops counts options that do nothing, as Wireshark does to find out that a router has
// put them in the place of others: four of them, of which none but the first begins a
// word, whatever stands between.
type nops int

// more counts the one at off, and reports whether it is the fourth.
func (n *nops) more(off int) bool {
	if *n > 0 && off%4 == 0 {
		*n = 0
		return false
	}
	*n++
	return *n == 4
}

// ipOptions dissects the options in octets off to end.
func (l *layer) ipOptions(off, end, final int) {
	var nops nops
	for off < end && !l.over {
		kind := l.number(off, 1)
		n, ok := 1, !l.over
		switch kind {
		case ipOptionEOL:
		case ipOptionNOP:
			if nops.more(off) {
				l.expert(ipNop)
			}
		default:
			n, ok = l.optionLength(off, end, kind, ipOptLenInvalid, ipOptionTitles)
		}
		if !ok {
			return
		}
		if id := ipOptionLayer(kind); id != 0 {
			option := layer{d: l.d, v: l.v.first(off + n)} // which ends the header where it is too short for what it is
			option.section(id, off, n)
			option.ipOption(kind, off, n, final)
			l.over = option.over
		}
		off += n
		if kind == ipOptionEOL {
			return
		}
	}
}

func (l *layer) ipOption(kind uint64, off, n, final int) {
	l.uint(ipOptType, off, 1)
	l.flag(ipOptTypeCopy, off, 1, 0x80)
	l.part(ipOptTypeClass, off, 1, 0x60)
	l.part(ipOptTypeNumber, off, 1, 0x1f)
	if n == 1 {
		return
	}
	l.uint(ipOptLen, off+1, 1)
	l.fixedOption(kind, n)
	switch kind {
	case ipOptionRecordRoute:
		l.route(off, n, 0, ipEmptyRt, ipEmptyRtHost)
	case ipOptionLooseRoute, ipOptionStrictRoute:
		l.route(off, n, final, ipSrcRt, ipSrcRtHost)
	case ipOptionTimestamp:
		l.ipTimestamps(off, n)
	case ipOptionRouterAlert:
		l.uint(ipOptRa, off+2, 2)
	case ipOptionMTUProbe, ipOptionMTUReply:
		l.uint(ipOptMtu, off+2, 2)
	case ipOptionStreamID:
		l.uint(ipOptSid, off+2, 2)
	case ipOptionTraceroute:
		l.uint(ipOptIDNumber, off+2, 2)
		l.uint(ipOptOhc, off+4, 2)
		l.uint(ipOptRhc, off+6, 2)
		l.ipv4(ipOptOriginator, off+8)
	case ipOptionBroadcast:
		at := off + 2
		for ; at+4 <= off+n; at += 4 {
			l.ipv4(ipOptAddr, at)
		}
		if at < off+n {
			l.bytes(ipOptPadding, at, off+n-at)
		}
	case ipOptionQuickStart:
		l.quickStart(off+2, l.v.b[8], ipQuickStart)
	case ipOptionSecurity:
		l.ipSecurity(off, n)
	case ipOptionExtended:
		l.uint(ipOptExtSecAddSecInfoFormatCode, off+2, 1)
		if n > 3 {
			l.bytes(ipOptExtSecAddSecInfo, off+3, n-3)
		}
	case ipOptionCommercial:
		l.commercialSecurity(off, n)
	}
}

// quickStartFields are those of the option that IPv4 and IPv6 share.
type quickStartFields struct{ function, rate, ttl, ttlDiff, unused, nonce, reserved FieldID }

var ipQuickStart = quickStartFields{ipOptQsFunc, ipOptQsRate, ipOptQsTTL, ipOptQsTTLDiff, ipOptQsUnused, ipOptQsNonce, ipOptQsReserved}

// The functions of a Quick-Start option (RFC 4782 Section 3.1).
const (
	quickStartRequest = 0
	quickStartReport  = 8
)

// quickStart dissects a Quick-Start option from its function on; hops is what the
// packet has left of them.
func (l *layer) quickStart(off int, hops byte, ids quickStartFields) {
	function := l.part(ids.function, off, 1, 0xf0)
	switch function {
	case quickStartRequest:
		l.part(ids.rate, off, 1, 0x0f)
		ttl := l.uint(ids.ttl, off+1, 1)
		l.computed(ids.ttlDiff, off+1, 1, uint64(hops-byte(ttl)))
	case quickStartReport:
		l.part(ids.rate, off, 1, 0x0f)
		l.uint(ids.unused, off+1, 1)
	default:
		return
	}
	l.part(ids.nonce, off+2, 4, 0xfffffffc)
	l.part(ids.reserved, off+2, 4, 0x00000003)
}

// route adds the addresses of a route: those before the pointer were passed,
// those behind it are yet to come, and the last may be the destination.
func (l *layer) route(off, n, final int, ahead, aheadName FieldID) {
	pointer := int(l.uint(ipOptPtr, off+2, 1))
	switch {
	case pointer < 4:
		l.expert(ipOptPtrBeforeAddress)
		return
	case pointer%4 != 0:
		l.expert(ipOptPtrMiddleAddress)
		return
	}
	if n%4 != 3 {
		l.expert(ipSuboptTooLong)
	}
	for at := 3; at+4 <= n; at += 4 {
		switch {
		case off+at == final:
			l.host4(final, ipDst, ipDstHost)
		case at+1 < pointer:
			l.hop(off+at, ipRecRt, ipRecRtHost)
		default:
			l.hop(off+at, ahead, aheadName)
		}
	}
}

// hop adds an address on the way.
func (l *layer) hop(off int, id, name FieldID) {
	if l.has(off, 4) {
		l.ipv4(id, off)
		l.written(name, off, 4, l.d.dotted(l.v.b[off:]))
	}
}

// sourceRoute returns where in a packet the destination's address stands: at 16,
// unless the sender has prescribed a route of which something is left; -1 where
// the options that would tell are cut off.
func sourceRoute(b []byte, header int) int {
	for off := 20; off < header; {
		if off >= len(b) {
			return -1
		}
		switch kind := uint64(b[off]); kind {
		case ipOptionEOL:
			return 16
		case ipOptionNOP:
			off++
			continue
		case ipOptionLooseRoute, ipOptionStrictRoute:
			if off+2 >= len(b) {
				return -1
			}
			n, pointer := int(b[off+1]), int(b[off+2])
			if n < 2 || off+n > header || pointer < 4 || pointer%4 != 0 || pointer > n {
				return 16
			}
			if off+n > len(b) {
				return -1
			}
			return off + n - 4
		}
		if off+1 >= len(b) {
			return -1
		}
		if b[off+1] < 2 {
			return 16
		}
		off += int(b[off+1])
	}
	return 16
}

func (l *layer) ipTimestamps(off, n int) {
	l.uint(ipOptPtr, off+2, 1)
	l.part(ipOptOverflow, off+3, 1, 0xf0)
	flag := l.part(ipOptFlag, off+3, 1, 0x0f)
	for at := 4; at < n; {
		switch flag {
		case ipTimestampAndAddress, ipTimestampAsked:
			if at+8 > n {
				l.expert(ipSuboptTooLong)
				return
			}
			l.ipv4(ipOptTimeStampAddr, off+at)
			l.uint(ipOptTimeStamp, off+at+4, 4)
			at += 8
		default:
			if at+4 > n {
				l.expert(ipSuboptTooLong)
				return
			}
			l.uint(ipOptTimeStamp, off+at, 4)
			at += 4
		}
	}
}
