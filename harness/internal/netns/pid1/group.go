package pid1

import (
	"os"
	"os/signal"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"syscall"

	"golang.org/x/sys/unix"
)

// group tells the signals that were sent to the process group from those
// that are for the program alone.
//
// The process in front, the init and the program share a group, so that the
// program may read the terminal and stops and goes on with its job, and a
// pager in the same pipeline too. So the program gets what the terminal or
// kill(-pgrp) sends without further ado. The process in front gets it too,
// passes it on like any other signal, and must not be heard. Go does not
// show who sent a signal. But the init is a member itself, and Linux signals
// the youngest member of a group first (attach_pid of kernel/pid.c): what
// went to the group is pending here before the process in front can take
// notice. A signal of which nothing came here was sent to that process alone.
//
// Signals in quick succession merge, here or there, as they do for the
// program. So what is passed on counts for all that came here since the last,
// and of two within a moment the program may see a third, never none.
type group struct {
	signals []os.Signal
	came    chan os.Signal
	unheard map[os.Signal]bool // came, and not passed on since
}

// newGroup begins to note signals. From now on they do not end this process.
func newGroup(signals []int) *group {
	g := &group{came: make(chan os.Signal, 64), unheard: make(map[os.Signal]bool)}
	for _, sig := range signals {
		g.signals = append(g.signals, syscall.Signal(sig))
	}
	if len(g.signals) > 0 {
		signal.Notify(g.came, g.signals...)
	}
	return g
}

// note notes a signal taken from g.came.
func (g *group) note(s os.Signal) { g.unheard[s] = true }

// had reports whether sig, just passed on to us, has reached the program by
// way of the group.
func (g *group) had(sig syscall.Signal, program int) bool {
	if len(g.signals) == 0 {
		return false
	}
	for onItsWay(sig) {
		runtime.Gosched()
	}
	// Stop returns when every signal that has reached Go is in its channel.
	barrier := make(chan os.Signal, 1)
	signal.Notify(barrier, g.signals...)
	signal.Stop(barrier)
	for len(g.came) > 0 {
		g.note(<-g.came)
	}
	came := g.unheard[sig]
	delete(g.unheard, sig)
	// A program that has left the group gets what is passed on, and that only.
	member, err := unix.Getpgid(program)
	return came && err == nil && member == unix.Getpgrp()
}

// onItsWay reports whether sig may have been sent to this process and not yet
// have reached Go: no thread has taken it (ShdPnd of proc_pid_status(5)), or
// one is in its handler, where alone Go blocks SIGSEGV (SigBlk).
func onItsWay(sig syscall.Signal) bool {
	tasks, _ := filepath.Glob("/proc/self/task/*/status")
	for _, task := range tasks {
		b, err := os.ReadFile(task)
		if err != nil {
			continue // the thread has ended
		}
		for line := range strings.Lines(string(b)) {
			name, value, _ := strings.Cut(line, ":")
			set, _ := strconv.ParseUint(strings.TrimSpace(value), 16, 64)
			if name == "ShdPnd" && set>>(sig-1)&1 != 0 || name == "SigBlk" && set>>(unix.SIGSEGV-1)&1 != 0 {
				return true
			}
		}
	}
	return false
}
