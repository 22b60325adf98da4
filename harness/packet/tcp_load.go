package packet

import "slices"

// load is what a TCP segment carries, or what is left of it.
type load struct {
	d        *Dissector
	s        *tcpStream
	e        *tcpEnd // who has sent it
	src, dst uint16
	seq      uint32
	body     view
	verdicts verdicts // on the segment
}

// segment dissects what a TCP segment carries: the next part of a message that
// earlier ones began, messages of its own, or both.
func (p *load) segment() {
	d := p.d
	if d.o.NoReassembly || d.quoted || p.body.cut() {
		d.alone = true
		p.hand(p.body)
		d.alone = d.fault != noFault
		return
	}
	for len(p.body.b) > 0 && p.verdicts&spuriouslyRetransmitted == 0 {
		m := p.begun()
		if m != nil && int32(p.next()-m.until) <= 0 && m.last != d.f.Number || p.verdicts&retransmitted != 0 {
			p.show(0, len(p.body.b)) // sent again
			return
		}
		if m = p.continued(); m == nil {
			if used, need := p.hand(p.body); need != 0 {
				p.show(used, len(p.body.b))
				p.await(used, need)
			}
			return
		}
		n := p.proceed(m)
		p.body = p.body.from(n)
		p.seq += uint32(n)
	}
}

// next is the sequence number behind the segment.
func (p *load) next() uint32 { return p.seq + uint32(len(p.body.b)) }

// show adds octets as a part of some message.
func (p *load) show(from, to int) {
	l := layer{d: p.d, v: p.body}
	l.bytes(tcpSegmentData, from, to-from)
}

// upTo is how many of the messages begin at or before an octet.
func (e *tcpEnd) upTo(seq uint32) int {
	at := len(e.messages)
	for at > 0 && int32(e.messages[at-1].seq-seq) > 0 {
		at--
	}
	return at
}

// begun is the message that begins where the segment does.
func (p *load) begun() *message {
	if at := p.e.upTo(p.seq); at > 0 && p.e.messages[at-1].seq == p.seq {
		return p.e.messages[at-1]
	}
	return nil
}

// continued is the last message that began before the segment, if it needs it.
func (p *load) continued() *message {
	if at := p.e.upTo(p.seq - 1); at > 0 && int32(p.e.messages[at-1].until-p.seq) > 0 {
		return p.e.messages[at-1]
	}
	return nil
}

// hand gives octets to the application, if they are its own: the octet that keeps
// a connection alive is not, and those out of order would confuse it.
func (p *load) hand(v view) (used, need int) {
	switch {
	case p.verdicts&keptAlive != 0:
		p.d.data(v)
		return len(v.b), 0
	case p.verdicts&(retransmitted|outOfOrder) != 0:
		return len(v.b), 0
	}
	return p.d.application(p.s, p.src, p.dst, v)
}

// await keeps the part of a segment that is not whole.
func (p *load) await(used, need int) {
	if max(need, -need) > maxMessage {
		return
	}
	s, e := &p.d.recall().messages, p.e
	m := s.begin()
	m.sender, m.seq, m.last = e, p.seq+uint32(used), p.d.f.Number
	at := e.upTo(m.seq)
	switch {
	case at > 0 && e.messages[at-1].seq == m.seq:
		s.end(e.messages[at-1])
		at--
	case at > 0 && len(e.messages) >= maxMessages:
		s.end(e.messages[0])
		at--
	}
	e.messages = slices.Insert(e.messages, at, m)
	m.want(p.next(), need)
	s.add(m, p.d.sight(), 0, p.body.from(used).b)
}

// want notes that a message which has come up to next needs more.
func (m *message) want(next uint32, need int) {
	if m.entire = need < 0; m.entire {
		need = -need
	}
	m.until = next + uint32(need)
	m.end = -1
}

// proceed adds a segment to the message it continues, dissects the message if it
// is whole now, and returns how many of the segment's octets are dealt with.
func (p *load) proceed(m *message) int {
	d, all := p.d, len(p.body.b)
	n, off := all, int(p.seq-m.seq)
	if !m.entire {
		n = min(n, int(m.until-p.seq))
	}
	m.last = d.f.Number
	if m.in != 0 { // it was whole before this
		if off+n >= m.length {
			return all
		}
		p.show(0, all)
		(&layer{d: d}).computed(tcpReassembledIn, 0, 0, m.in)
		return n
	}
	d.recall().messages.add(m, d.sight(), off, p.body.b[:n])
	if int32(p.next()-m.until) >= 0 && m.end < 0 {
		m.end = off + n
		if m.entire {
			m.entire = false
			m.until = p.next()
		}
	}
	if m.gone || !m.complete() {
		p.show(0, n)
		return n
	}
	m.join()
	m.length = len(m.whole)
	m.effort += m.length
	whole := view{b: m.whole, off: -1}
	mark, octets, path := len(d.fields), len(d.octets), len(d.protocols)
	used, need := p.hand(whole)
	if need != 0 && used <= m.length-n && m.length+max(need, -need) <= maxMessage && m.effort <= maxEffort {
		// not a message yet: whatever it has shown of itself comes again, but for
		// its bare layer
		if used > 0 {
			d.fields = d.fields[:mark]
			d.octets = d.octets[:octets]
			d.leave(path)
		}
		m.whole = nil
		m.want(max(p.seq+uint32(n), m.until), need)
		if n == all {
			p.show(0, all)
		}
		return n
	}
	m.in = uint64(d.f.Number)
	p.show(0, n)
	m.showBefore(d, mark)
	d.recall().messages.finish(m)
	if at := all - (m.length - used); need != 0 && at >= 0 {
		p.await(at, need)
		return all
	}
	return n
}

// showBefore adds how the message was put together, ahead of what it held.
func (m *message) showBefore(d *Dissector, mark int) {
	if !d.o.Backfill && !d.among(tcpSegments, tcpReassembledData+1) {
		return
	}
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
