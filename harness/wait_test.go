package harness_test

import (
	"errors"
	"fmt"
	"net"
	"net/netip"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/vishvananda/netlink"
	"golang.org/x/sys/unix"

	"github.com/netrig/netrig/harness"
	"github.com/netrig/netrig/harness/internal/observe"
)

// on makes changes with the kernel of a node, at its link eth0.
func on(n *harness.Node, change func(*netlink.Handle, netlink.Link) error) error {
	return n.Do(func() error {
		h, err := netlink.NewHandle(unix.NETLINK_ROUTE)
		if err != nil {
			return err
		}
		defer h.Close()
		l, err := h.LinkByName("eth0")
		if err != nil {
			return err
		}
		return change(h, l)
	})
}

// entry is a neighbour of a link.
func entry(l netlink.Link, ip netip.Addr, state int) *netlink.Neigh {
	return &netlink.Neigh{LinkIndex: l.Attrs().Index, IP: ip.AsSlice(), State: state, HardwareAddr: net.HardwareAddr{2, 0, 0, 0, 0, 9}}
}

// TestWaitForWhatIsGone has a node be in a state for a moment, so that it is gone before
// anybody could look: a step that waits for it is told of it.
func TestWaitForWhatIsGone(t *testing.T) {
	t.Parallel()
	neighbor := netip.MustParseAddr("10.0.0.7")
	network := &net.IPNet{IP: net.IP{10, 9, 0, 0}, Mask: net.CIDRMask(16, 32)}
	tests := []struct {
		name, state string
		pass        func(*netlink.Handle, netlink.Link) error
	}{
		// The kernel tells of one that is removed that it failed, first.
		{"neighbor", "neighbor: {node: pc1, ip: 10.0.0.7, state: FAILED}", func(h *netlink.Handle, l netlink.Link) error {
			return errors.Join(h.NeighSet(entry(l, neighbor, unix.NUD_STALE)), h.NeighDel(entry(l, neighbor, unix.NUD_STALE)))
		}},
		{"route", "route: {node: pc1, to: 10.9.0.0/16, interface: eth0}", func(h *netlink.Handle, l netlink.Link) error {
			r := &netlink.Route{LinkIndex: l.Attrs().Index, Dst: network}
			return errors.Join(h.RouteAdd(r), h.RouteDel(r))
		}},
		{"address", "address: {node: pc1, interface: eth0, address: 10.9.0.1}", func(h *netlink.Handle, l netlink.Link) error {
			a := &netlink.Addr{IPNet: &net.IPNet{IP: net.IP{10, 9, 0, 1}, Mask: network.Mask}}
			return errors.Join(h.AddrAdd(l, a), h.AddrDel(l, a))
		}},
		{"link", "link: {node: pc1, interface: eth0, mtu: 1400}", func(h *netlink.Handle, l netlink.Link) error {
			return errors.Join(h.LinkSetMTU(l, 1400), h.LinkSetMTU(l, 1500))
		}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			l := harness.Test(t, parsed(t, pair))
			done := make(chan error)
			go func() { done <- l.Do(t.Context(), "wait: {for: {"+tt.state+"}, timeout: 10s}") }()
			for {
				if err := on(l.Node("pc1"), tt.pass); err != nil {
					t.Fatal(err)
				}
				select {
				case err := <-done:
					if err != nil {
						t.Error(err)
					}
					return
				case <-time.After(50 * time.Millisecond): // it may not have listened yet
				}
			}
		})
	}
}

// TestFailedNeighborsInACrowd asks for neighbours that nobody is while the machine has so
// many that the kernel drops those that failed: all at once, every 15 s (half of the
// machine's base_reachable_time). It goes on until it has, and each is noticed to fail.
func TestFailedNeighborsInACrowd(t *testing.T) {
	if testing.Short() {
		t.Skip("waits for up to 15 s until the kernel drops neighbours")
	}
	t.Parallel()
	tables, err := observe.Tables()
	if err != nil {
		t.Fatal(err)
	}
	const crowd, asked = 150, 60
	if keeps := tables[0].Keeps; keeps >= crowd {
		t.Skipf("the machine is set to keep %d neighbours (gc_thresh1)", keeps)
	}
	l := harness.Test(t, parsed(t, `
name: crowd
nodes:
  pc1:
    interfaces: {eth0: 10.0.0.1/16}
    sysctls: {net.ipv4.neigh.eth0.mcast_solicit: 1, net.ipv4.neigh.eth0.retrans_time_ms: 100}
  pc2: {interfaces: {eth0: 10.0.0.2/16}}
links: [pc1 -- pc2]
`))
	pc1, pc2 := l.Node("pc1"), l.Node("pc2")
	canary := netip.MustParseAddr("10.0.9.9") // as it is dropped, all are
	err = on(pc2, func(h *netlink.Handle, link netlink.Link) error {
		err := h.NeighSet(entry(link, canary, unix.NUD_FAILED))
		for i := range crowd {
			err = errors.Join(err, h.NeighSet(entry(link, netip.AddrFrom4([4]byte{10, 0, 8, byte(i)}), unix.NUD_PERMANENT)))
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	var made, missed atomic.Int64
	var over atomic.Bool
	var wg sync.WaitGroup
	for i := range asked {
		ip := netip.AddrFrom4([4]byte{10, 0, 7, byte(i + 1)})
		wg.Go(func() {
			for !over.Load() {
				made.Add(1)
				if err := l.Do(t.Context(), fmt.Sprintf(`
parallel:
  - wait: {for: {neighbor: {node: pc1, ip: %s, state: FAILED}}, timeout: 5s}
  - ping: {from: pc1, to: %[1]s, timeout: 5s, fails: true}`, ip)); err != nil {
					missed.Add(1)
					t.Log(err)
				}
				// It may have been dropped.
				_ = on(pc1, func(h *netlink.Handle, link netlink.Link) error { return h.NeighDel(entry(link, ip, 0)) })
			}
		})
	}
	if err := l.Do(t.Context(), "wait: {for: {neighbor: {node: pc2, ip: 10.0.9.9, count: 0}}, timeout: 25s}"); err != nil {
		t.Logf("the machine is set to look for neighbours to drop less often than every 15 s: %v", err)
	}
	over.Store(true)
	wg.Wait()
	if missed.Load() > 0 || made.Load() == 0 {
		t.Errorf("%d of %d neighbours that failed were not noticed", missed.Load(), made.Load())
	}
}
