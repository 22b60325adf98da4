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

	scouted
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
		for b := range r.batches(nil) {
			for i := range b.frames {
				if !yield(&b.frames[i], nil) {
					return
				}
			}
			if b.err != nil {
				yield(nil, b.err)
				return
			}
		}
	}
}

// batches yields the frames of the file in batches, read ahead, which hold until the
// next one is asked for. Each is also sent to scouts, unless that is nil, which has room
// for all and is closed when reading has ended.
func (r *Reader) batches(scouts chan<- *batch) iter.Seq[*batch] {
	return func(yield func(*batch) bool) {
		a := ahead{
			full: make(chan *batch, batches), scouts: scouts, stop: make(chan struct{}),
			empty: make(chan *batch, batches+2), chunks: make(chan []byte, batches+2),
		}
		defer close(a.stop)
		r.ended = make(chan struct{})
		go a.read(r)
		for b := range a.full {
			if !yield(b) {
				return
			}
			if b.chunk != nil {
				offer(a.chunks, b.chunk)
			}
			offer(a.empty, b)
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

// ahead reads ahead.
type ahead struct {
	full   chan *batch
	scouts chan<- *batch
	stop   chan struct{}
	empty  chan *batch // to be used again, as the next are
	chunks chan []byte

	batch   *batch // in hand
	turns   int    // how many were before
	stopped bool
}

// send hands on the batch in hand.
func (a *ahead) send() {
	b := a.batch
	if len(b.frames) == 0 && b.chunk == nil && b.err == nil {
		return
	}
	select {
	case a.full <- b:
		if a.scouts != nil {
			a.scouts <- b
		}
	case <-a.stop:
		a.stopped = true
	}
	a.turns++
	select {
	case a.batch = <-a.empty:
		*a.batch = batch{frames: a.batch.frames[:0], scouted: a.batch.again()}
	default:
		a.batch = &batch{scouted: newScouted()}
	}
}

// read reads frames in batches until the file ends or stop is closed. A batch ends
// where reading might take long, so that a frame is seen when it comes.
func (a *ahead) read(r *Reader) {
	defer close(r.ended)
	defer close(a.full)
	if a.scouts != nil {
		defer close(a.scouts)
	}
	a.batch = &batch{scouted: newScouted()}
	r.r.wait = a.send
	r.r.swap = func(old []byte) []byte {
		a.batch.chunk = old
		a.send()
		select {
		case chunk := <-a.chunks:
			return chunk
		default:
			return nil
		}
	}
	defer func() { r.r.wait, r.r.swap = nil, nil }()
	for !a.stopped {
		if len(a.batch.frames) == batchFrames {
			a.send()
		}
		f, turn := a.batch.spare(), a.turns
		err := r.scan(f)
		if turn != a.turns { // the batch went while its next frame came
			*a.batch.spare() = *f
		}
		if err == nil {
			a.batch.frames = a.batch.frames[:len(a.batch.frames)+1]
			continue
		}
		if !errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
			a.batch.err = err
		}
		a.send()
		return
	}
}
