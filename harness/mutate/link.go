package mutate

import (
	"fmt"
	"slices"

	"github.com/netrig/netrig/harness/suite"
	"github.com/netrig/netrig/topology"
)

func forward(s *search) {
	for x, n := range s.t.Nodes {
		if n.Kind == topology.Router {
			s.node(x, n.Name+" off", n.Pos, func(n *topology.Node) { n.Kind = topology.Host })
		}
	}
}

// switches leaves networks with a spanning tree alone: with a hub in their
// circles frames would never end.
func switches(s *search) {
	if slices.ContainsFunc(s.t.Nodes, func(n *topology.Node) bool { return n.STP != nil }) {
		return
	}
	for x, n := range s.t.Nodes {
		switch n.Kind {
		case topology.Switch:
			s.node(x, n.Name+" -> hub", n.Pos, func(n *topology.Node) { n.Kind, n.Ageing = topology.Hub, 0 })
		case topology.Hub:
			s.node(x, n.Name+" -> switch", n.Pos, func(n *topology.Node) { n.Kind = topology.Switch })
		case topology.Host, topology.Router:
		}
	}
}

const header = 14 // octets of an Ethernet header

// mtus lowers the MTU of links that carry longer packets.
func mtus(s *search) {
	for x, l := range s.t.Links {
		a, b := s.t.Node(l.A.Node), s.t.Node(l.B.Node)
		lowered := 576 // what every host takes (RFC 791)
		if a.IPv6 || b.IPv6 {
			lowered = 1280 // what every link takes (RFC 8200, Section 5)
		}
		if min(a.Interface(l.A.Interface).MTU, b.Interface(l.B.Interface).MTU) <= lowered {
			continue
		}
		var cases []int
		for i, seen := range s.seen {
			if seen.links[x].longest > lowered+header {
				cases = append(cases, i)
			}
		}
		if len(cases) == 0 {
			continue
		}
		s.add(fmt.Sprintf("%s -> %d", l, lowered), l.Pos, cases, func(c *suite.Case) {
			l := c.Topology.Links[x]
			for _, end := range []topology.Endpoint{l.A, l.B} {
				n := c.Topology.Node(end.Node)
				i := n.Interface(end.Interface)
				i.MTU = lowered
				if bridge := n.Interface(i.Master); bridge != nil {
					bridge.MTU = min(bridge.MTU, lowered)
				}
			}
		})
	}
}

// lines leaves circles without a tree alone: it is their delay alone that
// holds up the frames in them.
func lines(s *search) {
	if slices.ContainsFunc(s.t.Links, func(l *topology.Link) bool { return slices.Contains(l.Intended, "switch-loop") }) {
		return
	}
	for x, l := range s.t.Links {
		if l.Wire == nil {
			continue
		}
		for _, property := range []struct {
			name  string
			reset func(*topology.Line)
		}{
			{"rate", func(l *topology.Line) { l.Rate = 0 }},
			{"delay", func(l *topology.Line) { l.Delay, l.Jitter = 0, 0 }},
			{"loss", func(l *topology.Line) { l.Loss = 0 }},
			{"duplicate", func(l *topology.Line) { l.Duplicate = 0 }},
			{"reorder", func(l *topology.Line) { l.Reorder = 0 }},
			{"corrupt", func(l *topology.Line) { l.Corrupt = 0 }},
			{"pad", func(l *topology.Line) { l.Pad = false }},
		} {
			there, back := l.Wire.There, l.Wire.Back
			property.reset(&there)
			property.reset(&back)
			if there == l.Wire.There && back == l.Wire.Back {
				continue
			}
			s.breaks(fmt.Sprintf("%s without %s", l, property.name), l.Pos, func(t *topology.Topology) {
				property.reset(&t.Links[x].Wire.There)
				property.reset(&t.Links[x].Wire.Back)
			})
		}
	}
}

func drops(s *search) {
	for x, l := range s.t.Links {
		for _, k := range kinds() {
			var cases []int
			for i, seen := range s.seen {
				if seen.links[x].kinds[k.name] {
					cases = append(cases, i)
				}
			}
			if len(cases) == 0 {
				continue
			}
			s.add(fmt.Sprintf("%s on %s", k.name, l), l.Pos, cases, func(c *suite.Case) {
				l := c.Topology.Links[x]
				if l.Wire == nil {
					l.Wire = new(topology.Wire)
				}
				// Behind the faults of the case, so that these count what they counted.
				c.Faults = append(c.Faults, &suite.Fault{
					Pos: l.Pos, Name: "mutant", On: l.String(), Link: l, From: suite.BothEnds, Match: k.match(), Do: suite.Action{Drop: true}, Optional: true,
				})
			})
		}
	}
}

// faults keeps the links that faults are on wires: that is not what a fault
// is about.
func faults(s *search) {
	for i, c := range s.cases {
		for x, f := range c.Faults {
			s.add(fmt.Sprintf("%s of %q befalls nothing", f.Name, c.Name), f.Pos, []int{i}, func(c *suite.Case) { disarm(c.Faults[x]) })
		}
		for x, step := range c.Steps {
			if f := step.Fault; f != nil && f.Add != nil {
				s.add(fmt.Sprintf("%s of %q befalls nothing", f.Add.Name, c.Name), f.Add.Pos, []int{i}, func(c *suite.Case) { disarm(c.Steps[x].Fault.Add) })
			}
		}
	}
}

func disarm(f *suite.Fault) {
	f.Match, f.Optional = matching("frame.len == 0"), true
}
