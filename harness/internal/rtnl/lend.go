package rtnl

import (
	"encoding/binary"
	"math"
	"net/netip"
	"time"

	"golang.org/x/sys/unix"
)

// LendAddress gives an interface an IPv6 address for a time, or a new time where it
// has the address. Of more than 136 years it is for ever. It returns when the address can
// be used, or where it is probed for duplicates first when that has begun.
func (c *Conn) LendAddress(a Address, valid, preferred time.Duration) error {
	r := c.address(unix.RTM_NEWADDR, unix.NLM_F_CREATE|unix.NLM_F_REPLACE, "lend address ", a)
	if !a.DAD {
		r.uint32(unix.IFA_FLAGS, unix.IFA_F_NODAD)
	}
	seconds := func(d time.Duration) uint32 { return uint32(min(d/time.Second, math.MaxUint32)) }
	info := make([]byte, 16) // struct ifa_cacheinfo: preferred, valid, and two that the kernel fills in
	binary.NativeEndian.PutUint32(info, seconds(preferred))
	binary.NativeEndian.PutUint32(info[4:], seconds(valid))
	r.bytes(unix.IFA_CACHEINFO, info)
	if a.DAD {
		return c.execute(r)
	}
	return c.untilReady(map[netip.Addr]bool{a.Prefix.Addr(): true}, r)
}
