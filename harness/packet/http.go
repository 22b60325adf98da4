package packet

import (
	"bytes"
	"encoding/base64"
	"strconv"
)

// webMessage is one message in the octets of a stream.
type webMessage struct {
	layer
	id        FieldID // of the protocol: HTTP, or SSDP
	web       *webStream
	value     []byte // in filters: as many octets as are left, but the first of the run
	response  bool
	head      int // octets up to the body
	line      int // octets of the first line, with its end
	code      uint64
	host, uri []byte
	method    []byte
	kind      []byte // of the content, without its parameters

	parameters []byte
	upgrade    []byte
	coding     []byte // of the content
	length     int64  // of the body; -1 where no header tells
	measured   bool   // a header that was shown tells a length
	coded      bool   // or a coding for the transfer
	secure     bool   // a port of it is that of HTTPS, though it is not
	chunked    bool
}

// http dissects the messages in a run of TCP octets (RFC 9112), as applications
// of TCP are: it returns what it used up and what more it needs.
func (d *Dissector) http(v view, s *tcpStream, src, dst uint16) (used, need int) {
	switch {
	case s.web.tunnel:
		return d.tunnel(v, s, src, dst)
	case s.web.upgraded == toWebSocket:
		e := &s.web.frames[0]
		if _, low := newStreamKey(d.src, d.dst, src, dst); !low {
			e = &s.web.frames[1]
		}
		return d.websocket(v, e)
	case s.web.upgraded == toHTTP2:
		return d.http2(v)
	case s.web.upgraded == toSilence:
		return len(v.b), 0
	case s.web.upgraded == toOther:
		if d.enter("http") {
			d.data(v)
		}
		return len(v.b), 0
	}
	patient := !d.o.NoReassembly && !d.quoted && !v.cut()
	run := v.b
	for len(v.b) > 0 {
		m := webMessage{layer: layer{d: d, v: v}, id: httpLayer, web: &s.web, length: -1, value: run[:len(v.b)], secure: src == 443 || dst == 443}
		end, lines := m.measure()
		if !m.isMessage() && s.web.spoken {
			text := v.b[0] >= ' ' && v.b[0] < 0x7f // as Wireshark guesses
			if text && m.line == 0 && patient && len(v.b) < maxHead {
				return used, oneSegment
			}
			d.continuation(v, m.value, used > 0, text)
			return used + len(v.b), 0
		}
		if lines && end < 0 && patient && len(v.b) < maxHead {
			return used, oneSegment
		}
		if !m.isMessage() {
			return used + len(v.b), 0
		}
		if end < 0 {
			if used == 0 && !d.enter("http") {
				return used, 0
			}
			m.unfinished()
			s.web.spoken = true
			return used + len(v.b), 0
		}
		m.head = end
		m.survey()
		body, more := m.body(v.b[m.head:])
		if more != 0 && patient {
			return used, more
		}
		if used == 0 && !d.enter("http") {
			return used, 0
		}
		m.dissect(body, used)
		s.web.spoken = true
		v = v.from(m.head + body)
		used += m.head + body
	}
	return used, 0
}

const maxHead = 64 << 10 // octets of the first line and the headers together

// measure returns where the headers end, or -1 where that has not come yet, and
// whether it is lines that stand there.
func (m *webMessage) measure() (end int, lines bool) {
	b := m.v.b
	i := bytes.IndexByte(b, '\n')
	if i < 0 {
		return -1, true
	}
	m.line = i + 1
	if !m.isMessage() {
		return -1, false
	}
	for at := i + 1; ; {
		i := bytes.IndexByte(b[at:], '\n')
		if i < 0 {
			return -1, true
		}
		if i == 0 || i == 1 && b[at] == '\r' {
			return at + i + 1, true
		}
		at += i + 1
	}
}

// isMessage tells whether a request or a response begins here.
func (m *webMessage) isMessage() bool {
	b := m.v.b
	if m.line > 0 {
		b = b[:m.line]
	}
	if bytes.HasPrefix(b, []byte("HTTP/")) || bytes.HasPrefix(b, []byte("ICY")) {
		m.response = true
		return true
	}
	i := bytes.IndexByte(b, ' ')
	return i > 0 && webMethods[string(b[:i])]
}

// looksLikeHTTP tells whether a stream on any port begins with HTTP: its first
// line begins or ends with a version.
func looksLikeHTTP(b []byte) bool {
	if bytes.HasPrefix(b, []byte("HTTP/1.1")) {
		return true
	}
	line, _, ok := bytes.Cut(b, []byte("\n"))
	if !ok {
		return false
	}
	line = bytes.TrimSuffix(line, []byte("\r"))
	return bytes.HasSuffix(line, []byte("HTTP/1.1"))
}

// continuation shows octets between messages.
func (d *Dissector) continuation(v view, value []byte, again, text bool) {
	if !again && !d.enter("http") {
		return
	}
	l := layer{d: d, v: v}
	l.header(httpLayer, 0, len(v.b), value)
	if text {
		l.fixed(httpFileData, 0, len(v.b))
	}
	d.data(v)
}

// lines calls f with each header line: where it stands, how long it is with its
// end, and where its colon stands. It returns where the lines end: behind the
// empty one, or before one that is no header.
func (m *webMessage) lines(f func(off, n, colon int)) int {
	b := m.v.b[:m.head]
	for at := m.line; at < len(b); {
		n := bytes.IndexByte(b[at:], '\n') + 1
		if n == 0 {
			n = len(b) - at
		}
		line := b[at : at+n]
		if line[0] == '\n' || line[0] == '\r' && len(bytes.TrimRight(line, "\r\n")) == 0 {
			return at + n
		}
		colon := bytes.IndexByte(line, ':')
		if colon < 0 {
			return at
		}
		f(at, n, colon)
		at += n
	}
	return len(b)
}

// survey reads of the headers what decides on the body.
func (m *webMessage) survey() {
	first := bytes.TrimRight(m.v.b[:min(m.line, len(m.v.b))], "\r\n")
	if m.line == 0 {
		first = m.v.b
		m.line = len(m.v.b)
	}
	word, rest, more := bytes.Cut(first, []byte(" "))
	second, _, _ := bytes.Cut(rest, []byte(" "))
	switch {
	case m.response && more:
		m.code, _ = strconv.ParseUint(string(second), 10, 16)
	case !m.response:
		m.method = word
		if more {
			m.uri = second
		}
	}
	m.head = m.lines(func(off, n, colon int) {
		line := m.v.b[off : off+n]
		value := line[colon+1:]
		switch name := line[:colon]; {
		case equalFold(name, "content-length"):
			if length, err := strconv.ParseInt(string(bytes.TrimSpace(value)), 10, 64); err == nil && length >= 0 {
				m.length = length
			}
		case equalFold(name, "transfer-encoding"):
			m.chunked = bytes.EqualFold(bytes.TrimSpace(value), []byte("chunked"))
		case equalFold(name, "upgrade"):
			m.upgrade = bytes.TrimSpace(value)
		case equalFold(name, "content-encoding"):
			m.coding = bytes.TrimSpace(value)
		case equalFold(name, "host"):
			m.host = bytes.TrimSpace(value)
		case equalFold(name, "content-type"):
			m.kind, m.parameters, _ = bytes.Cut(bytes.TrimSpace(value), []byte(";"))
			m.kind = bytes.TrimSpace(m.kind)
		}
	})
}

// equalFold is small enough to be inlined: most names differ in length.
func equalFold(b []byte, s string) bool {
	return len(b) == len(s) && bytes.EqualFold(b, []byte(s))
}

// body returns how many of the octets behind the headers belong to the message,
// and how many more it needs.
func (m *webMessage) body(b []byte) (n, need int) {
	if m.response {
		if m.web.head || m.code/100 == 1 || m.code == 204 || m.code == 304 {
			return 0, 0
		}
	}
	switch {
	case m.chunked:
		return chunkedBody(b)
	case m.length >= 0:
		if m.length > int64(len(b)) {
			return len(b), int(min(m.length-int64(len(b)), maxMessage+1))
		}
		return int(m.length), 0
	case m.response:
		return len(b), 0
	}
	return 0, 0
}

// chunk reads the head of a chunk: its size, and how many octets the head takes;
// 0 where it has not come whole, -1 where it is none.
func chunk(b []byte) (size int64, head int) {
	i := bytes.IndexByte(b, '\n')
	if i < 0 {
		if len(b) > 4096 {
			return 0, -1
		}
		return 0, 0
	}
	text, _, _ := bytes.Cut(b[:i], []byte(";"))
	size, err := strconv.ParseInt(string(bytes.TrimSpace(text)), 16, 64)
	if err != nil || size < 0 || size > 1<<40 {
		return 0, -1
	}
	return size, i + 1
}

// chunkedBody measures a chunked body with its trailer (RFC 9112 Section 7.1).
func chunkedBody(b []byte) (n, need int) {
	at := 0
	for {
		size, head := chunk(b[at:])
		switch {
		case head < 0:
			return len(b), 0
		case head == 0:
			return len(b), oneSegment
		case size == 0:
			at += head
			for { // the trailer, up to an empty line
				i := bytes.IndexByte(b[at:], '\n')
				if i < 0 {
					return len(b), oneSegment
				}
				line := bytes.TrimRight(b[at:at+i], "\r")
				at += i + 1
				if len(line) == 0 {
					return at, 0
				}
			}
		}
		end := int64(at+head) + size + 2
		if end > int64(len(b)) {
			return len(b), int(max(int64(len(b))-end, -maxMessage-1))
		}
		at = int(end)
	}
}

// dissect adds the fields of a message that stands behind before octets of others;
// n octets of body follow the headers.
func (m *webMessage) dissect(n, before int) {
	if m.d.wants(m.id) {
		size := len(m.v.b) // the layer goes to the end, unless its body is another layer
		if n > 0 && len(m.kind) > 0 && webContent(m.kind) != "media" {
			size = min(before+m.head, size)
		}
		m.layer.header(m.id, 0, size, m.value)
	}
	m.opening()
	m.relate()
	if n == 0 || m.over || !m.d.ofBody {
		return
	}
	m.content(n)
}

// unfinished shows of a message whose headers do not end what there is: whole
// lines.
func (m *webMessage) unfinished() {
	m.layer.header(m.id, 0, len(m.v.b), m.value)
	m.head = bytes.LastIndexByte(m.v.b, '\n') + 1
	if rest := m.v.b[m.head:]; (m.id != ssdpLayer || m.head > 0) && len(rest) > 0 && bytes.IndexByte(rest, ':') < 0 { // else it is taken for a whole line
		m.d.runsOut(m.v)
	}
	if m.head == 0 {
		return
	}
	m.survey()
	m.opening()
}

// opening adds the first line and the headers.
func (m *webMessage) opening() {
	if m.d.quiet.Has(httpLayer) {
		return
	}
	if m.response {
		m.statusLine()
	} else {
		m.requestLine()
	}
	if m.d.ofLines {
		m.lines(m.header)
	}
}

func (m *webMessage) statusLine() {
	m.chat()
	line := bytes.TrimRight(m.v.b[:m.line], "\r\n")
	version, rest, _ := bytes.Cut(line, []byte(" "))
	m.text(httpResponseVersion, 0, len(version))
	code, phrase, ok := bytes.Cut(rest, []byte(" "))
	if len(code) == 0 {
		return
	}
	at := len(version) + 1
	m.computed(httpResponseCode, at, len(code), m.code)
	desc, known := webCodes[m.code]
	if !known {
		desc = "Unknown (" + strconv.FormatUint(m.code, 10) + ")"
	}
	if m.d.wants(httpResponseCodeDesc) {
		m.written(httpResponseCodeDesc, at, len(code), m.d.write(desc))
	}
	if ok {
		m.text(httpResponsePhrase, at+len(code)+1, len(phrase))
	}
}

func (m *webMessage) requestLine() {
	m.chat()
	line := bytes.TrimRight(m.v.b[:m.line], "\r\n")
	at := len(m.method)
	m.text(httpRequestMethod, 0, at)
	if len(m.uri) == 0 {
		return
	}
	at++
	m.text(httpRequestURI, at, len(m.uri))
	if path, query, ok := bytes.Cut(m.uri, []byte("?")); ok {
		m.text(httpRequestURIPath, at, len(path))
		from := at + len(path) + 1
		m.text(httpRequestURIQuery, from, len(query))
		for p := range bytes.SplitSeq(query, []byte("&")) {
			m.text(httpRequestURIQueryParameter, from, len(p))
			from += len(p) + 1
		}
	}
	if at += len(m.uri) + 1; at < len(line) {
		m.text(httpRequestVersion, at, len(line)-at)
	}
}

// header adds one header line.
func (m *webMessage) header(off, n, colon int) {
	line := m.v.b[off : off+n]
	all := httpRequestLine
	if m.response {
		all = httpResponseLine
	}
	from := colon + 1
	for from < n && (line[from] == ' ' || line[from] == '\t') {
		from++
	}
	value := bytes.TrimRight(line[from:], "\r\n \t")
	if !isToken(line[:colon]) {
		if !m.response && string(m.method) == "NOTIFY" {
			m.written(httpUnknownHeader, off, n, m.escaped(line))
		} else {
			m.text(all, off, n)
		}
		m.expert(httpBadHeaderName)
		return
	}
	id, ok := webHeaders[string(bytes.ToLower(line[:colon]))]
	if ok {
		m.put(id, off, n, StringValue(value))
		m.special(id, off, n, from, value)
	}
	switch {
	case m.response || string(m.method) != "NOTIFY":
		m.text(all, off, n)
	case !ok:
		m.written(httpUnknownHeader, off, n, m.escaped(line))
	}
}

// escaped is a line with the characters of its end written out.
func (m *webMessage) escaped(line []byte) []byte {
	d := m.d
	d.ink = d.ready(2 * len(line))
	at := len(d.ink)
	for _, c := range line {
		switch c {
		case '\r':
			d.ink = append(d.ink, `\r`...)
		case '\n':
			d.ink = append(d.ink, `\n`...)
		default:
			d.ink = append(d.ink, c)
		}
	}
	return d.keep(at)
}

// special adds what some headers hold inside.
func (m *webMessage) special(id FieldID, off, n, from int, value []byte) {
	switch id {
	case httpContentLengthHeader:
		if m.length >= 0 {
			m.computed(httpContentLength, off, n, uint64(m.length))
		}
		if _, err := strconv.ParseUint(string(value), 10, 63); err == nil {
			if m.measured = true; m.coded {
				m.expert(httpTeAndLength)
			}
		}
	case httpTransferEncoding:
		if m.measured {
			m.expert(httpTeAndLength)
		}
		if m.coded = true; !knownCodings(value) {
			m.expert(httpTeUnknown)
		}
	case httpAuthorization, httpProxyAuthorization:
		if rest, ok := bytes.CutPrefix(value, []byte("Basic ")); ok {
			text := m.d.write(string(rest))
			if k, err := base64.StdEncoding.Decode(text, rest); err == nil {
				m.put(httpAuthbasic, off, 0, StringValue(text[:k]))
			}
		}
	case httpCookie:
		at := off + from
		for pair := range bytes.SplitSeq(value, []byte(";")) {
			lead := len(pair) - len(bytes.TrimLeft(pair, " "))
			if len(pair) > lead {
				m.text(httpCookiePair, at+lead, len(pair)-lead)
			}
			at += len(pair) + 1
		}
	default:
	}
}
