package expect

import (
	"encoding/binary"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"time"

	"github.com/netrig/netrig/harness/filter"
	"github.com/netrig/netrig/harness/packet"
	"github.com/netrig/netrig/harness/suite"
)

// maxWork bounds the search for a sequence. A frame looked at costs 1, a
// filter evaluated costs evaluation more. Sequences whose steps do not refer
// to each other never come near it: each pair of frame and step is evaluated
// once. Where they do, ways to bind are tried in time order, and a sequence
// that exceeds the bound is errored: some 2.5 million evaluations, a few
// seconds.
const (
	maxWork    = 100_000_000
	evaluation = 40
	maxMemo    = 1 << 20 // failures remembered, beyond which they are found again
)

// group is the frames that one step matched, as indices into the pool.
// A step that has matched nothing yet has an empty one.
type group []int32

// search looks for one sequence in the frames at its capture points.
type search struct {
	steps  []*suite.SequenceStep
	order  suite.Order
	pool   []*packet.Frame // frames at the points of any step, in time order
	masks  []uint64        // for each of them, the steps that look at its point
	byName map[string]int
	deps   []uint64 // for each step, the earlier steps that it refers to
	live   []uint64 // for each step, the earlier steps that it or a later one refers to
	cache  [][]int8 // for each step without deps, for each frame: 0 unknown, 1 matches, -1 does not

	groups  []group
	failed  []int // for each step, the first frame from which it is known to fail with all after it
	memo    map[string]struct{}
	key     []byte
	work    int
	spent   bool  // maxWork was exceeded
	lacking error // why frames could not be compared: one bound earlier has no such field
	unsure  error // why it is not known of a frame whether it matches
	done    bool  // run found it

	best      int64 // how far the best attempt came
	bestStep  int   // the step it was stuck at
	bestFrom  int   // the pool index from which that step was looked for
	bestCount group // what that step did match
	bestOver  bool  // it matched too many
	prefix    []group
}

func newSearch(steps []*suite.SequenceStep, order suite.Order, pool []*packet.Frame, masks []uint64) *search {
	s := &search{steps: steps, order: order, pool: pool, masks: masks, byName: map[string]int{},
		deps: make([]uint64, len(steps)), live: make([]uint64, len(steps)+1), cache: make([][]int8, len(steps)),
		groups: make([]group, len(steps)), failed: make([]int, len(steps)), memo: map[string]struct{}{}, best: -1}
	for i, st := range steps {
		for _, ref := range st.Match.Filter.References() {
			if k, ok := s.byName[ref.Name]; ok {
				s.deps[i] |= 1 << k
			}
		}
		if st.Within != nil {
			if k, ok := s.byName[st.Within.After.Name]; ok {
				s.deps[i] |= 1 << k
			}
		}
		if st.As != "" {
			s.byName[st.As] = i
		}
		if s.deps[i] == 0 {
			s.cache[i] = make([]int8, len(pool))
		}
		s.failed[i] = len(pool) + 1
	}
	for i := len(steps) - 1; i >= 0; i-- {
		s.live[i] = (s.live[i+1] | s.deps[i]) & (1<<i - 1)
	}
	return s
}

// Frame returns a frame bound so far, for ${name.field}. No search binds
// nothing.
func (s *search) Frame(name, which string) *packet.Frame {
	if s == nil {
		return nil
	}
	i, ok := s.byName[name]
	if !ok {
		return nil
	}
	return bound(s.pool, s.groups[i], which)
}

func bound(pool []*packet.Frame, g group, which string) *packet.Frame {
	if len(g) == 0 {
		return nil
	}
	switch which {
	case "", "first":
		return pool[g[0]]
	case "last":
		return pool[g[len(g)-1]]
	}
	n, err := strconv.Atoi(which)
	if err != nil || n < 1 || n > len(g) {
		return nil
	}
	return pool[g[n-1]]
}

// run reports whether the sequence is there; groups holds its frames then.
func (s *search) run() bool {
	if s.order == suite.AnyOrder {
		return s.anyOrder()
	}
	return s.enter(0, 0)
}

// matches reports whether a frame can be one of a step's.
func (s *search) matches(i, f int) bool {
	if s.work++; s.work > maxWork {
		s.spent = true
	}
	if s.masks[f]>>i&1 == 0 || s.spent {
		return false
	}
	if c := s.cache[i]; c != nil {
		if c[f] == 0 {
			c[f] = -1
			if s.evaluate(i, f) {
				c[f] = 1
			}
		}
		return c[f] > 0
	}
	return s.evaluate(i, f)
}

func (s *search) evaluate(i, f int) bool {
	s.work += evaluation
	if w := s.steps[i].Within; w != nil && !s.within(w, s.pool[f].Time) {
		return false
	}
	// A frame bound earlier that lacks the field equals nothing.
	ok, err := s.steps[i].Match.Filter.Match(s.pool[f], s)
	if doubts(err) {
		s.unsure = err
	} else if err != nil {
		s.lacking = err
	}
	return ok && err == nil
}

// doubts reports whether an error is that it is not known whether a filter selects a frame.
func doubts(err error) bool {
	var d *filter.DoubtError
	return errors.As(err, &d)
}

// unmatched tells why nothing was seen that matches.
func unmatched(m *suite.Match, lacking error) string {
	if doubts(lacking) {
		return fmt.Sprintf("nothing is sure to match %s, but %v", oneLine(m.Text), lacking)
	}
	return fmt.Sprintf("nothing can match %s: %v", oneLine(m.Text), lacking)
}

func (s *search) within(w *suite.Within, t time.Time) bool {
	which := "first"
	if w.After.Last {
		which = "last"
	}
	ref := s.Frame(w.After.Name, which)
	if ref == nil {
		return false
	}
	d := t.Sub(ref.Time)
	return d >= w.Min && (w.Max == 0 || d <= w.Max)
}

// note remembers the attempt that came furthest, to explain a failure.
func (s *search) note(step, from int, got group, over bool) {
	depth := step
	partial := len(got)
	if over {
		// It had enough before it had too many: that is further than
		// having nothing of the next step.
		depth, partial = step+1, 1
	}
	score := int64(depth)<<32 | int64(min(partial, 1<<30))
	if score <= s.best {
		return
	}
	s.best, s.bestStep, s.bestFrom, s.bestOver = score, step, from, over
	s.bestCount = slices.Clone(got)
	s.prefix = s.prefix[:0]
	for _, g := range s.groups[:step] {
		s.prefix = append(s.prefix, slices.Clone(g))
	}
}

// enter reports whether the steps from i on match frames from index from on,
// given what is bound. It leaves what they matched in groups.
func (s *search) enter(i, from int) bool {
	if i == len(s.steps) {
		return true
	}
	s.note(i, from, nil, false)
	st := s.steps[i]
	// A step without references that fails from here fails from any later
	// frame too: fewer frames are left. So does one that takes every frame,
	// where there can be no too many and nobody asks which was its first.
	monotone := s.live[i] == 0 && s.order != suite.Strict &&
		(!st.Counted || st.Count.Max < 0 && s.live[i+1]>>i&1 == 0)
	var key string
	if monotone {
		if from >= s.failed[i] {
			return false
		}
	} else {
		if st.Counted && s.order != suite.Strict {
			// Nothing can happen before the first frame that matches.
			for from < len(s.pool) && !s.matches(i, from) {
				from++
			}
		}
		key = s.keyOf(i, from)
		if _, ok := s.memo[key]; ok {
			return false
		}
	}
	var ok bool
	switch {
	case s.order == suite.Strict:
		ok = s.run1(i, from)
	case st.Counted:
		ok = s.counted(i, from)
	default:
		ok = s.single(i, from)
	}
	if ok || s.spent {
		return ok
	}
	s.groups[i] = s.groups[i][:0]
	if monotone {
		s.failed[i] = min(s.failed[i], from)
	} else if len(s.memo) < maxMemo {
		s.memo[key] = struct{}{}
	}
	return false
}

// keyOf names a state of the search: everything that the outcome depends on.
func (s *search) keyOf(i, from int) string {
	s.key = binary.AppendUvarint(s.key[:0], uint64(i))
	s.key = binary.AppendUvarint(s.key, uint64(from))
	for k := range i {
		if s.live[i]>>k&1 == 0 {
			continue
		}
		// First and last tell a group apart: it has every match between.
		first, last := int32(-1), int32(-1)
		if g := s.groups[k]; len(g) > 0 {
			first, last = g[0], g[len(g)-1]
		}
		s.key = binary.AppendVarint(s.key, int64(first))
		s.key = binary.AppendVarint(s.key, int64(last))
	}
	return string(s.key)
}

// single matches one frame and passes over others like it.
func (s *search) single(i, from int) bool {
	for f := from; f < len(s.pool) && !s.spent; f++ {
		if !s.matches(i, f) {
			continue
		}
		s.groups[i] = append(s.groups[i][:0], int32(f))
		if s.enter(i+1, f+1) {
			return true
		}
		if i+1 < len(s.steps) && s.live[i+1]>>i&1 == 0 && f+1 >= s.failed[i+1] {
			return false // the rest fails from here on, whichever frame is taken
		}
	}
	return false
}

// counted matches every frame until the next step's first one.
func (s *search) counted(i, from int) bool {
	want := s.steps[i].Count
	last := i == len(s.steps)-1
	passed := false // a frame of the next step was passed over since the last of this
	s.groups[i] = s.groups[i][:0]
	for f := from; !s.spent; f++ {
		if want.Holds(len(s.groups[i])) {
			if f == len(s.pool) {
				if !last {
					s.note(i+1, from, nil, false)
				}
				return last
			}
			if !last && s.begin(i+1, f, &passed) {
				return true
			}
		}
		if f == len(s.pool) {
			s.note(i, from, s.groups[i], false)
			return false
		}
		if !s.matches(i, f) {
			continue
		}
		s.groups[i] = append(s.groups[i], int32(f))
		passed = false
		if want.Max >= 0 && len(s.groups[i]) > want.Max {
			s.note(i, from, s.groups[i], true)
			return false
		}
	}
	return false
}

// begin tries frame f as the first one of step i.
func (s *search) begin(i, f int, passed *bool) bool {
	if s.note(i, f, nil, false); !s.matches(i, f) {
		return false
	}
	if !s.steps[i].Counted {
		s.groups[i] = append(s.groups[i][:0], int32(f))
		if s.enter(i+1, f+1) {
			return true
		}
		s.groups[i] = s.groups[i][:0]
		return false
	}
	// A counted step takes every frame after the previous step's last: it
	// begins at the first of them or not at all.
	if *passed {
		return false
	}
	*passed = true
	return s.enter(i, f)
}

// run1 matches frames without any other in between (order: strict).
func (s *search) run1(i, from int) bool {
	st := s.steps[i]
	starts := from + 1
	if i == 0 {
		starts = len(s.pool)
	}
	for start := from; start < min(starts, len(s.pool)) && !s.spent; start++ {
		if !s.matches(i, start) || i == 0 && st.Counted && start > 0 && s.matches(i, start-1) {
			continue
		}
		s.groups[i] = s.groups[i][:0]
		for f := start; f < len(s.pool) && s.matches(i, f); f++ {
			s.groups[i] = append(s.groups[i], int32(f))
			n := len(s.groups[i])
			if st.Count.Max >= 0 && n > st.Count.Max {
				s.note(i, from, s.groups[i], st.Counted)
				break
			}
			s.note(i, from, s.groups[i], false)
			if n < st.Count.Min {
				continue
			}
			// The last step, where counted, ends where its frames end.
			if i == len(s.steps)-1 && (!st.Counted || f+1 == len(s.pool) || !s.matches(i, f+1)) ||
				i < len(s.steps)-1 && s.enter(i+1, f+1) {
				return true
			}
		}
	}
	return false
}
