package dns

import (
	"bytes"
	"context"
	"fmt"
	"net"
	"net/netip"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"
	mdns "github.com/miekg/dns"
)

const (
	rootA  = "198.41.0.4"
	rootB  = "192.228.79.201"
	google = ", www.google.com. 300 CNAME www.l.google.com., www.l.google.com. 60 A 172.194.72.105, www.l.google.com. 60 A 172.194.72.147"
)

// TestResolve follows the tree: what is answered, and who is asked for it.
func TestResolve(t *testing.T) {
	tests := []struct {
		name, qname string
		typ         uint16
		want        string
		asked       string
	}{
		{"root, com, google.com", "www.google.com.", mdns.TypeA, "NOERROR" + google,
			"198.41.0.4 udp www.google.com. A\n192.5.6.30 udp www.google.com. A\n216.239.32.10 udp www.google.com. A"},
		{"alias into another domain", "www.cn.", mdns.TypeA, "NOERROR, www.cn. 3600 CNAME www.google.com." + google,
			"198.41.0.4 udp www.cn. A\n203.119.25.1 udp www.cn. A\n198.41.0.4 udp www.google.com. A\n192.5.6.30 udp www.google.com. A\n216.239.32.10 udp www.google.com. A"},
		{"no name", "nope.google.com.", mdns.TypeA, "NXDOMAIN",
			"198.41.0.4 udp nope.google.com. A\n192.5.6.30 udp nope.google.com. A\n216.239.32.10 udp nope.google.com. A"},
		{"no top-level domain", "www.nowhere.", mdns.TypeA, "NXDOMAIN", "198.41.0.4 udp www.nowhere. A"},
		{"no data", "www.l.google.com.", mdns.TypeAAAA, "NOERROR",
			"198.41.0.4 udp www.l.google.com. AAAA\n192.5.6.30 udp www.l.google.com. AAAA\n216.239.32.10 udp www.l.google.com. AAAA"},
		{"alias to nothing", "dead.google.com.", mdns.TypeA, "NXDOMAIN, dead.google.com. 300 CNAME nothing.google.com.",
			"198.41.0.4 udp dead.google.com. A\n192.5.6.30 udp dead.google.com. A\n216.239.32.10 udp dead.google.com. A"},
		{"name server with glue of a sibling", "www.glueless.com.", mdns.TypeA, "NOERROR, www.glueless.com. 3600 A 192.0.2.80",
			"198.41.0.4 udp www.glueless.com. A\n192.5.6.30 udp www.glueless.com. A\n192.0.2.53 udp www.glueless.com. A"},
		{"wildcard", "x.abc.other.com.", mdns.TypeA, "NOERROR, x.abc.other.com. 3600 A 192.0.2.81",
			"198.41.0.4 udp x.abc.other.com. A\n192.5.6.30 udp x.abc.other.com. A\n192.0.2.53 udp x.abc.other.com. A"},
		{"truncated, then TCP (RFC 7766 5)", "many.google.com.", mdns.TypeA, "NOERROR",
			"198.41.0.4 udp many.google.com. A\n192.5.6.30 udp many.google.com. A\n216.239.32.10 udp many.google.com. A\n216.239.32.10 tcp many.google.com. A"},
		{"aliases in a circle", "loop.google.com.", mdns.TypeA, "SERVFAIL",
			"198.41.0.4 udp loop.google.com. A\n192.5.6.30 udp loop.google.com. A\n216.239.32.10 udp loop.google.com. A"},
		{"name servers that need each other", "www.circle1.com.", mdns.TypeA, "SERVFAIL",
			"198.41.0.4 udp www.circle1.com. A\n192.5.6.30 udp www.circle1.com. A\n192.5.6.30 udp ns.circle2.com. A"},
		{"name server below its own zone without glue", "www.self.com.", mdns.TypeA, "SERVFAIL",
			"198.41.0.4 udp www.self.com. A\n192.5.6.30 udp www.self.com. A"},
		{"the root itself", ".", mdns.TypeSOA, "NOERROR, . 3600 SOA ns1. hostmaster. 1 7200 3600 1209600 300", "198.41.0.4 udp . SOA"},
		{"DS is asked above the cut (RFC 4035 4.2)", "google.com.", mdns.TypeDS, "NOERROR",
			"198.41.0.4 udp google.com. DS\n192.5.6.30 udp google.com. DS"},
		{"any (RFC 8482 4.2)", "www.google.com.", mdns.TypeANY, `NOERROR, www.google.com. 3600 HINFO "RFC8482" ""`, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				tr := internet(t)
				r := tr.resolver(t, nil)
				m := r.lookup(t, tt.qname, tt.typ)
				got := brief(m)
				if tt.name == "truncated, then TCP (RFC 7766 5)" && len(m.Answer) == 100 {
					got = "NOERROR"
				}
				if got != tt.want {
					t.Errorf("got  %s\nwant %s", got, tt.want)
				}
				if diff := cmp.Diff(tt.asked, tr.take()); diff != "" {
					t.Errorf("asked (-want +got):\n%s", diff)
				}
				if !m.RecursionAvailable || m.Authoritative || !m.RecursionDesired {
					t.Errorf("RA %t, AA %t, RD %t", m.RecursionAvailable, m.Authoritative, m.RecursionDesired)
				}
				if wantSOA := tt.want == "NXDOMAIN" || tt.want == "NOERROR" && len(m.Answer) == 0; wantSOA && (len(m.Ns) != 1 || m.Ns[0].Header().Rrtype != mdns.TypeSOA) {
					t.Errorf("authority %v, want the SOA (RFC 2308, Section 3)", m.Ns)
				}
			})
		})
	}
}

// TestCache asks twice, and again when time has passed.
func TestCache(t *testing.T) {
	type step struct {
		after time.Duration
		qname string
		typ   uint16
		want  string
		asked string
	}
	tests := []struct {
		name  string
		steps []step
	}{
		{"answer and its TTL", []step{
			{0, "www.google.com.", mdns.TypeA, "NOERROR" + google, "198.41.0.4 udp www.google.com. A\n192.5.6.30 udp www.google.com. A\n216.239.32.10 udp www.google.com. A"},
			{0, "WWW.google.com.", mdns.TypeA, "NOERROR" + google, ""},
			{10 * time.Second, "www.google.com.", mdns.TypeA, "NOERROR" + strings.NewReplacer("300", "290", "60", "50").Replace(google), ""},
			{50 * time.Second, "www.google.com.", mdns.TypeA, "NOERROR" + strings.Replace(google, "300", "240", 1), "216.239.32.10 udp www.l.google.com. A"},
			{300 * time.Second, "www.google.com.", mdns.TypeA, "NOERROR" + google, "216.239.32.10 udp www.google.com. A"},
			{0, "www.google.com.", mdns.TypeCNAME, "NOERROR, www.google.com. 300 CNAME www.l.google.com.", ""},
		}},
		{"referrals", []step{
			{0, "a.google.com.", mdns.TypeA, "NXDOMAIN", "198.41.0.4 udp a.google.com. A\n192.5.6.30 udp a.google.com. A\n216.239.32.10 udp a.google.com. A"},
			{0, "b.google.com.", mdns.TypeA, "NXDOMAIN", "216.239.32.10 udp b.google.com. A"},
			{0, "x.abc.other.com.", mdns.TypeA, "NOERROR, x.abc.other.com. 3600 A 192.0.2.81", "192.5.6.30 udp x.abc.other.com. A\n192.0.2.53 udp x.abc.other.com. A"},
			{time.Hour, "c.google.com.", mdns.TypeA, "NXDOMAIN", "216.239.32.10 udp c.google.com. A"}, // com has expired, google.com has not
			{0, "nope.com.", mdns.TypeA, "NXDOMAIN", "198.41.0.4 udp nope.com. A\n192.5.6.30 udp nope.com. A"},
		}},
		{"NXDOMAIN for the SOA's minimum (RFC 2308 5), for all types and below (RFC 8020)", []step{
			{0, "nope.google.com.", mdns.TypeA, "NXDOMAIN", "198.41.0.4 udp nope.google.com. A\n192.5.6.30 udp nope.google.com. A\n216.239.32.10 udp nope.google.com. A"},
			{299 * time.Second, "nope.google.com.", mdns.TypeMX, "NXDOMAIN", ""},
			{0, "below.nope.google.com.", mdns.TypeA, "NXDOMAIN", ""},
			{time.Second, "nope.google.com.", mdns.TypeA, "NXDOMAIN", "216.239.32.10 udp nope.google.com. A"},
		}},
		{"no data holds for its type", []step{
			{0, "ns1.google.com.", mdns.TypeTXT, "NOERROR", "198.41.0.4 udp ns1.google.com. TXT\n192.5.6.30 udp ns1.google.com. TXT\n216.239.32.10 udp ns1.google.com. TXT"},
			{0, "ns1.google.com.", mdns.TypeTXT, "NOERROR", ""},
			{0, "ns1.google.com.", mdns.TypeA, "NOERROR, ns1.google.com. 300 A 216.239.32.10", "216.239.32.10 udp ns1.google.com. A"}, // glue is no answer
		}},
		{"TTL 0 is not kept (RFC 1035 3.2.1)", []step{
			{0, "once.google.com.", mdns.TypeA, "NOERROR, once.google.com. 0 A 192.0.2.1", "198.41.0.4 udp once.google.com. A\n192.5.6.30 udp once.google.com. A\n216.239.32.10 udp once.google.com. A"},
			{0, "once.google.com.", mdns.TypeA, "NOERROR, once.google.com. 0 A 192.0.2.1", "216.239.32.10 udp once.google.com. A"},
		}},
		{"failure is kept for a second (RFC 9520 3.2)", []step{
			{0, "www.self.com.", mdns.TypeA, "SERVFAIL", "198.41.0.4 udp www.self.com. A\n192.5.6.30 udp www.self.com. A"},
			{0, "www.self.com.", mdns.TypeA, "SERVFAIL", ""},
			{time.Second, "www.self.com.", mdns.TypeA, "SERVFAIL", "192.5.6.30 udp www.self.com. A"},
		}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				tr := internet(t)
				now := time.Now()
				r := tr.resolver(t, func(c *ResolverConfig) { c.Now = func() time.Time { return now } })
				for i, s := range tt.steps {
					now = now.Add(s.after)
					if got := brief(r.lookup(t, s.qname, s.typ)); got != s.want {
						t.Errorf("step %d: got  %s\nwant %s", i, got, s.want)
					}
					if diff := cmp.Diff(s.asked, tr.take()); diff != "" {
						t.Errorf("step %d: asked (-want +got):\n%s", i, diff)
					}
				}
			})
		})
	}
}

// TestNoRecursion looks into the cache with the RD bit clear.
func TestNoRecursion(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		tr := internet(t)
		r := tr.resolver(t, nil)
		if got := brief(r.ask(t, newQuery("www.google.com.", mdns.TypeA, false, 0), "udp")); got != "REFUSED" {
			t.Errorf("before: %s", got)
		}
		r.lookup(t, "www.google.com.", mdns.TypeA)
		tr.take()
		if got := brief(r.ask(t, newQuery("www.google.com.", mdns.TypeA, false, 0), "udp")); got != "NOERROR"+google {
			t.Errorf("after: %s", got)
		}
		if asked := tr.take(); asked != "" {
			t.Errorf("asked %s", asked)
		}
	})
}

// TestServersDown takes servers away: the next one is asked, and at the end
// comes SERVFAIL.
func TestServersDown(t *testing.T) {
	all := func(h handler) func(tr *tree) {
		return func(tr *tree) {
			for _, root := range Roots() {
				tr.servers[root.Address.String()] = h
			}
		}
	}
	tests := []struct {
		name   string
		change func(tr *tree)
		want   string
		roots  int // root servers asked
		took   time.Duration
	}{
		{"none", func(*tree) {}, "NOERROR" + google, 1, 0},
		{"one root is silent", func(tr *tree) { tr.servers[rootA] = silent }, "NOERROR" + google, 2, 9 * time.Second / 13},
		{"one root is unreachable", func(tr *tree) { delete(tr.servers, rootA) }, "NOERROR" + google, 1, 0},
		{"one root fails", func(tr *tree) { tr.servers[rootA] = fails(mdns.RcodeServerFailure) }, "NOERROR" + google, 2, 0},
		{"one root refuses", func(tr *tree) { tr.servers[rootA] = fails(mdns.RcodeRefused) }, "NOERROR" + google, 2, 0},
		{"one root is lame", func(tr *tree) { tr.servers[rootA] = fails(mdns.RcodeSuccess) }, "NOERROR" + google, 2, 0},
		{"all roots but m are silent", func(tr *tree) {
			m := tr.servers["202.12.27.33"]
			all(silent)(tr)
			tr.servers["202.12.27.33"] = m
		}, "NOERROR" + google, 13, -1},
		{"all roots are silent", all(silent), "SERVFAIL", 13, 9 * time.Second},
		{"all roots are unreachable", all(nil), "SERVFAIL", 0, 0},
		{"all roots fail", all(fails(mdns.RcodeServerFailure)), "SERVFAIL", 13, 0},
		{"google.com is silent", func(tr *tree) { tr.servers[googleServer] = silent }, "SERVFAIL", 1, 1600 * time.Millisecond},
		{"google.com is lame", func(tr *tree) { tr.servers[googleServer] = tr.servers[rootA] }, "SERVFAIL", 1, 0},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				tr := internet(t)
				tt.change(tr)
				r := tr.resolver(t, nil)
				start := time.Now()
				if got := brief(r.lookup(t, "www.google.com.", mdns.TypeA)); got != tt.want {
					t.Errorf("got  %s\nwant %s", got, tt.want)
				}
				if took := time.Since(start); tt.took >= 0 && took.Round(time.Millisecond) != tt.took.Round(time.Millisecond) {
					t.Errorf("took %s, want %s", took, tt.took)
				}
				asked := make(map[string]bool)
				for line := range strings.Lines(tr.take()) {
					addr, _, _ := strings.Cut(line, " ")
					for _, root := range Roots() {
						if addr == root.Address.String() {
							asked[addr] = true
						}
					}
				}
				if len(asked) != tt.roots {
					t.Errorf("%d roots were asked, want %d", len(asked), tt.roots)
				}
			})
		})
	}
}

// TestDownIsRemembered sees a server that did not answer go to the end of
// the line, and come back.
func TestDownIsRemembered(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		tr := internet(t)
		up := tr.servers[rootA]
		tr.servers[rootA] = silent
		r := tr.resolver(t, nil)
		r.lookup(t, "x.cn.", mdns.TypeA)
		tr.take()
		r.lookup(t, "x.com.", mdns.TypeA)
		if got := tr.take(); !strings.HasPrefix(got, rootB) {
			t.Errorf("asked %s, want %s first", got, rootB)
		}
		tr.servers[rootA] = up
		<-time.After(downTTL)
		r.lookup(t, "x.org.", mdns.TypeA)
		if got := tr.take(); !strings.HasPrefix(got, rootA) {
			t.Errorf("asked %s, want %s first", got, rootA)
		}
	})
}

// TestLostQuery loses the only query to the only server once.
func TestLostQuery(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		tr := internet(t)
		h := tr.servers[googleServer]
		var asked atomic.Int32
		tr.servers[googleServer] = func(q *mdns.Msg, network string) *mdns.Msg {
			if asked.Add(1) == 1 {
				return nil
			}
			return h(q, network)
		}
		if got := brief(tr.resolver(t, nil).lookup(t, "www.google.com.", mdns.TypeA)); got != "NOERROR"+google {
			t.Errorf("got %s", got)
		}
	})
}

// TestFlight asks the same question many times at once: it is resolved once.
func TestFlight(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		tr := internet(t)
		tr.servers[rootA] = silent
		r := tr.resolver(t, nil)
		var wg sync.WaitGroup
		for i := range 100 {
			wg.Go(func() {
				name := []string{"www.google.com.", "WWW.GOOGLE.COM."}[i%2]
				m := r.lookup(t, name, mdns.TypeA)
				if m.Rcode != mdns.RcodeSuccess || m.Question[0].Name != name {
					t.Errorf("got %v", m)
				}
			})
		}
		wg.Wait()
		if got := strings.Count(tr.take(), "\n") + 1; got != 4 {
			t.Errorf("%d queries were sent, want 4", got)
		}
	})
}

// TestMinimise gives each zone one label more (RFC 9156, Section 2.3).
func TestMinimise(t *testing.T) {
	tests := []struct{ qname, want, asked string }{
		{"deep.er.name.google.com.", "NOERROR, deep.er.name.google.com. 300 A 192.0.2.2",
			"198.41.0.4 udp com. A\n192.5.6.30 udp google.com. A\n216.239.32.10 udp name.google.com. A\n216.239.32.10 udp er.name.google.com. A\n216.239.32.10 udp deep.er.name.google.com. TXT"},
		{"a.b.c.google.com.", "NXDOMAIN", "198.41.0.4 udp com. A\n192.5.6.30 udp google.com. A\n216.239.32.10 udp c.google.com. A"},
		{"x.www.google.com.", "NXDOMAIN", "198.41.0.4 udp com. A\n192.5.6.30 udp google.com. A\n216.239.32.10 udp www.google.com. A\n216.239.32.10 udp x.www.google.com. TXT"},
	}
	for _, tt := range tests {
		t.Run(tt.qname, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				tr := internet(t)
				r := tr.resolver(t, func(c *ResolverConfig) { c.Minimise = true })
				typ := mdns.TypeTXT
				if strings.HasPrefix(tt.want, "NOERROR") {
					typ = mdns.TypeA
					tt.asked = strings.Replace(tt.asked, "TXT", "A", 1)
				}
				if got := brief(r.lookup(t, tt.qname, typ)); got != tt.want {
					t.Errorf("got  %s\nwant %s", got, tt.want)
				}
				if diff := cmp.Diff(tt.asked, tr.take()); diff != "" {
					t.Errorf("asked (-want +got):\n%s", diff)
				}
			})
		})
	}
}

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

// TestEDNSRefused has a server of old that knows no EDNS (RFC 6891, Section
// 6.2.2).
func TestEDNSRefused(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		tr := internet(t)
		h := tr.servers[googleServer]
		tr.servers[googleServer] = func(q *mdns.Msg, network string) *mdns.Msg {
			if q.IsEdns0() != nil {
				m := fails(mdns.RcodeFormatError)(q, network)
				m.Question, m.Extra = nil, nil
				return m
			}
			return h(q, network)
		}
		if got := brief(tr.resolver(t, nil).lookup(t, "www.google.com.", mdns.TypeA)); got != "NOERROR"+google {
			t.Errorf("got %s", got)
		}
	})
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

// TestResolverEvents tells the story of one lookup.
func TestResolverEvents(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		tr := internet(t)
		j, log := newJournal()
		r := tr.resolver(t, func(c *ResolverConfig) { c.Logger = log })
		r.lookup(t, "www.google.com.", mdns.TypeA)
		r.lookup(t, "www.google.com.", mdns.TypeA)
		var got []string
		for _, e := range append(j.all("upstream"), j.all("answer")...) {
			got = append(got, fmt.Sprint(e["msg"], " ", e["server"], " ", e["zone"], " ", e["outcome"], " ", e["referral"], " ", e["rcode"], " ", e["cached"]))
		}
		want := []string{
			"upstream 198.41.0.4 . referral com. NOERROR <nil>",
			"upstream 192.5.6.30 com. referral google.com. NOERROR <nil>",
			"upstream 216.239.32.10 google.com. answer <nil> NOERROR <nil>",
			"answer <nil> <nil> <nil> <nil> NOERROR false",
			"answer <nil> <nil> <nil> <nil> NOERROR true",
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("events (-want +got):\n%s", diff)
		}
	})
}

// TestResolverEnd ends a resolver in the middle of its work.
func TestResolverEnd(t *testing.T) {
	pc, ln, addr := sockets(t)
	asked := make(chan struct{}, 1)
	tr := &tree{servers: map[string]handler{rootA: func(*mdns.Msg, string) *mdns.Msg { asked <- struct{}{}; return nil }}}
	r, err := NewResolver(ResolverConfig{PacketConn: pc, Listener: ln, Dial: tr.dial, Roots: Roots()[:1]})
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	ended := make(chan error, 1)
	go func() { ended <- r.Serve(ctx) }()
	conn, err := net.Dial("udp", addr.String())
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = conn.Close() }()
	out, err := newQuery("www.google.com.", mdns.TypeA, true, 0).Pack()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := conn.Write(out); err != nil {
		t.Fatal(err)
	}
	<-asked
	cancel()
	if err := <-ended; err != nil {
		t.Errorf("Serve: %v", err)
	}
	tr.wg.Wait()
}

func TestNewResolverMistakes(t *testing.T) {
	pc, ln, _ := sockets(t)
	defer func() { _ = pc.Close() }()
	defer func() { _ = ln.Close() }()
	dial := (&net.Dialer{}).DialContext
	tests := []struct {
		name, want string
		c          ResolverConfig
	}{
		{"no socket", "dns: a resolver without a socket; give it a PacketConn, a Listener or both", ResolverConfig{Dial: dial, Roots: Roots()}},
		{"no dial", "dns: a resolver without Dial cannot ask anybody", ResolverConfig{PacketConn: pc, Roots: Roots()}},
		{"no roots", "dns: a resolver without root servers has nowhere to start; name one", ResolverConfig{PacketConn: pc, Dial: dial}},
		{"bad root", `dns: root server "a" at invalid IP wants a domain name and an address`, ResolverConfig{PacketConn: pc, Dial: dial, Roots: []Root{{Name: "a"}}}},
		{"IPv6 only", "dns: all root servers have IPv6 addresses, which the resolver must not use; set IPv6 or name another", ResolverConfig{PacketConn: pc, Dial: dial, Roots: []Root{{"a", addrOf("2001:503:ba3e::2:30")}}}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if _, err := NewResolver(tt.c); err == nil || err.Error() != tt.want {
				t.Errorf("got %v, want %s", err, tt.want)
			}
		})
	}
}

func TestLRU(t *testing.T) {
	l := newLRU[int, string](2)
	l.put(1, "a")
	l.put(2, "b")
	l.get(1)
	l.put(3, "c") // 2 goes
	l.put(1, "A")
	var got bytes.Buffer
	for i := range 4 {
		v, ok := l.get(i)
		fmt.Fprint(&got, v, ok, " ")
	}
	if want := "false Atrue false ctrue "; got.String() != want {
		t.Errorf("got %s, want %s", got.String(), want)
	}
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
