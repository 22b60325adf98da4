package rtnl

import (
	"encoding/binary"
	"net/netip"
	"time"

	"golang.org/x/sys/unix"
)

// Address is an address of an interface.
type Address struct {
	Name   string // of the interface, for errors
	Index  int
	Prefix netip.Prefix
}

// readyWithin bounds the wait for IPv6 addresses to be ready.
const readyWithin = 5 * time.Second

// AddAddresses gives interfaces their addresses, in order, without
// duplicate address detection (RFC 4862, Section 5.4). It returns when they
// can be used: the kernel joins the multicast group that neighbours ask for
// an IPv6 address in (RFC 4861, Section 4.3) in its own time, and tells when
// it has.
func (c *Conn) AddAddresses(addresses ...Address) error {
	requests := make([]request, len(addresses))
	awaited := make(map[netip.Addr]bool)
	for i, a := range addresses {
		requests[i] = c.address(unix.RTM_NEWADDR, unix.NLM_F_CREATE|unix.NLM_F_EXCL, "add address ", a)
		requests[i].about.Item = i
		if a.Prefix.Addr().Is6() {
			requests[i].uint32(unix.IFA_FLAGS, unix.IFA_F_NODAD)
			awaited[a.Prefix.Addr()] = true
		}
	}
	if len(awaited) == 0 {
		return c.execute(requests...)
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if err := unix.SetsockoptInt(c.fd, unix.SOL_NETLINK, unix.NETLINK_ADD_MEMBERSHIP, unix.RTNLGRP_IPV6_IFADDR); err != nil {
		return refused(requests[0], err, "")
	}
	c.awaited = awaited
	defer func() {
		c.awaited = nil
		// What is still queued is skipped with the next answer.
		_ = unix.SetsockoptInt(c.fd, unix.SOL_NETLINK, unix.NETLINK_DROP_MEMBERSHIP, unix.RTNLGRP_IPV6_IFADDR)
	}()
	if err := c.executeLocked(requests); err != nil {
		return err
	}
	return c.await(requests[len(requests)-1])
}

// await reads notices until none of the awaited addresses is left.
func (c *Conn) await(last request) error {
	deadline := time.Now().Add(readyWithin)
	for len(c.awaited) > 0 {
		left := time.Until(deadline)
		if left <= 0 {
			return refused(last, unix.ETIMEDOUT, "the address does not become ready")
		}
		_, err := unix.Poll([]unix.PollFd{{Fd: int32(c.fd), Events: unix.POLLIN}}, int(left/time.Millisecond)+1)
		if err != nil && err != unix.EINTR {
			return refused(last, err, "")
		}
		n, _, err := unix.Recvfrom(c.fd, c.receive, unix.MSG_DONTWAIT)
		if err == unix.EAGAIN || err == unix.EINTR {
			continue
		}
		if err != nil {
			return refused(last, err, "")
		}
		for header, body := range messages(c.receive[:n]) {
			c.notice(binary.NativeEndian.Uint16(header[4:]), body)
		}
	}
	return nil
}

// notice takes in a message that is no answer.
func (c *Conn) notice(kind uint16, body []byte) {
	if kind != unix.RTM_NEWADDR || len(body) < unix.SizeofIfAddrmsg {
		return
	}
	for kind, value := range attributes(body[unix.SizeofIfAddrmsg:]) {
		if kind == unix.IFA_ADDRESS {
			if a, ok := netip.AddrFromSlice(value); ok {
				delete(c.awaited, a)
			}
		}
	}
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
