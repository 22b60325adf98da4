package rtnl

import (
	"encoding/binary"
	"errors"
	"net"
	"net/netip"

	"golang.org/x/sys/unix"
)

// NeighborState is the state that an entry of ARP (RFC 826) or NDP (RFC
// 4861, Section 7.3.2) is given. The kernel goes on from there.
type NeighborState uint16

// The states that an entry can be given. NoARP entries are never asked for.
const (
	Reachable NeighborState = unix.NUD_REACHABLE
	Stale     NeighborState = unix.NUD_STALE
	Delay     NeighborState = unix.NUD_DELAY
	Probe     NeighborState = unix.NUD_PROBE
	NoARP     NeighborState = unix.NUD_NOARP
	Permanent NeighborState = unix.NUD_PERMANENT
)

// Neighbor is an entry of the ARP or NDP cache of an interface.
type Neighbor struct {
	Name  string // of the interface, for errors
	Index int
	IP    netip.Addr
	MAC   net.HardwareAddr // none of a proxy entry
	State NeighborState    // Permanent if 0
	Proxy bool             // the node answers for IP, instead of remembering it
}

// AddNeighbor adds an entry. One that is there is an error, unless it is to
// be replaced.
func (c *Conn) AddNeighbor(n Neighbor, replace bool) error {
	flags, op := uint16(unix.NLM_F_CREATE|unix.NLM_F_EXCL), "add neighbor "
	if replace {
		flags, op = unix.NLM_F_CREATE|unix.NLM_F_REPLACE, "replace neighbor "
	}
	return c.execute(c.neighbor(unix.RTM_NEWNEIGH, flags, op, n))
}

// RemoveNeighbor removes an entry.
func (c *Conn) RemoveNeighbor(n Neighbor) error {
	return c.execute(c.neighbor(unix.RTM_DELNEIGH, 0, "remove neighbor ", n))
}

// FlushNeighbors removes entries, whether or not they are still there.
func (c *Conn) FlushNeighbors(all ...Neighbor) error {
	var errs []error
	for _, n := range all {
		if err := c.RemoveNeighbor(n); err != nil && !errors.Is(err, unix.ENOENT) {
			errs = append(errs, err)
		}
	}
	return errors.Join(errs...)
}

// Silence has the kernel forget every neighbour of every interface, and ask for none from
// then on, in one request: it drops the entries of an interface that is told to do
// without ARP and NDP, but for the permanent ones, and all interfaces belong to group 0
// unless somebody moved them.
func (c *Conn) Silence() error {
	r := newRequest(unix.RTM_NEWLINK, 0, Error{Node: c.node, Op: "forget all neighbours"})
	r.link(0, unix.IFF_NOARP, unix.IFF_NOARP)
	r.uint32(unix.IFLA_GROUP, 0)
	return c.execute(r)
}

// neighbor is a request with struct ndmsg (linux/neighbour.h).
func (c *Conn) neighbor(kind, flags uint16, op string, n Neighbor) request {
	r := newRequest(kind, flags, Error{Node: c.node, Interface: n.Name, Op: op + n.IP.String()})
	state, own := n.State, uint8(0)
	if state == 0 {
		state = Permanent
	}
	if n.Proxy {
		own = unix.NTF_PROXY
	}
	r.data = append(r.data, family(n.IP), 0, 0, 0)
	r.data = binary.NativeEndian.AppendUint32(r.data, uint32(n.Index))
	r.data = binary.NativeEndian.AppendUint16(r.data, uint16(state))
	r.data = append(r.data, own, 0)
	r.addr(unix.NDA_DST, n.IP)
	if n.MAC != nil {
		r.bytes(unix.NDA_LLADDR, n.MAC)
	}
	return r
}
