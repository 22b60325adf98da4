package main

import (
	"context"
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
		if i%5 == 4 { // the kernel takes its time
			for _, u := range users() {
				deserted(t, u)
			}
		}
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

// TestHostileFiles gives netrig files that no well-meaning person writes.
func TestHostileFiles(t *testing.T) {
	const megabyte = 1 << 20
	bomb := "a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n"
	for i := 1; i < 12; i++ {
		bomb += fmt.Sprintf("a%d: &a%d [%s]\n", i, i, strings.TrimSuffix(strings.Repeat(fmt.Sprintf("*a%d,", i-1), 10), ","))
	}
	write := func(text string) func(path string) error {
		return func(path string) error { return os.WriteFile(path, []byte(text), 0o644) }
	}
	tests := []struct {
		name string
		make func(path string) error
		want string // in what is said
	}{
		{"alias bomb", write("suite: x\n" + bomb), `x\.yaml:\d+:\d+: the file holds more than 262144 values`},
		{"alias of itself", write("suite: &a [*a]\n"), `x\.yaml:1:`},
		{"100 MB", func(path string) error {
			f, err := os.Create(path)
			if err != nil {
				return err
			}
			line := []byte(strings.Repeat("suite: x # ", megabyte/11))
			for range 100 {
				if _, err := f.Write(line); err != nil {
					return errors.Join(err, f.Close())
				}
			}
			return f.Close()
		}, `x\.yaml: the file is too big`},
		{"deep lists", write(strings.Repeat("[", 400_000)), `x\.yaml:1:\d+: more than 64 maps and lists`},
		{"deep maps", write(strings.Repeat("{a: ", 200_000)), `x\.yaml:1:\d+: more than 64 maps and lists`},
		{"deep blocks", write(func() string {
			var b strings.Builder
			for i := range 1000 {
				b.WriteString(strings.Repeat(" ", i) + "a:\n")
			}
			return b.String()
		}()), `x\.yaml:\d+:\d+: more than 64 maps and lists`},
		{"binary", write("\x7fELF\x02\x01\x01\x00\xff\xfe"), `x\.yaml:1:\d+: not a text file`},
		{"empty", write(""), `x\.yaml: the file is empty`},
		{"blank", write("\n\n# nothing\n"), `x\.yaml: the file is empty`},
		{"a folder", func(path string) error { return os.Mkdir(path, 0o755) }, `no suite\.yaml in x\.yaml or below`},
		{"unreadable", func(path string) error { return os.WriteFile(path, []byte("suite: x\n"), 0o000) }, `x\.yaml: permission denied`},
		{"a pipe", func(path string) error { return unix.Mkfifo(path, 0o644) }, `x\.yaml: neither a file nor a folder`},
		{"a device", func(path string) error { return os.Symlink("/dev/zero", path) }, `/dev/zero: neither a file nor a folder`},
		{"a link to itself", func(path string) error { return os.Symlink(path, path) }, `x\.yaml.*too many (levels of symbolic )?links`},
		{"a topology that is a pipe", func(path string) error {
			return errors.Join(unix.Mkfifo(path+".pipe", 0o644), write("suite: x\ntopology: x.yaml.pipe\ncases: [{name: c}]\n")(path))
		}, `neither a file nor a folder`},
	}
	ordinary := users()[len(users())-1]
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			dir := ordinary.folder(t)
			path := filepath.Join(dir, "x.yaml")
			old := unix.Umask(0)
			err := tt.make(path)
			unix.Umask(old)
			if err != nil {
				t.Fatal(err)
			}
			verbs := []string{"lint", "graph", "run"}
			if tt.name == "unreadable" && ordinary.id < 0 {
				// In its user namespace a run may read whatever belongs to the
				// user, as root may anywhere.
				verbs = verbs[:2]
			}
			for _, verb := range verbs {
				ctx, cancel := context.WithTimeout(t.Context(), 10*time.Second)
				o := run(t, ordinary.netrig(ctx, dir, verb, "x.yaml"))
				cancel()
				if o.code != exitUsage || !regexp.MustCompile(tt.want).MatchString(o.stdout+o.stderr) {
					t.Errorf("%s: %s", verb, o)
				}
				if said := len(o.stdout) + len(o.stderr); said > 4096 {
					t.Errorf("%s: it says %d octets", verb, said)
				}
				if cpu := o.usage.Utime.Nano() + o.usage.Stime.Nano(); cpu > int64(2*time.Second) {
					t.Errorf("%s: it took %s of a processor", verb, time.Duration(cpu))
				}
				if kilobytes := o.usage.Maxrss; kilobytes > 200<<10 {
					t.Errorf("%s: it took %d kB of memory", verb, kilobytes)
				}
			}
		})
	}
}

// TestAFullDisk runs with run directories of every size, from too small for
// anything to large enough: what could not be recorded never passes.
func TestAFullDisk(t *testing.T) {
	if !inMachine(t) {
		return
	}
	const page = 4096
	for _, u := range users() {
		t.Run(u.name, func(t *testing.T) {
			dir := u.folder(t)
			u.write(t, dir, suites)
			disk := filepath.Join(dir, "disk")
			u.write(t, dir, map[string]string{"disk/mountpoint": ""})
			errored := 0
			for pages := 1; ; pages++ {
				if pages > 64 {
					t.Fatal("no disk is large enough")
				}
				if err := unix.Mount("tmpfs", disk, "tmpfs", 0, fmt.Sprintf("mode=0777,size=%d", pages*page)); err != nil {
					t.Fatal(err)
				}
				o := run(t, u.netrig(t.Context(), dir, "run", "--run-dir", "disk/kept", "passing.yaml"))
				again := run(t, u.netrig(t.Context(), dir, "verify", "disk/kept"))
				if err := unix.Unmount(disk, 0); err != nil {
					t.Fatal(err)
				}
				if o.code == exitPassed {
					if again.code != exitPassed {
						t.Errorf("%d pages: it passed, but verify: %s", pages, again)
					}
					break
				}
				errored++
				if said := o.stdout + o.stderr; o.code != exitErrored || !strings.Contains(said, "no space left on device") || !strings.Contains(said, "disk/kept") {
					t.Errorf("%d pages: %s", pages, o)
				}
			}
			if errored < 4 {
				t.Errorf("only %d disks were too small; the test does not reach what it is about", errored)
			}
		})
	}
}

// TestMissingRights runs where the kernel allows no namespaces: netrig and
// its doctor say so, and what to do about it.
func TestMissingRights(t *testing.T) {
	if !inMachine(t) {
		return
	}
	for _, u := range users() {
		kinds := []string{"net"}
		if u.id > 0 {
			kinds = append(kinds, "user")
		}
		for _, kind := range kinds {
			t.Run(kind+"/"+u.name, func(t *testing.T) {
				dir := u.folder(t)
				u.write(t, dir, suites)
				limit(t, kind, 0)
				defer limit(t, kind, 1<<16)
				why := "max_" + kind + "_namespaces is 0 here"
				cure := "sysctl -w user.max_" + kind + "_namespaces="
				o := run(t, u.netrig(t.Context(), dir, "run", "passing.yaml"))
				if o.code != exitErrored || o.stdout != "" || !strings.Contains(o.stderr, why) || !strings.Contains(o.stderr, cure) {
					t.Errorf("run: %s", o)
				}
				o = run(t, u.netrig(t.Context(), dir, "doctor"))
				if o.code != exitErrored || !strings.Contains(o.stdout, "MISSING") || !strings.Contains(o.stdout, why) || !strings.Contains(o.stdout, cure) {
					t.Errorf("doctor: %s", o)
				}
				for _, args := range []string{"lint passing.yaml", "run -n passing.yaml", "graph passing.yaml"} {
					if o := run(t, u.netrig(t.Context(), dir, strings.Fields(args)...)); o.code != exitPassed {
						t.Errorf("%s needs no rights: %s", args, o)
					}
				}
			})
		}
	}
}
