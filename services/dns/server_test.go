package dns

import (
	"context"
	"encoding/hex"
	"io"
	"net"
	"net/netip"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	mdns "github.com/miekg/dns"
	"github.com/netrig/netrig/services"
)

var (
	_ services.Server = (*Server)(nil)
	_ services.Server = (*Resolver)(nil)
)

const (
	abcSOA  = "authority: abc.com. 300 IN SOA ns1.abc.com. hostmaster.abc.com. 1 7200 3600 1209600 300\n"
	defSOA  = "authority: def.com. 300 IN SOA ns1.def.com. hostmaster.def.com. 1 7200 3600 1209600 300\n"
	rootSOA = "authority: . 300 IN SOA ns1. hostmaster. 1 7200 3600 1209600 300\n"
)

func TestLookup(t *testing.T) {
	tests := []struct {
		name, qname string
		typ         uint16
		want        string
	}{
		{"answer, RFC 1034 4.3.2 3a", "web.abc.com.", mdns.TypeA, "NOERROR aa=true\nanswer: web.abc.com. 300 IN A 192.0.2.3\n"},
		{"case does not matter, RFC 4343", "WeB.aBc.CoM.", mdns.TypeA, "NOERROR aa=true\nanswer: web.abc.com. 300 IN A 192.0.2.3\n"},
		{"no data, RFC 2308 2.2", "web.abc.com.", mdns.TypeAAAA, "NOERROR aa=true\n" + abcSOA},
		{"no name, RFC 2308 2.1", "nope.def.com.", mdns.TypeA, "NXDOMAIN aa=true\n" + defSOA},
		{"empty non-terminal, RFC 8020", "under.here.abc.com.", mdns.TypeA, "NOERROR aa=true\n" + abcSOA},
		{"alias", "www.abc.com.", mdns.TypeA, "NOERROR aa=true\nanswer: www.abc.com. 300 IN CNAME web.abc.com.\nanswer: web.abc.com. 300 IN A 192.0.2.3\n"},
		{"alias itself", "www.abc.com.", mdns.TypeCNAME, "NOERROR aa=true\nanswer: www.abc.com. 300 IN CNAME web.abc.com.\n"},
		{"alias without data", "www.abc.com.", mdns.TypeAAAA, "NOERROR aa=true\nanswer: www.abc.com. 300 IN CNAME web.abc.com.\n" + abcSOA},
		{"alias into another zone", "out.abc.com.", mdns.TypeA, "NOERROR aa=true\nanswer: out.abc.com. 300 IN CNAME www.def.com.\nanswer: www.def.com. 60 IN A 192.0.2.11\n"},
		{"alias to nothing, RFC 6604", "dangling.abc.com.", mdns.TypeA, "NXDOMAIN aa=true\nanswer: dangling.abc.com. 300 IN CNAME nothing.def.com.\n" + defSOA},
		{"alias out to a delegation", "away.abc.com.", mdns.TypeA, "NOERROR aa=true\nanswer: away.abc.com. 300 IN CNAME www.google.com.\nauthority: com. 3600 IN NS a.gtld-servers.net.\nextra: a.gtld-servers.net. 3600 IN A 192.5.6.30\n"},
		{"aliases in a circle", "loop1.abc.com.", mdns.TypeA, "NOERROR aa=true\nanswer: loop1.abc.com. 300 IN CNAME loop2.abc.com.\nanswer: loop2.abc.com. 300 IN CNAME loop1.abc.com.\n"},
		{"wildcard, RFC 4592 2.1.1", "any.abc.com.", mdns.TypeA, "NOERROR aa=true\nanswer: any.abc.com. 300 IN A 192.0.2.9\n"},
		{"wildcard over several labels", "x.y.z.abc.com.", mdns.TypeA, "NOERROR aa=true\nanswer: x.y.z.abc.com. 300 IN A 192.0.2.9\n"},
		{"wildcard without the type, RFC 4592 2.2.1", "any.abc.com.", mdns.TypeTXT, "NOERROR aa=true\n" + abcSOA},
		{"wildcard not below a name that exists, RFC 4592 4.2", "x.web.abc.com.", mdns.TypeA, "NXDOMAIN aa=true\n" + abcSOA},
		{"wildcard not below an empty non-terminal", "x.here.abc.com.", mdns.TypeA, "NXDOMAIN aa=true\n" + abcSOA},
		{"wildcard itself", "*.abc.com.", mdns.TypeA, "NOERROR aa=true\nanswer: *.abc.com. 300 IN A 192.0.2.9\n"},
		{"wildcard alias", "q.alias.abc.com.", mdns.TypeA, "NOERROR aa=true\nanswer: q.alias.abc.com. 300 IN CNAME web.abc.com.\nanswer: web.abc.com. 300 IN A 192.0.2.3\n"},
		{"wildcard with additional", "x.abc.com.", mdns.TypeMX, "NOERROR aa=true\nanswer: x.abc.com. 300 IN MX 10 mail.abc.com.\nextra: mail.abc.com. 300 IN A 192.0.2.2\nextra: mail.abc.com. 300 IN AAAA 2001:db8::2\n"},
		{"referral, RFC 1034 4.3.2 3b", "www.sub.abc.com.", mdns.TypeA, "NOERROR aa=false\nauthority: sub.abc.com. 300 IN NS ns.sub.abc.com.\nauthority: sub.abc.com. 300 IN NS ns.def.com.\n" +
			"authority: sub.abc.com. 300 IN DS 1 8 2 ABCDEF0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF0123456789\nglue: ns.sub.abc.com. 300 IN A 192.0.2.53\nglue: ns.sub.abc.com. 300 IN AAAA 2001:db8::53\n"},
		{"referral for the NS themselves", "sub.abc.com.", mdns.TypeNS, "NOERROR aa=false\nauthority: sub.abc.com. 300 IN NS ns.sub.abc.com.\nauthority: sub.abc.com. 300 IN NS ns.def.com.\n" +
			"authority: sub.abc.com. 300 IN DS 1 8 2 ABCDEF0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF0123456789\nglue: ns.sub.abc.com. 300 IN A 192.0.2.53\nglue: ns.sub.abc.com. 300 IN AAAA 2001:db8::53\n"},
		{"glue is no answer", "ns.sub.abc.com.", mdns.TypeA, "NOERROR aa=false\nauthority: sub.abc.com. 300 IN NS ns.sub.abc.com.\nauthority: sub.abc.com. 300 IN NS ns.def.com.\n" +
			"authority: sub.abc.com. 300 IN DS 1 8 2 ABCDEF0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF0123456789\nglue: ns.sub.abc.com. 300 IN A 192.0.2.53\nglue: ns.sub.abc.com. 300 IN AAAA 2001:db8::53\n"},
		{"DS is of the zone above, RFC 4035 3.1.4.1", "sub.abc.com.", mdns.TypeDS, "NOERROR aa=true\nanswer: sub.abc.com. 300 IN DS 1 8 2 ABCDEF0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF0123456789\n"},
		{"DS of a zone of which both sides are here", "sub.def.com.", mdns.TypeDS, "NXDOMAIN aa=true\n" + defSOA},
		{"longest match", "ns.sub.def.com.", mdns.TypeA, "NOERROR aa=true\nanswer: ns.sub.def.com. 3600 IN A 192.0.2.13\n"},
		{"apex", "abc.com.", mdns.TypeNS, "NOERROR aa=true\nanswer: abc.com. 300 IN NS ns1.abc.com.\nanswer: abc.com. 300 IN NS ns.far.org.\nextra: ns1.abc.com. 300 IN A 192.0.2.1\n"},
		{"SRV with additional, RFC 2782", "_sip._tcp.abc.com.", mdns.TypeSRV, "NOERROR aa=true\nanswer: _sip._tcp.abc.com. 300 IN SRV 1 2 5060 mail.abc.com.\nextra: mail.abc.com. 300 IN A 192.0.2.2\nextra: mail.abc.com. 300 IN AAAA 2001:db8::2\n"},
		{"any, RFC 8482 4.1", "web.abc.com.", mdns.TypeANY, "NOERROR aa=true\nanswer: web.abc.com. 300 IN A 192.0.2.3\n"},
		{"any of an alias", "www.abc.com.", mdns.TypeANY, "NOERROR aa=true\nanswer: www.abc.com. 300 IN CNAME web.abc.com.\n"},
		{"below a DNAME, RFC 6672 3.2", "www.d.abc.com.", mdns.TypeA, "NOERROR aa=true\nanswer: d.abc.com. 300 IN DNAME def.com.\nanswer: www.d.abc.com. 300 IN CNAME www.def.com.\nanswer: www.def.com. 60 IN A 192.0.2.11\n"},
		{"DNAME into too long a name, RFC 6672 2.2", strings.Repeat("a23456789b23456789c23456789d23456789e23456789f23456789g2345678.", 3) + strings.Repeat("x", 50) + ".d.abc.com.", mdns.TypeA,
			"NXDOMAIN aa=true\nanswer: d.abc.com. 300 IN DNAME def.com.\nanswer: " + strings.Repeat("a23456789b23456789c23456789d23456789e23456789f23456789g2345678.", 3) + strings.Repeat("x", 50) + ".d.abc.com. 300 IN CNAME " +
				strings.Repeat("a23456789b23456789c23456789d23456789e23456789f23456789g2345678.", 3) + strings.Repeat("x", 50) + ".def.com.\n" + defSOA},
		{"DNAME itself", "d.abc.com.", mdns.TypeA, "NOERROR aa=true\n" + abcSOA},
		{"alias into a delegation", "into.abc.com.", mdns.TypeTXT, "NOERROR aa=true\nanswer: into.abc.com. 300 IN CNAME www.sub.abc.com.\nauthority: sub.abc.com. 300 IN NS ns.sub.abc.com.\nauthority: sub.abc.com. 300 IN NS ns.def.com.\n" +
			"authority: sub.abc.com. 300 IN DS 1 8 2 ABCDEF0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF0123456789\nglue: ns.sub.abc.com. 300 IN A 192.0.2.53\nglue: ns.sub.abc.com. 300 IN AAAA 2001:db8::53\n"},
		{"root refers", "www.google.com.", mdns.TypeA, "NOERROR aa=false\nauthority: com. 3600 IN NS a.gtld-servers.net.\nextra: a.gtld-servers.net. 3600 IN A 192.5.6.30\n"},
		{"root denies", "www.nowhere.", mdns.TypeA, "NXDOMAIN aa=true\n" + rootSOA},
		{"root itself", ".", mdns.TypeNS, "NOERROR aa=true\nanswer: . 3600 IN NS a.root-servers.net.\nextra: a.root-servers.net. 3600 IN A 198.41.0.4\n"},
	}
	zs := abcZones(t)
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, show(zs.answer(tt.qname, tt.typ))); diff != "" {
				t.Errorf("reply (-want +got):\n%s", diff)
			}
		})
	}
	delete(zs, ".")
	if got := show(zs.answer("www.google.com.", mdns.TypeA)); got != "REFUSED aa=false\n" {
		t.Errorf("outside of the zones: %s", got)
	}
}

// wire is a message as annotated hex: blanks and what follows # do not count.
func wire(tb testing.TB, s string) []byte {
	tb.Helper()
	var digits strings.Builder
	for line := range strings.Lines(s) {
		line, _, _ = strings.Cut(line, "#")
		digits.WriteString(strings.Join(strings.Fields(line), ""))
	}
	b, err := hex.DecodeString(digits.String())
	if err != nil {
		tb.Fatal(err)
	}
	return b
}

// TestServerWire asks and answers octet by octet.
func TestServerWire(t *testing.T) {
	const question = `
		03 77 77 77 03 61 62 63 03 63 6f 6d 00	# www.abc.com.
		00 01 00 01				# A IN
	`
	tests := []struct{ name, query, want string }{
		{"answer, compressed (RFC 1035 4.1.4)", "12 34 01 00 00 01 00 00 00 00 00 00" + question, `
			12 34 85 00 00 01 00 02 00 00 00 00	# QR AA RD, 1 question, 2 answers` + question + `
			c0 0c 00 05 00 01 00 00 01 2c 00 06	# www.abc.com. CNAME, 300 s
			03 77 65 62 c0 10			# web.abc.com.
			c0 29 00 01 00 01 00 00 01 2c 00 04	# web.abc.com. A, 300 s
			c0 00 02 03				# 192.0.2.3`},
		{"EDNS version 1 (RFC 6891 6.1.3)", "12 34 00 00 00 01 00 00 00 00 00 01" + question + "00 00 29 10 00 00 01 00 00 00 00", `
			12 34 80 00 00 01 00 00 00 00 00 01` + question + `
			00 00 29 04 d0 01 00 00 00 00 00	# OPT, 1232 octets, rcode 16 BADVERS`},
		{"two OPT (RFC 6891 6.1.1)", "12 34 00 00 00 01 00 00 00 00 00 02" + question + "00 00 29 10 00 00 00 00 00 00 00 00 00 29 10 00 00 00 00 00 00 00", "12 34 80 01 00 00 00 00 00 00 00 00"},
		{"no question", "12 34 00 00 00 00 00 00 00 00 00 00", "12 34 80 01 00 00 00 00 00 00 00 00"},
		{"two questions (RFC 9619)", "12 34 00 00 00 02 00 00 00 00 00 00" + question + question, "12 34 80 01 00 00 00 00 00 00 00 00"},
		{"cut short", "12 34 01 00 00 01 00 00 00 00 00 00 03 77 77", "12 34 81 01 00 00 00 00 00 00 00 00"},
		{"a name that points to itself", "12 34 01 00 00 01 00 00 00 00 00 00 c0 0c 00 01 00 01", "12 34 81 01 00 00 00 00 00 00 00 00"},
		{"opcode NOTIFY", "12 34 20 00 00 01 00 00 00 00 00 00" + question, "12 34 a0 04 00 00 00 00 00 00 00 00"},
		{"class CH", "12 34 00 00 00 01 00 00 00 00 00 00 03 77 77 77 00 00 01 00 03", "12 34 80 05 00 01 00 00 00 00 00 00 03 77 77 77 00 00 01 00 03"},
		{"transfer", "12 34 00 00 00 01 00 00 00 00 00 00 00 00 fc 00 01", "12 34 80 05 00 01 00 00 00 00 00 00 00 00 fc 00 01"},
		{"a response", "12 34 81 00 00 01 00 00 00 00 00 00" + question, ""},
		{"too short for a header", "12 34 01", ""},
	}
	s := &Server{zones: abcZones(t), udpSize: defaultUDPSize, log: logger(nil)}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var got []byte
			if m := s.answer(t.Context(), request{raw: wire(t, tt.query), network: "udp"}); m != nil {
				var err error
				if got, err = m.Pack(); err != nil {
					t.Fatal(err)
				}
			}
			if diff := cmp.Diff(hex.Dump(wire(t, tt.want)), hex.Dump(got)); diff != "" {
				t.Errorf("response (-want +got):\n%s", diff)
			}
		})
	}
}

// TestTruncation fills answers to the brim (RFC 2181, Section 9; RFC 6891).
func TestTruncation(t *testing.T) {
	s := &Server{zones: make(zones), udpSize: 1400, log: logger(nil)}
	many := zone(t, "a.com", "@ NS ns.b.com.\n$GENERATE 1-40 many A 192.0.2.$\n$GENERATE 1-20 mx MX $ mail$\n$GENERATE 1-20 mail$ A 192.0.2.$\n$GENERATE 1-13 sub NS ns$.sub\n$GENERATE 1-13 ns$.sub AAAA 2001:db8::$\n")
	s.zones[many.origin] = many
	tests := []struct {
		name, qname, network string
		typ                  uint16
		edns                 uint16
		limit                int
		tc                   bool
	}{
		{"no EDNS", "many.a.com.", "udp", mdns.TypeA, 0, 512, true},
		{"EDNS below 512 counts as 512, RFC 6891 6.2.3", "many.a.com.", "udp", mdns.TypeA, 100, 512, true},
		{"EDNS of 1232", "many.a.com.", "udp", mdns.TypeA, 1232, 1232, false},
		{"EDNS above what the server sends", "many.a.com.", "udp", mdns.TypeA, 65535, 1400, false},
		{"TCP", "many.a.com.", "tcp", mdns.TypeA, 0, 65535, false},
		{"additional is left out silently, RFC 2181 9", "mx.a.com.", "udp", mdns.TypeMX, 0, 512, false},
		{"glue is not, RFC 9471", "x.sub.a.com.", "udp", mdns.TypeA, 0, 512, true},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			raw, err := newQuery(tt.qname, tt.typ, false, tt.edns).Pack()
			if err != nil {
				t.Fatal(err)
			}
			m := s.answer(t.Context(), request{raw: raw, network: tt.network})
			out, err := m.Pack()
			if err != nil {
				t.Fatal(err)
			}
			if len(out) > tt.limit || m.Truncated != tt.tc {
				t.Errorf("%d octets with TC %t, want at most %d with %t", len(out), m.Truncated, tt.limit, tt.tc)
			}
			if (m.IsEdns0() != nil) != (tt.edns > 0) {
				t.Errorf("OPT in the response: %t", m.IsEdns0() != nil)
			}
		})
	}
}

// TestServerNetwork asks over sockets: UDP, the turn to TCP, several queries
// on one connection, and events.
func TestServerNetwork(t *testing.T) {
	j, log := newJournal()
	addr := serve(t, log, zone(t, "a.com", "@ NS ns\nns A 192.0.2.1\n$GENERATE 1-60 many A 192.0.2.$\n"))
	c := &Client{Dial: (&net.Dialer{}).DialContext, Nameservers: func() []netip.AddrPort { return []netip.AddrPort{addr} }}
	a, err := c.Lookup(t.Context(), "many.a.com", "a")
	if err != nil {
		t.Fatal(err)
	}
	if a.Network != "tcp" || len(a.Addrs) != 60 || a.Rcode != "NOERROR" || a.Server != addr.Addr() {
		t.Errorf("got %+v", a)
	}
	if a, err = c.Lookup(t.Context(), "ns.a.com", "A"); err != nil || a.Network != "udp" {
		t.Errorf("got %+v, %v", a, err)
	}
	want := Answer{Name: "ns.a.com.", Type: "A", Server: addr.Addr(), Network: "udp", Rcode: "NOERROR",
		Records: []string{"ns.a.com.\t3600\tIN\tA\t192.0.2.1"}, Values: []string{"192.0.2.1"}, Addrs: []netip.Addr{netip.MustParseAddr("192.0.2.1")}, Duration: a.Duration}
	if diff := cmp.Diff(want, a, cmp.Comparer(func(a, b netip.Addr) bool { return a == b })); diff != "" {
		t.Errorf("answer (-want +got):\n%s", diff)
	}

	conn, err := net.Dial("tcp", addr.String())
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = conn.Close() }()
	ids := make(map[uint16]bool)
	for range 50 { // more than are answered at a time
		q := newQuery("ns.a.com.", mdns.TypeA, false, 0)
		ids[q.Id] = true
		out, err := q.Pack()
		if err != nil {
			t.Fatal(err)
		}
		if err := writeMessage(conn, out); err != nil {
			t.Fatal(err)
		}
	}
	for range 50 {
		raw, err := readMessage(conn, nil)
		if err != nil {
			t.Fatal(err)
		}
		m := new(mdns.Msg)
		if err := m.Unpack(raw); err != nil || len(m.Answer) != 1 {
			t.Fatalf("%v: %v", m, err)
		}
		delete(ids, m.Id)
	}
	if len(ids) != 0 {
		t.Errorf("%d queries of a connection are unanswered", len(ids))
	}
	queries, answers := j.all("query"), j.all("answer")
	if len(queries) != 53 || len(answers) != 53 {
		t.Fatalf("%d queries and %d answers, want 53", len(queries), len(answers))
	}
	wantEvent := map[string]any{"level": "INFO", "msg": "answer", "network": "udp", "name": "ns.a.com.", "type": "A", "rcode": "NOERROR", "authoritative": true, "truncated": false,
		"records": []any{"ns.a.com.\t3600\tIN\tA\t192.0.2.1"}, "id": answers[2]["id"], "to": answers[2]["to"]}
	if diff := cmp.Diff(wantEvent, answers[2]); diff != "" {
		t.Errorf("answer event (-want +got):\n%s", diff)
	}
}

// TestServerSource asks a server that is bound to all addresses: the answer
// comes from the one that was asked.
func TestServerSource(t *testing.T) {
	pc, err := net.ListenPacket("udp", ":0")
	if err != nil {
		t.Fatal(err)
	}
	s, err := NewServer(ServerConfig{Zones: []*Zone{zone(t, "a.com", "w A 192.0.2.1\n")}, PacketConn: pc})
	if err != nil {
		t.Fatal(err)
	}
	run(t, s)
	for _, host := range []string{"127.0.0.1", "127.0.0.2", "127.1.2.3"} {
		server := netip.AddrPortFrom(netip.MustParseAddr(host), addrPort(pc.LocalAddr()).Port())
		c := &Client{Dial: (&net.Dialer{}).DialContext, Attempts: 1, Nameservers: func() []netip.AddrPort { return []netip.AddrPort{server} }}
		if a, err := c.Lookup(t.Context(), "w.a.com", "A"); err != nil || len(a.Addrs) != 1 {
			t.Errorf("%s: %+v, %v", host, a, err)
		}
	}
}

// TestServerSlow has clients that say half of something, or nothing; the
// server ends in spite of them.
func TestServerSlow(t *testing.T) {
	pc, ln, addr := sockets(t)
	s, err := NewServer(ServerConfig{Zones: []*Zone{zone(t, "a.com", "w A 192.0.2.1\n")}, PacketConn: pc, Listener: ln})
	if err != nil {
		t.Fatal(err)
	}
	conns := make([]net.Conn, 3)
	for i, s := range []string{"", "\x00", "\x00\x20half"} { // before Serve runs
		if conns[i], err = net.Dial("tcp", addr.String()); err != nil {
			t.Fatal(err)
		}
		defer func() { _ = conns[i].Close() }()
		if _, err := io.WriteString(conns[i], s); err != nil {
			t.Fatal(err)
		}
	}
	ctx, cancel := context.WithCancel(t.Context())
	ended := make(chan error, 1)
	go func() { ended <- s.Serve(ctx) }()
	c := &Client{Dial: (&net.Dialer{}).DialContext, TCP: true, Nameservers: func() []netip.AddrPort { return []netip.AddrPort{addr} }}
	if _, err := c.Lookup(t.Context(), "w.a.com", "A"); err != nil {
		t.Error(err)
	}
	cancel()
	if err := <-ended; err != nil {
		t.Errorf("Serve: %v", err)
	}
	for _, c := range conns {
		_ = c.SetReadDeadline(time.Now().Add(5 * time.Second))
		if _, err := c.Read(make([]byte, 1)); err == nil || strings.Contains(err.Error(), "timeout") {
			t.Errorf("the connection is open: %v", err)
		}
	}
}

// TestServerSocketFails closes a socket behind the server's back.
func TestServerSocketFails(t *testing.T) {
	pc, ln, _ := sockets(t)
	s, err := NewServer(ServerConfig{Zones: []*Zone{zone(t, "a.com", "")}, PacketConn: pc, Listener: ln})
	if err != nil {
		t.Fatal(err)
	}
	if err := pc.Close(); err != nil {
		t.Fatal(err)
	}
	if err := s.Serve(t.Context()); err == nil {
		t.Error("Serve returned nil over a closed socket")
	}
	if _, err := ln.Accept(); err == nil {
		t.Error("the other socket is open still")
	}
}

// TestPanic lets answering panic: the client hears SERVFAIL, the log all of
// it, and the server goes on.
func TestPanic(t *testing.T) {
	j, log := newJournal()
	tr := &transport{log: log, answer: func(context.Context, request) *mdns.Msg { panic("out of luck") }}
	out := tr.respond(t.Context(), request{raw: wire(t, "12 34 01 00 00 01 00 00 00 00 00 00 00 00 01 00 01")})
	if diff := cmp.Diff(wire(t, "12 34 81 02 00 00 00 00 00 00 00 00"), out); diff != "" {
		t.Errorf("response (-want +got):\n%s", diff)
	}
	if e := j.all("panic"); len(e) != 1 || e[0]["panic"] != "out of luck" {
		t.Errorf("events %v", e)
	}
}

func TestNewServerMistakes(t *testing.T) {
	pc, ln, _ := sockets(t)
	defer func() { _ = pc.Close() }()
	defer func() { _ = ln.Close() }()
	z := zone(t, "a.com", "")
	tests := []struct {
		name, want string
		c          ServerConfig
	}{
		{"no socket", "dns: a server without a socket; give it a PacketConn, a Listener or both", ServerConfig{Zones: []*Zone{z}}},
		{"no zone", "dns: a server without zones has nothing to answer; give it one", ServerConfig{PacketConn: pc}},
		{"twice", "dns: zone a.com. is there twice; join the two", ServerConfig{PacketConn: pc, Zones: []*Zone{z, zone(t, "A.com.", "")}}},
		{"nil", "dns: a zone that did not come from ParseZone", ServerConfig{PacketConn: pc, Zones: []*Zone{nil}}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if _, err := NewServer(tt.c); err == nil || err.Error() != tt.want {
				t.Errorf("got %v, want %s", err, tt.want)
			}
		})
	}
}

func FuzzServer(f *testing.F) {
	s := &Server{zones: abcZones(f), udpSize: defaultUDPSize, log: logger(nil)}
	for _, name := range []string{"www.abc.com.", "x.y.abc.com.", "www.sub.abc.com.", "a.d.abc.com.", "."} {
		raw, err := newQuery(name, mdns.TypeA, true, 1232).Pack()
		if err != nil {
			f.Fatal(err)
		}
		f.Add(raw, true)
		f.Add(raw[:len(raw)-3], false)
	}
	f.Fuzz(func(t *testing.T, raw []byte, udp bool) {
		network := "tcp"
		if udp {
			network = "udp"
		}
		m := s.answer(t.Context(), request{raw: raw, network: network})
		if m == nil {
			if len(raw) >= headerSize && raw[2]&0x80 == 0 {
				t.Fatal("a query without an answer")
			}
			return
		}
		out, err := m.Pack()
		if err != nil {
			t.Fatal(err)
		}
		if udp && len(out) > defaultUDPSize {
			t.Fatalf("%d octets over UDP", len(out))
		}
		if again := s.answer(t.Context(), request{raw: out, network: network}); again != nil {
			t.Fatal("the server answers its own answer")
		}
	})
}
