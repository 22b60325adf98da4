package netns_test

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/sys/unix"

	"github.com/netrig/netrig/harness/internal/netns"
	"github.com/netrig/netrig/internal/trial"
)

// roleVariable makes the test binary one of the programs below, isolated.
const roleVariable = "NETNS_TEST_ROLE"

// roles are programs that tests start. They return their exit code.
func roles() map[string]func() int {
	return map[string]func() int{
		"describe": describe,
		"end":      end,
		"count":    count(syscall.SIGUSR2),
		"job":      count(syscall.SIGQUIT),
		"tree":     tree,
		"orphan":   orphan,
		"again":    again,
		"deny":     func() int { return 0 },
	}
}

// description is what a program sees of its isolation.
type description struct {
	Isolated   bool
	UID, PID   int
	ParentPID  int
	Args       []string
	Dir        string
	Network    string
	Links      []string
	Proc       string // pid according to /proc
	Inherited  string // read from descriptor 7
	Markers    []string
	Background int // signals blocked
}

func describe() int {
	d := description{Isolated: netns.Isolated(), UID: os.Getuid(), PID: os.Getpid(), ParentPID: os.Getppid(), Args: os.Args[1:]}
	d.Dir, _ = os.Getwd()
	d.Network, _ = os.Readlink("/proc/self/ns/net")
	d.Proc, _ = os.Readlink("/proc/self")
	links, _ := os.ReadDir("/sys/class/net")
	for _, l := range links {
		d.Links = append(d.Links, l.Name())
	}
	for _, e := range os.Environ() {
		// What was set for the tests themselves is no trace of isolation.
		if strings.HasPrefix(e, "NETRIG_") && !strings.HasPrefix(e, "NETRIG_REQUIRE=") {
			d.Markers = append(d.Markers, e)
		}
	}
	if f := os.NewFile(7, "inherited"); f != nil {
		b, _ := io.ReadAll(f)
		d.Inherited = string(b)
	}
	var mask unix.Sigset_t
	_ = unix.PthreadSigmask(unix.SIG_BLOCK, nil, &mask)
	for _, v := range mask.Val {
		if v != 0 {
			d.Background++
		}
	}
	if json.NewEncoder(os.Stdout).Encode(d) != nil {
		return 1
	}
	return 0
}

// end exits with a code, or by a signal.
func end() int {
	n, _ := strconv.Atoi(os.Args[2])
	if os.Args[1] == "signal" {
		_ = unix.Kill(os.Getpid(), syscall.Signal(n))
		for {
			_ = unix.Pause() // a blocked goroutine would be a deadlock to Go
		}
	}
	return n
}

// count counts signals until one of a kind.
func count(until syscall.Signal) func() int {
	return func() int {
		signals := make(chan os.Signal, 16)
		signal.Notify(signals, syscall.SIGINT, syscall.SIGTERM, syscall.SIGHUP, syscall.SIGQUIT, syscall.SIGUSR1, syscall.SIGUSR2, syscall.SIGWINCH)
		fmt.Println("ready")
		for s := range signals {
			fmt.Println(unix.SignalName(s.(syscall.Signal)))
			if s == until {
				break
			}
		}
		return 0
	}
}

// tree leaves its session, forks twice, and goes on living.
func tree() int {
	cmd := exec.Command("sh", "-c", "(setsid sleep 1000 & (sleep 1000 &)); echo ready; exec sleep 1000") //nolint:noctx // is to be killed
	cmd.Stdout = os.Stdout
	cmd.ExtraFiles = []*os.File{os.NewFile(7, "alive")}
	if cmd.Start() != nil {
		return 1
	}
	_ = cmd.Wait()
	return 1
}

// orphan ends and leaves children that hold its output.
func orphan() int {
	cmd := exec.Command("sh", "-c", "setsid sleep 1000 & (sleep 1000 &)") //nolint:noctx // is to be killed
	cmd.Stdout = os.Stdout
	if cmd.Run() != nil {
		return 1
	}
	return 3
}

// again runs the program from inside, with the environment it has.
func again() int {
	cmd := exec.Command("/proc/self/exe") //nolint:noctx // ends by itself
	cmd.Env = append(os.Environ(), roleVariable+"=describe", "NETRIG_NETNS="+os.Getenv("STALE"))
	cmd.Stdout, cmd.Stderr = os.Stdout, os.Stderr
	if err := cmd.Run(); err != nil {
		return 1
	}
	return 0
}

// program is the test binary in a role.
func program(t *testing.T, role string, args ...string) *exec.Cmd {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), "/proc/self/exe", args...)
	cmd.Env = append(os.Environ(), roleVariable+"="+role)
	return cmd
}

// started starts cmd and waits until it says that it is ready.
func started(t *testing.T, cmd *exec.Cmd) *bufio.Reader {
	t.Helper()
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	var stderr bytes.Buffer
	if cmd.Stderr == nil {
		cmd.Stderr = &stderr
		t.Cleanup(func() {
			if t.Failed() {
				t.Logf("stderr: %s", &stderr)
			}
		})
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	r := bufio.NewReader(out)
	if line, err := r.ReadString('\n'); line != "ready\n" {
		t.Fatalf("%q, %v", line, err)
	}
	return r
}

func TestIsolateDescribe(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "file")
	if err := os.WriteFile(file, []byte("inherited"), 0o644); err != nil {
		t.Fatal(err)
	}
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	cmd := program(t, "describe", "-a", "b c")
	cmd.Dir = dir
	cmd.ExtraFiles = []*os.File{4: f}
	cmd.Env = append(cmd.Env, "NETRIG_NETNS=4:4026531840", "NETRIG_INIT=0", "NETRIG_PROBE=x")
	b, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	var got description
	if err := json.Unmarshal(b, &got); err != nil {
		t.Fatal(err)
	}
	here, _ := os.Readlink("/proc/self/ns/net")
	if got.Network == here || got.Network == "" {
		t.Errorf("in %q, which is ours", got.Network)
	}
	got.Network = ""
	if got.Proc != strconv.Itoa(got.PID) {
		t.Errorf("/proc says pid %s, the kernel %d", got.Proc, got.PID)
	}
	want := description{
		Isolated: true, Args: []string{"-a", "b c"}, Dir: dir, Links: []string{"lo"}, Inherited: "inherited",
		PID: got.PID, Proc: got.Proc, ParentPID: 1,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("inside (-want +got):\n%s", diff)
	}
}

// TestIsolateAgain nests: neither the environment nor the fact that the
// caller is isolated makes the inner one believe that it is.
func TestIsolateAgain(t *testing.T) {
	b, err := program(t, "again").Output()
	if err != nil {
		t.Fatal(err)
	}
	var got description
	if err := json.Unmarshal(b, &got); err != nil {
		t.Fatal(err)
	}
	if here, _ := os.Readlink("/proc/self/ns/net"); !got.Isolated || got.Network == here || got.ParentPID != 1 {
		t.Errorf("%+v", got)
	}
}

func TestIsolateEnding(t *testing.T) {
	tests := []struct {
		how string
		n   int
	}{
		{"exit", 0}, {"exit", 1}, {"exit", 3}, {"exit", 255},
		{"signal", 1}, {"signal", 2}, {"signal", 9}, {"signal", 15},
	}
	for _, tt := range tests {
		t.Run(fmt.Sprint(tt.how, " ", tt.n), func(t *testing.T) {
			cmd := program(t, "end", tt.how, strconv.Itoa(tt.n))
			var stderr bytes.Buffer
			cmd.Stderr = &stderr
			_ = cmd.Run()
			ws := cmd.ProcessState.Sys().(syscall.WaitStatus)
			if tt.how == "exit" && (!ws.Exited() || ws.ExitStatus() != tt.n) ||
				tt.how == "signal" && (!ws.Signaled() || int(ws.Signal()) != tt.n) {
				t.Errorf("%v", cmd.ProcessState)
			}
			if stderr.Len() > 0 {
				t.Errorf("stderr: %s", &stderr)
			}
		})
	}
}

// TestIsolateSignals sends each signal to the process in front, or to the
// process group as a terminal does, or to both in turn: the program gets it
// once either way.
func TestIsolateSignals(t *testing.T) {
	signals := []syscall.Signal{syscall.SIGINT, syscall.SIGTERM, syscall.SIGHUP, syscall.SIGQUIT, syscall.SIGUSR1}
	tests := map[string][]bool{ // to the group
		"alone": {false, false, false},
		"group": {true, true, true},
		"mixed": {true, false, true, true, false, false, true},
	}
	for name, groups := range tests {
		for _, sig := range signals {
			t.Run(name+" "+unix.SignalName(sig), func(t *testing.T) {
				cmd := program(t, "count")
				cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
				out := started(t, cmd)
				for _, group := range groups {
					to := cmd.Process.Pid
					if group {
						to = -to
					}
					if err := unix.Kill(to, sig); err != nil {
						t.Fatal(err)
					}
					line, err := out.ReadString('\n')
					if err != nil {
						t.Fatal(err)
					}
					if line != unix.SignalName(sig)+"\n" {
						t.Errorf("got %q", line)
					}
					passed(t, cmd, out)
				}
				if err := cmd.Process.Signal(syscall.SIGUSR2); err != nil {
					t.Fatal(err)
				}
				rest, _ := io.ReadAll(out)
				if got := strings.Fields(string(rest)); !slices.Equal(got, []string{"SIGUSR2"}) {
					t.Errorf("then %v, want SIGUSR2", got)
				}
				if err := cmd.Wait(); err != nil {
					t.Error(err)
				}
			})
		}
	}
}

// passed waits until the process in front has passed on what it got: another
// signal in the same moment would merge with that. Signals are passed on in
// the order of their numbers, of which SIGWINCH has the highest here.
func passed(t *testing.T, cmd *exec.Cmd, out *bufio.Reader) {
	t.Helper()
	for inHandler(cmd.Process.Pid) {
		runtime.Gosched()
	}
	if err := cmd.Process.Signal(syscall.SIGWINCH); err != nil {
		t.Fatal(err)
	}
	if line, err := out.ReadString('\n'); line != "SIGWINCH\n" {
		t.Fatalf("%q, %v", line, err)
	}
}

// inHandler reports whether signals have been sent to a Go program which have
// not reached its os/signal: they are pending for the process, or a thread is
// in its handler, where alone Go blocks SIGSEGV.
func inHandler(pid int) bool {
	tasks, _ := filepath.Glob(fmt.Sprintf("/proc/%d/task/*/status", pid))
	for _, task := range tasks {
		b, _ := os.ReadFile(task)
		for line := range strings.Lines(string(b)) {
			name, value, _ := strings.Cut(line, ":")
			set, _ := strconv.ParseUint(strings.TrimSpace(value), 16, 64)
			if name == "ShdPnd" && set != 0 || name == "SigBlk" && set>>(unix.SIGSEGV-1)&1 != 0 {
				return true
			}
		}
	}
	return false
}

// needTree skips the test where a tree cannot be started.
func needTree(t *testing.T) {
	t.Helper()
	for _, name := range []string{"sh", "setsid", "sleep"} {
		trial.Tool(t, name)
	}
}

// TestIsolateNoHandler ends a program that handles nothing.
func TestIsolateNoHandler(t *testing.T) {
	needTree(t)
	for _, sig := range []syscall.Signal{syscall.SIGINT, syscall.SIGTERM, syscall.SIGHUP} {
		alive, held, err := os.Pipe()
		if err != nil {
			t.Fatal(err)
		}
		cmd := program(t, "tree")
		cmd.ExtraFiles = []*os.File{4: held}
		started(t, cmd)
		_ = held.Close()
		if err := cmd.Process.Signal(sig); err != nil {
			t.Fatal(err)
		}
		if _, err := alive.Read(make([]byte, 1)); err != io.EOF {
			t.Errorf("%v", err)
		}
		_ = cmd.Wait()
		if ws := cmd.ProcessState.Sys().(syscall.WaitStatus); ws.Signal() != sig {
			t.Errorf("%v, want %v", cmd.ProcessState, sig)
		}
		_ = alive.Close()
	}
}

// TestIsolateKilled kills the process in front: what the program started,
// wherever it went, holds a pipe whose end shows when all of it is gone.
func TestIsolateKilled(t *testing.T) {
	needTree(t)
	alive, held, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = alive.Close() }()
	cmd := program(t, "tree")
	cmd.ExtraFiles = []*os.File{4: held}
	started(t, cmd)
	_ = held.Close()
	if err := cmd.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	if _, err := alive.Read(make([]byte, 1)); err != io.EOF {
		t.Errorf("somebody is left: %v", err)
	}
	_ = cmd.Wait()
}

// TestIsolateOrphans ends the program before its children: they do not hold
// up who waits for the output.
func TestIsolateOrphans(t *testing.T) {
	needTree(t)
	_, err := program(t, "orphan").Output()
	var exit *exec.ExitError
	if !errors.As(err, &exit) || exit.ExitCode() != 3 {
		t.Errorf("%v, want exit code 3", err)
	}
}

// TestIsolateTerminal types ctrl-C at a terminal: the program gets SIGINT
// once, and the process in front outlives it.
func TestIsolateTerminal(t *testing.T) {
	master, slave := terminal(t)
	cmd := program(t, "count")
	cmd.Stdin, cmd.Stderr = slave, slave
	cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true, Setctty: true}
	out := started(t, cmd)
	_ = slave.Close()
	for range 3 {
		interrupt(t, master, out)
		passed(t, cmd, out)
	}
	quit(t, cmd, out)
}

// interrupt types ctrl-C and waits until the program has SIGINT.
func interrupt(t *testing.T, master *os.File, out *bufio.Reader) {
	t.Helper()
	if _, err := master.Write([]byte{3}); err != nil {
		t.Fatal(err)
	}
	if line, err := out.ReadString('\n'); line != "SIGINT\n" {
		t.Fatalf("%q, %v", line, err)
	}
}

// quit ends a counting program, which has nothing more to tell.
func quit(t *testing.T, cmd *exec.Cmd, out *bufio.Reader) {
	t.Helper()
	if err := cmd.Process.Signal(syscall.SIGUSR2); err != nil {
		t.Fatal(err)
	}
	if rest, _ := io.ReadAll(out); string(rest) != "SIGUSR2\n" {
		t.Errorf("then %q, want SIGUSR2", rest)
	}
	if err := cmd.Wait(); err != nil {
		t.Error(err)
	}
}

// TestIsolateStopped is a shell with job control: it runs the program in the
// foreground of a terminal at which ctrl-Z is typed, sees it stop, brings it
// back as fg does, and then ctrl-C works as before.
func TestIsolateStopped(t *testing.T) {
	master, slave := terminal(t)
	cmd := program(t, "shell")
	cmd.Stdin, cmd.Stderr = slave, slave
	cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true, Setctty: true}
	out := started(t, cmd)
	_ = slave.Close()
	for range 3 {
		if _, err := master.Write([]byte{26}); err != nil {
			t.Fatal(err)
		}
		for _, want := range []string{"stopped by SIGTSTP\n", "continued\n"} {
			if line, err := out.ReadString('\n'); line != want {
				t.Fatalf("%q, %v, want %q", line, err, want)
			}
		}
	}
	interrupt(t, master, out)
	if _, err := master.Write([]byte{28}); err != nil { // ctrl-backslash
		t.Fatal(err)
	}
	if rest, _ := io.ReadAll(out); string(rest) != "SIGQUIT\nexit code 0\n" {
		t.Errorf("then %q", rest)
	}
	if err := cmd.Wait(); err != nil {
		t.Error(err)
	}
}

// shell runs a counting program as a job, not isolated itself, and takes it
// to the foreground again whenever it stops.
func shell() int {
	job := exec.Command("/proc/self/exe") //nolint:noctx // ends by itself
	job.Env = append(os.Environ(), roleVariable+"=job")
	job.Stdin, job.Stdout, job.Stderr = os.Stdin, os.Stdout, os.Stderr
	job.SysProcAttr = &syscall.SysProcAttr{Foreground: true}
	if err := job.Start(); err != nil {
		fmt.Println(err)
		return 1
	}
	front := job.Process.Pid
	signal.Ignore(syscall.SIGTTOU) // or the terminal could not be taken back
	foreground := func(group int) {
		if err := unix.IoctlSetPointerInt(0, unix.TIOCSPGRP, group); err != nil {
			fmt.Println("tcsetpgrp:", err)
		}
	}
	for {
		var ws unix.WaitStatus
		_, err := unix.Wait4(front, &ws, unix.WUNTRACED, nil)
		switch {
		case err == unix.EINTR:
		case err != nil:
			fmt.Println(err)
			return 1
		case ws.Stopped():
			fmt.Printf("stopped by %s\n", unix.SignalName(ws.StopSignal()))
			foreground(unix.Getpgrp())
			for !stopped(childOf(childOf(front))) { // the program below the init
				runtime.Gosched()
			}
			foreground(front)
			_ = unix.Kill(-front, unix.SIGCONT)
			fmt.Println("continued")
		default:
			fmt.Printf("exit code %d\n", ws.ExitStatus())
			return 0
		}
	}
}

// childOf is a child of a process.
func childOf(pid int) int {
	tasks, _ := filepath.Glob(fmt.Sprintf("/proc/%d/task/*/children", pid))
	for _, task := range tasks {
		b, _ := os.ReadFile(task)
		for f := range strings.FieldsSeq(string(b)) {
			n, _ := strconv.Atoi(f)
			return n
		}
	}
	return 0
}

// stopped reports whether a process has been stopped.
func stopped(pid int) bool {
	b, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	return err == nil && strings.Contains(string(b), "\nState:\tT")
}

// terminal opens a pseudo-terminal.
func terminal(t *testing.T) (master, slave *os.File) {
	t.Helper()
	master, err := os.OpenFile("/dev/ptmx", os.O_RDWR|unix.O_NOCTTY, 0)
	if err != nil {
		trial.Lack(t, fmt.Sprintf("a pseudo-terminal (%v)", err))
	}
	t.Cleanup(func() { _ = master.Close() })
	if err := unix.IoctlSetPointerInt(int(master.Fd()), unix.TIOCSPTLCK, 0); err != nil {
		t.Fatal(err)
	}
	n, err := unix.IoctlGetInt(int(master.Fd()), unix.TIOCGPTN)
	if err != nil {
		t.Fatal(err)
	}
	slave, err = os.OpenFile(fmt.Sprintf("/dev/pts/%d", n), os.O_RDWR|unix.O_NOCTTY, 0)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = slave.Close() })
	return master, slave
}

// nobody is an ordinary user.
const nobody = 65534

// readable is a copy of the test binary that every user may execute.
func readable(t *testing.T) string {
	t.Helper()
	dir, err := os.MkdirTemp("", "netns") //nolint:usetesting // every user has to reach it
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(dir) })
	b, err := os.ReadFile("/proc/self/exe")
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(dir, "netns.test")
	if err := errors.Join(os.Chmod(dir, 0o755), os.WriteFile(path, b, 0o755)); err != nil {
		t.Fatal(err)
	}
	return path
}

// TestOrdinaryUser runs the tests of this package without root's rights.
func TestOrdinaryUser(t *testing.T) {
	uids, err := os.ReadFile("/proc/self/uid_map")
	if err != nil {
		t.Fatal(err)
	}
	if fields := strings.Fields(string(uids)); os.Getuid() != 0 || len(fields) != 3 || fields[2] == "1" {
		t.Skip("needs root, to become somebody else")
	}
	path := readable(t)
	cmd := exec.CommandContext(t.Context(), path, "-test.run", "^Test", "-test.skip", "^TestDoKeepsThreads$")
	cmd.Dir = filepath.Dir(path)
	cmd.Env = append(os.Environ(), "TMPDIR=/tmp")
	cmd.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: nobody, Gid: nobody}}
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Errorf("as uid %d: %v\n%s", nobody, err, out)
	}
}

// TestForbidden takes user namespaces away, in a user namespace, from an
// ordinary user.
func TestForbidden(t *testing.T) {
	if os.Getuid() != 0 {
		t.Skip("needs root")
	}
	path, setpriv := readable(t), trial.Tool(t, "setpriv")
	trial.Tool(t, "sh")
	limits := map[string]string{
		"max_user_namespaces": "user.max_user_namespaces is 0",
		"max_net_namespaces":  "user.max_net_namespaces is 0",
	}
	maps := []syscall.SysProcIDMap{{ContainerID: 0, HostID: 0, Size: nobody + 1}}
	if b, _ := os.ReadFile("/proc/self/uid_map"); len(strings.Fields(string(b))) == 3 && strings.Fields(string(b))[2] == "1" {
		t.Skip("needs more than one user id")
	}
	for limit, want := range limits {
		t.Run(limit, func(t *testing.T) {
			script := "echo 0 >/proc/sys/user/" + limit + " && exec " + setpriv + " --reuid 65534 --regid 65534 --clear-groups " + path
			cmd := exec.CommandContext(t.Context(), "sh", "-c", script)
			cmd.Env = append(os.Environ(), roleVariable+"=deny")
			cmd.Dir = "/"
			cmd.SysProcAttr = &syscall.SysProcAttr{
				Cloneflags: unix.CLONE_NEWUSER, UidMappings: maps, GidMappings: maps, GidMappingsEnableSetgroups: true,
			}
			out, err := cmd.CombinedOutput()
			var exit *exec.ExitError
			if !errors.As(err, &exit) || exit.ExitCode() != 2 {
				t.Errorf("%v, want exit code 2", err)
			}
			if !strings.Contains(string(out), want) || !strings.Contains(string(out), "sysctl -w user."+limit) {
				t.Errorf("said: %s", out)
			}
		})
	}
}

// TestWithoutPIDNamespace does what the kernel would do otherwise.
func TestWithoutPIDNamespace(t *testing.T) {
	needTree(t)
	if b, _ := os.ReadFile("/proc/self/uid_map"); os.Getuid() != 0 || len(strings.Fields(string(b))) == 3 && strings.Fields(string(b))[2] == "1" {
		t.Skip("needs root")
	}
	maps := []syscall.SysProcIDMap{{ContainerID: 0, HostID: 0, Size: nobody + 1}}
	limited := func(role string) *exec.Cmd {
		cmd := exec.CommandContext(t.Context(), "sh", "-c", "echo 0 >/proc/sys/user/max_pid_namespaces && exec "+readable(t))
		cmd.Env = append(os.Environ(), roleVariable+"="+role)
		cmd.SysProcAttr = &syscall.SysProcAttr{
			Cloneflags: unix.CLONE_NEWUSER, UidMappings: maps, GidMappings: maps, GidMappingsEnableSetgroups: true,
		}
		return cmd
	}
	t.Run("describe", func(t *testing.T) {
		b, err := limited("describe").Output()
		if err != nil {
			t.Fatal(err)
		}
		var got description
		if err := json.Unmarshal(b, &got); err != nil {
			t.Fatal(err)
		}
		if !got.Isolated || got.ParentPID == 1 || got.Proc != strconv.Itoa(got.PID) {
			t.Errorf("%+v", got)
		}
	})
	t.Run("orphans", func(t *testing.T) {
		_, err := limited("orphan").Output()
		var exit *exec.ExitError
		if !errors.As(err, &exit) || exit.ExitCode() != 3 {
			t.Errorf("%v, want exit code 3", err)
		}
	})
	t.Run("killed", func(t *testing.T) {
		alive, held, err := os.Pipe()
		if err != nil {
			t.Fatal(err)
		}
		defer func() { _ = alive.Close() }()
		cmd := limited("tree")
		cmd.ExtraFiles = []*os.File{4: held}
		started(t, cmd)
		_ = held.Close()
		if err := cmd.Process.Kill(); err != nil {
			t.Fatal(err)
		}
		if _, err := alive.Read(make([]byte, 1)); err != io.EOF {
			t.Errorf("somebody is left: %v", err)
		}
		_ = cmd.Wait()
	})
}

func BenchmarkIsolate(b *testing.B) {
	for b.Loop() {
		cmd := exec.CommandContext(b.Context(), "/proc/self/exe", "exit", "0")
		cmd.Env = append(os.Environ(), roleVariable+"=end")
		if err := cmd.Run(); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Microseconds())/1000/float64(b.N), "ms/isolation")
}
