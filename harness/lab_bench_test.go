package harness_test

import (
	"io"
	"sync"
	"testing"

	"github.com/netrig/netrig/harness"
	"github.com/netrig/netrig/topology"
)

// exchange boots two hosts and a switch, has one TCP exchange, and ends the lab.
func exchange(tb testing.TB, t *topology.Topology) {
	tb.Helper()
	ctx := tb.Context()
	l, err := harness.Open(ctx, t, harness.LabOptions{})
	if err != nil {
		tb.Fatal(err)
	}
	listener, err := l.Node("pc2").Listen(ctx, "tcp", ":7")
	if err != nil {
		tb.Fatal(err)
	}
	var wg sync.WaitGroup
	wg.Go(func() {
		c, err := listener.Accept()
		if err != nil {
			return
		}
		_, _ = io.WriteString(c, "hello")
		_ = c.Close()
	})
	c, err := l.Node("pc1").Dial(ctx, "tcp", "pc2:7")
	if err != nil {
		tb.Fatal(err)
	}
	if got, err := io.ReadAll(c); err != nil || string(got) != "hello" {
		tb.Fatalf("%q, %v", got, err)
	}
	_ = c.Close()
	wg.Wait()
	_ = listener.Close()
	if err := l.Close(); err != nil {
		tb.Fatal(err)
	}
}

const exchangers = `
nodes:
  pc[1-2]: {interfaces: {eth0: "10.0.0.[1-2]/24"}}
  sw: {kind: switch}
links: ["pc[1-2]:eth0 -- sw"]
`

func BenchmarkExchange(b *testing.B) {
	t := parsed(b, exchangers)
	for b.Loop() {
		exchange(b, t)
	}
}
