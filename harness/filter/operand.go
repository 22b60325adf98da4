package filter

import (
	"bytes"
	"fmt"
	"math"

	"github.com/netrig/netrig/harness/packet"
)

// operand is a part of a comparison: it has no, one or several values in a
// frame.
type operand interface {
	// push appends the operand's values to s.stack. It reports whether what they rest
	// on is there; arithmetic may have no values nevertheless.
	push(fr *packet.Frame, s *scratch) bool
}

var (
	_ operand = constant{}
	_ operand = fieldOperand{}
	_ operand = refOperand{}
	_ operand = sliceOperand{}
	_ operand = binaryOperand{}
	_ operand = negateOperand{}
	_ operand = funcOperand{}
	_ operand = octetsOperand{}
)

// scratch is the memory of one evaluation.
type scratch struct {
	stack    []packet.Value
	octets   []byte
	bindings Bindings
	expr     string
	err      *Error // the first ${} without a value
}

func (s *scratch) reset(expr string, b Bindings) {
	s.stack, s.octets = s.stack[:0], s.octets[:0]
	s.expr, s.bindings, s.err = expr, b, nil
}

// bytes returns the octets of a value; those of an IPv4 or Ethernet address
// are written to s.
func (s *scratch) bytes(v packet.Value) []byte {
	switch n := v.Uint(); v.Type() {
	case packet.IPv4:
		mark := len(s.octets)
		s.octets = append(s.octets, byte(n>>24), byte(n>>16), byte(n>>8), byte(n))
		return s.octets[mark:len(s.octets):len(s.octets)]
	case packet.Ether:
		mark := len(s.octets)
		s.octets = append(s.octets, byte(n>>40), byte(n>>32), byte(n>>24), byte(n>>16), byte(n>>8), byte(n))
		return s.octets[mark:len(s.octets):len(s.octets)]
	default:
		return v.Octets()
	}
}

// reach returns the octets that a search of a value looks into.
func (s *scratch) reach(v packet.Value) []byte {
	if v.Type() == packet.Protocol {
		return v.Reach()
	}
	return s.bytes(v)
}

func (c constant) push(_ *packet.Frame, s *scratch) bool {
	s.stack = append(s.stack, c.v)
	return true
}

// fieldOperand is the field's every value, in the layers named.
type fieldOperand struct {
	id     packet.FieldID
	layers []span // nil for all
}

func (o fieldOperand) push(fr *packet.Frame, s *scratch) bool {
	mark := len(s.stack)
	for i := fr.Find(o.id, 0); i >= 0; i = fr.Find(o.id, i+1) {
		if o.layers == nil || inLayers(fr.Layer(i), o.layers) {
			s.stack = append(s.stack, fr.At(i))
		}
	}
	return len(s.stack) > mark
}

func inLayers(layer int, spans []span) bool {
	for _, s := range spans {
		if s.from <= layer && layer < s.to {
			return true
		}
	}
	return false
}

// refOperand is the first value of a field in a frame bound earlier.
type refOperand struct {
	ref  Reference
	text string // as written
}

func (o refOperand) push(_ *packet.Frame, s *scratch) bool {
	var bound *packet.Frame
	if s.bindings != nil {
		bound = s.bindings.Frame(o.ref.Name, o.ref.Which)
	}
	if bound != nil {
		if v, ok := bound.Value(o.ref.Field); ok {
			s.stack = append(s.stack, v)
			return true
		}
	}
	if s.err != nil {
		return false
	}
	s.err = &Error{Expr: s.expr, Column: o.ref.Column}
	if bound == nil {
		s.err.Message = fmt.Sprintf("%s has no value: no frame is bound as %s", o.text, o.ref.Name)
		if o.ref.Which != "" {
			s.err.Message += " (" + o.ref.Which + ")"
		}
	} else {
		s.err.Message = fmt.Sprintf("%s has no value: the frame bound as %s has no %s", o.text, o.ref.Name, packet.InfoOf(o.ref.Field).Name)
	}
	return false
}

// octetsOperand is the octets of its values, for comparison with octets.
type octetsOperand struct {
	of operand
}

func (o octetsOperand) push(fr *packet.Frame, s *scratch) bool {
	mark := len(s.stack)
	there := o.of.push(fr, s)
	for i := mark; i < len(s.stack); i++ {
		s.stack[i] = packet.BytesValue(s.bytes(s.stack[i]))
	}
	return there
}

// sliceOperand is a cut of each value, which has no octets where the value is
// too short, as in Wireshark.
type sliceOperand struct {
	of    operand
	spans []span
}

func (o sliceOperand) push(fr *packet.Frame, s *scratch) bool {
	mark := len(s.stack)
	there := o.of.push(fr, s)
	for i := mark; i < len(s.stack); i++ {
		b, gathered := cut(s.bytes(s.stack[i]), o.spans, s.octets)
		s.octets = gathered
		s.stack[i] = packet.BytesValue(b)
	}
	return there
}

// negateOperand is -x.
type negateOperand struct {
	of operand
	calculation
}

func (o negateOperand) push(fr *packet.Frame, s *scratch) bool {
	mark := len(s.stack)
	there := o.of.push(fr, s)
	kept := mark
	for _, v := range s.stack[mark:] {
		if v, ok := o.negate(v); ok {
			s.stack[kept] = v
			kept++
		}
	}
	s.stack = s.stack[:kept]
	return there
}

// binaryOperand calculates with every pair of values.
type binaryOperand struct {
	op          op
	left, right operand
	calculation
}

func (o binaryOperand) push(fr *packet.Frame, s *scratch) bool {
	mark := len(s.stack)
	there := o.left.push(fr, s)
	middle := len(s.stack)
	there = o.right.push(fr, s) && there
	end := len(s.stack)
	for i := mark; i < middle; i++ {
		for j := middle; j < end; j++ {
			if v, ok := o.calculate(o.op, s.stack[i], s.stack[j], s); ok && len(s.stack)-end < maxProducts {
				s.stack = append(s.stack, v)
			}
		}
	}
	s.stack = append(s.stack[:mark], s.stack[end:]...)
	return there
}

// maxProducts bounds what arithmetic over two multi-valued fields makes of
// one frame.
const maxProducts = 4096

// function is one of the functions of the language.
type function uint8

const (
	funcUpper function = iota
	funcLower
	funcLen
	funcCount
	funcString
	funcMax
	funcMin
	funcAbs
)

// functionOf finds a function by name.
func functionOf(name string) (function, bool) {
	for i, each := range [...]string{"upper", "lower", "len", "count", "string", "max", "min", "abs"} {
		if each == name {
			return function(i), true
		}
	}
	return 0, false
}

// funcOperand is the result of a function.
type funcOperand struct {
	function function
	width    int // octets of the argument's values where they are numbers
	args     []operand
}

func (o funcOperand) push(fr *packet.Frame, s *scratch) bool {
	mark := len(s.stack)
	for _, a := range o.args {
		a.push(fr, s)
	}
	values := s.stack[mark:]
	switch o.function {
	case funcCount:
		n := len(values)
		s.stack = s.stack[:mark]
		if n > 0 {
			s.stack = append(s.stack, packet.UintValue(uint64(n)))
		}
	case funcMax, funcMin:
		if len(values) == 0 {
			return false
		}
		best := values[0]
		for _, v := range values[1:] {
			if c := rank(v, best); c > 0 && o.function == funcMax || c < 0 && o.function == funcMin {
				best = v
			}
		}
		s.stack = append(s.stack[:mark], best)
	default:
		for i, v := range values {
			values[i] = o.each(v, s)
		}
	}
	return len(s.stack) > mark
}

// each applies a function that takes one value to one.
func (o funcOperand) each(v packet.Value, s *scratch) packet.Value {
	switch o.function {
	case funcLen:
		if o.width > 0 {
			return packet.UintValue(uint64(o.width))
		}
		return packet.UintValue(uint64(len(s.bytes(v))))
	case funcString:
		mark := len(s.octets)
		if v.Type() == packet.Double {
			s.octets = v.AppendDouble(s.octets, 17)
		} else {
			s.octets = v.Append(s.octets, nil)
		}
		return packet.StringValue(s.octets[mark:len(s.octets):len(s.octets)])
	case funcAbs:
		switch {
		case v.Type() == packet.Int && v.Int() < 0:
			return packet.IntValue(-v.Int())
		case v.Type() == packet.Duration && v.Int() < 0:
			return packet.DurationValue(-duration(v))
		case v.Type() == packet.Double:
			return packet.DoubleValue(math.Abs(v.Float()))
		}
		return v
	default: // upper or lower
	}
	mark := len(s.octets)
	s.octets = append(s.octets, v.Octets()...)
	b := s.octets[mark:len(s.octets):len(s.octets)]
	for i, c := range b {
		switch {
		case o.function == funcUpper && c >= 'a' && c <= 'z', o.function == funcLower && c >= 'A' && c <= 'Z':
			b[i] = c ^ 0x20
		}
	}
	return packet.StringValue(b)
}

// truthy reports whether a calculated value counts as true.
func truthy(v packet.Value) bool {
	switch v.Type() {
	case packet.Bytes, packet.OID:
		return len(bytes.TrimLeft(v.Octets(), "\x00")) > 0
	case packet.Double:
		return v.Float() != 0
	default:
		return v.Uint() != 0
	}
}
