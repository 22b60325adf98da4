package expect_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/netrig/netrig/harness/internal/evidence"
	"github.com/netrig/netrig/harness/internal/expect"
	"github.com/netrig/netrig/harness/suite"
)

// TestWires judges a case whose assertion holds by what its wire did: one that was not
// what the case says makes it errored.
func TestWires(t *testing.T) {
	const text = `
suite: wires
topology: {nodes: {a: {interfaces: {eth0: 10.0.0.1/24}}, b: {interfaces: {eth0: 10.0.0.2/24}}}, links: [a -- b]}
cases:
  - name: c
    faults: [{name: lost, on: a -- b, nth: 1..2, do: drop}]
    assert: [{at: "b:eth0", sequence: [frame]}]
`
	s, err := suite.Parse("wires.yaml", []byte(text), fstest.MapFS{})
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		wires []evidence.Wire
		want  string // the reason; empty for passed
	}{
		{[]evidence.Wire{{Faults: []evidence.WireFault{{Name: "lost", Matched: 3, Fired: 2}}}}, ""},
		{nil, "fault lost was never there"},
		{[]evidence.Wire{{Faults: []evidence.WireFault{{Name: "lost", Matched: 1, Fired: 1}}}}, "befell 1 frames, not 2"},
		{[]evidence.Wire{{Faults: []evidence.WireFault{{Name: "lost", Fired: 2, Held: 1}}}}, "never let go of 1 frames"},
		{[]evidence.Wire{{Faults: []evidence.WireFault{{Name: "lost", Fired: 2, Failed: "no such field"}}}}, "could not do what it says: no such field"},
		{[]evidence.Wire{{Lines: [2]evidence.Line{{}, {Missed: 7}}, Faults: []evidence.WireFault{{Name: "lost", Fired: 2}}}}, "lost 7 frames from its second end"},
	}
	for _, tt := range tests {
		ev := record(s.Cases[0], sent{src: 1, dst: 2, at: "b:eth0", in: true})
		ev.Manifest.Wires = tt.wires
		r := expect.Judge(s.Cases[0], ev)
		if tt.want == "" && r.Verdict != suite.Passed || tt.want != "" && (r.Verdict != suite.Errored || !strings.Contains(r.Reason, tt.want)) {
			t.Errorf("%+v: %s: %s, want %q", tt.wires, r.Verdict, r.Reason, tt.want)
		}
	}
}
