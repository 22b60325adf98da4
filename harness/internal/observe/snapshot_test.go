package observe

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"net"
	"net/netip"
	"os"
	"os/exec"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	gocmp "github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/vishvananda/netlink"
	"golang.org/x/sys/unix"

	"github.com/netrig/netrig/harness/internal/netns"
	"github.com/netrig/netrig/harness/internal/netns/nstest"
	"github.com/netrig/netrig/harness/state"
)

var compare = cmpopts.EquateComparable(netip.Addr{}, netip.Prefix{}, netip.AddrPort{})

// tool runs a program inside ns and returns what it prints. The test is
// skipped where the program is not installed.
func tool(t *testing.T, ns *netns.NS, args ...string) []byte {
	t.Helper()
	if _, err := exec.LookPath(args[0]); err != nil {
		if os.Getenv("NETRIG_REQUIRE") == "all" {
			t.Fatalf("%s is not installed", args[0])
		}
		t.Skipf("%s is not installed", args[0])
	}
	var stdout, stderr bytes.Buffer
	cmd := exec.CommandContext(t.Context(), args[0], args[1:]...)
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	if err := ns.Start(cmd); err != nil {
		t.Fatal(err)
	}
	if err := cmd.Wait(); err != nil {
		t.Fatalf("%s: %v\n%s", strings.Join(args, " "), err, &stderr)
	}
	return stdout.Bytes()
}

// listed decodes what `ip -j` prints.
func listed[T any](t *testing.T, ns *netns.NS, args ...string) []T {
	t.Helper()
	var list []T
	if err := json.Unmarshal(tool(t, ns, append([]string{"ip", "-j"}, args...)...), &list); err != nil {
		t.Fatal(err)
	}
	return list
}

// populate makes a node with one link, both families, routes of many kinds
// and neighbours:
//
//	a: veth 192.0.2.1/24 2001:db8::1/64 -- p (in the same namespace, up)
func populate(t *testing.T, ns *netns.NS) {
	t.Helper()
	err := ns.Do(func() error {
		h, err := netlink.NewHandle(unix.NETLINK_ROUTE)
		if err != nil {
			return err
		}
		defer h.Close()
		mac := net.HardwareAddr{2, 0, 0, 0, 0, 1}
		veth := &netlink.Veth{LinkAttrs: netlink.LinkAttrs{Name: "a", MTU: 1400, HardwareAddr: mac}, PeerName: "p"}
		if err := h.LinkAdd(veth); err != nil {
			return err
		}
		for _, name := range []string{"a", "p"} {
			l, err := h.LinkByName(name)
			if err != nil {
				return err
			}
			if err := h.LinkSetUp(l); err != nil {
				return err
			}
		}
		l, err := h.LinkByName("a")
		if err != nil {
			return err
		}
		for _, text := range []string{"192.0.2.1/24", "198.51.100.1/32", "2001:db8::1/64"} {
			a, err := netlink.ParseAddr(text)
			if err != nil {
				return err
			}
			if a.IP.To4() == nil {
				a.Flags = unix.IFA_F_NODAD
			}
			if err := h.AddrAdd(l, a); err != nil {
				return fmt.Errorf("address %s: %w", text, err)
			}
		}
		network := func(s string) *net.IPNet { _, n, _ := net.ParseCIDR(s); return n }
		hop := func(s string) *netlink.NexthopInfo {
			return &netlink.NexthopInfo{LinkIndex: l.Attrs().Index, Gw: net.ParseIP(s)}
		}
		routes := []*netlink.Route{
			{Dst: network("0.0.0.0/0"), Gw: net.ParseIP("192.0.2.254"), Protocol: unix.RTPROT_STATIC},
			{Dst: network("0.0.0.0/0"), Gw: net.ParseIP("192.0.2.253"), Priority: 100, Protocol: unix.RTPROT_DHCP, Src: net.ParseIP("198.51.100.1")},
			{Dst: network("10.1.0.0/16"), Type: unix.RTN_BLACKHOLE},
			{Dst: network("10.2.0.0/16"), Type: unix.RTN_UNREACHABLE, Protocol: unix.RTPROT_BIRD},
			{Dst: network("10.3.0.0/16"), LinkIndex: l.Attrs().Index, Scope: unix.RT_SCOPE_LINK},
			{Dst: network("10.4.0.0/16"), MultiPath: []*netlink.NexthopInfo{hop("192.0.2.10"), hop("192.0.2.11")}},
			{Dst: network("10.5.0.0/16"), Gw: net.ParseIP("192.0.2.9"), Table: 100},
			{Dst: network("2001:db8:1::/48"), Gw: net.ParseIP("2001:db8::fe"), Protocol: unix.RTPROT_RA},
			{Dst: network("2001:db8:2::/48"), MultiPath: []*netlink.NexthopInfo{hop("2001:db8::10"), hop("2001:db8::11")}},
			{Dst: network("10.6.0.0/16"), LinkIndex: l.Attrs().Index, Via: &netlink.Via{AddrFamily: unix.AF_INET6, Addr: net.ParseIP("2001:db8::fe")}},
		}
		for _, r := range routes {
			if err := h.RouteAdd(r); err != nil {
				return fmt.Errorf("route %v: %w", r, err)
			}
		}
		for ip, s := range map[string]int{"192.0.2.2": unix.NUD_PERMANENT, "192.0.2.3": unix.NUD_STALE, "2001:db8::2": unix.NUD_NOARP, "192.0.2.4": unix.NUD_FAILED} {
			n := &netlink.Neigh{LinkIndex: l.Attrs().Index, IP: net.ParseIP(ip), State: s}
			if s != unix.NUD_FAILED {
				n.HardwareAddr = net.HardwareAddr{2, 0, 0, 0, 0, 9}
			}
			if err := h.NeighSet(n); err != nil {
				return fmt.Errorf("neighbour %s: %w", ip, err)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func snap(t *testing.T, ns *netns.NS, what What) *state.Snapshot {
	t.Helper()
	s, err := Snapshot(ns, "pc1", what)
	if err != nil {
		t.Fatal(err)
	}
	if s.Node != "pc1" || s.Time.IsZero() {
		t.Errorf("snapshot of %q at %v", s.Node, s.Time)
	}
	return s
}

func TestInterfaces(t *testing.T) {
	ns := nstest.New(t)
	populate(t, ns)
	var want []state.Interface
	for _, l := range listed[struct {
		Ifindex  int
		Ifname   string
		Flags    []string
		MTU      int
		Address  string
		AddrInfo []struct {
			Local     string
			Prefixlen int
		} `json:"addr_info"`
	}](t, ns, "addr") {
		i := state.Interface{
			Index: l.Ifindex, Name: l.Ifname, MAC: l.Address, MTU: l.MTU,
			Up: slices.Contains(l.Flags, "UP"), Carrier: slices.Contains(l.Flags, "LOWER_UP"),
		}
		for _, a := range l.AddrInfo {
			i.Addresses = append(i.Addresses, netip.PrefixFrom(netip.MustParseAddr(a.Local), a.Prefixlen))
		}
		want = append(want, i)
	}
	got := snap(t, ns, Interfaces).Interfaces
	sorted := cmpopts.SortSlices(func(a, b netip.Prefix) bool { return a.String() < b.String() })
	if diff := gocmp.Diff(want, got, compare, sorted); diff != "" {
		t.Errorf("interfaces (-ip +got):\n%s", diff)
	}
	if len(got) != 3 {
		t.Errorf("%d interfaces, want lo, p, a", len(got))
	}
}

func TestRoutes(t *testing.T) {
	ns := nstest.New(t)
	populate(t, ns)
	type hop struct {
		Gateway, Dev string
		Via          struct{ Host string }
	}
	type route struct {
		hop
		Type, Dst, Protocol, Scope, Prefsrc string
		Metric                              int
		Nexthops                            []hop
	}
	var want []state.Route
	for _, family := range []string{"-4", "-6"} {
		for _, r := range listed[route](t, ns, family, "-d", "route", "show", "table", "main") {
			one := state.Route{Metric: r.Metric, Protocol: r.Protocol, Scope: r.Scope, Type: r.Type}
			switch {
			case r.Dst == "default" && family == "-4":
				one.To = netip.MustParsePrefix("0.0.0.0/0")
			case strings.Contains(r.Dst, "/"):
				one.To = netip.MustParsePrefix(r.Dst)
			default:
				a := netip.MustParseAddr(r.Dst)
				one.To = netip.PrefixFrom(a, a.BitLen())
			}
			if r.Prefsrc != "" {
				one.Source = netip.MustParseAddr(r.Prefsrc)
			}
			hops := r.Nexthops
			if hops == nil {
				hops = []hop{r.hop}
			}
			for _, h := range hops {
				one.Interface = h.Dev
				if gw := cmp.Or(h.Gateway, h.Via.Host); gw != "" {
					one.Via = netip.MustParseAddr(gw)
				} else {
					one.Via = netip.Addr{}
				}
				want = append(want, one)
			}
		}
	}
	got := snap(t, ns, Routes).Routes
	sorted := cmpopts.SortSlices(func(a, b state.Route) bool { return fmt.Sprint(a) < fmt.Sprint(b) })
	if diff := gocmp.Diff(want, got, compare, sorted); diff != "" {
		t.Errorf("routes (-ip +got):\n%s", diff)
	}
	if len(got) < 12 {
		t.Errorf("%d routes", len(got))
	}
}

func TestNeighbors(t *testing.T) {
	ns := nstest.New(t)
	populate(t, ns)
	var want []state.Neighbor
	for _, n := range listed[struct {
		Dst, Dev, Lladdr string
		State            []string
	}](t, ns, "neigh", "show", "nud", "all") {
		if len(n.State) == 1 && n.State[0] != "NONE" {
			want = append(want, state.Neighbor{IP: netip.MustParseAddr(n.Dst), Interface: n.Dev, MAC: n.Lladdr, State: n.State[0]})
		}
	}
	got := snap(t, ns, Neighbors).Neighbors
	sorted := cmpopts.SortSlices(func(a, b state.Neighbor) bool { return fmt.Sprint(a) < fmt.Sprint(b) })
	if diff := gocmp.Diff(want, got, compare, sorted); diff != "" {
		t.Errorf("neighbours (-ip +got):\n%s", diff)
	}
	states := make(map[string]bool)
	for _, n := range got {
		states[n.State] = true
	}
	for _, s := range []string{"PERMANENT", "STALE", "NOARP", "FAILED"} {
		if !states[s] {
			t.Errorf("no neighbour in state %s", s)
		}
	}
}

func TestSockets(t *testing.T) {
	ns := nstest.New(t)
	ctx := t.Context()
	both, err := ns.Listen(ctx, "tcp", ":80")
	if err != nil {
		t.Fatal(err)
	}
	defer both.Close()
	l, err := ns.Listen(ctx, "tcp", "127.0.0.1:81")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	for _, network := range []string{"udp4", "udp6"} {
		p, err := ns.ListenPacket(ctx, network, ":53")
		if err != nil {
			t.Fatal(err)
		}
		defer p.Close()
	}
	connect := func(l net.Listener, to string) (client, server net.Conn) {
		client, err := ns.Dial(ctx, "tcp", to, nil)
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { client.Close() })
		if server, err = l.Accept(); err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { server.Close() })
		return client, server
	}
	established, _ := connect(l, "127.0.0.1:81")
	connect(both, "127.0.0.1:80")
	connect(both, "[::1]:80")
	// The side that closes first is left in TIME_WAIT.
	first, second := connect(l, "127.0.0.1:81")
	first.Close()
	if _, err := second.Read(make([]byte, 1)); err == nil {
		t.Fatal("the peer has closed")
	}
	second.Close()
	half, other := connect(l, "127.0.0.1:81")
	half.(*net.TCPConn).CloseWrite()
	if _, err := other.Read(make([]byte, 1)); err == nil {
		t.Fatal("the peer has closed")
	}
	udp, err := ns.Dial(ctx, "udp", "127.0.0.1:53", nil)
	if err != nil {
		t.Fatal(err)
	}
	defer udp.Close()

	// The last segments of the closing connections may still be on their way.
	wantStates := map[string]int{"LISTEN": 2, "ESTABLISHED": 7, "TIME_WAIT": 1, "FIN_WAIT2": 1, "CLOSE_WAIT": 1, "UNCONN": 2}
	var got []state.Socket
	settled := time.Now().Add(5 * time.Second)
	for {
		got = snap(t, ns, Sockets).Sockets
		states := make(map[string]int)
		for _, s := range got {
			states[s.State]++
		}
		diff := gocmp.Diff(wantStates, states)
		if diff == "" {
			break
		}
		if time.Now().After(settled) {
			t.Fatalf("states (-want +got):\n%s", diff)
		}
	}

	sorted := cmpopts.SortSlices(func(a, b string) bool { return a < b })
	var lines []string
	for _, s := range got {
		lines = append(lines, line(s.Network[:3], s.State, s.Local, s.Remote))
	}
	if diff := gocmp.Diff(ss(t, ns), lines, sorted); diff != "" {
		t.Errorf("sockets (-ss +got):\n%s", diff)
	}
	wantOne := state.Socket{
		Network: "tcp", State: "ESTABLISHED", Remote: netip.MustParseAddrPort("127.0.0.1:81"),
		Local: netip.MustParseAddrPort(established.LocalAddr().String()),
	}
	if !slices.Contains(got, wantOne) {
		t.Errorf("no socket %v in\n%v", wantOne, got)
	}
	wantOne = state.Socket{Network: "tcp6", State: "LISTEN", Local: netip.MustParseAddrPort("[::]:80")}
	if !slices.Contains(got, wantOne) {
		t.Errorf("no socket %v in\n%v", wantOne, got)
	}
}

// TestSynReceived leaves a connection half open: the peer never answers.
func TestSynReceived(t *testing.T) {
	ns := nstest.New(t)
	populate(t, ns)
	l, err := ns.Listen(t.Context(), "tcp", "192.0.2.1:80")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	// A SYN from 192.0.2.2 into p comes out at a; the answer goes nowhere.
	syn := []byte{
		2, 0, 0, 0, 0, 1, 2, 0, 0, 0, 0, 9, 8, 0,
		0x45, 0, 0, 40, 0, 1, 0, 0, 64, 6, 0, 0, 192, 0, 2, 2, 192, 0, 2, 1,
		0x10, 0, 0, 80, 0, 0, 0, 1, 0, 0, 0, 0, 0x50, 2, 0xff, 0xff, 0, 0, 0, 0,
	}
	put := func(at int, sum uint32) { syn[at], syn[at+1] = byte(sum>>8), byte(sum) }
	put(24, checksum(syn[14:34], 0))
	put(50, checksum(syn[34:], 192<<8+0+2<<8+2+192<<8+0+2<<8+1+6+20))
	err = ns.Do(func() error {
		fd, err := unix.Socket(unix.AF_PACKET, unix.SOCK_RAW|unix.SOCK_CLOEXEC, 0)
		if err != nil {
			return err
		}
		defer unix.Close(fd)
		p, err := net.InterfaceByName("p")
		if err != nil {
			return err
		}
		return unix.Sendto(fd, syn, 0, &unix.SockaddrLinklayer{Ifindex: p.Index, Halen: 6})
	})
	if err != nil {
		t.Fatal(err)
	}
	got := snap(t, ns, Sockets).Sockets
	want := state.Socket{
		Network: "tcp", State: "SYN_RECV",
		Local: netip.MustParseAddrPort("192.0.2.1:80"), Remote: netip.MustParseAddrPort("192.0.2.2:4096"),
	}
	if !slices.Contains(got, want) {
		t.Errorf("no socket %v in\n%v", want, got)
	}
}

// checksum is the Internet checksum (RFC 1071) of b, begun with sum.
func checksum(b []byte, sum uint32) uint32 {
	for i := 0; i+1 < len(b); i += 2 {
		sum += uint32(b[i])<<8 + uint32(b[i+1])
	}
	for sum>>16 != 0 {
		sum = sum&0xffff + sum>>16
	}
	return ^sum & 0xffff
}

// ss lists the sockets that ss sees, one line each.
func ss(t *testing.T, ns *netns.NS) []string {
	t.Helper()
	names := map[string]string{
		"ESTAB": "ESTABLISHED", "TIME-WAIT": "TIME_WAIT", "FIN-WAIT-1": "FIN_WAIT1", "FIN-WAIT-2": "FIN_WAIT2",
		"CLOSE-WAIT": "CLOSE_WAIT", "LAST-ACK": "LAST_ACK", "SYN-SENT": "SYN_SENT", "SYN-RECV": "SYN_RECV",
	}
	endpoint := func(s string) netip.AddrPort {
		at := strings.LastIndex(s, ":")
		host, port := strings.Trim(s[:at], "[]"), s[at+1:]
		host, _, _ = strings.Cut(host, "%")
		if host == "*" {
			host = "::"
		}
		if port == "*" {
			return netip.AddrPort{}
		}
		a := netip.MustParseAddr(host).Unmap()
		return netip.AddrPortFrom(a, netip.MustParseAddrPort("0.0.0.0:"+port).Port())
	}
	var lines []string
	for l := range strings.Lines(string(tool(t, ns, "ss", "-Hatun"))) {
		f := strings.Fields(l)
		lines = append(lines, line(f[0], cmp.Or(names[f[1]], f[1]), endpoint(f[4]), endpoint(f[5])))
	}
	return lines
}

func line(network, state string, local, remote netip.AddrPort) string {
	return fmt.Sprint(network, " ", state, " ", local, " ", remote)
}

// TestLarge reads thousands of neighbours while they change.
func TestLarge(t *testing.T) {
	ns := nstest.New(t)
	populate(t, ns)
	const count = 5000
	var stop atomic.Bool
	done := make(chan error, 1)
	ready := make(chan struct{})
	go func() {
		done <- ns.Do(func() error {
			h, err := netlink.NewHandle(unix.NETLINK_ROUTE)
			if err != nil {
				return err
			}
			defer h.Close()
			l, err := h.LinkByName("a")
			if err != nil {
				return err
			}
			route := func(i int) *netlink.Route {
				return &netlink.Route{LinkIndex: l.Attrs().Index, Dst: &net.IPNet{IP: net.IPv4(172, 16, byte(i>>8), byte(i)), Mask: net.CIDRMask(32, 32)}}
			}
			for i := range count {
				if err := h.RouteAdd(route(i)); err != nil {
					return err
				}
			}
			close(ready)
			for !stop.Load() {
				if err := errors.Join(h.RouteAdd(route(count)), h.RouteDel(route(count))); err != nil {
					return err
				}
			}
			return nil
		})
	}()
	<-ready
	for range 20 {
		n := 0
		for _, r := range snap(t, ns, Routes).Routes {
			if r.To.Bits() == 32 && r.To.Addr().As4()[0] == 172 {
				n++
			}
		}
		if n != count && n != count+1 {
			t.Errorf("%d routes, want %d or one more", n, count)
		}
	}
	stop.Store(true)
	if err := <-done; err != nil {
		t.Fatal(err)
	}
}

func TestSnapshotOfClosed(t *testing.T) {
	ns, err := netns.New()
	if err != nil {
		t.Fatal(err)
	}
	ns.Close()
	if _, err := Snapshot(ns, "pc1", Everything); !errors.Is(err, net.ErrClosed) {
		t.Errorf("%v, want net.ErrClosed", err)
	}
}

func BenchmarkSnapshot(b *testing.B) {
	ns := nstest.New(b)
	for name, what := range map[string]What{"interfaces": Interfaces, "sockets": Sockets, "everything": Everything} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := Snapshot(ns, "pc1", what); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
