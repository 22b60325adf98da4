package assert_test

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/netrig/netrig/harness"
	"github.com/netrig/netrig/harness/assert"
	"github.com/netrig/netrig/topology"
)

func TestMain(m *testing.M) { harness.Main(m) }

// office is the network of the examples.
const office = `
nodes:
  pc1: {interfaces: {eth0: dhcp}}
  pc2: {interfaces: {eth0: {address: 10.0.0.20/24, gateway: 10.0.0.1, dns: 203.0.113.2}}}
  pc3: {interfaces: {eth0: {dhcp6: "on"}}}
  sw: {kind: switch}
  tree: {kind: switch, stp: on}
  gw:
    kind: router
    interfaces: {lan: 10.0.0.1/24, six: 2001:db8::1/64, wan: 203.0.113.1/24}
    services:
      dhcp: {interface: lan, range: 10.0.0.100-10.0.0.199, router: 10.0.0.1, lease: 12h}
      dhcp6: {interface: six, range: 2001:db8::100-2001:db8::1ff}
  web:
    interfaces: {eth0: {address: 203.0.113.2/24, gateway: 203.0.113.1}}
    services:
      http: {answers: {/: hello}}
      dns: {zones: {example.: {records: "@ 60 IN SOA ns h 1 60 60 60 60\n@ 60 IN NS ns\nns 60 IN A 203.0.113.2\nwww 60 IN A 203.0.113.2\n"}}}
links: [pc1 -- sw, pc2 -- sw, "gw:lan -- sw", "pc3 -- gw:six", "gw:wan -- web", sw -- tree]
`

// judge makes steps happen in the network of the examples, and tells what becomes of
// assertions. In a test it is lab.Do and lab.Expect.
func judge(steps string, assertions ...assert.Assertion) {
	ctx := context.Background()
	network, err := topology.Parse("office.yaml", []byte(office))
	if err != nil {
		fmt.Println(err)
		return
	}
	lab, err := harness.Open(ctx, network, harness.LabOptions{})
	if err != nil {
		fmt.Println(err)
		return
	}
	defer func() { _ = lab.Close() }()
	if steps != "" {
		err = lab.Do(ctx, steps)
	}
	if err != nil {
		fmt.Println(err)
		return
	}
	results, err := lab.Judge(ctx, assertions...)
	if err != nil {
		fmt.Println(err)
	}
	for _, r := range results {
		fmt.Println(strings.TrimSpace(string(r.Verdict) + " " + r.Reason))
	}
}

func ExampleFrames() {
	judge("http: {from: pc2, url: http://web/}",
		assert.Frames{
			Label: "the page comes behind a handshake",
			At:    "pc2:eth0",
			Sequence: []assert.Frame{
				{As: "syn", Match: "tcp.flags.syn == 1 && tcp.flags.ack == 0"},
				{As: "synack", Match: "tcp.flags.syn == 1 && tcp.ack_raw == ${syn.tcp.seq_raw} + 1"},
				{Match: `http.request.method == "GET"`, Within: assert.Within{After: "synack", Max: 10 * time.Second}},
				{Match: "http.response.code == 200"},
			},
			Never: []assert.Never{{Match: "tcp.flags.reset == 1", From: "syn"}},
			Count: []assert.Count{{Match: "tcp.flags.fin == 1", Times: assert.Between(1, 2)}},
		},
		assert.Frames{At: assert.Places("gw:lan", "gw:wan"), Count: []assert.Count{{Match: "tcp.flags.syn == 1 && tcp.flags.ack == 0", Times: assert.Is(2)}}},
	)
	// Output:
	// passed
	// passed
}

func ExampleLink() {
	judge("link: {down: web:eth0}",
		assert.Link{Node: "gw", Interface: "wan", Up: assert.On, Carrier: assert.Off, MTU: assert.Is(1500)})
	// Output: passed
}

func ExampleAddress() {
	judge("", assert.Address{Node: "pc1", Interface: "eth0", Address: assert.InNetwork("10.0.0.0/24"), Length: assert.Is(24), Flags: assert.Not(assert.Has("tentative"))})
	// Output: passed
}

func ExampleRoute() {
	judge("",
		assert.Route{Node: "pc1", To: "default", Via: "gw.lan", Count: assert.Is(1)},
		assert.Route{Node: "gw", To: "default", Count: assert.Is(0)})
	// Output:
	// passed
	// passed
}

func ExampleNeighbor() {
	judge("ping: {from: pc2, to: gw.lan}",
		assert.Neighbor{Node: "pc2", IP: "gw.lan", MAC: "gw.lan", State: assert.OneOf("REACHABLE", "DELAY", "STALE")})
	// Output: passed
}

func ExampleSocket() {
	judge(`
- listen: {node: web, address: ":8080", as: server}
- connect: {from: pc2, to: "web:8080", as: client}`,
		assert.Socket{Node: "pc2", Remote: "203.0.113.2:8080", State: "ESTABLISHED", Count: assert.Is(1)})
	// Output: passed
}

func ExampleDHCPLease() {
	judge("", assert.DHCPLease{Node: "pc1", State: "BOUND", Router: assert.Exactly("10.0.0.1"), Duration: assert.AtLeast(12 * time.Hour)})
	// Output: passed
}

func ExampleDHCP6Lease() {
	judge("", assert.DHCP6Lease{Node: "pc3", State: "BOUND", Address: assert.InNetwork("2001:db8::/64"), T1: assert.Present})
	// Output: passed
}

func ExampleFDB() {
	judge("ping: {from: pc2, to: gw.lan}", assert.FDB{Node: "sw", MAC: "pc2.eth0", Port: "pc2", State: "learned"})
	// Output: passed
}

func ExampleSTP() {
	judge("", assert.STP{Node: "tree", Port: "sw", Role: "designated", Root: "tree", RootPort: assert.Absent})
	// Output: passed
}

func ExampleListen() {
	judge("", assert.Listen{Node: "web", Network: "tcp", Port: assert.Is(80)})
	// Output: passed
}

func ExampleRouteGet() {
	judge("",
		assert.RouteGet{Node: "pc2", To: "web", Via: "gw.lan", Interface: "eth0", MTU: assert.Is(1500)},
		assert.RouteGet{Node: "gw", To: "198.51.100.1", Error: "network is unreachable"})
	// Output:
	// passed
	// passed
}

func ExampleCounter() {
	judge("ping: {from: pc2, to: web}",
		assert.Counter{Node: "gw", Interface: "wan", TxPackets: assert.AtLeast(1), TxDropped: assert.Is(0)},
		assert.Counter{Node: "web", Name: "IcmpInEchos", Value: assert.Is(1)})
	// Output:
	// passed
	// passed
}

func ExampleSysctl() {
	judge("",
		assert.Sysctl{Node: "gw", Key: "net.ipv4.ip_forward", Value: "1"},
		assert.Sysctl{Node: "gw", Key: "net.ipv4.ip_default_ttl", Value: assert.Match[string](assert.AtLeast(32))})
	// Output:
	// passed
	// passed
}

func ExampleSnapshotDiff() {
	judge(`
- snapshot: {node: pc2, as: before}
- address: {node: pc2, add: 10.0.0.21/24}`,
		assert.SnapshotDiff{From: "before", Only: []string{"addresses"}, Added: assert.Exactly("address 10.0.0.21/24 dev eth0")})
	// Output: passed
}

func ExampleDNS() {
	judge("",
		assert.DNS{From: "pc2", Name: "www.example", Rcode: "NOERROR", Answer: assert.Exactly("203.0.113.2"), Took: assert.Less(5 * time.Second)},
		assert.DNS{From: "pc2", Name: "none.example", Rcode: "NXDOMAIN"})
	// Output:
	// passed
	// passed
}

func ExampleHTTP() {
	judge("http: {from: pc2, url: http://web/, as: page}",
		assert.HTTP{Of: "page", Status: assert.Is(200), Body: "hello", Header: map[string]assert.Match[string]{"Content-Length": "5"}},
		assert.HTTP{From: "pc2", URL: "http://web/", Request: assert.Request{Method: "HEAD", Headers: []assert.Header{{Name: "User-Agent", Value: "test"}}}, Size: assert.Is(0)},
		assert.HTTP{From: "pc2", URL: "http://web/none", Status: assert.OneOf(404, 410)})
	// Output:
	// passed
	// passed
	// passed
}

func ExamplePing() {
	judge("",
		assert.Ping{From: "pc2", To: "web", Count: 3, Interval: 10 * time.Millisecond, Lost: assert.Is(0), RTT: assert.Each(assert.Less(2 * time.Second))},
		assert.Ping{From: "pc2", To: "198.51.100.1", Received: assert.Is(0), ICMPType: assert.Exactly(3), ICMPFrom: assert.Exactly("gw.lan"), Eventually: 10 * time.Second})
	// Output:
	// passed
	// passed
}

func ExamplePath() {
	judge("", assert.Path{From: "pc2", To: "web", Network: "icmp", Hops: assert.Exactly("gw.lan", "web")})
	// Output: passed
}

func ExampleExec() {
	judge("",
		assert.Exec{Node: "pc2", Command: []string{"cat", "/etc/resolv.conf"}, Stdout: assert.Contains("203.0.113.2")},
		assert.Exec{Node: "pc2", Shell: "exit 3", Exit: assert.Is(3)})
	// Output:
	// passed
	// passed
}

func ExampleRecv() {
	judge(`
- listen: {node: web, address: ":8080", as: server}
- connect: {from: pc2, to: "web:8080", as: client}
- accept: {of: server, as: conn}
- send: {on: client, octets: 10kB, as: bulk}
- shutdown: {on: client, how: write}
- recv: {on: conn, until: eof, as: got}`,
		assert.Recv{Of: "got", Octets: assert.Is(10000), Equals: "bulk", EOF: new(true)})
	// Output: passed
}

func ExampleYAML() {
	judge("ping: {from: pc2, to: web}",
		assert.YAML(`
- {at: "gw:wan", sequence: [icmp.type == 8, icmp.type == 0]}
- {at: "gw:wan", never: "icmp.type == 3"}`),
		assert.Ping{From: "pc2", To: "web"})
	// Output:
	// passed
	// passed
	// passed
}

func ExampleWrite() {
	written, err := assert.Write(assert.Neighbor{
		Label: "pc2 knows the router", Node: "pc2", IP: "gw.lan", State: assert.OneOf("REACHABLE", "STALE"), Eventually: 3 * time.Second,
	})
	fmt.Print(written.Text, err)
	// Output:
	// name: pc2 knows the router
	// neighbor: {node: pc2, ip: gw.lan, state: {in: [REACHABLE, STALE]}}
	// eventually: 3s
	// <nil>
}

func ExampleMatch() {
	fmt.Println(assert.Match[string]("REACHABLE") == "REACHABLE")
	fmt.Println(assert.OneOf(200, 404))
	fmt.Println(assert.Between(10*time.Millisecond, time.Second))
	fmt.Println(assert.Not(assert.Contains("error", "warning")))
	fmt.Println(assert.Each(assert.InNetwork("10.0.0.0/8")))
	// Output:
	// true
	// {in: [200, 404]}
	// {ge: 10ms, le: 1s}
	// {not: {contains: [error, warning]}}
	// {cidr: 10.0.0.0/8}
}
