package lab

import (
	"fmt"
	"net"
	"net/netip"
	"testing"
	"time"

	"golang.org/x/sys/unix"

	"github.com/netrig/netrig/harness/internal/netns/nstest"
	"github.com/netrig/netrig/topology"
)

var benchSizes = []int{2, 10, 100, 1000}

// star is one switch with n hosts, each with an address and a default
// route.
func star(n int) *topology.Topology {
	t := &topology.Topology{Name: fmt.Sprintf("star %d", n)}
	sw := &topology.Node{Name: "sw", Kind: topology.Switch}
	t.Nodes = append(t.Nodes, sw)
	for i := range n {
		name := fmt.Sprintf("h%d", i)
		t.Nodes = append(t.Nodes, &topology.Node{
			Name: name, Kind: topology.Host,
			Interfaces: []*topology.Interface{{
				Name: "eth0", MTU: 1500, MAC: net.HardwareAddr{2, 0, 1, 0, byte(i >> 8), byte(i)},
				Addresses: []netip.Prefix{benchAddress(i)}, Gateways: []netip.Addr{benchGateway},
			}},
		})
		sw.Interfaces = append(sw.Interfaces, &topology.Interface{
			Name: name, MTU: 1500, MAC: net.HardwareAddr{2, 0, 2, 0, byte(i >> 8), byte(i)},
		})
		t.Links = append(t.Links, &topology.Link{
			A: topology.Endpoint{Node: name, Interface: "eth0"}, B: topology.Endpoint{Node: "sw", Interface: name},
		})
	}
	return t
}

var benchGateway = netip.MustParseAddr("10.0.255.254")

func benchAddress(i int) netip.Prefix {
	return netip.PrefixFrom(netip.AddrFrom4([4]byte{10, 0, byte(i >> 8), byte(1 + i&0xff)}), 16)
}

// settle waits until the kernel has taken apart the labs closed so far.
func settle(tb testing.TB) {
	tb.Helper()
	Clear()
	nstest.Settle(tb)
}

// BenchmarkBoot boots a switch with hosts.
func BenchmarkBoot(b *testing.B) {
	for _, size := range benchSizes {
		b.Run(fmt.Sprint(size), func(b *testing.B) {
			b.ReportAllocs()
			t := star(size)
			var m meter
			for b.Loop() {
				m.start()
				l, err := Boot(b.Context(), t, Options{})
				m.stop()
				if err != nil {
					b.Fatal(err)
				}
				b.StopTimer()
				if err := l.Close(); err != nil {
					b.Fatal(err)
				}
				settle(b)
				b.StartTimer()
			}
			m.report(b, size)
		})
	}
}

// meter measures what is to be measured of a benchmark's loop, in time that
// passed and in time that processors spent on it: on a machine that does
// other things too, only the second repeats.
type meter struct {
	began       time.Time
	beganCPU    time.Duration
	passed, cpu time.Duration
}

func (m *meter) start() { m.began, m.beganCPU = time.Now(), cpuTime() }

func (m *meter) stop() {
	m.passed += time.Since(m.began)
	m.cpu += cpuTime() - m.beganCPU
}

// cpuTime is what this process has spent of processors, in the kernel too.
func cpuTime() time.Duration {
	var usage unix.Rusage
	if err := unix.Getrusage(unix.RUSAGE_SELF, &usage); err != nil {
		return 0
	}
	return time.Duration(usage.Utime.Nano() + usage.Stime.Nano())
}

func (m *meter) report(b *testing.B, size int) {
	b.Helper()
	n := float64(b.N) * float64(time.Millisecond)
	b.ReportMetric(float64(m.passed)/n, "ms/lab")
	b.ReportMetric(float64(m.cpu)/n, "cpu-ms/lab")
	b.ReportMetric(float64(m.passed)/n*1000/float64(size), "µs/host")
	var usage unix.Rusage
	if err := unix.Getrusage(unix.RUSAGE_SELF, &usage); err != nil {
		b.Fatal(err)
	}
	b.ReportMetric(float64(usage.Maxrss)/1024, "MiB-peak")
}

// BenchmarkClose takes the same network down.
func BenchmarkClose(b *testing.B) {
	for _, size := range benchSizes {
		b.Run(fmt.Sprint(size), func(b *testing.B) {
			t := star(size)
			var m meter
			for b.Loop() {
				b.StopTimer()
				l, err := Boot(b.Context(), t, Options{})
				if err != nil {
					b.Fatal(err)
				}
				b.StartTimer()
				m.start()
				if err := l.Close(); err != nil {
					b.Fatal(err)
				}
				m.stop()
				b.StopTimer()
				settle(b)
				b.StartTimer()
			}
			m.report(b, size)
		})
	}
}

// BenchmarkFloor makes the same network by bare kernel operations: what Boot
// is measured against.
func BenchmarkFloor(b *testing.B) {
	for _, size := range benchSizes {
		b.Run(fmt.Sprint(size), func(b *testing.B) {
			var m meter
			for b.Loop() {
				m.start()
				spaces := floor(b, size)
				m.stop()
				b.StopTimer()
				for _, ns := range spaces {
					if err := ns.close(); err != nil {
						b.Fatal(err)
					}
				}
				settle(b)
				b.StartTimer()
			}
			m.report(b, size)
		})
	}
}
