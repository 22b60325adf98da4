package wire

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"net"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/vishvananda/netlink"
	"golang.org/x/sys/unix"

	"github.com/netrig/netrig/harness/filter"
	"github.com/netrig/netrig/harness/internal/netns"
	"github.com/netrig/netrig/harness/internal/netns/nstest"
)

func TestMain(m *testing.M) { nstest.Main(m) }

// rig is a wire between two namespaces, and a packet socket at either end:
//
//	a: eth0 -- end0 | wire | end1 -- eth0 :b
type rig struct {
	*Wire
	t       testing.TB
	sockets [2]int
	nodes   [2]*netns.NS
	inside  *netns.NS

	mu     sync.Mutex
	events []Event
}

// newRig opens a wire that both its lines are.
func newRig(tb testing.TB, c Config, faults ...Fault) *rig {
	tb.Helper()
	r := &rig{t: tb, inside: nstest.New(tb)}
	for i := range r.sockets {
		node := nstest.New(tb)
		r.nodes[i] = node
		var err error
		c.Index[i], err = cable(r.inside, node, fmt.Sprintf("end%d", i))
		if err != nil {
			tb.Fatal(err)
		}
		err = node.Do(func() (err error) {
			r.sockets[i], err = tap("eth0")
			return err
		})
		if err != nil {
			tb.Fatal(err)
		}
		tb.Cleanup(func() { _ = unix.Close(r.sockets[i]) })
	}
	c.Name, c.MTU = "a:eth0 -- b:eth0", 1500
	c.Log = func(e Event) {
		r.mu.Lock()
		defer r.mu.Unlock()
		r.events = append(r.events, e)
	}
	w, err := Open(r.inside, c)
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() {
		if _, err := w.Close(); err != nil {
			tb.Error(err)
		}
	})
	r.Wire = w
	for _, f := range faults {
		if err := w.Add(f); err != nil {
			tb.Fatal(err)
		}
	}
	return r
}

// cable joins a node to the inside and returns the index of the inner end. All is up,
// and nothing but tests sends anything.
func cable(inside, node *netns.NS, name string) (index int, err error) {
	err = inside.Do(func() error {
		h, err := netlink.NewHandle(unix.NETLINK_ROUTE)
		if err != nil {
			return err
		}
		defer h.Close()
		veth := &netlink.Veth{
			LinkAttrs: netlink.LinkAttrs{Name: name, NumTxQueues: 1, NumRxQueues: 1}, PeerName: "eth0", PeerNamespace: netlink.NsFd(node.FD()),
		}
		if err := h.LinkAdd(veth); err != nil {
			return err
		}
		return up(name, &index)
	})
	if err != nil {
		return 0, err
	}
	return index, node.Do(func() error { return up("eth0", nil) })
}

// up takes an interface of the calling thread's namespace up, without IPv6.
func up(name string, index *int) error {
	h, err := netlink.NewHandle(unix.NETLINK_ROUTE)
	if err != nil {
		return err
	}
	defer h.Close()
	link, err := h.LinkByName(name)
	if err != nil {
		return err
	}
	if index != nil {
		*index = link.Attrs().Index
	}
	if err := h.LinkSetIP6AddrGenMode(link, 1); err != nil { // none: it sends nothing of its own
		return err
	}
	if err := h.LinkSetMTU(link, 9000); err != nil { // more than the wires are told of
		return err
	}
	return h.LinkSetUp(link)
}

// tap opens a packet socket on an interface that tells what comes in.
func tap(name string) (int, error) {
	iface, err := net.InterfaceByName(name)
	if err != nil {
		return -1, err
	}
	fd, err := unix.Socket(unix.AF_PACKET, unix.SOCK_RAW|unix.SOCK_CLOEXEC|unix.SOCK_NONBLOCK, anyProtocol)
	if err != nil {
		return -1, err
	}
	err = errors.Join(
		unix.SetsockoptInt(fd, unix.SOL_PACKET, unix.PACKET_IGNORE_OUTGOING, 1),
		unix.SetsockoptInt(fd, unix.SOL_SOCKET, unix.SO_RCVBUF, 4<<20),
		unix.Bind(fd, &unix.SockaddrLinklayer{Protocol: anyProtocol, Ifindex: iface.Index}),
	)
	return fd, err
}

// send sends frames from an end.
func (r *rig) send(from int, frames ...[]byte) {
	r.t.Helper()
	for _, f := range frames {
		if _, err := unix.Write(r.sockets[from], f); err != nil {
			r.t.Fatal(err)
		}
	}
}

const patience = 20 * time.Second

// receive waits for so many frames at an end.
func (r *rig) receive(at, n int) [][]byte {
	r.t.Helper()
	var all [][]byte
	buffer := make([]byte, 1<<16)
	for deadline := time.Now().Add(patience); len(all) < n; {
		m, err := unix.Read(r.sockets[at], buffer)
		switch {
		case err == nil:
			if buffer[12] == 0x88 && buffer[13] == 0xb5 || buffer[12] == 8 && buffer[13] == 0 {
				all = append(all, bytes.Clone(buffer[:m]))
			}
		case !errors.Is(err, unix.EAGAIN):
			r.t.Fatal(err)
		case time.Now().After(deadline):
			r.t.Fatalf("%d of %d frames came", len(all), n)
		default:
			_, _ = unix.Poll([]unix.PollFd{{Fd: int32(r.sockets[at]), Events: unix.POLLIN}}, 100)
		}
	}
	return all
}

// numbers waits for so many numbered frames at an end.
func (r *rig) numbers(at, n int) []int {
	r.t.Helper()
	var all []int
	for _, f := range r.receive(at, n) {
		all = append(all, number(f))
	}
	return all
}

// numbered is a frame of the experimental EtherType (IEEE 802) with a number.
func numbered(n, size int) []byte {
	f := make([]byte, max(size, 18))
	copy(f, []byte{2, 0, 0, 0, 0, 2, 2, 0, 0, 0, 0, 1, 0x88, 0xb5})
	binary.BigEndian.PutUint32(f[14:], uint32(n))
	for i := 18; i < len(f); i++ {
		f[i] = byte(i * n)
	}
	return f
}

func number(f []byte) int { return int(binary.BigEndian.Uint32(f[14:])) }

// series are frames numbered from 1 on.
func series(n, size int) [][]byte {
	var all [][]byte
	for i := range n {
		all = append(all, numbered(i+1, size))
	}
	return all
}

func compile(tb testing.TB, text string) *filter.Filter {
	tb.Helper()
	f, err := filter.Compile(text)
	if err != nil {
		tb.Fatal(err)
	}
	return f
}

// datagram is UDP to port 9999 over IPv4, with good checksums.
func datagram() []byte {
	const port, payload = 9999, "hello"
	udp := append([]byte{0xca, 0xfe, port >> 8, port & 0xff, 0, byte(8 + len(payload)), 0, 0}, payload...)
	ip := []byte{0x45, 0, 0, byte(20 + len(udp)), 0, 1, 0, 0, 64, 17, 0, 0, 10, 0, 0, 1, 10, 0, 0, 2}
	sum := func(s uint32, b []byte) uint16 {
		for i, c := range b {
			s += uint32(c) << (8 * (1 - i%2))
		}
		for s > 0xffff {
			s = s>>16 + s&0xffff
		}
		return ^uint16(s)
	}
	binary.BigEndian.PutUint16(ip[10:], sum(0, ip))
	pseudo := append(append([]byte(nil), ip[12:20]...), 0, 17, 0, byte(len(udp)))
	binary.BigEndian.PutUint16(udp[6:], sum(0, append(pseudo, udp...)))
	return slices.Concat([]byte{2, 0, 0, 0, 0, 2, 2, 0, 0, 0, 0, 1, 8, 0}, ip, udp)
}

// await waits until the counters are as wanted.
func (r *rig) await(done func(Counters) bool) Counters {
	r.t.Helper()
	for deadline := time.Now().Add(patience); ; {
		c, err := r.Counters()
		if err != nil {
			r.t.Fatal(err)
		}
		if done(c) {
			return c
		}
		if time.Now().After(deadline) {
			r.t.Fatalf("counted %+v", c)
		}
	}
}
