package process

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"github.com/netrig/netrig/harness/internal/netns/nstest"
	"github.com/netrig/netrig/internal/trial"
)

// TestDaemons runs real servers in a node, asks them something, and ends them.
func TestDaemons(t *testing.T) {
	conf := filepath.Join(t.TempDir(), "unbound.conf")
	const text = `server:
  interface: 127.0.0.1
  username: ""
  chroot: ""
  directory: ""
  pidfile: ""
  use-syslog: no
  logfile: ""
  verbosity: 1
  local-zone: "example.net." static
  local-data: "www.example.net. A 192.0.2.80"
remote-control:
  control-enable: no
`
	if err := os.WriteFile(conf, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	query := []byte("\x12\x34\x01\x00\x00\x01\x00\x00\x00\x00\x00\x00\x03www\x07example\x03net\x00\x00\x01\x00\x01")
	tests := []struct {
		name          string
		args          []string
		ready         string // in what it says
		network, addr string
		query         []byte
	}{
		{"python", []string{"python3", "-u", "-m", "http.server", "--bind", "127.0.0.1", "80"}, "Serving HTTP", "tcp", "127.0.0.1:80", []byte("GET / HTTP/1.0\r\n\r\n")},
		{"unbound", []string{"unbound", "-d", "-c", conf}, "start of service", "udp", "127.0.0.1:53", query},
		{"dnsmasq", []string{"dnsmasq", "--no-daemon", "--conf-file=/dev/null", "--pid-file=", "--no-resolv", "--address=/example.net/192.0.2.80"}, "started", "udp", "127.0.0.1:53", query},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			trial.Tool(t, tt.args[0])
			ns := nstest.New(t)
			ctx, stop := context.WithCancel(t.Context())
			defer stop()
			ready := &said{text: tt.ready, done: make(chan struct{})}
			p, err := Start(ctx, ns, Spec{Args: tt.args, Dir: t.TempDir(), Stdout: ready, Stderr: ready})
			if err != nil {
				t.Fatal(err)
			}
			select {
			case <-ready.done:
			case <-p.Done():
				e, _ := p.Wait()
				t.Fatalf("it ended: %+v", e)
			}
			c, err := ns.Dial(ctx, tt.network, tt.addr, nil)
			if err != nil {
				t.Fatal(err)
			}
			defer func() { _ = c.Close() }()
			if _, err := c.Write(tt.query); err != nil {
				t.Fatal(err)
			}
			if n, err := c.Read(make([]byte, 512)); n == 0 {
				t.Errorf("no answer: %v", err)
			}
			stop()
			if _, err := p.Wait(); !errors.Is(err, context.Canceled) {
				t.Errorf("%v", err)
			}
		})
	}
}

// TestJobControl has a shell put jobs into groups of their own, kill one, stop
// and continue the other (a shell that waits for a job it takes for stopped
// comes back at once) and kill that too.
func TestJobControl(t *testing.T) {
	trial.Tool(t, "bash")
	e := run(t, Spec{Args: []string{"bash", "-c", "set -m; sleep 1000 & sleep 1000 & kill %1; wait %1; echo $?; kill -STOP %2; wait %2; echo $?; bg %2 >&2; kill -KILL %2; wait %2; echo $?"}})
	if e.Stdout != "143\n147\n137\n" {
		t.Errorf("%q %s", e.Stdout, e.Stderr)
	}
}
