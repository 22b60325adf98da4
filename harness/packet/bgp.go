package packet

import "bytes"

// Types of BGP message (RFC 4271 Section 4.1, RFC 2918).
const (
	bgpOpen              = 1
	bgpUpdate            = 2
	bgpNotification      = 3
	bgpRouteRefresh      = 5
	bgpRouteRefreshCisco = 128

	bgpHeader = 19 // marker, length, type
)

// bgpMark is what a message begins with, sixteen octets of ones.
var bgpMark = bytes.Repeat([]byte{0xff}, 16)

// bgp dissects the messages in octets of a TCP stream (RFC 4271). What holds no
// marker is in the midst of a message whose beginning was not seen.
func (d *Dissector) bgp(v view) (used, need int) {
	begun := false
	begin := func() bool { // once for all messages of a segment
		begun = begun || d.enter("bgp")
		return begun
	}
	if at := bytes.Index(v.b, bgpMark); at != 0 && len(v.b) >= len(bgpMark) {
		if at < 0 {
			at = len(v.b)
		}
		if begin() {
			l := layer{d: d, v: v}
			l.section(bgpLayer, 0, len(v.b))
			l.none(bgpContinuation, 0, at)
		}
		v = v.from(at)
		used = at
	}
	partly := v.cut() || d.o.NoReassembly || d.quoted
	for len(v.b) > 0 {
		if len(v.b) < bgpHeader {
			if partly {
				begin()
				d.runsOut(v)
			}
			return used, oneSegment
		}
		n := int(v.b[16])<<8 | int(v.b[17])
		if n < bgpHeader {
			begin()
			d.lack(v, -1, 0)
			d.catchFault()
			return used + len(v.b), 0
		}
		if (n <= v.want() || partly) && begin() {
			d.bgpMessage(v.first(n))
			d.catchFault()
		}
		if n > v.want() {
			if v.off < 0 && used == 0 { // began with less than a header, so goes on by whole segments
				return 0, len(v.b) - n
			}
			return used, n - len(v.b)
		}
		v = v.from(n)
		used += n
	}
	return used, 0
}

func (d *Dissector) bgpMessage(v view) {
	l := layer{d: d, v: v}
	l.section(bgpLayer, 0, len(v.b))
	l.bytes(bgpMarker, 0, len(bgpMark))
	l.uint(bgpLength, 16, 2)
	kind := l.uint(bgpType, 18, 1)
	if l.over {
		return
	}
	switch kind {
	case bgpOpen:
		l.bgpOpen()
	case bgpUpdate:
		l.bgpUpdate()
	case bgpNotification:
		l.bgpNotification()
	case bgpRouteRefresh, bgpRouteRefreshCisco:
		l.bgpRefresh()
	}
}

// bgpNotification dissects why a session ends (RFC 4271 Section 4.5, RFC 4486,
// RFC 9003).
func (l *layer) bgpNotification() {
	const (
		openError  = 2
		cease      = 6
		badPeerAS  = 2
		shutdown   = 2
		reset      = 4
		codes      = 7
		data       = bgpHeader + 2
		asNumber   = 2
		unknownEnd = 0
	)
	names := [...]FieldID{
		unknownEnd, bgpNotifyMinorError, bgpNotifyMinorErrorOpen, bgpNotifyMinorErrorUpdate, bgpNotifyMinorErrorExpired,
		bgpNotifyMinorErrorState, bgpNotifyMinorErrorCease, bgpNotifyMinorErrorCapability,
	}
	major := l.uint(bgpNotifyMajorError, bgpHeader, 1)
	minor := l.number(bgpHeader+1, 1)
	if major >= 1 && major <= codes {
		l.uint(names[major], bgpHeader+1, 1)
	} else if l.uint(bgpNotifyMinorErrorUnknown, bgpHeader+1, 1); !l.over {
		l.expertf(bgpNotifyMinorErrorUnknownExpert, "Unknown notification error (%d)", major)
	}
	n := l.v.want() - data
	switch {
	case n <= 0:
	case major == openError && minor == badPeerAS:
		l.uint(bgpNotifyErrorOpenBadPeerAs, data, asNumber)
	case major == cease && (minor == shutdown || minor == reset):
		l.text(bgpNotifyCommunication, data+1, int(l.uint(bgpNotifyCommunicationLength, data, 1)))
	default:
		l.bytes(bgpNotifyMinorData, data, n)
	}
}

// bgpRefresh dissects a request to send routes again, with the head of the
// filters it may bring along (RFC 5291 Section 4).
func (l *layer) bgpRefresh() {
	l.uint(bgpRouteRefreshAfi, bgpHeader, 2)
	l.uint(bgpRouteRefreshSubtype, bgpHeader+2, 1)
	l.uint(bgpRouteRefreshSafi, bgpHeader+3, 1)
	off := bgpHeader + 4
	if off >= l.v.want() {
		return
	}
	l.doubts(doubtFilters)
	l.none(bgpRouteRefreshOrf, off, len(l.v.b)-off)
	l.uint(bgpRouteRefreshOrfFlag, off, 1)
	l.uint(bgpRouteRefreshOrfType, off+1, 1)
	l.uint(bgpRouteRefreshOrfLength, off+2, 2)
}

// clamped adds a part of a message that may end before it should.
func (l *layer) clamped(id FieldID, off, n int) {
	l.none(id, off, max(min(n, len(l.v.b)-off), 0))
}
