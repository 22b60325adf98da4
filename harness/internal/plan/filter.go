package plan

import (
	"fmt"
	"strings"

	"github.com/netrig/netrig/topology"
)

// Translation rewrites the source of IPv4 packets that leave by the interfaces
// of Masquerade to the interface's address (RFC 3022, NAPT), and hands what comes
// for a forwarded port to its host.
type Translation struct {
	Node       string
	Masquerade []string
	Forwards   []topology.PortForward
	Pos        topology.Pos
}

// Firewall filters what a node takes, forwards and sends.
type Firewall struct {
	Node  string
	Rules *topology.Firewall
	Pos   topology.Pos
}

// Lines implements Op.
func (o Translation) Lines() []string {
	nft := "ip netns exec " + o.Node + " nft "
	lines := append([]string{nft + "add table ip netrig"}, fragments(nft, "ip")...)
	if len(o.Forwards) > 0 {
		lines = append(lines, nft+"add chain ip netrig prerouting '{ type nat hook prerouting priority dstnat; }'")
	}
	for _, f := range o.Forwards {
		for _, in := range f.In {
			lines = append(lines, fmt.Sprintf("%sadd rule ip netrig prerouting iifname %s fib daddr type local %s dport %d dnat to %s", nft, in, f.Protocol, f.Port, f.To))
		}
	}
	if len(o.Masquerade) > 0 {
		lines = append(lines, nft+"add chain ip netrig postrouting '{ type nat hook postrouting priority srcnat; }'")
	}
	for _, name := range o.Masquerade {
		lines = append(lines, nft+"add rule ip netrig postrouting oifname "+name+" masquerade")
	}
	return lines
}

// Lines implements Op.
func (o Firewall) Lines() []string {
	nft := "ip netns exec " + o.Node + " nft "
	lines := []string{nft + "add table inet netrig"}
	if o.Rules.Tracks() {
		lines = append(lines, fragments(nft, "inet")...)
	}
	for _, c := range []struct {
		hook  string
		rules []topology.FilterRule
	}{{"input", o.Rules.Input}, {"forward", o.Rules.Forward}, {"output", o.Rules.Output}} {
		if len(c.rules) == 0 {
			continue
		}
		lines = append(lines, fmt.Sprintf("%sadd chain inet netrig %s '{ type filter hook %[2]s priority filter; }'", nft, c.hook))
		for i := range c.rules {
			lines = append(lines, nft+"add rule inet netrig "+c.hook+" "+rule(&c.rules[i]))
		}
	}
	return lines
}

// fragments are the rules that have a node which tracks connections leave the
// fragments that it got as they are, where captures hold them.
func fragments(nft, family string) []string {
	chain := family + " netrig fragments"
	lines := []string{
		nft + "add chain " + chain + " '{ type filter hook prerouting priority -450; }'",
		nft + "add rule " + chain + " 'ip frag-off & 0x3fff != 0 ip version set 4'",
	}
	if family == "inet" {
		lines = append(lines, nft+"add rule "+chain+" exthdr frag exists ip6 version set 6")
	}
	return lines
}

// rule returns a rule in the words of nft.
func rule(r *topology.FilterRule) string {
	var words []string
	add := func(format string, args ...any) { words = append(words, fmt.Sprintf(format, args...)) }
	if r.In != "" {
		add("iifname %s", r.In)
	}
	if r.Out != "" {
		add("oifname %s", r.Out)
	}
	family := func() string {
		if r.From.IsValid() && r.From.Addr().Is6() || r.To.IsValid() && r.To.Addr().Is6() {
			return "ip6"
		}
		return "ip"
	}
	if r.From.IsValid() {
		add("%s saddr %s", family(), r.From)
	}
	if r.To.IsValid() {
		add("%s daddr %s", family(), r.To)
	}
	none := topology.PortRange{}
	switch {
	case r.SourcePort != none || r.Port != none:
		if r.SourcePort != none {
			add("%s sport %s", r.Protocol, r.SourcePort)
		}
		if r.Port != none {
			add("%s dport %s", r.Protocol, r.Port)
		}
	case r.Type != nil:
		add("%s type %d", r.Protocol, *r.Type)
		if r.Code != nil {
			add("%s code %d", r.Protocol, *r.Code)
		}
	case r.Protocol != "" && r.Do != topology.Clamp:
		add("meta l4proto %s", r.Protocol)
	}
	if len(r.States) > 0 {
		add("ct state %s", strings.Join(r.States, ","))
	}
	switch r.Do {
	case topology.Reject:
		add("reject with icmpx port-unreachable")
	case topology.Reset:
		add("reject with tcp reset")
	case topology.Clamp:
		add("tcp flags syn tcp option maxseg size set rt mtu")
	case topology.Accept, topology.Drop:
		add("%s", r.Do)
	}
	return strings.Join(words, " ")
}
