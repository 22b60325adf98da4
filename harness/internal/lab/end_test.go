package lab

import (
	"os"
	"strings"
	"testing"

	"github.com/netrig/netrig/topology"
)

// h1 (a server that listens on 7) -- h2
func TestAServerThatEndsIsAFault(t *testing.T) {
	n := newNetwork()
	n.host("h1", "10.0.0.1/24", "")
	n.host("h2", "10.0.0.2/24", "")
	n.link("h1", "eth0", "h2", "eth0")
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	n.Node("h1").Services.Exec = []*topology.Program{{Command: []string{self}, Env: map[string]string{helper: "0.0.0.0:7"}, Ready: "tcp/:7"}}
	l, err := Boot(t.Context(), n.Topology, Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer func() {
		if err := l.Close(); err != nil {
			t.Error(err)
		}
	}()
	if err := l.Err(); err != nil {
		t.Fatal(err)
	}
	c, err := l.Node("h2").Dial(t.Context(), "tcp", "10.0.0.1:7")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = c.Close() }()
	if _, err := c.Write([]byte{0}); err != nil {
		t.Fatal(err)
	}
	<-l.Failed()
	if err := l.Err(); err == nil || !strings.Contains(err.Error(), "ended by itself (exit 4 ): killed by a zero") {
		t.Errorf("got %v", err)
	}
}
