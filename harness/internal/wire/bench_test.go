package wire

import (
	"errors"
	"fmt"
	"net"
	"slices"
	"testing"
	"time"
	"unsafe"

	"golang.org/x/sys/unix"

	"github.com/netrig/netrig/harness/internal/netns"
	"github.com/netrig/netrig/harness/internal/netns/nstest"
	"github.com/netrig/netrig/topology"
)

// BenchmarkForward carries as many frames as it can without losing one: no more are
// on their way than its ring holds.
func BenchmarkForward(b *testing.B) {
	for _, size := range []int{60, 1514} {
		for _, line := range []topology.Line{{}, {Delay: time.Millisecond}} {
			b.Run(fmt.Sprintf("%d/%s", size, line), func(b *testing.B) {
				r := newRig(b, Config{Lines: [2]topology.Line{line, {}}})
				out := newSender(r.sockets[0], numbered(1, size))
				const window = ringFrames / 2
				sent, carried := 0, 0
				for b.Loop() {
					for sent-carried > window {
						c, err := r.Counters()
						if err != nil {
							b.Fatal(err)
						}
						carried = int(c.Lines[0].Delivered)
					}
					n, err := out.send(out.frames[:])
					if err != nil {
						b.Fatal(err)
					}
					sent += n
				}
				c := r.await(func(c Counters) bool { return c.Lines[0].Delivered+c.Lines[0].Missed == uint64(sent) }).Lines[0]
				seconds := b.Elapsed().Seconds()
				b.ReportMetric(float64(c.Delivered)/seconds, "frames/s")
				b.ReportMetric(float64(c.Delivered)*float64(size)*8/seconds/1e9, "Gbit/s")
				b.ReportMetric(float64(c.Missed), "missed")
			})
		}
	}
}

// sender sends the same frame in batches.
type sender struct {
	*port
	frames [batch][]byte
}

func newSender(fd int, frame []byte) *sender {
	s := &sender{port: &port{fd: fd}}
	for i := range s.frames {
		s.frames[i] = frame
		s.headers[i].header.Iov = &s.iovs[i]
		s.headers[i].header.SetIovlen(1)
	}
	return s
}

// BenchmarkLatency measures how long a frame takes from one end to the other, a thousand
// times a second, over a plain cable and over wires. It holds the kernel's stamp of the
// frame that leaves its sender against that of the one that comes to its receiver, so
// nobody's wake-up is counted but the wire's.
func BenchmarkLatency(b *testing.B) {
	b.Run("cable", func(b *testing.B) {
		a, z := nstest.New(b), nstest.New(b)
		if _, err := cable(a, z, "eth1"); err != nil {
			b.Fatal(err)
		}
		l := newLatency(b, a, "eth1", z, "eth0")
		l.run(0)
	})
	for _, delay := range []time.Duration{0, 10 * time.Millisecond} {
		b.Run("wire/"+delay.String(), func(b *testing.B) {
			r := newRig(b, Config{Lines: [2]topology.Line{{Delay: delay}, {}}})
			newLatency(b, r.nodes[0], "eth0", r.nodes[1], "eth0").run(delay)
		})
	}
}

// latency sends frames and reads when the kernel saw them at either end.
type latency struct {
	b      *testing.B
	from   int
	clocks [2]int
	seen   [2]map[int]time.Time // by the frame's number
}

func newLatency(b *testing.B, a *netns.NS, left string, z *netns.NS, right string) *latency {
	b.Helper()
	l := &latency{b: b}
	err := errors.Join(
		a.Do(func() (err error) {
			if l.from, err = tap(left); err != nil {
				return err
			}
			l.clocks[0], err = clock(left)
			return err
		}),
		z.Do(func() (err error) { l.clocks[1], err = clock(right); return err }),
	)
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _, _, _ = unix.Close(l.from), unix.Close(l.clocks[0]), unix.Close(l.clocks[1]) })
	for i := range l.seen {
		l.seen[i] = map[int]time.Time{}
	}
	return l
}

// clock opens a packet socket that tells when it saw frames, those that leave too.
func clock(name string) (int, error) {
	iface, err := net.InterfaceByName(name)
	if err != nil {
		return -1, err
	}
	fd, err := unix.Socket(unix.AF_PACKET, unix.SOCK_RAW|unix.SOCK_CLOEXEC|unix.SOCK_NONBLOCK, anyProtocol)
	if err != nil {
		return -1, err
	}
	return fd, errors.Join(
		unix.SetsockoptInt(fd, unix.SOL_SOCKET, unix.SO_TIMESTAMPNS, 1),
		unix.Bind(fd, &unix.SockaddrLinklayer{Protocol: anyProtocol, Ifindex: iface.Index}),
	)
}

// read takes what the clocks have seen.
func (l *latency) read() {
	var data [2048]byte
	var control [128]byte
	for i, fd := range l.clocks {
		for {
			n, used, _, _, err := unix.Recvmsg(fd, data[:], control[:], 0)
			if err != nil {
				break // there is no more
			}
			messages, err := unix.ParseSocketControlMessage(control[:used])
			if err != nil || len(messages) != 1 || n < 18 {
				l.b.Fatalf("a frame of %d octets without a stamp: %v", n, err)
			}
			stamp := (*unix.Timespec)(unsafe.Pointer(&messages[0].Data[0]))
			l.seen[i][number(data[:n])] = time.Unix(stamp.Unix())
		}
	}
}

// run reports how much more than the delay frames take.
func (l *latency) run(delay time.Duration) {
	const warm = 100 // the kernel begins to stamp some time after it is asked to
	sent := 0
	for more := true; more; more = sent < warm || l.b.Loop() {
		sent++
		start := time.Now()
		if _, err := unix.Write(l.from, numbered(sent, 60)); err != nil {
			l.b.Fatal(err)
		}
		rest := unix.NsecToTimespec(int64(max(time.Millisecond-time.Since(start), 0)))
		_, _ = unix.Ppoll(nil, &rest, nil)
		l.read()
	}
	for end := time.Now().Add(delay + 5*time.Second); len(l.seen[1]) < sent; l.read() {
		if time.Now().After(end) {
			l.b.Fatalf("%d of %d frames came", len(l.seen[1]), sent)
		}
		_, _ = unix.Poll([]unix.PollFd{{Fd: int32(l.clocks[1]), Events: unix.POLLIN}}, 100)
	}
	took := make([]time.Duration, 0, sent)
	for n := warm + 1; n <= sent; n++ {
		took = append(took, l.seen[1][n].Sub(l.seen[0][n])-delay)
	}
	slices.Sort(took)
	micro := func(d time.Duration) float64 { return float64(d) / float64(time.Microsecond) }
	l.b.ReportMetric(micro(took[len(took)/2]), "µs-median")
	l.b.ReportMetric(micro(took[len(took)*99/100]), "µs-p99")
}

// BenchmarkRate keeps the queue of a line of 100 Mbit/s filled.
func BenchmarkRate(b *testing.B) {
	const rate, size = 100_000_000, 1514
	r := newRig(b, Config{Lines: [2]topology.Line{{Rate: rate, Queue: 2000}, {}}})
	out := newSender(r.sockets[0], numbered(1, size))
	sent, carried := 0, 0
	var first time.Time
	for b.Loop() {
		for sent-carried > 1000 {
			c, err := r.Counters()
			if err != nil {
				b.Fatal(err)
			}
			carried = int(c.Lines[0].Delivered)
		}
		n, err := out.send(out.frames[:])
		if err != nil {
			b.Fatal(err)
		}
		if sent += n; first.IsZero() {
			first = time.Now()
		}
	}
	c := r.await(func(c Counters) bool { return c.Lines[0].Delivered == uint64(sent) }).Lines[0]
	got := float64(c.Delivered) * size * 8 / time.Since(first).Seconds()
	b.ReportMetric(got/1e6, "Mbit/s")
	b.ReportMetric(100*(got/rate-1), "%-off")
}
