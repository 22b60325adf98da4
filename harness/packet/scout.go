package packet

// fate is what a scout has found out about a frame.
type fate uint8

const (
	undecided fate = iota // nothing: it is dissected and tested in its turn
	passed                // not looked for
	followed              // not looked for, but it leaves something for later frames
	chosen                // looked for, and to be dissected in its turn
	ready                 // looked for, and dissected

	handed   fate = 0x20 // what is left to do in its turn begins with its TCP segment
	leaving  fate = 0x40 // it is passed or ready, but leaves something to its TCP connection
	presumed fate = 0x80 // if no conversation has been arranged before
	marks         = handed | leaving | presumed
)

// scouted is what scouts have found out about a batch.
type scouted struct {
	fates  []fate
	fields []Field // of frames that are ready; and their octets
	octets [][]byte
	hands  []handover    // of frames that are handed over, in their order
	paths  []byte        // of these
	done   chan struct{} // has room for the one that is sent
}

func newScouted() scouted { return scouted{done: make(chan struct{}, 1)} }

// again is the same room, empty.
func (s *scouted) again() scouted {
	clear(s.octets)
	return scouted{fates: s.fates[:0], fields: s.fields[:0], octets: s.octets[:0], hands: s.hands[:0], paths: s.paths[:0], done: s.done}
}

// scout looks at frames without knowing any before.
type scout struct {
	*marshal
	d       *Dissector
	tested  demand // for what is tested, and for what later frames need of all that is asked for
	instant demand // for what is tested alone
	lighter bool   // which rests on less of the frames before
	leads   bool   // of what leads to a TCP segment, all that is asked for is in demand at once
}

func newScout(m *marshal) *scout {
	c := &scout{marshal: m, d: NewDissector(m.o)}
	c.d.scouts = true
	if m.Test != nil {
		c.instant = newDemand(m.Tested)
		tested := m.Tested
		if c.leads = c.instant.ofStreams || c.instant.needsStreams(); c.leads { // then most segments are handed over untested
			tested = tested.with(m.o.Only.leading())
		}
		c.tested = c.d.full.narrowed(tested)
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
		if t&handed != 0 {
			b.hand(&c.d.hand)
		}
		b.fates = append(b.fates, t)
	}
}

// decide decides on one frame. Where Test fails the frame is left undecided, for Test
// to fail in its turn.
func (c *scout) decide(f *Frame, room *scouted) fate {
	if f.Number < c.from { // it was passed in another search
		mark, ok := c.run(f, &c.d.mute, nil)
		if !ok {
			return followed | mark
		}
		return passed | mark
	}
	if c.Test == nil {
		return c.show(f, room, undecided)
	}
	mark, ok := c.run(f, &c.tested, &c.instant)
	told := passed
	switch {
	case ok:
	case mark&handed != 0:
		if !c.leads {
			if mark, ok = c.run(f, &c.d.full, nil); ok || mark&handed == 0 {
				return undecided
			}
		}
		room.keep(f)
		return undecided | mark
	case !c.lighter || c.d.skipped:
		return undecided
	default:
		if mark, ok = c.run(f, &c.instant, nil); !ok {
			return undecided
		}
		told, mark = followed, mark&presumed
	}
	switch found, err := c.Test(f); {
	case err != nil:
		return undecided
	case !found:
		return told | mark
	case told == followed:
		return chosen | mark
	}
	return c.show(f, room, chosen) | mark&^handed
}

// show has a frame ready that is looked for, or as far as it can be without those
// before: the rest is left, as told, to its turn.
func (c *scout) show(f *Frame, room *scouted, told fate) fate {
	mark, ok := c.run(f, &c.d.full, nil)
	if ok {
		told = ready
	}
	if ok || mark&handed != 0 {
		room.keep(f)
	}
	return told | mark
}

// run dissects a frame for what is in demand, or for less where a connection would have
// to be remembered otherwise. It reports whether that rests on the frame alone and
// leaves nothing but to a connection, and whether it does that, under which
// presumption, and whether the segment can be handed over.
func (c *scout) run(f *Frame, w, brief *demand) (mark fate, alone bool) {
	d := c.d
	d.presumed, d.brief = false, brief
	d.dissect(f, w)
	if d.recalled {
		d.recalled, *d.before = false, recollection{}
		return 0, false
	}
	f.fields, f.octets = d.fields, d.octets
	if d.handed {
		mark = handed
	}
	if d.waits {
		if h := &d.hand; len(d.fields) != h.fields || len(d.octets) != h.octets || len(d.protocols) != len(h.path) {
			return 0, false
		}
		return mark, false
	}
	if d.presumed {
		mark |= presumed
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

// hand notes what is handed over of a frame.
func (s *scouted) hand(h *handover) {
	at := len(s.paths)
	s.paths = append(s.paths, h.path...)
	s.hands = append(s.hands, *h)
	s.hands[len(s.hands)-1].path = s.paths[at:len(s.paths):len(s.paths)]
}
