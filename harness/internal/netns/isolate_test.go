package netns_test

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/sys/unix"

	"github.com/netrig/netrig/harness/internal/netns"
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
	// Where nohup or a shell's & had them ignored, so would the program.
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, unix.SIGHUP, unix.SIGINT)
	t.Cleanup(func() { signal.Stop(signals) })
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
