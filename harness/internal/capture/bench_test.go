package capture_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/netrig/netrig/harness/internal/capture"
	"github.com/netrig/netrig/harness/internal/lab"
	"github.com/netrig/netrig/harness/internal/netns/nstest"
	"github.com/netrig/netrig/harness/packet"
	"github.com/netrig/netrig/topology"
)

// star is one switch with n hosts.
func star(tb testing.TB, n int) *topology.Topology {
	tb.Helper()
	var addresses []string
	for i := 0; i < n; i += 250 {
		last := min(n, i+250)
		addresses = append(addresses, fmt.Sprintf("  h[%d-%d]: {interfaces: {eth0: {address: \"10.0.%d.[1-%d]/16\", gateway: 10.0.255.254}}}\n", i+1, last, i/250, last-i))
	}
	text := "name: star\nnodes:\n" + strings.Join(addresses, "") + "  sw: {kind: switch}\nlinks:\n" + fmt.Sprintf("  - h[1-%d]:eth0 -- sw\n", n)
	t, err := topology.Parse("star.yaml", []byte(text))
	if err != nil {
		tb.Fatal(err)
	}
	return t
}

// BenchmarkBoot boots a switch with hosts and captures every interface, and
// says how much memory the process holds then.
func BenchmarkBoot(b *testing.B) {
	for _, size := range []int{100, 1000} {
		b.Run(fmt.Sprint(size), func(b *testing.B) {
			t := star(b, size)
			for b.Loop() {
				r, err := capture.New(func([]*packet.Frame) {})
				if err != nil {
					b.Fatal(err)
				}
				l, err := lab.Boot(b.Context(), t, lab.Options{Tap: r})
				if err != nil {
					b.Fatal(err)
				}
				b.StopTimer()
				b.ReportMetric(resident(b), "MB-resident")
				if err := l.Close(); err != nil {
					b.Fatal(err)
				}
				if err := r.Close(); err != nil {
					b.Fatal(err)
				}
				lab.Clear()
				nstest.Settle(b)
				b.StartTimer()
			}
			b.ReportMetric(float64(b.Elapsed().Milliseconds())/float64(b.N), "ms/lab")
		})
	}
}

// resident is the memory of this process, in megabytes.
func resident(b *testing.B) float64 {
	b.Helper()
	data, err := os.ReadFile("/proc/self/statm")
	if err != nil {
		b.Fatal(err)
	}
	var size, pages int
	if _, err := fmt.Sscan(string(data), &size, &pages); err != nil {
		b.Fatal(err)
	}
	return float64(pages*os.Getpagesize()) / 1e6
}

// BenchmarkFrames captures a stream of full frames over one switch and says
// how many frames a second were recorded, at all four points together.
func BenchmarkFrames(b *testing.B) {
	l, r, c := boot(b)
	const octets = 16 << 20
	frames := 0
	for b.Loop() {
		transfer(b, l, octets)
		r.Flush()
		frames += len(c.take())
	}
	b.SetBytes(octets)
	b.ReportMetric(float64(frames)/b.Elapsed().Seconds(), "frames/s")
	counters, err := r.Stop()
	if err != nil {
		b.Fatal(err)
	}
	for _, p := range counters {
		b.ReportMetric(float64(p.Dropped), "dropped:"+p.Point)
	}
}
