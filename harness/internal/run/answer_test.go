package run

import (
	"context"
	"errors"
	"fmt"
	"net"
	"os"
	"syscall"
	"testing"
)

// TestOwnTrouble pins which errors say nothing about the network: a step that
// is to fail must not be content with them.
func TestOwnTrouble(t *testing.T) {
	op := func(name string, errno syscall.Errno) error {
		return fmt.Errorf("pc1: %w", &net.OpError{Op: name, Net: "ip4:icmp", Err: os.NewSyscallError("socket", errno)})
	}
	tests := []struct {
		name  string
		err   error
		whole bool // the whole case has ended
		want  bool
	}{
		{"refused", op("dial", syscall.ECONNREFUSED), false, false},
		{"unreachable", op("write", syscall.ENETUNREACH), false, false},
		{"a packet that is not let through", op("write", syscall.EPERM), false, false},
		{"no answer in time", context.DeadlineExceeded, false, false},
		{"no name", errors.New("no such host"), false, false},
		{"no right to a socket", op("listen", syscall.EPERM), false, true},
		{"too many descriptors", op("dial", syscall.EMFILE), false, true},
		{"too many on the machine", op("listen", syscall.ENFILE), false, true},
		{"no memory", op("dial", syscall.ENOMEM), false, true},
		{"the case has ended", op("dial", syscall.ECONNREFUSED), true, true},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			whole, cancel := context.WithCancel(t.Context())
			defer cancel()
			if tt.whole {
				cancel()
			}
			if got := ownTrouble(whole, tt.err); got != tt.want {
				t.Errorf("ownTrouble(%v) = %t, want %t", tt.err, got, tt.want)
			}
		})
	}
}
