package rtnl

import (
	"context"
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
	DAD    bool // of IPv6: it is probed before it can be used (RFC 4862, Section 5.4)
}

// readyWithin bounds the wait for IPv6 addresses to be ready. It takes a moment, and
// seconds where the kernel takes many networks apart meanwhile.
const readyWithin = 20 * time.Second

// AddAddresses gives interfaces their addresses, in order. It returns when those
// that are not probed for duplicates can be used: the kernel joins the multicast group that neighbours ask for
// an IPv6 address in (RFC 4861, Section 4.3) in its own time, and tells when
// it has.
func (c *Conn) AddAddresses(addresses ...Address) error {
	requests := make([]request, len(addresses))
	awaited := make(map[netip.Addr]bool)
	for i, a := range addresses {
		requests[i] = c.address(unix.RTM_NEWADDR, unix.NLM_F_CREATE|unix.NLM_F_EXCL, "add address ", a)
		requests[i].about.Item = i
		if a.Prefix.Addr().Is6() && !a.DAD {
			requests[i].uint32(unix.IFA_FLAGS, unix.IFA_F_NODAD)
			awaited[a.Prefix.Addr()] = true
		}
	}
	if len(awaited) == 0 {
		return c.execute(requests...)
	}
	return c.untilReady(awaited, requests...)
}

// untilReady carries out requests for addresses, and waits until the kernel has told
// of each that is awaited.
func (c *Conn) untilReady(awaited map[netip.Addr]bool, requests ...request) error {
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

// DuplicateError tells that an address is in use by somebody else on the link.
type DuplicateError struct{ Address netip.Addr }

// Error names the address.
func (e *DuplicateError) Error() string {
	return "duplicate address detected: " + e.Address.String() + " is in use on the link"
}

// DetectDuplicate gives an interface an IPv6 address after it has asked
// whether somebody has it (RFC 4862, Section 5.4), and returns when that is
// known: with a *DuplicateError where somebody has. The kernel keeps such an
// address, and does not use it.
func (c *Conn) DetectDuplicate(ctx context.Context, a Address) error {
	r := c.address(unix.RTM_NEWADDR, unix.NLM_F_CREATE|unix.NLM_F_EXCL, "add address ", a)
	c.mu.Lock()
	defer c.mu.Unlock()
	if err := unix.SetsockoptInt(c.fd, unix.SOL_NETLINK, unix.NETLINK_ADD_MEMBERSHIP, unix.RTNLGRP_IPV6_IFADDR); err != nil {
		return refused(r, err, "")
	}
	c.tried = &trial{address: a.Prefix.Addr()}
	defer func() {
		c.tried = nil
		_ = unix.SetsockoptInt(c.fd, unix.SOL_NETLINK, unix.NETLINK_DROP_MEMBERSHIP, unix.RTNLGRP_IPV6_IFADDR)
	}()
	if err := c.executeLocked([]request{r}); err != nil {
		return err
	}
	for !c.tried.over {
		if ctx.Err() != nil {
			return refused(r, context.Cause(ctx), "")
		}
		if err := c.wait(r); err != nil {
			return err
		}
	}
	if c.tried.failed {
		return &DuplicateError{Address: a.Prefix.Addr()}
	}
	return nil
}

// trial is an address that is asked for.
type trial struct {
	address      netip.Addr
	over, failed bool
}

// tell takes in what the kernel says of an address.
func (t *trial) tell(address netip.Addr, flags uint32) {
	if address != t.address {
		return
	}
	t.failed = flags&unix.IFA_F_DADFAILED != 0
	t.over = t.failed || flags&unix.IFA_F_TENTATIVE == 0
}

// wait takes in the notices of the next moment.
func (c *Conn) wait(about request) error {
	const most = 50 // ms, after which the caller looks whether its time is over
	_, err := unix.Poll([]unix.PollFd{{Fd: int32(c.fd), Events: unix.POLLIN}}, most)
	if err != nil && err != unix.EINTR {
		return refused(about, err, "")
	}
	n, _, err := unix.Recvfrom(c.fd, c.receive, unix.MSG_DONTWAIT)
	if err == unix.EAGAIN || err == unix.EINTR {
		return nil
	}
	if err != nil {
		return refused(about, err, "")
	}
	for header, body := range messages(c.receive[:n]) {
		c.notice(binary.NativeEndian.Uint16(header[4:]), body)
	}
	return nil
}

// await reads notices until none of the awaited addresses is left.
func (c *Conn) await(last request) error {
	deadline := time.Now().Add(readyWithin)
	for len(c.awaited) > 0 {
		if time.Now().After(deadline) {
			return refused(last, unix.ETIMEDOUT, "the address does not become ready")
		}
		if err := c.wait(last); err != nil {
			return err
		}
	}
	return nil
}

// notice takes in a message that is no answer.
func (c *Conn) notice(kind uint16, body []byte) {
	if kind != unix.RTM_NEWADDR || len(body) < unix.SizeofIfAddrmsg {
		return
	}
	flags := uint32(body[2])
	var address netip.Addr
	for kind, value := range attributes(body[unix.SizeofIfAddrmsg:]) {
		switch {
		case kind == unix.IFA_ADDRESS:
			address, _ = netip.AddrFromSlice(value)
		case kind == unix.IFA_FLAGS && len(value) == 4:
			flags = binary.NativeEndian.Uint32(value)
		}
	}
	delete(c.awaited, address)
	if c.tried != nil {
		c.tried.tell(address, flags)
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
