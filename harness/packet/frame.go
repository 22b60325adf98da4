package packet

import (
	"iter"
	"time"
)

// Direction tells which way a frame crossed its capture point.
type Direction uint8

// The directions of a frame, seen from the node that owns the interface.
const (
	Unknown Direction = iota
	In
	Out
)

// Frame is one frame as captured at one point, together with what a
// Dissector found in it. Values of fields share memory with Data;
// nobody changes it, nor puts another in its place, after dissection.
type Frame struct {
	Number    int       // 1-based place in its capture file, or among the frames of a running capture; 0 where neither is known
	Point     string    // the capture point, node:interface
	Time      time.Time // the kernel's timestamp
	Direction Direction
	doubt     doubt
	Length    int    // octets on the wire
	Data      []byte // octets captured, from the Ethernet header on

	origin *origin // what the capture file says of the Point; nil where the frame comes from none
	notes  *notes  // what it says of the frame beside the above; nil where that is nothing

	fields []Field  // in the order of dissection, as Wireshark's tree shows them
	octets [][]byte // of fields whose octets do not stand in Data
}

// Field is one occurrence of a catalogue field in a frame. Its value is the
// frame's to tell: see Frame.At.
type Field struct {
	ID     FieldID
	typ    Type
	kept   kept  // and, from layerShift on, how many layers of the protocol that was dissected came before its own
	Offset int32 // of its octets in the frame; -1 where it lies in reassembled data or was computed
	Length int32 // in octets
	reach  int32 // octets of a Protocol's Value.Reach, where it is kept in Data
	num    uint64
}

// kept tells what a field's num is.
type kept uint8

const (
	inNumber kept = iota // the value itself
	inData               // the place of its octets in the frame's Data, and how many they are
	inOctets             // the place of its octets in the frame's octets

	keptWhere  = 1<<layerShift - 1
	layerShift = 2
	maxLayers  = 1 << (8 - layerShift) // that are told apart
)

// Uint returns what Value.Uint does of the field's value, where that is no octets.
func (f *Field) Uint() uint64 { return f.num }

// Fields returns what the dissector found, in the order of dissection. A
// field that stands in the frame twice, as ip.addr does, is there twice.
func (f *Frame) Fields() []Field { return f.fields }

// Find returns the place in Fields, at or behind from, at which a field stands next,
// or -1. The first place is 0.
func (f *Frame) Find(id FieldID, from int) int {
	i := from
	for ; len(f.fields)-i >= 4; i += 4 { // filters spend their time here
		next := (*[4]Field)(f.fields[i:])
		switch id {
		case next[0].ID:
			return i
		case next[1].ID:
			return i + 1
		case next[2].ID:
			return i + 2
		case next[3].ID:
			return i + 3
		default:
		}
	}
	for ; i < len(f.fields); i++ {
		if f.fields[i].ID == id {
			return i
		}
	}
	return -1
}

// At returns the value of the field at place i of Fields.
func (f *Frame) At(i int) Value {
	field := &f.fields[i]
	switch field.kept & keptWhere {
	case inData:
		b := f.Data[field.num>>32:]
		n := int(uint32(field.num))
		return Value{typ: field.typ, raw: b[:n:max(n, int(field.reach))]}
	case inOctets:
		return Value{typ: field.typ, raw: f.octets[field.num]}
	default:
		return Value{typ: field.typ, num: field.num}
	}
}

// Layer tells in the how manieth layer of its kind, from 1 on, the field at place i of
// Fields was found: as in Wireshark, of the protocol that was begun last. It is known
// where frame.protocols was asked for.
func (f *Frame) Layer(i int) int { return int(f.fields[i].kept>>layerShift) + 1 }

// Values yields the values of one field, in the order of dissection.
func (f *Frame) Values(id FieldID) iter.Seq[Value] {
	return func(yield func(Value) bool) {
		for i := f.Find(id, 0); i >= 0; i = f.Find(id, i+1) {
			if !yield(f.At(i)) {
				return
			}
		}
	}
}

// Value returns the first value of a field.
func (f *Frame) Value(id FieldID) (Value, bool) {
	if i := f.Find(id, 0); i >= 0 {
		return f.At(i), true
	}
	return Value{}, false
}

// Has reports whether the field stands in the frame.
func (f *Frame) Has(id FieldID) bool {
	return f.Find(id, 0) >= 0
}
