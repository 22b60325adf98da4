package packet

// Optional parameters of an OPEN message (RFC 4271 Section 4.2, RFC 5492).
const (
	bgpParameterAuth       = 1
	bgpParameterCapability = 2
)

// Capabilities whose values are dissected, or that have none.
const (
	bgpMultiprotocol   = 1
	bgpRefreshing      = 2
	bgpRouteFilter     = 3
	bgpNextHopEncoding = 5
	bgpSecurity        = 7
	bgpGraceful        = 64
	bgpFourOctets      = 65
	bgpDynamic         = 67
	bgpAddPath         = 69
	bgpRefreshingWell  = 70
	bgpPushing         = 72 // of route filters
	bgpName            = 73
	bgpRefreshingOld   = 128
	bgpRouteFilterOld  = 130
	bgpMultisessionOld = 131
)

func (l *layer) bgpOpen() {
	l.uint(bgpOpenVersion, 19, 1)
	l.uint(bgpOpenMyas, 20, 2)
	l.uint(bgpOpenHoldtime, 22, 2)
	l.ipv4(bgpOpenIdentifier, 24)
	n := int(l.uint(bgpOpenOptLen, 28, 1))
	if l.over || n == 0 {
		return
	}
	off := 29
	l.clamped(bgpOpenOpt, off, n)
	for end := off + n; off < end && !l.over; {
		off += l.bgpParameter(off)
	}
}

// bgpParameter dissects one parameter, and returns how long Wireshark takes it to
// be: it looks for the next one behind the head of an unknown one.
func (l *layer) bgpParameter(off int) int {
	kind, n := l.number(off, 1), int(l.number(off+1, 1))
	if l.over {
		return 0
	}
	l.clamped(bgpOpenOptParam, off, 2+n)
	l.uint(bgpOpenOptParamType, off, 1)
	l.uint(bgpOpenOptParamLen, off+1, 1)
	switch kind {
	case bgpParameterAuth:
		l.bytes(bgpOpenOptParamAuth, off+2, n)
	case bgpParameterCapability:
		for at := off + 2; at < off+2+n && !l.over; {
			at += l.bgpCapability(at)
		}
	default:
		l.bytes(bgpOpenOptParamUnknown, off+2, n)
		return 2
	}
	return 2 + n
}

// bgpCapability dissects one capability, and returns its length, as Wireshark comes to
// it: by what it has dissected.
func (l *layer) bgpCapability(off int) int {
	if !l.has(off, 1) {
		return 0
	}
	n := 0
	if off+1 < len(l.v.b) {
		n = int(l.v.b[off+1])
	}
	l.clamped(bgpCap, off, 2+n)
	kind := l.uint(bgpCapType, off, 1)
	if l.uint(bgpCapLength, off+1, 1); l.over {
		return 0
	}
	next, known := l.bgpCapabilityValue(kind, off+2, n)
	if words := oddCapability(kind, n); words != "" {
		l.expertf(bgpCapLengthBad, words, n)
		l.bytes(bgpCapUnknown, next, off+2+n-next)
		return 2 + n
	}
	if known {
		return next - off
	}
	if n > 0 {
		l.bytes(bgpCapUnknown, off+2, n)
	}
	return 2 + n
}

// bgpCapabilityValue dissects what a capability tells, and returns where that ends,
// and whether it is of a known kind and of the right length.
func (l *layer) bgpCapabilityValue(kind uint64, off, n int) (next int, known bool) {
	end := off + n
	switch {
	case kind == bgpMultiprotocol && n == 4:
		l.uint(bgpCapMpAfi, off, 2)
		l.bytes(bgpCapReserved, off+2, 1)
		l.uint(bgpCapMpSafi, off+3, 1)
		off = end
	case kind == bgpNextHopEncoding:
		for ; off+6 <= end && !l.over; off += 6 {
			l.uint(bgpCapEnhAfi, off, 2)
			l.uint(bgpCapEnhSafi, off+2, 2)
			l.uint(bgpCapEnhNhafi, off+4, 2)
		}
	case kind == bgpSecurity && n == 3:
		l.uint(bgpCapBgpsecFlags, off, 1)
		l.part(bgpCapBgpsecVersion, off, 1, 0xf0)
		l.part(bgpCapBgpsecSendreceive, off, 1, 0x08)
		l.part(bgpCapBgpsecReserved, off, 1, 0x07)
		l.uint(bgpCapBgpsecAfi, off+1, 2)
		off = end
	case kind == bgpGraceful && (n == 2 || n >= 6):
		off = l.graceful(off, end)
	case kind == bgpFourOctets && n == 4:
		l.uint(bgpCap4as, off, 4)
		off = end
	case kind == bgpDynamic && n > 0:
		for ; off < end && !l.over; off++ {
			l.uint(bgpCapDc, off, 1)
		}
	case kind == bgpAddPath && n > 0 && n%4 == 0:
		for ; off < end && !l.over; off += 4 {
			l.uint(bgpCapApAfi, off, 2)
			l.uint(bgpCapApSafi, off+2, 1)
			l.uint(bgpCapApSendreceive, off+3, 1)
		}
	case kind == bgpName && n > 0:
		host := int(l.uint(bgpCapOrfFqdnHostnameLen, off, 1))
		l.text(bgpCapOrfFqdnHostname, off+1, host)
		domain := int(l.uint(bgpCapOrfFqdnDomainNameLen, off+1+host, 1))
		l.text(bgpCapOrfFqdnDomainName, off+2+host, domain)
		off += 2 + host + domain
	case (kind == bgpRouteFilter || kind == bgpRouteFilterOld) && n >= 6:
		off = l.routeFilter(off)
	case kind == bgpMultisessionOld && n > 0:
		l.uint(bgpCapMultisessionFlags, off, 1)
		off++
	default:
		return off, false
	}
	return off, true
}

// oddCapability says how long a capability of some kind should be, if it is not.
func oddCapability(kind uint64, n int) string {
	switch {
	case (kind == 0 || kind == bgpRefreshing || kind == bgpRefreshingOld || kind == bgpRefreshingWell || kind == bgpPushing) && n != 0:
		return "Capability length %d wrong, must be = 0"
	case (kind == bgpMultiprotocol || kind == bgpFourOctets) && n != 4:
		return "Capability length %d is wrong, must be = 4"
	case kind == bgpSecurity && n != 3:
		return "Capability length %d is wrong, must be = 3"
	case kind == bgpNextHopEncoding && n%6 != 0:
		return "Capability length %d is wrong, must be multiple of 6"
	case kind == bgpAddPath && n%4 != 0:
		return "Capability length %d is wrong, must be multiple of  4"
	case kind == bgpGraceful && n < 6 && n != 2, (kind == bgpRouteFilter || kind == bgpRouteFilterOld) && n < 6:
		return "Capability length %d too short, must be greater than 6"
	case kind == bgpMultisessionOld && n < 1:
		return "Capability length %d too short, must be greater than 1"
	}
	return ""
}

// graceful dissects what a speaker can keep while it restarts (RFC 4724, RFC 8538).
func (l *layer) graceful(off, end int) int {
	l.uint(bgpCapGrTimers, off, 2)
	l.flag(bgpCapGrTimersRestartFlag, off, 2, 0x8000)
	l.flag(bgpCapGrTimersNotificationFlag, off, 2, 0x4000)
	l.part(bgpCapGrTimersRestartTime, off, 2, 0x0fff)
	if end == off+2 {
		l.expert(bgpCapGrHelperModeOnly)
	}
	for off += 2; off < end && !l.over; off += 4 {
		l.uint(bgpCapGrAfi, off, 2)
		l.uint(bgpCapGrSafi, off+2, 1)
		l.uint(bgpCapGrFlag, off+3, 1)
		l.flag(bgpCapGrFlagPfs, off+3, 1, 0x80)
	}
	return off
}

// routeFilter dissects which filters a speaker takes (RFC 5291 Section 5).
func (l *layer) routeFilter(off int) int {
	l.uint(bgpCapOrfAfi, off, 2)
	l.bytes(bgpCapReserved, off+2, 1)
	l.uint(bgpCapOrfSafi, off+3, 1)
	count := l.uint(bgpCapOrfNumber, off+4, 1)
	for off += 5; count > 0 && !l.over; count-- {
		l.uint(bgpCapOrfType, off, 1)
		l.uint(bgpCapOrfSendreceive, off+1, 1)
		off += 2
	}
	return off
}
