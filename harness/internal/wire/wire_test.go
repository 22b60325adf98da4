package wire

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"math/bits"
	"net"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/vishvananda/netlink"
	"golang.org/x/sys/unix"

	"github.com/netrig/netrig/harness/filter"
	"github.com/netrig/netrig/harness/internal/craft"
	"github.com/netrig/netrig/harness/internal/netns"
	"github.com/netrig/netrig/harness/internal/netns/nstest"
	"github.com/netrig/netrig/harness/packet"
	"github.com/netrig/netrig/topology"
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

// TestWireCarriesFramesAsTheyAre sends frames of all sizes both ways at once.
func TestWireCarriesFramesAsTheyAre(t *testing.T) {
	for _, line := range []topology.Line{{}, {Delay: time.Millisecond}, {Rate: 1e9}, {Delay: time.Millisecond, Jitter: time.Millisecond}} {
		t.Run(line.String(), func(t *testing.T) {
			r := newRig(t, Config{Lines: [2]topology.Line{line, line}})
			var sent [2][][]byte
			for i := range sent {
				for n := range 300 {
					sent[i] = append(sent[i], numbered(n+1000*i, 18+5*n))
				}
			}
			for n := range sent[0] {
				r.send(0, sent[0][n])
				r.send(1, sent[1][n])
			}
			for i := range sent {
				if diff := cmp.Diff(sent[i], r.receive(1-i, len(sent[i]))); diff != "" {
					t.Errorf("from end %d (-sent +received):\n%.1000s", i, diff)
				}
			}
			c, err := r.Counters()
			if err != nil {
				t.Error(err)
			}
			want := LineCounters{Frames: 300, Delivered: 300}
			if c.Lines != [2]LineCounters{want, want} {
				t.Errorf("counted %+v, want %+v", c.Lines, want)
			}
		})
	}
}

// TestNothingIsEarly has frames arrive no sooner than the line lets them.
func TestNothingIsEarly(t *testing.T) {
	t.Run("delay", func(t *testing.T) {
		const delay = 30 * time.Millisecond
		r := newRig(t, Config{Lines: [2]topology.Line{{Delay: delay}, {}}})
		start := time.Now()
		r.send(0, numbered(1, 60))
		r.receive(1, 1)
		if took := time.Since(start); took < delay {
			t.Errorf("it arrived after %s", took)
		}
	})
	t.Run("rate", func(t *testing.T) {
		r := newRig(t, Config{Lines: [2]topology.Line{{Rate: 1e6}, {}}})
		start := time.Now()
		r.send(0, series(10, 1250)...) // of 10 ms each
		r.receive(1, 10)
		if took := time.Since(start); took < 100*time.Millisecond {
			t.Errorf("12,500 octets took %s at 1 Mbit/s", took)
		}
	})
	t.Run("held back by nothing else", func(t *testing.T) {
		r := newRig(t, Config{Lines: [2]topology.Line{{Delay: time.Hour}, {}}})
		r.send(0, numbered(1, 60))
		r.send(1, numbered(2, 60))
		if got := r.numbers(0, 1); got[0] != 2 {
			t.Errorf("%d arrived", got)
		}
	})
}

// TestQueueOverflows sends more than the queue of a slow line holds, at once.
func TestQueueOverflows(t *testing.T) {
	r := newRig(t, Config{Lines: [2]topology.Line{{Rate: 1000, Queue: 7}, {}}}) // a frame takes half a second
	r.send(0, series(40, 60)...)
	r.await(func(c Counters) bool { return c.Lines[0].Frames == 40 })
	c, err := r.Close()
	if err != nil {
		t.Fatal(err)
	}
	if got := c.Lines[0].Overflow; got != 33 && got != 32 { // one may have left already
		t.Errorf("%d frames overflowed, want 33", got)
	}
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

// TestChanceRepeats lets chance befall a thousand frames: by the same seed the same
// ones, by another others, and about as many as is said.
func TestChanceRepeats(t *testing.T) {
	line := topology.Line{Loss: 0.05, Duplicate: 0.05, Reorder: 0.05, Corrupt: 0.05}
	outcome := func(seed uint64) ([]string, LineCounters) {
		r := newRig(t, Config{Lines: [2]topology.Line{line, {}}, Seed: seed})
		r.send(0, series(1000, 100)...)
		c := r.await(func(c Counters) bool {
			l := c.Lines[0]
			return l.Frames == 1000 && l.Delivered == 1000-l.Lost+l.Doubled
		}).Lines[0]
		var got []string
		for _, f := range r.receive(1, int(c.Delivered)) {
			got = append(got, fmt.Sprintf("%x", f))
		}
		// How far a frame falls behind is a matter of time, too: it does not wait for
		// those that come later than its patience lasts.
		slices.Sort(got)
		return got, c
	}
	first, counted := outcome(1)
	again, recounted := outcome(1)
	other, _ := outcome(2)
	if diff := cmp.Diff(first, again); diff != "" {
		t.Errorf("by the same seed (-first +again):\n%.500s", diff)
	}
	if cmp.Equal(first, other) {
		t.Error("another seed made no difference")
	}
	if diff := cmp.Diff(counted, recounted); diff != "" {
		t.Errorf("by the same seed (-first +again):\n%s", diff)
	}
	for what, n := range map[string]uint64{"lost": counted.Lost, "doubled": counted.Doubled, "reordered": counted.Reordered, "corrupted": counted.Corrupted} {
		if n < 20 || n > 100 {
			t.Errorf("%d of 1,000 frames were %s, at 5%%", n, what)
		}
	}
}

func TestPad(t *testing.T) {
	r := newRig(t, Config{Lines: [2]topology.Line{{Pad: true}, {}}})
	r.send(0, numbered(1, 18), numbered(2, 61))
	for i, want := range []int{60, 61} {
		if f := r.receive(1, 1)[0]; len(f) != want {
			t.Errorf("frame %d has %d octets, want %d", i+1, len(f), want)
		}
	}
}

// TestFaults lets single faults befall six numbered frames from end 0.
func TestFaults(t *testing.T) {
	third := "frame[14:4] == 00:00:00:03"
	tests := []struct {
		name  string
		fault Fault
		want  []int
		what  string // of the events
	}{
		{"drop one", Fault{Match: compile(t, third), Do: Action{Drop: true}}, []int{1, 2, 4, 5, 6}, "drop"},
		{"drop the second", Fault{First: 2, Last: 2, Do: Action{Drop: true}}, []int{1, 3, 4, 5, 6}, "drop"},
		{"drop a range", Fault{First: 2, Last: 4, Do: Action{Drop: true}}, []int{1, 5, 6}, "drop drop drop"},
		{"drop from the fifth on", Fault{First: 5, Do: Action{Drop: true}}, []int{1, 2, 3, 4}, "drop drop"},
		{"drop every second", Fault{Every: 2, Do: Action{Drop: true}}, []int{1, 3, 5}, "drop drop drop"},
		{"drop every second from the third on", Fault{First: 3, Every: 2, Do: Action{Drop: true}}, []int{1, 2, 3, 5}, "drop drop"},
		{"from the other end", Fault{From: 1, Do: Action{Drop: true}}, []int{1, 2, 3, 4, 5, 6}, ""},
		{"from this end", Fault{From: 0, First: 1, Last: 1, Do: Action{Drop: true}}, []int{2, 3, 4, 5, 6}, "drop"},
		{"double", Fault{Match: compile(t, third), Do: Action{Copies: 2}}, []int{1, 2, 3, 3, 3, 4, 5, 6}, "duplicate"},
		{"delay", Fault{Match: compile(t, third), Do: Action{Delay: 50 * time.Millisecond}}, []int{1, 2, 4, 5, 6, 3}, "delay"},
		{"reorder by one", Fault{Match: compile(t, third), Do: Action{Reorder: 1}}, []int{1, 2, 4, 3, 5, 6}, "reorder"},
		{"reorder by two", Fault{Match: compile(t, third), Do: Action{Reorder: 2}}, []int{1, 2, 4, 5, 3, 6}, "reorder"},
		{"reorder by more than come", Fault{Match: compile(t, third), Do: Action{Reorder: 9}}, []int{1, 2, 4, 5, 6, 3}, "reorder"},
		{"hold until a later one", Fault{Match: compile(t, third), Do: Action{Hold: &Hold{Match: compile(t, "frame[14:4] == 00:00:00:05")}}}, []int{1, 2, 4, 5, 3, 6}, "hold release"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			f := tt.fault
			f.Name = "fault"
			if f.From == 0 && tt.name != "from this end" {
				f.From = Both
			}
			r := newRig(t, Config{}, f)
			r.send(0, series(6, 60)...)
			if diff := cmp.Diff(tt.want, r.numbers(1, len(tt.want))); diff != "" {
				t.Errorf("frames (-want +got):\n%s", diff)
			}
			if _, err := r.Close(); err != nil {
				t.Error(err)
			}
			var what []string
			for _, e := range r.events {
				what = append(what, e.What)
				if e.Fault != "fault" || e.From != 0 || e.Frame == "" {
					t.Errorf("event %+v", e)
				}
			}
			if got := strings.Join(what, " "); got != tt.what {
				t.Errorf("events %q, want %q", got, tt.what)
			}
		})
	}
}

// TestFaultsChange alters frames, and nothing but what is said.
func TestFaultsChange(t *testing.T) {
	set := func(name, text string) craft.Change {
		info, _ := packet.Lookup(name)
		v, err := filter.ParseValue(info, text)
		if err != nil {
			t.Fatal(err)
		}
		return craft.Change{Field: info, Occurrence: 1, Value: v}
	}
	arrives := func(t *testing.T, do Action) []byte {
		t.Helper()
		r := newRig(t, Config{}, Fault{Name: "change", From: Both, Match: compile(t, "udp.dstport == 9999"), Do: do})
		r.send(0, datagram())
		return r.receive(1, 1)[0]
	}
	status := func(data []byte) string {
		f := &packet.Frame{Number: 1, Length: len(data), Data: data}
		packet.NewDissector(packet.Options{VerifyChecksums: true}).Dissect(f)
		text := ""
		for _, name := range []string{"ip.ttl", "ip.checksum.status", "udp.dstport", "udp.checksum.status"} {
			info, _ := packet.Lookup(name)
			v, _ := f.Value(info.ID)
			text += v.Format(info) + " "
		}
		return text
	}
	if got := status(arrives(t, Action{Set: []craft.Change{set("ip.ttl", "7"), set("udp.dstport", "53")}})); got != "7 1 53 1 " {
		t.Errorf("set: %s", got)
	}
	if got := status(arrives(t, Action{Set: []craft.Change{set("ip.ttl", "7"), set("udp.dstport", "53")}, Keep: true})); got != "7 0 53 0 " {
		t.Errorf("set, checksums kept: %s", got)
	}
	if got := arrives(t, Action{Truncate: 30}); !bytes.Equal(got, datagram()[:30]) {
		t.Errorf("truncated: % x", got)
	}
	sent, got := datagram(), arrives(t, Action{Corrupt: true})
	flipped := 0
	for i := range sent {
		n := bits.OnesCount8(sent[i] ^ got[i])
		flipped += n
		if n > 0 && i < etherHead {
			t.Errorf("octet %d of the Ethernet header is corrupt", i)
		}
	}
	if flipped != 1 {
		t.Errorf("%d bits are flipped", flipped)
	}
}

// TestFaultFails sets a field that the frame does not have: it passes as it was, and the
// fault says why.
func TestFaultFails(t *testing.T) {
	info, _ := packet.Lookup("tcp.srcport")
	r := newRig(t, Config{}, Fault{Name: "odd", From: Both, Do: Action{Set: []craft.Change{{Field: info, Occurrence: 1, Value: packet.UintValue(1)}}}})
	r.send(0, datagram())
	if got := r.receive(1, 1)[0]; !bytes.Equal(got, datagram()) {
		t.Errorf("% x", got)
	}
	c, err := r.Counters()
	if err != nil {
		t.Fatal(err)
	}
	if f := c.Faults[0]; f.Fired != 1 || f.Failed == nil || !strings.Contains(f.Failed.Error(), "no tcp.srcport") {
		t.Errorf("%+v", f)
	}
}

// TestFaultsComeAndGo adds and removes faults, and releases what they hold.
func TestFaultsComeAndGo(t *testing.T) {
	r := newRig(t, Config{})
	hold := Fault{Name: "hold", From: Both, Match: compile(t, "frame[17] == 1"), Do: Action{Hold: &Hold{Until: "later"}}}
	if err := r.Add(hold); err != nil {
		t.Fatal(err)
	}
	if err := r.Add(hold); err == nil {
		t.Error("a fault was added twice")
	}
	r.send(0, series(2, 60)...)
	if got := r.numbers(1, 1); got[0] != 2 {
		t.Errorf("%d arrived", got)
	}
	if n := r.Held("later"); n != 1 {
		t.Errorf("%d frames are held", n)
	}
	if n := r.Release("something else"); n != 0 {
		t.Errorf("%d frames were released", n)
	}
	if n := r.Release("later"); n != 1 {
		t.Errorf("%d frames were released, want 1", n)
	}
	if got := r.numbers(1, 1); got[0] != 1 {
		t.Errorf("%d arrived", got)
	}
	r.send(0, numbered(1, 60))
	if got := r.numbers(1, 1); got[0] != 1 {
		t.Errorf("%d arrived after the event", got)
	}
	if err := r.Remove("hold"); err != nil {
		t.Fatal(err)
	}
	if err := r.Remove("hold"); err == nil {
		t.Error("a fault was removed twice")
	}
	if err := r.Add(hold); err != nil {
		t.Fatal(err)
	}
	r.send(0, numbered(1, 60))
	r.await(func(c Counters) bool { return c.Faults[1].Held == 1 })
	if err := r.Remove("hold"); err != nil {
		t.Fatal(err)
	}
	if got := r.numbers(1, 1); got[0] != 1 {
		t.Errorf("%d arrived once the fault was gone", got)
	}
	if err := r.Add(hold); err != nil {
		t.Fatal(err)
	}
	r.send(0, numbered(1, 60))
	r.await(func(c Counters) bool { return c.Faults[2].Held == 1 })
	c, err := r.Close()
	if err != nil {
		t.Fatal(err)
	}
	want := []FaultCounters{{Name: "hold", Matched: 1, Fired: 1}, {Name: "hold", Matched: 1, Fired: 1}, {Name: "hold", Matched: 1, Fired: 1, Held: 1}}
	if diff := cmp.Diff(want, c.Faults); diff != "" {
		t.Errorf("counted (-want +got):\n%s", diff)
	}
	if err := r.Add(hold); !errors.Is(err, net.ErrClosed) {
		t.Errorf("added to a closed wire: %v", err)
	}
}

// TestCarrierComesAndGoes has the far interface go down and come back: what is sent
// meanwhile is lost, what is sent afterwards is not.
func TestCarrierComesAndGoes(t *testing.T) {
	r := newRig(t, Config{})
	set := func(is bool) {
		t.Helper()
		err := r.inside.Do(func() error {
			h, err := netlink.NewHandle(unix.NETLINK_ROUTE)
			if err != nil {
				return err
			}
			defer h.Close()
			l, err := h.LinkByName("end1")
			if err != nil {
				return err
			}
			if is {
				return h.LinkSetUp(l)
			}
			return h.LinkSetDown(l)
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	for n := range 3 {
		set(false)
		r.send(0, numbered(1, 60))
		r.await(func(c Counters) bool { return c.Lines[0].Unplugged == uint64(n+1) })
		set(true)
		r.send(0, numbered(2, 60))
		if got := r.numbers(1, 1); got[0] != 2 {
			t.Errorf("%d arrived", got)
		}
	}
}

func TestFaultMistakes(t *testing.T) {
	r := newRig(t, Config{})
	for _, tt := range []struct {
		fault Fault
		want  string
	}{
		{Fault{From: Both, Do: Action{Drop: true}}, "no name"},
		{Fault{Name: "x", From: Both}, "does 0 things"},
		{Fault{Name: "x", From: Both, Do: Action{Drop: true, Corrupt: true}}, "does 2 things"},
		{Fault{Name: "x", From: 2, Do: Action{Drop: true}}, "from end 2"},
		{Fault{Name: "x", From: Both, First: 3, Last: 2, Do: Action{Drop: true}}, "never fires"},
		{Fault{Name: "x", From: Both, Chance: 2, Do: Action{Drop: true}}, "never fires"},
		{Fault{Name: "x", From: Both, Match: compile(t, "ip.ttl == ${a.ip.ttl}"), Do: Action{Drop: true}}, "nobody bound"},
	} {
		if err := r.Add(tt.fault); err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%+v: %v, want %s", tt.fault, err, tt.want)
		}
	}
}

// TestFaultsMeetWhatCame closes the wire right after frames were sent: they met the
// fault all the same.
func TestFaultsMeetWhatCame(t *testing.T) {
	for range 50 {
		r := newRig(t, Config{}, Fault{Name: "drop", From: Both, Do: Action{Drop: true}})
		r.send(0, series(200, 60)...)
		c, err := r.Close()
		if err != nil {
			t.Fatal(err)
		}
		if got := c.Faults[0].Fired; got != 200 {
			t.Fatalf("the fault befell %d of 200 frames", got)
		}
	}
}

// TestLongFrames sends frames that are longer than the wire was told, of which its rings
// hold but a part: they are missed, and nothing cut arrives.
func TestLongFrames(t *testing.T) {
	for _, line := range []topology.Line{{}, {Delay: time.Millisecond}} {
		r := newRig(t, Config{Lines: [2]topology.Line{line, {}}})
		r.send(0, numbered(1, 60), numbered(2, 8000), numbered(3, 60))
		if diff := cmp.Diff([]int{1, 3}, r.numbers(1, 2)); diff != "" {
			t.Errorf("%s: frames (-want +got):\n%s", line, diff)
		}
		c, err := r.Close()
		if err != nil {
			t.Fatal(err)
		}
		if want := (LineCounters{Frames: 3, Delivered: 2, Missed: 1}); c.Lines[0] != want {
			t.Errorf("%s: counted %+v, want %+v", line, c.Lines[0], want)
		}
	}
}
