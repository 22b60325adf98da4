package socket

import (
	"fmt"
	"time"

	"golang.org/x/sys/unix"
)

// Options are the options of a socket; what is nil is left to the kernel.
type Options struct {
	NoDelay       *bool          // TCP_NODELAY
	KeepAlive     *KeepAlive     // SO_KEEPALIVE
	UserTimeout   *time.Duration // TCP_USER_TIMEOUT, in milliseconds
	Linger        *time.Duration // SO_LINGER, in seconds
	SendBuffer    *int           // SO_SNDBUF
	ReceiveBuffer *int           // SO_RCVBUF
	MSS           *int           // TCP_MAXSEG
	ReuseAddress  *bool          // SO_REUSEADDR
	ReusePort     *bool          // SO_REUSEPORT
	TTL           *int           // IP_TTL, IPV6_UNICAST_HOPS
	DontFragment  *bool          // IP_MTU_DISCOVER, IPV6_MTU_DISCOVER
	SYNRetries    *int           // TCP_SYNCNT
	QuickACK      *bool          // TCP_QUICKACK
}

// KeepAlive are the times of keep-alive probes, in seconds.
type KeepAlive struct {
	Idle     time.Duration // TCP_KEEPIDLE
	Interval time.Duration // TCP_KEEPINTVL
	Count    int           // TCP_KEEPCNT
}

// OptionError is an option that the kernel does not take. It says nothing
// about the network.
type OptionError struct {
	Option string
	Err    error
}

func (e *OptionError) Error() string { return fmt.Sprintf("socket option %s: %v", e.Option, e.Err) }
func (e *OptionError) Unwrap() error { return e.Err }

// setter sets options one after the other, up to the first that fails.
type setter struct {
	fd  int
	err error
}

func (x *setter) int(name string, level, option, value int) {
	if x.err != nil {
		return
	}
	if err := unix.SetsockoptInt(x.fd, level, option, value); err != nil {
		x.err = &OptionError{name, err}
	}
}

func (x *setter) number(name string, level, option int, value *int) {
	if value != nil {
		x.int(name, level, option, *value)
	}
}

func (x *setter) flag(name string, level, option int, value *bool) {
	if value != nil {
		x.int(name, level, option, number(*value))
	}
}

func number(b bool) int {
	if b {
		return 1
	}
	return 0
}

// buffer sets the size of a buffer. The kernel doubles it for its own needs,
// and takes less than it is asked for without a word (socket(7)).
func (x *setter) buffer(name string, option int, size *int) {
	x.number(name, unix.SOL_SOCKET, option, size)
	if x.err != nil || size == nil {
		return
	}
	got, err := unix.GetsockoptInt(x.fd, unix.SOL_SOCKET, option)
	switch {
	case err != nil:
		x.err = &OptionError{name, err}
	case got < 2**size:
		limit := map[int]string{unix.SO_SNDBUF: "wmem_max", unix.SO_RCVBUF: "rmem_max"}[option]
		x.err = &OptionError{name, fmt.Errorf("%d octets are more than net.core.%s of this machine allows: %d", *size, limit, got/2)}
	}
}

// set sets the options of a socket of the family.
func (o *Options) set(fd, family int) error {
	x := &setter{fd: fd}
	x.flag("TCP_NODELAY", unix.IPPROTO_TCP, unix.TCP_NODELAY, o.NoDelay)
	if k := o.KeepAlive; k != nil {
		x.int("SO_KEEPALIVE", unix.SOL_SOCKET, unix.SO_KEEPALIVE, 1)
		x.int("TCP_KEEPIDLE", unix.IPPROTO_TCP, unix.TCP_KEEPIDLE, int(k.Idle/time.Second))
		x.int("TCP_KEEPINTVL", unix.IPPROTO_TCP, unix.TCP_KEEPINTVL, int(k.Interval/time.Second))
		x.int("TCP_KEEPCNT", unix.IPPROTO_TCP, unix.TCP_KEEPCNT, k.Count)
	}
	if o.UserTimeout != nil {
		x.int("TCP_USER_TIMEOUT", unix.IPPROTO_TCP, unix.TCP_USER_TIMEOUT, int(*o.UserTimeout/time.Millisecond))
	}
	if o.Linger != nil && x.err == nil {
		if err := unix.SetsockoptLinger(fd, unix.SOL_SOCKET, unix.SO_LINGER, &unix.Linger{Onoff: 1, Linger: int32(*o.Linger / time.Second)}); err != nil {
			x.err = &OptionError{"SO_LINGER", err}
		}
	}
	x.buffer("SO_SNDBUF", unix.SO_SNDBUF, o.SendBuffer)
	x.buffer("SO_RCVBUF", unix.SO_RCVBUF, o.ReceiveBuffer)
	x.number("TCP_MAXSEG", unix.IPPROTO_TCP, unix.TCP_MAXSEG, o.MSS)
	x.flag("SO_REUSEADDR", unix.SOL_SOCKET, unix.SO_REUSEADDR, o.ReuseAddress)
	x.flag("SO_REUSEPORT", unix.SOL_SOCKET, unix.SO_REUSEPORT, o.ReusePort)
	x.number("IP_TTL", unix.IPPROTO_IP, unix.IP_TTL, o.TTL)
	x.number("TCP_SYNCNT", unix.IPPROTO_TCP, unix.TCP_SYNCNT, o.SYNRetries)
	if o.DontFragment != nil {
		discover := unix.IP_PMTUDISC_DONT
		if *o.DontFragment {
			discover = unix.IP_PMTUDISC_DO
		}
		x.int("IP_MTU_DISCOVER", unix.IPPROTO_IP, unix.IP_MTU_DISCOVER, discover)
		if family == unix.AF_INET6 {
			x.int("IPV6_MTU_DISCOVER", unix.IPPROTO_IPV6, unix.IPV6_MTU_DISCOVER, discover)
		}
	}
	if family == unix.AF_INET6 {
		x.number("IPV6_UNICAST_HOPS", unix.IPPROTO_IPV6, unix.IPV6_UNICAST_HOPS, o.TTL)
	}
	if x.err != nil {
		return x.err
	}
	return o.setAcks(fd)
}

// setAcks sets how acknowledgements are sent. The kernel forgets that when a
// connection is made, so it is said once more then.
func (o *Options) setAcks(fd int) error {
	x := &setter{fd: fd}
	x.flag("TCP_QUICKACK", unix.IPPROTO_TCP, unix.TCP_QUICKACK, o.QuickACK)
	return x.err
}
