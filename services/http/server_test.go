package http

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"io/fs"
	"log/slog"
	"net"
	"net/http"
	"os"
	"os/exec"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
	"time"

	"github.com/google/go-cmp/cmp"
	"go.uber.org/goleak"

	"github.com/netrig/netrig/internal/trial"
	"github.com/netrig/netrig/services"
)

var _ services.Server = (*Server)(nil)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// journal keeps events.
type journal struct {
	mu     sync.Mutex
	events []map[string]any
	seen   chan struct{} // one for each event
}

func newJournal() (*journal, *slog.Logger) {
	j := &journal{seen: make(chan struct{}, 1000)}
	return j, slog.New(slog.NewJSONHandler(j, nil))
}

func (j *journal) Write(p []byte) (int, error) {
	var e map[string]any
	if err := json.Unmarshal(p, &e); err != nil {
		return 0, err
	}
	j.mu.Lock()
	j.events = append(j.events, e)
	j.mu.Unlock()
	j.seen <- struct{}{}
	return len(p), nil
}

// wait returns the first event of that name.
func (j *journal) wait(t *testing.T, name string) map[string]any {
	t.Helper()
	for {
		j.mu.Lock()
		for _, e := range j.events {
			if e["msg"] == name {
				j.mu.Unlock()
				return e
			}
		}
		j.mu.Unlock()
		select {
		case <-j.seen:
		case <-time.After(10 * time.Second):
			t.Fatalf("no event %q; got %v", name, j.events)
		}
	}
}

// start serves on loopback until the test ends and returns the address.
func start(tb testing.TB, c ServerConfig) string {
	tb.Helper()
	ln, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		tb.Fatal(err)
	}
	c.Listener = ln
	s, err := NewServer(c)
	if err != nil {
		tb.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	go func() { ended <- s.Serve(ctx) }()
	tb.Cleanup(func() {
		cancel()
		if err := <-ended; err != nil {
			tb.Errorf("Serve: %v", err)
		}
	})
	return ln.Addr().String()
}

var page = time.Date(2013, 8, 1, 0, 0, 0, 0, time.UTC)

func site() fs.FS {
	return fstest.MapFS{
		"index.html":    {Data: []byte("<!doctype html><title>netrig</title>"), ModTime: page},
		"a/style.css":   {Data: []byte("body{}"), ModTime: page},
		"a/digits.txt":  {Data: []byte("0123456789"), ModTime: page},
		"fixed.html":    {Data: []byte("hidden by the answer"), ModTime: page},
		"echo":          {Data: []byte("hidden by the echo"), ModTime: page},
		"logo.png":      {Data: []byte("\x89PNG\r\n\x1a\n"), ModTime: page},
		"a/index.html":  {Data: []byte("a"), ModTime: page},
		"b/readme.html": {Data: []byte("b"), ModTime: page},
	}
}

func TestServer(t *testing.T) {
	addr := start(t, ServerConfig{
		Root: site(),
		Echo: "/echo",
		Answers: []Answer{
			{Path: "/fixed.html", Body: "fixed", Headers: map[string]string{"X-Kind": "fixed", "Content-Type": "text/plain"}},
			{Path: "/moved", Status: 302, Headers: map[string]string{"Location": "/fixed.html"}},
			{Path: "/gone", Status: 410, Body: "gone"},
			{Path: "/nothing", Status: 204},
		},
	})
	tests := []struct {
		name, request string
		status        int
		header, value string
		body          string
	}{
		{name: "index", request: "GET / HTTP/1.1\r\nHost: w\r\n\r\n", status: 200, header: "Content-Type", value: "text/html; charset=utf-8", body: "<!doctype html><title>netrig</title>"},
		{name: "css", request: "GET /a/style.css HTTP/1.1\r\nHost: w\r\n\r\n", status: 200, header: "Content-Type", value: "text/css; charset=utf-8", body: "body{}"},
		{name: "folder gets its slash", request: "GET /a HTTP/1.1\r\nHost: w\r\n\r\n", status: 301, header: "Location", value: "a/"},
		{name: "head, RFC 9110 9.3.2", request: "HEAD /a/style.css HTTP/1.1\r\nHost: w\r\n\r\n", status: 200, header: "Content-Length", value: "6"},
		{name: "range, RFC 9110 14.2", request: "GET /a/digits.txt HTTP/1.1\r\nHost: w\r\nRange: bytes=2-4\r\n\r\n", status: 206, header: "Content-Range", value: "bytes 2-4/10", body: "234"},
		{name: "range outside, RFC 9110 15.5.17", request: "GET /a/digits.txt HTTP/1.1\r\nHost: w\r\nRange: bytes=20-\r\n\r\n", status: 416, header: "Content-Range", value: "bytes */10", body: "invalid range: failed to overlap\n"},
		{name: "not modified, RFC 9110 13.1.3", request: "GET / HTTP/1.1\r\nHost: w\r\nIf-Modified-Since: Thu, 01 Aug 2013 00:00:00 GMT\r\n\r\n", status: 304},
		{name: "modified", request: "GET / HTTP/1.1\r\nHost: w\r\nIf-Modified-Since: Wed, 31 Jul 2013 23:59:59 GMT\r\n\r\n", status: 200, body: "<!doctype html><title>netrig</title>"},
		{name: "missing", request: "GET /none HTTP/1.1\r\nHost: w\r\n\r\n", status: 404, body: "404 page not found\n"},
		{name: "climbing out", request: "GET /../../etc/passwd HTTP/1.1\r\nHost: w\r\n\r\n", status: 404, body: "404 page not found\n"},
		{name: "method on a file, RFC 9110 15.5.6", request: "POST /a/style.css HTTP/1.1\r\nHost: w\r\nContent-Length: 1\r\n\r\nx", status: 405, header: "Allow", value: "GET, HEAD", body: "405 method not allowed\n"},
		{name: "answer before file", request: "GET /fixed.html HTTP/1.1\r\nHost: w\r\n\r\n", status: 200, header: "X-Kind", value: "fixed", body: "fixed"},
		{name: "answer with query", request: "GET /fixed.html?q=1 HTTP/1.1\r\nHost: w\r\n\r\n", status: 200, header: "Content-Type", value: "text/plain", body: "fixed"},
		{name: "redirect", request: "GET /moved HTTP/1.1\r\nHost: w\r\n\r\n", status: 302, header: "Location", value: "/fixed.html"},
		{name: "gone", request: "GET /gone HTTP/1.1\r\nHost: w\r\n\r\n", status: 410, header: "Content-Type", value: "text/plain; charset=utf-8", body: "gone"},
		{name: "no content, RFC 9110 15.3.5", request: "GET /nothing HTTP/1.1\r\nHost: w\r\n\r\n", status: 204},
		{name: "echo before file", request: "GET /echo?a=b HTTP/1.1\r\nHost: w\r\nzeta: 1\r\nAlpha:2\r\nzeta:  3 \r\n\r\n", status: 200, header: "Content-Type", value: "text/plain; charset=utf-8",
			body: "GET /echo?a=b HTTP/1.1\r\nHost: w\r\nzeta: 1\r\nAlpha:2\r\nzeta:  3 \r\n\r\n"},
		{name: "echo of a body", request: "POST /echo HTTP/1.1\r\nHost: w\r\nContent-Length: 3\r\n\r\nabc", status: 200, body: "POST /echo HTTP/1.1\r\nHost: w\r\nContent-Length: 3\r\n\r\nabc"},
		{name: "echo of chunks, RFC 9112 7.1", request: "POST /echo HTTP/1.1\r\nHost: w\r\nTransfer-Encoding: chunked\r\n\r\n3;x=y\r\nabc\r\n2\r\n\r\n\r\n0\r\nT: 1\r\n\r\n", status: 200,
			body: "POST /echo HTTP/1.1\r\nHost: w\r\nTransfer-Encoding: chunked\r\n\r\n3;x=y\r\nabc\r\n2\r\n\r\n\r\n0\r\nT: 1\r\n\r\n"},
		{name: "echo as JSON", request: "PUT /echo HTTP/1.0\r\nB: 2\r\na: 1\r\nAccept: application/json\r\nContent-Length: 2\r\n\r\nhi", status: 200, header: "Content-Type", value: "application/json",
			body: `{"line":"PUT /echo HTTP/1.0","method":"PUT","target":"/echo","proto":"HTTP/1.0","headers":[["B","2"],["a","1"],["Accept","application/json"],["Content-Length","2"]],"body":"hi","size":81,"remote":"REMOTE"}` + "\n"},
		{name: "no host, RFC 9112 3.2", request: "GET / HTTP/1.1\r\n\r\n", status: 400, body: "400 Bad Request: missing required Host header"},
		{name: "nonsense", request: "\x00\x01\x02\r\n\r\n", status: 400, body: "400 Bad Request"},
		{name: "header without end", request: "GET / HTTP/1.1\r\nHost: w\r\nX: " + strings.Repeat("x", maxHeader+8192) + "\r\n\r\n", status: 431, body: "431 Request Header Fields Too Large"},
		{name: "both lengths, RFC 9112 6.3", request: "POST /echo HTTP/1.1\r\nHost: w\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabcd", status: 400, body: "400 Bad Request"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			conn, err := net.Dial("tcp", addr)
			if err != nil {
				t.Fatal(err)
			}
			defer func() { _ = conn.Close() }()
			if _, err := io.WriteString(conn, tt.request); err != nil {
				t.Fatal(err)
			}
			method, _, _ := strings.Cut(tt.request, " ")
			resp, err := http.ReadResponse(bufio.NewReader(conn), &http.Request{Method: method})
			if err != nil {
				t.Fatal(err)
			}
			defer func() { _ = resp.Body.Close() }()
			body, err := io.ReadAll(resp.Body)
			if err != nil {
				t.Fatal(err)
			}
			got := strings.ReplaceAll(string(body), conn.LocalAddr().String(), "REMOTE")
			if resp.StatusCode != tt.status {
				t.Errorf("status %d, want %d", resp.StatusCode, tt.status)
			}
			if diff := cmp.Diff(tt.body, got); diff != "" && tt.status != 301 {
				t.Errorf("body (-want +got):\n%s", diff)
			}
			if tt.header != "" && resp.Header.Get(tt.header) != tt.value {
				t.Errorf("%s: %q, want %q", tt.header, resp.Header.Get(tt.header), tt.value)
			}
		})
	}
}

// TestPipeline sends requests ahead of their answers (RFC 9112, Section
// 9.3.2): each echo has its own request, cut exactly.
func TestPipeline(t *testing.T) {
	addr := start(t, ServerConfig{Echo: "/echo", Answers: []Answer{{Path: "/a", Body: "a"}}})
	conn, err := net.Dial("tcp", addr)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = conn.Close() }()
	requests := []string{
		"GET /echo?1 HTTP/1.1\r\nHost: w\r\n\r\n",
		"POST /a HTTP/1.1\r\nHost: w\r\nContent-Length: 5\r\n\r\nGET /",
		"POST /echo?2 HTTP/1.1\r\nHost: w\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nz\r\n0\r\n\r\n",
		"\r\nGET /none HTTP/1.1\r\nHost: w\r\n\r\n",
		"GET /echo?3 HTTP/1.1\r\nHost: w\r\n\r\n",
	}
	if _, err := io.WriteString(conn, strings.Join(requests, "")); err != nil {
		t.Fatal(err)
	}
	want := []string{requests[0], "a", requests[2], "404 page not found\n", requests[4]}
	r := bufio.NewReader(conn)
	for i := range requests {
		resp, err := http.ReadResponse(r, nil)
		if err != nil {
			t.Fatalf("response %d: %v", i, err)
		}
		body, err := io.ReadAll(resp.Body)
		if err != nil {
			t.Fatal(err)
		}
		_ = resp.Body.Close() // it was read to its end
		if diff := cmp.Diff(want[i], string(body)); diff != "" {
			t.Errorf("response %d (-want +got):\n%s", i, diff)
		}
	}
}

func TestServerEvents(t *testing.T) {
	j, log := newJournal()
	addr := start(t, ServerConfig{Answers: []Answer{{Path: "/a", Body: "hello"}}, Logger: log})
	c := &Client{Dial: (&net.Dialer{}).DialContext}
	res, err := c.Do(t.Context(), Request{URL: "http://" + addr + "/a?x=1", Headers: []Header{{"User-Agent", "netrig"}}})
	if err != nil {
		t.Fatal(err)
	}
	got := j.wait(t, "request")
	delete(got, "time")
	delete(got, "duration")
	want := map[string]any{"level": "INFO", "msg": "request", "method": "GET", "path": "/a?x=1", "proto": "HTTP/1.1", "host": addr,
		"remote": res.Local.String(), "agent": "netrig", "received": float64(res.Sent), "status": 200.0, "size": 5.0}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("request event (-want +got):\n%s", diff)
	}
}

// brokenFS panics, as a file system of the user's might.
type brokenFS struct{}

func (brokenFS) Open(string) (fs.File, error) { panic("the disk is a lie") }

func TestServerPanic(t *testing.T) {
	j, log := newJournal()
	addr := start(t, ServerConfig{Root: brokenFS{}, Logger: log})
	c := &Client{Dial: (&net.Dialer{}).DialContext}
	for range 2 { // it goes on serving
		res, err := c.Do(t.Context(), Request{URL: "http://" + addr + "/"})
		if err != nil {
			t.Fatal(err)
		}
		if res.Status != 500 {
			t.Errorf("status %d, want 500", res.Status)
		}
	}
	if got := j.wait(t, "panic"); got["panic"] != "the disk is a lie" {
		t.Errorf("panic event %v", got)
	}
}

// TestServerEnd lets the context end while one client is idle and one is in
// the middle of its request: Serve returns all the same.
func TestServerEnd(t *testing.T) {
	ln, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	j, log := newJournal()
	s, err := NewServer(ServerConfig{Listener: ln, Echo: "/", Grace: time.Millisecond, Logger: log})
	if err != nil {
		t.Fatal(err)
	}
	conns := make([]net.Conn, 2)
	for i := range conns { // before Serve runs
		if conns[i], err = net.Dial("tcp", ln.Addr().String()); err != nil {
			t.Fatal(err)
		}
		defer func() { _ = conns[i].Close() }()
	}
	if _, err := io.WriteString(conns[0], "GET / HTTP/1.1\r\nHost: w\r\n\r\n"); err != nil {
		t.Fatal(err)
	}
	if _, err := io.WriteString(conns[1], "POST / HTTP/1.1\r\nHost: w\r\nContent-Length: 10\r\n\r\nabc"); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	ended := make(chan error, 1)
	go func() { ended <- s.Serve(ctx) }()
	j.wait(t, "request")
	cancel()
	if err := <-ended; err != nil {
		t.Errorf("Serve: %v", err)
	}
	for _, c := range conns {
		if _, err := io.Copy(io.Discard, c); err != nil && !strings.Contains(err.Error(), "reset") {
			t.Errorf("the connection was left open: %v", err)
		}
	}
}

// TestServerListenerFails closes the listener behind the server's back.
func TestServerListenerFails(t *testing.T) {
	ln, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	s, err := NewServer(ServerConfig{Listener: ln})
	if err != nil {
		t.Fatal(err)
	}
	if err := ln.Close(); err != nil {
		t.Fatal(err)
	}
	if err := s.Serve(t.Context()); err == nil {
		t.Error("Serve returned nil over a closed listener")
	}
}

func TestNewServerMistakes(t *testing.T) {
	ln, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = ln.Close() }()
	tests := []struct {
		name string
		c    ServerConfig
		want string
	}{
		{"no listener", ServerConfig{}, "http: a server without a Listener"},
		{"path", ServerConfig{Listener: ln, Answers: []Answer{{Path: "x"}}}, `http: answer to "x": a path starts with / and has no query`},
		{"status", ServerConfig{Listener: ln, Answers: []Answer{{Path: "/x", Status: 100}}}, `http: answer to "/x": status 100 is not in 200 to 599`},
		{"body", ServerConfig{Listener: ln, Answers: []Answer{{Path: "/x", Status: 204, Body: "x"}}}, `http: answer to "/x": a 204 has no body (RFC 9110, Section 6.4.1); drop it or take another status`},
		{"name", ServerConfig{Listener: ln, Answers: []Answer{{Path: "/x", Headers: map[string]string{"a b": "c"}}}}, `http: answer to "/x": "a b" is no header field name (RFC 9110, Section 5.1)`},
		{"value", ServerConfig{Listener: ln, Answers: []Answer{{Path: "/x", Headers: map[string]string{"A": "b\r\nC: d"}}}}, `http: answer to "/x": the value of A has control characters, or space at an end (RFC 9110, Section 5.5)`},
		{"length", ServerConfig{Listener: ln, Answers: []Answer{{Path: "/x", Headers: map[string]string{"content-length": "1"}}}}, `http: answer to "/x": content-length follows from the body; leave it out`},
		{"twice", ServerConfig{Listener: ln, Answers: []Answer{{Path: "/x"}, {Path: "/x"}}}, `http: answer to "/x": it is there twice; keep one`},
		{"echo", ServerConfig{Listener: ln, Echo: "x"}, `http: echo path "x": a path starts with /`},
		{"echo and answer", ServerConfig{Listener: ln, Echo: "/x", Answers: []Answer{{Path: "/x"}}}, `http: echo path "/x" has a fixed answer as well; keep one`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := NewServer(tt.c)
			if err == nil || err.Error() != tt.want {
				t.Errorf("got %v, want %s", err, tt.want)
			}
		})
	}
}

// TestCurl has curl fetch a page, a range and an echo.
func TestCurl(t *testing.T) {
	curl := trial.Tool(t, "curl")
	addr := start(t, ServerConfig{Root: site(), Echo: "/echo"})
	run := func(args ...string) string {
		t.Helper()
		cmd := exec.CommandContext(t.Context(), curl, append([]string{"-q", "-sS", "--noproxy", "*", "--max-time", "10"}, args...)...)
		var stderr bytes.Buffer
		cmd.Stderr = &stderr
		out, err := cmd.Output()
		if err != nil {
			t.Fatalf("curl %q: %v\n%s", args, err, stderr.String())
		}
		return string(out)
	}
	if got, want := run("http://"+addr+"/"), "<!doctype html><title>netrig</title>"; got != want {
		t.Errorf("page %q, want %q", got, want)
	}
	if got, want := run("-r", "1-3", "http://"+addr+"/a/digits.txt"), "123"; got != want {
		t.Errorf("range %q, want %q", got, want)
	}
	if got, want := run("-o", os.DevNull, "-w", "%{http_code}", "-z", "Thu, 01 Aug 2013 00:00:00 GMT", "http://"+addr+"/"), "304"; got != want {
		t.Errorf("conditional request: %q, want %q", got, want)
	}
	want := fmt.Sprintf("POST /echo HTTP/1.1\r\nHost: %s\r\nUser-Agent: curl\r\nAccept: */*\r\nContent-Type: text/plain\r\nContent-Length: 3\r\n\r\nabc", addr)
	if diff := cmp.Diff(want, run("-A", "curl", "-H", "Content-Type: text/plain", "-d", "abc", "http://"+addr+"/echo")); diff != "" {
		t.Errorf("echo (-want +got):\n%s", diff)
	}
	// Two fetches, one connection.
	if got, want := run("-o", os.DevNull, "-o", os.DevNull, "-w", "%{num_connects} ", "http://"+addr+"/", "http://"+addr+"/logo.png"), "1 0 "; got != want {
		t.Errorf("connections %q, want %q", got, want)
	}
}

func FuzzTap(f *testing.F) {
	f.Add([]byte("GET / HTTP/1.1\r\nHost: w\r\n\r\nPOST /x HTTP/1.1\r\nHost: w\r\nContent-Length: 2\r\n\r\nab"), 3)
	f.Add([]byte("POST / HTTP/1.1\r\nHost: w\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\nGET / HTTP/1.1\r\nHost: w\r\n\r\n"), 1)
	f.Fuzz(func(t *testing.T, stream []byte, step int) {
		// However the stream is cut into reads, the requests are the same,
		// and no octet is invented.
		whole, parts := &tap{}, &tap{}
		whole.feed(stream)
		step = max(1, min(step, 64))
		for p := stream; len(p) > 0; {
			n := min(step, len(p))
			parts.feed(p[:n])
			p = p[n:]
		}
		total := 0
		for {
			a, b := whole.next(), parts.next()
			if (a == nil) != (b == nil) {
				t.Fatal("the number of requests depends on how the stream is cut")
			}
			if a == nil {
				break
			}
			rawA, headA := a.bytes()
			rawB, headB := b.bytes()
			if !bytes.Equal(rawA, rawB) || headA != headB {
				t.Fatalf("%q and %q, headers %d and %d", rawA, rawB, headA, headB)
			}
			total += len(rawA)
		}
		if total > len(stream) {
			t.Fatalf("%d octets recorded of %d", total, len(stream))
		}
		// Where net/http reads a request, its header has the same fields.
		if r, err := http.ReadRequest(bufio.NewReader(bytes.NewReader(stream))); err == nil && len(r.TransferEncoding) == 0 {
			again := &tap{}
			again.feed(stream)
			if m := again.next(); m != nil {
				if line, _ := fields(m.raw[:m.header]); m.header > 0 && !strings.HasPrefix(line, r.Method) {
					t.Fatalf("request line %q, method %q", line, r.Method)
				}
			}
		}
	})
}
