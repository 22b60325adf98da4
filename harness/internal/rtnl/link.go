package rtnl

import (
	"net"
	"time"

	"golang.org/x/sys/unix"

	"github.com/netrig/netrig/harness/internal/netns"
)

// vethPeer is VETH_INFO_PEER of linux/veth.h.
const vethPeer = 1

// End is one end of a cable.
type End struct {
	NS     *netns.NS
	Node   string // for errors
	Name   string
	Index  int              // in its namespace
	MAC    net.HardwareAddr // nil: the kernel's choice
	MTU    int              // octets; 0 for 1500
	Master int              // index of the bridge it is a port of; 0 for none
	Up     bool
}

// AddCable creates both ends of a cable in their namespaces; b's is the
// Conn's. The first end is a port of its bridge and up at once: a port that
// is taken up later makes a big bridge slow. The kernel refuses that for
// the second end, which follows in a message of its own.
func (c *Conn) AddCable(a, b End) error {
	r := newRequest(unix.RTM_NEWLINK, unix.NLM_F_CREATE|unix.NLM_F_EXCL, Error{
		Node: a.Node, Interface: a.Name, Op: "connect to " + b.Node + ":" + b.Name,
	})
	r.end(a, a.Up)
	if a.Master != 0 {
		r.uint32(unix.IFLA_MASTER, uint32(a.Master))
	}
	info := r.open(unix.IFLA_LINKINFO)
	r.string(unix.IFLA_INFO_KIND, "veth")
	data := r.open(unix.IFLA_INFO_DATA)
	peer := r.open(vethPeer)
	r.end(b, false)
	r.close(peer)
	r.close(data)
	r.close(info)
	if !b.Up {
		return c.execute(r)
	}
	up := newRequest(unix.RTM_SETLINK, 0, Error{Node: b.Node, Interface: b.Name, Op: "take up"})
	up.link(b.Index, unix.IFF_UP, unix.IFF_UP)
	if b.Master != 0 {
		up.about.Op = "join its bridge"
		up.uint32(unix.IFLA_MASTER, uint32(b.Master))
	}
	return c.execute(r, up)
}

// SetUp takes an interface up or down. Where its index is 0 the name tells which.
func (c *Conn) SetUp(index int, name string, up bool) error {
	op, flags := "take down", 0
	if up {
		op, flags = "take up", unix.IFF_UP
	}
	r := newRequest(unix.RTM_SETLINK, 0, Error{Node: c.node, Interface: name, Op: op})
	r.link(index, uint32(flags), unix.IFF_UP)
	if index == 0 {
		r.string(unix.IFLA_IFNAME, name)
	}
	return c.execute(r)
}

// end appends what both ends of a cable have. One queue each keeps frames
// in order, and is half the objects to create.
func (r *request) end(e End, up bool) {
	if up {
		r.link(e.Index, unix.IFF_UP, unix.IFF_UP)
	} else {
		r.link(e.Index, 0, 0)
	}
	r.string(unix.IFLA_IFNAME, e.Name)
	if e.MAC != nil {
		r.bytes(unix.IFLA_ADDRESS, e.MAC)
	}
	if e.MTU != 0 {
		r.uint32(unix.IFLA_MTU, uint32(e.MTU))
	}
	r.uint32(unix.IFLA_NUM_TX_QUEUES, 1)
	r.uint32(unix.IFLA_NUM_RX_QUEUES, 1)
	r.uint32(unix.IFLA_NET_NS_FD, uint32(e.NS.FD()))
}

// Bridge is a bridge device (IEEE 802.1D).
type Bridge struct {
	Name         string
	Index        int
	MAC          net.HardwareAddr // nil: the lowest of its ports
	MTU          int              // octets; 0: the smallest of its ports
	STP          bool
	ForwardDelay time.Duration // 2 s at least; used where STP is on
	Hub          bool          // repeats every frame to every port and learns nothing
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
	if b.STP {
		r.uint32(unix.IFLA_BR_FORWARD_DELAY, centiseconds(b.ForwardDelay))
		r.uint32(unix.IFLA_BR_STP_STATE, 1)
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

// centiseconds is the unit of the bridge's timers, USER_HZ.
func centiseconds(d time.Duration) uint32 { return uint32(d / (10 * time.Millisecond)) }
