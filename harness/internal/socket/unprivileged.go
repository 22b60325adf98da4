package socket

import (
	"errors"
	"fmt"

	"golang.org/x/sys/unix"

	"github.com/netrig/netrig/harness/internal/netns"
)

// ErrUnprivileged is a port that was refused for want of the right to it, as it was
// asked for without.
var ErrUnprivileged = errors.New("an ordinary user's program has no right to this port")

// unprivileged runs f as a thread of an ordinary user's program: without the right
// to bind a port below net.ipv4.ip_unprivileged_port_start (capabilities(7)). The
// user stays the same, as a user namespace may have no other.
func unprivileged(f func() error) error {
	return netns.Apart(func() error {
		if err := drop(unix.CAP_NET_BIND_SERVICE); err != nil {
			return fmt.Errorf("drop CAP_NET_BIND_SERVICE: %v", err) //nolint:errorlint // its number is none of the network's
		}
		err := f()
		if errors.Is(err, unix.EACCES) {
			err = fmt.Errorf("%w: %w", err, ErrUnprivileged)
		}
		return err
	})
}

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
