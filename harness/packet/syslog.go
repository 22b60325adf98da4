package packet

import (
	"bytes"
	"time"
	"unicode/utf8"
)

// syslog dissects a message to the system log (RFC 5424, and RFC 3164 before it).
func (d *Dissector) syslog(v view) {
	if !d.enter("syslog") {
		return
	}
	m := syslogMessage{layer: layer{d: d, v: v}}
	m.priority()
	if m.over {
		return
	}
	m.fixed(syslogMsg, m.off, len(v.b)-m.off)
	b := v.b[m.off:]
	switch {
	case bytes.HasPrefix(b, []byte("1 ")) && v.want() > m.off+2:
		m.structured()
	case len(b) > 15 && b[3] == ' ' && b[6] == ' ' && b[9] == ':' && b[12] == ':' && b[15] == ' ':
		m.traditional()
	}
}

// syslogMessage is a message that has been read up to off.
type syslogMessage struct {
	layer
	off int
}

// priority is a number of up to three digits in angle brackets, and may be missing.
// The protocol is shown once that is read.
func (m *syslogMessage) priority() {
	var priority uint64
	open := m.number(0, 1) == '<'
	if open {
		m.off++
		for m.off < 4 {
			c := m.number(m.off, 1)
			if c < '0' || c > '9' {
				break
			}
			priority = 10*priority + c - '0'
			m.off++
		}
		if m.number(m.off, 1) == '>' {
			m.off++
		}
	}
	if m.off >= m.v.want() { // no message
		m.broken()
	} else if m.off >= len(m.v.b) {
		m.d.runsOut(m.v)
	}
	m.section(syslogLayer, 0, len(m.v.b))
	if open {
		m.computed(syslogFacility, 0, m.off, priority&0x3f8>>3)
		m.computed(syslogLevel, 0, m.off, priority&7)
	}
}

// word adds the octets up to the next blank, and reports whether there is one.
func (m *syslogMessage) word(id FieldID) bool {
	n := bytes.IndexByte(m.v.b[m.off:], ' ')
	if n < 0 {
		return false
	}
	if id == syslogTimestamp {
		m.put(id, m.off, n, TimeValue(syslogTime(m.v.b[m.off:m.off+n])))
	} else {
		m.written(id, m.off, n, m.d.ascii(m.v.b[m.off:m.off+n]))
	}
	m.off += n + 1
	return true
}

// structured dissects the header of RFC 5424. What Wireshark calls the message's
// identifier is all that is left, structured data and text with it.
func (m *syslogMessage) structured() {
	for _, id := range [...]FieldID{syslogVersion, syslogTimestamp, syslogHostname, syslogAppname, syslogProcid} {
		if !m.word(id) {
			return
		}
	}
	if m.number(m.off, 3) != 0xefbbbf {
		m.rest(syslogMsgid)
		return
	}
	m.uint(syslogMsgidBom, m.off, 3)
	m.off += 3
	m.fixed(syslogMsgid, m.off, m.v.want()-m.off)
}

// traditional dissects the header of RFC 3164: the time, the host, and the tag,
// which ends at the first octet that is neither a letter nor a digit.
func (m *syslogMessage) traditional() {
	m.written(syslogTimestampRfc3164, m.off, 15, m.d.ascii(m.v.b[m.off:m.off+15]))
	m.off += 16
	if !m.word(syslogHostname) {
		return
	}
	n := 0
	for c := m.number(m.off, 1); c >= '0' && c <= '9' || c|0x20 >= 'a' && c|0x20 <= 'z'; c = m.number(m.off+n, 1) {
		n++
	}
	if m.over {
		return
	}
	m.written(syslogProcid, m.off, n, m.v.b[m.off:m.off+n])
	m.off += n
	m.rest(syslogMsgid)
}

// rest adds what is left.
func (m *syslogMessage) rest(id FieldID) {
	if n := m.v.want() - m.off; m.has(m.off, n) {
		m.written(id, m.off, n, m.d.ascii(m.v.b[m.off:m.off+n]))
	}
}

// ascii is a text that ends at its first zero, with every octet beyond ASCII
// replaced as Wireshark replaces it.
func (d *Dissector) ascii(b []byte) []byte {
	if i := bytes.IndexByte(b, 0); i >= 0 {
		b = b[:i]
	}
	beyond := 0
	for _, c := range b {
		if c >= utf8.RuneSelf {
			beyond++
		}
	}
	if beyond == 0 {
		return b
	}
	d.ink = d.ready(len(b) + beyond*utf8.UTFMax)
	at := len(d.ink)
	for _, c := range b {
		if c >= utf8.RuneSelf {
			d.ink = utf8.AppendRune(d.ink, utf8.RuneError)
		} else {
			d.ink = append(d.ink, c)
		}
	}
	return d.keep(at)
}

// syslogTime reads a timestamp as Wireshark does: after RFC 3339, but with numbers that
// may be shorter. What is none of these, or cannot be told in nanoseconds since 1970,
// is 1970.
func syslogTime(s []byte) time.Time {
	none := time.Unix(0, 0)
	var parts [6]int
	for i, separator := range [...]byte{'-', '-', 'T', ':', 0, 0} {
		most := 2
		if i == 0 {
			most = 4
		}
		n, used := digits(s, most)
		if used == 0 || i == 0 && used < 4 {
			return none
		}
		parts[i] = n
		s = s[used:]
		if i == 4 { // the seconds may be missing
			if len(s) == 0 || s[0] != ':' {
				break
			}
			s = s[1:]
			continue
		}
		if separator != 0 {
			if len(s) == 0 || s[0] != separator {
				return none
			}
			s = s[1:]
		}
	}
	t := time.Date(parts[0], time.Month(parts[1]), parts[2], parts[3], parts[4], min(parts[5], 59), 0, time.UTC)
	if int(t.Month()) != parts[1] || t.Day() != parts[2] || t.Hour() != parts[3] || t.Minute() != parts[4] || parts[5] > 60 || t.Year() < 1678 || t.Year() > 2261 {
		return none
	}
	t = t.Add(time.Duration(parts[5]-min(parts[5], 59)) * time.Second)
	if len(s) > 0 && (s[0] == '.' || s[0] == ',') {
		n, used := digits(s[1:], 9)
		s = s[1+used:]
		for ; used < 9; used++ {
			n *= 10
		}
		if _, more := digits(s, 1); more > 0 {
			n = 0
		}
		t = t.Add(time.Duration(n))
	}
	if len(s) > 1 && (s[0] == '+' || s[0] == '-') {
		t = t.Add(-offset(s))
	}
	return t
}

// offset reads how far a time zone is from UTC: +02:00, +0200 or +2.
func offset(s []byte) time.Duration {
	hours, used := digits(s[1:], 2)
	rest := bytes.TrimPrefix(s[1+used:], []byte(":"))
	minutes, _ := digits(rest, 2)
	east := time.Duration(hours)*time.Hour + time.Duration(minutes)*time.Minute
	if s[0] == '-' {
		return -east
	}
	return east
}

// digits reads a number of at most so many digits, and tells how many it has.
func digits(s []byte, most int) (n, used int) {
	for used < min(len(s), most) && s[used] >= '0' && s[used] <= '9' {
		n = 10*n + int(s[used]-'0')
		used++
	}
	return n, used
}
