package netns

import (
	"errors"
	"fmt"
	"runtime"

	vnetns "github.com/vishvananda/netns"
	"golang.org/x/sys/unix"
)

// current is the network namespace of the calling thread.
const current = "/proc/thread-self/ns/net"

// errExited is what became of a function that left by runtime.Goexit.
var errExited = errors.New("netns: the function ended its goroutine")

// visitor is a goroutine that holds an OS thread, to move it to another
// network namespace.
type visitor struct {
	home vnetns.NsHandle // not open once the goroutine has left
}

// onThread runs f on an OS thread of its own, which f may move to another
// network namespace, and waits for it. Afterwards, and as soon as f calls
// leave, the thread is either proven to be back where it was or bound to be
// destroyed: it never carries another goroutine into a foreign namespace.
func onThread(f func(*visitor) error) error {
	result := make(chan error, 1)
	go hold(func() { visit(f, result) }, nil)
	return <-result
}

// Apart runs f on an OS thread of its own, which ends with it, and waits for it.
// What f does to its thread, to its rights or to how it is scheduled, befalls nobody
// else.
func Apart(f func() error) error {
	result := make(chan error, 1)
	go hold(func() {
		err := errExited
		defer func() { result <- err }()
		err = f()
	}, nil)
	return <-result
}

// hold runs f in a goroutine that holds its thread, which is not the main one, and
// closes locked, if any, once it holds it. Unless f gives the thread back, the thread
// ends with the goroutine.
func hold(f func(), locked chan<- struct{}) {
	runtime.LockOSThread()
	if locked != nil {
		close(locked)
	}
	if onMainThread() {
		// The main thread stays at home: it is what /proc/PID/ns/net shows to
		// others, and the one thread that Go cannot destroy. While this
		// goroutine holds it, the next one is bound to get another.
		elsewhere := make(chan struct{})
		go hold(f, elsewhere)
		<-elsewhere
		runtime.UnlockOSThread()
		return
	}
	f()
}

// visit runs f on the thread that the goroutine holds, and sends what f returned on
// result.
func visit(f func(*visitor) error, result chan<- error) {
	err := errExited
	home, homeErr := vnetns.GetFromPath(current)
	if homeErr != nil {
		runtime.UnlockOSThread()
		result <- fmt.Errorf("netns: open the thread's namespace: %w", homeErr)
		return
	}
	v := &visitor{home: home}
	defer func() {
		v.leave()
		result <- err
	}()
	err = f(v)
}

// leave takes the thread home and gives it back. What the goroutine does
// from then on it does at home, from any thread. It reports false where that
// has been done before.
func (v *visitor) leave() bool {
	if !v.home.IsOpen() {
		return false
	}
	if vnetns.Set(v.home) == nil {
		runtime.UnlockOSThread()
	} // else the goroutine ends locked, and the thread with it
	_ = unix.Close(int(v.home))
	v.home = vnetns.None()
	return true
}

// onMainThread reports whether the calling thread is the process's first.
func onMainThread() bool { return unix.Gettid() == unix.Getpid() }
