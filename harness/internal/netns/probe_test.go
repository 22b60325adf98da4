package netns_test

import (
	"errors"
	"os"
	"runtime"
	"strings"
	"testing"

	"golang.org/x/sys/unix"

	"github.com/netrig/netrig/harness/internal/netns"
)

func TestProbe(t *testing.T) {
	before, err := os.ReadFile("/proc/self/mountinfo")
	if err != nil {
		t.Fatal(err)
	}
	found := netns.Probe()
	if len(found) < 12 {
		t.Errorf("%d findings", len(found))
	}
	for _, f := range found {
		t.Logf("%-40s %5t %s (%s)", f.Name, f.OK, f.Detail, f.Cure)
		if f.Needed && !f.OK {
			t.Errorf("%s: %s; but this test runs in a lab", f.Name, f.Detail)
		}
		if !f.OK && (f.Detail == "" || f.Cure == "") {
			t.Errorf("%s: not ok, without reason or cure", f.Name)
		}
	}
	after, err := os.ReadFile("/proc/self/mountinfo")
	if err != nil {
		t.Fatal(err)
	}
	if string(before) != string(after) {
		t.Error("the probe has changed the mounts")
	}
}

// TestSettings looks for settings where /proc/sys is as in this process, and where it is
// read-only, as in containers.
func TestSettings(t *testing.T) {
	t.Parallel()
	if err := netns.Settings(); err != nil {
		t.Errorf("isolated, and yet %v", err)
	}
	refused := make(chan error)
	go func() {
		runtime.LockOSThread() // for good: the thread ends with its namespace
		err := errors.Join(
			os.NewSyscallError("unshare", unix.Unshare(unix.CLONE_NEWNS)),
			os.NewSyscallError("bind", unix.Mount("/proc/sys", "/proc/sys", "", unix.MS_BIND, "")),
			os.NewSyscallError("remount", unix.Mount("", "/proc/sys", "", unix.MS_REMOUNT|unix.MS_BIND|unix.MS_RDONLY, "")))
		if err == nil {
			err = netns.Settings()
		}
		refused <- err
	}()
	err := <-refused
	if !errors.Is(err, unix.EROFS) {
		t.Fatal(err)
	}
	for _, says := range []string{"/proc/sys is read-only, as in most containers", "--privileged", "systempaths=unconfined (podman: unmask=ALL)", "--cap-add NET_RAW"} {
		if !strings.Contains(err.Error(), says) {
			t.Errorf("%q is not in %v", says, err)
		}
	}
}
