package process

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"testing"

	"golang.org/x/sys/unix"

	"github.com/netrig/netrig/harness/internal/netns"
	"github.com/netrig/netrig/harness/internal/netns/nstest"
)

// A program that starts begins as a copy of this process. What is closed meanwhile is
// closed all the same.
func TestWhatIsClosedWhileProgramsStart(t *testing.T) {
	needShell(t)
	const programs = 100
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	slots := make(chan struct{}, programs)
	for range programs {
		slots <- struct{}{}
	}
	close(slots)
	ns := nstest.New(t)
	var wg sync.WaitGroup
	for range 3 {
		wg.Go(func() {
			for range slots {
				p, err := Start(ctx, ns, Spec{Args: []string{"true"}})
				if err == nil {
					_, err = p.Wait()
				}
				if err != nil {
					t.Error(err)
				}
			}
		})
	}
	go func() {
		wg.Wait()
		cancel()
	}()
	open, tries := 0, 0
	for ; ctx.Err() == nil; tries++ {
		at := &unix.SockaddrUnix{Name: fmt.Sprintf("@closed-%d", tries)}
		l, c := stream(t), stream(t)
		if err := errors.Join(unix.Bind(l, at), unix.Listen(l, 1), unix.Close(l)); err != nil {
			t.Fatal(err)
		}
		netns.Forked()
		switch err := unix.Connect(c, at); {
		case err == nil:
			open++
		case !errors.Is(err, unix.ECONNREFUSED):
			t.Fatal(err)
		}
		_ = unix.Close(c)
	}
	if t.Logf("%d sockets closed", tries); open > 0 {
		t.Errorf("%d of %d still accept", open, tries)
	}
}

// stream opens a socket of the machine's own.
func stream(t *testing.T) int {
	t.Helper()
	fd, err := unix.Socket(unix.AF_UNIX, unix.SOCK_STREAM|unix.SOCK_CLOEXEC, 0)
	if err != nil {
		t.Fatal(err)
	}
	return fd
}
