package harness_test

import (
	"context"
	"fmt"
	"io"
	"net/netip"
	"os"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/netrig/netrig/harness"
	"github.com/netrig/netrig/harness/assert"
	"github.com/netrig/netrig/harness/packet"
	"github.com/netrig/netrig/harness/report"
	"github.com/netrig/netrig/harness/suite"
	"github.com/netrig/netrig/topology"
)

// shown is the network of the examples.
const shown = `
name: shown
nodes:
  pc1: {interfaces: {eth0: {address: 10.0.0.1/24, dns: 10.0.0.2}}}
  web:
    interfaces: {eth0: 10.0.0.2/24}
    services:
      http: {answers: {/: hello}}
      dns: {zones: {example.: {records: "@ 60 IN SOA ns h 1 60 60 60 60\n@ 60 IN NS ns\nns 60 IN A 10.0.0.2\nwww 60 IN A 10.0.0.2\n"}}}
links:
  - {between: [pc1, web], wire: on}
`

// lab boots the network of the examples.
func lab(ctx context.Context) *harness.Lab {
	network, err := topology.Parse("shown.yaml", []byte(shown))
	if err != nil {
		panic(err)
	}
	l, err := harness.Open(ctx, network, harness.LabOptions{})
	if err != nil {
		panic(err)
	}
	return l
}

// TestMain of a package that has labs is this line.
func ExampleMain() {
	testMain := func(m *testing.M) { harness.Main(m) }
	_ = testMain
}

func ExampleTest() {
	testPage := func(t *testing.T) { //nolint:thelper // it is a test
		t.Parallel()
		network, err := topology.Parse("shown.yaml", []byte(shown))
		if err != nil {
			t.Fatal(err)
		}
		lab := harness.Test(t, network)
		if _, err := lab.Node("pc1").HTTPClient().Get("http://web/"); err != nil { //nolint:bodyclose,noctx // short
			t.Error(err)
		}
		lab.Expect(t, assert.Frames{At: "pc1:eth0", Sequence: []assert.Frame{{Match: "tcp.flags.syn == 1"}, {Match: "http.response.code == 200"}}})
	}
	_ = testPage
}

func ExampleRunSuite() {
	files := os.DirFS("testdata")                                                // or an embed.FS
	testSuite := func(t *testing.T) { harness.RunSuite(t, files, "suite.yaml") } //nolint:thelper // it is a test
	_ = testSuite
}

func ExampleLab_Expect() {
	testSilence := func(t *testing.T, lab *harness.Lab) {
		t.Helper()
		lab.Expect(t,
			assert.Frames{
				Label: "each connection is taken, none is reset",
				At:    "pc1:eth0",
				Sequence: []assert.Frame{
					{As: "syn", Match: "tcp.flags.syn == 1 && tcp.flags.ack == 0"},
					{Match: "tcp.flags.ack == 1 && tcp.ack_raw == ${syn.tcp.seq_raw} + 1"},
				},
				Never: []assert.Never{{Match: "tcp.flags.reset == 1"}},
			},
			assert.Neighbor{Node: "pc1", IP: "web", MAC: "web.eth0"},
			assert.YAML("ping: {from: pc1, to: web, lost: 0}")) // the same language, as text
	}
	_ = testSilence
}

func ExampleOpen() {
	ctx := context.Background()
	network, err := topology.Parse("shown.yaml", []byte(shown))
	if err != nil {
		fmt.Println(err)
		return
	}
	lab, err := harness.Open(ctx, network, harness.LabOptions{})
	if err != nil {
		fmt.Println(err)
		return
	}
	defer func() { _ = lab.Close() }()
	fmt.Println(lab.Topology().Name, lab.Err())
	// Output: shown <nil>
}

func ExampleLab_Do() {
	ctx := context.Background()
	l := lab(ctx)
	defer func() { _ = l.Close() }()
	fmt.Println(l.Do(ctx, `
- ping: {from: pc1, to: web}
- link: {down: "pc1:eth0"}
- ping: {from: pc1, to: web, timeout: 100ms, fails: network is unreachable}`))
	// Output: <nil>
}

func ExampleLab_Judge() {
	ctx := context.Background()
	l := lab(ctx)
	defer func() { _ = l.Close() }()
	results, err := l.Judge(ctx, assert.YAML(`
- {name: web listens, listen: {node: web, network: tcp, port: 80}}
- {name: pc1 listens, listen: {node: pc1, network: tcp, port: 80}, eventually: 10ms}`))
	if err != nil {
		fmt.Println(err)
	}
	for _, r := range results {
		fmt.Printf("%s: %s\n", r.Name, r.Verdict)
	}
	// Output:
	// web listens: passed
	// pc1 listens: failed
}

func ExampleLab_Frames() {
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	l := lab(ctx)
	defer func() { _ = l.Close() }()
	if err := l.Do(ctx, "ping: {from: pc1, to: web}"); err != nil {
		fmt.Println(err)
	}
	for frame, err := range l.Frames(ctx, harness.FrameOptions{At: "web:eth0", Filter: "icmp"}) {
		if err != nil {
			fmt.Println(err)
			return
		}
		source, err := packet.Get[netip.Addr](frame, "ip.src")
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println(source, frame.Number > 0)
		if source == netip.MustParseAddr("10.0.0.2") {
			break
		}
	}
	// Output:
	// 10.0.0.1 true
	// 10.0.0.2 true
}

func ExampleNode_Dial() {
	ctx := context.Background()
	l := lab(ctx)
	defer func() { _ = l.Close() }()
	conn, err := l.Node("pc1").Dial(ctx, "tcp", "web:80")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer func() { _ = conn.Close() }()
	fmt.Println(conn.RemoteAddr())
	// Output: 10.0.0.2:80
}

func ExampleNode_Listen() {
	ctx := context.Background()
	l := lab(ctx)
	defer func() { _ = l.Close() }()
	listener, err := l.Node("web").Listen(ctx, "tcp", "10.0.0.2:7")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer func() { _ = listener.Close() }()
	conn, err := l.Node("pc1").Dial(ctx, "tcp", "web:7")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer func() { _ = conn.Close() }()
	accepted, err := listener.Accept()
	if err != nil {
		fmt.Println(err)
		return
	}
	defer func() { _ = accepted.Close() }()
	fmt.Println(accepted.LocalAddr(), accepted.RemoteAddr().String() == conn.LocalAddr().String())
	// Output: 10.0.0.2:7 true
}

func ExampleNode_ListenPacket() {
	ctx := context.Background()
	l := lab(ctx)
	defer func() { _ = l.Close() }()
	socket, err := l.Node("web").ListenPacket(ctx, "udp", ":69")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer func() { _ = socket.Close() }()
	conn, err := l.Node("pc1").Dial(ctx, "udp", "web:69")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer func() { _ = conn.Close() }()
	if _, err := io.WriteString(conn, "hello"); err != nil {
		fmt.Println(err)
	}
	got := make([]byte, 16)
	n, _, err := socket.ReadFrom(got)
	fmt.Printf("%s %v\n", got[:n], err)
	// Output: hello <nil>
}

func ExampleNode_HTTPClient() {
	ctx := context.Background()
	l := lab(ctx)
	defer func() { _ = l.Close() }()
	response, err := l.Node("pc1").HTTPClient().Get("http://www.example/") //nolint:noctx // short
	if err != nil {
		fmt.Println(err)
		return
	}
	defer func() { _ = response.Body.Close() }()
	body, err := io.ReadAll(response.Body)
	fmt.Printf("%s %v\n", body, err)
	// Output: hello <nil>
}

func ExampleNode_Lookup() {
	ctx := context.Background()
	l := lab(ctx)
	defer func() { _ = l.Close() }()
	for _, name := range []string{"web", "www.example"} { // a node; a name that DNS knows
		fmt.Println(l.Node("pc1").Lookup(ctx, name))
	}
	// Output:
	// [10.0.0.2] <nil>
	// [10.0.0.2] <nil>
}

func ExampleNode_Resolver() {
	ctx := context.Background()
	l := lab(ctx)
	defer func() { _ = l.Close() }()
	servers, err := l.Node("pc1").Resolver().LookupNS(ctx, "example.")
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(servers[0].Host)
	// Output: ns.example.
}

func ExampleNode_Command() {
	ctx := context.Background()
	l := lab(ctx)
	defer func() { _ = l.Close() }()
	out, err := l.Node("pc1").Command(ctx, "sh", "-c", "grep -c eth0: /proc/net/dev").Output()
	fmt.Printf("%s%v\n", out, err)
	// Output:
	// 1
	// <nil>
}

func ExampleNode_Do() {
	ctx := context.Background()
	l := lab(ctx)
	defer func() { _ = l.Close() }()
	err := l.Node("pc1").Do(func() error {
		// What a library opens by itself, as a raw socket, it opens on pc1.
		dev, err := os.ReadFile("/proc/thread-self/net/dev")
		fmt.Println(strings.Contains(string(dev), "eth0:"))
		return err
	})
	fmt.Println(err)
	// Output:
	// true
	// <nil>
}

func ExampleNode_Interface() {
	ctx := context.Background()
	l := lab(ctx)
	defer func() { _ = l.Close() }()
	i, err := l.Node("pc1").Interface("eth0")
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(i.Addresses[0].Prefix, i.MTU, i.Up, i.Carrier)
	// Output: 10.0.0.1/24 1500 true true
}

func ExampleNode_Address() {
	ctx := context.Background()
	l := lab(ctx)
	defer func() { _ = l.Close() }()
	pc1 := l.Node("pc1")
	address, err := pc1.Address()
	fmt.Println(pc1.Name(), address, err)
	// Output: pc1 10.0.0.1 <nil>
}

func ExampleNode_Routes() {
	ctx := context.Background()
	l := lab(ctx)
	defer func() { _ = l.Close() }()
	routes, err := l.Node("pc1").Routes()
	for _, r := range routes {
		fmt.Println(r.To, r.Interface, r.Source)
	}
	fmt.Println(err)
	// Output:
	// 10.0.0.0/24 eth0 10.0.0.1
	// <nil>
}

func ExampleNode_Neighbors() {
	ctx := context.Background()
	l := lab(ctx)
	defer func() { _ = l.Close() }()
	if err := l.Do(ctx, "ping: {from: pc1, to: web}"); err != nil {
		fmt.Println(err)
	}
	neighbors, err := l.Node("pc1").Neighbors()
	for _, n := range neighbors {
		fmt.Println(n.IP, n.MAC)
	}
	fmt.Println(err)
	// Output:
	// 10.0.0.2 02:00:00:00:00:02
	// <nil>
}

func ExampleNode_Sockets() {
	ctx := context.Background()
	l := lab(ctx)
	defer func() { _ = l.Close() }()
	sockets, err := l.Node("web").Sockets()
	for _, s := range sockets {
		if s.Local.Port() == 80 {
			fmt.Println(s.Local.Port(), s.State)
		}
	}
	fmt.Println(err)
	// Output:
	// 80 LISTEN
	// <nil>
}

func ExampleNode_Snapshot() {
	ctx := context.Background()
	l := lab(ctx)
	defer func() { _ = l.Close() }()
	s, err := l.Node("pc1").Snapshot()
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(len(s.Interfaces), len(s.Routes), len(s.Neighbors))
	// Output: 2 1 0
}

func ExampleLink_Down() {
	ctx := context.Background()
	l := lab(ctx)
	defer func() { _ = l.Close() }()
	link := l.Link("pc1 -- web")
	for _, plug := range []func() error{link.Down, link.Up} {
		if err := plug(); err != nil {
			fmt.Println(err)
			return
		}
		i, err := l.Node("web").Interface("eth0")
		fmt.Println(link, i.Carrier, err)
	}
	// Output:
	// pc1:eth0 -- web:eth0 false <nil>
	// pc1:eth0 -- web:eth0 true <nil>
}

func ExampleLink_Fault() {
	ctx := context.Background()
	l := lab(ctx)
	defer func() { _ = l.Close() }()
	fault, err := l.Link("pc1 -- web").Fault(harness.Fault{From: "pc1", Filter: "icmp.type == 8", First: 2, Last: 2, Drop: true})
	if err != nil {
		fmt.Println(err)
		return
	}
	err = l.Do(ctx, "ping: {from: pc1, to: web, count: 3, interval: 10ms, timeout: 100ms, fails: true}")
	matched, fired, failed := fault.Counts()
	fmt.Println(err, matched, fired, failed)
	fmt.Println(fault.Remove(), l.Do(ctx, "ping: {from: pc1, to: web}"))
	// Output:
	// <nil> 3 1 <nil>
	// <nil> <nil>
}

const shownSuite = `suite: shown
topology:
  nodes:
    pc1: {interfaces: {eth0: 10.0.0.1/24}}
    pc2: {interfaces: {eth0: 10.0.0.2/24}}
  links: [pc1 -- pc2]
cases:
  - name: pc1 reaches pc2
    steps: [{ping: {from: pc1, to: pc2}}]
    assert: [{at: "pc2:eth0", sequence: [icmp.type == 8, icmp.type == 0]}]
`

func shownSource() harness.Source {
	return harness.Source{FS: fstest.MapFS{"suite.yaml": {Data: []byte(shownSuite)}}, Name: "suite.yaml"}
}

func ExampleRun() {
	dir, err := os.MkdirTemp("", "netrig-example-")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer func() { _ = os.RemoveAll(dir) }()
	sources := []harness.Source{shownSource()} // or harness.Files("suite.yaml", "more/suites")
	run, err := harness.Run(context.Background(), sources, harness.RunOptions{Dir: dir, Keep: true})
	fmt.Println(run.Verdict, run.Totals.Passed, err)
	again, err := harness.Verify(dir) // the same verdicts, offline
	fmt.Println(again.Verdict, again.Totals.Passed, err)
	// Output:
	// passed 1 <nil>
	// passed 1 <nil>
}

func ExampleIsolate() {
	main := func() {
		harness.Isolate() // first: from here on nothing can leave the machine
		sources, err := harness.Files("suite.yaml")
		if err != nil {
			fmt.Println(err)
			return
		}
		run, err := harness.Run(context.Background(), sources, harness.RunOptions{})
		if err != nil {
			fmt.Println(err)
			return
		}
		if err := report.Text(os.Stdout, run, report.Style{}); err != nil || run.Verdict != suite.Passed {
			os.Exit(1)
		}
	}
	_ = main
}

func ExampleHandover() {
	main := func() {
		harness.Handover() // in case the harness started this program
		if len(os.Args) > 1 && os.Args[1] == "run" {
			harness.Isolate()
		}
	}
	_ = main
}

func ExamplePlan() {
	plan, err := harness.Plan([]harness.Source{shownSource()}, nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(strings.Contains(plan, "10.0.0.2/24"))
	// Output: true
}

func ExampleSource_Lint() {
	text := strings.Replace(shownSuite, "10.0.0.2/24", "10.0.0.1/24", 1)
	mistakes, err := harness.Source{FS: fstest.MapFS{"suite.yaml": {Data: []byte(text)}}, Name: "suite.yaml"}.Lint()
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(mistakes)
	// Output: suite.yaml:5:24: pc2:eth0 has address 10.0.0.1, which pc1:eth0 has too (give one of them another address) [duplicate-address]
}

func ExampleSource_Load() {
	s, err := shownSource().Load()
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(s.Name, len(s.Cases), s.Cases[0].Name)
	// Output: shown 1 pc1 reaches pc2
}

func ExampleFiles() {
	_, err := harness.Files("no-such-folder")
	fmt.Println(err)
	// Output: find suites: stat no-such-folder: no such file or directory
}

func ExampleDoctor() {
	for _, f := range harness.Doctor() {
		if f.Needed && !f.OK {
			fmt.Printf("%s: %s (%s)\n", f.Name, f.Detail, f.Cure)
		}
	}
}

func ExampleVerifyCapture() {
	sources, err := harness.Files("suite.yaml")
	if err != nil {
		fmt.Println(err)
		return
	}
	file, err := os.Open("somebody-elses.pcapng")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer func() { _ = file.Close() }()
	run, err := harness.VerifyCapture(sources, file.Name(), file, harness.CaptureOptions{At: []string{"pc2:eth0"}})
	if err != nil {
		fmt.Println(err)
		return
	}
	_ = report.Text(os.Stdout, run, report.Style{})
}

func ExampleLink_SetLines() {
	ctx := context.Background()
	l := lab(ctx)
	defer func() { _ = l.Close() }()
	link := l.Link("pc1 -- web")
	// From pc1 to web, and back: a line that is slow one way, and late the other.
	if err := link.SetLines(topology.Line{Rate: 1_000_000}, topology.Line{Delay: 30 * time.Millisecond}); err != nil {
		fmt.Println(err)
	}
	started := time.Now()
	err := l.Do(ctx, "ping: {from: pc1, to: web}")
	fmt.Println(time.Since(started) >= 30*time.Millisecond, err)
	// Output: true <nil>
}

func ExampleLink_Delay() {
	ctx := context.Background()
	l := lab(ctx)
	defer func() { _ = l.Close() }()
	link := l.Link("pc1 -- web")
	fmt.Println(link.Rate(64_000), link.Delay(20*time.Millisecond)) // both ways
	started := time.Now()
	err := l.Do(ctx, "ping: {from: pc1, to: web}")
	fmt.Println(time.Since(started) >= 40*time.Millisecond, err)
	// Output:
	// <nil> <nil>
	// true <nil>
}

func ExampleFile() {
	source, err := harness.File("lab.yaml") // a suite or a topology
	if err != nil {
		fmt.Println(err)
		return
	}
	mistakes, err := source.Lint()
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, m := range source.Shown(mistakes) {
		fmt.Println(m) // with the path as the user has written it
	}
}

func ExampleSource_Topologies() {
	networks, err := shownSource().Topologies()
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(len(networks), networks[0].Links[0])
	// Output: 1 pc1:eth0 -- pc2:eth0
}

func ExampleSource_LoadTopology() {
	files := fstest.MapFS{"net.yaml": {Data: []byte(shown)}}
	network, err := harness.Source{FS: files, Name: "net.yaml"}.LoadTopology()
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(network.Name, len(network.Nodes))
	// Output: shown 2
}
