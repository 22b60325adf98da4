package packet

// IPv4 option types (RFC 791 Section 3.1, RFC 1063, RFC 2113).
const (
	ipOptionEOL           = 0
	ipOptionNOP           = 1
	ipOptionRecordRoute   = 7
	ipOptionMTUProbe      = 11
	ipOptionMTUReply      = 12
	ipOptionTimestamp     = 68
	ipOptionSecurity      = 130
	ipOptionLooseRoute    = 131
	ipOptionStreamID      = 136
	ipOptionStrictRoute   = 137
	ipOptionRouterAlert   = 148
	ipTimestampOnly       = 0
	ipTimestampAndAddress = 1
	ipTimestampAsked      = 3
)

// ipOptionLayers are the options that are dissected, with the length that
// each must have, or at least has.
var ipOptionLayers = map[uint64]struct {
	layer FieldID
	size  int
	exact bool
}{
	ipOptionEOL:         {ipOptionsEol, 1, true},
	ipOptionNOP:         {ipOptionsNop, 1, true},
	ipOptionRecordRoute: {ipOptionsRecordRoute, 3, false},
	ipOptionMTUProbe:    {ipOptionsMtuProbe, 4, true},
	ipOptionMTUReply:    {ipOptionsMtuReply, 4, true},
	ipOptionTimestamp:   {ipOptionsTimestamp, 5, false},
	ipOptionSecurity:    {ipOptionsSecurity, 3, false},
	ipOptionLooseRoute:  {ipOptionsRoute, 3, false},
	ipOptionStreamID:    {ipOptionsSid, 4, true},
	ipOptionStrictRoute: {ipOptionsSourceRoute, 3, false},
	ipOptionRouterAlert: {ipOptionsRouteralert, 4, true},
}

// ipOptions dissects the options in octets off to end.
func (l *layer) ipOptions(off, end, final int) {
	for off < end && !l.over {
		kind := l.number(off, 1)
		n := 1
		if kind != ipOptionEOL && kind != ipOptionNOP {
			n = int(l.number(off+1, 1))
		}
		option, known := ipOptionLayers[kind]
		if l.over || n < 1 || n == 1 && kind > ipOptionNOP || off+n > end {
			return
		}
		if known && (n < option.size || option.exact && n != option.size) {
			return
		}
		if known {
			l.section(option.layer, off, n)
			l.ipOption(kind, off, n, final)
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
	}
}

// route adds the addresses of a route: those before the pointer were passed,
// those behind it are yet to come, and the last may be the destination.
func (l *layer) route(off, n, final int, ahead, aheadName FieldID) {
	pointer := int(l.uint(ipOptPtr, off+2, 1))
	if pointer < 4 || pointer%4 != 0 {
		return
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
			n := int(b[off+1])
			if n < 7 || off+n > header || int(b[off+2]) > n {
				return 16
			}
			if off+n > len(b) {
				return -1
			}
			return off + 3 + (n-7)/4*4
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
		case ipTimestampOnly:
			if at+4 > n {
				return
			}
			l.uint(ipOptTimeStamp, off+at, 4)
			at += 4
		case ipTimestampAndAddress, ipTimestampAsked:
			if at+8 > n {
				return
			}
			l.ipv4(ipOptTimeStampAddr, off+at)
			l.uint(ipOptTimeStamp, off+at+4, 4)
			at += 8
		default:
			return
		}
	}
}
