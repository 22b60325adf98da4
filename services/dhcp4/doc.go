// Package dhcp4 is DHCP for IPv4 (RFC 2131, RFC 2132): a server, a relay and a client.
//
// The [Server] is handed a UDP socket and a way to send whole Ethernet frames,
// for a client that has no address yet cannot be reached through the kernel
// (RFC 2131, Section 4.1). So is the [Relay], which stands between clients and a
// server of another network (RFC 1542). The [Client] is handed a link and a hardware
// address, speaks before its interface has an address, and tells its caller what
// to configure; it configures nothing itself.
//
// The package owns both state machines, the table of leases and the frames
// around the messages. The codec of messages is github.com/insomniacslk/dhcp. It
// opens no socket, except through the function given in
// [ClientConfig.ListenPacket], knows no namespace, and refuses what a lab does
// not need: BOOTP without DHCP, link layers other than Ethernet, authentication
// (RFC 3118), leases that survive a restart. README.md lists options and events.
package dhcp4
