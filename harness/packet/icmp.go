package packet

import (
	"encoding/binary"
	"net/netip"
	"slices"
	"time"
)

// ICMP types (RFC 792, RFC 950, RFC 1256, RFC 8335).
const (
	icmpEchoReply        = 0
	icmpUnreachable      = 3
	icmpSourceQuench     = 4
	icmpRedirect         = 5
	icmpEcho             = 8
	icmpRouterAdvertised = 9
	icmpTimeExceeded     = 11
	icmpParameterProblem = 12
	icmpTimestamp        = 13
	icmpTimestampReply   = 14
	icmpMask             = 17
	icmpMaskReply        = 18
	icmpExtendedEcho     = 42
	icmpExtendedReply    = 43

	icmpFragmentationNeeded = 4
)

// echoKey names an echo request by what its reply has of it.
type echoKey struct {
	low, high netip.Addr
	id, seq   uint16
	sum       uint16 // of the request
}

func newEchoKey(a, b netip.Addr, id, seq, sum uint16) echoKey {
	if b.Less(a) {
		a, b = b, a
	}
	return echoKey{a, b, id, seq, sum}
}

const maxEchoes = 1 << 14 // requests that wait for a reply

// icmp dissects ICMP.
func (d *Dissector) icmp(v view) {
	if !d.enter("icmp") {
		return
	}
	if v.want() < 4 {
		d.runsOut(v)
		return
	}
	l := layer{d: d, v: v}
	l.section(icmpLayer, 0, len(v.b))
	kind := l.uint(icmpType, 0, 1)
	code := l.uint(icmpCode, 1, 1)
	sum := l.uint(icmpChecksum, 2, 2)
	switch {
	case l.over:
		return
	case d.quoted || d.partial || v.cut():
		l.computed(icmpChecksumStatus, 2, 0, checksumUnverified)
	default:
		l.sum(icmpChecksumStatus, icmpChecksumBad, sum, checksum(0, v.b, 2))
	}
	switch kind {
	case icmpEcho, icmpEchoReply:
		l.echo(kind == icmpEcho, uint16(sum))
	case icmpUnreachable:
		words := l.icmpUnused(4, code == icmpFragmentationNeeded)
		d.quote(v, words*4)
		l.extensions4(words)
	case icmpSourceQuench:
		words := int(l.number(5, 1))
		d.quote(v, words*4)
		l.extensions4(words)
	case icmpTimeExceeded:
		words := l.icmpUnused(4, false)
		d.quote(v, words*4)
		l.extensions4(words)
	case icmpParameterProblem:
		l.uint(icmpPointer, 4, 1)
		words := l.icmpUnused(5, false)
		d.quote(v, words*4)
		l.extensions4(words)
	case icmpRedirect:
		l.ipv4(icmpRedirGw, 4)
		d.quote(v, redirectedRoom)
		l.extensions4(0)
	case icmpRouterAdvertised:
		n := int(l.uint(icmpNumAddrs, 4, 1))
		size := l.uint(icmpAddrEntrySize, 5, 1)
		l.uint(icmpLifetime, 6, 2)
		if size == 2 {
			for i := range n {
				l.ipv4(icmpRouterAddress, 8+8*i)
				level := int32(l.number(12+8*i, 4))
				if l.over {
					return
				}
				l.put(icmpPrefLevel, 12+8*i, 4, IntValue(int64(level)))
			}
			l.mobility(8 + 8*n)
		}
	case icmpTimestamp, icmpTimestampReply:
		l.identify()
		l.uint(icmpOriginateTimestamp, 8, 4)
		l.uint(icmpReceiveTimestamp, 12, 4)
		l.uint(icmpTransmitTimestamp, 16, 4)
	case icmpMask, icmpMaskReply:
		l.identify()
		l.ipv4(icmpAddressMask, 8)
	case icmpExtendedEcho, icmpExtendedReply:
		id := l.uint(icmpIdent, 4, 2)
		l.computed(icmpIdentLe, 4, 2, id>>8|id&0xff<<8)
		l.extendedEcho(kind == icmpExtendedReply, extendedEcho4)
		if kind == icmpExtendedEcho && v.want() > 8 && !l.over {
			d.extension(v.from(8))
		}
	}
	l.has(4, 4) // which every type has
}

// icmpUnused adds the octets of an error from off on that are unused, but for what
// may be the length of the packet that it quotes (RFC 4884 Section 4), which it
// returns, and an MTU.
func (l *layer) icmpUnused(off int, mtu bool) (words int) {
	words = int(l.number(5, 1))
	if words == 0 || l.over {
		if mtu {
			l.bytes(icmpUnused, 4, 2)
			l.uint(icmpMtu, 6, 2)
		} else {
			l.bytes(icmpUnused, off, 8-off)
		}
		return 0
	}
	if off < 5 {
		l.bytes(icmpUnused, off, 1)
	}
	l.uint(icmpLength, 5, 1)
	l.computed(icmpLengthOriginalDatagram, 5, 1, uint64(words*4))
	if mtu {
		l.uint(icmpMtu, 6, 2)
	} else {
		l.bytes(icmpUnused, 6, 2)
	}
	return words
}

// identify adds the identifier and sequence number, as both byte orders read them.
func (l *layer) identify() (id, seq uint16) {
	id = uint16(l.uint(icmpIdent, 4, 2))
	l.computed(icmpIdentLe, 4, 2, uint64(id>>8|id<<8))
	seq = uint16(l.uint(icmpSeq, 6, 2))
	l.computed(icmpSeqLe, 6, 2, uint64(seq>>8|seq<<8))
	return id, seq
}

func (l *layer) echo(request bool, sum uint16) {
	id, seq := l.identify()
	if l.over {
		return
	}
	d := l.d
	if !d.quoted {
		if request {
			l.ask(newEchoKey(d.src, d.dst, id, seq, sum), icmpNoResp, icmpRespNotFound)
		} else {
			// with another type, the same message has another checksum
			asked := uint32(^sum) + 0x0800
			asked = asked>>16 + asked&0xffff
			if request, ok := d.recall().echoes.take(newEchoKey(d.src, d.dst, id, seq, ^uint16(asked))); ok {
				l.computed(icmpRespTo, 0, 0, request.asked.number)
				l.double(icmpResptime, 0, 0, milliseconds(d.f.Time.Sub(request.asked.time)))
				request.answered()
				d.backfill(request.asked, icmpRespIn)
			}
		}
	}
	rest := l.v.from(8)
	if len(rest.b) >= 8 {
		if at, ok := pingTime(rest.b, d.f.Time); ok {
			l.put(icmpDataTime, 8, 8, TimeValue(at))
			l.put(icmpDataTimeRelative, 8, 8, DurationValue(d.f.Time.Sub(at)))
			rest = rest.from(8)
		}
	}
	d.data(rest)
}

// echo is a request that waits for its reply.
type echo struct {
	asked    sighting
	from, to int // places in its fields that tell of its waiting, where it comes to be told
}

// ask remembers a request. Where later frames tell of this one, it shows that it has no
// reply until it has one.
func (l *layer) ask(k echoKey, waits, expert FieldID) {
	d := l.d
	e := echo{asked: d.sight(), from: len(d.fields)}
	if e.asked.frame != nil {
		l.put(waits, 0, 0, NoneValue())
		if expert == icmpv6RespNotFound {
			l.expertNumber(expert, "No response seen to ICMPv6 request in frame ", e.asked.number, "")
		} else {
			l.expertWords(expert, "No response seen to ICMP request")
		}
	}
	e.to = len(d.fields)
	d.recall().echoes.put(k, e, maxEchoes)
}

// answered takes back that the request has no reply.
func (e *echo) answered() {
	if f := e.asked.frame; f != nil && e.to <= len(f.fields) {
		f.fields = slices.Delete(f.fields, e.from, e.to)
	}
}

// pingTime reads the time that ping wrote into its data, of either byte order, if
// that is what the octets are: it is less than a day away.
func pingTime(b []byte, now time.Time) (time.Time, bool) {
	big := time.Unix(int64(binary.BigEndian.Uint32(b)), int64(binary.BigEndian.Uint32(b[4:]))*1000)
	little := time.Unix(int64(binary.LittleEndian.Uint32(b)), int64(binary.LittleEndian.Uint32(b[4:]))*1000)
	best := big
	if now.Sub(little).Abs() < now.Sub(big).Abs() {
		best = little
	}
	return best, now.Sub(best).Abs() < 24*time.Hour
}

// redirectedRoom is how much a redirect quotes of a packet behind its header (RFC 792).
const redirectedRoom = 8

// quote dissects the packet that an error quotes, and of what is behind its IPv4
// header at most so many octets, unless that is 0: as Wireshark reads the length of
// RFC 4884.
func (d *Dissector) quote(v view, room int) {
	rest := v.from(8)
	if len(rest.b) == 0 {
		return
	}
	src, dst, quoted, before := d.src, d.dst, d.quoted, d.quota
	d.quoted, d.quota = true, room
	if rest.b[0]>>4 == 6 {
		d.ipv6(rest)
	} else {
		d.ipv4(rest)
	}
	d.src, d.dst, d.quoted, d.quota = src, dst, quoted, before
	if d.fault == malformed {
		d.fault = noFault // as is to be expected of a part
	}
}

// milliseconds is a time between frames as Wireshark's response times tell it.
func milliseconds(d time.Duration) float64 {
	return float64(d/time.Second)*1000 + float64(d%time.Second)/1e6
}
