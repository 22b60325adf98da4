package expect_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/netrig/netrig/harness/internal/evidence"
	"github.com/netrig/netrig/harness/internal/expect"
	"github.com/netrig/netrig/harness/packet"
	"github.com/netrig/netrig/harness/suite"
)

// over returns what both ends record of a datagram that takes 20 us, or takes longer.
func over(dst uint16, at, takes time.Duration) []sent {
	if takes == 0 {
		takes = 20 * time.Microsecond
	}
	return []sent{{src: 1000, dst: dst, after: at}, {at: "b:eth0", src: 1000, dst: dst, after: at + takes, in: true}}
}

// draw writes a ladder on lines such as `a > b 53 lost`.
func draw(l *suite.Ladder) []string {
	if l == nil {
		return nil
	}
	lines := []string{strings.Join(l.Nodes, " ")}
	for _, r := range l.Rungs {
		if r.Skipped > 0 {
			lines = append(lines, fmt.Sprint("... ", r.Skipped))
			continue
		}
		_, port, _ := strings.Cut(r.Frame.Summary, "→ ")
		_, port, _ = strings.Cut(port, "→ ")
		port, _, _ = strings.Cut(port, " ")
		lines = append(lines, strings.TrimSpace(fmt.Sprintf("%s > %s %s %s %s", r.From, r.To, port, r.Fate, r.Frame.Mark)))
	}
	return lines
}

func TestLadder(t *testing.T) {
	ms := time.Millisecond
	join := func(parts ...[]sent) (all []sent) {
		for _, p := range parts {
			all = append(all, p...)
		}
		return all
	}
	lostOne := func(dst uint16, at time.Duration) []sent { return []sent{{src: 1000, dst: dst, after: at}} }
	var many []sent
	for i := range 40 {
		many = append(many, over(uint16(100+i), time.Duration(i+1)*ms, 0)...)
	}
	numbers := func(from, to int) (all []string) {
		for n := from; n <= to; n++ {
			all = append(all, fmt.Sprint("a > b ", n))
		}
		return all
	}
	wanting := `{at: "a:eth0", sequence: [{as: one, match: udp.dstport == 1}, {as: two, match: udp.dstport == 2 && ip.ttl == 3}]}`
	tests := []struct {
		name      string
		assertion string
		frames    []sent
		change    func(*evidence.Case)
		want      []string
	}{
		{
			name: "one is lost, and the nearest miss is marked", assertion: wanting,
			frames: join(over(1, ms, 0), lostOne(7, 2*ms), over(2, 3*ms, 0)),
			want:   []string{"a b", "a > b 1  1 one", "a > b 7 lost", "a > b 2  nearest"},
		},
		{
			name: "one is overtaken", assertion: wanting,
			frames: join(over(1, ms, 0), lostOne(7, 2*ms), over(2, 3*ms, 0), []sent{{at: "b:eth0", src: 1000, dst: 7, after: 9 * ms, in: true}}),
			want:   []string{"a b", "a > b 1  1 one", "a > b 7 late", "a > b 2  nearest", "a > b 7 arrives"},
		},
		{
			name: "one that takes long is sent alone, and is no late one", assertion: wanting,
			frames: join(over(1, ms, 0), over(2, 3*ms, 9*ms)),
			want:   []string{"a b", "a > b 1  1 one", "a > b 2  nearest"},
		},
		{
			name: "one is changed, one comes once more", assertion: wanting,
			frames: join(over(1, ms, 0), lostOne(7, 2*ms), []sent{{at: "b:eth0", src: 1000, dst: 8, after: 2*ms + 1, in: true}},
				over(2, 3*ms, 0), []sent{{at: "b:eth0", src: 1000, dst: 2, after: 4 * ms, in: true}}),
			want: []string{"a b", "a > b 1  1 one", "a > b 7 changed", "a > b 2  nearest", "a > b 2 again"},
		},
		{
			name: "nobody says lost of what the other end did not record", assertion: wanting,
			frames: join(over(1, ms, 0), lostOne(7, 2*ms), over(2, 3*ms, 0)),
			change: func(ev *evidence.Case) { ev.Manifest.Points[1].Dropped = 1 },
			want:   []string{"a b", "a > b 1  1 one", "a > b 7", "a > b 2  nearest"},
		},
		{
			name: "a capture that does not tell directions has no ladder", assertion: wanting,
			frames: join(over(1, ms, 0), over(2, 3*ms, 0)),
			change: func(ev *evidence.Case) { ev.Frames[0].Direction = packet.Unknown },
		},
		{
			name: "what is far from the place is left out", assertion: `{at: "b:eth0", never: udp.dstport == 120}`,
			frames: many,
			want:   slices.Concat([]string{"a b"}, numbers(112, 119), []string{"a > b 120  violation"}, numbers(121, 129)),
		},
		{
			name:      "a step that was matched long before",
			assertion: `{at: "b:eth0", sequence: [{as: first, match: udp.dstport == 101}, {match: udp.dstport == 120 && ip.ttl == 3}]}`,
			frames:    many,
			want:      slices.Concat([]string{"a b", "a > b 101  1 first", "... 10"}, numbers(112, 119), []string{"a > b 120  nearest"}, numbers(121, 128)),
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			c := one(t, tt.assertion)
			ev := record(c, tt.frames...)
			if tt.change != nil {
				tt.change(ev)
			}
			r := expect.Judge(c, ev).Results[0]
			if r.Verdict != suite.Failed {
				t.Fatalf("%s, want failed", verdict(r))
			}
			if diff := cmp.Diff(tt.want, draw(r.Finding.Ladder)); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}

// A step that waits in vain shows what there was until it gave up, as an assertion does.
func TestLadderOfAWait(t *testing.T) {
	ms := time.Millisecond
	tests := []struct {
		name, step string
		want       []string
	}{
		{
			name: "nothing came", step: `wait: {for: {at: "a:eth0", sequence: [{as: one, match: udp.dstport == 1}, {as: two, match: udp.dstport == 2 && ip.ttl == 3}]}}`,
			want: []string{"a b", "a > b 1  1 one", "a > b 2  nearest", "a > b 9"},
		},
		{
			name: "what came later is none of it", step: `wait: {for: {at: "a:eth0", count: {match: udp.dstport == 9, min: 1}}}`,
			want: []string{"a b", "a > b 1", "a > b 2", "a > b 9"},
		},
		{name: "it came while the step gave up", step: `wait: {for: {at: "a:eth0", count: {match: udp.dstport == 2, exactly: 1}}}`},
		{name: "another step", step: `ping: {from: a, to: b}`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			c := parse(t, "  steps: [{"+tt.step+"}]\n  assert: [{at: \"a:eth0\", count: {match: udp, min: 1}}]")
			ev := record(c, slices.Concat(over(1, ms, 0), over(2, 3*ms, 0), over(9, 9*ms, 0))...)
			ev.Manifest.Steps = []evidence.Step{{Index: 0, Started: start, Took: 5 * ms, Failed: "not within 5ms"}}
			r := expect.Judge(c, ev).Steps[0]
			if r.Verdict != suite.Failed {
				t.Fatalf("%+v, want failed", r)
			}
			var got []string
			if r.Finding != nil {
				got = draw(r.Finding.Ladder)
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}

// What passes needs no drawing.
func TestNoLadder(t *testing.T) {
	c := one(t, `{at: "a:eth0", sequence: [udp.dstport == 1]}`)
	r := expect.Judge(c, record(c, over(1, time.Millisecond, 0)...)).Results[0]
	if r.Verdict != suite.Passed || r.Finding.Ladder != nil {
		t.Errorf("%s with %v", verdict(r), draw(r.Finding.Ladder))
	}
}

// What a router passes on is followed, to where most of it goes.
func TestLadderOverARouter(t *testing.T) {
	text := `
suite: s
topology:
  nodes:
    a: {interfaces: {eth0: 10.0.0.1/24}}
    r: {kind: router, interfaces: {l: 10.0.0.254/24, m: 10.0.1.254/24, n: 10.0.2.254/24}}
    b: {interfaces: {eth0: 10.0.1.1/24}}
    c: {interfaces: {eth0: 10.0.2.1/24}}
    d: {interfaces: {eth0: 10.0.3.1/24}}
  links: ["r:m -- b:eth0", "r:n -- c:eth0", "a:eth0 -- r:l"]
cases:
  - name: c
    assert:
      - {at: "a:eth0", sequence: [udp.dstport == 1, {match: udp.dstport == 2}]}
`
	s, err := suite.Parse("s.yaml", []byte(text), nil)
	if err != nil {
		t.Fatal(err)
	}
	c := s.Cases[0]
	us := time.Microsecond
	ev := record(c,
		sent{at: "a:eth0", src: 1000, dst: 1, after: 10 * us}, sent{at: "r:l", src: 1000, dst: 1, after: 20 * us, in: true},
		sent{at: "r:n", src: 1000, dst: 1, after: 30 * us}, sent{at: "c:eth0", src: 1000, dst: 1, after: 40 * us, in: true},
		sent{at: "a:eth0", src: 1000, dst: 3, after: 50 * us}, sent{at: "r:l", src: 1000, dst: 3, after: 60 * us, in: true},
		sent{at: "r:n", src: 1000, dst: 3, after: 70 * us},
	)
	ev.Manifest.Points = nil
	for _, p := range []string{"a:eth0", "b:eth0", "c:eth0", "d:eth0", "r:l", "r:m", "r:n"} {
		ev.Manifest.Points = append(ev.Manifest.Points, evidence.Point{Name: p})
	}
	r := expect.Judge(c, ev).Results[0]
	want := []string{"a r c", "a > r 1  1", "r > c 1", "a > r 3", "r > c 3 lost"}
	if diff := cmp.Diff(want, draw(r.Finding.Ladder)); diff != "" {
		t.Errorf("%s (-want +got)\n%s", verdict(r), diff)
	}
}
