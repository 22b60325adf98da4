package plan

import (
	"fmt"
	"net"
	"net/netip"
	"strings"

	"github.com/netrig/netrig/topology"
)

// Autoconf has an interface listen to router advertisements (RFC 4861, Section
// 6.3, RFC 4862). It gets its link-local address then, and solicits routers as soon
// as it has it; boot waits for what the routers of its link say.
type Autoconf struct {
	Node     string
	Name     string
	Index    int
	Settings []Setting      // accept_ra, then addr_gen_mode
	Prefixes []netip.Prefix // each makes an address
	Routers  int            // default routes that are made
	DNS      []netip.Addr   // name servers that are told
	Pos      topology.Pos
}

// Client6 gives an interface a DHCPv6 client (RFC 8415). Unless it is manual, it is
// started, and boot waits for what it gets.
type Client6 struct {
	Node  string
	Name  string
	Index int
	MAC   net.HardwareAddr
	Mode  topology.DHCPMode
	DAD   bool // a leased address is probed before it is used
	Pos   topology.Pos
}

// Advertiser starts router advertisements.
type Advertiser struct {
	Node  string
	Index int // of the interface they are sent on
	Spec  *topology.Advertiser
}

// DHCP6Server starts a DHCPv6 server.
type DHCP6Server struct {
	Node  string
	Index int // of the interface it serves
	Spec  *topology.DHCP6Server
}

// The values of addr_gen_mode (linux/if_link.h).
const (
	fromHardware = "0" // IN6_ADDR_GEN_MODE_EUI64: an address repeats from run to run
	notYet       = "1" // IN6_ADDR_GEN_MODE_NONE: no link-local address
)

// holds reports whether the interfaces of a node get their link-local addresses
// later than the kernel would give them: it would before they are told to probe
// them, and before routers answer.
func (n *node) holds() bool {
	for _, i := range n.Interfaces {
		if i.SLAAC || i.DAD {
			return true
		}
	}
	return false
}

// autoconfPins are the settings of how a node configures itself.
func (n *node) autoconfPins() []Setting {
	const conf = "net/ipv6/conf/default/"
	mode := fromHardware
	if n.holds() {
		mode = notYet
	}
	return []Setting{
		{Path: conf + "addr_gen_mode", Value: mode},
		{Path: conf + "use_tempaddr", Value: "0"}, // they are made by chance (RFC 8981)
		{Path: conf + "dad_transmits", Value: "1"},
		{Path: conf + "router_solicitation_delay", Value: "0"}, // up to a second otherwise, of each probe too
		{Path: conf + "router_solicitation_interval", Value: "1"},
		{Path: conf + "accept_ra_rt_info_max_plen", Value: "128"}, // else routes are not listened to (RFC 4191)
	}
}

// probes are the settings of interfaces that detect duplicates.
func (n *node) probes() []Setting {
	var list []Setting
	for _, i := range n.Interfaces {
		if i.DAD && i.Master == "" {
			list = append(list, Setting{Path: "net/ipv6/conf/" + i.Name + "/accept_dad", Value: "1", Pinned: true})
		}
	}
	return list
}

// listens takes a declared setting that an interface needs only when it listens to
// routers. It reports whether the setting is one.
func (n *node) listens(s Setting) bool {
	for _, i := range n.Interfaces {
		conf := "net/ipv6/conf/" + i.Name + "/"
		if i.SLAAC && (s.Path == conf+"accept_ra" || s.Path == conf+"addr_gen_mode") {
			n.declared[s.Path] = s
			return true
		}
	}
	return false
}

// generation has the interfaces that need not wait for routers make their
// link-local addresses, once all else is set.
func (n *node) generation() []Setting {
	if !n.IPv6 || n.bridge != 0 || !n.holds() {
		return nil
	}
	var list []Setting
	for _, i := range n.Interfaces {
		if !i.SLAAC && i.Master == "" && !n.sets("net.ipv6.conf."+i.Name+".addr_gen_mode") {
			list = append(list, Setting{Path: "net/ipv6/conf/" + i.Name + "/addr_gen_mode", Value: fromHardware, Pinned: true})
		}
	}
	return list
}

// sets reports whether a setting is declared.
func (n *node) sets(key string) bool {
	for _, s := range n.Sysctls {
		if s.Key == key {
			return true
		}
	}
	return false
}

// autoconf plans the interfaces that listen to routers.
func (b *builder) autoconf(n *node) {
	accept := "1"
	if n.Kind == topology.Router {
		accept = "2" // a router does not listen to others otherwise
	}
	for _, i := range n.Interfaces {
		if !i.SLAAC || i.Master != "" {
			continue
		}
		op := Autoconf{Node: n.Name, Name: i.Name, Index: n.index[i.Name], Pos: i.Pos}
		for _, s := range []Setting{{Path: "accept_ra", Value: accept}, {Path: "addr_gen_mode", Value: fromHardware}} {
			s.Path = "net/ipv6/conf/" + i.Name + "/" + s.Path
			if declared, ok := n.declared[s.Path]; ok {
				s = declared
			}
			op.Settings = append(op.Settings, s)
		}
		for _, a := range b.advertisers[topology.Endpoint{Node: n.Name, Interface: i.Name}] {
			op.Prefixes = append(op.Prefixes, a.Made()...)
			op.DNS = append(op.DNS, a.DNS...)
			if a.Lifetime > 0 {
				op.Routers++
			}
		}
		b.add(op)
	}
}

// Lines implements Op.
func (o Autoconf) Lines() []string {
	lines := settingLines(o.Node, o.Settings)
	var awaited []string
	for _, p := range o.Prefixes {
		awaited = append(awaited, "an address of "+p.String())
	}
	switch o.Routers {
	case 0:
	case 1:
		awaited = append(awaited, "a default route")
	default:
		awaited = append(awaited, fmt.Sprintf("%d default routes", o.Routers))
	}
	for _, a := range o.DNS {
		awaited = append(awaited, "name server "+a.String())
	}
	if len(awaited) > 0 {
		lines = append(lines, "wait on "+o.Name+" for "+strings.Join(awaited, ", "))
	}
	return lines
}

// Lines implements Op.
func (o Client6) Lines() []string {
	switch o.Mode {
	case topology.DHCPAuto:
		return []string{"lease an address for " + o.Name + " by DHCPv6"}
	case topology.DHCPInform:
		return []string{"ask for settings on " + o.Name + " by DHCPv6"}
	default:
		return []string{"a DHCPv6 client stands by for " + o.Name}
	}
}

// Lines implements Op.
func (o Advertiser) Lines() []string {
	var prefixes []string
	for _, p := range o.Spec.Prefixes {
		prefixes = append(prefixes, p.Prefix.String())
	}
	return []string{fmt.Sprintf("advertise a router on %s for %s: %s", o.Spec.Interface, o.Spec.Lifetime, strings.Join(prefixes, " "))}
}

// Lines implements Op.
func (o DHCP6Server) Lines() []string {
	if !o.Spec.First.IsValid() {
		return []string{fmt.Sprintf("serve dhcp6 on %s: %d reserved", o.Spec.Interface, len(o.Spec.Reservations))}
	}
	return []string{fmt.Sprintf("serve dhcp6 on %s: %s-%s for %s, %d reserved",
		o.Spec.Interface, o.Spec.First, o.Spec.Last, o.Spec.Lease, len(o.Spec.Reservations))}
}

// Stage implements Op.
func (Autoconf) Stage() Stage { return Autoconfs }

// Where implements Op.
func (o Autoconf) Where() string { return o.Node }

// Undo implements Op.
func (Autoconf) Undo() string { return "" }

// Stage implements Op.
func (Client6) Stage() Stage { return Clients }

// Where implements Op.
func (o Client6) Where() string { return o.Node }

// Undo implements Op.
func (o Client6) Undo() string { return "stop the DHCPv6 client of " + o.Name }

// Stage implements Op.
func (Advertiser) Stage() Stage { return Services }

// Where implements Op.
func (o Advertiser) Where() string { return o.Node }

// Undo implements Op.
func (Advertiser) Undo() string { return "say that the router is none any more" }

// Stage implements Op.
func (DHCP6Server) Stage() Stage { return Services }

// Where implements Op.
func (o DHCP6Server) Where() string { return o.Node }

// Undo implements Op.
func (DHCP6Server) Undo() string { return "stop the DHCPv6 server" }

var (
	_ Op = Autoconf{}
	_ Op = Client6{}
	_ Op = Advertiser{}
	_ Op = DHCP6Server{}
)
