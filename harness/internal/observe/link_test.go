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
