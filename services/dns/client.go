package dns

import (
	"context"
	"errors"
	"log/slog"
	"net"
	"net/netip"
	"time"
)

// DialFunc opens a connection to a literal IP address and port, as
// net.Dialer.DialContext does. Networks are udp and tcp.
type DialFunc func(ctx context.Context, network, address string) (net.Conn, error)

// Client is a stub resolver (RFC 1034, Section 5.3.1): it asks the name
// servers it is told, one after the other, as resolv.conf(5) describes. A
// Client is safe for concurrent use; its fields must not change meanwhile.
type Client struct {
	Dial        DialFunc                // required
	Nameservers func() []netip.AddrPort // required; asked at each lookup, in order of preference
	Timeout     time.Duration           // of one query to one server; 5s if 0
	Attempts    int                     // rounds over all servers; 2 if 0
	TCP         bool                    // ask over TCP at once
	NoRecursion bool                    // clear the RD bit
	UDPSize     uint16                  // advertised by EDNS (RFC 6891), in octets; 0: no EDNS, 512
	IPv6        bool                    // LookupHost asks for AAAA records too
	Logger      *slog.Logger            // events; nil discards
}

// Lookup asks for the records of one name and type, as in
// Lookup(ctx, "www.google.com", "A").
func (c *Client) Lookup(ctx context.Context, name, typ string) (Answer, error) {
	return Answer{}, errors.ErrUnsupported
}

// LookupHost returns the addresses of a host.
func (c *Client) LookupHost(ctx context.Context, name string) ([]netip.Addr, error) {
	return nil, errors.ErrUnsupported
}
