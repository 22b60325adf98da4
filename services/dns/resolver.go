package dns

import (
	"context"
	"errors"
	"log/slog"
	"net"
	"net/netip"
	"time"
)

// Root is the name and address of one root server.
type Root struct {
	Name    string
	Address netip.Addr
}

// ResolverConfig tells a recursive resolver where to start and where to
// answer.
type ResolverConfig struct {
	PacketConn net.PacketConn                   // UDP, open; nil for none. Closed by Serve.
	Listener   net.Listener                     // TCP, open; nil for none. Closed by Serve.
	Dial       DialFunc                         // required: how queries leave
	Roots      []Root                           // required; tried in this order. Roots() has the classic thirteen.
	Timeout    time.Duration                    // of one query to one server; 800ms if 0
	Deadline   time.Duration                    // of one resolution with all its queries; 9s if 0
	CacheSize  int                              // entries; 10,000 if 0
	Shuffle    func(n int, swap func(i, j int)) // order of a zone's servers; nil keeps the order they are listed in
	Minimise   bool                             // ask each zone only for the labels it needs (RFC 9156)
	IPv6       bool                             // talk to servers over IPv6 as well
	UDPSize    uint16                           // offered to servers and largest answer to clients, in octets; 1232 if 0
	Now        func() time.Time                 // the clock that the cache ages by; time.Now if nil
	Logger     *slog.Logger                     // events; nil discards
}

// Resolver is a recursive name server (RFC 1034, Section 5.3.3).
type Resolver struct{}

// NewResolver returns a resolver with an empty cache.
func NewResolver(c ResolverConfig) (*Resolver, error) { return nil, errors.ErrUnsupported }

// Serve answers until ctx ends, closes the sockets and returns nil.
func (r *Resolver) Serve(ctx context.Context) error { return errors.ErrUnsupported }

// Roots returns the thirteen root servers, a to m, at the addresses the
// classic list gives; several of them have moved since.
func Roots() []Root { return nil }
