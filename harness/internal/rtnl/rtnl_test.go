package rtnl

import (
	"bytes"
	"errors"
	"net"
	"net/netip"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/vishvananda/netlink"
	"golang.org/x/sys/unix"

	"github.com/netrig/netrig/harness/internal/netns"
	"github.com/netrig/netrig/harness/internal/netns/nstest"
)

// pair makes two namespaces, connected where cable is true.
//
//	a:eth0 10.0.0.1 --- b:eth0
func pair(t *testing.T, cable bool) (a, b *Conn) {
	t.Helper()
	open := func(node string) *Conn {
		c, err := Open(nstest.New(t), node)
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() {
			if err := errors.Join(c.Close(), c.Close()); err != nil {
				t.Error(err)
			}
		})
		return c
	}
	a, b = open("a"), open("b")
	if cable {
		err := b.AddCable(End{NS: a.ns, Node: "a", Name: "eth0", Index: 2, Up: true}, End{NS: b.ns, Node: "b", Name: "eth0", Index: 2, Up: true})
		if err != nil {
			t.Fatal(err)
		}
	}
	return a, b
}

// TestRefusals holds what errors say: node, interface, operation, errno and
// the kernel's words.
func TestRefusals(t *testing.T) {
	a, b := pair(t, true)
	end := func(c *Conn, name string) End { return End{NS: c.ns, Node: c.node, Name: name, Index: 3, Up: true} }
	p := netip.MustParsePrefix
	if err := a.AddAddresses(Address{Name: "eth0", Index: 2, Prefix: p("10.0.0.1/24")}); err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		name string
		err  error
		errs []error
		item int
		want string
	}{
		{"name taken", b.AddCable(end(a, "eth0"), end(b, "x")), []error{unix.EEXIST}, 0, "a:eth0: connect to b:x: file exists"},
		{"no bridge", b.AddCable(End{NS: a.ns, Node: "a", Name: "y", Index: 4, Master: 99}, end(b, "y")), nil, 0, "a:y: connect to b:y: "},
		{"address twice", a.AddAddresses(Address{Name: "eth0", Index: 2, Prefix: p("10.0.0.2/24")}, Address{Name: "eth0", Index: 2, Prefix: p("10.0.0.1/24")}), []error{unix.EEXIST}, 1,
			"a:eth0: add address 10.0.0.1/24: file exists (kernel: "},
		{"no interface", a.AddAddresses(Address{Name: "eth7", Index: 7, Prefix: p("fd00::1/64")}), []error{unix.ENODEV}, 0, "a:eth7: add address fd00::1/64: no such device"},
		{"no such address", a.RemoveAddress(Address{Name: "eth0", Index: 2, Prefix: p("10.9.0.1/24")}), []error{unix.EADDRNOTAVAIL}, 0, "a:eth0: remove address 10.9.0.1/24: "},
		{"gateway off the link", a.AddRoutes(
			Route{To: p("10.5.0.0/16"), Via: netip.MustParseAddr("10.0.0.9")}, Route{To: p("10.6.0.0/16"), Via: netip.MustParseAddr("10.7.0.1")},
		), []error{unix.ENETUNREACH}, 1, "a: add route to 10.6.0.0/16 via 10.7.0.1: network is unreachable (kernel: Nexthop has invalid gateway)"},
		{"no such route", a.RemoveRoute(Route{To: p("10.8.0.0/16")}), []error{unix.ESRCH}, 0, "a: remove route to 10.8.0.0/16: no such process"},
		{"neighbor twice", errors.Join(
			a.AddNeighbor(Neighbor{Name: "eth0", Index: 2, IP: netip.MustParseAddr("10.0.0.3"), MAC: net.HardwareAddr{2, 0, 0, 0, 0, 3}}, false),
			a.AddNeighbor(Neighbor{Name: "eth0", Index: 2, IP: netip.MustParseAddr("10.0.0.3"), MAC: net.HardwareAddr{2, 0, 0, 0, 0, 4}}, true),
			a.AddNeighbor(Neighbor{Name: "eth0", Index: 2, IP: netip.MustParseAddr("10.0.0.3"), MAC: net.HardwareAddr{2, 0, 0, 0, 0, 5}}, false),
		), []error{unix.EEXIST}, 0, "a:eth0: add neighbor 10.0.0.3: file exists"},
		{"no such neighbor", errors.Join(
			a.FlushNeighbors(Neighbor{Name: "eth0", Index: 2, IP: netip.MustParseAddr("10.0.0.3")}, Neighbor{Name: "eth0", Index: 2, IP: netip.MustParseAddr("10.0.0.4")}),
			a.RemoveNeighbor(Neighbor{Name: "eth0", Index: 2, IP: netip.MustParseAddr("10.0.0.4")}),
		), []error{unix.ENOENT}, 0, "a:eth0: remove neighbor 10.0.0.4: no such file or directory"},
		{"gateway of a replaced route", errors.Join(
			a.ReplaceRoute(Route{To: p("10.5.0.0/16"), Type: Unreachable}), a.RemoveRoute(Route{To: p("10.5.0.0/16"), Type: Unreachable}),
			a.ReplaceRoute(Route{To: p("10.5.0.0/16"), Via: netip.MustParseAddr("10.7.0.1")}),
		), []error{unix.ENETUNREACH}, 0, "a: replace route to 10.5.0.0/16 via 10.7.0.1: network is unreachable"},
		{"bridge taken", a.AddBridge(Bridge{Name: "eth0", Index: 5}), []error{unix.EEXIST}, 0, "a:eth0: add the bridge: file exists"},
		{"mtu", a.AddBridge(Bridge{Name: "br1", Index: 6, MTU: 1}), []error{unix.EINVAL}, 0, "a:br1: set the mtu: invalid argument"},
		{"offloads", a.ClearOffloads("eth9"), []error{unix.ENODEV}, 0, "a:eth9: "},
		{"long name", a.ClearOffloads(strings.Repeat("x", 16)), []error{unix.EINVAL}, 0, "invalid argument"},
		{"carrier", a.SyncCarrier("eth9"), []error{unix.ENODEV}, 0, "a:eth9: read the carrier: no such device"},
		{"setting", a.Set(Setting{Path: "net/ipv4/ip_forward", Value: "1"}, Setting{Path: "net/ipv4/nothing", Value: "1"}), []error{unix.ENOENT}, 1,
			"a: set net.ipv4.nothing to 1: no such file or directory"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if tt.err == nil {
				t.Fatal("no error")
			}
			var refused *Error
			if !errors.As(tt.err, &refused) || refused.Item != tt.item || !strings.Contains(tt.err.Error(), tt.want) {
				t.Errorf("got %v (item %d)\nwant %s (item %d)", tt.err, refused.Item, tt.want, tt.item)
			}
			for _, want := range tt.errs {
				if !errors.Is(tt.err, want) {
					t.Errorf("%v is no %v", tt.err, want)
				}
			}
		})
	}
	if err := a.Set(Setting{Path: "net/ipv4/nothing", Value: "1", Optional: true}); err != nil {
		t.Errorf("an optional setting: %v", err)
	}
}

func TestClosed(t *testing.T) {
	a, _ := pair(t, false)
	if err := a.Close(); err != nil {
		t.Fatal(err)
	}
	if err := a.RemoveRoute(Route{To: netip.MustParsePrefix("10.0.0.0/8")}); !errors.Is(err, unix.EBADF) {
		t.Errorf("a closed Conn: %v", err)
	}
	ns, err := netns.New()
	if err != nil {
		t.Fatal(err)
	}
	if err := ns.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(ns, "gone"); !errors.Is(err, net.ErrClosed) || !strings.HasPrefix(err.Error(), "gone: ") {
		t.Errorf("a closed namespace: %v", err)
	}
}

// TestBatch sends more than goes into one message to the kernel.
func TestBatch(t *testing.T) {
	a, _ := pair(t, true)
	var all []Address
	for i := range 2000 {
		all = append(all, Address{Name: "eth0", Index: 2, Prefix: netip.PrefixFrom(netip.AddrFrom4([4]byte{10, 1, byte(i >> 8), byte(i)}), 32)})
	}
	if err := a.AddAddresses(all...); err != nil {
		t.Fatal(err)
	}
	var got []net.Addr
	err := a.ns.Do(func() error {
		i, err := net.InterfaceByIndex(2)
		if err != nil {
			return err
		}
		got, err = i.Addrs()
		return err
	})
	if err != nil || len(got) < len(all) {
		t.Errorf("%d addresses of %d, %v", len(got), len(all), err)
	}
}

// TestFresh holds that what a new namespace has already is not written, and
// that everything behind a setting that resets others is.
func TestFresh(t *testing.T) {
	var f Fresh
	defer f.Close()
	const forward, redirects, mask = "net/ipv4/ip_forward", "net/ipv4/conf/all/accept_redirects", "net/ipv4/icmp_ratemask"
	for _, tt := range []struct {
		name     string
		settings []Setting
		want     map[string]string
	}{
		{"host", []Setting{{forward, "0", true}, {redirects, "1", true}, {mask, "0", true}, {"net/ipv4/nothing", "1", true}},
			map[string]string{forward: "0", redirects: "1", mask: "0"}},
		{"router", []Setting{{forward, "1", true}, {redirects, "1", true}, {mask, "0", true}},
			map[string]string{forward: "1", redirects: "1", mask: "0"}}, // forwarding clears the second
	} {
		t.Run(tt.name, func(t *testing.T) {
			for range 3 * usesPerTree { // more than one mount of proc
				ns, err := netns.New()
				if err != nil {
					t.Fatal(err)
				}
				defer func() { _ = ns.Close() }()
				c, err := f.Open(ns, "n", tt.settings)
				if err != nil {
					t.Fatal(err)
				}
				defer func() { _ = c.Close() }()
				for path, want := range tt.want {
					var got []byte
					if err := ns.Do(func() (err error) { got, err = os.ReadFile("/proc/sys/" + path); return err }); err != nil {
						t.Fatal(err)
					}
					if string(bytes.TrimSpace(got)) != want {
						t.Fatalf("%s is %s, want %s", path, got, want)
					}
				}
			}
		})
	}
	ns := nstest.New(t)
	if _, err := f.Open(ns, "n", []Setting{{"net/ipv4/nothing", "1", false}}); !errors.Is(err, unix.ENOENT) {
		t.Errorf("a declared setting that does not exist: %v", err)
	}
}

// FuzzMessages reads whatever might come from a netlink socket.
func FuzzMessages(f *testing.F) {
	r := newRequest(unix.RTM_NEWADDR, 0, Error{})
	r.data = append(r.data, unix.AF_INET6, 64, 0, 0, 2, 0, 0, 0)
	r.addr(unix.IFA_ADDRESS, netip.MustParseAddr("fd00::1"))
	r.seal(1, true)
	f.Add(r.data)
	f.Add([]byte{20, 0, 0, 0, 2, 0, 0, 2})
	f.Fuzz(func(t *testing.T, data []byte) {
		c := Conn{awaited: map[netip.Addr]bool{netip.MustParseAddr("fd00::1"): true}, tried: &trial{address: netip.MustParseAddr("fd00::1")}}
		rest := len(data)
		for header, body := range messages(data) {
			if rest -= len(header) + len(body); rest < 0 {
				t.Fatal("more than there is")
			}
			c.notice(unix.RTM_NEWADDR, body)
			_ = words(unix.NLM_F_ACK_TLVS, body)
		}
	})
}

func TestSilence(t *testing.T) {
	a, _ := pair(t, true)
	list := func() (all []netlink.Neigh) {
		t.Helper()
		err := a.ns.Do(func() (err error) {
			all, err = netlink.NeighList(0, netlink.FAMILY_ALL)
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		return all
	}
	send := func() {
		t.Helper()
		c, err := a.ns.Dial(t.Context(), "udp4", "10.0.0.9:9", nil)
		if err != nil {
			t.Fatal(err)
		}
		defer func() { _ = c.Close() }()
		if _, err := c.Write([]byte("x")); err != nil {
			t.Fatal(err)
		}
	}
	err := errors.Join(
		a.AddAddresses(Address{Name: "eth0", Index: 2, Prefix: netip.MustParsePrefix("10.0.0.1/24")}),
		a.AddNeighbor(Neighbor{Name: "eth0", Index: 2, IP: netip.MustParseAddr("fd00::2"), MAC: net.HardwareAddr{2, 0, 0, 0, 0, 2}, State: Reachable}, false),
	)
	if err != nil {
		t.Fatal(err)
	}
	send()
	const wanted = netlink.NUD_INCOMPLETE | netlink.NUD_FAILED | netlink.NUD_REACHABLE
	if all := list(); !slices.ContainsFunc(all, func(n netlink.Neigh) bool { return n.IP.To4() != nil && n.State&wanted != 0 }) ||
		!slices.ContainsFunc(all, func(n netlink.Neigh) bool { return n.IP.To4() == nil && n.State&wanted != 0 }) {
		t.Fatalf("one neighbour of each family is missing: %v", all)
	}
	if err := a.Silence(); err != nil {
		t.Fatal(err)
	}
	ours := func(n netlink.Neigh) bool { return n.LinkIndex == 2 && !n.IP.IsMulticast() }
	if all := list(); slices.ContainsFunc(all, ours) {
		t.Errorf("still there: %v", all)
	}
	send()
	for _, n := range list() {
		if n.State&wanted != 0 {
			t.Errorf("somebody is asked for: %v", n)
		}
	}
}
