package observe

import (
	"cmp"
	"errors"
	"fmt"
	"net"
	"net/netip"
	"strings"
	"sync/atomic"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/vishvananda/netlink"
	"golang.org/x/sys/unix"

	"github.com/netrig/netrig/harness/internal/netns/nstest"
	"github.com/netrig/netrig/harness/state"
)

func TestRoutes(t *testing.T) {
	ns := nstest.New(t)
	populate(t, ns)
	type hop struct {
		Gateway, Dev string
		Via          struct{ Host string }
	}
	type route struct {
		Pref string
		hop
		Type, Dst, Protocol, Scope, Prefsrc string
		Metric                              int
		Nexthops                            []hop
	}
	var want []state.Route
	for _, family := range []string{"-4", "-6"} {
		for _, r := range listed[route](t, ns, family, "-d", "route", "show", "table", "main") {
			one := state.Route{Metric: r.Metric, Protocol: r.Protocol, Scope: r.Scope, Type: r.Type, Preference: r.Pref}
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
