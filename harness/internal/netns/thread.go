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

// onThread runs f on an OS thread of its own, which f may move to another
// network namespace, and waits for it. Afterwards the thread is either
// proven to be back where it was or destroyed: it never carries another
// goroutine into a foreign namespace.
func onThread(f func() error) error {
	result := make(chan error, 1)
	go visit(f, result, nil)
	return <-result
}

// visit is the goroutine of onThread; it ends with f. It sends what f
// returned on result, and closes locked, if any, once it holds its thread.
func visit(f func() error, result chan<- error, locked chan<- struct{}) {
	runtime.LockOSThread()
	if locked != nil {
		close(locked)
	}
	if onMainThread() {
		// The main thread stays at home: it is what /proc/PID/ns/net shows to
		// others, and the one thread that Go cannot destroy. While this
		// goroutine holds it, the next one is bound to get another.
		elsewhere := make(chan struct{})
		go visit(f, result, elsewhere)
		<-elsewhere
		runtime.UnlockOSThread()
		return
	}

	err := errExited
	home, homeErr := vnetns.GetFromPath(current)
	if homeErr != nil {
		runtime.UnlockOSThread()
		result <- fmt.Errorf("netns: open the thread's namespace: %w", homeErr)
		return
	}
	defer func() {
		if vnetns.Set(home) == nil {
			runtime.UnlockOSThread()
		} // else the goroutine ends locked, and the thread with it
		unix.Close(int(home))
		result <- err
	}()
	err = f()
}

// onMainThread reports whether the calling thread is the process's first.
func onMainThread() bool { return unix.Gettid() == unix.Getpid() }
