package observe

import (
	"encoding/json"
	"errors"
	"fmt"
	"net"
	"slices"
	"strings"
	"testing"
	"time"

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
			// Only a port that forwards learns, and it does once the kernel has taken
			// notice of its carrier, which it does when it is asked.
			if err := errors.Join(h.LinkSetUp(peer), h.LinkSetUp(port)); err != nil {
				return err
			}
			if _, err := h.LinkByName(names[0]); err != nil {
				return err
			}
			if err := h.LinkSetMaster(port, br); err != nil {
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

func TestTrees(t *testing.T) {
	ns := nstest.New(t)
	bridged(t, ns)
	change := func(args ...string) { tool(t, ns, args...) }
	if off := snap(t, ns, Trees).Trees; len(off) != 1 || off[0].On {
		t.Errorf("without a tree: %+v", off)
	}
	change("ip", "link", "set", "dev", "br", "type", "bridge", "stp_state", "1", "priority", "4096")
	change("bridge", "link", "set", "dev", "b", "cost", "77", "priority", "5")
	change("ip", "link", "set", "dev", "a", "down")

	type slave struct {
		State          string
		Priority, Cost int
	}
	links := listed[struct {
		Ifname, Master string
		Linkinfo       struct {
			InfoKind string `json:"info_kind"`
			InfoData struct {
				BridgeID string `json:"bridge_id"`
				RootID   string `json:"root_id"`
				RootCost int    `json:"root_path_cost"`
			} `json:"info_data"`
			InfoSlaveData slave `json:"info_slave_data"`
		}
	}](t, ns, "-d", "link")
	got := snap(t, ns, Trees).Trees
	if len(got) != 1 || len(got[0].Ports) != 2 || !got[0].On {
		t.Fatalf("got %+v, want a bridge with two ports in a tree", got)
	}
	for _, l := range links {
		switch {
		case l.Ifname == "br":
			for _, id := range []struct {
				want string
				got  state.BridgeID
			}{{l.Linkinfo.InfoData.BridgeID, got[0].ID}, {l.Linkinfo.InfoData.RootID, got[0].Root}} {
				mac, err := net.ParseMAC(id.got.MAC)
				if err != nil {
					t.Fatal(err)
				}
				// ip(8) leaves out leading zeros.
				if text := fmt.Sprintf("%x.%x:%x:%x:%x:%x:%x", id.got.Priority, mac[0], mac[1], mac[2], mac[3], mac[4], mac[5]); text != id.want {
					t.Errorf("identifier %s, want %s", text, id.want)
				}
			}
			if got[0].RootCost != l.Linkinfo.InfoData.RootCost || got[0].RootPort != "" {
				t.Errorf("the root is %d away by %q", got[0].RootCost, got[0].RootPort)
			}
		case l.Master == "br":
			at := slices.IndexFunc(got[0].Ports, func(p state.TreePort) bool { return p.Name == l.Ifname })
			if at < 0 {
				t.Errorf("no port %s", l.Ifname)
				continue
			}
			p := got[0].Ports[at]
			if g := (slave{p.State, p.Priority, p.Cost}); g != l.Linkinfo.InfoSlaveData {
				t.Errorf("port %s is %+v, want %+v", p.Name, g, l.Linkinfo.InfoSlaveData)
			}
			if want := map[string]string{"a": "disabled", "b": "designated"}[p.Name]; p.Role != want {
				t.Errorf("role of %s is %s, want %s", p.Name, p.Role, want)
			}
		}
	}
}

// TestRole pins the roles that no bridge without others has.
func TestRole(t *testing.T) {
	own, other := state.BridgeID{Priority: 32768, MAC: "02:00:00:00:00:01"}, state.BridgeID{Priority: 4096, MAC: "02:00:00:00:00:02"}
	br := &bridge{rootPort: 1, Tree: state.Tree{ID: own, Root: other}}
	for _, tt := range []struct {
		want string
		port bridgePort
	}{
		{"root", bridgePort{number: 1, id: 0x8001, designated: other, speaker: 0x8001, TreePort: state.TreePort{State: "forwarding"}}},
		{"designated", bridgePort{number: 2, id: 0x8002, designated: own, speaker: 0x8002, TreePort: state.TreePort{State: "listening"}}},
		{"alternate", bridgePort{number: 2, id: 0x8002, designated: other, speaker: 0x8002, TreePort: state.TreePort{State: "blocking"}}},
		{"backup", bridgePort{number: 3, id: 0x8003, designated: own, speaker: 0x8002, TreePort: state.TreePort{State: "blocking"}}},
		{"disabled", bridgePort{number: 1, id: 0x8001, designated: own, speaker: 0x8001, TreePort: state.TreePort{State: "disabled"}}},
	} {
		if got := role(br, &tt.port); got != tt.want {
			t.Errorf("role is %s, want %s", got, tt.want)
		}
	}
}

// TestWatchFDB holds that each entry that comes or goes is told, more often than
// anything else happens.
func TestWatchFDB(t *testing.T) {
	ns := nstest.New(t)
	tool(t, ns, "sysctl", "-qw", "net.ipv6.conf.all.disable_ipv6=1")
	bridged(t, ns)
	w, err := Watch(t.Context(), ns, "sw", FDB)
	if err != nil {
		t.Fatal(err)
	}
	for i := range 50 {
		change(t, ns, func(h *netlink.Handle, l netlink.Link) error {
			n := &netlink.Neigh{LinkIndex: l.Attrs().Index, Family: unix.AF_BRIDGE, State: unix.NUD_NOARP, Flags: unix.NTF_MASTER,
				HardwareAddr: net.HardwareAddr{2, 0, 0, 0xaa, 0, 1}}
			if i%2 == 0 {
				return h.NeighSet(n)
			}
			return h.NeighDel(n)
		})
		select {
		case <-w.Changed:
		case <-time.After(5 * time.Second):
			t.Fatalf("change %d is not told", i+1)
		}
	}
	told := w.Told()
	if told == nil || len(told.FDB) == 0 || len(told.Neighbors) != 0 {
		t.Fatalf("told of %+v", told)
	}
	want := state.FDBEntry{Bridge: "br", Port: "a", MAC: "02:00:00:aa:00:01", State: "static"}
	if got := told.FDB[len(told.FDB)-1]; got != want {
		t.Errorf("told of %+v, want %+v", got, want)
	}
}
