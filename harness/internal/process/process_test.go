package process

import (
	"bytes"
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/netrig/netrig/harness/internal/netns/nstest"
	"github.com/netrig/netrig/harness/state"
	"github.com/netrig/netrig/internal/trial"
)

// run runs a program to its end in a node of its own.
func run(t *testing.T, s Spec) state.Exec {
	t.Helper()
	needShell(t)
	p, err := Start(t.Context(), nstest.New(t), s)
	if err != nil {
		t.Fatal(err)
	}
	e, err := p.Wait()
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// needShell skips the test where scripts cannot be run. What coreutils and
// the like bring is taken to be where the shell is.
func needShell(t *testing.T) {
	t.Helper()
	for _, name := range []string{"sh", "sleep", "setsid", "env", "grep", "head", "hostname"} {
		trial.Tool(t, name)
	}
}

// sh is a shell script as a Spec.
func sh(script string) Spec { return Spec{Args: []string{"sh", "-c", script}} }

func TestResult(t *testing.T) {
	tests := []struct {
		name, script string
		want         state.Exec
	}{
		{"success", "echo out; echo err >&2", state.Exec{Stdout: "out\n", Stderr: "err\n"}},
		{"exit code", "exit 42", state.Exec{Exit: 42}},
		{"signal", "kill -USR1 $$", state.Exec{Exit: -1, Signal: "SIGUSR1"}},
		{"killed", "kill -KILL $$", state.Exec{Exit: -1, Signal: "SIGKILL"}},
		{"orphans are killed and do not hold the result", "sleep 1000 & (sleep 1000 &); echo done", state.Exec{Stdout: "done\n"}},
		{"orphans are reaped", "(true &); (true &); while grep -qs '^State:.Z' /proc/[0-9]*/status; do :; done; echo none", state.Exec{Stdout: "none\n"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := sh(tt.script)
			got := run(t, s)
			if got.Duration <= 0 || got.Duration > time.Minute {
				t.Errorf("duration %v", got.Duration)
			}
			got.Duration = 0
			tt.want.Command = s.Args
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("result (-want +got):\n%s", diff)
			}
		})
	}
}

func TestNotStarted(t *testing.T) {
	needShell(t)
	dir := t.TempDir()
	file := func(name, content string, mode fs.FileMode) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(content), mode); err != nil {
			t.Fatal(err)
		}
		return path
	}
	tests := []struct {
		name string
		spec Spec
		want error  // wrapped
		text string // contained
	}{
		{"nothing", Spec{}, nil, "no program"},
		{"unknown name", Spec{Args: []string{"no-such-program"}}, exec.ErrNotFound, `"no-such-program": executable file not found in $PATH`},
		{"unknown path", Spec{Args: []string{dir + "/nothing"}}, exec.ErrNotFound, "nothing"},
		{"below a file", Spec{Args: []string{file("f", "", 0o644) + "/x"}}, exec.ErrNotFound, ""},
		{"not executable", Spec{Args: []string{file("plain", "#!/bin/sh\n", 0o644)}}, fs.ErrPermission, "plain"},
		{"directory", Spec{Args: []string{dir}}, syscall.EISDIR, ""},
		{"no format", Spec{Args: []string{file("garbage", "garbage", 0o755)}}, syscall.ENOEXEC, "garbage"},
		{"no interpreter", Spec{Args: []string{file("script", "#!/no/such\n", 0o755)}}, fs.ErrNotExist, "script"},
		{"NUL", Spec{Args: []string{"echo", "a\x00b"}}, nil, "NUL"},
		{"no directory", Spec{Args: []string{"true"}, Dir: dir + "/nothing"}, fs.ErrNotExist, "working directory"},
		{"long host name", Spec{Args: []string{"true"}, Hostname: strings.Repeat("x", 65)}, nil, "host name"},
		{"outside of etc", Spec{Args: []string{"true"}, Etc: map[string]string{"../x": "/tmp/x"}}, nil, "below /etc"},
		{"no live file's directory", Spec{Args: []string{"true"}, Etc: map[string]string{"x": "/no/such/x"}}, fs.ErrNotExist, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := Start(t.Context(), nstest.New(t), tt.spec)
			if err == nil || tt.want != nil && !errors.Is(err, tt.want) || !strings.Contains(err.Error(), tt.text) {
				t.Errorf("%v, want %v with %q", err, tt.want, tt.text)
			}
		})
	}
}

// TestInside looks at a node from inside, with an overlay of /etc and with
// links where the kernel has none.
func TestInside(t *testing.T) {
	for name, noOverlay := range map[string]bool{"overlay": false, "links": true} {
		t.Run(name, func(t *testing.T) { testInside(t, noOverlay) })
	}
}

func testInside(t *testing.T, noOverlay bool) {
	t.Helper()
	dir := t.TempDir()
	live := filepath.Join(dir, "resolv.conf")
	if err := os.WriteFile(live, []byte("nameserver 192.0.2.53\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	passwd, err := os.ReadFile("/etc/passwd")
	if err != nil {
		t.Fatal(err)
	}
	etc := map[string]string{"resolv.conf": live, "hosts": filepath.Join(dir, "hosts"), "netrig/deep/file": live}
	if err := os.WriteFile(etc["hosts"], []byte("192.0.2.1 pc1\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		name, script, want string

		proc bool // needs a new /proc
	}{
		{"host name", "hostname", "pc1\n", false},
		{"links", "ls /sys/class/net", "lo\n", false},
		{"processes", "set -- /proc/[0-9]*; echo $# $1", "2 /proc/1\n", true},
		{"resolver", "cat /etc/resolv.conf", "nameserver 192.0.2.53\n", false},
		{"hosts", "cat /etc/hosts", "192.0.2.1 pc1\n", false},
		{"deep", "cat /etc/netrig/deep/file", "nameserver 192.0.2.53\n", false},
		{"passwd", "cat /etc/passwd", string(passwd), false},
		{"write", "echo x >/etc/new && cat /etc/new", "x\n", false},
		{"rename over", "cp /etc/resolv.conf /etc/r && echo x >>/etc/r && mv -f /etc/r /etc/resolv.conf && cat /etc/resolv.conf", "nameserver 192.0.2.53\nx\n", false},
		{"replace passwd", "echo y >/etc/p && mv /etc/p /etc/passwd && cat /etc/passwd", "y\n", false},
		{"run", "ls /run; touch /run/x /run/lock/y && echo ok", "lock\nnetrig\nok\n", false},
		{"standard streams only", "ls /proc/self/fd", "0\n1\n2\n3\n", false},
		{"own session", "read a b c d e f rest </proc/$$/stat; test $f = $$ && echo own", "own\n", true},
		{"no trace of netrig", "env | grep NETRIG | grep -v NETRIG_REQUIRE; true", "", false},
		{"temporary files", "test -e " + live + " && echo shared", "shared\n", false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if tt.proc && strings.HasPrefix(os.Getenv(inSandbox), "masked /proc") {
				t.Skip("the kernel refuses a new /proc here")
			}
			s := sh(tt.script)
			s.Hostname, s.Etc, s.noOverlay = "pc1", etc, noOverlay
			got := run(t, s)
			if diff := cmp.Diff(tt.want, got.Stdout); diff != "" {
				t.Errorf("output (-want +got):\n%s%s", diff, got.Stderr)
			}
		})
	}
	for path, want := range map[string]string{live: "nameserver 192.0.2.53\n", "/etc/passwd": string(passwd)} {
		if got, err := os.ReadFile(path); err != nil || string(got) != want {
			t.Errorf("%s was changed from inside: %q, %v", path, got, err)
		}
	}
	for _, path := range []string{"/etc/new", "/run/x"} {
		if _, err := os.Lstat(path); !errors.Is(err, fs.ErrNotExist) {
			t.Errorf("%s came out: %v", path, err)
		}
	}
}

// TestLive changes the resolver file under a running program, in both ways.
func TestLive(t *testing.T) {
	needShell(t)
	dir := t.TempDir()
	live := filepath.Join(dir, "resolv.conf")
	write := func(path, content string) {
		if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	write(live, "one\n")
	in, answer := io.Pipe()
	s := Spec{Args: []string{"sh", "-c", "while read x; do cat /etc/resolv.conf; done"}, Etc: map[string]string{"resolv.conf": live}, Stdin: in}
	out := make(chan string)
	s.Stdout = writer(func(b []byte) { out <- string(b) })
	p, err := Start(t.Context(), nstest.New(t), s)
	if err != nil {
		t.Fatal(err)
	}
	ask := func(want string) {
		t.Helper()
		if _, err := answer.Write([]byte("\n")); err != nil {
			t.Fatal(err)
		}
		if got := <-out; got != want {
			t.Errorf("read %q, want %q", got, want)
		}
	}
	ask("one\n")
	write(live, "two\n")
	ask("two\n")
	write(live+".new", "three\n")
	if err := os.Rename(live+".new", live); err != nil {
		t.Fatal(err)
	}
	ask("three\n")
	_ = answer.Close()
	if e, err := p.Wait(); err != nil || e.Exit != 0 {
		t.Errorf("%+v, %v", e, err)
	}
}

type writer func([]byte)

func (w writer) Write(b []byte) (int, error) { w(b); return len(b), nil }

func TestCancel(t *testing.T) {
	needShell(t)
	tests := []struct {
		name, script string
		grace        time.Duration
		want         state.Exec
	}{
		{"default action", "echo ready; exec sleep 1000", 0, state.Exec{Exit: -1, Signal: "SIGTERM"}},
		{"handler", "trap 'exit 7' TERM; echo ready; sleep 1000 & wait", 0, state.Exec{Exit: 7}},
		{"deaf", "trap '' TERM; echo ready; exec sleep 1000", 50 * time.Millisecond, state.Exec{Exit: -1, Signal: "SIGKILL"}},
		{"at once", "trap 'exit 7' TERM; echo ready; sleep 1000 & wait", -1, state.Exec{Exit: -1, Signal: "SIGKILL"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			ctx, cancel := context.WithCancel(t.Context())
			defer cancel()
			ready := make(chan struct{}, 1)
			s := sh(tt.script)
			s.Grace = tt.grace
			s.Stdout = writer(func([]byte) { ready <- struct{}{} })
			p, err := Start(ctx, nstest.New(t), s)
			if err != nil {
				t.Fatal(err)
			}
			<-ready
			cancel()
			got, err := p.Wait()
			if !errors.Is(err, context.Canceled) {
				t.Errorf("error %v", err)
			}
			tt.want.Command, tt.want.Stdout, tt.want.Duration = s.Args, "ready\n", got.Duration
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("result (-want +got):\n%s", diff)
			}
		})
	}
}

// TestKill kills a tree that has left its session and forked twice, in each
// of the ways there are.
func TestKill(t *testing.T) {
	needShell(t)
	tests := map[string]func(p *Process, closeNode func()){
		"kill":       func(p *Process, _ func()) { p.Kill() },
		"node ends":  func(_ *Process, closeNode func()) { closeNode() },
		"signal":     func(p *Process, _ func()) { _ = p.Signal(syscall.SIGKILL) },
		"kill twice": func(p *Process, _ func()) { p.Kill(); p.Kill() },
	}
	for name, kill := range tests {
		t.Run(name, func(t *testing.T) {
			ns := nstest.New(t)
			ready := make(chan struct{}, 1)
			// Who holds the write end of this pipe lives.
			alive, held, err := os.Pipe()
			if err != nil {
				t.Fatal(err)
			}
			defer func() { _ = alive.Close() }()
			s := sh("(setsid sleep 1000 & (sleep 1000 &)) ; echo ready; exec sleep 1000")
			s.Stdout, s.Stdin = writer(func([]byte) { ready <- struct{}{} }), held
			p, err := Start(t.Context(), ns, s)
			if err != nil {
				t.Fatal(err)
			}
			_ = held.Close()
			<-ready
			kill(p, func() { _ = ns.Close() })
			e, err := p.Wait()
			if err != nil || e.Exit != -1 || e.Signal != "SIGKILL" {
				t.Errorf("%+v, %v", e, err)
			}
			if _, err := alive.Read(make([]byte, 1)); err != io.EOF {
				t.Errorf("somebody is left: %v", err)
			}
			if err := p.Signal(syscall.SIGTERM); err != nil {
				t.Errorf("signal after the end: %v", err)
			}
		})
	}
}

func TestOutput(t *testing.T) {
	const size = 3 << 20
	var out bytes.Buffer
	s := sh("head -c 3145728 /dev/zero; echo x >&2")
	s.Stdout, s.Stderr = &out, &out // one writer for both
	e := run(t, s)
	if out.Len() != size+2 {
		t.Errorf("%d octets, want %d", out.Len(), size+2)
	}
	if len(e.Stdout) != maxKept || e.Stderr != "x\n" {
		t.Errorf("kept %d octets and %q, want %d", len(e.Stdout), e.Stderr, maxKept)
	}
}

// TestEnvironment proves that a proxy of the machine is none in a node, and
// that system programs are found.
func TestEnvironment(t *testing.T) {
	trial.Tool(t, "ip")
	t.Setenv("HTTPS_PROXY", "http://192.0.2.1")
	t.Setenv("PATH", "/usr/bin:/bin")
	if got := run(t, sh("env | grep -i _proxy; command -v ip >/dev/null && echo found")).Stdout; got != "found\n" {
		t.Errorf("%q", got)
	}
	s := sh("echo $A")
	s.Env = []string{"A=b"}
	if got := run(t, s).Stdout; got != "b\n" {
		t.Errorf("%q", got)
	}
}

func TestCancelledBefore(t *testing.T) {
	needShell(t)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := Start(ctx, nstest.New(t), sh("true")); !errors.Is(err, context.Canceled) {
		t.Errorf("%v", err)
	}
}

func BenchmarkRun(b *testing.B) {
	ns := nstest.New(b)
	s := Spec{Args: []string{"/bin/true"}, Hostname: "pc1"}
	b.ReportAllocs()
	for b.Loop() {
		p, err := Start(b.Context(), ns, s)
		if err != nil {
			b.Fatal(err)
		}
		if e, err := p.Wait(); err != nil || e.Exit != 0 {
			b.Fatal(e, err)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Microseconds())/1000/float64(b.N), "ms/program")
}
