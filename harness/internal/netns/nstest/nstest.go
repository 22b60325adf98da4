// Package nstest runs the tests of a package that needs namespaces: isolated
// from the machine, and checked at the end for what they left behind.
package nstest

import (
	"fmt"
	"os"
	"os/exec"
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

// Tool returns the path of a program that a test needs and a machine may lack.
// The test is skipped by that name then, or fails where NETRIG_REQUIRE is all.
func Tool(tb testing.TB, name string) string {
	tb.Helper()
	path, err := exec.LookPath(name)
	if err != nil {
		for _, dir := range []string{"/usr/sbin", "/sbin"} { // which ordinary users often lack in PATH
			if path, err := exec.LookPath(dir + "/" + name); err == nil {
				return path
			}
		}
		Lack(tb, name)
	}
	return path
}

// Lack skips the test for want of something, or fails it where NETRIG_REQUIRE
// is all.
func Lack(tb testing.TB, what string) {
	tb.Helper()
	if os.Getenv("NETRIG_REQUIRE") == "all" {
		tb.Fatalf("needs %s, which is not here, and NETRIG_REQUIRE is all", what)
	}
	tb.Skipf("needs %s, which is not here", what)
}
