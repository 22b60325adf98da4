package packet

import (
	"bytes"
	"compress/flate"
	"compress/gzip"
	"compress/zlib"
	"io"
	"strings"
)

// maxContent is how many octets a compressed body may unfold to. A body that
// would be larger is shown as it came.
const maxContent = 16 << 20

// content adds the n octets of body, joined and unpacked, and hands them to what
// their type names.
func (m *webMessage) content(n int) {
	body := m.v.from(m.head).first(n)
	if m.chunked {
		body = view{b: m.chunks(n), off: -1}
	}
	if plain, ok := unpack(m.coding, body.b); ok {
		body = view{b: plain, off: -1}
	}
	if len(body.b) == 0 {
		return
	}
	l := layer{d: m.d, v: body}
	l.fixed(httpFileData, 0, len(body.b))
	name := webContent(m.kind)
	if name == "" {
		m.d.data(body)
		return
	}
	if name == "mime_multipart" {
		m.d.multipart(boundary(m.parameters), body)
		return
	}
	m.d.enter(name)
}

// chunks adds the chunks of a body and returns what they hold.
func (m *webMessage) chunks(n int) []byte {
	b := m.v.b[m.head : m.head+n]
	whole := make([]byte, 0, n)
	for at := 0; ; {
		size, head := chunk(b[at:])
		if head <= 0 {
			return whole
		}
		m.computed(httpChunkSize, m.head+at, head, uint64(uint32(size)))
		at += head
		size = min(size, int64(len(b)-at))
		if size == 0 {
			m.trailer(m.head+at, m.head+n)
			return whole
		}
		m.bytes(httpChunkData, m.head+at, int(size))
		whole = append(whole, b[at:at+int(size)]...)
		at += int(size)
		if at+2 > len(b) {
			return whole
		}
		m.bytes(httpChunkBoundary, m.head+at, 2)
		at += 2
	}
}

// trailer adds the lines behind the last chunk, but for the empty one.
func (m *webMessage) trailer(off, end int) {
	size, _ := bytes.CutSuffix(m.v.b[off:end], []byte("\r\n"))
	if len(size) > 0 {
		m.text(httpChunkedTrailerPart, off, len(size))
	}
}

// unpack undoes a content coding, if it can.
func unpack(coding, b []byte) ([]byte, bool) {
	var r io.Reader
	var err error
	switch {
	case equalFold(coding, "gzip") || equalFold(coding, "x-gzip"):
		r, err = gzip.NewReader(bytes.NewReader(b))
	case equalFold(coding, "deflate"):
		if r, err = zlib.NewReader(bytes.NewReader(b)); err != nil {
			r, err = flate.NewReader(bytes.NewReader(b)), nil
		}
	default:
		return nil, false
	}
	if err != nil {
		return nil, false
	}
	plain, err := io.ReadAll(io.LimitReader(r, maxContent+1))
	if err != nil || len(plain) > maxContent {
		return nil, false
	}
	return plain, true
}

// webContent names the protocol that a type of content is shown as; empty is
// data.
func webContent(kind []byte) string {
	switch k := string(bytes.ToLower(kind)); k {
	case "", "application/octet-stream":
		return ""
	case "text/xml", "application/xml", "application/xhtml+xml", "application/soap+xml":
		return "xml"
	case "application/json", "text/json":
		return "json"
	case "application/x-www-form-urlencoded":
		return "urlencoded-form"
	case "text/html", "text/plain", "text/css", "text/javascript", "application/javascript", "application/x-javascript":
		return "data-text-lines"
	case "image/png":
		return "png"
	case "image/gif":
		return "image-gif"
	case "image/jpeg":
		return "image-jfif"
	default:
		switch {
		case strings.HasPrefix(k, "multipart/"):
			return "mime_multipart"
		case strings.HasSuffix(k, "+xml"):
			return "xml"
		case strings.HasPrefix(k, "text/"):
			return "data-text-lines"
		}
		return "media"
	}
}

// webMethods are the methods that a request may begin with.
var webMethods = map[string]bool{
	"GET": true, "HEAD": true, "POST": true, "PUT": true, "DELETE": true, "CONNECT": true, "OPTIONS": true, "TRACE": true, "PATCH": true,
	"COPY": true, "LOCK": true, "MOVE": true, "MKCOL": true, "UNLOCK": true, "PROPFIND": true, "PROPPATCH": true, "SEARCH": true,
	"BCOPY": true, "BMOVE": true, "BDELETE": true, "BPROPFIND": true, "BPROPPATCH": true, "ACL": true, "REPORT": true, "POLL": true,
	"LABEL": true, "MERGE": true, "LINK": true, "UNLINK": true, "NOTIFY": true, "SUBSCRIBE": true, "UNSUBSCRIBE": true, "M-SEARCH": true,
	"VERSION-CONTROL": true, "CHECKOUT": true, "CHECKIN": true, "UNCHECKOUT": true, "UPDATE": true, "MKACTIVITY": true, "MKWORKSPACE": true,
	"BASELINE-CONTROL": true, "ORDERPATCH": true, "RPC_CONNECT": true, "RPC_IN_DATA": true, "RPC_OUT_DATA": true, "SOURCE": true,
}

// webHeaders are the headers that have a field, in lower case.
var webHeaders = map[string]FieldID{
	"authorization":            httpAuthorization,
	"proxy-authorization":      httpProxyAuthorization,
	"proxy-authenticate":       httpProxyAuthenticate,
	"www-authenticate":         httpWwwAuthenticate,
	"content-type":             httpContentType,
	"content-length":           httpContentLengthHeader,
	"content-encoding":         httpContentEncoding,
	"transfer-encoding":        httpTransferEncoding,
	"upgrade":                  httpUpgrade,
	"user-agent":               httpUserAgent,
	"host":                     httpHost,
	"connection":               httpConnection,
	"cookie":                   httpCookie,
	"accept":                   httpAccept,
	"referer":                  httpReferer,
	"accept-language":          httpAcceptLanguage,
	"accept-encoding":          httpAcceptEncoding,
	"date":                     httpDate,
	"cache-control":            httpCacheControl,
	"server":                   httpServer,
	"location":                 httpLocation,
	"sec-websocket-accept":     httpSecWebsocketAccept,
	"sec-websocket-extensions": httpSecWebsocketExtensions,
	"sec-websocket-key":        httpSecWebsocketKey,
	"sec-websocket-protocol":   httpSecWebsocketProtocol,
	"sec-websocket-version":    httpSecWebsocketVersion,
	"set-cookie":               httpSetCookie,
	"last-modified":            httpLastModified,
	"http2-settings":           httpHTTP2Settings,
	"x-forwarded-for":          httpXForwardedFor,
}

// webCodes are the status codes' descriptions (RFC 9110 Section 15, and others).
var webCodes = map[uint64]string{
	199: "Informational - Others", 299: "Success - Others", 399: "Redirection - Others", 499: "Client Error - Others",
	599: "Server Error - Others",
	100: "Continue", 101: "Switching Protocols", 102: "Processing", 103: "Early Hints",
	200: "OK", 201: "Created", 202: "Accepted", 203: "Non-authoritative Information", 204: "No Content", 205: "Reset Content",
	206: "Partial Content", 207: "Multi-Status", 208: "Already Reported", 226: "IM Used",
	300: "Multiple Choices", 301: "Moved Permanently", 302: "Found", 303: "See Other", 304: "Not Modified", 305: "Use Proxy",
	307: "Temporary Redirect", 308: "Permanent Redirect",
	400: "Bad Request", 401: "Unauthorized", 402: "Payment Required", 403: "Forbidden", 404: "Not Found", 405: "Method Not Allowed",
	406: "Not Acceptable", 407: "Proxy Authentication Required", 408: "Request Time-out", 409: "Conflict", 410: "Gone",
	411: "Length Required", 412: "Precondition Failed", 413: "Request Entity Too Large", 414: "Request-URI Too Long",
	415: "Unsupported Media Type", 416: "Requested Range Not Satisfiable", 417: "Expectation Failed", 418: "I'm a teapot",
	421: "Misdirected Request", 422: "Unprocessable Entity", 423: "Locked", 424: "Failed Dependency", 425: "Too Early",
	426: "Upgrade Required", 428: "Precondition Required", 429: "Too Many Requests", 431: "Request Header Fields Too Large",
	451: "Unavailable For Legal Reasons",
	500: "Internal Server Error", 501: "Not Implemented", 502: "Bad Gateway", 503: "Service Unavailable", 504: "Gateway Time-out",
	505: "HTTP Version not supported", 507: "Insufficient Storage", 508: "Loop Detected", 510: "Not Extended",
	511: "Network Authentication Required",
}
