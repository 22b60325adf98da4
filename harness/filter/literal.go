package filter

import (
	"fmt"
	"net/netip"
	"slices"
	"strconv"
	"strings"

	"github.com/netrig/netrig/harness/packet"
)

// typ is the static type of an operand.
type typ struct {
	t    packet.Type
	bits int          // width of a Uint or Int
	info *packet.Info // whose named values literals may be; nil where there are none
	like packet.Type  // of byte sequences whose literals are written as those of this type
}

func typeOf(info *packet.Info) typ {
	t := typ{t: info.Type, bits: info.Bits, info: info}
	switch {
	case strings.HasPrefix(info.Name, "icmpv6.opt.") && strings.HasSuffix(info.Name, "linkaddr"): // which is in Wireshark twice
		t.like = packet.Ether
	case t.t == packet.EUI64:
		t.bits = 64
	case info.Octets:
		t.t = packet.Bytes
	}
	return t
}

// String names the type for people.
func (t typ) String() string {
	switch t.t {
	case packet.Protocol:
		return "a protocol"
	case packet.None:
		return "a label without a value"
	case packet.Bool:
		return "a boolean"
	case packet.Uint:
		return fmt.Sprintf("an unsigned integer of %d bits", t.bits)
	case packet.Int:
		return fmt.Sprintf("a signed integer of %d bits", t.bits)
	case packet.IPv4:
		return "an IPv4 address"
	case packet.IPv6:
		return "an IPv6 address"
	case packet.Ether:
		return "an Ethernet address"
	case packet.String:
		return "a string"
	case packet.Bytes:
		return "a byte sequence"
	case packet.Duration:
		return "a time span"
	case packet.Time:
		return "a point in time"
	case packet.Double:
		return "a floating-point number"
	case packet.EUI64:
		return "an EUI-64 address"
	case packet.OID:
		return "an object identifier"
	case packet.GUID:
		return "a GUID"
	}
	return "a value"
}

// isNumber reports whether the type's values are whole numbers. Those of an
// EUI-64 address are, as in Wireshark.
func (t typ) isNumber() bool { return t.isUnsigned() || t.t == packet.Int }

func (t typ) isUnsigned() bool { return t.t == packet.Uint || t.t == packet.EUI64 }

// isSigned reports whether a value of the type may have a minus sign in
// front of it.
func (t typ) isSigned() bool {
	return t.isNumber() || t.t == packet.Duration || t.t == packet.Double
}

// isOctets reports whether the type's values are sequences of octets as
// they stand.
func (t typ) isOctets() bool { return t.t == packet.Bytes || t.t == packet.Protocol }

// constant is a literal's value. A prefix, as in 10.0.0.0/8, stands for
// all the addresses below it.
type constant struct {
	v      packet.Value
	prefix int // in bits; -1 where the literal has none
}

func plain(v packet.Value) constant { return constant{v: v, prefix: -1} }

// complaint is what is wrong with a literal: message and cure.
type complaint struct{ message, cure string }

// word converts an unquoted literal to a value of type t. A sign has been
// cut off; negative tells of it. named allows named values.
func (t typ) word(text string, negative, named bool) (constant, *complaint) {
	if negative && !t.isSigned() {
		return constant{}, &complaint{message: t.String() + " has no sign"}
	}
	if t.like != 0 {
		k, bad := typ{t: t.like}.word(text, negative, named)
		if bad == nil {
			k.v = packet.BytesValue(new(scratch).bytes(k.v))
		}
		return k, bad
	}
	switch t.t {
	case packet.Uint, packet.Int:
		return t.integer(text, negative, named)
	case packet.Bool:
		return t.boolean(text)
	case packet.IPv4, packet.IPv6:
		return t.address(text)
	case packet.Ether:
		b, bad := octets(text)
		if bad != nil || len(b) != 6 || strings.HasPrefix(text, "0x") || strings.HasPrefix(text, "0X") {
			return constant{}, &complaint{fmt.Sprintf("%q is not an Ethernet address", text), "write six octets, as in 02:00:00:00:00:01"}
		}
		return plain(packet.EtherValue(b)), nil
	case packet.String:
		return plain(packet.StringValue([]byte(text))), nil
	case packet.Bytes, packet.Protocol:
		b, bad := octets(text)
		if bad != nil {
			return constant{}, bad
		}
		return plain(packet.BytesValue(b)), nil
	case packet.Duration:
		d, ok := span64(text)
		if !ok {
			return constant{}, &complaint{fmt.Sprintf("%q is not a time span", text), "write seconds, as in 0.25"}
		}
		if negative {
			d = -d
		}
		return plain(packet.DurationValue(d)), nil
	case packet.Time:
		return t.quoted(text)
	case packet.Double:
		return float(text, negative)
	case packet.EUI64:
		if b, bad := octets(text); bad == nil && len(b) == 8 && strings.ContainsAny(text, ":-.") {
			return plain(packet.EUI64Value(b)), nil
		}
		k, bad := t.integer(text, negative, false)
		if bad != nil {
			bad = &complaint{fmt.Sprintf("%q is not an EUI-64 address", text), "write eight octets, as in 02:00:00:ff:fe:00:00:01"}
		}
		return k, bad
	case packet.OID:
		b, bad := identifier(text)
		return plain(packet.OIDValue(b)), bad
	case packet.GUID:
		b, ok := guid(text)
		if !ok {
			return constant{}, &complaint{fmt.Sprintf("%q is not a GUID", text), "write it as in 01234567-89ab-cdef-0123-456789abcdef"}
		}
		return plain(packet.GUIDValue(b)), nil
	default:
		return constant{}, &complaint{message: t.String() + " cannot be compared"}
	}
}

// quoted converts a literal in double quotes to a value of type t.
func (t typ) quoted(text string) (constant, *complaint) {
	if t.like != 0 {
		return typ{t: t.like}.quoted(text)
	}
	switch t.t {
	case packet.String:
		return plain(packet.StringValue([]byte(text))), nil
	case packet.Bytes, packet.Protocol:
		return plain(packet.BytesValue([]byte(text))), nil
	case packet.Time:
		at, ok := instant(text)
		if !ok {
			return constant{}, &complaint{fmt.Sprintf("%q is not a point in time with its zone", text), `write "2006-01-02T15:04:05.5Z"`}
		}
		return plain(packet.TimeValue(at)), nil
	case packet.Bool, packet.Uint, packet.Int:
		if n, ok := t.named(text); ok {
			return plain(n), nil
		}
		if t.names() == nil {
			return constant{}, &complaint{fmt.Sprintf("%s cannot be compared with the string %q", t, text), "write the value without quotes"}
		}
		return constant{}, t.unnamed(text)
	default:
		return constant{}, &complaint{fmt.Sprintf("%s cannot be compared with the string %q", t, text), "write the value without quotes"}
	}
}

// character converts a character constant to a value of type t.
func (t typ) character(c byte) (constant, *complaint) {
	if t.like != 0 {
		return typ{t: t.like}.character(c)
	}
	switch t.t {
	case packet.Uint:
		return plain(packet.UintValue(uint64(c))), nil
	case packet.Int:
		return plain(packet.IntValue(int64(c))), nil
	case packet.Bool:
		return plain(packet.BoolValue(c != 0)), nil
	case packet.String:
		return plain(packet.StringValue([]byte{c})), nil
	case packet.Bytes, packet.Protocol:
		return plain(packet.BytesValue([]byte{c})), nil
	default:
		return constant{}, &complaint{message: t.String() + " cannot be compared with a character"}
	}
}

func (t typ) integer(text string, negative, named bool) (constant, *complaint) {
	n, ok, overflow := number(text)
	most := ^uint64(0) >> (64 - min(64, max(8, t.bits)))
	if t.t == packet.Int {
		most >>= 1
	}
	tooBig := overflow || n > most
	if t.t == packet.Int && negative && n == most+1 {
		tooBig = false
	}
	switch {
	case ok && !tooBig && negative:
		return plain(packet.IntValue(-int64(n))), nil
	case ok && !tooBig && t.t == packet.Int:
		return plain(packet.IntValue(int64(n))), nil
	case ok && !tooBig:
		return plain(packet.UintValue(n)), nil
	case ok || overflow:
		return constant{}, &complaint{fmt.Sprintf("%s is too big for %s", text, t), fmt.Sprintf("at most %d", most)}
	case t.info == nil || t.info.Names == nil || !named || negative:
		bad := &complaint{fmt.Sprintf("%q is not a number", text), "write one, as in 80 or 0x50"}
		if from, to, ok := strings.Cut(text, "-"); ok && from != "" && to != "" {
			bad.cure = "write 80..443 for a range, and a blank in front of a minus"
		}
		return constant{}, bad
	}
	if v, ok := t.named(text); ok {
		return plain(v), nil
	}
	return constant{}, t.unnamed(text)
}

func (t typ) boolean(text string) (constant, *complaint) {
	if v, ok := t.named(text); ok {
		return plain(v), nil
	}
	switch text {
	case "True", "TRUE":
		return plain(packet.BoolValue(true)), nil
	case "False", "FALSE":
		return plain(packet.BoolValue(false)), nil
	}
	if n, ok, _ := number(text); ok {
		return plain(packet.BoolValue(n != 0)), nil
	}
	bad := t.unnamed(text)
	if bad.cure == "" {
		bad.cure = "write 1 or 0"
	}
	return constant{}, bad
}

// names returns the named values of the type.
func (t typ) names() map[uint64]string {
	switch {
	case t.info == nil:
		return nil
	case t.t == packet.Bool && t.info.Names == nil:
		return truths
	default:
		return t.info.Names
	}
}

// truths are what booleans are called that have no names of their own.
var truths = map[uint64]string{1: "True", 0: "False"}

// named finds a named value. Case does not count, as in Wireshark. Where
// two values share a name, the smaller is taken.
func (t typ) named(text string) (packet.Value, bool) {
	names := t.names()
	found, ok := uint64(0), false
	for n, name := range names {
		if strings.EqualFold(name, text) && (!ok || n < found) {
			found, ok = n, true
		}
	}
	switch {
	case !ok:
		return packet.Value{}, false
	case t.t == packet.Bool:
		return packet.BoolValue(found != 0), true
	case t.t == packet.Int:
		return packet.IntValue(int64(found)), true
	}
	return packet.UintValue(found), true
}

// unnamed explains that a field has no such named value.
func (t typ) unnamed(text string) *complaint {
	named := t.names()
	names := make([]string, 0, len(named))
	for n, name := range named {
		if strings.HasPrefix(strings.ToLower(name), strings.ToLower(text)) {
			return &complaint{fmt.Sprintf("%q is no value of %s", text, t.of()), fmt.Sprintf("write %q or %d", name, n)}
		}
		names = append(names, name)
	}
	slices.Sort(names)
	c := &complaint{message: fmt.Sprintf("%q is no value of %s", text, t.of())}
	if near := nearest(text, names); len(near) > 0 {
		c.cure = "nearest: " + strings.Join(near, ", ")
	} else if len(names) > 0 && len(names) <= 4 {
		c.cure = "its values are " + strings.Join(names, ", ")
	} else if len(names) > 0 {
		c.cure = fmt.Sprintf("write a number, or a name such as %q", names[0])
	}
	return c
}

func (t typ) of() string {
	if t.info != nil {
		return t.info.Name
	}
	return t.String()
}

func (t typ) address(text string) (constant, *complaint) {
	host, bits, isPrefix := strings.Cut(text, "/")
	a, err := netip.ParseAddr(host)
	is4 := t.t == packet.IPv4
	if err != nil || a.Is4() != is4 || a.Zone() != "" {
		return constant{}, &complaint{fmt.Sprintf("%q is not %s", text, t), "names of hosts are not looked up"}
	}
	c := constant{prefix: -1}
	if isPrefix {
		n, err := strconv.ParseUint(bits, 10, 16)
		if err != nil || int(n) > a.BitLen() || bits != strconv.Itoa(int(n)) {
			return constant{}, &complaint{message: fmt.Sprintf("the prefix of %q is not of 0 to %d bits", text, a.BitLen())}
		}
		c.prefix = int(n)
	}
	if is4 {
		b := a.As4()
		c.v = packet.IPv4Value(b[:])
	} else {
		b := a.As16()
		c.v = packet.IPv6Value(b[:])
	}
	return c, nil
}
