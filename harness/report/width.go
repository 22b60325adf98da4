package report

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// visible returns s with nothing in it that a terminal obeys: blanks for line
// breaks and tabs, and what is not graphic (control characters, changes of
// the writing direction, octets that are no text) as Go writes it in a
// string, as in \x1b. It leaves visible text as it is.
func visible(s string) string {
	clean := true
	for _, r := range s {
		if !unicode.IsGraphic(r) || r == utf8.RuneError {
			clean = false
			break
		}
	}
	if clean {
		return s
	}
	var b strings.Builder
	for i, r := range s {
		switch {
		case r == '\n' || r == '\t':
			b.WriteByte(' ')
		case r == utf8.RuneError && !strings.HasPrefix(s[i:], "\ufffd"):
			b.WriteString(`\x` + strconv.FormatUint(uint64(s[i])|0x100, 16)[1:])
		case !unicode.IsGraphic(r):
			q := strconv.QuoteRuneToASCII(r)
			b.WriteString(q[1 : len(q)-1])
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// wide lists the characters that take two columns, as ranges (the East Asian
// Width property, UAX #11, without its lone characters).
var wide = &unicode.RangeTable{
	R16: []unicode.Range16{
		{0x1100, 0x115f, 1}, {0x2e80, 0x303e, 1}, {0x3041, 0xa4cf, 1}, {0xa960, 0xa97f, 1}, {0xac00, 0xd7a3, 1},
		{0xf900, 0xfaff, 1}, {0xfe30, 0xfe6f, 1}, {0xff00, 0xff60, 1}, {0xffe0, 0xffe6, 1},
	},
	R32: []unicode.Range32{
		{0x16fe0, 0x18aff, 1}, {0x1b000, 0x1b2ff, 1}, {0x1f300, 0x1f64f, 1}, {0x1f680, 0x1f6ff, 1}, {0x1f900, 0x1f9ff, 1}, {0x20000, 0x3fffd, 1},
	},
}

func runeColumns(r rune) int {
	switch {
	case r < 0x300:
		return 1
	case unicode.In(r, unicode.Mn, unicode.Me):
		return 0
	case unicode.Is(wide, r):
		return 2
	}
	return 1
}

// columns is how many columns of a terminal visible text takes.
func columns(s string) int {
	n := 0
	for _, r := range s {
		n += runeColumns(r)
	}
	return n
}

// pad fills s up with blanks to n columns.
func pad(s string, n int) string { return s + strings.Repeat(" ", max(0, n-columns(s))) }

// cut shortens visible text to n columns; what was cut shows by an ellipsis.
func cut(s string, n int) string {
	if columns(s) <= n {
		return s
	}
	if n < 1 {
		return ""
	}
	head, _ := take(s, n-1)
	return head + "…"
}

// take splits s after as much of it as n columns hold.
func take(s string, n int) (head, rest string) {
	used := 0
	for i, r := range s {
		if used += runeColumns(r); used > n {
			return s[:i], s[i:]
		}
	}
	return s, ""
}

// narrowest is the width below which nothing is wrapped further.
const narrowest = 20

// wrap breaks visible text into lines of at most n columns (at least
// narrowest): before the && and || of a filter where that is possible, at
// blanks elsewhere, and within a word that is longer than a line.
func wrap(s string, n int) []string {
	n = max(n, narrowest)
	if columns(s) <= n {
		return []string{s}
	}
	var lines []string
	line, used := "", 0
	add := func(part string, width int) bool {
		switch {
		case line == "" && width <= n:
			line, used = part, width
		case line != "" && used+1+width <= n:
			line, used = line+" "+part, used+1+width
		default:
			return false
		}
		return true
	}
	flush := func() {
		if line != "" {
			lines = append(lines, line)
		}
		line, used = "", 0
	}
	for _, part := range conjuncts(s) {
		width := columns(part)
		if add(part, width) {
			continue
		}
		if width <= n {
			flush()
			add(part, width)
			continue
		}
		for word := range strings.FieldsSeq(part) {
			if add(word, columns(word)) {
				continue
			}
			flush()
			head, rest := take(word, n)
			for rest != "" {
				lines = append(lines, head)
				head, rest = take(rest, n)
			}
			add(head, columns(head))
		}
	}
	flush()
	return lines
}

// conjuncts splits a filter before each && and ||.
func conjuncts(s string) []string {
	var parts []string
	start := 0
	for i := range len(s) {
		if i > start && (strings.HasPrefix(s[i:], " && ") || strings.HasPrefix(s[i:], " || ")) {
			parts = append(parts, s[start:i])
			start = i + 1
		}
	}
	return append(parts, s[start:])
}
