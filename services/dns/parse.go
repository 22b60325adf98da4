package dns

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	mdns "github.com/miekg/dns"
)

// Bounds on a zone, against input that is hostile or a slip.
const (
	maxZoneText    = 16 << 20 // octets
	maxZoneRecords = 200_000  // after $GENERATE
	maxMistakes    = 20       // in the grammar; parsing stops after as many
	maxCompared    = 64       // records of one set looked through for a duplicate
	defaultTTL     = 3600     // seconds
)

// ParseZone reads and checks a zone. The error is Mistakes: every mistake in
// the grammar, or, where the grammar is sound, every mistake in the meaning.
func ParseZone(s Source) (*Zone, error) {
	p := &zoneParser{source: s, line: max(s.Line, 1)}
	p.zone = &Zone{origin: canonical(s.Origin), nodes: make(map[string]*node)}
	if _, ok := mdns.IsDomainName(s.Origin); !ok || s.Origin == "" {
		p.zone.origin = s.Origin
		p.mistake(-1, "write it as example.com or . for the root", "the origin %q is no domain name", s.Origin)
		return nil, p.mistakes
	}
	if len(s.Text) > maxZoneText {
		p.mistake(-1, "split the zone", "the text has %d octets, the limit is %d", len(s.Text), maxZoneText)
		return nil, p.mistakes
	}
	p.text = []byte(s.Text)
	if !strings.HasSuffix(s.Text, "\n") {
		p.text = append(p.text, '\n')
	}
	p.entries = split(p.text)
	p.read()
	if len(p.mistakes) == 0 {
		p.load()
	}
	if len(p.mistakes) == 0 {
		p.check()
	}
	if len(p.mistakes) > 0 {
		slices.SortStableFunc(p.mistakes, byLine)
		return nil, p.mistakes
	}
	slices.SortStableFunc(p.zone.warnings, byLine)
	return p.zone, nil
}

func byLine(a, b Mistake) int { return cmp.Compare(a.Line, b.Line) }

// zoneParser carries one zone from text to checked records.
type zoneParser struct {
	source   Source
	line     int // of the first octet of text
	text     []byte
	entries  []entry
	records  []record
	zone     *Zone
	mistakes Mistakes
}

// entry is one logical line of a master file: with parentheses it spans
// several (RFC 1035, Section 5.1).
type entry struct {
	start, end int // octets of the text
	line       int // counted from 0
}

// record is a record with the line it stands on.
type record struct {
	rr   mdns.RR
	line int
}

func (p *zoneParser) at(line int, cure, format string, args []any) Mistake {
	m := Mistake{Zone: p.zone.origin, File: p.source.File, Message: fmt.Sprintf(format, args...), Cure: cure}
	if line >= 0 {
		m.Line = p.line + line
	}
	return m
}

// mistake notes an error; line is counted from 0, -1 for the zone as a whole.
func (p *zoneParser) mistake(line int, cure, format string, args ...any) {
	p.mistakes = append(p.mistakes, p.at(line, cure, format, args))
}

// warn notes a warning.
func (p *zoneParser) warn(line int, cure, format string, args ...any) {
	p.zone.warnings = append(p.zone.warnings, p.at(line, cure, format, args))
}

// split finds the logical lines of a master file.
func split(text []byte) []entry {
	var (
		entries []entry
		cur     = entry{}
		line    = 0
		depth   = 0
		quoted  = false
		comment = false
	)
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case c == '\n':
			line++
			comment = false
			if depth == 0 && !quoted {
				cur.end = i + 1
				entries = append(entries, cur)
				cur = entry{start: i + 1, line: line}
			}
		case comment:
		case c == '\\' && i+1 < len(text) && text[i+1] != '\n':
			i++
		case c == '"':
			quoted = !quoted
		case quoted:
		case c == ';':
			comment = true
		case c == '(':
			depth++
		case c == ')':
			depth = max(depth-1, 0)
		}
	}
	if cur.start < len(text) {
		cur.end = len(text)
		entries = append(entries, cur)
	}
	return entries
}

// entryAt returns the index of the entry that has the octet at offset.
func (p *zoneParser) entryAt(offset int) int {
	i, found := slices.BinarySearchFunc(p.entries, offset, func(e entry, off int) int { return cmp.Compare(e.start, off) })
	if !found {
		i--
	}
	return max(i, 0)
}

// cursor hands the text to the grammar octet by octet, so that offset says
// how far it has read when a record comes out.
type cursor struct {
	text   []byte
	offset int
}

// ReadByte implements io.ByteReader.
func (c *cursor) ReadByte() (byte, error) {
	if c.offset >= len(c.text) {
		return 0, io.EOF
	}
	b := c.text[c.offset]
	c.offset++
	return b, nil
}

// Read implements io.Reader.
func (c *cursor) Read(b []byte) (int, error) {
	if c.offset >= len(c.text) {
		return 0, io.EOF
	}
	n := copy(b, c.text[c.offset:])
	c.offset += n
	return n, nil
}

// read turns the text into records. The grammar stops at its first mistake,
// so the entry that holds it is blanked and the reading begins anew.
func (p *zoneParser) read() {
	for len(p.mistakes) < maxMistakes {
		p.records = p.records[:0]
		c := &cursor{text: p.text}
		zp := mdns.NewZoneParser(c, p.zone.origin, "")
		zp.SetDefaultTTL(defaultTTL)
		for rr, ok := zp.Next(); ok; rr, ok = zp.Next() {
			if len(p.records) == maxZoneRecords {
				p.mistake(p.entries[p.entryAt(c.offset-1)].line, "split the zone", "more than %d records", maxZoneRecords)
				return
			}
			p.records = append(p.records, record{rr: rr, line: p.entries[p.entryAt(c.offset-1)].line})
		}
		err := zp.Err()
		if err == nil || len(p.entries) == 0 {
			return
		}
		e := p.entries[p.entryAt(c.offset-1)]
		// What follows the culprit has been read as well, up to the next token.
		read := bytes.TrimRight(p.text[e.start:max(e.start, min(c.offset-1, e.end))], " \t\r\n")
		line := e.line + bytes.Count(read, []byte{'\n'})
		message, cure := grammarMistake(err)
		p.mistake(line, cure, "%s", message)
		if !blank(p.text[e.start:e.end]) {
			return
		}
	}
}

// blank overwrites an entry with spaces; it reports false where there was
// nothing left to overwrite.
func blank(text []byte) bool {
	changed := false
	for i, c := range text {
		if c != '\n' && c != ' ' {
			text[i] = ' '
			changed = true
		}
	}
	return changed
}

// grammarMistake rewords an error of the grammar.
func grammarMistake(err error) (message, cure string) {
	message = strings.TrimPrefix(err.Error(), "dns: ")
	if _, ok := errors.AsType[*mdns.ParseError](err); ok {
		if i := strings.LastIndex(message, " at line: "); i >= 0 {
			message = message[:i]
		}
	}
	switch {
	case strings.Contains(message, "$INCLUDE"):
		cure = "write the records here"
	case strings.Contains(message, "unbalanced brace"), strings.Contains(message, "extra closing brace"):
		cure = "each ( wants its )"
	case strings.HasPrefix(message, "not a TTL"), strings.HasPrefix(message, "expecting RR type"):
		cure = "an entry is NAME TTL CLASS TYPE DATA, as in www 300 IN A 192.0.2.1, where TTL and CLASS may be left out"
	}
	return message, cure
}

// load enters the records into the zone, each in the form in which it comes
// out of a message, so that what is stored can be sent.
func (p *zoneParser) load() {
	buf := make([]byte, mdns.MaxMsgSize)
	for _, r := range p.records {
		h := r.rr.Header()
		n, err := mdns.PackRR(r.rr, buf, 0, nil, false)
		if err != nil {
			p.mistake(r.line, "", "the %s record of %s cannot be put into a message: %v", typeName(h.Rrtype), h.Name, err)
			continue
		}
		rr, _, err := mdns.UnpackRR(buf[:n], 0)
		if err != nil {
			p.mistake(r.line, "", "the %s record of %s cannot be put into a message: %v", typeName(h.Rrtype), h.Name, err)
			continue
		}
		h = rr.Header()
		switch {
		case h.Class != mdns.ClassINET:
			p.mistake(r.line, "use IN", "class %s of %s is not served", mdns.Class(h.Class), h.Name)
		case !storable(h.Rrtype):
			p.mistake(r.line, "", "type %s of %s is for messages, not for zones", typeName(h.Rrtype), h.Name)
		case !within(p.zone.origin, canonical(h.Name)):
			p.mistake(r.line, fmt.Sprintf("a name without a final dot is taken below %s", p.zone.origin), "%s is out of the zone", h.Name)
		default:
			if h.Ttl > 1<<31-1 { // RFC 2181, Section 8
				p.mistake(r.line, "", "TTL %d of %s is above 2147483647", h.Ttl, h.Name)
				continue
			}
			p.zone.add(rr, r.line)
		}
	}
}

// storable reports whether records of the type can stand in a zone (RFC
// 6895, Section 3.1).
func storable(typ uint16) bool {
	switch typ {
	case mdns.TypeNone, mdns.TypeOPT:
		return false
	}
	return typ < 128 || typ > 255
}
