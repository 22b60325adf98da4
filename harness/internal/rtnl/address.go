package rtnl

import (
	"encoding/binary"
	"net/netip"

	"golang.org/x/sys/unix"
)

// Address is an address of an interface.
type Address struct {
	Name   string // of the interface, for errors
	Index  int
	Prefix netip.Prefix
}

// AddAddresses gives interfaces their addresses, in order, without
// duplicate address detection (RFC 4862, Section 5.4).
func (c *Conn) AddAddresses(addresses ...Address) error {
	requests := make([]request, len(addresses))
	for i, a := range addresses {
		requests[i] = c.address(unix.RTM_NEWADDR, unix.NLM_F_CREATE|unix.NLM_F_EXCL, "add address ", a)
		requests[i].about.Item = i
		if a.Prefix.Addr().Is6() {
			requests[i].uint32(unix.IFA_FLAGS, unix.IFA_F_NODAD)
		}
	}
	return c.execute(requests...)
}

// RemoveAddress takes an address from an interface. The routes that depend
// on it go with it.
func (c *Conn) RemoveAddress(a Address) error {
	return c.execute(c.address(unix.RTM_DELADDR, 0, "remove address ", a))
}

func (c *Conn) address(kind, flags uint16, op string, a Address) request {
	r := newRequest(kind, flags, Error{Node: c.node, Interface: a.Name, Op: op + a.Prefix.String()})
	addr := a.Prefix.Addr()
	r.data = append(r.data, family(addr), uint8(a.Prefix.Bits()), 0, unix.RT_SCOPE_UNIVERSE)
	r.data = binary.NativeEndian.AppendUint32(r.data, uint32(a.Index))
	r.addr(unix.IFA_LOCAL, addr)
	r.addr(unix.IFA_ADDRESS, addr)
	return r
}
