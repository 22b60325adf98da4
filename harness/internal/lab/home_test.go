package lab

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/netip"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"go.uber.org/goleak"

	"github.com/netrig/netrig/harness/internal/netns"
	"github.com/netrig/netrig/harness/internal/observe"
	"github.com/netrig/netrig/harness/internal/plan"
	"github.com/netrig/netrig/harness/state"
	"github.com/netrig/netrig/services/http"
	"github.com/netrig/netrig/topology"
)

// home loads testdata/home.yaml, where it is drawn, and adds a program to
// its web server.
func home(tb testing.TB) *topology.Topology {
	tb.Helper()
	t, err := topology.Load(os.DirFS("testdata"), "home.yaml")
	if err != nil {
		tb.Fatal(err)
	}
	self, err := os.Executable()
	if err != nil {
		tb.Fatal(err)
	}
	t.Node("web").Services.Exec = []*topology.Program{{
		Command: []string{self}, Env: map[string]string{helper: ":7"}, Ready: "tcp/:7",
	}}
	return t
}

// log gathers events, one JSON object each.
type log struct {
	mu sync.Mutex
	b  strings.Builder
}

func (l *log) Write(b []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.Write(b)
}

func (l *log) logger() *slog.Logger { return slog.New(slog.NewJSONHandler(l, nil)) }

// has reports whether there is an event of a node and source.
func (l *log) has(node, source, event string) bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	for line := range strings.Lines(l.b.String()) {
		var e struct{ Node, Source, Msg string }
		if json.Unmarshal([]byte(line), &e) == nil && e.Node == node && e.Source == source && e.Msg == event {
			return true
		}
	}
	return false
}

func TestHome(t *testing.T) {
	var events log
	dir := t.TempDir()
	l, err := Boot(t.Context(), home(t), Options{Logger: events.logger(), Dir: dir})
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = l.Close() }()
	pc1, pc2, web := l.Node("pc1"), l.Node("pc2"), l.Node("web")

	// The lease, and what it configured.
	client, err := pc1.DHCP("eth0")
	if err != nil {
		t.Fatal(err)
	}
	lease := state.Lease{
		Interface: "eth0", State: "BOUND", Address: netip.MustParsePrefix("192.168.1.100/24"),
		Server: netip.MustParseAddr("192.168.1.1"), Router: []netip.Addr{netip.MustParseAddr("192.168.1.1")},
		DNS: []netip.Addr{netip.MustParseAddr("203.0.113.53")}, Domain: "home.test", Duration: 12 * time.Hour,
	}
	ignore := cmpopts.IgnoreFields(state.Lease{}, "Obtained")
	addr := cmp.Comparer(func(a, b netip.Addr) bool { return a == b })
	prefix := cmp.Comparer(func(a, b netip.Prefix) bool { return a == b })
	if diff := cmp.Diff(lease, client.Lease(), ignore, addr, prefix); diff != "" {
		t.Errorf("lease (-want +got):\n%s", diff)
	}
	s, err := pc1.Snapshot(observe.Routes | observe.Interfaces)
	if err != nil {
		t.Fatal(err)
	}
	if len(s.Leases) != 1 || !slices.ContainsFunc(s.Routes, func(r state.Route) bool {
		return r.To.Bits() == 0 && r.Via == lease.Router[0] && r.Protocol == "dhcp"
	}) {
		t.Errorf("snapshot: %+v", s)
	}

	// Through the router, by name.
	for _, n := range []*Node{pc1, pc2} {
		c := n.HTTPClient(51775)
		r, err := c.Do(t.Context(), http.Request{URL: "http://www.test/"})
		if err != nil || r.Status != 200 || !strings.Contains(r.Body, "hello") || r.Local.Port() != 51775 {
			t.Errorf("%s: %+v, %v", n.Name, r, err)
		}
	}
	answer, err := pc1.Resolver().Lookup(t.Context(), "www.test", "A")
	if err != nil || !slices.Equal(answer.Addrs, []netip.Addr{netip.MustParseAddr("203.0.113.80")}) {
		t.Errorf("www.test: %+v, %v", answer, err)
	}

	// The address was translated.
	if from := transfer(t, pc1, web, "web:8080", 4096); !strings.HasPrefix(from.String(), "203.0.113.2:") {
		t.Errorf("the server saw the client at %s", from)
	}

	// The program, and a program's view of names.
	c, err := pc2.Dial(t.Context(), "tcp", "web:7")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = c.Close() }()
	if _, err := io.WriteString(c, "echo"); err != nil {
		t.Fatal(err)
	}
	if _, err := io.ReadFull(c, make([]byte, 4)); err != nil {
		t.Error(err)
	}
	if got := run(t, pc1, "cat", "/etc/resolv.conf"); got != "search home.test\nnameserver 203.0.113.53\n" {
		t.Errorf("resolv.conf: %q", got)
	}
	if got := run(t, pc1, "cat", "/etc/hosts"); !strings.Contains(got, "203.0.113.80\tweb\n") {
		t.Errorf("hosts: %q", got)
	}
	if got := run(t, pc1, "hostname"); got != "pc1\n" {
		t.Errorf("hostname: %q", got)
	}

	// Released, nothing is left of the lease; obtained again, it is back.
	if err := client.Release(t.Context()); err != nil {
		t.Fatal(err)
	}
	if got := client.Lease(); got.Address.IsValid() {
		t.Errorf("after the release: %+v", got)
	}
	s, err = pc1.Snapshot(observe.Routes | observe.Interfaces)
	if err != nil || len(s.Routes) > 0 || len(s.Interfaces[1].Addresses) > 0 {
		t.Errorf("after the release: %+v, %v", s, err)
	}
	if got := run(t, pc1, "cat", "/etc/resolv.conf"); got != "" {
		t.Errorf("resolv.conf after the release: %q", got)
	}
	if _, err := client.Discover(t.Context()); err != nil {
		t.Fatal(err)
	}
	mustPing(t, pc1, "203.0.113.80")

	if err := errors.Join(l.Err(), l.Close(), l.Close()); err != nil {
		t.Error(err)
	}
	if left, err := os.ReadDir(dir); err != nil || len(left) > 0 {
		t.Errorf("left in the folder: %v, %v", left, err)
	}
	for _, e := range [][3]string{
		{"gw", "dhcp", "ack"}, {"dns", "dns", "query"}, {"web", "http", "request"},
		{"web", "exec", "stdout"}, {"web", "exec", "exit"},
	} {
		if !events.has(e[0], e[1], e[2]) {
			t.Errorf("no event %v in\n%s", e, events.b.String())
		}
	}
}

// TestBreak breaks the boot at every operation, in three ways, and looks at
// what is left.
func TestBreak(t *testing.T) {
	topo := home(t)
	p, err := plan.Of(topo)
	if err != nil {
		t.Fatal(err)
	}
	broken := errors.New("broken on purpose")
	ways := []struct {
		name   string
		action func(cancel func()) error
		want   func(error) bool
	}{
		{"error", func(func()) error { return broken }, func(err error) bool { return errors.Is(err, broken) }},
		{"panic", func(func()) error { panic("on purpose") }, func(err error) bool {
			var p *PanicError
			return errors.As(err, &p)
		}},
		{"cancel", func(cancel func()) error { cancel(); return nil }, func(err error) bool { return errors.Is(err, context.Canceled) }},
	}
	for _, way := range ways {
		t.Run(way.name, func(t *testing.T) {
			for at := range p.Ops {
				before := inventory(t)
				goroutines := goleak.IgnoreCurrent()
				ctx, cancel := context.WithCancel(t.Context())
				var mu sync.Mutex
				seen := 0
				l, err := Boot(ctx, topo, Options{Dir: t.TempDir(), step: func(plan.Op) error {
					mu.Lock()
					seen++
					now := seen == at+1
					mu.Unlock()
					if now {
						return way.action(cancel)
					}
					return nil
				}})
				cancel()
				if err == nil {
					_ = l.Close()
					t.Fatalf("operation %d: no error", at)
				}
				if !way.want(err) {
					t.Errorf("operation %d: %v", at, err)
				}
				Clear()
				if err := goleak.Find(goroutines); err != nil {
					t.Fatalf("operation %d (%T of %s): %v", at, p.Ops[at], p.Ops[at].Where(), err)
				}
				if diff := left(t, before); diff != "" {
					t.Fatalf("operation %d (%T of %s) left (-before +after):\n%s", at, p.Ops[at], p.Ops[at].Where(), diff)
				}
			}
		})
	}
}

// left compares this process with before. A thread that was told to end may
// take a moment.
func left(tb testing.TB, before []string) string {
	tb.Helper()
	tick := time.NewTicker(time.Millisecond)
	defer tick.Stop()
	deadline := time.Now().Add(2 * time.Second)
	for {
		diff := cmp.Diff(before, inventory(tb))
		if diff == "" || time.Now().After(deadline) {
			return diff
		}
		<-tick.C
	}
}

// inventory lists what this process holds: open files other than those of
// the runtime, children, threads in foreign namespaces, and links of its own
// namespace.
func inventory(tb testing.TB) []string {
	tb.Helper()
	Clear() // labs that have ended hold nothing for good
	var list []string
	files, err := os.ReadDir("/proc/self/fd")
	if err != nil {
		tb.Fatal(err)
	}
	for _, f := range files {
		target, err := os.Readlink(filepath.Join("/proc/self/fd", f.Name()))
		if err == nil && !strings.HasPrefix(target, "/proc/") && !strings.HasPrefix(target, "anon_inode:[event") && target != "/dev/null" {
			list = append(list, "file "+target)
		}
	}
	home, err := os.Readlink("/proc/self/ns/net")
	if err != nil {
		tb.Fatal(err)
	}
	tasks, err := filepath.Glob("/proc/self/task/*")
	if err != nil {
		tb.Fatal(err)
	}
	for _, task := range tasks {
		if ns, err := os.Readlink(filepath.Join(task, "ns/net")); err == nil && ns != home {
			list = append(list, "thread in "+ns)
		}
		if children, err := os.ReadFile(filepath.Join(task, "children")); err == nil && len(children) > 0 {
			list = append(list, fmt.Sprintf("children %s", children))
		}
	}
	links, err := net.Interfaces()
	if err != nil {
		tb.Fatal(err)
	}
	for _, l := range links {
		list = append(list, "link "+l.Name)
	}
	slices.Sort(list)
	return list
}

// TestErrors boots what cannot be booted.
func TestErrors(t *testing.T) {
	at := func(line int) topology.Pos { return topology.Pos{File: "x.yaml", Line: line, Column: 3} }
	base := func() *network {
		n := newNetwork()
		n.host("h1", "10.0.0.1/24", "")
		n.host("h2", "10.0.0.2/24", "")
		n.link("h1", "eth0", "h2", "eth0")
		return n
	}
	for _, tt := range []struct {
		name string
		edit func(*network)
		want []string
	}{
		{"port taken", func(n *network) {
			n.Node("h1").Services.HTTP = []*topology.HTTPServer{{Pos: at(1), Listen: ":80"}, {Pos: at(2), Listen: ":80"}}
		}, []string{"x.yaml:", ":3: h1: http: ", "address already in use", "listen:"}},
		{"foreign address", func(n *network) {
			n.Node("h1").Services.DNS = []*topology.DNSServer{{Pos: at(4), Listen: "10.0.0.2:53", Zones: []topology.Zone{{Origin: "x.", Records: "@ 1 IN SOA a b 1 2 3 4 5\n@ 1 IN NS a\na 1 IN A 10.0.0.1\n"}}}}
		}, []string{"x.yaml:4:3: h1: dns: ", "cannot assign requested address", "no interface of the node has that address"}},
		{"no DHCP server", func(n *network) {
			i := n.Node("h2").Interface("eth0")
			i.Addresses, i.DHCP, i.Pos = nil, topology.DHCPAuto, at(5)
		}, []string{"x.yaml:5:3: h2:eth0 got no lease within 300ms"}},
		{"no such setting", func(n *network) {
			n.Node("h1").Sysctls = []topology.Sysctl{{Pos: at(6), Key: "net.ipv4.tcp_wings", Value: "1"}}
		}, []string{"x.yaml:6:3: h1: set net.ipv4.tcp_wings to 1: no such file"}},
		{"impossible setting", func(n *network) {
			n.Node("h1").Sysctls = []topology.Sysctl{{Pos: at(7), Key: "net.ipv4.neigh.eth0.mcast_solicit", Value: "many"}}
		}, []string{"x.yaml:7:3: h1: set net.ipv4.neigh.eth0.mcast_solicit to many: invalid argument"}},
		{"gateway off the link", func(n *network) {
			n.Node("h1").Routes = []topology.Route{{Pos: at(8), To: netip.MustParsePrefix("10.9.0.0/16"), Via: netip.MustParseAddr("10.8.0.1")}}
		}, []string{"x.yaml:8:3: h1: add route to 10.9.0.0/16 via 10.8.0.1: network is unreachable", "kernel: Nexthop has invalid gateway"}},
		{"address twice", func(n *network) {
			i := n.Node("h1").Interface("eth0")
			i.Pos, i.Addresses = at(9), append(i.Addresses, i.Addresses[0])
		}, []string{"x.yaml:9:3: h1:eth0: add address 10.0.0.1/24: file exists"}},
		{"no such program", func(n *network) {
			n.Node("h1").Services.Exec = []*topology.Program{{Pos: at(10), Command: []string{"no-such-program"}}}
		}, []string{"x.yaml:10:3: h1: ", "no-such-program"}},
		{"program that ends", func(n *network) {
			self, _ := os.Executable()
			n.Node("h1").Services.Exec = []*topology.Program{{Pos: at(11), Command: []string{self}, Env: map[string]string{helper: "10.9.9.9:7"}, Ready: "tcp/:7"}}
		}, []string{"x.yaml:11:3: h1: ", "ended (exit 3 ) before it listened on tcp port 7", "cannot assign requested address"}},
		{"broken zone", func(n *network) {
			n.Node("h1").Services.DNS = []*topology.DNSServer{{Pos: at(12), Listen: ":53", Zones: []topology.Zone{{Pos: at(13), Origin: "x.", Records: "rubbish"}}}}
		}, []string{"x.yaml:13:3: "}},
		{"missing folder", func(n *network) {
			n.Node("h1").Services.HTTP = []*topology.HTTPServer{{Pos: at(14), Listen: ":80", Root: "nowhere"}}
		}, []string{"x.yaml:14:3: h1: http: ", "no such file"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			n := base()
			tt.edit(n)
			before := inventory(t)
			var o Options
			if tt.name == "no DHCP server" {
				o.Patience = 300 * time.Millisecond
			}
			l, err := Boot(t.Context(), n.Topology, o)
			if err == nil {
				_ = l.Close()
				t.Fatal("it boots")
			}
			for _, want := range tt.want {
				if !strings.Contains(err.Error(), want) {
					t.Errorf("no %q in: %v", want, err)
				}
			}
			if diff := left(t, before); diff != "" {
				t.Errorf("left (-before +after):\n%s", diff)
			}
		})
	}
}

// panicker is a service that panics, or ends, when it is told.
type panicker struct {
	now   chan struct{}
	value any
}

func (p panicker) Serve(ctx context.Context) error {
	select {
	case <-p.now:
		if p.value != nil {
			panic(p.value)
		}
		return nil
	case <-ctx.Done():
		return nil
	}
}

func TestServicePanics(t *testing.T) {
	for _, tt := range []struct {
		name   string
		value  any
		event  string
		panics int
	}{{"panic", "on purpose", "panic", 1}, {"end", nil, "failed", 0}} {
		t.Run(tt.name, func(t *testing.T) {
			n := newNetwork()
			n.host("h1", "10.0.0.1/24", "")
			var events log
			l, err := Boot(t.Context(), n.Topology, Options{Logger: events.logger()})
			if err != nil {
				t.Fatal(err)
			}
			defer func() { _ = l.Close() }()
			p := panicker{now: make(chan struct{}), value: tt.value}
			l.serve(l.Node("h1"), "test", p)
			if l.Err() != nil {
				t.Fatal(l.Err())
			}
			close(p.now)
			<-l.Failed()
			if err := l.Err(); err == nil || !strings.HasPrefix(err.Error(), "h1: test: ") {
				t.Errorf("error: %v", err)
			}
			if got := l.Panics(); len(got) != tt.panics {
				t.Errorf("panics: %v", got)
			}
			if err := l.Close(); err != nil {
				t.Error(err)
			}
			if !events.has("h1", "test", tt.event) {
				t.Errorf("events: %s", events.b.String())
			}
		})
	}
}

// tap notes what it is told.
type tap struct {
	mu    sync.Mutex
	links map[string]int // how many links a namespace had when it was opened
	names map[string]int
	up    []string // interfaces that were there already when they were named
	ns    map[string]*netns.NS
}

func (t *tap) Open(node string, ns *netns.NS) error {
	return ns.Do(func() error {
		links, err := net.Interfaces()
		t.mu.Lock()
		defer t.mu.Unlock()
		t.links[node], t.ns[node] = len(links), ns
		return err
	})
}

func (t *tap) Ready() error { return nil }

func (t *tap) Name(node, iface string, index int) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.names[node+":"+iface] = index
	_ = t.ns[node].Do(func() error { // fails where it is right
		if _, err := net.InterfaceByIndex(index); err == nil {
			t.up = append(t.up, node+":"+iface)
		}
		return nil
	})
}

func TestTap(t *testing.T) {
	tap := &tap{links: map[string]int{}, names: map[string]int{}, ns: map[string]*netns.NS{}}
	l, err := Boot(t.Context(), home(t), Options{Tap: tap})
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = l.Close() }()
	want := map[string]int{"sw:": 2, "isp:": 2} // the bridges of switches have no name
	for _, n := range l.Nodes() {
		if tap.links[n.Name] != 1 {
			t.Errorf("%s had %d links when its capture was opened, want loopback alone", n.Name, tap.links[n.Name])
		}
		s, err := n.Snapshot(observe.Interfaces)
		if err != nil {
			t.Fatal(err)
		}
		for _, i := range s.Interfaces {
			if n.Spec.Interface(i.Name) != nil {
				want[n.Name+":"+i.Name] = i.Index
			}
		}
	}
	if diff := cmp.Diff(want, tap.names); diff != "" {
		t.Errorf("names (-want +got):\n%s", diff)
	}
	if tap.up != nil {
		t.Errorf("named after they were made: %v", tap.up)
	}
}
