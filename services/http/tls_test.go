package http

import (
	"bufio"
	"context"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"io"
	"math/big"
	"net"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

// certificate makes a certificate of www.example.com and 127.0.0.1 that signs itself.
func certificate(tb testing.TB) (tls.Certificate, *x509.CertPool) {
	tb.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		tb.Fatal(err)
	}
	template := &x509.Certificate{
		SerialNumber: big.NewInt(1), NotAfter: time.Now().Add(time.Hour), DNSNames: []string{"www.example.com"}, IPAddresses: []net.IP{{127, 0, 0, 1}},
		IsCA: true, BasicConstraintsValid: true,
	}
	template.Issuer.CommonName, template.Subject.CommonName = "itself", "itself"
	der, err := x509.CreateCertificate(rand.Reader, template, template, key.Public(), key)
	if err != nil {
		tb.Fatal(err)
	}
	leaf, err := x509.ParseCertificate(der)
	if err != nil {
		tb.Fatal(err)
	}
	pool := x509.NewCertPool()
	pool.AddCert(leaf)
	return tls.Certificate{Certificate: [][]byte{der}, PrivateKey: key}, pool
}

func TestTLS(t *testing.T) {
	c, pool := certificate(t)
	server := func(oldest, newest uint16, protocols ...string) string {
		return start(t, ServerConfig{
			TLS: &tls.Config{Certificates: []tls.Certificate{c}, MinVersion: oldest, MaxVersion: newest, NextProtos: protocols}, Echo: "/echo",
		})
	}
	all := server(tls.VersionTLS12, tls.VersionTLS13, protocolHTTP2, protocolHTTP1)
	new13 := server(tls.VersionTLS13, tls.VersionTLS13)
	names := []string{"www.example.com", "127.0.0.1"}
	tests := []struct {
		name   string
		addr   string
		config *tls.Config
		want   Result
		err    string // what the error says
	}{
		{"the newest version", all, &tls.Config{RootCAs: pool}, Result{Status: 200, Proto: "HTTP/1.1", TLS: "1.3", Cipher: "TLS_AES_128_GCM_SHA256", ALPN: protocolHTTP1, Certificate: names, Issuer: "itself"}, ""},
		{"an older version", all, &tls.Config{RootCAs: pool, MaxVersion: tls.VersionTLS12}, Result{Status: 200, Proto: "HTTP/1.1", TLS: "1.2", Cipher: "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256", ALPN: protocolHTTP1, Certificate: names, Issuer: "itself"}, ""},
		{"HTTP/2", all, &tls.Config{RootCAs: pool, NextProtos: []string{protocolHTTP2}}, Result{Status: 200, Proto: "HTTP/2.0", TLS: "1.3", Cipher: "TLS_AES_128_GCM_SHA256", ALPN: protocolHTTP2, Certificate: names, Issuer: "itself"}, ""},
		{"another name", all, &tls.Config{RootCAs: pool, ServerName: "www.example.org"}, Result{TLS: "1.3", Cipher: "TLS_AES_128_GCM_SHA256", ALPN: protocolHTTP1, Certificate: names, Issuer: "itself"}, "valid for www.example.com, not www.example.org"},
		{"nobody is trusted", all, nil, Result{TLS: "1.3", Cipher: "TLS_AES_128_GCM_SHA256", ALPN: protocolHTTP1, Certificate: names, Issuer: "itself"}, "unknown authority"},
		{"whatever certificate", all, &tls.Config{InsecureSkipVerify: true}, Result{Status: 200, Proto: "HTTP/1.1", TLS: "1.3", Cipher: "TLS_AES_128_GCM_SHA256", ALPN: protocolHTTP1, Certificate: names, Issuer: "itself"}, ""},
		{"no version in common", new13, &tls.Config{RootCAs: pool, MaxVersion: tls.VersionTLS12}, Result{}, "protocol version not supported"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			client := &Client{Dial: (&net.Dialer{}).DialContext, TLS: tt.config}
			defer func() { _ = client.Close() }()
			got, err := client.Do(t.Context(), Request{URL: "https://" + tt.addr + "/echo", Headers: []Header{{"X-A", "1"}}})
			switch {
			case tt.err == "" && err != nil:
				t.Fatal(err)
			case tt.err != "" && (err == nil || !strings.Contains(err.Error(), tt.err)):
				t.Fatalf("got error %v, want %q", err, tt.err)
			case tt.err == "" && (!got.Remote.IsValid() || !got.Local.IsValid()):
				t.Errorf("from %s to %s", got.Local, got.Remote)
			}
			got.Cipher = usual(got.Cipher)
			if diff := cmp.Diff(tt.want, got, cmpopts.IgnoreFields(Result{}, "URL", "Headers", "Body", "Size", "SHA256", "Remote", "Local", "Sent", "Duration")); diff != "" {
				t.Errorf("result (-want +got):\n%s", diff)
			}
			switch {
			case tt.err != "":
			case got.ALPN == protocolHTTP1 && got.Sent != len(got.Body):
				t.Errorf("sent %d octets, echoed %q", got.Sent, got.Body)
			case got.ALPN == protocolHTTP2 && (got.Sent != 0 || got.Body != "GET /echo HTTP/2.0\r\nhost: "+tt.addr+"\r\nuser-agent: Go-http-client/2.0\r\nx-a: 1\r\n\r\n"):
				t.Errorf("sent %d octets, echoed %q", got.Sent, got.Body)
			}
		})
	}
}

// usual is a cipher suite as chosen where the processor has instructions for AES.
func usual(suite string) string {
	return strings.Replace(suite, "CHACHA20_POLY1305_SHA256", "AES_128_GCM_SHA256", 1)
}

func TestTLSEvents(t *testing.T) {
	c, pool := certificate(t)
	j, logger := newJournal()
	addr := start(t, ServerConfig{TLS: &tls.Config{Certificates: []tls.Certificate{c}}, Logger: logger})
	client := &Client{Dial: (&net.Dialer{}).DialContext, TLS: &tls.Config{RootCAs: pool, ServerName: "www.example.com"}}
	if _, err := client.Do(t.Context(), Request{URL: "https://" + addr + "/"}); err != nil {
		t.Fatal(err)
	}
	done := j.wait(t, "handshake")
	for key, want := range map[string]string{"name": "www.example.com", "tls": "1.3", "cipher": "TLS_AES_128_GCM_SHA256"} {
		if got := usual(fmt.Sprint(done[key])); got != want {
			t.Errorf("%s is %s, want %s", key, got, want)
		}
	}

	j, logger = newJournal()
	addr = start(t, ServerConfig{TLS: &tls.Config{Certificates: []tls.Certificate{c}}, Logger: logger})
	got, err := client.Do(t.Context(), Request{URL: "http://" + addr + "/"})
	if err != nil || got.Status != 400 || !strings.Contains(got.Body, "HTTPS") {
		t.Errorf("HTTP to a port of HTTPS: %d %q, %v", got.Status, got.Body, err)
	}
	if e := j.wait(t, "handshake"); e["error"] == nil {
		t.Errorf("event %v", e)
	}
}

// TestTLSSlowClient has a client that says nothing: it keeps nobody waiting, and does not
// keep the server from ending.
func TestTLSSlowClient(t *testing.T) {
	c, pool := certificate(t)
	addr := start(t, ServerConfig{TLS: &tls.Config{Certificates: []tls.Certificate{c}}}) // whose cleanup waits for the end
	slow, err := (&net.Dialer{}).DialContext(t.Context(), "tcp", addr)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = slow.Close() }()
	client := &Client{Dial: (&net.Dialer{}).DialContext, TLS: &tls.Config{RootCAs: pool}}
	if _, err := client.Do(t.Context(), Request{URL: "https://" + addr + "/"}); err != nil {
		t.Error(err)
	}
}

// TestOrderlyEnd looks at how a client of HTTPS ends: the server reads the end of the stream,
// no reset, though its last words come after the client's.
func TestOrderlyEnd(t *testing.T) {
	c, pool := certificate(t)
	for _, trusted := range []*x509.CertPool{pool, x509.NewCertPool()} {
		listener, err := net.Listen("tcp", "127.0.0.1:0")
		if err != nil {
			t.Fatal(err)
		}
		ended := make(chan error, 1)
		go func() { ended <- lastWordsOf(listener, c) }()
		client := &Client{Dial: (&net.Dialer{}).DialContext, TLS: &tls.Config{RootCAs: trusted}}
		_, err = client.Do(t.Context(), Request{URL: "https://" + listener.Addr().String() + "/"})
		if refused := trusted != pool; refused != (err != nil) {
			t.Errorf("got error %v", err)
		}
		if err := <-ended; err != nil {
			t.Error(err)
		}
		_ = listener.Close()
	}
}

// lastWordsOf answers one request, waits for the end, and goes on writing.
func lastWordsOf(l net.Listener, c tls.Certificate) error {
	raw, err := l.Accept()
	if err != nil {
		return err
	}
	defer func() { _ = raw.Close() }()
	conn := tls.Server(raw, &tls.Config{Certificates: []tls.Certificate{c}})
	if conn.HandshakeContext(context.Background()) == nil {
		if _, err := http.ReadRequest(bufio.NewReader(conn)); err != nil {
			return err
		}
		if _, err := conn.Write([]byte("HTTP/1.1 204 No Content\r\n\r\n")); err != nil {
			return err
		}
		if _, err := conn.Read(make([]byte, 1)); !errors.Is(err, io.EOF) {
			return err
		}
	}
	for range 3 {
		if _, err := raw.Write(make([]byte, 1000)); err != nil {
			return err
		}
	}
	if _, err := raw.Read(make([]byte, 1)); !errors.Is(err, io.EOF) {
		return err
	}
	return nil
}
