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
// Dissector found in it. Data and all values of fields may share memory;
// nobody changes them after capture.
type Frame struct {
	Number    int       // 1-based place in its capture file; 0 while the capture is running
	Point     string    // the capture point, node:interface
	Time      time.Time // the kernel's timestamp
	Direction Direction
	Length    int    // octets on the wire
	Data      []byte // octets captured, from the Ethernet header on

	fields []Field // in the order of dissection, as Wireshark's tree shows them
}

// Field is one occurrence of a catalogue field in a frame.
type Field struct {
	ID     FieldID
	Offset int32 // of its octets in the frame; -1 where it lies in reassembled data or was computed
	Length int32 // in octets
	Value  Value
}

// Fields returns what the dissector found, in the order of dissection. A
// field that stands in the frame twice, as ip.addr does, is there twice.
func (f *Frame) Fields() []Field { return f.fields }

// Values yields the values of one field, in the order of dissection.
func (f *Frame) Values(id FieldID) iter.Seq[Value] {
	return func(yield func(Value) bool) {
		for i := range f.fields {
			if f.fields[i].ID == id && !yield(f.fields[i].Value) {
				return
			}
		}
	}
}

// Value returns the first value of a field.
func (f *Frame) Value(id FieldID) (Value, bool) {
	for i := range f.fields {
		if f.fields[i].ID == id {
			return f.fields[i].Value, true
		}
	}
	return Value{}, false
}

// Has reports whether the field stands in the frame.
func (f *Frame) Has(id FieldID) bool {
	_, ok := f.Value(id)
	return ok
}
