package expect_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/netrig/netrig/harness/internal/evidence"
	"github.com/netrig/netrig/harness/internal/expect"
	"github.com/netrig/netrig/harness/suite"
)

// lacking is what a filter says of a bound frame without the field.
const lacking = "filter: column 16: ${x.tcp.dstport} has no value: the frame bound as x has no tcp.dstport"

// doubt is what a filter for malformed frames says of the first one of private.
const doubt = "frame 1 holds a private list of NTP that is not dissected (ntp.priv.mode7.item), of which it is not known whether it is malformed or odd; leave such frames out by a test of their own"

func TestFrames(t *testing.T) {
	private := sent{src: 1000, dst: 123, data: []byte{0x97, 0, 3, 0, 0, 1, 0, 4, 1, 2, 3, 4}} // which netrig does not dissect
	malformed := sent{src: 1000, dst: 123, data: []byte{0x23, 0, 0, 0}}
	lossy := func(ev *evidence.Case) { ev.Manifest.Points[0].Dropped = 3 }
	tests := []struct {
		name      string
		assertion string
		frames    []sent
		change    func(*evidence.Case)
		want      string
	}{
		{"subsequence passes over others", `{at: a:eth0, sequence: [udp.dstport == 1, udp.dstport == 2]}`, ports(9, 1, 9, 2, 9), nil, "passed"},
		{"subsequence out of order", `{at: a:eth0, sequence: [udp.dstport == 1, udp.dstport == 2]}`, ports(2, 1), nil,
			"failed: step 2: no frame matches after frame 2"},
		{"first step missing", `{at: a:eth0, sequence: [{as: x, match: udp.dstport == 1}]}`, ports(2, 3), nil,
			"failed: step 1 (x): no frame matches among the 2 at a:eth0"},
		{"nothing seen", `{at: a:eth0, sequence: [arp]}`, nil, nil, "failed: step 1: no frame at all was seen at a:eth0"},
		{"one frame is not two", `{at: a:eth0, sequence: [udp, udp]}`, ports(1), nil, "failed: step 2: no frame matches after frame 1"},
		{"counted", `{at: a:eth0, sequence: [{match: udp.dstport == 1, count: 2..3}, udp.dstport == 2]}`, ports(1, 1, 2), nil, "passed"},
		{"counted, too few", `{at: a:eth0, sequence: [{match: udp.dstport == 1, count: 2..3}, udp.dstport == 2]}`, ports(1, 2), nil,
			"failed: step 1: 1 frame matches among the 2 at a:eth0, want 2..3"},
		{"counted, too many", `{at: a:eth0, sequence: [{match: udp.dstport == 1, count: 2}, udp.dstport == 2]}`, ports(1, 1, 1, 2), nil,
			"failed: step 1: 3 frames match among the 4 at a:eth0, want 2"},
		{"counted to the end", `{at: a:eth0, sequence: [udp.dstport == 1, {match: udp.dstport == 2, count: 1}]}`, ports(1, 2, 2), nil,
			"failed: step 2: 2 frames match after frame 1, want 1"},
		{"backtracks over a binding", `{at: a:eth0, sequence: [{as: q, match: udp.dstport == 1}, "udp.dstport == 2 && udp.srcport == ${q.udp.srcport}"]}`,
			[]sent{{src: 7, dst: 1}, {src: 8, dst: 1}, {src: 8, dst: 2}}, nil, "passed"},
		{"counted after counted, the first reading fails", `{at: a:eth0, sequence: [{match: udp.dstport == 1, count: 1..2}, {match: udp.dstport == 2, count: 1}]}`,
			ports(1, 2, 1, 2), nil, "passed"},
		{"open count, from a later first frame", `{at: a:eth0, sequence: [udp.dstport == 9, {as: q, match: udp.dstport == 1, count: 1..}, "udp.dstport == 2 && udp.srcport == ${q.first.udp.srcport}"]}`,
			[]sent{{dst: 9}, {src: 7, dst: 1}, {dst: 9}, {src: 8, dst: 1}, {src: 8, dst: 2}}, nil, "passed"},
		{"the same place with another last frame", `{at: a:eth0, sequence: [{as: q, match: udp.dstport == 1, count: 1..2}, udp.dstport == 2, udp.dstport == 3, "udp.dstport == 4 && udp.srcport == ${q.last.udp.srcport}"]}`,
			[]sent{{src: 7, dst: 1}, {dst: 2}, {src: 8, dst: 1}, {dst: 2}, {dst: 3}, {src: 8, dst: 4}}, nil, "passed"},
		{"the second frame of several", `{at: a:eth0, sequence: [{as: q, match: udp.dstport == 1, count: 2}, "udp.dstport == 2 && udp.srcport == ${q[2].udp.srcport}"]}`,
			[]sent{{src: 7, dst: 1}, {src: 8, dst: 1}, {src: 8, dst: 2}}, nil, "passed"},
		{"binding to no answer", `{at: a:eth0, sequence: [{as: q, match: udp.dstport == 1}, "udp.dstport == 2 && udp.srcport == ${q.udp.srcport}"]}`,
			[]sent{{src: 7, dst: 1}, {src: 8, dst: 2}}, nil, "failed: step 2: no frame matches after frame 1"},
		{"within", `{at: a:eth0, sequence: [{as: q, match: udp.dstport == 1}, {match: udp.dstport == 2, within: {after: q, min: 1s, max: 2s}}]}`,
			[]sent{{dst: 1}, {dst: 2, after: 500 * time.Millisecond}, {dst: 2, after: 1500 * time.Millisecond}}, nil, "passed"},
		{"not within", `{at: a:eth0, sequence: [{as: q, match: udp.dstport == 1}, {match: udp.dstport == 2, within: {after: q, max: 1s}}]}`,
			[]sent{{dst: 1}, {dst: 2, after: 1500 * time.Millisecond}}, nil, "failed: step 2: no frame matches after frame 1"},
		{"strict", `{at: a:eth0, order: strict, sequence: [udp.dstport == 1, udp.dstport == 2]}`, ports(9, 1, 2, 9), nil, "passed"},
		{"strict with one between", `{at: a:eth0, order: strict, sequence: [udp.dstport == 1, udp.dstport == 2]}`, ports(1, 9, 2), nil,
			"failed: step 2: no frame matches right after frame 1"},
		{"any order", `{at: a:eth0, order: any, sequence: [udp.dstport == 1, udp.dstport == 2]}`, ports(2, 1), nil, "passed"},
		{"any order, one for two", `{at: a:eth0, order: any, sequence: [udp, udp.dstport == 2]}`, ports(2), nil,
			"failed: step 2: no frame matches among the 1 at a:eth0"},
		{"any order, re-paired", `{at: a:eth0, order: any, sequence: [udp, udp.dstport == 2]}`, ports(2, 1), nil, "passed"},
		{"points merge in time order", `{sequence: [{at: a:eth0, match: udp}, {at: b:eth0, match: udp}], at: all}`,
			[]sent{{dst: 1}, {at: "b:eth0", dst: 1, in: true}}, nil, "passed"},
		{"other point", `{at: b:eth0, sequence: [udp]}`, ports(1), nil, "failed: step 1: no frame at all was seen at b:eth0"},
		{"a link counts each frame once", `{at: a:eth0 -- b:eth0, count: {match: udp, exactly: 1}}`,
			[]sent{{dst: 1}, {at: "b:eth0", dst: 1, in: true}}, nil, "passed"},
		{"found although frames were lost", `{at: a:eth0, sequence: [udp]}`, ports(1), lossy, "passed"},
		{"not found, frames were lost", `{at: a:eth0, sequence: [arp]}`, ports(1), lossy,
			"errored: step 1: no frame matches among the 1 at a:eth0, but the capture at a:eth0 lost 3 frames, so it may have been there"},
		{"exact although frames were lost", `{at: a:eth0, sequence: [{match: udp, count: 1}]}`, ports(1), lossy,
			"errored: the frames are there, but the capture at a:eth0 lost 3 frames, so others may have been too"},
		{"no such point", `{at: a:eth0, sequence: [udp]}`, ports(1), func(ev *evidence.Case) { ev.Manifest.Points = nil },
			"errored: nothing was captured at a:eth0"},
		{"never", `{at: a:eth0, never: udp.dstport == 9}`, ports(1), nil, "passed"},
		{"never, and it is", `{at: a:eth0, never: udp.dstport == 9}`, ports(1, 9), nil,
			"failed: frame 2 at a:eth0 must not be there: {2}"},
		{"never from until", `{at: a:eth0, sequence: [{as: x, match: udp.dstport == 1}, {as: y, match: udp.dstport == 2}], never: [{match: udp.dstport == 9, from: x, until: y}]}`,
			ports(9, 1, 2, 9), nil, "passed"},
		{"never from until, and it is", `{at: a:eth0, sequence: [{as: x, match: udp.dstport == 1}, {as: y, match: udp.dstport == 2}], never: [{match: udp.dstport == 9, from: x, until: y}]}`,
			ports(1, 9, 2), nil, "failed: frame 2 at a:eth0 must not be there: {2}"},
		{"never, frames were lost", `{at: a:eth0, never: arp}`, ports(1), lossy, "errored: it was not seen, but the capture at a:eth0 lost 3 frames"},
		{"never, seen although frames were lost", `{at: a:eth0, never: udp}`, ports(1), lossy,
			"failed: frame 1 at a:eth0 must not be there: {1}"},
		{"never of a field that the bound frame has not", `{at: a:eth0, sequence: [{as: x, match: udp.dstport == 1}], never: "udp.dstport == ${x.tcp.dstport}"}`, ports(1, 9), nil,
			"errored: nothing can match udp.dstport == ${x.tcp.dstport}: {lacking}"},
		{"count of a field that the bound frame has not", `{at: a:eth0, sequence: [{as: x, match: udp.dstport == 1}], count: {match: "udp.dstport == ${x.tcp.dstport}", max: 0}}`, ports(1, 9), nil,
			"errored: nothing can match udp.dstport == ${x.tcp.dstport}: {lacking}"},
		{"too few of a field that the bound frame has not", `{at: a:eth0, sequence: [{as: x, match: udp.dstport == 1}], count: {match: "udp.dstport == ${x.tcp.dstport}", min: 1}}`, ports(1, 9), nil,
			"errored: 0 frames match udp.dstport == ${x.tcp.dstport}, want 1.., but {lacking}"},
		{"not, and nothing can match", `{at: a:eth0, not: true, sequence: [{as: x, match: udp.dstport == 1}, "udp.dstport == ${x.tcp.dstport}"]}`, ports(1, 9), nil,
			"errored: step 2: no frame matches after frame 1, but {lacking}"},
		{"never malformed", `{at: a:eth0, never: _ws.malformed}`, ports(1, 9), nil, "passed"},
		{"never malformed, and it is, beside what is not known", `{at: a:eth0, never: _ws.malformed}`, []sent{private, malformed}, nil,
			"failed: frame 2 at a:eth0 must not be there: {2}"},
		{"never malformed, which is not known", `{at: a:eth0, never: _ws.malformed}`, []sent{private}, nil,
			"errored: nothing is sure to match _ws.malformed, but filter: column 1: {doubt}"},
		{"never odd, which is not known", `{at: a:eth0, never: "udp && _ws.expert.severity >= warning"}`, []sent{private}, nil,
			"errored: nothing is sure to match udp && _ws.expert.severity >= warning, but filter: column 8: {doubt}"},
		{"never malformed, but for what is not known", `{at: a:eth0, never: "_ws.malformed && !ntp.priv.mode7.item"}`, []sent{private}, nil, "passed"},
		{"never cut short, which is known", `{at: a:eth0, never: _ws.short}`, []sent{private}, nil, "passed"},
		{"at most as many malformed, which is not known", `{at: a:eth0, count: {match: _ws.malformed, max: 1}}`, []sent{private, malformed}, nil,
			"errored: nothing is sure to match _ws.malformed, but filter: column 1: {doubt}"},
		{"at least as many malformed, which is not known", `{at: a:eth0, count: {match: _ws.malformed, min: 2}}`, []sent{private, malformed}, nil,
			"errored: 1 frames match _ws.malformed, want 2.., but filter: column 1: {doubt}"},
		{"enough malformed, beside what is not known", `{at: a:eth0, count: {match: _ws.malformed, min: 1}}`, []sent{private, malformed}, nil, "passed"},
		{"a malformed one, which is not known", `{at: a:eth0, sequence: [_ws.malformed]}`, []sent{private}, nil,
			"errored: step 1: no frame matches among the 1 at a:eth0, but filter: column 1: {doubt}"},
		{"a malformed one, behind what is not known", `{at: a:eth0, sequence: [_ws.malformed]}`, []sent{private, malformed}, nil, "passed"},
		{"as many sound ones, which is not known", `{at: a:eth0, sequence: [{match: "!_ws.malformed", count: 1}]}`, []sent{private, malformed, {dst: 9}}, nil,
			"errored: the frames are there, but others may match, too: filter: column 2: {doubt}"},
		{"nothing since a malformed one, which is not known", `{at: a:eth0, sequence: [{as: x, match: _ws.malformed}], never: {match: udp.dstport == 9, from: x}}`,
			[]sent{private, {dst: 9}, malformed}, nil, "errored: the frames are there, but others may match, too: filter: column 1: {doubt}"},
		{"no malformed one, which is not known", `{at: a:eth0, not: true, sequence: [_ws.malformed]}`, []sent{private}, nil,
			"errored: step 1: no frame matches among the 1 at a:eth0, but filter: column 1: {doubt}"},
		{"watched for long enough", `{at: a:eth0, never: arp, always_for: 1m}`, nil, nil, "passed"},
		{"not watched for long enough", `{at: a:eth0, never: arp, always_for: 2m}`, nil, nil,
			"errored: frames were recorded for 1m0s after the last step, want 2m0s"},
		{"count", `{at: a:eth0, count: {match: udp.dstport == 1, exactly: 2}}`, ports(1, 2, 1), nil, "passed"},
		{"count, too few", `{at: a:eth0, count: {match: udp.dstport == 1, min: 2}}`, ports(1), nil, "failed: 1 frames match udp.dstport == 1, want 2.."},
		{"count, too few, frames were lost", `{at: a:eth0, count: {match: udp.dstport == 1, min: 2}}`, ports(1), lossy,
			"errored: 1 frames match udp.dstport == 1, want 2.., but the capture at a:eth0 lost 3 frames"},
		{"count, enough, frames were lost", `{at: a:eth0, count: {match: udp.dstport == 1, min: 1}}`, ports(1), lossy, "passed"},
		{"count, at most, frames were lost", `{at: a:eth0, count: {match: udp.dstport == 1, max: 1}}`, ports(1), lossy,
			"errored: the number is right, but the capture at a:eth0 lost 3 frames"},
		{"count, too many, frames were lost", `{at: a:eth0, count: {match: udp.dstport == 1, max: 1}}`, ports(1, 1), lossy,
			"failed: 2 frames match udp.dstport == 1, want 0..1"},
		{"count per", `{at: a:eth0, count: {match: udp, exactly: 2, per: udp.dstport}}`, ports(1, 2, 2, 1), nil, "passed"},
		{"count per, one is off", `{at: a:eth0, count: {match: udp, exactly: 2, per: udp.dstport}}`, ports(1, 2, 2), nil,
			"failed: 1 frames match udp with udp.dstport 1, want 2"},
		{"count per, the value is there twice", `{at: a:eth0, count: {match: udp, exactly: 1, per: udp.port}}`, []sent{{src: 7, dst: 7}}, nil, "passed"},
		{"count per, none", `{at: a:eth0, count: {match: udp, min: 1, per: udp.dstport}}`, nil, nil,
			"failed: 0 frames match udp with udp.dstport none of its values, want 1.."},
		{"not", `{at: a:eth0, not: true, sequence: [arp]}`, ports(1), nil, "passed"},
		{"not, and it is", `{at: a:eth0, not: true, sequence: [udp]}`, ports(1), nil, "failed: it was not to hold, and it does: all steps matched"},
		{"not, frames were lost", `{at: a:eth0, not: true, sequence: [arp]}`, ports(1), lossy,
			"errored: step 1: no frame matches among the 1 at a:eth0, but the capture at a:eth0 lost 3 frames, so it may have been there"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			c := one(t, tt.assertion)
			ev := record(c, tt.frames...)
			if tt.change != nil {
				tt.change(ev)
			}
			got := expect.Judge(c, ev)
			want := strings.NewReplacer("{lacking}", lacking, "{doubt}", doubt).Replace(tt.want) // where {2} is the summary of frame 2
			for _, f := range ev.Frames {
				want = strings.ReplaceAll(want, fmt.Sprintf("{%d}", f.Number), f.Summary())
			}
			if v := verdict(got.Results[0]); v != want {
				t.Errorf("got  %s\nwant %s", v, want)
			}
			if got.Verdict != got.Results[0].Verdict {
				t.Errorf("the case is %s, its only assertion %s", got.Verdict, got.Results[0].Verdict)
			}
			if c.Assertions[0].AlwaysFor == nil {
				if v := expect.Verdict(c, 0, ev); v != got.Results[0].Verdict {
					t.Errorf("Verdict = %s, Judge says %s", v, got.Results[0].Verdict)
				}
			}
		})
	}
}

// TestFinding pins what a failure shows.
func TestFinding(t *testing.T) {
	c := one(t, `{at: a:eth0, hint: Look., sequence: [{as: q, match: udp.dstport == 1}, {as: r, match: "udp.srcport == ${q.udp.srcport} && udp.dstport == 2", within: {after: q, max: 1s}}]}`)
	ev := record(c, sent{src: 7, dst: 9}, sent{src: 7, dst: 1}, sent{src: 7, dst: 3}, sent{src: 7, dst: 2, after: 5 * time.Second})
	ev.Dir = "/run/c"
	r := expect.Assertion(c, 0, ev)
	f := r.Finding
	if f == nil {
		t.Fatal("no finding")
	}
	for i := range f.Frames {
		f.Frames[i].Time, f.Frames[i].Length = time.Time{}, 0
	}
	f.Near.Frame = nil
	line := func(n int, offset float64, mark string) suite.FrameLine {
		return suite.FrameLine{Number: n, Offset: offset, Point: "a:eth0", Summary: ev.Frames[n-1].Summary(), Mark: mark}
	}
	want := &suite.Finding{
		Want:    "udp.srcport == ${q.udp.srcport} && udp.dstport == 2",
		Got:     "no frame matches after frame 2",
		Matched: []suite.MatchStep{{Step: 1, As: "q", Text: "udp.dstport == 1", Frames: []int{2}, Count: 1}},
		Stuck:   &suite.StuckStep{Step: 2, As: "r", Text: "udp.srcport == ${q.udp.srcport} && udp.dstport == 2", Why: "no frame matches after frame 2"},
		Near: &suite.NearMiss{Held: 2, Terms: []suite.Term{
			{Text: "udp.srcport == 7", Held: true, Had: []string{"udp.srcport = 7"}},
			{Text: "udp.dstport == 2", Had: []string{"udp.dstport = 3"}},
			{Text: "within at most 1s after q.first", Held: true, Had: []string{"1ms"}},
		}},
		Frames: []suite.FrameLine{
			line(1, 0, ""), line(2, 0.001, "1 q"), line(3, 0.002, "nearest"), line(4, 5, ""),
		},
		Seen:    4,
		Filter:  `frame.interface_name in {"a:eth0"} && ((udp.dstport == 1) || (udp.srcport == 7 && udp.dstport == 2))`,
		Capture: "/run/c/frames.pcapng",
	}
	if diff := cmp.Diff(want, f); diff != "" {
		t.Errorf("finding (-want +got):\n%s", diff)
	}
	if r.Hint != "Look." || r.Place.String() != "s.yaml:10:5" {
		t.Errorf("hint %q at %s", r.Hint, r.Place)
	}
}

// TestFindingOfAPass pins that a sequence that passed shows the frames it
// rests on, and no others.
func TestFindingOfAPass(t *testing.T) {
	c := one(t, `{at: a:eth0, sequence: [{as: q, match: udp.dstport == 1}, {match: udp.dstport == 2}]}`)
	ev := record(c, sent{dst: 9}, sent{dst: 1}, sent{dst: 9}, sent{dst: 2}, sent{dst: 9})
	r := expect.Assertion(c, 0, ev)
	if r.Verdict != suite.Passed || r.Finding == nil {
		t.Fatalf("%s: %s", r.Verdict, r.Reason)
	}
	var got []string
	for _, l := range r.Finding.Frames {
		got = append(got, fmt.Sprintf("%d [%s]", l.Number, l.Mark))
	}
	if diff := cmp.Diff([]string{"2 [1 q]", "4 [2]"}, got); diff != "" {
		t.Errorf("frames (-want +got):\n%s", diff)
	}
}
