package capture_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/netrig/netrig/harness/internal/capture"
	"github.com/netrig/netrig/harness/internal/lab"
	"github.com/netrig/netrig/harness/packet"
	"github.com/netrig/netrig/topology"
)

// pc1 -- sw -- pc2
const network = `
name: capture
nodes:
  pc1: {interfaces: {eth0: 10.0.0.1/24}}
  pc2: {interfaces: {eth0: 10.0.0.2/24}}
  sw: {kind: switch}
links:
  - pc[1-2]:eth0 -- sw
`

// collector is a sink that keeps everything.
type collector struct {
	mu     sync.Mutex
	frames []*packet.Frame
}

func (c *collector) sink(batch []*packet.Frame) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.frames = append(c.frames, batch...)
}

// take returns what was collected and forgets it.
func (c *collector) take() []*packet.Frame {
	c.mu.Lock()
	defer c.mu.Unlock()
	taken := c.frames
	c.frames = nil
	return taken
}

func (c *collector) all() []*packet.Frame {
	c.mu.Lock()
	defer c.mu.Unlock()
	return slices.Clone(c.frames)
}

// boot boots the network with a recorder attached.
func boot(tb testing.TB) (*lab.Lab, *capture.Recorder, *collector) {
	tb.Helper()
	parsed, err := topology.Parse("network.yaml", []byte(network))
	if err != nil {
		tb.Fatal(err)
	}
	c := &collector{}
	r, err := capture.New(c.sink)
	if err != nil {
		tb.Fatal(err)
	}
	l, err := lab.Boot(tb.Context(), parsed, lab.Options{Tap: r})
	if err != nil {
		tb.Fatal(errors.Join(err, r.Close()))
	}
	tb.Cleanup(func() {
		if err := errors.Join(r.Close(), l.Close()); err != nil {
			tb.Error(err)
		}
	})
	return l, r, c
}

func TestEveryFrameIsSeenAtEveryPointItPasses(t *testing.T) {
	l, r, c := boot(t)
	const datagrams = 500
	send(t, l, datagrams)
	r.Flush()

	seen := map[string]int{}
	for _, f := range c.all() {
		if bytes.Contains(f.Data, []byte("datagram ")) {
			seen[fmt.Sprintf("%s %v", f.Point, f.Direction)]++
		}
	}
	want := map[string]int{
		fmt.Sprintf("pc1:eth0 %v", packet.Out): datagrams,
		fmt.Sprintf("sw:pc1 %v", packet.In):    datagrams,
		fmt.Sprintf("sw:pc2 %v", packet.Out):   datagrams,
		fmt.Sprintf("pc2:eth0 %v", packet.In):  datagrams,
	}
	if diff := cmp.Diff(want, seen); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	stopAndCompare(t, r, c)
}

func TestBulkIsSeenWithoutLoss(t *testing.T) {
	l, r, c := boot(t)
	transfer(t, l, 10<<20)
	for _, counters := range stopAndCompare(t, r, c) {
		if counters.Dropped > 0 {
			t.Errorf("%s: the kernel dropped %d of %d frames", counters.Point, counters.Dropped, counters.Captured+counters.Dropped)
		}
	}
	for _, f := range c.all() {
		if f.Length > 1514 || len(f.Data) != f.Length {
			t.Fatalf("a frame of %d octets, %d of them captured: no cable carries it", f.Length, len(f.Data))
		}
	}
}

func TestBatchesAreInTimeOrder(t *testing.T) {
	l, r, _ := boot(t)
	var mu sync.Mutex
	unordered := 0
	ordered, err := capture.New(func(batch []*packet.Frame) {
		mu.Lock()
		defer mu.Unlock()
		if !slices.IsSortedFunc(batch, func(a, b *packet.Frame) int { return a.Time.Compare(b.Time) }) {
			unordered++
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, n := range l.Nodes() {
		if err := ordered.Open(n.Name, n.NS()); err != nil {
			t.Fatal(err)
		}
	}
	if err := ordered.Ready(); err != nil {
		t.Fatal(err)
	}
	send(t, l, 200)
	for _, r := range []*capture.Recorder{ordered, r} {
		if err := r.Close(); err != nil {
			t.Error(err)
		}
	}
	if unordered > 0 {
		t.Errorf("%d batches out of order", unordered)
	}
}

func TestFramesBeforeAPointHasItsNameAreKept(t *testing.T) {
	l, _, _ := boot(t)
	c := &collector{}
	r, err := capture.New(c.sink)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = r.Close() }()
	if err := r.Open("pc2", l.Node("pc2").NS()); err != nil {
		t.Fatal(err)
	}
	if err := r.Ready(); err != nil {
		t.Fatal(err)
	}
	send(t, l, 10)
	r.Flush()
	if n := len(c.all()); n != 0 {
		t.Fatalf("%d frames of an interface without a name", n)
	}
	index := 0
	err = l.Node("pc2").NS().Do(func() error {
		i, err := net.InterfaceByName("eth0")
		if err == nil {
			index = i.Index
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	r.Name("pc2", "eth0", index)
	datagrams := 0
	for _, f := range c.all() {
		if f.Point != "pc2:eth0" {
			t.Errorf("a frame of %q", f.Point)
		}
		if bytes.Contains(f.Data, []byte("datagram ")) {
			datagrams++
		}
	}
	if datagrams != 10 {
		t.Errorf("%d of 10 datagrams", datagrams)
	}
	stopAndCompare(t, r, c)
}

func TestAStopIsFinal(t *testing.T) {
	l, r, _ := boot(t)
	if _, err := r.Stop(); err != nil {
		t.Fatal(err)
	}
	r.Flush() // returns
	if _, err := r.Stop(); err == nil {
		t.Error("stopped twice without an error")
	}
	if err := r.Open("pc1", l.Node("pc1").NS()); err == nil {
		t.Error("opened after the end without an error")
	}
	for range 2 {
		if err := r.Close(); err != nil {
			t.Error(err)
		}
	}
}

// transfer sends octets over TCP from pc1 to pc2 and waits until pc2 has them.
func transfer(tb testing.TB, l *lab.Lab, octets int) {
	tb.Helper()
	listener, err := l.Node("pc2").Listen(tb.Context(), "tcp", ":80")
	if err != nil {
		tb.Fatal(err)
	}
	defer func() { _ = listener.Close() }()
	done := make(chan error, 1)
	go func() {
		conn, err := listener.Accept()
		if err == nil {
			_, err = io.Copy(io.Discard, conn)
			_ = conn.Close()
		}
		done <- err
	}()
	conn, err := l.Node("pc1").Dial(tb.Context(), "tcp", "10.0.0.2:80")
	if err != nil {
		tb.Fatal(err)
	}
	if _, err := conn.Write(make([]byte, octets)); err != nil {
		tb.Fatal(err)
	}
	if err := conn.Close(); err != nil {
		tb.Fatal(err)
	}
	if err := <-done; err != nil {
		tb.Fatal(err)
	}
}

// send sends datagrams from pc1 to pc2 and waits until pc2 has read them all.
func send(t *testing.T, l *lab.Lab, count int) {
	t.Helper()
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	server, err := l.Node("pc2").ListenPacket(ctx, "udp", ":9")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = server.Close() }()
	if err := server.SetReadDeadline(time.Now().Add(time.Minute)); err != nil { // one may be lost
		t.Fatal(err)
	}
	client, err := l.Node("pc1").Dial(ctx, "udp", "10.0.0.2:9")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = client.Close() }()
	buffer := make([]byte, 64)
	for i := range count {
		if _, err := fmt.Fprintf(client, "datagram %d", i); err != nil {
			t.Fatal(err)
		}
		if _, _, err := server.ReadFrom(buffer); err != nil {
			t.Fatal(err)
		}
	}
}

// stopAndCompare ends the capture and checks that its counters are those of
// the frames that were handed over.
func stopAndCompare(t *testing.T, r *capture.Recorder, c *collector) []capture.Counters {
	t.Helper()
	counters, err := r.Stop()
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]uint64{}
	for _, f := range c.all() {
		want[f.Point]++
	}
	got := map[string]uint64{}
	for _, p := range counters {
		if p.Captured > 0 {
			got[p.Point] = p.Captured
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("counters (-frames +counted)\n%s", diff)
	}
	return counters
}
