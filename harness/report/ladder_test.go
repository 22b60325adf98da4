package report

import (
	"strings"
	"testing"

	"github.com/netrig/netrig/harness/suite"
)

// ladder is a run with ladders: of two hosts, a segment of whom is lost and another one
// late; of a way over a router, where one is changed and one comes twice; and of a step
// that waited for the first of these in vain.
func ladder() Run {
	place := suite.Place{File: "tcp.yaml", Line: 7, Column: 3}
	rung := func(number int, from, to string, fate suite.Fate, summary, mark string) suite.Rung {
		return suite.Rung{From: from, To: to, Fate: fate, Frame: suite.FrameLine{
			Number: number, Offset: float64(number) / 1000, Point: from + ":eth0", Length: 60, Summary: summary, Mark: mark,
		}}
	}
	const there, back = "10.0.0.1 → 10.0.0.2 TCP 51775 → 80 ", "10.0.0.2 → 10.0.0.1 TCP 80 → 51775 "
	two := &suite.Ladder{Nodes: []string{"client", "server"}, Rungs: []suite.Rung{
		rung(3, "client", "server", "", there+"[SYN] Seq=0 Win=64240 Len=0 MSS=1460", "1 syn"),
		rung(5, "server", "client", suite.FateLost, back+"[SYN, ACK] Seq=0 Ack=1 Win=65160 Len=0 MSS=1460", "2 synack"),
		{Skipped: 12},
		rung(1006, "client", "server", suite.FateLate, there+"[SYN] Seq=0 Win=64240 Len=0 MSS=1460", ""),
		rung(1007, "server", "client", "", back+"[SYN, ACK] Seq=0 Ack=1 Win=65160 Len=0 MSS=1460", "nearest"),
		rung(1009, "client", "server", suite.FateArrives, there+"[SYN] Seq=0 Win=64240 Len=0 MSS=1460", ""),
	}}
	three := &suite.Ladder{Nodes: []string{"a host of a long name", "gw", "c"}, Rungs: []suite.Rung{
		rung(1, "a host of a long name", "gw", suite.FateChanged, "10.0.0.1 → 10.0.1.1 UDP 5000 → 7 Len=5", ""),
		rung(3, "gw", "c", suite.FateLost, "10.0.0.1 → 10.0.1.1 UDP 5000 → 7 Len=5", ""),
		rung(5, "c", "gw", suite.FateAgain, "10.0.1.1 → 10.0.0.1 ICMP Destination unreachable (Port unreachable)", "violation"),
		rung(7, "c", "a host of a long name", "", "10.0.1.1 → 10.0.0.1 ICMP Destination unreachable (Port unreachable)", ""),
	}}
	result := func(name string, l *suite.Ladder) suite.CaseResult {
		frames := []suite.FrameLine{l.Rungs[0].Frame}
		return suite.CaseResult{Name: name, Verdict: suite.Failed, Place: place, Reason: "a: step 3: no frame matches", Results: []suite.Result{{
			Name: "a", Kind: suite.KindSequence, Verdict: suite.Failed, Place: place, Reason: "step 3: no frame matches",
			Finding: &suite.Finding{Seen: 9, Frames: frames, Ladder: l},
		}}}
	}
	waited := suite.CaseResult{
		Name: "a wait", Verdict: suite.Failed, Place: place, Dir: "tcp/03", Reason: "step 1, wait for sequence of 3 at client:eth0: not within 5s: step 3: no frame matches",
		Steps: []suite.StepResult{
			{
				Text: "wait for sequence of 3 at client:eth0", Verdict: suite.Failed, Place: place, Reason: "not within 5s: step 3: no frame matches",
				Finding: &suite.Finding{Seen: 9, Frames: []suite.FrameLine{two.Rungs[0].Frame}, Ladder: two, Filter: "tcp", Capture: "frames.pcapng"},
			},
			{Index: 1, Text: "ping client -> 10.0.0.2", Verdict: suite.Skipped, Place: place},
		},
	}
	s := suite.NewSuiteResult(&suite.Suite{Name: "tcp", File: "tcp.yaml"}, []suite.CaseResult{result("two hosts", two), result("a router between", three), waited})
	return NewRun("v1.0.0", s.Started, 0, []suite.SuiteResult{s})
}

// Where a ladder has no room the frames are listed, as many as there are.
func TestLadderWithoutRoom(t *testing.T) {
	r := ladder()
	nodes := []string{"a", "b", "c", "d", "e", "f", "g"}
	r.Suites[0].Cases[0].Results[0].Finding.Ladder.Nodes = nodes
	var b strings.Builder
	if err := Text(&b, r, Style{Width: 80}); err != nil {
		t.Fatal(err)
	}
	if strings.Contains(b.String(), "between a") || !strings.Contains(b.String(), "frames at client:eth0, 1 of 9") {
		t.Errorf("want the table of frames:\n%s", b.String())
	}
}

// What is typed instead of drawn has nothing in it that has to be drawn, and no line
// of a ladder is wider than the terminal.
func TestLadderFits(t *testing.T) {
	for _, width := range []int{72, 80, 100, 132, 160} {
		for _, ascii := range []bool{false, true} {
			var b strings.Builder
			if err := Text(&b, ladder(), Style{Width: width, ASCII: ascii}); err != nil {
				t.Fatal(err)
			}
			in := false
			for l := range strings.Lines(b.String()) {
				l = strings.TrimRight(l, "\n")
				if in = (in || strings.Contains(l, "frames between")) && l != ""; !in {
					continue
				}
				if columns(l) > width {
					t.Errorf("%d columns of %d: %s", columns(l), width, l)
				}
				if ascii && strings.ContainsFunc(l, func(r rune) bool { return r > 0x7e }) {
					t.Errorf("not ASCII: %s", l)
				}
			}
		}
	}
}
