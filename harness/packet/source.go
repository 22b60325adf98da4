package packet

import (
	"errors"
	"io"
)

const (
	firstChunk = 32 << 10 // octets; each chunk is twice as long as the one before
	lastChunk  = 1 << 20  // but for this
)

// source hands out the octets of a file. What it has handed out stays as it is,
// for frames to share, so that a file is copied once: from the kernel.
type source struct {
	r     io.Reader
	chunk []byte // read so far
	at    int    // in chunk, of the next octet to be handed out
	err   error  // that reading ended with
}

// await reads until n octets can be handed out, and takes memory only as they come.
func (s *source) await(n int) error {
	for empty := 0; len(s.chunk)-s.at < n; {
		if s.err != nil {
			return s.err
		}
		if len(s.chunk) == cap(s.chunk) || s.at > 0 && n > cap(s.chunk)-s.at {
			rest := s.chunk[s.at:]
			size := max(firstChunk, min(2*cap(s.chunk), lastChunk), 2*len(rest))
			s.chunk, s.at = append(make([]byte, 0, size), rest...), 0
		}
		m, err := s.r.Read(s.chunk[len(s.chunk):cap(s.chunk)])
		s.chunk, s.err = s.chunk[:len(s.chunk)+m], err
		if empty++; m > 0 {
			empty = 0
		} else if err == nil && empty > 100 {
			s.err = io.ErrNoProgress
		}
	}
	return nil
}

// peek returns the next n octets, which next will return again, or as many as there
// are.
func (s *source) peek(n int) ([]byte, error) {
	err := s.await(n)
	return s.chunk[s.at:min(s.at+n, len(s.chunk))], err
}

// next returns the next n octets, or as many as there are with io.EOF, if there are
// none, or io.ErrUnexpectedEOF.
func (s *source) next(n int) ([]byte, error) {
	err := s.await(n)
	b := s.chunk[s.at:min(s.at+n, len(s.chunk)):min(s.at+n, len(s.chunk))]
	s.at += len(b)
	if len(b) > 0 && errors.Is(err, io.EOF) {
		err = io.ErrUnexpectedEOF
	}
	return b, err
}

// has tells whether n octets can be handed out without waiting for them.
func (s *source) has(n int) bool { return s.err != nil || len(s.chunk)-s.at >= n }
