package packet

import (
	"bytes"
	"slices"
	"strings"
)

// imf dissects a message (RFC 5322), as Wireshark reads it: a header field ends before
// a line that does not begin with a blank, commas part addresses wherever they stand,
// and what stands in a last field that no line ends is not all shown.
func (d *Dissector) imf(v view) {
	if !d.enter("imf") {
		return
	}
	l := layer{d: d, v: v}
	l.section(imfLayer, 0, len(v.b))
	var kind []byte
	off, last := 0, false
	for !last && !l.over {
		colon := bytes.IndexByte(v.b[off:max(off, len(v.b)-2)], ':')
		if colon < 0 {
			off = 0
			break
		}
		var end int
		end, last = headerEnd(v.b, off+colon+1)
		if t := l.mailHeader(off, off+colon, end); t != nil {
			kind = t
		}
		off = end
	}
	if last {
		off = min(off+2, len(v.b))
	}
	if kind == nil {
		l.none(imfMessageText, off, len(v.b)-off)
		return
	}
	d.mailContent(kind, l.v.from(off))
}

// headerEnd finds where a header field ends, from off on, and whether it is the last.
func headerEnd(b []byte, off int) (end int, last bool) {
	most := max(len(b)-2, off)
	for off < most {
		i := bytes.IndexByte(b[off:most], '\r')
		if i < 0 {
			break
		}
		if off += i + 1; b[off] != '\n' {
			continue
		}
		off++
		switch {
		case off >= most:
			return most, true
		case b[off] == '\r' && b[off+1] == '\n':
			return off, true
		case b[off] != ' ' && b[off] != '\t' && b[off] != '\r':
			return off, false
		}
	}
	return most, true
}

// mailHeader shows the header field from off to end, whose colon stands at colon. It
// returns the type of the content with its parameters, where the field tells both.
func (l *layer) mailHeader(off, colon, end int) []byte {
	b := l.v.b
	at := colon + 1
	for at < end && isBlank(b[at]) {
		at++
	}
	if at == end {
		at = colon + 1
	}
	n := end - 2 - at
	if n < 0 {
		n = len(b) - at
	}
	id, ok := mailHeaders[string(bytes.ToLower(b[off:colon]))]
	if !ok {
		l.fixed(imfExtension, off, max(end-2-off, 0))
		l.fixed(imfExtensionType, off, colon-off)
		l.fixed(imfExtensionValue, at, n)
		return nil
	}
	l.fixed(id, at, n)
	switch id {
	case imfContentType:
		semi := bytes.IndexByte(b[at:end], ';')
		if semi < 0 {
			return nil
		}
		l.fixed(imfContentTypeType, at, semi)
		l.fixed(imfContentTypeParameters, at+semi+1, max(n-semi-1, 0))
		return b[at:end]
	case imfFrom, imfResentFrom:
		l.mailboxes(imfMailboxListItem, at, end)
	case imfTo, imfCc, imfBcc, imfReplyTo, imfResentTo, imfResentCc, imfResentBcc, imfExtOriginalTo:
		l.mailboxes(imfAddressListItem, at, end)
	case imfSender, imfResentSender, imfDeliveredTo:
		l.mailbox(at, end)
	default:
	}
	return nil
}

func isBlank(c byte) bool { return c == ' ' || '\t' <= c && c <= '\r' }

// mailboxes shows a list of addresses, each of which is an item.
func (l *layer) mailboxes(item FieldID, off, end int) {
	for off <= end && !l.over {
		n := bytes.IndexByte(l.v.b[off:end], ',')
		if n < 0 {
			n = end - off
		}
		l.fixed(item, off, n)
		group := -1
		if item == imfAddressListItem {
			group = bytes.IndexByte(l.v.b[off:off+n], ':')
		}
		if group >= 0 { // of which the name is not shown
			l.fixed(imfDisplayName, off, 0)
			at := off + group + 1
			for at < off+n && isBlank(l.v.b[at]) {
				at++
			}
			l.mailboxes(imfMailboxListItem, at, off+n)
		} else {
			l.mailbox(off, off+n)
		}
		off += n + 1
	}
}

// mailbox shows an address, with the name that stands before it.
func (l *layer) mailbox(off, end int) {
	b := l.v.b
	for at := off; at < end; at++ {
		if b[at] != '<' {
			continue
		}
		from, to := off, at
		for from < to && isBlank(b[from]) {
			from++
		}
		for to > from && isBlank(b[to-1]) {
			to--
		}
		if to > from {
			l.fixed(imfDisplayName, from, to-from)
		}
		if n := bytes.IndexByte(b[at:end], '>'); n > 0 {
			l.fixed(imfAddress, at+1, n-1)
		}
		return
	}
	l.fixed(imfAddress, off, end-off)
}

// mailContent tells which protocols a message's text is shown as. kind is its type
// with the parameters.
func (d *Dissector) mailContent(kind []byte, v view) {
	kind, parameters, _ := bytes.Cut(kind, []byte(";"))
	switch name := mailProtocol(kind); name {
	case "":
	case "data":
		d.data(v)
	case "imf":
		d.imf(v)
	case "mime_multipart":
		d.multipart(boundary(parameters), v)
	default:
		if len(v.b) > 0 {
			d.enter(name)
		}
	}
}

// mailProtocol names the protocol of a type of content, or none.
func mailProtocol(kind []byte) string {
	plain := [...]string{"text/plain", "text/html", "text/css", "text/javascript", "application/javascript", "application/x-javascript"}
	switch k := string(bytes.ToLower(kind)); {
	case slices.Contains(plain[:], k):
		return "data-text-lines"
	case k == "application/octet-stream":
		return "data"
	case k == "message/rfc822":
		return "imf"
	case strings.HasPrefix(k, "multipart/"):
		return "mime_multipart"
	default:
		if name := webContent(kind); name == "xml" || name == "json" || name == "urlencoded-form" {
			return name
		}
		return ""
	}
}

// boundary finds among the parameters of a type what parts its parts (RFC 2046
// Section 5.1).
func boundary(parameters []byte) []byte {
	for p := range bytes.SplitSeq(parameters, []byte(";")) {
		name, value, _ := bytes.Cut(p, []byte("="))
		if !equalFold(bytes.TrimSpace(name), "boundary") {
			continue
		}
		value = bytes.TrimSpace(value)
		if quoted, ok := bytes.CutPrefix(value, []byte(`"`)); ok {
			value, _, _ = bytes.Cut(quoted, []byte(`"`))
		}
		return value
	}
	return nil
}

// multipart tells which protocols the parts of a message are shown as. A part without
// a type is data, with the line that ends its header.
func (d *Dissector) multipart(mark []byte, v view) {
	if len(mark) == 0 || !d.enter("mime_multipart") {
		return
	}
	defer func(was int) { d.depth = was }(d.depth)
	line := append([]byte("--"), mark...)
	b := v.b
	from := -1 // where the part in hand begins
	for off := 0; off < len(b); {
		n, next, _ := cutLine(b[off:])
		if rest, ok := bytes.CutPrefix(b[off:off+n], line); ok {
			if from >= 0 {
				d.part(v.from(from).first(max(off-2-from, 0)))
			}
			if from = off + next; bytes.HasPrefix(rest, []byte("--")) {
				return
			}
		}
		off += next
	}
}

// part dissects a part of a message.
func (d *Dissector) part(v view) {
	var kind []byte
	body := v
	for off := 0; off < len(v.b); {
		n, next, _ := cutLine(v.b[off:])
		line := v.b[off : off+n]
		if n == 0 {
			if off > 0 {
				body = v.from(off + next)
			}
			break
		}
		if name, value, ok := bytes.Cut(line, []byte(":")); ok && equalFold(name, "content-type") {
			kind = bytes.TrimSpace(value)
		}
		off += next
	}
	bare, parameters, _ := bytes.Cut(kind, []byte(";"))
	if len(body.b) == 0 {
		return
	}
	switch name := partProtocol(bytes.TrimSpace(bare)); name {
	case "data":
		d.data(body)
	case "mime_multipart":
		d.multipart(boundary(parameters), body)
	case "imf":
		d.imf(body)
	default:
		d.enter(name)
	}
}

// partProtocol names the protocol of a type that a part has.
func partProtocol(kind []byte) string {
	if name := mailProtocol(kind); name != "" {
		return name
	}
	switch name := webContent(kind); name {
	case "":
		return "data"
	case "data-text-lines":
		return "media"
	default:
		return name
	}
}
