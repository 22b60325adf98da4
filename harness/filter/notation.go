package filter

import (
	"encoding/hex"
	"fmt"
	"math"
	"strconv"
	"strings"
	"time"

	"github.com/netrig/netrig/harness/packet"
)

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
	if s > math.MaxInt32 { // Wireshark reads others as what is left of them in 32 bits
		return 0, false
	}
	return time.Duration(s)*time.Second + time.Duration(ns), true
}

// instant reads a point in time. It must tell its zone: what it selects may
// not depend on the machine.
func instant(text string) (time.Time, bool) {
	for _, layout := range [...]string{
		"2006-01-02T15:04:05Z07:00", "2006-01-02 15:04:05Z07:00",
		"2006-01-02T15:04:05Z0700", "2006-01-02 15:04:05Z0700",
		"2006-01-02T15:04Z07:00", "2006-01-02 15:04Z07:00",
		"2006-01-02 15:04:05 UTC",
		"Jan _2, 2006 15:04:05 UTC",
	} {
		if t, err := time.Parse(layout, text); err == nil && t.Year() >= 1970 && t.Year() < 2200 {
			return t, true
		}
	}
	return time.Time{}, false
}

// float reads a floating-point number as C does: 1.5, 1.5e-3, 0x1.8p1, inf.
func float(text string, negative bool) (constant, *complaint) {
	bad := &complaint{fmt.Sprintf("%q is not a floating-point number", text), "write decimals, as in 1.5 or 15e-1"}
	digits := text
	if len(text) > 1 && text[0] == '0' && text[1]|0x20 == 'x' && !strings.ContainsAny(text, "pP") {
		digits += "p0"
	}
	x, err := strconv.ParseFloat(digits, 64)
	switch {
	case strings.Contains(text, "_") || err != nil && !math.IsInf(x, 0):
		return constant{}, bad
	case math.IsNaN(x):
		return constant{}, &complaint{text + " equals nothing, not even itself", ""}
	case err != nil:
		return constant{}, &complaint{text + " is too big for a floating-point number", ""}
	case math.Abs(x) < 0x1p-1022 && strings.ContainsAny(mantissa(text), "123456789abcdfABCDF"):
		return constant{}, &complaint{text + " is too small for a floating-point number", "write 0"}
	case negative:
		x = -x
	}
	return plain(packet.DoubleValue(x)), nil
}

// mantissa cuts off the exponent of a number, and the 0x in front.
func mantissa(text string) string {
	if len(text) > 1 && text[1]|0x20 == 'x' {
		text, _, _ = strings.Cut(strings.ToLower(text[2:]), "p")
		return strings.ReplaceAll(text, "e", "1")
	}
	text, _, _ = strings.Cut(strings.ToLower(text), "e")
	return text
}

// identifier reads an object identifier in dots, 1.3.6.1, and encodes it as
// ITU-T X.690 Section 8.19 has it. Its first number is 0 to 2, and the second
// below 40 behind 0 and 1.
func identifier(text string) ([]byte, *complaint) {
	bad := &complaint{fmt.Sprintf("%q is not an object identifier", text), "write numbers with dots between them, as in 1.3.6.1.2.1.1.1.0"}
	var b []byte
	root, place := uint64(0), 0
	for part := range strings.SplitSeq(text, ".") {
		n, err := strconv.ParseUint(part, 10, 32)
		switch {
		case err != nil && strings.Contains(err.Error(), strconv.ErrRange.Error()):
			return nil, &complaint{fmt.Sprintf("%s in %q is more than 32 bits", part, text), fmt.Sprintf("at most %d", uint32(math.MaxUint32))}
		case err != nil || place == 0 && n > 2 || place == 1 && root < 2 && n > 39:
			return nil, bad
		case place == 0:
			root = n
		case place == 1:
			b = appendArc(b, 40*root+n)
		default:
			b = appendArc(b, n)
		}
		place++
	}
	if place < 2 {
		return nil, bad
	}
	return b, nil
}

// appendArc appends a number of an object identifier, seven bits an octet.
func appendArc(b []byte, n uint64) []byte {
	for shift := 28; shift > 0; shift -= 7 {
		if n>>shift != 0 {
			b = append(b, byte(n>>shift)|0x80)
		}
	}
	return append(b, byte(n&0x7f))
}

// guid reads 01234567-89ab-cdef-0123-456789abcdef.
func guid(text string) ([]byte, bool) {
	const form = "8-4-4-4-12"
	parts := strings.Split(text, "-")
	widths := strings.Split(form, "-")
	if len(parts) != len(widths) {
		return nil, false
	}
	for i, part := range parts {
		if strconv.Itoa(len(part)) != widths[i] {
			return nil, false
		}
	}
	b, err := hex.DecodeString(strings.Join(parts, ""))
	return b, err == nil
}
