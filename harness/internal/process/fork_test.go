package process

import (
	"context"
	"errors"
	"fmt"
	"net"
	"sync"
	"syscall"
	"testing"

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
		name := fmt.Sprintf("@closed-%d", tries) // of AF_UNIX
		l, err := net.Listen("unix", name)
		if err != nil {
			t.Fatal(err)
		}
		_ = l.Close()
		netns.Forked()
		c, err := net.Dial("unix", name)
		switch {
		case err == nil:
			open++
			_ = c.Close()
		case !errors.Is(err, syscall.ECONNREFUSED):
			t.Fatal(err)
		}
	}
	if t.Logf("%d sockets closed", tries); open > 0 {
		t.Errorf("%d of %d still accept", open, tries)
	}
}
