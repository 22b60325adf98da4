package packet

import (
	"net/netip"
	"slices"
)

const (
	maxDatagrams = 256      // datagrams that wait for fragments
	maxFragments = 8192     // fragments of one datagram
	maxDatagram  = 65535    // octets of one datagram: what the IP headers can express
	maxWaiting   = 16 << 20 // octets of all waiting fragments
)

// fragments puts IP datagrams together. Its zero value holds none.
type fragments struct {
	open    map[fragmentKey]*datagram
	order   []fragmentKey // oldest first; may name datagrams that are done
	waiting int           // octets held
}

type fragmentKey struct {
	src, dst netip.Addr
	id       uint64 // with the protocol, where the protocol tells datagrams apart
}

// add takes a fragment and returns the datagram if that completes it.
func (s *fragments) add(key fragmentKey, f sighting, off int, b []byte, more bool) *datagram {
	if off+len(b) > maxDatagram {
		return nil
	}
	if s.open == nil {
		s.open = map[fragmentKey]*datagram{}
	}
	g := s.open[key]
	if g == nil {
		g = &datagram{end: -1}
		s.open[key] = g
		s.order = append(s.order, key)
	}
	if len(g.pieces) >= maxFragments {
		return nil
	}
	p := piece{frame: f, off: off}
	end := off + len(b)
	switch {
	case more:
	case g.end < 0:
		g.end = end
	case g.end != end:
		p.tail = true
	}
	g.insert(p, b)
	s.waiting += len(b)
	if g.complete() {
		g.join()
		s.drop(key)
		return g
	}
	s.shrink(key)
	return nil
}

func (s *fragments) drop(key fragmentKey) {
	if g := s.open[key]; g != nil {
		s.waiting -= g.octets
		delete(s.open, key)
	}
	if len(s.open) == 0 {
		s.order = s.order[:0]
	} else if len(s.order) > 4*maxDatagrams {
		s.order = slices.DeleteFunc(s.order, func(k fragmentKey) bool { return s.open[k] == nil })
	}
}

// shrink forgets the oldest datagrams, but for the one in hand, while there are
// too many of them or they are too big.
func (s *fragments) shrink(hand fragmentKey) {
	for len(s.order) > 1 && (len(s.open) > maxDatagrams || s.waiting > maxWaiting) {
		key := s.order[0]
		s.order = s.order[1:]
		if key != hand {
			s.drop(key)
		} else {
			s.order = append(s.order, key)
		}
	}
}

// fragmentFields are the fields in which a protocol shows how it was put together.
// One that has no field for all of the octets leaves data out.
type fragmentFields struct {
	tree, fragment, overlap, conflict, tails, long, bad, count, in, length, data FieldID

	octets bool // the tree's value is the whole
	cut    bool // a first fragment that is cut short is read on its own
}

// show adds the fragments to the frame that completed the datagram.
func (g *datagram) show(l *layer, ids fragmentFields) {
	reassembled := layer{d: l.d, v: view{b: g.whole, off: -1}}
	n := len(g.whole)
	if ids.octets {
		reassembled.bytes(ids.tree, 0, n)
	} else {
		reassembled.none(ids.tree, 0, n)
	}
	for i := range g.pieces {
		p := &g.pieces[i]
		id := ids.fragment
		if p.overlap && !p.again || p.tail || p.far {
			id = ids.bad
		}
		reassembled.computed(id, 0, p.n, p.frame.number)
		for _, flaw := range [...]struct {
			has bool
			id  FieldID
		}{{p.overlap, ids.overlap}, {p.conflict, ids.conflict}, {p.tail, ids.tails}, {p.far, ids.long}} {
			if flaw.has {
				reassembled.holds(flaw.id)
			}
		}
		l.d.backfill(p.frame, ids.in)
	}
	reassembled.computed(ids.count, 0, 0, uint64(len(g.pieces)))
	if ids.length == 0 {
		return
	}
	reassembled.computed(ids.length, 0, 0, uint64(n))
	if n > 0 && ids.data != 0 {
		reassembled.bytes(ids.data, 0, n)
	}
}
