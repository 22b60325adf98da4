package expect

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/netrig/netrig/harness/internal/evidence"
	"github.com/netrig/netrig/harness/packet"
	"github.com/netrig/netrig/harness/suite"
)

// The bounds of a finding.
const (
	maxListed  = 100    // frame numbers of one step
	around     = 6      // frames shown before and after the place where it went wrong
	maxExplain = 20_000 // frames examined for the nearest miss, from the place where it went wrong
)

// number is a frame's number in the capture file; while the capture still
// runs, its place among the frames so far.
func (j *judge) number(f *packet.Frame) int {
	if f.Number > 0 {
		return f.Number
	}
	return slices.Index(j.ev.Frames, f) + 1
}

// frameLine shows a frame on one line.
func (j *judge) frameLine(f *packet.Frame, mark string) suite.FrameLine {
	return suite.FrameLine{
		Number: j.number(f), Time: f.Time, Offset: f.Time.Sub(j.ev.Frames[0].Time).Seconds(),
		Point: f.Point, Length: f.Length, Summary: f.Summary(), Mark: mark,
	}
}

// Last shows the last frames of a case, and what became of them between the nodes; nil where
// there were none.
func Last(c *suite.Case, ev *evidence.Case) *suite.Finding {
	if len(ev.Frames) == 0 {
		return nil
	}
	last := ev.Frames[max(0, len(ev.Frames)-2*maxRungs):]
	var points []string
	for _, f := range last {
		if !slices.Contains(points, f.Point) {
			points = append(points, f.Point)
		}
	}
	ev.Dissect(points, c.Dissect)
	j := newJudge(c, ev)
	f := &suite.Finding{Seen: len(ev.Frames)}
	for _, frame := range last {
		f.Frames = append(f.Frames, j.frameLine(frame, ""))
	}
	f.Ladder = j.ladder(f.Frames)
	return f
}

func (j *judge) line(f *packet.Frame) string {
	return fmt.Sprintf("frame %d at %s: %s", j.number(f), f.Point, f.Summary())
}

// capture is the file to open.
func (j *judge) capture() string {
	if j.ev.Capture != "" {
		return j.ev.Capture
	}
	if j.ev.Dir == "" {
		return ""
	}
	return filepath.Join(j.ev.Dir, evidence.FramesFile)
}

// found reports whether run succeeded: its groups are the frames then.
func (s *search) found() bool { return s.done }

// stuck says on one line where a sequence failed.
func (j *judge) stuck(s *search) string {
	what := fmt.Sprintf("step %d", s.bestStep+1)
	if as := s.steps[s.bestStep].As; as != "" {
		what += " (" + as + ")"
	}
	return what + ": " + j.why(s)
}

func (j *judge) why(s *search) string {
	st := s.steps[s.bestStep]
	where := fmt.Sprintf("among the %d at %s", len(s.pool), st.At.Text)
	if len(s.pool) == 0 {
		return "no frame at all was seen at " + st.At.Text
	}
	if s.order != suite.AnyOrder && s.bestStep > 0 {
		if g := s.prefix[s.bestStep-1]; len(g) > 0 {
			where = fmt.Sprintf("after frame %d", j.number(s.pool[g[len(g)-1]]))
			if s.order == suite.Strict {
				where = "right " + where
			}
		}
	}
	n := len(s.bestCount)
	switch {
	case !st.Counted:
		return "no frame matches " + where
	case n == 1:
		return fmt.Sprintf("1 frame matches %s, want %s", where, st.Count)
	case n == 0:
		return fmt.Sprintf("no frame matches %s, want %s", where, st.Count)
	}
	return fmt.Sprintf("%d frames match %s, want %s", n, where, st.Count)
}

// sequenceFinding shows what a sequence matched and, where it failed, why.
func (j *judge) sequenceFinding(s *search, ats []*suite.At) *suite.Finding {
	groups := s.groups
	if !s.done {
		groups = s.prefix
		// Explain with what the best attempt had bound.
		for i := range s.groups {
			s.groups[i] = nil
			if i < len(groups) {
				s.groups[i] = groups[i]
			}
		}
	}
	f := &suite.Finding{Seen: len(s.pool), Capture: j.capture()}
	marks := map[*packet.Frame]string{}
	var matches []*suite.Match
	from := 0
	for i, st := range s.steps {
		matches = append(matches, st.Match)
		if i >= len(groups) || len(groups[i]) == 0 {
			continue
		}
		m := suite.MatchStep{Step: i + 1, As: st.As, Text: st.Match.Text, Count: len(groups[i])}
		for _, g := range groups[i] {
			if len(m.Frames) < maxListed {
				m.Frames = append(m.Frames, j.number(s.pool[g]))
			}
			marks[s.pool[g]] = strings.TrimSpace(fmt.Sprintf("%d %s", i+1, st.As))
		}
		if s.order != suite.AnyOrder {
			from = int(groups[i][len(groups[i])-1]) + 1
		}
		f.Matched = append(f.Matched, m)
	}
	f.Filter = j.paste(ats, matches, s)
	if s.done {
		f.Got = "all steps matched"
		f.Frames = j.surroundings(s.pool, -1-around, marks)
		return f
	}
	st := s.steps[s.bestStep]
	f.Want = st.Match.Text
	if st.Counted {
		f.Want = fmt.Sprintf("%s frames of %s", st.Count, st.Match.Text)
	}
	f.Got = j.why(s)
	f.Stuck = &suite.StuckStep{Step: s.bestStep + 1, As: st.As, Text: st.Match.Text, Why: f.Got}
	for _, g := range s.bestCount {
		if marks[s.pool[g]] == "" {
			marks[s.pool[g]] = strings.TrimSpace(fmt.Sprintf("%d %s", s.bestStep+1, st.As))
		}
	}
	place := from
	if !s.bestOver {
		best := -1
		for k := from; k < min(len(s.pool), from+maxExplain); k++ {
			fr := s.pool[k]
			if s.masks[k]>>s.bestStep&1 == 0 || marks[fr] != "" {
				continue
			}
			// The earliest of equals: it is where the frame was due.
			if near := j.explain(st.Match, fr, s, st.Within); near.Held > best && near.Held > 0 {
				best, f.Near, place = near.Held, near, k
			}
		}
		if f.Near != nil {
			marks[s.pool[place]] = "nearest"
		}
	}
	f.Frames = j.surroundings(s.pool, place, marks)
	return f
}

// surroundings shows the frames of a pool around one of them, and every
// marked frame, however far. A place before the pool shows the marked alone.
func (j *judge) surroundings(pool []*packet.Frame, place int, marks map[*packet.Frame]string) []suite.FrameLine {
	var lines []suite.FrameLine
	marked := 0
	for i, f := range pool {
		mark := marks[f]
		if mark != "" {
			marked++
		}
		if i >= place-around && i <= place+around || mark != "" && marked <= maxListed {
			lines = append(lines, j.frameLine(f, mark))
		}
	}
	return lines
}

// explain tells term by term how a frame fared.
func (j *judge) explain(m *suite.Match, fr *packet.Frame, env *search, w *suite.Within) *suite.NearMiss {
	e := m.Filter.Explain(fr, env)
	near := &suite.NearMiss{Held: e.Held()}
	for _, t := range e.Terms {
		term := suite.Term{Text: t.Expanded, Held: t.Held}
		if term.Text == "" {
			term.Text = t.Text
		}
		if t.Err != nil {
			term.Had = append(term.Had, t.Err.Error())
		}
		for _, h := range t.Had {
			switch {
			case len(h.Values) == 0:
				term.Had = append(term.Had, "no "+h.Field)
			default:
				term.Had = append(term.Had, h.Field+" = "+strings.Join(h.Values, ", "))
			}
		}
		near.Terms = append(near.Terms, term)
	}
	if w != nil {
		held := env.within(w, fr.Time)
		term := suite.Term{Text: "within " + w.String(), Held: held}
		which := "first"
		if w.After.Last {
			which = "last"
		}
		if ref := env.Frame(w.After.Name, which); ref != nil {
			term.Had = []string{fr.Time.Sub(ref.Time).String()}
		}
		if held {
			near.Held++
		}
		near.Terms = append(near.Terms, term)
	}
	line := j.frameLine(fr, "nearest")
	near.Frame = &line
	return near
}

// nearest looks for the frame of a window that comes closest to a filter.
func (j *judge) nearest(at *suite.At, m *suite.Match, env *search, first, last int) *suite.NearMiss {
	frames, _ := j.within(at, first, last)
	var best *suite.NearMiss
	for _, f := range frames[:min(len(frames), maxExplain)] {
		if near := j.explain(m, f, env, nil); near.Held > 0 && (best == nil || near.Held > best.Held) {
			best = near
		}
	}
	return best
}

// within returns the frames of a window that are seen at the points.
func (j *judge) within(at *suite.At, first, last int) (frames []*packet.Frame, masks []uint64) {
	part := *j
	ev := *j.ev
	ev.Frames = ev.Frames[first:last]
	part.ev = &ev
	return part.pool([]*suite.At{at})
}

// frameFinding shows one frame and those around it; f may be nil.
func (j *judge) frameFinding(ats []*suite.At, matches []*suite.Match, env *search, f *packet.Frame, mark string) *suite.Finding {
	r := &suite.Finding{Capture: j.capture(), Filter: j.paste(ats, matches, env)}
	pool, _ := j.pool(ats)
	place := len(pool) - 1
	marks := map[*packet.Frame]string{}
	if f != nil {
		place = slices.Index(pool, f)
		marks[f] = mark
	}
	r.Frames = j.surroundings(pool, place, marks)
	return r
}

// paste returns a display filter for the capture file that selects the
// frames in question at the points in question.
func (j *judge) paste(ats []*suite.At, matches []*suite.Match, env *search) string {
	var terms []string
	for _, m := range matches {
		// What refers to a frame that was not found selects nothing.
		if t := oneLine(m.Filter.Expand(env)); !strings.Contains(t, "${") && !slices.Contains(terms, t) {
			terms = append(terms, t)
		}
	}
	filter := strings.Join(terms, ") || (")
	if len(terms) > 1 {
		filter = "(" + filter + ")"
	}
	var all, sent []string
	names := map[string]bool{}
	for _, at := range ats {
		for _, p := range at.Points {
			if names[p.Name] {
				continue
			}
			names[p.Name] = true
			if q := fmt.Sprintf("%q", p.Name); p.Sent {
				sent = append(sent, q)
			} else {
				all = append(all, q)
			}
		}
	}
	if len(all) == len(j.points) || j.ev.Capture != "" { // whose interfaces have other names
		return filter
	}
	var where []string
	if len(all) > 0 {
		where = append(where, "frame.interface_name in {"+strings.Join(all, ", ")+"}")
	}
	if len(sent) > 0 {
		where = append(where, "frame.interface_name in {"+strings.Join(sent, ", ")+"} && frame.packet_flags_direction != 1")
	}
	place := where[0]
	if len(where) > 1 {
		place = "((" + where[0] + ") || (" + where[1] + "))"
	}
	if filter == "" {
		return place
	}
	return place + " && (" + filter + ")"
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
