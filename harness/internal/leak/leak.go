// Package leak finds out what a process holds and did not hold before: goroutines, children,
// open files, and threads in a foreign network namespace.
package leak

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"go.uber.org/goleak"
)

// patience is how long what a test has stopped may take to be gone.
const patience = 5 * time.Second

// Census is what a process holds at one moment.
type Census struct {
	files map[string]string // descriptor -> what it is open on
	home  string            // the network namespace

	goroutines goleak.Option // those there were
}

// Take counts this process.
func Take() Census {
	c := Census{files: make(map[string]string), goroutines: goleak.IgnoreCurrent()}
	c.home, _ = os.Readlink("/proc/self/ns/net")
	entries, _ := os.ReadDir("/proc/self/fd")
	for _, e := range entries {
		if target, err := os.Readlink(filepath.Join("/proc/self/fd", e.Name())); err == nil {
			c.files[e.Name()] = target
		}
	}
	return c
}

// Left returns what has come since c and does not go within five seconds.
func (c Census) Left() error {
	deadline := time.Now().Add(patience)
	for {
		err := goleak.Find(c.goroutines) // which has some patience of its own
		if err == nil {
			break
		}
		if time.Now().After(deadline) {
			return err
		}
	}
	tick := time.NewTicker(time.Millisecond)
	defer tick.Stop()
	for {
		err := c.compare()
		if err == nil || time.Now().After(deadline) {
			return err
		}
		<-tick.C
	}
}

// compare returns what has come since c, other than what Go keeps for itself.
func (c Census) compare() error {
	var errs []error
	now := Take()
	for fd, target := range now.files {
		if c.files[fd] == target || ours(target) {
			continue
		}
		errs = append(errs, fmt.Errorf("file %s: %s", fd, target))
	}
	tasks, _ := filepath.Glob("/proc/self/task/*")
	for _, task := range tasks {
		if ns, err := os.Readlink(filepath.Join(task, "ns/net")); err == nil && ns != c.home {
			errs = append(errs, fmt.Errorf("thread %s: in %s, home is %s", filepath.Base(task), ns, c.home))
		}
		children, _ := os.ReadFile(filepath.Join(task, "children"))
		for pid := range strings.FieldsSeq(string(children)) {
			name, _ := os.ReadFile(filepath.Join("/proc", pid, "comm"))
			errs = append(errs, fmt.Errorf("child %s: %s", pid, strings.TrimSpace(string(name))))
		}
	}
	return errors.Join(errs...)
}

// ours reports whether a descriptor belongs to the Go runtime, the testing
// package, or the reading of this list.
func ours(target string) bool {
	for _, prefix := range []string{"anon_inode:[eventpoll]", "anon_inode:[eventfd]", "/proc/", "/dev/null", "/sys/fs/cgroup/"} {
		if strings.HasPrefix(target, prefix) {
			return true
		}
	}
	return filepath.Base(target) == "testlog.txt"
}

// Cure says what would have helped against a leak, in words that go behind it; "" where
// nothing is known.
func Cure(left error) string {
	for _, known := range []struct{ sign, cure string }{
		{"harness/internal/capture.(*Recorder).loop", " a lab that runs (whoever calls harness.Open calls Close; harness.Test does it by itself)"},
		{"os/exec.(*Cmd).", " a program that was started and not waited for (call Wait of its command)"},
	} {
		if strings.Contains(left.Error(), known.sign) {
			return known.cure
		}
	}
	return ""
}
