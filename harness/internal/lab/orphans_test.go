package lab

import (
	"io"
	"os"
	"strings"
	"testing"
	"time"
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
	var sockets *os.File // which keeps the namespace, so that it can be looked into afterwards
	err = l.Node("h1").NS().Do(func() (err error) {
		sockets, err = os.Open("/proc/thread-self/net/tcp")
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = sockets.Close() }()
	if err := l.Node("h1").SetUp("eth0", false); err != nil {
		t.Fatal(err)
	}
	if err := c.Close(); err != nil {
		t.Fatal(err)
	}
	if !repeats(t, sockets) {
		t.Fatal("no connection waits for its FIN to be confirmed")
	}
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	tick := time.NewTicker(10 * time.Millisecond)
	defer tick.Stop()
	for late := time.Now().Add(30 * time.Second); repeats(t, sockets); <-tick.C {
		if time.Now().After(late) {
			t.Fatal("the kernel has not given the connection up")
		}
	}
}

// repeats reports whether a connection is in FIN_WAIT1 (proc_net_tcp.txt).
func repeats(t *testing.T, sockets *os.File) bool {
	t.Helper()
	if _, err := sockets.Seek(0, io.SeekStart); err != nil {
		t.Fatal(err)
	}
	all, err := io.ReadAll(sockets)
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(all)) {
		if f := strings.Fields(line); f[3] == "04" {
			return true
		}
	}
	return false
}
