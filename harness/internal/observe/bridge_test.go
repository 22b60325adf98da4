package observe

import (
	"encoding/json"
	"errors"
	"fmt"
	"net"
	"slices"
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/vishvananda/netlink"
	"golang.org/x/sys/unix"

	"github.com/netrig/netrig/harness/internal/netns"
	"github.com/netrig/netrig/harness/internal/netns/nstest"
	"github.com/netrig/netrig/harness/state"
)

// bridged makes a bridge with two ports, and entries of each kind:
//
//	br: a (veth to p, in the same namespace), b (veth to q)
func bridged(t *testing.T, ns *netns.NS) {
	t.Helper()
	err := ns.Do(func() error {
		h, err := netlink.NewHandle(unix.NETLINK_ROUTE)
		if err != nil {
			return err
		}
		defer h.Close()
		br := &netlink.Bridge{LinkAttrs: netlink.LinkAttrs{Name: "br"}}
		if err := errors.Join(h.LinkAdd(br), h.LinkSetUp(br)); err != nil {
			return err
		}
		for _, names := range [][2]string{{"a", "p"}, {"b", "q"}} {
			if err := h.LinkAdd(&netlink.Veth{LinkAttrs: netlink.LinkAttrs{Name: names[0]}, PeerName: names[1]}); err != nil {
				return err
			}
			port, err := h.LinkByName(names[0])
			if err != nil {
				return err
			}
			peer, err := h.LinkByName(names[1])
			if err != nil {
				return err
			}
			// Only a port that forwards learns.
			if err := errors.Join(h.LinkSetUp(peer), h.LinkSetUp(port), h.LinkSetMaster(port, br)); err != nil {
				return err
			}
			for i, s := range []int{unix.NUD_PERMANENT, unix.NUD_NOARP, unix.NUD_REACHABLE} {
				n := &netlink.Neigh{LinkIndex: port.Attrs().Index, Family: unix.AF_BRIDGE, State: s, Flags: unix.NTF_MASTER,
					HardwareAddr: net.HardwareAddr{2, 0, 0, names[0][0], 0, byte(i)}}
				if err := h.NeighSet(n); err != nil {
					return fmt.Errorf("entry %d: %w", i, err)
				}
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestFDB(t *testing.T) {
	ns := nstest.New(t)
	bridged(t, ns)
	var listed []struct{ Mac, Ifname, Master, State string }
	if err := json.Unmarshal(tool(t, ns, "bridge", "-j", "fdb", "show"), &listed); err != nil {
		t.Fatal(err)
	}
	ours := func(mac string) bool { return strings.HasPrefix(mac, "02:00:00:") } // not what the kernel said itself meanwhile
	var want []state.FDBEntry
	for _, e := range listed {
		if e.Master == "" || !ours(e.Mac) {
			continue // a group that an interface listens to
		}
		if e.State == "" {
			e.State = "learned"
		}
		want = append(want, state.FDBEntry{Bridge: e.Master, Port: e.Ifname, MAC: e.Mac, State: e.State})
	}
	got := slices.DeleteFunc(snap(t, ns, FDB).FDB, func(e state.FDBEntry) bool { return !ours(e.MAC) })
	sorted := cmpopts.SortSlices(func(a, b state.FDBEntry) bool { return fmt.Sprint(a) < fmt.Sprint(b) })
	if diff := gocmp.Diff(want, got, sorted, cmpopts.IgnoreFields(state.FDBEntry{}, "Age")); diff != "" {
		t.Errorf("entries (-bridge +got):\n%s", diff)
	}
	for _, s := range []string{"learned", "static", "permanent"} {
		if !slices.ContainsFunc(got, func(e state.FDBEntry) bool { return e.State == s && e.Port == "b" }) {
			t.Errorf("no %s entry", s)
		}
	}
}
