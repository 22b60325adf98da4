package http

import (
	"bytes"
	"context"
	"crypto/sha256"
	"crypto/tls"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"net/http/httptrace"
	"net/netip"
	"slices"
	"sync"
	"time"
)

// Bounds of a client.
const (
	writeBuffer    = 64 << 10 // octets that leave in one write
	keptBody       = 64 << 10 // octets of the body in a Result
	maxBody        = 1 << 30  // octets of body read at most
	maxPad         = 1 << 20  // octets a request can be padded to
	defaultTimeout = 30 * time.Second
)

// Client sends requests over connections that it dials itself. It is safe
// for concurrent use; its fields must not change after the first request.
//
// A request of up to 64 KiB leaves in one write. Once the response is read
// to its end the connection is closed in order, with FIN, unless KeepAlive
// is set; the request itself says nothing of that unless its headers do.
type Client struct {
	Dial      func(ctx context.Context, network, address string) (net.Conn, error) // required; address is host:port as in the URL
	TLS       *tls.Config                                                          // of https URLs. Nobody is trusted but RootCAs, h2 is not spoken but where NextProtos has it
	Timeout   time.Duration                                                        // of a request with its response and redirects; 30s if 0
	Redirects int                                                                  // how many to follow; 0 reports the 3xx itself
	KeepAlive bool                                                                 // keep the connection for the next request
	Logger    *slog.Logger                                                         // events; nil discards

	once      sync.Once
	transport *http.Transport
}

// Request is one request. No header field is added to those given but Host,
// User-Agent and, with a body or a method that expects one, Content-Length.
type Request struct {
	Method  string   // GET if empty
	URL     string   // absolute, scheme http or https
	Headers []Header // sent with these values, in the order net/http has: Host, User-Agent, then by name
	Body    []byte
	Pad     Pad
}

// Header is one header field. Host takes the place of the URL's, an empty
// User-Agent sends none.
type Header struct{ Name, Value string }

// Pad fills one header field until the whole request, from the first octet
// of the request line to the last of the body, has Size octets.
type Pad struct {
	Header string // the field whose value grows at its end; added where the request has none
	Size   int    // in octets; 0 pads nothing
}

// Result is the response to one request.
type Result struct {
	URL      string // of the response, after redirects
	Status   int
	Proto    string
	Headers  map[string][]string
	Body     string // the first 64 KiB
	Size     int64  // octets of the whole body
	SHA256   string // of the whole body, lower-case hex
	Remote   netip.AddrPort
	Local    netip.AddrPort
	Sent     int // octets of the request as written to the connection, or to TLS; 0 of HTTP/2
	Duration time.Duration

	// Of https URLs: the version of TLS as in "1.3", the cipher suite, the protocol
	// that was negotiated (ALPN), the names and addresses of the server's certificate
	// and the common name of its issuer.
	TLS         string
	Cipher      string
	ALPN        string
	Certificate []string
	Issuer      string
}

// RequestError is the error of a Request that cannot be sent as it is
// described, whatever the network does.
type RequestError struct{ Err error }

// Error says what is wrong with the request.
func (e *RequestError) Error() string { return e.Err.Error() }

// Unwrap returns Err.
func (e *RequestError) Unwrap() error { return e.Err }

// Do sends a request and reads the response to its end. Every status is a
// Result; the error says why there is none, a *RequestError that nothing was
// sent. Where a TLS handshake failed, the Result has what is known of it.
func (c *Client) Do(ctx context.Context, r Request) (Result, error) {
	if c.Dial == nil {
		return Result{}, errors.New("http: a client wants Dial")
	}
	timeout := c.Timeout
	if timeout <= 0 {
		timeout = defaultTimeout
	}
	ctx, cancel := context.WithTimeoutCause(ctx, timeout, fmt.Errorf("no whole response within %s", timeout))
	defer cancel()
	var hop net.Conn      // of the last hop
	var conn *countedConn // the same, unless it is of HTTP/2
	start := time.Now()
	base := 0
	ctx = httptrace.WithClientTrace(ctx, &httptrace.ClientTrace{GotConn: func(info httptrace.GotConnInfo) {
		hop = info.Conn
		if conn, _ = info.Conn.(*countedConn); conn != nil {
			base = conn.sent()
		}
	}})
	req, err := r.build(ctx)
	if err != nil {
		return Result{}, &RequestError{Err: err}
	}
	log := logger(c.Logger)
	log.LogAttrs(ctx, slog.LevelInfo, "request", slog.String("method", req.Method), slog.String("url", req.URL.String()))
	res, err := c.do(req)
	res.Duration = time.Since(start)
	if !c.KeepAlive {
		c.transport.CloseIdleConnections()
	}
	if hop != nil && (!c.KeepAlive || err != nil) {
		_ = hop.Close() // where it was not idle; closed twice is no harm
	}
	if err == nil && hop != nil {
		res.Remote, res.Local = addrPort(hop.RemoteAddr()), addrPort(hop.LocalAddr())
		if secure := secureOf(hop); secure != nil {
			describe(secure.ConnectionState(), nil).put(&res)
		}
	}
	if err == nil && conn != nil {
		res.Sent = conn.sent() - base
	}
	if err != nil {
		if cause := context.Cause(ctx); cause != nil {
			err = fmt.Errorf("%w (%w)", err, cause)
		}
		log.LogAttrs(ctx, slog.LevelWarn, "unanswered", slog.String("method", req.Method), slog.String("url", req.URL.String()),
			slog.String("error", err.Error()), slog.Duration("duration", res.Duration))
		failed := Result{}
		if handshake, ok := errors.AsType[*handshakeError](err); ok {
			failed.URL = r.URL
			handshake.secure.put(&failed)
		}
		return failed, fmt.Errorf("http: %w", err)
	}
	attrs := []slog.Attr{slog.String("url", res.URL), slog.Int("status", res.Status), slog.Int64("size", res.Size),
		slog.Int("sent", res.Sent), slog.String("local", res.Local.String()), slog.String("remote", res.Remote.String()), slog.Duration("duration", res.Duration)}
	if res.TLS != "" {
		attrs = append(attrs, slog.String("tls", res.TLS), slog.String("cipher", res.Cipher), slog.String("alpn", res.ALPN))
	}
	log.LogAttrs(ctx, slog.LevelInfo, "response", attrs...)
	return res, nil
}

// do sends the request and reads the response.
func (c *Client) do(req *http.Request) (Result, error) {
	c.once.Do(c.open)
	client := http.Client{Transport: c.transport, CheckRedirect: func(_ *http.Request, via []*http.Request) error {
		if len(via) > c.Redirects {
			return http.ErrUseLastResponse
		}
		return nil
	}}
	resp, err := client.Do(req)
	if err != nil {
		return Result{}, err
	}
	defer func() { _ = resp.Body.Close() }() // it was read to its end, or is no longer wanted
	res := Result{URL: resp.Request.URL.String(), Status: resp.StatusCode, Proto: resp.Proto, Headers: resp.Header}
	sum := sha256.New()
	var head bytes.Buffer
	body := io.TeeReader(io.LimitReader(resp.Body, maxBody+1), sum)
	n, err := io.CopyN(&head, body, keptBody)
	if err == nil {
		var rest int64
		rest, err = io.Copy(io.Discard, body)
		n += rest
	}
	if err != nil && !errors.Is(err, io.EOF) {
		return Result{}, fmt.Errorf("%s %q: the response broke off after %d octets of body: %w", req.Method, req.URL, n, err)
	}
	if n > maxBody {
		return Result{}, fmt.Errorf("%s %q: the body is longer than %d octets", req.Method, req.URL, maxBody)
	}
	res.Body, res.Size, res.SHA256 = head.String(), n, hex.EncodeToString(sum.Sum(nil))
	return res, nil
}

// open makes the transport. Nothing of it comes from the environment.
func (c *Client) open() {
	var protocols http.Protocols
	protocols.SetHTTP1(true)
	protocols.SetHTTP2(c.TLS != nil && slices.Contains(c.TLS.NextProtos, protocolHTTP2))
	c.transport = &http.Transport{
		DialContext: func(ctx context.Context, network, address string) (net.Conn, error) {
			conn, err := c.Dial(ctx, network, address)
			if err != nil {
				return nil, err
			}
			return &countedConn{Conn: conn}, nil
		},
		DialTLSContext:      c.dialTLS,
		Protocols:           &protocols,
		DisableCompression:  true, // adds no Accept-Encoding, hands bodies over as they came
		WriteBufferSize:     writeBuffer,
		MaxIdleConnsPerHost: 16,
	}
}

// Close closes the connections kept for later requests. The client can be
// used again.
func (c *Client) Close() error {
	c.once.Do(c.open)
	c.transport.CloseIdleConnections()
	return nil
}

// countedConn counts the octets written.
type countedConn struct {
	net.Conn
	secure *tls.Conn // the same; nil without TLS
	mu     sync.Mutex
	n      int
}

// Write implements net.Conn.
func (c *countedConn) Write(p []byte) (int, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	n, err := c.Conn.Write(p)
	c.n += n
	return n, err
}

// sent returns how many octets were written. It waits for a write under way:
// the response may be here before the write has returned.
func (c *countedConn) sent() int {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.n
}

// addrPort returns the address and port; the zero value for addresses that
// are not of IP.
func addrPort(a net.Addr) netip.AddrPort {
	tcp, ok := a.(*net.TCPAddr)
	if !ok {
		return netip.AddrPort{}
	}
	ap := tcp.AddrPort()
	return netip.AddrPortFrom(ap.Addr().Unmap(), ap.Port())
}
