package packet

import "slices"

const (
	maxMessage = 16 << 20 // octets of one message that TCP segments make up
	maxPending = 64 << 20 // octets of all messages
	maxEffort  = 1 << 30  // octets looked at again and again until a message is whole
	pieceCost  = 256      // octets that a message, and each of its segments, counts beyond its own

	maxMessages = 64 // of one end that are remembered
)

// oneSegment asks for the next segment, whatever it holds; a multiple of it asks
// for as many whole segments as make up so many octets.
const oneSegment = -1

// message is one that a segment began and later ones continue. What has been whole
// is remembered without its octets, for segments that are sent again.
type message struct {
	datagram
	sender *tcpEnd
	seq    uint32 // of its first octet
	until  uint32 // the sequence number behind what it is known to need
	entire bool   // wants all of the segment that comes up to there
	last   int    // the frame that continued it last
	length int    // octets of what was whole last
	in     uint64 // the frame where it became whole, if it has
	cost   int
	effort int // octets looked at so far
	gone   bool
}

// messages are those of all streams, oldest first.
type messages struct {
	open []*message
	gone int // of these
	cost int

	reuses bool   // rooms are used again, but not while the frame is in hand that they were emptied in
	left   []room // by the frame in hand
	spare  []room
}

// room is where octets and pieces of a message were.
type room struct {
	octets []byte
	pieces []piece
}

const (
	maxSpare = 256      // rooms that are kept
	maxRoom  = 64 << 10 // octets that there is room for in one
)

// turn tells that the next frame is in hand.
func (s *messages) turn() {
	if len(s.left) > 0 {
		s.spare = append(s.spare, s.left...)
		clear(s.left)
		s.left = s.left[:0]
	}
}

func (s *messages) begin() *message {
	m := &message{datagram: datagram{end: -1}}
	if last := len(s.spare) - 1; last >= 0 {
		m.room, m.pieces = s.spare[last].octets, s.spare[last].pieces
		s.spare[last] = room{}
		s.spare = s.spare[:last]
	}
	s.open = append(s.open, m)
	return m
}

// add gives a message the segment that begins at off in it, of which it takes b.
func (s *messages) add(m *message, f sighting, off int, b []byte) {
	m.insert(piece{frame: f, off: off}, b)
	m.cost += len(b) + pieceCost
	s.cost += len(b) + pieceCost
	for s.cost > maxPending && len(s.open) > 0 {
		oldest := s.open[0]
		s.end(oldest)
		oldest.release() // its stream still knows it
	}
}

// end forgets a message. What it holds belongs to who still knows it.
func (s *messages) end(m *message) {
	if !m.gone {
		m.gone = true
		s.gone++
		s.cost -= m.cost
		if e := m.sender; e != nil {
			e.messages = slices.DeleteFunc(e.messages, func(o *message) bool { return o == m })
		}
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

// finish lets go of the octets of a message that has been dissected.
func (s *messages) finish(m *message) {
	if s.reuses && cap(m.room) > 0 && cap(m.room) <= maxRoom && len(s.left)+len(s.spare) < maxSpare {
		s.left = append(s.left, room{m.room[:0], m.pieces[:0]})
	}
	m.release()
	if !m.gone {
		s.cost += pieceCost - m.cost
		m.cost = pieceCost
	}
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

// portMeaning is the protocol of the lower port of TCP, or else of the higher.
func portMeaning(src, dst uint16) FieldID {
	if p := tcpProtocol(min(src, dst)); p != 0 {
		return p
	}
	return tcpProtocol(max(src, dst))
}

// application hands octets of a stream to its protocol: the one that it was recognized
// by or went over to, or else that of the lower port, or else of the higher. It returns how many
// octets that has used up and how many more it needs for the next message: 0 for none.
func (d *Dissector) application(s *tcpStream, src, dst uint16, v view) (used, need int) {
	p := s.spoken
	if p == 0 {
		p = portMeaning(src, dst)
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
	used, need = d.spoken(p, s, src, dst, v)
	if v.cut() && p != tlsLayer && p != smtpLayer && p != ftpLayer && p != ftpDataLayer && p != 0 { // whose next message is looked for
		d.runsOut(v)
	}
	return used, need
}

// spoken hands octets of a stream to a protocol, as application does.
func (d *Dissector) spoken(p FieldID, s *tcpStream, src, dst uint16, v view) (used, need int) {
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
		if d.ofExperts && (foreign(foreignTCP[:], src) || foreign(foreignTCP[:], dst) || tcpProtocol(src) != 0 || tcpProtocol(dst) != 0) {
			d.doubts(doubtSegment)
		}
		d.data(v)
		return len(v.b), 0
	}
}
