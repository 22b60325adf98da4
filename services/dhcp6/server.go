package dhcp6

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"sync"

	"github.com/insomniacslk/dhcp/dhcpv6"

	"github.com/netrig/netrig/services"
)

var _ services.Server = (*Server)(nil)

// Server is a DHCPv6 server on one interface (RFC 8415, Section 18.3).
type Server struct {
	conn   net.PacketConn
	config Config
	id     dhcpv6.DUID

	mu    sync.Mutex
	table *table
	stats Stats
}

// New returns a Server that receives and answers on conn: UDP port 547, bound to
// the interface, a member of [Servers] there. Serve closes it; it stays open if
// New fails. The error tells which setting is unusable and why.
func New(conn net.PacketConn, c Config) (*Server, error) {
	if conn == nil {
		return nil, errors.New("dhcp6: the server needs a socket")
	}
	c, err := c.complete()
	if err != nil {
		return nil, fmt.Errorf("dhcp6: %w", err)
	}
	s := &Server{conn: conn, config: c, id: linkLayer(c.MAC)}
	s.table = newTable(&s.config)
	return s, nil
}

// Serve answers clients until ctx ends, then closes the socket and returns nil. An
// error means that the socket failed. It may be called once.
func (s *Server) Serve(ctx context.Context) error {
	stop := context.AfterFunc(ctx, func() { _ = s.conn.Close() }) // interrupts ReadFrom
	defer func() {
		stop()
		_ = s.conn.Close()
	}()
	b := make([]byte, 1<<16)
	for {
		n, from, err := s.conn.ReadFrom(b)
		if ctx.Err() != nil {
			return nil
		}
		if err != nil {
			return fmt.Errorf("dhcp6: %w", err)
		}
		s.handle(ctx, b[:n], from)
	}
}

// handle answers one datagram.
func (s *Server) handle(ctx context.Context, b []byte, from net.Addr) {
	m, err := parse(b)
	log := s.config.Logger
	switch {
	case errors.Is(err, errRelayed):
		s.count(func(c *Stats) { c.Ignored++ })
		log.LogAttrs(ctx, slog.LevelInfo, "ignored", slog.String("reason", err.Error()))
		return
	case err != nil:
		s.count(func(c *Stats) { c.Malformed++ })
		log.LogAttrs(ctx, slog.LevelWarn, "malformed", slog.String("reason", err.Error()), slog.Int("length", len(b)))
		return
	}
	log = log.With(slog.String("duid", duid(bytesOf(m.Options.ClientID()))), slog.String("xid", xid(m.TransactionID)))
	s.mu.Lock()
	t := &turn{s: s, m: m, now: s.config.Now(), log: log}
	reply, ignored := t.decide(ctx)
	if ignored != "" {
		s.stats.Ignored++
	} else {
		s.stats.Received++
	}
	s.mu.Unlock()
	if ignored != "" {
		log.LogAttrs(ctx, slog.LevelInfo, "ignored", slog.String("type", m.Type().String()), slog.String("reason", ignored))
	}
	if reply == nil {
		return
	}
	if _, err := s.conn.WriteTo(reply.ToBytes(), unzoned(from)); err != nil && ctx.Err() == nil {
		s.count(func(c *Stats) { c.Failed++ })
		log.LogAttrs(ctx, slog.LevelError, "failed", slog.String("to", from.String()), slog.String("error", err.Error()))
	}
}

// unzoned leaves out the name of the interface, which is one of the namespace that
// the process is in. The socket is bound to the right one.
func unzoned(a net.Addr) net.Addr {
	if u, ok := a.(*net.UDPAddr); ok {
		return &net.UDPAddr{IP: u.IP, Port: u.Port}
	}
	return a
}

func (s *Server) count(f func(*Stats)) {
	s.mu.Lock()
	defer s.mu.Unlock()
	f(&s.stats)
}

// Stats returns the counters.
func (s *Server) Stats() Stats {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.stats
}

// Leases returns the addresses that are lent, sorted.
func (s *Server) Leases() []Binding {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.table.bindings(s.config.Now())
}
