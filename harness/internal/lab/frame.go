package lab

import (
	"encoding/binary"
	"errors"
	"fmt"
	"net"
	"os"
	"unsafe"

	"golang.org/x/net/bpf"
	"golang.org/x/sys/unix"

	"github.com/netrig/netrig/harness/internal/netns"
	"github.com/netrig/netrig/services/dhcp4"
)

// frameConn sends and receives whole frames on one interface.
type frameConn struct{ file *os.File }

var _ dhcp4.FrameConn = (*frameConn)(nil)

// openFrames opens a packet socket (packet(7)) on an interface of the
// namespace. It receives IPv4 that passes the filter; without a filter it
// only sends.
func openFrames(ns *netns.NS, index int, filter []bpf.RawInstruction) (*frameConn, error) {
	fd := -1
	err := ns.Do(func() (err error) {
		fd, err = unix.Socket(unix.AF_PACKET, unix.SOCK_RAW|unix.SOCK_CLOEXEC|unix.SOCK_NONBLOCK, 0)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("open a packet socket: %w", err)
	}
	var protocol uint16
	if len(filter) > 0 {
		protocol = binary.NativeEndian.Uint16(binary.BigEndian.AppendUint16(nil, unix.ETH_P_IP)) // in network byte order
		program := unix.SockFprog{Len: uint16(len(filter)), Filter: (*unix.SockFilter)(unsafe.Pointer(unsafe.SliceData(filter)))}
		if err := unix.SetsockoptSockFprog(fd, unix.SOL_SOCKET, unix.SO_ATTACH_FILTER, &program); err != nil {
			return nil, errors.Join(fmt.Errorf("filter a packet socket: %w", err), unix.Close(fd))
		}
	}
	if err := unix.Bind(fd, &unix.SockaddrLinklayer{Protocol: protocol, Ifindex: index}); err != nil {
		return nil, errors.Join(fmt.Errorf("bind a packet socket: %w", err), unix.Close(fd))
	}
	return &frameConn{file: os.NewFile(uintptr(fd), "packet socket")}, nil
}

// SendFrame implements dhcp4.FrameSender.
func (c *frameConn) SendFrame(frame []byte) error {
	_, err := c.file.Write(frame)
	return closed(err)
}

// SendFrame sends a frame from an interface of the node, so often, as it is.
func (n *Node) SendFrame(iface string, frame []byte, count int) error {
	index, err := n.index(iface)
	if err != nil {
		return err
	}
	c, err := openFrames(n.ns, index, nil)
	if err != nil {
		return fmt.Errorf("%s:%s: %w", n.Name, iface, err)
	}
	for range count {
		if err = c.SendFrame(frame); err != nil {
			err = fmt.Errorf("%s:%s: send a frame: %w", n.Name, iface, err)
			break
		}
	}
	return errors.Join(err, c.Close())
}

// ReadFrame implements dhcp4.FrameConn. That the interface was down is told
// once by the kernel and is no end.
func (c *frameConn) ReadFrame(b []byte) (int, error) {
	for {
		n, err := c.file.Read(b)
		if errors.Is(err, unix.ENETDOWN) {
			continue
		}
		return n, closed(err)
	}
}

// Close implements dhcp4.FrameConn. It waits for a grace period of the
// kernel.
func (c *frameConn) Close() error { return c.file.Close() }

// closed turns the error of a closed file into that of a closed connection.
func closed(err error) error {
	if errors.Is(err, os.ErrClosed) {
		return net.ErrClosed
	}
	return err
}
