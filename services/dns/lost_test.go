package dns

import (
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	mdns "github.com/miekg/dns"
)

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
