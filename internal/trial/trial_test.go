package trial

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

// judged is a test that only remembers what was said of it.
type judged struct {
	testing.TB
	said string
}

func (j *judged) Helper() {}

func (j *judged) Errorf(format string, args ...any) {
	j.said = "error: " + fmt.Sprintf(format, args...)
}

func (j *judged) Fatalf(format string, args ...any) {
	j.said = "fatal: " + fmt.Sprintf(format, args...)
	runtime.Goexit()
}

func (j *judged) Skipf(format string, args ...any) {
	j.said = "skip: " + fmt.Sprintf(format, args...)
	runtime.Goexit()
}

// judge returns what f says of its test.
func judge(t *testing.T, f func(testing.TB)) string {
	t.Helper()
	j := &judged{TB: t}
	done := make(chan struct{})
	go func() {
		defer close(done)
		f(j)
	}()
	<-done
	return j.said
}

func TestGolden(t *testing.T) {
	file := filepath.Join(t.TempDir(), "golden")
	golden := func(got string) string {
		t.Helper()
		return judge(t, func(tb testing.TB) {
			tb.Helper()
			Golden(tb, file, got)
		})
	}
	if said := golden("none"); !strings.HasPrefix(said, "fatal:") {
		t.Errorf("without a file: %q", said)
	}
	if err := os.WriteFile(file, []byte("one\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if said := golden("one\n"); said != "" {
		t.Errorf("where both are the same: %q", said)
	}
	if said := golden("two\n"); !strings.HasPrefix(said, "error:") || !strings.Contains(said, "two") {
		t.Errorf("where they differ: %q", said)
	}
	*update = true
	defer func() { *update = false }()
	if said := golden("three\n"); said != "" {
		t.Errorf("with -update: %q", said)
	}
	if b, err := os.ReadFile(file); err != nil || string(b) != "three\n" {
		t.Errorf("what -update wrote: %q, %v", b, err)
	}
}

func TestTool(t *testing.T) {
	for _, tt := range []struct{ require, tool, want string }{
		{"all", "sh", ""},
		{"", "no-such-program", "skip: needs no-such-program"},
		{"all", "no-such-program", "fatal: needs no-such-program"},
	} {
		t.Setenv("NETRIG_REQUIRE", tt.require)
		said := judge(t, func(tb testing.TB) {
			tb.Helper()
			if path := Tool(tb, tt.tool); !filepath.IsAbs(path) {
				tb.Errorf("%s is at %q", tt.tool, path)
			}
		})
		if !strings.HasPrefix(said, tt.want) || tt.want == "" && said != "" {
			t.Errorf("%+v: %q", tt, said)
		}
	}
}

// TestApart finds itself in another namespace, and once more where it fails there.
func TestApart(t *testing.T) {
	const origin, failing = "TRIAL_ORIGIN", "TRIAL_FAILING"
	here, err := os.Readlink("/proc/self/ns/net")
	if err != nil {
		t.Fatal(err)
	}
	if os.Getenv(apart) == "" {
		t.Setenv(origin, here)
	}
	if Apart(t) {
		if there := os.Getenv(origin); here == there {
			t.Errorf("the namespace is still %s", here)
		}
		if os.Getenv(failing) != "" {
			t.Error("as it should")
		}
		return
	}
	if os.Getenv(failing) != "" {
		return
	}
	again := exec.CommandContext(t.Context(), "/proc/self/exe", "-test.run=^TestApart$")
	again.Env = append(os.Environ(), failing+"=1")
	if out, err := again.CombinedOutput(); err == nil || !strings.Contains(string(out), "as it should") {
		t.Errorf("a test that fails there: %v\n%s", err, out)
	}
}
