package netns

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/netip"
	"strconv"
	"strings"
	"syscall"

	"golang.org/x/sys/unix"
)

// Listen opens a stream listener inside the namespace: network is tcp, tcp4
// or tcp6, addr a literal IP address and a port as in "192.168.1.1:80".
// Without an address (":80") one socket serves both families, as daemons
// commonly do; with an IPv4 address the socket is an IPv4 one, 0.0.0.0
// included. Connections carry neither keep-alive probes nor MPTCP options,
// so that the wire shows what the program sends and nothing else.
func (n *NS) Listen(ctx context.Context, network, addr string) (net.Listener, error) {
	network, addr, lc, err := listenConfig(network, addr)
	if err != nil {
		return nil, err
	}
	var l net.Listener
	err = n.Do(func() (err error) {
		addr := numericZone(addr)
		l, err = lc.Listen(ctx, network, addr)
		if errors.Is(err, unix.EAFNOSUPPORT) && lc.Control != nil {
			l, err = (&net.ListenConfig{KeepAlive: -1}).Listen(ctx, "tcp4", addr)
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	return l, nil
}

// ListenPacket opens a packet socket inside the namespace: network is udp,
// udp4, udp6, or ip with a protocol as in "ip4:icmp". Addresses are as for
// Listen.
func (n *NS) ListenPacket(ctx context.Context, network, addr string) (net.PacketConn, error) {
	var lc net.ListenConfig
	if !strings.HasPrefix(network, "ip") {
		var err error
		if network, addr, lc, err = listenConfig(network, addr); err != nil {
			return nil, err
		}
	}
	var c net.PacketConn
	err := n.Do(func() (err error) {
		addr := numericZone(addr)
		c, err = lc.ListenPacket(ctx, network, addr)
		if errors.Is(err, unix.EAFNOSUPPORT) && lc.Control != nil {
			c, err = (&net.ListenConfig{}).ListenPacket(ctx, "udp4", addr)
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	return c, nil
}

// listenConfig settles the address family from network and addr alone.
// Package net would decide it by probing IPv6 once for the whole process, in
// whichever namespace the first caller happened to be.
func listenConfig(network, addr string) (string, string, net.ListenConfig, error) {
	lc := net.ListenConfig{KeepAlive: -1}
	lc.SetMultipathTCP(false)
	host, port, err := net.SplitHostPort(addr)
	if err != nil {
		return "", "", lc, fmt.Errorf("netns: listen on %q: %w", addr, err)
	}
	var ip netip.Addr
	if host != "" {
		if ip, err = netip.ParseAddr(host); err != nil {
			return "", "", lc, fmt.Errorf("netns: listen on %q: not a literal IP address", addr)
		}
	}
	if network != "tcp" && network != "udp" {
		return network, addr, lc, nil
	}
	switch {
	case ip.Is4() || ip.Is4In6():
		return network + "4", net.JoinHostPort(ip.Unmap().String(), port), lc, nil
	case ip.IsValid() && !ip.IsUnspecified():
		return network + "6", addr, lc, nil
	}
	// "" and "::": both families. The "6" makes package net open an IPv6
	// socket and close it to IPv4; Control opens it again before the bind.
	lc.Control = func(_, _ string, c syscall.RawConn) error {
		var err error
		if cerr := c.Control(func(fd uintptr) {
			err = unix.SetsockoptInt(int(fd), unix.IPPROTO_IPV6, unix.IPV6_V6ONLY, 0)
		}); cerr != nil {
			return cerr
		}
		return err
	}
	return network + "6", net.JoinHostPort("", port), lc, nil
}

// errSecondSocket stops package net from opening another socket after the
// thread has left the namespace.
var errSecondSocket = errors.New("netns: another socket is wanted")

// Dial connects from inside the namespace to addr, a literal IP address and
// a port; a name is an error, because a resolver would ask from outside.
// local, unless nil, is the address to connect from. The connection carries
// neither keep-alive probes nor MPTCP options. Only opening the socket takes
// a thread: any number of connections may be waited for at once.
func (n *NS) Dial(ctx context.Context, network, addr string, local net.Addr) (net.Conn, error) {
	if _, err := netip.ParseAddrPort(addr); err != nil {
		return nil, fmt.Errorf("netns: dial %q: not a literal IP address and port (resolve the name inside the node first)", addr)
	}
	c, err := n.dial(ctx, network, addr, local, true)
	if errors.Is(err, errSecondSocket) {
		// Package net wants one when the kernel has connected a TCP socket to
		// itself, or had no port to give. Neither takes any waiting, so all of it
		// can be done inside.
		c, err = n.dial(ctx, network, addr, local, false)
	}
	return c, err
}

// dial does what Dial says, and may leave the namespace as soon as the socket
// is open.
func (n *NS) dial(ctx context.Context, network, addr string, local net.Addr, leave bool) (net.Conn, error) {
	var c net.Conn
	err := n.visit(func(v *visitor) (err error) {
		d := net.Dialer{LocalAddr: numericLocal(local), KeepAlive: -1, FallbackDelay: -1}
		d.SetMultipathTCP(false)
		if leave {
			// Package net calls this between socket(2) and bind(2), on the
			// goroutine that called it.
			d.ControlContext = func(context.Context, string, string, syscall.RawConn) error {
				if !v.leave() {
					return errSecondSocket
				}
				return nil
			}
		}
		c, err = d.DialContext(ctx, network, numericZone(addr))
		return err
	})
	if err != nil {
		return nil, err
	}
	return c, nil
}

// numericLocal is numericZone for an address to connect from.
func numericLocal(local net.Addr) net.Addr {
	zone := func(name string) string {
		if name == "" {
			return ""
		}
		if index, err := interfaceIndex(name); err == nil {
			return strconv.Itoa(index)
		}
		return name
	}
	switch a := local.(type) {
	case *net.TCPAddr:
		return &net.TCPAddr{IP: a.IP, Port: a.Port, Zone: zone(a.Zone)}
	case *net.UDPAddr:
		return &net.UDPAddr{IP: a.IP, Port: a.Port, Zone: zone(a.Zone)}
	}
	return local
}

// numericZone replaces the interface of a link-local address by its index in
// the namespace of the calling thread. Package net keeps a cache of names for
// the whole process, in which every node's eth0 is the same.
func numericZone(addr string) string {
	host, port, err := net.SplitHostPort(addr)
	if err != nil {
		return addr
	}
	ip, err := netip.ParseAddr(host)
	if err != nil || ip.Zone() == "" {
		return addr
	}
	index, err := interfaceIndex(ip.Zone())
	if err != nil {
		return addr // already a number, or an error that the caller will get
	}
	return net.JoinHostPort(ip.WithZone(strconv.Itoa(index)).String(), port)
}

// interfaceIndex asks the kernel for the index of an interface.
func interfaceIndex(name string) (int, error) {
	fd, err := unix.Socket(unix.AF_INET, unix.SOCK_DGRAM|unix.SOCK_CLOEXEC, 0)
	if err != nil {
		return 0, err
	}
	defer func() { _ = unix.Close(fd) }()
	r, err := unix.NewIfreq(name)
	if err != nil {
		return 0, err
	}
	if err := unix.IoctlIfreq(fd, unix.SIOCGIFINDEX, r); err != nil {
		return 0, err
	}
	return int(r.Uint32()), nil
}
