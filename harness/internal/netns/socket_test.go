package netns_test

import (
	"context"
	"errors"
	"net"
	"strings"
	"syscall"
	"testing"

	"golang.org/x/sys/unix"

	"github.com/netrig/netrig/harness/internal/netns"
	"github.com/netrig/netrig/harness/internal/netns/nstest"
)

func TestSockets(t *testing.T) {
	tests := []struct{ network, listen, dial, local string }{
		{"tcp", ":80", "127.0.0.1:80", "[::]:80"},
		{"tcp", ":80", "[::1]:80", "[::]:80"},
		{"tcp", "[::]:80", "127.0.0.1:80", "[::]:80"},
		{"tcp", "0.0.0.0:80", "127.0.0.1:80", "0.0.0.0:80"},
		{"tcp", "127.0.0.1:80", "127.0.0.1:80", "127.0.0.1:80"},
		{"tcp", "[::1]:80", "[::1]:80", "[::1]:80"},
		{"tcp4", ":80", "127.0.0.1:80", "0.0.0.0:80"},
		{"udp", ":53", "127.0.0.1:53", "[::]:53"},
		{"udp", "0.0.0.0:53", "127.0.0.1:53", "0.0.0.0:53"},
		{"udp6", "[::1]:53", "[::1]:53", "[::1]:53"},
	}
	for _, tt := range tests {
		t.Run(tt.network+" "+tt.listen+" "+tt.dial, func(t *testing.T) {
			ns := nstest.New(t)
			if strings.HasPrefix(tt.network, "udp") {
				c, err := ns.ListenPacket(t.Context(), tt.network, tt.listen)
				if err != nil {
					t.Fatal(err)
				}
				defer func() { _ = c.Close() }()
				if got := c.LocalAddr().String(); got != tt.local {
					t.Errorf("listens on %s, want %s", got, tt.local)
				}
				peer := dial(t, ns, tt.network, tt.dial)
				if _, err := peer.Write([]byte("x")); err != nil {
					t.Fatal(err)
				}
				if _, _, err := c.ReadFrom(make([]byte, 1)); err != nil {
					t.Fatal(err)
				}
				return
			}
			l, err := ns.Listen(t.Context(), tt.network, tt.listen)
			if err != nil {
				t.Fatal(err)
			}
			defer func() { _ = l.Close() }()
			if got := l.Addr().String(); got != tt.local {
				t.Errorf("listens on %s, want %s", got, tt.local)
			}
			dial(t, ns, tt.network, tt.dial)
			c, err := l.Accept()
			if err != nil {
				t.Fatal(err)
			}
			defer func() { _ = c.Close() }()
			raw, err := c.(syscall.Conn).SyscallConn()
			if err != nil {
				t.Fatal(err)
			}
			_ = raw.Control(func(fd uintptr) {
				if on, err := unix.GetsockoptInt(int(fd), unix.SOL_SOCKET, unix.SO_KEEPALIVE); err != nil || on != 0 {
					t.Errorf("keep-alive %d, %v", on, err)
				}
			})
		})
	}
}

func dial(t *testing.T, ns *netns.NS, network, addr string) net.Conn {
	t.Helper()
	c, err := ns.Dial(t.Context(), network, addr, nil)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = c.Close() })
	return c
}

func TestSocketErrors(t *testing.T) {
	ns := nstest.New(t)
	l, err := ns.Listen(t.Context(), "tcp", "127.0.0.1:80")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = l.Close() }()
	cancelled, cancel := context.WithCancel(t.Context())
	cancel()
	tests := []struct {
		name string
		do   func() error
		want error
		text string
	}{
		{"port taken", func() error { _, err := ns.Listen(t.Context(), "tcp", "127.0.0.1:80"); return err }, syscall.EADDRINUSE, ""},
		{"refused", func() error { _, err := ns.Dial(t.Context(), "tcp", "127.0.0.1:81", nil); return err }, syscall.ECONNREFUSED, ""},
		{"unreachable", func() error { _, err := ns.Dial(t.Context(), "tcp", "192.0.2.1:81", nil); return err }, syscall.ENETUNREACH, ""},
		{"dial a name", func() error { _, err := ns.Dial(t.Context(), "tcp", "localhost:80", nil); return err }, nil, "literal"},
		{"listen on a name", func() error { _, err := ns.Listen(t.Context(), "tcp", "localhost:80"); return err }, nil, "literal"},
		{"no port", func() error { _, err := ns.Listen(t.Context(), "tcp", "127.0.0.1"); return err }, nil, "missing port"},
		{"no network", func() error { _, err := ns.Listen(t.Context(), "sctp", "127.0.0.1:1"); return err }, nil, "sctp"},
		{"cancelled", func() error { _, err := ns.Dial(cancelled, "tcp", "127.0.0.1:80", nil); return err }, nil, "cancel"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			err := tt.do()
			if err == nil || tt.want != nil && !errors.Is(err, tt.want) || !strings.Contains(err.Error(), tt.text) {
				t.Errorf("%v, want %v with %q", err, tt.want, tt.text)
			}
		})
	}
}
