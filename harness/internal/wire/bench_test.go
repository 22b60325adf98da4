package wire

import (
	"encoding/binary"
	"errors"
	"fmt"
	"slices"
	"testing"
	"time"

	"golang.org/x/sys/unix"

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
// times a second, over a plain cable and over wires.
func BenchmarkLatency(b *testing.B) {
	b.Run("cable", func(b *testing.B) {
		a, z := nstest.New(b), nstest.New(b)
		if _, err := cable(a, z, "eth1"); err != nil {
			b.Fatal(err)
		}
		var from, to int
		err := errors.Join(
			a.Do(func() (err error) { from, err = tap("eth1"); return err }),
			z.Do(func() (err error) { to, err = tap("eth0"); return err }),
		)
		if err != nil {
			b.Fatal(err)
		}
		defer func() { _, _ = unix.Close(from), unix.Close(to) }()
		latency(b, from, to, 0)
	})
	for _, delay := range []time.Duration{0, 10 * time.Millisecond} {
		b.Run("wire/"+delay.String(), func(b *testing.B) {
			r := newRig(b, Config{Lines: [2]topology.Line{{Delay: delay}, {}}})
			latency(b, r.sockets[0], r.sockets[1], delay)
		})
	}
}

// latency reports how much more than the delay frames take.
func latency(b *testing.B, from, to int, delay time.Duration) {
	b.Helper()
	var took []time.Duration
	buffer := make([]byte, 2048)
	n := 0
	for b.Loop() {
		n++
		frame := numbered(n, 60)
		start := time.Now()
		if _, err := unix.Write(from, frame); err != nil {
			b.Fatal(err)
		}
		for {
			m, err := unix.Read(to, buffer)
			if err == nil && m == len(frame) && int(binary.BigEndian.Uint32(buffer[14:])) == n {
				break
			}
			if err != nil {
				_, _ = unix.Poll([]unix.PollFd{{Fd: int32(to), Events: unix.POLLIN}}, 1000)
			}
		}
		took = append(took, time.Since(start)-delay)
		if rest := time.Millisecond - time.Since(start); rest > 0 {
			pause := unix.NsecToTimespec(int64(rest))
			_, _ = unix.Ppoll(nil, &pause, nil)
		}
	}
	slices.Sort(took)
	micro := func(d time.Duration) float64 { return float64(d) / float64(time.Microsecond) }
	b.ReportMetric(micro(took[len(took)/2]), "µs-median")
	b.ReportMetric(micro(took[len(took)*99/100]), "µs-p99")
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
