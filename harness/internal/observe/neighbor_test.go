package observe

import (
	"errors"
	"fmt"
	"net/netip"
	"slices"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/vishvananda/netlink"

	"github.com/netrig/netrig/harness/internal/netns"
	"github.com/netrig/netrig/harness/internal/netns/nstest"
	"github.com/netrig/netrig/harness/state"
)

func TestNeighbors(t *testing.T) {
	ns := nstest.New(t)
	populate(t, ns)
	talk(t, ns)
	var want []state.Neighbor
	kept := false // of the loopback, too
	for _, n := range listed[struct {
		Dst, Dev, Lladdr string
		State            []string
	}](t, ns, "neigh", "show", "nud", "all") {
		kept = kept || n.Dev == loopback
		if len(n.State) == 1 && n.State[0] != "NONE" && n.Dev != loopback {
			want = append(want, state.Neighbor{IP: netip.MustParseAddr(n.Dst), Interface: n.Dev, MAC: n.Lladdr, State: n.State[0]})
		}
	}
	if !kept {
		t.Error("the kernel keeps nothing for the loopback, so that is not tested")
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

// talk sends something over the loopback.
func talk(t *testing.T, ns *netns.NS) {
	t.Helper()
	err := ns.Do(func() error {
		lo, err := netlink.LinkByName(loopback)
		if err != nil {
			return err
		}
		return netlink.LinkSetUp(lo)
	})
	if err != nil {
		t.Fatal(err)
	}
	c, err := ns.Dial(t.Context(), "udp", "127.0.0.1:9", nil)
	if err != nil {
		t.Fatal(err)
	}
	_, err = c.Write([]byte("hello"))
	if err := errors.Join(err, c.Close()); err != nil {
		t.Fatal(err)
	}
}
