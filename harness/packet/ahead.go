package packet

import (
	"errors"
	"io"
	"iter"
	"slices"
)

const (
	batchFrames = 1024 // at most
	batches     = 8    // that are read and not looked at yet
)

// batch is frames that were read together.
type batch struct {
	frames []Frame
	chunk  []byte // with the octets of these frames and some before, if no later ones are in it
	err    error  // behind the frames
}

// spare is an empty place behind the frames.
func (b *batch) spare() *Frame {
	n := len(b.frames)
	if n == cap(b.frames) {
		b.frames = slices.Grow(b.frames, max(64, n))
	}
	f := &b.frames[:n+1][n]
	*f = Frame{}
	return f
}

// Frames yields the frames of the file, as Next returns them, and last the error
// that is not io.EOF, if there is one. They are read ahead, by a goroutine of its
// own: a frame and its octets hold until the next one is asked for, and Next is not
// to be called meanwhile. The goroutine ends with the loop, or, when that is left
// early, as soon as the read that it waits for returns.
func (r *Reader) Frames() iter.Seq2[*Frame, error] {
	return func(yield func(*Frame, error) bool) {
		full, empty := make(chan *batch, batches), make(chan *batch, batches+2)
		chunks := make(chan []byte, batches+2)
		stop := make(chan struct{})
		defer close(stop)
		go r.ahead(full, empty, chunks, stop)
		for b := range full {
			for i := range b.frames {
				if !yield(&b.frames[i], nil) {
					return
				}
			}
			if b.err != nil {
				yield(nil, b.err)
				return
			}
			if b.chunk != nil {
				offer(chunks, b.chunk)
			}
			offer(empty, b)
		}
	}
}

// offer hands on what can be used again, if there is use for it.
func offer[T any](to chan<- T, v T) {
	select {
	case to <- v:
	default:
	}
}

// ahead reads frames in batches until the file ends or stop is closed. A batch ends
// where reading might take long, so that a frame is seen when it comes.
func (r *Reader) ahead(full chan<- *batch, empty <-chan *batch, chunks <-chan []byte, stop <-chan struct{}) {
	defer close(full)
	b := new(batch)
	stopped, turns := false, 0
	send := func() {
		if len(b.frames) == 0 && b.chunk == nil && b.err == nil {
			return
		}
		select {
		case full <- b:
		case <-stop:
			stopped = true
		}
		turns++
		select {
		case b = <-empty:
			*b = batch{frames: b.frames[:0]}
		default:
			b = new(batch)
		}
	}
	r.r.wait = send
	r.r.swap = func(old []byte) []byte {
		b.chunk = old
		send()
		select {
		case chunk := <-chunks:
			return chunk
		default:
			return nil
		}
	}
	defer func() { r.r.wait, r.r.swap = nil, nil }()
	for !stopped {
		if len(b.frames) == batchFrames {
			send()
		}
		f, turn := b.spare(), turns
		err := r.scan(f)
		if turn != turns { // the batch went while its next frame came
			*b.spare() = *f
		}
		if err == nil {
			b.frames = b.frames[:len(b.frames)+1]
			continue
		}
		if !errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
			b.err = err
		}
		send()
		return
	}
}
