package packet

import (
	"bytes"
	"encoding/hex"
	"math"
	"net/netip"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"
)

// Format writes a value as tshark shows it and as a display filter takes it,
// but for the quotes that a filter wants around strings: 0x0800, 192.168.1.1,
// 02:00:00:00:00:01, 0.000619758. A Protocol is its octets, a field without a
// value is empty. The Info tells width and base; nil means decimal.
func (v Value) Format(i *Info) string {
	return string(v.Append(nil, i))
}

// Append is Format, appended to b.
func (v Value) Append(b []byte, i *Info) []byte {
	switch v.typ {
	case Uint:
		if i == nil || !i.Hex {
			return strconv.AppendUint(b, v.num, 10)
		}
		b = append(b, "0x"...)
		bits := i.Bits
		if bits > 32 {
			bits = 64
		}
		for shift := bits - 4; shift >= 0; shift -= 4 {
			b = append(b, "0123456789abcdef"[v.num>>shift&15])
		}
		return b
	case Int:
		return strconv.AppendInt(b, v.Int(), 10)
	case Bool:
		return strconv.AppendUint(b, v.num, 10)
	case IPv4:
		return netip.AddrFrom4([4]byte(v.Octets())).AppendTo(b)
	case IPv6:
		return appendIPv6(b, v.raw)
	case String:
		return append(b, v.raw...)
	case Bytes, Protocol:
		return colons(b, v.raw)
	case Ether:
		return colons(b, v.Octets())
	case EUI64:
		return colons(b, v.Octets())
	case Double:
		return v.AppendDouble(b, 15)
	case OID:
		return appendOID(b, v.raw)
	case GUID:
		for i, part := range [...][]byte{v.raw[:4], v.raw[4:6], v.raw[6:8], v.raw[8:10], v.raw[10:16]} {
			if i > 0 {
				b = append(b, '-')
			}
			b = hex.AppendEncode(b, part)
		}
		return b
	case Duration:
		return appendSeconds(b, v.Int())
	case Time:
		if v.num == 0 && i != nil && i.Null {
			return append(b, "NULL"...)
		}
		return time.Unix(0, v.Int()).UTC().AppendFormat(b, "Jan _2, 2006 15:04:05.000000000 UTC")
	default:
		return b
	}
}

// AppendColumn appends a value to b as tshark -T fields prints it: octets mostly
// without colons, and <MISSING> where there are none; of text, tabs, ends of lines and
// the like escaped, and what is no UTF-8 replaced; 1 for a field without a value. For
// a Protocol, of which tshark prints a line of prose, it is the field's name.
func (v Value) AppendColumn(b []byte, i *Info) []byte {
	switch v.typ {
	case Bytes:
		switch {
		case len(v.raw) == 0:
			return append(b, "<MISSING>"...)
		case i.Colons:
			return colons(b, v.raw)
		}
		return hex.AppendEncode(b, v.raw)
	case None:
		return append(b, '1')
	case Protocol:
		return append(b, i.Name...)
	case String:
		for s := v.raw; len(s) > 0; {
			r, n := utf8.DecodeRune(s)
			s = s[n:]
			if at := strings.IndexRune("\b\f\n\r\t", r); at >= 0 {
				b = append(b, '\\', "bfnrt"[at])
			} else {
				b = utf8.AppendRune(b, r)
			}
		}
		return b
	default:
		return v.Append(b, i)
	}
}

// appendIPv6 writes an address after RFC 5952, but one that embeds an IPv4
// address in the old way (::192.0.2.1) with its dots, as inet_ntop does.
func appendIPv6(b, octets []byte) []byte {
	a := netip.AddrFrom16([16]byte(octets))
	if bytes.Equal(octets[:12], make([]byte, 12)) && octets[12]|octets[13] != 0 {
		b = append(b, "::"...)
		a = netip.AddrFrom4([4]byte(octets[12:]))
	}
	return a.AppendTo(b)
}

// colons writes octets as 01:02:03.
func colons(b, octets []byte) []byte {
	for i, c := range octets {
		if i > 0 {
			b = append(b, ':')
		}
		b = hex.AppendEncode(b, []byte{c})
	}
	return b
}

// appendSeconds writes nanoseconds as seconds with nine decimals.
func appendSeconds(b []byte, n int64) []byte {
	u := uint64(n)
	if n < 0 {
		b = append(b, '-')
		u = -u
	}
	b = strconv.AppendUint(b, u/1e9, 10)
	b = append(b, '.')
	frac := u % 1e9
	for unit := uint64(1e8); unit > 0; unit /= 10 {
		b = append(b, byte('0'+frac/unit%10))
	}
	return b
}

// AppendDouble appends a Double to b with so many digits at the most, as C's
// %.15g and tshark do.
func (v Value) AppendDouble(b []byte, digits int) []byte {
	x := v.Float()
	switch {
	case math.IsNaN(x) && math.Signbit(x):
		return append(b, "-nan"...)
	case math.IsNaN(x):
		return append(b, "nan"...)
	case math.IsInf(x, 1):
		return append(b, "inf"...)
	case math.IsInf(x, -1):
		return append(b, "-inf"...)
	}
	return strconv.AppendFloat(b, x, 'g', digits, 64)
}

// appendOID writes an object identifier in dots: 1.3.6.1.2.1. As in tshark
// it is 0 without a number, and nothing where a number is more than 32 bits.
func appendOID(b, octets []byte) []byte {
	at := len(b)
	var arc uint64
	first := true
	for _, c := range octets {
		arc = arc<<7 | uint64(c&0x7f)
		if arc > math.MaxUint32 {
			return b[:at]
		}
		if c&0x80 != 0 {
			continue
		}
		if first {
			root := min(arc/40, 2)
			b = strconv.AppendUint(b, root, 10)
			arc -= 40 * root
			first = false
		}
		b = append(b, '.')
		b = strconv.AppendUint(b, arc, 10)
		arc = 0
	}
	if first {
		return append(b, '0')
	}
	return b
}
