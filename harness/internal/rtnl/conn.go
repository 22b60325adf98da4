package rtnl

import (
	"encoding/binary"
	"errors"
	"fmt"
	"net/netip"
	"sync"

	"golang.org/x/sys/unix"

	"github.com/netrig/netrig/harness/internal/netns"
)

// Conn is a way to the kernel of one namespace. It holds one descriptor. It
// is safe for concurrent use; its requests are carried out one after the
// other.
type Conn struct {
	ns   *netns.NS
	node string // for errors

	mu       sync.Mutex
	fd       int // -1 once closed
	seq      uint32
	send     []byte
	receive  []byte
	awaited  map[netip.Addr]bool // IPv6 addresses that are not ready yet; nil: no notices are asked for
	tried    *trial              // an IPv6 address that may be a duplicate
	features *features
}

// Open returns a Conn to the namespace. The node's name is for errors. The
// Conn does not own the namespace.
func Open(ns *netns.NS, node string) (*Conn, error) {
	return open(ns, node, func(*Conn) error { return nil })
}

// Open is the function Open for a namespace that has just been made, and
// writes its settings while it is there.
func (f *Fresh) Open(ns *netns.NS, node string, settings []Setting) (*Conn, error) {
	return open(ns, node, func(c *Conn) error { return f.apply(c, settings) })
}

func open(ns *netns.NS, node string, inside func(*Conn) error) (*Conn, error) {
	c := &Conn{ns: ns, node: node, fd: -1}
	err := c.do("open", func() error {
		if err := c.socket(); err != nil {
			return err
		}
		return inside(c)
	})
	if err != nil {
		return nil, errors.Join(err, c.Close())
	}
	return c, nil
}

// socket opens the socket in the namespace of the calling thread.
func (c *Conn) socket() error {
	fd, err := unix.Socket(unix.AF_NETLINK, unix.SOCK_RAW|unix.SOCK_CLOEXEC, unix.NETLINK_ROUTE)
	if err != nil {
		return &Error{Node: c.node, Op: "open a netlink socket", Err: err}
	}
	// Errors come with the kernel's words, and without the request.
	for _, option := range []int{unix.NETLINK_EXT_ACK, unix.NETLINK_CAP_ACK} {
		if err := unix.SetsockoptInt(fd, unix.SOL_NETLINK, option, 1); err != nil {
			return errors.Join(&Error{Node: c.node, Op: "set up a netlink socket", Err: err}, unix.Close(fd))
		}
	}
	c.fd = fd
	c.receive = make([]byte, 4096)
	return nil
}

// Close closes the Conn. It may be called more than once.
func (c *Conn) Close() error {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.fd < 0 {
		return nil
	}
	fd := c.fd
	c.fd = -1
	if err := unix.Close(fd); err != nil {
		return &Error{Node: c.node, Op: "close a netlink socket", Err: err}
	}
	return nil
}

// execute sends the requests in one go; the kernel carries them out in
// order. The error joins those of every request it refused.
func (c *Conn) execute(requests ...request) error {
	if len(requests) == 0 {
		return nil
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.executeLocked(requests)
}

func (c *Conn) executeLocked(requests []request) error {
	if c.fd < 0 {
		return refused(requests[0], unix.EBADF, "")
	}
	// The kernel takes about 200 KiB at once by default; a batch stays far below.
	const most = 32 << 10
	var errs []error
	for len(requests) > 0 {
		n := 0
		c.send = c.send[:0]
		for n < len(requests) && (n == 0 || len(c.send)+len(requests[n].data) <= most) {
			last := n+1 == len(requests) || len(c.send)+len(requests[n].data)+len(requests[n+1].data) > most
			requests[n].seal(c.seq+uint32(n), last)
			c.send = append(c.send, requests[n].data...)
			n++
		}
		errs = append(errs, c.exchange(requests[:n]))
		c.seq += uint32(n)
		requests = requests[n:]
	}
	return errors.Join(errs...)
}

// exchange sends what is in c.send, which are the requests, numbered from
// c.seq, and reads answers until that to the last one. The kernel has
// queued all of them when sendto returns.
func (c *Conn) exchange(requests []request) error {
	last := requests[len(requests)-1]
	if err := unix.Sendto(c.fd, c.send, 0, &unix.SockaddrNetlink{Family: unix.AF_NETLINK}); err != nil {
		return refused(last, err, "")
	}
	var errs []error
	for {
		n, _, err := unix.Recvfrom(c.fd, c.receive, unix.MSG_DONTWAIT)
		if err == unix.EINTR {
			continue
		}
		if err != nil {
			return errors.Join(append(errs, refused(last, err, "the answer was lost"))...)
		}
		for header, body := range messages(c.receive[:n]) {
			kind, flags := binary.NativeEndian.Uint16(header[4:]), binary.NativeEndian.Uint16(header[6:])
			at := binary.NativeEndian.Uint32(header[8:]) - c.seq
			if kind != unix.NLMSG_ERROR {
				c.notice(kind, body)
				continue
			}
			if len(body) < 4 || at >= uint32(len(requests)) {
				continue
			}
			if errno := -int32(binary.NativeEndian.Uint32(body)); errno != 0 {
				errs = append(errs, refused(requests[at], unix.Errno(errno), words(flags, body)))
			}
			if int(at) == len(requests)-1 {
				return errors.Join(errs...)
			}
		}
	}
}

func refused(r request, err error, message string) error {
	e := r.about
	e.Err, e.Message = err, message
	return &e
}

// words returns the kernel's explanation of an error, if it gave one: the
// attributes after the errno and the header of the request.
func words(flags uint16, body []byte) string {
	const before = 4 + unix.SizeofNlMsghdr
	if flags&unix.NLM_F_ACK_TLVS == 0 || len(body) < before {
		return ""
	}
	for kind, value := range attributes(body[before:]) {
		if kind == unix.NLMSGERR_ATTR_MSG {
			return unix.ByteSliceToString(value)
		}
	}
	return ""
}

// do runs f on a thread inside the namespace.
func (c *Conn) do(op string, f func() error) error {
	if err := c.ns.Do(f); err != nil {
		if _, ok := errors.AsType[*Error](err); ok {
			return err
		}
		return fmt.Errorf("%s: %s: %w", c.node, op, err)
	}
	return nil
}
