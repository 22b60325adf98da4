package topology

import (
	"fmt"
	"net/netip"
	"slices"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v4"

	"github.com/netrig/netrig/internal/strict"
)

// words reads the one-line form of a route, as `ip route` takes it.
func (s *routeShape) words(d *strict.Decoder, n *yaml.Node) {
	var line text
	d.Decode(n, &line)
	fields := strings.Fields(line.Value)
	if len(fields) == 0 {
		return
	}
	at := func(i int) text { return text{fields[i], line.Pos} }
	if slices.Contains(rejections(), fields[0]) {
		s.Type, fields = at(0), fields[1:]
		if len(fields) == 0 {
			d.Errorf(n, "write it as in "+s.Type.Value+" 10.0.0.0/8", "route %s leads to no network", strict.Quote(line.Value))
			return
		}
	}
	s.To = at(0)
	seen := map[string]bool{}
	for i := 1; i < len(fields); i += 2 {
		key := fields[i]
		if i+1 == len(fields) {
			d.Errorf(n, "write it as in default via 10.0.0.1", "route %s ends after %s", strict.Quote(line.Value), strict.Quote(key))
			return
		}
		if seen[key] {
			d.Errorf(n, "keep one", "route %s has %s twice", strict.Quote(line.Value), key)
			return
		}
		seen[key] = true
		switch key {
		case "via":
			s.Via = at(i + 1)
		case "dev":
			s.Dev = at(i + 1)
		case "mtu":
			s.MTU = mtu(number(d, n, key, fields[i+1], MinMTU, MaxMTU))
		case "advmss":
			s.AdvMSS = mtu(number(d, n, key, fields[i+1], MinMTU, MaxMTU))
		case "metric":
			s.Metric = number(d, n, key, fields[i+1], 0, maxMetric)
		default:
			known := []string{"via", "dev", "mtu", "advmss", "metric"}
			d.Errorf(n, strict.Propose(key, known, "known here: "+strings.Join(known, ", ")), "unknown word %s in route %s", strict.Quote(key), strict.Quote(line.Value))
			return
		}
	}
}

const maxMetric = 1<<31 - 1

// rejections are the types of routes that lead nowhere.
func rejections() []string {
	return []string{string(Unreachable), string(Prohibit), string(Blackhole)}
}

// number reads a number in a line of words.
func number(d *strict.Decoder, n *yaml.Node, what, s string, least, most int) int {
	x, err := strconv.Atoi(s)
	if err != nil || x < least || x > most {
		d.Errorf(n, "", "%s must be a whole number from %d to %d, not %s", what, least, most, strict.Quote(s))
		return 0
	}
	return x
}

// routes resolves the static routes of a node. Two routes that the kernel
// could not tell apart are a mistake.
func (b *builder) routes(m *member) {
	type key struct {
		to     netip.Prefix
		metric int
	}
	taken := map[key]string{}
	claim := func(pos Pos, to netip.Prefix, metric int, what string) {
		if other, dup := taken[key{to, metric}]; dup {
			b.d.ErrorAt(pos, "remove one, or give one a metric", "%s has two routes to %s: %s and %s", m.Name, to, other, what)
			return
		}
		taken[key{to, metric}] = what
	}
	for _, i := range m.Interfaces {
		for _, g := range i.Gateways {
			claim(i.Pos, everything(g), 0, "gateway "+g.String())
		}
	}
	for i := range m.shape.Routes {
		s := &m.shape.Routes[i]
		if r, ok := b.route(m, s); ok {
			what := "dev " + r.Interface
			switch {
			case r.Type != Unicast:
				what = string(r.Type)
			case r.Via.IsValid():
				what = "via " + r.Via.String()
			}
			claim(s.Pos, r.To, r.Metric, what)
			m.Routes = append(m.Routes, r)
		}
	}
}

// everything is the destination of a default route through a.
func everything(a netip.Addr) netip.Prefix {
	if a.Is4() {
		return netip.PrefixFrom(netip.IPv4Unspecified(), 0)
	}
	return netip.PrefixFrom(netip.IPv6Unspecified(), 0)
}

func (b *builder) route(m *member, s *routeShape) (Route, bool) {
	r := Route{Pos: s.Pos, MTU: int(s.MTU), AdvMSS: int(s.AdvMSS), Metric: s.Metric, Type: RouteType(s.Type.Value)}
	to, ok := s.To.expand(b.d, m.counters())
	if !ok || to == "" {
		return r, false
	}
	if s.Via.Value != "" {
		if r.Via, ok = b.hostAddress(s.Via, "via", m.counters()); !ok {
			return r, false
		}
	}
	if r.To, ok = b.destination(to, s.To.Pos, r.Via); !ok {
		return r, false
	}
	switch {
	case s.Metric < 0 || s.Metric > maxMetric:
		b.d.ErrorAt(s.Pos, "", "metric %d is out of range", s.Metric)
		return r, false
	case r.Via.IsValid() && r.Via.Is4() != r.To.Addr().Is4():
		b.d.ErrorAt(s.Via.Pos, "", "route to %s via %s mixes IPv4 and IPv6", r.To, r.Via)
		return r, false
	case r.Type != Unicast && !slices.Contains(rejections(), string(r.Type)):
		b.d.ErrorAt(s.Type.Pos, "it is one of "+listNames(rejections()), "no type of route %s", strict.Quote(s.Type.Value))
		return r, false
	case r.Type != Unicast && (s.Dev.Value != "" || r.Via.IsValid() || r.MTU != 0 || r.AdvMSS != 0):
		b.d.ErrorAt(s.Pos, "remove via, dev, mtu and advmss", "route %s %s leads nowhere", r.Type, r.To)
		return r, false
	case r.Type != Unicast || b.withdrawn && s.Dev.Value == "":
		return r, true
	case s.Dev.Value == "" && !r.Via.IsValid():
		b.d.ErrorAt(s.Pos, "add via ADDRESS or dev INTERFACE", "route to %s leads nowhere", r.To)
		return r, false
	case s.Dev.Value == "" && r.Via.IsLinkLocalUnicast() && r.Via.Is6():
		b.d.ErrorAt(s.Pos, "add dev INTERFACE", "via %s is on every link", r.Via)
		return r, false
	}
	if s.Dev.Value != "" {
		i := b.lookup(m, s.Dev)
		if i == nil {
			return r, false
		}
		r.Interface = i.Name
	}
	return r, true
}

// destination reads the network of a route.
func (b *builder) destination(s string, pos Pos, via netip.Addr) (netip.Prefix, bool) {
	if s == "default" {
		if via.IsValid() {
			return everything(via), true
		}
		return everything(netip.IPv4Unspecified()), true
	}
	if a, err := netip.ParseAddr(s); err == nil && a.Zone() == "" && !a.Is4In6() {
		return netip.PrefixFrom(a, a.BitLen()), true
	}
	p, err := netip.ParsePrefix(s)
	switch {
	case err != nil || p.Addr().Is4In6():
		b.d.ErrorAt(pos, "write default, or a network such as 10.0.0.0/8", "%s is not a destination", strict.Quote(s))
		return p, false
	case p.Addr().IsMulticast():
		b.d.ErrorAt(pos, "", "no route to multicast network %s is possible", p)
		return p, false
	case p != p.Masked():
		b.d.ErrorAt(pos, fmt.Sprintf("write %s", p.Masked()), "%s has bits set behind its prefix length", p)
		return p, false
	}
	return p, true
}
