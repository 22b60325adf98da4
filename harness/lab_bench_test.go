package harness_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"sync"
	"testing"

	"github.com/netrig/netrig/harness"
	labs "github.com/netrig/netrig/harness/internal/lab"
	"github.com/netrig/netrig/harness/internal/netns/nstest"
	"github.com/netrig/netrig/topology"
)

// exchange boots two hosts and a switch, has one TCP exchange, and ends the lab.
func exchange(ctx context.Context, t *topology.Topology) (err error) {
	l, err := harness.Open(ctx, t, harness.LabOptions{})
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, l.Close()) }() //nolint:contextcheck // a lab ends whatever became of ctx
	listener, err := l.Node("pc2").Listen(ctx, "tcp", ":7")
	if err != nil {
		return err
	}
	var wg sync.WaitGroup
	defer wg.Wait()
	defer func() { _ = listener.Close() }()
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
		return err
	}
	defer func() { _ = c.Close() }()
	got, err := io.ReadAll(c)
	if err == nil && string(got) != "hello" {
		err = fmt.Errorf("got %q", got)
	}
	return err
}

const exchangers = `
nodes:
  pc[1-2]: {interfaces: {eth0: "10.0.0.[1-2]/24"}}
  sw: {kind: switch}
links: ["pc[1-2]:eth0 -- sw"]
`

// BenchmarkExchange is what a test with a small network costs, one after the other.
func BenchmarkExchange(b *testing.B) {
	t := parsed(b, exchangers)
	nstest.InTurn(b, func() error { return exchange(b.Context(), t) })
}

// BenchmarkExchanges is 200 such tests at once.
func BenchmarkExchanges(b *testing.B) {
	t := parsed(b, exchangers)
	nstest.AtOnce(b, func() error { return exchange(b.Context(), t) }, labs.Clear)
}

// BenchmarkDial connects through a node, and with package net on a thread inside of it.
func BenchmarkDial(b *testing.B) {
	l, err := harness.Open(b.Context(), parsed(b, exchangers), harness.LabOptions{})
	if err != nil {
		b.Fatal(err)
	}
	defer func() { _ = l.Close() }()
	listener, err := l.Node("pc2").Listen(b.Context(), "tcp", ":7")
	if err != nil {
		b.Fatal(err)
	}
	defer func() { _ = listener.Close() }()
	go func() {
		for {
			c, err := listener.Accept()
			if err != nil {
				return
			}
			_ = c.Close()
		}
	}()
	pc1 := l.Node("pc1")
	end := func(c net.Conn, err error) {
		if err != nil {
			b.Fatal(err)
		}
		_, _ = c.Read(make([]byte, 1)) // the other end closes first, so that this one's port is free again
		_ = c.Close()
	}
	b.Run("node", func(b *testing.B) {
		for b.Loop() {
			end(pc1.Dial(b.Context(), "tcp", "10.0.0.2:7"))
		}
	})
	b.Run("plain", func(b *testing.B) {
		err := pc1.Do(func() error {
			var d net.Dialer
			for b.Loop() {
				end(d.DialContext(b.Context(), "tcp", "10.0.0.2:7"))
			}
			return nil
		})
		if err != nil {
			b.Fatal(err)
		}
	})
}
