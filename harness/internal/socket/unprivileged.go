package socket

import (
	"errors"
	"fmt"
	"runtime"

	"golang.org/x/sys/unix"
)

// ErrUnprivileged is a port that was refused for want of the right to it, as it was
// asked for without.
var ErrUnprivileged = errors.New("an ordinary user's program has no right to this port")

// unprivileged runs f as a thread of an ordinary user's program: without the right
// to bind a port below net.ipv4.ip_unprivileged_port_start (capabilities(7)). The
// user stays the same, as a user namespace may have no other.
func unprivileged(f func() error) error {
	done := make(chan error, 1)
	go func() {
		runtime.LockOSThread() // and let the thread end with what it has no right to any more
		if err := drop(unix.CAP_NET_BIND_SERVICE); err != nil {
			done <- fmt.Errorf("drop CAP_NET_BIND_SERVICE: %w", errNoDrop{err})
			return
		}
		err := f()
		if errors.Is(err, unix.EACCES) {
			err = fmt.Errorf("%w: %w", err, ErrUnprivileged)
		}
		done <- err
	}()
	return <-done
}

// errNoDrop hides the number of an error from who takes it for the network's.
type errNoDrop struct{ err error }

func (e errNoDrop) Error() string { return e.err.Error() }

// drop takes a capability away from the calling thread.
func drop(capability int) error {
	header := unix.CapUserHeader{Version: unix.LINUX_CAPABILITY_VERSION_3}
	var data [2]unix.CapUserData
	if err := unix.Capget(&header, &data[0]); err != nil {
		return err
	}
	data[capability/32].Effective &^= 1 << (capability % 32)
	return unix.Capset(&header, &data[0])
}
