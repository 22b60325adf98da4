package packet

import (
	"net/netip"
	"time"
)

// maxStreams is how many TCP connections, and how many UDP ones, are remembered
// at once. When more are seen, those that have been still longest are forgotten,
// and should they speak again, they count as new.
const maxStreams = 1 << 16

// streamKey names a conversation, whichever side speaks.
type streamKey struct {
	low, high         netip.Addr
	lowPort, highPort uint16
}

// newStreamKey also tells whether the sender is the low end.
func newStreamKey(src, dst netip.Addr, srcPort, dstPort uint16) (k streamKey, low bool) {
	c := src.Compare(dst)
	if c < 0 || c == 0 && srcPort <= dstPort {
		return streamKey{src, dst, srcPort, dstPort}, true
	}
	return streamKey{dst, src, dstPort, srcPort}, false
}

// streams remembers conversations.
type streams[T any] struct {
	memory[streamKey, *T]
	next   uint32 // index of the next stream
	recent *[64]recent[T]
}

// recent is a stream that spoke of late, and is in the younger generation unless that
// has changed.
type recent[T any] struct {
	key    streamKey
	stream *T
	turn   int
}

// slot is where a stream stands if it spoke of late.
func (s *streams[T]) slot(k *streamKey) *recent[T] {
	return &s.recent[(k.lowPort^k.highPort)%uint16(len(s.recent))]
}

func (s *streams[T]) find(k streamKey) *T {
	if s.recent == nil {
		return nil
	}
	r := s.slot(&k)
	if r.stream != nil && r.turn == s.turns && r.key == k {
		return r.stream
	}
	t, ok := s.memory.find(k, maxStreams)
	if ok {
		*r = recent[T]{k, t, s.turns}
	}
	return t
}

func (s *streams[T]) put(k streamKey, t *T) {
	s.memory.put(k, t, maxStreams)
	if s.recent == nil {
		s.recent = new([64]recent[T])
	}
	*s.slot(&k) = recent[T]{k, t, s.turns}
}

// index counts the streams of a capture from 0.
func (s *streams[T]) index() uint32 {
	s.next++
	return s.next - 1
}

// moments are the times of a stream's first and last frame.
type moments struct{ first, last time.Time }

// begin notes the first frame.
func (m *moments) begin(now time.Time) {
	if m.first.IsZero() {
		m.first, m.last = now, now
	}
}

// pass notes another frame, and tells how long ago those were.
func (m *moments) pass(now time.Time) (first, last time.Duration) {
	m.begin(now)
	first, last = now.Sub(m.first), now.Sub(m.last)
	m.last = now
	return first, last
}

// tick adds how long ago those were.
func (m *moments) tick(l *layer, relative, delta FieldID, now time.Time) {
	first, last := m.pass(now)
	if !l.over {
		l.put(relative, 0, 0, DurationValue(first))
		l.put(delta, 0, 0, DurationValue(last))
	}
}
