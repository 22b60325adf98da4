package topology

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"net"
	"net/netip"
	"os"
	"reflect"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/netrig/netrig/internal/strict"
)

// values compares topologies without their positions.
var values = cmp.Options{
	cmpopts.IgnoreTypes(Pos{}),
	cmpopts.EquateEmpty(),
	cmp.Comparer(func(a, b netip.Addr) bool { return a == b }),
	cmp.Comparer(func(a, b netip.Prefix) bool { return a == b }),
}

func mustParse(tb testing.TB, text string) *Topology {
	tb.Helper()
	topo, err := Parse("test.yaml", []byte(text))
	if err != nil {
		tb.Fatal(err)
	}
	return topo
}

func mac(s string) net.HardwareAddr {
	m, err := net.ParseMAC(s)
	if err != nil {
		panic(err)
	}
	return m
}

func prefixes(list ...string) []netip.Prefix {
	var ps []netip.Prefix
	for _, s := range list {
		ps = append(ps, netip.MustParsePrefix(s))
	}
	return ps
}

func addrs(list ...string) []netip.Addr {
	var as []netip.Addr
	for _, s := range list {
		as = append(as, netip.MustParseAddr(s))
	}
	return as
}

// pc1 (dhcp) and pc2 on a switch, behind a router that bridges two ports,
// translates to its wan, and serves DHCP; web on the other side.
func TestParseHome(t *testing.T) {
	data, err := os.ReadFile("testdata/draw/home.yaml")
	if err != nil {
		t.Fatal(err)
	}
	got := mustParse(t, string(data))
	want := &Topology{
		Name: "home", File: "test.yaml", Dir: ".",
		Nodes: []*Node{
			{Name: "pc1", Kind: Host, Interfaces: []*Interface{{Name: "eth0", MAC: mac("02:00:00:00:00:01"), MTU: 1500, DHCP: DHCPAuto}}},
			{Name: "pc2", Kind: Host, Interfaces: []*Interface{{
				Name: "eth0", MAC: mac("02:00:00:00:00:14"), MTU: 1500, Addresses: prefixes("192.168.1.20/24"),
				Gateways: addrs("192.168.1.1"), DNS: addrs("8.8.8.8"),
			}}},
			{Name: "sw", Kind: Switch, Interfaces: []*Interface{
				{Name: "pc1", MAC: mac("02:00:00:00:00:02"), MTU: 1500},
				{Name: "pc2", MAC: mac("02:00:00:00:00:03"), MTU: 1500},
				{Name: "gw", MAC: mac("02:00:00:00:00:04"), MTU: 1500},
			}},
			{
				Name: "gw", Kind: Router,
				Interfaces: []*Interface{
					{Name: "br-lan", MAC: mac("02:00:00:00:00:05"), MTU: 1500, Addresses: prefixes("192.168.1.1/24"), Ports: []string{"lan1", "lan2"}},
					{Name: "lan1", MAC: mac("02:00:00:00:00:06"), MTU: 1500, Master: "br-lan"},
					{Name: "lan2", MAC: mac("02:00:00:00:00:07"), MTU: 1500, Master: "br-lan"},
					{Name: "wan", MAC: mac("02:00:00:00:00:08"), MTU: 1500, Addresses: prefixes("203.0.113.2/30")},
				},
				Routes:     []Route{{To: netip.MustParsePrefix("0.0.0.0/0"), Via: netip.MustParseAddr("203.0.113.1")}},
				Masquerade: []string{"wan"},
				Services: Services{DHCP: []*DHCPServer{{
					Interface: "br-lan", DHCPPool: DHCPPool{
						First: netip.MustParseAddr("192.168.1.100"), Last: netip.MustParseAddr("192.168.1.199"),
						Router: addrs("192.168.1.1"), DNS: addrs("8.8.8.8"), Lease: 12 * time.Hour,
						Reservations: []Reservation{{MAC: mac("02:00:00:00:00:0a"), Address: netip.MustParseAddr("192.168.1.100")}},
					},
				}}},
			},
			{
				Name: "web", Kind: Host,
				Interfaces: []*Interface{{Name: "eth0", MAC: mac("02:00:00:00:00:09"), MTU: 1500, Addresses: prefixes("203.0.113.1/30")}},
				Services:   Services{HTTP: []*HTTPServer{{Listen: ":80", Root: "www"}}},
			},
		},
		Links: []*Link{
			{A: Endpoint{"pc1", "eth0"}, B: Endpoint{"sw", "pc1"}},
			{A: Endpoint{"pc2", "eth0"}, B: Endpoint{"sw", "pc2"}},
			{A: Endpoint{"gw", "lan1"}, B: Endpoint{"sw", "gw"}},
			{A: Endpoint{"gw", "wan"}, B: Endpoint{"web", "eth0"}},
		},
	}
	if diff := cmp.Diff(want, got, values); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestParseNode(t *testing.T) {
	eth := func(i Interface) []*Interface {
		i.Name, i.MAC = "eth0", mac("02:00:00:00:00:01")
		if i.MTU == 0 {
			i.MTU = DefaultMTU
		}
		return []*Interface{&i}
	}
	ten := Interface{Addresses: prefixes("10.0.0.1/24")}
	tests := []struct {
		name, node string // node n as written
		want       Node
	}{
		{"nothing", "", Node{}},
		{"empty", "{}", Node{}},
		{"interface without address", "{interfaces: {eth0: }}", Node{Interfaces: eth(Interface{})}},
		{"address", "{interfaces: {eth0: 10.0.0.1/24}}", Node{Interfaces: eth(ten)}},
		{"list", "{interfaces: {eth0: [10.0.0.1/24, 2001:db8::1/64]}}", Node{Interfaces: eth(Interface{Addresses: prefixes("10.0.0.1/24", "2001:db8::1/64")}), IPv6: true}},
		{"addresses", "{interfaces: {eth0: {addresses: [10.0.0.1/24]}}}", Node{Interfaces: eth(ten)}},
		{"point to point", "{interfaces: {eth0: 10.0.0.0/31}}", Node{Interfaces: eth(Interface{Addresses: prefixes("10.0.0.0/31")})}},
		{"dhcp", "{interfaces: {eth0: dhcp}}", Node{Interfaces: eth(Interface{DHCP: DHCPAuto})}},
		{"dhcp manual", "{interfaces: {eth0: {dhcp: manual}}}", Node{Interfaces: eth(Interface{DHCP: DHCPManual})}},
		{"dhcp on", "{interfaces: {eth0: {dhcp: true}}}", Node{Interfaces: eth(Interface{DHCP: DHCPAuto})}},
		{"dhcp off", "{interfaces: {eth0: {dhcp: off}}}", Node{Interfaces: eth(Interface{})}},
		{"two gateways", "{interfaces: {eth0: {address: 10.0.0.1/24, gateways: [10.0.0.2, 'fe80::1']}}}",
			Node{Interfaces: eth(Interface{Addresses: prefixes("10.0.0.1/24"), Gateways: addrs("10.0.0.2", "fe80::1")}), IPv6: true}},
		{"mtu", "{interfaces: {eth0: {mtu: 9000}}}", Node{Interfaces: eth(Interface{MTU: 9000})}},
		{"mtu of the node", "{mtu: 9000, interfaces: {eth0: }}", Node{Interfaces: eth(Interface{MTU: 9000})}},
		{"ipv6 on", "{ipv6: on}", Node{IPv6: true}},
		{"offload", "{offload: on}", Node{Offload: true}},
		{"switch", "{kind: switch, stp: on}", Node{Kind: Switch, STP: NewSTP()}},
		{"switch that ages", "{kind: switch, stp: off, ageing: 200ms}", Node{Kind: Switch, Ageing: 200 * time.Millisecond}},
		{"spanning tree", "{kind: switch, stp: {priority: 0, forward_delay: 2500ms, hello_time: 1s, max_age: 6s}}",
			Node{Kind: Switch, STP: &STP{Priority: 0, ForwardDelay: 2500 * time.Millisecond, HelloTime: time.Second, MaxAge: 6 * time.Second}}},
		{"hub", "{kind: hub}", Node{Kind: Hub}},
		{"intended", "{intended: switch-loop}", Node{Intended: []string{"switch-loop"}}},
		{"sysctls", "{sysctls: {net.ipv4.tcp_timestamps: 0, net.ipv4.tcp_rmem: 4096 8192 16384}}",
			Node{Sysctls: []Sysctl{{Key: "net.ipv4.tcp_timestamps", Value: "0"}, {Key: "net.ipv4.tcp_rmem", Value: "4096 8192 16384"}}}},
		{"routes", `{interfaces: {eth0: 10.0.0.1/24}, routes: [default via 10.0.0.2 metric 5, 10.5.0.0/16 dev eth0 mtu 1400 advmss 1360, 10.9.9.9 via 10.0.0.3,
			{to: 10.6.0.0/16, via: 10.0.0.4, dev: eth0, mtu: 1300, advmss: 1260, metric: 7}, "2001:db8::/32 dev eth0"]}`,
			Node{Interfaces: eth(ten), IPv6: true, Routes: []Route{
				{To: netip.MustParsePrefix("0.0.0.0/0"), Via: netip.MustParseAddr("10.0.0.2"), Metric: 5},
				{To: netip.MustParsePrefix("10.5.0.0/16"), Interface: "eth0", MTU: 1400, AdvMSS: 1360},
				{To: netip.MustParsePrefix("10.9.9.9/32"), Via: netip.MustParseAddr("10.0.0.3")},
				{To: netip.MustParsePrefix("10.6.0.0/16"), Via: netip.MustParseAddr("10.0.0.4"), Interface: "eth0", MTU: 1300, AdvMSS: 1260, Metric: 7},
				{To: netip.MustParsePrefix("2001:db8::/32"), Interface: "eth0"},
			}}},
		{"dns", `{services: {dns: {zones: {COM: {records: "@ A 10.0.0.1"}, .: {file: root.zone}}}}}`,
			Node{Services: Services{DNS: []*DNSServer{{Listen: ":53", Zones: []Zone{{Origin: "com.", Records: "@ A 10.0.0.1"}, {Origin: ".", File: "root.zone"}}}}}}},
		{"resolver", `{services: {resolver: {roots: {a.root-servers.net: [198.41.0.4, '2001:503:ba3e::2:30'], b.: 10.0.0.1}}}}`,
			Node{Services: Services{Resolver: []*Resolver{{Listen: ":53", Roots: []RootHint{
				{"a.root-servers.net.", netip.MustParseAddr("198.41.0.4")}, {"a.root-servers.net.", netip.MustParseAddr("2001:503:ba3e::2:30")}, {"b.", netip.MustParseAddr("10.0.0.1")},
			}}}}}},
		{"http", `{services: {http: [{echo: /echo}, {listen: ":8080", answers: {/: hello, /x: {status: 404, headers: {X-A: 1}, body: no}}}]}}`,
			Node{Services: Services{HTTP: []*HTTPServer{{Listen: ":80", Echo: "/echo"}, {Listen: ":8080", Answers: []HTTPAnswer{
				{Path: "/", Status: 200, Body: "hello"}, {Path: "/x", Status: 404, Headers: map[string]string{"X-A": "1"}, Body: "no"},
			}}}}}},
		{"https", `{services: {http: [{tls: on}, {tls: off}, {listen: ":444", tls: {max: 1.1}}, {listen: ":445", tls: {certificate: a.crt, key: a.key, min: 1.3, alpn: h2}},
			{listen: ":446", tls: {names: [WWW.Example.com., "*.example.com", "2001:DB8:0::1"], issuer: self, valid: not-yet}}]}}`,
			Node{Services: Services{HTTP: []*HTTPServer{
				{Listen: ":443", TLS: &TLS{Issuer: IssuerLab, Valid: ValidNow, Min: "1.2", Max: "1.3", ALPN: []string{"h2", "http/1.1"}}},
				{Listen: ":80"},
				{Listen: ":444", TLS: &TLS{Issuer: IssuerLab, Valid: ValidNow, Min: "1.1", Max: "1.1", ALPN: []string{"h2", "http/1.1"}}},
				{Listen: ":445", TLS: &TLS{Issuer: IssuerLab, Valid: ValidNow, Certificate: "a.crt", Key: "a.key", Min: "1.3", Max: "1.3", ALPN: []string{"h2"}}},
				{Listen: ":446", TLS: &TLS{Names: []string{"www.example.com", "*.example.com", "2001:db8::1"}, Issuer: IssuerSelf, Valid: ValidNotYet, Min: "1.2", Max: "1.3", ALPN: []string{"h2", "http/1.1"}}},
			}}}},
		{"http left out", `{services: {http: }}`, Node{Services: Services{HTTP: []*HTTPServer{{Listen: ":80"}}}}},
		{"exec", `{services: {exec: [{command: sleep 100}, {command: [sh, -c, "echo [1-3]"], env: {A: b}, dir: x/../y, ready: "tcp/:8080"}]}}`,
			Node{Services: Services{Exec: []*Program{{Command: []string{"sleep", "100"}},
				{Command: []string{"sh", "-c", "echo [1-3]"}, Env: map[string]string{"A": "b"}, Dir: "y", Ready: "tcp/:8080"}}}}},
		{"dhcp server", `{kind: router, interfaces: {eth0: 10.0.0.1/24}, services: {dhcp: {range: 10.0.0.10 - 10.0.0.20, domain: Example.com, reservations: [{mac: 02:00:00:00:00:0a, address: 10.0.0.9}]}}}`,
			Node{Kind: Router, Interfaces: eth(ten), Services: Services{DHCP: []*DHCPServer{{
				Interface: "eth0", DHCPPool: DHCPPool{
					First: netip.MustParseAddr("10.0.0.10"), Last: netip.MustParseAddr("10.0.0.20"), Lease: time.Hour, Domain: "example.com",
					Reservations: []Reservation{{MAC: mac("02:00:00:00:00:0a"), Address: netip.MustParseAddr("10.0.0.9")}},
				},
			}}}}},
		{"dhcp server of others", `{interfaces: {eth0: 10.0.0.1/24}, services: {dhcp: {subnets: {network: 10.0.1.0/24, range: 10.0.1.10-10.0.1.20, router: 10.0.1.1, lease: 2h}}}}`,
			Node{Interfaces: eth(ten), Services: Services{DHCP: []*DHCPServer{{
				Interface: "eth0", DHCPPool: DHCPPool{Lease: time.Hour}, Subnets: []DHCPSubnet{{
					Network: netip.MustParsePrefix("10.0.1.0/24"),
					DHCPPool: DHCPPool{
						First: netip.MustParseAddr("10.0.1.10"), Last: netip.MustParseAddr("10.0.1.20"), Router: addrs("10.0.1.1"), Lease: 2 * time.Hour,
					},
				}},
			}}}}},
		{"dhcp relay", `{interfaces: {eth0: 10.0.0.1/24}, services: {dhcp_relay: [{server: 10.0.2.67}]}}`,
			Node{Interfaces: eth(ten), Services: Services{DHCPRelay: []*DHCPRelay{{Interface: "eth0", Server: addrs("10.0.2.67"), MaxHops: 4}}}}},
		{"dhcp relay with all", `{interfaces: {eth0: 10.0.0.1/24}, services: {dhcp_relay: {interface: eth0, server: [10.0.2.67, 10.0.2.68], max_hops: 16, circuit_id: port 7, remote_id: r}}}`,
			Node{Interfaces: eth(ten), Services: Services{DHCPRelay: []*DHCPRelay{{
				Interface: "eth0", Server: addrs("10.0.2.67", "10.0.2.68"), MaxHops: 16, CircuitID: "port 7", RemoteID: "r",
			}}}}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := mustParse(t, "nodes:\n  n: "+tt.node+"\n").Node("n")
			tt.want.Name = "n"
			if tt.want.Kind == "" {
				tt.want.Kind = Host
			}
			if diff := cmp.Diff(&tt.want, got, values); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestParseDefaults(t *testing.T) {
	topo := mustParse(t, `defaults: {ipv6: on, mtu: 9000, offload: on}
nodes:
  a: {interfaces: {eth0: 10.0.0.1/24}}
  b: {ipv6: off, mtu: 1400, offload: off, interfaces: {eth0: 10.0.0.2/24, eth1: {mtu: 1300}}}
`)
	a, b := topo.Node("a"), topo.Node("b")
	if !a.IPv6 || !a.Offload || a.Interfaces[0].MTU != 9000 {
		t.Errorf("a = %+v", a)
	}
	if b.IPv6 || b.Offload || b.Interfaces[0].MTU != 1400 || b.Interfaces[1].MTU != 1300 {
		t.Errorf("b = %+v", b)
	}
	if got := mustParse(t, "nodes: {a: {}}").Name; got != "test" {
		t.Errorf("name %q, want the file's", got)
	}
}

func TestParseRanges(t *testing.T) {
	tests := []struct{ name, file, want string }{
		{"nodes", `nodes:
  pc[08-11]:
    interfaces:
      eth0: {address: "10.0.[1-4].[11-14]/24", gateway: 10.0.0.1, mac: "02:00:00:00:01:[10-13]"}
  sw: {kind: switch}
links:
  - pc[08-11] -- sw
`, `pc08: eth0=10.0.1.11/24,02:00:00:00:01:10
pc09: eth0=10.0.2.12/24,02:00:00:00:01:11
pc10: eth0=10.0.3.13/24,02:00:00:00:01:12
pc11: eth0=10.0.4.14/24,02:00:00:00:01:13
sw: pc08=02:00:00:00:00:01 pc09=02:00:00:00:00:02 pc10=02:00:00:00:00:03 pc11=02:00:00:00:00:04
pc08:eth0 -- sw:pc08
pc09:eth0 -- sw:pc09
pc10:eth0 -- sw:pc10
pc11:eth0 -- sw:pc11
`},
		{"interfaces of a node", `nodes:
  r:
    kind: router
    interfaces:
      eth[0-2]: 10.0.[1-3].1/24
`, `r: eth0=10.0.1.1/24,02:00:00:00:00:01 eth1=10.0.2.1/24,02:00:00:00:00:02 eth2=10.0.3.1/24,02:00:00:00:00:03
`},
		{"interfaces of nodes", `nodes:
  r[1-2]:
    kind: router
    interfaces:
      eth[0-2]: 10.0.[1-6].[1-6]/24
`, `r1: eth0=10.0.1.1/24,02:00:00:00:00:01 eth1=10.0.2.2/24,02:00:00:00:00:02 eth2=10.0.3.3/24,02:00:00:00:00:03
r2: eth0=10.0.4.4/24,02:00:00:00:00:04 eth1=10.0.5.5/24,02:00:00:00:00:05 eth2=10.0.6.6/24,02:00:00:00:00:06
`},
		{"chain", `nodes:
  r[1-3]:
    kind: router
    interfaces:
      left: 10.0.[1-3].2/24
      right: 10.0.[2-4].1/24
links:
  - r[1-2]:right -- r[2-3]:left
`, `r1: left=10.0.1.2/24,02:00:00:00:00:01 right=10.0.2.1/24,02:00:00:00:00:02
r2: left=10.0.2.2/24,02:00:00:00:00:03 right=10.0.3.1/24,02:00:00:00:00:04
r3: left=10.0.3.2/24,02:00:00:00:00:05 right=10.0.4.1/24,02:00:00:00:00:06
r1:right -- r2:left
r2:right -- r3:left
`},
		{"bridge", `nodes:
  gw: {kind: router, interfaces: {lan: {bridge: ["p[1-3]"]}, wan: }}
  pc[1-2]: {interfaces: {eth0: }}
links:
  - gw:p[1-2] -- pc[1-2]
`, `gw: lan=02:00:00:00:00:01 p1=02:00:00:00:00:02 p2=02:00:00:00:00:03 p3=02:00:00:00:00:04 wan=02:00:00:00:00:05
pc1: eth0=02:00:00:00:00:06
pc2: eth0=02:00:00:00:00:07
gw:p1 -- pc1:eth0
gw:p2 -- pc2:eth0
`},
		{"port names", `nodes:
  a-name-too-long-for-a-port: {interfaces: {eth0: , eth1: {mac: 02:00:00:00:00:03}}}
  b: {interfaces: {eth0: , eth1: }}
  lo: {interfaces: {eth0: }}
  port5: {interfaces: {eth0: }}
  s: {kind: switch}
  h: {kind: hub}
links:
  - a-name-too-long-for-a-port:eth0 -- s
  - b:eth0 -- s
  - s -- b:eth1
  - lo -- s
  - port5 -- s
  - s:up -- h
  - s:x -- s:y
`, `a-name-too-long-for-a-port: eth0=02:00:00:00:00:01 eth1=02:00:00:00:00:03
b: eth0=02:00:00:00:00:02 eth1=02:00:00:00:00:04
lo: eth0=02:00:00:00:00:05
port5: eth0=02:00:00:00:00:06
s: port1=02:00:00:00:00:07 port2=02:00:00:00:00:08 port3=02:00:00:00:00:09 port4=02:00:00:00:00:0a port5=02:00:00:00:00:0b up=02:00:00:00:00:0c x=02:00:00:00:00:0d y=02:00:00:00:00:0e
h: s=02:00:00:00:00:0f
a-name-too-long-for-a-port:eth0 -- s:port1
b:eth0 -- s:port2
s:port3 -- b:eth1
lo:eth0 -- s:port4
port5:eth0 -- s:port5
s:up -- h:s
s:x -- s:y
`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			topo := mustParse(t, tt.file)
			var b strings.Builder
			for _, n := range topo.Nodes {
				fmt.Fprintf(&b, "%s:", n.Name)
				for _, i := range n.Interfaces {
					fmt.Fprintf(&b, " %s=", i.Name)
					for _, a := range i.Addresses {
						fmt.Fprintf(&b, "%s,", a)
					}
					fmt.Fprint(&b, i.MAC)
				}
				b.WriteString("\n")
			}
			for _, l := range topo.Links {
				fmt.Fprintln(&b, l)
			}
			if diff := cmp.Diff(tt.want, b.String()); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// The ports of a switch carry what they are linked to, unless told otherwise.
func TestParsePortMTU(t *testing.T) {
	topo := mustParse(t, `nodes:
  a: {interfaces: {eth0: {mtu: 9000}}}
  b: {interfaces: {eth0: }}
  s: {kind: switch}
  t: {kind: switch, mtu: 2000}
links: [a -- s, s -- t, b -- t]
`)
	var got []string
	for _, l := range topo.Links {
		for _, e := range []Endpoint{l.A, l.B} {
			got = append(got, fmt.Sprint(e, " ", topo.Node(e.Node).Interface(e.Interface).MTU))
		}
	}
	want := []string{"a:eth0 9000", "s:a 9000", "s:t 1500", "t:s 2000", "b:eth0 1500", "t:b 2000"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestLoad(t *testing.T) {
	file := func(s string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(s)} }
	fsys := fstest.MapFS{
		"nets/good.yaml": file("nodes: {a: {services: {dns: {zones: {com: {file: ../zones/com.zone}}}, http: {root: www/}, exec: {command: x, dir: www}}}}"),
		"nets/bad.yaml": file(`nodes:
  a[1-3]:
    services:
      dns: {zones: {com: {file: zones/com.zone}, org: {file: ../zones}, net: {file: ../zones/con.zone}}}
      http: {root: www/index.html}
      exec: {command: x, dir: ../../../etc}
`),
		"nets/www/index.html": file("hi"),
		"zones/com.zone":      file("@ SOA"),
		"big.yaml":            file(strings.Repeat("#", 2<<20)),
	}
	topo, err := Load(fsys, "nets/good.yaml")
	if err != nil {
		t.Fatal(err)
	}
	if topo.Dir != "nets" || topo.File != "nets/good.yaml" || topo.Name != "good" {
		t.Errorf("loaded %+v", topo)
	}
	if _, err := fs.Stat(topo.FS, topo.Path(topo.Nodes[0].Services.DNS[0].Zones[0].File)); err != nil {
		t.Error(err)
	}
	_, err = Load(fsys, "nets/bad.yaml")
	want := `nets/bad.yaml:4:21: no zone file "nets/zones/com.zone" (there is no folder nets/zones)
nets/bad.yaml:4:50: zone file "zones" is a folder (name a file in it)
nets/bad.yaml:4:73: no zone file "zones/con.zone" (did you mean zones/com.zone?)
nets/bad.yaml:5:13: root folder "nets/www/index.html" is a file (name the folder it is in)
nets/bad.yaml:6:13: folder "../../../etc" is outside the files of the topology (move it beside the topology)`
	if err == nil || err.Error() != want {
		t.Errorf("bad.yaml (-want +got):\n%s", cmp.Diff(want, fmt.Sprint(err)))
	}
	if _, err := Load(fsys, "none.yaml"); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("none.yaml: %v", err)
	}
	if _, err := Load(fsys, "big.yaml"); err == nil || !strings.Contains(err.Error(), "too big") {
		t.Errorf("big.yaml: %v", err)
	}
}

func TestFromNode(t *testing.T) {
	root, ds := strict.Document("suite.yaml", []byte("topology:\n  nodes: {a: {}}\nother:\n  nodes: {A: {}}\n"))
	if ds != nil {
		t.Fatal(ds)
	}
	d := strict.NewDecoder("suite.yaml")
	if topo := FromNode(d, root.Content[1]); topo == nil || topo.Nodes[0].Pos != (Pos{File: "suite.yaml", Line: 2, Column: 11}) {
		t.Errorf("topology %+v", topo)
	}
	if topo := FromNode(d, root.Content[3]); topo != nil {
		t.Errorf("topology %+v of a node with mistakes", topo)
	}
	if got, want := d.Diagnostics().Error(), `suite.yaml:4:11: bad node name "A" (write a)`; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func FuzzParse(f *testing.F) {
	for _, folder := range []string{"errors", "lint", "draw"} {
		files, err := fs.Glob(os.DirFS("testdata/"+folder), "*.yaml")
		if err != nil {
			f.Fatal(err)
		}
		for _, name := range files {
			data, err := os.ReadFile("testdata/" + folder + "/" + name)
			if err != nil {
				f.Fatal(err)
			}
			f.Add(data)
		}
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		if len(data) > 4096 {
			t.Skip("long inputs only take time")
		}
		topo, err := Parse("f", data)
		if err != nil {
			var ds Diagnostics
			if !errors.As(err, &ds) || len(ds) == 0 {
				t.Fatalf("error %T without a diagnostic", err)
			}
			return
		}
		for _, n := range topo.Nodes {
			for _, i := range n.Interfaces {
				if len(i.MAC) != 6 || i.MTU < MinMTU || i.MTU > MaxMTU {
					t.Errorf("%s:%s = %+v", n.Name, i.Name, i)
				}
			}
		}
		for _, l := range topo.Links {
			for _, e := range []Endpoint{l.A, l.B} {
				if n := topo.Node(e.Node); n == nil || n.Interface(e.Interface) == nil {
					t.Errorf("link %s has an end that is not there", l)
				}
			}
		}
		Lint(topo)
		DOT(topo)
		Mermaid(topo)
	})
}

// star is a switch with n hosts; flat writes them one by one.
func star(n int, flat bool) string {
	if !flat {
		return fmt.Sprintf("nodes:\n  sw: {kind: switch}\n  pc[1-%d]:\n    interfaces:\n      eth0: dhcp\nlinks:\n  - pc[1-%d] -- sw\n", n, n)
	}
	var nodes, links strings.Builder
	for i := range n {
		fmt.Fprintf(&nodes, "  pc%d: {interfaces: {eth0: {address: 10.0.%d.%d/16, gateway: 10.0.255.254}}}\n", i, i/250, i%250+1)
		fmt.Fprintf(&links, "  - pc%d:eth0 -- sw\n", i)
	}
	return "nodes:\n  sw: {kind: switch}\n  gw: {kind: router, interfaces: {eth0: 10.0.255.254/16}}\n" + nodes.String() + "links:\n  - gw -- sw\n" + links.String()
}

func BenchmarkParse(b *testing.B) {
	for _, n := range []int{10, 100, 1000} {
		for _, flat := range []bool{false, true} {
			data := []byte(star(n, flat))
			b.Run(fmt.Sprintf("hosts=%d/flat=%v", n, flat), func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					if _, err := Parse("bench.yaml", data); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}

func BenchmarkLint(b *testing.B) {
	for _, n := range []int{10, 100, 1000} {
		topo := mustParse(b, star(n, true))
		b.Run(fmt.Sprintf("hosts=%d", n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if ds := Lint(topo); len(ds) > 0 {
					b.Fatal(ds)
				}
			}
		})
	}
}

// Every kind of server can be told by its name in the file.
func TestCount(t *testing.T) {
	shapes, servers := reflect.TypeFor[servicesShape](), reflect.TypeFor[Services]()
	for i := range servers.NumField() {
		var s Services
		list := reflect.ValueOf(&s).Elem().Field(i)
		list.Set(reflect.MakeSlice(list.Type(), 2, 2))
		shape, ok := shapes.FieldByName(servers.Field(i).Name)
		if !ok {
			t.Fatalf("no way to write %s", servers.Field(i).Name)
		}
		want := map[string]int{shape.Tag.Get("yaml"): 2}
		if got := s.Count(); !maps.Equal(got, want) {
			t.Errorf("%s: got %v, want %v", servers.Field(i).Name, got, want)
		}
	}
}
