package rtnl

import (
	"net"
	"time"

	"golang.org/x/sys/unix"
)

// Bridge is a bridge device (IEEE 802.1D).
type Bridge struct {
	Name   string
	Index  int
	MAC    net.HardwareAddr // nil: the lowest of its ports
	MTU    int              // octets; 0: the smallest of its ports
	STP    *STP             // nil: off
	Ageing time.Duration    // for which an address is remembered; 0: the kernel's choice
	Hub    bool             // repeats every frame to every port and learns nothing
}

// STP is a bridge's part in a spanning tree. The kernel refuses times that
// IEEE 802.1D does not allow.
type STP struct {
	Priority     int           // the lowest is root
	ForwardDelay time.Duration // 2 s to 30 s
	HelloTime    time.Duration // 1 s to 10 s
	MaxAge       time.Duration // 6 s to 40 s
}

// hubForwards is the group_fwd_mask of a hub: it repeats the link-local
// groups too that a bridge keeps, 01:80:c2:00:00:03 to 0f. The kernel allows
// no more.
const hubForwards = 0xfff8

// AddBridge creates a bridge, up. It snoops on no multicast, so it asks
// nobody for groups and floods them all.
func (c *Conn) AddBridge(b Bridge) error {
	about := Error{Node: c.node, Interface: b.Name, Op: "add the bridge"}
	r := newRequest(unix.RTM_NEWLINK, unix.NLM_F_CREATE|unix.NLM_F_EXCL, about)
	r.link(b.Index, unix.IFF_UP, unix.IFF_UP)
	r.string(unix.IFLA_IFNAME, b.Name)
	if b.MAC != nil {
		r.bytes(unix.IFLA_ADDRESS, b.MAC)
	}
	info := r.open(unix.IFLA_LINKINFO)
	r.string(unix.IFLA_INFO_KIND, "bridge")
	data := r.open(unix.IFLA_INFO_DATA)
	r.uint8(unix.IFLA_BR_MCAST_SNOOPING, 0)
	if s := b.STP; s != nil {
		r.uint32(unix.IFLA_BR_FORWARD_DELAY, centiseconds(s.ForwardDelay))
		r.uint32(unix.IFLA_BR_HELLO_TIME, centiseconds(s.HelloTime))
		r.uint32(unix.IFLA_BR_MAX_AGE, centiseconds(s.MaxAge))
		r.uint32(unix.IFLA_BR_STP_STATE, 1)
		r.uint16(unix.IFLA_BR_PRIORITY, uint16(s.Priority))
	}
	if b.Ageing != 0 {
		r.uint32(unix.IFLA_BR_AGEING_TIME, centiseconds(b.Ageing))
	}
	if b.Hub {
		r.uint32(unix.IFLA_BR_AGEING_TIME, 0)
		r.uint16(unix.IFLA_BR_GROUP_FWD_MASK, hubForwards)
	}
	r.close(data)
	r.close(info)
	requests := []request{r}
	if b.MTU != 0 {
		// Set on its own, or the ports would change it.
		about.Op = "set the mtu"
		m := newRequest(unix.RTM_SETLINK, 0, about)
		m.link(b.Index, 0, 0)
		m.uint32(unix.IFLA_MTU, uint32(b.MTU))
		requests = append(requests, m)
	}
	return c.execute(requests...)
}

// SetPort sets what a port of a bridge is in a spanning tree: the cost of the
// way by it, 0 for the kernel's choice, and the priority in its identifier.
func (c *Conn) SetPort(index int, name string, cost, priority int) error {
	r := newRequest(unix.RTM_NEWLINK, 0, Error{Node: c.node, Interface: name, Op: "set cost and priority"})
	r.link(index, 0, 0)
	info := r.open(unix.IFLA_LINKINFO)
	r.string(unix.IFLA_INFO_SLAVE_KIND, "bridge")
	data := r.open(unix.IFLA_INFO_SLAVE_DATA)
	if cost != 0 {
		r.uint32(unix.IFLA_BRPORT_COST, uint32(cost))
	}
	r.uint16(unix.IFLA_BRPORT_PRIORITY, uint16(priority))
	r.close(data)
	r.close(info)
	return c.execute(r)
}

// centiseconds is the unit of the bridge's timers, USER_HZ.
func centiseconds(d time.Duration) uint32 { return uint32(d / (10 * time.Millisecond)) }
