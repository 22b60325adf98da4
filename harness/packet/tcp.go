package packet

import (
	"encoding/binary"
	"net/netip"
)

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

	subflow  *subflow      // of Multipath TCP; nil before any sign of it
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
	if d.ofEnds {
		l.header(tcpLayer, 0, min(20, len(v.b)), v.b)
		l.uint(tcpSrcport, 0, 2)
		l.uint(tcpDstport, 2, 2)
		l.computed(tcpPort, 0, 2, l.number(0, 2))
		l.computed(tcpPort, 2, 2, l.number(2, 2))
	}
	b := v.b
	if len(b) < 16 {
		if l.has(0, 8) { // as an ICMP error may quote it
			l.uint(tcpSeq, 4, 4)
		}
		d.runsOut(v)
		return
	}
	src, dst := binary.BigEndian.Uint16(b), binary.BigEndian.Uint16(b[2:])
	seq, ack := binary.BigEndian.Uint32(b[4:]), binary.BigEndian.Uint32(b[8:])
	header, flags := int(b[12]>>4)*4, uint64(b[13])
	s, low, a, tracked := &d.strangerTCP, true, analysis{}, d.tracks(src, dst)
	if tracked && d.brief != nil {
		d.demand, d.skipped = d.brief, true
		tracked = d.tracks(src, dst)
	}
	switch {
	case tracked && d.scouts:
		if opens := flags&(tcpSYN|tcpACK) == tcpSYN && header >= 20 && header == v.want(); !opens || d.ofPast {
			d.waits = true
			return
		}
		d.skipped, tracked = true, false
		*s = newStream(0, 0)
	case tracked:
		s, low, a = d.connection(src, dst, seq, flags)
	case !d.ofTCP:
		return
	}
	this, that := s.end(low), s.end(!low)
	if !d.quoted || !this.based {
		this.begin(that, seq, ack, flags)
	}
	length := max(v.want()-header, 0)
	if d.ofStreams {
		if d.ofTCP {
			l.computed(tcpStreamIndex, 0, 0, uint64(s.index))
		}
		if header < 20 { // of which nothing counts
			l.progress(&s.progress, 0, 0, a.verdicts != 0)
		} else {
			l.progress(&s.progress, flags, length, a.verdicts != 0)
		}
	}
	measured := !d.quoted && header <= v.want() // else how long it is is not known, and its numbers are shown as they are
	if d.ofTCP {
		from, to := this.base, that.base
		if !measured {
			from, to = 0, 0
		}
		if header > v.want() && !d.quoted {
			l.expertWords(tcpShortSegment, "Short segment. Segment/fragment does not contain a full TCP header (might be NMAP or someone else deliberately sending unusual packets)")
		}
		if d.ofNumbers {
			l.tcpNumbers(seq, ack, from, to, header, length, flags, measured)
		}
	}
	if header < 20 {
		l.expertNumber(tcpBogusHeaderLength, "Bogus TCP header length (", uint64(header), ", must be at least 20)")
		l.widen(at, tcpLayer, len(v.b))
		l.over = true
		if d.ofMoments {
			s.times.pass(d.f.Time)
		}
		return
	}
	if d.ofTCP {
		l.widen(at, tcpLayer, min(header, len(v.b)))
		if d.ofFlags {
			l.tcpFlags()
		}
	}
	if flags&(tcpSYN|tcpFIN|tcpRST) != 0 {
		if flags&(tcpSYN|tcpACK) == tcpSYN|tcpACK && !d.quoted && !l.over && d.ofStreams {
			l.earlyData(ack, that)
		}
		l.handshake(&s.progress, flags, low, src, dst)
	}
	window := l.number(14, 2)
	if d.ofTCP {
		if d.ofWindow {
			l.tcpWindow(window, flags, this)
			s.noteWindow(d, window, flags, low)
		}
		if d.ofCare {
			l.tcpCare(flags)
		}
	}
	l.has(18, 2)
	if tracked && d.ofVerdicts && measured && !l.over {
		d.analyze(&a, s, this, that, &segment{
			seq: ordinal(seq), ack: ordinal(ack), length: uint32(length), window: uint32(window), flags: flags,
			frame: uint32(d.f.Number), at: moment(d.f).UnixNano(),
		})
	}
	if s.subflow != nil {
		s.subflow.found, s.subflow.said = false, 0
	}
	if header > 20 && !l.over && (flags&tcpSYN != 0 && d.ofStreams || d.ofAnalysis || d.ofPath || d.ofOptions || d.ofMultipath || d.ofVerdicts && multipathed(b[20:min(header, len(b))])) {
		known := s
		if !tracked {
			known = nil
		}
		l.tcpOptions(20, header, flags, known, this, that)
	}
	if flags&tcpSYN != 0 && !d.quoted && !l.over && d.ofStreams {
		settleScale(this, that, flags)
		s.tellScale(low, this.scale)
		s.tellScale(!low, that.scale)
	}
	complete := !l.over
	l.over = false
	if d.ofStreams {
		if d.ofMoments {
			s.times.tick(&l, tcpTimeRelative, tcpTimeDelta, d.f.Time)
		}
		if complete && d.ofAnalysis {
			l.analysis(&a, &s.progress)
		}
		if complete {
			l.subflow(s)
		}
	}
	body := v.from(header)
	switch {
	case len(body.b) == 0:
	case flags&tcpRST != 0: // which carries no data, but may say why (RFC 9293 Section 3.5.3)
		l.text(tcpResetCause, header, len(body.b))
	default:
		l.bytes(tcpPayload, header, len(body.b))
		if !tracked || !d.ofMessages {
			break
		}
		p := load{d: d, s: s, e: this, src: src, dst: dst, seq: seq, body: body, verdicts: a.verdicts}
		p.segment()
	}
}

// tcpNumbers adds the numbers of a segment up to the length of its header; from and to
// are what the ends count from.
func (l *layer) tcpNumbers(seq, ack, from, to uint32, header, length int, flags uint64, measured bool) {
	next := seq + uint32(length)
	if flags&(tcpSYN|tcpFIN) != 0 {
		next++
	}
	if measured {
		l.computed(tcpLen, 0, 0, uint64(length))
	}
	l.computed(tcpSeq, 4, 4, uint64(seq-from))
	if !l.d.quoted {
		l.uint(tcpSeqRaw, 4, 4)
	}
	if header >= 20 {
		if measured {
			l.computed(tcpNxtseq, 0, 0, uint64(next-from))
		}
		if flags&tcpACK != 0 {
			l.computed(tcpAck, 8, 4, uint64(ack-to))
		} else {
			l.uint(tcpAck, 8, 4)
		}
		l.uint(tcpAckRaw, 8, 4)
		if flags&tcpACK == 0 && ack != 0 {
			l.expert(tcpAckNonzero)
		}
	}
	l.computed(tcpHdrLen, 12, 1, uint64(header))
}

// tracks reports whether what is known of a connection is asked for, or what it may
// speak. What its ports and its first words do not tell, FTP may have arranged.
func (d *Dissector) tracks(src, dst uint16) bool {
	return d.ofStreams || d.ofMessages && (d.mayMean(src, dst) || d.arranges())
}

// mayMean reports whether a connection between two ports may come to speak what is
// asked for.
func (d *Dissector) mayMean(src, dst uint16) bool {
	p := portMeaning(src, dst)
	if p == 0 { // which are recognized on any port
		return d.needs(httpLayer) || d.needs(tlsLayer)
	}
	return d.needs(p)
}

// connection finds the segment's stream, or begins one: a SYN with another
// initial sequence number than the last opens a connection anew. It also tells
// whether the sender is the low end, and what that says of the segment.
func (d *Dissector) connection(src, dst uint16, seq uint32, flags uint64) (s *tcpStream, low bool, a analysis) {
	key, low := newStreamKey(d.src, d.dst, src, dst)
	s = d.recall().tcp.find(key)
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
			s.forget(&d.recall().unacked)
			s, a.verdicts = nil, reusedPorts
		}
	}
	if s == nil {
		s = new(tcpStream)
		*s = newStream(d.recall().tcp.index(), uint64(d.f.Number))
		if !d.quoted {
			if s.transfer = d.arranged(netip.AddrPortFrom(d.src, src), netip.AddrPortFrom(d.dst, dst)); s.transfer != nil {
				s.spoken, s.begun = ftpDataLayer, true // Wireshark lets it begin where it was arranged
			}
		}
		d.recall().tcp.put(key, s)
	}
	if d.recall().unacked.turn != d.recall().tcp.turns {
		d.recall().unacked.count(&d.recall().tcp)
	}
	return s, low, a
}

// newStream is a connection of which nothing is known, with its index and the frame
// that it begins in.
func newStream(index uint32, began uint64) (s tcpStream) {
	s.index, s.began = index, began
	for i := range s.ends {
		s.ends[i].scale, s.ends[i].flow.window = scaleUnknown, windowUnknown
	}
	return s
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
	flags := l.number(12, 2) & 0x0fff
	if l.over {
		return
	}
	if l.d.only.any(tcpFlags, tcpFlagsCwr) {
		l.putNumber(tcpFlags, 12, 2, Uint, flags)
		l.putNumber(tcpFlagsRes, 12, 1, Bool, truth(flags&0xe00 != 0))
		l.putNumber(tcpFlagsAe, 12, 1, Bool, truth(flags&0x100 != 0))
	}
	for id, mask := tcpFlagsCwr, uint64(tcpCWR); id <= tcpFlagsFin; id, mask = id+1, mask>>1 {
		if l.d.wants(id) {
			l.putNumber(id, 13, 1, Bool, truth(flags&mask != 0))
		}
	}
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

// tcpWindow adds the window as it stands, and as it is meant: scaled, but for that of a SYN (RFC 7323
// Section 2.2).
func (l *layer) tcpWindow(window, flags uint64, this *tcpEnd) {
	l.uint(tcpWindowSizeValue, 14, 2)
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

// tcpCare adds the checksum, and what is urgent.
func (l *layer) tcpCare(flags uint64) {
	l.tcpChecksum()
	if urgent := l.uint(tcpUrgentPointer, 18, 2); urgent != 0 && flags&tcpURG == 0 {
		l.expert(tcpUrgentPointerNonZero)
	}
}

func (l *layer) tcpChecksum() {
	sum := l.uint(tcpChecksum, 16, 2)
	if l.over {
		return
	}
	if d := l.d; d.o.VerifyChecksums && !l.v.cut() {
		right := checksum(pseudo(d.src, d.dst, protocolTCP, len(l.v.b)), l.v.b, 16)
		l.verdict(tcpChecksumStatus, tcpChecksumCalculated, 16, sum, right)
		switch {
		case sum == 0xffff && right == 0:
			l.expert(tcpChecksumFfff)
		case sum != uint64(right):
			l.expertSum(tcpChecksumBadExpert, right)
		}
		return
	}
	l.computed(tcpChecksumStatus, 16, 0, checksumUnverified)
}
