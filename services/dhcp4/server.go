package dhcp4

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/netip"
	"slices"
	"sync"
	"time"

	"github.com/insomniacslk/dhcp/dhcpv4"

	"github.com/netrig/netrig/services"
)

var _ services.Server = (*Server)(nil)

// maxProbes is how many conflict probes run at once; a DISCOVER beyond is
// ignored, and its client asks again.
const maxProbes = 64

// Server is a DHCP server on one interface (RFC 2131, Section 4.3).
type Server struct {
	conn   net.PacketConn
	frames FrameSender
	config Config

	sending sync.Mutex // one frame at a time

	mu     sync.Mutex
	tables []*table
	stats  Stats
	due    time.Time // when the expirer wakes up; zero if it sleeps

	wake   chan struct{} // tells the expirer that due came nearer
	probes chan struct{} // a place for each running probe
	work   sync.WaitGroup
}

// New returns a Server that receives on conn, UDP port 67 on the interface that
// holds c.Address, and reaches clients that have no address yet through frames on
// the same interface. Serve closes both; they stay open if New fails. The error
// tells which setting is unusable and why.
func New(conn net.PacketConn, frames FrameSender, c Config) (*Server, error) {
	if conn == nil || frames == nil {
		return nil, errors.New("dhcp4: the server needs a socket and a frame sender")
	}
	c, err := c.complete()
	if err != nil {
		return nil, fmt.Errorf("dhcp4: %w", err)
	}
	s := &Server{
		conn: conn, frames: frames, config: c,
		wake: make(chan struct{}, 1), probes: make(chan struct{}, maxProbes),
	}
	for i := range c.Subnets {
		s.tables = append(s.tables, newTable(&c.Subnets[i]))
	}
	return s, nil
}

// Serve answers clients until ctx ends, then closes the sockets and returns nil.
// An error means that the socket failed. It may be called once.
func (s *Server) Serve(ctx context.Context) error {
	ctx, cancel := context.WithCancel(ctx)
	stop := context.AfterFunc(ctx, func() { _ = s.conn.Close() }) // interrupts ReadFrom
	defer func() {
		cancel()
		stop()
		s.work.Wait()
		_ = s.conn.Close()
		if c, ok := s.frames.(io.Closer); ok {
			_ = c.Close()
		}
	}()
	s.work.Go(func() { s.expirer(ctx) })

	b := make([]byte, 1<<16)
	for {
		n, _, err := s.conn.ReadFrom(b)
		if ctx.Err() != nil {
			return nil
		}
		if err != nil {
			return fmt.Errorf("dhcp4: %w", err)
		}
		s.handle(ctx, b[:n])
	}
}

// handle answers one datagram.
func (s *Server) handle(ctx context.Context, b []byte) {
	t := s.turn(ctx)
	m, err := parseMessage(b, dhcpv4.OpcodeBootRequest)
	s.mu.Lock()
	switch {
	case errors.Is(err, errNotDHCP):
		s.stats.Ignored++
		t.note(slog.LevelInfo, "ignored", slog.String("reason", err.Error()))
	case err != nil:
		s.stats.Malformed++
		t.note(slog.LevelWarn, "malformed", slog.String("reason", err.Error()),
			slog.Int("length", len(b)), slog.Uint64("count", s.stats.Malformed))
	default:
		t.m = m
		t.expire()
		t.decide()
	}
	s.rearm()
	s.mu.Unlock()
	t.finish(ctx)
}

// turn is one step of the server: what happened, and what is to be done about
// it once the tables are unlocked.
type turn struct {
	s      *Server
	now    time.Time
	quiet  bool // nobody reads the events
	m      *message
	events []event
	reply  *reply
	probe  func(context.Context) // runs beside the server
}

func (s *Server) turn(ctx context.Context) *turn {
	return &turn{s: s, now: s.config.Now(), quiet: !s.config.Logger.Enabled(ctx, slog.LevelError)}
}

type event struct {
	level slog.Level
	name  string
	attrs []slog.Attr
}

// note records an event; the message at hand, if any, gives its first attributes.
func (t *turn) note(level slog.Level, name string, attrs ...slog.Attr) {
	if t.quiet {
		return
	}
	var all []slog.Attr
	if t.m != nil {
		all = append(all, slog.String("mac", t.m.ClientHWAddr.String()), slog.String("xid", t.m.xid()))
		if t.m.giaddr.IsValid() {
			all = append(all, slog.String("relay", t.m.giaddr.String()))
		}
	}
	t.events = append(t.events, event{level, name, append(all, attrs...)})
}

// finish logs the events, sends the reply and starts the probe of a turn.
func (t *turn) finish(ctx context.Context) {
	t.log(ctx)
	if t.reply != nil {
		if err := t.s.send(*t.reply); err != nil && ctx.Err() == nil {
			t.s.mu.Lock()
			t.s.stats.Failed++
			t.s.mu.Unlock()
			t.note(slog.LevelError, "failed", slog.String("to", t.reply.to.String()), slog.String("error", err.Error()))
			t.log(ctx)
		}
	}
	if t.probe != nil {
		t.s.work.Go(func() {
			defer func() { <-t.s.probes }()
			t.probe(ctx)
		})
	}
}

func (t *turn) log(ctx context.Context) {
	for _, e := range t.events { // the handler drops what is below its level
		t.s.config.Logger.LogAttrs(ctx, e.level, e.name, e.attrs...)
	}
	t.events = nil
}

// expire ends what has run out by now.
func (t *turn) expire() {
	for _, table := range t.s.tables {
		for _, b := range table.expire(t.now) {
			name := "lapsed"
			if b.state == Declined {
				name = "reinstated"
			}
			if b.state == Bound {
				name = "expired"
				t.s.stats.Expired++
			}
			if !t.quiet {
				t.events = append(t.events, event{slog.LevelInfo, name, []slog.Attr{
					slog.String("mac", net.HardwareAddr(b.mac[:]).String()), slog.String("address", b.addr.String()),
				}})
			}
		}
	}
}

// next is when the first lease ends, the zero time if none does.
func (s *Server) next() time.Time {
	var due time.Time
	for _, t := range s.tables {
		if len(t.ends) > 0 && (due.IsZero() || t.ends[0].ends.Before(due)) {
			due = t.ends[0].ends
		}
	}
	return due
}

// rearm wakes the expirer if a lease now ends before it would look.
func (s *Server) rearm() {
	due := s.next()
	if due.IsZero() || !s.due.IsZero() && !due.Before(s.due) {
		return
	}
	s.due = due
	select {
	case s.wake <- struct{}{}:
	default:
	}
}

// expirer reports leases that run out while no client speaks. It ends with ctx.
func (s *Server) expirer(ctx context.Context) {
	timer := time.NewTimer(0)
	defer timer.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-s.wake:
		case <-timer.C:
		}
		t := s.turn(ctx)
		s.mu.Lock()
		t.expire()
		if s.due = s.next(); !s.due.IsZero() {
			timer.Reset(s.due.Sub(t.now))
		}
		s.mu.Unlock()
		t.finish(ctx)
	}
}

// Leases returns every address that is or was lent, in order of address: offered,
// bound, declined, and those released or expired that nobody got since. It may be
// called at any time from any goroutine.
func (s *Server) Leases() []Lease {
	now := s.config.Now()
	s.mu.Lock()
	defer s.mu.Unlock()
	var leases []Lease
	for _, t := range s.tables {
		for _, b := range t.byAddr {
			if b.state != lapsed {
				leases = append(leases, s.lease(t, b, now))
			}
		}
	}
	slices.SortFunc(leases, func(a, b Lease) int { return a.Address.Addr().Compare(b.Address.Addr()) })
	return leases
}

// lease describes a binding as of now, even if its end is still to be noticed.
func (s *Server) lease(t *table, b *binding, now time.Time) Lease {
	l := Lease{
		Address:  netip.PrefixFrom(b.addr, t.Prefix.Bits()),
		State:    b.state,
		MAC:      net.HardwareAddr(bytes.Clone(b.mac[:])),
		Hostname: b.hostname,
		Server:   s.config.Address,
		Routers:  slices.Clone(t.Routers),
		DNS:      slices.Clone(t.DNS),
		Domain:   t.Domain,
		Duration: b.duration,
		Obtained: b.since,
	}
	if b.clientID != "" {
		l.ClientID = []byte(b.clientID)
	}
	_, l.T1, l.T2 = t.grant(b.duration)
	if b.state == Bound && !b.ends.IsZero() && !b.ends.After(now) {
		l.State = Expired
	}
	return l
}

// Stats returns the counters so far. It may be called as Leases may.
func (s *Server) Stats() Stats {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.stats
}
