package expect

import (
	"fmt"
	"slices"

	"github.com/netrig/netrig/harness/packet"
	"github.com/netrig/netrig/harness/suite"
)

// frames judges an assertion about frames: its sequence, then what must not
// be seen, then what is counted.
func (j *judge) frames(a *suite.Assertion) opinion {
	lost, o := j.coverage(a)
	if o.verdict != "" {
		return o
	}
	total := opinion{verdict: suite.Passed}
	also := func(o opinion) {
		if v := total.verdict.And(o.verdict); v != total.verdict || total.finding == nil {
			total = opinion{v, o.reason, o.finding}
		}
	}
	// What from, until and ${} speak of; nothing where there is no sequence.
	var env *search
	if len(a.Sequence) > 0 {
		s, o := j.sequence(a, lost)
		also(o)
		if o.verdict != suite.Passed && (o.verdict != suite.Errored || !s.found()) {
			return total
		}
		env = s
	}
	for _, n := range a.Never {
		also(j.never(n, env, lost))
	}
	for _, c := range a.Count {
		also(j.count(c, env, lost))
	}
	if total.verdict == suite.Passed && j.final && a.AlwaysFor != nil {
		also(j.watched(a))
	}
	return total
}

// coverage finds out which of an assertion's points lost frames. The
// opinion has a verdict where one was never open.
func (j *judge) coverage(a *suite.Assertion) (lost map[string]uint64, o opinion) {
	lost = map[string]uint64{}
	check := func(at *suite.At) {
		for _, p := range at.Points {
			switch e := j.points[p.Name]; {
			case e == nil && o.verdict == "":
				o = errored("nothing was captured at %s", p.Name)
			case e != nil && e.Dropped > 0:
				lost[p.Name] = e.Dropped
			}
		}
	}
	for _, at := range places(a) {
		check(at)
	}
	return lost, o
}

// losses tells, for the points of one entry, what the capture lost; "" where
// it is complete.
func losses(lost map[string]uint64, ats ...*suite.At) string {
	for _, at := range ats {
		for _, p := range at.Points {
			if n := lost[p.Name]; n > 0 {
				return fmt.Sprintf("the capture at %s lost %d frames", p.Name, n)
			}
		}
	}
	return ""
}

// watched checks that frames were looked at for as long as always_for says.
func (j *judge) watched(a *suite.Assertion) opinion {
	m := &j.ev.Manifest
	end := m.Booted
	for _, s := range m.Steps {
		if t := s.Started.Add(s.Took); t.After(end) {
			end = t
		}
	}
	if got := m.Ended.Sub(end); got < *a.AlwaysFor {
		return errored("frames were recorded for %s after the last step, want %s", got, *a.AlwaysFor)
	}
	return opinion{verdict: suite.Passed}
}

// pool returns the frames at the points of several entries, in time order,
// and for each frame a bit for every entry that looks at its point.
func (j *judge) pool(ats []*suite.At) (frames []*packet.Frame, masks []uint64) {
	type interest struct{ all, sent uint64 }
	points := map[string]interest{}
	for i, at := range ats {
		for _, p := range at.Points {
			x := points[p.Name]
			if p.Sent {
				x.sent |= 1 << i
			} else {
				x.all |= 1 << i
			}
			points[p.Name] = x
		}
	}
	for _, f := range j.ev.Frames {
		x, ok := points[f.Point]
		if !ok {
			continue
		}
		mask := x.all
		if f.Direction != packet.In {
			mask |= x.sent
		}
		if mask != 0 {
			frames, masks = append(frames, f), append(masks, mask)
		}
	}
	return frames, masks
}

// sequence judges the sequence. The search keeps what it bound.
func (j *judge) sequence(a *suite.Assertion, lost map[string]uint64) (*search, opinion) {
	ats := make([]*suite.At, len(a.Sequence))
	exact := a.Order == suite.Strict       // its passing rests on frames not being there
	rests := len(a.Never)+len(a.Count) > 0 // or what else is asserted, on which frames are bound
	for i, s := range a.Sequence {
		ats[i] = s.At
		exact = exact || s.Counted && s.Count.Max >= 0
	}
	frames, masks := j.pool(ats)
	s := newSearch(a.Sequence, a.Order, frames, masks)
	found := s.run()
	s.done = found
	loss := losses(lost, ats...)
	var o opinion
	switch {
	case s.spent:
		o = errored("there are too many ways to bind the frames: refer to fewer of them, or match fewer")
	case found && exact && loss != "":
		o = errored("the frames are there, but %s, so others may have been too", loss)
	case found && (exact || rests) && s.unsure != nil:
		o = errored("the frames are there, but others may match, too: %v", s.unsure)
	case found:
		o.verdict = suite.Passed
	case loss != "":
		o = errored("%s, but %s, so it may have been there", j.stuck(s), loss)
	case s.unsure != nil:
		o = errored("%s, but %v", j.stuck(s), s.unsure)
	case a.Not && s.lacking != nil:
		o = errored("%s, but %v", j.stuck(s), s.lacking)
	default:
		o = opinion{verdict: suite.Failed, reason: j.stuck(s)}
	}
	if !j.blind {
		o.finding = j.sequenceFinding(s, ats)
	}
	return s, o
}

// window returns the part of the recording that from and until leave, as
// indices into all frames: from first to before last.
func (j *judge) window(from, until suite.Ref, env *search) (first, last int, why string) {
	first, last = 0, len(j.ev.Frames)
	at := func(r suite.Ref) (int, bool) {
		which := "first"
		if r.Last {
			which = "last"
		}
		f := env.Frame(r.Name, which)
		i := slices.Index(j.ev.Frames, f)
		return i, f != nil && i >= 0
	}
	if from.Name != "" {
		i, ok := at(from)
		if !ok {
			return 0, 0, "no frame is bound as " + from.Name
		}
		first = i + 1
	}
	if until.Name != "" {
		i, ok := at(until)
		if !ok {
			return 0, 0, "no frame is bound as " + until.Name
		}
		last = i
	}
	if last < first {
		return 0, 0, fmt.Sprintf("%s lies before %s, so there is no time in between", until.Name, from.Name)
	}
	return first, last, ""
}

// scan calls f with every frame of a window that is seen at the points and
// matches, until f returns false. It returns how many frames it looked at,
// and why one of them could not be compared: a bound frame has no such field.
func (j *judge) scan(at *suite.At, m *suite.Match, env *search, first, last int, f func(*packet.Frame) bool) (seen int, lacking error) {
	points := make(map[string]bool, len(at.Points)) // whether only what is sent counts
	for _, p := range at.Points {
		points[p.Name] = p.Sent
	}
	for _, fr := range j.ev.Frames[first:last] {
		sent, ok := points[fr.Point]
		if !ok || sent && fr.Direction == packet.In {
			continue
		}
		seen++
		ok, err := m.Filter.Match(fr, env)
		if err != nil {
			if !doubts(lacking) {
				lacking = err
			}
		} else if ok && !f(fr) {
			break
		}
	}
	return seen, lacking
}

// never judges a frame that must not be seen.
func (j *judge) never(n *suite.Never, env *search, lost map[string]uint64) opinion {
	first, last, why := j.window(n.From, n.Until, env)
	if why != "" {
		return errored("%s", why)
	}
	var hit *packet.Frame
	seen, lacking := j.scan(n.At, n.Match, env, first, last, func(f *packet.Frame) bool {
		hit = f
		return false
	})
	if hit != nil {
		o := opinion{verdict: suite.Failed, reason: fmt.Sprintf("frame %d at %s must not be there: %s", j.number(hit), hit.Point, hit.Summary())}
		if !j.blind {
			o.finding = j.frameFinding([]*suite.At{n.At}, []*suite.Match{n.Match}, env, hit, "violation")
			o.finding.Want, o.finding.Got, o.finding.Seen = "never "+n.Match.Text, j.line(hit), seen
		}
		return o
	}
	switch loss := losses(lost, n.At); {
	case lacking != nil:
		return errored("%s", unmatched(n.Match, lacking))
	case loss != "":
		return errored("it was not seen, but %s", loss)
	case j.stopped != "" && n.Until.Name == "":
		return errored("it was not seen, but %s", j.stopped)
	}
	return opinion{verdict: suite.Passed}
}

// tally is how many frames were counted that have a value in a field, or all frames.
type tally struct {
	value string
	n     int
	last  *packet.Frame
}

// tallies count frames by the values of a field, in the order in which these come.
type tallies struct {
	all     []*tally
	byValue map[string]*tally
}

// of returns the tally of a value, a new one where there is none.
func (t *tallies) of(value string) *tally {
	x := t.byValue[value]
	if x == nil {
		x = &tally{value: value}
		t.byValue[value] = x
		t.all = append(t.all, x)
	}
	return x
}

// add counts a frame once for each value that it has in a field.
func (t *tallies) add(f *packet.Frame, per *packet.Info) {
	count := func(x *tally) {
		if x.last != f {
			x.n, x.last = x.n+1, f
		}
	}
	if per == nil {
		count(t.of(""))
		return
	}
	for v := range f.Values(per.ID) {
		count(t.of(v.Format(per)))
	}
}

// count judges a number of frames.
func (j *judge) count(c *suite.Count, env *search, lost map[string]uint64) opinion {
	first, last, why := j.window(c.From, c.Until, env)
	if why != "" {
		return errored("%s", why)
	}
	counted := tallies{byValue: map[string]*tally{}}
	if c.Per == nil {
		counted.of("")
	}
	seen, lacking := j.scan(c.At, c.Match, env, first, last, func(f *packet.Frame) bool {
		counted.add(f, c.Per)
		return true
	})
	if len(counted.all) == 0 && c.Range.Min > 0 {
		counted.of("none of its values")
	}
	loss := losses(lost, c.At)
	// The worst decides: too many is certain, too few only where none were lost.
	over := func(t *tally) bool { return c.Range.Max >= 0 && t.n > c.Range.Max }
	worst := slices.IndexFunc(counted.all, over)
	if worst < 0 {
		worst = slices.IndexFunc(counted.all, func(t *tally) bool { return !c.Range.Holds(t.n) })
	}
	if worst >= 0 {
		t := counted.all[worst]
		o := miscounted(c, t, loss, lacking)
		if !j.blind {
			o.finding = j.countFinding(c, t, env, seen)
			if t.last == nil {
				o.finding.Near = j.nearest(c.At, c.Match, env, first, last)
			}
		}
		return o
	}
	switch bounded := c.Range.Max >= 0 || c.Per != nil; {
	case bounded && loss != "":
		return errored("the number is right, but %s", loss)
	case bounded && lacking != nil:
		return errored("%s", unmatched(c.Match, lacking))
	}
	return opinion{verdict: suite.Passed}
}

// miscounted is what a tally outside of the range means. Too few are certain only where
// none were lost, and where some could match.
func miscounted(c *suite.Count, t *tally, loss string, lacking error) opinion {
	of := c.Match.Text
	if c.Per != nil {
		of = fmt.Sprintf("%s with %s %s", of, c.Per.Name, t.value)
	}
	o := opinion{verdict: suite.Failed, reason: fmt.Sprintf("%d frames match %s, want %s", t.n, oneLine(of), c.Range)}
	switch few := t.n < c.Range.Min; {
	case few && loss != "":
		o.verdict, o.reason = suite.Errored, o.reason+", but "+loss
	case few && lacking != nil:
		o.verdict, o.reason = suite.Errored, o.reason+", but "+lacking.Error()
	}
	return o
}

// countFinding shows the last frame that was counted, and those around it.
func (j *judge) countFinding(c *suite.Count, t *tally, env *search, seen int) *suite.Finding {
	f := j.frameFinding([]*suite.At{c.At}, []*suite.Match{c.Match}, env, t.last, "last counted")
	want := "frames: " + c.Range.String()
	if c.Per != nil {
		want += " for each " + c.Per.Name
	}
	f.Want, f.Got, f.Seen = want+" of "+c.Match.Text, fmt.Sprintf("%d frames", t.n), seen
	return f
}
