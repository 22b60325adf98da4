package dns

import (
	"context"
	"encoding/json"
	"fmt"
	"log/slog"
	"net"
	"net/netip"
	"strings"
	"sync"
	"testing"

	mdns "github.com/miekg/dns"
	"github.com/netrig/netrig/services"
	"go.uber.org/goleak"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// journal keeps events.
type journal struct {
	mu     sync.Mutex
	events []map[string]any
}

func newJournal() (*journal, *slog.Logger) {
	j := &journal{}
	return j, slog.New(slog.NewJSONHandler(j, nil))
}

func (j *journal) Write(p []byte) (int, error) {
	var e map[string]any
	if err := json.Unmarshal(p, &e); err != nil {
		return 0, err
	}
	delete(e, "time")
	delete(e, "duration")
	j.mu.Lock()
	defer j.mu.Unlock()
	j.events = append(j.events, e)
	return len(p), nil
}

// all returns the events of that name so far.
func (j *journal) all(name string) []map[string]any {
	j.mu.Lock()
	defer j.mu.Unlock()
	var out []map[string]any
	for _, e := range j.events {
		if e["msg"] == name {
			out = append(out, e)
		}
	}
	return out
}

// sockets opens a UDP and a TCP socket on one port of the loopback.
func sockets(tb testing.TB) (net.PacketConn, net.Listener, netip.AddrPort) {
	tb.Helper()
	for range 20 {
		ln, err := net.Listen("tcp", "127.0.0.1:0")
		if err != nil {
			tb.Fatal(err)
		}
		pc, err := net.ListenPacket("udp", ln.Addr().String())
		if err == nil {
			return pc, ln, addrPort(ln.Addr())
		}
		_ = ln.Close() // the port is taken for UDP
	}
	tb.Fatal("no port is free for both UDP and TCP")
	return nil, nil, netip.AddrPort{}
}

// run serves until the test ends.
func run(tb testing.TB, s services.Server) {
	tb.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	go func() { ended <- s.Serve(ctx) }()
	tb.Cleanup(func() {
		cancel()
		if err := <-ended; err != nil {
			tb.Errorf("Serve: %v", err)
		}
	})
}

// serve runs an authoritative server on loopback.
func serve(tb testing.TB, log *slog.Logger, zones ...*Zone) netip.AddrPort {
	tb.Helper()
	pc, ln, addr := sockets(tb)
	s, err := NewServer(ServerConfig{Zones: zones, PacketConn: pc, Listener: ln, Logger: log})
	if err != nil {
		tb.Fatal(err)
	}
	run(tb, s)
	return addr
}

func abcZones(tb testing.TB) zones {
	tb.Helper()
	zs := make(zones)
	for _, z := range []*Zone{
		zone(tb, ".", "@ NS a.root-servers.net.\na.root-servers.net. A 198.41.0.4\ncom. NS a.gtld-servers.net.\na.gtld-servers.net. A 192.5.6.30\n"),
		zone(tb, "abc.com", `$TTL 300
@ NS ns1
@ NS ns.far.org.
@ MX 10 mail
ns1 A 192.0.2.1
mail A 192.0.2.2
mail AAAA 2001:db8::2
www CNAME web
web A 192.0.2.3
web TXT "hello"
* A 192.0.2.9
* MX 10 mail
*.alias CNAME web
deep.under.here A 192.0.2.4
out CNAME www.def.com.
away CNAME www.google.com.
dangling CNAME nothing.def.com.
loop1 CNAME loop2
loop2 CNAME loop1
sub NS ns.sub
sub NS ns.def.com.
sub DS 1 8 2 ABCDEF0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF0123456789
ns.sub A 192.0.2.53
ns.sub AAAA 2001:db8::53
into CNAME www.sub
_sip._tcp SRV 1 2 5060 mail
d DNAME def.com.
`),
		zone(tb, "def.com", "@ NS ns\nns A 192.0.2.10\nwww 60 A 192.0.2.11\nhere.abc A 192.0.2.12\n"),
		zone(tb, "sub.def.com", "@ NS ns\nns A 192.0.2.13\n"),
	} {
		zs[z.origin] = z
	}
	return zs
}

// show writes a reply as dig does, one record a line and with tabs as
// blanks.
func show(r reply) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s aa=%t\n", rcodeName(r.rcode), r.aa)
	for _, section := range []struct {
		name string
		rrs  []mdns.RR
	}{{"answer", r.answer}, {"authority", r.authority}, {"glue", r.glue}, {"extra", r.extra}} {
		for _, rr := range section.rrs {
			fmt.Fprintf(&b, "%s: %s\n", section.name, strings.ReplaceAll(rr.String(), "\t", " "))
		}
	}
	return b.String()
}
