package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"golang.org/x/sys/unix"

	"github.com/netrig/netrig/harness"
)

// asCommand, in the environment of this test binary, makes it the command.
const asCommand = "NETRIG_TEST_COMMAND"

// command is the path of this test binary under the command's name, where
// every user can execute it.
var command string

func TestMain(m *testing.M) {
	harness.Handover()
	if os.Getenv(asProbe) != "" {
		os.Exit(probe())
	}
	if os.Getenv(asCommand) != "" {
		main()
		return
	}
	heedSignals()
	if os.Getenv(asMachine) != "" {
		if err := furnish(); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
	}
	// As root, tests run the command as an ordinary user too, who creates
	// files below folders made here.
	syscall.Umask(0o022)
	code, err := withCommand(m.Run)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		code = 1
	}
	os.Exit(code)
}

// heedSignals sees to it that the command does not ignore the signals that
// tests send it, as it does, and should, when whoever started it ignored them:
// nohup, and a shell that runs the tests in the background.
func heedSignals() {
	for _, sig := range []os.Signal{unix.SIGINT, unix.SIGQUIT, unix.SIGTERM, unix.SIGHUP} {
		if signal.Ignored(sig) {
			signal.Notify(make(chan os.Signal, 1), sig) // a child does not inherit a handler
		}
	}
}

func withCommand(run func() int) (code int, err error) {
	dir, err := os.MkdirTemp("", "netrig-test-")
	if err != nil {
		return 0, err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(dir)) }()
	if err := os.Chmod(dir, 0o755); err != nil {
		return 0, err
	}
	command = filepath.Join(dir, "netrig")
	if err := copyProgram(command); err != nil {
		return 0, err
	}
	return run(), nil
}

func copyProgram(to string) (err error) {
	self, err := os.Open("/proc/self/exe")
	if err != nil {
		return err
	}
	defer func() { _ = self.Close() }()
	f, err := os.OpenFile(to, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o755)
	if err != nil {
		return err
	}
	_, err = io.Copy(f, self)
	return errors.Join(err, f.Close())
}

// user is somebody who runs the command.
type user struct {
	name string
	id   int // -1: whoever runs the tests
}

// nobody is the number of an ordinary user.
const nobody = 65534

// users are those whom the tests can run the command as.
func users() []user {
	if os.Geteuid() != 0 {
		return []user{{"ordinary", -1}}
	}
	all := []user{{"root", -1}}
	// Where root is an ordinary user outside, there may be nobody else.
	var inside, outside, length int
	b, err := os.ReadFile("/proc/self/uid_map")
	if n, _ := fmt.Sscan(string(b), &inside, &outside, &length); err == nil && n == 3 && length > nobody {
		all = append(all, user{"ordinary", nobody})
	}
	return all
}

// folder makes a temporary folder that belongs to the user.
func (u user) folder(t *testing.T) string {
	t.Helper()
	dir, err := os.MkdirTemp("", "netrig-test-") //nolint:usetesting // t.TempDir lies in a folder that others may not enter
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := os.RemoveAll(dir); err != nil {
			t.Error(err)
		}
	})
	if err := os.Chmod(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	u.own(t, dir)
	return dir
}

// own gives a file to the user.
func (u user) own(t *testing.T, path string) {
	t.Helper()
	if u.id >= 0 {
		if err := os.Chown(path, u.id, u.id); err != nil {
			t.Fatal(err)
		}
	}
}

// netrig prepares the command in a folder, which also takes its temporary
// files.
func (u user) netrig(ctx context.Context, dir string, args ...string) *exec.Cmd {
	c := exec.CommandContext(ctx, command, args...)
	c.Dir = dir
	c.Env = append(environment(), asCommand+"=1", "TMPDIR="+dir)
	c.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL}
	if u.id >= 0 {
		c.SysProcAttr.Credential = &syscall.Credential{Uid: uint32(u.id), Gid: uint32(u.id)}
	}
	return c
}

// environment is this process's, less what would change the output.
func environment() []string {
	return slices.DeleteFunc(os.Environ(), func(e string) bool {
		name, _, _ := strings.Cut(e, "=")
		return slices.Contains([]string{"NO_COLOR", "TERM", "TMPDIR", asCommand, asMachine}, name)
	})
}

// outcome is how a command ended.
type outcome struct {
	code           int // -1: by a signal
	stdout, stderr string
	took           time.Duration
	usage          *syscall.Rusage
}

func run(t *testing.T, c *exec.Cmd) outcome {
	t.Helper()
	var stdout, stderr bytes.Buffer
	c.Stdout, c.Stderr = &stdout, &stderr
	started := time.Now()
	if err := c.Run(); err != nil && !errors.As(err, new(*exec.ExitError)) {
		t.Fatal(err)
	}
	o := outcome{code: c.ProcessState.ExitCode(), stdout: stdout.String(), stderr: stderr.String(), took: time.Since(started)}
	o.usage, _ = c.ProcessState.SysUsage().(*syscall.Rusage)
	return o
}

func (o outcome) String() string {
	return fmt.Sprintf("exit code %d\n--- stdout\n%s--- stderr\n%s", o.code, o.stdout, o.stderr)
}

// write writes files into a folder of the user, each name with its text.
func (u user) write(t *testing.T, dir string, files map[string]string) {
	t.Helper()
	for name, text := range files {
		path := filepath.Join(dir, name)
		for folder := filepath.Dir(name); folder != "."; folder = filepath.Dir(folder) {
			if err := os.MkdirAll(filepath.Join(dir, folder), 0o755); err != nil {
				t.Fatal(err)
			}
			u.own(t, filepath.Join(dir, folder))
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		u.own(t, path)
	}
}
