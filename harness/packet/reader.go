package packet

import (
	"bytes"
	"cmp"
	"compress/gzip"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"math/bits"
	"slices"
	"time"
)

// Reader reads frames from a capture file: pcapng or pcap, of either byte order
// and any timestamp resolution, as it is or compressed by gzip. It reads one
// block at a time and holds no more than that: at most 16 MiB. It is not safe for
// concurrent use.
type Reader struct {
	r       source
	file    io.Reader
	start   int64         // where in the file it begins; -1 if the file cannot be read again
	ended   chan struct{} // closed when nobody reads ahead any more; nil before anybody did
	order   byteOrder
	body    []byte // of the block in hand
	read    int64  // octets of the file
	off     int64  // of the block in hand
	old     *pcap  // nil where the file is pcapng
	points  []point
	section uint32         // counts from 1
	notes   notes          // of the block in hand
	named   map[string]int // place in stats
	stats   []PointStats
	names   []string // of interfaces, each once
	number  int
	err     error
}

// PointStats are the statistics that a file holds of one capture point.
type PointStats struct {
	Point string
	Stats
}

// point is an interface of the section in hand.
type point struct {
	name   string
	snap   int
	binary bool   // the resolution is a power of 2, else of 10
	power  uint8  // its negative exponent
	ticks  uint64 // in a second, where they are nanoseconds or a multiple of these; else 0
	offset int64  // seconds
	link   uint16
	origin *origin
}

// NewReader begins to read a file. A file that is no capture is an error. Frames
// of a pcap file, which does not name its capture point, have an empty Point.
func NewReader(r io.Reader) (*Reader, error) {
	pr := &Reader{r: source{r: r}, file: r, start: -1, named: map[string]int{}}
	if s, ok := r.(io.Seeker); ok {
		if at, err := s.Seek(0, io.SeekCurrent); err == nil {
			pr.start = at
		}
	}
	if head, _ := pr.r.peek(2); len(head) == 2 && head[0] == 0x1f && head[1] == 0x8b {
		unzipped, err := gzip.NewReader(io.MultiReader(bytes.NewReader(pr.r.chunk), r))
		if err != nil {
			return nil, fmt.Errorf("packet: read compressed capture file: %w", err)
		}
		pr.r = source{r: unzipped}
	}
	head, err := pr.r.peek(4)
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, fmt.Errorf("packet: read capture file: %w", err)
	}
	if len(head) == 4 {
		if binary.LittleEndian.Uint32(head) == blockSection {
			return pr, nil
		}
		if order, nano, ok := pcapOrder(head); ok {
			return pr, pr.beginPcap(order, nano)
		}
	}
	return nil, errors.New("packet: not a pcapng file, nor a pcap one: it begins like neither")
}

// rewinds reports whether the file, of which no frame was read, can be read again.
func (r *Reader) rewinds() bool { return r.start >= 0 && r.number == 0 }

// rewind lets the file be read from its beginning again.
func (r *Reader) rewind() error {
	if r.ended != nil {
		<-r.ended
	}
	again := r.file
	if s, ok := again.(io.Seeker); ok {
		if _, err := s.Seek(r.start, io.SeekStart); err != nil {
			return fmt.Errorf("packet: read capture file again: %w", err)
		}
	}
	fresh, err := NewReader(again)
	if err != nil {
		return err
	}
	*r = *fresh
	return nil
}

// Next returns the next frame, numbered from 1 and not dissected, or io.EOF
// after the last. A file that ends inside a block gives io.ErrUnexpectedEOF,
// wrapped with the place; so do all frames before it come first. After an error
// every call returns it.
func (r *Reader) Next() (*Frame, error) {
	f := new(Frame)
	if err := r.scan(f); err != nil {
		return nil, err
	}
	return f, nil
}

// scan is Next into a frame that is empty.
func (r *Reader) scan(f *Frame) error {
	for r.err == nil {
		var found bool
		var err error
		if r.old != nil {
			found, err = true, r.record(f)
		} else {
			found, err = r.block(f)
		}
		switch {
		case err != nil:
			r.err = err
		case found:
			r.number++
			f.Number = r.number
			return nil
		}
	}
	return r.err
}

// Points returns the names of the interfaces that the file has described so far,
// each once and in its order. That of a pcap file is "", and one without a name
// in pcapng is called "interface 0", or whichever it is.
func (r *Reader) Points() []string { return r.names }

// Stats returns the statistics read so far, the last of each point, in the order
// of the points' first ones.
func (r *Reader) Stats() []PointStats { return r.stats }

// next returns the next n octets of the file.
func (r *Reader) next(n int) ([]byte, error) {
	b, err := r.r.next(n)
	r.read += int64(len(b))
	return b, err
}

// block reads a block, and reports whether it held a frame.
func (r *Reader) block(f *Frame) (found bool, err error) {
	kind, err := r.envelope()
	if err != nil {
		return false, err
	}
	if found, err = r.heed(kind, f); err != nil {
		return false, fmt.Errorf("packet: capture file: block at octet %d: %w", r.off, err)
	}
	return found, nil
}

// envelope reads one block into body and returns its type.
func (r *Reader) envelope() (uint32, error) {
	r.off = r.read
	head, err := r.next(8)
	if err != nil {
		if errors.Is(err, io.EOF) {
			return 0, io.EOF
		}
		return 0, r.short(err)
	}
	kind := binary.LittleEndian.Uint32(head)
	if kind == blockSection {
		magic, err := r.r.peek(4)
		if err != nil {
			return 0, r.short(err)
		}
		switch uint32(byteOrderMagic) {
		case binary.LittleEndian.Uint32(magic):
			r.order = littleEndian
		case binary.BigEndian.Uint32(magic):
			r.order = bigEndian
		default:
			return 0, fmt.Errorf("packet: capture file: section header at octet %d: byte-order magic %x is none", r.off, magic)
		}
	} else {
		kind = r.order.Uint32(head)
	}
	size := r.order.Uint32(head[4:])
	if size < 12 || size%4 != 0 || size > maxBlock {
		return 0, fmt.Errorf("packet: capture file: block at octet %d claims %d octets, want a multiple of 4 from 12 to %d", r.off, size, maxBlock)
	}
	body, err := r.next(int(size) - 8)
	if err != nil {
		return 0, r.short(err)
	}
	end := len(body) - 4
	if again := r.order.Uint32(body[end:]); again != size {
		return 0, fmt.Errorf("packet: capture file: block at octet %d claims %d octets at its head and %d at its end", r.off, size, again)
	}
	r.body = body[:end]
	return kind, nil
}

func (r *Reader) short(err error) error {
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		return fmt.Errorf("packet: capture file: cut off in the block at octet %d: %w", r.off, io.ErrUnexpectedEOF)
	}
	return fmt.Errorf("packet: read capture file: %w", err)
}

var errShort = errors.New("too short for what it is")

// heed does what a block says, and reports whether it held a frame.
func (r *Reader) heed(kind uint32, f *Frame) (found bool, err error) {
	b := r.body
	switch kind {
	case blockSection:
		if len(b) < 16 {
			return false, errShort
		}
		if major := r.order.Uint16(b[4:]); major != 1 {
			return false, fmt.Errorf("pcapng version %d, want 1", major)
		}
		r.points = r.points[:0]
		r.section++
	case blockInterface:
		return false, r.describe(b)
	case blockStatistics:
		return false, r.count(b)
	case blockEnhanced, blockPacket:
		if len(b) < 20 {
			return false, errShort
		}
		r.notes = notes{}
		id := int64(r.order.Uint32(b))
		if kind == blockPacket {
			id = int64(r.order.Uint16(b))
			if drops := r.order.Uint16(b[2:]); drops != dropsUnknown {
				r.notes.drops, r.notes.counted = uint64(drops), true
			}
		}
		return true, r.packet(f, id, b, 20)
	case blockSimple:
		if len(b) < 4 {
			return false, errShort
		}
		if len(r.points) == 0 {
			return false, errors.New("frame before any interface")
		}
		want := int64(r.order.Uint32(b))
		have := min(want, int64(r.points[0].snap), int64(len(b)-4))
		return true, r.points[0].fill(f, b[4:4+have], want)
	}
	return false, nil
}

// describe adds an interface to the section.
func (r *Reader) describe(b []byte) error {
	if len(b) < 8 {
		return errShort
	}
	if len(r.points) >= maxPoints {
		return fmt.Errorf("more than %d interfaces", maxPoints)
	}
	p := point{link: r.order.Uint16(b), snap: int(r.order.Uint32(b[4:])), power: 6}
	if p.snap == 0 || p.snap > maxBlock {
		p.snap = maxBlock
	}
	o := &origin{id: uint32(len(r.points)), section: r.section}
	named := false
	err := r.options(b[8:], func(code uint16, v []byte) {
		switch {
		case code == interfaceName && len(v) <= maxPointLen:
			p.name = string(v)
			o.name, named = bytes.Clone(v), true // lest it change with the octets of frames
		case code == interfaceDescription && len(v) <= maxPointLen:
			o.description, o.described = bytes.Clone(v), true
		case code == interfaceResolution && len(v) == 1:
			p.binary, p.power = v[0]&0x80 != 0, v[0]&0x7f
		case code == interfaceOffset && len(v) == 8:
			p.offset = int64(r.order.Uint64(v))
		}
	})
	if p.name == "" {
		p.name = fmt.Sprintf("interface %d", len(r.points))
	}
	switch {
	case named:
	case o.described:
		o.name = o.description
	default:
		o.name = []byte("unknown") // as Wireshark calls it
	}
	p.origin = o
	if !p.binary && p.power <= 9 {
		p.ticks = 1
		for range p.power {
			p.ticks *= 10
		}
	}
	r.points = append(r.points, p)
	if len(r.names) < maxNames && !slices.Contains(r.names, p.name) {
		r.names = append(r.names, p.name)
	}
	return err
}

func (r *Reader) count(b []byte) error {
	if len(b) < 12 {
		return errShort
	}
	id := int64(r.order.Uint32(b))
	if id >= int64(len(r.points)) {
		return fmt.Errorf("statistics of interface %d, of which there are %d", id, len(r.points))
	}
	s := PointStats{Point: r.points[id].name}
	err := r.options(b[12:], func(code uint16, v []byte) {
		switch {
		case code == statisticsReceived && len(v) == 8:
			s.Received = r.order.Uint64(v)
		case (code == statisticsOSDrop || code == statisticsDrop) && len(v) == 8: // for want of room in the kernel, or in the interface
			s.Dropped += r.order.Uint64(v)
		}
	})
	if i, ok := r.named[s.Point]; ok {
		r.stats[i] = s
	} else if len(r.stats) < maxPoints {
		r.named[s.Point] = len(r.stats)
		r.stats = append(r.stats, s)
	}
	return err
}

// packet reads a frame with its timestamp and options.
func (r *Reader) packet(f *Frame, id int64, b []byte, head int) error {
	if id >= int64(len(r.points)) {
		return fmt.Errorf("frame of interface %d, of which there are %d", id, len(r.points))
	}
	p := &r.points[id]
	ticks := uint64(r.order.Uint32(b[4:]))<<32 | uint64(r.order.Uint32(b[8:]))
	have, want := int64(r.order.Uint32(b[12:])), int64(r.order.Uint32(b[16:]))
	if have > int64(len(b)-head) {
		return fmt.Errorf("frame of %d captured octets in a block with room for %d", have, len(b)-head)
	}
	rest := min(int64(head)+(have+3)&^3, int64(len(b)))
	if kept := b[rest:]; len(kept) > 0 || r.notes.counted {
		if err := r.annotate(f, kept); err != nil {
			return err
		}
	}
	f.Time = p.time(ticks)
	return p.fill(f, b[head:int64(head)+have], want)
}

// annotate reads the options of a frame.
func (r *Reader) annotate(f *Frame, options []byte) error {
	n := &r.notes
	if err := r.options(options, func(code uint16, v []byte) { n.read(r.order, code, v) }); err != nil {
		return err
	}
	if n.flags&3 <= uint32(Out) {
		f.Direction = Direction(n.flags & 3)
	}
	if n.flags == uint32(f.Direction) && f.Direction != Unknown {
		n.flagged = false // the frame itself says it
	}
	if n.any() {
		kept := *n
		f.notes = &kept
	}
	return nil
}

// fill gives a frame the octets that were captured at the point, of those that want
// tells to have been on the wire.
func (p *point) fill(f *Frame, b []byte, want int64) error {
	if p.link != linkEthernet {
		return fmt.Errorf("%s has link type %d, want Ethernet (1)", cmp.Or(p.name, "the file"), p.link)
	}
	f.Point, f.Data, f.Length = p.name, slices.Clip(b), int(max(want, int64(len(b))))
	f.origin = p.origin
	return nil
}

// time is the moment that a timestamp of the interface names, to the nanosecond.
func (p *point) time(ticks uint64) time.Time {
	var sec, ns uint64
	if p.ticks > 0 {
		sec = ticks / p.ticks
		ns = (ticks - sec*p.ticks) * (1e9 / p.ticks)
		return time.Unix(p.offset+int64(sec), int64(ns)).UTC()
	}
	if p.binary {
		if p.power >= 64 {
			return time.Unix(p.offset, 0).UTC()
		}
		sec = ticks >> p.power
		hi, lo := bits.Mul64(ticks&(1<<p.power-1), 1e9)
		ns = lo>>p.power | hi<<(64-p.power)
		if p.power == 0 {
			ns = 0
		}
	} else {
		unit := uint64(1)
		for range p.power {
			if unit > 1e18 {
				return time.Unix(p.offset, 0).UTC()
			}
			unit *= 10
		}
		sec = ticks / unit
		hi, lo := bits.Mul64(ticks%unit, 1e9)
		ns, _ = bits.Div64(hi, lo, unit)
	}
	return time.Unix(p.offset+int64(sec), int64(ns)).UTC()
}

// options calls f with each option of a list.
func (r *Reader) options(b []byte, f func(code uint16, value []byte)) error {
	for len(b) >= 4 {
		code, n := r.order.Uint16(b), int(r.order.Uint16(b[2:]))
		if code == optionEnd {
			return nil
		}
		if 4+n > len(b) {
			return fmt.Errorf("option %d of %d octets in a list with %d left", code, n, len(b)-4)
		}
		f(code, b[4:4+n])
		b = b[min(4+(n+3)&^3, len(b)):]
	}
	return nil
}
