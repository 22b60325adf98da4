package observe

import (
	"net/netip"
	"slices"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/netrig/netrig/harness/internal/netns/nstest"
	"github.com/netrig/netrig/harness/state"
)

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
			Local                                                           string
			Prefixlen                                                       int
			ValidLife                                                       uint32 `json:"valid_life_time"`
			PreferredLife                                                   uint32 `json:"preferred_life_time"`
			Dynamic, Tentative, Deprecated, Dadfailed, Nodad, Noprefixroute bool
		} `json:"addr_info"`
	}](t, ns, "addr") {
		i := state.Interface{
			Index: l.Ifindex, Name: l.Ifname, MAC: l.Address, MTU: l.MTU,
			Up: slices.Contains(l.Flags, "UP"), Carrier: slices.Contains(l.Flags, "LOWER_UP"),
		}
		for _, a := range l.AddrInfo {
			x := state.Address{Prefix: netip.PrefixFrom(netip.MustParseAddr(a.Local), a.Prefixlen),
				Valid: lifetime(a.ValidLife), Preferred: lifetime(a.PreferredLife)}
			for _, f := range []struct {
				name string
				set  bool
			}{{"dynamic", a.Dynamic}, {"deprecated", a.Deprecated}, {"tentative", a.Tentative}, {"dadfailed", a.Dadfailed},
				{"nodad", a.Nodad}, {"noprefixroute", a.Noprefixroute}} {
				if f.set {
					x.Flags = append(x.Flags, f.name)
				}
			}
			i.Addresses = append(i.Addresses, x)
		}
		want = append(want, i)
	}
	got := snap(t, ns, Interfaces).Interfaces
	sorted := cmpopts.SortSlices(func(a, b state.Address) bool { return a.Prefix.String() < b.Prefix.String() })
	if diff := gocmp.Diff(want, got, compare, sorted, cmpopts.IgnoreFields(state.Address{}, "Protocol")); diff != "" {
		t.Errorf("interfaces (-ip +got):\n%s", diff)
	}
	// Debian's ip does not print who gave an address.
	for _, a := range got[0].Addresses {
		if want := map[string]string{"::1/128": "kernel_lo"}[a.Prefix.String()]; a.Protocol != want {
			t.Errorf("%s was given by %q, want %q", a.Prefix, a.Protocol, want)
		}
	}
	if len(got) != 3 {
		t.Errorf("%d interfaces, want lo, p, a", len(got))
	}
}
