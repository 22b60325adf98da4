package observe

import (
	"encoding/json"
	"errors"
	"net/netip"
	"testing"

	"golang.org/x/sys/unix"

	"github.com/netrig/netrig/harness/internal/netns/nstest"
)

// TestWay holds the answers against those of `ip route get`.
func TestWay(t *testing.T) {
	ns := nstest.New(t)
	populate(t, ns)
	tool(t, ns, "ip", "route", "add", "10.7.0.0/16", "via", "192.0.2.7", "mtu", "1280")
	tool(t, ns, "ip", "rule", "add", "fwmark", "7", "table", "100", "priority", "1")
	tool(t, ns, "sysctl", "-qw", "net.ipv4.ip_forward=1")
	for _, tt := range []struct {
		name string
		p    Packet
		args []string
		mtu  int
	}{
		{"by the default route", Packet{To: netip.MustParseAddr("203.0.113.9")}, []string{"203.0.113.9"}, 1400},
		{"on the link", Packet{To: netip.MustParseAddr("192.0.2.3")}, []string{"192.0.2.3"}, 1400},
		{"to itself", Packet{To: netip.MustParseAddr("192.0.2.1")}, []string{"192.0.2.1"}, 65536},
		{"from an address", Packet{To: netip.MustParseAddr("203.0.113.9"), From: netip.MustParseAddr("192.0.2.1")}, []string{"203.0.113.9", "from", "192.0.2.1"}, 1400},
		{"with an MTU", Packet{To: netip.MustParseAddr("10.7.0.1")}, []string{"10.7.0.1"}, 1280},
		{"with a mark", Packet{To: netip.MustParseAddr("10.5.0.1"), Mark: 7}, []string{"10.5.0.1", "mark", "7"}, 1400},
		{"forwarded", Packet{To: netip.MustParseAddr("203.0.113.9"), From: netip.MustParseAddr("198.51.100.7"), Interface: "a"},
			[]string{"203.0.113.9", "from", "198.51.100.7", "iif", "a"}, 1400},
		{"by a gateway of IPv6", Packet{To: netip.MustParseAddr("10.6.0.1")}, []string{"10.6.0.1"}, 1400},
		{"IPv6", Packet{To: netip.MustParseAddr("2001:db8:1::1")}, []string{"2001:db8:1::1"}, 1400},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var want []struct {
				Type, Gateway, Dev, Prefsrc string
				Via                         struct{ Host string }
			}
			if err := json.Unmarshal(tool(t, ns, append([]string{"ip", "-j", "route", "get"}, tt.args...)...), &want); err != nil {
				t.Fatal(err)
			}
			got, err := Way(ns, tt.p)
			if err != nil {
				t.Fatal(err)
			}
			text := func(a netip.Addr) string {
				if !a.IsValid() {
					return ""
				}
				return a.String()
			}
			w := want[0]
			if w.Type == "" {
				w.Type = "unicast"
			}
			if text(got.Via) != w.Gateway+w.Via.Host || got.Interface != w.Dev || text(got.Source) != w.Prefsrc || got.Type != w.Type {
				t.Errorf("got %+v, want %+v", got, w)
			}
			if got.To != tt.p.To || got.MTU != tt.mtu {
				t.Errorf("got %+v, want MTU %d", got, tt.mtu)
			}
		})
	}
	for to, want := range map[string]error{"10.1.0.1": unix.EINVAL, "10.2.0.1": unix.EHOSTUNREACH, "2001:db9::1": unix.ENETUNREACH} {
		if got, err := Way(ns, Packet{To: netip.MustParseAddr(to)}); !errors.Is(err, want) {
			t.Errorf("to %s: %+v, %v, want %v", to, got, err, want)
		}
	}
	if _, err := Way(ns, Packet{To: netip.MustParseAddr("10.5.0.1"), Interface: "none"}); err == nil {
		t.Error("there is a way by an interface that is not there")
	}
}
