package wire

import (
	"encoding/binary"
	"fmt"
	"sync/atomic"
	"time"
	"unsafe"

	"golang.org/x/sys/unix"
)

const (
	batch     = 64        // frames sent in one system call
	blockSize = 256 << 10 // octets of one block of a ring; a multiple of the page and of every slot
	tagLength = 4         // octets of an IEEE 802.1Q tag
	etherHead = 14        // octets of an Ethernet header

	anyProtocol = unix.ETH_P_ALL << 8 // in the network's order
)

// port is one end of the wire's inside: what the node at that end sends is received
// here, and what is sent here reaches it. Frames are received by a ring that is
// shared with the kernel (Documentation/networking/packet_mmap.rst, TPACKET_V2),
// whose length no limit on socket buffers holds down, and which hands over each
// frame at once.
type port struct {
	fd   int
	ring []byte
	slot int // octets of one frame's place in the ring
	size int // slots
	next int // the slot that the kernel fills next

	headers [batch]mmsghdr
	iovs    [batch]unix.Iovec
}

type mmsghdr struct {
	header unix.Msghdr
	length uint32
	_      [4]byte
}

// frame is one frame in a ring. Its octets hold until the slot is given back.
type frame struct {
	data   []byte
	length int       // octets on the wire; more than len(data) where the slot was too short
	at     time.Time // when the kernel received it
}

// openPort opens the port on an interface of the calling thread's namespace, with a
// ring of so many frames of at most so many octets.
func openPort(index, frames, octets int) (_ *port, err error) {
	// Without a protocol it receives nothing until it is bound to its interface.
	fd, err := unix.Socket(unix.AF_PACKET, unix.SOCK_RAW|unix.SOCK_NONBLOCK|unix.SOCK_CLOEXEC, 0)
	if err != nil {
		return nil, fmt.Errorf("open a packet socket: %w", err)
	}
	p := &port{fd: fd}
	defer func() {
		if err != nil {
			_ = p.close()
		}
	}()
	for _, o := range [...]struct{ option, value int }{
		{unix.PACKET_VERSION, unix.TPACKET_V2},
		{unix.PACKET_IGNORE_OUTGOING, 1},
		{unix.PACKET_QDISC_BYPASS, 1},
	} {
		if err := unix.SetsockoptInt(fd, unix.SOL_PACKET, o.option, o.value); err != nil {
			return nil, fmt.Errorf("set option %d of a packet socket: %w", o.option, err)
		}
	}
	p.slot = slotFor(octets)
	perBlock := blockSize / p.slot
	blocks := max((frames+perBlock-1)/perBlock, 1)
	p.size = blocks * perBlock
	request := unix.TpacketReq{Block_size: blockSize, Block_nr: uint32(blocks), Frame_size: uint32(p.slot), Frame_nr: uint32(p.size)}
	if err := unix.SetsockoptTpacketReq(fd, unix.SOL_PACKET, unix.PACKET_RX_RING, &request); err != nil {
		return nil, fmt.Errorf("give a packet socket a ring of %d octets: %w", blocks*blockSize, err)
	}
	if p.ring, err = unix.Mmap(fd, 0, blocks*blockSize, unix.PROT_READ|unix.PROT_WRITE, unix.MAP_SHARED); err != nil {
		return nil, fmt.Errorf("map the ring of a packet socket: %w", err)
	}
	address := &unix.SockaddrLinklayer{Protocol: anyProtocol, Ifindex: index}
	if err := unix.Bind(fd, address); err != nil {
		return nil, fmt.Errorf("bind a packet socket to interface %d: %w", index, err)
	}
	for i := range p.headers {
		p.headers[i].header.Iov = &p.iovs[i]
		p.headers[i].header.SetIovlen(1)
	}
	return p, nil
}

// slotFor is the length of a slot for frames of so many octets: a power of two,
// with room for the kernel's header and for a tag.
func slotFor(octets int) int {
	slot := 2048
	for slot < octets+tagLength+128 {
		slot *= 2
	}
	return slot
}

func (p *port) close() error {
	var err error
	if p.ring != nil {
		err = unix.Munmap(p.ring)
		p.ring = nil
	}
	if e := unix.Close(p.fd); err == nil {
		err = e
	}
	return err
}

func (p *port) head(i int) *unix.Tpacket2Hdr {
	return (*unix.Tpacket2Hdr)(unsafe.Pointer(&p.ring[i*p.slot]))
}

// ahead returns the frame i places behind the next, if it has come.
func (p *port) ahead(i int) (frame, bool) {
	if i >= p.size {
		return frame{}, false
	}
	at := (p.next + i) % p.size
	h := p.head(at)
	status := atomic.LoadUint32(&h.Status)
	if status&unix.TP_STATUS_USER == 0 {
		return frame{}, false
	}
	begin := at*p.slot + int(h.Mac)
	f := frame{data: p.ring[begin : begin+int(h.Snaplen)], length: int(h.Len), at: time.Unix(int64(h.Sec), int64(h.Nsec))}
	if status&unix.TP_STATUS_VLAN_VALID != 0 && len(f.data) >= 12 {
		tpid := h.Vlan_tpid
		if status&unix.TP_STATUS_VLAN_TPID_VALID == 0 {
			tpid = unix.ETH_P_8021Q
		}
		f.data = tagged(f.data, tpid, h.Vlan_tci)
		f.length += tagLength
	}
	return f, true
}

// tagged puts a tag, which the kernel keeps beside the frame, back into it.
func tagged(data []byte, tpid, tci uint16) []byte {
	b := make([]byte, 0, len(data)+tagLength)
	b = append(b, data[:12]...)
	b = binary.BigEndian.AppendUint16(b, tpid)
	b = binary.BigEndian.AppendUint16(b, tci)
	return append(b, data[12:]...)
}

// give gives the next n slots back to the kernel.
func (p *port) give(n int) {
	for range n {
		atomic.StoreUint32(&p.head(p.next).Status, unix.TP_STATUS_KERNEL)
		p.next++
		if p.next == p.size {
			p.next = 0
		}
	}
}

// forgive forgets that the interface went down, which the socket would tell with
// everything that it is asked for next.
func (p *port) forgive() {
	_, _ = unix.GetsockoptInt(p.fd, unix.SOL_SOCKET, unix.SO_ERROR)
}

// dropped returns how many frames found no free slot since it was last asked.
func (p *port) dropped() (uint64, error) {
	s, err := unix.GetsockoptTpacketStats(p.fd, unix.SOL_PACKET, unix.PACKET_STATISTICS)
	if err != nil {
		return 0, fmt.Errorf("read the drop counter of a packet socket: %w", err)
	}
	return uint64(s.Drops), nil
}

// send sends up to batch frames, in order, and returns how many of them the
// interface took before one that it refused with the error.
func (p *port) send(frames [][]byte) (int, error) {
	for i, f := range frames {
		p.iovs[i].Base = unsafe.SliceData(f)
		p.iovs[i].SetLen(len(f))
	}
	n, _, errno := unix.Syscall6(unix.SYS_SENDMMSG, uintptr(p.fd), uintptr(unsafe.Pointer(&p.headers[0])), uintptr(len(frames)), 0, 0, 0)
	if errno != 0 {
		return 0, errno
	}
	return int(n), nil
}
