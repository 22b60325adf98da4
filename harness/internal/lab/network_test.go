package lab

import (
	"bytes"
	"encoding/binary"
	"net"
	"net/netip"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/mdlayher/packet"
	"golang.org/x/sys/unix"

	"github.com/netrig/netrig/harness/internal/observe"
	"github.com/netrig/netrig/harness/internal/process"
	"github.com/netrig/netrig/harness/state"
	"github.com/netrig/netrig/internal/trial"
	"github.com/netrig/netrig/topology"
)

// sniffer reads every frame of an interface.
type sniffer struct {
	conn   *packet.Conn
	buffer []byte
}

func sniff(tb testing.TB, n *Node, iface string) *sniffer {
	tb.Helper()
	var s sniffer
	err := n.NS().Do(func() error {
		i, err := net.InterfaceByName(iface)
		if err != nil {
			return err
		}
		s.conn, err = packet.Listen(i, packet.Raw, unix.ETH_P_ALL, nil)
		return err
	})
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() { _ = s.conn.Close() })
	s.buffer = make([]byte, 1<<16)
	return &s
}

// next returns the next frame, nil if none comes in time.
func (s *sniffer) next(tb testing.TB, within time.Duration) []byte {
	tb.Helper()
	if err := s.conn.SetReadDeadline(time.Now().Add(within)); err != nil {
		tb.Fatal(err)
	}
	n, _, err := s.conn.ReadFrom(s.buffer)
	if os.IsTimeout(err) {
		return nil
	}
	if err != nil {
		tb.Fatal(err)
	}
	return s.buffer[:n]
}

// nextIPv4 returns the IPv4 packet of the next frame that has one.
func (s *sniffer) nextIPv4(tb testing.TB, within time.Duration) []byte {
	tb.Helper()
	for {
		f := s.next(tb, within)
		if f == nil {
			return nil
		}
		if binary.BigEndian.Uint16(f[12:]) == unix.ETH_P_IP {
			return f[14:]
		}
	}
}

// run runs a program in a node and returns its output.
func run(tb testing.TB, n *Node, args ...string) string {
	tb.Helper()
	trial.Tool(tb, args[0])
	p, err := n.Command(tb.Context(), process.Spec{Args: args})
	if err != nil {
		tb.Fatal(err)
	}
	r, err := p.Wait()
	if err != nil || r.Exit != 0 {
		tb.Fatalf("%s: %+v, %v", n.Name, r, err)
	}
	return r.Stdout
}

// h1 --- hub --- h2
//
//	|
//	h3
func TestHub(t *testing.T) {
	for _, tt := range []struct {
		kind   topology.Kind
		repeat bool
	}{{topology.Hub, true}, {topology.Switch, false}} {
		t.Run(string(tt.kind), func(t *testing.T) {
			n := newNetwork()
			n.node(tt.kind, "x")
			for _, h := range []string{"h1", "h2", "h3"} {
				n.host(h, "10.0.0."+h[1:]+"/24", "")
				n.link(h, "eth0", "x", "")
			}
			l := n.boot(t)
			mustPing(t, l.Node("h1"), "10.0.0.2") // the switch has learnt both now
			third := sniff(t, l.Node("h3"), "eth0")
			mustPing(t, l.Node("h1"), "10.0.0.2")
			got := third.nextIPv4(t, 100*time.Millisecond) != nil
			if got != tt.repeat {
				t.Errorf("a stranger's frame at h3: %v, want %v", got, tt.repeat)
			}
		})
	}
}

// h1 10.1.0.2 --- .1 r1 10.2.0.1 --- .2 r2 10.3.0.1 --- .2 h2
func routers(t *testing.T) *network {
	t.Helper()
	n := newNetwork()
	n.host("h1", "10.1.0.2/24", "10.1.0.1")
	r1 := n.node(topology.Router, "r1")
	n.iface(r1, "a", "10.1.0.1/24")
	n.iface(r1, "b", "10.2.0.1/24")
	r2 := n.node(topology.Router, "r2")
	n.iface(r2, "a", "10.2.0.2/24")
	n.iface(r2, "b", "10.3.0.1/24")
	n.host("h2", "10.3.0.2/24", "10.3.0.1")
	n.link("h1", "eth0", "r1", "a")
	n.link("r1", "b", "r2", "a")
	n.link("r2", "b", "h2", "eth0")
	r1.Routes = []topology.Route{{To: netip.MustParsePrefix("10.3.0.0/24"), Via: netip.MustParseAddr("10.2.0.2")}}
	r2.Routes = []topology.Route{{To: netip.MustParsePrefix("10.1.0.0/24"), Via: netip.MustParseAddr("10.2.0.1")}}
	return n
}

func TestRouters(t *testing.T) {
	l := routers(t).boot(t)
	h1, h2 := l.Node("h1"), l.Node("h2")
	seen := sniff(t, h2, "eth0")
	mustPing(t, h1, "10.3.0.2")
	if p := seen.nextIPv4(t, time.Second); p == nil || p[8] != 62 {
		t.Errorf("TTL behind two routers: %v, want 62", p)
	}
	transfer(t, h1, h2, "h2:80", 1<<20)

	for ttl, from := range []string{1: "10.1.0.1", 2: "10.2.0.2"} {
		if ttl == 0 {
			continue
		}
		got, err := h1.Ping(t.Context(), netip.MustParseAddr("10.3.0.2"), PingOptions{TTL: ttl, Count: 8}) // none is held back
		want := slices.Repeat([]state.ICMPError{{From: netip.MustParseAddr(from), Type: 11}}, 8)
		if err != nil || got.Received != 0 || !slices.Equal(got.Errors, want) {
			t.Errorf("TTL %d: %+v, %v, want %v", ttl, got, err, want)
		}
	}

	got, err := h1.Ping(t.Context(), netip.MustParseAddr("10.9.0.1"), PingOptions{})
	if err != nil || len(got.Errors) != 1 || got.Errors[0] != (state.ICMPError{From: netip.MustParseAddr("10.1.0.1"), Type: 3}) {
		t.Errorf("no route: %+v, %v", got, err)
	}
}

// TestSilence listens on every interface of a network that does nothing.
//
//	h1 --- sw --- r --- h2
func TestSilence(t *testing.T) {
	n := newNetwork()
	n.node(topology.Switch, "sw")
	n.host("h1", "10.0.0.1/24", "10.0.0.254")
	r := n.node(topology.Router, "r")
	n.iface(r, "a", "10.0.0.254/24")
	n.iface(r, "b", "10.1.0.254/24")
	n.host("h2", "10.1.0.1/24", "10.1.0.254")
	n.link("h1", "eth0", "sw", "")
	n.link("r", "a", "sw", "")
	n.link("r", "b", "h2", "eth0")
	l := n.boot(t)
	var all []*sniffer
	for _, at := range []topology.Endpoint{{Node: "h1", Interface: "eth0"}, {Node: "sw", Interface: "h1"}, {Node: "r", Interface: "a"}, {Node: "r", Interface: "b"}, {Node: "h2", Interface: "eth0"}} {
		all = append(all, sniff(t, l.Node(at.Node), at.Interface))
	}
	for i, s := range all {
		within := time.Millisecond
		if i == 0 {
			within = 1500 * time.Millisecond // one kernel for all: they pass the time together
		}
		if f := s.next(t, within); f != nil {
			t.Errorf("interface %d: % x", i, f)
		}
	}
}

// TestOffload looks at the segments of a transfer.
//
//	h1 --- sw --- h2
func TestOffload(t *testing.T) {
	n := newNetwork()
	n.node(topology.Switch, "sw")
	n.host("h1", "10.0.0.1/24", "")
	n.host("h2", "10.0.0.2/24", "")
	n.link("h1", "eth0", "sw", "")
	n.link("h2", "eth0", "sw", "")
	l := n.boot(t)
	h1, h2 := l.Node("h1"), l.Node("h2")
	s := sniff(t, h1, "eth0")
	sent := make(chan struct{})
	go func() {
		defer close(sent)
		transfer(t, h1, h2, "10.0.0.2:80", 1<<20)
	}()
	segments := 0
	for f := s.next(t, time.Second); f != nil; f = s.next(t, 100*time.Millisecond) {
		if len(f) > 1514 {
			t.Fatalf("a frame of %d octets", len(f))
		}
		if p := f[14:]; binary.BigEndian.Uint16(f[12:]) == unix.ETH_P_IP && p[9] == unix.IPPROTO_TCP {
			segments++
			if sum := tcpSum(p); sum != 0xffff {
				t.Fatalf("segment %d: its checksum adds up to %#x", segments, sum)
			}
		}
	}
	<-sent
	stats, err := s.conn.Stats()
	if err != nil {
		t.Fatal(err)
	}
	if segments+int(stats.Drops) < 720 { // the kernel drops what is not read in time
		t.Errorf("%d segments for 1 MiB, and %d frames not seen", segments, stats.Drops)
	}
	for _, at := range []struct {
		node  *Node
		iface string
	}{{h1, "eth0"}, {l.Node("sw"), "h1"}} {
		out := run(t, at.node, "ethtool", "-k", at.iface)
		for _, feature := range []string{"rx-checksumming", "tx-checksumming", "scatter-gather", "tcp-segmentation-offload", "generic-segmentation-offload", "generic-receive-offload", "tx-udp-segmentation"} {
			if !strings.Contains(out, feature+": off") {
				t.Errorf("%s:%s: %s is not off\n%s", at.node.Name, at.iface, feature, out)
			}
		}
	}
}

// tcpSum is the checksum over pseudo header and segment (RFC 9293, Section
// 3.1), 0xffff for a good one.
func tcpSum(p []byte) uint32 {
	header := int(p[0]&0xf) * 4
	segment := p[header:binary.BigEndian.Uint16(p[2:])]
	sum := uint32(unix.IPPROTO_TCP) + uint32(len(segment))
	for _, part := range [][]byte{p[12:20], segment} {
		for i := 0; i+1 < len(part); i += 2 {
			sum += uint32(binary.BigEndian.Uint16(part[i:]))
		}
		if len(part)%2 == 1 {
			sum += uint32(part[len(part)-1]) << 8
		}
	}
	for sum > 0xffff {
		sum = sum>>16 + sum&0xffff
	}
	return sum
}

// TestIPv6 has static addresses only, so no router is solicited, and the
// address can be bound at once.
//
//	h1 fd00:1::1 --- r --- fd00:2::1 h2
func TestIPv6(t *testing.T) {
	n := newNetwork()
	h1 := n.host("h1", "fd00:1::1/64", "fd00:1::fe")
	r := n.node(topology.Router, "r")
	n.iface(r, "a", "fd00:1::fe/64")
	n.iface(r, "b", "fd00:2::fe/64")
	h2 := n.host("h2", "fd00:2::1/64", "fd00:2::fe")
	for _, node := range []*topology.Node{h1, r, h2} {
		node.IPv6 = true
	}
	n.link("h1", "eth0", "r", "a")
	n.link("r", "b", "h2", "eth0")
	l := n.boot(t)
	mustPing(t, l.Node("h1"), "fd00:2::1")
	got, err := l.Node("h1").Ping(t.Context(), netip.MustParseAddr("fd00:2::1"), PingOptions{TTL: 1})
	want := []state.ICMPError{{From: netip.MustParseAddr("fd00:1::fe"), Type: 3}}
	if err != nil || !slices.Equal(got.Errors, want) {
		t.Errorf("hop limit 1: %+v, %v", got, err)
	}
	transfer(t, l.Node("h1"), l.Node("h2"), "h2:80", 1<<16)
}

// TestUnplugged has an interface without a cable.
//
//	h1 eth0 ---      gw (br: p1 --- h2, p2 ---)
func TestUnplugged(t *testing.T) {
	n := newNetwork()
	n.host("h1", "10.0.0.1/24", "10.0.0.254")
	gw := n.node(topology.Router, "gw")
	br := n.iface(gw, "br", "10.0.1.1/24")
	br.Ports = []string{"p1", "p2"}
	for _, p := range br.Ports {
		n.iface(gw, p).Master = "br"
	}
	n.host("h2", "10.0.1.2/24", "10.0.1.1")
	n.link("gw", "p1", "h2", "eth0")
	l := n.boot(t)
	mustPing(t, l.Node("gw"), "10.0.1.2")
	for at, want := range map[string]bool{"h1:eth0": false, "gw:p1": true, "gw:p2": false, "h2:eth0": true} {
		node, iface, _ := strings.Cut(at, ":")
		s, err := l.Node(node).Snapshot(observe.Interfaces)
		if err != nil {
			t.Fatal(err)
		}
		i := slices.IndexFunc(s.Interfaces, func(i state.Interface) bool { return i.Name == iface })
		if i < 0 || !s.Interfaces[i].Up || s.Interfaces[i].Carrier != want {
			t.Errorf("%s: %+v, want it up with carrier %v", at, s.Interfaces, want)
		}
	}
}

// TestRouteMetrics asks the kernel for what a route was declared with.
//
//	h1 --- h2
func TestRouteMetrics(t *testing.T) {
	n := newNetwork()
	h1 := n.host("h1", "10.0.0.1/24", "")
	h1.Routes = []topology.Route{
		{To: netip.MustParsePrefix("10.5.0.0/16"), Via: netip.MustParseAddr("10.0.0.2"), MTU: 1400, AdvMSS: 8960, Metric: 7},
		{To: netip.MustParsePrefix("10.6.0.0/16"), Interface: "eth0"},
	}
	h1.Sysctls = []topology.Sysctl{
		{Key: "net.ipv4.tcp_timestamps", Value: "0"},
		{Key: "net.ipv4.neigh.eth0.base_reachable_time_ms", Value: "1200"},
	}
	n.host("h2", "10.0.0.2/24", "")
	n.link("h1", "eth0", "h2", "eth0")
	l := n.boot(t)
	out := run(t, l.Node("h1"), "ip", "route")
	for _, want := range []string{
		"10.5.0.0/16 via 10.0.0.2 dev eth0 proto static metric 7 mtu 1400 advmss 8960",
		"10.6.0.0/16 dev eth0 proto static scope link",
	} {
		if !strings.Contains(strings.Join(strings.Fields(out), " "), want) {
			t.Errorf("no route %q in\n%s", want, out)
		}
	}
	for file, want := range map[string]string{
		"/proc/sys/net/ipv4/tcp_timestamps":                    "0",
		"/proc/sys/net/ipv4/neigh/eth0/base_reachable_time_ms": "1200",
		"/proc/sys/net/ipv4/icmp_ratelimit":                    "0",
		"/proc/sys/net/ipv4/ip_forward":                        "0",
		"/proc/sys/net/ipv4/conf/eth0/rp_filter":               "0",
		"/proc/sys/net/ipv6/conf/eth0/disable_ipv6":            "1",
		"/proc/sys/net/ipv6/conf/lo/disable_ipv6":              "1",
		"/proc/sys/net/ipv4/conf/default/accept_source_route":  "0",
		"/proc/sys/net/ipv4/conf/all/accept_redirects":         "1",
		"/proc/sys/net/ipv4/tcp_congestion_control":            "reno",
	} {
		if got := strings.TrimSpace(run(t, l.Node("h1"), "cat", file)); got != want {
			t.Errorf("%s is %q, want %q", file, got, want)
		}
	}
}

// TestSpanningTree has a loop of switches, which only spanning tree breaks.
//
//	h1 --- s1 === s2 --- h2
func TestSpanningTree(t *testing.T) {
	n := newNetwork()
	for _, name := range []string{"s1", "s2"} {
		n.node(topology.Switch, name).STP = topology.NewSTP()
	}
	n.host("h1", "10.0.0.1/24", "")
	n.host("h2", "10.0.0.2/24", "")
	n.link("h1", "eth0", "s1", "")
	n.link("h2", "eth0", "s2", "")
	n.link("s1", "", "s2", "")
	n.Node("s2").STP.Priority = 4096 // root, or the lower address would be
	n.Node("s1").STP.Ports = []topology.STPPort{{Name: "s2", Cost: 100, Priority: 7}}
	for _, name := range []string{"s1", "s2"} { // the second cable
		n.iface(n.Node(name), "two")
	}
	n.Links = append(n.Links, &topology.Link{
		A: topology.Endpoint{Node: "s1", Interface: "two"}, B: topology.Endpoint{Node: "s2", Interface: "two"},
	})
	l := n.boot(t)
	begun := time.Now()
	got, err := l.Node("h1").Ping(t.Context(), netip.MustParseAddr("10.0.0.2"), PingOptions{Count: 12, Timeout: time.Second, Interval: 500 * time.Millisecond})
	if err != nil || got.Received == 0 {
		t.Fatalf("after %s: %+v, %v", time.Since(begun), got, err)
	}
	blocked := 0
	for _, name := range []string{"s1", "s2"} {
		blocked += bytes.Count([]byte(run(t, l.Node(name), "bridge", "link")), []byte("state blocking"))
	}
	if blocked != 1 {
		t.Errorf("%d ports are blocked, want 1", blocked)
	}
	// The dearer way to the root is the one that is not taken.
	dear := run(t, l.Node("s1"), "bridge", "link", "show", "dev", "s2")
	for _, want := range []string{"state blocking", "priority 7", "cost 100"} {
		if !strings.Contains(dear, want) {
			t.Errorf("port s2 of s1 is %q, want %q", strings.TrimSpace(dear), want)
		}
	}
}

// TestBridgedIPv6 has a router whose ports have no address of their own.
//
//	h1 --- p1 [lan fd00::fe r] p2 --- h2
func TestBridgedIPv6(t *testing.T) {
	n := newNetwork()
	r := n.node(topology.Router, "r")
	r.IPv6 = true
	lan := n.iface(r, "lan", "fd00::fe/64")
	lan.Ports = []string{"p1", "p2"}
	for i, p := range lan.Ports {
		n.iface(r, p).Master = "lan"
		h := "h" + p[1:]
		n.host(h, []string{"fd00::1/64", "fd00::2/64"}[i], "fd00::fe").IPv6 = true
		n.link("r", p, h, "eth0")
	}
	l := n.boot(t)
	mustPing(t, l.Node("h1"), "fd00::2")
	mustPing(t, l.Node("h1"), "fd00::fe")
	s, err := l.Node("r").Snapshot(observe.Interfaces)
	if err != nil {
		t.Fatal(err)
	}
	for _, i := range s.Interfaces {
		if i.Name[0] == 'p' && len(i.Addresses) > 0 {
			t.Errorf("port %s has addresses: %v", i.Name, i.Addresses)
		}
	}
}
