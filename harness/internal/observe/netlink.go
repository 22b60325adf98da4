package observe

import (
	"encoding/binary"
	"errors"
	"fmt"
	"iter"
	"os"

	"github.com/netrig/netrig/harness/internal/netns"
	"golang.org/x/sys/unix"
)

var (
	// errInterrupted marks a dump during which the table changed.
	errInterrupted = errors.New("the table changed while it was read")
	errMalformed   = errors.New("malformed netlink message")
)

const (
	attempts   = 32       // readings of a table that keeps changing
	bufferSize = 64 << 10 // octets; the kernel fills at most 32 KiB a message of a dump
)

// conn is a netlink socket in some namespace.
type conn struct {
	fd  int
	seq uint32
	buf []byte
}

// open opens one socket per protocol inside ns.
func open(ns *netns.NS, protocols ...int) (conns []*conn, err error) {
	err = ns.Do(func() error {
		for _, protocol := range protocols {
			fd, err := unix.Socket(unix.AF_NETLINK, unix.SOCK_RAW|unix.SOCK_CLOEXEC, protocol)
			if err != nil {
				return os.NewSyscallError("netlink socket", err)
			}
			conns = append(conns, &conn{fd: fd, buf: make([]byte, bufferSize)})
		}
		return nil
	})
	if err != nil {
		for _, c := range conns {
			c.close()
		}
		return nil, err
	}
	return conns, nil
}

func (c *conn) close() { _ = unix.Close(c.fd) }

// dump asks for a table and yields its entries to each, message header cut
// off, again from the start when the table changed meanwhile: reset is
// called before each reading.
func (c *conn) dump(request uint16, body []byte, reset func(), each func([]byte) error) error {
	for range attempts {
		reset()
		err := c.dumpOnce(request, body, each)
		if !errors.Is(err, errInterrupted) {
			return err
		}
	}
	return fmt.Errorf("%w, %d times in a row", errInterrupted, attempts)
}

// dumpOnce reads a table once. What is left of an answer that broke off is
// told from the next one by its sequence number.
func (c *conn) dumpOnce(request uint16, body []byte, each func([]byte) error) error {
	if err := c.send(request, unix.NLM_F_REQUEST|unix.NLM_F_DUMP, body); err != nil {
		return err
	}
	interrupted := false
	for {
		n, err := c.receive()
		if err != nil {
			return err
		}
		for m, err := range messages(c.buf[:n]) {
			if err != nil {
				return err
			}
			if m.seq != c.seq {
				continue
			}
			if m.flags&unix.NLM_F_DUMP_INTR != 0 {
				interrupted = true
			}
			switch m.kind {
			case unix.NLMSG_DONE, unix.NLMSG_ERROR:
				if len(m.body) >= 4 {
					if code := int32(binary.NativeEndian.Uint32(m.body)); code < 0 {
						return os.NewSyscallError("netlink dump", unix.Errno(-code))
					}
				}
				if interrupted {
					return errInterrupted
				}
				return nil
			case unix.NLMSG_NOOP, unix.NLMSG_OVERRUN:
				continue
			}
			if err := each(m.body); err != nil {
				return err
			}
		}
	}
}

// send sends a request under the next sequence number.
func (c *conn) send(request, flags uint16, body []byte) error {
	c.seq++
	b := make([]byte, unix.SizeofNlMsghdr, unix.SizeofNlMsghdr+len(body))
	binary.NativeEndian.PutUint32(b, uint32(cap(b)))
	binary.NativeEndian.PutUint16(b[4:], request)
	binary.NativeEndian.PutUint16(b[6:], flags)
	binary.NativeEndian.PutUint32(b[8:], c.seq)
	b = append(b, body...)
	err := ignoringInterrupts(func() error {
		return unix.Sendto(c.fd, b, 0, &unix.SockaddrNetlink{Family: unix.AF_NETLINK})
	})
	if err != nil {
		return os.NewSyscallError("sendto", err)
	}
	return nil
}

// receive reads one datagram into c.buf.
func (c *conn) receive() (n int, err error) {
	err = ignoringInterrupts(func() (err error) {
		n, _, err = unix.Recvfrom(c.fd, c.buf, unix.MSG_TRUNC)
		return err
	})
	if err != nil {
		return 0, os.NewSyscallError("recvfrom", err)
	}
	if n > len(c.buf) {
		return 0, fmt.Errorf("%w: %d octets at once", errMalformed, n)
	}
	return n, nil
}

// message is one netlink message (netlink(7)).
type message struct {
	kind  uint16
	flags uint16
	seq   uint32
	body  []byte
}

// messages walks the messages of a datagram.
func messages(b []byte) iter.Seq2[message, error] {
	return func(yield func(message, error) bool) {
		for len(b) > 0 {
			if len(b) < unix.SizeofNlMsghdr {
				yield(message{}, errMalformed)
				return
			}
			size := int(binary.NativeEndian.Uint32(b))
			if size < unix.SizeofNlMsghdr || size > len(b) {
				yield(message{}, errMalformed)
				return
			}
			m := message{
				kind:  binary.NativeEndian.Uint16(b[4:]),
				flags: binary.NativeEndian.Uint16(b[6:]),
				seq:   binary.NativeEndian.Uint32(b[8:]),
				body:  b[unix.SizeofNlMsghdr:size],
			}
			if !yield(m, nil) {
				return
			}
			b = b[min(align(size), len(b)):]
		}
	}
}

// attributes walks the route attributes of a message (rtnetlink(7)).
func attributes(b []byte) iter.Seq2[uint16, []byte] {
	return func(yield func(uint16, []byte) bool) {
		for len(b) >= unix.SizeofRtAttr {
			size := int(binary.NativeEndian.Uint16(b))
			if size < unix.SizeofRtAttr || size > len(b) {
				return // padding at the end
			}
			const flagBits = unix.NLA_F_NESTED | unix.NLA_F_NET_BYTEORDER
			kind := binary.NativeEndian.Uint16(b[2:]) &^ flagBits
			if !yield(kind, b[unix.SizeofRtAttr:size]) {
				return
			}
			b = b[min(align(size), len(b)):]
		}
	}
}

// align rounds up to the four octets that netlink aligns to.
func align(n int) int { return (n + 3) &^ 3 }

// uint32Of reads an attribute's number; anything else than four octets is 0.
func uint32Of(b []byte) uint32 {
	if len(b) != 4 {
		return 0
	}
	return binary.NativeEndian.Uint32(b)
}

// ignoringInterrupts repeats a system call while signals interrupt it.
func ignoringInterrupts(call func() error) error {
	for {
		if err := call(); !errors.Is(err, unix.EINTR) {
			return err
		}
	}
}
