package dhcp4

import (
	"context"
	"errors"
	"math/rand/v2"
	"net"
	"net/netip"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/insomniacslk/dhcp/dhcpv4"
)

var compareAddrs = cmpopts.EquateComparable(netip.Addr{}, netip.Prefix{})

// seeded draws the same numbers each time.
func seeded() *rand.Rand { return rand.New(rand.NewPCG(1, 2)) }

func decodePayload(t *testing.T, b []byte, op byte) *message {
	t.Helper()
	m, err := parseMessage(b, dhcpv4.OpcodeType(op))
	if err != nil {
		t.Fatalf("message % x: %v", b, err)
	}
	return m
}

// within is a context that ends after d.
func within(t *testing.T, d time.Duration) context.Context {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), d)
	t.Cleanup(cancel)
	return ctx
}

func TestAcquire(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var lan segment
		s := serve(t, &lan, homeConfig())
		h := join(t, &lan, ClientConfig{MAC: clientMAC[:], Hostname: "pc1", Rand: seeded()})
		at := time.Now()
		got, err := h.Acquire(within(t, time.Second))
		if err != nil {
			t.Fatal(err)
		}
		want := Lease{
			Address: netip.MustParsePrefix("192.168.1.100/24"), State: Bound, MAC: clientMAC[:], Server: serverAddr,
			Routers: []netip.Addr{serverAddr}, DNS: []netip.Addr{addr("8.8.8.8")}, Domain: "home.arpa",
			Duration: 12 * time.Hour, T1: 6 * time.Hour, T2: 10*time.Hour + 30*time.Minute, Obtained: at,
		}
		if diff := cmp.Diff(want, got, compareAddrs, cmpopts.IgnoreFields(Lease{}, "Options")); diff != "" {
			t.Errorf("lease (-want +got):\n%s", diff)
		}
		want.Hostname = "pc1"
		if diff := cmp.Diff([]Lease{want}, s.Leases(), compareAddrs); diff != "" {
			t.Errorf("server's leases (-want +got):\n%s", diff)
		}
		if got, want := lan.kinds(t), "DISCOVER OFFER REQUEST ACK"; got != want {
			t.Errorf("messages %s, want %s", got, want)
		}
		if got, want := h.changes.String(), "bound 192.168.1.100/24"; got != want {
			t.Errorf("changes %s, want %s", got, want)
		}
		if h.State() != StateBound {
			t.Errorf("state %s", h.State())
		}
	})
}

// The whole life of a lease: renewed at T1, rebound at T2, expired, begun anew.
func TestLifetime(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var lan segment
		c := homeConfig()
		log := newEvents()
		_, stop := start(t, &lan, c)
		h := join(t, &lan, ClientConfig{MAC: clientMAC[:], Rand: seeded(), Logger: testLogger(log)})
		if _, err := h.Acquire(within(t, time.Second)); err != nil {
			t.Fatal(err)
		}
		begin := time.Now()

		pass(6*time.Hour + time.Second)
		synctest.Wait()
		if got, want := lan.kinds(t), "DISCOVER OFFER REQUEST ACK REQUEST ACK"; got != want {
			t.Fatalf("at T1: messages %s, want %s", got, want)
		}
		renewed := decodeFrame(t, lan.frames()[4])
		if renewed.ciaddr != addr("192.168.1.100") || renewed.server.IsValid() || renewed.requested.IsValid() {
			t.Errorf("renewal has ciaddr %s, server %s, requested %s (RFC 2131, Section 4.3.6)", renewed.ciaddr, renewed.server, renewed.requested)
		}
		l, _ := h.Lease()
		if got := l.Obtained.Sub(begin); got != 6*time.Hour {
			t.Errorf("lease counts from %s after the first, want 6h", got)
		}

		stop() // nobody answers from here on
		pass(6*time.Hour + time.Second)
		if got := h.State(); got != StateRenewing {
			t.Errorf("after T1: state %s", got)
		}
		pass(4*time.Hour + 30*time.Minute)
		if got := h.State(); got != StateRebinding {
			t.Errorf("after T2: state %s", got)
		}
		frames := lan.frames()
		last, _ := parseFrame(frames[len(frames)-1])
		if last.dst.Addr() != broadcastAddr() || last.src.Addr() != addr("192.168.1.100") {
			t.Errorf("rebinding goes from %s to %s", last.src, last.dst)
		}
		pass(time.Hour + 30*time.Minute)
		synctest.Wait()
		if got, want := h.changes.String(), "bound 192.168.1.100/24, renewed 192.168.1.100/24, expired 192.168.1.100/24"; got != want {
			t.Errorf("changes %s, want %s", got, want)
		}
		if got := h.State(); got != StateSelecting {
			t.Errorf("after the end: state %s", got)
		}

		serve(t, &lan, c)
		pass(2 * time.Minute)
		if got := h.State(); got != StateBound {
			t.Errorf("with a server again: state %s\n%s", got, log)
		}
	})
}

func TestRetransmission(t *testing.T) {
	tests := []struct {
		name   string
		config ClientConfig
		want   []time.Duration // of the waits, give or take jitter
		jitter time.Duration
	}{
		{"RFC 2131 4.1", ClientConfig{}, []time.Duration{4 * time.Second, 8 * time.Second, 16 * time.Second, 32 * time.Second, 64 * time.Second, 64 * time.Second}, time.Second},
		{"shortened", ClientConfig{RetryFirst: 100 * time.Millisecond, RetryMax: 200 * time.Millisecond}, []time.Duration{100 * time.Millisecond, 200 * time.Millisecond, 200 * time.Millisecond}, 25 * time.Millisecond},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				var lan segment
				tt.config.MAC = clientMAC[:]
				h := join(t, &lan, tt.config)
				watch := lan.attach(serverMAC)
				ctx, cancel := context.WithCancel(t.Context())
				done := make(chan error, 1)
				go func() { _, err := h.Acquire(ctx); done <- err }()
				b := make([]byte, 2048)
				var before time.Time
				var xid dhcpv4.TransactionID
				for i := range len(tt.want) + 1 {
					n, err := watch.ReadFrame(b)
					if err != nil {
						t.Fatal(err)
					}
					now, m := time.Now(), decodeFrame(t, b[:n])
					if i == 0 {
						xid = m.TransactionID
					} else if d := now.Sub(before) - tt.want[i-1]; d < -tt.jitter || d > tt.jitter {
						t.Errorf("wait %d took %s, want %s", i, now.Sub(before), tt.want[i-1])
					}
					if m.TransactionID != xid {
						t.Errorf("transmission %d has another transaction id", i)
					}
					before = now
				}
				cancel()
				if err := <-done; !errors.Is(err, context.Canceled) || !errors.Is(err, ErrNoAnswer) {
					t.Errorf("Acquire: %v", err)
				}
				if h.State() != StateInit {
					t.Errorf("state %s after giving up", h.State())
				}
			})
		})
	}
}

// What the client does when messages are lost or refused.
func TestClientRules(t *testing.T) {
	type world struct {
		*testing.T
		lan *segment
		s   *Server
		h   *host
	}
	nth := func(n int, k dhcpv4.MessageType) func([]byte) bool {
		return func(f []byte) bool {
			d, err := parseFrame(f)
			if err != nil || len(d.payload) < headerLength+3 || d.payload[headerLength+2] != byte(k) {
				return false
			}
			n--
			return n == 0
		}
	}
	tests := []struct {
		name     string
		server   func(*Config)
		client   func(*ClientConfig)
		do       func(w world)
		messages string
		changes  string
	}{
		{
			name: "lost ACK: the REQUEST is sent again (4.4.1)",
			do: func(w world) {
				w.lan.lose(nth(1, dhcpv4.MessageTypeAck))
				if _, err := w.h.Acquire(within(w.T, time.Minute)); err != nil {
					w.Error(err)
				}
			},
			messages: "DISCOVER OFFER REQUEST ACK REQUEST ACK", changes: "bound 192.168.1.100/24",
		},
		{
			name: "a conflict is declined and another address obtained (4.4.4)",
			client: func(c *ClientConfig) {
				c.Conflict = func(_ context.Context, a netip.Addr) bool { return a == addr("192.168.1.100") }
			},
			do: func(w world) {
				begin := time.Now()
				if _, err := w.h.Acquire(within(w.T, time.Minute)); err != nil {
					w.Error(err)
				}
				if got := time.Since(begin); got != 10*time.Second {
					w.Errorf("took %s, want the 10 s of RFC 2131, Section 3.1", got)
				}
			},
			messages: "DISCOVER OFFER REQUEST ACK DECLINE DISCOVER OFFER REQUEST ACK", changes: "bound 192.168.1.101/24",
		},
		{
			name: "release by unicast, then idle (4.4.6)",
			do: func(w world) {
				if _, err := w.h.Acquire(within(w.T, time.Minute)); err != nil {
					w.Error(err)
				}
				if err := w.h.Release(w.Context()); err != nil {
					w.Error(err)
				}
				synctest.Wait()
				d, _ := parseFrame(w.lan.frames()[4])
				if d.dstMAC != serverMAC || d.dst.Addr() != serverAddr || d.src.Addr() != addr("192.168.1.100") {
					w.Errorf("release went to %x %s from %s", d.dstMAC, d.dst, d.src)
				}
				if got := w.s.Leases()[0].State; got != Released {
					w.Errorf("server holds it as %s", got)
				}
				if _, ok := w.h.Lease(); ok || w.h.State() != StateInit {
					w.Errorf("client is %s, has lease %t", w.h.State(), ok)
				}
				if _, err := w.h.Renew(w.Context()); !errors.Is(err, ErrNoLease) {
					w.Errorf("Renew without a lease: %v", err)
				}
			},
			messages: "DISCOVER OFFER REQUEST ACK RELEASE", changes: "bound 192.168.1.100/24, released 192.168.1.100/24",
		},
		{
			name: "renew at once",
			do: func(w world) {
				if _, err := w.h.Acquire(within(w.T, time.Minute)); err != nil {
					w.Error(err)
				}
				if _, err := w.h.Renew(within(w.T, time.Second)); err != nil {
					w.Error(err)
				}
			},
			messages: "DISCOVER OFFER REQUEST ACK REQUEST ACK", changes: "bound 192.168.1.100/24, renewed 192.168.1.100/24",
		},
		{
			name: "a NAK takes the address away, and the client starts over (4.4.5)",
			do: func(w world) {
				if _, err := w.h.Acquire(within(w.T, time.Minute)); err != nil {
					w.Error(err)
				}
				// Another client got the address in the meantime.
				w.s.mu.Lock()
				table := w.s.tables[0]
				table.byAddr[addr("192.168.1.100")].key = "another"
				delete(table.byKey, string(clientMAC[:]))
				w.s.mu.Unlock()
				if _, err := w.h.Renew(within(w.T, time.Second)); !errors.Is(err, ErrRefused) {
					w.Errorf("Renew: %v", err)
				}
				pass(time.Second)
			},
			messages: "DISCOVER OFFER REQUEST ACK REQUEST NAK DISCOVER OFFER REQUEST ACK",
			changes:  "bound 192.168.1.100/24, nak 192.168.1.100/24, bound 192.168.1.101/24",
		},
		{
			name: "reboot with a known address (3.2)",
			do: func(w world) {
				if _, err := w.h.Acquire(within(w.T, time.Minute)); err != nil {
					w.Error(err)
				}
				if _, err := w.h.Reboot(within(w.T, time.Minute), addr("192.168.1.100")); err != nil {
					w.Error(err)
				}
			},
			messages: "DISCOVER OFFER REQUEST ACK REQUEST ACK",
			changes:  "bound 192.168.1.100/24, dropped 192.168.1.100/24, bound 192.168.1.100/24",
		},
		{
			name: "reboot into another network: NAK, then from the start (3.2)",
			do: func(w world) {
				if _, err := w.h.Reboot(within(w.T, time.Minute), addr("10.9.9.9")); err != nil {
					w.Error(err)
				}
			},
			messages: "REQUEST NAK DISCOVER OFFER REQUEST ACK", changes: "bound 192.168.1.100/24",
		},
		{
			name: "inform leaves the lease alone (4.4.3)",
			do: func(w world) {
				l, err := w.h.Inform(within(w.T, time.Minute), netip.MustParsePrefix("192.168.1.7/24"))
				if err != nil || l.Duration != 0 || len(l.DNS) != 1 {
					w.Errorf("Inform: %+v, %v", l, err)
				}
			},
			messages: "INFORM ACK",
		},
		{
			name: "wishes reach the server (3.5)",
			client: func(c *ClientConfig) {
				c.RequestAddress, c.RequestTime, c.Broadcast, c.ClientID = addr("192.168.1.102"), time.Hour, true, []byte{0, 'a'}
			},
			do: func(w world) {
				l, err := w.h.Acquire(within(w.T, time.Minute))
				if err != nil || l.Duration != time.Hour || string(l.ClientID) != "\x00a" {
					w.Errorf("Acquire: %+v, %v", l, err)
				}
				if d, _ := parseFrame(w.lan.frames()[1]); d.dstMAC != broadcastMAC {
					w.Errorf("OFFER went to %x in spite of the BROADCAST flag", d.dstMAC)
				}
			},
			messages: "DISCOVER OFFER REQUEST ACK", changes: "bound 192.168.1.102/24",
		},
		{
			name: "an infinite lease is never renewed (3.3)",
			server: func(c *Config) {
				c.Subnets[0].LeaseTime = Infinite
			},
			do: func(w world) {
				l, err := w.h.Acquire(within(w.T, time.Minute))
				if err != nil || !l.Expires().IsZero() {
					w.Errorf("Acquire: %+v, %v", l, err)
				}
				pass(100 * 24 * time.Hour)
			},
			messages: "DISCOVER OFFER REQUEST ACK", changes: "bound 192.168.1.100/24",
		},
		{
			name: "a later call takes over",
			do: func(w world) {
				w.lan.lose(func([]byte) bool { return true })
				first := make(chan error, 1)
				go func() { _, err := w.h.Acquire(w.Context()); first <- err }()
				synctest.Wait()
				if err := w.h.Release(w.Context()); err != nil {
					w.Error(err)
				}
				if err := <-first; !errors.Is(err, ErrInterrupted) {
					w.Errorf("Acquire: %v", err)
				}
				pass(time.Hour)
			},
			messages: "DISCOVER",
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				var lan segment
				sc, cc := homeConfig(), ClientConfig{MAC: clientMAC[:], Rand: seeded()}
				if tt.server != nil {
					tt.server(&sc)
				}
				if tt.client != nil {
					tt.client(&cc)
				}
				log := newEvents()
				cc.Logger = testLogger(log)
				w := world{t, &lan, serve(t, &lan, sc), join(t, &lan, cc)}
				tt.do(w)
				synctest.Wait()
				if got := lan.kinds(t); got != tt.messages {
					t.Errorf("messages %s, want %s\n%s", got, tt.messages, log)
				}
				if got := w.h.changes.String(); got != tt.changes {
					t.Errorf("changes %q, want %q", got, tt.changes)
				}
			})
		})
	}
}

// With a socket, renewals leave the kernel's way, and the port is held while bound.
func TestClientSocket(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var lan segment
		serve(t, &lan, homeConfig())
		var opened []string
		var own *socket
		h := join(t, &lan, ClientConfig{MAC: clientMAC[:], ListenPacket: func(_ context.Context, network, address string) (net.PacketConn, error) {
			opened = append(opened, network+" "+address)
			own = &socket{lan.attach(clientMAC), netip.MustParseAddrPort(address)}
			return own, nil
		}})
		if _, err := h.Acquire(within(t, time.Second)); err != nil {
			t.Fatal(err)
		}
		if _, err := h.Renew(within(t, time.Second)); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff([]string{"udp4 192.168.1.100:68"}, opened); diff != "" {
			t.Errorf("sockets opened (-want +got):\n%s", diff)
		}
		if err := h.Release(t.Context()); err != nil {
			t.Fatal(err)
		}
		select {
		case <-own.closed:
		default:
			t.Error("the socket outlived the lease")
		}
	})
}

func TestRunEnds(t *testing.T) {
	broken := errors.New("no such device")
	tests := []struct {
		name string
		end  func(h *host, cancel func())
		want error
	}{
		{"with its context", func(_ *host, cancel func()) { cancel() }, nil},
		{"with the link", func(h *host, _ func()) { _ = h.port.Close() }, net.ErrClosed},
		{"with apply", func(h *host, _ func()) { go func() { _, _ = h.Acquire(context.Background()) }() }, broken},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				var lan segment
				serve(t, &lan, homeConfig())
				p := lan.attach(clientMAC)
				client, err := NewClient(p, ClientConfig{MAC: clientMAC[:]})
				if err != nil {
					t.Fatal(err)
				}
				ctx, cancel := context.WithCancel(t.Context())
				defer cancel()
				done := make(chan error, 1)
				go func() { done <- client.Run(ctx, func(context.Context, Change) error { return broken }) }()
				synctest.Wait()
				tt.end(&host{Client: client, port: p}, cancel)
				if err := <-done; !errors.Is(err, tt.want) || (err == nil) != (tt.want == nil) {
					t.Errorf("Run: %v, want %v", err, tt.want)
				}
				if _, err := client.Acquire(t.Context()); !errors.Is(err, ErrStopped) {
					t.Errorf("Acquire after Run: %v", err)
				}
				if err := client.Run(ctx, nil); err == nil || !strings.Contains(err.Error(), "before") {
					t.Errorf("second Run: %v", err)
				}
			})
		})
	}
}
