package plan

import (
	"slices"

	"github.com/netrig/netrig/topology"
)

// pins are the settings of every node, so that a run repeats: a new
// namespace takes most of them from the host it is on, and distributions
// differ. Order matters: ip_forward resets those that follow it.
func pins(n *node) []Setting {
	forward, redirects := "0", "1"
	if n.Kind == topology.Router {
		forward, redirects = "1", "0" // a router takes no redirects (RFC 1812, Section 5.2.7.2)
	}
	pins := []Setting{
		{Path: "net/ipv4/ip_forward", Value: forward},
		{Path: "net/ipv4/conf/all/accept_redirects", Value: redirects},
	}
	for _, scope := range []string{"all", "default"} {
		conf := "net/ipv4/conf/" + scope + "/"
		pins = append(pins,
			Setting{Path: conf + "rp_filter", Value: "0"},
			Setting{Path: conf + "accept_local", Value: "0"},
			Setting{Path: conf + "accept_source_route", Value: "0"},
			Setting{Path: conf + "send_redirects", Value: "1"},
			Setting{Path: conf + "arp_announce", Value: "0"},
			Setting{Path: conf + "arp_filter", Value: "0"},
			Setting{Path: conf + "arp_ignore", Value: "0"},
			Setting{Path: conf + "arp_notify", Value: "0"},
			Setting{Path: conf + "log_martians", Value: "0"},
			Setting{Path: conf + "proxy_arp", Value: "0"},
		)
	}
	pins = append(pins,
		// No ICMP error is held back: the limits swallow the seventh of eight.
		Setting{Path: "net/ipv4/icmp_ratelimit", Value: "0"},
		Setting{Path: "net/ipv4/icmp_ratemask", Value: "0"},
		// The one that every kernel has and grants (RFC 5681); hosts differ.
		Setting{Path: "net/ipv4/tcp_congestion_control", Value: "reno"},
		// SYN is repeated after 1, 3, 7 s (RFC 6298), not every second at first.
		Setting{Path: "net/ipv4/tcp_syn_linear_timeouts", Value: "0"},
	)
	switch {
	case !n.IPv6 || n.bridge != 0:
		pins = append(pins, Setting{Path: "net/ipv6/conf/all/disable_ipv6", Value: "1"}) // and default with it
	default:
		pins = append(pins,
			Setting{Path: "net/ipv6/conf/all/disable_ipv6", Value: "0"},
			Setting{Path: "net/ipv6/conf/all/forwarding", Value: forward},
			Setting{Path: "net/ipv6/conf/default/accept_ra", Value: "0"},  // else every host solicits routers
			Setting{Path: "net/ipv6/conf/default/accept_dad", Value: "0"}, // else no address can be used for a second
			Setting{Path: "net/ipv6/icmp/ratelimit", Value: "0"},
		)
		pins = append(pins, n.autoconfPins()...)
		if n.joins() {
			// A port has no address of its own; what is none is told later.
			pins = append(pins, Setting{Path: "net/ipv6/conf/default/disable_ipv6", Value: "1"})
		}
	}
	if n.bridge != 0 || n.joins() {
		// The bridge hooks into netfilter reassemble fragments on their way.
		for _, family := range []string{"arptables", "ip6tables", "iptables"} {
			pins = append(pins, Setting{Path: "net/bridge/bridge-nf-call-" + family, Value: "0"})
		}
	}
	for i := range pins {
		pins[i].Pinned = true
	}
	return pins
}

// joins reports whether the node bridges some of its interfaces.
func (n *node) joins() bool {
	return slices.ContainsFunc(n.Interfaces, func(i *topology.Interface) bool { return len(i.Ports) > 0 })
}

// settings returns the settings a node's namespace begins with, and those
// that have to wait for its interfaces. A declared setting takes the place
// of the pinned one.
func (b *builder) settings(n *node) (early, late []Setting) {
	early = pins(n)
	if n.IPv6 && n.joins() {
		for _, i := range n.Interfaces {
			if i.Master == "" {
				late = append(late, Setting{Path: "net/ipv6/conf/" + i.Name + "/disable_ipv6", Value: "0", Pinned: true})
			}
		}
	}
	late = append(late, n.probes()...)
	for _, s := range n.Sysctls {
		path, of, ok := b.path(n, s)
		if !ok {
			continue
		}
		declared := Setting{Path: path, Value: s.Value, Pos: s.Pos}
		if of != "" {
			if !n.listens(declared) {
				late = append(late, declared)
			}
			continue
		}
		at := slices.IndexFunc(early, func(p Setting) bool { return p.Path == path })
		if at < 0 {
			early = append(early, declared)
		} else {
			early[at] = declared
		}
	}
	return early, append(late, n.generation()...)
}

// path returns the file of a setting below /proc/sys, and the interface it
// belongs to, if any.
func (b *builder) path(n *node, s topology.Sysctl) (path, of string, ok bool) {
	path, of, wrong, cure := n.SettingPath(s.Key)
	if wrong == "" {
		wrong, cure = topology.BadValue(s.Key, s.Value), "write it on one line"
	}
	if wrong != "" {
		b.errorf(s.Pos, cure, "%s: %s", n.Name, wrong)
		return "", "", false
	}
	return path, of, true
}
