// Package nstest runs the tests of a package that needs namespaces: isolated
// from the machine, and checked at the end for what they left behind.
package nstest

import (
	"errors"
	"fmt"
	"os"
	"testing"

	"github.com/vishvananda/netlink"
	"golang.org/x/sys/unix"

	"github.com/netrig/netrig/harness/internal/leak"
	"github.com/netrig/netrig/harness/internal/netns"
)

// Main is the whole of a TestMain: it isolates the test binary, runs the
// tests, and fails the package if any of them left goroutines, children,
// open files, or threads in a foreign namespace. It does not return.
func Main(m *testing.M) {
	netns.Isolate()
	before := leak.Take()
	code := m.Run()
	if code == 0 {
		if left := before.Left(); left != nil {
			fmt.Fprintf(os.Stderr, "nstest: the tests left behind:\n%v\n", left)
			code = 1
		}
	}
	os.Exit(code)
}

// New makes a namespace that is closed when the test ends.
func New(tb testing.TB) *netns.NS {
	tb.Helper()
	ns, err := netns.New()
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() {
		if err := ns.Close(); err != nil {
			tb.Error(err)
		}
	})
	return ns
}

// Settle waits until the kernel has taken apart the namespaces closed so far, so that
// what is measured next is not held up by that. It does so in batches, one after the
// other, and the end of a cable in here goes with its other end in the midst of a batch:
// once the second is gone, the batch with the first is over.
func Settle(tb testing.TB) {
	tb.Helper()
	updates, done := make(chan netlink.LinkUpdate, 64), make(chan struct{})
	defer close(done)
	if err := netlink.LinkSubscribe(updates, done); err != nil {
		tb.Fatal(err)
	}
	for _, name := range []string{"first", "second"} {
		ns, err := netns.New()
		if err != nil {
			tb.Fatal(err)
		}
		veth := netlink.NewVeth(netlink.LinkAttrs{Name: name})
		veth.PeerName, veth.PeerNamespace = "eth0", netlink.NsFd(ns.FD())
		if err := errors.Join(netlink.LinkAdd(veth), ns.Close()); err != nil {
			tb.Fatal(err)
		}
		for u := range updates {
			if u.Header.Type == unix.RTM_DELLINK && u.Attrs().Name == name {
				break
			}
		}
	}
}
