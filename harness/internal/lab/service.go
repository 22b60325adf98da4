package lab

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net"
	"os"
	"path"
	"sync"
	"syscall"

	"golang.org/x/sys/unix"

	"github.com/netrig/netrig/harness/internal/plan"
	"github.com/netrig/netrig/services"
	"github.com/netrig/netrig/services/dns"
	"github.com/netrig/netrig/services/http"
	"github.com/netrig/netrig/topology"
)

// running is a declared server, or program, of a node.
type running struct {
	source string // its name in the topology
	op     plan.Op

	mu   sync.Mutex
	stop func(deadline context.Context) error // nil: it is stopped
}

// service starts a server of a node.
func (b *boot) service(ctx context.Context, op plan.Op) error {
	n := b.nodes[op.Where()]
	s := &running{op: op}
	switch op.(type) {
	case plan.DHCPServer:
		s.source = "dhcp"
	case plan.DHCPRelay:
		s.source = "dhcp_relay"
	case plan.DHCP6Server:
		s.source = "dhcp6"
	case plan.Advertiser:
		s.source = "ra"
	case plan.DNSServer:
		s.source = "dns"
	case plan.Resolver:
		s.source = "resolver"
	case plan.HTTPServer:
		s.source = "http"
	case plan.Program:
		s.source = "exec"
	}
	n.mu.Lock()
	n.services = append(n.services, s)
	n.mu.Unlock()
	b.undo.push(func(deadline context.Context) error {
		s.mu.Lock()
		defer s.mu.Unlock()
		if s.stop == nil {
			return nil
		}
		return s.stop(deadline)
	})
	s.mu.Lock()
	defer s.mu.Unlock()
	return b.start(ctx, n, s)
}

// start opens the sockets of a server and serves on them, or starts a program.
// The caller has locked s.
func (l *Lab) start(ctx context.Context, n *Node, s *running) error {
	var (
		pos    topology.Pos
		server services.Server
		err    error
		held   closers // what the server is handed: ours to close until it is one
	)
	switch op := s.op.(type) {
	case plan.Program:
		return l.program(ctx, n, s, op)
	case plan.DHCPServer:
		pos = op.Spec.Pos
		server, err = n.dhcpServer(ctx, op, &held)
	case plan.DHCPRelay:
		pos = op.Spec.Pos
		server, err = n.dhcpRelay(ctx, op, &held)
	case plan.DHCP6Server:
		pos = op.Spec.Pos
		server, err = n.dhcp6Server(ctx, op, &held)
	case plan.Advertiser:
		pos = op.Spec.Pos
		server, err = n.advertiser(ctx, op, &held)
	case plan.DNSServer:
		pos = op.Spec.Pos
		server, err = n.dnsServer(ctx, op.Spec, &held)
	case plan.Resolver:
		pos = op.Spec.Pos
		server, err = n.recursive(ctx, op.Spec, &held)
	case plan.HTTPServer:
		pos = op.Spec.Pos
		server, err = n.httpServer(ctx, op.Spec, &held)
	}
	if err != nil {
		return at(errors.Join(fmt.Errorf("%s: %s: %w", n.Name, s.source, err), held.close()), pos)
	}
	s.stop = l.serve(n, s.source, server) //nolint:contextcheck // a service outlives the boot's context
	return nil
}

// closers are sockets and files that nobody has taken over yet.
type closers []io.Closer

func (c closers) close() error {
	var errs []error
	for _, x := range c {
		errs = append(errs, x.Close())
	}
	return errors.Join(errs...)
}

// serve runs a server until it is stopped. A server that ends before, or
// panics, is a fault of the lab.
func (l *Lab) serve(n *Node, source string, s services.Server) (stop func(deadline context.Context) error) {
	ctx, cancel := context.WithCancel(l.running)
	ended := make(chan error, 1)
	go func() { // ends with ctx
		err := safely(func() error { return s.Serve(ctx) })
		if ctx.Err() != nil {
			ended <- err
			return
		}
		if err == nil {
			err = errors.New("the service ended by itself")
		}
		l.fault(n, source, err)
		ended <- nil
	}()
	return func(deadline context.Context) error {
		cancel()
		select {
		case err := <-ended:
			if err != nil {
				return fmt.Errorf("%s: stop %s: %w", n.Name, source, err)
			}
			return nil
		case <-deadline.Done():
			return fmt.Errorf("%s: %s does not stop", n.Name, source)
		}
	}
}

// listenBoth opens the sockets of a service that speaks both UDP and TCP.
func (n *Node) listenBoth(ctx context.Context, address string, held *closers) (net.PacketConn, net.Listener, error) {
	packets, err := n.ListenPacket(ctx, "udp", address)
	if err != nil {
		return nil, nil, taken(err)
	}
	*held = append(*held, packets)
	streams, err := n.Listen(ctx, "tcp", address)
	if err != nil {
		return nil, nil, taken(err)
	}
	*held = append(*held, streams)
	return packets, streams, nil
}

// taken adds the cure where a port is in use.
func taken(err error) error {
	if errors.Is(err, unix.EADDRINUSE) {
		return fmt.Errorf("%w (another service of the node has the port: give one of them `listen:` with another)", err)
	}
	if errors.Is(err, unix.EADDRNOTAVAIL) {
		return fmt.Errorf("%w (no interface of the node has that address)", err)
	}
	return err
}

// listenOn opens a socket that hears one interface of the node alone, or all if it
// is "".
func (n *Node) listenOn(ctx context.Context, iface, network, address string) (packets net.PacketConn, err error) {
	config := net.ListenConfig{Control: func(_, _ string, c syscall.RawConn) error {
		var err error
		if cerr := c.Control(func(fd uintptr) {
			// Several servers of a node hold the port, each on its interface.
			if err = unix.SetsockoptInt(int(fd), unix.SOL_SOCKET, unix.SO_REUSEADDR, 1); err == nil && iface != "" {
				err = unix.BindToDevice(int(fd), iface)
			}
		}); cerr != nil {
			return cerr
		}
		return err
	}}
	err = n.ns.Do(func() (err error) {
		packets, err = config.ListenPacket(ctx, network, address)
		return err
	})
	return packets, err
}

// dnsServer reads the zones of an authoritative server and opens its
// sockets.
func (n *Node) dnsServer(ctx context.Context, spec *topology.DNSServer, held *closers) (services.Server, error) {
	var zones []*dns.Zone
	var mistakes []error
	for _, z := range spec.Zones {
		source := dns.Source{Origin: z.Origin, Text: z.Records, File: z.File}
		if z.File != "" {
			text, err := n.lab.readFile(z.File)
			if err != nil {
				mistakes = append(mistakes, at(err, z.Pos))
				continue
			}
			source.Text = string(text)
		}
		zone, err := dns.ParseZone(source)
		if err != nil {
			mistakes = append(mistakes, at(err, z.Pos))
			continue
		}
		zones = append(zones, zone)
	}
	if err := errors.Join(mistakes...); err != nil {
		return nil, err
	}
	packets, streams, err := n.listenBoth(ctx, spec.Listen, held)
	if err != nil {
		return nil, err
	}
	return dns.NewServer(dns.ServerConfig{Zones: zones, PacketConn: packets, Listener: streams, Logger: n.logger("dns")})
}

// recursive opens the sockets of a recursive resolver, whose questions
// leave from its node.
func (n *Node) recursive(ctx context.Context, spec *topology.Resolver, held *closers) (services.Server, error) {
	roots := make([]dns.Root, len(spec.Roots))
	for i, r := range spec.Roots {
		roots[i] = dns.Root{Name: r.Name, Address: r.Address}
	}
	packets, streams, err := n.listenBoth(ctx, spec.Listen, held)
	if err != nil {
		return nil, err
	}
	return dns.NewResolver(dns.ResolverConfig{
		PacketConn: packets, Listener: streams, Dial: n.dialLiteral, Roots: roots,
		IPv6: n.Spec.IPv6, Logger: n.logger("resolver"),
	})
}

// httpServer opens the socket and the folder of an HTTP server.
func (n *Node) httpServer(ctx context.Context, spec *topology.HTTPServer, held *closers) (services.Server, error) {
	config := http.ServerConfig{Echo: spec.Echo, Logger: n.logger("http")}
	for _, a := range spec.Answers {
		config.Answers = append(config.Answers, http.Answer{Path: a.Path, Status: a.Status, Headers: a.Headers, Body: a.Body})
	}
	if spec.TLS != nil {
		secure, err := n.tlsServer(spec.TLS)
		if err != nil {
			return nil, err
		}
		config.TLS = secure
	}
	if spec.Root != "" {
		files, err := n.lab.folder(spec.Root)
		if err != nil {
			return nil, err
		}
		config.Root = files
	}
	listener, err := n.Listen(ctx, "tcp", spec.Listen)
	if err != nil {
		return nil, taken(err)
	}
	*held = append(*held, listener)
	config.Listener = listener
	return http.NewServer(config)
}

// maxFile bounds a file that a service reads at boot, in octets.
const maxFile = 16 << 20

// readFile reads a file that the topology names.
func (l *Lab) readFile(name string) ([]byte, error) {
	f, err := l.files().Open(path.Join(l.topology.Dir, name))
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }() // it was only read
	data, err := io.ReadAll(io.LimitReader(f, maxFile+1))
	if err == nil && len(data) > maxFile {
		err = fmt.Errorf("%s: more than %d MiB", name, maxFile>>20)
	}
	return data, err
}

// folder returns a folder that the topology names.
func (l *Lab) folder(name string) (fs.FS, error) {
	sub, err := fs.Sub(l.files(), path.Join(l.topology.Dir, name))
	if err != nil {
		return nil, err
	}
	info, err := fs.Stat(sub, ".")
	if err == nil && !info.IsDir() {
		err = fmt.Errorf("%s: not a folder", name)
	}
	return sub, err
}

// files is where the paths in services start; for a topology built in Go,
// the working directory.
func (l *Lab) files() fs.FS {
	if l.topology.FS != nil {
		return l.topology.FS
	}
	return os.DirFS(".")
}
