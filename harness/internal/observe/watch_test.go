package observe

import (
	"context"
	"errors"
	"net"
	"net/netip"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/vishvananda/netlink"
	"golang.org/x/sys/unix"

	"github.com/netrig/netrig/harness/internal/netns"
	"github.com/netrig/netrig/harness/internal/netns/nstest"
	"github.com/netrig/netrig/harness/state"
)

func TestWatch(t *testing.T) {
	ns := nstest.New(t)
	populate(t, ns)
	ctx, cancel := context.WithCancel(t.Context())
	w, err := Watch(ctx, ns, "pc", 0)
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		name   string
		change func(h *netlink.Handle, l netlink.Link) error
	}{
		{"link", func(h *netlink.Handle, l netlink.Link) error { return h.LinkSetMTU(l, 1300) }},
		{"address", func(h *netlink.Handle, l netlink.Link) error {
			a, err := netlink.ParseAddr("203.0.113.1/24")
			if err != nil {
				return err
			}
			return h.AddrAdd(l, a)
		}},
		{"neighbour", func(h *netlink.Handle, l netlink.Link) error {
			a, err := netlink.ParseAddr("203.0.113.2/24")
			if err != nil {
				return err
			}
			return h.NeighSet(&netlink.Neigh{LinkIndex: l.Attrs().Index, IP: a.IP, State: unix.NUD_PERMANENT, HardwareAddr: l.Attrs().HardwareAddr})
		}},
		{"route", func(h *netlink.Handle, l netlink.Link) error {
			a, err := netlink.ParseAddr("10.9.0.0/16")
			if err != nil {
				return err
			}
			return h.RouteAdd(&netlink.Route{LinkIndex: l.Attrs().Index, Dst: a.IPNet})
		}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			change(t, ns, tt.change)
			<-w.Changed
		})
	}

	if told := w.Told(); told != nil {
		t.Errorf("told of %+v, and nobody asked", told)
	}

	// Nobody receives: any number of changes is told once or twice.
	for mtu := range 2000 {
		change(t, ns, func(h *netlink.Handle, l netlink.Link) error { return h.LinkSetMTU(l, 1280+mtu%100) })
	}
	<-w.Changed
	cancel()
	for range w.Changed {
	}
}

// TestTold holds that what comes and goes at once is told of, whole.
func TestTold(t *testing.T) {
	address := func(text string) *netlink.Addr {
		a, err := netlink.ParseAddr(text)
		if err != nil {
			t.Fatal(err)
		}
		return a
	}
	neighbor := func(l netlink.Link) *netlink.Neigh {
		return &netlink.Neigh{LinkIndex: l.Attrs().Index, IP: net.ParseIP("192.0.2.7"), State: unix.NUD_REACHABLE, HardwareAddr: net.HardwareAddr{2, 0, 0, 0, 0, 7}}
	}
	route := func(l netlink.Link) *netlink.Route {
		return &netlink.Route{LinkIndex: l.Attrs().Index, Gw: net.ParseIP("192.0.2.9"), Dst: address("10.9.0.0/16").IPNet, Protocol: unix.RTPROT_STATIC}
	}
	link := state.Interface{Name: "a", MAC: "02:00:00:00:00:01", MTU: 1400, Up: true, Carrier: true}
	small, addressed := link, link
	small.MTU = 1300
	addressed.Addresses = []state.Address{{Prefix: netip.MustParsePrefix("203.0.113.1/24")}}
	routed := []state.Route{{To: netip.MustParsePrefix("10.9.0.0/16"), Via: netip.MustParseAddr("192.0.2.9"), Interface: "a", Protocol: "static", Scope: "global", Type: "unicast"}}
	known := state.Neighbor{IP: netip.MustParseAddr("192.0.2.7"), Interface: "a", MAC: "02:00:00:00:00:07", State: "REACHABLE"}
	failed := state.Neighbor{IP: known.IP, Interface: "a", State: "FAILED"} // so the kernel says before it forgets one
	tests := []struct {
		name      string
		what      What
		come, end func(*netlink.Handle, netlink.Link) error
		want      state.Snapshot
	}{
		{"link", Interfaces,
			func(h *netlink.Handle, l netlink.Link) error { return h.LinkSetMTU(l, 1300) },
			func(h *netlink.Handle, l netlink.Link) error { return h.LinkSetMTU(l, 1400) },
			state.Snapshot{Interfaces: []state.Interface{small, link}}},
		{"address", Interfaces | Sockets,
			func(h *netlink.Handle, l netlink.Link) error { return h.AddrAdd(l, address("203.0.113.1/24")) },
			func(h *netlink.Handle, l netlink.Link) error { return h.AddrDel(l, address("203.0.113.1/24")) },
			state.Snapshot{Interfaces: []state.Interface{addressed}}},
		{"neighbour", Neighbors,
			func(h *netlink.Handle, l netlink.Link) error { return h.NeighSet(neighbor(l)) },
			func(h *netlink.Handle, l netlink.Link) error { return h.NeighDel(neighbor(l)) },
			state.Snapshot{Neighbors: []state.Neighbor{known, failed}}},
		{"route", Everything,
			func(h *netlink.Handle, l netlink.Link) error { return h.RouteAdd(route(l)) },
			func(h *netlink.Handle, l netlink.Link) error { return h.RouteDel(route(l)) },
			state.Snapshot{Routes: routed}},
		{"what is not asked for", Routes | Sockets | Trees,
			func(h *netlink.Handle, l netlink.Link) error { return h.NeighSet(neighbor(l)) },
			func(h *netlink.Handle, l netlink.Link) error { return h.RouteAdd(route(l)) },
			state.Snapshot{Routes: routed}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			ns := nstest.New(t)
			populate(t, ns)
			w, err := Watch(t.Context(), ns, "pc", tt.what)
			if err != nil {
				t.Fatal(err)
			}
			change(t, ns, func(h *netlink.Handle, l netlink.Link) error {
				return errors.Join(tt.come(h, l), tt.end(h, l))
			})
			var got state.Snapshot
			// The kernel tells of some of what populate did only now: of carriers, and of the
			// IPv6 address.
			late := func(i state.Interface) bool {
				before := len(got.Interfaces) == 0 && cmp.Equal(i, link, compare, cmpopts.IgnoreFields(state.Interface{}, "Index"))
				return before || i.Name != "a" || slices.ContainsFunc(i.Addresses, func(a state.Address) bool { return a.Prefix.Addr().Is6() })
			}
			size := func(s state.Snapshot) int { return len(s.Interfaces) + len(s.Routes) + len(s.Neighbors) }
			for size(got) < size(tt.want) {
				<-w.Changed
				told := w.Told()
				if told == nil {
					continue
				}
				if told.Node != "pc" || told.Time.IsZero() {
					t.Errorf("told of node %q at %s", told.Node, told.Time)
				}
				for _, i := range told.Interfaces {
					if !late(i) {
						got.Interfaces = append(got.Interfaces, i)
					}
				}
				got.Routes = append(got.Routes, told.Routes...)
				got.Neighbors = append(got.Neighbors, told.Neighbors...)
				// The kernel says some things twice.
				got.Interfaces = slices.CompactFunc(got.Interfaces, func(a, b state.Interface) bool { return cmp.Equal(a, b, compare) })
			}
			if diff := cmp.Diff(tt.want, got, compare, cmpopts.IgnoreFields(state.Interface{}, "Index")); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}

// change changes something about the link a.
func change(t *testing.T, ns *netns.NS, f func(*netlink.Handle, netlink.Link) error) {
	t.Helper()
	err := ns.Do(func() error {
		h, err := netlink.NewHandle(unix.NETLINK_ROUTE)
		if err != nil {
			return err
		}
		defer h.Close()
		l, err := h.LinkByName("a")
		if err != nil {
			return err
		}
		return f(h, l)
	})
	if err != nil {
		t.Fatal(err)
	}
}
