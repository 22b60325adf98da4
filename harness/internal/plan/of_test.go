package plan_test

import (
	"fmt"
	"net"
	"net/netip"
	"os"
	"strings"
	"testing"

	"github.com/netrig/netrig/harness/internal/plan"
	"github.com/netrig/netrig/topology"
)

// TestMistakes plans topologies that were built wrongly, one mistake each
// after the first, which has several.
func TestMistakes(t *testing.T) {
	pos := func(line int) topology.Pos { return topology.Pos{File: "t.yaml", Line: line, Column: 1} }
	iface := func(name string, edit ...func(*topology.Interface)) *topology.Interface {
		i := &topology.Interface{Name: name, MTU: 1500, MAC: net.HardwareAddr{2, 0, 0, 0, 0, 1}, Pos: pos(2)}
		for _, e := range edit {
			e(i)
		}
		return i
	}
	node := func(kind topology.Kind, interfaces ...*topology.Interface) *topology.Node {
		return &topology.Node{Name: "n", Kind: kind, Pos: pos(1), Interfaces: interfaces}
	}
	one := func(n *topology.Node, links ...*topology.Link) *topology.Topology {
		return &topology.Topology{Nodes: []*topology.Node{n}, Links: links}
	}
	with := func(n *topology.Node, edit func(*topology.Node)) *topology.Topology {
		edit(n)
		return one(n)
	}
	link := func(a, b string) *topology.Link {
		end := func(s string) topology.Endpoint {
			node, i, _ := strings.Cut(s, ":")
			return topology.Endpoint{Node: node, Interface: i}
		}
		return &topology.Link{Pos: pos(3), A: end(a), B: end(b)}
	}
	many := node(topology.Switch)
	for i := range 1024 {
		many.Interfaces = append(many.Interfaces, iface(fmt.Sprintf("p%d", i)))
	}
	for _, tt := range []struct {
		name string
		t    *topology.Topology
		want string
	}{
		{"several", one(node(topology.Host, iface("eth0"), iface("eth0")), link("n:eth0", "m:eth0"), link("n:eth0", "n:eth0")),
			"t.yaml:2:1: two interfaces of n are named eth0 (rename one of them)\n" +
				"t.yaml:3:1: no node m (declare it under nodes)\n" +
				"t.yaml:3:1: n:eth0 is on two links, the other is n:eth0 -- m:eth0 (give it an interface of its own)"},
		{"same node", &topology.Topology{Nodes: []*topology.Node{node(topology.Host), node(topology.Host)}}, "t.yaml:1:1: two nodes are named n"},
		{"long name", one(node(topology.Host, iface("sixteen-octets-x"))), `t.yaml:2:1: "sixteen-octets-x" is no name for an interface of n (1 to 15 `},
		{"slash", one(node(topology.Host, iface("a/b"))), `"a/b" is no name`},
		{"loopback", one(node(topology.Host, iface("lo"))), "the kernel keeps the name lo, on n, for itself"},
		{"br0", one(node(topology.Switch, iface("br0"))), "br0 is the name of n's own bridge"},
		{"ports", one(many), "t.yaml:1:1: n has 1024 ports, and the kernel's bridges have at most 1023"},
		{"port of a tree", with(node(topology.Switch, iface("p")), func(n *topology.Node) {
			n.STP = topology.NewSTP()
			n.STP.Ports = []topology.STPPort{{Pos: pos(8), Name: "q"}}
		}), "t.yaml:8:1: n has no port q (declare a link to it)"},
		{"mtu", one(node(topology.Host, iface("eth0", func(i *topology.Interface) { i.MTU = 67 }))), "no interface can have the mtu 67 of n:eth0 (68 to 65535 octets)"},
		{"IPv6 off", one(node(topology.Host, iface("eth0", func(i *topology.Interface) {
			i.Addresses = []netip.Prefix{netip.MustParsePrefix("fd00::1/64")}
		}))), "n:eth0 has the address fd00::1/64, and IPv6 is off on n (add `ipv6: on` to the node)"},
		{"no port", one(node(topology.Router, iface("br", func(i *topology.Interface) { i.Ports = []string{"p"} }))), "n:br bridges p, which n does not have"},
		{"stranger's port", one(node(topology.Router, iface("br", func(i *topology.Interface) { i.Ports = []string{"p"} }), iface("p"))), `n:br bridges p, which belongs to ""`},
		{"no bridge", one(node(topology.Router, iface("p", func(i *topology.Interface) { i.Master = "br" }))), "n:p is a port of br, which n does not have"},
		{"cable to a bridge", one(node(topology.Router, iface("br", func(i *topology.Interface) { i.Ports = []string{"p"} }),
			iface("p", func(i *topology.Interface) { i.Master = "br" }), iface("q")), link("n:br", "n:q")), "n:br is a bridge and takes no cable (connect one of its ports: p)"},
		{"address of a port", one(node(topology.Router, iface("br", func(i *topology.Interface) { i.Ports = []string{"p"} }),
			iface("p", func(i *topology.Interface) { i.Master, i.DHCP = "br", topology.DHCPAuto }))), "n:p is a port of br and takes no address (give it to br)"},
		{"loop", one(node(topology.Host, iface("eth0")), link("n:eth0", "n:eth0")), "n:eth0 is on two links"},
		{"route", with(node(topology.Host), func(n *topology.Node) {
			n.Routes = []topology.Route{{Pos: pos(4), To: netip.MustParsePrefix("10.0.0.0/8")}}
		}), "t.yaml:4:1: a route of n to 10.0.0.0/8 leads nowhere (add `via ADDRESS` or `dev INTERFACE`)"},
		{"route's interface", with(node(topology.Host), func(n *topology.Node) {
			n.Routes = []topology.Route{{Pos: pos(4), To: netip.MustParsePrefix("10.0.0.0/8"), Interface: "eth9"}}
		}), "a route of n leaves by eth9, which it does not have"},
		{"masquerade", with(node(topology.Router), func(n *topology.Node) { n.Masquerade = []string{"wan"} }), "n masquerades behind wan, which it does not have"},
		{"dhcp", with(node(topology.Router), func(n *topology.Node) {
			n.Services.DHCP = []*topology.DHCPServer{{Pos: pos(5), Interface: "lan"}}
		}), "t.yaml:5:1: a DHCP server of n is on lan, which it does not have"},
		{"relay", with(node(topology.Router), func(n *topology.Node) {
			n.Services.DHCPRelay = []*topology.DHCPRelay{{Pos: pos(5), Interface: "lan"}}
		}), "t.yaml:5:1: a DHCP relay of n is on lan, which it does not have"},
		{"program", with(node(topology.Host), func(n *topology.Node) { n.Services.Exec = []*topology.Program{{Pos: pos(6)}} }), "a program of n has no command"},
		{"host's setting", with(node(topology.Host), func(n *topology.Node) {
			n.Sysctls = []topology.Sysctl{{Pos: pos(7), Key: "kernel.panic", Value: "1"}}
		}), `t.yaml:7:1: n: sysctl "kernel.panic" is not of the network (a node has its own settings below net only`},
		{"way out", with(node(topology.Host), func(n *topology.Node) {
			n.Sysctls = []topology.Sysctl{{Key: "net....kernel.panic", Value: "1"}}
		}), `n: bad sysctl "net....kernel.panic"`},
		{"slashes", with(node(topology.Host), func(n *topology.Node) {
			n.Sysctls = []topology.Sysctl{{Key: "net.../../kernel/panic", Value: "1"}}
		}), "n: sysctl"},
		{"setting's interface", with(node(topology.Host), func(n *topology.Node) {
			n.Sysctls = []topology.Sysctl{{Key: "net.ipv4.conf.eth9.rp_filter", Value: "1"}}
		}), `n: no interface "eth9" for net.ipv4.conf.eth9.rp_filter`},
		{"lines", with(node(topology.Host), func(n *topology.Node) {
			n.Sysctls = []topology.Sysctl{{Key: "net.ipv4.tcp_sack", Value: "1\n0"}}
		}), "must be one line of text"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			p, err := plan.Of(tt.t)
			if err == nil {
				t.Fatalf("it plans:\n%s", p)
			}
			if !strings.Contains(err.Error(), tt.want) {
				t.Errorf("got %v\nwant %s", err, tt.want)
			}
		})
	}
}

// TestOrder holds that stages are in order, and that the same topology gives
// the same plan.
func TestOrder(t *testing.T) {
	load := func() *plan.Plan {
		topo, err := topology.Load(os.DirFS("testdata"), "home.yaml")
		if err != nil {
			t.Fatal(err)
		}
		p, err := plan.Of(topo)
		if err != nil {
			t.Fatal(err)
		}
		return p
	}
	p := load()
	if again := load(); again.String() != p.String() {
		t.Error("two plans of one topology")
	}
	total := 0
	for s := plan.Namespaces; s <= plan.LeasedRoutes; s++ {
		total += len(p.Stage(s))
	}
	if total != len(p.Ops) {
		t.Errorf("%d operations, %d of them in stages", len(p.Ops), total)
	}
}

// FuzzOf plans whatever can be parsed.
func FuzzOf(f *testing.F) {
	for _, name := range []string{"home.yaml", "odd.yaml"} {
		data, err := os.ReadFile("testdata/" + name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		topo, err := topology.Parse("fuzz.yaml", data)
		if err != nil {
			return
		}
		p, err := plan.Of(topo)
		if err == nil && p.String() == "" {
			t.Error("an empty transcript")
		}
	})
}
