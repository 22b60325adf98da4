package nstest

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// Nobody is an ordinary user, and its group.
const Nobody = 65534

// Users skips a test that needs root, to become somebody else.
func Users(tb testing.TB) {
	tb.Helper()
	uids, err := os.ReadFile("/proc/self/uid_map")
	if err != nil {
		tb.Fatal(err)
	}
	if f := strings.Fields(string(uids)); os.Getuid() != 0 || len(f) == 3 && f[2] == "1" {
		tb.Skip("needs root, with more than one user id")
	}
}

// UserNamespace has a program start as root of a user namespace that has the users of
// this one, and in the other namespaces that flags, CLONE_NEW*, say.
func UserNamespace(flags uintptr) *syscall.SysProcAttr {
	maps := []syscall.SysProcIDMap{{ContainerID: 0, HostID: 0, Size: Nobody + 1}}
	return &syscall.SysProcAttr{
		Cloneflags: syscall.CLONE_NEWUSER | flags, UidMappings: maps, GidMappings: maps, GidMappingsEnableSetgroups: true,
	}
}

// Binary returns a copy of the test binary that every user may execute. It is removed
// when the test ends.
func Binary(tb testing.TB) string {
	tb.Helper()
	dir, err := os.MkdirTemp("", "nstest") //nolint:usetesting // every user has to reach it
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() { _ = os.RemoveAll(dir) })
	b, err := os.ReadFile("/proc/self/exe")
	if err != nil {
		tb.Fatal(err)
	}
	path := filepath.Join(dir, "test")
	if err := errors.Join(os.Chmod(dir, 0o755), os.WriteFile(path, b, 0o755)); err != nil {
		tb.Fatal(err)
	}
	return path
}
