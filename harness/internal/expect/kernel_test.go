package expect_test

import (
	"net/netip"
	"testing"

	"github.com/netrig/netrig/harness/internal/evidence"
	"github.com/netrig/netrig/harness/internal/expect"
	"github.com/netrig/netrig/harness/state"
)

// TestKernel judges what a node's kernel answered to questions.
func TestKernel(t *testing.T) {
	way := state.Answer{Way: &state.Way{To: b9, Via: b1, Interface: "eth0", Source: netip.MustParseAddr("10.0.0.1"), Type: "unicast", MTU: 1400}}
	none := state.Answer{Way: &state.Way{To: b9}, Error: "network is unreachable"}
	counted := state.Answer{Counted: &state.Counted{What: "IpReasmFails", Values: map[string]int64{"value": 3}}}
	carried := state.Answer{Counted: &state.Counted{What: "eth0", Values: map[string]int64{"rx_packets": 3, "tx_dropped": 0}}}
	there := state.Answer{Path: &state.Path{To: b9, Hops: []state.Hop{{Addr: b1, Type: 11}, {}, {Addr: b9, Type: 3, Code: 3}}, Reached: true}}
	lost := state.Answer{Path: &state.Path{To: b9, Hops: []state.Hop{{Addr: b1, Type: 3}}}}
	unsent := state.Answer{Path: &state.Path{To: b9}, Error: "network is unreachable"}
	tests := []struct {
		name, assertion string
		answer          state.Answer
		want            string
	}{
		{"way", `route_get: {node: a, to: 10.0.0.9, via: b.eth0, interface: eth0, source: a.eth0, type: unicast, mtu: 1400}`, way, "passed"},
		{"way by another gateway", `route_get: {node: a, to: 10.0.0.9, via: 10.0.0.3}`, way, "failed: via is 10.0.0.2, want 10.0.0.3"},
		{"way, wrong MTU", `route_get: {node: a, to: 10.0.0.9, mtu: {lt: 1400}}`, way, "failed: mtu is 1400, want lt 1400"},
		{"no way", `route_get: {node: a, to: 10.0.0.9, error: network is unreachable}`, none, "passed"},
		{"no way, for another reason", `route_get: {node: a, to: 10.0.0.9, error: no route to host}`, none,
			"failed: error is network is unreachable, want no route to host"},
		{"no way where there should be one", `route_get: {node: a, to: 10.0.0.9, via: {absent: true}}`, none, "failed: network is unreachable"},
		{"way where there should be none", `route_get: {node: a, to: 10.0.0.9, error: {any: true}}`, way, "failed: no error, want any value"},
		{"counter", `counter: {node: a, name: IpReasmFails, value: {ge: 1}}`, counted, "passed"},
		{"counter, too high", `counter: {node: a, name: IpReasmFails, value: 0}`, counted, "failed: value is 3, want 0"},
		{"counters of an interface", `counter: {node: a, interface: eth0, rx_packets: 3, tx_dropped: 0}`, carried, "passed"},
		{"counters of an interface, one wrong", `counter: {node: a, interface: eth0, rx_packets: {lt: 3}, tx_dropped: 0}`, carried,
			"failed: rx_packets is 3, want lt 3"},
		{"path", `path: {from: a, to: 10.0.0.9, hops: [b.eth0, "*", 10.0.0.9], reached: on}`, there, "passed"},
		{"path, another way", `path: {from: a, to: 10.0.0.9, hops: [b.eth0, 10.0.0.9]}`, there,
			"failed: hops is 10.0.0.2, *, 10.0.0.9, want [10.0.0.2, 10.0.0.9]"},
		{"path, somebody in between", `path: {from: a, to: 10.0.0.9, hops: {contains: b.eth0}}`, there, "passed"},
		{"path that gets there", `path: {from: a, to: 10.0.0.9}`, there, "passed"},
		{"path that does not", `path: {from: a, to: 10.0.0.9, hops: [b.eth0]}`, lost, "failed: reached is off, want reached on"},
		{"path that is not to", `path: {from: a, to: 10.0.0.9, hops: [b.eth0], reached: off}`, lost, "passed"},
		{"path, and nothing can be sent", `path: {from: a, to: 10.0.0.9, hops: {contains: b.eth0}}`, unsent, "failed: network is unreachable"},
		{"path where nothing is to be sent", `path: {from: a, to: 10.0.0.9, error: network is unreachable, hops: {absent: true}}`, unsent, "passed"},
		{"answer to another question", `counter: {node: a, name: IpReasmFails, value: 3}`, way, "errored: an observation is no answer of a counter"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			c := one(t, tt.assertion)
			ev := record(c)
			tt.answer.Node = "a"
			ev.Observations = []evidence.Observation{{Last: true, Answer: &tt.answer}}
			if got := verdict(expect.Judge(c, ev).Results[0]); got != tt.want {
				t.Errorf("got  %s\nwant %s", got, tt.want)
			}
		})
	}
	for assertion, want := range map[string]string{
		`listen: {node: a, port: 80, network: tcp, address: 0.0.0.0, count: 1}`: "passed",
		`listen: {node: a, port: 81}`:                                           "failed: port is 80, want 81",
		`listen: {node: a, port: 80, count: 0}`:                                 "failed: count is 1, want 0: tcp 0.0.0.0:80",
	} {
		c := one(t, assertion)
		ev := record(c)
		ev.Observations = []evidence.Observation{{Last: true, Snapshot: snapshot()}}
		if got := verdict(expect.Judge(c, ev).Results[0]); got != want {
			t.Errorf("%s: got %s, want %s", assertion, got, want)
		}
	}
	for _, assertion := range []string{`route_get: {node: a, to: 10.0.0.9, mtu: 1500}`, `counter: {node: a, name: IpReasmFial, value: 1}`, `listen: {node: a, port: 80}`} {
		c := one(t, assertion)
		ev := record(c)
		ev.Observations = []evidence.Observation{{Last: true, Error: "netlink is busy"}}
		if got := verdict(expect.Judge(c, ev).Results[0]); got != "errored: netlink is busy" {
			t.Errorf("%s: got %s", assertion, got)
		}
	}
}

// TestCounterAfterFailure holds that nothing is told of a counter that did not
// count, where what it would count did not happen.
func TestCounterAfterFailure(t *testing.T) {
	c := parse(t, `  steps:
  - ping: {from: a, to: b}
  assert:
  - counter: {node: a, name: IpReasmFails, value: 0}
  - counter: {node: a, name: IpReasmFails, value: {lt: 5, ge: 1}}`)
	ev := record(c)
	ev.Manifest.Steps[0].Failed = "no reply"
	for i, value := range []int64{0, 1} {
		ev.Observations = append(ev.Observations, evidence.Observation{Assertion: i, Last: true, Answer: &state.Answer{
			Node: "a", Counted: &state.Counted{What: "IpReasmFails", Values: map[string]int64{"value": value}}}})
	}
	r := expect.Judge(c, ev)
	if got := verdict(r.Results[0]); got != "errored: nothing to look at: step 1 (ping a -> 10.0.0.2) did not happen as it should" {
		t.Errorf("nothing counted: got %s", got)
	}
	if got := verdict(r.Results[1]); got != "passed" {
		t.Errorf("something counted: got %s", got)
	}
}
