package topology

import (
	"fmt"
	"strings"
)

// look is how a kind of node is drawn.
type look struct {
	shape, fill, line string // of DOT
	open, close       string // of Mermaid
}

func (k Kind) look() look {
	switch k {
	case Switch:
		return look{"box3d", "#e3f2e6", "#2f7d4f", "[[", "]]"}
	case Hub:
		return look{"hexagon", "#f3f3f3", "#777777", "{{", "}}"}
	case Router:
		return look{"ellipse", "#fdeedc", "#b5651d", "([", "])"}
	case Host:
	}
	return look{"box", "#e6eefa", "#34599c", "[", "]"}
}

// caption returns what stands in a node: its name, what it is, what it runs.
func caption(n *Node) []string {
	lines := []string{n.Name}
	var traits []string
	if n.Kind != Host && n.Name != string(n.Kind) {
		traits = append(traits, string(n.Kind))
	}
	if n.STP != nil {
		traits = append(traits, "stp")
	}
	if len(n.Masquerade)+len(n.Forwards) > 0 {
		traits = append(traits, "nat")
	}
	if n.Firewall.Any() {
		traits = append(traits, "firewall")
	}
	for _, s := range []struct {
		name  string
		count int
	}{
		{"dhcp", len(n.Services.DHCP)},
		{"dhcp_relay", len(n.Services.DHCPRelay)},
		{"dhcp6", len(n.Services.DHCP6)},
		{"ra", len(n.Services.RA)},
		{"dns", len(n.Services.DNS)},
		{"resolver", len(n.Services.Resolver)},
		{"http", len(n.Services.HTTP)},
		{"exec", len(n.Services.Exec)},
	} {
		switch {
		case s.count == 1:
			traits = append(traits, s.name)
		case s.count > 1:
			traits = append(traits, fmt.Sprintf("%d %s", s.count, s.name))
		}
	}
	if len(traits) > 0 {
		lines = append(lines, strings.Join(traits, ", "))
	}
	for _, i := range n.Interfaces {
		if i.Ports != nil {
			lines = append(lines, tag(i)...)
		}
	}
	return lines
}

// tag returns what stands at the end of a link: the interface and its
// addresses.
func tag(i *Interface) []string {
	lines := []string{i.Name}
	for _, a := range i.Addresses {
		lines = append(lines, a.String())
	}
	for _, by := range []struct {
		word string
		is   bool
	}{{dhcpWord, i.DHCP != DHCPOff}, {slaacWord, i.SLAAC}, {dhcp6Word, i.DHCP6 != DHCPOff}} {
		if by.is {
			lines = append(lines, by.word)
		}
	}
	return lines
}

// ends finds the interfaces that links end at.
type ends map[Endpoint]*Interface

func endsOf(t *Topology) ends {
	m := ends{}
	for _, n := range t.Nodes {
		for _, i := range n.Interfaces {
			m[Endpoint{n.Name, i.Name}] = i
		}
	}
	return m
}

// tag returns what stands at one end of a link. The ports of switches and
// hubs that are named after the other end say nothing new.
func (m ends) tag(e, other Endpoint, bridges bool) []string {
	i := m[e]
	switch {
	case bridges && e.Interface == other.Node:
		return nil
	case i == nil:
		return []string{e.Interface}
	}
	return tag(i)
}

// does says what a link does to frames: the preset that it is, else what is declared; "" where
// they pass at once.
func (l *Link) does() string {
	switch {
	case l.Wire == nil, l.Wire.There == (Line{}) && l.Wire.Back == (Line{}):
		return ""
	case l.Wire.Media != "":
		return l.Wire.Media
	}
	return l.Wire.String()
}

// bridging returns the names of the switches and hubs.
func bridging(t *Topology) map[string]bool {
	m := map[string]bool{}
	for _, n := range t.Nodes {
		if n.Bridges() {
			m[n.Name] = true
		}
	}
	return m
}

// DOT draws the topology in the language of Graphviz. The same topology is
// always the same text.
func DOT(t *Topology) string {
	var b strings.Builder
	fmt.Fprintf(&b, "graph %s {\n", quoteDOT(t.Name))
	b.WriteString("\tgraph [layout=dot, rankdir=LR, nodesep=0.35, ranksep=0.6, fontname=\"Helvetica\"]\n")
	b.WriteString("\tnode [style=\"filled,rounded\", fontname=\"Helvetica\", fontsize=12, penwidth=1.2, margin=\"0.18,0.1\"]\n")
	b.WriteString("\tedge [fontname=\"Helvetica\", fontsize=9, color=\"#555555\", fontcolor=\"#333333\"]\n")
	for _, n := range t.Nodes {
		l := n.Kind.look()
		style := ""
		if n.Kind != Host {
			style = ", style=filled"
		}
		fmt.Fprintf(&b, "\t%s [label=%s, shape=%s, fillcolor=\"%s\", color=\"%s\"%s]\n",
			quoteDOT(n.Name), quoteDOT(strings.Join(caption(n), "\n")), l.shape, l.fill, l.line, style)
	}
	m, bridges := endsOf(t), bridging(t)
	for _, l := range t.Links {
		fmt.Fprintf(&b, "\t%s -- %s", quoteDOT(l.A.Node), quoteDOT(l.B.Node))
		// Labels of their own keep clear of the nodes, those of heads and
		// tails do not. The first end stands left, the second right.
		near, far := m.tag(l.A, l.B, bridges[l.A.Node]), m.tag(l.B, l.A, bridges[l.B.Node])
		var label strings.Builder
		for _, s := range near {
			label.WriteString(escapeDOT(s) + `\l`)
		}
		if s := l.does(); s != "" {
			label.WriteString(escapeDOT(s) + `\n`)
		}
		for _, s := range far {
			label.WriteString(escapeDOT(s) + `\r`)
		}
		if label.Len() > 0 {
			fmt.Fprintf(&b, " [label=\"%s\"]", label.String())
		}
		b.WriteString("\n")
	}
	b.WriteString("}\n")
	return b.String()
}

// quoteDOT returns a quoted ID of DOT.
func quoteDOT(s string) string { return `"` + escapeDOT(s) + `"` }

func escapeDOT(s string) string {
	return strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\n`, "\r", "").Replace(s)
}

// Mermaid draws the topology as a Mermaid flow chart, which GitHub and GitLab
// show in Markdown. The same topology is always the same text.
func Mermaid(t *Topology) string {
	var b strings.Builder
	b.WriteString("flowchart LR\n")
	ids := map[string]string{}
	for i, n := range t.Nodes {
		l := n.Kind.look()
		ids[n.Name] = fmt.Sprintf("n%d", i+1)
		fmt.Fprintf(&b, "    %s%s\"%s\"%s:::%s\n", ids[n.Name], l.open, quoteMermaid(caption(n)), l.close, n.Kind)
	}
	m, bridges := endsOf(t), bridging(t)
	for _, l := range t.Links {
		var label []string
		var does []string
		if s := l.does(); s != "" {
			does = []string{s}
		}
		for _, s := range [][]string{m.tag(l.A, l.B, bridges[l.A.Node]), does, m.tag(l.B, l.A, bridges[l.B.Node])} {
			if s != nil {
				label = append(label, strings.Join(s, " "))
			}
		}
		a, z := ids[l.A.Node], ids[l.B.Node]
		if a == "" || z == "" {
			continue // a topology built in Go may name a node it does not have
		}
		if label == nil {
			fmt.Fprintf(&b, "    %s --- %s\n", a, z)
			continue
		}
		fmt.Fprintf(&b, "    %s ---|\"%s\"| %s\n", a, quoteMermaid(label), z)
	}
	for _, k := range []Kind{Host, Switch, Hub, Router} {
		l := k.look()
		fmt.Fprintf(&b, "    classDef %s fill:%s,stroke:%s,color:#222\n", k, l.fill, l.line)
	}
	return b.String()
}

// quoteMermaid returns lines as the inside of a quoted label.
func quoteMermaid(lines []string) string {
	r := strings.NewReplacer("&", "&amp;", `"`, "&quot;", "<", "&lt;", ">", "&gt;", "#", "&num;", "\n", " ")
	out := make([]string, len(lines))
	for i, s := range lines {
		out[i] = r.Replace(s)
	}
	return strings.Join(out, "<br>")
}
