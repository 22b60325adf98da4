package lab

import (
	"context"
	"errors"
	"os"
	"testing"

	"golang.org/x/sys/unix"

	"github.com/netrig/netrig/topology"
)

// TestServicesStopAndStart stops and starts each kind of server of h1, which
// h2 can reach while it runs.
//
//	h1 -- h2
func TestServicesStopAndStart(t *testing.T) {
	n := newNetwork()
	n.host("h1", "10.0.0.1/24", "")
	n.host("h2", "10.0.0.2/24", "")
	n.link("h1", "eth0", "h2", "eth0")
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	n.Node("h1").Services = topology.Services{
		DNS:  []*topology.DNSServer{{Listen: ":53", Zones: []topology.Zone{{Origin: "lab.", Records: "@ 60 SOA a b 1 1 1 1 1\n@ 60 NS a\na 60 A 10.0.0.1\n"}}}},
		HTTP: []*topology.HTTPServer{{Listen: ":80", Echo: "/"}},
		Exec: []*topology.Program{{Command: []string{self}, Env: map[string]string{helper: "0.0.0.0:7"}, Ready: "tcp/:7"}},
	}
	l := n.boot(t)
	h1, h2 := l.Node("h1"), l.Node("h2")
	for name, address := range map[string]string{"dns": "10.0.0.1:53", "http": "10.0.0.1:80", "exec": "10.0.0.1:7"} {
		t.Run(name, func(t *testing.T) {
			reach := func() error {
				c, err := h2.Dial(t.Context(), "tcp", address)
				if err == nil {
					err = c.Close()
				}
				return err
			}
			already := (*ServiceError)(nil)
			if err := h1.StartService(t.Context(), name); !errors.As(err, &already) || already.Is != "running already" {
				t.Errorf("start what runs: %v", err)
			}
			for range 3 {
				if err := reach(); err != nil {
					t.Fatalf("while it runs: %v", err)
				}
				if err := h1.StopService(t.Context(), name); err != nil {
					t.Fatal(err)
				}
				if err := reach(); !errors.Is(err, unix.ECONNREFUSED) {
					t.Errorf("once it is stopped: %v", err)
				}
				if err := h1.StopService(t.Context(), name); !errors.As(err, &already) || already.Is != "stopped already" {
					t.Errorf("stop what does not run: %v", err)
				}
				if err := h1.StartService(t.Context(), name); err != nil {
					t.Fatal(err)
				}
			}
			if err := reach(); err != nil {
				t.Errorf("once it runs again: %v", err)
			}
		})
	}
	for _, change := range []func(context.Context, string) error{h2.StopService, h2.StartService} {
		absent := (*ServiceError)(nil)
		if err := change(t.Context(), "http"); !errors.As(err, &absent) || err.Error() != "http of h2 is not there" {
			t.Errorf("a server that is not there: %v", err)
		}
	}
	// One stays stopped: closing the lab has nothing to undo for it.
	if err := h1.StopService(t.Context(), "exec"); err != nil {
		t.Error(err)
	}
	if err := l.Err(); err != nil {
		t.Errorf("what was stopped is a fault: %v", err)
	}
}
