package dns

import (
	"context"
	"fmt"
	"net"
	"strings"
	"testing"
	"testing/synctest"

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
