package expect_test

import (
	"fmt"
	"net/netip"
	"strings"
	"testing"
	"time"

	"github.com/netrig/netrig/harness/internal/evidence"
	"github.com/netrig/netrig/harness/internal/expect"
	"github.com/netrig/netrig/harness/state"
	"github.com/netrig/netrig/harness/suite"
)

var (
	b1 = netip.MustParseAddr("10.0.0.2")
	b9 = netip.MustParseAddr("10.0.0.9")
)

// snapshot is what node a has in these tests.
func snapshot() *state.Snapshot {
	return &state.Snapshot{
		Node: "a",
		Interfaces: []state.Interface{{Name: "eth0", MAC: "02:00:00:00:00:01", MTU: 1500, Up: true, Addresses: []state.Address{
			{Prefix: netip.MustParsePrefix("10.0.0.1/24")},
			{Prefix: netip.MustParsePrefix("2001:db8::1/64"), Flags: []string{"dynamic", "mngtmpaddr"}, Protocol: "kernel_ra", Valid: time.Hour, Preferred: time.Minute},
			{Prefix: netip.MustParsePrefix("2001:db8:2::1/64"), Flags: []string{"dynamic", "deprecated", "tentative", "dadfailed"}, Valid: time.Hour},
		}}},
		Routes: []state.Route{
			{To: netip.MustParsePrefix("0.0.0.0/0"), Via: b1, Interface: "eth0", Protocol: "dhcp", Scope: "global", Type: "unicast"},
			{To: netip.MustParsePrefix("10.0.0.0/24"), Interface: "eth0", Protocol: "kernel", Scope: "link", Type: "unicast"},
		},
		FDB: []state.FDBEntry{{Bridge: "br0", Port: "p1", MAC: "02:00:00:00:00:01", State: "learned"}},
		Trees: []state.Tree{{Bridge: "br0", On: true, ID: state.BridgeID{Priority: 32768, MAC: "02:00:00:00:00:11"},
			Root: state.BridgeID{Priority: 32768, MAC: "02:00:00:00:00:11"}, Ports: []state.TreePort{{Name: "p1", State: "forwarding", Role: "designated", Cost: 2, Priority: 32}}}},
		Leases6: []state.Lease6{
			{Interface: "eth0", State: "BOUND", Address: netip.MustParseAddr("2001:db8::100"), Server: netip.MustParseAddr("fe80::2"), DUID: "00:03:00:01:02:00:00:00:00:02",
				DNS: []netip.Addr{netip.MustParseAddr("2001:db8::53")}, Domain: []string{"lab.example", "example.com"}, Valid: time.Hour, Preferred: time.Minute, T1: 30 * time.Second, T2: 48 * time.Second},
			{Interface: "eth1", State: "INFORMED", DNS: []netip.Addr{netip.MustParseAddr("2001:db8::53")}},
		},
		Neighbors: []state.Neighbor{
			{IP: b1, Interface: "eth0", MAC: "02:00:00:00:00:02", State: "STALE"},
			{IP: b9, Interface: "eth0", State: "FAILED"},
		},
		Sockets: []state.Socket{
			{Network: "tcp", Local: netip.MustParseAddrPort("0.0.0.0:80"), State: "LISTEN"},
			{Network: "tcp6", Local: netip.MustParseAddrPort("[::ffff:10.0.0.1]:80"), Remote: netip.MustParseAddrPort("[::ffff:10.0.0.2]:4000"), State: "ESTABLISHED"},
		},
		Leases: []state.Lease{{Interface: "eth0", State: "BOUND", Address: netip.MustParsePrefix("10.0.0.1/24"), Server: b1,
			Router: []netip.Addr{b1}, DNS: []netip.Addr{b1, b9}, Duration: time.Hour}},
	}
}

func TestState(t *testing.T) {
	tests := []struct{ name, assertion, want string }{
		{"link", `link: {node: a, interface: eth0, up: on, carrier: no, mtu: 1500, mac: a.eth0}`, "passed"},
		{"link, which has no carrier", `link: {node: a, interface: eth0, carrier: true}`,
			"failed: carrier is off, want on"},
		{"link count", `link: {node: a, carrier: on, count: 0}`, "passed"},
		{"address", `address: {node: a, interface: eth0, address: a.eth0, length: 24}`, "passed"},
		{"address, wrong length", `address: {node: a, address: 10.0.0.1/16}`, "failed: none of 3 addresses is like it"},
		{"address in a network", `address: {node: a, address: {cidr: 10.0.0.0/8}}`, "passed"},
		{"route", `route: {node: a, to: default, via: b.eth0, protocol: dhcp, source: {absent: true}, metric: 0}`, "passed"},
		{"address made of an advertisement", `address: {node: a, address: 2001:db8::1, flags: [dynamic, mngtmpaddr], protocol: kernel_ra, valid: 1h, preferred: {le: 1m}}`, "passed"},
		{"address that is somebody else's", `address: {node: a, flags: {contains: dadfailed}, protocol: {absent: true}, preferred: 0s}`, "passed"},
		{"address, wrong flag", `address: {node: a, address: 2001:db8::1, flags: {contains: tentative}}`,
			"failed: flags is dynamic, mngtmpaddr, want contains tentative (nearest of 3 addresses: 2001:db8::1/64 dev eth0 dynamic mngtmpaddr)"},
		{"address without an end", `address: {node: a, address: 10.0.0.1, valid: {absent: true}, preferred: {absent: true}, flags: {absent: true}}`, "passed"},
		{"address, lifetime of one without", `address: {node: a, address: 10.0.0.1, valid: {gt: 1s}}`, "failed: no valid, want gt 1s (nearest of 3 addresses: 10.0.0.1/24 dev eth0)"},
		{"lease of IPv6", `dhcp6_lease: {node: a, interface: eth0, state: BOUND, address: 2001:db8::100, server: "fe80::2", duid: "00:03:00:01:02:00:00:00:00:02", domain: {contains: example.com}, valid: 1h, preferred: 1m, t1: 30s, t2: 48s}`, "passed"},
		{"lease of IPv6, another address", `dhcp6_lease: {node: a, interface: eth0, address: 2001:db8::101}`,
			"failed: address is 2001:db8::100, want 2001:db8::101 (nearest of 2 leases: eth0 BOUND 2001:db8::100 from fe80::2)"},
		{"settings without an address", `dhcp6_lease: {node: a, state: INFORMED, address: {absent: true}, valid: {absent: true}, dns: [2001:db8::53]}`, "passed"},
		{"lease of IPv6 count", `dhcp6_lease: {node: a, state: BOUND, count: 2}`, "failed: count is 1, want 2: eth0 BOUND 2001:db8::100 from fe80::2"},
		{"route, which does not expire", `route: {node: a, to: default, expires: {absent: true}, preference: {absent: true}}`, "passed"},
		{"route of an advertisement", `route: {node: a, to: default, preference: high, expires: {le: 30m}}`,
			"failed: no preference, want high; no expires, want le 30m (nearest of 2 routes: default via 10.0.0.2 dev eth0 proto dhcp)"},
		{"route, wrong gateway", `route: {node: a, to: default, via: 10.0.0.9, interface: eth0}`,
			"failed: via is 10.0.0.2, want 10.0.0.9 (nearest of 2 routes: default via 10.0.0.2 dev eth0 proto dhcp)"},
		{"route, none like it", `route: {node: a, to: 10.9.0.0/16}`, "failed: none of 2 routes is like it"},
		{"route count", `route: {node: a, interface: eth0, count: 2}`, "passed"},
		{"route count, wrong", `route: {node: a, to: default, count: 0}`, "failed: count is 1, want 0: default via 10.0.0.2 dev eth0 proto dhcp"},
		{"route count, too few", `route: {node: a, to: default, via: 10.0.0.9, count: {ge: 1}}`,
			"failed: count is 0, want ge 1 (nearest of 2: default via 10.0.0.2 dev eth0 proto dhcp: via is 10.0.0.2, want 10.0.0.9)"},
		{"neighbor by reference", `neighbor: {node: a, ip: b.eth0, mac: b.eth0, state: [REACHABLE, STALE]}`, "passed"},
		{"neighbor unresolved", `neighbor: {node: a, ip: 10.0.0.9, mac: {absent: true}, state: FAILED}`, "passed"},
		{"neighbor, wrong state", `neighbor: {node: a, ip: b.eth0, state: REACHABLE}`,
			"failed: state is STALE, want REACHABLE (nearest of 2 neighbors: 10.0.0.2 dev eth0 02:00:00:00:00:02 STALE)"},
		{"socket by port", `socket: {node: a, local: ":80", count: 2}`, "passed"},
		{"socket, mapped address", `socket: {node: a, local: "10.0.0.1:80", remote: b.eth0, state: ESTABLISHED}`, "passed"},
		{"socket without peer", `socket: {node: a, remote: {absent: true}, state: {not: ESTABLISHED}}`, "passed"},
		{"lease", `dhcp_lease: {node: a, address: 10.0.0.1, router: b.eth0, dns: {consist_of: [10.0.0.9, 10.0.0.2]}, duration: 1h, domain: {absent: true}}`, "passed"},
		{"lease, list in order", `dhcp_lease: {node: a, dns: [10.0.0.9, 10.0.0.2]}`, "failed: dns is 10.0.0.2, 10.0.0.9, want [10.0.0.9, 10.0.0.2]"},
		{"lease, list contains", `dhcp_lease: {node: a, dns: {contains: 10.0.0.9}}`, "passed"},
		{"lease, each in a network", `dhcp_lease: {node: a, dns: {cidr: 10.0.0.0/29}}`, "failed: dns is 10.0.0.2, 10.0.0.9, want in 10.0.0.0/29"},
		{"lease, any of", `dhcp_lease: {node: a, duration: {any_of: [{lt: 1m}, {ge: 1h, lt: 2h}]}}`, "passed"},
		{"lease, all of", `dhcp_lease: {node: a, duration: {gt: 1m, lt: 1h}}`, "failed: duration is 1h0m0s, want gt 1m and lt 1h"},
		{"not", `{route: {node: a, to: default}, not: true}`, "failed: it was not to hold, and it does: default via 10.0.0.2 dev eth0 proto dhcp"},
		{"not, and it is not", `{route: {node: a, to: 10.9.0.0/16}, not: true}`, "passed"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			c := one(t, tt.assertion)
			ev := record(c)
			ev.Observations = []evidence.Observation{{Last: true, Snapshot: snapshot()}}
			if got := verdict(expect.Judge(c, ev).Results[0]); got != tt.want {
				t.Errorf("got  %s\nwant %s", got, tt.want)
			}
		})
	}
}

func TestAnswers(t *testing.T) {
	web := &state.HTTP{URL: "http://10.0.0.2/", Status: 200, Proto: "HTTP/1.1", Headers: map[string][]string{"Content-Type": {"text/html"}},
		Body: "<html>hello</html>", Size: 18, Remote: netip.MustParseAddrPort("10.0.0.2:80"), Sent: 4960, Duration: time.Millisecond}
	name := &state.DNS{Name: "x.", Type: "A", Network: "udp", Rcode: "NOERROR", Values: []string{"10.0.0.2", "10.0.0.9"}}
	lost := &state.Ping{To: b9, Sent: 2, Errors: []state.ICMPError{{From: b1, Type: 3, Code: 1}}}
	tests := []struct {
		name, assertion string
		answer          state.Answer
		want            string
	}{
		{"http", `http: {from: a, url: "http://b/", status: 200, header: {content-type: {contains: html}, x: {absent: true}}, body: {regex: "h.llo"}, sent: 4960, remote: ":80"}`,
			state.Answer{HTTP: web}, "passed"},
		{"http, wrong status", `http: {from: a, url: "http://b/", status: [201, 404], body: ""}`, state.Answer{HTTP: web},
			"failed: status is 200, want one of 201, 404; body is <html>hello</html>, want"},
		{"http refused", `http: {from: a, url: "http://b/", status: 200}`, state.Answer{Error: "connection refused"}, "failed: connection refused"},
		{"http to be refused", `http: {from: a, url: "http://b/", error: {contains: refused}}`, state.Answer{Error: "connection refused"}, "passed"},
		{"http to be refused, and is not", `http: {from: a, url: "http://b/", error: {contains: refused}}`, state.Answer{HTTP: web},
			"failed: no error, want contains refused"},
		{"http not to work, and it does not", `{http: {from: a, url: "http://b/", status: 200}, not: true}`, state.Answer{Error: "connection refused"}, "passed"},
		{"dns", `dns: {from: a, name: x, rcode: NOERROR, answer: [10.0.0.2, 10.0.0.9], over: udp}`, state.Answer{DNS: name}, "passed"},
		{"dns, wrong answer", `dns: {from: a, name: x, answer: 10.0.0.2}`, state.Answer{DNS: name}, "failed: answer is 10.0.0.2, 10.0.0.9, want [10.0.0.2]"},
		{"ping", `ping: {from: a, to: b}`, state.Answer{Ping: &state.Ping{Sent: 1, Received: 1}}, "passed"},
		{"ping lost", `ping: {from: a, to: b, count: 2}`, state.Answer{Ping: lost}, "failed: lost is 2, want every request answered"},
		{"ping that nobody sent", `ping: {from: a, to: b}`, state.Answer{Ping: &state.Ping{}}, "failed: lost is 0, want every request answered"},
		{"ping to be lost", `ping: {from: a, to: b, count: 2, received: 0, icmp_type: 3, icmp_code: 1, icmp_from: b.eth0}`,
			state.Answer{Ping: lost, Error: "no reply"}, "passed"},
		{"ping without losses, as none was sent", `ping: {from: a, to: b, lost: 0}`, state.Answer{Ping: &state.Ping{}, Error: "network is unreachable"}, "failed: network is unreachable"},
		{"ping times, as there were none", `ping: {from: a, to: b, rtt: {not: {gt: 10ms}}}`, state.Answer{Ping: lost}, "failed: no rtt, want a reply"},
		{"ping not in time", `ping: {from: a, to: b, rtt: {lt: 10ms}}`, state.Answer{Ping: lost}, "failed: no rtt, want lt 10ms"},
		{"ping without times", `ping: {from: a, to: b, rtt: {absent: true}}`, state.Answer{Ping: lost}, "passed"},
		{"no response has no status", `http: {from: a, url: "http://b/", error: {any: true}, status: {absent: true}, size: {absent: true}}`,
			state.Answer{HTTP: &state.HTTP{URL: "http://b/"}, Error: "connection refused"}, "passed"},
		{"no response has no status below another", `http: {from: a, url: "http://b/", error: {any: true}, status: {lt: 500}}`,
			state.Answer{HTTP: &state.HTTP{URL: "http://b/"}, Error: "connection refused"}, "failed: no status, want lt 500"},
		{"exec", `exec: {node: a, shell: "true", stdout: {contains: ok}}`, state.Answer{Exec: &state.Exec{Stdout: "ok\n"}}, "passed"},
		{"exec, exit", `exec: {node: a, shell: "false"}`, state.Answer{Exec: &state.Exec{Exit: 1}}, "failed: exit is 1, want exit 0"},
		{"exec, exit wanted", `exec: {node: a, shell: "false", exit: {gt: 0}}`, state.Answer{Exec: &state.Exec{Exit: 1}}, "passed"},
		{"exec killed", `exec: {node: a, shell: "sleep 9"}`, state.Answer{Exec: &state.Exec{Exit: -1, Signal: "killed"}, Error: "timed out after 10s"}, "failed: timed out after 10s"},
		{"answer of another kind", `ping: {from: a, to: b}`, state.Answer{DNS: name}, "errored: an observation is no answer of a ping"},
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
}

// TestOutputThatWasCut pins that nothing is told of what was not recorded.
func TestOutputThatWasCut(t *testing.T) {
	const most = 64 << 10
	begin := "begin " + strings.Repeat(".", most-6)
	tests := []struct{ matcher, want string }{
		{`{contains: begin}`, "passed"},
		{`{regex: ^begin}`, "passed"},
		{`{contains: end}`, "errored"},
		{`{not: {contains: end}}`, "errored"},
		{`{not: {contains: begin}}`, "failed"},
		{`begin`, "failed"},
		{`{not: begin}`, "passed"},
		{`{all_of: [{contains: begin}, {contains: end}]}`, "errored"},
		{`{all_of: [{not: {contains: begin}}, {contains: end}]}`, "failed"},
		{`{any_of: [{contains: begin}, {contains: end}]}`, "passed"},
		{`{any_of: [{not: {contains: begin}}, {contains: end}]}`, "errored"},
	}
	for _, tt := range tests {
		for kind, answer := range map[string]*state.Answer{
			`exec: {node: a, shell: "true", stdout: `:  {Exec: &state.Exec{Stdout: begin}},
			`exec: {node: a, shell: "true", stderr: `:  {Exec: &state.Exec{Stderr: begin}},
			`http: {from: a, url: "http://b/", body: `: {HTTP: &state.HTTP{Status: 200, Body: begin, Size: most + 1}},
		} {
			t.Run(kind+tt.matcher, func(t *testing.T) {
				c := one(t, kind+tt.matcher+"}")
				ev := record(c)
				answer.Node = "a"
				ev.Observations = []evidence.Observation{{Last: true, Answer: answer}}
				if got := expect.Judge(c, ev).Results[0]; string(got.Verdict) != tt.want {
					t.Errorf("got %s, want %s", verdict(got), tt.want)
				}
			})
		}
	}
}

// TestTime pins the operators of time. In seen, + is an observation that
// holds, - one that does not, ! one that could not be made, . the last;
// t is what the kernel told of, and holds, o what it told of, and does not.
func TestTime(t *testing.T) {
	tests := []struct {
		time, seen string
		want       suite.Verdict
	}{
		{"eventually: 1s", "+", suite.Passed},
		{"eventually: 1s", "--+", suite.Passed},
		{"eventually: 1s", "!+", suite.Passed},
		{"eventually: 1s", "--.", suite.Failed},
		{"eventually: 1s", "--", suite.Errored},
		{"eventually: 1s", "-!.", suite.Errored},
		{"eventually: 1s", "", suite.Errored},
		{"eventually: 1s", "t", suite.Passed},
		{"eventually: 1s", "-ot-.", suite.Passed},
		{"eventually: 1s", "-t!", suite.Passed},
		{"eventually: 1s", "-o-.", suite.Failed},
		{"eventually: 1s", "o", suite.Errored},
		{"always_for: 1s", "++.", suite.Passed},
		{"always_for: 1s", "+o+.", suite.Passed}, // of others
		{"always_for: 1s", "-t-.", suite.Failed},
		{"always_for: 1s", "t", suite.Errored},
		{"always_for: 1s", "++", suite.Errored},
		{"always_for: 1s", "+-", suite.Failed},
		{"always_for: 1s", "+!.", suite.Errored},
		{"always_for: 1s", "!-.", suite.Failed},
		{"always_for: 1s", "", suite.Errored},
		{"never_for: 1s", "--.", suite.Passed},
		{"never_for: 1s", "--", suite.Errored},
		{"never_for: 1s", "-+", suite.Failed},
		{"never_for: 1s", "-!.", suite.Errored},
		{"never_for: 1s", "-o-.", suite.Passed},
		{"never_for: 1s", "-t-.", suite.Failed},
		{"never_for: 1s", "o", suite.Errored},
		{"never_for: 1s", "", suite.Errored},
	}
	for _, tt := range tests {
		t.Run(tt.time+" "+tt.seen, func(t *testing.T) {
			c := one(t, "{route: {node: a, to: default}, "+tt.time+"}")
			ev := record(c)
			ev.Observations = observations(tt.seen, evidence.Observation{})
			if got := expect.Judge(c, ev); got.Results[0].Verdict != tt.want || got.Verdict != tt.want {
				t.Errorf("got %s, case %s, want %s", verdict(got.Results[0]), got.Verdict, tt.want)
			}
			// `not` swaps passed and failed, and nothing else.
			c.Assertions[0].Not = true
			if got := expect.Assertion(c, 0, ev); got.Verdict != tt.want.Not() {
				t.Errorf("not: got %s, want %s", verdict(got), tt.want.Not())
			}
		})
	}
}

// observations returns what was seen of node a, as TestTime says, each like the first.
func observations(seen string, like evidence.Observation) (all []evidence.Observation) {
	for _, x := range seen {
		o := like
		o.Snapshot = &state.Snapshot{Node: "a"}
		switch x {
		case '+':
			o.Snapshot = snapshot()
		case 't':
			o.Snapshot, o.Told = snapshot(), true
		case 'o':
			o.Told = true
		case '!':
			o.Snapshot, o.Error = nil, "netlink is busy"
		case '.':
			all[len(all)-1].Last = true
			continue
		}
		all = append(all, o)
	}
	return all
}

// TestTold holds that what the kernel told of shows one entry, and neither how many there
// are nor that there is none.
func TestTold(t *testing.T) {
	told := evidence.Observation{Told: true, Snapshot: snapshot()}
	seen := evidence.Observation{Last: true, Snapshot: &state.Snapshot{Node: "a", Neighbors: snapshot().Neighbors[:1]}}
	tests := []struct{ assertion, want string }{
		{`neighbor: {node: a, ip: 10.0.0.9, state: FAILED}`, "passed"},
		{`neighbor: {node: a, ip: 10.0.0.9, state: REACHABLE}`,
			"failed: ip is 10.0.0.2, want 10.0.0.9; state is STALE, want REACHABLE"},
		{`neighbor: {node: a, ip: 10.0.0.9, count: 1}`, "failed: count is 0, want 1"},
		{`neighbor: {node: a, ip: 10.0.0.9, count: 0}`, "passed"},
		{`{neighbor: {node: a, ip: 10.0.0.9}, not: true}`,
			"failed: it was not to hold, and it does: 10.0.0.9 dev eth0 FAILED, as the kernel told"},
		{`{neighbor: {node: a, ip: 10.0.0.9}, never_for: 1s}`,
			"failed: it was not to hold, and it does: 10.0.0.9 dev eth0 FAILED, as the kernel told"},
		{`{neighbor: {node: a, ip: 10.0.0.9}, always_for: 1s}`, "failed: ip is 10.0.0.2, want 10.0.0.9"},
		{`snapshot_diff: {from: before, only: [neighbors]}`, "passed"},
	}
	for _, tt := range tests {
		t.Run(tt.assertion, func(t *testing.T) {
			c := parse(t, "  steps: [{snapshot: {node: a, as: before}}]\n  assert:\n  - "+tt.assertion)
			ev := record(c)
			ev.Observations = []evidence.Observation{{Assertion: -1, Snapshot: seen.Snapshot}, told, seen}
			if got := verdict(expect.Judge(c, ev).Results[0]); got != tt.want {
				t.Errorf("got  %s\nwant %s", got, tt.want)
			}
		})
	}
}

// TestUntried holds that what the harness could not try fails nobody.
func TestUntried(t *testing.T) {
	tests := []struct {
		name string
		step evidence.Step
		want string
		rest suite.Verdict
	}{
		{"failed", evidence.Step{Failed: "no reply"}, "failed: there are no routes", suite.Failed},
		{"errored", evidence.Step{Error: "no memory"}, "errored: step 1 (ping a -> 10.0.0.2) is errored: no memory", suite.Errored},
		{"done", evidence.Step{}, "failed: there are no routes", suite.Failed},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			c := parse(t, "  steps: [{ping: {from: a, to: b}}]\n  assert: [{route: {node: a, to: default}}, {neighbor: {node: a, ip: b.eth0}}]")
			ev := record(c)
			tt.step.Text = ev.Manifest.Steps[0].Text
			ev.Manifest.Steps = []evidence.Step{tt.step}
			ev.Observations = []evidence.Observation{
				{Last: true, Snapshot: &state.Snapshot{Node: "a"}}, {Assertion: 1, Last: true, Snapshot: snapshot()},
			}
			got := expect.Judge(c, ev)
			if verdict(got.Results[0]) != tt.want || got.Verdict != tt.rest || got.Results[1].Verdict != suite.Passed {
				t.Errorf("got %s, %s, case %s; want %s", verdict(got.Results[0]), verdict(got.Results[1]), got.Verdict, tt.want)
			}
		})
	}
}

// TestSeldomSeen holds that nobody is said to have failed whom nobody looked at.
func TestSeldomSeen(t *testing.T) {
	const busy = "errored: it was not looked at for 1.5s, as the machine was too busy or the kernel held its lock for interfaces (run fewer at once, --parallel): there are no neighbors"
	tests := []struct {
		time string
		gap  time.Duration
		seen string
		want string
	}{
		{"eventually: 2s", time.Second, "---.", "failed: there are no neighbors"},
		{"eventually: 2s", 1500 * time.Millisecond, "--.", busy},
		{"{eventually: 2s, not: true}", 1500 * time.Millisecond, "--.", "passed"},
		{"eventually: 2s", 1500 * time.Millisecond, "-+", "passed"},
		{"never_for: 2s", 1500 * time.Millisecond, "-+.", "failed: it was not to hold, and it does: 10.0.0.2 dev eth0 02:00:00:00:00:02 STALE"},
		{"always_for: 2s", 1500 * time.Millisecond, "+-.", "failed: there are no neighbors"},
	}
	for _, tt := range tests {
		t.Run(fmt.Sprint(tt.time, tt.gap, tt.seen), func(t *testing.T) {
			c := one(t, "{neighbor: {node: a, ip: b.eth0}, "+strings.Trim(tt.time, "{}")+"}")
			ev := record(c)
			ev.Observations = observations(tt.seen, evidence.Observation{})
			for i := range ev.Observations {
				ev.Observations[i].Time = start.Add(time.Duration(i) * tt.gap)
			}
			if got := verdict(expect.Judge(c, ev).Results[0]); got != tt.want {
				t.Errorf("got  %s\nwant %s", got, tt.want)
			}
		})
	}
	c := one(t, "neighbor: {node: a, ip: b.eth0}")
	ev := record(c)
	ev.Observations = []evidence.Observation{{Began: start, Time: start.Add(1500 * time.Millisecond), Last: true, Snapshot: &state.Snapshot{Node: "a"}}}
	if got := verdict(expect.Judge(c, ev).Results[0]); got != busy {
		t.Errorf("the first look comes late: got %s", got)
	}
}

// TestWait pins what a wait step waits for, as TestTime does. With not it is for a state
// to be over, of which nobody tells.
func TestWait(t *testing.T) {
	tests := []struct {
		not  bool
		seen string
		want string
	}{
		{false, "-", "errored: its time was not over when the recording ended"},
		{false, "-.", "failed: there are no routes"},
		{false, "-+", "passed"},
		{false, "-t", "passed"},
		{true, "+", "errored: its time was not over when the recording ended"},
		{true, "+.", "failed: it was not to hold, and it does: default via 10.0.0.2 dev eth0 proto dhcp"},
		{true, "+-", "passed"},
		{true, "-", "passed"},
		{true, "+o+.", "failed: it was not to hold, and it does: default via 10.0.0.2 dev eth0 proto dhcp"},
		{true, "t-", "passed"},
		{true, "!.", "errored: netlink is busy"},
	}
	for _, tt := range tests {
		t.Run(fmt.Sprint(tt.not, tt.seen), func(t *testing.T) {
			c := parse(t, fmt.Sprintf("  steps: [{wait: {for: {route: {node: a, to: default}, not: %t}}}]\n  assert: [{route: {node: a, to: default}}]", tt.not))
			ev := record(c)
			ev.Observations = observations(tt.seen, evidence.Observation{Assertion: -1})
			if got := verdict(expect.Wait(c, c.Steps[0], ev)); got != tt.want {
				t.Errorf("got  %s\nwant %s", got, tt.want)
			}
		})
	}
}

func TestSettings(t *testing.T) {
	tests := []struct{ name, assertion, value, want string }{
		{"text", `sysctl: {node: a, key: net.ipv4.tcp_rmem, value: 1 2 3}`, "1 2 3", "passed"},
		{"number", `sysctl: {node: a, key: net.ipv4.tcp_rmem, value: {ge: 1, lt: 3}}`, "2", "passed"},
		{"another number", `sysctl: {node: a, key: net.ipv4.tcp_rmem, value: {gt: 2}}`, "2", "failed: net.ipv4.tcp_rmem is 2, want gt 2"},
		{"no number", `sysctl: {node: a, key: net.ipv4.tcp_rmem, value: {not: {gt: 2}}}`, "1 2 3", "errored: net.ipv4.tcp_rmem = 1 2 3, which is no number"},
		{"another text", `sysctl: {node: a, key: net.ipv4.tcp_rmem, value: 1}`, "1 2 3", "failed: net.ipv4.tcp_rmem is 1 2 3, want 1"},
		{"empty", `sysctl: {node: a, key: net.ipv4.tcp_rmem, value: ""}`, "", "passed"},
		{"another setting", `sysctl: {node: a, key: net.ipv4.tcp_wmem, value: 1}`, "1", "errored: an observation does not have net.ipv4.tcp_wmem"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			c := one(t, tt.assertion)
			ev := record(c)
			s := &state.Snapshot{Node: "a", Settings: []state.Setting{{Key: "net.ipv4.tcp_rmem", Value: tt.value}}}
			ev.Observations = []evidence.Observation{{Last: true, Snapshot: s}}
			if got := verdict(expect.Judge(c, ev).Results[0]); got != tt.want {
				t.Errorf("got  %s\nwant %s", got, tt.want)
			}
		})
	}
}

func TestSnapshotDiff(t *testing.T) {
	gone := func(s *state.Snapshot) { s.Routes = s.Routes[1:] }
	const route = "route default via 10.0.0.2 dev eth0 proto dhcp"
	tests := []struct {
		name, assertion string
		change          func(*state.Snapshot) // of what a has now, or at the second step
		want            string
	}{
		{"nothing changed", `snapshot_diff: {from: x}`, func(*state.Snapshot) {}, "passed"},
		{"something went", `snapshot_diff: {from: x}`, gone, "failed: want nothing removed, and there is " + route},
		{"something went, as it was to", `snapshot_diff: {from: x, removed: ["` + route + `"]}`, gone, "passed"},
		{"and nothing came", `snapshot_diff: {from: x, removed: {any: on}, added: {any: on}}`, gone, "failed: no added, want any value"},
		{"another one went", `snapshot_diff: {from: x, removed: ["route 10.0.0.0/24 dev eth0 proto kernel"]}`, gone,
			"failed: removed is " + route + ", want [route 10.0.0.0/24 dev eth0 proto kernel]"},
		{"of other kinds", `snapshot_diff: {from: x, only: [interfaces, addresses, sockets]}`, gone, "passed"},
		{"of this kind", `snapshot_diff: {from: x, only: routes}`, gone, "failed: want nothing removed, and there is " + route},
		{"not", `{snapshot_diff: {from: x}, not: true}`, gone, "passed"},
		{"not, and nothing changed", `{snapshot_diff: {from: x}, not: true}`, func(*state.Snapshot) {}, "failed: it was not to hold, and it does: nothing changed"},
		{"an address changed", `snapshot_diff: {from: x, changed: {contains: "address 10.0.0.1/24 dev eth0 -> 10.0.0.1/16 dev eth0"}}`,
			func(s *state.Snapshot) {
				s.Interfaces[0].Addresses[0].Prefix = netip.MustParsePrefix("10.0.0.1/16")
			}, "passed"},
		{"a later step", `snapshot_diff: {from: x, to: y}`, gone, "failed: want nothing removed, and there is " + route},
		{"a later step, as it was to be", `snapshot_diff: {from: x, to: y, removed: {regex: default}}`, gone, "passed"},
		{"a switch has forgotten", `snapshot_diff: {from: x, only: [fdb, addresses]}`, func(s *state.Snapshot) { s.FDB = nil },
			"failed: want nothing removed, and there is fdb 02:00:00:00:00:01 dev p1"},
		{"a switch has forgotten, as it was to", `snapshot_diff: {from: x, only: [fdb, addresses], removed: {contains: "fdb 02:00:00:00:00:01 dev p1"}}`, func(s *state.Snapshot) { s.FDB = nil }, "passed"},
		{"its tree is as it was", `snapshot_diff: {from: x, only: [stp, addresses]}`, func(s *state.Snapshot) { s.FDB = nil }, "passed"},
		{"another port is blocked", `snapshot_diff: {from: x, only: [stp, addresses], changed: {regex: "-> p1 alternate blocking"}}`,
			func(s *state.Snapshot) { s.Trees[0].Ports[0].Role, s.Trees[0].Ports[0].State = "alternate", "blocking" }, "passed"},
		{"a port is blocked that was not to", `snapshot_diff: {from: x, only: [stp, addresses]}`,
			func(s *state.Snapshot) { s.Trees[0].Ports[0].Role, s.Trees[0].Ports[0].State = "alternate", "blocking" },
			"failed: want nothing changed, and there is stp p1 designated forwarding cost 2 priority 32 -> p1 alternate blocking cost 2 priority 32"},
		{"a lease of DHCPv6 is one", `snapshot_diff: {from: x, only: [leases, addresses]}`, func(s *state.Snapshot) { s.Leases6 = s.Leases6[:1] },
			"failed: want nothing removed, and there is lease6 eth1 INFORMED dns 2001:db8::53"},
		{"another node", `snapshot_diff: {from: x}`, func(s *state.Snapshot) { s.Node = "b" }, "errored: an observation is of node b, not a"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			c := parse(t, "  steps: [{snapshot: {node: a, as: x}}, {snapshot: {node: a, as: y}}]\n  assert:\n  - "+tt.assertion+"\n  timeout: 10m")
			ev := record(c)
			now := snapshot()
			tt.change(now)
			ev.Observations = []evidence.Observation{
				{Assertion: -1, Step: 0, Snapshot: snapshot()}, {Assertion: -1, Step: 1, Snapshot: now}, {Last: true, Snapshot: now},
			}
			if got := verdict(expect.Judge(c, ev).Results[0]); got != tt.want {
				t.Errorf("got  %s\nwant %s", got, tt.want)
			}
			ev.Observations = ev.Observations[1:] // the first snapshot is lost
			if got := verdict(expect.Judge(c, ev).Results[0]); !strings.HasPrefix(got, "errored: ") {
				t.Errorf("without the first snapshot: %s", got)
			}
		})
	}
}
