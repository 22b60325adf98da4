// Package capture records every frame of every interface of a lab, from
// before the first link is up until the recorder is stopped.
//
// A node costs one AF_PACKET socket (packet(7)), bound to no interface: it
// sees all interfaces its namespace has and will ever have, in and out. One
// goroutine waits for all sockets of a lab in one epoll set and drains them
// in batches, so that an idle lab of a thousand nodes costs nothing.
//
// The package counts what the kernel had to drop and never hides it. It
// does not dissect, filter, write files or decide what a frame means.
package capture
