package ra

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net/netip"
	"sync"
	"time"

	"github.com/mdlayher/ndp"

	"github.com/netrig/netrig/services"
)

var _ services.Server = (*Server)(nil)

// The first advertisements come closer together, so that hosts find a new router
// soon (RFC 4861, Section 6.2.4; the names are those of Section 10).
const (
	initialCount    = 3                // MAX_INITIAL_RTR_ADVERTISEMENTS
	initialInterval = 16 * time.Second // MAX_INITIAL_RTR_ADVERT_INTERVAL
	leastBetween    = 3 * time.Second  // MIN_DELAY_BETWEEN_RAS
)

// Server is a router that advertises itself on one interface.
type Server struct {
	conn   Conn
	config Config
	usual  []byte // the advertisement
	final  []byte // the one that takes it back

	mu    sync.Mutex
	stats Stats
}

// Stats counts what a Server has seen and done. Every received message is
// counted once among Solicitations and Ignored.
type Stats struct {
	Solicitations  uint64 // understood
	Ignored        uint64 // broken, or not from this link
	Advertisements uint64 // sent, the last one included
	Failed         uint64 // that could not be sent
}

// New returns a Server that advertises what c says over conn, which Serve closes;
// it stays open if New fails. The error tells which setting is unusable and why.
func New(conn Conn, c Config) (*Server, error) {
	if conn == nil {
		return nil, errors.New("ra: the server needs a socket")
	}
	c, err := c.complete()
	if err != nil {
		return nil, fmt.Errorf("ra: %w", err)
	}
	s := &Server{conn: conn, config: c}
	if s.usual, err = c.advertisement(c.Lifetime); err == nil {
		s.final, err = c.advertisement(0)
	}
	if err != nil {
		return nil, fmt.Errorf("ra: %w", err)
	}
	return s, nil
}

// Stats returns the counters.
func (s *Server) Stats() Stats {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.stats
}

// Serve advertises until ctx ends, then says that the router is none any more
// (RFC 4861, Section 6.2.5), closes the socket and returns nil. An error means
// that the socket failed. It may be called once.
func (s *Server) Serve(ctx context.Context) error {
	heard := make(chan netip.Addr)
	failed := make(chan error, 1)
	stopped := make(chan struct{})
	var reader sync.WaitGroup
	reader.Go(func() { failed <- s.read(ctx, heard, stopped) }) // ends when the socket is closed
	err := s.advertise(ctx, heard, failed)
	if err == nil && s.config.Lifetime > 0 {
		s.send(ctx, s.final, allNodes, "final")
	}
	close(stopped)
	_ = s.conn.Close()
	reader.Wait()
	if err != nil {
		return fmt.Errorf("ra: %w", err)
	}
	return nil
}

// advertise sends what is due until ctx ends.
func (s *Server) advertise(ctx context.Context, heard <-chan netip.Addr, failed <-chan error) error {
	var last time.Time // of an advertisement to all
	due, why := time.Now(), "periodic"
	timer := time.NewTimer(0)
	defer timer.Stop()
	answers := answers{due: map[netip.Addr]time.Time{}}
	for sent := 0; ; {
		next := due
		if at, ok := answers.first(); ok && at.Before(next) {
			next = at
		}
		timer.Reset(time.Until(next))
		select {
		case <-ctx.Done():
			return nil
		case err := <-failed:
			if ctx.Err() != nil {
				return nil
			}
			return err
		case from := <-heard:
			at := time.Now().Add(s.chance(0, s.config.Delay))
			if !from.IsUnspecified() {
				answers.add(from, at)
				break
			}
			// Who has no address yet is answered with all others, not more often than
			// hosts can bear.
			if bearable := last.Add(min(leastBetween, s.config.Interval/3)); at.Before(bearable) {
				at = bearable
			}
			if at.Before(due) {
				due, why = at, "solicited"
			}
		case <-timer.C:
			now := time.Now()
			for _, to := range answers.take(now) {
				s.send(ctx, s.usual, to, "solicited")
			}
			if now.Before(due) {
				break
			}
			s.send(ctx, s.usual, allNodes, why)
			last, why = now, "periodic"
			wait := s.chance(s.config.Interval/3, s.config.Interval)
			if sent++; sent < initialCount {
				wait = min(wait, initialInterval)
			}
			due = now.Add(wait)
		}
	}
}

// chance draws a time between two.
func (s *Server) chance(least, most time.Duration) time.Duration {
	if most <= least {
		return least
	}
	return least + time.Duration(s.config.Rand.Int64N(int64(most-least)+1))
}

// answers are the hosts that are to be answered, and when.
type answers struct{ due map[netip.Addr]time.Time }

// maxAnswers bounds the hosts that wait at once: the rest ask again.
const maxAnswers = 1024

func (a *answers) add(to netip.Addr, at time.Time) {
	if _, waits := a.due[to]; !waits && len(a.due) < maxAnswers {
		a.due[to] = at
	}
}

func (a *answers) first() (at time.Time, ok bool) {
	for _, t := range a.due {
		if !ok || t.Before(at) {
			at, ok = t, true
		}
	}
	return at, ok
}

func (a *answers) take(now time.Time) []netip.Addr {
	var all []netip.Addr
	for to, at := range a.due {
		if !at.After(now) {
			all = append(all, to)
			delete(a.due, to)
		}
	}
	return all
}

// send sends one advertisement. One that cannot be sent is lost on the way.
func (s *Server) send(ctx context.Context, message []byte, to netip.Addr, why string) {
	err := s.conn.WriteTo(message, s.config.Address, to)
	s.mu.Lock()
	if err == nil {
		s.stats.Advertisements++
	} else {
		s.stats.Failed++
	}
	s.mu.Unlock()
	if err != nil {
		s.config.Logger.LogAttrs(ctx, slog.LevelError, "failed", slog.String("to", to.String()), slog.String("error", err.Error()))
		return
	}
	s.config.Logger.LogAttrs(ctx, slog.LevelInfo, "advertisement", slog.String("to", to.String()), slog.String("why", why))
}

// read hands over who solicits, until the socket is closed.
func (s *Server) read(ctx context.Context, heard chan<- netip.Addr, stopped <-chan struct{}) error {
	b := make([]byte, 1<<16)
	for {
		n, from, hops, err := s.conn.ReadFrom(b)
		if err != nil {
			return err
		}
		if err := solicitation(b[:n], from, hops); err != nil {
			s.mu.Lock()
			s.stats.Ignored++
			s.mu.Unlock()
			s.config.Logger.LogAttrs(ctx, slog.LevelInfo, "ignored", slog.String("from", from.String()), slog.String("reason", err.Error()))
			continue
		}
		s.mu.Lock()
		s.stats.Solicitations++
		s.mu.Unlock()
		s.config.Logger.LogAttrs(ctx, slog.LevelInfo, "solicitation", slog.String("from", from.String()))
		select {
		case heard <- from:
		case <-stopped:
			return nil
		}
	}
}

// solicitation tells what is wrong with a router solicitation (RFC 4861, Section
// 6.1.1). The checksum was the kernel's to check.
func solicitation(b []byte, from netip.Addr, hops int) error {
	if hops != hopLimit {
		return fmt.Errorf("its hop limit is %d: it came through a router", hops)
	}
	m, err := ndp.ParseMessage(b)
	if err != nil {
		return err
	}
	rs, ok := m.(*ndp.RouterSolicitation)
	if !ok {
		return fmt.Errorf("it is no router solicitation: type %d", b[0])
	}
	for _, o := range rs.Options {
		if l, ok := o.(*ndp.LinkLayerAddress); ok && l.Direction == ndp.Source && from.IsUnspecified() {
			return errors.New("it has a link-layer address, and no address")
		}
	}
	return nil
}
