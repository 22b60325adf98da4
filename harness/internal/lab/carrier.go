package lab

import (
	"errors"

	"github.com/netrig/netrig/harness/internal/rtnl"
	"github.com/netrig/netrig/topology"
)

// SetUp sets an interface of the node up or down, as its owner would, and returns when
// the other end of its link has noticed.
func (n *Node) SetUp(iface string, up bool) error {
	c, err := rtnl.Open(n.ns, n.Name)
	if err != nil {
		return err
	}
	if err := errors.Join(c.SetUp(0, iface, up), c.Close()); err != nil {
		return err
	}
	self := topology.Endpoint{Node: n.Name, Interface: iface}
	for _, l := range n.lab.topology.Links {
		if l.A != self && l.B != self {
			continue
		}
		if w := n.lab.Wire(l); w != nil {
			return w.plug()
		}
		for _, end := range [...]topology.Endpoint{l.A, l.B} {
			if err := n.lab.nodes[end.Node].notice(end.Interface); err != nil {
				return err
			}
		}
	}
	return nil
}

// notice has the kernel take notice of the carrier of an interface, and then of that of
// the bridge that it is a port of: it would do so within a second.
func (n *Node) notice(iface string) error {
	c, err := rtnl.Open(n.ns, n.Name)
	if err != nil {
		return err
	}
	err = c.SyncCarrier(iface)
	switch i := n.Spec.Interface(iface); {
	case n.Spec.Bridges():
		err = errors.Join(err, c.SyncCarrier(topology.BridgeName))
	case i != nil && i.Master != "":
		err = errors.Join(err, c.SyncCarrier(i.Master))
	}
	return errors.Join(err, c.Close())
}
