package packet

// FieldSet is a set of fields of the catalogue. The nil set holds all of them.
type FieldSet struct {
	words [dataLast/64 + 1]uint64
}

// NewFieldSet returns the set of these fields.
func NewFieldSet(ids ...FieldID) *FieldSet {
	s := new(FieldSet)
	for _, id := range ids {
		if int(id) < len(catalogue) {
			s.add(id)
		}
	}
	return s
}

func (s *FieldSet) add(id FieldID) { s.words[id/64] |= 1 << (id % 64) }

// with is the set with the fields of another.
func (s *FieldSet) with(other *FieldSet) *FieldSet {
	if s == nil || other == nil {
		return nil
	}
	all := *s
	for i, w := range other.words {
		all.words[i] |= w
	}
	return &all
}

// Has reports whether the field is in the set.
func (s *FieldSet) Has(id FieldID) bool {
	return s == nil || s.words[id/64]&(1<<(id%64)) != 0
}

// any reports whether a field from first up to, not including, end is in the set.
func (s *FieldSet) any(first, end FieldID) bool {
	if s == nil {
		return true
	}
	for first < end {
		next := min((first|63)+1, end)
		word := s.words[first/64] >> (first % 64)
		if word<<(64-(next-first)) != 0 {
			return true
		}
		first = next
	}
	return false
}

// without is the set, which is not nil, less the fields from first up to, not including, end.
func (s *FieldSet) without(first, end FieldID) *FieldSet {
	less := *s
	for ; first < end; first++ {
		less.words[first/64] &^= 1 << (first % 64)
	}
	return &less
}
