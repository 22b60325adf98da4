// Package observe reads a node's kernel state over netlink (rtnetlink(7),
// sock_diag(7)) into plain values, and tells when it changes. It changes
// nothing itself; rtnl does.
//
// Each reading opens its sockets in the node's namespace and closes them
// again, so a node that is not looked at costs nothing. Tables of any size
// are read; one that changes under the reader is read anew.
package observe
