package lab

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/netip"
	"testing"
	"time"

	"github.com/netrig/netrig/topology"
)

// network builds topologies in Go, as the parser would.
type network struct {
	*topology.Topology
	mac byte
}

func newNetwork() *network { return &network{Topology: &topology.Topology{Name: "test"}} }

func (t *network) node(kind topology.Kind, name string) *topology.Node {
	if n := t.Node(name); n != nil {
		return n
	}
	n := &topology.Node{Name: name, Kind: kind}
	t.Nodes = append(t.Nodes, n)
	return n
}

func (t *network) iface(n *topology.Node, name string, addresses ...string) *topology.Interface {
	i := n.Interface(name)
	if i == nil {
		t.mac++
		i = &topology.Interface{Name: name, MTU: 1500, MAC: net.HardwareAddr{2, 0, 0, 0, 0, t.mac}}
		n.Interfaces = append(n.Interfaces, i)
	}
	for _, a := range addresses {
		i.Addresses = append(i.Addresses, netip.MustParsePrefix(a))
	}
	return i
}

// host adds a host with one interface, eth0, and a default gateway unless
// it is empty.
func (t *network) host(name, address, gateway string) *topology.Node {
	n := t.node(topology.Host, name)
	i := t.iface(n, "eth0", address)
	if gateway != "" {
		i.Gateways = []netip.Addr{netip.MustParseAddr(gateway)}
	}
	return n
}

// link connects two interfaces, which are made where they do not exist; a
// switch names its ports after the other end.
func (t *network) link(a, aIface, b, bIface string) {
	end := func(name, iface, other string) topology.Endpoint {
		n := t.Node(name)
		if n.Bridges() {
			iface = other
		}
		t.iface(n, iface)
		return topology.Endpoint{Node: name, Interface: iface}
	}
	t.Links = append(t.Links, &topology.Link{A: end(a, aIface, b), B: end(b, bIface, a)})
}

func (t *network) boot(tb testing.TB) *Lab {
	tb.Helper()
	l, err := Boot(tb.Context(), t.Topology, Options{})
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() {
		if err := l.Err(); err != nil {
			tb.Error(err)
		}
		if err := l.Close(); err != nil {
			tb.Error(err)
		}
	})
	return l
}

// mustPing fails the test unless every echo request is answered.
func mustPing(tb testing.TB, n *Node, to string) {
	tb.Helper()
	got, err := n.Ping(tb.Context(), netip.MustParseAddr(to), PingOptions{Count: 2})
	if err != nil || got.Received != 2 {
		tb.Fatalf("%s -> %s: %+v, %v", n.Name, to, got, err)
	}
}

// transfer sends octets over TCP from one node to another and returns the
// address the server saw them come from. Any goroutine may call it.
func transfer(tb testing.TB, from, to *Node, address string, size int64) net.Addr {
	tb.Helper()
	ctx, cancel := context.WithTimeout(tb.Context(), 20*time.Second)
	defer cancel()
	_, port, _ := net.SplitHostPort(address)
	listener, err := to.Listen(ctx, "tcp", ":"+port)
	if err != nil {
		tb.Error(err)
		return nil
	}
	defer func() { _ = listener.Close() }()
	type result struct {
		from net.Addr
		err  error
	}
	done := make(chan result, 1)
	go func() {
		c, err := listener.Accept()
		if err != nil {
			done <- result{err: err}
			return
		}
		defer func() { _ = c.Close() }()
		n, err := io.Copy(io.Discard, c)
		if err == nil && n != size {
			err = fmt.Errorf("%d octets of %d", n, size)
		}
		done <- result{c.RemoteAddr(), err}
	}()
	c, err := from.Dial(ctx, "tcp", address)
	if err != nil {
		tb.Error(err)
		return nil
	}
	_, err = io.CopyN(c, zeros{}, size)
	err = errors.Join(err, c.Close())
	r := <-done
	if err = errors.Join(err, r.err); err != nil {
		tb.Error(err)
	}
	return r.from
}

type zeros struct{}

func (zeros) Read(b []byte) (int, error) { return len(b), nil }

// h1 10.0.0.1 --- sw --- h2 10.0.0.2
func TestSwitch(t *testing.T) {
	n := newNetwork()
	n.node(topology.Switch, "sw")
	n.host("h1", "10.0.0.1/24", "")
	n.host("h2", "10.0.0.2/24", "")
	n.link("h1", "eth0", "sw", "")
	n.link("h2", "eth0", "sw", "")
	l := n.boot(t)
	mustPing(t, l.Node("h1"), "10.0.0.2")
	transfer(t, l.Node("h1"), l.Node("h2"), "h2:80", 1<<20)
}
