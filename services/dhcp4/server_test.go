package dhcp4

import (
	"context"
	"io"
	"net"
	"net/netip"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/insomniacslk/dhcp/dhcpv4"
	"github.com/insomniacslk/dhcp/iana"
)

// rawWire keeps the last DHCP message sent.
type rawWire struct {
	wire
	payload []byte
}

func (w *rawWire) SendFrame(f []byte) error {
	w.payload = f[ethernetLength+ipv4Length+udpLength:]
	return nil
}

func (w *rawWire) WriteTo(b []byte, _ net.Addr) (int, error) {
	w.payload = b
	return len(b), nil
}

func TestLeaseTimes(t *testing.T) {
	tests := []struct {
		name          string
		subnet        Subnet
		asked         time.Duration
		lease, t1, t2 time.Duration
	}{
		{"defaults", Subnet{}, 0, 12 * time.Hour, 6 * time.Hour, 10*time.Hour + 30*time.Minute},
		{"less is granted", Subnet{}, time.Hour, time.Hour, 30 * time.Minute, 52*time.Minute + 30*time.Second},
		{"more is not", Subnet{LeaseTime: time.Hour}, 2 * time.Hour, time.Hour, 30 * time.Minute, 52*time.Minute + 30*time.Second},
		{"configured", Subnet{LeaseTime: 10 * time.Second, T1: 2 * time.Second, T2: 4 * time.Second}, 0, 10 * time.Second, 2 * time.Second, 4 * time.Second},
		{"configured but too long for what was asked", Subnet{LeaseTime: time.Hour, T1: 20 * time.Minute, T2: 40 * time.Minute}, 16 * time.Second, 16 * time.Second, 8 * time.Second, 14 * time.Second},
		{"infinite", Subnet{LeaseTime: Infinite}, 0, Infinite, Infinite, Infinite},
		{"infinite asked", Subnet{LeaseTime: time.Hour}, Infinite, time.Hour, 30 * time.Minute, 52*time.Minute + 30*time.Second},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			tt.subnet.Prefix = netip.MustParsePrefix("10.0.0.0/24")
			tt.subnet.First, tt.subnet.Last = addr("10.0.0.2"), addr("10.0.0.3")
			if err := tt.subnet.complete(addr("10.0.0.1")); err != nil {
				t.Fatal(err)
			}
			lease, t1, t2 := newTable(&tt.subnet).grant(tt.asked)
			if lease != tt.lease || t1 != tt.t1 || t2 != tt.t2 {
				t.Errorf("granted %s, %s, %s; want %s, %s, %s", lease, t1, t2, tt.lease, tt.t1, tt.t2)
			}
		})
	}
}

// Leases run out and are reported while no client speaks.
func TestExpiry(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var lan segment
		log, c := newEvents(), homeConfig()
		c.Logger = testLogger(log)
		s := serve(t, &lan, c)
		h := join(t, &lan, ClientConfig{MAC: clientMAC[:]})
		if _, err := h.Acquire(within(t, time.Second)); err != nil {
			t.Fatal(err)
		}
		h.stop()
		pass(12*time.Hour - time.Second)
		if got := s.Leases()[0].State; got != Bound {
			t.Errorf("a second before the end: %s", got)
		}
		pass(time.Second)
		synctest.Wait()
		if got := s.Leases()[0].State; got != Expired {
			t.Errorf("at the end: %s", got)
		}
		if got, want := log.names(), "discover offer request ack expired"; got != want {
			t.Errorf("events %s, want %s", got, want)
		}
	})
}

func TestProbe(t *testing.T) {
	tests := []struct {
		name   string
		used   string // addresses in use
		want   string
		events string
	}{
		{"nobody there", "", "OFFER 192.168.1.100 by frame 192.168.1.100:68", "discover offer"},
		{"two in use", "192.168.1.100 192.168.1.101", "OFFER 192.168.1.102 by frame 192.168.1.102:68", "discover conflict conflict offer"},
		{"all in use", "192.168.1.100 192.168.1.101 192.168.1.102 192.168.1.103", "", "discover conflict conflict conflict conflict exhausted"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				log, w, c := newEvents(), &wire{}, homeConfig()
				c.Logger = testLogger(log)
				asked := 0
				c.Probe = func(_ context.Context, a netip.Addr) bool {
					asked++
					pass(time.Second)
					return strings.Contains(tt.used, a.String())
				}
				s, err := New(w, w, c)
				if err != nil {
					t.Fatal(err)
				}
				hello := say{kind: dhcpv4.MessageTypeDiscover}
				s.handle(t.Context(), hello.bytes())
				s.work.Wait()
				if got := w.take(); got != tt.want {
					t.Errorf("sent %q, want %q", got, tt.want)
				}
				if got := log.names(); got != tt.events {
					t.Errorf("events %s, want %s", got, tt.events)
				}
				if tt.want == "" {
					return
				}
				before := asked
				s.handle(t.Context(), hello.bytes())
				if got := w.take(); got != tt.want || asked != before {
					t.Errorf("asked again: sent %q after %d more probes", got, asked-before)
				}
			})
		})
	}
}

func TestServerReportsFailure(t *testing.T) {
	log, w, c := newEvents(), &wire{err: io.ErrShortWrite}, homeConfig()
	c.Logger = testLogger(log)
	s, err := New(w, w, c)
	if err != nil {
		t.Fatal(err)
	}
	s.handle(t.Context(), say{kind: dhcpv4.MessageTypeDiscover}.bytes())
	if got, want := log.names(), "discover offer failed"; got != want || s.Stats().Failed != 1 {
		t.Errorf("events %s, want %s; %+v", got, want, s.Stats())
	}
	if err := s.Serve(t.Context()); err == nil || !strings.Contains(err.Error(), "EOF") {
		t.Errorf("Serve with a broken socket: %v", err)
	}
}

func TestMalformed(t *testing.T) {
	edit := func(f func(b []byte) []byte) []byte { return f(say{kind: dhcpv4.MessageTypeDiscover}.bytes()) }
	tests := []struct {
		name  string
		b     []byte
		event string
	}{
		{"empty", nil, "malformed"},
		{"cut in the header", edit(func(b []byte) []byte { return b[:100] }), "malformed"},
		{"no cookie", edit(func(b []byte) []byte { b[236] = 0; return b }), "malformed"},
		{"no end", edit(func(b []byte) []byte { return b[:headerLength+3] }), "malformed"},
		{"option runs over the end", edit(func(b []byte) []byte { b[headerLength+1] = 200; return b }), "malformed"},
		{"a reply", edit(func(b []byte) []byte { b[0] = 2; return b }), "malformed"},
		{"not Ethernet", edit(func(b []byte) []byte { b[1] = byte(iana.HWTypeIEEE802); return b }), "malformed"},
		{"hlen 16", edit(func(b []byte) []byte { b[2] = 16; return b }), "malformed"},
		{"chaddr is a group", edit(func(b []byte) []byte { b[28] = 1; return b }), "malformed"},
		{"message type 0", edit(func(b []byte) []byte { b[headerLength+2] = 0; return b }), "malformed"},
		{"message type 9", edit(func(b []byte) []byte { b[headerLength+2] = 9; return b }), "malformed"},
		{"short address", say{kind: 1, options: map[uint8][]byte{50: {1, 2}}}.bytes(), "malformed"},
		{"client id of one octet", say{kind: 1, id: "x"}.bytes(), "malformed"},
		{"overload of nothing", say{kind: 1, options: map[uint8][]byte{52: {0}}}.bytes(), "malformed"},
		{"overload cut", say{kind: 1, options: map[uint8][]byte{52: {1}}}.overload("\x32\xff"), "malformed"},
		{"BOOTP", edit(func(b []byte) []byte { b[headerLength] = 12; return b }), "ignored"},
		{"overload (4.1)", say{kind: 1, options: map[uint8][]byte{52: {1}}}.overload("\x32\x04\xc0\xa8\x01\x66"), "discover offer"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			log, w, c := newEvents(), &wire{}, homeConfig()
			c.Logger = testLogger(log)
			s, err := New(w, w, c)
			if err != nil {
				t.Fatal(err)
			}
			s.handle(t.Context(), tt.b)
			if got := log.names(); got != tt.event {
				t.Errorf("events %s, want %s\n%s", got, tt.event, log)
			}
			if strings.Contains(tt.event, "offer") && w.last.yiaddr != addr("192.168.1.102") {
				t.Errorf("the address requested in the file field was not heard: %s", w.last.yiaddr)
			}
			if got := s.Stats().Malformed; got != 1 && tt.event == "malformed" {
				t.Errorf("counted %d", got)
			}
		})
	}
}
