package leak_test

import (
	"context"
	"os/exec"
	"strings"
	"testing"
	"time"

	"github.com/netrig/netrig/harness/internal/leak"
)

// TestCure leaves a program behind that was not waited for, and wants to be told so.
func TestCure(t *testing.T) {
	before := leak.Take()
	ctx, cancel := context.WithTimeout(t.Context(), time.Hour)
	cmd := exec.CommandContext(ctx, "sleep", "600")
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	left := before.Left()
	if left == nil {
		t.Fatal("nothing was left behind")
	}
	if cure := leak.Cure(left); !strings.Contains(cure, "call Wait of its command") {
		t.Errorf("got %q of\n%v", cure, left)
	}
	cancel()
	_ = cmd.Wait()
	if left := before.Left(); left != nil {
		t.Errorf("once it was waited for: %v", left)
	}
}
