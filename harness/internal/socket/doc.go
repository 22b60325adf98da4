// Package socket holds TCP and UDP sockets of nodes, with every option of
// theirs in the caller's hand: what it does not ask for is the kernel's
// default, not that of package net. So a SYN carries what the kernel puts
// into it, no Nagle algorithm is switched off, and no keep-alive probe is
// sent that nobody wanted.
package socket
