package http

import (
	"bytes"
	"context"
	"crypto/tls"
	"errors"
	"log/slog"
	"net"
	"sync"
	"time"
)

// secureListener hands out connections whose TLS handshake is done. A client
// that is slow with its own keeps nobody else waiting.
type secureListener struct {
	net.Listener
	config *tls.Config
	log    *slog.Logger

	ctx    context.Context //nolint:containedctx // of the handshakes: it ends with Close
	cancel context.CancelFunc
	ready  chan accepted
	work   sync.WaitGroup
}

// accepted is what Accept returns.
type accepted struct {
	conn net.Conn
	err  error
}

// newSecureListener begins to accept.
func newSecureListener(l net.Listener, config *tls.Config, log *slog.Logger) *secureListener {
	s := &secureListener{Listener: l, config: config, log: log, ready: make(chan accepted)}
	s.ctx, s.cancel = context.WithCancel(context.Background())
	s.work.Go(s.accept) // ends with Close
	return s
}

// accept has every connection shake hands.
func (l *secureListener) accept() {
	for {
		c, err := l.Listener.Accept()
		if err == nil {
			l.work.Go(func() { l.handshake(c) }) // ends in headerTimeout, or with Close
			continue
		}
		if !l.hand(nil, err) || errors.Is(err, net.ErrClosed) {
			return
		}
	}
}

// hand gives Accept what it returns, unless nobody will ask any more.
func (l *secureListener) hand(c net.Conn, err error) bool {
	select {
	case l.ready <- accepted{c, err}:
		return true
	case <-l.ctx.Done():
		return false
	}
}

// handshake shakes hands with a client. A connection of HTTP/1.1 keeps its
// requests; net/http finds out by itself that one is of HTTP/2.
func (l *secureListener) handshake(raw net.Conn) {
	ctx, cancel := context.WithTimeout(l.ctx, headerTimeout)
	defer cancel()
	start := time.Now()
	asked := ""
	config := l.config.Clone()
	config.GetConfigForClient = func(hello *tls.ClientHelloInfo) (*tls.Config, error) {
		asked = hello.ServerName
		return nil, nil //nolint:nilnil // the configuration stays as it is
	}
	conn := tls.Server(raw, config)
	err := conn.HandshakeContext(ctx)
	attrs := []slog.Attr{slog.String("remote", raw.RemoteAddr().String()), slog.String("name", asked)}
	if err != nil {
		l.log.LogAttrs(ctx, slog.LevelWarn, "handshake", append(attrs, slog.String("error", err.Error()))...)
		if plain, ok := errors.AsType[tls.RecordHeaderError](err); ok && plain.Conn != nil && looksPlain(plain.RecordHeader[:]) {
			_, _ = plain.Conn.Write([]byte("HTTP/1.0 400 Bad Request\r\n\r\nThis port speaks HTTPS.\n")) // the client may be gone
		}
		_ = raw.Close() // there is nobody to tell
		return
	}
	is := conn.ConnectionState()
	l.log.LogAttrs(ctx, slog.LevelInfo, "handshake", append(attrs, slog.String("tls", versionName(is.Version)),
		slog.String("cipher", tls.CipherSuiteName(is.CipherSuite)), slog.String("alpn", is.NegotiatedProtocol),
		slog.Duration("duration", time.Since(start)))...)
	var ready net.Conn = conn
	if is.NegotiatedProtocol != protocolHTTP2 {
		ready = newTapConn(conn)
	}
	if !l.hand(ready, nil) {
		_ = raw.Close() // the server has ended
	}
}

// looksPlain reports whether the first octets of a connection are a request
// without TLS.
func looksPlain(head []byte) bool {
	for _, method := range [...]string{"GET /", "HEAD ", "POST ", "PUT /", "OPTIO"} {
		if bytes.Equal(head, []byte(method)) {
			return true
		}
	}
	return false
}

// Accept implements net.Listener.
func (l *secureListener) Accept() (net.Conn, error) {
	select {
	case a := <-l.ready:
		return a.conn, a.err
	case <-l.ctx.Done():
		return nil, net.ErrClosed
	}
}

// Close implements net.Listener. Handshakes under way are broken off.
func (l *secureListener) Close() error {
	l.cancel()
	return l.Listener.Close()
}

// wait waits, after Close, until no goroutine is left.
func (l *secureListener) wait() { l.work.Wait() }
