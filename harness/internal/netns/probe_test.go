package netns_test

import (
	"os"
	"testing"

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
