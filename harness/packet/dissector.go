package packet

import (
	"bytes"
	"encoding/binary"
	"net/netip"
	"time"
)

// Options chooses how frames are dissected. Its zero value dissects as
// Wireshark does with default preferences in one pass.
type Options struct {
	// NoReassembly leaves fragments and segments as they are: what a protocol
	// spread over several frames is then read no further than its first.
	NoReassembly bool

	// VerifyChecksums computes the checksums of IPv4, UDP and TCP, which
	// Wireshark leaves unverified unless told otherwise.
	VerifyChecksums bool

	// Backfill adds to earlier frames what only a later one tells, such as
	// ip.reassembled_in, as Wireshark's second pass does. A TCP connection then
	// remembers its frames, at most maxTold. Who sets it lets nobody read a frame while
	// another is being dissected.
	Backfill bool

	// Only holds the fields that are asked for: frames have no others, and little
	// work is done for any. What they have of those is the same. nil means all.
	Only *FieldSet

	// Transient lets a frame have its fields until the next one is dissected, so that
	// any number of frames takes the memory of one. It does not go with Backfill.
	Transient bool
}

// Dissector fills frames with fields. It keeps what one frame leaves for a later
// one: fragments, streams, messages that are not whole, requests that wait for their
// answers. One capture point, or one capture file that is to be read as Wireshark
// reads it, has one Dissector. It is not safe for concurrent use.
//
// Its memory is bounded whatever the frames hold. Beyond these bounds the oldest, or
// what was of no use for longest, is forgotten:
//
//   - maxDatagrams incomplete IP datagrams, of maxFragments each, with maxWaiting
//     octets in all;
//   - maxStreams TCP connections, and as many UDP streams. One remembers of what it
//     carries at most the last target of HTTP (maxHead and a segment), a directory and
//     two commands of FTP (maxFileLine each) or a file name of TFTP (maxFileName), and
//     what its ends have agreed on in TLS;
//   - maxPending octets of unfinished messages in all: those that TCP segments make
//     up, and in them the messages of a TLS handshake, of mail and of WebSocket;
//   - maxSpare rooms of at most maxRoom octets that such messages have left;
//   - maxQuestions requests of DNS, as many of NTP and of SNMP, and maxEchoes of ICMP;
//   - maxClaims UDP streams to come, and maxTransfers connections that FTP has arranged;
//   - maxOwners IPv4 addresses and the stations that ARP names for them;
//   - maxAssociations security associations of IPsec;
//   - maxPaths lists of protocols.
//
// Of TCP segments that wait for an acknowledgment, maxUnacked of one end and
// maxAllUnacked of all are remembered; what is sent beyond these is not.
type Dissector struct {
	o Options
	*demand
	full, mute demand // what frames are dissected for, and what those are that nobody looks at

	before   *recollection
	scouts   bool // it knows only the frame in hand
	recalled bool // which has asked for what frames before have left
	presumed bool // or rests on that no conversation is arranged

	brief   *demand // what is in demand, instead, of segments of which a connection would have to be remembered; nil for no less
	skipped bool    // the connection of the frame in hand was to be remembered, and is not

	waits  bool // a scout cannot tell about the frame in hand before its connection is known
	handed bool // only its segment is left to be dissected in its turn
	hand   handover
	head   int // the place of frame.protocols

	f      *Frame
	fields []Field  // of the frame in hand; reused
	octets [][]byte // of these fields; reused
	room   []Field  // where finished fields are copied to; frames share it
	wide   [][]byte // where their octets are; frames share it
	ink    []byte   // where strings made for frames are written; frames share it

	protocols  []byte            // frame.protocols of the frame in hand
	nth        kept              // how many layers of its last came before that
	known      map[string][]byte // frame.protocols seen before
	addresses4 [64]text4
	addresses6 [64]text6

	src, dst netip.Addr // of the innermost IP header so far
	tunneled bool       // inside a frame that a tunnel carries
	quoted   bool       // inside a packet that an ICMP error quotes
	hops     byte       // that the innermost IPv6 packet may still go
	told     bool       // that packet tells its length in its header
	jumbo    bool       // or in an option, because it is a jumbogram
	quota    int        // of this packet, octets behind its IPv4 header; 0 for all
	partial  bool       // inside a first fragment that is not put together
	depth    int        // of protocols inside one another
	alone    bool       // inside a segment that is not put together with others
	doubt    doubt      // what of the frame in hand is left out
	clipped  bool       // not all of it was captured, and it matters how it ends
	ended    bool       // it shows that it ends too early
	fault    fault      // why no more of the innermost of these is read, until that has been shown

	strangerTCP tcpStream // stand for every stream of which nothing need be known
	strangerUDP udpStream
}

const (
	maxDepth = 32      // protocols inside one another; Wireshark stops at 100 and calls it malformed
	maxPaths = 1 << 10 // lists of protocols that frames share
)

// NewDissector returns a Dissector that has seen nothing.
func NewDissector(o Options) *Dissector {
	o.Backfill = o.Backfill && !o.Transient
	d := &Dissector{o: o, full: newDemand(o.Only), before: new(recollection), known: map[string][]byte{}}
	d.before.messages.reuses = o.Transient
	d.mute = d.full.narrowed(new(FieldSet))
	return d
}

// Dissect fills in the frame's fields from its Data, in place of those it had.
// Frames come in the order of their times, and numbered: frame.number and the
// fields that name other frames tell the Number as it is then. Whatever the octets
// are, Dissect returns; a frame that ends too early or contradicts itself has the
// fields up to there.
func (d *Dissector) Dissect(f *Frame) {
	d.dissect(f, &d.full)
	if d.o.Transient {
		f.fields, f.octets = d.fields, d.octets
	} else {
		f.fields = settle(f.fields, &d.room, d.fields)
		f.octets = settle(f.octets, &d.wide, d.octets)
	}
}

// dissect finds in a frame what is in demand.
func (d *Dissector) dissect(f *Frame, w *demand) {
	d.begin(f, w)
	d.head = d.frame()
	d.ethernet(view{b: f.Data}.wanting(f.Length))
	d.end()
}

// begin takes a frame in hand.
func (d *Dissector) begin(f *Frame, w *demand) {
	d.f, d.demand, d.skipped, d.waits, d.handed = f, w, false, false, false
	d.before.messages.turn()
	d.fields = d.fields[:0]
	clear(d.octets)
	d.octets = d.octets[:0]
	d.protocols, d.nth = d.protocols[:0], 0
	d.src, d.dst = netip.Addr{}, netip.Addr{}
	d.quoted, d.partial, d.alone, d.depth, d.fault, d.doubt = false, false, false, 0, noFault, noDoubt
	d.clipped, d.ended = w.ofExperts && f.Length > len(f.Data), false
}

// end lets go of the frame in hand.
func (d *Dissector) end() {
	d.showFault()
	if d.ofPath && !d.waits {
		v := StringValue(d.protocolPath())
		d.set(&d.fields[d.head], frameProtocols, 0, 0, &v)
	}
	if d.clipped && !d.ended { // so Wireshark may have looked ahead
		d.doubt = doubtCut
	}
	d.f.doubt, d.f = d.doubt, nil
}

// moment is when a frame was captured: in 1970 where its file does not say.
func moment(f *Frame) time.Time {
	if f.Time.IsZero() {
		return time.Unix(0, 0)
	}
	return f.Time
}

// settle copies what was made for a frame to where it had such before, if it fits,
// else into room that frames share.
func settle[T any](before []T, room *[]T, made []T) []T {
	n := len(made)
	if n <= cap(before) {
		before = before[:n]
	} else {
		if n > cap(*room)-len(*room) {
			*room = make([]T, 0, max(4096, n))
		}
		end := len(*room) + n
		before = (*room)[len(*room):end:end]
		*room = (*room)[:end]
	}
	copy(before, made)
	return before
}

// set packs a value into a field of the frame in hand. Octets that stand in the
// frame's Data are told by their place there. The field is written where it stays:
// its parts would be slow to copy right after they are written.
func (d *Dissector) set(f *Field, id FieldID, off, n int32, v *Value) {
	f.ID, f.typ, f.kept, f.Offset, f.Length, f.num = id, v.typ, inNumber|d.nth, off, n, v.num
	switch v.typ {
	case Protocol, IPv6, String, Bytes, OID, GUID:
		d.setOctets(f, v.raw)
	default:
	}
}

func (d *Dissector) setOctets(f *Field, raw []byte) {
	if len(raw) == 0 {
		f.kept, f.reach = inData|d.nth, 0
		return
	}
	for _, at := range [...]int{int(f.Offset), cap(d.f.Data) - cap(raw)} { // the second where raw is cut from Data
		if at >= 0 && at+len(raw) <= len(d.f.Data) && &d.f.Data[at] == &raw[0] {
			f.kept, f.num = inData|d.nth, uint64(at)<<32|uint64(len(raw))
			f.reach = int32(min(cap(raw), len(d.f.Data)-at))
			return
		}
	}
	f.kept, f.num = inOctets|d.nth, uint64(len(d.octets))
	if last := len(d.octets) - 1; last >= 0 && len(d.octets[last]) == len(raw) && &d.octets[last][0] == &raw[0] && f.typ != Protocol {
		f.num = uint64(last) // shown twice
		return
	}
	d.octets = append(d.octets, raw)
}

// enter notes that a protocol begins, and reports whether it may: a packet
// inside a packet inside a packet ends somewhere.
func (d *Dissector) enter(name string) bool {
	if d.depth++; d.depth > maxDepth {
		return false
	}
	if d.clipped {
		d.looksAhead(name)
	}
	if !d.ofPath {
		return true
	}
	if len(d.protocols) > 0 {
		d.protocols = append(d.protocols, ':')
	}
	d.protocols = append(d.protocols, name...)
	d.number()
	return true
}

// leave forgets the protocols that were begun after those of so many octets.
func (d *Dissector) leave(path int) {
	d.protocols = d.protocols[:path]
	d.number()
}

// number counts the layers of the protocol that was begun last.
func (d *Dissector) number() {
	last := d.protocols[bytes.LastIndexByte(d.protocols, ':')+1:]
	d.nth = 0
	if bytes.Count(d.protocols, last) == 1 {
		return
	}
	n := -1
	for rest, more := d.protocols, true; more; {
		var name []byte
		name, rest, more = bytes.Cut(rest, []byte{':'})
		if bytes.Equal(name, last) {
			n++
		}
	}
	d.nth = kept(min(n, maxLayers-1)) << layerShift
}

// protocolPath is frame.protocols, shared between frames that have the same.
func (d *Dissector) protocolPath() []byte {
	if s, ok := d.known[string(d.protocols)]; ok {
		return s
	}
	s := append([]byte(nil), d.protocols...)
	if len(d.known) < maxPaths {
		d.known[string(s)] = s
	}
	return s
}

// write keeps a string for as long as any frame holds it.
func (d *Dissector) write(s string) []byte {
	d.ink = d.ready(len(s))
	at := len(d.ink)
	d.ink = append(d.ink, s...)
	return d.ink[at:len(d.ink):len(d.ink)]
}

// ready is the ink with room for n octets more.
func (d *Dissector) ready(n int) []byte {
	if cap(d.ink)-len(d.ink) < n {
		return make([]byte, 0, max(16<<10, n))
	}
	return d.ink
}

// keep is what was appended to the ink behind at.
func (d *Dissector) keep(at int) []byte { return d.ink[at:len(d.ink):len(d.ink)] }

type text4 struct {
	addr uint32
	s    []byte
}

type text6 struct {
	addr [16]byte
	s    []byte
}

// dotted is an IPv4 address as text.
func (d *Dissector) dotted(b []byte) []byte {
	n := binary.BigEndian.Uint32(b)
	t := &d.addresses4[(n^n>>8)%64]
	if t.s == nil || t.addr != n {
		d.ink = d.ready(16)
		at := len(d.ink)
		d.ink = netip.AddrFrom4([4]byte(b)).AppendTo(d.ink)
		*t = text4{n, d.keep(at)}
	}
	return t.s
}

// colonned is an IPv6 address as text.
func (d *Dissector) colonned(b []byte) []byte {
	t := &d.addresses6[(b[15]^b[7]^b[14]<<3)%64]
	if t.s == nil || t.addr != [16]byte(b) {
		d.ink = d.ready(48)
		at := len(d.ink)
		d.ink = appendIPv6(d.ink, b)
		*t = text6{[16]byte(b), d.keep(at)}
	}
	return t.s
}

// data adds octets that no dissector knows.
func (d *Dissector) data(v view) {
	if len(v.b) == 0 || !d.needs(dataLayer) || !d.enter("data") {
		return
	}
	l := layer{d: d, v: v}
	l.section(dataLayer, 0, len(v.b))
	l.bytes(dataData, 0, len(v.b))
	l.put(dataLen, 0, 0, IntValue(int64(len(v.b))))
}
