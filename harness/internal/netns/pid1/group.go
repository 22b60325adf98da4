package pid1

import (
	"os"
	"os/signal"
	"runtime"
	"strconv"
	"strings"
	"syscall"
	"time"
)

// group notes the signals that the init gets as a member of the process
// group. The terminal, or kill(-pgrp), has then sent them to the program too,
// and to the process in front of the init, which passes each on to the init.
// Of those, only the ones that came to it alone are for the program.
//
// They cannot be paired one by one, because signals of one kind that come in
// quick succession merge, here or there. So what is passed on within echo of
// a signal to the group counts as that one.
type group struct {
	wanted []os.Signal
	came   chan os.Signal
	last   map[syscall.Signal]time.Time
}

// echo is how long a signal may take by way of the process in front.
const echo = time.Second

// newGroup begins to note signals. From now on they do not end this process.
func newGroup(signals []int) *group {
	g := &group{came: make(chan os.Signal, 256), last: make(map[syscall.Signal]time.Time)}
	for _, sig := range signals {
		g.wanted = append(g.wanted, syscall.Signal(sig))
	}
	if len(g.wanted) > 0 {
		signal.Notify(g.came, g.wanted...)
	}
	return g
}

// note notes a signal taken from g.came.
func (g *group) note(s os.Signal) {
	if sig, ok := s.(syscall.Signal); ok {
		g.last[sig] = time.Now()
	}
}

// had reports whether sig, just passed on to us, was sent to the group. Linux
// signals the youngest member of a group first, hence us before the one that
// passes it on: so what is on its way here decides, and is waited for.
func (g *group) had(sig syscall.Signal) bool {
	if len(g.wanted) == 0 {
		return false
	}
	for pending(sig) {
		runtime.Gosched()
	}
	// Stop returns when every signal that has reached Go is in its channel.
	barrier := make(chan os.Signal, 1)
	signal.Notify(barrier, g.wanted...)
	signal.Stop(barrier)
	for {
		select {
		case s := <-g.came:
			g.note(s)
		default:
			last, ok := g.last[sig]
			return ok && time.Since(last) < echo
		}
	}
}

// pending reports whether sig was sent to this process and no thread has
// taken it yet (proc_pid_status(5), ShdPnd).
func pending(sig syscall.Signal) bool {
	b, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return false
	}
	for line := range strings.Lines(string(b)) {
		if value, ok := strings.CutPrefix(line, "ShdPnd:"); ok {
			set, err := strconv.ParseUint(strings.TrimSpace(value), 16, 64)
			return err == nil && set>>(sig-1)&1 != 0
		}
	}
	return false
}
