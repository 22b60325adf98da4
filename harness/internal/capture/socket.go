package capture

import (
	"encoding/binary"
	"errors"
	"fmt"
	"time"
	"unsafe"

	"golang.org/x/sys/unix"
)

const (
	batch   = 64          // messages read in one system call
	snaplen = 64<<10 + 64 // octets: the largest IPv6 or IPv4 packet and its Ethernet header
	control = 128         // octets: a timestamp and the auxiliary data of one message

	// queue is what a socket may hold unread, in octets. The kernel takes
	// memory only for what is really queued.
	queue = 64 << 20

	// spare is the number of further sockets that take over when the first
	// is full. Only an ordinary user needs them: the kernel holds that
	// user's sockets to net.core.rmem_max octets, which is some 150 frames.
	spare = 7
)

// openSockets opens the capture of the namespace the calling thread is in.
func openSockets() ([]int, error) {
	first, err := openSocket()
	if err != nil {
		return nil, err
	}
	if unix.SetsockoptInt(first, unix.SOL_SOCKET, unix.SO_RCVBUFFORCE, queue) == nil {
		return []int{first}, nil
	}
	fds := []int{first}
	for len(fds) <= spare {
		fd, err := openSocket()
		if err != nil {
			closeAll(fds)
			return nil, err
		}
		fds = append(fds, fd)
	}
	for _, fd := range fds {
		// Above rmem_max the kernel silently grants rmem_max.
		if err := unix.SetsockoptInt(fd, unix.SOL_SOCKET, unix.SO_RCVBUF, queue); err != nil {
			closeAll(fds)
			return nil, fmt.Errorf("set the receive buffer of a packet socket: %w", err)
		}
	}
	if err := rollOver(fds); err != nil {
		closeAll(fds)
		return nil, fmt.Errorf("join packet sockets into one queue: %w", err)
	}
	return fds, nil
}

// rollOver joins sockets into one fanout group in which the next takes over
// when one is full. The kernel chooses a group that nobody else in the
// namespace is in.
func rollOver(fds []int) error {
	const unique = unix.PACKET_FANOUT_ROLLOVER | unix.PACKET_FANOUT_FLAG_UNIQUEID
	if err := unix.SetsockoptInt(fds[0], unix.SOL_PACKET, unix.PACKET_FANOUT, unique<<16); err != nil {
		return err
	}
	group, err := unix.GetsockoptInt(fds[0], unix.SOL_PACKET, unix.PACKET_FANOUT)
	if err != nil {
		return err
	}
	for _, fd := range fds[1:] {
		if err := unix.SetsockoptInt(fd, unix.SOL_PACKET, unix.PACKET_FANOUT, unix.PACKET_FANOUT_ROLLOVER<<16|group&0xffff); err != nil {
			return err
		}
	}
	return nil
}

func openSocket() (int, error) {
	// With a protocol given the socket listens at once, on all interfaces.
	fd, err := unix.Socket(unix.AF_PACKET, unix.SOCK_RAW|unix.SOCK_NONBLOCK|unix.SOCK_CLOEXEC, int(htons(unix.ETH_P_ALL)))
	if err != nil {
		return -1, fmt.Errorf("open a packet socket: %w", err)
	}
	err = askForStamps(fd)
	if err == nil {
		if err = unix.SetsockoptInt(fd, unix.SOL_PACKET, unix.PACKET_AUXDATA, 1); err != nil {
			err = fmt.Errorf("ask a packet socket for auxiliary data: %w", err)
		}
	}
	if err != nil {
		_ = unix.Close(fd)
		return -1, err
	}
	return fd, nil
}

func closeAll(fds []int) {
	for _, fd := range fds {
		_ = unix.Close(fd)
	}
}

func htons(v uint16) uint16 { return v<<8 | v>>8 }

// message is one frame as recvmmsg(2) handed it over. data is valid until
// the next read.
type message struct {
	data     []byte
	length   int // on the wire
	ifindex  int
	outgoing bool
	time     time.Time // when the kernel saw it; zero where it did not say
}

// reader holds the buffers of one batch, shared by all sockets.
type reader struct {
	headers  [batch]mmsghdr
	names    [batch]unix.RawSockaddrLinklayer
	iovs     [batch]unix.Iovec
	controls [batch][control]byte
	buffer   []byte
	messages [batch]message
}

type mmsghdr struct {
	header unix.Msghdr
	length uint32
	_      [4]byte
}

// vlanTagged is how much a stripped 802.1Q tag adds to a frame.
const vlanTagged = 4

// newReader returns a reader, which has to be closed. Its buffers are pages that cost
// nothing before a frame needs them: most frames are small, and there are few at a time.
func newReader() (*reader, error) {
	buffer, err := unix.Mmap(-1, 0, batch*(snaplen+vlanTagged), unix.PROT_READ|unix.PROT_WRITE, unix.MAP_PRIVATE|unix.MAP_ANONYMOUS)
	if err != nil {
		return nil, fmt.Errorf("capture: map memory for frames: %w", err)
	}
	r := &reader{buffer: buffer}
	for i := range r.headers {
		// Room ahead of the data lets a stripped tag be put back in place.
		r.iovs[i].Base = &r.slot(i)[vlanTagged]
		r.iovs[i].SetLen(snaplen)
		h := &r.headers[i].header
		h.Name = (*byte)(unsafe.Pointer(&r.names[i]))
		h.Iov = &r.iovs[i]
		h.SetIovlen(1)
		h.Control = &r.controls[i][0]
	}
	return r, nil
}

// close gives the buffers back. Nobody reads any more.
func (r *reader) close() {
	_ = unix.Munmap(r.buffer)
	r.buffer = nil
}

func (r *reader) slot(i int) []byte {
	return r.buffer[i*(snaplen+vlanTagged) : (i+1)*(snaplen+vlanTagged)]
}

// read returns the frames waiting at fd, at most one batch of them; none
// when the queue is empty.
func (r *reader) read(fd int) ([]message, error) {
	for i := range r.headers {
		h := &r.headers[i].header
		h.Namelen = unix.SizeofSockaddrLinklayer
		h.SetControllen(control)
		h.Flags = 0
	}
	for {
		n, _, errno := unix.Syscall6(unix.SYS_RECVMMSG, uintptr(fd), uintptr(unsafe.Pointer(&r.headers[0])), batch, unix.MSG_DONTWAIT|unix.MSG_TRUNC, 0, 0)
		switch errno {
		case 0:
			for i := range int(n) {
				r.messages[i] = r.message(i)
			}
			return r.messages[:n], nil
		case unix.EAGAIN:
			return nil, nil
		case unix.EINTR, unix.ENETDOWN:
			// ENETDOWN tells that some interface went away; the queue is intact.
		default:
			return nil, errno
		}
	}
}

func (r *reader) message(i int) message {
	h := &r.headers[i]
	m := message{
		length:   int(h.length),
		ifindex:  int(r.names[i].Ifindex),
		outgoing: r.names[i].Pkttype == unix.PACKET_OUTGOING,
	}
	slot := r.slot(i)
	m.data = slot[vlanTagged : vlanTagged+min(m.length, snaplen)]
	eachControl(r.controls[i][:h.header.Controllen], func(c *unix.Cmsghdr, payload []byte) {
		if t := stampOf(c, payload); !t.IsZero() {
			m.time = t
		}
		if c.Level == unix.SOL_PACKET && c.Type == unix.PACKET_AUXDATA && len(payload) >= int(unsafe.Sizeof(unix.TpacketAuxdata{})) {
			aux := (*unix.TpacketAuxdata)(unsafe.Pointer(&payload[0]))
			if aux.Status&unix.TP_STATUS_VLAN_VALID != 0 && len(m.data) >= 12 {
				m.data = restoreTag(slot[:vlanTagged+len(m.data)], aux)
				m.length += vlanTagged
			}
		}
	})
	return m
}

// restoreTag puts an 802.1Q tag, which the kernel keeps beside the frame,
// back between the source address and the type. slot has room for it ahead
// of the frame.
func restoreTag(slot []byte, aux *unix.TpacketAuxdata) []byte {
	copy(slot, slot[vlanTagged:vlanTagged+12])
	tpid := aux.Vlan_tpid
	if aux.Status&unix.TP_STATUS_VLAN_TPID_VALID == 0 {
		tpid = unix.ETH_P_8021Q
	}
	binary.BigEndian.PutUint16(slot[12:], tpid)
	binary.BigEndian.PutUint16(slot[14:], aux.Vlan_tci)
	return slot
}

// drops returns what the kernel dropped at fd since the last call.
func drops(fd int) (uint64, error) {
	s, err := unix.GetsockoptTpacketStats(fd, unix.SOL_PACKET, unix.PACKET_STATISTICS)
	if err != nil {
		return 0, fmt.Errorf("read the drop counter of a packet socket: %w", err)
	}
	return uint64(s.Drops), nil
}

var errStopped = errors.New("capture: the recorder was stopped")
