package lab

import (
	"errors"
	"io"
	"net"
	"runtime"
	"sync"
	"testing"

	"golang.org/x/sys/unix"

	"github.com/netrig/netrig/harness/internal/netns/nstest"
)

// bare is a test with two hosts at a switch by the kernel operations alone that it takes
// with any tool: three namespaces, a bridge, two cables, an address and a default route
// for each host are made as in floor, a listener and a connection carry five octets, and
// the namespaces are let go of. Nothing is captured, and of all settings only IPv6 is
// switched off.
//
// The kernel takes networks apart in its own time, here as after a lab. It does so while
// the next ones are made and holds its lock for interfaces meanwhile, so that making
// and removing are both in what a row of them takes; the median alone may miss it.
func bare(b *testing.B) error {
	b.Helper()
	spaces := floor(b, 2)
	defer func() {
		for _, s := range spaces {
			if err := s.close(); err != nil {
				b.Error(err)
			}
		}
	}()
	var listener net.Listener
	if err := spaces[1].inside(func() (err error) {
		var c net.ListenConfig
		c.SetMultipathTCP(false)
		listener, err = c.Listen(b.Context(), "tcp4", ":7")
		return err
	}); err != nil {
		return err
	}
	var wg sync.WaitGroup
	defer wg.Wait()
	defer func() { _ = listener.Close() }()
	wg.Go(func() {
		if c, err := listener.Accept(); err == nil {
			_, _ = io.WriteString(c, "hello")
			_ = c.Close()
		}
	})
	var conn net.Conn
	if err := spaces[0].inside(func() (err error) {
		var d net.Dialer
		d.SetMultipathTCP(false)
		conn, err = d.DialContext(b.Context(), "tcp4", net.JoinHostPort(benchAddress(1).Addr().String(), "7"))
		return err
	}); err != nil {
		return err
	}
	defer func() { _ = conn.Close() }()
	got, err := io.ReadAll(conn)
	if err == nil && string(got) != "hello" {
		err = errors.New("another answer")
	}
	return err
}

// inside calls f on a thread in the namespace.
//
//nolint:forbidigo // it is what netns is measured against
func (s space) inside(f func() error) error {
	result := make(chan error)
	go func() { // ends with f
		runtime.LockOSThread()
		home, err := unix.Open("/proc/thread-self/ns/net", unix.O_RDONLY|unix.O_CLOEXEC, 0)
		if err != nil {
			result <- err
			return // with the thread
		}
		if err = unix.Setns(s.fd, unix.CLONE_NEWNET); err == nil {
			err = f()
		}
		if err = errors.Join(err, unix.Setns(home, unix.CLONE_NEWNET), unix.Close(home)); err == nil {
			runtime.UnlockOSThread()
		}
		result <- err
	}()
	return <-result
}

// BenchmarkBare is bare, one after the other: what BenchmarkExchange of package harness
// is measured against.
func BenchmarkBare(b *testing.B) { nstest.InTurn(b, func() error { return bare(b) }) }

// BenchmarkBares is 200 of them at once, as BenchmarkExchanges of package harness.
func BenchmarkBares(b *testing.B) { nstest.AtOnce(b, func() error { return bare(b) }, func() {}) }
