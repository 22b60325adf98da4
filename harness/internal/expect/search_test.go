package expect_test

import (
	"fmt"
	"strconv"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/netrig/netrig/harness/internal/expect"
	"github.com/netrig/netrig/harness/packet"
	"github.com/netrig/netrig/harness/suite"
)

// sequenceText draws a sequence of up to three steps over datagrams with
// few different ports, with bindings, counts and time bounds.
func sequenceText(t *rapid.T) string {
	order := rapid.SampledFrom([]string{"subsequence", "strict", "any"}).Draw(t, "order")
	var b strings.Builder
	fmt.Fprintf(&b, "at: a:eth0\norder: %s\nsequence:\n", order)
	for i := range rapid.IntRange(1, 3).Draw(t, "steps") {
		match := fmt.Sprintf("udp.dstport <= %d", rapid.IntRange(1, 3).Draw(t, "most"))
		if rapid.IntRange(0, 3).Draw(t, "exact") > 0 {
			match = fmt.Sprintf("udp.dstport == %d", rapid.IntRange(1, 2).Draw(t, "port"))
		}
		fmt.Fprintf(&b, "- as: s%d\n", i)
		if i > 0 && rapid.Bool().Draw(t, "refers") {
			which := rapid.SampledFrom([]string{"", ".first", ".last"}).Draw(t, "which")
			match += fmt.Sprintf(" && udp.srcport == ${s%d%s.udp.srcport}", rapid.IntRange(0, i-1).Draw(t, "to"), which)
		}
		fmt.Fprintf(&b, "  match: \"%s\"\n", match)
		if rapid.IntRange(0, 2).Draw(t, "counted") > 0 {
			least := rapid.IntRange(1, 2).Draw(t, "least")
			switch rapid.IntRange(0, 2).Draw(t, "kind") {
			case 0:
				fmt.Fprintf(&b, "  count: %d\n", least)
			case 1:
				fmt.Fprintf(&b, "  count: %d..%d\n", least, least+rapid.IntRange(0, 2).Draw(t, "more"))
			case 2:
				fmt.Fprintf(&b, "  count: %d..\n", least)
			}
		}
		if i > 0 && rapid.IntRange(0, 3).Draw(t, "timed") == 0 {
			fmt.Fprintf(&b, "  within: {after: s%d, max: %dms}\n", rapid.IntRange(0, i-1).Draw(t, "after"), rapid.IntRange(1, 3).Draw(t, "ms"))
		}
	}
	return b.String()
}

// TestSearchAgainstBruteForce holds the search against trying every way to
// label every frame with a step.
func TestSearchAgainstBruteForce(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		text := sequenceText(r)
		c := one(t, text)
		var frames []sent
		for range rapid.IntRange(0, 7).Draw(r, "frames") {
			frames = append(frames, sent{src: uint16(rapid.IntRange(1, 2).Draw(r, "src")), dst: uint16(rapid.IntRange(1, 3).Draw(r, "dst"))})
		}
		ev := record(c, frames...)
		want := suite.Failed
		if bruteForce(c.Assertions[0], ev.Frames) {
			want = suite.Passed
		}
		if got := expect.Assertion(c, 0, ev); got.Verdict != want {
			r.Fatalf("%s of %v\n%s: %s, want %s", got.Verdict, frames, text, got.Reason, want)
		}
	})
}

// labels is a way to match: for each step, the frames it has.
type labels struct {
	byName map[string]int
	groups [][]*packet.Frame
}

func (l *labels) Frame(name, which string) *packet.Frame {
	g := l.groups[l.byName[name]]
	switch {
	case len(g) == 0:
		return nil
	case which == "last":
		return g[len(g)-1]
	}
	if n, err := strconv.Atoi(which); err == nil {
		return g[n-1]
	}
	return g[0]
}

func bruteForce(a *suite.Assertion, frames []*packet.Frame) bool {
	l := &labels{byName: map[string]int{}, groups: make([][]*packet.Frame, len(a.Sequence))}
	for i, s := range a.Sequence {
		l.byName[s.As] = i
	}
	label := make([]int, len(frames)) // 0: none, else the step from 1
	var try func(f int) bool
	try = func(f int) bool {
		if f == len(frames) {
			return l.holds(a, frames, label)
		}
		for label[f] = 0; label[f] <= len(a.Sequence); label[f]++ {
			if try(f + 1) {
				return true
			}
		}
		return false
	}
	return try(0)
}

// holds says, straight from the definition, whether a labelling is a match.
func (l *labels) holds(a *suite.Assertion, frames []*packet.Frame, label []int) bool {
	first, last := make([]int, len(a.Sequence)), make([]int, len(a.Sequence))
	for i := range a.Sequence {
		l.groups[i], first[i], last[i] = nil, -1, -1
		for f, x := range label {
			if x != i+1 {
				continue
			}
			if first[i] < 0 {
				first[i] = f
			}
			last[i] = f
			l.groups[i] = append(l.groups[i], frames[f])
		}
	}
	matches := func(i, f int) bool {
		s := a.Sequence[i]
		ok, err := s.Match.Filter.Match(frames[f], l)
		if w := s.Within; w != nil && ok {
			d := frames[f].Time.Sub(l.Frame(w.After.Name, map[bool]string{true: "last"}[w.After.Last]).Time)
			ok = d >= w.Min && (w.Max == 0 || d <= w.Max)
		}
		return ok && err == nil
	}
	if a.Order == suite.AnyOrder {
		// Counted steps share frames, so they are not labelled.
		for i, s := range a.Sequence {
			if !s.Counted {
				if len(l.groups[i]) != 1 || !matches(i, first[i]) {
					return false
				}
				continue
			}
			if first[i] >= 0 {
				return false
			}
			for f := range frames {
				if matches(i, f) {
					l.groups[i] = append(l.groups[i], frames[f])
				}
			}
			if !s.Count.Holds(len(l.groups[i])) {
				return false
			}
		}
		return true
	}
	end := -1 // the last frame of the step before
	for i, s := range a.Sequence {
		if first[i] <= end || !s.Count.Holds(len(l.groups[i])) {
			return false
		}
		from, until := end+1, len(frames)
		if i+1 < len(a.Sequence) {
			if first[i+1] < 0 {
				return false
			}
			until = first[i+1]
		}
		if a.Order == suite.Strict {
			if i > 0 && first[i] != end+1 {
				return false
			}
			if i == 0 {
				from = max(first[0]-1, 0)
			}
			until = min(until, last[i]+2)
			for f := first[i]; f <= last[i]; f++ {
				if label[f] != i+1 {
					return false
				}
			}
		}
		for f := range frames {
			switch {
			case label[f] == i+1 && !matches(i, f):
				return false
			case s.Counted && from <= f && f < until && label[f] != i+1 && matches(i, f):
				return false // it takes every one
			}
		}
		end = last[i]
	}
	return true
}

// TestSearchIsBounded looks for what would take for ever.
func TestSearchIsBounded(t *testing.T) {
	c := one(t, `
at: a:eth0
sequence:
- {as: p, match: udp}
- {as: q, match: "udp.srcport != ${p.udp.srcport}"}
- {as: r, match: "udp.srcport != ${q.udp.srcport} && udp.srcport != ${p.udp.srcport}"}
- {match: "udp.srcport == ${p.udp.srcport} && udp.srcport == ${q.udp.srcport} && udp.srcport == ${r.udp.srcport}"}
`)
	var frames []sent
	for i := range 3000 {
		frames = append(frames, sent{src: uint16(i), dst: 1})
	}
	got := expect.Assertion(c, 0, record(c, frames...))
	if want := "errored: there are too many ways to bind the frames: refer to fewer of them, or match fewer"; verdict(got) != want {
		t.Errorf("got  %s\nwant %s", verdict(got), want)
	}
}

func BenchmarkJudge(b *testing.B) {
	var steps strings.Builder
	for i := range 10 {
		fmt.Fprintf(&steps, "\n  - {as: s%d, match: udp.dstport == %d}", i, i+1)
	}
	tests := []struct{ name, assertion string }{
		{"sequence", "at: a:eth0\nsequence:" + steps.String() + "\n  - udp.dstport == 10"},
		{"missing", "at: a:eth0\nsequence:" + steps.String() + "\n  - udp.dstport == 999"},
		{"binding", "at: a:eth0\nsequence:\n  - {as: q, match: udp.dstport == 3}\n  - \"udp.dstport == 9 && udp.srcport == ${q.udp.srcport}\""},
		{"counted", "at: a:eth0\nsequence:\n  - {match: udp.dstport == 3, count: 1..}\n  - udp.dstport == 999"},
		{"never", "at: a:eth0\nnever: udp.dstport == 999"},
		{"count", "at: a:eth0\ncount: {match: udp.dstport == 3, exactly: 10000, per: udp.dstport}"},
	}
	const n = 100_000
	for _, tt := range tests {
		b.Run(tt.name, func(b *testing.B) {
			c := one(b, tt.assertion)
			frames := make([]sent, n)
			for i := range frames {
				frames[i] = sent{src: uint16(i / 10), dst: uint16(i % 10), after: time.Duration(i+1) * time.Microsecond}
			}
			ev := record(c, frames...)
			b.ReportAllocs()
			for b.Loop() {
				expect.Judge(c, ev)
			}
			b.ReportMetric(n*float64(b.N)/b.Elapsed().Seconds(), "frames/s")
		})
	}
}
