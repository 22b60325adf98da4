package harness

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/netip"
	"os"
	"os/exec"
	"sync/atomic"

	"github.com/netrig/netrig/harness/internal/lab"
	"github.com/netrig/netrig/harness/internal/observe"
	"github.com/netrig/netrig/harness/internal/process"
	"github.com/netrig/netrig/harness/state"
	"github.com/netrig/netrig/topology"
)

// Node is one machine of a lab. What its methods open is opened inside the machine's
// network and works from any goroutine. Errors wrap those of the kernel, so that
// errors.Is(err, syscall.ECONNREFUSED) tells a refusal and os.ErrDeadlineExceeded
// a deadline.
type Node struct {
	lab     *Lab
	name    string
	node    *lab.Node
	missing error // there is no such node
}

// Name returns the name of the node in the topology.
func (n *Node) Name() string { return n.name }

// Dial connects from the node, as net.Dialer.DialContext does. In host:port, the name of a
// node stands for its addresses, and every other name is asked for at the node's name
// servers. network is tcp, udp, or one of their forms for one family.
func (n *Node) Dial(ctx context.Context, network, address string) (net.Conn, error) {
	if n.missing != nil {
		return nil, n.missing
	}
	return n.node.Dial(ctx, network, address)
}

// Listen listens on the node, as net.Listen does: network is tcp, tcp4 or tcp6, and
// the host of the address literal or empty.
func (n *Node) Listen(ctx context.Context, network, address string) (net.Listener, error) {
	if n.missing != nil {
		return nil, n.missing
	}
	return n.node.Listen(ctx, network, address)
}

// ListenPacket listens for datagrams on the node, as net.ListenPacket does: network is
// udp, udp4, udp6, or ip with a protocol as in "ip4:icmp".
func (n *Node) ListenPacket(ctx context.Context, network, address string) (net.PacketConn, error) {
	if n.missing != nil {
		return nil, n.missing
	}
	return n.node.ListenPacket(ctx, network, address)
}

// HTTPClient returns a client whose connections begin at the node. It takes no proxy from
// the environment, and keeps no connection open between requests, so that each request
// is seen on the wire from its handshake on. Of https it trusts the lab's authority, and
// nobody else (see Lab.RootCAs).
func (n *Node) HTTPClient() *http.Client {
	transport := &http.Transport{DialContext: n.Dial, DisableKeepAlives: true, ForceAttemptHTTP2: true}
	if n.missing == nil {
		transport.TLSClientConfig = &tls.Config{RootCAs: n.lab.RootCAs(), MinVersion: tls.VersionTLS12}
	}
	return &http.Client{Transport: transport}
}

// Lookup returns the addresses of a host as seen from the node: a literal address is
// itself, the name of a node stands for its addresses, and every other name is asked for
// at the node's name servers.
func (n *Node) Lookup(ctx context.Context, host string) ([]netip.Addr, error) {
	if n.missing != nil {
		return nil, n.missing
	}
	return n.node.Lookup(ctx, host)
}

// Resolver returns a resolver that asks the node's name servers, in turn. It is for code
// that wants a net.Resolver, which reads /etc/hosts and the search list of the host's
// resolv.conf; Lookup does not.
func (n *Node) Resolver() *net.Resolver {
	var turn atomic.Uint32
	return &net.Resolver{
		PreferGo: true,
		Dial: func(ctx context.Context, network, _ string) (net.Conn, error) { //nolint:forbidigo // it is told how to dial
			if n.missing != nil {
				return nil, n.missing
			}
			servers := n.node.Nameservers()
			if len(servers) == 0 {
				return nil, fmt.Errorf("harness: %s has no name server: declare `dns:` at an interface, or have DHCP tell", n.name)
			}
			at := servers[int(turn.Add(1)-1)%len(servers)]
			return n.node.NS().Dial(ctx, network, netip.AddrPortFrom(at, 53).String(), nil)
		},
	}
}

// Command returns a command that runs in the node once it is started, killed when ctx or
// the lab ends. Its network is the node's; files and processes are the host's, and so is
// its environment (its Env, which may be added to), but for http_proxy and the like: those
// are on a network that the lab does not reach. Where a server of the lab speaks TLS,
// SSL_CERT_FILE and the like name the lab's authority. System programs are found where an
// ordinary user's PATH lacks them too. A step `exec` (see Lab.Do) runs programs with a
// resolv.conf, hosts file, host name and process tree of the node's own.
func (n *Node) Command(ctx context.Context, name string, arg ...string) *exec.Cmd {
	if n.missing != nil {
		return &exec.Cmd{Path: name, Args: append([]string{name}, arg...), Err: n.missing}
	}
	ctx, cancel := context.WithCancel(ctx)
	context.AfterFunc(n.lab.ctx, cancel) //nolint:contextcheck // that of the lab, which ends it too
	path, err := process.Find(name)
	cmd := n.node.NS().Command(ctx, path, append([]string{name}, arg...)...)
	cmd.Env, cmd.Err = n.node.Outside(), errors.Join(cmd.Err, err)
	return cmd
}

// Streams are what a program reads and writes. Of what goes nowhere else the first 64 KiB
// are kept.
type Streams struct {
	In       io.Reader // nil: nothing
	Out, Err io.Writer
	Terminal *os.File // nil, or a terminal that stands for the three; it is closed once the program has it
}

// Run runs a program on the node to its end, as a step `exec` does: with a resolv.conf, hosts
// file, host name and process tree of the node's own. Where it has a terminal that is the one
// of its session, as a shell wants it. What ctx ends is killed, and is an error.
func (n *Node) Run(ctx context.Context, s Streams, program string, arg ...string) (state.Exec, error) {
	if s.Terminal != nil {
		defer func() { _ = s.Terminal.Close() }() // for the second time, unless it did not start
	}
	if n.missing != nil {
		return state.Exec{}, n.missing
	}
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	defer context.AfterFunc(n.lab.ctx, cancel)() //nolint:contextcheck // that of the lab, which ends it too
	p, err := n.node.Command(ctx, process.Spec{
		Args: append([]string{program}, arg...), Stdin: s.In, Stdout: s.Out, Stderr: s.Err, Terminal: s.Terminal,
	})
	if err != nil {
		return state.Exec{}, fmt.Errorf("harness: %s: %w", n.name, err)
	}
	if s.Terminal != nil {
		_ = s.Terminal.Close()
	}
	return p.Wait()
}

// Do runs f on an operating-system thread inside the node's network and returns its error.
// Sockets that f opens are the node's. Goroutines that f starts are not inside.
func (n *Node) Do(f func() error) error {
	if n.missing != nil {
		return n.missing
	}
	return n.node.NS().Do(f)
}

// Snapshot returns what the kernel of the node says now.
func (n *Node) Snapshot() (*state.Snapshot, error) {
	if n.missing != nil {
		return nil, n.missing
	}
	return n.node.Snapshot(observe.Everything)
}

// Interface returns an interface of the node as the kernel knows it now: its addresses, its
// MTU in octets, whether it is up and sees a carrier.
func (n *Node) Interface(name string) (state.Interface, error) {
	s, err := n.look(observe.Interfaces)
	if err != nil {
		return state.Interface{}, err
	}
	for _, i := range s.Interfaces {
		if i.Name == name {
			return i, nil
		}
	}
	return state.Interface{}, fmt.Errorf("harness: %s has no interface %q", n.name, name)
}

// Routes returns the main routing table of the node.
func (n *Node) Routes() ([]state.Route, error) {
	s, err := n.look(observe.Routes)
	if err != nil {
		return nil, err
	}
	return s.Routes, nil
}

// Neighbors returns the ARP and NDP caches of the node.
func (n *Node) Neighbors() ([]state.Neighbor, error) {
	s, err := n.look(observe.Neighbors)
	if err != nil {
		return nil, err
	}
	return s.Neighbors, nil
}

// Sockets returns the TCP sockets of the node, in every state, and the UDP sockets.
func (n *Node) Sockets() ([]state.Socket, error) {
	s, err := n.look(observe.Sockets)
	if err != nil {
		return nil, err
	}
	return s.Sockets, nil
}

func (n *Node) look(what observe.What) (*state.Snapshot, error) {
	if n.missing != nil {
		return nil, n.missing
	}
	return n.node.Snapshot(what)
}

// Address returns the first address that the topology declares for the node, or that
// a DHCP server gave it.
func (n *Node) Address() (netip.Addr, error) {
	if n.missing != nil {
		return netip.Addr{}, n.missing
	}
	for _, i := range n.node.Spec.Interfaces {
		for _, a := range i.Addresses {
			return a.Addr(), nil
		}
		if i.DHCP != topology.DHCPOff {
			c, err := n.node.DHCP(i.Name)
			if err == nil && c.Lease().Address.IsValid() {
				return c.Lease().Address.Addr(), nil
			}
		}
	}
	return netip.Addr{}, fmt.Errorf("harness: %s has no address", n.name)
}
