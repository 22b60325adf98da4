package harness_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/netrig/netrig/harness"
	labs "github.com/netrig/netrig/harness/internal/lab"
	"github.com/netrig/netrig/harness/suite"
)

// soak is how many labs TestManyRunsLeaveNothing runs (ci/soak).
var soak = flag.Int("soak", 200, "labs that TestManyRunsLeaveNothing runs; fewer with -short")

// TestManyRunsLeaveNothing runs 200 labs one after the other in this process, or 50
// with -short, or as many as -soak says, with services, clients, sockets, programs and captures, of every
// verdict. What a process can run out of must not grow with their number.
func TestManyRunsLeaveNothing(t *testing.T) {
	const warm = 20
	runs := *soak
	if testing.Short() {
		runs = 50
	}
	verdicts := []struct {
		cases string
		want  suite.Verdict
	}{
		{`
  - name: c
    steps:
      - dns: {from: pc1, name: ns.lab}
      - http: {from: pc1, url: "http://10.0.0.2/", keep_alive: true}
      - ping: {from: pc1, to: 10.0.0.2}
      - listen: {node: pc2, address: ":81", as: l}
      - connect: {from: pc1, to: "pc2:81", as: client}
      - accept: {of: l, as: server}
      - connect: {from: pc1, to: "10.0.0.9:81", as: nobody, begin: on}
      - recv: {on: client, octets: 1, timeout: 1ms, fails: timed out}
    assert: [{at: "pc1:eth0", sequence: [{match: icmp.type == 0}]}]
`, suite.Passed},
		{`
  - name: c
    steps: [{exec: {node: pc1, shell: "sleep 600 & exit 3"}}]
    assert: [{at: "pc1:eth0", count: {match: icmp, max: 0}}]
`, suite.Failed},
		{`
  - name: c
    timeout: 1ms
    steps: [{exec: {node: pc1, command: [sleep, "600"]}}]
    assert: [{at: "pc1:eth0", count: {match: icmp, max: 0}}]
`, suite.Errored},
	}
	temp := t.TempDir()
	t.Setenv("TMPDIR", temp)
	var before map[string]int
	var memory, heap int
	for i := range warm + runs {
		v := verdicts[i%len(verdicts)]
		dir := filepath.Join(temp, "run")
		r, err := harness.Run(t.Context(), source(v.cases), harness.RunOptions{Dir: dir})
		if err != nil || r.Verdict != v.want {
			t.Fatalf("run %d: %s, %v; want %s\n%+v", i, r.Verdict, err, v.want, r.Suites)
		}
		if err := os.RemoveAll(dir); err != nil {
			t.Fatal(err)
		}
		if i == warm-1 {
			before, memory, heap = holdings(t), resident(t), used()
		}
		if done := i + 1 - warm; done > 0 && done%1000 == 0 {
			t.Logf("%d runs: %d kB", done, resident(t)>>10)
		}
	}
	if diff := settled(t, before); diff != "" {
		t.Errorf("after %d runs (-before +after)\n%s", runs, diff)
	}
	grown, more := resident(t)-memory, used()-heap
	t.Logf("memory: %d kB, and %+d kB after %d runs; Go's own %d kB, and %+d kB", memory>>10, grown>>10, runs, heap>>10, more>>10)
	if more > 4<<20 {
		t.Errorf("after %d runs Go uses %d kB more", runs, more>>10)
	}
	if grown > 8<<20 && !raceDetector {
		t.Errorf("after %d runs the process is %d kB larger", runs, grown>>10)
	}
}

// settled waits until the process holds what it did and returns what is
// different. Fewer threads or goroutines are fine.
func settled(t *testing.T, before map[string]int) string {
	t.Helper()
	late := time.NewTimer(5 * time.Second)
	defer late.Stop()
	tick := time.NewTicker(5 * time.Millisecond)
	defer tick.Stop()
	for {
		after := holdings(t)
		for name, n := range after {
			if n < before[name] {
				after[name] = before[name]
			}
		}
		diff := cmp.Diff(before, after)
		if diff == "" {
			return ""
		}
		select {
		case <-tick.C:
		case <-late.C:
			return diff
		}
	}
}

// holdings counts what this process holds of the kernel and of the runtime.
func holdings(t *testing.T) map[string]int {
	t.Helper()
	labs.Clear() // labs that have ended hold nothing for good
	glob := func(pattern string) []string {
		names, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		return names
	}
	held := map[string]int{"goroutines": runtime.NumGoroutine(), "children": 0, "mounts": 0, "threads elsewhere": 0}
	for _, fd := range glob("/proc/self/fd/*") {
		if target, err := os.Readlink(fd); err == nil && !strings.HasPrefix(target, "/proc/") {
			kind, _, _ := strings.Cut(target, ":") // as in net:[4026532008]
			held["files "+kind]++
		}
	}
	home, err := os.Readlink("/proc/self/ns/net")
	if err != nil {
		t.Fatal(err)
	}
	for _, task := range glob("/proc/self/task/*") {
		if here, err := os.Readlink(task + "/ns/net"); err == nil && here != home {
			held["threads elsewhere"]++
		}
		if b, err := os.ReadFile(task + "/children"); err == nil {
			held["children"] += len(strings.Fields(string(b)))
		}
	}
	b, err := os.ReadFile("/proc/self/mountinfo")
	if err != nil {
		t.Fatal(err)
	}
	held["mounts"] = strings.Count(string(b), "\n")
	return held
}

// resident is the memory that this process occupies, in octets, once what
// is not in use any more was collected.
func resident(t *testing.T) int {
	t.Helper()
	debug.FreeOSMemory()
	b, err := os.ReadFile("/proc/self/statm")
	if err != nil {
		t.Fatal(err)
	}
	var size, resident int
	if _, err := fmt.Sscan(string(b), &size, &resident); err != nil {
		t.Fatal(err)
	}
	return resident * os.Getpagesize()
}

// used is the memory in use by Go: what is reachable, and stacks, in octets. The race
// detector's own is no part of it.
func used() int {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int(m.HeapAlloc + m.StackInuse)
}
