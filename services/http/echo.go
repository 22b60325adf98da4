package http

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"net/http"
	"slices"
	"strconv"
	"strings"
)

// maxEcho bounds the body that an echo takes, in octets.
const maxEcho = maxKept - maxHeader

// echoed is the JSON form of an echo.
type echoed struct {
	Line    string      `json:"line"` // the request line
	Method  string      `json:"method"`
	Target  string      `json:"target"`
	Proto   string      `json:"proto"`
	Headers [][2]string `json:"headers"` // as received, in order
	Body    string      `json:"body"`    // without its chunks
	Size    int64       `json:"size"`    // octets of the whole request
	Remote  string      `json:"remote"`
}

// echo answers with the request as it came, octet by octet (of HTTP/2: written
// anew, as HTTP/1.1 would have it); with its parts
// as JSON where the client accepts that and not plain text.
func echo(w http.ResponseWriter, r *http.Request, m *message) {
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, maxEcho))
	if err != nil {
		http.Error(w, "413 the request is longer than an echo can be", http.StatusRequestEntityTooLarge)
		return
	}
	raw, header := m.bytes()
	if m == nil && r.ProtoMajor == 2 {
		raw, header = rewritten(r, body)
	}
	if header == 0 {
		http.Error(w, "500 the request was not recorded", http.StatusInternalServerError)
		return
	}
	w.Header().Set("Cache-Control", "no-store")
	if !wantsJSON(r.Header.Values("Accept")) {
		w.Header().Set("Content-Type", "text/plain; charset=utf-8")
		w.Header().Set("X-Content-Type-Options", "nosniff")
		w.Header().Set("Content-Length", strconv.Itoa(len(raw)))
		_, _ = w.Write(raw) // the client may be gone: that is its affair
		return
	}
	e := echoed{Method: r.Method, Target: r.RequestURI, Proto: r.Proto, Body: string(body), Size: max(m.octets(), int64(len(raw))), Remote: r.RemoteAddr}
	e.Line, e.Headers = fields(raw[:header])
	w.Header().Set("Content-Type", "application/json")
	_ = json.NewEncoder(w).Encode(e)
}

// rewritten is a request of HTTP/2, whose octets are compressed frames (RFC
// 9113), in the notation of HTTP/1.1: its fields by name.
func rewritten(r *http.Request, body []byte) (raw []byte, header int) {
	var b bytes.Buffer
	fmt.Fprintf(&b, "%s %s %s\r\nhost: %s\r\n", r.Method, r.RequestURI, r.Proto, r.Host)
	for _, name := range slices.Sorted(maps.Keys(r.Header)) {
		for _, value := range r.Header[name] {
			fmt.Fprintf(&b, "%s: %s\r\n", strings.ToLower(name), value)
		}
	}
	b.WriteString("\r\n")
	header = b.Len()
	return append(b.Bytes(), body...), header
}

// wantsJSON reports whether application/json comes in an Accept field before
// anything that plain text would do for.
func wantsJSON(accept []string) bool {
	for part := range strings.SplitSeq(strings.Join(accept, ","), ",") {
		media, _, _ := strings.Cut(part, ";")
		switch strings.ToLower(strings.TrimSpace(media)) {
		case "application/json":
			return true
		case "text/plain", "text/*", "*/*":
			return false
		}
	}
	return false
}

// fields splits a header into the request line and the fields, in order.
func fields(header []byte) (line string, out [][2]string) {
	lines := bytes.Split(bytes.TrimRight(header, "\r\n"), []byte("\n"))
	for i, l := range lines {
		text := strings.TrimRight(string(l), "\r")
		if i == 0 {
			line = text
			continue
		}
		name, value, _ := strings.Cut(text, ":")
		out = append(out, [2]string{name, strings.Trim(value, " \t")})
	}
	return line, out
}
