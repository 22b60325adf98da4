package harness_test

import (
	"context"
	"fmt"
	"net/netip"
	"os"
	"testing"
	"time"

	"github.com/netrig/netrig/harness"
	"github.com/netrig/netrig/harness/assert"
	"github.com/netrig/netrig/harness/packet"
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
