package ra

import (
	"context"
	"fmt"
	"net"
	"net/netip"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/mdlayher/ndp"
)

// heard is a message that a host got.
type heard struct {
	at       time.Duration
	to       netip.Addr
	lifetime time.Duration
}

// link is a Conn in memory.
type link struct {
	in     chan question
	closed chan struct{}
	began  time.Time
	out    []heard
	wrong  error
}

type question struct {
	message []byte
	from    netip.Addr
	hops    int
}

func newLink() *link {
	return &link{in: make(chan question), closed: make(chan struct{}), began: time.Now()}
}

func (l *link) ReadFrom(b []byte) (int, netip.Addr, int, error) {
	select {
	case q := <-l.in:
		return copy(b, q.message), q.from, q.hops, nil
	case <-l.closed:
		return 0, netip.Addr{}, 0, net.ErrClosed
	}
}

func (l *link) WriteTo(b []byte, from, to netip.Addr) error {
	m, err := ndp.ParseMessage(b)
	ra, ok := m.(*ndp.RouterAdvertisement)
	if err != nil || !ok || from != router {
		l.wrong = fmt.Errorf("sent from %s: %v: %w", from, m, err)
		return nil
	}
	l.out = append(l.out, heard{time.Since(l.began), to, ra.RouterLifetime})
	return nil
}

func (l *link) Close() error {
	select {
	case <-l.closed:
	default:
		close(l.closed)
	}
	return nil
}

var (
	router = netip.MustParseAddr("fe80::1")
	host   = netip.MustParseAddr("fe80::2")
)

func solicit(t *testing.T, options ...ndp.Option) []byte {
	t.Helper()
	b, err := ndp.MarshalMessage(&ndp.RouterSolicitation{Options: options})
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// pass lets d go by on the clock of a synctest bubble.
func pass(d time.Duration) { <-time.After(d) }

// serve runs a server while during lasts, and returns what was heard.
func serve(t *testing.T, c Config, during func(*link)) ([]heard, Stats) {
	t.Helper()
	l := newLink()
	c.Address = router
	s, err := New(l, c)
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	ended := make(chan error)
	go func() { ended <- s.Serve(ctx) }()
	during(l)
	synctest.Wait()
	cancel()
	if err := <-ended; err != nil {
		t.Error(err)
	}
	if l.wrong != nil {
		t.Error(l.wrong)
	}
	return l.out, s.Stats()
}

// RFC 4861, Section 6.2.4: the first three come soon, all others within the
// interval; and Section 6.2.5: the last one takes all back.
func TestPeriodic(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		out, stats := serve(t, Config{Lifetime: 1800 * time.Second, Interval: 300 * time.Second}, func(*link) { pass(time.Hour) })
		if len(out) < 14 || uint64(len(out)) != stats.Advertisements {
			t.Fatalf("%d advertisements, %+v", len(out), stats)
		}
		for i, h := range out[:len(out)-1] {
			gap := h.at
			if i > 0 {
				gap -= out[i-1].at
			}
			least, most := 100*time.Second, 300*time.Second
			switch {
			case i == 0:
				least, most = 0, 0
			case i < 3:
				least, most = 16*time.Second, 16*time.Second
			}
			if gap < least || gap > most || h.to != allNodes || h.lifetime != 1800*time.Second {
				t.Errorf("%d: %+v after %s", i, h, gap)
			}
		}
		if last := out[len(out)-1]; last.lifetime != 0 || last.to != allNodes {
			t.Errorf("the last one: %+v", last)
		}
	})
}

// RFC 4861, Section 6.2.6.
func TestSolicited(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		out, stats := serve(t, Config{Interval: 1800 * time.Second}, func(l *link) {
			pass(100 * time.Second)
			l.in <- question{solicit(t), host, 255}
			pass(time.Second)
			l.in <- question{solicit(t), netip.IPv6Unspecified(), 255} // an answer to all
			pass(time.Second)
			l.in <- question{solicit(t), netip.IPv6Unspecified(), 255} // not before 3 s are over
			pass(10 * time.Second)
			l.in <- question{solicit(t), host, 64}
			l.in <- question{solicit(t, &ndp.LinkLayerAddress{Direction: ndp.Source, Addr: net.HardwareAddr{2, 0, 0, 0, 0, 2}}), netip.IPv6Unspecified(), 255}
			l.in <- question{[]byte{133}, host, 255}
			b, err := ndp.MarshalMessage(&ndp.NeighborSolicitation{TargetAddress: router})
			if err != nil {
				t.Fatal(err)
			}
			l.in <- question{b, host, 255}
		})
		got := slices.DeleteFunc(out, func(h heard) bool { return h.at < 100*time.Second })
		want := []heard{{100 * time.Second, host, 0}, {101 * time.Second, allNodes, 0}, {104 * time.Second, allNodes, 0}}
		if diff := cmp.Diff(want, got, cmp.AllowUnexported(heard{}), cmpopts.EquateComparable(netip.Addr{})); diff != "" {
			t.Errorf("heard (-want +got):\n%s", diff)
		}
		if stats.Solicitations != 3 || stats.Ignored != 4 {
			t.Errorf("%+v", stats)
		}
	})
}

// A delay spreads answers, and one answer does for what is asked meanwhile.
func TestDelay(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		out, _ := serve(t, Config{Interval: 1800 * time.Second, Delay: 500 * time.Millisecond}, func(l *link) {
			pass(100 * time.Second)
			for range 5 {
				l.in <- question{solicit(t), host, 255}
			}
			pass(time.Second)
		})
		got := slices.DeleteFunc(out, func(h heard) bool { return h.at < 100*time.Second })
		if len(got) != 1 || got[0].to != host || got[0].at > 100500*time.Millisecond {
			t.Errorf("heard %+v", got)
		}
	})
}

func TestSocketFails(t *testing.T) {
	l := newLink()
	s, err := New(l, Config{Address: router})
	if err != nil {
		t.Fatal(err)
	}
	_ = l.Close()
	if err := s.Serve(t.Context()); err == nil {
		t.Error("a broken socket is no error")
	}
}

// All that is configured is in the message.
func TestAdvertisement(t *testing.T) {
	c := Config{
		Address: router, MAC: net.HardwareAddr{2, 0, 0, 0, 0, 1}, Lifetime: 1800 * time.Second, Managed: true, Other: true,
		HopLimit: 64, MTU: 1400, ReachableTime: time.Second, RetransTimer: 50 * time.Millisecond, Preference: High,
		Prefixes: []Prefix{{netip.MustParsePrefix("2001:db8:1::/64"), true, true, Infinite, time.Hour}},
		Routes:   []Route{{netip.MustParsePrefix("2001:db8:2::/48"), time.Hour, Low}},
		DNS:      []netip.Addr{netip.MustParseAddr("2001:db8::53")}, Domain: []string{"lab.example"},
	}
	c, err := c.complete()
	if err != nil {
		t.Fatal(err)
	}
	b, err := c.advertisement(c.Lifetime)
	if err != nil {
		t.Fatal(err)
	}
	got, err := ndp.ParseMessage(b)
	if err != nil {
		t.Fatal(err)
	}
	want := &ndp.RouterAdvertisement{
		CurrentHopLimit: 64, ManagedConfiguration: true, OtherConfiguration: true, RouterSelectionPreference: ndp.High,
		RouterLifetime: 1800 * time.Second, ReachableTime: time.Second, RetransmitTimer: 50 * time.Millisecond,
		Options: []ndp.Option{
			&ndp.LinkLayerAddress{Direction: ndp.Source, Addr: net.HardwareAddr{2, 0, 0, 0, 0, 1}},
			ndp.NewMTU(1400),
			&ndp.PrefixInformation{
				PrefixLength: 64, OnLink: true, AutonomousAddressConfiguration: true,
				ValidLifetime: ndp.Infinity, PreferredLifetime: time.Hour, Prefix: netip.MustParseAddr("2001:db8:1::"),
			},
			&ndp.RouteInformation{PrefixLength: 48, Preference: ndp.Low, RouteLifetime: time.Hour, Prefix: netip.MustParseAddr("2001:db8:2::")},
			&ndp.RecursiveDNSServer{Lifetime: 1800 * time.Second, Servers: c.DNS},
			&ndp.DNSSearchList{Lifetime: 1800 * time.Second, DomainNames: c.Domain},
		},
	}
	if diff := cmp.Diff(want, got, cmpopts.EquateComparable(netip.Addr{})); diff != "" {
		t.Errorf("advertisement (-want +got):\n%s", diff)
	}
	names, err := ParseNames(b[advertisementHeader:])
	if err != nil || len(names) != 2 || names[0].DNS[0] != c.DNS[0] || names[1].Domain[0] != "lab.example" || names[1].Lifetime != 1800*time.Second {
		t.Errorf("names: %+v, %v", names, err)
	}
	if _, err := ParseNames([]byte{25, 9}); err == nil {
		t.Error("half an option is no mistake")
	}
}

func TestConfigMistakes(t *testing.T) {
	prefix := netip.MustParsePrefix("2001:db8::/64")
	for want, edit := range map[string]func(*Config){
		"no link-local":       func(c *Config) { c.Address = netip.MustParseAddr("2001:db8::1") },
		"no Ethernet":         func(c *Config) { c.MAC = net.HardwareAddr{1} },
		"interval 1ms":        func(c *Config) { c.Interval = time.Millisecond },
		"lifetime 3h":         func(c *Config) { c.Lifetime = 3 * time.Hour },
		"ends before":         func(c *Config) { c.Lifetime = time.Second },
		"delay 1s":            func(c *Config) { c.Delay = time.Second },
		"IPv6 needs 1280":     func(c *Config) { c.MTU = 576 },
		"reachable time":      func(c *Config) { c.ReachableTime = time.Microsecond },
		"retransmission":      func(c *Config) { c.RetransTimer = -1 },
		"dns lifetime":        func(c *Config) { c.DNSLifetime = time.Millisecond },
		`not "best"`:          func(c *Config) { c.Preference = "best" },
		"no IPv6 network":     func(c *Config) { c.Prefixes = []Prefix{{Prefix: netip.MustParsePrefix("10.0.0.0/8")}} },
		"is link-local":       func(c *Config) { c.Prefixes = []Prefix{{Prefix: netip.MustParsePrefix("fe80::/64")}} },
		"advertised twice":    func(c *Config) { c.Prefixes = []Prefix{{Prefix: prefix}, {Prefix: prefix}} },
		"valid for 1s only":   func(c *Config) { c.Prefixes = []Prefix{{Prefix: prefix, Valid: time.Second, Preferred: time.Minute}} },
		"lifetime of 2001":    func(c *Config) { c.Prefixes = []Prefix{{Prefix: prefix, Valid: time.Millisecond}} },
		"route 2001":          func(c *Config) { c.Routes = []Route{{Prefix: prefix}, {Prefix: prefix}} },
		"lifetime of route":   func(c *Config) { c.Routes = []Route{{Prefix: prefix, Lifetime: -1}} },
		`not "worst"`:         func(c *Config) { c.Routes = []Route{{Prefix: prefix, Preference: "worst"}} },
		"no IPv6 address":     func(c *Config) { c.DNS = []netip.Addr{netip.MustParseAddr("8.8.8.8")} },
		`domain ".example"`:   func(c *Config) { c.Domain = []string{".example"} },
		`"invalid Prefix" is`: func(c *Config) { c.Routes = []Route{{}} },
	} {
		c := Config{Address: router}
		edit(&c)
		if _, err := New(newLink(), c); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%v, want %q", err, want)
		}
	}
	if _, err := New(nil, Config{}); err == nil {
		t.Error("no socket is no mistake")
	}
}
