package packet

import "time"

const (
	maxSacks      = 4                             // blocks of a SACK option (RFC 2018 Section 3)
	fastWithin    = uint64(20 * time.Millisecond) // a fast retransmission follows the acknowledgments that ask for it
	swapWithin    = uint64(3 * time.Millisecond)  // a segment that was overtaken comes, where no round-trip time is known
	windowUnknown = 1<<32 - 1
	mostFlying    = 2_000_000_000 // octets that Wireshark believes to be in flight
)

// segment is what analysis reads of a segment.
type segment struct {
	seq, ack ordinal
	length   uint32 // of the payload
	window   uint32 // as it stands
	flags    uint64
	frame    uint32
	at       int64 // nanoseconds since 1970
}

func (h *segment) has(flags uint64) bool { return h.flags&flags != 0 }

// plain tells that the segment neither opens nor closes the connection.
func (h *segment) plain() bool { return !h.has(tcpSYN | tcpFIN | tcpRST) }

// end is the sequence number behind the payload.
func (h *segment) end() ordinal { return h.seq + ordinal(h.length) }

// next is the sequence number behind the segment, of which SYN and FIN take one.
func (h *segment) next() ordinal {
	if h.has(tcpSYN | tcpFIN) {
		return h.end() + 1
	}
	return h.end()
}

// since is the time from at until the segment; to Wireshark one that lies in the
// future is long ago.
func (h *segment) since(at int64) uint64 { return uint64(h.at - at) }

// verdicts are what is wrong or odd about a segment.
type verdicts uint32

const (
	fastRetransmitted verdicts = 1 << iota
	spuriouslyRetransmitted
	retransmitted
	outOfOrder
	reusedPorts
	lostBefore
	ackedUnseen
	windowUpdated
	windowFull
	keptAlive
	keptAliveAcked
	duplicateAck
	zeroWindowProbe
	zeroWindow
	zeroWindowProbeAcked
)

// analysis is what a segment's numbers say about its connection.
type analysis struct {
	verdicts verdicts
	dups     uint32 // duplicates of an acknowledgment, with this one
	original uint32 // the frame with that acknowledgment
	acked    sent   // the segment that this one acknowledges, if it has a frame
	inFlight uint32 // octets sent and not acknowledged
	pushed   uint32 // octets since the last PSH
	resent   sent   // the segment since which this one was due, if it has a frame
	counted  bool   // what is in flight
	patient  bool   // repeated acknowledgments are what Multipath TCP makes of new options
	bare     bool   // there is nothing else to say, but Wireshark says so
}

// any tells whether there is something to say.
func (a *analysis) any() bool {
	return a.bare || a.counted || a.verdicts != 0 || a.acked.frame != 0
}

// flow is what analysis remembers of what one end has sent. As in Wireshark, a
// sequence number of 0 is one that is not known.
type flow struct {
	unacked unacked

	next    ordinal // behind the highest octet sent
	nextBy  uint32  // the frame that sent it
	nextAt  int64
	reached ordinal // behind the highest octet before which none is missing

	ack      ordinal // acknowledged last
	ackAt    int64
	ackBy    uint32 // the first frame to acknowledge it
	dups     uint32
	window   uint32 // advertised last, as it stood; windowUnknown before
	unscaled bool   // that was in a SYN
	sacked   uint32 // octets that the last segment's SACK option reports

	unseen bool     // octets were acknowledged that it was not seen to send
	before verdicts // of the segment before
	blind  bool     // what is in flight is not known
	pushed uint32   // octets since the last PSH
	pushes bool     // the segment before had PSH
	said   uint8    // which options of Multipath TCP were seen before that
}

// analyze adds what a segment from this end to that says, and remembers it.
// Connections are as fast to analyze as they are well-behaved: only where segments
// are missing or out of order are those that wait for an acknowledgment looked
// through.
func (d *Dissector) analyze(a *analysis, s *tcpStream, this, that *tcpEnd, h *segment) {
	if h.has(tcpACK) {
		that.flow.blind = false
	}
	if s.subflow != nil && s.subflow.of != nil {
		a.patient = s.subflow.of.said != this.flow.said
	}
	a.judge(&this.flow, &that.flow, that.scale, h)
	if h.ack != this.flow.ack {
		this.flow.ackBy, this.flow.dups = h.frame, 0
		this.flow.unseen = false
	}
	if h.has(tcpACK) {
		a.expect(&that.flow, h.ack)
	}
	if h.length > 0 || h.has(tcpSYN|tcpFIN) {
		a.compare(&this.flow, &that.flow, h, s.overtaking())
	}
	d.remember(a, &this.flow, h)
	if s.subflow != nil && s.subflow.of != nil {
		this.flow.said = s.subflow.of.said
	}
	if d.ofAnalysis {
		if exact, ok := that.flow.unacked.settle(h.ack, &d.recall().unacked); ok {
			a.acked = exact
		}
		if h.length > 0 && !this.flow.blind {
			a.fly(&this.flow, &that.flow, ordinal(this.base), h)
		}
	}
	if h.flags&(tcpSYN|tcpACK) == tcpACK {
		s.acknowledged(d)
	}
}

// judge compares a segment with the one before it, and with the window that the
// other end has advertised, of which scale is the shift count.
func (a *analysis) judge(this, that *flow, scale int8, h *segment) {
	if h.length == 1 && h.seq == this.next && that.window == 0 {
		a.verdicts |= zeroWindowProbe
		return
	}
	if h.window == 0 && h.plain() {
		a.verdicts |= zeroWindow
	}
	if this.next != 0 && h.seq.after(this.next) && !h.has(tcpRST) {
		a.verdicts |= lostBefore
		this.blind = true
	}
	if !h.plain() {
		return
	}
	if h.length <= 1 && h.seq == this.next-1 {
		a.verdicts |= keptAlive
	}
	if h.length > 0 {
		shift := max(scale, 0)
		if that.unscaled {
			shift = 0
		}
		if scale != scaleUnknown && h.end() == that.ack+ordinal(that.window<<shift) {
			a.verdicts |= windowFull
		}
		return
	}
	if h.seq != this.next || h.ack != this.ack {
		return
	}
	switch {
	case h.window != this.window:
		if h.window != 0 {
			a.verdicts |= windowUpdated
		}
	case h.window == 0:
		if that.before&zeroWindowProbe != 0 {
			a.verdicts |= zeroWindowProbeAcked
		}
	case that.before&keptAlive != 0:
		a.verdicts |= keptAliveAcked
	case a.patient:
	default:
		this.dups++
		this.unseen = false
		a.verdicts |= duplicateAck
		a.dups, a.original = this.dups, this.ackBy
	}
}

// expect tells whether an acknowledgment is of what that end was not seen to send.
// Where all that was seen is acknowledged anyway, Wireshark says so once, and not
// of an end that repeats itself.
func (a *analysis) expect(that *flow, ack ordinal) {
	switch {
	case that.reached == 0 || !ack.after(that.reached):
	case that.reached != that.next:
		a.verdicts |= ackedUnseen
		that.reached = that.next
	default:
		if that.dups == 0 && !that.unseen {
			a.verdicts |= ackedUnseen
		}
		a.bare = true
		that.unseen, that.dups = true, 0
	}
}

// compare tells whether a segment was sent before: what does not go beyond what
// was, has been sent again or overtaken.
func (a *analysis) compare(this, that *flow, h *segment, overtaking uint64) {
	end := h.end()
	if a.verdicts&keptAlive != 0 {
		return
	}
	if h.length > 0 && that.ack != 0 && !end.after(that.ack) {
		a.verdicts |= spuriouslyRetransmitted
		return
	}
	if this.next == 0 || !h.seq.before(this.next) {
		return
	}
	if h.length > 1 && h.seq == this.next-1 {
		return // a probe sent its first octet ahead
	}
	switch {
	case h.since(that.ackAt) < fastWithin && that.asks(h.seq):
		a.verdicts |= fastRetransmitted
	case h.since(this.nextAt) < overtaking && this.next != h.next():
		a.verdicts |= outOfOrder
	default:
		a.verdicts |= retransmitted
		a.resent = sent{frame: this.nextBy, at: this.nextAt}
		if waiting := this.unacked.waiting(); len(waiting) > 0 {
			a.resent = waiting[0]
		}
	}
}

// asks tells whether this end has asked for the octets from seq on again: by two
// duplicates of an acknowledgment (RFC 5681 Section 3.2 says three, of which one may
// not have been captured).
func (f *flow) asks(seq ordinal) bool {
	return f.ack == seq && (f.dups >= 2 || f.unseen)
}

// remember takes the segment into the flow.
func (d *Dissector) remember(a *analysis, this *flow, h *segment) {
	next := h.next()
	if next != h.seq && d.ofAnalysis {
		this.unacked.add(sent{h.seq, next, h.frame, h.at}, &d.recall().unacked)
	}
	if a.verdicts&zeroWindowProbe == 0 {
		if this.next == 0 || next.after(this.next) {
			this.next, this.nextBy, this.nextAt = next, h.frame, h.at
		}
		if this.reached == 0 || h.seq == this.reached {
			this.reached = this.next
		}
	}
	this.window, this.unscaled = h.window, h.has(tcpSYN)
	this.ack, this.ackAt = h.ack, h.at
	this.before = a.verdicts
	this.sacked = 0 // until the options tell
}

// fly counts what is in flight, and what was since the last PSH.
func (a *analysis) fly(this, that *flow, base ordinal, h *segment) {
	if this.pushes {
		this.pushed = 0
	}
	this.pushed += h.length
	this.pushes = h.has(tcpPSH)
	a.counted = true
	n := this.unacked.octets(base) - that.sacked
	if h.has(tcpSYN | tcpFIN) {
		n-- // which is none of the octets
	}
	if n != 0 && n < mostFlying {
		a.inFlight, a.pushed = n, this.pushed
	}
}
