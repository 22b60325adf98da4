package packet

import "net/netip"

// TCP flags (RFC 9293 Section 3.1).
const (
	tcpFIN = 1 << iota
	tcpSYN
	tcpRST
	tcpPSH
	tcpACK
	tcpURG
	tcpECE
	tcpCWR
)

// What is known of the window scale of one end, where it is not a shift count.
const (
	scaleUnknown = -1
	scaleUnused  = -2
)

// tcpStream is a TCP connection.
type tcpStream struct {
	index  uint32
	times  moments
	ends   [2]tcpEnd // the low end of its key first
	spoken FieldID   // the layer of the protocol spoken, whatever the ports tell; 0 while not known
	web    webStream
	tls    *tlsStream // nil before any
	mail   *mailStream
	files  *fileStream

	transfer *fileTransfer // of files, which another connection has arranged
	began    uint64        // the frame that it began in
	progress
}

// tcpEnd is what one end of a connection sends.
type tcpEnd struct {
	base  uint32 // the sequence number that counts as 0
	based bool
	scale int8
	early bool // its SYN had data, and the cookie of Fast Open
	flow  flow

	messages []*message // that segments make up, by where they begin
}

// tcpSegment dissects TCP (RFC 9293).
func (d *Dissector) tcpSegment(v view) {
	if !d.enter("tcp") {
		return
	}
	l := layer{d: d, v: v}
	at := len(d.fields)
	l.header(tcpLayer, 0, min(20, len(v.b)), v.b)
	src := uint16(l.uint(tcpSrcport, 0, 2))
	dst := uint16(l.uint(tcpDstport, 2, 2))
	l.computed(tcpPort, 0, 2, uint64(src))
	l.computed(tcpPort, 2, 2, uint64(dst))
	seq := uint32(l.number(4, 4))
	if l.over {
		return
	}
	ack := uint32(l.number(8, 4))
	header := int(l.number(12, 1)>>4) * 4
	flags := l.number(13, 1)
	if l.over { // as an ICMP error may quote it: eight octets
		l.over = false
		l.uint(tcpSeq, 4, 4)
		return
	}
	s, low, a := &d.stranger, true, analysis{}
	if d.ofStreams {
		s, low, a = d.connection(src, dst, seq, flags)
	}
	this, that := s.end(low), s.end(!low)
	if !d.quoted || !this.based {
		this.begin(that, seq, ack, flags)
	}
	l.computed(tcpStreamIndex, 0, 0, uint64(s.index))
	length := max(v.want-header, 0)
	switch {
	case !d.ofStreams:
	case header < 20: // of which nothing counts
		l.progress(&s.progress, 0, 0, a.verdicts != 0)
	default:
		l.progress(&s.progress, flags, length, a.verdicts != 0)
	}
	next := seq + uint32(length)
	if flags&(tcpSYN|tcpFIN) != 0 {
		next++
	}
	from, to := this.base, that.base
	if header > v.want && !d.quoted {
		l.none(tcpShortSegment, 12, 0)
	}
	if !d.quoted && header <= v.want {
		l.computed(tcpLen, 0, 0, uint64(length))
	} else { // how long it is is not known, and its numbers are shown as they are
		from, to = 0, 0
	}
	l.computed(tcpSeq, 4, 4, uint64(seq-from))
	if !d.quoted {
		l.uint(tcpSeqRaw, 4, 4)
	}
	if header < 20 {
		l.computed(tcpHdrLen, 12, 1, uint64(header))
		l.none(tcpBogusHeaderLength, 12, 0)
		l.widen(at, tcpLayer, len(v.b))
		l.over = true
		s.times.tick(&l, tcpTimeRelative, tcpTimeDelta, d.f.Time)
		return
	}
	if !d.quoted && header <= v.want {
		l.computed(tcpNxtseq, 0, 0, uint64(next-from))
	}
	if flags&tcpACK != 0 {
		l.computed(tcpAck, 8, 4, uint64(ack-to))
	} else {
		l.uint(tcpAck, 8, 4)
	}
	l.uint(tcpAckRaw, 8, 4)
	if flags&tcpACK == 0 && ack != 0 {
		l.put(tcpAckNonzero, 0, 0, NoneValue())
	}
	l.computed(tcpHdrLen, 12, 1, uint64(header))
	l.widen(at, tcpLayer, min(header, len(v.b)))
	if d.among(tcpFlags, tcpFlagsStr+1) {
		l.tcpFlags()
	}
	l.handshake(&s.progress, flags, low)
	window := l.uint(tcpWindowSizeValue, 14, 2)
	l.window(window, flags, this)
	s.noteWindow(d, window, flags, low)
	l.tcpChecksum()
	if urgent := l.uint(tcpUrgentPointer, 18, 2); urgent != 0 && flags&tcpURG == 0 {
		l.put(tcpUrgentPointerNonZero, 0, 0, NoneValue())
	}
	if d.ofAnalysis && !d.quoted && header <= v.want && !l.over {
		d.analyze(&a, s, this, that, &segment{
			seq: ordinal(seq), ack: ordinal(ack), length: uint32(length), window: uint32(window), flags: flags,
			frame: uint32(d.f.Number), at: moment(d.f).UnixNano(),
		})
	}
	if header > 20 && !l.over && (flags&tcpSYN != 0 && d.ofStreams || d.ofAnalysis || d.among(tcpOptions, tcpOptionsUnknownPayload+1)) {
		l.tcpOptions(20, header, flags, this, that)
	}
	if flags&(tcpSYN|tcpACK) == tcpSYN|tcpACK && !d.quoted && !l.over && d.ofStreams {
		l.earlyData(ack, that)
	}
	if flags&tcpSYN != 0 && !d.quoted && !l.over && d.ofStreams {
		settleScale(this, that, flags)
		s.tellScale(low, this.scale)
		s.tellScale(!low, that.scale)
	}
	complete := !l.over
	l.over = false
	s.times.tick(&l, tcpTimeRelative, tcpTimeDelta, d.f.Time)
	if complete {
		l.analysis(&a, &s.progress)
	}
	body := v.from(header)
	switch {
	case len(body.b) == 0:
	case flags&tcpRST != 0: // which carries no data, but may say why (RFC 9293 Section 3.5.3)
		l.text(tcpResetCause, header, len(body.b))
	default:
		l.bytes(tcpPayload, header, len(body.b))
		if !d.ofMessages {
			break
		}
		p := load{d: d, s: s, e: this, src: src, dst: dst, seq: seq, body: body, verdicts: a.verdicts}
		p.segment()
	}
}

// connection finds the segment's stream, or begins one: a SYN with another
// initial sequence number than the last opens a connection anew. It also tells
// whether the sender is the low end, and what that says of the segment.
func (d *Dissector) connection(src, dst uint16, seq uint32, flags uint64) (s *tcpStream, low bool, a analysis) {
	key, low := newStreamKey(d.src, d.dst, src, dst)
	s = d.tcp.find(key)
	if s != nil && flags&tcpSYN != 0 {
		this := s.end(low)
		switch same := this.base == seq; {
		case !this.based:
		case flags&tcpACK != 0:
			if !same {
				this.base = seq
				a.verdicts = reusedPorts
			}
		case same: // what came since may have been a RST with any number
			this.flow.next = this.flow.reached
			a.bare = true
		default:
			s.forget(&d.unacked)
			s, a.verdicts = nil, reusedPorts
		}
	}
	if s == nil {
		s = &tcpStream{index: d.tcp.index(), began: uint64(d.f.Number)}
		for i := range s.ends {
			s.ends[i].scale, s.ends[i].flow.window = scaleUnknown, windowUnknown
		}
		if !d.quoted {
			if s.transfer = d.arranged(netip.AddrPortFrom(d.src, src), netip.AddrPortFrom(d.dst, dst)); s.transfer != nil {
				s.spoken, s.begun = ftpDataLayer, true // Wireshark lets it begin where it was arranged
			}
		}
		d.tcp.put(key, s)
	}
	if d.unacked.turn != d.tcp.turns {
		d.unacked.count(&d.tcp)
	}
	return s, low, a
}

// end is the low or the high end.
func (s *tcpStream) end(low bool) *tcpEnd {
	if low {
		return &s.ends[0]
	}
	return &s.ends[1]
}

// begin settles which sequence numbers count as 0 (the initial ones where they
// were seen, else such that the first octet seen counts as 1).
func (e *tcpEnd) begin(peer *tcpEnd, seq, ack uint32, flags uint64) {
	if !e.based {
		e.base, e.based = seq, true
		if flags&tcpSYN == 0 {
			e.base--
		}
	}
	if !peer.based && flags&tcpACK != 0 {
		peer.base, peer.based = ack-1, true
	}
}

// settleScale notes what a SYN without a window scale, or one that answers such,
// means: that neither end scales (RFC 7323 Section 2.2).
func settleScale(this, that *tcpEnd, flags uint64) {
	switch {
	case this.scale == scaleUnknown:
		this.scale, that.scale = scaleUnused, scaleUnused
	case flags&tcpACK != 0 && that.scale == scaleUnused:
		this.scale = scaleUnused
	}
}

func (l *layer) tcpFlags() {
	l.part(tcpFlags, 12, 2, 0x0fff)
	l.flag(tcpFlagsRes, 12, 1, 0x0e)
	l.flag(tcpFlagsAe, 12, 1, 0x01)
	l.flag(tcpFlagsCwr, 13, 1, tcpCWR)
	l.flag(tcpFlagsEce, 13, 1, tcpECE)
	l.flag(tcpFlagsUrg, 13, 1, tcpURG)
	l.flag(tcpFlagsAck, 13, 1, tcpACK)
	l.flag(tcpFlagsPush, 13, 1, tcpPSH)
	l.flag(tcpFlagsReset, 13, 1, tcpRST)
	l.flag(tcpFlagsSyn, 13, 1, tcpSYN)
	l.flag(tcpFlagsFin, 13, 1, tcpFIN)
	flags := l.number(12, 2) & 0x0fff
	const dot = "·"
	const letters = "RRRAWEUAPRSF" // reserved thrice, then AE to FIN
	d := l.d
	if l.over || !d.wants(tcpFlagsStr) {
		return
	}
	d.ink = d.ready(len(letters) * len(dot))
	at := len(d.ink)
	for i := range len(letters) {
		if flags&(0x800>>i) != 0 {
			if i == 4 {
				d.ink = append(d.ink, 'C')
				continue
			}
			d.ink = append(d.ink, letters[i])
		} else {
			d.ink = append(d.ink, dot...)
		}
	}
	l.written(tcpFlagsStr, 12, 2, d.keep(at))
}

// window adds the window as it is meant: scaled, but for that of a SYN (RFC 7323
// Section 2.2).
func (l *layer) window(window, flags uint64, this *tcpEnd) {
	if flags&tcpSYN == 0 && this.scale > 0 {
		window <<= this.scale
	}
	l.computed(tcpWindowSize, 14, 2, window)
	if flags&tcpSYN != 0 || l.over {
		return
	}
	l.put(tcpWindowSizeScalefactor, 14, 2, IntValue(scaleFactor(this.scale)))
}

func scaleFactor(scale int8) int64 {
	if scale < 0 {
		return int64(scale)
	}
	return 1 << scale
}

func (l *layer) tcpChecksum() {
	sum := l.uint(tcpChecksum, 16, 2)
	if l.over {
		return
	}
	if d := l.d; d.o.VerifyChecksums && !l.v.cut() {
		right := checksum(pseudo(d.src, d.dst, protocolTCP, len(l.v.b)), l.v.b, 16)
		l.verdict(tcpChecksumStatus, tcpChecksumCalculated, 16, sum, right)
		if sum != uint64(right) {
			l.none(tcpChecksumBadExpert, 16, 0)
		}
		return
	}
	l.computed(tcpChecksumStatus, 16, 0, checksumUnverified)
}
