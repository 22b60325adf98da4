package suite

import (
	"net/netip"
	"slices"
	"strings"
)

// Match reports whether the values of one field hold. A field that is a
// list has any number of values, any other one at most. gt ge lt le in cidr
// regex and is hold of several values where they hold of each.
func (m *Matcher) Match(got ...Value) bool {
	switch m.Op {
	case OpAny:
		return len(got) > 0
	case OpAbsent:
		return len(got) == 0
	case OpNot:
		return !m.Of[0].Match(got...)
	case OpAllOf:
		return !slices.ContainsFunc(m.Of, func(s *Matcher) bool { return !s.Match(got...) })
	case OpAnyOf:
		return slices.ContainsFunc(m.Of, func(s *Matcher) bool { return s.Match(got...) })
	case OpExactly:
		return slices.EqualFunc(m.Values, got, equal)
	case OpConsist:
		return consist(m.Values, got)
	case OpContains:
		return !slices.ContainsFunc(m.Values, func(want Value) bool {
			return !slices.ContainsFunc(got, func(v Value) bool {
				// A text of a single-valued field contains a text; of a list, an element equals it.
				return equal(want, v) || !m.list && v.Type == Text && strings.Contains(v.Text, want.Text)
			})
		})
	default:
		return len(got) > 0 && !slices.ContainsFunc(got, func(v Value) bool { return !m.each(v) })
	}
}

// each reports whether one value holds.
func (m *Matcher) each(got Value) bool {
	switch m.Op {
	case OpIs, OpOneOf:
		return slices.ContainsFunc(m.Values, func(want Value) bool { return equal(want, got) })
	case OpGreater:
		return got.Num > m.Values[0].Num
	case OpAtLeast:
		return got.Num >= m.Values[0].Num
	case OpLess:
		return got.Num < m.Values[0].Num
	case OpAtMost:
		return got.Num <= m.Values[0].Num
	case OpRegex:
		return m.Regexp.MatchString(got.Text)
	case OpCIDR:
		want := netip.PrefixFrom(m.Values[0].Addr, m.Values[0].Bits)
		return want.Contains(got.Addr.Unmap()) && (got.Type != Prefix || got.Bits >= want.Bits())
	default:
		return false
	}
}

// equal compares a value that is wanted with one that was observed.
func equal(want, got Value) bool {
	switch want.Type {
	case Number, Duration:
		return want.Num == got.Num
	case IP:
		return want.Addr == got.Addr
	case Prefix:
		return (!want.Addr.IsValid() || want.Addr == got.Addr) && (want.Bits < 0 || want.Bits == got.Bits)
	case AddrPort:
		return (!want.Addr.IsValid() || want.Addr == got.Addr.Unmap() || want.Addr == got.Addr) && (want.Port < 0 || want.Port == got.Port)
	default:
		return want.Text == got.Text
	}
}

// consist reports whether got is want in whichever order: whether they can
// be paired off. A wanted value may equal several, so pairs are re-made.
func consist(want, got []Value) bool {
	if len(want) != len(got) {
		return false
	}
	taken := make([]int, len(got)) // by which of want, from 1
	var pair func(w int, tried []bool) bool
	pair = func(w int, tried []bool) bool {
		for g := range got {
			if tried[g] || !equal(want[w], got[g]) {
				continue
			}
			tried[g] = true
			if taken[g] == 0 || pair(taken[g]-1, tried) {
				taken[g] = w + 1
				return true
			}
		}
		return false
	}
	for w := range want {
		if !pair(w, make([]bool, len(got))) {
			return false
		}
	}
	return true
}
