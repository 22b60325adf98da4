package filter

import (
	"fmt"
	"strconv"
	"unicode/utf8"
)

// quoted scans a string or character constant whose first octet behind the
// quote is at from. A raw string keeps its backslashes.
func (l *lexer) quoted(start, from int, quote byte, raw bool) (token, *Error) {
	var text []byte
	i := from
	for {
		if i >= len(l.src) {
			return token{}, l.fail(start, "add the closing quote", "the quote is never closed")
		}
		c := l.src[i]
		if c == quote {
			break
		}
		if c != '\\' {
			text = append(text, c)
			i++
			continue
		}
		if raw {
			text = append(text, c)
			if i++; i < len(l.src) {
				text = append(text, l.src[i])
				i++
			}
			continue
		}
		var err *Error
		if text, i, err = l.escape(text, i); err != nil {
			return token{}, err
		}
	}
	l.pos = i + 1
	t := token{kind: kindString, pos: start, end: l.pos, text: string(text)}
	if quote == '\'' {
		t.kind = kindChar
		switch {
		case len(text) == 0:
			return token{}, l.fail(start, "", "the character constant is empty")
		case len(text) > 1:
			return token{}, l.fail(start, "write a string in double quotes", "a character constant holds one octet")
		}
	}
	return t, nil
}

// escape appends what the escape sequence at i stands for, and returns the
// place behind it.
func (l *lexer) escape(text []byte, i int) ([]byte, int, *Error) {
	at := i
	if i++; i >= len(l.src) {
		return nil, 0, l.fail(at, "", "nothing follows the backslash")
	}
	c := l.src[i]
	i++
	switch c {
	case 'a':
		return append(text, '\a'), i, nil
	case 'b':
		return append(text, '\b'), i, nil
	case 'f':
		return append(text, '\f'), i, nil
	case 'n':
		return append(text, '\n'), i, nil
	case 'r':
		return append(text, '\r'), i, nil
	case 't':
		return append(text, '\t'), i, nil
	case 'v':
		return append(text, '\v'), i, nil
	case '\'', '"', '\\':
		return append(text, c), i, nil
	case 'x':
		n := l.digits(i, 2, isHex)
		if n == 0 {
			return nil, 0, l.fail(at, `write two digits, as in \x0a`, `\x has no digits`)
		}
		v, _ := strconv.ParseUint(l.src[i:i+n], 16, 8)
		return append(text, byte(v)), i + n, nil
	case 'u', 'U':
		width := 4
		if c == 'U' {
			width = 8
		}
		n := l.digits(i, width, isHex)
		v, _ := strconv.ParseUint(l.src[i:i+n], 16, 32)
		// C names no characters below U+00A0, and neither does Wireshark.
		if n != width || v < 0xa0 && v != '$' && v != '@' && v != '`' || v > utf8.MaxRune || v >= 0xd800 && v < 0xe000 {
			return nil, 0, l.fail(at, "", fmt.Sprintf(`\%c%s names no character`, c, l.src[i:i+n]))
		}
		return utf8.AppendRune(text, rune(v)), i + n, nil
	}
	if n := l.digits(i-1, 3, isOctal); n > 0 {
		v, _ := strconv.ParseUint(l.src[i-1:i-1+n], 8, 16)
		if v > 255 {
			return nil, 0, l.fail(at, "", `\`+l.src[i-1:i-1+n]+" is larger than 255")
		}
		return append(text, byte(v)), i - 1 + n, nil
	}
	return nil, 0, l.fail(at, `write "\\" for a backslash, or a raw string r"..."`, fmt.Sprintf("%q starts no escape sequence", l.src[at:i]))
}

// digits counts the digits at i, at most limit.
func (l *lexer) digits(i, limit int, is func(byte) bool) int {
	n := 0
	for n < limit && i+n < len(l.src) && is(l.src[i+n]) {
		n++
	}
	return n
}

func isOctal(c byte) bool { return c >= '0' && c <= '7' }
