package http

import (
	"context"
	"errors"
	"log/slog"
	"net"
	"net/netip"
	"time"
)

// Client sends requests over connections it dials itself. It is safe for
// concurrent use; its fields must not change after the first request.
type Client struct {
	Dial      func(ctx context.Context, network, address string) (net.Conn, error) // required; address is host:port as in the URL
	Timeout   time.Duration                                                        // of a request with its response and redirects; 30s if 0
	Redirects int                                                                  // how many to follow; 0 reports the 3xx itself
	KeepAlive bool                                                                 // keep the connection for the next request instead of closing it
	Logger    *slog.Logger                                                         // events; nil discards
}

// Request is one request.
type Request struct {
	Method  string   // GET if empty
	URL     string   // absolute, scheme http
	Headers []Header // sent with these values; net/http orders them: Host, User-Agent, then by name
	Body    []byte
	Pad     Pad
}

// Header is one header field.
type Header struct{ Name, Value string }

// Pad fills one header field until the whole request, from the first octet
// of the request line to the last of the body, has Size octets.
type Pad struct {
	Header string // the field whose value grows; added where the request has none
	Size   int    // in octets; 0 pads nothing
}

// Result is the response to one request.
type Result struct {
	URL      string // of the final response
	Status   int
	Proto    string
	Headers  map[string][]string
	Body     string // the first 64 KiB
	Size     int64  // octets of the whole body
	SHA256   string // of the whole body, lower-case hex
	Remote   netip.AddrPort
	Local    netip.AddrPort
	Sent     int // octets of the request as written to the connection
	Duration time.Duration
}

// Do sends a request and reads the response to its end.
func (c *Client) Do(ctx context.Context, r Request) (Result, error) {
	return Result{}, errors.ErrUnsupported
}

// Close closes connections kept for later requests.
func (c *Client) Close() error { return nil }
