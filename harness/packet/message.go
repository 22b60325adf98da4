package packet

import (
	"bytes"
	"slices"
)

const (
	maxMessage = 16 << 20 // octets of one message that TCP segments make up
	maxPending = 64 << 20 // octets of all unfinished messages
	maxEffort  = 1 << 30  // octets looked at again and again until a message is whole
	pieceCost  = 256      // octets that a segment counts beyond its own
)

// oneSegment asks for the next segment, whatever it holds; a multiple of it asks
// for as many whole segments as make up so many octets.
const oneSegment = -1

// message is one that a segment began and later ones continue.
type message struct {
	datagram
	seq    uint32 // of its first octet
	until  uint32 // the sequence number behind what it is known to need
	entire bool   // wants all of the segments up to there
	cost   int
	effort int // octets looked at so far
	gone   bool
}

// messages are the unfinished ones of all streams, oldest first.
type messages struct {
	open []*message
	gone int // of these
	cost int
}

func (s *messages) begin(seq uint32) *message {
	m := &message{seq: seq}
	s.open = append(s.open, m)
	return m
}

// add gives a message the segment that begins at seq, of which it takes b.
func (s *messages) add(m *message, f sighting, seq uint32, b []byte) {
	b = bytes.Clone(b) // lest it hold the octets of other frames
	off := int(seq - m.seq)
	at := len(m.pieces)
	for at > 0 && m.pieces[at-1].off > off {
		at--
	}
	m.pieces = append(m.pieces, piece{})
	copy(m.pieces[at+1:], m.pieces[at:])
	m.pieces[at] = piece{frame: f, off: off, b: b}
	m.cost += len(b) + pieceCost
	s.cost += len(b) + pieceCost
	for s.cost > maxPending && len(s.open) > 0 {
		oldest := s.open[0]
		s.end(oldest)
		oldest.pieces = nil // its stream still knows it
	}
}

// end forgets a message. What it holds belongs to who still knows it.
func (s *messages) end(m *message) {
	if !m.gone {
		m.gone = true
		s.gone++
		s.cost -= m.cost
	}
	for len(s.open) > 0 && s.open[0].gone {
		s.open[0] = nil
		s.open = s.open[1:]
		s.gone--
	}
	if s.gone > 64 && s.gone > len(s.open)/2 { // behind one that still waits
		s.open = slices.DeleteFunc(s.open, func(m *message) bool { return m.gone })
		s.gone = 0
	}
}

// segment dissects what a TCP segment carries: the next part of a message that
// earlier ones began, messages of its own, or both.
func (d *Dissector) segment(s *tcpStream, e *tcpEnd, src, dst uint16, seq uint32, body view) {
	reassemble := !d.o.NoReassembly && !d.quoted && !body.cut()
	if reassemble && e.spoke && int32(seq-e.next) < 0 && int32(seq+uint32(len(body.b))-e.next) <= 0 {
		sub := layer{d: d, v: body}
		sub.bytes(tcpSegmentData, 0, len(body.b)) // sent again
		return
	}
	for len(body.b) > 0 {
		m := e.pending
		if m != nil && m.gone {
			m, e.pending = nil, nil
		}
		if m == nil || !reassemble || int32(seq-m.seq) < 0 || int32(m.until-seq) <= 0 {
			used, need := d.application(s, src, dst, body)
			if need == 0 || !reassemble {
				return
			}
			sub := layer{d: d, v: body.from(used)}
			sub.bytes(tcpSegmentData, 0, len(sub.v.b))
			d.await(e, seq, body, used, need)
			return
		}
		taken := d.proceed(s, e, m, src, dst, seq, body)
		body = body.from(taken)
		seq += uint32(taken)
	}
}

// await keeps the part of a segment that is not whole.
func (d *Dissector) await(e *tcpEnd, seq uint32, body view, used, need int) {
	if max(need, -need) > maxMessage {
		return
	}
	m := d.messages.begin(seq + uint32(used))
	m.want(seq+uint32(len(body.b)), need)
	d.messages.add(m, d.sight(), m.seq, body.from(used).b)
	e.pending = m
}

// want notes that a message which has come up to next needs more.
func (m *message) want(next uint32, need int) {
	if m.entire = need < 0; m.entire {
		need = -need
	}
	m.until = next + uint32(need)
	m.end = int(m.until - m.seq)
}

// proceed adds a segment to the message it continues, dissects the message if it
// is whole now, and returns how many of the segment's octets belong to it.
func (d *Dissector) proceed(s *tcpStream, e *tcpEnd, m *message, src, dst uint16, seq uint32, body view) int {
	n := len(body.b)
	if !m.entire {
		n = min(n, int(m.until-seq))
	}
	d.messages.add(m, d.sight(), seq, body.b[:n])
	if m.entire && int32(seq+uint32(n)-m.until) >= 0 {
		m.entire = false
		m.until = seq + uint32(n)
		m.end = int(m.until - m.seq)
	}
	sub := layer{d: d, v: body.first(n)}
	sub.bytes(tcpSegmentData, 0, n)
	if m.gone || !m.complete() {
		return len(body.b)
	}
	m.join()
	m.effort += len(m.whole)
	whole := view{b: m.whole, off: -1, want: len(m.whole)}
	mark, octets, path := len(d.fields), len(d.octets), len(d.protocols)
	used, need := d.application(s, src, dst, whole)
	if need != 0 && used <= len(m.whole)-n && len(m.whole)+max(need, -need) <= maxMessage && m.effort <= maxEffort {
		// not a message yet: whatever it has shown of itself comes again, but for
		// its bare layer
		if used > 0 {
			d.fields = d.fields[:mark]
			d.octets = d.octets[:octets]
			d.protocols = d.protocols[:path]
		}
		m.whole = nil
		m.want(seq+uint32(n), need)
		return n
	}
	m.showBefore(d, mark)
	d.messages.end(m)
	e.pending = nil
	if need != 0 {
		at := n - (len(m.whole) - used)
		d.await(e, seq, body.first(n), at, need)
		return len(body.b)
	}
	return n
}

// showBefore adds how the message was put together, ahead of what it held.
func (m *message) showBefore(d *Dissector, mark int) {
	tail := append([]Field(nil), d.fields[mark:]...)
	d.fields = d.fields[:mark]
	l := layer{d: d}
	m.show(&l, fragmentFields{
		tree: tcpSegments, fragment: tcpSegment, overlap: tcpSegmentOverlap, conflict: tcpSegmentOverlap,
		tails: tcpSegmentOverlap, long: tcpSegmentOverlap, bad: tcpSegment, count: tcpSegmentCount,
		in: tcpReassembledIn, length: tcpReassembledLength, data: tcpReassembledData,
	})
	d.fields = append(d.fields, tail...)
}

// tcpProtocol tells which protocol a port of TCP means, by its layer, or 0.
func tcpProtocol(port uint16) FieldID {
	switch port {
	case 20:
		return ftpDataLayer
	case 21:
		return ftpLayer
	case 25, 587:
		return smtpLayer
	case 53, 5353:
		return dnsLayer
	case 80, 631, 1900, 2710, 2869, 3128, 3132, 3689, 5985, 8080, 8088, 11371:
		return httpLayer
	case 547:
		return dhcpv6Layer
	case 123:
		return ntpLayer
	case 161, 162:
		return snmpLayer
	case 179:
		return bgpLayer
	case 324, 443, 465, 636, 802, 853, 993, 995, 1300, 2221, 2443, 3249, 3250, 3251, 3252, 3496, 5061, 5671, 5684, 5868, 8883, 11207, 19999, 27017:
		return tlsLayer
	}
	return 0
}

// application hands octets of a stream to its protocol: the one that it was recognized
// by or went over to, or else that of the lower port, or else of the higher. It returns how many
// octets that has used up and how many more it needs for the next message: 0 for none.
func (d *Dissector) application(s *tcpStream, src, dst uint16, v view) (used, need int) {
	p := s.spoken
	if p == 0 {
		p = tcpProtocol(min(src, dst))
	}
	if p == 0 {
		p = tcpProtocol(max(src, dst))
	}
	if p == 0 {
		switch {
		case looksLikeHTTP(v.b):
			s.spoken = httpLayer
		case looksLikeTLS(v.b):
			s.spoken = tlsLayer
		}
		p = s.spoken
	}
	if p == tlsLayer && isPlainText(v.b) {
		p = 0
		if looksLikeHTTP(v.b) {
			s.spoken, p = httpLayer, httpLayer
		}
	}
	if !d.needs(p) {
		return len(v.b), 0
	}
	switch p {
	case tlsLayer:
		return d.tls(v, s, src, dst)
	case dnsLayer:
		return d.dnsStream(v, s.index)
	case bgpLayer:
		return d.bgp(v)
	case httpLayer:
		return d.http(v, s, src, dst)
	case dhcpv6Layer:
		return d.dhcpv6Stream(v)
	case snmpLayer:
		return d.snmpStream(v, questionKey{stream: s.index, tcp: true})
	case ntpLayer:
		d.ntp(v, questionKey{stream: s.index, tcp: true})
		return len(v.b), 0
	case smtpLayer:
		return d.smtp(v, s, tcpProtocol(dst) == smtpLayer)
	case ftpLayer:
		d.ftp(v, s, tcpProtocol(dst) == ftpLayer)
		return len(v.b), 0
	case ftpDataLayer:
		d.ftpData(v, s)
		return len(v.b), 0
	default:
		d.data(v)
		return len(v.b), 0
	}
}
