package dns

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/netip"
	"strings"
	"sync"
	"syscall"
	"testing"

	mdns "github.com/miekg/dns"
)

// handler answers one query; nil is silence.
type handler func(q *mdns.Msg, network string) *mdns.Msg

// tree is the servers of an internet in memory, by address.
type tree struct {
	mu      sync.Mutex
	servers map[string]handler
	asked   []string // "ADDRESS NETWORK NAME TYPE", in order
	wg      sync.WaitGroup
}

// authority answers as an authoritative server for the zones.
func authority(zs ...*Zone) handler {
	s := &Server{zones: make(zones), udpSize: defaultUDPSize, log: logger(nil)}
	for _, z := range zs {
		s.zones[z.origin] = z
	}
	return func(q *mdns.Msg, network string) *mdns.Msg {
		raw, err := q.Pack()
		if err != nil {
			return nil
		}
		return s.answer(context.Background(), request{raw: raw, network: network})
	}
}

// silent takes queries and answers none.
func silent(*mdns.Msg, string) *mdns.Msg { return nil }

// fails answers everything with a code.
func fails(rcode int) handler {
	return func(q *mdns.Msg, _ string) *mdns.Msg {
		m := new(mdns.Msg)
		m.SetRcode(q, rcode)
		return m
	}
}

// dial connects to a server of the tree.
func (tr *tree) dial(_ context.Context, network, address string) (net.Conn, error) {
	host, port, err := net.SplitHostPort(address)
	if err != nil {
		return nil, err
	}
	if port != "53" {
		return nil, fmt.Errorf("dial %s: servers listen on port 53", address)
	}
	tr.mu.Lock()
	h := tr.servers[host]
	tr.mu.Unlock()
	if h == nil {
		return nil, &net.OpError{Op: "dial", Net: network, Err: syscall.EHOSTUNREACH}
	}
	near, far := net.Pipe()
	tr.wg.Go(func() { // ends when the client closes
		defer func() { _ = far.Close() }()
		for {
			raw, err := tr.read(far, network)
			if err != nil {
				return
			}
			q := new(mdns.Msg)
			if err := q.Unpack(raw); err != nil {
				return
			}
			tr.mu.Lock()
			tr.asked = append(tr.asked, fmt.Sprintf("%s %s %s %s", host, network, q.Question[0].Name, typeName(q.Question[0].Qtype)))
			tr.mu.Unlock()
			m := h(q, network)
			if m == nil {
				_, _ = io.Copy(io.Discard, far)
				return
			}
			out, err := m.Pack()
			if err != nil {
				return
			}
			if network == "tcp" {
				err = writeMessage(far, out)
			} else {
				_, err = far.Write(out)
			}
			if err != nil {
				return
			}
		}
	})
	return near, nil
}

func (tr *tree) read(conn net.Conn, network string) ([]byte, error) {
	if network == "tcp" {
		return readMessage(conn, nil)
	}
	buf := make([]byte, mdns.MaxMsgSize)
	n, err := conn.Read(buf)
	return buf[:n], err
}

// take returns what was asked since the last call.
func (tr *tree) take() string {
	tr.mu.Lock()
	defer tr.mu.Unlock()
	s := strings.Join(tr.asked, "\n")
	tr.asked = nil
	return s
}

const (
	comServer    = "192.5.6.30"
	cnServer     = "203.119.25.1"
	googleServer = "216.239.32.10"
	otherServer  = "192.0.2.53"
)

// internetZones returns the zones of a small internet by the address that serves them.
func internetZones(tb testing.TB) map[string][]*Zone {
	tb.Helper()
	roots := ""
	for _, r := range Roots() {
		roots += fmt.Sprintf(". NS %s\n%s A %s\n", r.Name, r.Name, r.Address)
	}
	zs := map[string][]*Zone{
		comServer: {zone(tb, "com", `$TTL 172800
@ NS a.gtld-servers.net.
google NS ns1.google
ns1.google A 216.239.32.10
glueless NS ns.other
other NS ns.other
ns.other A 192.0.2.53
circle1 NS ns.circle2
circle2 NS ns.circle1
evil NS ns.evil
ns.evil A 192.0.2.66
mute NS ns.mute
ns.mute A 192.0.2.77
self NS ns.self
`)},
		cnServer: {zone(tb, "cn", "@ NS a.dns.cn.\na.dns A 203.119.25.1\nwww CNAME www.google.com.\n")},
		googleServer: {zone(tb, "google.com", `$TTL 300
@ NS ns1
ns1 A 216.239.32.10
www CNAME www.l
www.l 60 A 172.194.72.105
www.l 60 A 172.194.72.147
chain CNAME www.glueless.com.
dead CNAME nothing
once 0 A 192.0.2.1
loop CNAME loop2
loop2 CNAME loop
deep.er.name A 192.0.2.2
$GENERATE 1-100 many A 192.0.2.$
big TXT "0123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789"
`)},
		otherServer: {zone(tb, "glueless.com", "@ NS ns.other.com.\nwww A 192.0.2.80\n"), zone(tb, "other.com", "@ NS ns\nns A 192.0.2.53\n*.abc A 192.0.2.81\n")},
	}
	for _, r := range Roots() {
		zs[r.Address.String()] = []*Zone{zone(tb, ".", roots+"com. NS a.gtld-servers.net.\ncn. NS a.dns.cn.\na.gtld-servers.net. A 192.5.6.30\na.dns.cn. A 203.119.25.1\n")}
	}
	return zs
}

// internet returns a small internet in memory.
func internet(tb testing.TB) *tree {
	tb.Helper()
	tr := &tree{servers: make(map[string]handler)}
	for addr, zs := range internetZones(tb) {
		tr.servers[addr] = authority(zs...)
	}
	return tr
}

// resolver returns a resolver over the tree, to be asked by lookup.
func (tr *tree) resolver(tb testing.TB, change func(*ResolverConfig)) *Resolver {
	tb.Helper()
	c := ResolverConfig{Dial: tr.dial, Roots: Roots()}
	if change != nil {
		change(&c)
	}
	pc, err := net.ListenPacket("udp", "127.0.0.1:0") // never read: lookup does without
	if err != nil {
		tb.Fatal(err)
	}
	if err := pc.Close(); err != nil {
		tb.Fatal(err)
	}
	c.PacketConn = pc
	r, err := NewResolver(c)
	if err != nil {
		tb.Fatal(err)
	}
	return r
}

// lookup asks the resolver as a client over TCP would.
func (r *Resolver) lookup(tb testing.TB, name string, typ uint16) *mdns.Msg {
	tb.Helper()
	return r.ask(tb, newQuery(name, typ, true, 0), "tcp")
}

func (r *Resolver) ask(tb testing.TB, q *mdns.Msg, network string) *mdns.Msg {
	tb.Helper()
	raw, err := q.Pack()
	if err != nil {
		tb.Fatal(err)
	}
	m := r.answer(tb.Context(), request{raw: raw, network: network})
	if m == nil {
		tb.Fatal(errors.New("no answer"))
	}
	return m
}

// brief writes a response on one line: code, then name, TTL and data of each
// answer.
func brief(m *mdns.Msg) string {
	s := rcodeName(m.Rcode)
	for _, rr := range m.Answer {
		s += fmt.Sprintf(", %s %d %s %s", rr.Header().Name, rr.Header().Ttl, typeName(rr.Header().Rrtype), data(rr))
	}
	return s
}

func addrOf(s string) netip.Addr { return netip.MustParseAddr(s) }
