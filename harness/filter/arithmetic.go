package filter

import (
	"math"
	"math/bits"
	"time"

	"github.com/netrig/netrig/harness/packet"
)

// calculation is how wide numbers are, and what becomes of a result that
// is too wide. Wireshark calculates in 32 or 64 bits and a result that does
// not fit is no value. Calculations with ${} wrap, as sequence numbers do.
type calculation struct {
	wide bool   // 64 bits
	wrap uint64 // the bits of a result that wraps; 0 where it does not
}

func duration(v packet.Value) time.Duration { return time.Duration(v.Int()) }

// negate returns -v.
func (c calculation) negate(v packet.Value) (packet.Value, bool) {
	switch v.Type() {
	case packet.Duration:
		return packet.DurationValue(-duration(v)), true
	case packet.Double:
		return packet.DoubleValue(-v.Float()), true
	case packet.Uint, packet.EUI64:
		if c.wrap != 0 {
			return packet.UintValue(-v.Uint() & c.wrap), true
		}
		return c.signed(-int64(v.Uint()), v.Uint() > 1<<63)
	default:
		return c.signed(-v.Int(), v.Int() == math.MinInt64)
	}
}

func (c calculation) signed(n int64, overflow bool) (packet.Value, bool) {
	if overflow || !c.wide && (n < math.MinInt32 || n > math.MaxInt32) {
		return packet.Value{}, false
	}
	return packet.IntValue(n), true
}

func (c calculation) unsigned(n uint64, overflow bool) (packet.Value, bool) {
	if overflow || !c.wide && n > math.MaxUint32 {
		return packet.Value{}, false
	}
	return packet.UintValue(n), true
}

// calculate returns a o b. ok is false where there is no result: the
// divisor is 0, or the result does not fit.
func (c calculation) calculate(o op, a, b packet.Value, s *scratch) (v packet.Value, ok bool) {
	switch a.Type() {
	case packet.Uint, packet.Int, packet.EUI64:
		switch {
		case c.wrap != 0:
			return c.wrapped(o, a.Uint(), b.Uint())
		case a.Type() != packet.Int:
			return c.ofUnsigned(o, a.Uint(), b.Uint())
		}
		return c.ofSigned(o, a.Int(), b.Int())
	case packet.Duration:
		x, y := duration(a), duration(b)
		if o == opSub {
			y = -y
		}
		sum := x + y
		return packet.DurationValue(sum), y == 0 || (sum > x) == (y > 0)
	case packet.Double:
		return packet.DoubleValue(ofFloats(o, a.Float(), b.Float())), true
	case packet.IPv4:
		n := uint32(a.Uint() & b.Uint())
		return packet.IPv4Value([]byte{byte(n >> 24), byte(n >> 16), byte(n >> 8), byte(n)}), true
	default:
		return conjoin(a, b, s)
	}
}

// ofFloats returns x o y, which may be infinite or no number.
func ofFloats(o op, x, y float64) float64 {
	switch o {
	case opAdd:
		return x + y
	case opSub:
		return x - y
	case opMul:
		return x * y
	default:
		return x / y
	}
}

// conjoin returns a & b, octet by octet, as far as the shorter goes.
func conjoin(a, b packet.Value, s *scratch) (packet.Value, bool) {
	x, y := s.bytes(a), s.bytes(b)
	mark := len(s.octets)
	for i := range min(len(x), len(y)) {
		s.octets = append(s.octets, x[i]&y[i])
	}
	out := s.octets[mark:len(s.octets):len(s.octets)]
	if a.Type() == packet.Ether && b.Type() == packet.Ether {
		return packet.EtherValue(out), true
	}
	return packet.BytesValue(out), true
}

func (c calculation) wrapped(o op, x, y uint64) (packet.Value, bool) {
	switch o {
	case opAdd:
		x += y
	case opSub:
		x -= y
	case opMul:
		x *= y
	case opBitAnd:
		x &= y
	case opDiv, opMod:
		if y == 0 {
			return packet.Value{}, false
		}
		if o == opDiv {
			x /= y
		} else {
			x %= y
		}
	default:
	}
	return packet.UintValue(x & c.wrap), true
}

func (c calculation) ofUnsigned(o op, x, y uint64) (packet.Value, bool) {
	if !c.wide {
		y = uint64(uint32(y))
	}
	switch o {
	case opAdd:
		sum, carry := bits.Add64(x, y, 0)
		return c.unsigned(sum, carry != 0)
	case opSub:
		if x >= y {
			return c.unsigned(x-y, false)
		}
		// a negative result is calculated of signed numbers, which both must be able to be
		return c.signed(-int64(y-x), y > math.MaxInt64 || !c.wide && y > math.MaxInt32)
	case opMul:
		high, low := bits.Mul64(x, y)
		return c.unsigned(low, high != 0)
	case opBitAnd:
		return c.unsigned(x&y, false)
	default:
	}
	if y == 0 {
		return packet.Value{}, false
	}
	if o == opDiv {
		return c.unsigned(x/y, false)
	}
	return c.unsigned(x%y, false)
}

func (c calculation) ofSigned(o op, x, y int64) (packet.Value, bool) {
	if !c.wide {
		y = int64(int32(y))
	}
	switch o {
	case opAdd:
		return c.signed(x+y, (x+y > x) != (y > 0) && y != 0)
	case opSub:
		return c.signed(x-y, (x-y < x) != (y > 0) && y != 0)
	case opMul:
		if x != 0 && (x*y/x != y || x == -1 && y == math.MinInt64) {
			return packet.Value{}, false
		}
		return c.signed(x*y, false)
	case opBitAnd:
		return c.signed(x&y, false)
	default:
	}
	if y == 0 || x == math.MinInt64 && y == -1 {
		return packet.Value{}, false
	}
	if o == opDiv {
		return c.signed(x/y, false)
	}
	return c.signed(x%y, false)
}
