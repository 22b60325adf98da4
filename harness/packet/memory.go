package packet

import "time"

// memory remembers what frames leave for later ones, in two generations: when the
// younger is full, the older is forgotten, and what is found again joins the younger.
// Its zero value holds nothing.
type memory[K comparable, V any] struct {
	young, old map[K]V
	turns      int // how often the older generation went
}

// put remembers v, among at most so many.
func (m *memory[K, V]) put(k K, v V, most int) {
	if m.young == nil || len(m.young) >= most/2 {
		m.old, m.young = m.young, map[K]V{}
		m.turns++
	}
	m.young[k] = v
}

func (m *memory[K, V]) empty() bool { return len(m.young) == 0 && len(m.old) == 0 }

// find returns what is remembered.
func (m *memory[K, V]) find(k K, most int) (V, bool) {
	v, ok := m.young[k]
	if !ok {
		if v, ok = m.old[k]; ok {
			m.put(k, v, most)
		}
	}
	return v, ok
}

// take returns what is remembered, and forgets it.
func (m *memory[K, V]) take(k K) (V, bool) {
	v, ok := m.young[k]
	if !ok {
		v, ok = m.old[k]
	}
	delete(m.young, k)
	delete(m.old, k)
	return v, ok
}

// sighting is what is remembered of a frame. It does not hold the frame's octets,
// beside which lie those of many others.
type sighting struct {
	seen   bool // else it is of no frame
	number uint64
	time   time.Time
	frame  *Frame // nil unless later frames tell of this one (Options.Backfill)
}

// sight remembers the frame in hand.
func (d *Dissector) sight() sighting {
	s := sighting{seen: true, number: uint64(d.f.Number), time: d.f.Time}
	if d.o.Backfill {
		s.frame = d.f
	}
	return s
}

// backfill adds to an earlier frame the number of the one in hand.
func (d *Dissector) backfill(s sighting, id FieldID) {
	if s.frame != nil && s.frame != d.f && d.wants(id) {
		s.frame.fields = append(s.frame.fields, Field{ID: id, typ: Uint, Offset: -1, num: uint64(d.f.Number)})
	}
}
