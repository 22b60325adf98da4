package dns

import (
	"fmt"
	"net"
	"net/netip"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	mdns "github.com/miekg/dns"

	"github.com/netrig/netrig/internal/trial"
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
		defer func() { _ = conn.Close() }()
		wg.Go(func() { // ends with the work
			buf := make([]byte, 512)
			for range work {
				_ = conn.SetDeadline(time.Now().Add(10 * time.Second)) // of what is lost, nothing comes
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

// BenchmarkDnsperf has dnsperf ask both servers for two seconds.
func BenchmarkDnsperf(b *testing.B) {
	dnsperf := trial.Tool(b, "dnsperf")
	zs := abcZones(b)
	authority := serve(b, nil, zs["abc.com."], zs["def.com."])
	pc, ln, recursive := sockets(b)
	r, err := NewResolver(ResolverConfig{PacketConn: pc, Listener: ln, Dial: internet(b).dial, Roots: Roots()})
	if err != nil {
		b.Fatal(err)
	}
	run(b, r)
	result := regexp.MustCompile(`(?s)Queries lost:\s+(\d+).*Queries per second:\s+([0-9.]+)`)
	for _, tt := range []struct {
		name    string
		addr    netip.AddrPort
		queries string
	}{
		{"authority", authority, "web.abc.com A\nx.y.abc.com A\nnope.def.com A\nwww.abc.com A\n"},
		{"cached", recursive, "www.google.com A\nnope.google.com A\nwww.cn A\n"},
	} {
		b.Run(tt.name, func(b *testing.B) {
			file := filepath.Join(b.TempDir(), "queries")
			if err := os.WriteFile(file, []byte(tt.queries), 0o600); err != nil {
				b.Fatal(err)
			}
			for b.Loop() {
				out, err := exec.CommandContext(b.Context(), dnsperf, "-s", tt.addr.Addr().String(), "-p", fmt.Sprint(tt.addr.Port()), "-d", file, "-l", "2").CombinedOutput()
				if err != nil {
					b.Fatalf("%v\n%s", err, out)
				}
				m := result.FindSubmatch(out)
				if m == nil {
					b.Fatalf("no result in\n%s", out)
				}
				lost, _ := strconv.ParseFloat(string(m[1]), 64)
				rate, _ := strconv.ParseFloat(string(m[2]), 64)
				b.ReportMetric(lost, "lost")
				b.ReportMetric(rate, "queries/s")
			}
		})
	}
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
