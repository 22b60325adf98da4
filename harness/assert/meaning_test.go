package assert_test

import (
	"errors"
	"fmt"
	"os"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/netrig/netrig/harness/assert"
	"github.com/netrig/netrig/harness/filter"
	"github.com/netrig/netrig/harness/suite"
	"github.com/netrig/netrig/topology"
)

// steps are what `of:` and snapshots refer to.
const steps = `
- snapshot: {node: pc2, as: before}
- snapshot: {node: pc2, as: after}
- http: {from: pc2, url: "http://web/", as: page}
- dns: {from: pc2, name: www.example.com, as: answer}
- ping: {from: pc2, to: web, as: pong}
- path: {from: pc2, to: web, as: way}
- exec: {node: pc2, command: [uname], as: system}
- listen: {node: web, address: ":81", as: server}
- connect: {from: pc2, to: "web:81", as: client}
- accept: {of: server, as: conn}
- send: {on: client, octets: 10kB, as: bulk}
- recv: {on: conn, octets: 10kB, as: got}`

// pairs are assertions of every kind with every field, as values and as a person writes them.
var pairs = []struct {
	value assert.Assertion
	text  string
}{
	{assert.Frames{At: "pc1:eth0", Sequence: []assert.Frame{{Match: "dhcp.option.dhcp == 1"}}}, `{at: pc1:eth0, sequence: [dhcp.option.dhcp == 1]}`},
	{assert.Frames{
		Label: "DORA, and the second host stays silent",
		At:    "pc1:eth0", Order: assert.Strict,
		Sequence: []assert.Frame{
			{As: "discover", Match: "dhcp.option.dhcp == 1", Count: assert.Between(1, 3)},
			{Match: "dhcp.option.dhcp == 2 && dhcp.id == ${discover.dhcp.id}"},
			{At: "gw:br-lan", Match: `http.request.method == "GET" || frame contains "\\x"`, Count: assert.Is(2)},
			{Match: "dhcp.option.dhcp == 5", Count: assert.AtLeast(2), Within: assert.Within{After: "discover.first", Min: time.Millisecond, Max: 5 * time.Second}},
			{Match: "arp", Count: "2..3"}, {Match: "arp", Count: "2.."}, {Match: "arp", Count: "2"}, {Match: "arp", Count: assert.More(1)},
		},
		Never: []assert.Never{{Match: "tcp.flags.reset == 1", At: assert.Places("gw:br-lan", "gw:wan"), From: "discover", Until: "discover.last"}},
		Count: []assert.Count{
			{At: "gw:wan -- web:eth0", Match: "icmp.type == 8", Times: assert.Is(0), From: "discover", Until: "discover.last"},
			{Match: "arp", Times: assert.AtLeast(2), Per: "eth.src"}, {Match: "arp", Times: assert.AtMost(2)}, {Match: "arp", Times: assert.Between(2, 3)},
			{Match: "arp", Times: assert.Less(2)}, {Match: "arp", Times: "4"},
		},
		Points: 3, Hint: "Look: at the \"first\" frame.\nThen at the others.", AlwaysFor: 300 * time.Millisecond,
	}, `
name: DORA, and the second host stays silent
at: pc1:eth0
order: strict
points: 3
hint: |-
  Look: at the "first" frame.
  Then at the others.
always_for: 300ms
sequence:
  - {as: discover, match: dhcp.option.dhcp == 1, count: 1..3}
  - {match: "dhcp.option.dhcp == 2 && dhcp.id == ${discover.dhcp.id}"}
  - {at: "gw:br-lan", match: 'http.request.method == "GET" || frame contains "\\x"', count: 2}
  - {match: dhcp.option.dhcp == 5, count: 2.., within: {after: discover.first, min: 1ms, max: 5s}}
  - {match: arp, count: 2..3}
  - {match: arp, count: 2..}
  - {match: arp, count: 2}
  - {match: arp, count: 2..}
never: {match: tcp.flags.reset == 1, at: [gw:br-lan, gw:wan], from: discover, until: discover.last}
count:
  - {at: gw:wan -- web:eth0, match: icmp.type == 8, exactly: 0, from: discover, until: discover.last}
  - {match: arp, min: 2, per: eth.src}
  - {match: arp, max: 2}
  - {match: arp, min: 2, max: 3}
  - {match: arp, max: 1}
  - {match: arp, exactly: 4}
`},
	{assert.Frames{At: "all", Order: assert.AnyOrder, Sequence: []assert.Frame{{Match: "arp"}}, Not: true}, `{at: all, order: any, sequence: [arp], not: true}`},
	{
		assert.Link{Node: "pc1", Interface: "eth0", Up: assert.On, Carrier: assert.Is(true), MTU: assert.Is(1500), MAC: "pc1.eth0", Count: assert.Is(1)},
		`link: {node: pc1, interface: eth0, up: on, carrier: on, mtu: 1500, mac: pc1.eth0, count: 1}`,
	},
	{assert.Link{Node: "pc1", Up: assert.Off, Carrier: "off", Count: assert.AtMost(1), Label: "off"}, `{name: "off", link: {node: pc1, up: off, carrier: off, count: {le: 1}}}`},
	{
		assert.Address{
			Node: "pc2", Interface: "eth0", Address: assert.InNetwork("192.168.1.0/24"), Length: assert.OneOf(23, 24), Flags: assert.Has("dynamic", "nodad"),
			Protocol: "kernel_ra", Valid: assert.Absent, Preferred: assert.More(time.Minute), Count: assert.Not(assert.Is(2)), Not: true,
		},
		`{address: {node: pc2, interface: eth0, address: {cidr: 192.168.1.0/24}, length: {in: [23, 24]}, flags: {contains: [dynamic, nodad]},
		 protocol: kernel_ra, valid: {absent: true}, preferred: {gt: 1m}, count: {not: 2}}, not: true}`,
	},
	{
		assert.Route{
			Node: "pc2", To: "default", Via: "gw.br-lan", Interface: "eth0", Source: assert.AnyOf(assert.Is("192.168.1.20"), assert.InNetwork("10.0.0.0/8")), Metric: assert.Is(0),
			Protocol: assert.OneOf("static", "boot"), Scope: "global", Type: "unicast", Preference: assert.Not(assert.Is("low")), Expires: assert.Between(time.Second, time.Hour),
			Count: "1", Eventually: assert.Now,
		},
		`{route: {node: pc2, to: default, via: gw.br-lan, interface: eth0, source: {any_of: [192.168.1.20, {cidr: 10.0.0.0/8}]}, metric: 0,
		 protocol: {in: [static, boot]}, scope: global, type: unicast, preference: {not: low}, expires: {ge: 1s, le: 1h}, count: 1}, eventually: 0s}`,
	},
	{
		assert.Neighbor{Node: "pc2", IP: "gw.br-lan", MAC: "gw.br-lan", Interface: assert.Matches("^eth"), State: assert.OneOf("REACHABLE", "STALE"), Count: assert.AtLeast(1), Eventually: 3 * time.Second},
		`{neighbor: {node: pc2, ip: gw.br-lan, mac: gw.br-lan, interface: {regex: ^eth}, state: {in: [REACHABLE, STALE]}, count: {ge: 1}}, eventually: 3s}`,
	},
	{
		assert.Socket{Node: "web", Network: "tcp", Local: ":80", Remote: assert.InNetwork("192.168.0.0/16"), State: "ESTABLISHED", Count: assert.Is(0), NeverFor: 200 * time.Millisecond},
		`{socket: {node: web, network: tcp, local: ":80", remote: {cidr: 192.168.0.0/16}, state: ESTABLISHED, count: 0}, never_for: 200ms}`,
	},
	{
		assert.DHCPLease{
			Node: "pc1", Interface: "eth0", State: "BOUND", Address: assert.InNetwork("192.168.1.0/24"), Server: "gw.br-lan", Router: assert.Exactly("192.168.1.1"),
			DNS: assert.ConsistsOf("192.168.1.1", "192.168.1.2"), Domain: assert.Contains("home"), Duration: assert.AtLeast(time.Hour), Count: assert.More(0),
		},
		`dhcp_lease: {node: pc1, interface: eth0, state: BOUND, address: {cidr: 192.168.1.0/24}, server: gw.br-lan, router: [192.168.1.1],
		 dns: {consist_of: [192.168.1.1, 192.168.1.2]}, domain: {contains: home}, duration: {ge: 1h}, count: {gt: 0}}`,
	},
	{
		assert.DHCP6Lease{
			Node: "pc3", Interface: "eth0", State: "BOUND", Address: "2001:db8:1::100", Server: assert.Present, DUID: assert.Matches("^00:0[13]"), DNS: "2001:db8:1::1",
			Domain: assert.Has("home.arpa"), Valid: "2h", Preferred: assert.Is(time.Hour), T1: assert.Less(time.Hour), T2: assert.AtMost(time.Hour), Count: assert.Less(2),
		},
		`dhcp6_lease: {node: pc3, interface: eth0, state: BOUND, address: 2001:db8:1::100, server: {any: true}, duid: {regex: "^00:0[13]"}, dns: 2001:db8:1::1,
		 domain: {contains: home.arpa}, valid: 2h, preferred: 1h, t1: {lt: 1h}, t2: {le: 1h}, count: {lt: 2}}`,
	},
	{
		assert.FDB{Node: "sw", Bridge: "br0", Port: "pc2", MAC: "pc2.eth0", State: "learned", Age: assert.Less(time.Second), Count: assert.Is(1)},
		`fdb: {node: sw, bridge: br0, port: pc2, mac: pc2.eth0, state: learned, age: {lt: 1s}, count: 1}`,
	},
	{
		assert.STP{
			Node: "sw", Port: "pc2", State: "forwarding", Role: "designated", Cost: assert.AtMost(100), Priority: assert.Is(32), Root: "sw", RootPort: assert.Absent,
			RootCost: assert.Is(0), TopologyChange: assert.Is(false), Count: assert.Is(1), Eventually: 5 * time.Second,
		},
		`{stp: {node: sw, port: pc2, state: forwarding, role: designated, cost: {le: 100}, priority: 32, root: sw, root_port: {absent: true},
		 root_cost: 0, topology_change: off, count: 1}, eventually: 5s}`,
	},
	{
		assert.Listen{Node: "web", Network: "tcp", Address: assert.OneOf("0.0.0.0", "::"), Port: assert.Is(80), Count: assert.Is(1)},
		`listen: {node: web, network: tcp, address: {in: [0.0.0.0, "::"]}, port: 80, count: 1}`,
	},
	{
		assert.RouteGet{Node: "gw", To: "web", From: "pc2", IIF: "br-lan", Mark: 7, Via: assert.Absent, Interface: "wan", Source: assert.Present, Type: "unicast", MTU: assert.Is(1500)},
		`route_get: {node: gw, to: web, from: pc2, iif: br-lan, mark: 7, via: {absent: true}, interface: wan, source: {any: true}, type: unicast, mtu: 1500}`,
	},
	{assert.RouteGet{Node: "pc1", To: "198.51.100.1", Error: "network is unreachable"}, `route_get: {node: pc1, to: 198.51.100.1, error: network is unreachable}`},
	{assert.Counter{Node: "gw", Name: "IpReasmFails", Value: assert.Is(0)}, `counter: {node: gw, name: IpReasmFails, value: 0}`},
	{
		assert.Counter{
			Node: "gw", Interface: "wan", RxPackets: assert.AtLeast(4), RxOctets: assert.AllOf(assert.More(4), assert.Less(1000)), RxErrors: "0", RxDropped: assert.Is(0),
			TxPackets: assert.Is(1), TxOctets: assert.AtMost(9000), TxErrors: assert.Is(0), TxDropped: assert.Is(0),
		},
		`counter: {node: gw, interface: wan, rx_packets: {ge: 4}, rx_octets: {all_of: [{gt: 4}, {lt: 1000}]}, rx_errors: 0, rx_dropped: 0,
		 tx_packets: 1, tx_octets: {le: 9000}, tx_errors: 0, tx_dropped: 0}`,
	},
	{assert.Sysctl{Node: "gw", Key: "net.ipv4.ip_forward", Value: "1"}, `sysctl: {node: gw, key: net.ipv4.ip_forward, value: 1}`},
	{assert.Sysctl{Node: "gw", Key: "net.ipv4.ip_forward", Value: assert.Match[string](assert.AtLeast(1))}, `sysctl: {node: gw, key: net.ipv4.ip_forward, value: {ge: 1}}`},
	{
		assert.SnapshotDiff{From: "before", To: "after", Only: []string{"routes", "addresses"}, Added: assert.Exactly("address 192.168.1.21/24 dev eth0"), Removed: assert.Absent, Changed: assert.Each(assert.Matches("-> default via 192.168.1.1"))},
		`snapshot_diff: {from: before, to: after, only: [routes, addresses], added: ["address 192.168.1.21/24 dev eth0"], removed: {absent: true}, changed: {regex: "-> default via 192.168.1.1"}}`,
	},
	{
		assert.DNS{From: "pc2", Name: "www.example.com", Type: "AAAA", Server: "gw.br-lan", Network: "tcp", Timeout: time.Second, Rcode: "NXDOMAIN", Answer: assert.Not(assert.Has("203.0.113.1")), Label: "no such name"},
		`{name: no such name, dns: {from: pc2, name: www.example.com, type: AAAA, server: gw.br-lan, network: tcp, timeout: 1s, rcode: NXDOMAIN, answer: {not: {contains: 203.0.113.1}}}}`,
	},
	{
		assert.DNS{Of: "answer", Over: "udp", Took: assert.Less(time.Second), Records: assert.Each(assert.Matches("example")), Error: assert.Matches("refused|timeout")},
		`dns: {of: answer, over: udp, took: {lt: 1s}, records: {regex: "example"}, error: {regex: refused|timeout}}`,
	},
	{
		assert.HTTP{
			From: "pc2", URL: "http://203.0.113.1/none",
			Request: assert.Request{
				Method: "POST", Headers: []assert.Header{{"X-B", "on"}, {"X-A", "a: b"}, {"Cookie", "c"}}, Body: "true", SourcePort: 51775,
				Pad: assert.Pad{Header: "Cookie", To: 4960}, KeepAlive: true, Timeout: 3 * time.Second,
			},
			Status: assert.OneOf(404, 410),
		},
		`http: {from: pc2, url: "http://203.0.113.1/none", request: {method: POST, headers: {X-B: "on", X-A: "a: b", Cookie: c}, body: "true", source_port: 51775,
		 pad: {header: Cookie, to: 4960}, keep_alive: on, timeout: 3s}, status: [404, 410]}`,
	},
	{
		assert.HTTP{
			Of: "page", Status: assert.Is(200), Proto: "HTTP/1.1", Header: map[string]assert.Match[string]{"Content-Type": assert.Contains("text"), "X": assert.Absent},
			Body: assert.Matches("(?i)hello"), Size: assert.Is(0), SHA256: assert.Not(assert.Is("")), Remote: ":80", Local: "pc2", Sent: assert.Less(5000), Took: assert.AtMost(time.Second), Error: assert.Absent,
		},
		`http: {of: page, status: 200, proto: HTTP/1.1, header: {Content-Type: {contains: text}, X: {absent: true}}, body: {regex: "(?i)hello"}, size: 0,
		 sha256: {not: ""}, remote: ":80", local: pc2, sent: {lt: 5000}, took: {le: 1s}, error: {absent: true}}`,
	},
	{
		assert.HTTP{
			From: "pc2", URL: "https://203.0.113.1/",
			Request: assert.Request{TLS: assert.TLS{Name: "www.example.com", Min: "1.2", Max: "1.3", ALPN: []string{"h2", "http/1.1"}, Insecure: true}},
			TLS:     assert.OneOf("1.2", "1.3"), Cipher: "TLS_AES_128_GCM_SHA256", ALPN: "h2", Certificate: assert.Has("www.example.com"), Issuer: "netrig CA",
		},
		`http: {from: pc2, url: "https://203.0.113.1/", request: {tls: {name: www.example.com, min: 1.2, max: 1.3, alpn: [h2, http/1.1], insecure: on}},
		 tls: {in: [1.2, 1.3]}, cipher: TLS_AES_128_GCM_SHA256, alpn: h2, certificate: {contains: www.example.com}, issuer: netrig CA}`,
	},
	{assert.Ping{From: "pc2", To: "web", Lost: "0"}, `ping: {from: pc2, to: web, lost: 0}`},
	{
		assert.Ping{
			From: "pc2", To: "203.0.113.9", Count: 3, Interval: 10 * time.Millisecond, Timeout: time.Second, Size: new(0), TTL: 3, DF: true, Received: assert.Is(0), Lost: assert.Is(3),
			ICMPFrom: assert.Each(assert.Is("gw.wan")), ICMPType: assert.Exactly(3, 3), ICMPCode: assert.Each(assert.OneOf(0, 1)), Error: assert.Present,
		},
		`ping: {from: pc2, to: 203.0.113.9, count: 3, interval: 10ms, timeout: 1s, size: 0, ttl: 3, df: on, received: 0, lost: 3,
		 icmp_from: {in: [gw.wan]}, icmp_type: [3, 3], icmp_code: {in: [0, 1]}, error: {any: true}}`,
	},
	{assert.Ping{Of: "pong", RTT: assert.Each(assert.Between(time.Microsecond, 9*time.Millisecond))}, `ping: {of: pong, rtt: {ge: 1us, le: 9ms}}`},
	{
		assert.Path{From: "pc2", To: "web", Network: "icmp", Max: 5, Timeout: 2 * time.Second, Hops: assert.Exactly("gw.br-lan", "*"), Reached: assert.Off, Error: assert.Matches("x")},
		`path: {from: pc2, to: web, network: icmp, max: 5, timeout: 2s, hops: [gw.br-lan, "*"], reached: off, error: {regex: x}}`,
	},
	{assert.Path{Of: "way"}, `path: {of: way}`},
	{
		assert.Exec{Node: "pc2", Command: []string{"ip", "-4", "addr", ""}, Env: map[string]string{"LANG": "C", "A": ""}, Stdin: "a\tb\n", Timeout: time.Minute, Exit: assert.Between(1, 3), Stdout: "{in: [a]}"},
		`exec: {node: pc2, command: [ip, -4, addr, ""], env: {A: "", LANG: C}, stdin: "a\tb\n", timeout: 1m, exit: {ge: 1, le: 3}, stdout: "{in: [a]}"}`,
	},
	{assert.Exec{Node: "pc2", Shell: "kill $$", Signal: "SIGTERM", Stderr: assert.Is("")}, `exec: {node: pc2, shell: "kill $$", signal: SIGTERM, stderr: ""}`},
	{assert.Exec{Of: "system", Took: assert.Less(time.Second), Error: assert.Is("no")}, `exec: {of: system, took: {lt: 1s}, error: "no"}`},
	{
		assert.Recv{Of: "got", Octets: assert.Is(10000), Equals: "bulk", EOF: new(false), Data: assert.Contains("\a", "ü"), SHA256: assert.Present, From: ":51775", Took: assert.Less(time.Second), Error: assert.Absent},
		`recv: {of: got, octets: 10000, equals: bulk, eof: false, data: {contains: ["\a", "ü"]}, sha256: {any: true}, from: ":51775", took: {lt: 1s}, error: {absent: true}}`,
	},
}

// network is what the pairs are about.
func network(t *testing.T) *topology.Topology {
	t.Helper()
	net, err := topology.Load(os.DirFS("../suite/testdata"), "lan.yaml")
	if err != nil {
		t.Fatal(err)
	}
	return net
}

// TestSameMeaning parses what Write makes of values, and the text of a person, and compares
// what was understood.
func TestSameMeaning(t *testing.T) {
	t.Parallel()
	net := network(t)
	made, err := suite.ParseSteps("steps", []byte(steps), net)
	if err != nil {
		t.Fatal(err)
	}
	parse := func(file, text string) []*suite.Assertion {
		c, err := suite.ParseAssertions(file, []byte(text), net, made.Steps)
		if err != nil {
			t.Errorf("%v\n%s", err, text)
			return nil
		}
		return c.Assertions
	}
	for _, p := range pairs {
		written, err := assert.Write(p.value)
		if err != nil {
			t.Errorf("%+v: %v", p.value, err)
			continue
		}
		// What was understood is the exported fields; the others are how it was written.
		exported := cmp.FilterPath(func(path cmp.Path) bool {
			field, ok := path.Last().(cmp.StructField)
			return ok && (field.Name()[0] < 'A' || field.Name()[0] > 'Z')
		}, cmp.Ignore())
		difference := cmp.Diff(parse("text", p.text), parse("value", written.Text), exported, cmpopts.IgnoreTypes(suite.Pos{}),
			cmp.Comparer(func(a, b *regexp.Regexp) bool { return fmt.Sprint(a) == fmt.Sprint(b) }),
			cmp.Comparer(func(a, b *filter.Filter) bool { return fmt.Sprint(a) == fmt.Sprint(b) }))
		if difference != "" {
			t.Errorf("not the same (-text +value):\n%s%s\n%s", difference, p.text, written.Text)
		}
	}
}

// TestEveryField finds each field of each kind set in one of the pairs at least.
func TestEveryField(t *testing.T) {
	t.Parallel()
	kinds := suite.Schema().Defs["assertion"]
	set, fields := map[string]bool{}, map[string]bool{}
	var look func(v reflect.Value)
	look = func(v reflect.Value) {
		switch {
		case v.Kind() == reflect.Slice:
			for i := range v.Len() {
				look(v.Index(i))
			}
		case v.Kind() == reflect.Struct:
			for i := range v.NumField() {
				f := v.Type().Field(i)
				key, _, _ := strings.Cut(f.Tag.Get("suite"), ",")
				name := v.Type().Name() + "." + f.Name
				if kinds.Properties[key] != nil && kinds.Properties[key].Properties == nil && f.Type.Kind() != reflect.Slice && strings.HasSuffix(f.Tag.Get("suite"), ",top") {
					name = f.Name // those of every kind
				}
				fields[name] = true
				set[name] = set[name] || !v.Field(i).IsZero()
				look(v.Field(i))
			}
		}
	}
	types := map[string]bool{"frames": true}
	for _, p := range pairs {
		look(reflect.ValueOf(p.value))
		types[reflect.TypeOf(p.value).Name()] = true
	}
	for name := range fields {
		if !set[name] {
			t.Errorf("no pair has %s", name)
		}
	}
	for key, s := range kinds.Properties {
		if s.Properties != nil && !types[goName(key)] {
			t.Errorf("no pair is of kind %s", key)
		}
	}
	if len(fields) < 120 {
		t.Errorf("only %d fields were looked at", len(fields))
	}
}

// TestUnwritable has values that the language has no words for.
func TestUnwritable(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		value assert.Assertion
		says  []string
	}{
		{nil, []string{"nil"}},
		{(*assert.Ping)(nil), []string{"nil"}},
		{assert.Ping{From: "a\xff"}, []string{"assert.Ping.From: ", "UTF-8"}},
		{assert.HTTP{Body: assert.Contains("a\xff"), Proto: "\xff\xff"}, []string{"assert.HTTP.Body: ", "UTF-8"}},
		{assert.HTTP{Header: map[string]assert.Match[string]{"X": assert.Not(assert.Is("\xc3\x28"))}}, []string{`assert.HTTP.Header["X"]: `, "UTF-8"}},
		{assert.Ping{RTT: assert.Each(assert.Not(assert.Is(time.Second)))}, []string{"assert.Ping.RTT: ", "assert.Each takes no {not: 1s}"}},
		{assert.SnapshotDiff{Added: assert.Each(assert.Contains("x"))}, []string{"assert.SnapshotDiff.Added: ", "assert.Each takes no {contains: [x]}"}},
		{assert.Frames{Sequence: []assert.Frame{{Match: "arp"}, {Match: "arp", Count: assert.OneOf(2, 3)}}}, []string{"assert.Frames.Sequence[1].Count: ", "AtLeast"}},
		{assert.Frames{Count: []assert.Count{{Match: "arp", Times: "many"}}}, []string{"assert.Frames.Count[0].Times: ", "AtLeast"}},
		{assert.Frames{Count: []assert.Count{{Match: "arp", Times: assert.Between(3, 2)}}}, []string{"assert.Frames.Count[0].Times: ", "no number"}},
		{assert.Frames{Count: []assert.Count{{Match: "arp", Times: assert.Is(-1)}}}, []string{"assert.Frames.Count[0].Times: "}},
	} {
		written, err := assert.Write(tt.value)
		if err == nil {
			t.Errorf("%+v: was written:\n%s", tt.value, written.Text)
			continue
		}
		for _, s := range tt.says {
			if !strings.Contains(err.Error(), s) {
				t.Errorf("%+v: %q is not in %v", tt.value, s, err)
			}
		}
	}
}

// TestField finds the field at which a mistake is told.
func TestField(t *testing.T) {
	t.Parallel()
	net := network(t)
	for _, tt := range []struct {
		value assert.Assertion
		field []string // of each mistake
	}{
		{assert.Ping{From: "pc1"}, []string{"Ping"}},
		{assert.Ping{From: "pc9", To: "web", Lost: "none"}, []string{"Ping", "Ping.Lost"}},
		{assert.Neighbor{Node: "pc1", MAC: assert.OneOf("02:00:00:00:00:01", "x"), State: "GONE"}, []string{"Neighbor.MAC", "Neighbor.State"}},
		{assert.Frames{At: "pc1:eth9", Sequence: []assert.Frame{{Match: "arp"}, {Match: "tcp.sin == 1"}}, Never: []assert.Never{{Match: "x"}}, Count: []assert.Count{{Match: "arp"}}},
			[]string{"Frames.At", "Frames.Sequence[1].Match", "Frames.Never[0].Match", "Frames.Count[0]"}},
		{assert.HTTP{From: "pc2", URL: "http://web/", Request: assert.Request{Pad: assert.Pad{Header: "X"}}, Header: map[string]assert.Match[string]{"X": assert.Match[string](assert.Less(3))}},
			[]string{"HTTP.Request.Pad", "HTTP.Request.Pad", `HTTP.Header["X"]`}},
		{assert.Link{Label: "ü", Node: "pc1", MTU: assert.Is(1500), Eventually: 2 * time.Hour}, []string{"Link"}},
		{assert.YAML("ping: {}"), []string{"", ""}},
	} {
		written, err := assert.Write(tt.value)
		if err != nil {
			t.Fatal(err)
		}
		_, err = suite.ParseAssertions("x", []byte(written.Text), net, nil)
		var fields []string
		if ds, ok := errors.AsType[topology.Diagnostics](err); ok {
			for _, d := range ds {
				fields = append(fields, written.Field(d.Pos.Line, d.Pos.Column))
			}
		}
		slices.Sort(fields)
		slices.Sort(tt.field)
		if diff := cmp.Diff(tt.field, fields); diff != "" {
			t.Errorf("%s\n%v\n%s", diff, err, written.Text)
		}
	}
}
