package rtnl

import (
	"strings"
)

// Error is an operation that the kernel refused.
type Error struct {
	Node      string
	Interface string // empty where the operation is on none
	Op        string // as in `add address 10.0.0.1/24`
	Item      int    // which of the addresses, routes or settings of the call it was, from 0
	Message   string // the kernel's own words, where it had some
	Err       error  // the errno
}

// Error returns node, interface, operation, errno and the kernel's words.
func (e *Error) Error() string {
	var b strings.Builder
	b.WriteString(e.Node)
	if e.Interface != "" {
		b.WriteString(":" + e.Interface)
	}
	b.WriteString(": " + e.Op + ": " + e.Err.Error())
	if e.Message != "" {
		b.WriteString(" (kernel: " + e.Message + ")")
	}
	return b.String()
}

// Unwrap returns the errno.
func (e *Error) Unwrap() error { return e.Err }
