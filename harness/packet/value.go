package packet

import (
	"encoding/binary"
	"math"
	"net/netip"
	"slices"
	"time"
)

// Type is the type of a field, after Wireshark's FT_ types. It decides
// which operators and literals a filter may use with the field.
type Type uint8

// The types of field.
const (
	Protocol Type = iota // FT_PROTOCOL: present, and its octets
	None                 // FT_NONE: present, no value
	Bool                 // FT_BOOLEAN
	Uint                 // FT_UINT8 ... FT_UINT64, FT_FRAMENUM
	Int                  // FT_INT8 ... FT_INT64
	IPv4                 // FT_IPv4
	IPv6                 // FT_IPv6
	Ether                // FT_ETHER
	String               // FT_STRING, FT_STRINGZ
	Bytes                // FT_BYTES
	Duration             // FT_RELATIVE_TIME
	Time                 // FT_ABSOLUTE_TIME
	Double               // FT_DOUBLE, FT_FLOAT
	EUI64                // FT_EUI64
	OID                  // FT_OID: an ASN.1 object identifier, by its octets in BER
	GUID                 // FT_GUID
)

// Value is the value of one field occurrence. The zero Value is a
// Protocol without octets.
type Value struct {
	typ Type
	num uint64 // Bool, Uint, Int, IPv4, Ether, EUI64; nanoseconds of Duration and of Time since 1970; IEEE 754 bits of Double
	raw []byte // Protocol, IPv6, String, Bytes, OID, GUID; of a Protocol its capacity is what a search looks into
}

// ProtocolValue takes the octets of a protocol.
func ProtocolValue(octets []byte) Value {
	return Value{typ: Protocol, raw: slices.Clip(octets)}
}

// NoneValue is the value of a field that is only there.
func NoneValue() Value { return Value{typ: None} }

// UintValue takes a number without sign.
func UintValue(n uint64) Value { return Value{typ: Uint, num: n} }

// IntValue takes a number with a sign.
func IntValue(n int64) Value { return Value{typ: Int, num: uint64(n)} }

// StringValue takes the octets of a text, UTF-8 or not.
func StringValue(s []byte) Value { return Value{typ: String, raw: s} }

// BytesValue takes octets.
func BytesValue(b []byte) Value { return Value{typ: Bytes, raw: b} }

// DurationValue takes a time between two moments.
func DurationValue(d time.Duration) Value { return Value{typ: Duration, num: uint64(d)} }

// TimeValue takes a moment, between 1678 and 2262.
func TimeValue(t time.Time) Value { return Value{typ: Time, num: uint64(t.UnixNano())} }

// BoolValue takes a truth.
func BoolValue(b bool) Value { return Value{typ: Bool, num: truth(b)} }

// truth is a truth as a number.
func truth(b bool) uint64 {
	if b {
		return 1
	}
	return 0
}

// IPv4Value takes 4 octets.
func IPv4Value(b []byte) Value {
	return Value{typ: IPv4, num: uint64(b[0])<<24 | uint64(b[1])<<16 | uint64(b[2])<<8 | uint64(b[3])}
}

// IPv6Value takes 16 octets.
func IPv6Value(b []byte) Value { return Value{typ: IPv6, raw: b[:16]} }

// EtherValue takes 6 octets.
func EtherValue(b []byte) Value {
	return Value{typ: Ether, num: uint64(b[0])<<40 | uint64(b[1])<<32 | uint64(b[2])<<24 | uint64(b[3])<<16 | uint64(b[4])<<8 | uint64(b[5])}
}

// DoubleValue takes a floating-point number.
func DoubleValue(x float64) Value { return Value{typ: Double, num: math.Float64bits(x)} }

// EUI64Value takes 8 octets.
func EUI64Value(b []byte) Value { return Value{typ: EUI64, num: binary.BigEndian.Uint64(b)} }

// OIDValue takes the octets of an object identifier, in BER without tag and
// length (ITU-T X.690 Section 8.19).
func OIDValue(b []byte) Value { return Value{typ: OID, raw: b} }

// GUIDValue takes 16 octets, in the order of RFC 9562.
func GUIDValue(b []byte) Value { return Value{typ: GUID, raw: b[:16]} }

// Type returns the value's type.
func (v Value) Type() Type { return v.typ }

// Uint returns the number of a Uint, Bool (0 or 1), IPv4 (big-endian),
// Ether (48 bits, big-endian) or EUI64 (64 bits, big-endian) value.
func (v Value) Uint() uint64 { return v.num }

// Int returns the number of an Int value, and the nanoseconds of a
// Duration or Time.
func (v Value) Int() int64 { return int64(v.num) }

// Bool returns the truth of a Bool value.
func (v Value) Bool() bool { return v.num != 0 }

// Float returns the number of a Double value.
func (v Value) Float() float64 { return math.Float64frombits(v.num) }

// Octets returns the octets of a Protocol, IPv6, String, Bytes, OID or GUID
// value, and those of an IPv4, Ether or EUI64 address.
func (v Value) Octets() []byte {
	switch v.typ {
	case IPv4:
		return []byte{byte(v.num >> 24), byte(v.num >> 16), byte(v.num >> 8), byte(v.num)}
	case Ether:
		return []byte{byte(v.num >> 40), byte(v.num >> 32), byte(v.num >> 24), byte(v.num >> 16), byte(v.num >> 8), byte(v.num)}
	case EUI64:
		return binary.BigEndian.AppendUint64(nil, v.num)
	default:
		return v.raw
	}
}

// Reach returns what contains and matches look into: the octets of the value,
// and of a Protocol also what it carries.
func (v Value) Reach() []byte {
	if v.typ == Protocol {
		return v.raw[:cap(v.raw)]
	}
	return v.Octets()
}

// Addr returns the address of an IPv4 or IPv6 value.
func (v Value) Addr() netip.Addr {
	a, _ := netip.AddrFromSlice(v.Octets())
	return a
}
