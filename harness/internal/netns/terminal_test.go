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
	"strconv"
	"strings"
	"syscall"
	"testing"

	"golang.org/x/sys/unix"

	"github.com/netrig/netrig/internal/trial"
)

// TestIsolateTerminal types ctrl-C at a terminal: the program gets SIGINT
// once, and the process in front outlives it.
func TestIsolateTerminal(t *testing.T) {
	master, cmd, out := atTerminal(t, "count")
	for range 3 {
		interrupt(t, master, out)
		passed(t, cmd, out)
	}
	quit(t, cmd, out)
}

// atTerminal starts a role at a terminal of its own, of which it returns the other side.
func atTerminal(t *testing.T, role string) (master *os.File, cmd *exec.Cmd, out *bufio.Reader) {
	t.Helper()
	master, slave := terminal(t)
	cmd = program(t, role)
	cmd.Stdin, cmd.Stderr = slave, slave
	cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true, Setctty: true}
	out = started(t, cmd)
	_ = slave.Close()
	return master, cmd, out
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
	master, cmd, out := atTerminal(t, "shell")
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
