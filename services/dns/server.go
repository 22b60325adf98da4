package dns

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"time"

	mdns "github.com/miekg/dns"
)

// ServerConfig tells an authoritative server what to answer and where.
type ServerConfig struct {
	Zones      []*Zone
	PacketConn net.PacketConn // UDP, open; nil for none. Closed by Serve.
	Listener   net.Listener   // TCP, open; nil for none. Closed by Serve.
	UDPSize    uint16         // largest UDP answer, in octets, for clients that offer as much (RFC 6891); 1232 if 0
	Logger     *slog.Logger   // events; nil discards
}

// Server is an authoritative name server (RFC 1034, Section 4.3). It answers
// for its zones, refers to those it delegates, and refuses all else.
type Server struct {
	zones   zones
	order   []*Zone
	udpSize uint16
	log     *slog.Logger
	wire    transport
}

// NewServer returns a server for the zones. It takes over the sockets only
// when it returns no error.
func NewServer(c ServerConfig) (*Server, error) {
	s := &Server{zones: make(zones, len(c.Zones)), order: c.Zones, udpSize: sizeOr(c.UDPSize), log: logger(c.Logger)}
	if c.PacketConn == nil && c.Listener == nil {
		return nil, errors.New("dns: a server without a socket; give it a PacketConn, a Listener or both")
	}
	if len(c.Zones) == 0 {
		return nil, errors.New("dns: a server without zones has nothing to answer; give it one")
	}
	for _, z := range c.Zones {
		if z == nil || z.soa == nil {
			return nil, errors.New("dns: a zone that did not come from ParseZone")
		}
		if s.zones[z.origin] != nil {
			return nil, fmt.Errorf("dns: zone %s is there twice; join the two", z.origin)
		}
		s.zones[z.origin] = z
	}
	s.wire = transport{pc: c.PacketConn, ln: c.Listener, log: s.log, answer: s.answer}
	return s, nil
}

// Serve answers until ctx ends, closes the sockets and returns nil. It must
// be called once.
func (s *Server) Serve(ctx context.Context) error {
	for _, z := range s.order {
		s.log.LogAttrs(ctx, slog.LevelInfo, "zone", slog.String("zone", z.origin),
			slog.Int64("serial", int64(z.soa.Serial)), slog.Int("records", z.records))
		for _, w := range z.warnings {
			s.log.LogAttrs(ctx, slog.LevelWarn, "warning", slog.String("zone", z.origin), slog.String("warning", w.String()))
		}
	}
	return s.wire.serve(ctx)
}

// answer is the whole of an authoritative server: no state, no network.
func (s *Server) answer(ctx context.Context, r request) *mdns.Msg {
	start := time.Now()
	q, m := screen(r.raw)
	if q == nil {
		malformed(ctx, s.log, r, m)
		return m
	}
	asked(ctx, s.log, r, q)
	rep := s.zones.answer(q.name, q.typ)
	m = q.response()
	q.fill(m, &rep, r.network, s.udpSize)
	answered(ctx, s.log, r, q, m, start)
	return m
}
