package filter

import (
	"fmt"

	"github.com/netrig/netrig/harness/packet"
)

// Compile parses and checks a display filter. Its error is an *Error, the
// first mistake of the filter.
func Compile(expr string) (*Filter, error) {
	root, err := parse(expr)
	if err != nil {
		return nil, err
	}
	c := &checker{f: &Filter{expr: expr, simple: true}}
	var all andTest
	for _, n := range conjuncts(root, nil) {
		c.fields = nil
		t, err := c.test(n)
		if err != nil {
			return nil, err
		}
		all = append(all, t)
		c.f.terms = append(c.f.terms, term{text: expr[n.pos:n.end], pos: n.pos, end: n.end, test: t, fields: c.fields})
	}
	c.f.test = all
	if len(all) == 1 {
		c.f.test = all[0]
	}
	return c.f, nil
}

// conjuncts flattens what && joins.
func conjuncts(n *node, to []*node) []*node {
	if n.shape != shapeAnd {
		return append(to, n)
	}
	for _, kid := range n.kids {
		to = conjuncts(kid, to)
	}
	return to
}

// checker gives nodes their types and compiles them.
type checker struct {
	f       *Filter
	fields  []packet.FieldID // named by the term at hand
	layered []packet.FieldID // whose values of some layers a test has asked for
	wrap    uint64           // of the comparison at hand, where it calculates with ${}
}

func (c *checker) fail(n *node, cure, format string, args ...any) *Error {
	return &Error{Expr: c.f.expr, Column: n.pos + 1, Message: fmt.Sprintf(format, args...), Cure: cure}
}

func (c *checker) complain(n *node, bad *complaint) *Error {
	return c.fail(n, bad.cure, "%s", bad.message)
}

func (c *checker) text(n *node) string { return c.f.expr[n.pos:n.end] }

// test compiles a node that holds or does not.
func (c *checker) test(n *node) (test, *Error) {
	switch n.shape {
	case shapeAnd, shapeOr:
		tests := make([]test, len(n.kids))
		for i, kid := range n.kids {
			t, err := c.test(kid)
			if err != nil {
				return nil, err
			}
			tests[i] = t
		}
		if n.shape == shapeAnd {
			return andTest(tests), nil
		}
		return orTest(tests), nil
	case shapeNot:
		t, err := c.test(n.kids[0])
		return notTest{t}, err
	case shapeCompare:
		return c.compare(n)
	case shapeIn:
		return c.membership(n)
	default:
		return c.presence(n)
	}
}

// presence compiles a node that stands for a test by itself.
func (c *checker) presence(n *node) (test, *Error) {
	switch n.shape {
	case shapeField:
		layered := c.layered
		c.layered = nil
		defer func() { c.layered = layered }()
		if n.field.Type == packet.Bool {
			return nil, c.fail(n, "write "+c.text(n)+" == 1", "%s alone tests only that the field is there, not that it is true", n.field.Name)
		}
	case shapeWord:
		if isDigit(n.text[0]) {
			return nil, c.fail(n, "compare a field with it; for one of several values write in {80, 443}", "%s alone is no test", n.text)
		}
		return nil, unknown(c.f.expr, n.pos, n.text)
	case shapeString, shapeChar:
		return nil, c.fail(n, "compare a field with it", "%s alone is no test", c.text(n))
	case shapeRef:
		return nil, c.fail(n, "compare a field with it", "%s tests nothing of the frame", c.text(n))
	case shapeCall:
		if _, err := c.call(n); err != nil {
			return nil, err
		}
		return nil, c.fail(n, "compare its result with something", "%s() alone is no test", n.text)
	default: // a slice or arithmetic
	}
	v, err := c.leading(n)
	if err != nil {
		return nil, err
	}
	if f, ok := v.of.(fieldOperand); ok && f.layers == nil {
		return hasTest{f.id}, nil
	}
	c.f.simple = false
	if n.shape == shapeBinary || n.shape == shapeNegate {
		return truthTest{v.of}, nil
	}
	return existsTest{v.of}, nil
}

// compare compiles left op right.
func (c *checker) compare(n *node) (test, *Error) {
	c.wrap = wrapOf(n)
	defer func() { c.wrap = 0 }()
	left, err := c.leading(n.kids[0])
	if err != nil {
		return nil, err
	}
	if left.typ.t == packet.None {
		return nil, c.fail(n.kids[0], "test it alone", "%s has no value to compare", c.text(n.kids[0]))
	}
	if n.op == opContains || n.op == opMatches {
		return c.find(n, left)
	}
	right, err := c.value(n.kids[1], &left.typ, true)
	if err != nil {
		return nil, err
	}
	if left, right, err = c.balance(n, left, right); err != nil {
		return nil, err
	}
	accept, all := accepted(n.op)
	if err := c.lengths(n, left, right, accept); err != nil {
		return nil, err
	}
	if n.quant != opNone {
		all = n.quant == opAll
	}
	if err := c.possible(n, left, right, accept); err != nil {
		return nil, err
	}
	prefix := -1
	if k, ok := right.of.(constant); ok {
		if t := direct(left, k, accept, all); t != nil {
			return t, nil
		}
		prefix = k.prefix
	}
	c.f.simple = false
	return compareTest{left.of, right.of, accept, all, prefix}, nil
}

// direct compiles the comparison of a field with a constant to a test that
// needs no memory; nil where it cannot.
func direct(left checked, k constant, accept uint8, all bool) test {
	f, ok := left.of.(fieldOperand)
	if !ok || f.layers != nil || left.typ.isUnsigned() && k.v.Type() == packet.Int {
		return nil
	}
	switch left.typ.t {
	case packet.Bool, packet.Uint, packet.Ether, packet.IPv4, packet.EUI64:
		mask := ^uint64(0)
		if k.prefix >= 0 {
			mask <<= 32 - k.prefix
		}
		return numberTest{f.id, accept, all, mask, 0, k.v.Uint() & mask}
	case packet.Int, packet.Duration, packet.Time:
		const sign = 1 << 63
		return numberTest{f.id, accept, all, ^uint64(0), sign, k.v.Uint() ^ sign}
	default:
		if k.prefix >= 0 {
			return nil
		}
		return octetTest{id: f.id, accept: accept, all: all, want: k.v}
	}
}

// possible refuses a comparison of something unsigned with what it cannot
// be: it would hold always or never.
func (c *checker) possible(n *node, left, right checked, accept uint8) *Error {
	k, ok := right.of.(constant)
	if !ok || !left.typ.isUnsigned() {
		return nil
	}
	if left.signed && c.wrap == 0 {
		return nil
	}
	wrapped := n.kids[1].shape == shapeNegate && c.wrap != 0 && accept != equal && accept != unequal
	if wrapped || k.v.Type() == packet.Int && k.v.Int() < 0 {
		return c.fail(n.kids[1], "", "%s is never negative", c.text(n.kids[0]))
	}
	if k.v.Uint() == 0 && (accept == less || accept == equal|greater) {
		return c.fail(n.kids[1], "", "%s is never below 0", c.text(n.kids[0]))
	}
	if most := ^uint64(0) >> (64 - min(64, max(8, left.typ.bits))); k.v.Uint() == most && (accept == greater || accept == equal|less) {
		return c.fail(n.kids[1], "", "%s is never above %d", c.text(n.kids[0]), most)
	}
	if f, ok := left.of.(funcOperand); ok && f.function == funcCount && counted(accept, k.v.Uint()) {
		return c.fail(n.kids[1], "write not "+c.text(n.kids[0].kids[0]), "%s has no value where there is none to count", c.text(n.kids[0]))
	}
	return nil
}

// lengths refuses to compare a slice with octets of another length: they are
// never equal.
func (c *checker) lengths(n *node, left, right checked, accept uint8) *Error {
	s, ok := left.of.(sliceOperand)
	k, fixed := right.of.(constant)
	if !ok || !fixed || accept != equal && accept != unequal {
		return nil
	}
	length := 0
	for _, each := range s.spans {
		switch {
		case each.to != toEnd:
			length += each.to - each.from
		case each.from < 0:
			length -= each.from
		default:
			return nil
		}
	}
	if have := len(k.v.Octets()); have != length {
		return c.fail(n.kids[1], "", "%s has a length of %d, %s one of %d: they are never equal", c.text(n.kids[0]), length, c.text(n.kids[1]), have)
	}
	return nil
}

// counted reports whether a comparison of a count asks for none at all.
func counted(accept uint8, n uint64) bool {
	return accept == equal && n == 0 || accept == less && n == 1 || accept == less|equal && n == 0
}

// find compiles contains and matches.
func (c *checker) find(n *node, left checked) (test, *Error) {
	name := "contains"
	if n.op == opMatches {
		name = "matches"
	}
	if t := left.typ.t; t != packet.String && !left.typ.isOctets() && t != packet.Ether && (t != packet.OID || n.op == opMatches) {
		cure := "write string(" + c.text(n.kids[0]) + ") " + name + " ..."
		if _, ok := left.of.(fieldOperand); !ok || !stringable(left.typ) {
			cure = ""
		}
		return nil, c.fail(n.kids[0], cure, "%s is %s, which %s does not search", c.text(n.kids[0]), left.typ, name)
	}
	all := n.quant == opAll
	f, isField := left.of.(fieldOperand)
	isField = isField && f.layers == nil && left.typ.t != packet.Ether
	if n.op == opMatches {
		if n.kids[1].shape != shapeString {
			return nil, c.fail(n.kids[1], `write matches "..." or matches r"..."`, "a regular expression stands in double quotes")
		}
		p, bad := compilePattern(n.kids[1].text)
		if bad != nil {
			return nil, c.complain(n.kids[1], bad)
		}
		if isField {
			return octetTest{id: f.id, all: all, search: search{pattern: p, in: left.typ.t}}, nil
		}
		c.f.simple = false
		return searchTest{left: left.of, pattern: p, all: all, in: left.typ.t}, nil
	}
	want := left.typ
	ethernet := want.t == packet.Ether || want.like == packet.Ether
	if ethernet {
		if n.kids[1].shape == shapeString || n.kids[1].shape == shapeChar {
			return nil, c.fail(n.kids[1], "write octets, as in 0a:0b", "an Ethernet address contains no string")
		}
		want = typ{t: packet.Bytes}
	}
	right, err := c.value(n.kids[1], &want, true)
	if err != nil {
		return nil, err
	}
	if k, ok := right.of.(constant); ok && ethernet && len(k.v.Octets()) > 6 {
		return nil, c.fail(n.kids[1], "write at most six octets", "%s is longer than an Ethernet address", c.text(n.kids[1]))
	}
	left.typ = want
	if left, right, err = c.balance(n, left, right); err != nil {
		return nil, err
	}
	if k, ok := right.of.(constant); ok && isField {
		return octetTest{id: f.id, all: all, search: search{needle: k.v.Octets(), in: left.typ.t}}, nil
	}
	c.f.simple = false
	return searchTest{left: left.of, right: right.of, all: all, in: left.typ.t}, nil
}

// membership compiles left in {...}.
func (c *checker) membership(n *node) (test, *Error) {
	if s := n.kids[0].shape; s != shapeField && s != shapeRef && s != shapeWord {
		return nil, c.fail(n.kids[0], "", "only a field may be tested for membership")
	}
	left, err := c.leading(n.kids[0])
	if err != nil {
		return nil, err
	}
	t := setTest{left: left.of, all: n.quant == opAll}
	for _, kid := range n.kids[1:] {
		ends := []*node{kid}
		if kid.shape == shapeSpan {
			ends = kid.kids
		}
		values := [2]checked{}
		for i, end := range ends {
			v, err := c.value(end, &left.typ, true)
			if err != nil {
				return nil, err
			}
			if !compatible(left.typ, v.typ) && (!left.typ.isNumber() || v.typ.t != packet.Bool) {
				return nil, c.incompatible(n.kids[0], end, left.typ, v.typ)
			}
			whole := &node{kids: []*node{n.kids[0], end}}
			if err := c.possible(whole, left, v, equal); err != nil {
				return nil, err
			}
			values[i] = v
		}
		m := member{from: values[0].of, to: values[1].of, fromBits: values[0].prefix(), toBits: values[1].prefix()}
		if from, ok := m.from.(constant); ok && m.to != nil {
			if to, ok := m.to.(constant); ok && order(from.v, to.v) > 0 {
				return nil, c.fail(kid, "write the smaller first", "the range %s is empty", c.text(kid))
			}
		}
		t.members = append(t.members, m)
	}
	c.f.simple = false
	return t, nil
}

// ParseValue reads a literal as a filter takes it to the right of a field, as in 443,
// 0x1bb, 192.168.1.1, request. Its error is an *Error.
func ParseValue(field *packet.Info, text string) (packet.Value, error) {
	expr := field.Name + " == " + text
	root, err := parse(expr)
	if err != nil {
		return packet.Value{}, err
	}
	c := &checker{f: &Filter{expr: expr}}
	if root.shape != shapeCompare || root.kids[0].shape != shapeField {
		return packet.Value{}, c.fail(root, "", "%q is no value of %s", text, field.Name)
	}
	typ := typeOf(field)
	v, err := c.value(root.kids[1], &typ, true)
	if err != nil {
		return packet.Value{}, err
	}
	if k, ok := v.of.(constant); ok && k.prefix < 0 {
		return k.v, nil
	}
	return packet.Value{}, c.fail(root.kids[1], "", "%q is no value of %s", text, field.Name)
}
