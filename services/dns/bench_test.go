package dns

import (
	"fmt"
	"net"
	"strings"
	"sync"
	"testing"

	mdns "github.com/miekg/dns"
)

// hammer asks over UDP from several sockets at once, one query in flight on
// each, and reports queries/s.
func hammer(b *testing.B, addr, name string) {
	b.Helper()
	const clients = 16
	out, err := newQuery(name, mdns.TypeA, true, 0).Pack()
	if err != nil {
		b.Fatal(err)
	}
	work := make(chan struct{}, 1024)
	var wg sync.WaitGroup
	for range clients {
		conn, err := net.Dial("udp", addr)
		if err != nil {
			b.Fatal(err)
		}
		defer conn.Close()
		wg.Go(func() { // ends with the work
			buf := make([]byte, 512)
			for range work {
				if _, err := conn.Write(out); err != nil {
					b.Error(err)
					return
				}
				if _, err := conn.Read(buf); err != nil {
					b.Error(err)
					return
				}
			}
		})
	}
	b.ReportAllocs()
	for b.Loop() {
		work <- struct{}{}
	}
	close(work)
	wg.Wait()
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "queries/s")
}

func BenchmarkServer(b *testing.B) {
	zs := abcZones(b)
	addr := serve(b, nil, zs["abc.com."], zs["def.com."])
	for _, name := range []string{"web.abc.com.", "x.y.abc.com.", "nope.def.com."} {
		b.Run(strings.TrimSuffix(name, "."), func(b *testing.B) { hammer(b, addr.String(), name) })
	}
}

func BenchmarkResolverCached(b *testing.B) {
	pc, ln, addr := sockets(b)
	tr := internet(b)
	r, err := NewResolver(ResolverConfig{PacketConn: pc, Listener: ln, Dial: tr.dial, Roots: Roots()})
	if err != nil {
		b.Fatal(err)
	}
	run(b, r)
	hammer(b, addr.String(), "www.google.com.")
}

// BenchmarkResolve walks from the root down each time, over servers in
// memory.
func BenchmarkResolve(b *testing.B) {
	tr := internet(b)
	b.ReportAllocs()
	for b.Loop() {
		if m := tr.resolver(b, nil).lookup(b, "www.google.com.", mdns.TypeA); m.Rcode != mdns.RcodeSuccess {
			b.Fatal(m)
		}
	}
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "resolutions/s")
}

// BenchmarkLookup answers in memory from zones of growing size: the time
// must not grow with them.
func BenchmarkLookup(b *testing.B) {
	for _, size := range []int{10, 1000, 50000} {
		b.Run(fmt.Sprint(size), func(b *testing.B) {
			z := zone(b, "a.com", fmt.Sprintf("@ NS ns.b.com.\n$GENERATE 1-%d h$ A 192.0.2.1\n", size))
			zs := zones{z.origin: z}
			b.ReportAllocs()
			for b.Loop() {
				if r := zs.answer("h7.a.com.", mdns.TypeA); len(r.answer) != 1 {
					b.Fatal(r)
				}
			}
		})
	}
}
