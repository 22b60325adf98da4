package socket

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"golang.org/x/sys/unix"

	"github.com/netrig/netrig/harness/internal/netns"
)

// LocalConfig says which socket of AF_UNIX is to be opened (unix(7)).
type LocalConfig struct {
	NS      *netns.NS
	Address string // @NAME, which is of the namespace alone, or the path of a file
	Root    string // the folder that paths start from
	Backlog int    // of ListenLocal
	Options Options
}

// ListenLocal opens a socket of AF_UNIX that waits for connections. The file of a
// path stays when the socket is closed, as it always does.
func ListenLocal(c LocalConfig) (*Socket, error) {
	if !strings.HasPrefix(c.Address, "@") {
		if err := os.MkdirAll(filepath.Dir(filepath.Join(c.Root, c.Address)), 0o755); err != nil {
			return nil, err
		}
	}
	return c.open(func(fd int, at unix.Sockaddr) error {
		if err := unix.Bind(fd, at); err != nil {
			return os.NewSyscallError("bind", err)
		}
		return os.NewSyscallError("listen", unix.Listen(fd, c.Backlog))
	})
}

// ConnectLocal opens a socket of AF_UNIX and connects it. It waits for room among
// those that wait to be accepted.
func ConnectLocal(ctx context.Context, c LocalConfig) (*Socket, error) {
	return c.open(func(fd int, at unix.Sockaddr) error {
		for pause := time.Millisecond; ; pause = min(2*pause, 20*time.Millisecond) {
			err := unix.Connect(fd, at)
			if !errors.Is(err, unix.EAGAIN) && !errors.Is(err, unix.EINTR) {
				return os.NewSyscallError("connect", err)
			}
			select { // nothing tells when there is room
			case <-time.After(pause):
			case <-ctx.Done():
				return ctx.Err()
			}
		}
	})
}

// open opens a socket inside the namespace, whose abstract names it is to see, and
// prepares it with its address.
func (c *LocalConfig) open(prepare func(fd int, at unix.Sockaddr) error) (*Socket, error) {
	fd := -1
	err := c.NS.Do(func() (err error) {
		fd, err = unix.Socket(unix.AF_UNIX, unix.SOCK_STREAM|unix.SOCK_NONBLOCK|unix.SOCK_CLOEXEC, 0)
		return os.NewSyscallError("socket", err)
	})
	if err != nil {
		return nil, err
	}
	if err = c.Options.set(fd, unix.AF_UNIX); err == nil {
		err = c.at(func(at unix.Sockaddr) error { return prepare(fd, at) })
	}
	if err != nil {
		_ = unix.Close(fd)
		return nil, err
	}
	return hold(fd, "unix", unix.AF_UNIX, c.Options)
}

// at hands f the address as the kernel takes it. Wherever the files of a node are,
// their names are short enough by a descriptor of their folder.
func (c *LocalConfig) at(f func(unix.Sockaddr) error) error {
	if strings.HasPrefix(c.Address, "@") {
		return f(&unix.SockaddrUnix{Name: c.Address})
	}
	dir, err := unix.Open(c.Root, unix.O_PATH|unix.O_DIRECTORY|unix.O_CLOEXEC, 0)
	if err != nil {
		return &os.PathError{Op: "open", Path: c.Root, Err: err}
	}
	defer func() { _ = unix.Close(dir) }() // a path, nothing is lost with it
	return f(&unix.SockaddrUnix{Name: fmt.Sprintf("/proc/self/fd/%d%s", dir, c.Address)})
}
