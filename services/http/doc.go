// Package http is the web of a lab: an HTTP/1.1 server (RFC 9110, RFC 9112)
// with static files, fixed answers and an echo of the request as it came,
// and a client that says exactly how many octets it sent; over TLS (RFC 8446), where
// HTTP/2 (RFC 9113) can be negotiated, as well.
//
// The package owns what HTTP messages say. It knows nothing of namespaces:
// the server is handed an open listener and the client dials through an
// injected function. Protocol machinery is that of net/http.
//
// It refuses HTTP/3, HTTP/2 without TLS, proxies, cookie jars and caches.
//
// Any room above services may import it.
package http
