package packet

import (
	"bytes"
	"strconv"
	"strings"
)

const tftpPort = 69

// The operations of TFTP (RFC 1350 Section 5, RFC 2347).
const (
	tftpRead       = 1
	tftpWrite      = 2
	tftpDataBlock  = 3
	tftpAck        = 4
	tftpError      = 5
	tftpOptionAck  = 6
	tftpOldOptions = 255 // what option acknowledgements were in drafts
)

const maxFileName = 512 // octets of a file's name that are remembered

// transfer is what the messages of one transfer have in common.
type transfer struct {
	name    []byte
	request sighting
	last    uint32 // the highest block of data
	windows bool   // acknowledgements tell the next window
	window  byte   // that was told last
	size    int64  // octets of a block, unless 0
	probes  bool   // the request asks for the size of the file
	before  uint64 // the operation of the message before
	ended   bool   // a block was short
}

// tftp dissects a message of TFTP (RFC 1350). The server answers a request from
// another port than that which the request went to; the request claims for TFTP
// whatever comes from there.
func (d *Dissector) tftp(v view, s *udpStream, src, dst uint16) {
	if !d.enter("tftp") || len(v.b) == 0 {
		return
	}
	m := tftpMessage{layer: layer{d: d, v: v}}
	operation := m.number(0, 2)
	m.transfer = d.transferOf(v.b, s, src, dst)
	size := len(v.b)
	if operation == tftpDataBlock && !m.over {
		size = min(size, 4)
	}
	m.over = false
	m.header(tftpLayer, 0, size, v.b)
	m.uint(tftpOpcode, 0, 2)
	if m.over {
		return
	}
	if operation != tftpRead && operation != tftpWrite && m.transfer.request.seen {
		m.written(tftpDestinationFile, 0, 0, m.transfer.name)
		m.computed(tftpRequestFrame, 0, 0, m.transfer.request.number)
	}
	switch operation {
	case tftpRead:
		m.asked(tftpSourceFile, true)
	case tftpWrite:
		m.asked(tftpDestinationFile, false)
	case tftpDataBlock:
		m.data(v)
	case tftpAck:
		m.block(0)
		if m.transfer.windows && len(v.b) > 4 {
			m.window(byte(m.uint(tftpNextwindowsize, 4, 1)))
		}
	case tftpError:
		code := m.uint(tftpErrorCode, 2, 2)
		m.text(tftpErrorMessage, 4)
		if m.transfer.probed(code) {
			m.expert(tftpLikelyTsizeProbe)
		} else {
			m.expert(tftpErrorExpert)
		}
	case tftpOptionAck, tftpOldOptions:
		m.options(2, operation)
	default:
		if v.want() > 2 {
			m.bytes(tftpData, 2, v.want()-2)
		}
	}
	if !m.over {
		m.transfer.before = operation
	}
}

// data dissects a block.
func (m *tftpMessage) data(v view) {
	t := m.transfer
	size := t.size
	if size == 0 {
		size = 512 // RFC 1350 Section 2
	}
	number := m.block(size)
	t.last = max(t.last, number)
	t.ended = t.ended || int64(v.want()-4) < size
	if !m.over {
		m.d.data(v.from(4))
	}
}

// window tells of a window that is another than the one before.
func (m *tftpMessage) window(size byte) {
	if t := m.transfer; !m.over && size != t.window && !t.ended {
		t.window = size
		m.expert(tftpWindowsizeChange)
	}
}

// probed reports whether an error is the end of a request that was only to learn the
// size of a file.
func (t *transfer) probed(code uint64) bool {
	const undefined, refused = 0, 8
	if code != undefined && code != refused || !t.probes {
		return false
	}
	return t.before == tftpOptionAck || t.before == tftpDataBlock && t.last == 1
}

// transferOf finds the transfer that a message belongs to, or begins one.
func (d *Dissector) transferOf(b []byte, s *udpStream, src, dst uint16) *transfer {
	switch {
	case dst == tftpPort && isTFTPRequest(b):
		t := new(transfer)
		d.claim(src, &udpStream{spoken: tftpLayer, transfer: t})
		return t
	case s.transfer == nil:
		s.transfer = new(transfer)
	}
	if c := d.claimed(src, dst); c != nil && c.transfer != nil {
		return c.transfer
	}
	return s.transfer
}

// isTFTPRequest tells whether a message asks for a transfer beyond doubt: its texts are printable and
// end, and its mode is one of those that there are.
func isTFTPRequest(b []byte) bool {
	if len(b) < 2 || b[0] != 0 || b[1] != tftpRead && b[1] != tftpWrite {
		return false
	}
	_, rest, ok := printable(b[2:])
	if !ok {
		return false
	}
	mode, rest, ok := printable(rest)
	if !ok {
		return false
	}
	switch strings.ToLower(string(mode)) {
	case "netascii", "octet", "mail":
	default:
		return false
	}
	for len(rest) > 0 && bytes.IndexByte(rest, 0) >= 0 {
		if _, rest, ok = printable(rest); ok {
			_, rest, ok = printable(rest)
		}
		if !ok {
			return false
		}
	}
	return true
}

// printable cuts off a text, which ends with a zero.
func printable(b []byte) (text, rest []byte, ok bool) {
	text, rest, ok = bytes.Cut(b, []byte{0})
	for _, c := range text {
		ok = ok && c >= ' ' && c <= '~'
	}
	return text, rest, ok
}

type tftpMessage struct {
	layer
	transfer *transfer
}

// asked dissects a request, with which the transfer begins anew.
func (m *tftpMessage) asked(file FieldID, reads bool) {
	name, off := m.text(file, 2)
	if m.over {
		return
	}
	*m.transfer = transfer{name: bytes.Clone(name[:min(len(name), maxFileName)]), request: m.d.sight()}
	_, off = m.text(tftpType, off)
	operation := uint64(tftpWrite)
	if reads {
		operation = tftpRead
	}
	m.options(off, operation)
}

// text adds a text that ends with a zero, and returns what comes behind that.
func (m *tftpMessage) text(id FieldID, off int) (s []byte, end int) {
	n := m.sized(off)
	if m.over {
		return nil, off
	}
	s = m.d.ascii(m.v.b[off : off+n-1])
	m.written(id, off, n, s)
	return s, off + n
}

// sized is how many octets a text has with its end.
func (m *tftpMessage) sized(off int) int {
	if !m.has(off, 1) {
		return 0
	}
	n := bytes.IndexByte(m.v.b[off:], 0) + 1
	if n == 0 {
		m.lack(len(m.v.b), 1)
	}
	return n
}

// options dissects pairs of names and values (RFC 2347).
func (m *tftpMessage) options(off int, operation uint64) {
	t := m.transfer

	for !m.over && off < m.v.want() {
		value := off + m.sized(off)
		m.sized(value)
		name, _ := m.text(tftpOptionName, off)
		was, end := m.text(tftpOptionValue, value)
		switch strings.ToLower(string(name)) {
		case "tsize":
			t.probes = t.probes || operation == tftpRead
		case "blksize":
			if operation != tftpOptionAck {
				break
			}
			if n := optionNumber(was); n >= 8 && n <= 65464 {
				t.size = n
			} else if !m.over {
				m.expert(tftpBlocksizeRange)
			}
		case "windowsize":
			switch n := optionNumber(was); {
			case operation == tftpOldOptions:
			case n < 1 || n > 65535:
				m.expert(tftpWindowsizeRange)
			case operation == tftpOptionAck:
				t.window = byte(n)
			}
		case "msftwindow":
			offer := "31416"
			if operation == tftpOptionAck {
				offer = "27182"
				t.windows = string(was) == offer
			}
			if string(was) != offer && operation != tftpOldOptions {
				m.expert(tftpMsftwindowUnrecognized)
			}
		}
		off = end
	}
}

// optionNumber is the decimal number that a text begins with, behind blanks, in 32 bits; 0
// for none.
func optionNumber(text []byte) int64 {
	text = bytes.TrimLeft(text, " \t\n\v\f\r")
	n := 0
	if len(text) > 0 && (text[0] == '-' || text[0] == '+') {
		n++
	}
	for n < len(text) && text[n] >= '0' && text[n] <= '9' {
		n++
	}
	v, _ := strconv.ParseInt(string(text[:n]), 10, 64)
	return int64(int32(v))
}

// block adds a block's number, and that number with all its bits: the one nearest
// to the highest so far.
// Of a block of data that is as large as all others, size, the last one before the numbers wrap is told.
func (m *tftpMessage) block(size int64) uint32 {
	n := uint16(m.uint(tftpBlock, 2, 2))
	behind := len(m.d.fields)
	last := m.transfer.last
	if m.over {
		return last
	}
	full := last + uint32(n-uint16(last))
	if full-last > 1<<15 && full >= 1<<16 {
		full -= 1 << 16
	}
	m.computed(tftpBlockFull, 0, 0, uint64(full))
	if full == 0xffff && size == int64(m.v.want()-4) && size > 0 {
		m.early(behind, func() { m.expert(tftpBlockWrap) })
	}
	return full
}
