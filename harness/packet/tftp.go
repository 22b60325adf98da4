package packet

import (
	"bytes"
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
		m.asked(tftpSourceFile)
	case tftpWrite:
		m.asked(tftpDestinationFile)
	case tftpDataBlock:
		m.transfer.last = max(m.transfer.last, m.block())
		if !m.over {
			d.data(v.from(4))
		}
	case tftpAck:
		m.block()
		if m.transfer.windows && len(v.b) > 4 {
			m.uint(tftpNextwindowsize, 4, 1)
		}
	case tftpError:
		m.uint(tftpErrorCode, 2, 2)
		m.text(tftpErrorMessage, 4)
	case tftpOptionAck, tftpOldOptions:
		m.options(2, operation == tftpOptionAck)
	default:
		if v.want > 2 {
			m.bytes(tftpData, 2, v.want-2)
		}
	}
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
func (m *tftpMessage) asked(file FieldID) {
	name, off := m.text(file, 2)
	if m.over {
		return
	}
	*m.transfer = transfer{name: bytes.Clone(name[:min(len(name), maxFileName)]), request: m.d.sight()}
	_, off = m.text(tftpType, off)
	m.options(off, false)
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
	m.over = n == 0
	return n
}

// options dissects pairs of names and values (RFC 2347).
func (m *tftpMessage) options(off int, agreed bool) {
	for !m.over && off < m.v.want {
		value := off + m.sized(off)
		m.sized(value)
		name, _ := m.text(tftpOptionName, off)
		was, end := m.text(tftpOptionValue, value)
		if agreed && strings.EqualFold(string(name), "msftwindow") {
			m.transfer.windows = string(was) == "27182"
		}
		off = end
	}
}

// block adds a block's number, and that number with all its bits: the one nearest
// to the highest so far.
func (m *tftpMessage) block() uint32 {
	n := uint16(m.uint(tftpBlock, 2, 2))
	last := m.transfer.last
	if m.over {
		return last
	}
	full := last + uint32(n-uint16(last))
	if full-last > 1<<15 && full >= 1<<16 {
		full -= 1 << 16
	}
	m.computed(tftpBlockFull, 0, 0, uint64(full))
	return full
}
