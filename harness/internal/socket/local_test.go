package socket

import (
	"context"
	"errors"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"golang.org/x/sys/unix"

	"github.com/netrig/netrig/harness/internal/netns/nstest"
)

// TestLocal holds an exchange over each kind of address, in a folder whose path
// alone is longer than the kernel takes.
func TestLocal(t *testing.T) {
	root := filepath.Join(t.TempDir(), strings.Repeat("long", 20))
	for _, address := range []string{"@app", "/run/app.sock"} {
		t.Run(address, func(t *testing.T) {
			c := LocalConfig{NS: nstest.New(t), Address: address, Root: root, Backlog: 1, Options: Options{SendBuffer: new(9000)}}
			if _, err := ConnectLocal(t.Context(), LocalConfig{NS: c.NS, Address: "/none", Root: t.TempDir()}); !errors.Is(err, unix.ENOENT) {
				t.Errorf("where there is no file: %v", err)
			}
			l, err := ListenLocal(c)
			if err != nil {
				t.Fatal(err)
			}
			ctx := within(t, 5*time.Second)
			a, err := ConnectLocal(ctx, c)
			if err != nil {
				t.Fatal(err)
			}
			if err := a.Connected(ctx); err != nil {
				t.Fatal(err)
			}
			b, err := l.Accept(ctx, nil)
			if err != nil {
				t.Fatal(err)
			}
			if got := option(t, a, unix.SOL_SOCKET, unix.SO_SNDBUF); got != 18000 {
				t.Errorf("send buffer %d, want 18000", got)
			}
			sent, got := NewTally(16), NewTally(16)
			if err := a.Send(ctx, NewPattern(1000, 1, 1), sent); err != nil {
				t.Fatal(err)
			}
			if err := a.ShutdownWrite(); err != nil {
				t.Fatal(err)
			}
			if ended, err := b.Receive(ctx, 2000, got); err != nil || !ended || got.SHA256() != sent.SHA256() {
				t.Errorf("received %d octets, ended %v, %v", got.Count, ended, err)
			}
			if _, err := ListenLocal(c); !errors.Is(err, unix.EADDRINUSE) {
				t.Errorf("a second listener: %v", err)
			}
			for _, s := range []*Socket{a, b, l} {
				if err := s.Abandon(); err != nil {
					t.Error(err)
				}
			}
			if _, err := ConnectLocal(ctx, c); !errors.Is(err, unix.ECONNREFUSED) {
				t.Errorf("where nobody listens any more: %v", err)
			}
			// A name is free again, a file stays.
			again, err := ListenLocal(c)
			switch {
			case address[0] == '@' && err != nil, address[0] == '/' && !errors.Is(err, unix.EADDRINUSE):
				t.Errorf("listening again: %v", err)
			case err == nil:
				_ = again.Abandon()
			}
		})
	}
}

// TestAbstract holds that names are those of one namespace.
func TestAbstract(t *testing.T) {
	here, there := nstest.New(t), nstest.New(t)
	l, err := ListenLocal(LocalConfig{NS: here, Address: "@app"})
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = l.Abandon() }()
	if _, err := ConnectLocal(t.Context(), LocalConfig{NS: there, Address: "@app"}); !errors.Is(err, unix.ECONNREFUSED) {
		t.Errorf("from another namespace: %v", err)
	}
}

// TestLocalBacklog holds that who connects waits for room.
func TestLocalBacklog(t *testing.T) {
	c := LocalConfig{NS: nstest.New(t), Address: "@app"}
	l, err := ListenLocal(c)
	if err != nil {
		t.Fatal(err)
	}
	var open []*Socket
	defer func() {
		for _, s := range append(open, l) {
			_ = s.Abandon()
		}
	}()
	for {
		ctx, cancel := context.WithTimeout(t.Context(), 20*time.Millisecond)
		s, err := ConnectLocal(ctx, c)
		cancel()
		if errors.Is(err, context.DeadlineExceeded) && len(open) > 0 {
			break
		}
		if err != nil || len(open) > 10 {
			t.Fatalf("after %d connections that nobody accepted: %v", len(open), err)
		}
		open = append(open, s)
	}
	room := make(chan error, 1)
	go func() {
		s, err := ConnectLocal(t.Context(), c)
		if err == nil {
			err = s.Abandon()
		}
		room <- err
	}()
	s, err := l.Accept(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	open = append(open, s)
	if err := <-room; err != nil {
		t.Error(err)
	}
}
