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
//
// A file that can be read from its beginning again is read on the assumption that what
// its TCP connections did need not be known: the frames looked for may be of other
// protocols, or open connections. From the first that shows otherwise, the search is
// begun anew, without the assumption.
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
		o := s.Options
		o.Transient, o.Backfill = true, false
		o.Only = s.both()
		from := 0
		if brief := s.brief(&o); brief != nil && r.rewinds() {
			if from = s.search(r, &marshal{Search: s, o: o, brief: brief, yield: yield}); from == 0 {
				return
			}
			if err := r.rewind(); err != nil {
				yield(nil, err)
				return
			}
		}
		s.search(r, &marshal{Search: s, o: o, from: from, yield: yield})
	}
}

// brief is what is in demand of segments whose connections are not remembered, or nil
// where there is no use in that.
func (s *Search) brief(o *Options) *demand {
	if s.Test == nil {
		return nil
	}
	all, tested := newDemand(o.Only), newDemand(s.Tested)
	if !all.ofStreams && !all.ofMessages || tested.ofStreams || tested.needsStreams() {
		return nil
	}
	return &tested
}

// search passes the frames of the file, and returns the number of the frame that it
// cannot pass, or 0.
func (s *Search) search(r *Reader, m *marshal) (stuck int) {
	s.Seen = 0
	m.dissection = NewDissection(m.o)
	m.dissection.brief = m.brief
	work := make(chan *batch, batches+4)
	var watch sync.RWMutex // held by each scout while it looks at a batch
	quit := false
	for range runtime.GOMAXPROCS(0) {
		go func() {
			c := newScout(m)
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
		if !m.pass(b) {
			break
		}
	}
	return m.stuck
}

// both are the fields looked at and the fields to be had.
func (s *Search) both() *FieldSet {
	if s.Options.Only == nil || s.Test == nil {
		return s.Options.Only
	}
	return s.Options.Only.with(s.Tested)
}

// marshal passes batches in order.
type marshal struct {
	*Search
	o     Options
	brief *demand // what is in demand of segments whose connections are not remembered; nil if all are
	from  int     // the number of the first frame that is looked for
	yield func(*Frame, error) bool

	dissection *Dissection
	stuck      int // the number of a frame for which a connection must be remembered; 0 before any
}

// pass yields of a batch the frames that are looked for, and reports whether to go on.
func (m *marshal) pass(b *batch) bool {
	hands := b.hands
	for i := range b.frames {
		f := &b.frames[i]
		if f.Number == 1 {
			m.Began = f.Time
		}
		if m.Point == "" || f.Point == m.Point {
			m.Seen++
			var h *handover
			if b.fates[i]&handed != 0 {
				h, hands = &hands[0], hands[1:]
			}
			found, err := m.take(f, b.fates[i], h)
			if err != nil {
				m.yield(nil, err)
				return false
			}
			if m.stuck != 0 || found && !m.yield(f, nil) {
				return false
			}
		}
		if f.Number == m.Most {
			return false // without waiting for the next
		}
	}
	if b.err != nil {
		m.yield(nil, b.err)
	}
	return b.err == nil
}

// take does with a frame what the scout has left, and reports whether it is looked for.
// Unless h is nil, that is no more than its TCP segment.
func (m *marshal) take(f *Frame, t fate, h *handover) (bool, error) {
	d := m.dissection.of(f.Point)
	if t&presumed != 0 && d.before.arranges {
		if t, h = undecided, nil; f.Number < m.from {
			t = followed
		}
	}
	leaves := t&leaving != 0 && m.brief == nil
	switch t &^ marks {
	case passed:
		if leaves {
			d.follow(f, h)
		}
		return false, nil
	case ready:
		if leaves {
			d.follow(f, h)
		}
		return true, nil
	case followed:
		d.follow(f, h)
		return false, nil
	case chosen:
		d.show(f, h)
	default: // undecided
		d.show(f, h)
		if found, err := m.match(f); !found || err != nil {
			return false, err
		}
	}
	if d.skipped {
		m.stuck = f.Number
	}
	return true, nil
}

// match tests a frame.
func (m *marshal) match(f *Frame) (bool, error) {
	if m.Test == nil {
		return true, nil
	}
	return m.Test(f)
}
