// Package dns is the Domain Name System of a lab: an authoritative name
// server, a recursive resolver that starts at the root servers, and a stub
// client, as described in RFC 1034 and RFC 1035 with the clarifications of
// RFC 2181 (data ranking), RFC 2308 (negative answers), RFC 4592
// (wildcards), RFC 6891 (EDNS) and RFC 7766 (DNS over TCP).
//
// The package owns what a DNS message says. It knows nothing of namespaces
// or links: servers are handed sockets that are already open, and whatever
// calls out does so through an injected dial function. Codec and
// master-file grammar are those of github.com/miekg/dns, which does not
// show in the exported API.
//
// It refuses DNSSEC validation and signing, dynamic update (RFC 2136),
// zone transfer (RFC 5936), NOTIFY, and encrypted transports.
//
// Any room above services may import it.
package dns
