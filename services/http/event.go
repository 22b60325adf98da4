package http

import (
	"context"
	"log/slog"
	"net/http"
	"runtime/debug"
	"strings"
)

// The events, with their attributes, are listed in README.md.

// logger makes nil discard.
func logger(l *slog.Logger) *slog.Logger {
	if l == nil {
		return slog.New(slog.DiscardHandler)
	}
	return l
}

// errorLog turns what net/http has to complain of into events.
type errorLog struct{ log *slog.Logger }

// Write implements io.Writer for one message a call.
func (e errorLog) Write(p []byte) (int, error) {
	e.log.LogAttrs(context.Background(), slog.LevelWarn, "error", slog.String("error", strings.TrimSpace(string(p))))
	return len(p), nil
}

func stack() string { return string(debug.Stack()) }

// recorder remembers what was answered.
type recorder struct {
	http.ResponseWriter
	status int // 0 until the response begins
	size   int64
}

// WriteHeader implements http.ResponseWriter.
func (r *recorder) WriteHeader(status int) {
	if r.status == 0 && status >= 200 {
		r.status = status
	}
	r.ResponseWriter.WriteHeader(status)
}

// Write implements http.ResponseWriter.
func (r *recorder) Write(p []byte) (int, error) {
	if r.status == 0 {
		r.status = http.StatusOK
	}
	n, err := r.ResponseWriter.Write(p)
	r.size += int64(n)
	return n, err
}

// Unwrap serves http.ResponseController.
func (r *recorder) Unwrap() http.ResponseWriter { return r.ResponseWriter }
