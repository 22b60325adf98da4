package lab

import (
	"fmt"
	"net"
	"net/netip"
	"testing"
	"time"

	"github.com/vishvananda/netlink"
	"golang.org/x/sys/unix"

	"github.com/netrig/netrig/harness/internal/netns"
	"github.com/netrig/netrig/topology"
)

var benchSizes = []int{10, 100, 1000}

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

// settle waits until the kernel has taken apart the namespaces closed so
// far: it does so in order, and the end of a cable in here goes with its
// other end in the last of them.
func settle(tb testing.TB) {
	tb.Helper()
	updates, done := make(chan netlink.LinkUpdate, 1024), make(chan struct{})
	defer close(done)
	if err := netlink.LinkSubscribe(updates, done); err != nil {
		tb.Fatal(err)
	}
	ns, err := netns.New()
	if err != nil {
		tb.Fatal(err)
	}
	const name = "settle"
	veth := netlink.NewVeth(netlink.LinkAttrs{Name: name})
	veth.PeerName, veth.PeerNamespace = "eth0", netlink.NsFd(ns.FD())
	if err := netlink.LinkAdd(veth); err != nil {
		tb.Fatal(err)
	}
	if err := ns.Close(); err != nil {
		tb.Fatal(err)
	}
	for u := range updates {
		if u.Header.Type == unix.RTM_DELLINK && u.Attrs().Name == name {
			return
		}
	}
}

// BenchmarkBoot boots a switch with hosts.
func BenchmarkBoot(b *testing.B) {
	for _, size := range benchSizes {
		b.Run(fmt.Sprint(size), func(b *testing.B) {
			b.ReportAllocs()
			t := star(size)
			var took time.Duration
			for b.Loop() {
				begun := time.Now()
				l, err := Boot(b.Context(), t, Options{})
				took += time.Since(begun)
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
			report(b, took, size)
		})
	}
}

func report(b *testing.B, took time.Duration, size int) {
	perLab := float64(took) / float64(b.N) / float64(time.Millisecond)
	b.ReportMetric(perLab, "ms/lab")
	b.ReportMetric(perLab/float64(size)*1000, "µs/host")
}

// BenchmarkClose takes the same network down.
func BenchmarkClose(b *testing.B) {
	for _, size := range benchSizes {
		b.Run(fmt.Sprint(size), func(b *testing.B) {
			t := star(size)
			var took time.Duration
			for b.Loop() {
				b.StopTimer()
				l, err := Boot(b.Context(), t, Options{})
				if err != nil {
					b.Fatal(err)
				}
				b.StartTimer()
				begun := time.Now()
				if err := l.Close(); err != nil {
					b.Fatal(err)
				}
				took += time.Since(begun)
				b.StopTimer()
				settle(b)
				b.StartTimer()
			}
			report(b, took, size)
		})
	}
}

// BenchmarkFloor makes the same network by bare kernel operations: what Boot
// is measured against.
func BenchmarkFloor(b *testing.B) {
	for _, size := range benchSizes {
		b.Run(fmt.Sprint(size), func(b *testing.B) {
			var took time.Duration
			for b.Loop() {
				begun := time.Now()
				spaces := floor(b, size)
				took += time.Since(begun)
				b.StopTimer()
				for _, ns := range spaces {
					if err := ns.close(); err != nil {
						b.Fatal(err)
					}
				}
				settle(b)
				b.StartTimer()
			}
			report(b, took, size)
		})
	}
}
