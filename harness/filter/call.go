package filter

import (
	"github.com/netrig/netrig/harness/packet"
)

// call compiles a function.
func (c *checker) call(n *node) (checked, *Error) {
	which, ok := functionOf(n.text)
	if !ok {
		return checked{}, c.fail(n, "there are upper lower len count string max min abs", "no function %s", n.text)
	}
	variadic := which == funcMax || which == funcMin
	if len(n.kids) == 0 || len(n.kids) > 1 && !variadic {
		return checked{}, c.fail(n, "", "%s() takes one argument, not %d", n.text, len(n.kids))
	}
	o := funcOperand{function: which}
	result := checked{typ: typ{t: packet.Uint, bits: 32}, fixed: true}
	var first *typ
	for _, kid := range n.kids {
		if first == nil && kid.shape != shapeField && kid.shape != shapeWord && which != funcAbs && !variadic {
			return checked{}, c.fail(kid, "", "%s() takes a field", n.text)
		}
		if err := c.quotes(kid); err != nil {
			return checked{}, err
		}
		v, err := c.value(kid, first, false)
		if err != nil {
			return checked{}, err
		}
		if k, ok := v.of.(constant); ok && !result.signed && first.isUnsigned() && k.v.Type() == packet.Int && k.v.Int() < 0 {
			return checked{}, c.fail(kid, "", "%s is never negative", c.text(n.kids[0]))
		}
		if v.prefix() >= 0 {
			return checked{}, c.fail(kid, "write an address", "a prefix is no argument of a function")
		}
		result.signed = result.signed || v.signed || kid.isCalculated() && v.typ.isNumber()
		result.fixed, result.bound = result.fixed && v.fixed, result.bound || v.bound
		if first != nil && (v.typ.t != first.t || v.typ.bits != first.bits) {
			return checked{}, c.fail(kid, "", "%s is %s, but the first argument of %s() is %s", c.text(kid), v.typ, n.text, *first)
		}
		if _, sliced := v.of.(sliceOperand); sliced && variadic {
			return checked{}, c.fail(kid, "", "%s is a slice, which %s() does not take", c.text(kid), n.text)
		}
		if !takes(which, v.typ) {
			return checked{}, c.fail(kid, "", "%s is %s, which %s() does not take", c.text(kid), v.typ, n.text)
		}
		first = &v.typ
		o.args = append(o.args, v.of)
	}
	switch which {
	case funcUpper, funcLower, funcString:
		result.typ = typ{t: packet.String}
	case funcMax, funcMin, funcAbs:
		result.typ = *first
		result.typ.info = nil // names of values are a field's
	case funcLen:
		o.width = first.bits / 8
	case funcCount:
	}
	result.of = o
	return result, nil
}

// takes reports whether a function takes values of a type.
func takes(f function, t typ) bool {
	switch f {
	case funcUpper, funcLower:
		return t.t == packet.String
	case funcLen:
		return sliceable(t) || t.isNumber() || t.t == packet.GUID
	case funcString:
		return stringable(t)
	case funcMax, funcMin:
		return t.t != packet.None && t.t != packet.Protocol
	case funcAbs:
		return t.isSigned() || t.t == packet.Bool
	default:
		return true
	}
}

// substitute notes a part of the filter that bindings alone give a value.
// What it holds within itself is noted no more.
func (c *checker) substitute(n *node, v checked) {
	if !v.fixed || !v.bound {
		return
	}
	kept := c.f.substitutions[:0]
	for _, s := range c.f.substitutions {
		if s.pos < n.pos || s.end > n.end {
			kept = append(kept, s)
		}
	}
	c.f.substitutions = append(kept, substitution{n.pos, n.end, v.of, v.typ})
}

// wrapOf returns the bits that a comparison's calculations wrap to: those of
// its widest field, where it calculates with ${}; 0 where it does not.
func wrapOf(n *node) uint64 {
	width, calculates, bound := 0, false, false
	var walk func(n *node)
	walk = func(n *node) {
		calculates = calculates || n.shape == shapeBinary || n.shape == shapeNegate && n.kids[0].shape != shapeWord
		bound = bound || n.shape == shapeRef
		switch {
		case n.shape == shapeCall:
			width = max(width, 32)
		case n.field != nil:
			width = max(width, n.field.Bits)
		}
		for _, kid := range n.kids {
			walk(kid)
		}
	}
	walk(n)
	if !calculates || !bound || width == 0 {
		return 0
	}
	return ^uint64(0) >> (64 - min(64, width))
}
