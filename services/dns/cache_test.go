package dns

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"
	mdns "github.com/miekg/dns"
)

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
