package packet

// fate is what a scout has found out about a frame.
type fate uint8

const (
	undecided fate = iota // nothing: it is dissected and tested in its turn
	passed                // not looked for
	followed              // not looked for, but it leaves something for later frames
	chosen                // looked for, and to be dissected in its turn
	ready                 // looked for, and dissected

	leaving  fate = 0x40 // it is passed or ready, but leaves something to its TCP connection
	presumed fate = 0x80 // if no conversation has been arranged before
)

// scouted is what scouts have found out about a batch.
type scouted struct {
	fates  []fate
	fields []Field // of frames that are ready; and their octets
	octets [][]byte
	done   chan struct{} // has room for the one that is sent
}

func newScouted() scouted { return scouted{done: make(chan struct{}, 1)} }

// again is the same room, empty.
func (s *scouted) again() scouted {
	clear(s.octets)
	return scouted{fates: s.fates[:0], fields: s.fields[:0], octets: s.octets[:0], done: s.done}
}

// scout looks at frames without knowing any before.
type scout struct {
	*marshal
	d       *Dissector
	tested  demand // for what is tested, and for what later frames need of all that is asked for
	instant demand // for what is tested alone
	lighter bool   // which rests on less of the frames before
}

func newScout(m *marshal) *scout {
	c := &scout{marshal: m, d: NewDissector(m.o)}
	c.d.scouts = true
	if m.Test != nil {
		c.tested, c.instant = c.d.full.narrowed(m.Tested), newDemand(m.Tested)
		c.lighter = c.tested.upkeep != c.instant.upkeep
	}
	return c
}

// look decides on the frames of a batch.
func (c *scout) look(b *batch) {
	for i := range b.frames {
		t, f := undecided, &b.frames[i]
		if c.Point == "" || f.Point == c.Point {
			t = c.decide(f, &b.scouted)
		}
		b.fates = append(b.fates, t)
	}
}

// decide decides on one frame. Where Test fails the frame is left undecided, for Test
// to fail in its turn.
func (c *scout) decide(f *Frame, room *scouted) fate {
	if f.Number < c.from { // it was passed in another search
		if mark, ok := c.run(f, &c.d.mute, nil); ok {
			return passed | mark
		}
		return followed
	}
	if c.Test == nil {
		if mark, ok := c.run(f, &c.d.full, nil); ok {
			room.keep(f)
			return ready | mark
		}
		return undecided
	}
	mark, ok := c.run(f, &c.tested, &c.instant)
	told := passed
	switch {
	case ok:
	case !c.lighter || c.d.skipped:
		return undecided
	default:
		if mark, ok = c.run(f, &c.instant, nil); !ok {
			return undecided
		}
		told = followed
	}
	switch found, err := c.Test(f); {
	case err != nil:
		return undecided
	case !found:
		return told | mark
	case told == followed:
		return chosen | mark
	}
	more, ok := c.run(f, &c.d.full, nil)
	if !ok {
		return chosen | mark
	}
	room.keep(f)
	return ready | mark | more
}

// run dissects a frame for what is in demand, or for less where a connection would have
// to be remembered otherwise. It reports whether that rests on the frame alone and
// leaves nothing but to a connection, and whether it does that and under which
// presumption.
func (c *scout) run(f *Frame, w, brief *demand) (mark fate, alone bool) {
	d := c.d
	d.presumed, d.brief = false, brief
	d.dissect(f, w)
	if d.recalled {
		d.recalled, *d.before = false, recollection{}
		return 0, false
	}
	f.fields, f.octets = d.fields, d.octets
	if d.presumed {
		mark = presumed
	}
	if d.skipped {
		mark |= leaving
	}
	return mark, true
}

// keep has a frame's fields hold until those of the whole batch go.
func (s *scouted) keep(f *Frame) {
	at := len(s.fields)
	s.fields = append(s.fields, f.fields...)
	f.fields = s.fields[at:len(s.fields):len(s.fields)]
	at = len(s.octets)
	s.octets = append(s.octets, f.octets...)
	f.octets = s.octets[at:len(s.octets):len(s.octets)]
}
