// Package services holds the contract that every network service of a lab keeps.
//
// A service speaks one protocol and knows package net only: no namespaces, no
// netlink, no lab. Its sockets are opened by whoever starts it, in the network
// namespace where they belong, and are handed over open. A socket stays in the
// namespace it was opened in, so the service may use it from any goroutine.
// What has to call out (a resolver, a relay) is given a dial function of the
// shape of [net.Dialer.DialContext] instead.
//
// What a service does, it tells an injected *slog.Logger: the event is the
// message ("offer", "query"), its nouns are attributes. The README beside each
// service lists both. A service never prints and never exits.
//
// The package owns the contract alone; the protocols are the packages below it.
// It may be imported by anyone and imports nothing of this module.
package services

import "context"

// Server is a network service over sockets that it was handed open. Since the
// sockets exist before Serve is called, clients may send before it runs.
type Server interface {
	// Serve answers until ctx ends, then closes its sockets, waits for every
	// goroutine it started and returns nil. Any other end is an error; the
	// sockets are closed then too. It may be called once.
	Serve(ctx context.Context) error
}
