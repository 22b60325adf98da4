package lab

import (
	"errors"
	"os"
	"runtime"
	"strings"
	"testing"
	"time"

	"golang.org/x/sys/unix"
)

// h1, whose cable is pulled before its connection closes -- h2
func TestNoOrphanKeepsItsNamespace(t *testing.T) {
	n := newNetwork()
	n.host("h1", "10.0.0.1/24", "")
	n.host("h2", "10.0.0.2/24", "")
	n.link("h1", "eth0", "h2", "eth0")
	l := n.boot(t)
	server, err := l.Node("h2").Listen(t.Context(), "tcp", ":7")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = server.Close() }()
	c, err := l.Node("h1").Dial(t.Context(), "tcp", "10.0.0.2:7")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = c.Close() }()
	space, err := unix.FcntlInt(uintptr(l.Node("h1").NS().FD()), unix.F_DUPFD_CLOEXEC, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = unix.Close(space) }()
	if err := l.Node("h1").SetUp("eth0", false); err != nil {
		t.Fatal(err)
	}
	if err := c.Close(); err != nil {
		t.Fatal(err)
	}
	if !repeats(t, space) {
		t.Fatal("no connection waits for its FIN to be confirmed")
	}
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	tick := time.NewTicker(10 * time.Millisecond)
	defer tick.Stop()
	for late := time.Now().Add(30 * time.Second); repeats(t, space); <-tick.C {
		if time.Now().After(late) {
			t.Fatal("the kernel has not given the connection up")
		}
	}
}

// repeats reports whether a connection of a namespace is in FIN_WAIT1 (proc_net_tcp.txt).
func repeats(t *testing.T, space int) bool {
	t.Helper()
	home, err := os.Open("/proc/thread-self/ns/net")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = home.Close() }()
	runtime.LockOSThread()
	if err := unix.Setns(space, unix.CLONE_NEWNET); err != nil {
		t.Fatal(err)
	}
	sockets, err := os.ReadFile("/proc/thread-self/net/tcp")
	if err := errors.Join(err, unix.Setns(int(home.Fd()), unix.CLONE_NEWNET)); err != nil {
		t.Fatal(err)
	}
	runtime.UnlockOSThread()
	for line := range strings.Lines(string(sockets)) {
		if f := strings.Fields(line); f[3] == "04" {
			return true
		}
	}
	return false
}
