package lab

import (
	"errors"
	"runtime"
	"slices"
	"sync"
	"time"

	"golang.org/x/sys/unix"

	"github.com/netrig/netrig/harness/internal/netns"
	"github.com/netrig/netrig/harness/internal/rtnl"
)

const (
	// mostWaiting is how many namespaces of ended labs may wait in this process: those
	// of 200 labs with two hosts and a switch.
	mostWaiting = 600

	// weight is the memory of the kernel, in octets, that a namespace takes with an
	// interface or two: 270 to 300 KiB by the counters of /proc/meminfo, with 600 of them.
	weight = 300 << 10

	// calm is how long no lab must have booted before an ended one is taken apart.
	calm = 20 * time.Millisecond

	// longest is how long an ended lab waits where it is never calm: longer than 200 small
	// tests take. Those that wait when the process ends go in one breath.
	longest = 3 * time.Second
)

// remains is the network of a lab that has ended: namespaces that nobody can reach any
// more, with interfaces in them.
type remains struct {
	spaces  []*netns.NS
	bridges []bridge
	ended   time.Time // guarded by the yard that it waits in
}

// bridge is a bridge device in a namespace.
type bridge struct {
	ns    *netns.NS
	index int
}

// yard has the remains of all labs of a process, until the kernel takes them apart.
//
// It would do so at once, and hold its lock for interfaces meanwhile, which every boot
// needs time and again: for a bridge as long as an RCU barrier takes, which is more than
// the boot of a small lab, and without a break for all that have ended in the meantime.
// So they wait while others boot, and when that is over, or they have waited for long, go
// one by one, each bridge before its namespace. Where too many wait, the oldest are let go
// for those that come.
// Those that wait have no entry in the tables of neighbours, of which there is one each
// for the whole machine, and which drop what cases look for when they are too full.
//
// No namespace outlives the process: a descriptor here is all that keeps it.
type yard struct {
	most int // namespaces that may wait

	mu      sync.Mutex
	waiting []*remains // the oldest first
	booting int
	quiet   time.Time     // since when no lab boots
	left    time.Time     // when the last was left to the kernel
	changed chan struct{} // closed, and made anew, when work has to look again
	working chan struct{} // closed when nothing waits any more; nil: nothing does
}

// theYard is that of this process.
var theYard = sync.OnceValue(func() *yard {
	var memory unix.Sysinfo_t
	var files unix.Rlimit
	if errors.Join(unix.Sysinfo(&memory), unix.Getrlimit(unix.RLIMIT_NOFILE, &files)) != nil {
		return newYard(0) // of what is not known nothing is taken
	}
	return newYard(room(memory.Totalram*uint64(memory.Unit), files.Cur))
})

func newYard(most int) *yard { return &yard{most: most, changed: make(chan struct{})} }

// room is how many namespaces may wait on a machine with so many octets of memory, in a
// process that may have so many files open: all of them take at most a sixteenth of the
// one, and a quarter of the other.
func room(memory, files uint64) int { return int(min(mostWaiting, memory/16/weight, files/4)) }

// Clear lets go of what is left of the ended labs of this process, and returns when
// it holds none of it.
func Clear() { theYard().clear() }

// boot tells that one lab more boots, or one less.
func (y *yard) boot(n int) {
	y.mu.Lock()
	defer y.mu.Unlock()
	y.booting += n
	y.quiet = time.Now()
	if y.booting == 0 {
		y.announce()
	}
}

// announce wakes work. The caller has locked y.
func (y *yard) announce() {
	close(y.changed)
	y.changed = make(chan struct{})
}

// take takes what is left of a lab.
func (y *yard) take(r *remains) {
	noWait := len(r.spaces) > y.most || r.silence() != nil
	y.mu.Lock()
	defer y.mu.Unlock()
	if noWait {
		y.leave(r)
		return
	}
	r.ended = time.Now()
	y.waiting = append(y.waiting, r)
	spaces := 0
	for i, r := range slices.Backward(y.waiting) {
		if spaces += len(r.spaces); spaces > y.most {
			y.letGo(i + 1)
			break
		}
	}
	if y.working == nil {
		y.working = make(chan struct{})
		go y.work(y.working)
	}
}

// silence has the kernel forget the neighbours of what has ended.
func (r *remains) silence() error {
	errs := make([]error, len(r.spaces))
	each(len(r.spaces), runtime.GOMAXPROCS(0), func(i int) {
		kernel, err := rtnl.Open(r.spaces[i], "an ended lab")
		if err == nil {
			err = errors.Join(kernel.Silence(), kernel.Close())
		}
		errs[i] = err
	})
	return errors.Join(errs...)
}

// leave leaves what remains of a lab to the kernel. The caller has locked y.
func (y *yard) leave(r *remains) {
	for _, ns := range r.spaces {
		_ = ns.Close() // a descriptor that nothing was written to
	}
	y.left = time.Now()
}

// letGo leaves the n oldest to the kernel. The caller has locked y.
func (y *yard) letGo(n int) {
	for _, r := range y.waiting[:n] {
		y.leave(r)
	}
	y.waiting = slices.Delete(y.waiting, 0, n)
}

// clear lets go of all, and waits for work to end.
func (y *yard) clear() {
	y.mu.Lock()
	y.letGo(len(y.waiting))
	y.announce()
	working := y.working
	y.mu.Unlock()
	if working != nil {
		<-working
	}
}

// work takes apart what waits, whenever it is calm, and what has waited for long. It ends
// when nothing waits, and closes done then.
func (y *yard) work(done chan<- struct{}) {
	defer close(done)
	timer := time.NewTimer(calm)
	defer timer.Stop()
	y.mu.Lock()
	defer y.mu.Unlock()
	for len(y.waiting) > 0 {
		oldest := y.waiting[0]
		left := longest - time.Since(oldest.ended)
		if y.booting == 0 {
			left = min(left, calm-time.Since(y.quiet))
		}
		switch {
		case left > 0:
			timer.Reset(left)
			changed := y.changed
			y.mu.Unlock()
			select {
			case <-changed:
			case <-timer.C:
			}
			y.mu.Lock()
		case len(oldest.bridges) > 0:
			b := oldest.bridges[0]
			oldest.bridges = oldest.bridges[1:]
			y.mu.Unlock()
			_ = b.delete() // else it goes with its namespace
			y.mu.Lock()
		default:
			y.letGo(1)
		}
	}
	y.working = nil
}

// delete returns when the bridge is gone.
func (b bridge) delete() error {
	kernel, err := rtnl.Open(b.ns, "an ended lab")
	if err != nil {
		return err
	}
	return errors.Join(kernel.Delete(b.index, "its bridge"), kernel.Close())
}
