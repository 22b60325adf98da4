package packet

// Tags of BER (ITU-T X.690), as they stand in one octet.
const (
	berInteger     = 0x02
	berOctetString = 0x04
	berNull        = 0x05
	berOID         = 0x06
	berSequence    = 0x30

	berConstructed = 0x20
	berContext     = 0x80 // with berClass
	berClass       = 0xc0
)

const maxBERDepth = 16 // of elements of indefinite length in one another

// berElement is one element: its first octet, its content from off to end, and where
// the next one begins.
type berElement struct {
	tag            byte
	off, end, next int
}

// element reads the header of the element at off; what contains it ends at limit. A layer
// that has no such element there is over.
func (l *layer) element(off, limit int) berElement {
	return l.elementAt(off, limit, 0)
}

func (l *layer) elementAt(off, limit, depth int) berElement {
	e := berElement{tag: byte(l.number(off, 1))}
	off++
	if e.tag&0x1f == 0x1f { // a longer tag
		for l.number(off, 1)&0x80 != 0 && !l.over {
			off++
		}
		off++
	}
	n := int(l.number(off, 1))
	off++
	switch {
	case n == 0x80 && e.tag&berConstructed != 0 && depth < maxBERDepth:
		e.off, e.end = off, off
		for !l.over {
			if l.number(e.end, 2) == 0 {
				e.next = e.end + 2
				return e
			}
			e.end = l.elementAt(e.end, limit, depth+1).next
		}
		return e
	case n > 0x80 && n <= 0x84:
		width := n & 0x7f
		n = int(l.number(off, width))
		off += width
	case n >= 0x80:
		l.broken()
	}
	e.off, e.end, e.next = off, off+n, off+n
	if e.end > limit {
		l.broken()
	}
	return e
}

// members calls each for the elements from off to end whose tags are those expected, with
// the place of the tag. An element that comes in place of another counts for that.
func (l *layer) members(off, end int, expected []byte, each func(i int, e berElement)) {
	for i, tag := range expected {
		if off >= end || l.over {
			return
		}
		e := l.element(off, end)
		if l.over {
			return
		}
		if tag == 0 || e.tag == tag {
			each(i, e)
		} else {
			l.contradicts()
		}
		off = e.next
	}
	if off < end && !l.over {
		l.contradicts()
	}
}

// signed adds an integer with a sign, of 32 bits at most.
func (l *layer) signed(id FieldID, e berElement) int32 {
	var n int32
	for i, c := range l.content(e) {
		if i == 0 {
			n = int32(int8(c))
		} else {
			n = n<<8 | int32(c)
		}
	}
	if !l.over {
		l.put(id, e.off, e.end-e.off, IntValue(int64(n)))
	}
	return n
}

// unsigned adds an integer without a sign, of 32 bits at most.
func (l *layer) unsigned(id FieldID, e berElement) uint32 {
	var n uint32
	for _, c := range l.content(e) {
		n = n<<8 | uint32(c)
	}
	l.computed(id, e.off, e.end-e.off, uint64(n))
	return n
}

// content is an element's octets.
func (l *layer) content(e berElement) []byte {
	if !l.has(e.off, e.end-e.off) {
		return nil
	}
	return l.v.b[e.off:e.end]
}

// present adds an element that has no value of its own, as far as it was captured.
func (l *layer) present(id FieldID, e berElement) {
	l.none(id, e.off, min(e.end, len(l.v.b))-e.off)
}

// octetString adds an element as octets, string as text.
func (l *layer) octetString(id FieldID, e berElement) { l.bytes(id, e.off, e.end-e.off) }

func (l *layer) string(id FieldID, e berElement) {
	if b := l.content(e); !l.over {
		l.written(id, e.off, e.end-e.off, l.d.ascii(b))
	}
}
