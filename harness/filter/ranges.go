package filter

import (
	"fmt"
	"strconv"
	"strings"
)

// ranges reads what stands in [0:3], [0-2], [1], [:2], [4:], [-2:] and
// [0,3-5], and behind the # of a layer.
func (p *parser) ranges(t token) ([]span, *Error) {
	var spans []span
	for part := range strings.SplitSeq(t.text, ",") {
		s, problem := readSpan(strings.TrimSpace(part))
		if problem == "" && t.kind == kindLayer && s.from < 1 {
			problem = "layers count from 1"
		}
		if problem != "" {
			return nil, p.fail(t.pos, "write [offset:length], [first-last], [offset], [:length] or [offset:]",
				fmt.Sprintf("%q is no range: %s", strings.TrimSpace(part), problem))
		}
		spans = append(spans, s)
	}
	return spans, nil
}

// readSpan reads one range, and tells what is wrong with it.
func readSpan(s string) (span, string) {
	from, rest, ok := readOffset(s)
	if !ok && !strings.HasPrefix(s, ":") {
		return span{}, "it starts with no number"
	}
	rest = strings.TrimLeft(rest, " \t")
	if rest == "" {
		if from == -1 {
			return span{from, toEnd}, ""
		}
		return span{from, from + 1}, ""
	}
	separator := rest[0]
	rest = strings.TrimLeft(rest[1:], " \t")
	if separator == ':' && rest == "" && ok {
		return span{from, toEnd}, ""
	}
	to, rest, ok := readOffset(rest)
	if !ok || rest != "" {
		return span{}, "it ends with no number"
	}
	switch separator {
	case ':':
		if to <= 0 {
			return span{}, "its length is not positive"
		}
		if from < 0 && from+to >= 0 {
			if from+to > 0 {
				return span{}, "it reaches beyond the end"
			}
			return span{from, toEnd}, ""
		}
		return span{from, from + to}, ""
	case '-':
		switch {
		case from < 0 != (to < 0):
			return span{}, "one offset counts from the start and one from the end"
		case to <= from:
			return span{}, "it does not end behind its start"
		case to == -1:
			return span{from, toEnd}, ""
		}
		return span{from, to + 1}, ""
	}
	return span{}, `between its numbers stands neither ":" nor "-"`
}

// readOffset reads the number that s starts with: decimal, octal or
// hexadecimal, of at most a million.
func readOffset(s string) (n int, rest string, ok bool) {
	i := 0
	if i < len(s) && (s[i] == '-' || s[i] == '+') {
		i++
	}
	start := i
	for i < len(s) && (isHex(s[i]) || s[i] == 'x' || s[i] == 'X') {
		i++
	}
	v, err := strconv.ParseInt(s[start:i], 0, 32)
	if err != nil || v > 1_000_000 {
		return 0, s, false
	}
	if s[0] == '-' {
		v = -v
	}
	return int(v), s[i:], true
}

// cut returns the octets of b that spans name, as far as the first that reaches
// beyond b. Spans of more than one part are gathered in buf.
func cut(b []byte, spans []span, buf []byte) (out, gathered []byte) {
	mark := len(buf)
	for _, s := range spans {
		from, to := s.from, s.to
		if from < 0 {
			from += len(b)
			if to != toEnd {
				to += len(b)
			}
		}
		if to == toEnd {
			to = len(b)
		}
		if from < 0 || from >= len(b) || to > len(b) || to <= from {
			break
		}
		if len(spans) == 1 {
			return b[from:to], buf
		}
		buf = append(buf, b[from:to]...)
	}
	return buf[mark:len(buf):len(buf)], buf
}
