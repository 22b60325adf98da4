package netns

import (
	"fmt"
	"net"
	"os"
	"sync"

	vnetns "github.com/vishvananda/netns"
	"golang.org/x/sys/unix"
)

// NS is a network namespace, kept by an open file descriptor. Its methods
// may be called from any goroutine. The zero value is not usable; see New.
type NS struct {
	mu     sync.RWMutex
	handle vnetns.NsHandle // not open after Close
	worker *worker         // forks children; nil until the first Start
}

// New makes an empty network namespace whose only interface, the loopback,
// is up. It needs the rights that Isolate gives.
func New() (*NS, error) {
	n := &NS{handle: vnetns.None()}
	err := onThread(func(*visitor) error {
		if err := unix.Unshare(unix.CLONE_NEWNET); err != nil {
			return fmt.Errorf("netns: new namespace: %w", explain(err, look("/proc")))
		}
		if err := loopbackUp(); err != nil {
			return fmt.Errorf("netns: loopback up: %w", err)
		}
		h, err := vnetns.GetFromPath(current)
		if err != nil {
			return fmt.Errorf("netns: keep the new namespace: %w", err)
		}
		n.handle = h
		return nil
	})
	if err != nil {
		return nil, err
	}
	return n, nil
}

// loopbackUp sets lo up in the namespace of the calling thread.
func loopbackUp() error {
	fd, err := unix.Socket(unix.AF_INET, unix.SOCK_DGRAM|unix.SOCK_CLOEXEC, 0)
	if err != nil {
		return err
	}
	defer func() { _ = unix.Close(fd) }()
	lo, err := unix.NewIfreq("lo")
	if err != nil {
		return err
	}
	lo.SetUint16(unix.IFF_UP)
	return unix.IoctlIfreq(fd, unix.SIOCSIFFLAGS, lo)
}

// ID returns the number of the namespace, by which the kernel names it in /proc/PID/ns/net.
func (n *NS) ID() (uint64, error) {
	n.mu.RLock()
	defer n.mu.RUnlock()
	var stat unix.Stat_t
	if err := unix.Fstat(int(n.handle), &stat); err != nil {
		return 0, os.NewSyscallError("fstat", err)
	}
	return stat.Ino, nil
}

// FD returns the descriptor that keeps the namespace, or -1 after Close. It
// belongs to n: do not close it, and do not use it beyond n's life.
func (n *NS) FD() int {
	n.mu.RLock()
	defer n.mu.RUnlock()
	return int(n.handle)
}

// Do runs f on an OS thread inside the namespace and waits for it. f may
// open sockets and files under /proc/sys/net, and may call Do of another
// namespace. Goroutines that f starts are not inside. The error is f's own,
// or wraps net.ErrClosed after Close.
func (n *NS) Do(f func() error) error {
	return n.visit(func(*visitor) error { return f() })
}

// visit is Do for an f that may leave early.
func (n *NS) visit(f func(*visitor) error) error {
	return onThread(func(v *visitor) error {
		if err := n.enter(); err != nil {
			return err
		}
		return f(v)
	})
}

// enter moves the calling thread into the namespace. The lock keeps Close
// from handing the descriptor's number to another file meanwhile.
func (n *NS) enter() error {
	n.mu.RLock()
	defer n.mu.RUnlock()
	if !n.handle.IsOpen() {
		return fmt.Errorf("netns: it was closed, with its lab: %w", net.ErrClosed)
	}
	if err := vnetns.Set(n.handle); err != nil {
		return fmt.Errorf("netns: enter: %w", err)
	}
	return nil
}

// Close lets go of the namespace and kills the children started in it.
// Sockets opened in it stay usable, and keep it alive, until they are closed.
// Further calls do nothing.
func (n *NS) Close() error {
	h := n.take()
	if !h.IsOpen() {
		return nil
	}
	if err := unix.Close(int(h)); err != nil {
		return fmt.Errorf("netns: close: %w", err)
	}
	return nil
}

// Detach does what Close does, to everybody who has n, but keeps the namespace: it is
// that of the NS returned from then on, which is closed already where n was.
func (n *NS) Detach() *NS { return &NS{handle: n.take()} }

// take closes n, but for the descriptor.
func (n *NS) take() vnetns.NsHandle {
	n.mu.Lock()
	w, h := n.worker, n.handle
	n.worker, n.handle = nil, vnetns.None()
	n.mu.Unlock()
	if w != nil {
		w.stop()
	}
	return h
}
