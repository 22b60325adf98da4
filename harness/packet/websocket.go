package packet

// The operations of a WebSocket frame (RFC 6455 Section 5.2).
const (
	websocketContinues = 0
	websocketText      = 1
	websocketBinary    = 2
	websocketClose     = 8
	websocketPing      = 9
	websocketPong      = 10
)

// websocketEnd is what one end of a connection has begun to say.
type websocketEnd struct {
	kind    uint64   // of the message
	message *message // the frames that hold it so far; nil between messages
	size    int      // of these
}

// websocket dissects frames of the WebSocket protocol (RFC 6455) as applications of
// TCP are: it returns what it used up and what more it needs.
func (d *Dissector) websocket(v view, e *websocketEnd) (used, need int) {
	patient := !d.o.NoReassembly && !d.quoted && !v.cut()
	for len(v.b) > 0 {
		head, size, ok := websocketHead(v.b)
		if !ok {
			return used, oneSegment
		}
		whole := uint64(head) + size
		if whole > uint64(len(v.b)) && patient {
			return used, int(min(whole-uint64(len(v.b)), maxMessage+1))
		}
		n := int(min(whole, uint64(len(v.b))))
		if !d.enter("http") || !d.enter("websocket") {
			return used + len(v.b), 0
		}
		l := layer{d: d, v: v.first(n)}
		l.computed(tcpPduSize, 0, n, uint64(n))
		l.websocketFrame(head, n-head, e)
		v = v.from(n)
		used += n
	}
	return used, 0
}

// websocketHead measures a frame: the octets before its payload, and those of it.
func websocketHead(b []byte) (head int, size uint64, ok bool) {
	if len(b) < 2 {
		return 0, 0, false
	}
	head, size = 2, uint64(b[1]&0x7f)
	more := 0
	switch size {
	case 126:
		more = 2
	case 127:
		more = 8
	}
	if len(b) < head+more {
		return 0, 0, false
	}
	if more > 0 {
		size = 0
		for _, c := range b[head : head+more] {
			size = size<<8 | uint64(c)
		}
	}
	head += more
	if b[1]&0x80 != 0 {
		head += 4
	}
	return head, min(size, 1<<62), len(b) >= head
}

func (l *layer) websocketFrame(head, n int, e *websocketEnd) {
	off := 2
	b := l.v.b
	masked := b[1]&0x80 != 0
	l.section(websocketLayer, 0, head)
	last := l.flag(websocketFin, 0, 1, 0x80)
	l.part(websocketRsv, 0, 1, 0x70)
	kind := l.part(websocketOpcode, 0, 1, 0x0f)
	l.flag(websocketMask, 1, 1, 0x80)
	switch l.part(websocketPayloadLength, 1, 1, 0x7f) {
	case 126:
		l.uint(websocketPayloadLength16, off, 2)
		off += 2
	case 127:
		l.uint(websocketPayloadLength64, off, 8)
		off += 8
	}
	if masked {
		l.bytes(websocketMaskingKey, off, 4)
		off += 4
	}
	if n == 0 || l.over {
		return
	}
	body := l.v.from(head)
	if masked {
		l.none(websocketMaskedPayload, head, n)
		plain := make([]byte, n)
		for i := range plain {
			plain[i] = body.b[i] ^ b[off-4+i%4]
		}
		body = view{b: plain, off: -1}
	}
	p := layer{d: l.d, v: body}
	p.none(websocketPayload, 0, n)
	if kind < websocketClose && (kind == websocketContinues || !last) {
		p.websocketPart(kind, last, e)
		return
	}
	p.websocketPayload(kind)
}

// websocketPart adds a part to a message, and shows the message when that is its last.
func (l *layer) websocketPart(kind uint64, last bool, e *websocketEnd) {
	d := l.d
	if d.quoted {
		return
	}
	if kind != websocketContinues {
		if e.message != nil {
			d.recall().messages.end(e.message)
		}
		e.kind, e.message, e.size = kind, d.recall().messages.begin(), 0
	}
	m := e.message
	if m == nil || m.gone {
		return
	}
	if e.size+len(l.v.b) > maxMessage {
		d.recall().messages.end(m)
		return
	}
	d.recall().messages.add(m, d.sight(), e.size, l.v.b)
	e.size += len(l.v.b)
	if !last || m.gone {
		return
	}
	d.recall().messages.end(m)
	e.message = nil
	m.end = e.size
	m.join()
	whole := layer{d: d, v: view{b: m.whole, off: -1}}
	whole.websocketPayload(e.kind)
	m.show(&whole, fragmentFields{tree: websocketFragments, fragment: websocketFragment, count: websocketFragmentCount, length: websocketReassembledLength})
}

func (l *layer) websocketPayload(kind uint64) {
	n := len(l.v.b)
	switch kind {
	case websocketText:
		l.fixed(websocketPayloadText, 0, n)
		l.d.enter("data-text-lines")
	case websocketBinary:
		l.d.data(l.v)
	case websocketClose:
		l.none(websocketPayloadClose, 0, n)
		l.uint(websocketPayloadCloseStatusCode, 0, 2)
		if n > 2 {
			l.fixed(websocketPayloadCloseReason, 2, n-2)
		}
	case websocketPing:
		l.bytes(websocketPayloadPing, 0, n)
	case websocketPong:
		l.bytes(websocketPayloadPong, 0, n)
	}
}
