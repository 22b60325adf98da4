package rtnl

import (
	"net"

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

// Delete deletes an interface, and the other end of a cable with it.
func (c *Conn) Delete(index int, name string) error {
	r := newRequest(unix.RTM_DELLINK, 0, Error{Node: c.node, Interface: name, Op: "delete"})
	r.link(index, 0, 0)
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
