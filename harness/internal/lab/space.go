package lab

import (
	"context"
	"errors"
	"time"

	"golang.org/x/sys/unix"

	"github.com/netrig/netrig/harness/internal/netns"
)

const (
	// slow is how long the kernel may take to remove what it was left: some 20 ms for each
	// bridge.
	slow = 10 * time.Second

	// again is how often it is asked for a namespace meanwhile.
	again = 5 * time.Millisecond
)

// space makes a namespace with create. Where the kernel allows no more of them
// (namespaces(7), user.max_net_namespaces), those of ended labs make room first.
func (y *yard) space(ctx context.Context, create func() (*netns.NS, error)) (*netns.NS, error) {
	for {
		ns, err := create()
		if !errors.Is(err, unix.ENOSPC) {
			return ns, err
		}
		y.clear()
		if !y.justLeft() {
			return nil, err
		}
		select {
		case <-ctx.Done():
			return nil, errors.Join(err, context.Cause(ctx))
		case <-time.After(again):
		}
	}
}

// justLeft reports whether the kernel may still be removing namespaces of ended labs.
func (y *yard) justLeft() bool {
	y.mu.Lock()
	defer y.mu.Unlock()
	return !y.left.IsZero() && time.Since(y.left) < slow
}
