package harness_test

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/netrig/netrig/harness"
	"github.com/netrig/netrig/harness/assert"
)

// recorder is a TB that keeps what it is told. Fatal and Skip end its goroutine, as those of
// testing do.
type recorder struct {
	tb testing.TB

	mu       sync.Mutex
	helpers  map[string]bool // functions
	blamed   string          // the function whose line Fatal is told at
	failed   bool
	skipped  bool
	said     strings.Builder
	cleanups []func()
}

func (r *recorder) ArtifactDir() string      { return r.tb.TempDir() }
func (r *recorder) Context() context.Context { return r.tb.Context() }
func (r *recorder) Name() string             { return "TestRecorded" }

func (r *recorder) Helper() {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.helpers == nil {
		r.helpers = map[string]bool{}
	}
	r.helpers[function(2)] = true
}

// function is the name of a function among the callers: 1 is that of function itself.
func function(skip int) string {
	pc, _, _, _ := runtime.Caller(skip)
	return runtime.FuncForPC(pc).Name()
}

func (r *recorder) Cleanup(f func()) { r.cleanups = append(r.cleanups, f) }

func (r *recorder) Failed() bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.failed
}

func (r *recorder) say(failed, skipped bool, args ...any) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.failed, r.skipped = r.failed || failed, r.skipped || skipped
	fmt.Fprintln(&r.said, args...)
}

func (r *recorder) Log(args ...any)   { r.say(false, false, args...) }
func (r *recorder) Error(args ...any) { r.say(true, false, args...) }

func (r *recorder) Fatal(args ...any) {
	r.say(true, false, args...)
	for skip := 2; r.blamed == "" || r.helpers[r.blamed]; skip++ {
		r.blamed = function(skip)
	}
	panic(r)
}

func (r *recorder) Skip(args ...any) {
	r.say(false, true, args...)
	panic(r)
}

// recorded runs a test and returns what became of it.
func recorded(tb testing.TB, test func(harness.TB)) *recorder {
	tb.Helper()
	r := &recorder{tb: tb}
	guard := func(f func()) {
		defer func() {
			if p := recover(); p != nil && p != any(r) {
				panic(p)
			}
		}()
		f()
	}
	guard(func() { test(r) })
	for _, f := range slices.Backward(r.cleanups) {
		guard(f)
	}
	return r
}

// TestFailure is what a test that fails says: the assertion and what was seen, where
// the evidence is, and how the nodes were.
func TestFailure(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	r := recorded(t, func(tb harness.TB) {
		l := harness.Test(tb, parsed(t, pair))
		l.Expect(tb, assert.YAML(`
- {name: a ping arrives, at: "pc2:eth0", sequence: [icmp.type == 8], eventually: 100ms}
- {name: pc1 knows nobody, neighbor: {node: pc1, count: 0}}`))
	})
	said := r.said.String()
	if !r.failed || !strings.Contains(said, "a ping arrives") || strings.Contains(said, "pc1 knows nobody") {
		t.Errorf("failed %v:\n%s", r.failed, said)
	}
	files, err := filepath.Glob(filepath.Join(os.Getenv("TMPDIR"), "*", "*", "frames.pcapng"))
	if err != nil || len(files) != 1 || !strings.Contains(said, files[0]) {
		t.Errorf("evidence: %v %v\n%s", files, err, said)
	}
	t.Log(said)
}

// TestLast is what a test says that fails by itself: the last frames, and that one never
// arrived. A test whose assertions have shown frames says no more of them.
func TestLast(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	wired := strings.Replace(pair, "pc1:eth0 -- sw", "{between: [pc1:eth0, sw], wire: on}", 1)
	lose := func(l *harness.Lab, tb harness.TB) {
		if _, err := l.Link("pc1 -- sw").Fault(harness.Fault{Filter: "icmp.type == 0", Drop: true}); err != nil {
			tb.Fatal(err)
		}
		if err := l.Do(t.Context(), "ping: {from: pc1, to: 10.0.0.2, timeout: 50ms}"); err != nil {
			tb.Error(err)
		}
	}
	r := recorded(t, func(tb harness.TB) { lose(harness.Test(tb, parsed(t, wired)), tb) })
	said := r.said.String()
	if lost := regexp.MustCompile(`(?m)✗.*Echo \(ping\) reply`); !r.failed || !strings.Contains(said, "the last of the lab") || !lost.MatchString(said) {
		t.Errorf("failed %v:\n%s", r.failed, said)
	}
	r = recorded(t, func(tb harness.TB) {
		l := harness.Test(tb, parsed(t, wired))
		lose(l, tb)
		l.Expect(tb, assert.YAML(`{at: "pc1:eth0", sequence: [icmp.type == 0], eventually: 10ms}`))
	})
	if said := r.said.String(); !r.failed || strings.Contains(said, "the last of the lab") {
		t.Errorf("failed %v:\n%s", r.failed, said)
	}
	r = recorded(t, func(tb harness.TB) {
		harness.Test(tb, parsed(t, pair))
		tb.Error("nothing was sent")
	})
	if said := r.said.String(); !r.failed || strings.Contains(said, "the last of the lab") {
		t.Errorf("failed %v:\n%s", r.failed, said)
	}
}

// TestGreen is what a test that passes says: nothing.
func TestGreen(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	r := recorded(t, func(tb harness.TB) {
		l := harness.Test(tb, parsed(t, pair))
		l.Expect(tb, assert.YAML(`{at: "pc2:eth0", never: icmp.type == 8}`))
	})
	if r.failed || r.skipped || r.said.Len() > 0 {
		t.Errorf("failed %v, skipped %v:\n%s", r.failed, r.skipped, r.said.String())
	}
	if left, err := os.ReadDir(os.Getenv("TMPDIR")); err != nil || len(left) > 0 {
		t.Errorf("left: %v %v", left, err)
	}
}

// TestMisnamed is what is said about names that the topology does not have.
func TestMisnamed(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		do   func(*harness.Lab, harness.TB)
		want string
	}{
		"node":      {func(l *harness.Lab, _ harness.TB) { l.Node("pc9") }, `no node "pc9" (there are pc1, pc2, sw)`},
		"link":      {func(l *harness.Lab, _ harness.TB) { l.Link("pc1 -- pc2") }, `no link "pc1 -- pc2" (there are pc1:eth0 -- sw:pc1, pc2:eth0 -- sw:pc2)`},
		"no link":   {func(l *harness.Lab, _ harness.TB) { l.Link("pc1") }, `write one as in pc1:eth0 -- sw`},
		"assertion": {func(l *harness.Lab, tb harness.TB) { l.Expect(tb, assert.YAML("neighbor: {node: pc1, mac: 5}")) }, "assertions:1:"},
		"filter": {func(l *harness.Lab, tb harness.TB) {
			l.Expect(tb, assert.YAML(`{at: "pc1:eth0", never: tcp.prot == 1}`))
		}, "tcp.port"},
		"empty": {func(l *harness.Lab, tb harness.TB) { l.Expect(tb, assert.YAML("")) }, "empty"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			r := recorded(t, func(tb harness.TB) { test.do(harness.Test(tb, parsed(t, pair)), tb) })
			if !r.failed || !strings.Contains(r.said.String(), test.want) {
				t.Errorf("failed %v, wanted %q:\n%s", r.failed, test.want, r.said.String())
			}
			if r.blamed != "" && !strings.Contains(r.blamed, "TestMisnamed") {
				t.Errorf("it is told at a line of %s, not at one of the test", r.blamed)
			}
		})
	}
}

// TestNeed is a test that starts programs which the machine may lack.
func TestNeed(t *testing.T) {
	for _, tt := range []struct {
		name, require   string
		programs        []string
		skipped, failed bool
		says            string
	}{
		{"there", "", []string{"sh", "cat"}, false, false, ""},
		{"there, and required", "all", []string{"sh"}, false, false, ""},
		{"missing", "", []string{"sh", "no-such-program"}, true, false, `"no-such-program": executable file not found`},
		{"missing, but required", "all", []string{"no-such-program", "nor-this"}, false, true, `NETRIG_REQUIRE is all: exec: "no-such-program": executable file not found in $PATH; exec: "nor-this"`},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Setenv("NETRIG_REQUIRE", tt.require)
			went := false
			r := recorded(t, func(tb harness.TB) {
				harness.Need(tb, tt.programs...)
				went = true
			})
			if r.skipped != tt.skipped || r.failed != tt.failed || went == (tt.skipped || tt.failed) || !strings.Contains(r.said.String(), tt.says) {
				t.Errorf("skipped %v, failed %v, went on %v:\n%s", r.skipped, r.failed, went, r.said.String())
			}
		})
	}
	t.Run("a system program", func(t *testing.T) {
		t.Setenv("NETRIG_REQUIRE", "all")
		t.Setenv("PATH", "/nowhere")
		if r := recorded(t, func(tb harness.TB) { harness.Need(tb, "sh") }); r.failed {
			t.Error(r.said.String())
		}
	})
}

// TestLeftProcess is a test that starts a program and does not wait for it.
func TestLeftProcess(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	r := recorded(t, func(tb harness.TB) {
		l := harness.Test(tb, parsed(t, pair))
		cmd := l.Node("pc1").Command(context.WithoutCancel(t.Context()), "sh", "-c", "echo up; exec sleep 600")
		out, err := cmd.StdoutPipe()
		if err == nil {
			err = cmd.Start()
		}
		if err == nil {
			_, err = io.ReadFull(out, make([]byte, 2)) // it is inside
		}
		if err != nil {
			tb.Fatal(err)
		}
		t.Cleanup(func() { _ = cmd.Wait() })
	})
	if !r.failed || !strings.Contains(r.said.String(), "in pc1, process") {
		t.Errorf("failed %v:\n%s", r.failed, r.said.String())
	}
}
