package dhcp4

import (
	"context"
	"net"

	"github.com/netrig/netrig/services"
)

var _ services.Server = (*Server)(nil)

// Server is a DHCP server on one interface (RFC 2131, Section 4.3).
type Server struct {
	conn   net.PacketConn
	frames FrameSender
	config Config
}

// New returns a Server that receives on conn, UDP port 67 on the interface that
// holds c.Address, and reaches clients that have no address yet through frames on
// the same interface. Both are the Server's from here on, even if New fails they
// stay open. The error tells which setting is unusable and why.
func New(conn net.PacketConn, frames FrameSender, c Config) (*Server, error) {
	return &Server{conn: conn, frames: frames, config: c}, nil
}

// Serve answers clients until ctx ends, then closes the sockets and returns nil.
func (s *Server) Serve(ctx context.Context) error {
	<-ctx.Done()
	return s.conn.Close()
}

// Leases returns the leases in order of address, those held for nobody left out.
// It may be called at any time from any goroutine.
func (s *Server) Leases() []Lease { return nil }

// Stats returns the counters so far. It may be called as Leases may.
func (s *Server) Stats() Stats { return Stats{} }
