package http

import (
	"context"
	"errors"
	"io/fs"
	"log/slog"
	"net"
	"time"
)

// ServerConfig tells a server what to answer. For a path that several could
// answer, Answers come before Echo, and Echo before Root.
type ServerConfig struct {
	Listener net.Listener  // open; closed by Serve
	Answers  []Answer      // fixed answers
	Echo     string        // the path that answers with the request it got; empty for none
	Root     fs.FS         // static files; nil for none
	Grace    time.Duration // for requests under way when the context ends; 200ms if 0
	Logger   *slog.Logger  // events; nil discards
}

// Answer is a fixed answer to one path.
type Answer struct {
	Path    string            // as in /health, without query; matched exactly
	Status  int               // 200 to 599; 200 if 0
	Headers map[string]string // Content-Type is guessed from the body where it is not given
	Body    string
}

// Server is an HTTP/1.1 server.
type Server struct{}

// NewServer checks the configuration and returns its server.
func NewServer(c ServerConfig) (*Server, error) { return nil, errors.ErrUnsupported }

// Serve answers until ctx ends, closes the listener and returns nil.
func (s *Server) Serve(ctx context.Context) error { return errors.ErrUnsupported }
