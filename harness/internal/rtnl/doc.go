// Package rtnl writes to the kernel of one network namespace: links,
// addresses, routes, offloads, settings and address translation. It speaks
// rtnetlink itself (linux/rtnetlink.h), because a link is created here in
// one message, straight into two namespaces, enslaved and up, with an index
// of the caller's choice, which is what keeps a thousand hosts cheap.
//
// It reads nothing back (the observe room does) and keeps no state: undoing
// is the business of whoever called. The lab room is its only importer.
package rtnl
