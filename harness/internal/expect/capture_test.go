package expect_test

import (
	"bytes"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/netrig/netrig/harness/internal/evidence"
	"github.com/netrig/netrig/harness/internal/expect"
	"github.com/netrig/netrig/harness/packet"
	"github.com/netrig/netrig/harness/suite"
)

// captured writes datagrams to a capture file of interfaces eno1, with the
// frames, and eno2, without any, and reads it.
func captured(t *testing.T, dropped uint64, cut int, all ...sent) *evidence.Capture {
	t.Helper()
	var file bytes.Buffer
	w := packet.NewWriter(&file, packet.Meta{})
	for _, point := range []string{"eno1", "eno2"} {
		if err := w.AddPoint(point, nil); err != nil {
			t.Fatal(err)
		}
	}
	for i, x := range all {
		data := datagram(x.src, x.dst)
		f := &packet.Frame{Point: "eno1", Time: start.Add(time.Duration(i) * time.Second), Length: len(data), Data: data}
		if x.in {
			f.Direction = packet.In
		}
		if err := w.Write(f); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Stats("eno1", start, packet.Stats{Dropped: dropped}); err != nil {
		t.Fatal(err)
	}
	if err := w.Flush(); err != nil {
		t.Fatal(err)
	}
	c, err := evidence.ReadCapture("some.pcapng", bytes.NewReader(file.Bytes()[:file.Len()-cut]))
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// What a file tells of a case decides it; nothing that it cannot tell passes.
func TestJudgeCapture(t *testing.T) {
	here := map[string]string{"a:eth0": "eno1"}
	both := map[string]string{"a:eth0": "eno1", "b:eth0": "eno2"}
	const (
		seen   = "  points: 2\n  assert:\n  - {at: a:eth0, sequence: [udp.dstport == 1], points: 1}\n"
		state  = "  - {name: route, route: {node: a, to: default}, points: 4}\n"
		unseen = "  assert:\n  - {at: a:eth0, never: udp.dstport == 9}\n"
	)
	tests := []struct {
		name    string
		body    string
		at      map[string]string
		dropped uint64
		cut     int
		frames  []sent
		want    string
		earned  int
	}{
		{name: "the frames are there", body: seen, at: here, frames: ports(1), want: "passed", earned: 3},
		{name: "the whole file is the point", body: seen, at: map[string]string{"a:eth0": ""}, frames: ports(1), want: "passed", earned: 3},
		{name: "they are not", body: seen, at: here, frames: ports(2), want: "failed: sequence of 1 at a:eth0: step 1: no frame matches among the 1 at a:eth0"},
		{name: "state is not in it", body: seen + state, at: here, frames: ports(1), want: "passed: 1 of 2 assertions are not in a capture", earned: 1},
		{name: "state alone", body: "  assert:\n" + state, at: here, frames: ports(1), want: "errored: none of its assertions can be told from a capture"},
		{name: "another point", body: seen, at: map[string]string{"b:eth0": "eno1"}, frames: ports(1), want: "errored: sequence of 1 at a:eth0: nothing was captured at a:eth0"},
		{name: "never", body: unseen, at: here, frames: ports(1), want: "passed"},
		{name: "seen though", body: unseen, at: here, frames: ports(1, 9),
			want: "failed: never udp.dstport == 9 at a:eth0: frame 2 at a:eth0 must not be there: 10.0.0.1 → 10.0.0.2 UDP 1000 → 9 Len=0"},
		{name: "never, of no frames", body: unseen, at: here, want: "errored: never udp.dstport == 9 at a:eth0: the capture has no frame at all at a:eth0"},
		{name: "never, and frames were lost", body: unseen, at: here, dropped: 3, frames: ports(1),
			want: "errored: never udp.dstport == 9 at a:eth0: it was not seen, but the capture at a:eth0 lost 3 frames"},
		{name: "never, in a file that is cut off", body: unseen, at: here, cut: 70, frames: ports(1, 1),
			want: "errored: the capture cannot be relied on: packet: capture file: cut off in the block at octet 188: unexpected EOF (and 1 more)"},
		{name: "there, in a file that is cut off", body: seen, at: here, cut: 70, frames: ports(1, 1),
			want: "errored: the capture cannot be relied on: packet: capture file: cut off in the block at octet 188: unexpected EOF", earned: 1},
		{name: "a link, of which nobody knows the directions", body: "  assert:\n  - {at: a -- b, sequence: [udp.dstport == 1]}\n", at: both, frames: ports(1),
			want: "errored: sequence of 1 at a -- b: the capture does not tell which way the frames at a:eth0 went: look at one end, as in at: a:eth0"},
		{name: "for long enough", body: "  assert:\n  - {at: a:eth0, never: udp.dstport == 9, always_for: 2s}\n", at: here, frames: ports(1, 1, 1), want: "passed"},
		{name: "not for long enough", body: "  assert:\n  - {at: a:eth0, never: udp.dstport == 9, always_for: 2s}\n", at: here, frames: ports(1, 1),
			want: "errored: never udp.dstport == 9 at a:eth0: frames were recorded for 1s after the last step, want 2s"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			c := parse(t, tt.body)
			r := expect.JudgeCapture(c, captured(t, tt.dropped, tt.cut, tt.frames...).Case("s", "c", tt.at))
			if diff := cmp.Diff(tt.want, verdict(suite.Result{Verdict: r.Verdict, Reason: r.Reason})); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
			if r.Earned != tt.earned {
				t.Errorf("%d points are earned, want %d", r.Earned, tt.earned)
			}
			for _, res := range r.Results {
				if res.Finding != nil && res.Finding.Capture != "some.pcapng" {
					t.Errorf("the finding is in %q", res.Finding.Capture)
				}
			}
		})
	}
}
