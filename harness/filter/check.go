package filter

import (
	"slices"
	"strings"

	"github.com/netrig/netrig/harness/packet"
)

// checked is an operand and what is known of it.
type checked struct {
	of    operand
	typ   typ
	fixed bool // no field of the frame is in it
	bound bool // a ${} is in it

	// signed tells that an unsigned number was calculated, so that it may
	// have come out negative.
	signed bool
}

func (v checked) prefix() int {
	if k, ok := v.of.(constant); ok {
		return k.prefix
	}
	return -1
}

// leading compiles what stands on the left: it must start with a field.
func (c *checker) leading(n *node) (checked, *Error) {
	v, err := c.value(n, nil, false)
	if err != nil {
		return checked{}, err
	}
	if v.fixed {
		return checked{}, c.fail(n, "write the field first", "%s on the left is no field of the frame", c.text(n))
	}
	return v, nil
}

// value compiles an operand. want is the type that literals are given, nil
// where none is known. named allows named values.
func (c *checker) value(n *node, want *typ, named bool) (checked, *Error) {
	switch n.shape {
	case shapeField:
		return c.field(n)
	case shapeRef:
		c.f.refs = append(c.f.refs, n.ref)
		v := checked{of: refOperand{n.ref, c.text(n)}, typ: typeOf(n.field), fixed: true, bound: true}
		if n.field.Type == packet.None {
			return checked{}, c.fail(n, "", "%s has no value", n.field.Name)
		}
		c.substitute(n, v)
		return v, nil
	case shapeWord, shapeString, shapeChar:
		return c.literal(n, want, false, named)
	case shapeSlice:
		return c.slice(n)
	case shapeCall:
		return c.call(n)
	case shapeNegate:
		kid := n.kids[0]
		if err := c.quotes(kid); err != nil {
			return checked{}, err
		}
		if want == nil && hasLiteral(kid) {
			return checked{}, c.mixed(kid)
		}
		if kid.shape == shapeWord {
			return c.literal(n, want, true, named)
		}
		v, err := c.value(kid, want, false)
		if err != nil {
			return checked{}, err
		}
		if !v.typ.isSigned() {
			return checked{}, c.fail(n, "", "%s is %s, which has no sign", c.text(kid), v.typ)
		}
		v.of, v.signed = negateOperand{v.of, c.calculation(v.typ)}, true
		c.substitute(n, v)
		return v, nil
	case shapeBinary:
		return c.binary(n, want)
	default:
		return checked{}, c.fail(n, "", "%s is no value", c.text(n))
	}
}

func (c *checker) field(n *node) (checked, *Error) {
	f := fieldOperand{id: n.field.ID, layers: n.spans}
	switch {
	case n.spans != nil:
		c.layered = append(c.layered, n.field.ID)
	case slices.Contains(c.layered, n.field.ID):
		return checked{}, c.fail(n, "write the test without a layer first",
			"behind a test of one layer of %s Wireshark 4.0 looks no further than that layer", n.field.Name)
	}
	if !slices.Contains(c.fields, n.field.ID) {
		c.fields = append(c.fields, n.field.ID)
	}
	c.f.asked = append(c.f.asked, n.field.ID)
	if packet.Doubted(n.field.ID) && c.f.doubted == 0 {
		c.f.doubted = n.pos + 1
	}
	if f.layers != nil {
		path, _ := packet.Lookup("frame.protocols")
		c.f.asked = append(c.f.asked, path.ID) // with which layers are counted
	}
	return checked{of: f, typ: typeOf(n.field)}, nil
}

// literal compiles a constant.
func (c *checker) literal(n *node, want *typ, negative, named bool) (checked, *Error) {
	if want == nil {
		if n.shape == shapeWord && !isDigit(n.text[0]) {
			return checked{}, unknown(c.f.expr, n.pos, n.text)
		}
		return checked{}, c.fail(n, "write the field first", "%s on the left is no field of the frame", c.text(n))
	}
	var k constant
	var bad *complaint
	switch word := n; {
	case n.shape == shapeString:
		k, bad = want.quoted(n.text)
	case n.shape == shapeChar:
		k, bad = want.character(n.text[0])
	case negative:
		word = n.kids[0]
		fallthrough
	default:
		k, bad = want.word(word.text, negative, named)
		if bad != nil && n.shape == shapeWord && strings.Contains(n.text, ".") && !want.isOctets() && !isDigit(n.text[0]) {
			return checked{}, unknown(c.f.expr, n.pos, n.text)
		}
	}
	if bad != nil {
		return checked{}, c.complain(n, bad)
	}
	if c.wrap != 0 && want.isUnsigned() && k.v.Type() == packet.Int {
		k.v = packet.UintValue(k.v.Uint() & c.wrap)
	}
	return checked{of: k, typ: *want, fixed: true}, nil
}

func (c *checker) slice(n *node) (checked, *Error) {
	kid := n.kids[0]
	v, err := c.value(kid, nil, false)
	if err != nil {
		return checked{}, err
	}
	if !sliceable(v.typ) {
		return checked{}, c.fail(kid, "", "%s is %s, which cannot be sliced", c.text(kid), v.typ)
	}
	if size := sizeOf(v.typ); size > 0 {
		for _, each := range n.spans {
			if b, _ := cut(make([]byte, size), []span{each}, nil); len(b) == 0 {
				return checked{}, c.fail(n, "", "%s reaches beyond %s", c.text(n), v.typ)
			}
		}
	}
	v.of, v.typ = sliceOperand{v.of, n.spans}, typ{t: packet.Bytes}
	c.substitute(n, v)
	return v, nil
}

func sliceable(t typ) bool {
	switch t.t {
	case packet.Protocol, packet.Bytes, packet.String, packet.Ether, packet.IPv4, packet.IPv6, packet.OID:
		return true
	default:
		return false
	}
}

// sizeOf returns the octets of every value of the type; 0 where they vary.
func sizeOf(t typ) int {
	switch t.t {
	case packet.IPv4:
		return 4
	case packet.Ether:
		return 6
	case packet.IPv6:
		return 16
	default:
		return 0
	}
}

// quotes refuses a literal in quotes where Wireshark takes none: in
// arithmetic and as the argument of a function.
func (c *checker) quotes(n *node) *Error {
	if n.shape == shapeString || n.shape == shapeChar {
		return c.fail(n, "", "%s in quotes is no part of arithmetic nor an argument of a function", c.text(n))
	}
	return nil
}

// hasLiteral reports whether a node is max() or min() of a literal, with which
// Wireshark calculates on the right of a comparison, but not on the left.
func hasLiteral(n *node) bool {
	if n.shape != shapeCall {
		return false
	}
	for _, kid := range n.kids {
		if kid.shape == shapeWord || kid.shape == shapeNegate && kid.kids[0].shape == shapeWord {
			return true
		}
	}
	return false
}

func (c *checker) mixed(n *node) *Error {
	return c.fail(n, "calculate on the right", "%s on the left has a literal in it, and one cannot calculate with it", c.text(n))
}

func (c *checker) binary(n *node, want *typ) (checked, *Error) {
	for _, kid := range n.kids {
		if err := c.quotes(kid); err != nil {
			return checked{}, err
		}
	}
	if want == nil && hasLiteral(n.kids[0]) {
		return checked{}, c.mixed(n.kids[0])
	}
	a, err := c.value(n.kids[0], want, false)
	if err != nil {
		return checked{}, err
	}
	if want == nil && a.fixed {
		return checked{}, c.fail(n.kids[0], "write the field first", "%s on the left is no field of the frame", c.text(n.kids[0]))
	}
	if !calculable(a.typ, n.op) {
		cure := ""
		if n.op == opDiv && (a.typ.t == packet.IPv4 || a.typ.t == packet.IPv6) {
			cure = "a prefix stands behind an address, not behind a field"
		} else if a.typ.t == packet.IPv6 { // whose & Wireshark 4.0 finds equal to every address
			cure = "compare it with a prefix, as in fe80::/10"
		}
		return checked{}, c.fail(n.kids[0], cure, "%s is %s, with which one cannot calculate so", c.text(n.kids[0]), a.typ)
	}
	b, err := c.value(n.kids[1], &a.typ, false)
	if err != nil {
		return checked{}, err
	}
	if !compatible(a.typ, b.typ) {
		return checked{}, c.incompatible(n.kids[0], n.kids[1], a.typ, b.typ)
	}
	for i, v := range [2]checked{a, b} {
		k, ok := v.of.(constant)
		switch {
		case !ok:
		case k.prefix >= 0:
			return checked{}, c.fail(n.kids[i], "write the mask as an address", "one cannot calculate with a prefix")
		case i == 1 && a.typ.isUnsigned() && k.v.Type() == packet.Int && n.op != opBitAnd:
			return checked{}, c.fail(n.kids[i], "turn + into - or - into +", "a negative number behind an unsigned one does not fit it")
		case i == 1 && (n.op == opDiv || n.op == opMod) && !truthy(k.v):
			return checked{}, c.fail(n.kids[i], "", "a division by 0 has no value")
		}
	}
	t := a.typ
	t.bits = max(t.bits, b.typ.bits)
	if !t.isNumber() && t.t != b.typ.t { // the octets common to an address, identifier or byte sequence
		t = typ{t: packet.Bytes, like: t.like}
		if a.typ.t != packet.Bytes {
			t.like = a.typ.t
		}
	}
	v := checked{typ: t, fixed: a.fixed && b.fixed, bound: a.bound || b.bound, signed: true}
	v.of = binaryOperand{n.op, a.of, b.of, c.calculation(t)}
	switch {
	case v.fixed && v.bound:
		c.substitute(n, v)
	case v.fixed:
		var s scratch
		v.of.push(nil, &s)
		if len(s.stack) != 1 {
			return checked{}, c.fail(n, "", "%s has no value: it does not fit", c.text(n))
		}
		v.of = plain(s.stack[0])
	}
	return v, nil
}

// calculable reports whether o may be applied to values of the type.
func calculable(t typ, o op) bool {
	switch t.t {
	case packet.Uint, packet.Int:
		return true
	case packet.Double:
		return o != opMod && o != opBitAnd
	case packet.EUI64:
		return o == opAdd || o == opSub || o == opBitAnd
	case packet.Duration:
		return o == opAdd || o == opSub
	case packet.IPv4, packet.Ether, packet.Bytes, packet.OID:
		return o == opBitAnd
	default:
		return false
	}
}

func (c *checker) calculation(t typ) calculation {
	if !t.isNumber() {
		return calculation{}
	}
	return calculation{wide: t.bits > 32, wrap: c.wrap}
}

// compatible reports whether values of the types can be compared as they
// stand.
func compatible(a, b typ) bool {
	return a.t == b.t && a.t != packet.None || a.isNumber() && b.isNumber() || a.isSequence() && b.isSequence()
}

// isSequence reports whether Wireshark compares the type's values as byte
// sequences.
func (t typ) isSequence() bool {
	return t.t == packet.Bytes || t.t == packet.Ether || t.t == packet.OID
}

func (c *checker) incompatible(a, b *node, x, y typ) *Error {
	return c.fail(b, "", "%s is %s and %s is %s: they cannot be compared", c.text(a), x, c.text(b), y)
}

// balance makes the two sides of a comparison comparable: octets where one
// side is a slice or where a byte sequence, an Ethernet address and an object
// identifier meet.
func (c *checker) balance(n *node, left, right checked) (checked, checked, *Error) {
	sliced := isSliced(left.of) || isSliced(right.of)
	for i, v := range [2]checked{left, right} {
		if sliced && v.typ.t == packet.IPv6 {
			return left, right, c.fail(n.kids[i], "write "+c.text(n.kids[i])+"[0:16]", "an IPv6 address cannot be compared with a slice")
		}
	}
	if left.typ.isNumber() && right.typ.t == packet.Bool {
		return left, right, nil // as numbers, 0 and 1; but not the other way round
	}
	_, calculated := right.of.(binaryOperand)
	if !compatible(left.typ, right.typ) && (!sliced || !sliceable(left.typ) || !sliceable(right.typ) || calculated && right.typ.t == packet.IPv4) {
		return left, right, c.incompatible(n.kids[0], n.kids[1], left.typ, right.typ)
	}
	if sliced || left.typ.t != right.typ.t && !left.typ.isNumber() {
		for _, v := range []*checked{&left, &right} {
			if v.typ.t != packet.Bytes {
				v.of, v.typ = octetsOperand{v.of}, typ{t: packet.Bytes}
			}
		}
	}
	return left, right, nil
}

// isSliced reports whether an operand is a slice, or common to one.
func isSliced(o operand) bool {
	switch o := o.(type) {
	case sliceOperand:
		return true
	case binaryOperand:
		return isSliced(o.left)
	default:
		return false
	}
}

// stringable reports whether string() takes the type.
func stringable(t typ) bool {
	switch t.t {
	case packet.Uint, packet.Int, packet.IPv4, packet.IPv6, packet.Ether, packet.Double, packet.EUI64, packet.OID, packet.GUID:
		return true
	default:
		return false
	}
}
