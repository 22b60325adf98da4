package http

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// watchedConn records the writes of a client.
type watchedConn struct {
	net.Conn
	mu     sync.Mutex
	writes []string
}

func (w *watchedConn) Write(p []byte) (int, error) {
	w.mu.Lock()
	w.writes = append(w.writes, string(p))
	w.mu.Unlock()
	return w.Conn.Write(p)
}

// watch returns a client and the connections it will have dialed.
func watch() (*Client, func() []*watchedConn) {
	var mu sync.Mutex
	var conns []*watchedConn
	c := &Client{Dial: func(ctx context.Context, network, address string) (net.Conn, error) {
		conn, err := (&net.Dialer{}).DialContext(ctx, network, address)
		if err != nil {
			return nil, err
		}
		w := &watchedConn{Conn: conn}
		mu.Lock()
		defer mu.Unlock()
		conns = append(conns, w)
		return w, nil
	}}
	return c, func() []*watchedConn { mu.Lock(); defer mu.Unlock(); return conns }
}

// browser is the request of a browser of 2013.
var browser = []Header{
	{"Host", "www.google.com"},
	{"Connection", "keep-alive"},
	{"User-Agent", "Mozilla/5.0 (Windows NT 6.1) AppleWebKit/534.24 (KHTML, like Gecko) Chrome/11.0.696.71 Safari/534.24"},
	{"Accept", "application/xml,application/xhtml+xml,text/html;q=0.9,text/plain;q=0.8,image/png,*/*;q=0.5"},
	{"Accept-Encoding", "gzip,deflate,sdch"},
	{"Accept-Language", "zh-CN,zh;q=0.8"},
	{"Accept-Charset", "GBK,utf-8;q=0.7,*;q=0.3"},
	{"Cookie", "PREF="},
}

// TestPad sends the 4,960-octet request: in one write, counted truly, all
// values as given.
func TestPad(t *testing.T) {
	addr := start(t, ServerConfig{Echo: "/"})
	for _, size := range []int{600, 1460, 4960, 65536} {
		t.Run(fmt.Sprint(size), func(t *testing.T) {
			c, conns := watch()
			res, err := c.Do(t.Context(), Request{URL: "http://" + addr + "/", Headers: browser, Pad: Pad{Header: "Cookie", Size: size}})
			if err != nil {
				t.Fatal(err)
			}
			if res.Sent != size || res.Size != int64(size) || res.Status != 200 {
				t.Errorf("sent %d, echoed %d with status %d, want %d", res.Sent, res.Size, res.Status, size)
			}
			w := conns()[0].writes
			if len(w) != 1 || len(w[0]) != size {
				t.Fatalf("%d writes, the first of %d octets, want 1 of %d", len(w), len(w[0]), size)
			}
			if len(res.Body) == size && res.Body != w[0] {
				t.Error("the server echoes another request than was written")
			}
			line, got := fields([]byte(w[0]))
			if line != "GET / HTTP/1.1" {
				t.Errorf("request line %q", line)
			}
			want := [][2]string{{"Host", browser[0].Value}, {"User-Agent", browser[2].Value}, {"Accept", browser[3].Value}, {"Accept-Charset", browser[6].Value},
				{"Accept-Encoding", browser[4].Value}, {"Accept-Language", browser[5].Value}, {"Connection", "keep-alive"}, {"Cookie", got[len(got)-1][1]}}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("fields (-want +got):\n%s", diff)
			}
			if cookie := got[len(got)-1][1]; !strings.HasPrefix(cookie, "PREF=abc") {
				t.Errorf("cookie %.20q", cookie)
			}
		})
	}
}

func TestPadMistakes(t *testing.T) {
	tests := []struct {
		name string
		r    Request
		want string
	}{
		{"too small", Request{Headers: browser, Pad: Pad{"Cookie", 100}}, "http: pad to 100 octets: the request has 403 without padding; drop 303 or raise the size"},
		{"negative", Request{Pad: Pad{"Cookie", -1}}, "http: pad to -1 octets: the size is 1 to 1048576"},
		{"huge", Request{Pad: Pad{"Cookie", 1 << 30}}, "http: pad to 1073741824 octets: the size is 1 to 1048576"},
		{"no field", Request{Pad: Pad{"", 1000}}, `http: pad "": it is no header field name`},
		{"field with a meaning", Request{Pad: Pad{"connection", 1000}}, "http: pad Connection: its value means something; pad another, as in Cookie"},
		{"bad name", Request{Headers: []Header{{"A B", ""}}}, `http: "A B" is no header field name (RFC 9110, Section 5.1)`},
		{"bad value", Request{Headers: []Header{{"A", "\r\nB: c"}}}, `http: the value of A has control characters, or space at an end (RFC 9110, Section 5.5)`},
		{"length", Request{Headers: []Header{{"content-length", "3"}}}, `http: Content-Length follows from the body; leave it out`},
		{"scheme", Request{URL: "ftp://w/"}, `http: "ftp://w/" is no absolute http or https URL; write it as http://host/path`},
		{"relative", Request{URL: "/x"}, `http: "/x" is no absolute http or https URL; write it as http://host/path`},
		{"method", Request{Method: "A B"}, `http: net/http: invalid method "A B"`},
	}
	c := &Client{Dial: func(context.Context, string, string) (net.Conn, error) { return nil, errors.New("dialed") }}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if tt.r.URL == "" {
				tt.r.URL = "http://www.google.com/"
			}
			_, err := c.Do(t.Context(), tt.r)
			if err == nil || err.Error() != tt.want {
				t.Errorf("got  %v\nwant %s", err, tt.want)
			}
		})
	}
}

// TestPadBody pads requests that have a body, or no such field yet.
func TestPadBody(t *testing.T) {
	addr := start(t, ServerConfig{Echo: "/"})
	for _, r := range []Request{
		{Method: "POST", Body: []byte("hello"), Pad: Pad{"X-Pad", 1000}},
		{Pad: Pad{"User-Agent", 1000}},
		{Method: "PUT", Headers: []Header{{"x-pad", "1"}, {"X-Pad", "2"}}, Pad: Pad{"x-pad", 1000}},
	} {
		c, conns := watch()
		r.URL = "http://" + addr + "/"
		res, err := c.Do(t.Context(), r)
		if err != nil {
			t.Fatal(err)
		}
		if w := conns()[0].writes; res.Sent != 1000 || res.Size != 1000 || len(w) != 1 {
			t.Errorf("sent %d in %d writes, echoed %d, want 1000 in 1", res.Sent, len(w), res.Size)
		}
	}
}

func TestClient(t *testing.T) {
	addr := start(t, ServerConfig{Answers: []Answer{
		{Path: "/", Body: "hello", Headers: map[string]string{"X-A": "1"}},
		{Path: "/old", Status: 301, Headers: map[string]string{"Location": "/older"}},
		{Path: "/older", Status: 302, Headers: map[string]string{"Location": "/"}},
		{Path: "/big", Body: strings.Repeat("x", keptBody+1)},
	}})
	url := "http://" + addr
	const hello = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824"
	tests := []struct {
		name      string
		redirects int
		path      string
		url       string
		status    int
		body      int
		size      int64
		sum       string
	}{
		{"page", 0, "/", "/", 200, 5, 5, hello},
		{"redirect is reported", 0, "/old", "/old", 301, 0, 0, ""},
		{"one redirect is followed", 1, "/old", "/older", 302, 0, 0, ""},
		{"both redirects are followed", 5, "/old", "/", 200, 5, 5, hello},
		{"the body is cut, its size is not", 0, "/big", "/big", 200, keptBody, keptBody + 1, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			c := &Client{Dial: (&net.Dialer{}).DialContext, Redirects: tt.redirects}
			res, err := c.Do(t.Context(), Request{URL: url + tt.path})
			if err != nil {
				t.Fatal(err)
			}
			if res.URL != url+tt.url || res.Status != tt.status || len(res.Body) != tt.body || res.Size != tt.size || tt.sum != "" && res.SHA256 != tt.sum {
				t.Errorf("got %+v", res)
			}
			if res.Proto != "HTTP/1.1" || res.Remote.String() != addr || !res.Local.IsValid() {
				t.Errorf("got %+v", res)
			}
		})
	}
}

// TestClientClose sees who closes, and when: without KeepAlive the server
// reads FIN after each response, with it the connection is used again.
func TestClientClose(t *testing.T) {
	ln, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = ln.Close() }()
	served := make(chan string, 10)
	go func() { // ends with the listener
		for {
			conn, err := ln.Accept()
			if err != nil {
				return
			}
			buf := make([]byte, 4096)
			n := 0
			for {
				if _, err = conn.Read(buf); err != nil {
					break
				}
				n++
				_, _ = io.WriteString(conn, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok")
			}
			served <- fmt.Sprintf("%d requests, then %v", n, err)
			_ = conn.Close()
		}
	}()
	url := "http://" + ln.Addr().String() + "/"
	c := &Client{Dial: (&net.Dialer{}).DialContext}
	for range 2 {
		if _, err := c.Do(t.Context(), Request{URL: url, Headers: []Header{{"Connection", "keep-alive"}}}); err != nil {
			t.Fatal(err)
		}
		if got, want := <-served, "1 requests, then EOF"; got != want {
			t.Errorf("server saw %s, want %s", got, want)
		}
	}
	kept := &Client{Dial: (&net.Dialer{}).DialContext, KeepAlive: true}
	var sent [2]int
	for i := range sent {
		res, err := kept.Do(t.Context(), Request{URL: url})
		if err != nil {
			t.Fatal(err)
		}
		sent[i] = res.Sent
	}
	if sent[0] != sent[1] || sent[0] == 0 {
		t.Errorf("sent %v octets, want the same twice", sent)
	}
	if err := kept.Close(); err != nil {
		t.Fatal(err)
	}
	if got, want := <-served, "2 requests, then EOF"; got != want {
		t.Errorf("server saw %s, want %s", got, want)
	}
}

func TestClientErrors(t *testing.T) {
	serve := func(response string) string {
		ln, err := net.Listen("tcp", "127.0.0.1:0")
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = ln.Close() })
		go func() { // ends with the listener
			for {
				conn, err := ln.Accept()
				if err != nil {
					return
				}
				_, _ = http.ReadRequest(bufio.NewReader(conn))
				_, _ = io.WriteString(conn, response)
				if response == "" {
					_, _ = io.Copy(io.Discard, conn) // until the client gives up
				}
				_ = conn.Close()
			}
		}()
		return "http://" + ln.Addr().String() + "/"
	}
	closed, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	if err := closed.Close(); err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		name, url, want string
	}{
		{"refused", "http://" + closed.Addr().String() + "/", "connection refused"},
		{"silent", serve(""), "no whole response within 100ms"},
		{"short", serve("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc"), "the response broke off after 3 octets of body: unexpected EOF"},
		{"nonsense", serve("SSH-2.0-OpenSSH\r\n\r\n"), "malformed HTTP response"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			c := &Client{Dial: (&net.Dialer{}).DialContext, Timeout: 5 * time.Second}
			if tt.name == "silent" {
				c.Timeout = 100 * time.Millisecond
			}
			_, err := c.Do(t.Context(), Request{URL: tt.url})
			if err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("got %v, want %s", err, tt.want)
			}
		})
	}
}

// TestClientEnvironment sees that no proxy is taken from the environment.
func TestClientEnvironment(t *testing.T) {
	t.Setenv("http_proxy", "http://127.0.0.1:1/")
	t.Setenv("HTTP_PROXY", "http://127.0.0.1:1/")
	dialed := ""
	c := &Client{Dial: func(_ context.Context, _, address string) (net.Conn, error) {
		dialed = address
		return nil, errors.New("no")
	}}
	_, _ = c.Do(t.Context(), Request{URL: "http://www.google.com/"})
	if dialed != "www.google.com:80" {
		t.Errorf("dialed %s", dialed)
	}
}

func BenchmarkExchange(b *testing.B) {
	addr := start(b, ServerConfig{Answers: []Answer{{Path: "/", Body: "hello"}}})
	for _, kept := range []bool{true, false} {
		b.Run(fmt.Sprintf("keepalive=%t", kept), func(b *testing.B) {
			c := &Client{Dial: (&net.Dialer{}).DialContext, KeepAlive: kept}
			defer func() { _ = c.Close() }()
			b.ReportAllocs()
			for b.Loop() {
				if _, err := c.Do(b.Context(), Request{URL: "http://" + addr + "/"}); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "requests/s")
		})
	}
}
