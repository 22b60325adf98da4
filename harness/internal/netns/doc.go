// Package netns owns network namespaces and the OS threads that enter them.
// It is the only package that pins goroutines to threads.
//
// Isolate moves the whole program into an empty network namespace, so that
// nothing it does can reach the machine it runs on. NS is one further
// namespace, the network stack of one node: it has no name and no mount, an
// open file descriptor keeps it, and the kernel takes it back when the last
// descriptor goes, however the process ends.
//
// A socket stays in the namespace it was opened in. So Listen, ListenPacket
// and Dial only open the socket on a thread inside; what they return works
// from any goroutine, anywhere.
//
// The package makes no links, addresses or routes (rtnl does), reads none
// (observe does) and runs no programs with a file system of their own
// (process does).
package netns
