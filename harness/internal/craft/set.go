package craft

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"math/bits"

	"github.com/netrig/netrig/harness/packet"
)

// Set returns a copy of a frame in which one occurrence of a field, counted from 1,
// has another value. The frame keeps its length; nothing else changes, checksums
// included: see Mend.
//
// Which octets and bits make up the field is found by dissecting the frame with one
// bit after another flipped, so whatever can be read as it stands can be written. A
// field that is computed, as relative sequence numbers are, cannot.
func Set(frame []byte, field *packet.Info, occurrence int, value packet.Value) ([]byte, error) {
	changed, _, err := set(frame, field, occurrence, value)
	return changed, err
}

// set is Set, and tells where the field is.
func set(frame []byte, field *packet.Info, occurrence int, value packet.Value) ([]byte, packet.Field, error) {
	r := newReader(field, occurrence)
	old, place, ok := r.read(frame)
	if !ok {
		return nil, place, fmt.Errorf("the frame has no %s to set", named(field, occurrence))
	}
	if place.Offset < 0 || place.Length <= 0 || int(place.Offset+place.Length) > len(frame) {
		return nil, place, fmt.Errorf("%s does not stand in the frame: it is computed", field.Name)
	}
	changed := bytes.Clone(frame)
	octets := changed[place.Offset : place.Offset+place.Length]
	switch field.Type {
	case packet.IPv4, packet.IPv6, packet.Ether, packet.EUI64, packet.Bytes, packet.String, packet.OID, packet.GUID:
		raw := value.Octets()
		if len(raw) != len(octets) {
			return nil, place, fmt.Errorf("%s has %d octets in this frame, the value has %d", field.Name, len(octets), len(raw))
		}
		copy(octets, raw)
		return changed, place, nil
	case packet.Uint, packet.Int, packet.Bool:
	default:
		return nil, place, fmt.Errorf("%s is of a kind that cannot be set", field.Name)
	}
	if len(octets) > 8 {
		return nil, place, fmt.Errorf("%s does not stand in the frame: it is computed", field.Name)
	}
	want, reach := value.Uint(), uint64(0)
	flips := make([]byte, len(octets))
	for i := range 8 * len(octets) {
		bit := byte(0x80) >> (i % 8)
		octets[i/8] ^= bit
		now, _, ok := r.read(changed)
		octets[i/8] ^= bit
		moved := old.Uint() ^ now.Uint()
		if !ok || moved == 0 {
			continue
		}
		if bits.OnesCount64(moved) != 1 || reach&moved != 0 {
			return nil, place, fmt.Errorf("%s does not stand in the frame as it is: it is computed", field.Name)
		}
		reach |= moved
		if (old.Uint()^want)&moved != 0 {
			flips[i/8] |= bit
		}
	}
	if missing := (old.Uint() ^ want) &^ reach; missing != 0 {
		if whole(octets, old.Uint(), want) {
			if now, _, ok := r.read(changed); ok && now.Uint() == want {
				return changed, place, nil
			}
		}
		return nil, place, fmt.Errorf("%s cannot be %s: its bits in the frame are %#x", field.Name, value.Format(field), reach)
	}
	for i := range octets {
		octets[i] ^= flips[i]
	}
	return changed, place, nil
}

// whole writes a number over octets that hold no more than another one, and reports
// whether they do: of an Ethernet type a single bit cannot be flipped where the rest
// would be a length.
func whole(octets []byte, old, want uint64) bool {
	var number [8]byte
	binary.BigEndian.PutUint64(number[:], old)
	if !bytes.Equal(octets, number[8-len(octets):]) {
		return false
	}
	binary.BigEndian.PutUint64(number[:], want)
	copy(octets, number[8-len(octets):])
	return true
}

func named(field *packet.Info, occurrence int) string {
	if occurrence > 1 {
		return fmt.Sprintf("%s#%d", field.Name, occurrence)
	}
	return field.Name
}

// reader reads one field of a frame by itself.
type reader struct {
	field      packet.FieldID
	occurrence int
	only       *packet.FieldSet
}

func newReader(field *packet.Info, occurrence int) reader {
	return reader{field: field.ID, occurrence: occurrence, only: packet.NewFieldSet(field.ID)}
}

func (r reader) read(data []byte) (packet.Value, packet.Field, bool) {
	f := packet.Frame{Number: 1, Length: len(data), Data: data}
	packet.NewDissector(packet.Options{Only: r.only, NoReassembly: true}).Dissect(&f)
	at := -1
	for range r.occurrence {
		if at = f.Find(r.field, at+1); at < 0 {
			return packet.Value{}, packet.Field{}, false
		}
	}
	return f.At(at), f.Fields()[at], true
}
