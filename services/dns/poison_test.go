package dns

import (
	"context"
	"fmt"
	"net"
	"net/netip"
	"strings"
	"sync/atomic"
	"testing"
	"testing/synctest"

	mdns "github.com/miekg/dns"
)

// rrs parses records.
func rrs(tb testing.TB, lines ...string) []mdns.RR {
	tb.Helper()
	var out []mdns.RR
	for _, l := range lines {
		rr, err := mdns.NewRR(l)
		if err != nil {
			tb.Fatal(err)
		}
		out = append(out, rr)
	}
	return out
}

// TestPoison has the server of evil.com say things about google.com. Nothing
// of it is believed (RFC 2181, Section 5.4.1; RFC 5452, Section 6).
func TestPoison(t *testing.T) {
	tests := []struct {
		name                     string
		answer, authority, extra []string
		want                     string // for www.evil.com
	}{
		{"answer beside the asked one", []string{"www.evil.com. 60 IN A 192.0.2.66", "www.google.com. 60 IN A 192.0.2.66", "www.l.google.com. 60 IN A 192.0.2.66"}, nil, nil,
			"NOERROR, www.evil.com. 60 A 192.0.2.66"},
		{"answer behind an alias", []string{"www.evil.com. 60 IN CNAME www.l.google.com.", "www.l.google.com. 60 IN A 192.0.2.66"}, nil, nil,
			"NOERROR, www.evil.com. 60 CNAME www.l.google.com., www.l.google.com. 60 A 172.194.72.105, www.l.google.com. 60 A 172.194.72.147"},
		{"additional", []string{"www.evil.com. 60 IN A 192.0.2.66"}, nil, []string{"www.google.com. 60 IN A 192.0.2.66", "ns1.google.com. 60 IN A 192.0.2.66"},
			"NOERROR, www.evil.com. 60 A 192.0.2.66"},
		{"authority beside the answer", []string{"www.evil.com. 60 IN A 192.0.2.66"}, []string{"google.com. 60 IN NS ns.evil.com.", "com. 60 IN NS ns.evil.com."}, []string{"ns.evil.com. 60 IN A 192.0.2.66"},
			"NOERROR, www.evil.com. 60 A 192.0.2.66"},
		{"referral sideways", nil, []string{"google.com. 60 IN NS ns.evil.com."}, []string{"ns.evil.com. 60 IN A 192.0.2.66"}, "SERVFAIL"},
		{"referral up", nil, []string{"com. 60 IN NS ns.evil.com."}, []string{"ns.evil.com. 60 IN A 192.0.2.66"}, "SERVFAIL"},
		{"referral to itself", nil, []string{"evil.com. 60 IN NS ns.evil.com."}, []string{"ns.evil.com. 60 IN A 192.0.2.66"}, "SERVFAIL"},
		{"glue out of the zone", nil, []string{"www.evil.com. 60 IN NS ns1.google.com."}, []string{"ns1.google.com. 60 IN A 192.0.2.66"}, "SERVFAIL"},
		{"denial of another zone", nil, []string{"google.com. 60 IN SOA a. b. 1 2 3 4 600"}, nil, "NOERROR"},
		{"denial of all com", nil, []string{"com. 60 IN SOA a. b. 1 2 3 4 600"}, nil, "NOERROR"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				tr := internet(t)
				tr.servers["192.0.2.66"] = func(q *mdns.Msg, _ string) *mdns.Msg {
					m := new(mdns.Msg)
					m.SetReply(q)
					m.Authoritative = !strings.HasPrefix(tt.name, "referral") && !strings.HasPrefix(tt.name, "glue")
					m.Answer, m.Ns, m.Extra = rrs(t, tt.answer...), rrs(t, tt.authority...), rrs(t, tt.extra...)
					return m
				}
				r := tr.resolver(t, nil)
				if got := brief(r.lookup(t, "www.evil.com.", mdns.TypeA)); got != tt.want {
					t.Errorf("got  %s\nwant %s", got, tt.want)
				}
				if got := brief(r.lookup(t, "www.google.com.", mdns.TypeA)); got != "NOERROR"+google {
					t.Errorf("google.com is poisoned: %s", got)
				}
				if got := brief(r.lookup(t, "ns1.google.com.", mdns.TypeA)); got != "NOERROR, ns1.google.com. 300 A 216.239.32.10" {
					t.Errorf("ns1.google.com is poisoned: %s", got)
				}
			})
		})
	}
}

// TestForgedDatagrams races the answer with forged ones: wrong id, wrong
// question, a query, nonsense (RFC 5452, Section 9.1).
func TestForgedDatagrams(t *testing.T) {
	forge := func(n int) DialFunc {
		return func(context.Context, string, string) (net.Conn, error) {
			near, far := net.Pipe()
			go func() { // ends when the client closes
				defer func() { _ = far.Close() }()
				buf := make([]byte, 4096)
				k, err := far.Read(buf)
				if err != nil {
					return
				}
				q := new(mdns.Msg)
				if q.Unpack(buf[:k]) != nil {
					return
				}
				good := new(mdns.Msg)
				good.SetReply(q)
				good.Answer = rrs(t, "www.google.com. 60 IN A 172.194.72.105")
				var out [][]byte
				for i := range n {
					m := good.Copy()
					m.Answer = rrs(t, "www.google.com. 60 IN A 192.0.2.66")
					switch i % 4 {
					case 0:
						m.Id++
					case 1:
						m.Question[0].Name = "www.evil.com."
					case 2:
						m.Response = false
					case 3:
						m.Question[0].Qtype = mdns.TypeAAAA
					}
					raw, _ := m.Pack()
					out = append(out, raw)
				}
				raw, _ := good.Pack()
				for _, raw := range append(out, []byte("nonsense, but long enough"), raw) {
					if _, err := far.Write(raw); err != nil {
						return
					}
				}
			}()
			return near, nil
		}
	}
	for _, tt := range []struct {
		forged int
		want   string
	}{{8, "[172.194.72.105] <nil>"}, {200, "[] dns: look up www.google.com. A: no name server answered: 8.8.8.8:53: too many datagrams that answer something else"}} {
		synctest.Test(t, func(t *testing.T) {
			c := &Client{Dial: forge(tt.forged), Attempts: 1, Nameservers: func() []netip.AddrPort { return []netip.AddrPort{netip.MustParseAddrPort("8.8.8.8:53")} }}
			a, err := c.Lookup(t.Context(), "www.google.com", "A")
			if got := fmt.Sprint(a.Addrs, err); got != tt.want {
				t.Errorf("%d forged: got  %s\nwant %s", tt.forged, got, tt.want)
			}
		})
	}
}

// TestAmplification delegates to very many servers that have to be looked
// up: the work is bounded.
func TestAmplification(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		tr := internet(t)
		var made atomic.Int32
		tr.servers["192.0.2.66"] = func(q *mdns.Msg, _ string) *mdns.Msg {
			m := new(mdns.Msg)
			m.SetReply(q)
			for range 60 {
				n := made.Add(1)
				m.Ns = append(m.Ns, rrs(t, fmt.Sprintf("%s 60 IN NS ns%d.x%d.evil.com.", q.Question[0].Name, n, n))...)
			}
			return m
		}
		r := tr.resolver(t, nil)
		if got := brief(r.lookup(t, "www.evil.com.", mdns.TypeA)); got != "SERVFAIL" {
			t.Errorf("got %s", got)
		}
		if got := strings.Count(tr.take(), "\n") + 1; got > maxUpstream {
			t.Errorf("%d queries were sent, the bound is %d", got, maxUpstream)
		}
	})
}

// FuzzInterpret judges arbitrary responses: whatever is believed lies in the
// zone and leads towards the name.
func FuzzInterpret(f *testing.F) {
	q := newQuery("www.evil.com.", mdns.TypeA, false, 0)
	for _, sections := range [][3][]string{
		{{"www.evil.com. 60 IN CNAME www.google.com.", "www.google.com. 60 IN A 192.0.2.66"}, nil, nil},
		{nil, {"x.evil.com. 60 IN NS ns.evil.com."}, {"ns.evil.com. 60 IN A 192.0.2.66"}},
		{nil, {"evil.com. 60 IN SOA a. b. 1 2 3 4 600"}, nil},
	} {
		m := new(mdns.Msg)
		m.SetReply(q)
		m.Authoritative = true
		m.Answer, m.Ns, m.Extra = rrs(f, sections[0]...), rrs(f, sections[1]...), rrs(f, sections[2]...)
		raw, err := m.Pack()
		if err != nil {
			f.Fatal(err)
		}
		f.Add(raw)
	}
	const zone = "evil.com."
	f.Fuzz(func(t *testing.T, raw []byte) {
		m := new(mdns.Msg)
		if m.Unpack(raw) != nil {
			return
		}
		for _, name := range []string{"www.evil.com.", "a.b.c.evil.com.", zone} {
			for _, typ := range []uint16{mdns.TypeA, mdns.TypeCNAME, mdns.TypeNS, mdns.TypeDS} {
				o := interpret(zone, name, typ, m)
				at := name
				for _, set := range o.sets {
					for _, rr := range set {
						if owner := canonical(rr.Header().Name); owner != at || !within(zone, owner) {
							t.Fatalf("believes %s for %s", rr, at)
						}
					}
					at = canonical(target(set[0]))
				}
				if o.verdict == isReferral && (!below(zone, o.cut.zone) || !within(o.cut.zone, name) || len(o.cut.servers) == 0) {
					t.Fatalf("follows a referral to %s", o.cut.zone)
				}
				if o.verdict == isReferral {
					for _, s := range o.cut.servers {
						if len(s.addrs) > 0 && !within(zone, s.name) {
							t.Fatalf("believes glue for %s", s.name)
						}
					}
				}
				if o.soa != nil && o.verdict == isNegative && !within(zone, canonical(o.soa.Header().Name)) {
					t.Fatalf("believes the denial of %s", o.soa)
				}
				if o.verdict == isAnswer && len(o.sets) == 0 {
					t.Fatal("an answer without records")
				}
			}
		}
	})
}
