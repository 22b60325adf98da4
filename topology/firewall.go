package topology

import (
	"fmt"
	"net/netip"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"github.com/google/jsonschema-go/jsonschema"
	"go.yaml.in/yaml/v4"

	"github.com/netrig/netrig/internal/strict"
)

// firewallShape is the rules of a node, by where it meets a packet.
type firewallShape struct {
	Pos     Pos          `yaml:"-"`
	Input   []filterRule `yaml:"input" doc:"Rules for packets that are for the node itself."`
	Forward []filterRule `yaml:"forward" doc:"Rules for packets that a router forwards."`
	Output  []filterRule `yaml:"output" doc:"Rules for packets that the node sends."`
}

// filterRule is `drop in wan protocol tcp port 80`, or a map.
type filterRule struct {
	Pos        Pos               `yaml:"-"`
	Do         text              `yaml:"do,required" doc:"What becomes of the packet: accept, drop, reject, reset or clamp."`
	In         text              `yaml:"in" doc:"Interface that it came in by."`
	Out        text              `yaml:"out" doc:"Interface that it leaves by."`
	From       text              `yaml:"from" doc:"Address or network that it comes from."`
	To         text              `yaml:"to" doc:"Address or network that it goes to."`
	Protocol   text              `yaml:"protocol" doc:"tcp, udp, icmp or icmpv6."`
	SourcePort text              `yaml:"source_port" doc:"Port of TCP or UDP that it comes from, or a range such as 1000-2000."`
	Port       text              `yaml:"port" doc:"Port that it goes to, or a range."`
	Type       text              `yaml:"type" doc:"Type of ICMP or ICMPv6, a number."`
	Code       text              `yaml:"code" doc:"Code of ICMP or ICMPv6, a number."`
	State      strict.List[text] `yaml:"state" doc:"What it is to its connection: new, established, related or invalid; one or a list."`
	bad        bool              // told when it was read
}

type filterMap filterRule

// UnmarshalYAML takes either form.
func (s *filterRule) UnmarshalYAML(d *strict.Decoder, n *yaml.Node) {
	ok := either(d, n, s.words, (*filterMap)(s), "drop in wan protocol tcp port 80")
	s.bad = !ok
	s.Pos = d.Pos(n)
}

// JSONSchema describes both forms.
func (s *filterRule) JSONSchema(of func(reflect.Type) *jsonschema.Schema) *jsonschema.Schema {
	m := of(reflect.TypeFor[filterMap]())
	list := func(names []string) *jsonschema.Schema {
		e := &jsonschema.Schema{Description: ""}
		for _, n := range names {
			e.Enum = append(e.Enum, n)
		}
		return e
	}
	for key, names := range map[string][]string{"do": actions, "protocol": filterProtocols} {
		e := list(names)
		e.Description = m.Properties[key].Description
		m.Properties[key] = e
	}
	states := m.Properties["state"]
	states.AnyOf = []*jsonschema.Schema{list(filterStates), {Type: "array", Items: list(filterStates)}}
	return &jsonschema.Schema{AnyOf: []*jsonschema.Schema{
		{Type: "string", Pattern: `^ *(` + strings.Join(actions, "|") + `)( +\S+ +\S+)* *$`}, m,
	}}
}

var (
	actions         = []string{string(Accept), string(Drop), string(Reject), string(Reset), string(Clamp)}
	filterProtocols = []string{"tcp", "udp", "icmp", "icmpv6"}
	filterStates    = []string{"new", "established", "related", "invalid"}
	filterWords     = []string{"in", "out", "from", "to", "protocol", "source_port", "port", "type", "code", "state"}
)

// words reads the one-line form: what becomes of the packet, then keys and values.
func (s *filterRule) words(d *strict.Decoder, n *yaml.Node) {
	before := d.Mistakes()
	var line text
	d.Decode(n, &line)
	fields := strings.Fields(line.Value)
	switch {
	case d.Mistakes() > before:
		return
	case len(fields) == 0:
		d.Errorf(n, "write it as in drop in wan protocol tcp port 80", "a rule without words")
		return
	}
	at := func(i int) text { return text{fields[i], line.Pos} }
	s.Do = at(0)
	into := map[string]*text{
		"in": &s.In, "out": &s.Out, "from": &s.From, "to": &s.To, "protocol": &s.Protocol,
		"source_port": &s.SourcePort, "port": &s.Port, "type": &s.Type, "code": &s.Code,
	}
	seen := map[string]bool{}
	for i := 1; i < len(fields); i += 2 {
		key := fields[i]
		if !slices.Contains(filterWords, key) {
			cure := strict.Propose(key, filterWords, "known here: "+strings.Join(filterWords, ", "))
			if slices.Contains(filterProtocols, key) {
				cure = "write protocol " + key
			}
			d.Errorf(n, cure, "unknown word %s in rule %s", strict.Quote(key), strict.Quote(line.Value))
			return
		}
		if i+1 == len(fields) {
			d.Errorf(n, "write it as in drop in wan protocol tcp port 80", "rule %s ends after %s", strict.Quote(line.Value), strict.Quote(key))
			return
		}
		if seen[key] {
			d.Errorf(n, "keep one", "rule %s has %s twice", strict.Quote(line.Value), key)
			return
		}
		seen[key] = true
		if key == "state" {
			for name := range strings.SplitSeq(fields[i+1], ",") {
				s.State = append(s.State, text{name, line.Pos})
			}
			continue
		}
		*into[key] = at(i + 1)
	}
}

// firewall resolves the packet filter of a node.
func (b *builder) firewall(m *member) {
	s := &m.shape.Firewall
	if m.Bridges() {
		return // told
	}
	if len(s.Forward) > 0 && m.Kind != Router {
		b.d.ErrorAt(s.Forward[0].Pos, "write kind: router, or input: for what is its own", "%s %s forwards nothing that a rule could be for", m.Kind, m.Name)
	}
	m.Firewall = Firewall{
		Input:   b.chain(m, "input", s.Input),
		Forward: b.chain(m, "forward", s.Forward),
		Output:  b.chain(m, "output", s.Output),
	}
}

// chain resolves rules that stand one behind the other.
func (b *builder) chain(m *member, name string, shapes []filterRule) []FilterRule {
	var rules []FilterRule
	for i := range shapes {
		s := &shapes[i]
		if s.bad {
			continue
		}
		r, ok := b.filterRule(m, name, s)
		if !ok {
			continue
		}
		if r.always() && i+1 < len(shapes) {
			b.d.ErrorAt(s.Pos, "put it last, or say which packets it is for", "no packet gets past %s to the %s rule behind it", strict.Quote(r.String()), name)
			return rules
		}
		rules = append(rules, r)
	}
	return rules
}

// always reports whether every packet ends at the rule.
func (r *FilterRule) always() bool {
	return r.Do != Clamp && r.In == "" && r.Out == "" && !r.From.IsValid() && !r.To.IsValid() && r.Protocol == "" && len(r.States) == 0
}

// filterRule resolves one rule of a chain.
func (b *builder) filterRule(m *member, chain string, s *filterRule) (FilterRule, bool) {
	before := b.d.Mistakes()
	r := FilterRule{Pos: s.Pos}
	r.Do = Action(b.oneOf(s.Do, "action", actions))
	r.Protocol = b.oneOf(s.Protocol, "protocol", filterProtocols)
	r.In, r.Out = b.filterInterface(m, s.In), b.filterInterface(m, s.Out)
	r.From, r.To = b.filterNetwork(m, s.From), b.filterNetwork(m, s.To)
	r.SourcePort, r.Port = b.portRange(s.SourcePort), b.portRange(s.Port)
	r.Type, r.Code = b.octet(s.Type, "type"), b.octet(s.Code, "code")
	for _, t := range s.State {
		r.States = append(r.States, b.oneOf(t, "state", filterStates))
	}
	if b.d.Mistakes() > before {
		return r, false
	}
	tell := func(cure, format string, args ...any) { b.d.ErrorAt(s.Pos, cure, format, args...) }
	ports := r.SourcePort != (PortRange{}) || r.Port != (PortRange{})
	messages := r.Protocol == "icmp" || r.Protocol == "icmpv6"
	families := map[string]string{"icmp": "IPv4", "icmpv6": "IPv6"}
	switch {
	case r.Out != "" && chain == "input":
		tell("remove out", "what is for %s itself leaves by no interface", m.Name)
	case r.In != "" && chain == "output":
		tell("remove in", "what %s sends came in by no interface", m.Name)
	case r.From.IsValid() && r.To.IsValid() && r.From.Addr().Is4() != r.To.Addr().Is4():
		tell("", "no packet goes from %s to %s: they are IPv4 and IPv6", r.From, r.To)
	case ports && r.Protocol != "tcp" && r.Protocol != "udp":
		tell("add protocol tcp or protocol udp", "only TCP and UDP have ports")
	case (r.Type != nil || r.Code != nil) && !messages:
		tell("add protocol icmp or protocol icmpv6", "only ICMP has types and codes")
	case r.Code != nil && r.Type == nil:
		tell("add type", "code %d means nothing without a type", *r.Code)
	case r.Do == Reset && r.Protocol != "tcp":
		tell("add protocol tcp, or write reject", "only TCP can be reset")
	case r.Do == Clamp && chain != "forward":
		tell("put it under forward", "a router clamps what it forwards")
	case r.Do == Clamp && r.Protocol != "" && r.Protocol != "tcp":
		tell("remove protocol", "only TCP has a largest segment to clamp")
	}
	for _, p := range []netip.Prefix{r.From, r.To} {
		if f := families[r.Protocol]; f != "" && p.IsValid() && family(p.Addr()) != f {
			tell("", "%s is %s, and %s is not", r.Protocol, f, p)
		}
	}
	return r, b.d.Mistakes() == before
}

// oneOf reads a word of a short list; a missing one is empty.
func (b *builder) oneOf(t text, what string, names []string) string {
	if t == (text{}) || slices.Contains(names, t.Value) {
		return t.Value
	}
	b.d.ErrorAt(t.Pos, "it is one of "+strings.Join(names, ", "), "unknown %s %s", what, strict.Quote(t.Value))
	return ""
}

// filterInterface reads the name of an interface, empty where it is missing.
func (b *builder) filterInterface(m *member, t text) string {
	if t.Value == "" {
		return ""
	}
	if t.Value == "lo" {
		return "lo"
	}
	if i := b.lookup(m, t); i != nil {
		return i.Name
	}
	return ""
}

// filterNetwork reads an address or a network.
func (b *builder) filterNetwork(m *member, t text) netip.Prefix {
	if t.Value == "" {
		return netip.Prefix{}
	}
	s, ok := t.expand(b.d, m.counters())
	if !ok {
		return netip.Prefix{}
	}
	if a, err := netip.ParseAddr(s); err == nil && a.Zone() == "" && !a.Is4In6() {
		return netip.PrefixFrom(a, a.BitLen())
	}
	p, err := netip.ParsePrefix(s)
	switch {
	case err != nil || p.Addr().Is4In6():
		b.d.ErrorAt(t.Pos, "write it as in 10.0.0.0/8 or 10.1.2.3", "%s is no address and no network", strict.Quote(s))
		return netip.Prefix{}
	case p != p.Masked():
		b.d.ErrorAt(t.Pos, fmt.Sprintf("write %s", p.Masked()), "%s has bits set behind its prefix length", p)
		return netip.Prefix{}
	}
	return p
}

// portRange reads `80` or `1000-2000`.
func (b *builder) portRange(t text) PortRange {
	if t.Value == "" {
		return PortRange{}
	}
	from, to, ranged := strings.Cut(t.Value, "-")
	if !ranged {
		to = from
	}
	first, errFirst := strconv.ParseUint(from, 10, 16)
	last, errLast := strconv.ParseUint(to, 10, 16)
	if errFirst != nil || errLast != nil || first == 0 || last < first {
		b.d.ErrorAt(t.Pos, "write it as in 80 or 1000-2000", "%s is no port from 1 to 65535, and no range of them", strict.Quote(t.Value))
		return PortRange{}
	}
	return PortRange{First: uint16(first), Last: uint16(last)}
}

// octet reads a number of ICMP; a missing one is nil.
func (b *builder) octet(t text, what string) *uint8 {
	if t.Value == "" {
		return nil
	}
	n, err := strconv.ParseUint(t.Value, 10, 8)
	if err != nil {
		b.d.ErrorAt(t.Pos, "write the number, as in type 3 code 4", "%s is no %s from 0 to 255", strict.Quote(t.Value), what)
		return nil
	}
	return new(uint8(n))
}

// String returns the rule as it is written on one line.
func (r FilterRule) String() string {
	var b strings.Builder
	b.WriteString(string(r.Do))
	word := func(key, value string) {
		if value != "" {
			b.WriteString(" " + key + " " + value)
		}
	}
	network := func(p netip.Prefix) string {
		switch {
		case !p.IsValid():
			return ""
		case p.IsSingleIP():
			return p.Addr().String()
		}
		return p.String()
	}
	number := func(n *uint8) string {
		if n == nil {
			return ""
		}
		return strconv.Itoa(int(*n))
	}
	word("in", r.In)
	word("out", r.Out)
	word("from", network(r.From))
	word("to", network(r.To))
	word("protocol", r.Protocol)
	word("source_port", r.SourcePort.String())
	word("port", r.Port.String())
	word("type", number(r.Type))
	word("code", number(r.Code))
	word("state", strings.Join(r.States, ","))
	return b.String()
}

// String returns the range as it is written; empty for the zero value.
func (r PortRange) String() string {
	switch {
	case r == PortRange{}:
		return ""
	case r.First == r.Last:
		return strconv.Itoa(int(r.First))
	}
	return fmt.Sprintf("%d-%d", r.First, r.Last)
}
