package packet

import "bytes"

// dnsOverTCP tells dns that a length stands before the message.
const (
	dnsDatagram = 0
	dnsOverTCP  = 2
)

// Operations other than queries.
const (
	dnsUpdate   = 5 // RFC 2136
	dnsStateful = 6 // RFC 8490
)

// dns dissects a message of DNS (RFC 1035), or of the protocols that use its
// messages: mDNS (RFC 6762) and LLMNR (RFC 4795), as layer tells. Where prefix is
// not 0, the length that TCP puts before it comes first. It is dissected again in a
// row of messages.
func (d *Dissector) dns(v view, layerID FieldID, prefix int, stream uint32, again bool) {
	if !again && !d.enter(catalogue[layerID].Name) {
		return
	}
	if v.want() < prefix+12 {
		d.runsOut(v)
		return
	}
	if d.quiet.Has(layerID) && !d.ofQuestions { // nor does anybody ask whether it is whole
		return
	}
	l := layer{d: d, v: v}
	l.section(layerID, 0, len(v.b))
	if prefix > 0 {
		l.uint(dnsLength, 0, 2)
	}
	m := dnsMessage{layer: layer{d: d, v: v.from(prefix)}, kind: layerID}
	m.id = uint16(m.number(0, 2))
	m.response = m.number(2, 2)&0x8000 != 0
	k := questionKey{stream, prefix > 0, uint32(m.id)}
	before := m.before(k)
	m.header()
	if m.over {
		return
	}
	off := m.records()
	if m.over {
		return
	}
	if !d.quoted && d.ofQuestions {
		m.match(k, before)
	}
	if n := len(m.v.b) - off; n > 0 {
		m.bytes(dnsExtraneousData, off, n)
		m.put(dnsExtraneousLength, off, 0, IntValue(int64(n)))
		m.expert(dnsExtraneous)
	}
}

// records dissects what follows the header, and returns where it ends.
func (m *dnsMessage) records() int {
	off := 12
	if m.opcode == dnsStateful && m.counts == [4]int{} {
		return m.session(off)
	}
	for range m.counts[0] {
		if off = m.question(off); m.over {
			return off
		}
	}
	for range m.counts[1] + m.counts[2] + m.counts[3] {
		if off = m.record(off); m.over {
			return off
		}
	}
	return off
}

// dnsStream dissects the messages in a run of TCP octets, as applications of TCP
// are: it returns what it used up and what more it needs.
func (d *Dissector) dnsStream(v view, stream uint32) (used, need int) {
	for len(v.b) > 0 {
		if len(v.b) < 2 {
			return used, oneSegment
		}
		n := 2 + (int(v.b[0])<<8 | int(v.b[1]))
		if n > len(v.b) && n <= v.want()-used || n > v.want() {
			if v.cut() || d.o.NoReassembly || d.quoted {
				l := layer{d: d, v: v}
				l.computed(tcpPduSize, 0, n, uint64(n))
				d.dns(v, dnsLayer, dnsOverTCP, stream, used > 0)
				d.catchFault()
			}
			return used, n - len(v.b)
		}
		l := layer{d: d, v: v}
		l.computed(tcpPduSize, 0, n, uint64(n))
		d.dns(v.first(n), dnsLayer, dnsOverTCP, stream, used > 0)
		d.catchFault()
		v = v.from(n)
		used += n
	}
	return used, 0
}

// dnsMessage is one message; its offsets count from the identifier on.
type dnsMessage struct {
	layer
	kind     FieldID // of the layer: a message of mDNS or LLMNR is not quite one of DNS
	response bool
	opcode   uint64
	id       uint16
	counts   [4]int
}

func (m *dnsMessage) header() {
	m.uint(dnsID, 0, 2)
	m.uint(dnsFlags, 2, 2)
	m.flag(dnsFlagsResponse, 2, 2, 0x8000)
	m.opcode = m.part(dnsFlagsOpcode, 2, 2, 0x7800)
	if m.kind == llmnrLayer {
		m.flag(dnsFlagsConflict, 2, 2, 0x0400)
		m.flag(dnsFlagsTruncated, 2, 2, 0x0200)
		m.flag(dnsFlagsTentative, 2, 2, 0x0100)
		if m.response {
			m.part(dnsFlagsRcode, 2, 2, 0x000f)
		}
	} else {
		m.flags()
	}
	ids := [4]FieldID{dnsCountQueries, dnsCountAnswers, dnsCountAuthRr, dnsCountAddRr}
	if m.opcode == dnsUpdate {
		ids = [4]FieldID{dnsCountZones, dnsCountPrerequisites, dnsCountUpdates, dnsCountAddRr}
	}
	for i, id := range ids {
		m.counts[i] = int(m.uint(id, 4+2*i, 2))
	}
}

func (m *dnsMessage) flags() {
	if m.response {
		m.flag(dnsFlagsAuthoritative, 2, 2, 0x0400)
	}
	m.flag(dnsFlagsTruncated, 2, 2, 0x0200)
	m.flag(dnsFlagsRecdesired, 2, 2, 0x0100)
	if m.response {
		m.flag(dnsFlagsRecavail, 2, 2, 0x0080)
	}
	m.flag(dnsFlagsZ, 2, 2, 0x0040)
	if m.response {
		m.flag(dnsFlagsAuthenticated, 2, 2, 0x0020)
		m.flag(dnsFlagsCheckdisable, 2, 2, 0x0010)
		m.part(dnsFlagsRcode, 2, 2, 0x000f)
		return
	}
	if m.number(2, 2)&0x0020 != 0 {
		m.flag(dnsFlagsAuthenticated, 2, 2, 0x0020)
	}
	m.flag(dnsFlagsCheckdisable, 2, 2, 0x0010)
}

// domainName is a name as text.
type domainName struct {
	text []byte
	size int // of the text, had nothing been escaped
}

const (
	maxName      = 255     // octets
	maxDomain    = 4 * 256 // octets of its text
	maxJumps     = 255     // from one part of a name to the next
	nameRoot     = "<Root>"
	nameTooLong  = "<Name too long>"
	nameLoops    = "<Name contains a pointer that loops>"
	nameExtended = "<Unknown extended label>"
)

// domain reads the name at off in a message, following compression pointers (RFC
// 1035 Section 4.1.4), and returns how many octets of the name stand at off. Where they are no
// name, that is 0, and the size of the name is where the octet that it lacks would stand, or -1.
func (d *Dissector) domain(b []byte, off int) (domainName, int) {
	d.ink = d.ready(maxDomain)
	at, start, size, octets := len(d.ink), off, 0, 0
	none := func(missing int) (domainName, int) {
		d.ink = d.ink[:at]
		return domainName{size: missing}, 0
	}
	called := func(name string, n int) (domainName, int) {
		d.ink = append(d.ink[:at], name...)
		return domainName{d.keep(at), len(name)}, n
	}
	for jumps := 0; ; {
		if off < 0 || off >= len(b) {
			return none(off)
		}
		c := int(b[off])
		switch {
		case c == 0:
			if jumps == 0 {
				size++
			}
			switch {
			case octets > maxName:
				return called(nameTooLong, size)
			case octets == 0:
				return called(nameRoot, size)
			}
			return domainName{d.keep(at), octets - 1}, size
		case c < 0x40:
			octets += 1 + c
			if off+1+c > len(b) && octets <= maxName {
				return none(len(b))
			}
			if octets <= maxName {
				if len(d.ink) > at {
					d.ink = append(d.ink, '.')
				}
				d.label(b[off+1 : off+1+c])
			}
			off += 1 + c
			if jumps == 0 {
				size += 1 + c
			}
		case c < 0x80:
			if size = off + 1 - start; size < 2 { // as Wireshark counts, also behind a pointer
				return none(-1)
			}
			return called(nameExtended, size)
		case c < 0xc0:
			return none(-1)
		case off+1 >= len(b):
			return none(off + 1)
		default:
			if jumps == 0 {
				size += 2
			}
			if jumps++; jumps > maxJumps {
				return called(nameLoops, size)
			}
			off = c&0x3f<<8 | int(b[off+1])
		}
	}
}

// label writes a label with what is not printable escaped.
func (d *Dissector) label(b []byte) {
	for _, c := range b {
		switch {
		case c >= 0x20 && c < 0x7f:
			d.ink = append(d.ink, c)
		case c >= '\a' && c <= '\r':
			d.ink = append(d.ink, '\\', "abtnvfr"[c-'\a'])
		default:
			d.ink = append(d.ink, '\\', '0'+c>>6, '0'+c>>3&7, '0'+c&7)
		}
	}
}

// name adds a domain name and returns how many octets it takes.
func (m *dnsMessage) name(id FieldID, off int) (domainName, int) {
	if m.over {
		return domainName{}, 0
	}
	name, n := m.d.domain(m.v.b, off)
	if n == 0 {
		m.lack(name.size, 1)
		return name, 0
	}
	m.written(id, off, n, name.text)
	return name, n
}

func (m *dnsMessage) question(off int) int {
	name, n := m.d.domain(m.v.b, off)
	if n == 0 {
		m.lack(name.size, 1)
	}
	if !m.has(off+n, 4) {
		return off
	}
	m.written(dnsQryName, off, n, name.text)
	size, labels := name.size, bytes.Count(name.text, []byte("."))+1
	if size <= 1 { // as tshark counts
		size, labels = 0, 0
	}
	m.computed(dnsQryNameLen, off, n, uint64(size))
	m.computed(dnsCountLabels, off, n, uint64(labels))
	m.uint(dnsQryType, off+n, 2)
	m.class(dnsQryClass, dnsQryQu, off+n+2)
	return off + n + 4
}

// class adds a class, of which mDNS uses the first bit for something else (RFC 6762
// Sections 5.4 and 10.2).
func (m *dnsMessage) class(id, bit FieldID, off int) {
	if m.kind != mdnsLayer {
		m.uint(id, off, 2)
		return
	}
	m.part(id, off, 2, 0x7fff)
	m.flag(bit, off, 2, 0x8000)
}

// record dissects one resource record and returns where the next begins.
func (m *dnsMessage) record(off int) int {
	owner, n := m.d.domain(m.v.b, off)
	at := off + n
	if n == 0 {
		m.lack(owner.size, 1)
	}
	kind := m.number(at, 2)
	if !m.has(at, 10) || !m.has(at+10, int(m.number(at+8, 2))) {
		return off
	}
	if kind != dnsTypeSRV { // whose owner is shown in parts
		m.written(dnsRespName, off, n, owner.text)
	}
	m.uint(dnsRespType, at, 2)
	if kind == dnsTypeOPT {
		m.class(dnsRrUDPPayloadSize, dnsRespCacheFlush, at+2)
		m.uint(dnsRespExtRcode, at+4, 1)
		m.uint(dnsRespEdns0Version, at+5, 1)
		m.uint(dnsRespZ, at+6, 2)
		m.flag(dnsRespZDo, at+6, 2, 0x8000)
		m.part(dnsRespZReserved, at+6, 2, 0x7fff)
	} else {
		m.class(dnsRespClass, dnsRespCacheFlush, at+2)
		if m.uint(dnsRespTTL, at+4, 4)>>31 != 0 {
			m.expert(dnsTTLHighBitSet)
		}
	}
	size := int(m.uint(dnsRespLen, at+8, 2))
	at += 10
	if size > 0 && !m.over {
		r := dnsRecord{dnsMessage: m, off: at, end: at + size, owner: owner}
		r.dissect(kind)
	}
	return at + size
}

// dnsRecord is the data of a record.
type dnsRecord struct {
	*dnsMessage
	off, end int
	owner    domainName
}

// number of n octets, as a field; the record moves on.
func (r *dnsRecord) next(id FieldID, n int) uint64 {
	u := r.uint(id, r.off, n)
	r.off += n
	return u
}

func (r *dnsRecord) nextName(id FieldID) {
	if _, n := r.name(id, r.off); n > 0 {
		r.off += n
	}
}

// counted adds a string behind its length.
func (r *dnsRecord) counted(length, text FieldID) {
	n := int(r.next(length, 1))
	r.fixed(text, r.off, n)
	r.off += n
}

// rest adds what is left of the record.
func (r *dnsRecord) rest(id FieldID) {
	if r.end > r.off {
		r.bytes(id, r.off, r.end-r.off)
	}
	r.off = r.end
}

// service splits the owner of an SRV record, _service._proto.name.
func (r *dnsRecord) service() {
	parts := bytes.SplitN(r.owner.text, []byte("."), 3)
	ids := [...]FieldID{dnsSrvService, dnsSrvProto, dnsSrvName}
	for i, part := range parts {
		r.written(ids[i], r.off-10, 0, part)
	}
}
