package lab

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/netip"
	"slices"

	"golang.org/x/sys/unix"

	"github.com/netrig/netrig/harness/internal/netns"
	"github.com/netrig/netrig/harness/internal/observe"
	"github.com/netrig/netrig/harness/internal/rtnl"
	"github.com/netrig/netrig/topology"
)

// kernel calls f with a way to the node's kernel.
func (n *Node) kernel(f func(*rtnl.Conn) error) error {
	c, err := rtnl.Open(n.ns, n.Name)
	if err != nil {
		return err
	}
	return errors.Join(f(c), c.Close())
}

// index returns the index of an interface, 0 for no name.
func (n *Node) index(iface string) (index int, err error) {
	if iface == "" {
		return 0, nil
	}
	err = n.ns.Do(func() error {
		i, err := net.InterfaceByName(iface)
		if err == nil {
			index = i.Index
		}
		return err
	})
	if err != nil {
		return 0, fmt.Errorf("%s:%s: %w", n.Name, iface, err)
	}
	return index, nil
}

// AddRoute adds a route to the main table.
func (n *Node) AddRoute(r topology.Route) error {
	return n.route(r, func(c *rtnl.Conn, r rtnl.Route) error { return c.AddRoutes(r) })
}

// ReplaceRoute adds a route in place of the one to the same network with the
// same metric, if there is one.
func (n *Node) ReplaceRoute(r topology.Route) error { return n.route(r, (*rtnl.Conn).ReplaceRoute) }

// RemoveRoute removes the first route that has what is given, whoever made it.
func (n *Node) RemoveRoute(r topology.Route) error { return n.route(r, (*rtnl.Conn).RemoveRoute) }

func (n *Node) route(r topology.Route, do func(*rtnl.Conn, rtnl.Route) error) error {
	index, err := n.index(r.Interface)
	if err != nil {
		return err
	}
	return n.kernel(func(c *rtnl.Conn) error {
		return do(c, rtnl.Route{
			To: r.To, Via: r.Via, Name: r.Interface, Index: index, MTU: r.MTU, AdvMSS: r.AdvMSS, Metric: r.Metric, Type: routeType(r.Type),
		})
	})
}

// AddNeighbor adds an entry to the ARP or NDP cache of the interface that it
// names. One that is there is an error, unless it is to be replaced.
func (n *Node) AddNeighbor(x rtnl.Neighbor, replace bool) error {
	return n.neighbor(x, func(c *rtnl.Conn, x rtnl.Neighbor) error { return c.AddNeighbor(x, replace) })
}

// RemoveNeighbor removes an entry.
func (n *Node) RemoveNeighbor(x rtnl.Neighbor) error {
	return n.neighbor(x, (*rtnl.Conn).RemoveNeighbor)
}

func (n *Node) neighbor(x rtnl.Neighbor, do func(*rtnl.Conn, rtnl.Neighbor) error) (err error) {
	if x.Index, err = n.index(x.Name); err != nil {
		return err
	}
	return n.kernel(func(c *rtnl.Conn) error { return do(c, x) })
}

// FlushNeighbors removes what an interface has learned of its neighbours:
// all entries but those that stay for good.
func (n *Node) FlushNeighbors(iface string) error {
	index, err := n.index(iface)
	if err != nil {
		return err
	}
	s, err := observe.Snapshot(n.ns, n.Name, observe.Neighbors)
	if err != nil {
		return err
	}
	var all []rtnl.Neighbor
	for _, x := range s.Neighbors {
		if x.Interface == iface && x.State != "PERMANENT" && x.State != "NOARP" {
			all = append(all, rtnl.Neighbor{Name: iface, Index: index, IP: x.IP})
		}
	}
	return n.kernel(func(c *rtnl.Conn) error { return c.FlushNeighbors(all...) })
}

// AddAddress gives an interface an address, and returns when it can be used.
func (n *Node) AddAddress(iface string, p netip.Prefix) error {
	index, err := n.index(iface)
	if err != nil {
		return err
	}
	return n.kernel(func(c *rtnl.Conn) error { return c.AddAddresses(rtnl.Address{Name: iface, Index: index, Prefix: p}) })
}

// DetectDuplicate gives an interface an IPv6 address as AddAddress does, but
// only after it has asked whether somebody has it (RFC 4862, Section 5.4).
func (n *Node) DetectDuplicate(ctx context.Context, iface string, p netip.Prefix) (err error) {
	index, err := n.index(iface)
	if err != nil {
		return err
	}
	path := "net/ipv6/conf/" + iface + "/accept_dad"
	before, err := n.Setting(path)
	if err != nil {
		return err
	}
	if before == "0" { // the interfaces of a lab do not ask, or boot would take a second
		if err := n.Set(path, "1"); err != nil {
			return err
		}
		defer func() { err = errors.Join(err, n.Set(path, before)) }()
	}
	return n.kernel(func(c *rtnl.Conn) error {
		return c.DetectDuplicate(ctx, rtnl.Address{Name: iface, Index: index, Prefix: p})
	})
}

// RemoveAddress takes an address from an interface, and with it the routes
// that depend on it.
func (n *Node) RemoveAddress(iface string, p netip.Prefix) error {
	index, err := n.index(iface)
	if err != nil {
		return err
	}
	return n.kernel(func(c *rtnl.Conn) error { return c.RemoveAddress(rtnl.Address{Name: iface, Index: index, Prefix: p}) })
}

// Set writes a kernel setting, by its path below /proc/sys.
func (n *Node) Set(path, value string) error {
	return denied(n.kernel(func(c *rtnl.Conn) error { return c.Set(rtnl.Setting{Path: path, Value: value}) }))
}

// Setting reads a kernel setting, by its path below /proc/sys.
func (n *Node) Setting(path string) (string, error) {
	value, err := observe.Setting(n.ns, n.Name, path)
	return value, denied(err)
}

// denied adds the cure where a setting is not the node's to write or read.
func denied(err error) error {
	switch {
	case errors.Is(err, unix.EACCES), errors.Is(err, unix.EROFS):
		return fmt.Errorf("%w (it is one for the whole machine, or only root may change it for a node)", err)
	case errors.Is(err, unix.EPERM):
		return fmt.Errorf("%w (only root may do that, or the kernel does not have what the value names)", err)
	case errors.Is(err, unix.ENOENT), errors.Is(err, unix.ENOTDIR):
		return fmt.Errorf("%w (this kernel has no such setting, or none for each node, or none for an ordinary user)", err)
	}
	return err
}

// ServiceError tells that a server cannot be stopped or started, as it is
// already, or as a network that is broken on purpose does not have it.
type ServiceError struct{ Node, Name, Is string }

// Error names the server.
func (e *ServiceError) Error() string {
	return fmt.Sprintf("%s of %s is %s", e.Name, e.Node, e.Is)
}

// StopService stops a declared server of the node, by its name in the
// topology, and returns when its sockets are closed.
func (n *Node) StopService(ctx context.Context, name string) error {
	s, err := n.service(name)
	if err != nil {
		return err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.stop == nil {
		return &ServiceError{n.Name, name, "stopped already"}
	}
	stop := s.stop
	s.stop = nil
	err = stop(ctx)
	netns.Forked()
	return err
}

// StartService starts a declared server of the node that was stopped, and
// returns when its sockets are open. It knows nothing of before.
func (n *Node) StartService(ctx context.Context, name string) error {
	s, err := n.service(name)
	if err != nil {
		return err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.stop != nil {
		return &ServiceError{n.Name, name, "running already"}
	}
	return n.lab.start(ctx, n, s)
}

// service returns a server of the node.
func (n *Node) service(name string) (*running, error) {
	n.mu.Lock()
	defer n.mu.Unlock()
	i := slices.IndexFunc(n.services, func(r *running) bool { return r.source == name })
	if i < 0 {
		return nil, &ServiceError{n.Name, name, "not there"}
	}
	return n.services[i], nil
}
