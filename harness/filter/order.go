package filter

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"math"

	"github.com/netrig/netrig/harness/packet"
)

// What a comparison may find, as bits of what a test accepts.
const (
	less uint8 = 1 << iota
	equal
	greater
	apart // neither; but not equal

	unequal = less | greater | apart
)

// outcome tells how two values compare; addresses by their first bits alone
// where prefix is not -1. What is no number (NaN) compares with nothing, and an
// unsigned number has no place among negative ones: that is as Wireshark's.
func outcome(a, b packet.Value, prefix int) uint8 {
	switch a.Type() {
	case packet.Double:
		if math.IsNaN(a.Float()) || math.IsNaN(b.Float()) {
			return 0
		}
	case packet.Uint, packet.EUI64:
		if b.Type() == packet.Int && b.Int() < 0 {
			return apart
		}
	default:
	}
	switch c := orderUnder(a, b, prefix); {
	case c < 0:
		return less
	case c > 0:
		return greater
	}
	return equal
}

// orderUnder compares two values; addresses by their first bits alone where
// prefix is not -1.
func orderUnder(a, b packet.Value, prefix int) int {
	switch {
	case prefix < 0:
		return order(a, b)
	case a.Type() == packet.IPv4:
		mask := ^uint64(0) << (32 - prefix)
		return order(packet.UintValue(a.Uint()&mask), packet.UintValue(b.Uint()&mask))
	}
	x, y := a.Octets(), b.Octets()
	for i := 0; prefix > 0 && i < len(x) && i < len(y); i, prefix = i+1, prefix-8 {
		mask := byte(0xff)
		if prefix < 8 {
			mask <<= 8 - prefix
		}
		if c := int(x[i]&mask) - int(y[i]&mask); c != 0 {
			return c
		}
	}
	return 0
}

// order compares two values of one type: -1, 0 or 1. Byte sequences are
// compared by length first, strings by their octets, as Wireshark does.
func order(a, b packet.Value) int {
	switch a.Type() {
	case packet.Int, packet.Duration, packet.Time:
		return cmp.Compare(a.Int(), b.Int())
	case packet.Double:
		return cmp.Compare(a.Float(), b.Float())
	case packet.String, packet.IPv6:
		return bytes.Compare(a.Octets(), b.Octets())
	case packet.GUID:
		x, y := inMemory(a.Octets()), inMemory(b.Octets())
		return bytes.Compare(x[:], y[:])
	case packet.Bytes, packet.Protocol, packet.OID:
		x, y := a.Octets(), b.Octets()
		if len(x) != len(y) {
			return cmp.Compare(len(x), len(y))
		}
		return bytes.Compare(x, y)
	default:
		return cmp.Compare(a.Uint(), b.Uint())
	}
}

// rank is order, but tells a negative number from an unsigned one.
func rank(a, b packet.Value) int {
	switch {
	case a.Type() == b.Type():
	case a.Type() == packet.Int && a.Int() < 0:
		return -1
	case b.Type() == packet.Int && b.Int() < 0:
		return 1
	default:
		return cmp.Compare(a.Uint(), b.Uint())
	}
	return order(a, b)
}

// inMemory returns the octets of a GUID as Wireshark keeps and orders them:
// each of its first three numbers with its least octet first.
func inMemory(guid []byte) (b [16]byte) {
	copy(b[8:], guid[8:])
	binary.LittleEndian.PutUint32(b[:], binary.BigEndian.Uint32(guid))
	binary.LittleEndian.PutUint16(b[4:], binary.BigEndian.Uint16(guid[4:]))
	binary.LittleEndian.PutUint16(b[6:], binary.BigEndian.Uint16(guid[6:]))
	return b
}
