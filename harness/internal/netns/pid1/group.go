package pid1

import (
	"os"
	"os/signal"
	"runtime"
	"strconv"
	"strings"
	"syscall"
)

// group notes the signals that the init gets as a member of the process
// group. The terminal, or kill(-pgrp), has then sent them to the program too,
// and to the process in front of the init, which passes each on to the init.
// Of those, only the ones that came to it alone are for the program.
type group struct {
	wanted []os.Signal
	came   chan os.Signal
	seen   map[syscall.Signal]int // how often, and not yet passed on to us
}

// newGroup begins to note signals. From now on they do not end this process.
func newGroup(signals []int) *group {
	g := &group{came: make(chan os.Signal, 256), seen: make(map[syscall.Signal]int)}
	for _, sig := range signals {
		g.wanted = append(g.wanted, syscall.Signal(sig))
	}
	if len(g.wanted) > 0 {
		signal.Notify(g.came, g.wanted...)
	}
	return g
}

// had reports whether sig, passed on to us, was sent to the group. Linux
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
			if s, ok := s.(syscall.Signal); ok {
				g.seen[s]++
			}
		default:
			if g.seen[sig] == 0 {
				return false
			}
			g.seen[sig]--
			return true
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
