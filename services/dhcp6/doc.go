// Package dhcp6 is DHCP for IPv6 (RFC 8415): a server and a client of one
// address each association (IA_NA), and of settings alone.
//
// Both are handed one UDP socket of their interface. The [Client] tells its
// caller what to configure; it configures nothing itself. Neither sends nor
// learns a default route: in IPv6 that is what router advertisements are for.
//
// The package owns both state machines and the table of leases. The codec of
// messages is github.com/insomniacslk/dhcp. It opens no socket, knows no
// namespace, and refuses what a lab does not need: relays, prefix delegation,
// temporary addresses, authentication, reconfiguration by the server. README.md
// lists options and events.
package dhcp6
