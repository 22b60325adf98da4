// Package observe reads a node's kernel state over netlink, and tells when
// it changes. It changes nothing.
package observe
