package suite

import (
	"bytes"
	"strconv"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"
)

// source is the text of a file, to find places inside its scalars.
type source struct{ lines [][]rune }

func newSource(data []byte) source {
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	var s source
	for line := range strings.SplitSeq(string(data), "\n") {
		s.lines = append(s.lines, []rune(strings.TrimSuffix(line, "\r")))
	}
	return s
}

func (s source) line(n int) []rune {
	if n < 1 || n > len(s.lines) {
		return nil
	}
	return s.lines[n-1]
}

// locate returns the place of an octet (from 0) of a scalar's text, given
// where the scalar starts and how it is written. Where the text cannot be
// followed in the file it returns the scalar's start.
func (s source) locate(pos Pos, style yaml.Style, text string, octet int) Pos {
	octet = min(max(octet, 0), len(text))
	if style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0 {
		return s.block(pos, text, octet)
	}
	w := walker{source: s, line: pos.Line, col: pos.Column}
	quote := rune(0)
	switch {
	case style&yaml.DoubleQuotedStyle != 0:
		quote = '"'
	case style&yaml.SingleQuotedStyle != 0:
		quote = '\''
	}
	// An anchor may stand before the text, so the quote need not be there.
	if quote != 0 && w.peek() == quote {
		w.col++
	}
	for i, r := range text {
		if i >= octet {
			break
		}
		if !w.take(r, quote) {
			return pos
		}
	}
	w.skipBreaks()
	pos.Line, pos.Column = w.line, w.col
	return pos
}

// block follows a scalar written with | or >: its text begins on the next
// line, behind the indentation of its first line.
func (s source) block(pos Pos, text string, octet int) Pos {
	first := pos.Line + 1
	for strings.TrimSpace(string(s.line(first))) == "" && first < len(s.lines) {
		first++
	}
	indent := 0
	for _, r := range s.line(first) {
		if r != ' ' {
			break
		}
		indent++
	}
	text = strings.TrimLeft(text, "\n")
	w := walker{source: s, line: first, col: indent + 1, indent: indent}
	for i, r := range text {
		if i >= octet {
			break
		}
		if !w.take(r, 0) {
			return pos
		}
	}
	w.skipBreaks()
	pos.Line, pos.Column = w.line, w.col
	return pos
}

// walker follows the characters of a scalar through the file.
type walker struct {
	source
	line, col int // from 1
	indent    int // of a block scalar
}

func (w *walker) peek() rune {
	l := w.source.line(w.line)
	if w.col < 1 || w.col > len(l) {
		return '\n'
	}
	return l[w.col-1]
}

// skipBreaks moves to the next character where the line is at its end.
func (w *walker) skipBreaks() {
	for w.line < len(w.lines) && strings.TrimSpace(string(w.rest())) == "" {
		w.line, w.col = w.line+1, w.indent+1
		for w.peek() == ' ' || w.peek() == '\t' {
			w.col++
		}
	}
}

func (w *walker) rest() []rune {
	l := w.source.line(w.line)
	return l[min(max(w.col-1, 0), len(l)):]
}

// take moves past the character that stands for r in the text.
func (w *walker) take(r, quote rune) bool {
	if r == ' ' || r == '\n' {
		if w.peek() == r && strings.TrimSpace(string(w.rest())) != "" {
			w.col++
			return true
		}
		before := w.line
		w.skipBreaks()
		return w.line != before
	}
	c := w.peek()
	switch {
	case quote == '"' && c == '\\':
		return w.escape(r)
	case quote == '\'' && c == '\'' && r == '\'':
		w.col += 2
		return true
	case c != r:
		return false
	}
	w.col++
	return true
}

// escape moves past a backslash sequence of a double-quoted scalar.
func (w *walker) escape(r rune) bool {
	rest := w.rest()
	if len(rest) < 2 {
		return false
	}
	digits := map[rune]int{'x': 2, 'u': 4, 'U': 8}[rest[1]]
	if digits == 0 {
		w.col += 2
		return true
	}
	if len(rest) < 2+digits {
		return false
	}
	n, err := strconv.ParseUint(string(rest[2:2+digits]), 16, 32)
	if err != nil || !utf8.ValidRune(rune(n)) || rune(n) != r {
		return false
	}
	w.col += 2 + digits
	return true
}
