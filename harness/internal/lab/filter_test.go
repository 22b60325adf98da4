package lab

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"net"
	"net/netip"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/sys/unix"

	"github.com/netrig/netrig/harness/internal/plan"
	"github.com/netrig/netrig/internal/trial"
	"github.com/netrig/netrig/topology"
)

// parse reads a topology that a test has.
func parse(tb testing.TB, text string) *network {
	tb.Helper()
	t, err := topology.Parse("test.yaml", []byte(text))
	if err != nil {
		tb.Fatal(err)
	}
	return &network{Topology: t}
}

// The kernel holds the rules that nft would have given it.
func TestFiltersAgainstNft(t *testing.T) {
	trial.Tool(t, "nft")
	planned, err := topology.Load(os.DirFS("../plan/testdata"), "filters.yaml")
	if err != nil {
		t.Fatal(err)
	}
	p, err := plan.Of(planned)
	if err != nil {
		t.Fatal(err)
	}
	for _, n := range []string{"pc", "gw"} {
		planned.Nodes = append(planned.Nodes, &topology.Node{Name: "by-hand-" + n, Kind: topology.Host})
	}
	l := (&network{Topology: planned}).boot(t)
	for _, name := range []string{"pc", "gw"} {
		byHand := l.Node("by-hand-" + name)
		for _, op := range p.Stage(plan.Filters) {
			for _, line := range op.Lines() {
				if command, ours := strings.CutPrefix(line, "ip netns exec "+name+" "); ours {
					run(t, byHand, "sh", "-c", command)
				}
			}
		}
		want, got := ruleset(t, byHand), ruleset(t, l.Node(name))
		if diff := cmp.Diff(want, got); diff != "" || strings.Count(got, "\n") < 10 {
			t.Errorf("%s (-by hand +netrig):\n%s", name, diff)
		}
	}
}

// ruleset returns what nft lists, by table: which of them is made first is chance.
func ruleset(t *testing.T, n *Node) string {
	t.Helper()
	return strings.Join(slices.Sorted(slices.Values(strings.SplitAfter(run(t, n, "nft", "list", "ruleset"), "\n}\n"))), "")
}

// pc 10.1.0.2 --- .1 gw 203.0.113.1 --- .2 web
const filtered = `
nodes:
  pc: {interfaces: {eth0: {address: 10.1.0.2/24, gateway: 10.1.0.1}}, firewall: {PC}}
  gw:
    kind: router
    interfaces: {lan: 10.1.0.1/24, wan: 203.0.113.1/24}
    firewall: {GW}
    nat: {NAT}
  web: {interfaces: {eth0: {address: 203.0.113.2/24, gateway: 203.0.113.1}}, firewall: {WEB}}
links: [pc -- gw:lan, gw:wan -- web]
`

// attempt tells what comes of a TCP connection, of a datagram or of a ping: an
// answer, a refusal or silence.
func attempt(tb testing.TB, n *Node, network, to string) string {
	tb.Helper()
	const patience = 300 * time.Millisecond
	ctx, cancel := context.WithTimeout(tb.Context(), patience)
	defer cancel()
	if network == "icmp" {
		got, err := n.Ping(ctx, netip.MustParseAddr(to), PingOptions{Count: 1, Timeout: patience})
		switch {
		case got.Received == 1:
			return "answer"
		case len(got.Errors) > 0:
			return fmt.Sprintf("icmp %d/%d", got.Errors[0].Type, got.Errors[0].Code)
		case errors.Is(err, unix.EPERM):
			return "not permitted"
		}
		return "silence"
	}
	c, err := n.Dial(ctx, network, to)
	if err == nil {
		defer func() { _ = c.Close() }()
		_ = c.SetDeadline(time.Now().Add(patience))
		if _, err = c.Write([]byte("x")); err == nil {
			_, err = c.Read(make([]byte, 1))
		}
	}
	switch {
	case err == nil:
		return "answer"
	case errors.Is(err, unix.ECONNREFUSED):
		return "refusal"
	case errors.Is(err, unix.EPERM):
		return "not permitted"
	}
	return "silence"
}

// answering serves on TCP and UDP what comes with what came.
func answering(tb testing.TB, n *Node, port string) {
	tb.Helper()
	l, err := n.Listen(tb.Context(), "tcp", port)
	if err != nil {
		tb.Fatal(err)
	}
	p, err := n.ListenPacket(tb.Context(), "udp", port)
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() { _, _ = l.Close(), p.Close() })
	go func() {
		for {
			c, err := l.Accept()
			if err != nil {
				return
			}
			b := make([]byte, 1)
			if _, err := c.Read(b); err == nil {
				_, _ = c.Write(b)
			}
			_ = c.Close()
		}
	}()
	go func() {
		b := make([]byte, 1)
		for {
			_, from, err := p.ReadFrom(b)
			if err != nil {
				return
			}
			_, _ = p.WriteTo(b, from)
		}
	}()
}

func TestFirewall(t *testing.T) {
	const tcp, udp, web = "tcp 203.0.113.2:80", "udp 203.0.113.2:80", "icmp 203.0.113.2"
	for _, tt := range []struct {
		name, pc, gw, web string
		want              map[string]string // attempts of pc, or of web where the address is pc's
	}{
		{"none", "", "", "", map[string]string{tcp: "answer", udp: "answer", web: "answer", "tcp 203.0.113.2:81": "refusal", "tcp 10.1.0.2:80": "answer"}},
		{"drop by protocol", "", "forward: [drop protocol tcp]", "", map[string]string{tcp: "silence", udp: "answer", web: "answer"}},
		{"drop by port", "", "forward: [drop protocol tcp port 80]", "", map[string]string{tcp: "silence", "tcp 203.0.113.2:81": "refusal", udp: "answer"}},
		{"drop by ports", "", "", "input: [drop protocol udp port 79-81]", map[string]string{udp: "silence", tcp: "answer"}},
		{"outside the ports", "", "", "input: [drop protocol udp port 81-90]", map[string]string{udp: "answer"}},
		{"reject", "", "forward: [reject]", "", map[string]string{tcp: "refusal", udp: "refusal", web: "icmp 3/3", "icmp 10.1.0.1": "answer"}},
		{"reset", "", "", "input: [reset protocol tcp]", map[string]string{tcp: "refusal", udp: "answer"}},
		{"output", "output: [drop protocol icmp type 8 code 0]", "", "", map[string]string{web: "not permitted", tcp: "answer"}},
		{"another type", "output: [drop protocol icmp type 0]", "", "", map[string]string{web: "answer"}},
		{"first match", "", "forward: [accept protocol tcp, drop]", "", map[string]string{tcp: "answer", udp: "silence", web: "silence"}},
		{"from", "", "forward: [drop from 10.1.0.0/24]", "", map[string]string{tcp: "silence"}},
		{"from another", "", "forward: [drop from 10.0.0.0/16 to 203.0.113.0/24]", "", map[string]string{tcp: "answer"}},
		{"odd prefix", "", "forward: [drop to 203.0.113.0/30]", "", map[string]string{tcp: "silence"}},
		{"one address", "", "forward: [drop to 203.0.113.3]", "", map[string]string{tcp: "answer"}},
		{"in", "", "forward: [drop in wan protocol udp]", "", map[string]string{udp: "silence"}}, // the answer
		{"in and out", "", "forward: [drop in wan out wan]", "", map[string]string{tcp: "answer"}},
		{"for the router", "", "input: [drop in lan]", "", map[string]string{"icmp 10.1.0.1": "silence", "icmp 203.0.113.1": "silence", web: "answer"}},
		{"by state", "", "forward: [accept state established, accept in lan state new, drop]", "",
			map[string]string{tcp: "answer", udp: "answer", web: "answer", "tcp 10.1.0.2:80": "silence", "icmp 10.1.0.2": "silence"}},
		{"related", "", "forward: ['accept state established,related', accept in lan state new protocol udp, drop]", "",
			map[string]string{"udp 203.0.113.2:81": "refusal", tcp: "silence"}},
		{"unrelated", "", "forward: [accept state established, accept in lan state new protocol udp, drop]", "",
			map[string]string{"udp 203.0.113.2:81": "silence"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			l := parse(t, strings.NewReplacer("PC", tt.pc, "GW", tt.gw, "NAT", "", "WEB", tt.web).Replace(filtered)).boot(t)
			answering(t, l.Node("pc"), ":80")
			answering(t, l.Node("web"), ":80")
			for what, want := range tt.want {
				network, to, _ := strings.Cut(what, " ")
				from := "pc"
				if strings.HasPrefix(to, "10.1.0.2") {
					from = "web"
				}
				if got := attempt(t, l.Node(from), network, to); got != want {
					t.Errorf("%s, %s: %s, want %s", from, what, got, want)
				}
			}
		})
	}
}

func TestPortForward(t *testing.T) {
	l := parse(t, strings.NewReplacer("PC", "", "GW", "", "WEB", "", "{NAT}",
		"{masquerade: wan, forward: [tcp 8080 -> 10.1.0.2:80, udp 80 -> 10.1.0.2]}").Replace(filtered)).boot(t)
	answering(t, l.Node("pc"), ":80")
	for what, want := range map[string]string{
		"tcp 203.0.113.1:8080": "answer", "tcp 203.0.113.1:80": "refusal",
		"udp 203.0.113.1:80": "answer", "udp 203.0.113.1:8080": "refusal",
	} {
		network, to, _ := strings.Cut(what, " ")
		if got := attempt(t, l.Node("web"), network, to); got != want {
			t.Errorf("%s: %s, want %s", what, got, want)
		}
	}
	// What is not for the router itself passes, whatever its port.
	answering(t, l.Node("web"), ":8080")
	if got := attempt(t, l.Node("pc"), "tcp", "203.0.113.2:8080"); got != "answer" {
		t.Errorf("pc to web: %s", got)
	}
	if from := transfer(t, l.Node("web"), l.Node("pc"), "10.1.0.2:81", 10); from != nil && !strings.HasPrefix(from.String(), "203.0.113.2:") {
		t.Errorf("pc saw web at %s", from)
	}
}

// TestClamp holds that the MSS of a SYN becomes what the smaller MTU takes.
func TestClamp(t *testing.T) {
	for _, tt := range []struct {
		rules string
		want  uint16
	}{{"", 1460}, {"forward: [clamp out wan, accept]", 1360}, {"forward: [clamp out lan]", 1460}} {
		n := parse(t, strings.NewReplacer("PC", "", "GW", tt.rules, "NAT", "", "WEB", "").Replace(filtered))
		for _, end := range []string{"gw wan", "web eth0"} {
			node, name, _ := strings.Cut(end, " ")
			n.Node(node).Interface(name).MTU = 1400
		}
		l := n.boot(t)
		answering(t, l.Node("web"), ":80")
		seen := sniff(t, l.Node("web"), "eth0")
		if got := attempt(t, l.Node("pc"), "tcp", "203.0.113.2:80"); got != "answer" {
			t.Fatal(got)
		}
		packet := seen.nextIPv4(t, time.Second)
		// The MSS is the first option of a SYN of Linux.
		if len(packet) < 44 || packet[33] != 0x02 || packet[40] != 2 || binary.BigEndian.Uint16(packet[42:]) != tt.want {
			t.Errorf("%q: want an MSS of %d: % x", tt.rules, tt.want, packet)
		}
	}
}

// A node that tracks connections leaves what it got as it was, for those who
// have captured it: not even its time to live changes.
func TestFragmentsStayAsTheyWere(t *testing.T) {
	for _, tt := range []struct{ name, nat, firewall string }{
		{"NAT", "masquerade: wan", ""},
		{"states", "", "forward: [accept state new, accept]"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			n := parse(t, strings.NewReplacer("PC", "", "GW", tt.firewall, "NAT", tt.nat, "WEB", "",
				"10.1.0.2/24, gateway: 10.1.0.1", "[10.1.0.2/24, 2001:db8:1::2/64], gateways: [10.1.0.1, 2001:db8:1::1]",
				"lan: 10.1.0.1/24, wan: 203.0.113.1/24", "lan: [10.1.0.1/24, 2001:db8:1::1/64], wan: [203.0.113.1/24, 2001:db8:2::1/64]",
				"203.0.113.2/24, gateway: 203.0.113.1", "[203.0.113.2/24, 2001:db8:2::2/64], gateways: [203.0.113.1, 2001:db8:2::1]").Replace(filtered))
			l := n.boot(t)
			pc := l.Node("pc")
			mustPing(t, pc, "203.0.113.2")
			mustPing(t, pc, "2001:db8:2::2")
			seen := sniff(t, pc, "eth0")
			for _, to := range []string{"203.0.113.2", "2001:db8:2::2"} {
				got, err := pc.Ping(t.Context(), netip.MustParseAddr(to), PingOptions{Count: 1, Size: 4000})
				if err != nil || got.Received != 1 {
					t.Fatalf("%+v, %v", got, err)
				}
			}
			fragments := 0
			for f := seen.next(t, 100*time.Millisecond); f != nil; f = seen.next(t, 100*time.Millisecond) {
				p := f[14:]
				switch four, six := p[0] == 0x45, p[0] == 0x60; {
				case four && p[9] == unix.IPPROTO_ICMP && net.IP(p[16:20]).String() == "203.0.113.2":
					fragments++
					if from := net.IP(p[12:16]).String(); p[8] != 64 || from != "10.1.0.2" {
						t.Errorf("fragment %d comes from %s, with a time to live of %d", fragments, from, p[8])
					}
				case four && net.IP(p[12:16]).String() != "203.0.113.2":
					t.Errorf("a packet of nobody: % x", p[:20])
				case six && p[6] == unix.IPPROTO_FRAGMENT && net.IP(p[24:40]).String() == "2001:db8:2::2":
					fragments++
					if p[7] != 64 {
						t.Errorf("fragment %d has a hop limit of %d", fragments, p[7])
					}
				}
			}
			if fragments != 6 {
				t.Errorf("%d fragments of 6", fragments)
			}
		})
	}
}
