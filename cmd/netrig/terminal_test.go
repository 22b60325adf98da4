package main

import (
	"os"
	"os/exec"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	"golang.org/x/sys/unix"
)

// terminal is a terminal that somebody looks at.
type terminal struct {
	master *os.File
	slave  *os.File
	done   chan struct{} // closed when the last process on it has ended

	mu      sync.Mutex
	shown   strings.Builder
	changed chan struct{}
}

func openTerminal(t *testing.T) *terminal {
	t.Helper()
	master, err := os.OpenFile("/dev/ptmx", os.O_RDWR|unix.O_NOCTTY|unix.O_CLOEXEC, 0)
	if err != nil {
		t.Skipf("no pseudo-terminals: %v", err)
	}
	if err := unix.IoctlSetPointerInt(int(master.Fd()), unix.TIOCSPTLCK, 0); err != nil {
		t.Fatal(err)
	}
	// The other end, wherever devpts is mounted (ioctl_tty(2)).
	fd, _, errno := unix.Syscall(unix.SYS_IOCTL, master.Fd(), unix.TIOCGPTPEER, unix.O_RDWR|unix.O_NOCTTY|unix.O_CLOEXEC)
	if errno != 0 {
		t.Fatal(errno)
	}
	if err := unix.IoctlSetWinsize(int(master.Fd()), unix.TIOCSWINSZ, &unix.Winsize{Row: 24, Col: 60}); err != nil {
		t.Fatal(err)
	}
	return &terminal{master: master, slave: os.NewFile(fd, "terminal"), done: make(chan struct{}), changed: make(chan struct{})}
}

// start starts a command as the session of the terminal.
func (x *terminal) start(t *testing.T, c *exec.Cmd) {
	t.Helper()
	c.Stdin, c.Stdout, c.Stderr = x.slave, x.slave, x.slave
	c.SysProcAttr.Setsid, c.SysProcAttr.Setctty = true, true
	err := c.Start()
	_ = x.slave.Close()
	if err != nil {
		_ = x.master.Close()
		t.Fatal(err)
	}
	go x.watch() // ends with the last process on the terminal
}

func (x *terminal) watch() {
	defer close(x.done)
	defer func() { _ = x.master.Close() }()
	buffer := make([]byte, 4096)
	for {
		n, err := x.master.Read(buffer)
		x.mu.Lock()
		x.shown.Write(buffer[:n])
		close(x.changed)
		x.changed = make(chan struct{})
		x.mu.Unlock()
		if err != nil {
			return // EIO: nobody has it open any more
		}
	}
}

// see waits until the terminal has shown something.
func (x *terminal) see(t *testing.T, pattern string) {
	t.Helper()
	re := regexp.MustCompile(pattern)
	late := time.NewTimer(patience)
	defer late.Stop()
	for {
		x.mu.Lock()
		shown, changed := x.shown.String(), x.changed
		x.mu.Unlock()
		if re.MatchString(shown) {
			return
		}
		select {
		case <-changed:
		case <-x.done:
			t.Fatalf("it ended and did not show %s but %q", pattern, shown)
		case <-late.C:
			t.Fatalf("it does not show %s but %q", pattern, shown)
		}
	}
}

// all waits for the end and returns everything that was shown.
func (x *terminal) all() string {
	<-x.done
	return x.shown.String()
}

// TestTerminal looks at what netrig shows on a terminal: one line that is
// rewritten while it runs, and is gone before the report.
func TestTerminal(t *testing.T) {
	const erased = "\r\x1b[K"
	tests := []struct {
		name            string
		env             string
		progress, color bool
	}{
		{"ordinary", "TERM=xterm", true, true},
		{"no colour", "NO_COLOR=1", true, false},
		{"dumb", "TERM=dumb", false, false},
	}
	for _, u := range users() {
		for _, tt := range tests {
			t.Run(tt.name+"/"+u.name, func(t *testing.T) {
				dir := u.folder(t)
				u.write(t, dir, suites)
				x := openTerminal(t)
				c := u.netrig(t.Context(), dir, "run", "passing.yaml", "failing.yaml")
				c.Env = append(c.Env, tt.env)
				x.start(t, c)
				finish(t, c)
				shown := x.all()
				if code := c.ProcessState.ExitCode(); code != exitFailed {
					t.Errorf("exit code %d", code)
				}
				if got := strings.Contains(shown, erased+"0 of 2 done"); got != tt.progress {
					t.Errorf("progress: %t, want %t", got, tt.progress)
				}
				steps := strings.Split(shown, erased)
				report := steps[len(steps)-1]
				if !strings.HasPrefix(strings.TrimPrefix(report, "\x1b[1m"), "passing") || !strings.Contains(report, "1 failed") {
					t.Error("the progress line is not gone before the report")
				}
				for _, step := range steps[:len(steps)-1] {
					if width := len([]rune(step)); width > 60 {
						t.Errorf("progress of %d columns on a terminal of 60: %q", width, step)
					}
				}
				if got := strings.Contains(report, "\x1b["); got != tt.color {
					t.Errorf("colour: %t, want %t", got, tt.color)
				}
				if t.Failed() {
					t.Logf("%q", shown)
				}
			})
		}
	}
}

// TestControlC presses control-C on a terminal: every process there gets the
// signal at once, and the run ends as one that was interrupted.
func TestControlC(t *testing.T) {
	for _, u := range users() {
		t.Run(u.name, func(t *testing.T) {
			dir := u.folder(t)
			u.write(t, dir, suites)
			x := openTerminal(t)
			c := u.netrig(t.Context(), dir, "run", "--run-dir", "kept", "busy.yaml")
			x.start(t, c)
			x.see(t, `busy/busy: .*sleep 600`)
			if _, err := x.master.Write([]byte{3}); err != nil {
				t.Error(err)
			}
			finish(t, c)
			shown := x.all()
			if code := c.ProcessState.ExitCode(); code != exitErrored {
				t.Errorf("exit code %d", code)
			}
			if !strings.Contains(shown, "interrupt signal received") || !strings.Contains(shown, "1 errored") {
				t.Error("the report does not say that it was interrupted")
			}
			if again := run(t, u.netrig(t.Context(), dir, "verify", "kept")); again.code != exitErrored {
				t.Errorf("verify: %s", again)
			}
			if t.Failed() {
				t.Logf("%q", shown)
			}
		})
	}
}
