package state_test

import (
	"net/netip"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/netrig/netrig/harness/state"
)

func addr(s string) netip.Addr { return netip.MustParseAddr(s) }

// before is the state that the tests begin with.
func before() *state.Snapshot {
	net := netip.MustParsePrefix
	return &state.Snapshot{
		Interfaces: []state.Interface{
			{Index: 2, Name: "eth0", MAC: "02:00:00:00:00:01", MTU: 1500, Up: true, Carrier: true, Addresses: []state.Address{{Prefix: net("10.0.0.1/24")}}},
		},
		Routes: []state.Route{
			{To: net("0.0.0.0/0"), Via: addr("10.0.0.254"), Interface: "eth0", Protocol: "static", Type: "unicast"},
			{To: net("10.0.0.0/24"), Interface: "eth0", Protocol: "kernel", Source: addr("10.0.0.1"), Type: "unicast"},
			{To: net("10.9.0.0/16"), Via: addr("10.0.0.2"), Interface: "eth0", Protocol: "static", Type: "unicast"},
			{To: net("10.9.0.0/16"), Via: addr("10.0.0.3"), Interface: "eth0", Protocol: "static", Type: "unicast"},
		},
		Neighbors: []state.Neighbor{{IP: addr("10.0.0.2"), Interface: "eth0", MAC: "02:00:00:00:00:02", State: "REACHABLE"}},
		Sockets:   []state.Socket{{Network: "tcp", Local: netip.MustParseAddrPort("0.0.0.0:80"), State: "LISTEN"}},
		FDB: []state.FDBEntry{
			{Bridge: "br0", Port: "eth1", MAC: "02:00:00:00:00:02", State: "learned", Age: time.Second},
			{Bridge: "br0", Port: "eth1", MAC: "02:00:00:00:00:11", State: "permanent"},
		},
		Trees: []state.Tree{
			{Bridge: "br0", On: true, ID: state.BridgeID{Priority: 32768, MAC: "02:00:00:00:00:11"}, Root: state.BridgeID{Priority: 4096, MAC: "02:00:00:00:00:09"},
				RootPort: "eth1", RootCost: 2, Ports: []state.TreePort{{Name: "eth1", State: "forwarding", Role: "root", Cost: 2, Priority: 32}}},
			{Bridge: "br1", Ports: []state.TreePort{{Name: "eth2", State: "forwarding", Role: "designated", Cost: 2, Priority: 32}}},
		},
		Leases: []state.Lease{{Interface: "eth0", State: "BOUND", Address: net("10.0.0.1/24"), Server: addr("10.0.0.254")}},
	}
}

func TestDiff(t *testing.T) {
	net := netip.MustParsePrefix
	tests := []struct {
		name   string
		change func(s *state.Snapshot)
		want   state.Difference
	}{
		{"nothing", func(*state.Snapshot) {}, state.Difference{}},
		{"a neighbour ages", func(s *state.Snapshot) { s.Neighbors[0].State = "STALE" }, state.Difference{}},
		{"a lease is renewed", func(s *state.Snapshot) { s.Leases[0].State = "RENEWING" }, state.Difference{}},
		{"the kernel's own entry", func(s *state.Snapshot) {
			s.Neighbors = append(s.Neighbors, state.Neighbor{IP: addr("ff02::16"), Interface: "eth0", MAC: "33:33:00:00:00:16", State: "NOARP"})
		}, state.Difference{}},
		{"a neighbour fails", func(s *state.Snapshot) { s.Neighbors[0].State, s.Neighbors[0].MAC = "FAILED", "" }, state.Difference{
			Changed: []state.Entry{{Kind: "neighbor", Text: "10.0.0.2 dev eth0 02:00:00:00:00:02 -> 10.0.0.2 dev eth0 FAILED"}}}},
		{"a neighbour is poisoned", func(s *state.Snapshot) { s.Neighbors[0].MAC = "02:00:00:00:00:09" }, state.Difference{
			Changed: []state.Entry{{Kind: "neighbor", Text: "10.0.0.2 dev eth0 02:00:00:00:00:02 -> 10.0.0.2 dev eth0 02:00:00:00:00:09"}}}},
		{"no carrier", func(s *state.Snapshot) { s.Interfaces[0].Carrier = false }, state.Difference{
			Changed: []state.Entry{{Kind: "interface", Text: "eth0 up on carrier on mtu 1500 mac 02:00:00:00:00:01 -> eth0 up on carrier off mtu 1500 mac 02:00:00:00:00:01"}}}},
		{"another address", func(s *state.Snapshot) {
			s.Interfaces[0].Addresses = append(s.Interfaces[0].Addresses, state.Address{Prefix: net("10.0.0.5/24")})
		}, state.Difference{Added: []state.Entry{{Kind: "address", Text: "10.0.0.5/24 dev eth0"}}}},
		{"another mask", func(s *state.Snapshot) { s.Interfaces[0].Addresses = []state.Address{{Prefix: net("10.0.0.1/16")}} }, state.Difference{
			Changed: []state.Entry{{Kind: "address", Text: "10.0.0.1/24 dev eth0 -> 10.0.0.1/16 dev eth0"}}}},
		{"another gateway", func(s *state.Snapshot) { s.Routes[0].Via = addr("10.0.0.253") }, state.Difference{
			Changed: []state.Entry{{Kind: "route", Text: "default via 10.0.0.254 dev eth0 proto static -> default via 10.0.0.253 dev eth0 proto static"}}}},
		{"another source", func(s *state.Snapshot) { s.Routes[1].Source = addr("10.0.0.7") }, state.Difference{
			Changed: []state.Entry{{Kind: "route", Text: "10.0.0.0/24 dev eth0 proto kernel src 10.0.0.1 -> 10.0.0.0/24 dev eth0 proto kernel src 10.0.0.7"}}}},
		{"another metric", func(s *state.Snapshot) { s.Routes[0].Metric = 5 }, state.Difference{
			Added:   []state.Entry{{Kind: "route", Text: "default via 10.0.0.254 dev eth0 proto static metric 5"}},
			Removed: []state.Entry{{Kind: "route", Text: "default via 10.0.0.254 dev eth0 proto static"}}}},
		{"one of two next hops", func(s *state.Snapshot) { s.Routes = s.Routes[:3] }, state.Difference{
			Removed: []state.Entry{{Kind: "route", Text: "10.9.0.0/16 via 10.0.0.3 dev eth0 proto static"}}}},
		{"a route of another type", func(s *state.Snapshot) {
			s.Routes = append(s.Routes, state.Route{To: net("10.8.0.0/16"), Type: "blackhole", Protocol: "static"})
		}, state.Difference{Added: []state.Entry{{Kind: "route", Text: "blackhole 10.8.0.0/16 proto static"}}}},
		{"a second socket like the first", func(s *state.Snapshot) { s.Sockets = append(s.Sockets, s.Sockets[0]) }, state.Difference{
			Added: []state.Entry{{Kind: "socket", Text: "tcp LISTEN 0.0.0.0:80 *"}}}},
		{"a lease with another name server", func(s *state.Snapshot) { s.Leases[0].DNS = []netip.Addr{addr("10.0.0.53"), addr("10.0.0.54")} }, state.Difference{
			Changed: []state.Entry{{Kind: "lease", Text: "eth0 BOUND 10.0.0.1/24 from 10.0.0.254 -> eth0 BOUND 10.0.0.1/24 from 10.0.0.254 dns 10.0.0.53 10.0.0.54"}}}},
		{"an entry of a switch ages", func(s *state.Snapshot) { s.FDB[0].State, s.FDB[0].Age = "stale", time.Minute }, state.Difference{}},
		{"an entry of a switch is forgotten", func(s *state.Snapshot) { s.FDB = s.FDB[1:] }, state.Difference{
			Removed: []state.Entry{{Kind: "fdb", Text: "02:00:00:00:00:02 dev eth1"}}}},
		{"a machine is at another port", func(s *state.Snapshot) { s.FDB[0].Port = "eth3" }, state.Difference{
			Changed: []state.Entry{{Kind: "fdb", Text: "02:00:00:00:00:02 dev eth1 -> 02:00:00:00:00:02 dev eth3"}}}},
		{"an address of a switch's own", func(s *state.Snapshot) { s.FDB[1].State = "static" }, state.Difference{
			Changed: []state.Entry{{Kind: "fdb", Text: "02:00:00:00:00:11 dev eth1 permanent -> 02:00:00:00:00:11 dev eth1 static"}}}},
		{"the root tells of a change", func(s *state.Snapshot) { s.Trees[0].TopologyChange = true }, state.Difference{}},
		{"a port is blocked", func(s *state.Snapshot) { s.Trees[0].Ports[0].State, s.Trees[0].Ports[0].Role = "blocking", "alternate" }, state.Difference{
			Changed: []state.Entry{{Kind: "stp", Text: "eth1 root forwarding cost 2 priority 32 -> eth1 alternate blocking cost 2 priority 32"}}}},
		{"a switch is the root", func(s *state.Snapshot) {
			s.Trees[0].Root, s.Trees[0].RootPort, s.Trees[0].RootCost = s.Trees[0].ID, "", 0
		}, state.Difference{
			Changed: []state.Entry{{Kind: "stp", Text: "br0 id 32768.02:00:00:00:00:11 root 4096.02:00:00:00:00:09 by eth1 cost 2 -> br0 id 32768.02:00:00:00:00:11 root 32768.02:00:00:00:00:11"}}}},
		{"a port without a tree", func(s *state.Snapshot) { s.Trees[1].Ports[0].State = "disabled" }, state.Difference{}},
		{"a tree begins", func(s *state.Snapshot) {
			s.Trees[1].On, s.Trees[1].ID.MAC, s.Trees[1].Root.MAC = true, "02:00:00:00:00:12", "02:00:00:00:00:12"
		}, state.Difference{
			Added: []state.Entry{{Kind: "stp", Text: "br1 id 0.02:00:00:00:00:12 root 0.02:00:00:00:00:12"}, {Kind: "stp", Text: "eth2 designated forwarding cost 2 priority 32"}}}},
		{"kinds in order, and what goes beside what comes", func(s *state.Snapshot) {
			s.Leases, s.Sockets = nil, nil
			s.Neighbors = append(s.Neighbors, state.Neighbor{IP: addr("10.0.0.3"), Interface: "eth0", State: "INCOMPLETE"})
			s.Interfaces = append(s.Interfaces, state.Interface{Name: "eth1", MTU: 68})
		}, state.Difference{
			Added: []state.Entry{{Kind: "interface", Text: "eth1 up off carrier off mtu 68"}, {Kind: "neighbor", Text: "10.0.0.3 dev eth0 INCOMPLETE"}},
			Removed: []state.Entry{{Kind: "socket", Text: "tcp LISTEN 0.0.0.0:80 *"},
				{Kind: "lease", Text: "eth0 BOUND 10.0.0.1/24 from 10.0.0.254"}}}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			after := before()
			tt.change(after)
			if diff := cmp.Diff(tt.want, state.Diff(before(), after)); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
			back := state.Diff(after, before())
			if len(back.Added) != len(tt.want.Removed) || len(back.Removed) != len(tt.want.Added) || len(back.Changed) != len(tt.want.Changed) {
				t.Errorf("the other way round: %+v", back)
			}
		})
	}
}
