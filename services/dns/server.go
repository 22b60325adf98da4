package dns

import (
	"context"
	"errors"
	"log/slog"
	"net"
)

// ServerConfig tells an authoritative server what to answer and where.
type ServerConfig struct {
	Zones      []*Zone
	PacketConn net.PacketConn // UDP, open; nil for none. Closed by Serve.
	Listener   net.Listener   // TCP, open; nil for none. Closed by Serve.
	UDPSize    uint16         // largest UDP answer, in octets, for clients that offer as much (RFC 6891); 1232 if 0
	Logger     *slog.Logger   // events; nil discards
}

// Server is an authoritative name server (RFC 1034, Section 4.3).
type Server struct{}

// NewServer returns a server for the zones.
func NewServer(c ServerConfig) (*Server, error) { return nil, errors.ErrUnsupported }

// Serve answers until ctx ends, closes the sockets and returns nil.
func (s *Server) Serve(ctx context.Context) error { return errors.ErrUnsupported }
