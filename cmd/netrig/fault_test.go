package main

import (
	"errors"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/sys/unix"
)

// pc1 -- sw -- pc2, which serves HTTP.
const busyNetwork = `
topology:
  name: busy
  nodes:
    pc1: {interfaces: {eth0: 10.0.0.1/24}}
    pc2: {interfaces: {eth0: 10.0.0.2/24}, services: {http: {answers: {/: hello}}}}
    sw: {kind: switch}
  links:
    - pc[1-2]:eth0 -- sw
cases:
`

// suites are what the tests below run. The steps of busy do not end by
// themselves.
var suites = map[string]string{
	"passing.yaml": "suite: passing" + busyNetwork + `
  - name: a page
    steps: [{http: {from: pc1, url: "http://10.0.0.2/"}}]
    assert: [{at: "pc1:eth0", sequence: [{match: http.response.code == 200}]}]
`,
	"failing.yaml": "suite: failing" + busyNetwork + `
  - name: no page
    steps: [{ping: {from: pc1, to: 10.0.0.2}}]
    assert: [{at: "pc1:eth0", eventually: 10ms, sequence: [{match: http}]}]
`,
	"erring.yaml": "suite: erring" + busyNetwork + `
  - name: no program
    steps: [{exec: {node: pc1, command: [no-such-program]}}]
    assert: [{at: "pc1:eth0", count: {match: http, max: 0}}]
`,
	"wrong.yaml": "suite: wrong" + busyNetwork + `
  - name: no node
    steps: [{ping: {from: pc9, to: 10.0.0.2}}]
    assert: [{at: "pc1:eth0", sequence: [{match: http}]}]
`,
	"busy.yaml": "suite: busy" + busyNetwork + `
  - name: busy
    timeout: 10m
    steps:
      - parallel:
          - exec: {node: pc1, command: [sleep, "600"], timeout: 10m}
          - exec: {node: pc2, shell: "sleep 601 & sleep 602", timeout: 10m}
          - ping: {from: pc1, to: 10.0.0.2, count: 10000, interval: 10ms}
    assert: [{at: "pc1:eth0", sequence: [{match: icmp}]}]
`,
}

// under way reports whether the programs of busy.yaml run.
func underWay(t *testing.T) bool {
	t.Helper()
	sleeping := 0
	for _, p := range processes(t) {
		if p.name == "sleep" {
			sleeping++
		}
	}
	return sleeping == 3
}

// family is the process in front, its init, and the isolated program, as
// far as they have come. Children that are not isolated are none: the Go
// runtime forks some to learn what the kernel can do.
func family(t *testing.T, front int) []int {
	t.Helper()
	home, err := os.Readlink("/proc/self/ns/net")
	if err != nil {
		t.Fatal(err)
	}
	all := []int{front}
	for _, p := range slices.SortedFunc(slices.Values(processes(t)), func(a, b process) int { return a.pid - b.pid }) {
		here, err := os.Readlink(fmt.Sprintf("/proc/%d/ns/net", p.pid))
		if err == nil && here != home && p.parent == all[len(all)-1] {
			all = append(all, p.pid)
		}
		if len(all) == 3 {
			break
		}
	}
	return all
}

// finish waits for a command that is to end by itself or by what was done
// to it.
func finish(t *testing.T, c *exec.Cmd) {
	t.Helper()
	done := make(chan struct{})
	var err error
	go func() { // ends with the command
		defer close(done)
		err = c.Wait()
	}()
	late := time.NewTimer(2 * patience)
	defer late.Stop()
	select {
	case <-done:
		if err != nil && !errors.As(err, new(*exec.ExitError)) {
			t.Error(err)
		}
	case <-late.C:
		for _, p := range processes(t) {
			where, _ := os.ReadFile(fmt.Sprintf("/proc/%d/wchan", p.pid))
			stack, _ := os.ReadFile(fmt.Sprintf("/proc/%d/stack", p.pid))
			t.Logf("%d: %s, waits in %s\n%s", p.pid, p, where, stack)
		}
		// Its goroutines are in its output then.
		members := family(t, c.Process.Pid)
		_ = unix.Kill(members[len(members)-1], unix.SIGQUIT)
		late.Reset(patience)
		select {
		case <-done:
		case <-late.C:
			_ = c.Process.Kill()
			<-done
		}
		t.Error("it did not end")
	}
}

// TestTheMachineIsLeftAsItWas runs netrig in every way it can end and
// compares all there is on the machine before and after.
func TestTheMachineIsLeftAsItWas(t *testing.T) {
	if !inMachine(t) {
		return
	}
	kill := func(member int) func(t *testing.T, c *exec.Cmd) {
		return func(t *testing.T, c *exec.Cmd) {
			t.Helper()
			if err := unix.Kill(family(t, c.Process.Pid)[member], unix.SIGKILL); err != nil {
				t.Error(err)
			}
		}
	}
	send := func(sig syscall.Signal) func(t *testing.T, c *exec.Cmd) {
		return func(t *testing.T, c *exec.Cmd) {
			t.Helper()
			if err := c.Process.Signal(sig); err != nil {
				t.Error(err)
			}
		}
	}
	born := func(members int) func(*testing.T, *exec.Cmd) bool {
		return func(t *testing.T, c *exec.Cmd) bool {
			t.Helper()
			return len(family(t, c.Process.Pid)) >= members
		}
	}
	tests := []struct {
		name string
		args string
		at   func(t *testing.T, c *exec.Cmd) bool // reports whether to act; nil: the steps are under way
		act  func(t *testing.T, c *exec.Cmd)
		want string // as wait(2) tells it; or one of several
	}{
		{name: "passed", args: "run passing.yaml", want: "exit status 0"},
		{name: "internet", args: "run internet", want: "exit status 0"},
		{name: "failed", args: "run failing.yaml", want: "exit status 1"},
		{name: "errored", args: "run erring.yaml", want: "exit status 2"},
		{name: "wrong", args: "run wrong.yaml", want: "exit status 3"},
		{name: "dry run", args: "run -n internet", want: "exit status 0"},
		{name: "doctor", args: "doctor", want: "exit status 0"},
		{name: "interrupted", args: "run busy.yaml", act: send(unix.SIGINT), want: "exit status 2"},
		{name: "terminated", args: "run busy.yaml", act: send(unix.SIGTERM), want: "exit status 2"},
		{name: "hung up", args: "run busy.yaml", act: send(unix.SIGHUP), want: "exit status 2"},
		{name: "quit", args: "run busy.yaml", act: send(unix.SIGQUIT), want: "exit status 2"}, // Go's own
		{name: "killed", args: "run busy.yaml", act: kill(0), want: "signal: killed"},
		{name: "init killed", args: "run busy.yaml", act: kill(1), want: "signal: killed"},
		{name: "program killed", args: "run busy.yaml", act: kill(2), want: "signal: killed"},
		{name: "init killed at birth", args: "run busy.yaml", at: born(2), act: kill(1), want: "exit status 2 or signal: killed"},
		{name: "program killed at birth", args: "run busy.yaml", at: born(3), act: kill(2), want: "signal: killed"},
		{name: "interrupted at birth", args: "run busy.yaml", at: born(2), act: send(unix.SIGINT), want: "exit status 2 or signal: interrupt"},
	}
	for _, u := range users() {
		for _, tt := range tests {
			t.Run(tt.name+"/"+u.name, func(t *testing.T) {
				dir := u.folder(t)
				u.write(t, dir, suites)
				before, traces := look(t), facts{}.traces(t)
				c := u.netrig(t.Context(), dir, strings.Fields(tt.args)...)
				var out strings.Builder
				c.Stdout, c.Stderr = &out, &out
				if err := c.Start(); err != nil {
					t.Fatal(err)
				}
				if tt.act != nil {
					come := func() bool { return tt.at == nil && underWay(t) || tt.at != nil && tt.at(t, c) }
					if until(come) {
						tt.act(t, c)
					} else {
						t.Error("it has not come so far")
						_ = c.Process.Kill()
					}
				}
				finish(t, c)
				if got := c.ProcessState.String(); !slices.Contains(strings.Split(tt.want, " or "), got) {
					t.Errorf("%s, want %s\n%s", got, tt.want, &out)
				}
				discardEvidence(t, dir, out.String())
				vanished(t, traces)
				if diff := cmp.Diff(before, look(t)); diff != "" {
					t.Errorf("the machine has changed (-before +after)\n%s", diff)
				}
			})
		}
		deserted(t, u)
	}
}

// evidence is what a report calls the place of evidence.
var evidence = regexp.MustCompile(`(?m)^\s*evidence:\s+(\S+)$`)

// discardEvidence removes from the temporary files the evidence that a
// report has named. What else is there was left behind.
func discardEvidence(t *testing.T, dir, output string) {
	t.Helper()
	for _, m := range evidence.FindAllStringSubmatch(output, -1) {
		rel, err := filepath.Rel(dir, m[1])
		if err != nil || !strings.HasPrefix(rel, "netrig-run-") {
			t.Errorf("evidence is at %s, want it below %s", m[1], dir)
			continue
		}
		top, _, _ := strings.Cut(rel, "/")
		if err := os.RemoveAll(filepath.Join(dir, top)); err != nil {
			t.Error(err)
		}
	}
}

// kills is how many labs TestKilledAtAnyMoment kills.
const kills = 50

// TestKilledAtAnyMoment ends labs at random moments in random ways and looks
// for what they leave behind.
func TestKilledAtAnyMoment(t *testing.T) {
	if !inMachine(t) {
		return
	}
	seed, err := strconv.ParseUint(os.Getenv("NETRIG_SEED"), 10, 64)
	if err != nil {
		seed = uint64(time.Now().UnixNano())
	}
	t.Logf("to do the same again: NETRIG_SEED=%d", seed)
	random := rand.New(rand.NewPCG(seed, 0))
	for i := range kills {
		u := users()[i%len(users())]
		moment := time.Duration(random.Int64N(int64(250 * time.Millisecond)))
		way := []string{"front", "front", "init", "program", "any", "interrupt", "interrupt the group"}[random.IntN(7)]
		suite := []string{"busy.yaml", "busy.yaml", "internet"}[random.IntN(3)]
		ok := t.Run(fmt.Sprintf("%02d %s %s after %s as %s", i, suite, way, moment, u.name), func(t *testing.T) {
			killAt(t, u, random, suite, way, moment)
		})
		if !ok {
			return
		}
	}
	for _, u := range users() { // the kernel takes its time
		deserted(t, u)
	}
}

func killAt(t *testing.T, u user, random *rand.Rand, suite, way string, moment time.Duration) {
	t.Helper()
	dir := u.folder(t)
	u.write(t, dir, suites)
	traces := facts{}.traces(t)
	args := []string{"run", suite}
	keeps := random.IntN(3) == 0
	if keeps {
		args = append(args, "--run-dir", filepath.Join(dir, "kept"))
	}
	c := u.netrig(t.Context(), dir, args...)
	c.SysProcAttr.Setpgid = true
	var out strings.Builder
	c.Stdout, c.Stderr = &out, &out
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	<-time.After(moment)
	front := c.Process.Pid
	members := family(t, front)
	send := func(pid int, sig syscall.Signal) {
		if err := unix.Kill(pid, sig); err != nil && !errors.Is(err, unix.ESRCH) {
			t.Error(err)
		}
	}
	switch way {
	case "front":
		send(front, unix.SIGKILL)
	case "init":
		send(members[min(1, len(members)-1)], unix.SIGKILL)
	case "program":
		send(members[len(members)-1], unix.SIGKILL)
	case "any":
		all := processes(t)
		send(all[random.IntN(len(all))].pid, unix.SIGKILL)
		send(front, unix.SIGTERM) // it may have been one of the sleeping programs
	case "interrupt":
		send(front, unix.SIGINT)
	case "interrupt the group":
		send(-front, unix.SIGINT)
	}
	finish(t, c)
	if !keeps {
		discardEvidence(t, dir, out.String())
	} else if err := os.RemoveAll(filepath.Join(dir, "kept")); err != nil {
		t.Error(err)
	}
	vanished(t, traces)
	if t.Failed() {
		t.Logf("%s\n%s", c.ProcessState, &out)
	}
}

// TestTheHostIsNotTouched compares the real machine before and after runs of
// every outcome. What a first run has the kernel load as a module is there
// afterwards and harms nobody.
func TestTheHostIsNotTouched(t *testing.T) {
	for _, u := range users() {
		t.Run(u.name, func(t *testing.T) {
			dir := u.folder(t)
			u.write(t, dir, suites)
			before := look(t)
			for args, want := range map[string]int{"run internet": 0, "run passing.yaml failing.yaml": 1, "run erring.yaml": 2, "run wrong.yaml": 3, "doctor": 0} {
				if o := run(t, u.netrig(t.Context(), dir, strings.Fields(args)...)); o.code != want {
					t.Errorf("%s: %s", args, o)
				}
			}
			after := look(t)
			maps.DeleteFunc(after, func(name, _ string) bool {
				_, known := before[name]
				return !known && strings.HasPrefix(name, "/proc/sys/")
			})
			if diff := cmp.Diff(before, after); diff != "" {
				t.Errorf("the host has changed (-before +after)\n%s", diff)
			}
		})
	}
}
