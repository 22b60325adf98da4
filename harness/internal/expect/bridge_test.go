package expect_test

import (
	"testing"
	"time"

	"github.com/netrig/netrig/harness/internal/evidence"
	"github.com/netrig/netrig/harness/internal/expect"
	"github.com/netrig/netrig/harness/state"
	"github.com/netrig/netrig/harness/suite"
)

// TestBridge judges what the kernel says of the bridge of a switch.
func TestBridge(t *testing.T) {
	snapshot := &state.Snapshot{
		Node: "sw",
		FDB: []state.FDBEntry{
			{Bridge: "br0", Port: "a", MAC: "02:00:00:00:00:01", State: "learned", Age: 250 * time.Millisecond},
			{Bridge: "br0", Port: "b", MAC: "02:00:00:00:00:04", State: "permanent", Age: time.Minute},
		},
		Trees: []state.Tree{{
			Bridge: "br0", ID: state.BridgeID{Priority: 32768, MAC: "02:00:00:00:00:03"}, Root: state.BridgeID{Priority: 4096, MAC: "02:00:00:00:00:09"},
			RootPort: "b", RootCost: 102, TopologyChange: true,
			Ports: []state.TreePort{
				{Name: "a", State: "blocking", Role: "alternate", Cost: 2, Priority: 32},
				{Name: "b", State: "forwarding", Role: "root", Cost: 100, Priority: 7},
			},
		}},
	}
	tests := []struct{ name, assertion, want string }{
		{"learned", `fdb: {node: sw, bridge: br0, port: a, mac: a.eth0, state: learned, age: {lt: 1s}, count: 1}`, "passed"},
		{"at another port", `fdb: {node: sw, port: b, mac: a.eth0}`,
			"failed: port is a, want b (nearest of 2 entries: 02:00:00:00:00:01 dev a learned, heard 250ms ago)"},
		{"not learned", `fdb: {node: sw, mac: b.eth0, state: learned}`,
			"failed: mac is 02:00:00:00:00:01, want 02:00:00:00:00:02 (nearest of 2 entries: 02:00:00:00:00:01 dev a learned, heard 250ms ago)"},
		{"absent", `fdb: {node: sw, mac: b.eth0, count: 0}`, "passed"},
		{"not absent", `fdb: {node: sw, mac: a.eth0, count: 0}`, "failed: count is 1, want 0: 02:00:00:00:00:01 dev a learned, heard 250ms ago"},
		{"too old", `fdb: {node: sw, mac: a.eth0, age: {lt: 200ms}}`,
			"failed: age is 250ms, want lt 200ms (nearest of 2 entries: 02:00:00:00:00:01 dev a learned, heard 250ms ago)"},
		{"the way to the root", `stp: {node: sw, port: b, state: forwarding, role: root, cost: 100, priority: 7, root: "02:00:00:00:00:09", root_port: b, root_cost: 102, topology_change: on}`, "passed"},
		{"blocked", `stp: {node: sw, state: blocking, count: 1}`, "passed"},
		{"not blocked", `stp: {node: sw, port: b, role: root, state: blocking}`,
			"failed: state is forwarding, want blocking (nearest of 2 ports: b root forwarding cost 100, root 02:00:00:00:00:09 by b cost 102)"},
		{"not root", `stp: {node: sw, port: a, root: sw}`,
			"failed: root is 02:00:00:00:00:09, want 02:00:00:00:00:03 (nearest of 2 ports: a alternate blocking cost 2, root 02:00:00:00:00:09 by b cost 102)"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			c := switched(t, tt.assertion)
			ev := record(c)
			ev.Observations = []evidence.Observation{{Last: true, Snapshot: snapshot}}
			if got := verdict(expect.Judge(c, ev).Results[0]); got != tt.want {
				t.Errorf("got  %s\nwant %s", got, tt.want)
			}
		})
	}
	c := switched(t, `fdb: {node: sw, mac: a.eth0, count: 0}`)
	ev := record(c)
	ev.Observations = []evidence.Observation{{Last: true, Error: "netlink is busy"}}
	if got := verdict(expect.Judge(c, ev).Results[0]); got != "errored: netlink is busy" {
		t.Errorf("what could not be read: got %s", got)
	}
}

// switched parses a case with one assertion about a network with a switch:
//
//	a:eth0 -- sw:a, b:eth0 -- sw:b
func switched(tb testing.TB, assertion string) *suite.Case {
	tb.Helper()
	s, err := suite.Parse("s.yaml", []byte(`suite: s
topology:
  nodes:
    a: {interfaces: {eth0: 10.0.0.1/24}}
    b: {interfaces: {eth0: 10.0.0.2/24}}
    sw: {kind: switch, stp: on}
  links: [a -- sw, b -- sw]
cases: [{name: c, assert: [{`+assertion+`}]}]
`), nil)
	if err != nil {
		tb.Fatal(err)
	}
	return s.Cases[0]
}
