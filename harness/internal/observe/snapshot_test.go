package observe

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"net"
	"net/netip"
	"os/exec"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/vishvananda/netlink"
	"golang.org/x/sys/unix"

	"github.com/netrig/netrig/harness/internal/netns"
	"github.com/netrig/netrig/harness/internal/netns/nstest"
	"github.com/netrig/netrig/harness/state"
	"github.com/netrig/netrig/internal/trial"
)

var compare = cmpopts.EquateComparable(netip.Addr{}, netip.Prefix{}, netip.AddrPort{})

// tool runs a program inside ns and returns what it prints. The test is
// skipped where the program is not installed.
func tool(t *testing.T, ns *netns.NS, args ...string) []byte {
	t.Helper()
	var stdout, stderr bytes.Buffer
	cmd := exec.CommandContext(t.Context(), trial.Tool(t, args[0]), args[1:]...)
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
			// Nothing is to have a link-local address that comes while it is looked at.
			if err := h.LinkSetIP6AddrGenMode(l, 1); err != nil {
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

func TestSnapshotOfClosed(t *testing.T) {
	ns, err := netns.New()
	if err != nil {
		t.Fatal(err)
	}
	_ = ns.Close()
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
