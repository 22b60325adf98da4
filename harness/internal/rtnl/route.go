package rtnl

import (
	"net/netip"

	"golang.org/x/sys/unix"
)

// Protocol tells who made a route (linux/rtnetlink.h).
type Protocol uint8

// The makers of routes.
const (
	Static Protocol = unix.RTPROT_STATIC
	DHCP   Protocol = unix.RTPROT_DHCP
)

// Route is a route of the main table.
type Route struct {
	To       netip.Prefix // masked
	Via      netip.Addr   // zero: directly on the interface
	Name     string       // of the interface, for errors
	Index    int          // of the interface; 0: the one that reaches Via
	MTU      int          // octets; 0: the interface's
	AdvMSS   int          // octets; 0: the kernel's choice
	Metric   int
	Protocol Protocol // Static if 0; to remove one: whichever
	Type     RouteType
}

// RouteType tells what becomes of packets that a route is for. One that does
// not send them on has neither Via nor Index.
type RouteType uint8

// The types of routes (ip-route(8)).
const (
	Unicast     RouteType = 0 // to remove one: whichever
	Unreachable RouteType = unix.RTN_UNREACHABLE
	Prohibit    RouteType = unix.RTN_PROHIBIT
	Blackhole   RouteType = unix.RTN_BLACKHOLE
)

// AddRoutes adds routes, in order.
func (c *Conn) AddRoutes(routes ...Route) error {
	requests := make([]request, len(routes))
	for i, r := range routes {
		requests[i] = c.route(unix.RTM_NEWROUTE, unix.NLM_F_CREATE|unix.NLM_F_EXCL, "add route to ", r)
		requests[i].about.Item = i
	}
	return c.execute(requests...)
}

// ReplaceRoute adds a route in place of the one to the same network with the
// same metric, if there is one.
func (c *Conn) ReplaceRoute(r Route) error {
	return c.execute(c.route(unix.RTM_NEWROUTE, unix.NLM_F_CREATE|unix.NLM_F_REPLACE, "replace route to ", r))
}

// RemoveRoute removes a route: the first that has what is given.
func (c *Conn) RemoveRoute(r Route) error {
	return c.execute(c.route(unix.RTM_DELROUTE, 0, "remove route to ", r))
}

func (c *Conn) route(kind, flags uint16, op string, route Route) request {
	op += route.To.String()
	scope := uint8(unix.RT_SCOPE_LINK)
	if route.Via.IsValid() {
		op += " via " + route.Via.String()
		scope = unix.RT_SCOPE_UNIVERSE
	}
	if route.To.Addr().Is6() {
		scope = unix.RT_SCOPE_UNIVERSE
	}
	protocol, what := route.Protocol, uint8(route.Type)
	switch {
	case kind == unix.RTM_DELROUTE:
		scope = unix.RT_SCOPE_NOWHERE // of any scope
	case what == 0:
		what = unix.RTN_UNICAST
	default:
		scope = unix.RT_SCOPE_UNIVERSE
	}
	if protocol == 0 && kind != unix.RTM_DELROUTE {
		protocol = Static
	}
	r := newRequest(kind, flags, Error{Node: c.node, Interface: route.Name, Op: op})
	r.data = append(r.data,
		family(route.To.Addr()), uint8(route.To.Bits()), 0, 0,
		unix.RT_TABLE_MAIN, uint8(protocol), scope, what,
		0, 0, 0, 0)
	if route.To.Bits() > 0 {
		r.addr(unix.RTA_DST, route.To.Addr())
	}
	if route.Via.IsValid() {
		r.addr(unix.RTA_GATEWAY, route.Via)
	}
	if route.Index != 0 {
		r.uint32(unix.RTA_OIF, uint32(route.Index))
	}
	if route.Metric != 0 {
		r.uint32(unix.RTA_PRIORITY, uint32(route.Metric))
	}
	if route.MTU != 0 || route.AdvMSS != 0 {
		metrics := r.open(unix.RTA_METRICS)
		if route.MTU != 0 {
			r.uint32(unix.RTAX_MTU, uint32(route.MTU))
		}
		if route.AdvMSS != 0 {
			r.uint32(unix.RTAX_ADVMSS, uint32(route.AdvMSS))
		}
		r.close(metrics)
	}
	return r
}
