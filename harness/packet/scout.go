package packet

// fate is what a scout has found out about a frame.
type fate uint8

const (
	undecided fate = iota // nothing: it is dissected and tested in its turn
	passed                // not looked for, and it leaves nothing for later frames
	followed              // not looked for, but it leaves something
	chosen                // looked for, and to be dissected in its turn
	ready                 // looked for, and dissected

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
	*Search
	d       *Dissector
	tested  demand // for what is tested, and for what later frames need of all that is asked for
	instant demand // for what is tested alone
	lighter bool   // which rests on less of the frames before
}

func newScout(s *Search, o Options) *scout {
	c := &scout{Search: s, d: NewDissector(o)}
	c.d.scouts = true
	if s.Test != nil {
		c.tested, c.instant = c.d.full.narrowed(s.Tested), newDemand(s.Tested)
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
	if c.Test == nil {
		if mark, ok := c.run(f, &c.d.full); ok {
			room.keep(f)
			return ready | mark
		}
		return undecided
	}
	if mark, ok := c.run(f, &c.tested); ok {
		found, err := c.Test(f)
		switch {
		case err != nil:
			return undecided
		case !found:
			return passed | mark
		}
		more, ok := c.run(f, &c.d.full)
		if !ok {
			return chosen | mark
		}
		room.keep(f)
		return ready | mark | more
	}
	if !c.lighter {
		return undecided
	}
	mark, ok := c.run(f, &c.instant)
	if !ok {
		return undecided
	}
	found, err := c.Test(f)
	switch {
	case err != nil:
		return undecided
	case found:
		return chosen | mark
	}
	return followed | mark
}

// run dissects a frame for what is in demand, and reports whether that rests on the
// frame alone and leaves nothing, or under which presumption.
func (c *scout) run(f *Frame, w *demand) (mark fate, alone bool) {
	d := c.d
	d.presumed = false
	d.dissect(f, w)
	if d.recalled {
		d.recalled, *d.before = false, recollection{}
		return 0, false
	}
	f.fields, f.octets = d.fields, d.octets
	if d.presumed {
		mark = presumed
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
