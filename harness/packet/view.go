package packet

import (
	"bytes"
	"encoding/binary"
	"math"
)

// view is a run of octets that a layer may read: those captured, where they
// stand in the frame, and how many were cut off behind them. It is no larger than
// what the compiler keeps in registers.
type view struct {
	b     []byte
	off   int32  // in the frame; -1 in reassembled data
	lacks uint32 // octets that were on the wire, but not captured
}

// want is how many octets there would be had none been cut off.
func (v view) want() int { return len(v.b) + int(v.lacks) }

// wanting is the view as it is where there would be so many, or more.
func (v view) wanting(n int) view {
	v.lacks = uint32(min(max(n-len(v.b), 0), math.MaxUint32))
	return v
}

// from is the view without its first n octets.
func (v view) from(n int) view {
	if at := len(v.b); n > at {
		v.lacks -= uint32(min(n-at, int(v.lacks)))
		n = at
	}
	v.b = v.b[n:]
	if v.off >= 0 {
		v.off += int32(n)
	}
	return v
}

// first is the view's first n octets, or all of them where it has fewer.
func (v view) first(n int) view {
	n = max(n, 0)
	if n > len(v.b) {
		v.lacks = uint32(min(n-len(v.b), int(v.lacks)))
		return v
	}
	v.b, v.lacks = v.b[:n], 0
	return v
}

// cut tells that octets of the view were not captured.
func (v view) cut() bool { return v.lacks > 0 }

// layer reads one protocol's octets and adds its fields. Once it is asked for
// octets that are not there it is over: it adds no more fields and reads zeros,
// as a dissection that is cut short shows what it had seen until then.
type layer struct {
	d    *Dissector
	v    view
	over bool
}

// has reports whether octets off to off+n can be read, and ends the layer where
// they cannot.
func (l *layer) has(off, n int) bool {
	if l.over || off < 0 || n < 0 || off+n > len(l.v.b) {
		l.lack(off, n)
		return false
	}
	return true
}

func (l *layer) place(off int) int32 {
	if l.v.off < 0 {
		return -1
	}
	return l.v.off + int32(off)
}

// maxFields is how many fields a frame has at most; what a hostile one has more is
// left out.
const maxFields = 1 << 16

// put adds a field, if it is asked for.
func (l *layer) put(id FieldID, off, n int, v Value) {
	if l.d.only.Has(id) {
		l.add(id, off, n, v)
	}
}

func (l *layer) add(id FieldID, off, n int, v Value) {
	if f := l.next(); f != nil {
		l.d.set(f, id, l.place(off), int32(n), &v)
	}
}

// putNumber adds a field whose value is in its num, if it is asked for.
func (l *layer) putNumber(id FieldID, off, n int, typ Type, num uint64) {
	if !l.d.only.Has(id) {
		return
	}
	if f := l.next(); f != nil {
		*f = Field{ID: id, typ: typ, kept: l.d.nth, Offset: l.place(off), Length: int32(n), num: num}
	}
}

// next is room for one field more, or nil.
func (l *layer) next() *Field {
	d := l.d
	at := len(d.fields)
	if at >= maxFields {
		l.over = true
		return nil
	}
	if at == cap(d.fields) {
		d.fields = append(d.fields, Field{})
	}
	d.fields = d.fields[:at+1]
	return &d.fields[at]
}

// widen lets the layer's field, which was added at place at, be n octets long.
func (l *layer) widen(at int, id FieldID, n int) {
	if at < len(l.d.fields) && l.d.fields[at].ID == id {
		l.d.fields[at].Length = int32(n)
	}
}

// number reads n octets, big-endian, and adds no field.
func (l *layer) number(off, n int) uint64 {
	if !l.has(off, n) {
		return 0
	}
	b := l.v.b[off:]
	switch n {
	case 1:
		return uint64(b[0])
	case 2:
		return uint64(binary.BigEndian.Uint16(b))
	case 4:
		return uint64(binary.BigEndian.Uint32(b))
	}
	var u uint64
	for _, c := range b[:n] {
		u = u<<8 | uint64(c)
	}
	return u
}

// uint adds a number of n octets.
func (l *layer) uint(id FieldID, off, n int) uint64 {
	u := l.number(off, n)
	if !l.over {
		l.putNumber(id, off, n, Uint, u)
	}
	return u
}

// part adds the bits of an n-octet number that lie under mask, moved down to bit 0.
func (l *layer) part(id FieldID, off, n int, mask uint64) uint64 {
	u := l.number(off, n) & mask
	for m := mask; m&1 == 0 && m != 0; m >>= 1 {
		u >>= 1
	}
	if !l.over {
		l.putNumber(id, off, n, Uint, u)
	}
	return u
}

// flag adds one bit of an n-octet number.
func (l *layer) flag(id FieldID, off, n int, mask uint64) bool {
	set := l.number(off, n)&mask != 0
	if !l.over {
		l.putNumber(id, off, n, Bool, truth(set))
	}
	return set
}

// computed adds a number that does not stand in the octets as it is.
func (l *layer) computed(id FieldID, off, n int, u uint64) {
	if !l.over {
		l.putNumber(id, off, n, Uint, u)
	}
}

// holds adds a boolean that is true.
func (l *layer) holds(id FieldID) {
	if !l.over {
		l.putNumber(id, 0, 0, Bool, 1)
	}
}

// none adds a field without a value.
func (l *layer) none(id FieldID, off, n int) {
	if l.has(off, n) {
		l.put(id, off, n, NoneValue())
	}
}

// header adds the protocol whose own octets are n, but whose value in filters is
// value: for some, Wireshark counts in what they carry.
func (l *layer) header(id FieldID, off, n int, value []byte) {
	if l.has(off, n) {
		l.put(id, off, n, ProtocolValue(value))
	}
}

// carrier adds a protocol whose own octets are n, and which carries what stands
// behind them up to end: a search in it looks into that too.
func (l *layer) carrier(id FieldID, off, n, end int) {
	if l.has(off, n) {
		l.put(id, off, n, Value{typ: Protocol, raw: l.v.b[off : off+n : max(off+n, min(end, len(l.v.b)))]})
	}
}

// section adds a protocol-typed part of a layer, such as one option.
func (l *layer) section(id FieldID, off, n int) {
	if l.has(off, n) {
		l.put(id, off, n, ProtocolValue(l.v.b[off:off+n]))
	}
}

func (l *layer) bytes(id FieldID, off, n int) {
	if l.has(off, n) {
		l.put(id, off, n, BytesValue(l.v.b[off:off+n]))
	}
}

// text adds octets as they stand as a string.
func (l *layer) text(id FieldID, off, n int) []byte {
	if !l.has(off, n) {
		return nil
	}
	s := l.v.b[off : off+n]
	l.put(id, off, n, StringValue(s))
	return s
}

// padded adds a text that may end with a zero before its room does.
func (l *layer) padded(id FieldID, off, n int) {
	if l.has(off, n) {
		s := l.v.b[off : off+n]
		l.put(id, off, n, StringValue(s[:textLength(s)]))
	}
}

// textLength is how much of its room a text takes that may end with a zero.
func textLength(room []byte) int {
	if n := bytes.IndexByte(room, 0); n >= 0 {
		return n
	}
	return len(room)
}

// written adds a string that was made for the frame.
func (l *layer) written(id FieldID, off, n int, s []byte) {
	if !l.over {
		l.put(id, off, n, StringValue(s))
	}
}

func (l *layer) ipv4(id FieldID, off int) {
	if l.has(off, 4) {
		l.putNumber(id, off, 4, IPv4, IPv4Value(l.v.b[off:]).num)
	}
}

func (l *layer) ipv6(id FieldID, off int) {
	if l.has(off, 16) {
		l.put(id, off, 16, IPv6Value(l.v.b[off:]))
	}
}

func (l *layer) double(id FieldID, off, n int, x float64) {
	if !l.over {
		l.put(id, off, n, DoubleValue(x))
	}
}

func (l *layer) eui64(id FieldID, off int) {
	if l.has(off, 8) {
		l.put(id, off, 8, EUI64Value(l.v.b[off:]))
	}
}

func (l *layer) oid(id FieldID, off, n int) {
	if l.has(off, n) {
		l.put(id, off, n, OIDValue(l.v.b[off:off+n]))
	}
}

func (l *layer) ether(id FieldID, off int) {
	if l.has(off, 6) {
		l.putNumber(id, off, 6, Ether, EtherValue(l.v.b[off:]).num)
	}
}
