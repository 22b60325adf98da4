package filter

import (
	"bytes"

	"github.com/netrig/netrig/harness/packet"
)

// test is a compiled part of a filter that holds or does not. s may be nil
// where the filter's tests all are simple.
type test interface {
	match(fr *packet.Frame, s *scratch) bool
}

var (
	_ test = andTest(nil)
	_ test = orTest(nil)
	_ test = notTest{}
	_ test = hasTest{}
	_ test = numberTest{}
	_ test = octetTest{}
	_ test = existsTest{}
	_ test = truthTest{}
	_ test = compareTest{}
	_ test = searchTest{}
	_ test = setTest{}
)

// Match reports whether the filter selects the frame. Its error is an *Error for a
// ${name.field} that b has no value for, or a *DoubtError where it is not known.
func (f *Filter) Match(fr *packet.Frame, b Bindings) (bool, error) {
	held, err := f.judge(f.test, fr, b)
	if f.doubted > 0 && err == nil && fr.Doubt() != "" {
		if err = f.weigh(held, fr, b); err != nil {
			return false, err
		}
	}
	return held, err
}

// weigh finds out whether the filter comes to the same whatever a frame may hold.
func (f *Filter) weigh(held bool, fr *packet.Frame, b Bindings) error {
	for _, suspected := range fr.Suspected() {
		if would, err := f.judge(f.test, suspected, b); err != nil {
			return err
		} else if would != held {
			return &DoubtError{Expr: f.expr, Column: f.doubted, Frame: fr}
		}
	}
	return nil
}

// judge runs one test, with memory of the filter's where it needs any.
func (f *Filter) judge(t test, fr *packet.Frame, b Bindings) (bool, error) {
	if f.simple {
		return t.match(fr, nil), nil
	}
	s, _ := f.pool.Get().(*scratch)
	if s == nil {
		s = new(scratch)
	}
	s.reset(f.expr, b)
	held, err := t.match(fr, s), s.err
	clear(s.stack[:cap(s.stack)])
	s.reset("", nil)
	f.pool.Put(s)
	if err != nil {
		return false, err
	}
	return held, nil
}

type andTest []test

func (t andTest) match(fr *packet.Frame, s *scratch) bool {
	for _, each := range t {
		if !each.match(fr, s) {
			return false
		}
	}
	return true
}

type orTest []test

func (t orTest) match(fr *packet.Frame, s *scratch) bool {
	for _, each := range t {
		if each.match(fr, s) {
			return true
		}
	}
	return false
}

type notTest struct {
	of test
}

func (t notTest) match(fr *packet.Frame, s *scratch) bool { return !t.of.match(fr, s) }

// hasTest asks whether a field is there.
type hasTest struct {
	id packet.FieldID
}

func (t hasTest) match(fr *packet.Frame, _ *scratch) bool {
	return fr.Has(t.id)
}

// accepted returns what a comparison operator accepts, and whether all
// values must be accepted rather than any.
func accepted(o op) (accept uint8, all bool) {
	switch o {
	case opAllEq:
		return equal, true
	case opAnyNe:
		return unequal, false
	case opAllNe:
		return unequal, true
	case opGt:
		return greater, false
	case opGe:
		return greater | equal, false
	case opLt:
		return less, false
	case opLe:
		return less | equal, false
	default:
		return equal, false
	}
}

// numberTest compares a field whose values fit 64 bits with a constant.
type numberTest struct {
	id     packet.FieldID
	accept uint8
	all    bool
	mask   uint64 // what counts of the value: the prefix of an address
	flip   uint64 // the sign bit of signed values, so that they order as unsigned
	want   uint64 // masked and flipped
}

func (t numberTest) match(fr *packet.Frame, _ *scratch) bool {
	seen := false
	fields := fr.Fields()
	for i := fr.Find(t.id, 0); i >= 0; i = fr.Find(t.id, i+1) {
		seen = true
		n := fields[i].Uint()&t.mask ^ t.flip
		found := equal
		if n < t.want {
			found = less
		} else if n > t.want {
			found = greater
		}
		if (t.accept&found != 0) != t.all {
			return !t.all
		}
	}
	return seen && t.all
}

// octetTest compares a field whose values are octets with a constant, or
// searches them.
type octetTest struct {
	id     packet.FieldID
	accept uint8 // 0 for a search
	all    bool
	want   packet.Value
	search search
}

func (t octetTest) match(fr *packet.Frame, _ *scratch) bool {
	seen := false
	for i := fr.Find(t.id, 0); i >= 0; i = fr.Find(t.id, i+1) {
		seen = true
		var held bool
		if t.accept == 0 {
			held = t.search.finds(fr.At(i).Reach())
		} else {
			held = t.accept&outcome(fr.At(i), t.want, -1) != 0
		}
		if held != t.all {
			return !t.all
		}
	}
	return seen && t.all
}

// search looks for octets, or for a pattern where there is one.
type search struct {
	needle  []byte
	pattern *pattern
	in      packet.Type // as which what is searched counts
}

// finds reports whether the search succeeds. Nothing is found where there are no
// octets, and the empty string only in a byte sequence.
func (q search) finds(b []byte) bool {
	switch {
	case len(b) == 0 && q.in != packet.String:
		return false
	case q.pattern != nil:
		return q.pattern.match(b)
	}
	return bytes.Contains(b, q.needle) && (len(q.needle) > 0 || q.in != packet.String && q.in != packet.Protocol)
}

// existsTest asks whether an operand has a value; a slice one with octets.
type existsTest struct {
	of operand
}

func (t existsTest) match(fr *packet.Frame, s *scratch) bool {
	mark, octets := len(s.stack), len(s.octets)
	t.of.push(fr, s)
	_, sliced := t.of.(sliceOperand)
	held := false
	for _, v := range s.stack[mark:] {
		held = held || !sliced || len(v.Octets()) > 0
	}
	s.stack, s.octets = s.stack[:mark], s.octets[:octets]
	return held
}

// truthTest asks whether arithmetic has a value other than 0.
type truthTest struct {
	of operand
}

func (t truthTest) match(fr *packet.Frame, s *scratch) bool {
	mark, octets := len(s.stack), len(s.octets)
	t.of.push(fr, s)
	held := false
	for _, v := range s.stack[mark:] {
		held = held || truthy(v)
	}
	s.stack, s.octets = s.stack[:mark], s.octets[:octets]
	return held
}

// compareTest compares every value of one operand with every one of another.
type compareTest struct {
	left, right operand
	accept      uint8
	all         bool
	prefix      int // of the right operand, where it is one; -1 otherwise
}

func (t compareTest) match(fr *packet.Frame, s *scratch) bool {
	return pairs(t.left, t.right, fr, s, t.all, func(a, b packet.Value) bool {
		return t.accept&outcome(a, b, t.prefix) != 0
	})
}

// searchTest searches every value of one operand for every one of another,
// or for a pattern.
type searchTest struct {
	left, right operand // right is nil where there is a pattern
	all         bool
	pattern     *pattern
	in          packet.Type // as which the left counts
}

func (t searchTest) match(fr *packet.Frame, s *scratch) bool {
	right := t.right
	if t.pattern != nil {
		right = constant{}
	}
	return pairs(t.left, right, fr, s, t.all, func(a, b packet.Value) bool {
		q := search{pattern: t.pattern, in: t.in}
		if t.pattern == nil {
			q.needle = s.reach(b)
		}
		return q.finds(s.reach(a))
	})
}

// member is one member of a set: a value, or all from one to another.
type member struct {
	from, to operand // to is nil for a single value
	fromBits int     // of a prefix; -1 where there is none
	toBits   int
}

// setTest looks for values in a set. As in Wireshark, all asks for one
// member that all values equal.
type setTest struct {
	left    operand
	members []member
	all     bool
}

func (t setTest) match(fr *packet.Frame, s *scratch) bool {
	for _, m := range t.members {
		var held bool
		if m.to == nil {
			held = pairs(t.left, m.from, fr, s, t.all, func(a, b packet.Value) bool { return outcome(a, b, m.fromBits) == equal })
		} else {
			held = pairs(t.left, m.from, fr, s, t.all, func(a, b packet.Value) bool {
				if outcome(a, b, m.fromBits)&(greater|equal) == 0 {
					return false
				}
				mark := len(s.stack)
				m.to.push(fr, s)
				below := t.all && len(s.stack) > mark
				for _, to := range s.stack[mark:] {
					if (outcome(a, to, m.toBits)&(less|equal) != 0) != t.all {
						below = !t.all
						break
					}
				}
				s.stack = s.stack[:mark]
				return below
			})
		}
		if held {
			return true
		}
	}
	return false
}

// pairs judges pairs of the values of two operands: all of them, or any. A field that
// is not there makes it false. All of none is true, as in Wireshark: arithmetic may have
// no result.
func pairs(left, right operand, fr *packet.Frame, s *scratch, all bool, held func(a, b packet.Value) bool) bool {
	mark, octets := len(s.stack), len(s.octets)
	there := left.push(fr, s)
	middle := len(s.stack)
	there = right.push(fr, s) && there
	end := len(s.stack)
	result := all && there
scan:
	for i := mark; i < middle; i++ {
		for j := middle; j < end; j++ {
			if held(s.stack[i], s.stack[j]) != all {
				result = !all
				break scan
			}
		}
	}
	s.stack, s.octets = s.stack[:mark], s.octets[:octets]
	return result
}
