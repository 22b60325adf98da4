package suite

import (
	"fmt"
	"math"
	"net"
	"net/netip"
	"slices"
	"strconv"
	"strings"
	"time"

	"go.yaml.in/yaml/v4"

	"github.com/netrig/netrig/internal/strict"
	"github.com/netrig/netrig/topology"
)

// operand is a matcher as it is written.
type operand struct {
	pos    Pos
	kind   yaml.Kind
	text   string
	quoted bool
	list   []operand
	ops    []operator
}

// operator is one key of a matcher that is a map.
type operator struct {
	pos  Pos
	name Op
	operand
}

// UnmarshalYAML keeps what is written; its meaning depends on the field.
func (m *Matcher) UnmarshalYAML(d *strict.Decoder, n *yaml.Node) {
	m.Pos = d.Pos(n)
	m.raw = readOperand(d, n)
}

func readOperand(d *strict.Decoder, n *yaml.Node) operand {
	if n.Kind == yaml.AliasNode {
		n = n.Alias
	}
	o := operand{pos: d.Pos(n), kind: n.Kind, text: n.Value,
		quoted: n.Style&(yaml.DoubleQuotedStyle|yaml.SingleQuotedStyle|yaml.LiteralStyle|yaml.FoldedStyle) != 0}
	switch n.Kind {
	case yaml.SequenceNode:
		for _, c := range n.Content {
			o.list = append(o.list, readOperand(d, c))
		}
	case yaml.MappingNode:
		d.Keys(n, func(key string, k, v *yaml.Node) {
			if !slices.Contains(operators(), key) {
				d.UnknownKey(k, operators())
				return
			}
			o.ops = append(o.ops, operator{d.Pos(k), Op(key), readOperand(d, v)})
		})
	default:
		if strict.Empty(n) {
			d.Errorf(n, "give it a value, or write {absent: true} for none", "nothing to compare with")
			o.kind = 0
		}
	}
	return o
}

// matcher resolves the matcher of one field.
func (r *resolver) matcher(a *Assertion, f Field) {
	m := f.Matcher
	b := binder{resolver: r, a: a, f: f}
	if got := b.bind(m.raw); got != nil {
		*m = *got
	}
}

// binder gives the operands of one matcher their types.
type binder struct {
	*resolver
	a *Assertion
	f Field
}

// bind returns nil where there was a mistake, which is recorded.
func (b binder) bind(o operand) *Matcher {
	switch o.kind {
	case yaml.ScalarNode:
		op := OpIs
		if b.f.List {
			op = OpExactly
		}
		return b.values(o.pos, op, []operand{o})
	case yaml.SequenceNode:
		op := OpOneOf
		if b.f.List {
			op = OpExactly
		} else if len(o.list) == 0 {
			b.errorf(o.pos, "", "%s has nothing to be one of", b.f.Name)
			return nil
		}
		return b.values(o.pos, op, o.list)
	case yaml.MappingNode:
		var of []*Matcher
		for _, x := range o.ops {
			m := b.operator(x)
			if m == nil {
				return nil
			}
			of = append(of, m)
		}
		switch len(of) {
		case 0:
			b.errorf(o.pos, "write an operator, as in {ge: 2}", "%s is compared with nothing", b.f.Name)
			return nil
		case 1:
			return of[0]
		}
		return b.group(o.pos, OpAllOf, of)
	default:
		return nil // recorded as empty
	}
}

func (b binder) group(pos Pos, op Op, of []*Matcher) *Matcher {
	texts := make([]string, len(of))
	for i, m := range of {
		texts[i] = m.Text
		if len(of) > 1 && (m.Op == OpAllOf || m.Op == OpAnyOf) {
			texts[i] = "(" + m.Text + ")"
		}
	}
	return &Matcher{Pos: pos, Op: op, Of: of, Text: text(op, texts)}
}

func (b binder) values(pos Pos, op Op, os []operand) *Matcher {
	m := &Matcher{Pos: pos, Op: op, list: b.f.List}
	var texts []string
	for _, o := range os {
		v, ok := b.value(o)
		if !ok {
			return nil
		}
		m.Values = append(m.Values, v)
		texts = append(texts, v.Text)
	}
	m.Text = text(op, texts)
	return m
}

// operator resolves one key of a matcher that is a map.
func (b binder) operator(x operator) *Matcher {
	o := x.operand
	switch x.name {
	case OpGreater, OpAtLeast, OpLess, OpAtMost:
		if b.f.Type != Number && b.f.Type != Duration {
			return b.unfit(x, "")
		}
		if o.kind != yaml.ScalarNode {
			b.errorf(o.pos, "", "%s takes one value", x.name)
			return nil
		}
		return b.bound(b.values(x.pos, x.name, []operand{o}))
	case OpOneOf:
		return b.several(x)
	case OpCIDR:
		return b.cidr(x)
	case OpRegex:
		return b.regex(x)
	case OpContains:
		if b.f.Type != Text && !b.f.List {
			return b.unfit(x, "")
		}
		b.f.Words = nil
		m := b.several(x)
		if m != nil && !b.f.List && slices.ContainsFunc(m.Values, func(v Value) bool { return v.Text == "" }) {
			b.errorf(o.pos, "write what it is to contain, or {any: true}", "every text contains the empty one, so nothing could fail")
			return nil
		}
		return m
	case OpConsist:
		if !b.f.List {
			return b.unfit(x, "use in for one of several values")
		}
		return b.several(x)
	case OpAny, OpAbsent:
		if o.kind != yaml.ScalarNode || o.quoted || o.text != "true" && o.text != "yes" && o.text != "on" {
			b.errorf(o.pos, "write {"+string(x.name)+": true}", "%s takes true", x.name)
			return nil
		}
		return &Matcher{Pos: x.pos, Op: x.name, Text: text(x.name, nil)}
	case OpNot:
		if m := b.bind(o); m != nil {
			return b.group(x.pos, OpNot, []*Matcher{m})
		}
		return nil
	default: // all_of, any_of
		return b.matchers(x)
	}
}

// bound refuses a lower bound that every number meets: what is counted is there, and is
// never less than none.
func (b binder) bound(m *Matcher) *Matcher {
	counted := slices.Contains([]string{"count", "received", "lost"}, b.f.Name) || b.a.Counter != nil
	if m != nil && counted && (m.Op == OpAtLeast && m.Values[0].Num <= 0 || m.Op == OpGreater && m.Values[0].Num < 0) {
		b.errorf(m.Pos, "write what is to be, as in {ge: 1}", "%s is always %s, so nothing could fail", b.f.Name, m.Text)
		return nil
	}
	return m
}

// unfit says that an operator is not for the type of the field.
func (b binder) unfit(x operator, cure string) *Matcher {
	what := b.f.Type.String()
	if b.f.List {
		what = "a list"
	}
	b.errorf(x.pos, cure, "%s cannot be used with %s, which is %s", x.name, b.f.Name, what)
	return nil
}

// several reads one value, or a list of them.
func (b binder) several(x operator) *Matcher {
	switch o := x.operand; {
	case o.kind == yaml.ScalarNode:
		return b.values(x.pos, x.name, []operand{o})
	case o.kind != yaml.SequenceNode || len(o.list) == 0:
		b.errorf(o.pos, "write a list", "%s takes a list", x.name)
		return nil
	default:
		return b.values(x.pos, x.name, o.list)
	}
}

// matchers reads a list of matchers.
func (b binder) matchers(x operator) *Matcher {
	if x.kind != yaml.SequenceNode || len(x.list) == 0 {
		b.errorf(x.operand.pos, "write a list of matchers", "%s takes a list", x.name)
		return nil
	}
	var of []*Matcher
	for _, e := range x.list {
		m := b.bind(e)
		if m == nil {
			return nil
		}
		of = append(of, m)
	}
	return b.group(x.pos, x.name, of)
}

// regex reads a pattern.
func (b binder) regex(x operator) *Matcher {
	if b.f.Type != Text {
		return b.unfit(x, "")
	}
	if x.kind != yaml.ScalarNode {
		b.errorf(x.operand.pos, "", "regex takes one pattern")
		return nil
	}
	if x.text == "" {
		b.errorf(x.operand.pos, "write a pattern, or {any: true}", "the empty pattern is found in every text, so nothing could fail")
		return nil
	}
	re := b.compilePattern(x.operand.pos, x.text)
	if re == nil {
		return nil
	}
	return &Matcher{Pos: x.pos, Op: OpRegex, Regexp: re, Text: "matching /" + x.text + "/"}
}

// cidr reads a network.
func (b binder) cidr(x operator) *Matcher {
	if b.f.Type != IP && b.f.Type != Prefix && b.f.Type != AddrPort {
		return b.unfit(x, "")
	}
	p, err := netip.ParsePrefix(x.text)
	if x.kind != yaml.ScalarNode || err != nil {
		b.errorf(x.operand.pos, "write a network such as 192.168.1.0/24", "cidr takes a network")
		return nil
	}
	if p != p.Masked() {
		b.errorf(x.operand.pos, "write "+p.Masked().String(), "%s is an address in a network, not a network", p)
		return nil
	}
	return &Matcher{Pos: x.pos, Op: OpCIDR, Text: "in " + p.String(),
		Values: []Value{{Type: Prefix, Text: p.String(), Addr: p.Addr(), Bits: p.Bits()}}}
}

// value reads one operand as the type of the field.
func (b binder) value(o operand) (Value, bool) {
	v := Value{Type: b.f.Type, Text: o.text, Bits: -1, Port: -1}
	if o.kind != yaml.ScalarNode {
		if o.kind != 0 {
			b.errorf(o.pos, "", "%s must be %s here", b.f.Name, b.f.Type)
		}
		return v, false
	}
	mistyped := func() (Value, bool) {
		b.errorf(o.pos, "", "%s must be %s, not %s", b.f.Name, b.f.Type, strict.Quote(o.text))
		return v, false
	}
	switch b.f.Type {
	case Text:
		return b.word(o, v)
	case Number:
		x, err := strconv.ParseFloat(o.text, 64)
		if err != nil || o.quoted || math.IsNaN(x) || math.IsInf(x, 0) {
			return mistyped()
		}
		v.Num = x
		return v, true
	case Duration:
		x, err := time.ParseDuration(o.text)
		if err != nil {
			b.errorf(o.pos, "write a number and a unit: ns, us, ms, s, m or h", "%s must be a duration, not %s", b.f.Name, strict.Quote(o.text))
			return v, false
		}
		v.Num = float64(x)
		return v, true
	case MAC:
		return b.mac(o, v)
	case IP:
		if b.f.Name == "hops" && o.text == silence {
			return v, true
		}
		if a, err := netip.ParseAddr(o.text); err == nil && a.Zone() == "" {
			v.Addr, v.Text = a, a.String()
			return v, true
		}
		return b.addressOf(o, o.text, v, mistyped)
	case Prefix:
		return b.prefix(o, v, mistyped)
	case AddrPort:
		return b.addrPort(o, v, mistyped)
	}
	return mistyped()
}

// word reads text, which may have to be one of some words.
func (b binder) word(o operand, v Value) (Value, bool) {
	if slices.Equal(b.f.Words, switches()) {
		if v.Text = switchWord(o.text); !slices.Contains(b.f.Words, v.Text) {
			b.errorf(o.pos, "write on or off", "%s can never be %s", b.f.Name, strict.Quote(v.Text))
			return v, false
		}
	}
	if b.f.Words != nil && !slices.Contains(b.f.Words, v.Text) {
		b.errorf(o.pos, choose(strings.ToUpper(v.Text), b.f.Words), "%s can never be %s", b.f.Name, strict.Quote(v.Text))
		return v, false
	}
	if wrong, cure := b.unknownInterface(v.Text); wrong != "" {
		b.errorf(o.pos, cure, "%s", wrong)
		return v, false
	}
	return v, true
}

// mac reads a MAC address, NODE.INTERFACE as that of the interface, and where a bridge
// is meant SWITCH as the one it is called by.
func (b binder) mac(o operand, v Value) (Value, bool) {
	if x, err := net.ParseMAC(o.text); err == nil && len(x) == 6 {
		v.Text = x.String()
		return v, true
	}
	if b.t == nil {
		return v, true
	}
	if sw := b.t.Node(o.text); b.f.Name == "root" && sw != nil && sw.Bridges() {
		v.Text = bridgeAddress(sw)
		return v, true
	}
	switch n, i := b.iface(o.text); {
	case i != nil:
		v.Text = i.MAC.String()
		return v, true
	case n != nil:
		name := o.text[len(n.Name)+1:]
		b.errorf(o.pos, b.have(name, interfaces(n)), "no interface %s on %s", strict.Quote(name), n.Name)
	default:
		b.errorf(o.pos, "write it as 02:00:00:00:00:0a, or NODE.INTERFACE for that interface's", "%s must be a MAC address, not %s", b.f.Name, strict.Quote(o.text))
	}
	return v, false
}

// unknownInterface says what is wrong with the name of an interface, a port or
// a bridge of the node that the assertion is about, "" where nothing is.
func (b binder) unknownInterface(name string) (wrong, cure string) {
	if b.t == nil {
		return "", ""
	}
	n := b.t.Node(b.a.Node())
	if n == nil {
		return "", ""
	}
	switch b.f.Name {
	case "interface", "port", "root_port":
		if n.Interface(name) == nil && name != "lo" && (!n.Bridges() || name != topology.BridgeName) {
			return fmt.Sprintf("no interface %s on %s", strict.Quote(name), n.Name), b.have(name, interfaces(n))
		}
	case "bridge":
		if have := bridges(n); !slices.Contains(have, name) {
			return fmt.Sprintf("no bridge %s on %s", strict.Quote(name), n.Name), b.have(name, have)
		}
	}
	return "", ""
}

// addressOf reads NODE or NODE.INTERFACE as its address.
func (b binder) addressOf(o operand, name string, v Value, mistyped func() (Value, bool)) (Value, bool) {
	p, ok, wrong, cure := b.reference(name)
	switch {
	case ok:
		v.Addr, v.Text = p.Addr(), p.Addr().String()
		if v.Port >= 0 {
			v.Text = netip.AddrPortFrom(v.Addr, uint16(v.Port)).String()
		}
		return v, true
	case wrong != "":
		b.errorf(o.pos, cure, "%s", wrong)
		return v, false
	case b.t == nil:
		return v, true
	}
	return mistyped()
}

func (b binder) prefix(o operand, v Value, mistyped func() (Value, bool)) (Value, bool) {
	route := b.a.Route != nil
	if route && o.text == "default" {
		v.Bits = 0
		return v, true
	}
	if p, err := netip.ParsePrefix(o.text); err == nil {
		if route && p != p.Masked() {
			b.errorf(o.pos, "write "+p.Masked().String(), "no route leads to %s: it is an address in a network", p)
			return v, false
		}
		v.Addr, v.Bits, v.Text = p.Addr(), p.Bits(), p.String()
		return v, true
	}
	if a, err := netip.ParseAddr(o.text); err == nil && a.Zone() == "" {
		v.Addr, v.Text = a, a.String()
		if route {
			v.Bits = a.BitLen()
		}
		return v, true
	}
	return b.addressOf(o, o.text, v, mistyped)
}

func (b binder) addrPort(o operand, v Value, mistyped func() (Value, bool)) (Value, bool) {
	if a, err := netip.ParseAddr(o.text); err == nil && a.Zone() == "" {
		v.Addr, v.Text = a, a.String()
		return v, true
	}
	i := strings.LastIndexByte(o.text, ':')
	host := o.text
	if i >= 0 {
		port, err := strconv.ParseUint(o.text[i+1:], 10, 16)
		if err != nil {
			b.errorf(o.pos, "a port is a number from 0 to 65535", "%s is no port", strict.Quote(o.text[i+1:]))
			return v, false
		}
		v.Port = int(port)
		host = o.text[:i]
	}
	if host == "" || host == "*" {
		if v.Port < 0 {
			return mistyped()
		}
		v.Text = fmt.Sprintf(":%d", v.Port)
		return v, true
	}
	host = strings.TrimSuffix(strings.TrimPrefix(host, "["), "]")
	if a, err := netip.ParseAddr(host); err == nil && a.Zone() == "" {
		v.Addr, v.Text = a, netip.AddrPortFrom(a, uint16(v.Port)).String()
		return v, true
	}
	return b.addressOf(o, host, v, mistyped)
}
