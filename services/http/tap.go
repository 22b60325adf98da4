package http

import (
	"bytes"
	"net"
	"strconv"
	"strings"
	"sync"
)

// maxKept bounds what a tap keeps of one request. The rest is counted.
const maxKept = 256 << 10

// maxWaiting bounds the requests a client may have sent ahead of the answers
// and still find recorded.
const maxWaiting = 64

type tapKey struct{}

// limitListener hands out no more connections than its limit at a time.
type limitListener struct {
	net.Listener
	slots chan struct{}
	done  chan struct{}
	once  sync.Once
}

func newLimitListener(l net.Listener, limit int) *limitListener {
	return &limitListener{Listener: l, slots: make(chan struct{}, limit), done: make(chan struct{})}
}

// Accept implements net.Listener.
func (l *limitListener) Accept() (net.Conn, error) {
	select {
	case l.slots <- struct{}{}:
	case <-l.done:
		return nil, net.ErrClosed
	}
	c, err := l.Listener.Accept()
	if err != nil {
		<-l.slots
		return nil, err
	}
	return &limitedConn{Conn: c, release: sync.OnceFunc(func() { <-l.slots })}, nil
}

// Close implements net.Listener.
func (l *limitListener) Close() error {
	l.once.Do(func() { close(l.done) })
	return l.Listener.Close()
}

type limitedConn struct {
	net.Conn
	release func()
}

// Close implements net.Conn.
func (c *limitedConn) Close() error {
	defer c.release()
	return c.Conn.Close()
}

// CloseWrite ends the sending half.
func (c *limitedConn) CloseWrite() error { return closeWrite(c.Conn) }

// closeWrite ends the sending half of a connection that has one.
func closeWrite(c net.Conn) error {
	if w, ok := c.(interface{ CloseWrite() error }); ok {
		return w.CloseWrite()
	}
	return nil
}

// tapListener hands out connections that keep the requests as they came.
type tapListener struct{ net.Listener }

// Accept implements net.Listener.
func (l tapListener) Accept() (net.Conn, error) {
	c, err := l.Listener.Accept()
	if err != nil {
		return nil, err
	}
	return newTapConn(c), nil
}

type tapConn struct {
	net.Conn
	tap *tap
}

func newTapConn(c net.Conn) *tapConn { return &tapConn{Conn: c, tap: &tap{}} }

// Read implements net.Conn.
func (c *tapConn) Read(p []byte) (int, error) {
	n, err := c.Conn.Read(p)
	c.tap.feed(p[:n])
	return n, err
}

// CloseWrite ends the sending half, by which net/http lets a client read an
// answer that came before the request was whole.
func (c *tapConn) CloseWrite() error { return closeWrite(c.Conn) }

// tapOf returns the tap of a connection; an idle one of a connection that has none.
func tapOf(c net.Conn) *tap {
	if t, ok := c.(*tapConn); ok {
		return t.tap
	}
	return &tap{}
}

// tap cuts the stream of octets from a client into its requests, by the
// rules of RFC 9112, Section 6, beside the server that parses the same
// stream. What does not look like HTTP stays one request to the end.
type tap struct {
	mu      sync.Mutex
	waiting []*message // requests begun, for the handler to take in turn
	current *message   // nil between requests
	line    []byte     // the line under way
	skipped int        // requests begun that were not kept, for want of room
}

// message is one request as received.
type message struct {
	tap     *tap
	raw     []byte // at most maxKept octets
	size    int64  // octets so far
	header  int    // octets of request line and fields, with the empty line; 0 until it is there
	state   framing
	left    int64 // octets of body or chunk still to come
	length  int64 // Content-Length, -1 without
	chunked bool
}

// framing is the part of a request that comes next.
type framing uint8

const (
	inHeader framing = iota
	inBody
	inChunkSize
	inChunk
	inChunkEnd // the CRLF behind a chunk
	inTrailer
	ended
)

// next returns the request that the handler is called for: handlers of one
// connection run in the order of its requests.
func (t *tap) next() *message {
	if t == nil {
		return nil
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	if len(t.waiting) == 0 {
		if t.skipped > 0 {
			t.skipped--
		}
		return nil
	}
	m := t.waiting[0]
	t.waiting = t.waiting[1:]
	return m
}

// octets returns how many octets of the request have arrived; 0 where it was
// not kept.
func (m *message) octets() int64 {
	if m == nil {
		return 0
	}
	m.tap.mu.Lock()
	defer m.tap.mu.Unlock()
	return m.size
}

// bytes returns the request as received so far, at most maxKept octets, and
// how many of them are its header; 0 while that is incomplete.
func (m *message) bytes() (raw []byte, header int) {
	if m == nil {
		return nil, 0
	}
	m.tap.mu.Lock()
	defer m.tap.mu.Unlock()
	return bytes.Clone(m.raw), m.header
}

// feed takes the octets that came next.
func (t *tap) feed(p []byte) {
	t.mu.Lock()
	defer t.mu.Unlock()
	for len(p) > 0 {
		if t.current == nil {
			// Empty lines before a request line do not count (RFC 9112,
			// Section 2.2).
			if p[0] == '\r' || p[0] == '\n' {
				p = p[1:]
				continue
			}
			t.current = &message{tap: t, length: -1}
			t.line = t.line[:0]
			if len(t.waiting) < maxWaiting && t.skipped == 0 {
				t.waiting = append(t.waiting, t.current)
			} else {
				t.skipped++
			}
		}
		n := t.current.take(&t.line, p)
		p = p[n:]
		if t.current.state == ended {
			t.current = nil
		}
	}
}

// take consumes octets up to the end of a line, of a body or of p, and
// returns how many.
func (m *message) take(line *[]byte, p []byte) int {
	n := len(p)
	if m.state == inBody || m.state == inChunk {
		n = int(min(int64(n), m.left))
		m.left -= int64(n)
		m.keep(p[:n])
		if m.left == 0 {
			if m.state == inBody {
				m.state = ended
			} else {
				m.state = inChunkEnd
			}
		}
		return n
	}
	i := bytes.IndexByte(p, '\n')
	if i >= 0 {
		n = i + 1
	}
	m.keep(p[:n])
	if room := maxHeader - len(*line); room > 0 {
		*line = append(*line, p[:min(n, room)]...)
	}
	if i >= 0 {
		m.end(strings.TrimRight(string(*line), "\r\n"))
		*line = (*line)[:0]
	}
	return n
}

func (m *message) keep(p []byte) {
	m.size += int64(len(p))
	if room := maxKept - len(m.raw); room > 0 {
		m.raw = append(m.raw, p[:min(len(p), room)]...)
	}
}

// end takes a line that is complete.
func (m *message) end(line string) {
	switch m.state {
	case inHeader:
		if line != "" {
			m.field(line)
			return
		}
		m.header = int(min(m.size, maxKept))
		switch {
		case m.chunked:
			m.state = inChunkSize
		case m.length > 0:
			m.state, m.left = inBody, m.length
		default:
			m.state = ended
		}
	case inChunkSize:
		digits, _, _ := strings.Cut(line, ";")
		size, err := strconv.ParseInt(strings.TrimSpace(digits), 16, 63)
		switch {
		case err != nil || size < 0:
			m.state, m.left = inBody, 1<<62 // net/http gives up on it as well
		case size == 0:
			m.state = inTrailer
		default:
			m.state, m.left = inChunk, size
		}
	case inChunkEnd:
		m.state = inChunkSize
	case inTrailer:
		if line == "" {
			m.state = ended
		}
	case inBody, inChunk, ended: // have no lines
	}
}

// field reads the header fields that say how long the body is.
func (m *message) field(line string) {
	name, value, ok := strings.Cut(line, ":")
	if !ok {
		return
	}
	value = strings.Trim(value, " \t")
	switch strings.ToLower(name) {
	case "content-length":
		if n, err := strconv.ParseInt(value, 10, 63); err == nil && n >= 0 {
			m.length = n
		}
	case "transfer-encoding":
		m.chunked = strings.EqualFold(value, "chunked")
	}
}
