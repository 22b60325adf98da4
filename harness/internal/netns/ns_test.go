package netns_test

import (
	"errors"
	"net"
	"syscall"
	"testing"

	"github.com/netrig/netrig/harness/internal/netns"
)

func TestIsolated(t *testing.T) {
	if !netns.Isolated() {
		t.Fatal("not isolated")
	}
	_, err := net.Dial("tcp", "192.0.2.1:80")
	if !errors.Is(err, syscall.ENETUNREACH) {
		t.Errorf("stray dial: %v, want ENETUNREACH", err)
	}
}
