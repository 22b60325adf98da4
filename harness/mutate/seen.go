package mutate

import (
	"net/netip"

	"github.com/netrig/netrig/harness/filter"
	"github.com/netrig/netrig/harness/internal/evidence"
	"github.com/netrig/netrig/harness/packet"
	"github.com/netrig/netrig/harness/suite"
)

// kind is a kind of frame that a link can lose.
type kind struct {
	name   string
	filter string // empty: any frame
}

// kinds are the kinds of frame, each told by a display filter. Those of the
// spanning tree are none: without them frames would circle for ever.
func kinds() []kind {
	return []kind{
		{"everything", ""},
		{"arp request", "arp.opcode == 1"},
		{"arp reply", "arp.opcode == 2"},
		{"fragment", "ip.flags.mf == 1 || ip.frag_offset > 0 || ipv6.fraghdr.nxt"},
		{"icmp echo request", "icmp.type == 8"},
		{"icmp echo reply", "icmp.type == 0"},
		{"icmp redirect", "icmp.type == 5"},
		{"icmp error", "icmp.type in {3, 4, 11, 12}"},
		{"icmpv6 echo request", "icmpv6.type == 128"},
		{"icmpv6 echo reply", "icmpv6.type == 129"},
		{"icmpv6 error", "icmpv6.type < 128"},
		{"router solicitation", "icmpv6.type == 133"},
		{"router advertisement", "icmpv6.type == 134"},
		{"neighbor solicitation", "icmpv6.type == 135"},
		{"neighbor advertisement", "icmpv6.type == 136"},
		{"dhcp discover", "dhcp.option.dhcp == 1"},
		{"dhcp offer", "dhcp.option.dhcp == 2"},
		{"dhcp request", "dhcp.option.dhcp == 3"},
		{"dhcp decline", "dhcp.option.dhcp == 4"},
		{"dhcp ack", "dhcp.option.dhcp == 5"},
		{"dhcp nak", "dhcp.option.dhcp == 6"},
		{"dhcp release", "dhcp.option.dhcp == 7"},
		{"dhcp inform", "dhcp.option.dhcp == 8"},
		{"dhcpv6", "dhcpv6"},
		{"dns question", "dns.flags.response == 0"},
		{"dns answer", "dns.flags.response == 1"},
		{"tcp syn", "tcp.flags.syn == 1 && tcp.flags.ack == 0 && !icmp && !icmpv6"},
		{"tcp syn-ack", "tcp.flags.syn == 1 && tcp.flags.ack == 1 && !icmp && !icmpv6"},
		{"tcp ack without data", "tcp.flags == 0x010 && tcp.len == 0 && !icmp && !icmpv6"},
		{"tcp data", "tcp.len > 0 && !icmp && !icmpv6"},
		{"tcp fin", "tcp.flags.fin == 1 && !icmp && !icmpv6"},
		{"tcp rst", "tcp.flags.reset == 1 && !icmp && !icmpv6"},
		{"other udp", "udp && !dns && !dhcp && !dhcpv6 && !icmp && !icmpv6"},
	}
}

// match is the filter of the kind, nil for every frame.
func (k kind) match() *suite.Match {
	if k.filter == "" {
		return nil
	}
	return matching(k.filter)
}

// matching compiles a filter of this package.
func matching(text string) *suite.Match {
	f, err := filter.Compile(text)
	if err != nil {
		panic("mutate: " + text + ": " + err.Error()) // it is part of the program
	}
	return &suite.Match{Text: text, Filter: f}
}

// seen is what a case made its network carry.
type seen struct {
	links []carried                      // as the topology lists them
	sent  map[string]map[netip.Addr]bool // by interface: where the packets go that it sends
}

// carried is what a link carried.
type carried struct {
	kinds   map[string]bool
	longest int // octets of a frame
}

// look tells from the evidence of a case what each link carried.
func look(c *suite.Case, ev *evidence.Case) (*seen, error) {
	s := &seen{links: make([]carried, len(c.Topology.Links)), sent: map[string]map[netip.Addr]bool{}}
	at := map[string]*carried{}
	var points []string
	for i, l := range c.Topology.Links {
		s.links[i].kinds = map[string]bool{}
		for _, end := range []string{l.A.String(), l.B.String()} {
			at[end] = &s.links[i]
			points = append(points, end)
			s.sent[end] = map[netip.Addr]bool{}
		}
	}
	ev.Dissect(points, c.Dissect)
	all := kinds()
	filters := make([]*suite.Match, len(all))
	for i, k := range all {
		filters[i] = k.match()
	}
	for _, f := range ev.Frames {
		on := at[f.Point]
		if on == nil {
			continue
		}
		on.longest = max(on.longest, f.Length)
		if to, ok := destination(f); ok && f.Direction == packet.Out {
			s.sent[f.Point][to] = true
		}
		for i, k := range all {
			if on.kinds[k.name] {
				continue
			}
			matched := filters[i] == nil
			if !matched {
				var err error
				if matched, err = filters[i].Filter.Match(f, nil); err != nil {
					return nil, err
				}
			}
			if matched {
				on.kinds[k.name] = true
			}
		}
	}
	return s, nil
}

// destination is where a packet goes to, false for other frames.
func destination(f *packet.Frame) (netip.Addr, bool) {
	for _, name := range []string{"ip.dst", "ipv6.dst"} {
		info, ok := packet.Lookup(name)
		if !ok {
			continue
		}
		if i := f.Find(info.ID, 0); i >= 0 {
			return f.At(i).Addr(), true
		}
	}
	return netip.Addr{}, false
}
