// Package trial is what the tests of many rooms need: golden files, and programs that
// a machine may lack. Tests import it, and nothing else does.
package trial

import (
	"flag"
	"os"
	"os/exec"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "write the golden files anew")

// Updating reports whether golden files are to be written anew.
func Updating() bool { return *update }

// Golden compares what a test got with a file, which -update writes.
func Golden(tb testing.TB, file, got string) {
	tb.Helper()
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil { //nolint:gosec // for anybody
			tb.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		tb.Fatalf("%v (-update writes it)", err)
	}
	if diff := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(got, "\n")); diff != "" {
		tb.Errorf("%s (-want +got; if it is right: go test -update)\n%s", file, diff)
	}
}

// Tool returns the path of a program that a test needs and a machine may lack. The test
// is skipped by that name then, or fails where NETRIG_REQUIRE is all.
func Tool(tb testing.TB, name string) string {
	tb.Helper()
	path, err := exec.LookPath(name)
	if err == nil {
		return path
	}
	for _, dir := range []string{"/usr/sbin", "/sbin"} { // which ordinary users often lack in PATH
		if path, err := exec.LookPath(dir + "/" + name); err == nil {
			return path
		}
	}
	Lack(tb, name)
	return ""
}

// Lack skips the test for want of something, or fails it where NETRIG_REQUIRE is all.
func Lack(tb testing.TB, what string) {
	tb.Helper()
	if os.Getenv("NETRIG_REQUIRE") == "all" {
		tb.Fatalf("needs %s, which is not here, and NETRIG_REQUIRE is all", what)
	}
	tb.Skipf("needs %s, which is not here", what)
}
