package lab

import (
	"context"
	"errors"
	"net/netip"
	"strings"
	"testing"
	"time"

	"golang.org/x/sys/unix"

	"github.com/netrig/netrig/topology"
)

// twoFamilies is
//
//	h1 .2 --- .1 r1 .1 --- .2 r2 .1 --- .2 h2
//
// in 10.1.0.0/24, 10.2.0.0/24 and 10.3.0.0/24, and the same in fd00:1::/64 to
// fd00:3::/64.
func twoFamilies(t *testing.T) *network {
	t.Helper()
	n := newNetwork()
	n.host("h1", "10.1.0.2/24", "10.1.0.1")
	r1, r2 := n.node(topology.Router, "r1"), n.node(topology.Router, "r2")
	n.iface(r1, "a", "10.1.0.1/24", "fd00:1::1/64")
	n.iface(r1, "b", "10.2.0.1/24", "fd00:2::1/64")
	n.iface(r2, "a", "10.2.0.2/24", "fd00:2::2/64")
	n.iface(r2, "b", "10.3.0.1/24", "fd00:3::1/64")
	n.host("h2", "10.3.0.2/24", "10.3.0.1")
	for node, six := range map[string][2]string{"h1": {"fd00:1::2/64", "fd00:1::1"}, "h2": {"fd00:3::2/64", "fd00:3::1"}} {
		i := n.Node(node).Interfaces[0]
		i.Addresses = append(i.Addresses, netip.MustParsePrefix(six[0]))
		i.Gateways = append(i.Gateways, netip.MustParseAddr(six[1]))
	}
	route := func(node *topology.Node, to, via string) {
		node.Routes = append(node.Routes, topology.Route{To: netip.MustParsePrefix(to), Via: netip.MustParseAddr(via)})
	}
	route(r1, "10.3.0.0/24", "10.2.0.2")
	route(r1, "fd00:3::/64", "fd00:2::2")
	route(r2, "10.1.0.0/24", "10.2.0.1")
	route(r2, "fd00:1::/64", "fd00:2::1")
	for _, node := range n.Nodes {
		node.IPv6 = true
	}
	n.link("h1", "eth0", "r1", "a")
	n.link("r1", "b", "r2", "a")
	n.link("r2", "b", "h2", "eth0")
	return n
}

func TestPath(t *testing.T) {
	l := twoFamilies(t).boot(t)
	h1 := l.Node("h1")
	busy, err := l.Node("h2").ListenPacket(t.Context(), "udp4", "10.3.0.2:33436")
	if err != nil {
		t.Fatal(err)
	}
	echo := make(chan error, 1)
	go func() {
		b := make([]byte, 64)
		n, from, err := busy.ReadFrom(b)
		if err == nil {
			_, err = busy.WriteTo(b[:n], from)
		}
		echo <- err
	}()
	for _, tt := range []struct {
		name, to string
		o        PathOptions
		want     string
		reached  bool
	}{
		{"UDP, to a port where somebody listens", "10.3.0.2", PathOptions{}, "10.1.0.1 10.2.0.2 10.3.0.2", true},
		{"ICMP", "10.3.0.2", PathOptions{ICMP: true}, "10.1.0.1 10.2.0.2 10.3.0.2", true},
		{"UDP of IPv6", "fd00:3::2", PathOptions{}, "fd00:1::1 fd00:2::2 fd00:3::2", true},
		{"ICMPv6", "fd00:3::2", PathOptions{ICMP: true}, "fd00:1::1 fd00:2::2 fd00:3::2", true},
		{"a neighbour", "10.1.0.1", PathOptions{}, "10.1.0.1", true},
		{"itself", "10.1.0.2", PathOptions{}, "10.1.0.2", true},
		{"two hops at most", "10.3.0.2", PathOptions{Max: 2, ICMP: true}, "10.1.0.1 10.2.0.2", false},
		{"no route behind the first router", "10.4.0.1", PathOptions{}, "10.1.0.1", false},
		{"no route of IPv6", "fd00:4::1", PathOptions{ICMP: true}, "fd00:1::1", false},
		{"nobody answers", "10.1.0.9", PathOptions{Max: 2, Timeout: 10 * time.Millisecond}, "invalid IP invalid IP", false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got, err := h1.Path(t.Context(), netip.MustParseAddr(tt.to), tt.o)
			if err != nil {
				t.Fatal(err)
			}
			var hops []string
			for _, h := range got.Hops {
				hops = append(hops, h.Addr.String())
				if h.Addr.IsValid() && h.RTT <= 0 {
					t.Errorf("%s answered after %s", h.Addr, h.RTT)
				}
			}
			if text := strings.Join(hops, " "); text != tt.want || got.Reached != tt.reached {
				t.Errorf("got %s, reached %v, want %s", text, got.Reached, tt.want)
			}
		})
	}
	if err := errors.Join(<-echo, busy.Close()); err != nil {
		t.Error(err)
	}
}

func TestPathErrors(t *testing.T) {
	l := routers(t).boot(t)
	h1 := l.Node("h1")
	if got, err := h1.Path(t.Context(), netip.MustParseAddr("fd00::1"), PathOptions{}); !errors.Is(err, unix.ENETUNREACH) && !errors.Is(err, unix.EADDRNOTAVAIL) {
		t.Errorf("without IPv6: %+v, %v", got, err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	time.AfterFunc(20*time.Millisecond, cancel)
	if got, err := h1.Path(ctx, netip.MustParseAddr("10.1.0.9"), PathOptions{Timeout: time.Minute}); !errors.Is(err, context.Canceled) {
		t.Errorf("called off: %+v, %v", got, err)
	}
}
