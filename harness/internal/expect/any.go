package expect

import "github.com/netrig/netrig/harness/suite"

// anyOrder looks for the steps in whichever order (order: any): a counted
// step has every frame that matches, any other one a frame of its own.
func (s *search) anyOrder() bool {
	if !s.pairUp() {
		return false
	}
	for i := range s.deps {
		if s.deps[i] != 0 {
			return s.place(0, map[int32]bool{})
		}
	}
	for i, st := range s.steps {
		if st.Counted && !s.placeAll(i, st.Count) {
			return false
		}
	}
	return true
}

// pairUp finds a frame for each step that refers to no other, no frame
// twice: without that there is nothing to search. Pairs are re-made along
// augmenting paths, so it fails only where there is no way.
func (s *search) pairUp() bool {
	owner := map[int32]int{}
	var pair func(i int, tried map[int32]bool) bool
	pair = func(i int, tried map[int32]bool) bool {
		for f := range s.pool {
			g := int32(f)
			if tried[g] || !s.matches(i, f) {
				continue
			}
			tried[g] = true
			if k, taken := owner[g]; !taken || pair(k, tried) {
				owner[g] = i
				return true
			}
		}
		return false
	}
	for i, st := range s.steps {
		if s.deps[i] == 0 && !st.Counted && !pair(i, map[int32]bool{}) {
			if s.spent {
				return false
			}
			for f, k := range owner {
				s.groups[k] = group{f}
			}
			s.note(i, 0, nil, false)
			return false
		}
	}
	for f, k := range owner {
		s.groups[k] = group{f}
	}
	return true
}

// place finds frames for the steps from i on, none of them used.
func (s *search) place(i int, used map[int32]bool) bool {
	if i == len(s.steps) {
		return true
	}
	s.note(i, 0, nil, false)
	s.groups[i] = s.groups[i][:0]
	if s.steps[i].Counted {
		return s.placeAll(i, s.steps[i].Count) && s.place(i+1, used)
	}
	for f := range s.pool {
		g := int32(f)
		if s.spent {
			return false
		}
		if used[g] || !s.matches(i, f) {
			continue
		}
		used[g] = true
		s.groups[i] = append(s.groups[i][:0], g)
		if s.place(i+1, used) {
			return true
		}
		delete(used, g)
	}
	s.groups[i] = s.groups[i][:0]
	return false
}

// placeAll gives a counted step every frame that matches.
func (s *search) placeAll(i int, want suite.Range) bool {
	s.groups[i] = s.groups[i][:0]
	for f := range s.pool {
		if s.matches(i, f) {
			s.groups[i] = append(s.groups[i], int32(f))
		}
	}
	n := len(s.groups[i])
	if want.Holds(n) {
		return true
	}
	s.note(i, 0, s.groups[i], want.Max >= 0 && n > want.Max)
	s.groups[i] = s.groups[i][:0]
	return false
}
