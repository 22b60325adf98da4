package http

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strings"
)

// build turns the request into one of net/http, padded.
func (r *Request) build(ctx context.Context) (*http.Request, error) {
	u, err := url.Parse(r.URL)
	if err != nil {
		return nil, fmt.Errorf("http: %w", err)
	}
	if u.Scheme != "http" && u.Scheme != "https" || u.Host == "" {
		return nil, fmt.Errorf("http: %q is no absolute http or https URL; write it as http://host/path", r.URL)
	}
	req, err := http.NewRequestWithContext(ctx, r.Method, r.URL, r.body())
	if err != nil {
		return nil, fmt.Errorf("http: %w", err)
	}
	for _, h := range r.Headers {
		if !validName(h.Name) {
			return nil, fmt.Errorf("http: %q is no header field name (RFC 9110, Section 5.1)", h.Name)
		}
		if !validValue(h.Value) {
			return nil, fmt.Errorf("http: the value of %s has control characters, or space at an end (RFC 9110, Section 5.5)", h.Name)
		}
		switch name := http.CanonicalHeaderKey(h.Name); name {
		case "Host":
			req.Host = h.Value
		case "Content-Length", "Transfer-Encoding", "Trailer":
			return nil, fmt.Errorf("http: %s follows from the body; leave it out", name)
		default:
			req.Header.Add(name, h.Value)
		}
	}
	if r.Pad.Size != 0 {
		if err := r.pad(req); err != nil { //nolint:contextcheck // it only measures: traces in the context must not see that
			return nil, err
		}
	}
	return req, nil
}

// body returns a reader whose length net/http recognises, nil for no body.
func (r *Request) body() io.Reader {
	if len(r.Body) == 0 {
		return nil
	}
	return bytes.NewReader(r.Body)
}

// filler is what padding is made of.
const filler = "abcdefghijklmnopqrstuvwxyz0123456789"

// pad lets one field grow until the request has the size wanted.
func (r *Request) pad(req *http.Request) error {
	name := http.CanonicalHeaderKey(r.Pad.Header)
	switch {
	case r.Pad.Size < 0 || r.Pad.Size > maxPad:
		return fmt.Errorf("http: pad to %d octets: the size is 1 to %d", r.Pad.Size, maxPad)
	case !validName(r.Pad.Header):
		return fmt.Errorf("http: pad %q: it is no header field name", r.Pad.Header)
	case name == "Host" || name == "Connection" || name == "Content-Length" || name == "Transfer-Encoding" || name == "Trailer":
		return fmt.Errorf("http: pad %s: its value means something; pad another, as in Cookie", name)
	}
	values := req.Header.Values(name)
	value := ""
	if len(values) > 0 {
		value = values[len(values)-1]
	} else {
		// A field that is there but empty has the octets of its frame.
		req.Header.Set(name, "")
		values = req.Header.Values(name)
	}
	set := func(v string) { values[len(values)-1] = v }
	if name == "User-Agent" && value == "" {
		value = "x" // an empty one would not be sent at all
		set(value)
	}
	size, err := written(req)
	if err != nil {
		return err
	}
	missing := r.Pad.Size - size
	if missing < 0 {
		return fmt.Errorf("http: pad to %d octets: the request has %d without padding; drop %d or raise the size", r.Pad.Size, size, -missing)
	}
	set(value + strings.Repeat(filler, missing/len(filler)+1)[:missing])
	if size, err = written(req); err != nil || size != r.Pad.Size {
		return fmt.Errorf("http: pad to %d octets: the request comes to %d", r.Pad.Size, size)
	}
	return nil
}

// written returns how many octets the request has on the wire. The copy
// keeps the body of the original unread.
func written(req *http.Request) (int, error) {
	c := req.Clone(context.Background())
	if req.GetBody != nil {
		body, err := req.GetBody()
		if err != nil {
			return 0, fmt.Errorf("http: %w", err)
		}
		c.Body = body
	}
	var n counter
	if err := c.Write(&n); err != nil {
		return 0, fmt.Errorf("http: %w", err)
	}
	return int(n), nil
}

// counter counts what is written to it.
type counter int

// Write implements io.Writer.
func (c *counter) Write(p []byte) (int, error) {
	*c += counter(len(p))
	return len(p), nil
}
