// Package program tests programs that are not written in Go, curl and one in Python.
package program

import (
	"embed"
	"io"
	"strings"
	"testing"

	"github.com/netrig/netrig/harness"
	"github.com/netrig/netrig/harness/assert"
	"github.com/netrig/netrig/topology"
)

//go:embed network.yaml suite.yaml
var files embed.FS

func TestMain(m *testing.M) { harness.Main(m) }

func boot(t *testing.T) *harness.Lab {
	t.Helper()
	network, err := topology.Load(files, "network.yaml")
	if err != nil {
		t.Fatal(err)
	}
	return harness.Test(t, network)
}

// The program is the server. It is started on a node as by os/exec, and ends with the lab.
func TestPythonServer(t *testing.T) {
	t.Parallel()
	harness.Need(t, "python3")
	lab := boot(t)
	server := lab.Node("server").Command(t.Context(), "python3", "count.py", "8080")
	var said strings.Builder
	server.Stderr = &said
	if err := server.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = server.Process.Kill()
		_ = server.Wait() // tells that it was killed
		if t.Failed() {
			t.Log(said.String())
		}
	})
	// It is there when it listens, not after some time.
	if err := lab.Do(t.Context(), "wait: {for: {listen: {node: server, network: tcp, port: 8080}}, timeout: 10s}"); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"1\n", "2\n"} {
		conn, err := lab.Node("client").Dial(t.Context(), "tcp", "server:8080")
		if err != nil {
			t.Fatal(err)
		}
		got, err := io.ReadAll(conn)
		_ = conn.Close()
		if err != nil || string(got) != want {
			t.Errorf("%q, %v", got, err)
		}
	}
	lab.Expect(t, assert.Frames{At: "client:eth0", Never: []assert.Never{{Match: "tcp.flags.reset == 1"}}})
}

// The program is the client. Its first SYN is lost; curl does not know, as the kernel sends
// another one.
func TestCurlSurvivesALostSYN(t *testing.T) {
	t.Parallel()
	harness.Need(t, "curl")
	lab := boot(t)
	if _, err := lab.Link("client -- server").Fault(harness.Fault{
		From: "client", Filter: "tcp.flags.syn == 1", First: 1, Last: 1, Drop: true,
	}); err != nil {
		t.Fatal(err)
	}
	page, err := lab.Node("client").Command(t.Context(), "curl", "--silent", "--show-error", "http://10.0.0.2/").Output()
	if err != nil || string(page) != "hello" {
		t.Errorf("%q, %v", page, err)
	}
	lab.Expect(t, assert.YAML(`
- name: the kernel sends the SYN again after a second
  at: client:eth0
  sequence:
    - {as: first, match: tcp.flags.syn == 1 && tcp.flags.ack == 0}
    - {match: "tcp.flags.syn == 1 && tcp.seq_raw == ${first.tcp.seq_raw}", within: {after: first, min: 900ms}}
    - http.request.method == "GET"
- {at: "server:eth0", count: {match: tcp.flags.syn == 1 && tcp.flags.ack == 0, exactly: 1}}`))
}

// A suite runs as subtests; what it needs and the machine lacks it says itself.
func TestSuite(t *testing.T) { harness.RunSuite(t, files, "suite.yaml") }
