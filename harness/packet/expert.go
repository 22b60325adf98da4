package packet

import (
	"fmt"
	"slices"
	"strconv"
	"unicode"
	"unicode/utf8"
)

// finding is what an item of expert information says beside its words, which are
// those of its field.
type finding struct {
	severity severity
	group    group
}

// expert adds an item of expert information, in the usual words.
func (l *layer) expert(id FieldID) { l.finding(id, nil) }

// expertNumber adds one that tells a number between words.
func (l *layer) expertNumber(id FieldID, before string, n uint64, after string) {
	d := l.d
	if l.over || !d.wants(expertMessage) {
		l.expert(id)
		return
	}
	d.ink = d.ready(len(before) + 20 + len(after))
	at := len(d.ink)
	d.ink = append(d.ink, before...)
	d.ink = strconv.AppendUint(d.ink, n, 10)
	d.ink = append(d.ink, after...)
	l.finding(id, d.keep(at))
}

// expertWords adds one in words of its own.
func (l *layer) expertWords(id FieldID, text string) {
	l.finding(id, l.words(text))
}

// expertf adds one in words that are made for it, of what is seldom found.
func (l *layer) expertf(id FieldID, format string, args ...any) {
	l.finding(id, l.worded(format, args...))
}

// worded makes the words of an item, if they are asked for.
func (l *layer) worded(format string, args ...any) []byte {
	if l.over || !l.d.wants(expertMessage) {
		return nil
	}
	return l.d.write(fmt.Sprintf(format, args...))
}

// expertSum adds one that tells what a checksum should be.
func (l *layer) expertSum(id FieldID, right uint16) {
	l.expertf(id, "%s [should be 0x%04x]", catalogue[id].Label, right)
}

// expertText adds one in words that the frame holds.
func (l *layer) expertText(id FieldID, text []byte) { l.finding(id, text) }

// maxWords is how many octets of the words of an item Wireshark keeps.
const maxWords = 239

// legible is a text of a frame with what cannot be printed written out, as far as the
// words of an item go.
func (d *Dissector) legible(b []byte) []byte {
	if !d.wants(expertMessage) {
		return nil
	}
	d.ink = d.ready(6*min(len(b), maxWords) + 6)
	at := len(d.ink)
	for len(b) > 0 && len(d.ink)-at <= maxWords {
		r, n := utf8.DecodeRune(b)
		switch {
		case r == utf8.RuneError && n == 1:
			d.ink = utf8.AppendRune(d.ink, r)
		case unicode.IsGraphic(r) || unicode.In(r, unicode.Zl, unicode.Zp, unicode.Co):
			d.ink = append(d.ink, b[:n]...)
		case '\a' <= r && r <= '\r':
			d.ink = append(d.ink, '\\', "abtnvfr"[r-'\a'])
		case r < utf8.RuneSelf:
			d.ink = append(d.ink, '\\', '0'+byte(r>>6), '0'+byte(r>>3&7), '0'+byte(r&7))
		default:
			q := strconv.AppendQuoteRuneToASCII(nil, r)
			d.ink = append(d.ink, q[1:len(q)-1]...)
		}
		b = b[n:]
	}
	return d.keep(at)
}

// plural is an ending.
func plural(n int) string {
	if n == 1 {
		return ""
	}
	return "s"
}

// early adds items of expert information that stand further up: at place at, which is
// behind the field that they are about.
func (l *layer) early(at int, add func()) {
	d := l.d
	n := len(d.fields)
	add()
	if at < n && n < len(d.fields) {
		items := slices.Clone(d.fields[n:])
		copy(d.fields[at+len(items):], d.fields[at:n])
		copy(d.fields[at:], items)
	}
}

// words keeps the words of an item, if they are asked for.
func (l *layer) words(text string) []byte {
	if l.over || !l.d.wants(expertMessage) {
		return nil
	}
	return l.d.write(text)
}

// finding adds an item of expert information; without words of its own, it has those
// of its field.
func (l *layer) finding(id FieldID, text []byte) {
	if l.over {
		return
	}
	d := l.d
	if !d.ofExperts {
		l.put(id, 0, 0, NoneValue())
		return
	}
	l.put(expertLayer, 0, 0, NoneValue()) // a protocol to Wireshark, which breaks where it is compared with anything
	l.put(id, 0, 0, NoneValue())
	if d.wants(expertMessage) {
		if text == nil {
			text = d.write(catalogue[id].Label)
		}
		if len(text) > maxWords {
			n := maxWords
			for n > 0 && !utf8.RuneStart(text[n]) {
				n--
			}
			text = text[:n]
		}
		l.written(expertMessage, 0, 0, text)
	}
	of := findings[id]
	l.computed(expertSeverity, 0, 0, uint64(of.severity))
	l.computed(expertGroup, 0, 0, uint64(of.group))
	if of.group == groupMalformed {
		l.put(malformedLayer, 0, 0, ProtocolValue(nil))
	}
}
