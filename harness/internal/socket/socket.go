package socket

import (
	"context"
	"errors"
	"io"
	"net/netip"
	"os"
	"sync/atomic"
	"syscall"
	"time"

	"golang.org/x/sys/unix"

	"github.com/netrig/netrig/harness/internal/netns"
)

// Config says which socket is to be opened.
type Config struct {
	NS      *netns.NS
	Network string         // tcp or udp
	Local   netip.AddrPort // without an Addr: any; port 0: the kernel's choice
	Remote  netip.AddrPort // of Connect
	IPv6    bool           // of Listen without a local Addr: serve both families
	Backlog int            // of Listen on tcp
	Options Options

	Unprivileged bool // it is opened without CAP_NET_BIND_SERVICE
}

// Socket is one socket of a node. A method that waits may be called beside
// one that waits for the other direction, and beside no other.
type Socket struct {
	Network string

	file    *os.File
	raw     syscall.RawConn
	family  int
	options Options
	begun   atomic.Bool   // closing has begun
	closed  chan struct{} // it is over
}

// tcpStates of net/tcp_states.h that Connected looks for.
const (
	tcpSynSent = 2
	tcpSynRecv = 3
	tcpClose   = 7
)

// Listen opens a socket that waits for connections, or of udp for datagrams.
// With Config.IPv6 and no local address it serves both families.
func Listen(c Config) (*Socket, error) {
	family := familyOf(c.Local.Addr())
	if !c.Local.Addr().IsValid() && c.IPv6 {
		family = unix.AF_INET6
	}
	return open(c, family, func(fd int) error {
		if family == unix.AF_INET6 && !c.Local.Addr().IsValid() {
			if err := unix.SetsockoptInt(fd, unix.IPPROTO_IPV6, unix.IPV6_V6ONLY, 0); err != nil {
				return &OptionError{"IPV6_V6ONLY", err}
			}
		}
		if err := bind(fd, family, c.Local); err != nil || c.Network == "udp" {
			return err
		}
		return os.NewSyscallError("listen", unix.Listen(fd, c.Backlog))
	})
}

// Connect opens a socket and begins to connect it: the first packet is on its
// way when it returns. Connected waits for the outcome.
func Connect(c Config) (*Socket, error) {
	family := familyOf(c.Remote.Addr())
	return open(c, family, func(fd int) error {
		if c.Local.IsValid() || c.Local.Port() != 0 {
			if err := bind(fd, family, c.Local); err != nil {
				return err
			}
		}
		err := unix.Connect(fd, sockaddr(family, c.Remote))
		if errors.Is(err, unix.EINPROGRESS) || errors.Is(err, unix.EINTR) {
			return nil
		}
		return os.NewSyscallError("connect", err)
	})
}

// open opens a socket inside the namespace and prepares it. All but the
// opening can be done from outside.
func open(c Config, family int, prepare func(fd int) error) (*Socket, error) {
	kind := unix.SOCK_STREAM
	if c.Network == "udp" {
		kind = unix.SOCK_DGRAM
	}
	fd := -1
	err := c.NS.Do(func() (err error) {
		fd, err = unix.Socket(family, kind|unix.SOCK_NONBLOCK|unix.SOCK_CLOEXEC, 0)
		return os.NewSyscallError("socket", err)
	})
	if err != nil {
		return nil, err
	}
	if c.Unprivileged {
		inner := prepare
		prepare = func(fd int) error { return unprivileged(func() error { return inner(fd) }) }
	}
	if err = c.Options.set(fd, family); err == nil {
		err = prepare(fd)
	}
	if err != nil {
		_ = unix.Close(fd)
		return nil, err
	}
	return hold(fd, c.Network, family, c.Options)
}

// hold puts a descriptor into the runtime's care, which waits on it without
// a thread.
func hold(fd int, network string, family int, o Options) (*Socket, error) {
	s := &Socket{Network: network, family: family, options: o, closed: make(chan struct{})}
	s.file = os.NewFile(uintptr(fd), network)
	raw, err := s.file.SyscallConn()
	if err != nil {
		return nil, errors.Join(err, s.file.Close())
	}
	s.raw = raw
	return s, nil
}

func bind(fd, family int, local netip.AddrPort) error {
	return os.NewSyscallError("bind", unix.Bind(fd, sockaddr(family, local)))
}

func familyOf(a netip.Addr) int {
	if a.Is6() && !a.Is4In6() {
		return unix.AF_INET6
	}
	return unix.AF_INET
}

// sockaddr is an address as the kernel takes it; without an Addr it is the
// unspecified one.
func sockaddr(family int, a netip.AddrPort) unix.Sockaddr {
	if family == unix.AF_INET6 {
		s := &unix.SockaddrInet6{Port: int(a.Port())}
		if a.Addr().IsValid() {
			s.Addr = a.Addr().As16()
		}
		return s
	}
	s := &unix.SockaddrInet4{Port: int(a.Port())}
	if a.Addr().IsValid() {
		s.Addr = a.Addr().Unmap().As4()
	}
	return s
}

// addrPort is the address that the kernel gave.
func addrPort(sa unix.Sockaddr) netip.AddrPort {
	switch a := sa.(type) {
	case *unix.SockaddrInet4:
		return netip.AddrPortFrom(netip.AddrFrom4(a.Addr), uint16(a.Port))
	case *unix.SockaddrInet6:
		return netip.AddrPortFrom(netip.AddrFrom16(a.Addr).Unmap(), uint16(a.Port))
	}
	return netip.AddrPort{}
}

// waitRead calls try until it does something else than having to wait for
// something to read, or ctx is done.
func (s *Socket) waitRead(ctx context.Context, try func(fd int) error) error {
	return wait(ctx, s.raw.Read, s.file.SetReadDeadline, try)
}

// waitWrite is waitRead for room to write.
func (s *Socket) waitWrite(ctx context.Context, try func(fd int) error) error {
	return wait(ctx, s.raw.Write, s.file.SetWriteDeadline, try)
}

func wait(ctx context.Context, ready func(func(uintptr) bool) error, deadline func(time.Time) error, try func(fd int) error) error {
	over := make(chan struct{})
	stop := context.AfterFunc(ctx, func() {
		_ = deadline(time.Unix(1, 0))
		close(over)
	})
	var err error
	waited := ready(func(fd uintptr) bool {
		for {
			if err = try(int(fd)); !errors.Is(err, unix.EINTR) {
				return !errors.Is(err, unix.EAGAIN)
			}
		}
	})
	if !stop() {
		<-over
		_ = deadline(time.Time{})
	}
	switch {
	case waited == nil:
		return err
	case ctx.Err() != nil:
		return ctx.Err()
	}
	return waited
}

// Connected waits until a connection that was begun is there. Its error is
// why it will not be.
func (s *Socket) Connected(ctx context.Context) error {
	if s.Network != "tcp" {
		return nil
	}
	return s.waitWrite(ctx, func(fd int) error {
		info, err := unix.GetsockoptTCPInfo(fd, unix.IPPROTO_TCP, unix.TCP_INFO)
		if err != nil {
			return os.NewSyscallError("getsockopt", err)
		}
		switch info.State {
		case tcpSynSent, tcpSynRecv:
			return unix.EAGAIN
		case tcpClose:
			errno, err := unix.GetsockoptInt(fd, unix.SOL_SOCKET, unix.SO_ERROR)
			switch {
			case err != nil:
				return os.NewSyscallError("getsockopt", err)
			case errno != 0:
				return os.NewSyscallError("connect", unix.Errno(errno))
			}
			return os.NewSyscallError("connect", unix.ENOTCONN) // its error was told before
		}
		return s.options.setAcks(fd)
	})
}

// Accept waits for a connection. Unless o is nil, the connection gets these
// options; it has the listener's anyway.
func (s *Socket) Accept(ctx context.Context, o *Options) (*Socket, error) {
	fd := -1
	err := s.waitRead(ctx, func(l int) (err error) {
		fd, _, err = unix.Accept4(l, unix.SOCK_NONBLOCK|unix.SOCK_CLOEXEC)
		if errors.Is(err, unix.ECONNABORTED) {
			return unix.EINTR // it was gone before it was taken: the next one
		}
		return os.NewSyscallError("accept", err)
	})
	if err != nil {
		return nil, err
	}
	options := s.options
	if o != nil {
		if options = *o; options.Linger == nil {
			options.Linger = s.options.Linger
		}
		err = options.set(fd, s.family)
	} else if s.Network == "tcp" {
		err = options.setAcks(fd)
	}
	if err != nil {
		_ = unix.Close(fd)
		return nil, err
	}
	return hold(fd, s.Network, s.family, options)
}

// chunk is how much is sent and received at once.
const chunk = 64 << 10

// Send sends all that r has and tells t what the kernel took.
func (s *Socket) Send(ctx context.Context, r io.Reader, t *Tally) error {
	buf := make([]byte, chunk)
	for {
		n, err := io.ReadFull(r, buf)
		for b := buf[:n]; len(b) > 0; {
			sent := 0
			err := s.waitWrite(ctx, func(fd int) (err error) {
				sent, err = unix.SendmsgN(fd, b, nil, nil, unix.MSG_NOSIGNAL)
				return os.NewSyscallError("send", err)
			})
			if err != nil {
				return err
			}
			t.add(b[:sent])
			b = b[sent:]
		}
		switch {
		case errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF):
			return nil
		case err != nil:
			return err
		}
	}
}

// SendDatagram sends one datagram, to the socket's peer unless to is valid.
func (s *Socket) SendDatagram(ctx context.Context, data []byte, to netip.AddrPort, t *Tally) error {
	var sa unix.Sockaddr
	if to.IsValid() {
		if s.family == unix.AF_INET && familyOf(to.Addr()) == unix.AF_INET6 {
			return os.NewSyscallError("send", unix.EAFNOSUPPORT)
		}
		sa = sockaddr(s.family, to)
	}
	err := s.waitWrite(ctx, func(fd int) error {
		_, err := unix.SendmsgN(fd, data, nil, sa, unix.MSG_NOSIGNAL)
		return os.NewSyscallError("send", err)
	})
	if err == nil {
		t.add(data)
	}
	return err
}

// Receive receives until there are most octets, or the stream has ended. What
// came before an error is in t all the same.
func (s *Socket) Receive(ctx context.Context, most int64, t *Tally) (ended bool, err error) {
	buf := make([]byte, chunk)
	for most > 0 {
		n := 0
		err := s.waitRead(ctx, func(fd int) (err error) {
			n, err = unix.Read(fd, buf[:min(most, chunk)])
			return os.NewSyscallError("receive", err)
		})
		switch {
		case err != nil:
			return false, err
		case n == 0:
			return true, nil
		}
		t.add(buf[:n])
		most -= int64(n)
	}
	return false, nil
}

// ReceiveDatagram receives one datagram and returns who sent it.
func (s *Socket) ReceiveDatagram(ctx context.Context, t *Tally) (from netip.AddrPort, err error) {
	buf := make([]byte, chunk)
	err = s.waitRead(ctx, func(fd int) error {
		n, sa, err := unix.Recvfrom(fd, buf, 0)
		if err == nil {
			t.add(buf[:n])
			from = addrPort(sa)
		}
		return os.NewSyscallError("receive", err)
	})
	return from, err
}

// ShutdownWrite sends a FIN behind what was sent.
func (s *Socket) ShutdownWrite() error { return s.shutdown(unix.SHUT_WR) }

// ShutdownRead makes reading end. Nothing of it is seen on the network.
func (s *Socket) ShutdownRead() error { return s.shutdown(unix.SHUT_RD) }

func (s *Socket) shutdown(how int) error {
	return s.control(func(fd int) error { return os.NewSyscallError("shutdown", unix.Shutdown(fd, how)) })
}

// control runs f with the descriptor.
func (s *Socket) control(f func(fd int) error) error {
	var err error
	if controlled := s.raw.Control(func(fd uintptr) { err = f(int(fd)) }); controlled != nil {
		return controlled
	}
	return err
}

// Close closes the socket as its options say: where it is to linger, it waits
// for the peer, or ctx. It goes on in the kernel then; see Abandon.
func (s *Socket) Close(ctx context.Context) error {
	var err error
	done := make(chan struct{})
	go func() {
		defer close(done)
		err = s.close()
	}()
	if s.options.Linger == nil {
		<-done // the kernel does not wait
		return err
	}
	select {
	case <-done:
		return err
	case <-ctx.Done():
		return ctx.Err()
	}
}

// close closes the descriptor once.
func (s *Socket) close() error {
	if s.begun.Swap(true) {
		<-s.closed
		return nil
	}
	defer close(s.closed)
	return s.file.Close()
}

// Reset closes the socket at once; the peer of a connection gets an RST (RFC
// 9293, Section 3.10.4, ABORT).
func (s *Socket) Reset() error {
	err := s.control(func(fd int) error {
		return os.NewSyscallError("setsockopt", unix.SetsockoptLinger(fd, unix.SOL_SOCKET, unix.SO_LINGER, &unix.Linger{Onoff: 1}))
	})
	return errors.Join(err, s.close())
}

// Abandon is Reset for the end: it does nothing to a socket that is closed,
// and waits for one that is being closed.
func (s *Socket) Abandon() error {
	switch {
	case s.begun.Load():
		<-s.closed
		return nil
	case s.Network != "tcp":
		return s.close()
	}
	return s.Reset()
}
