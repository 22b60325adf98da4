package filter

import (
	"fmt"
	"strconv"
	"strings"
)

// high is what is added to an octet above 127 for the rune that stands for it: among
// those of private use, which have no case.
const high = 0xf700

// octetRune is the rune that stands for an octet.
func octetRune(c byte) rune {
	if c < 0x80 {
		return rune(c)
	}
	return high + rune(c)
}

// translation writes a regular expression of PCRE2 over octets as one of Go's over the
// runes that stand for them.
type translation struct {
	text    string
	at      int
	out     strings.Builder
	inClass bool
}

// What escapes of PCRE2 stand for that Go has not, or takes for less, as the inside of
// a class.
const (
	horizontal    = "\t \uf7a0"
	notHorizontal = `\x00-\x08\x0a-\x1f!-` + "\uf79f\uf7a1-\uf7ff"
	vertical      = `\n\x0b\f\r` + "\uf785"
	notVertical   = `\x00-\t\x0e-` + "\uf784\uf786-\uf7ff"
	blank         = `\t\n\x0b\f\r `
	notBlank      = `\x00-\x08\x0e-\x1f!-` + "\uf7ff"
)

// translate also refuses what has no equal.
func translate(text string) (string, *complaint) {
	t := translation{text: text}
	for t.at < len(text) {
		c := text[t.at]
		t.at++
		switch {
		case c == '\\' && t.at < len(text):
			if bad := t.escape(); bad != nil {
				return "", bad
			}
			continue
		case t.inClass:
			t.class(c)
			continue
		case c == '[':
			t.inClass = true
			for t.at < len(text) && (text[t.at] == '^' && text[t.at-1] == '[' || text[t.at] == ']') {
				t.out.WriteByte(c)
				c = text[t.at]
				if t.at++; c == ']' {
					break
				}
			}
		case strings.HasPrefix(text[t.at-1:], "(?#"):
			_, rest, ended := strings.Cut(text[t.at:], ")")
			if !ended {
				return "", &complaint{message: "a comment in the regular expression does not end"}
			}
			t.at = len(text) - len(rest)
			continue
		}
		t.out.WriteRune(octetRune(c))
	}
	return t.out.String(), nil
}

// class goes on within a class.
func (t *translation) class(c byte) {
	if c == '[' && t.at < len(t.text) && t.text[t.at] == ':' {
		if n := strings.Index(t.text[t.at:], ":]"); n > 0 {
			t.out.WriteString(t.text[t.at-1 : t.at+n+2])
			t.at += n + 2
			return
		}
	}
	if t.inClass = c != ']'; c == '[' {
		t.out.WriteByte('\\')
	}
	t.out.WriteRune(octetRune(c))
}

// escape goes on behind a backslash.
func (t *translation) escape() *complaint {
	c := t.text[t.at]
	t.at++
	switch c {
	case 'e':
		t.octet(0x1b)
	case 'c':
		if t.at == len(t.text) {
			return &complaint{message: `\c in the regular expression lacks a letter`}
		}
		t.octet(strings.ToUpper(t.text[t.at : t.at+1])[0] ^ 0x40)
		t.at++
	case 'x':
		return t.hexadecimal()
	case '0', '1', '2', '3':
		digits := t.digits(2, "01234567")
		if c != '0' && len(digits) < 2 { // a group that stood before
			t.out.WriteString(`\` + string(c) + digits)
			break
		}
		n, _ := strconv.ParseUint(string(c)+digits, 8, 8)
		t.octet(byte(n))
	case 'Q':
		quoted, rest, _ := strings.Cut(t.text[t.at:], `\E`)
		t.at = len(t.text) - len(rest)
		for i := range len(quoted) {
			t.octet(quoted[i])
		}
	case 'E':
	case 'h', 'H', 'v', 'V', 's', 'S':
		t.set(map[byte]string{'h': horizontal, 'H': notHorizontal, 'v': vertical, 'V': notVertical, 's': blank, 'S': notBlank}[c])
	case 'p', 'P', 'X':
		return &complaint{message: fmt.Sprintf(`\%c in the regular expression: octets have no properties of letters`, c), cure: `write \w or [[:alpha:]]`}
	case 'N', 'R', 'Z', 'G', 'K', 'C':
		if t.inClass {
			return &complaint{message: fmt.Sprintf(`\%c stands in a class of the regular expression`, c)}
		}
		t.out.WriteString(map[byte]string{'N': `[^\n]`, 'R': `(?:\r\n|[` + vertical + `])`, 'Z': `(?:\n?\z)`, 'G': `\A`, 'K': `(?:)`, 'C': `(?s:.)`}[c])
	default:
		if c >= 0x80 {
			t.octet(c)
			break
		}
		t.out.WriteString(`\` + string(rune(c)))
	}
	return nil
}

// set adds a class, or what is in it where one has begun.
func (t *translation) set(inside string) {
	if !t.inClass {
		inside = "[" + inside + "]"
	}
	t.out.WriteString(inside)
}

// octet adds one that stands for itself.
func (t *translation) octet(c byte) { fmt.Fprintf(&t.out, `\x{%x}`, octetRune(c)) }

// digits takes at most so many.
func (t *translation) digits(most int, of string) string {
	at := t.at
	for t.at < len(t.text) && t.at < at+most && strings.IndexByte(of, t.text[t.at]) >= 0 {
		t.at++
	}
	return t.text[at:t.at]
}

// hexadecimal takes the number of an octet, of up to two digits or between { and }.
func (t *translation) hexadecimal() *complaint {
	const hexadecimal = "0123456789abcdefABCDEF"
	var digits string
	if strings.HasPrefix(t.text[t.at:], "{") {
		inside, rest, ended := strings.Cut(t.text[t.at+1:], "}")
		if n, err := strconv.ParseUint(inside, 16, 64); !ended || err != nil || n > 0xff {
			return &complaint{message: `\x{} in the regular expression is no octet`, cure: `write \x00 to \xff`}
		}
		digits, t.at = inside, len(t.text)-len(rest)
	} else {
		digits = t.digits(2, hexadecimal)
	}
	n, _ := strconv.ParseUint("0"+digits, 16, 64)
	t.octet(byte(n))
	return nil
}
