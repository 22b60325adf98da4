package harness_test

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"os/exec"
	"strings"
	"sync"
	"syscall"
	"testing"
	"testing/fstest"
	"time"

	"github.com/netrig/netrig/harness"
	"github.com/netrig/netrig/harness/assert"
	"github.com/netrig/netrig/topology"
)

// TestRun runs programs with the files of a node, to their end or to that of ctx.
func TestRun(t *testing.T) {
	t.Parallel()
	lab := harness.Test(t, parsed(t, pair))
	var out strings.Builder
	streams := harness.Streams{In: strings.NewReader("read"), Out: &out}
	e, err := lab.Node("pc1").Run(t.Context(), streams, "sh", "-c", "hostname; cat /etc/resolv.conf -; echo seen >&2; exit 3")
	if err != nil || e.Exit != 3 || e.Stderr != "seen\n" {
		t.Errorf("%+v, %v", e, err)
	}
	if want := "pc1\nnameserver 10.0.0.2\nread"; out.String() != want {
		t.Errorf("got %q, want %q", out.String(), want)
	}
	if _, err := lab.Node("pc1").Run(t.Context(), harness.Streams{}, "no-such-program"); !errors.Is(err, exec.ErrNotFound) {
		t.Errorf("no such program: %v", err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	if e, err := lab.Node("pc1").Run(ctx, harness.Streams{Out: ender(cancel)}, "sh", "-c", "echo up; exec sleep 600"); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %+v, %v", e, err)
	}
}

// ender calls a function as soon as something is written.
type ender func()

func (end ender) Write(b []byte) (int, error) {
	end()
	return len(b), nil
}

const pair = `
name: pair
nodes:
  pc1: {interfaces: {eth0: {address: 10.0.0.1/24, dns: 10.0.0.2}}}
  pc2:
    interfaces: {eth0: 10.0.0.2/24}
    services:
      http: {answers: {/: hello}}
      dns: {zones: {lab.example: {records: "@ 60 IN SOA ns h 1 60 60 60 60\n@ 60 IN NS ns\nns 60 IN A 10.0.0.2\nwww 60 IN A 10.0.0.2\n"}}}
  sw: {kind: switch}
links:
  - pc1:eth0 -- sw
  - {between: [pc2:eth0, sw], wire: on}
`

func parsed(tb testing.TB, text string) *topology.Topology {
	tb.Helper()
	t, err := topology.Parse("net.yaml", []byte(text))
	if err != nil {
		tb.Fatal(err)
	}
	return t
}

func TestLabConnections(t *testing.T) {
	t.Parallel()
	l := harness.Test(t, parsed(t, pair))
	ctx := t.Context()
	listener, err := l.Node("pc2").Listen(ctx, "tcp", ":7")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = listener.Close() }()
	go func() {
		for {
			c, err := listener.Accept()
			if err != nil {
				return
			}
			_, _ = io.Copy(c, c)
			_ = c.Close()
		}
	}()
	conn, err := l.Node("pc1").Dial(ctx, "tcp", "pc2:7")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = conn.Close() }()
	if _, err := io.WriteString(conn, "echo"); err != nil {
		t.Fatal(err)
	}
	got := make([]byte, 4)
	if _, err := io.ReadFull(conn, got); err != nil || string(got) != "echo" {
		t.Fatalf("%q, %v", got, err)
	}
	if _, err := l.Node("pc1").Dial(ctx, "tcp", "10.0.0.2:9"); !errors.Is(err, syscall.ECONNREFUSED) {
		t.Errorf("a closed port: %v", err)
	}
	client := l.Node("pc1").HTTPClient()
	for _, url := range []string{"http://pc2/", "http://www.lab.example/"} {
		r, err := client.Get(url) //nolint:noctx // as users write it
		if err != nil {
			t.Fatal(err)
		}
		body, err := io.ReadAll(r.Body)
		_ = r.Body.Close()
		if err != nil || r.StatusCode != http.StatusOK || string(body) != "hello" {
			t.Errorf("%s: %d %q, %v", url, r.StatusCode, body, err)
		}
	}
	addrs, err := l.Node("pc1").Resolver().LookupHost(ctx, "www.lab.example.")
	if err != nil || strings.Join(addrs, " ") != "10.0.0.2" {
		t.Errorf("%v, %v", addrs, err)
	}
	l.Expect(t, assert.YAML(`
- at: pc1:eth0
  sequence:
    - tcp.flags.syn == 1 && tcp.dstport == 7
    - tcp.flags.reset == 1 && tcp.srcport == 9
    - http.request.method == "GET"
- {at: "pc1:eth0", never: icmp}
- {at: "pc1:eth0", count: {match: dns.a == 10.0.0.2, exactly: 2}}
- neighbor: {node: pc1, ip: 10.0.0.2, mac: pc2.eth0}
- socket: {node: pc1, remote: "10.0.0.2:7", state: ESTABLISHED}
`))
}

// TestLabHTTPS trusts the lab's own authority: by the node's client, a tls.Config and a program.
func TestLabHTTPS(t *testing.T) {
	t.Parallel()
	l := harness.Test(t, parsed(t, `
nodes:
  pc1: {interfaces: {eth0: 10.0.0.1/24}}
  pc2:
    interfaces: {eth0: 10.0.0.2/24}
    services: {http: [{tls: on, answers: {/: hello}}, {listen: ":81", tls: {issuer: unknown}}]}
links: [pc1 -- pc2]
`))
	pc1 := l.Node("pc1")
	r, err := pc1.HTTPClient().Get("https://pc2/") //nolint:noctx // as users write it
	if err != nil {
		t.Fatal(err)
	}
	body, err := io.ReadAll(r.Body)
	_ = r.Body.Close()
	if err != nil || string(body) != "hello" || r.ProtoMajor != 2 {
		t.Errorf("%q by %s, %v", body, r.Proto, err)
	}
	var unknown x509.UnknownAuthorityError
	if _, err := pc1.HTTPClient().Get("https://pc2:81/"); !errors.As(err, &unknown) { //nolint:bodyclose,noctx // there is no response
		t.Error(err)
	}
	conn, err := pc1.Dial(t.Context(), "tcp", "pc2:443")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = conn.Close() }()
	if err := tls.Client(conn, &tls.Config{RootCAs: l.RootCAs(), ServerName: "pc2"}).HandshakeContext(t.Context()); err != nil {
		t.Error(err)
	}
	harness.Need(t, "curl")
	if out, err := pc1.Command(t.Context(), "curl", "-sS", "https://10.0.0.2/").CombinedOutput(); err != nil || string(out) != "hello" {
		t.Errorf("curl: %s, %v", out, err)
	}
}

func TestLabState(t *testing.T) {
	t.Parallel()
	l := harness.Test(t, parsed(t, pair))
	pc1 := l.Node("pc1")
	i, err := pc1.Interface("eth0")
	if err != nil || !i.Up || !i.Carrier || i.MTU != 1500 || i.Addresses[0].Prefix.String() != "10.0.0.1/24" {
		t.Errorf("%+v, %v", i, err)
	}
	if _, err := pc1.Interface("eth9"); err == nil {
		t.Error("there is no eth9")
	}
	routes, err := pc1.Routes()
	if err != nil || len(routes) != 1 || routes[0].To.String() != "10.0.0.0/24" {
		t.Errorf("%+v, %v", routes, err)
	}
	if err := l.Do(t.Context(), "ping: {from: pc1, to: pc2}"); err != nil {
		t.Error(err)
	}
	neighbors, err := pc1.Neighbors()
	if err != nil || len(neighbors) != 1 || neighbors[0].IP.String() != "10.0.0.2" {
		t.Errorf("%+v, %v", neighbors, err)
	}
	sockets, err := l.Node("pc2").Sockets()
	if err != nil || len(sockets) == 0 {
		t.Errorf("%+v, %v", sockets, err)
	}
	var inside string
	err = pc1.Do(func() error {
		addrs, err := net.InterfaceAddrs()
		for _, a := range addrs {
			inside += a.String() + " "
		}
		return err
	})
	if err != nil || !strings.Contains(inside, "10.0.0.1/24") {
		t.Errorf("%q, %v", inside, err)
	}
}

// TestLabSockets has steps open sockets of the same name twice, and at once.
func TestLabSockets(t *testing.T) {
	t.Parallel()
	l := harness.Test(t, parsed(t, pair))
	var wg sync.WaitGroup
	for port := range 4 {
		wg.Go(func() {
			err := l.Do(t.Context(), fmt.Sprintf(`
- listen: {node: pc2, address: ":%d", as: l}
- connect: {from: pc1, to: "pc2:%[1]d", as: c}
- http: {from: pc1, url: "http://10.0.0.2/", keep_alive: true}`, 81+port))
			if err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
	l.Expect(t, assert.YAML(`socket: {node: pc1, state: ESTABLISHED, count: {ge: 4}}`))
}

// TestCommandEnvironment starts a program where proxies are set, which no lab reaches.
func TestCommandEnvironment(t *testing.T) {
	for _, name := range []string{"http_proxy", "HTTPS_PROXY", "All_Proxy", "no_proxy", "FTP_PROXY"} {
		t.Setenv(name, "http://proxy.invalid:3128")
	}
	t.Setenv("KEPT", "kept")
	t.Setenv("PATH", "/usr/bin:/bin")
	l := harness.Test(t, parsed(t, pair))
	cmd := l.Node("pc1").Command(t.Context(), "sh", "-c", "env; echo name $0")
	cmd.Env = append(cmd.Env, "ADDED=added")
	out, err := cmd.Output()
	said := string(out)
	if err != nil || strings.Contains(strings.ToLower(said), "proxy") || !strings.Contains(said, "KEPT=kept\n") || !strings.Contains(said, "ADDED=added\n") ||
		!strings.Contains(said, "PATH=/usr/bin:/bin:/usr/local/sbin:/usr/sbin") || !strings.Contains(said, "name sh\n") {
		t.Errorf("%s\n%v", said, err)
	}
	l.Expect(t, assert.Exec{Node: "pc1", Command: []string{"env"}, Env: map[string]string{"ADDED": "added"}, Stdout: assert.AllOf(
		assert.Contains("ADDED=added", "KEPT=kept"), assert.Not(assert.Matches("(?i)proxy")))})
}

func TestLabCommand(t *testing.T) {
	t.Parallel()
	l := harness.Test(t, parsed(t, pair))
	cmd := l.Node("pc1").Command(t.Context(), "sh", "-c", `cat /proc/net/route | wc -l; read x; echo "$x $0" ; exit 3`, "zero")
	cmd.Stdin = strings.NewReader("in\n")
	out, err := cmd.Output()
	exit, ok := errors.AsType[*exec.ExitError](err)
	if !ok || exit.ExitCode() != 3 || string(out) != "2\nin zero\n" {
		t.Errorf("%q, %v", out, err)
	}
	if err := l.Node("pc1").Command(t.Context(), "no-such-program").Run(); !errors.Is(err, exec.ErrNotFound) {
		t.Errorf("a program that is not there: %v", err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	sleep := l.Node("pc1").Command(ctx, "sleep", "600")
	if err := sleep.Start(); err != nil {
		t.Fatal(err)
	}
	cancel()
	if err := sleep.Wait(); err == nil {
		t.Error("it outlived its context")
	}
}

func TestLabLink(t *testing.T) {
	t.Parallel()
	l := harness.Test(t, parsed(t, pair))
	ctx := t.Context()
	link := l.Link("sw -- pc2")
	f, err := link.Fault(harness.Fault{From: "pc2", Filter: "icmp.type == 0", First: 1, Last: 1, Drop: true})
	if err != nil {
		t.Fatal(err)
	}
	if err := l.Do(ctx, "ping: {from: pc1, to: pc2, count: 1, timeout: 200ms, fails: no reply}"); err != nil {
		t.Error(err)
	}
	if matched, fired, err := f.Counts(); err != nil || matched != 1 || fired != 1 {
		t.Errorf("%d %d %v", matched, fired, err)
	}
	if err := f.Remove(); err != nil {
		t.Error(err)
	}
	if err := link.Delay(300 * time.Millisecond); err != nil {
		t.Error(err)
	}
	l.Expect(t, assert.YAML("ping: {from: pc1, to: pc2, rtt: {ge: 600ms}}"))
	if err := link.Delay(0); err != nil {
		t.Error(err)
	}
	l.Expect(t, assert.YAML("ping: {from: pc1, to: pc2, rtt: {lt: 600ms}}"))
	if err := link.SetLines(topology.Line{Loss: 1}, topology.Line{}); err != nil {
		t.Error(err)
	}
	l.Expect(t, assert.YAML("ping: {from: pc1, to: pc2, timeout: 100ms, received: 0}"))
	for _, x := range []string{"first", "second"} {
		if err := l.Do(ctx, `exec: {node: pc1, command: [echo, `+x+`], as: said}`); err != nil {
			t.Error(err)
		}
		l.Expect(t, assert.YAML(`exec: {of: said, stdout: {contains: `+x+`}}`))
	}
	if err := link.SetLines(topology.Line{Loss: 2}, topology.Line{}); err == nil {
		t.Error("a chance of 2 is taken")
	}
	if err := errors.Join(link.SetLines(topology.Line{}, topology.Line{}), link.Rate(1e6)); err != nil {
		t.Error(err)
	}
	if err := link.Down(); err != nil {
		t.Error(err)
	}
	if i, err := l.Node("pc2").Interface("eth0"); err != nil || i.Carrier {
		t.Errorf("%+v, %v", i, err)
	}
	if err := link.Up(); err != nil {
		t.Error(err)
	}
	if err := l.Do(ctx, "ping: {from: pc1, to: pc2}"); err != nil {
		t.Error(err)
	}
	if _, err := l.Link("pc1:eth0 -- sw").Fault(harness.Fault{Drop: true}); err == nil || !strings.Contains(err.Error(), "wire: on") {
		t.Errorf("a fault on a plain cable: %v", err)
	}
}

func TestLabFrames(t *testing.T) {
	t.Parallel()
	l := harness.Test(t, parsed(t, pair))
	ctx, cancel := context.WithTimeout(t.Context(), 10*time.Second)
	defer cancel()
	go func() { _ = l.Do(ctx, "ping: {from: pc1, to: pc2, count: 3, interval: 1ms}") }()
	n := 0
	for f, err := range l.Frames(ctx, harness.FrameOptions{At: "pc2:eth0", Filter: "icmp.type == 8"}) {
		if err != nil {
			t.Fatal(err)
		}
		if f.Point != "pc2:eth0" || !strings.Contains(f.Summary(), "Echo (ping) request") {
			t.Errorf("%s %s", f.Point, f.Summary())
		}
		if n++; n == 3 {
			break
		}
	}
	if n != 3 {
		t.Errorf("%d frames", n)
	}
	for _, bad := range []harness.FrameOptions{{At: "pc9:eth0"}, {Filter: "tcp.nonsense"}} {
		for _, err := range l.Frames(ctx, bad) {
			if err == nil {
				t.Errorf("%+v is taken", bad)
			}
		}
	}
}

func TestRunSuite(t *testing.T) {
	t.Parallel()
	harness.RunSuite(t, fstest.MapFS{"suite.yaml": {Data: []byte("suite: s\ntopology:" + strings.ReplaceAll(pair, "\n", "\n  ") + `
cases:
  - {name: one, steps: [{ping: {from: pc1, to: pc2}}], assert: [{at: "pc1:eth0", sequence: [icmp.type == 8, icmp.type == 0]}]}
  - {name: two, assert: [{link: {node: pc1, interface: eth0, carrier: on}}]}
`)}}, "suite.yaml")
}
