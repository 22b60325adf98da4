package packet

import (
	"bytes"
	"container/heap"
	"slices"
)

// datagram is what has come of one, or of a message that a stream carries. That it
// takes no more time per piece when there are many is what keeps hostile ones cheap.
type datagram struct {
	pieces  []piece // by offset, unless tangled
	room    []byte  // octets of the pieces that came in order, from the first on
	end     int     // the datagram's length; -1 until the last fragment came
	octets  int     // of all pieces
	reach   int     // octets from the beginning on of which none is missing
	late    gaps    // pieces behind the first octet that is missing
	tangled bool
	whole   []byte // once complete
}

// piece is one fragment.
type piece struct {
	frame                        sighting
	off, n                       int
	b                            []byte // nil where they stand in the datagram's room
	overlap, conflict, tail, far bool
	again                        bool // it says nothing new
}

// span is where a piece begins and ends.
type span struct{ off, end int }

// gaps are pieces that came early, as container/heap has them: that with the lowest
// offset first.
type gaps []span

func (h gaps) Len() int           { return len(h) }
func (h gaps) Less(i, j int) bool { return h[i].off < h[j].off }
func (h gaps) Swap(i, j int)      { h[i], h[j] = h[j], h[i] }
func (h *gaps) Push(x any)        { *h = append(*h, x.(span)) }

func (h *gaps) Pop() any {
	last := len(*h) - 1
	s := (*h)[last]
	*h = (*h)[:last]
	return s
}

// insert adds a piece, and copies its octets lest they hold those of other frames.
func (g *datagram) insert(p piece, b []byte) {
	p.n = len(b)
	if p.off == g.octets && len(g.room) == g.octets {
		g.room = append(g.room, b...)
	} else {
		p.b = bytes.Clone(b)
	}
	g.tangled = g.tangled || len(g.pieces) > 0 && p.off < g.pieces[len(g.pieces)-1].off
	g.pieces = append(g.pieces, p)
	g.octets += len(b)
	if p.off > g.reach {
		heap.Push(&g.late, span{p.off, p.off + p.n})
		return
	}
	g.reach = max(g.reach, p.off+p.n)
	for len(g.late) > 0 && g.late[0].off <= g.reach {
		next, _ := heap.Pop(&g.late).(span)
		g.reach = max(g.reach, next.end)
	}
}

// of is the octets of a piece.
func (g *datagram) of(p *piece) []byte {
	if p.b != nil {
		return p.b
	}
	return g.room[p.off : p.off+p.n]
}

// complete tells whether every octet up to the end is there.
func (g *datagram) complete() bool {
	return g.end >= 0 && len(g.late) == 0 && g.reach >= g.end
}

// join puts the fragments to where they belong. Where two claim the same octet the one
// at the lower offset has it, the earlier of two at one offset.
func (g *datagram) join() {
	if len(g.room) == g.octets && g.octets == g.end { // where they are already
		g.whole = slices.Clip(g.room)
		return
	}
	if g.tangled {
		slices.SortStableFunc(g.pieces, func(p, q piece) int { return p.off - q.off })
		g.tangled = false
	}
	g.whole = make([]byte, 0, g.end)
	for i := range g.pieces {
		p := &g.pieces[i]
		b := g.of(p)
		if p.off+len(b) > g.end {
			p.far = true
			b = b[:max(g.end-p.off, 0)]
		}
		seen := len(g.whole) - p.off
		if seen > 0 && len(b) > 0 {
			common := min(seen, len(b))
			p.overlap = true
			p.conflict = !bytes.Equal(g.whole[p.off:p.off+common], b[:common])
			p.again = p.off+p.n <= len(g.whole)
			b = b[common:]
		}
		g.whole = append(g.whole, b...)
	}
}

// release lets go of the octets.
func (g *datagram) release() {
	g.pieces, g.room, g.late, g.whole = nil, nil, nil, nil
}
