package wire

import (
	"runtime"
	"sync"
	"time"

	"golang.org/x/sys/unix"
)

// slice is how long a wire is to run at a time, less than others (since Linux 6.12):
// who asks for shorter turns is let in before them when it wakes up, and gets no more
// of the processor in all for it, so anybody may ask (sched_setattr(2), sched_runtime
// with SCHED_OTHER).
//
// Real-time priority would let it in before everything, but Go's runtime spins for
// what a preempted thread holds, which that thread could then never give back.
const slice = 500 * time.Microsecond

// spares are the processors of the Go runtime that it has for wires, beyond those
// that the machine has. A goroutine that comes back from the kernel needs one: where
// others compute on all of them, it would wait for milliseconds until one of those is
// preempted. This way the kernel decides who runs, at once.
const spares = 4

var spare = sync.OnceFunc(func() { runtime.GOMAXPROCS(runtime.GOMAXPROCS(0) + spares) })

// prompt has the calling thread wake up without delay from now on, as far as the
// kernel lets it; where it does not, the wire is later and no less right.
func prompt() {
	// Its timers are to expire when they are due, not up to 50 us later.
	_ = unix.Prctl(unix.PR_SET_TIMERSLACK, 1, 0, 0, 0)
	attr, err := unix.SchedGetAttr(0, 0)
	if err != nil || attr.Policy != unix.SCHED_NORMAL {
		return // whoever chose another policy knows better
	}
	attr.Runtime = uint64(slice)
	_ = unix.SchedSetAttr(0, attr, 0)
}
