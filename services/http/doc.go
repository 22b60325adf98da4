// Package http is the web of a lab: an HTTP/1.1 server (RFC 9110, RFC 9112)
// with static files, fixed answers and an echo of the request as it came,
// and a client that says exactly how many octets it sent.
//
// The package owns what HTTP messages say. It knows nothing of namespaces:
// the server is handed an open listener and the client dials through an
// injected function. Protocol machinery is that of net/http.
//
// It refuses TLS, HTTP/2 and HTTP/3, proxies, cookies jars and caches.
//
// Any room above services may import it.
package http
