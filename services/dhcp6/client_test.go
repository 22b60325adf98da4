package dhcp6

import (
	"context"
	"errors"
	"net"
	"net/netip"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/insomniacslk/dhcp/dhcpv6"
)

func wantTypes(t *testing.T, r *rig, want ...string) {
	t.Helper()
	if diff := cmp.Diff(want, r.types()); diff != "" {
		t.Errorf("messages (-want +got):\n%s", diff)
	}
}

func wantReasons(t *testing.T, s *station, want ...Reason) {
	t.Helper()
	if diff := cmp.Diff(want, s.reasons()); diff != "" {
		t.Errorf("changes (-want +got):\n%s", diff)
	}
}

func bubble(t *testing.T, c Config, f func(*rig)) {
	t.Helper()
	synctest.Test(t, func(t *testing.T) {
		r := newRig(t, c)
		defer r.end()
		f(r)
	})
}

// A life with nothing in its way: four messages, T1, RELEASE.
func TestLife(t *testing.T) {
	bubble(t, served(), func(r *rig) {
		t := r.t
		s := r.station(2, nil)
		defer s.stop()
		began := time.Now()
		l, err := s.Acquire(t.Context())
		if err != nil || time.Since(began) != 0 {
			t.Fatalf("%v after %s", err, time.Since(began))
		}
		wantTypes(t, r, "SOLICIT", "ADVERTISE", "REQUEST", "REPLY")
		want := Lease{Address: served().First, Server: netip.MustParseAddr("fe80::1"), DNS: served().DNS, Domain: served().Domain,
			Valid: 100 * time.Second, Preferred: 80 * time.Second, T1: 40 * time.Second, T2: 64 * time.Second}
		if l.Address != want.Address || l.Server != want.Server || l.Valid != want.Valid || l.Preferred != want.Preferred ||
			l.T1 != want.T1 || l.T2 != want.T2 || l.DNS[0] != want.DNS[0] || l.Domain[0] != want.Domain[0] || s.State() != StateBound {
			t.Errorf("%+v, want %+v", l, want)
		}
		if b := r.server.Leases(); len(b) != 1 || b[0].Address != l.Address || b[0].IAID != [4]byte{0, 0, 0, 2} {
			t.Errorf("lent: %+v", b)
		}
		pass(39 * time.Second)
		wantTypes(t, r)
		pass(2 * time.Second)
		wantTypes(t, r, "RENEW", "REPLY")
		for _, act := range []func(context.Context) (Lease, error){s.Renew, s.Rebind, s.Confirm, s.Inform} {
			if _, err := act(t.Context()); err != nil {
				t.Error(err)
			}
		}
		wantTypes(t, r, "RENEW", "REPLY", "REBIND", "REPLY", "CONFIRM", "REPLY", "INFORMATION-REQUEST", "REPLY")
		if err := s.Release(t.Context()); err != nil || len(r.server.Leases()) != 0 || s.State() != StateInit {
			t.Errorf("%v, still lent %v, %s", err, r.server.Leases(), s.State())
		}
		wantTypes(t, r, "RELEASE", "REPLY")
		wantReasons(t, s, ReasonBound, ReasonRenewed, ReasonRenewed, ReasonRenewed, ReasonReleased)
		if _, err := s.Renew(t.Context()); !errors.Is(err, ErrNoLease) {
			t.Errorf("renewed nothing: %v", err)
		}
	})
}

// A server that is silent: RENEW until T2, REBIND until the end, and a new start.
func TestExpiry(t *testing.T) {
	bubble(t, served(), func(r *rig) {
		t := r.t
		s := r.station(2, nil)
		defer s.stop()
		if _, err := s.Acquire(t.Context()); err != nil {
			t.Fatal(err)
		}
		r.lose(func(m *dhcpv6.Message) bool {
			return m.MessageType == dhcpv6.MessageTypeRenew || m.MessageType == dhcpv6.MessageTypeRebind
		})
		r.types()
		pass(63 * time.Second)
		if s.State() != StateRenewing {
			t.Errorf("%s before T2", s.State())
		}
		pass(2 * time.Second)
		if s.State() != StateRebinding {
			t.Errorf("%s after T2", s.State())
		}
		wantTypes(t, r, "RENEW", "RENEW", "REBIND")
		pass(36 * time.Second)
		wantReasons(t, s, ReasonBound, ReasonExpired, ReasonBound)
		if l, ok := s.Lease(); !ok || l.Address != served().First {
			t.Errorf("it has %v", l.Address)
		}
	})
}

// What nobody answers is sent again, after 1 s and twice as long each time, and the
// time since the first is in it.
func TestRetransmission(t *testing.T) {
	bubble(t, served(), func(r *rig) {
		t := r.t
		s := r.station(2, nil)
		defer s.stop()
		var at []time.Duration
		var elapsed []time.Duration
		ids := map[dhcpv6.TransactionID]bool{}
		began := time.Now()
		r.lose(func(m *dhcpv6.Message) bool {
			if m.MessageType != dhcpv6.MessageTypeSolicit {
				return false
			}
			at, elapsed = append(at, time.Since(began)), append(elapsed, m.Options.ElapsedTime())
			ids[m.TransactionID] = true
			return true
		})
		ctx, cancel := context.WithTimeout(t.Context(), 20*time.Second)
		defer cancel()
		_, err := s.Acquire(ctx)
		synctest.Wait()
		if !errors.Is(err, ErrNoAnswer) || s.State() != StateInit {
			t.Errorf("%v, %s", err, s.State())
		}
		if len(at) != 5 || len(ids) != 1 || elapsed[0] != 0 || elapsed[1] < 900*time.Millisecond {
			t.Fatalf("sent at %v, %d ids, elapsed %v", at, len(ids), elapsed)
		}
		for i, want := range []time.Duration{0, time.Second, 3 * time.Second, 7 * time.Second, 15 * time.Second} {
			if d := at[i] - want; d < -want/4 || d > want/4 {
				t.Errorf("%d sent after %s, want about %s", i, at[i], want)
			}
		}
	})
}

// Of several servers the one of the highest preference is taken, after the first wait.
func TestPreference(t *testing.T) {
	c := served()
	c.Preference = 10
	bubble(t, c, func(r *rig) {
		t := r.t
		better := served()
		better.MAC, better.Preference = net.HardwareAddr{2, 0, 0, 0, 0, 9}, 20
		better.First, better.Last = netip.MustParseAddr("2001:db8:1::900"), netip.MustParseAddr("2001:db8:1::900")
		_, stop, gone := r.serve(better, "fe80::9")
		defer func() { stop(); <-gone }()
		s := r.station(2, nil)
		defer s.stop()
		began := time.Now()
		l, err := s.Acquire(t.Context())
		if took := time.Since(began); err != nil || l.Address != better.First || took < 900*time.Millisecond || took > 1100*time.Millisecond {
			t.Errorf("%v, %v after %s", l.Address, err, took)
		}
	})
}

func TestRapidCommit(t *testing.T) {
	c := served()
	c.RapidCommit = true
	bubble(t, c, func(r *rig) {
		t := r.t
		rapid, slow := r.station(2, func(c *ClientConfig) { c.RapidCommit = true }), r.station(3, nil)
		defer rapid.stop()
		defer slow.stop()
		if _, err := rapid.Acquire(t.Context()); err != nil {
			t.Fatal(err)
		}
		wantTypes(t, r, "SOLICIT", "REPLY")
		if _, err := slow.Acquire(t.Context()); err != nil {
			t.Fatal(err)
		}
		wantTypes(t, r, "SOLICIT", "ADVERTISE", "REQUEST", "REPLY")
	})
}

// An address that somebody else uses is declined, and another one taken.
func TestDecline(t *testing.T) {
	bubble(t, served(), func(r *rig) {
		t := r.t
		s := r.station(2, nil)
		defer s.stop()
		s.refuse = served().First
		l, err := s.Acquire(t.Context())
		if err != nil || l.Address != served().Last {
			t.Errorf("%v, %v", l.Address, err)
		}
		wantTypes(t, r, "SOLICIT", "ADVERTISE", "REQUEST", "REPLY", "DECLINE", "REPLY", "SOLICIT", "ADVERTISE", "REQUEST", "REPLY")
	})
}

// Settings alone.
func TestInform(t *testing.T) {
	bubble(t, served(), func(r *rig) {
		t := r.t
		s := r.station(2, nil)
		defer s.stop()
		l, err := s.Inform(t.Context())
		if err != nil || l.Address.IsValid() || l.DNS[0] != served().DNS[0] || s.State() != StateInformed {
			t.Errorf("%+v, %v, %s", l, err, s.State())
		}
		wantReasons(t, s, ReasonInformed)
		if _, err := s.Acquire(t.Context()); err != nil {
			t.Error(err)
		}
		wantReasons(t, s, ReasonDropped, ReasonBound)
	})
}

// A server that has forgotten, and another link: the client starts over.
func TestRefused(t *testing.T) {
	bubble(t, served(), func(r *rig) {
		t := r.t
		s := r.station(2, nil)
		defer s.stop()
		if _, err := s.Acquire(t.Context()); err != nil {
			t.Fatal(err)
		}
		r.server.mu.Lock()
		r.server.table = newTable(&r.server.config)
		r.server.mu.Unlock()
		if _, err := s.Renew(t.Context()); !errors.Is(err, ErrRefused) {
			t.Errorf("renewed: %v", err)
		}
		wantReasons(t, s, ReasonBound, ReasonRefused, ReasonBound)
		r.server.mu.Lock()
		r.server.config.Prefixes = []netip.Prefix{netip.MustParsePrefix("2001:db8:2::/64")}
		r.server.mu.Unlock()
		if _, err := s.Confirm(t.Context()); !errors.Is(err, ErrRefused) {
			t.Errorf("confirmed: %v", err)
		}
	})
}

// A call takes over from one that waits, and nothing is left when Run has ended.
func TestCalls(t *testing.T) {
	bubble(t, served(), func(r *rig) {
		t := r.t
		r.lose(func(*dhcpv6.Message) bool { return true })
		s := r.station(2, nil)
		first := make(chan error, 1)
		go func() {
			_, err := s.Acquire(t.Context())
			first <- err
		}()
		synctest.Wait()
		if err := s.Release(t.Context()); err != nil {
			t.Error(err)
		}
		if err := <-first; !errors.Is(err, ErrInterrupted) {
			t.Errorf("the first call: %v", err)
		}
		s.stop()
		if _, err := s.Acquire(t.Context()); !errors.Is(err, ErrStopped) {
			t.Errorf("after the end: %v", err)
		}
	})
	for _, c := range []ClientConfig{{}, {MAC: net.HardwareAddr{2, 0, 0, 0, 0, 1}, Retry: -1}} {
		if _, err := NewClient((&segment{}).socket("fe80::2", false), c); err == nil {
			t.Errorf("%+v is no mistake", c)
		}
	}
}
