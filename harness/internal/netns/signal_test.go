package netns_test

import (
	"bufio"
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

	"golang.org/x/sys/unix"
)

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
