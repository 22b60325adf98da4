package http

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"io"
	"net"
	"strings"
	"time"
)

// protocolHTTP2 and protocolHTTP1 are what HTTP is called where protocols are
// negotiated (ALPN, RFC 7301).
const (
	protocolHTTP2 = "h2"
	protocolHTTP1 = "http/1.1"
)

// lastWords is how long a client waits for the server to end a connection too.
const lastWords = time.Second

// TLSVersion returns what crypto/tls calls a version of TLS, as in "1.3"; 0 for
// one that it does not speak.
func TLSVersion(name string) uint16 {
	switch name {
	case "1.0":
		return tls.VersionTLS10
	case "1.1":
		return tls.VersionTLS11
	case "1.2":
		return tls.VersionTLS12
	case "1.3":
		return tls.VersionTLS13
	}
	return 0
}

// versionName is the version of TLS as in "1.3"; empty before there is one.
func versionName(version uint16) string {
	if version == 0 {
		return ""
	}
	return strings.TrimPrefix(tls.VersionName(version), "TLS ")
}

// handshakeError is a TLS handshake that failed, and what it had come to.
type handshakeError struct {
	Err    error
	secure secured
}

// Error says why.
func (e *handshakeError) Error() string { return e.Err.Error() }

// Unwrap returns Err.
func (e *handshakeError) Unwrap() error { return e.Err }

// secured is what a handshake came to.
type secured struct {
	version, cipher, protocol string
	names                     []string
	issuer                    string
}

// put enters it in a result.
func (s secured) put(r *Result) {
	r.TLS, r.Cipher, r.ALPN, r.Certificate, r.Issuer = s.version, s.cipher, s.protocol, s.names, s.issuer
}

// describe reads the state of a connection. What the server's certificate says is in
// err where the client did not believe it.
func describe(is tls.ConnectionState, err error) secured {
	s := secured{version: versionName(is.Version), protocol: is.NegotiatedProtocol}
	if is.CipherSuite != 0 {
		s.cipher = tls.CipherSuiteName(is.CipherSuite)
	}
	chain := is.PeerCertificates
	if refused, ok := errors.AsType[*tls.CertificateVerificationError](err); ok {
		chain = refused.UnverifiedCertificates
	}
	if len(chain) > 0 {
		s.names = append(s.names, chain[0].DNSNames...)
		for _, a := range chain[0].IPAddresses {
			s.names = append(s.names, a.String())
		}
		s.issuer = chain[0].Issuer.CommonName
	}
	return s
}

// secureOf returns the TLS connection that one of the client's is; nil without TLS.
func secureOf(c net.Conn) *tls.Conn {
	switch c := c.(type) {
	case *tls.Conn: // of HTTP/2
		return c
	case *countedConn:
		return c.secure
	}
	return nil
}

// dialTLS connects and shakes hands. A connection of HTTP/1.1 counts what is
// written to it before it is encrypted; net/http wants one of HTTP/2 as it is.
func (c *Client) dialTLS(ctx context.Context, network, address string) (net.Conn, error) {
	config := &tls.Config{MinVersion: tls.VersionTLS12}
	if c.TLS != nil {
		config = c.TLS.Clone()
	}
	if config.RootCAs == nil {
		config.RootCAs = x509.NewCertPool() // never the host's
	}
	if config.NextProtos == nil {
		config.NextProtos = []string{protocolHTTP1}
	}
	if config.ServerName == "" {
		host, _, err := net.SplitHostPort(address)
		if err != nil {
			return nil, err
		}
		config.ServerName = host
	}
	raw, err := c.Dial(ctx, network, address)
	if err != nil {
		return nil, err
	}
	orderly := &orderlyConn{raw}
	conn := tls.Client(orderly, config)
	if err := conn.HandshakeContext(ctx); err != nil {
		_ = orderly.Close() // it is given up
		return nil, &handshakeError{err, describe(conn.ConnectionState(), err)}
	}
	if conn.ConnectionState().NegotiatedProtocol == protocolHTTP2 {
		return conn, nil
	}
	return &countedConn{Conn: conn, secure: conn}, nil
}

// orderlyConn ends with FIN from both sides. To close a socket in which the last
// alert of the server arrives later, or was not read, is to send RST.
type orderlyConn struct{ net.Conn }

// Close implements net.Conn.
func (c *orderlyConn) Close() error {
	if closeWrite(c.Conn) == nil && c.SetReadDeadline(time.Now().Add(lastWords)) == nil {
		_, _ = io.Copy(io.Discard, c.Conn) // it ends in time
	}
	return c.Conn.Close()
}
