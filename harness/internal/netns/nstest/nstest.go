// Package nstest runs the tests of a package that needs namespaces: isolated
// from the machine, and checked at the end for what they left behind.
package nstest

import (
	"fmt"
	"os"
	"testing"

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
