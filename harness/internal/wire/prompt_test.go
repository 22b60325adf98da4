package wire

import (
	"testing"
	"time"

	"golang.org/x/sys/unix"

	"github.com/netrig/netrig/harness/internal/netns"
	"github.com/netrig/netrig/topology"
)

// A wire asks for short turns, precise timers and nothing else.
func TestPrompt(t *testing.T) {
	const polite = 5
	var attr *unix.SchedAttr
	var slack int
	err := netns.Apart(func() (err error) {
		if err := unix.Setpriority(unix.PRIO_PROCESS, unix.Gettid(), polite); err != nil {
			return err
		}
		prompt()
		if slack, err = unix.PrctlRetInt(unix.PR_GET_TIMERSLACK, 0, 0, 0, 0); err != nil {
			return err
		}
		attr, err = unix.SchedGetAttr(0, 0)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if slack != 1 {
		t.Errorf("timers expire up to %d ns late, want 1", slack)
	}
	if attr.Nice != polite || attr.Policy != unix.SCHED_NORMAL {
		t.Errorf("its policy is %d with a nice value of %d, want %d as before", attr.Policy, attr.Nice, polite)
	}
	// A kernel before 6.12 tells nothing.
	if r := time.Duration(attr.Runtime); r != 0 && r != slice {
		t.Errorf("it runs for %s at a time, want %s", r, slice)
	}
}

// A wire that nothing comes to takes no time of the processor, whatever its line is.
func TestIdle(t *testing.T) {
	r := newRig(t, Config{Lines: [2]topology.Line{{Delay: time.Millisecond, Rate: 1_000_000}, {}}})
	r.send(0, numbered(1, 60))
	r.receive(1, 1)
	used := func() time.Duration {
		var u unix.Rusage
		if err := unix.Getrusage(unix.RUSAGE_SELF, &u); err != nil {
			t.Fatal(err)
		}
		return time.Duration(u.Utime.Nano() + u.Stime.Nano())
	}
	const idle = 500 * time.Millisecond
	before := used()
	<-time.After(idle)
	if took := used() - before; took > idle/10 {
		t.Errorf("the program took %s of the processor in %s", took, idle)
	}
}
