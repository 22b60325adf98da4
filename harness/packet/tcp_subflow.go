package packet

import (
	"crypto/sha1"
	"crypto/sha256"
	"encoding/binary"
	"slices"
	"strconv"
)

const (
	maxMultipaths = 1 << 16 // connections of Multipath TCP that are found by their tokens
	maxSubflows   = 1 << 10 // of one that are listed
)

// multipath is a connection of Multipath TCP, which spreads over TCP connections
// (RFC 8684).
type multipath struct {
	index    uint32
	ways     [2]way
	subflows []uint32 // the TCP streams, by their indexes, the latest first
	agreed   bool     // on one of them, the master, in a handshake
	master   uint32
	said     uint8         // which options were seen on any, by their subtypes
	told     []toldSubflow // frames that are told what comes of it (Options.Backfill)
}

// way is one direction of such a connection.
type way struct {
	version uint64
	key     uint64
	token   uint32
	named   bool   // by the token
	first   uint64 // the data sequence number that counts as 0
	counts  bool   // and it is known
}

// subflow is what a TCP connection is of one of Multipath TCP.
type subflow struct {
	of      *multipath // nil while not known
	ways    [2]*way    // what its ends send, the low end first
	found   bool       // the segment in hand has an option
	said    uint8      // in it, by the subtypes
	from    int        // the end that sends it
	waiting []*Frame   // that show of as soon as it is known (Options.Backfill)
}

// toldSubflow is a frame that is told what comes of its connection.
type toldSubflow struct {
	frame  *Frame
	stream uint32
}

// secrets are what a key tells of a direction: its name, and where its data begins
// (RFC 8684 Section 3.2, and RFC 6824 for version 0). Of later versions nobody knows.
func secrets(version, key uint64) (token uint32, first uint64) {
	b := binary.BigEndian.AppendUint64(nil, key)
	switch version {
	case 0:
		sum := sha1.Sum(b)
		return binary.BigEndian.Uint32(sum[:]), binary.BigEndian.Uint64(sum[12:])
	case 1:
		sum := sha256.Sum256(b)
		return binary.BigEndian.Uint32(sum[:]), binary.BigEndian.Uint64(sum[24:])
	default:
		return 0, 0
	}
}

// begin makes the connection of a subflow whose connection is not known. The first way
// is that of the end that sends the segment in hand.
func (f *subflow) begin(d *Dissector) *multipath {
	r := d.recall()
	f.of = &multipath{index: r.multipaths}
	r.multipaths++
	f.ways[f.from], f.ways[1-f.from] = &f.of.ways[0], &f.of.ways[1]
	return f.of
}

// attach counts a TCP stream among the subflows.
func (m *multipath) attach(stream uint32) {
	if len(m.subflows) >= maxSubflows || slices.Contains(m.subflows, stream) {
		return
	}
	m.subflows = slices.Insert(m.subflows, 0, stream)
	for _, t := range m.told {
		if at := t.frame.Find(tcpMptcpAnalysisSubflows, 0); at >= 0 {
			t.frame.fields[at].kept, t.frame.fields[at].num = inOctets, uint64(len(t.frame.octets))
			t.frame.octets = append(t.frame.octets, m.list())
		}
	}
}

// list are the indexes of the subflows, a blank behind each.
func (m *multipath) list() (b []byte) {
	for _, n := range m.subflows {
		b = append(strconv.AppendUint(b, uint64(n), 10), ' ')
	}
	return b
}

// agree notes on which TCP stream the connection was agreed on.
func (m *multipath) agree(stream uint32) {
	if m.agreed && m.master == stream {
		return
	}
	m.agreed, m.master = true, stream
	for _, t := range m.told {
		if at := t.frame.Find(tcpMptcpMaster, 0); at >= 0 {
			t.frame.fields[at].num = truth(m.leads(t.stream))
		}
	}
}

// leads reports whether the connection was agreed on there.
func (m *multipath) leads(stream uint32) bool { return m.agreed && m.master == stream }

// claim finds the connection that a token names a direction of, which an end sends or,
// where none is known, makes it. ok is false where Wireshark breaks: where a connection
// was taken for granted before either of its tokens was known.
func (f *subflow) claim(d *Dissector, stream uint32, end int, token uint32) (ok bool) {
	if w := f.ways[end]; w != nil && w.named {
		return true
	}
	tokens := &d.recall().tokens
	m, known := tokens.find(token, maxMultipaths)
	if known {
		m.attach(stream)
		f.of = m
	} else {
		switch m = f.of; {
		case m == nil:
			m = f.begin(d)
			m.attach(stream)
		case m.ways[0].named:
			f.ways[end] = &m.ways[1]
		case m.ways[1].named:
			f.ways[end] = &m.ways[0]
		default:
			return false
		}
		f.ways[end].token, f.ways[end].named = token, true
		tokens.put(token, m, maxMultipaths)
	}
	at := 1
	if f.ways[end] == &m.ways[0] {
		at = 0
	}
	f.ways[end], f.ways[1-end] = &m.ways[at], &m.ways[1-at]
	return true
}

// unlock notes the key of what an end sends.
func (f *subflow) unlock(d *Dissector, stream uint32, end int, version, key uint64) (ok bool) {
	if w := f.ways[end]; w != nil && w.counts {
		return true
	}
	token, first := secrets(version, key)
	if !f.claim(d, stream, end, token) {
		return false
	}
	w := f.ways[end]
	w.version, w.key, w.first, w.counts = version, key, first, true
	return true
}

// since is how far a data sequence number, or an acknowledgment of one, is from the
// first; of 32 bits, the others are those of the first.
func (w *way) since(n uint64, long bool) uint64 {
	if !long {
		n |= w.first &^ (1<<32 - 1)
	}
	return n - w.first
}

// subflow adds of which connection of Multipath TCP the segment's is one.
func (l *layer) subflow(s *tcpStream) {
	f := s.subflow
	if f == nil || !f.found {
		return
	}
	m := f.of
	if m == nil {
		if l.d.o.Backfill && len(f.waiting) < maxTold {
			f.waiting = append(f.waiting, l.d.f)
		}
		return
	}
	m.said |= f.said
	l.put(tcpMptcpAnalysis, 0, 0, NoneValue())
	l.putNumber(tcpMptcpMaster, 0, 0, Bool, truth(m.leads(s.index)))
	l.computed(tcpMptcpStream, 0, 0, uint64(m.index))
	var list []byte
	if l.d.wants(tcpMptcpAnalysisSubflows) {
		list = m.list()
		l.written(tcpMptcpAnalysisSubflows, 0, 0, list)
	}
	if !l.d.o.Backfill {
		return
	}
	for _, frame := range f.waiting {
		for _, field := range [...]Field{
			{ID: tcpMptcpAnalysis, typ: None},
			{ID: tcpMptcpMaster, typ: Bool, num: truth(m.leads(s.index))},
			{ID: tcpMptcpStream, typ: Uint, num: uint64(m.index)},
			{ID: tcpMptcpAnalysisSubflows, typ: String, kept: inOctets, num: uint64(len(frame.octets))},
		} {
			if field.Offset = -1; l.d.wants(field.ID) {
				frame.fields = append(frame.fields, field)
			}
		}
		frame.octets = append(frame.octets, list)
		m.told = append(m.told, toldSubflow{frame, s.index})
	}
	f.waiting = nil
	if len(m.told) < maxTold {
		m.told = append(m.told, toldSubflow{l.d.f, s.index})
	}
}

// multipathed reports whether there is an option of Multipath TCP among options.
func multipathed(b []byte) bool {
	for len(b) > 1 && b[0] != tcpOptionEOL {
		switch {
		case b[0] == tcpOptionMultipath:
			return true
		case b[0] == tcpOptionNOP:
			b = b[1:]
		case b[1] < 2 || int(b[1]) > len(b):
			return false
		default:
			b = b[b[1]:]
		}
	}
	return false
}
