package observe

import (
	"fmt"
	"net/netip"
	"slices"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/netrig/netrig/harness/internal/netns/nstest"
	"github.com/netrig/netrig/harness/state"
)

func TestNeighbors(t *testing.T) {
	ns := nstest.New(t)
	populate(t, ns)
	var want []state.Neighbor
	for _, n := range listed[struct {
		Dst, Dev, Lladdr string
		State            []string
	}](t, ns, "neigh", "show", "nud", "all") {
		if len(n.State) == 1 && n.State[0] != "NONE" {
			want = append(want, state.Neighbor{IP: netip.MustParseAddr(n.Dst), Interface: n.Dev, MAC: n.Lladdr, State: n.State[0]})
		}
	}
	// An IPv6 interface reports its groups in its own time (RFC 3810), and has an
	// entry for whom it tells.
	report := func(n state.Neighbor) bool { return n.IP.Is6() && n.IP.IsMulticast() }
	want = slices.DeleteFunc(want, report)
	got := slices.DeleteFunc(snap(t, ns, Neighbors).Neighbors, report)
	sorted := cmpopts.SortSlices(func(a, b state.Neighbor) bool { return fmt.Sprint(a) < fmt.Sprint(b) })
	if diff := gocmp.Diff(want, got, compare, sorted); diff != "" {
		t.Errorf("neighbours (-ip +got):\n%s", diff)
	}
	states := make(map[string]bool)
	for _, n := range got {
		states[n.State] = true
	}
	for _, s := range []string{"PERMANENT", "STALE", "NOARP", "FAILED"} {
		if !states[s] {
			t.Errorf("no neighbour in state %s", s)
		}
	}
}
