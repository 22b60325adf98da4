package observe

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/netrig/netrig/harness/internal/netns"
	"github.com/netrig/netrig/harness/state"
	"golang.org/x/sys/unix"
)

// What selects parts of a snapshot; the parts add up by |.
type What uint8

// The parts of a snapshot.
const (
	Interfaces What = 1 << iota // with their addresses
	Routes                      // of the main table, IPv4 and IPv6
	Neighbors                   // ARP and NDP
	Sockets                     // TCP in every state, and UDP
	FDB                         // forwarding databases of bridges
	Trees                       // spanning trees of bridges

	Everything = Interfaces | Routes | Neighbors | Sockets | FDB | Trees
)

// Snapshot reads the parts named by what, each sorted, from the kernel of
// the node that ns belongs to. The parts are read one after the other, so a
// change in between shows in the later ones only. Time is when it began.
func Snapshot(ns *netns.NS, node string, what What) (*state.Snapshot, error) {
	s, err := snapshot(ns, what)
	if err != nil {
		return nil, fmt.Errorf("observe %s: %w", node, err)
	}
	s.Node = node
	return s, nil
}

func snapshot(ns *netns.NS, what What) (*state.Snapshot, error) {
	s := &state.Snapshot{Time: time.Now()}
	if what&^Sockets != 0 {
		conns, err := open(ns, unix.NETLINK_ROUTE)
		if err != nil {
			return nil, err
		}
		defer conns[0].close()
		if err := conns[0].readRoute(s, what); err != nil {
			return nil, err
		}
	}
	if what&Sockets != 0 {
		conns, err := open(ns, unix.NETLINK_SOCK_DIAG)
		if err != nil {
			return nil, err
		}
		defer conns[0].close()
		if s.Sockets, err = conns[0].sockets(); err != nil {
			return nil, fmt.Errorf("sockets: %w", err)
		}
	}
	return s, nil
}

// readRoute reads all that rtnetlink knows.
func (c *conn) readRoute(s *state.Snapshot, what What) error {
	links, err := c.links()
	if err != nil {
		return fmt.Errorf("interfaces: %w", err)
	}
	names := make(map[int]string, len(links))
	for _, l := range links {
		names[l.Index] = l.Name
	}
	if what&Interfaces != 0 {
		if err := c.addresses(links); err != nil {
			return fmt.Errorf("addresses: %w", err)
		}
		s.Interfaces = links
	}
	if what&Routes != 0 {
		if s.Routes, err = c.routes(names); err != nil {
			return fmt.Errorf("routes: %w", err)
		}
	}
	if what&Neighbors != 0 {
		if s.Neighbors, err = c.neighbors(names); err != nil {
			return fmt.Errorf("neighbors: %w", err)
		}
	}
	if what&FDB != 0 {
		if s.FDB, err = c.fdb(names); err != nil {
			return fmt.Errorf("forwarding database: %w", err)
		}
	}
	if what&Trees != 0 {
		if s.Trees, err = c.trees(); err != nil {
			return fmt.Errorf("spanning trees: %w", err)
		}
	}
	return nil
}

// skipStats is RTEXT_FILTER_SKIP_STATS of linux/rtnetlink.h.
const skipStats = 1 << 3

// links reads the interfaces, ordered by index.
func (c *conn) links() (links []state.Interface, err error) {
	body := make([]byte, unix.SizeofIfInfomsg)
	body = appendUint32(body, unix.IFLA_EXT_MASK, skipStats)
	err = c.dump(unix.RTM_GETLINK, body, func() { links = links[:0] }, func(b []byte) error {
		l, err := parseLink(b)
		if err == nil {
			links = append(links, l)
		}
		return err
	})
	slices.SortFunc(links, func(a, b state.Interface) int { return cmp.Compare(a.Index, b.Index) })
	return links, err
}

// addresses reads the addresses of links, IPv4 first, each family in the
// kernel's order, in which the first is the primary.
func (c *conn) addresses(links []state.Interface) error {
	position := make(map[int]int, len(links))
	for i, l := range links {
		position[l.Index] = i
	}
	reset := func() {
		for i := range links {
			links[i].Addresses = nil
		}
	}
	return c.dump(unix.RTM_GETADDR, make([]byte, unix.SizeofIfAddrmsg), reset, func(b []byte) error {
		index, a, err := parseAddress(b)
		if err != nil {
			return err
		}
		if i, ok := position[index]; ok && a.Prefix.IsValid() {
			links[i].Addresses = append(links[i].Addresses, a)
		}
		return nil
	})
}

// routes reads the main table. A route with several next hops is several.
func (c *conn) routes(names map[int]string) (routes []state.Route, err error) {
	err = c.dump(unix.RTM_GETROUTE, make([]byte, unix.SizeofRtMsg), func() { routes = routes[:0] }, func(b []byte) error {
		rs, err := parseRoute(b, names)
		routes = append(routes, rs...)
		return err
	})
	slices.SortStableFunc(routes, func(a, b state.Route) int {
		return cmp.Or(
			cmp.Compare(a.To.Addr().BitLen(), b.To.Addr().BitLen()),
			a.To.Addr().Compare(b.To.Addr()), cmp.Compare(a.To.Bits(), b.To.Bits()),
			cmp.Compare(a.Metric, b.Metric), a.Via.Compare(b.Via), cmp.Compare(a.Interface, b.Interface),
		)
	})
	return routes, err
}

// neighbors reads the ARP and NDP caches.
func (c *conn) neighbors(names map[int]string) (neighbors []state.Neighbor, err error) {
	err = c.dump(unix.RTM_GETNEIGH, make([]byte, unix.SizeofNdMsg), func() { neighbors = neighbors[:0] }, func(b []byte) error {
		n, ok, err := parseNeighbor(b, names)
		if ok {
			neighbors = append(neighbors, n)
		}
		return err
	})
	slices.SortFunc(neighbors, func(a, b state.Neighbor) int {
		return cmp.Or(cmp.Compare(a.Interface, b.Interface), a.IP.Compare(b.IP))
	})
	return neighbors, err
}

// sockets reads the TCP and UDP sockets.
func (c *conn) sockets() (sockets []state.Socket, err error) {
	for _, family := range []uint8{unix.AF_INET, unix.AF_INET6} {
		for _, protocol := range []uint8{unix.IPPROTO_TCP, unix.IPPROTO_UDP} {
			start := len(sockets)
			err := c.dump(unix.SOCK_DIAG_BY_FAMILY, diagRequest(family, protocol), func() { sockets = sockets[:start] }, func(b []byte) error {
				s, err := parseSocket(b, protocol)
				if err == nil {
					sockets = append(sockets, s)
				}
				return err
			})
			if errors.Is(err, unix.ENOENT) {
				return nil, fmt.Errorf("the kernel cannot list them (CONFIG_INET_DIAG, CONFIG_INET_UDP_DIAG): %w", err)
			}
			if err != nil {
				return nil, err
			}
		}
	}
	slices.SortFunc(sockets, func(a, b state.Socket) int {
		return cmp.Or(cmp.Compare(a.Network, b.Network), a.Local.Compare(b.Local), a.Remote.Compare(b.Remote), cmp.Compare(a.State, b.State))
	})
	return sockets, nil
}
