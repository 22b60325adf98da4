package lab

import (
	"errors"
	"net"
	"net/netip"
	"testing"
	"testing/synctest"
	"time"

	"github.com/vishvananda/netlink"
	"golang.org/x/sys/unix"

	"github.com/netrig/netrig/harness/internal/netns"
	"github.com/netrig/netrig/harness/internal/rtnl"
)

// few namespaces may wait in the yards of these tests.
const few = 6

// ended makes what is left of a lab: n namespaces, and a bridge in the first, which can be
// looked at through the Conn as long as that is open.
func ended(t *testing.T, n int) (*remains, *rtnl.Conn) {
	t.Helper()
	r := &remains{}
	for range n {
		ns, err := netns.New()
		if err != nil {
			t.Fatal(err)
		}
		r.spaces = append(r.spaces, ns)
	}
	kernel, err := rtnl.Open(r.spaces[0], "ended")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = kernel.Close() })
	if err := kernel.AddBridge(rtnl.Bridge{Name: "br0", Index: 2}); err != nil {
		t.Fatal(err)
	}
	r.bridges = []bridge{{r.spaces[0], 2}}
	return r, kernel
}

// waits reports whether none of the namespaces was let go of, or all.
func (r *remains) waits(t *testing.T) bool {
	t.Helper()
	open := 0
	for _, ns := range r.spaces {
		if ns.FD() >= 0 {
			open++
		}
	}
	if open != 0 && open != len(r.spaces) {
		t.Errorf("%d of %d namespaces were let go of", len(r.spaces)-open, len(r.spaces))
	}
	return open > 0
}

func TestRemainsWaitWhileLabsBoot(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		y := newYard(few)
		y.boot(+1)
		y.boot(+1)
		r, kernel := ended(t, 2)
		y.take(r)
		y.boot(-1)
		<-time.After(10 * calm)
		synctest.Wait()
		if !r.waits(t) {
			t.Error("they went while a lab was booting")
		}
		y.boot(-1)
		<-time.After(calm - 1)
		synctest.Wait()
		if !r.waits(t) {
			t.Error("they went at once when no lab was booting")
		}
		y.boot(+1)
		y.boot(-1)
		<-time.After(calm - 1)
		synctest.Wait()
		if !r.waits(t) {
			t.Error("they did not wait anew when another lab had booted")
		}
		y.mu.Lock()
		working := y.working
		y.mu.Unlock()
		<-working
		if r.waits(t) {
			t.Error("they are still there when it is calm")
		}
		if err := kernel.SetUp(2, "br0", true); !errors.Is(err, unix.ENODEV) {
			t.Errorf("the bridge was left to its namespace: %v", err)
		}
	})
}

func TestRemainsDoNotWaitForLong(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		y := newYard(few)
		y.boot(+1)
		first, kernel := ended(t, 2)
		y.take(first)
		<-time.After(longest / 2)
		second, _ := ended(t, 2)
		y.take(second)
		<-time.After(longest/2 - 1)
		synctest.Wait()
		if !first.waits(t) {
			t.Error("they went early while a lab was booting")
		}
		<-time.After(longest/2 - 1)
		synctest.Wait()
		if first.waits(t) || !second.waits(t) {
			t.Errorf("waiting: the first %t, the second %t; want the second only", first.waits(t), second.waits(t))
		}
		if err := kernel.SetUp(2, "br0", true); !errors.Is(err, unix.ENODEV) {
			t.Errorf("the bridge was left to its namespace: %v", err)
		}
		y.boot(-1)
		y.mu.Lock()
		working := y.working
		y.mu.Unlock()
		<-working
	})
}

func TestTheOldestRemainsGoWhenTooManyWait(t *testing.T) {
	y := newYard(few)
	y.boot(+1)
	defer y.boot(-1)
	defer y.clear()
	oldest, kernel := ended(t, 2)
	y.take(oldest)
	older, _ := ended(t, 2)
	y.take(older)
	if !oldest.waits(t) || !older.waits(t) {
		t.Fatal("few did not wait")
	}
	big, _ := ended(t, few-2)
	y.take(big)
	if oldest.waits(t) || !older.waits(t) || !big.waits(t) {
		t.Errorf("waiting: the oldest %t, the next %t, the last %t; want all but the oldest", oldest.waits(t), older.waits(t), big.waits(t))
	}
	if err := kernel.SetUp(2, "br0", true); err != nil {
		t.Errorf("its bridge was deleted while a lab was booting: %v", err)
	}
	tooBig, _ := ended(t, few+1)
	y.take(tooBig)
	if tooBig.waits(t) || !older.waits(t) || !big.waits(t) {
		t.Errorf("waiting: one that is too big %t, those before it %t and %t; want those only", tooBig.waits(t), older.waits(t), big.waits(t))
	}
}

// The tables of neighbours are one for the machine.
func TestRemainsHaveNoNeighbors(t *testing.T) {
	y := newYard(few)
	y.boot(+1)
	defer y.boot(-1)
	defer y.clear()
	r, kernel := ended(t, 2)
	for _, ip := range []string{"10.0.0.2", "fd00::2"} {
		n := rtnl.Neighbor{Name: "br0", Index: 2, IP: netip.MustParseAddr(ip), MAC: net.HardwareAddr{2, 0, 0, 0, 0, 2}, State: rtnl.Stale}
		if err := kernel.AddNeighbor(n, false); err != nil {
			t.Fatal(err)
		}
	}
	if n := neighbors(t, r.spaces[0]); n != 2 {
		t.Fatalf("%d of 2 neighbours", n)
	}
	y.take(r)
	if n := neighbors(t, r.spaces[0]); n != 0 || !r.waits(t) {
		t.Errorf("waits: %t, with %d neighbours", r.waits(t), n)
	}
}

// neighbors counts those of a namespace.
func neighbors(t *testing.T, ns *netns.NS) (n int) {
	t.Helper()
	err := ns.Do(func() error {
		all, err := netlink.NeighList(0, netlink.FAMILY_ALL)
		for _, x := range all {
			if !x.IP.IsMulticast() { // as which the kernel has where it reports its groups
				n++
			}
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func TestWaitingIsBounded(t *testing.T) {
	const gib = 1 << 30
	for _, tt := range []struct {
		name          string
		memory, files uint64
		want          int
	}{
		{"much of all", 64 * gib, 1 << 20, mostWaiting},
		{"little memory", gib / 2, 1 << 20, 109},
		{"few files", 64 * gib, 1024, 256},
		{"nothing", 0, 0, 0},
	} {
		if got := room(tt.memory, tt.files); got != tt.want {
			t.Errorf("%s: %d namespaces, want %d", tt.name, got, tt.want)
		}
	}
}

func TestClearLeavesNothing(t *testing.T) {
	y := newYard(few)
	y.boot(+1)
	r, _ := ended(t, 1)
	y.take(r)
	y.clear()
	if r.waits(t) || y.working != nil {
		t.Error("something is left")
	}
}
