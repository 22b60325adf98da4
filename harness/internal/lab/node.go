package lab

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"net"
	"net/netip"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"sync"

	"github.com/netrig/netrig/harness/internal/netns"
	"github.com/netrig/netrig/harness/internal/observe"
	"github.com/netrig/netrig/harness/internal/process"
	"github.com/netrig/netrig/harness/state"
	"github.com/netrig/netrig/services/dns"
	"github.com/netrig/netrig/services/http"
	"github.com/netrig/netrig/topology"
)

// Node is one machine of a lab. Its methods may be called from any
// goroutine until the lab is closed.
type Node struct {
	Name string
	Spec *topology.Node

	lab *Lab
	ns  *netns.NS

	mu      sync.Mutex
	clients []*Client // in the order of the interfaces
	six     []*Client6
	heard   []heard       // what routers told of name servers
	news    chan struct{} // closed at the next thing they tell; nil: nobody waits

	services []*running // guarded by mu

	files sync.Mutex
	dir   string            // of the node's files; empty before the first
	etc   map[string]string // name below /etc -> file; nil before the first program
}

func newNode(l *Lab, spec *topology.Node) *Node { return &Node{Name: spec.Name, Spec: spec, lab: l} }

// logger returns the logger of one source of events of the node.
func (n *Node) logger(source string) *slog.Logger {
	return n.lab.options.Logger.With("node", n.Name, "source", source)
}

// NS returns the node's network namespace. It belongs to the lab.
func (n *Node) NS() *netns.NS { return n.ns }

// Nameservers returns the addresses that the node sends its questions to:
// those of its interfaces, in order, and those its leases came with.
func (n *Node) Nameservers() []netip.Addr {
	var servers []netip.Addr
	add := func(more []netip.Addr) {
		for _, a := range more {
			if !slices.Contains(servers, a) {
				servers = append(servers, a)
			}
		}
	}
	for _, i := range n.Spec.Interfaces {
		add(i.DNS)
	}
	for _, c := range n.dhcp() {
		add(c.Lease().DNS)
	}
	for _, c := range n.dhcp6() {
		add(c.Lease().DNS)
	}
	dns, _ := n.advertised()
	add(dns)
	return servers
}

// dhcp returns the node's DHCP clients.
func (n *Node) dhcp() []*Client {
	n.mu.Lock()
	defer n.mu.Unlock()
	return n.clients
}

// Resolver returns a client that asks the node's name servers, whichever
// they are at the time.
func (n *Node) Resolver() *dns.Client {
	return &dns.Client{
		Dial: n.dialLiteral,
		Nameservers: func() []netip.AddrPort {
			var servers []netip.AddrPort
			for _, a := range n.Nameservers() {
				servers = append(servers, netip.AddrPortFrom(a, 53))
			}
			return servers
		},
		IPv6:   n.Spec.IPv6,
		Logger: n.logger("dns-client"),
	}
}

// Lookup returns the addresses of a host as seen from the node: a literal
// address is itself, the name of a node stands for its static addresses,
// and every other name is asked for.
func (n *Node) Lookup(ctx context.Context, host string) ([]netip.Addr, error) {
	if a, err := netip.ParseAddr(host); err == nil {
		return []netip.Addr{a}, nil
	}
	if host == "localhost" {
		return []netip.Addr{netip.AddrFrom4([4]byte{127, 0, 0, 1})}, nil
	}
	if known := n.lab.names.lookup(host); len(known) > 0 {
		return n.usable(known), nil
	}
	return n.Resolver().LookupHost(ctx, host)
}

// usable leaves IPv6 addresses out on a node without IPv6.
func (n *Node) usable(addrs []netip.Addr) []netip.Addr {
	if n.Spec.IPv6 {
		return addrs
	}
	return slices.DeleteFunc(slices.Clone(addrs), netip.Addr.Is6)
}

// Dial connects from the node. The address is host:port with a host as in
// Lookup; of several addresses each is tried, in order.
func (n *Node) Dial(ctx context.Context, network, address string) (net.Conn, error) {
	return n.DialFrom(ctx, 0, network, address)
}

// DialFrom is Dial from a port of the caller's choice; 0 leaves it to the
// kernel.
func (n *Node) DialFrom(ctx context.Context, port int, network, address string) (net.Conn, error) {
	host, service, err := net.SplitHostPort(address)
	if err != nil {
		return nil, fmt.Errorf("%s: dial: %w", n.Name, err)
	}
	if _, err := strconv.ParseUint(service, 10, 16); err != nil {
		return nil, fmt.Errorf("%s: dial %s: the port has to be a number", n.Name, address)
	}
	addrs, err := n.Lookup(ctx, host)
	if err != nil {
		return nil, fmt.Errorf("%s: dial %s: %w", n.Name, address, err)
	}
	if len(addrs) == 0 {
		return nil, fmt.Errorf("%s: dial %s: %w", n.Name, address, &net.DNSError{Err: "no suitable address", Name: host, IsNotFound: true})
	}
	var local net.Addr
	switch {
	case port == 0:
	case network == "tcp" || network == "tcp4" || network == "tcp6":
		local = &net.TCPAddr{Port: port}
	case network == "udp" || network == "udp4" || network == "udp6":
		local = &net.UDPAddr{Port: port}
	default:
		return nil, fmt.Errorf("%s: dial %s: a local port on %s", n.Name, address, network)
	}
	var errs []error
	for _, a := range addrs {
		conn, err := n.ns.Dial(ctx, network, net.JoinHostPort(a.String(), service), local)
		if err == nil {
			return conn, nil
		}
		errs = append(errs, err)
		if ctx.Err() != nil {
			break
		}
	}
	return nil, fmt.Errorf("%s: %w", n.Name, errors.Join(errs...))
}

// dialLiteral connects to a literal address.
func (n *Node) dialLiteral(ctx context.Context, network, address string) (net.Conn, error) {
	return n.ns.Dial(ctx, network, address, nil)
}

// Listen listens on the node, as net.Listen does; the host of the address
// is literal or empty.
func (n *Node) Listen(ctx context.Context, network, address string) (net.Listener, error) {
	return n.ns.Listen(ctx, n.network(network, address), address)
}

// ListenPacket listens for datagrams on the node, as net.ListenPacket does.
func (n *Node) ListenPacket(ctx context.Context, network, address string) (net.PacketConn, error) {
	return n.ns.ListenPacket(ctx, n.network(network, address), address)
}

// network keeps a node without IPv6 to sockets of IPv4.
func (n *Node) network(network, address string) string {
	if n.Spec.IPv6 || network != "tcp" && network != "udp" {
		return network
	}
	if host, _, err := net.SplitHostPort(address); err == nil && host != "" {
		return network
	}
	return network + "4"
}

// HTTPClient returns a client whose connections begin at the port; 0 leaves
// it to the kernel. It trusts the lab's authority and nobody else.
func (n *Node) HTTPClient(port int) *http.Client {
	return &http.Client{
		Dial: func(ctx context.Context, network, address string) (net.Conn, error) {
			return n.DialFrom(ctx, port, network, address)
		},
		TLS:    &tls.Config{RootCAs: n.lab.RootCAs(), MinVersion: tls.VersionTLS12, KeyLogWriter: n.lab.options.Secrets},
		Logger: n.logger("http-client"),
	}
}

// Command starts a program in the node. Unless the spec says otherwise, the
// program's host name is the node's, and its resolv.conf and hosts file are
// the node's where the lab has a folder.
func (n *Node) Command(ctx context.Context, s process.Spec) (*process.Process, error) {
	if s.Hostname == "" {
		s.Hostname = n.Name
	}
	if s.Env == nil {
		s.Env = n.Environ()
	}
	if s.Etc == nil {
		etc, err := n.writeFiles()
		if err != nil {
			return nil, fmt.Errorf("%s: %w", n.Name, err)
		}
		s.Etc = etc
	}
	return process.Start(ctx, n.ns, s)
}

// writeFiles writes the node's files for its first program, and returns
// where they are, by their names below /etc.
func (n *Node) writeFiles() (map[string]string, error) {
	if n.lab.options.Dir == "" {
		return nil, nil
	}
	n.files.Lock()
	defer n.files.Unlock()
	if n.etc != nil {
		return n.etc, nil
	}
	dir, err := n.home()
	if err != nil {
		return nil, err
	}
	etc := map[string]string{"resolv.conf": filepath.Join(dir, "resolv.conf"), "hosts": filepath.Join(dir, "hosts")}
	n.lab.trust.show(etc)
	if err := os.WriteFile(etc["hosts"], n.lab.names.hosts, 0o644); err != nil {
		return nil, err
	}
	if err := os.WriteFile(etc["resolv.conf"], n.resolvConf(), 0o644); err != nil {
		return nil, err
	}
	n.etc = etc
	return etc, nil
}

// home makes the folder of the node's files, if there is none, and returns its
// path. It is called with files locked.
func (n *Node) home() (string, error) {
	dir := filepath.Join(n.lab.options.Dir, n.Name)
	if n.dir != "" {
		return n.dir, nil
	}
	if err := os.Mkdir(dir, 0o755); err != nil && !errors.Is(err, fs.ErrExist) {
		return "", err
	}
	if !n.lab.undo.push(func(context.Context) error { return os.RemoveAll(dir) }) {
		return "", errors.Join(net.ErrClosed, os.RemoveAll(dir))
	}
	n.dir = dir
	return dir, nil
}

// Folder returns the path of a folder for files of the node, such as those of its
// UNIX sockets. It goes with the lab.
func (n *Node) Folder() (string, error) {
	if n.lab.options.Dir == "" {
		return "", fmt.Errorf("%s: the lab has no folder for files", n.Name)
	}
	n.files.Lock()
	defer n.files.Unlock()
	dir, err := n.home()
	if err != nil {
		return "", fmt.Errorf("%s: %w", n.Name, err)
	}
	dir = filepath.Join(dir, "files")
	if err := os.Mkdir(dir, 0o755); err != nil && !errors.Is(err, fs.ErrExist) {
		return "", fmt.Errorf("%s: %w", n.Name, err)
	}
	return dir, nil
}

// refreshFiles brings resolv.conf up to date after a lease has changed. It
// is written in place, because programs have this very file mounted.
func (n *Node) refreshFiles() error {
	n.files.Lock()
	defer n.files.Unlock()
	if n.etc == nil {
		return nil
	}
	return os.WriteFile(n.etc["resolv.conf"], n.resolvConf(), 0o644)
}

func (n *Node) resolvConf() []byte {
	return resolvConf(n.Nameservers(), n.domains())
}

// domains are those that names are searched in: a lease's, or what routers told.
func (n *Node) domains() []string {
	for _, c := range n.dhcp() {
		if domain := c.Lease().Domain; domain != "" {
			return []string{domain}
		}
	}
	for _, c := range n.dhcp6() {
		if domains := c.Lease().Domain; len(domains) > 0 {
			return domains
		}
	}
	_, domains := n.advertised()
	return domains
}

// Snapshot reads what the kernel of the node says, and adds what its DHCP
// clients hold.
func (n *Node) Snapshot(what observe.What) (*state.Snapshot, error) {
	s, err := observe.Snapshot(n.ns, n.Name, what)
	if err != nil {
		return nil, err
	}
	for _, c := range n.dhcp() {
		s.Leases = append(s.Leases, c.Lease())
	}
	for _, c := range n.dhcp6() {
		s.Leases6 = append(s.Leases6, c.Lease())
	}
	return s, nil
}
