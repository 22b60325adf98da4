package observe

import (
	"context"
	"testing"

	"github.com/vishvananda/netlink"
	"golang.org/x/sys/unix"

	"github.com/netrig/netrig/harness/internal/netns"
	"github.com/netrig/netrig/harness/internal/netns/nstest"
)

func TestWatch(t *testing.T) {
	ns := nstest.New(t)
	populate(t, ns)
	ctx, cancel := context.WithCancel(t.Context())
	changed, err := Watch(ctx, ns)
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
			<-changed
		})
	}

	// Nobody receives: any number of changes is told once or twice.
	for mtu := range 2000 {
		change(t, ns, func(h *netlink.Handle, l netlink.Link) error { return h.LinkSetMTU(l, 1280+mtu%100) })
	}
	<-changed
	cancel()
	for range changed {
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
