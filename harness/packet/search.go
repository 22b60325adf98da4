package packet

import (
	"iter"
	"runtime"
	"sync"
	"time"
)

// Search looks for frames in a capture file, each capture point on its own as a
// Dissection has them. All processors take part: most frames of most files are told
// by themselves, and scouts look at these in any order. What rests on frames before,
// or leaves something for later ones, is dissected in order, and only as far as later
// frames need it where the frame is not one of those looked for.
type Search struct {
	// Options are those of dissection: Only holds what the frames have that are found.
	// They are Transient, and have no Backfill.
	Options Options

	// Test tells whether a frame is looked for, by no other fields than those Tested;
	// nil takes all. Goroutines call it at once and with frames in any order, but not
	// when the loop over Frames has ended.
	Test   func(*Frame) (bool, error)
	Tested *FieldSet

	Point string // unless empty, only frames captured there are looked at
	Most  int    // unless 0, how many frames are read, at whatever point

	// Frames tells these as it goes.
	Began time.Time // when the file's first frame was captured
	Seen  int       // how many frames were looked at
}

// Frames yields the frames of the file that are looked for, in order and dissected,
// and last the error of the file or of Test, if there is one. A frame, its octets and
// its fields hold until the next one is asked for. What is said of Reader.Frames about
// the end of the loop holds here too.
func (s *Search) Frames(r *Reader) iter.Seq2[*Frame, error] {
	return func(yield func(*Frame, error) bool) {
		s.Seen = 0
		o := s.Options
		o.Transient, o.Backfill = true, false
		o.Only = s.both()
		m := &marshal{Search: s, dissection: NewDissection(o)}
		work := make(chan *batch, batches+4)
		var watch sync.RWMutex // held by each scout while it looks at a batch
		quit := false
		for range runtime.GOMAXPROCS(0) {
			go func() {
				c := newScout(s, o)
				for b := range work {
					watch.RLock()
					if !quit {
						c.look(b)
					}
					watch.RUnlock()
					b.done <- struct{}{}
				}
			}()
		}
		defer func() {
			watch.Lock()
			quit = true
			watch.Unlock()
		}()
		for b := range r.batches(work) {
			<-b.done
			if !m.pass(b, yield) {
				return
			}
		}
	}
}

// both are the fields looked at and the fields to be had.
func (s *Search) both() *FieldSet {
	if s.Options.Only == nil || s.Test == nil {
		return s.Options.Only
	}
	if s.Tested == nil {
		return nil
	}
	all := *s.Options.Only
	for i, w := range s.Tested.words {
		all.words[i] |= w
	}
	return &all
}

// marshal passes batches in order.
type marshal struct {
	*Search
	dissection *Dissection
}

// pass yields of a batch the frames that are looked for, and reports whether to go on.
func (m *marshal) pass(b *batch, yield func(*Frame, error) bool) bool {
	for i := range b.frames {
		f := &b.frames[i]
		if f.Number == 1 {
			m.Began = f.Time
		}
		if m.Point == "" || f.Point == m.Point {
			m.Seen++
			found, err := m.take(f, b.fates[i])
			if err != nil {
				yield(nil, err)
				return false
			}
			if found && !yield(f, nil) {
				return false
			}
		}
		if f.Number == m.Most {
			return false // without waiting for the next
		}
	}
	if b.err != nil {
		yield(nil, b.err)
	}
	return b.err == nil
}

// take does with a frame what the scout has left, and reports whether it is looked for.
func (m *marshal) take(f *Frame, t fate) (bool, error) {
	if t&presumed != 0 {
		t &^= presumed
		if d := m.dissection.of(f.Point); d.before.arranges {
			t = undecided
		}
	}
	switch t {
	case passed:
		return false, nil
	case ready:
		return true, nil
	case followed:
		m.dissection.of(f.Point).follow(f)
		return false, nil
	case chosen:
		m.dissection.of(f.Point).Dissect(f)
		return true, nil
	default: // undecided
		m.dissection.of(f.Point).Dissect(f)
		if m.Test == nil {
			return true, nil
		}
		return m.Test(f)
	}
}
