package packet

import (
	"errors"
	"io"
)

const (
	firstChunk = 32 << 10 // octets; each chunk is twice as long as the one before
	lastChunk  = 256 << 10
)

// source hands out the octets of a file. What it has handed out stays as it is,
// for frames to share, so that a file is copied once: from the kernel.
type source struct {
	r     io.Reader
	chunk []byte // read so far
	at    int    // in chunk, of the next octet to be handed out
	err   error  // that reading ended with

	wait func()                  // unless nil, is called before reading, which may take long
	swap func(old []byte) []byte // unless nil, takes a chunk that is full and may give another
}

// await reads until n octets can be handed out, and takes memory only as they come.
func (s *source) await(n int) error {
	for empty := 0; len(s.chunk)-s.at < n; {
		if s.err != nil {
			return s.err
		}
		if s.wait != nil {
			s.wait()
		}
		if len(s.chunk) == cap(s.chunk) || s.at > 0 && n > cap(s.chunk)-s.at {
			s.turn()
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

// turn goes on in another chunk, with what has not been handed out.
func (s *source) turn() {
	rest := s.chunk[s.at:]
	size := max(firstChunk, min(2*cap(s.chunk), lastChunk), 2*len(rest))
	var chunk []byte
	if s.swap != nil {
		chunk = s.swap(s.chunk)
	}
	if cap(chunk) < size {
		chunk = make([]byte, 0, size)
	}
	s.chunk, s.at = append(chunk[:0], rest...), 0
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
	if end := s.at + n; end <= len(s.chunk) {
		b := s.chunk[s.at:end:end]
		s.at = end
		return b, nil
	}
	err := s.await(n)
	end := min(s.at+n, len(s.chunk))
	b := s.chunk[s.at:end:end]
	s.at = end
	if len(b) > 0 && errors.Is(err, io.EOF) {
		err = io.ErrUnexpectedEOF
	}
	return b, err
}
