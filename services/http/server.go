package http

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"io/fs"
	"log"
	"log/slog"
	"net"
	"net/http"
	"strings"
	"sync"
	"time"
)

// Bounds on clients.
const (
	maxConns      = 1024             // at a time; more wait to be accepted
	maxHeader     = 64 << 10         // octets of request line and header fields
	headerTimeout = 10 * time.Second // from the first octet to the end of the header
	bodyTimeout   = 2 * time.Minute  // from the first octet to the end of the request
	idleTimeout   = time.Minute      // for the next request on a connection
	defaultGrace  = 200 * time.Millisecond
)

// ServerConfig tells a server what to answer. For a path that several could
// answer, Answers come before Echo, and Echo before Root.
type ServerConfig struct {
	Listener net.Listener  // open; closed by Serve
	TLS      *tls.Config   // the server speaks HTTPS: with certificates, and h2 or http/1.1 in NextProtos; nil: HTTP
	Answers  []Answer      // fixed answers
	Echo     string        // the path that answers with the request it got; empty for none
	Root     fs.FS         // static files; nil for none
	Grace    time.Duration // for requests under way when the context ends; 200ms if 0
	Logger   *slog.Logger  // events; nil discards
}

// Answer is a fixed answer to one path, whatever the method.
type Answer struct {
	Path    string            // as in /health, without query; matched exactly
	Status  int               // 200 to 599; 200 if 0
	Headers map[string]string // Content-Type is guessed from the body where it is not given
	Body    string            // empty for statuses that have none (RFC 9110, Section 6.4.1)
}

// Server is an HTTP/1.1 server (RFC 9112) for HTTP/1.0 and HTTP/1.1 clients. Over
// TLS, clients of HTTP/2 (RFC 9113) may choose that.
type Server struct {
	config  ServerConfig
	answers map[string]Answer
	files   http.Handler // nil for none
	log     *slog.Logger
	conns   sync.WaitGroup
}

// NewServer checks the configuration and returns its server. It takes over
// the listener only when it returns no error.
func NewServer(c ServerConfig) (*Server, error) {
	if c.Listener == nil {
		return nil, errors.New("http: a server without a Listener")
	}
	if c.Grace <= 0 {
		c.Grace = defaultGrace
	}
	s := &Server{config: c, answers: make(map[string]Answer, len(c.Answers)), log: logger(c.Logger)}
	for _, a := range c.Answers {
		if a.Status == 0 {
			a.Status = http.StatusOK
		}
		if err := a.check(); err != nil {
			return nil, fmt.Errorf("http: answer to %q: %w", a.Path, err)
		}
		if _, twice := s.answers[a.Path]; twice {
			return nil, fmt.Errorf("http: answer to %q: it is there twice; keep one", a.Path)
		}
		s.answers[a.Path] = a
	}
	if c.Echo != "" {
		if !strings.HasPrefix(c.Echo, "/") {
			return nil, fmt.Errorf("http: echo path %q: a path starts with /", c.Echo)
		}
		if _, twice := s.answers[c.Echo]; twice {
			return nil, fmt.Errorf("http: echo path %q has a fixed answer as well; keep one", c.Echo)
		}
	}
	if c.Root != nil {
		s.files = http.FileServerFS(c.Root)
	}
	return s, nil
}

// check judges a fixed answer by what HTTP can carry.
func (a *Answer) check() error {
	if !strings.HasPrefix(a.Path, "/") || strings.ContainsAny(a.Path, "?#") {
		return errors.New("a path starts with / and has no query")
	}
	if a.Status < 200 || a.Status > 599 {
		return fmt.Errorf("status %d is not in 200 to 599", a.Status)
	}
	if a.Body != "" && (a.Status == http.StatusNoContent || a.Status == http.StatusNotModified) {
		return fmt.Errorf("a %d has no body (RFC 9110, Section 6.4.1); drop it or take another status", a.Status)
	}
	for name, value := range a.Headers {
		if !validName(name) {
			return fmt.Errorf("%q is no header field name (RFC 9110, Section 5.1)", name)
		}
		if !validValue(value) {
			return fmt.Errorf("the value of %s has control characters, or space at an end (RFC 9110, Section 5.5)", name)
		}
		switch http.CanonicalHeaderKey(name) {
		case "Content-Length", "Transfer-Encoding":
			return fmt.Errorf("%s follows from the body; leave it out", name)
		}
	}
	return nil
}

// Serve answers until ctx ends, closes the listener and every connection,
// and returns nil. It must be called once.
func (s *Server) Serve(ctx context.Context) error {
	var protocols http.Protocols
	protocols.SetHTTP1(true)
	protocols.SetHTTP2(s.config.TLS != nil)
	server := &http.Server{
		Protocols:                    &protocols,
		Handler:                      http.HandlerFunc(s.handle),
		MaxHeaderBytes:               maxHeader,
		ReadHeaderTimeout:            headerTimeout,
		ReadTimeout:                  bodyTimeout,
		IdleTimeout:                  idleTimeout,
		DisableGeneralOptionsHandler: true,
		ConnContext: func(ctx context.Context, c net.Conn) context.Context {
			return context.WithValue(ctx, tapKey{}, tapOf(c))
		},
		ConnState: s.count,
		ErrorLog:  log.New(errorLog{s.log}, "", 0),
	}
	limited := newLimitListener(s.config.Listener, maxConns)
	var listener net.Listener = tapListener{limited}
	if s.config.TLS != nil {
		secure := newSecureListener(limited, s.config.TLS, s.log)
		defer secure.wait()
		listener = secure
	}
	ended := make(chan error, 1)
	go func() { ended <- server.Serve(listener) }() // ends by Shutdown or Close
	var err error
	select {
	case err = <-ended:
	case <-ctx.Done():
		grace, cancel := context.WithTimeout(context.WithoutCancel(ctx), s.config.Grace)
		_ = server.Shutdown(grace) // what is left then is cut off
		cancel()
		err = <-ended // no failure: the end was asked for
	}
	_ = server.Close()
	s.conns.Wait()
	if err != nil && ctx.Err() == nil {
		return fmt.Errorf("http: %w", err)
	}
	return nil
}

// count keeps track of connections, so that Serve can wait for the last one.
func (s *Server) count(_ net.Conn, state http.ConnState) {
	switch state {
	case http.StateNew:
		s.conns.Add(1)
	case http.StateClosed, http.StateHijacked:
		s.conns.Done()
	case http.StateActive, http.StateIdle: // counted since it was new
	}
}

// handle answers one request and notes it.
func (s *Server) handle(w http.ResponseWriter, r *http.Request) {
	start := time.Now()
	ctx := r.Context()
	t, _ := ctx.Value(tapKey{}).(*tap)
	message := t.next()
	rec := &recorder{ResponseWriter: w}
	defer func() {
		p := recover()
		if err, _ := p.(error); p != nil && !errors.Is(err, http.ErrAbortHandler) {
			s.log.LogAttrs(ctx, slog.LevelError, "panic", slog.String("method", r.Method), slog.String("path", r.URL.Path),
				slog.String("panic", fmt.Sprint(p)), slog.String("stack", stack()))
			if rec.status == 0 {
				http.Error(rec, "500 the handler panicked", http.StatusInternalServerError)
				p = nil
			}
		}
		s.note(r, rec, message, start)
		if p != nil {
			panic(http.ErrAbortHandler) // the response has begun and cannot be taken back
		}
	}()
	a, fixed := s.answers[r.URL.Path]
	switch {
	case fixed:
		a.serve(rec)
	case s.config.Echo != "" && r.URL.Path == s.config.Echo:
		echo(rec, r, message)
	case s.files != nil && (r.Method == http.MethodGet || r.Method == http.MethodHead):
		s.files.ServeHTTP(rec, r)
	case s.files != nil:
		rec.Header().Set("Allow", "GET, HEAD") // RFC 9110, Section 15.5.6
		http.Error(rec, "405 method not allowed", http.StatusMethodNotAllowed)
	default:
		http.NotFound(rec, r)
	}
}

// serve writes the fixed answer.
func (a *Answer) serve(w http.ResponseWriter) {
	for name, value := range a.Headers {
		w.Header().Set(name, value)
	}
	w.WriteHeader(a.Status)
	if a.Body != "" {
		_, _ = w.Write([]byte(a.Body)) // the client may be gone: that is its affair
	}
}

// note tells of one request.
func (s *Server) note(r *http.Request, rec *recorder, m *message, start time.Time) {
	ctx := r.Context()
	if !s.log.Enabled(ctx, slog.LevelInfo) {
		return
	}
	status := rec.status
	if status == 0 {
		status = http.StatusOK
	}
	attrs := []slog.Attr{slog.String("method", r.Method), slog.String("path", r.URL.RequestURI()),
		slog.String("proto", r.Proto), slog.String("host", r.Host), slog.String("remote", r.RemoteAddr),
		slog.String("agent", r.UserAgent()), slog.Int("status", status), slog.Int64("size", rec.size), slog.Duration("duration", time.Since(start))}
	if m != nil {
		attrs = append(attrs, slog.Int64("received", m.octets()))
	}
	s.log.LogAttrs(ctx, slog.LevelInfo, "request", attrs...)
}
