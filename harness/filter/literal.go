package filter

import (
	"bytes"
	"cmp"
	"encoding/hex"
	"fmt"
	"net/netip"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/netrig/netrig/harness/packet"
)

// typ is the static type of an operand.
type typ struct {
	t    packet.Type
	bits int          // width of a Uint or Int
	info *packet.Info // whose named values literals may be; nil where there are none
}

func typeOf(info *packet.Info) typ { return typ{t: info.Type, bits: info.Bits, info: info} }

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
	}
	return "a value"
}

// isNumber reports whether arithmetic is done on the type's values.
func (t typ) isNumber() bool { return t.t == packet.Uint || t.t == packet.Int }

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
	if negative && !t.isNumber() && t.t != packet.Duration {
		return constant{}, &complaint{message: t.String() + " has no sign"}
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
	default:
		return constant{}, &complaint{message: t.String() + " cannot be compared"}
	}
}

// quoted converts a literal in double quotes to a value of type t.
func (t typ) quoted(text string) (constant, *complaint) {
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
		if t.info == nil || t.info.Names == nil {
			return constant{}, &complaint{fmt.Sprintf("%s cannot be compared with the string %q", t, text), "write the value without quotes"}
		}
		return constant{}, t.unnamed(text)
	default:
		return constant{}, &complaint{fmt.Sprintf("%s cannot be compared with the string %q", t, text), "write the value without quotes"}
	}
}

// character converts a character constant to a value of type t.
func (t typ) character(c byte) (constant, *complaint) {
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

// number reads a decimal, hexadecimal (0x), octal (0) or binary (0b) number.
func number(text string) (n uint64, ok, overflow bool) {
	base, digits := 10, text
	switch {
	case strings.HasPrefix(text, "0x") || strings.HasPrefix(text, "0X"):
		base, digits = 16, text[2:]
	case strings.HasPrefix(text, "0b") || strings.HasPrefix(text, "0B"):
		base, digits = 2, text[2:]
	case len(text) > 1 && text[0] == '0':
		base, digits = 8, text[1:]
	}
	if digits == "" || !isHex(digits[0]) {
		return 0, false, false
	}
	n, err := strconv.ParseUint(digits, base, 64)
	if err != nil {
		overflow = strings.Contains(err.Error(), strconv.ErrRange.Error())
		return 0, false, overflow
	}
	return n, true, false
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
		return constant{}, &complaint{message: fmt.Sprintf("%q is not a number", text)}
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
	if t.info != nil && t.info.Names != nil {
		return t.info.Names
	}
	return nil
}

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

// octets reads a byte sequence: 0a:0b, 0a-0b, 0a.0b, 0a0b, 0a0b.0c0d or
// 0x0a. Single digits may stand between hyphens or dots.
func octets(text string) ([]byte, *complaint) {
	bad := &complaint{fmt.Sprintf("%q is not a byte sequence", text), "write octets, as in 0a:0b, or a string in double quotes"}
	if len(text) == 4 && (text[:2] == "0x" || text[:2] == "0X") {
		text = text[2:]
	}
	var b []byte
	for i := 0; i < len(text); {
		start := i
		for i < len(text) && isHex(text[i]) {
			i++
		}
		digits := text[start:i]
		if len(digits) == 1 {
			digits = "0" + digits
		}
		part, err := hex.DecodeString(digits)
		if err != nil || len(part) == 0 {
			return nil, bad
		}
		b = append(b, part...)
		if i < len(text) {
			if text[i] != ':' && text[i] != '-' && text[i] != '.' || i+1 == len(text) {
				return nil, bad
			}
			i++
		}
	}
	return b, nil
}

// span64 reads seconds with up to nine decimals.
func span64(text string) (time.Duration, bool) {
	whole, decimals, dotted := strings.Cut(text, ".")
	if whole == "" || len(whole) > 10 || len(decimals) > 9 || dotted && decimals == "" {
		return 0, false
	}
	for _, c := range []byte(whole + decimals) {
		if !isDigit(c) {
			return 0, false
		}
	}
	s, _ := strconv.ParseInt(whole, 10, 64)
	ns, _ := strconv.ParseInt(decimals+strings.Repeat("0", 9-len(decimals)), 10, 64)
	if s > 9_000_000_000 {
		return 0, false
	}
	return time.Duration(s)*time.Second + time.Duration(ns), true
}

// instant reads a point in time. It must tell its zone: what it selects may
// not depend on the machine.
func instant(text string) (time.Time, bool) {
	text = strings.TrimSpace(text)
	for _, layout := range [...]string{
		"2006-01-02T15:04:05Z07:00", "2006-01-02 15:04:05Z07:00",
		"2006-01-02T15:04:05Z0700", "2006-01-02 15:04:05Z0700",
		"2006-01-02T15:04Z07:00", "2006-01-02 15:04Z07:00",
		"2006-01-02 15:04:05 UTC", "2006-01-02T15:04:05 UTC",
		"Jan _2, 2006 15:04:05 UTC",
	} {
		if t, err := time.Parse(layout, text); err == nil && t.Year() > 1970 && t.Year() < 2200 {
			return t, true
		}
	}
	return time.Time{}, false
}

// order compares two values of one type: -1, 0 or 1. Byte sequences are
// compared by length first, strings by their octets, as Wireshark does.
func order(a, b packet.Value) int {
	switch a.Type() {
	case packet.Int, packet.Duration, packet.Time:
		return cmp.Compare(a.Int(), b.Int())
	case packet.String, packet.IPv6:
		return bytes.Compare(a.Octets(), b.Octets())
	case packet.Bytes, packet.Protocol:
		x, y := a.Octets(), b.Octets()
		if len(x) != len(y) {
			return cmp.Compare(len(x), len(y))
		}
		return bytes.Compare(x, y)
	default:
		return cmp.Compare(a.Uint(), b.Uint())
	}
}
