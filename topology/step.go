package topology

import (
	"net/netip"
	"reflect"
	"strconv"
	"strings"

	"github.com/google/jsonschema-go/jsonschema"
	"go.yaml.in/yaml/v4"

	"github.com/netrig/netrig/internal/strict"
)

// RouteText is a route as it is written, in the words of the `routes` of a
// node: for files that change what a topology declares.
type RouteText struct {
	Text  string // on one line, in the words of `ip route`
	shape routeShape
}

// UnmarshalYAML takes either form of a route. The destination alone will do.
func (r *RouteText) UnmarshalYAML(d *strict.Decoder, n *yaml.Node) {
	d.Decode(n, &r.shape)
	r.Text = r.shape.line()
}

// JSONSchema describes both forms.
func (r *RouteText) JSONSchema(of func(reflect.Type) *jsonschema.Schema) *jsonschema.Schema {
	return &jsonschema.Schema{AnyOf: []*jsonschema.Schema{{Type: "string"}, of(reflect.TypeFor[routeMap]())}}
}

var (
	_ strict.Schemer     = (*RouteText)(nil)
	_ strict.Unmarshaler = (*RouteText)(nil)
)

// size writes a number that is there unless it is 0.
func size(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

// line returns the route in the words of `ip route`.
func (s *routeShape) line() string {
	var words []string
	for _, w := range []struct{ word, value string }{
		{"", s.Type.Value}, {"", s.To.Value}, {"via", s.Via.Value}, {"dev", s.Dev.Value},
		{"mtu", size(int(s.MTU))}, {"advmss", size(int(s.AdvMSS))}, {"metric", size(s.Metric)},
	} {
		if w.value != "" {
			words = append(words, strings.TrimSpace(w.word+" "+w.value))
		}
	}
	return strings.Join(words, " ")
}

// Resolve returns the route as one of a node of a network that is built.
// Where it is to be removed, its destination is enough. lookup returns what
// an address that is written as a name stands for, and may record that it
// stands for none; other text it returns as it is. Mistakes are recorded in
// d, and ok is false then.
func (r *RouteText) Resolve(d *strict.Decoder, n *Node, remove bool, lookup func(Pos, string) string) (route Route, ok bool) {
	s := r.shape
	before := d.Mistakes()
	for _, t := range []*text{&s.To, &s.Via, &s.Dev} {
		if strings.Contains(t.Value, "[") {
			d.ErrorAt(t.Pos, "write one route", "a range means nothing here: %s", strict.Quote(t.Value))
		}
	}
	if s.Via.Value != "" {
		s.Via.Value = lookup(s.Via.Pos, s.Via.Value)
	}
	if to := s.To.Value; to != "" && to != "default" {
		if _, err := netip.ParsePrefix(to); err != nil {
			s.To.Value = lookup(s.To.Pos, to)
		}
	}
	if d.Mistakes() > before {
		return Route{}, false
	}
	m := &member{Node: n, index: map[string]*Interface{}}
	for _, i := range n.Interfaces {
		m.index[i.Name] = i
	}
	b := builder{d: d, withdrawn: remove}
	route, ok = b.route(m, &s)
	if ok && route.To.Addr().Is6() && !n.IPv6 {
		d.ErrorAt(s.Pos, "add `ipv6: on` to the node", "IPv6 is off on %s", n.Name)
		return route, false
	}
	return route, ok
}

// AddressOf reads an address with its prefix length that an interface of a
// node can have. Mistakes are recorded in d, and ok is false then.
func AddressOf(d *strict.Decoder, pos Pos, n *Node, written string) (p netip.Prefix, ok bool) {
	b := builder{d: d}
	p, ok = b.interfaceAddress(text{written, pos}, nil)
	if ok && p.Addr().Is6() && !n.IPv6 {
		d.ErrorAt(pos, "add `ipv6: on` to the node", "IPv6 is off on %s", n.Name)
		return p, false
	}
	return p, ok
}
