// Package ra is a router that advertises itself on one link (RFC 4861,
// Section 6.2): prefixes for stateless autoconfiguration (RFC 4862), name
// servers (RFC 8106), more-specific routes and a preference (RFC 4191).
//
// The [Server] is handed an ICMPv6 socket of its interface, open, and is told
// the link-local address that it sends from. It knows no namespace and
// configures nothing: forwarding and addresses are the node's.
//
// The package owns when advertisements are sent and what is in them. Their
// octets are packed by github.com/mdlayher/ndp. README.md lists settings and
// events.
package ra
