package expect

import (
	"cmp"
	"hash/maphash"
	"slices"
	"time"

	"github.com/netrig/netrig/harness/packet"
	"github.com/netrig/netrig/harness/suite"
	"github.com/netrig/netrig/topology"
)

// The bounds of a ladder.
const (
	maxColumns = 4                // nodes
	maxRungs   = 18               // frames
	maxMarked  = 8                // of these, those that are there whatever is around
	slow       = time.Millisecond // a frame that is longer on its way than this shows where it leaves and where it arrives
)

// hop is one frame on its way over one link.
type hop struct {
	from, to string
	sent     *packet.Frame // nil: nobody saw it sent
	arrived  *packet.Frame // nil: it did not arrive, or there is nobody who would see it
	fate     suite.Fate
}

func (h *hop) at() time.Time {
	if h.sent != nil {
		return h.sent.Time
	}
	return h.arrived.Time
}

// ladder draws the frames of a finding from node to node, with what became of them
// on the way; nil where that is not known.
func (j *judge) ladder(lines []suite.FrameLine) *suite.Ladder {
	links, nodes := j.ladderLinks(lines)
	if len(links) == 0 {
		return nil
	}
	var hops []hop
	var points []string
	for _, l := range links {
		one, ok := j.hops(l)
		if !ok {
			return nil
		}
		hops = append(hops, one...)
		points = append(points, l.A.String(), l.B.String())
	}
	j.ev.Dissect(points, j.c.Dissect)
	rungs := j.rungs(hops, lines)
	if len(rungs) == 0 {
		return nil
	}
	return &suite.Ladder{Nodes: nodes, Rungs: rungs}
}

// ladderLinks picks the links whose ends the frames were seen at, those of frames
// that are marked first, and those that switches and routers among their nodes pass
// frames on by; and puts the nodes beside those that they are linked to.
func (j *judge) ladderLinks(lines []suite.FrameLine) (links []*topology.Link, nodes []string) {
	weight := map[string]int{} // of points
	for _, l := range lines {
		weight[l.Point]++
		if l.Mark != "" {
			weight[l.Point] += len(lines)
		}
	}
	of := func(l *topology.Link) int { return weight[l.A.String()] + weight[l.B.String()] }
	all := slices.Clone(j.c.Topology.Links)
	slices.SortStableFunc(all, func(a, b *topology.Link) int { return cmp.Compare(of(b), of(a)) })
	add := func(l *topology.Link) {
		var fresh []string
		for _, n := range [...]string{l.A.Node, l.B.Node} {
			if !slices.Contains(nodes, n) {
				fresh = append(fresh, n)
			}
		}
		if slices.Contains(links, l) || len(nodes)+len(fresh) > maxColumns {
			return
		}
		links, nodes = append(links, l), append(nodes, fresh...)
	}
	for _, l := range all {
		if of(l) > 0 {
			add(l)
		}
	}
	// What switches and routers pass on, where most goes to first.
	traffic := j.traffic(lines)
	of = func(l *topology.Link) int { return traffic[l.A.String()] + traffic[l.B.String()] }
	slices.SortStableFunc(all, func(a, b *topology.Link) int { return cmp.Compare(of(b), of(a)) })
	for range maxColumns {
		for _, l := range all {
			if of(l) > 0 && (j.passes(l.A.Node, nodes) || j.passes(l.B.Node, nodes)) {
				add(l)
			}
		}
	}
	return links, columnsOf(links, nodes)
}

// passes reports whether a node is one of these, and passes frames on.
func (j *judge) passes(name string, nodes []string) bool {
	n := j.c.Topology.Node(name)
	return n != nil && n.Kind != topology.Host && slices.Contains(nodes, name)
}

// traffic counts the frames at each point in the time that lines are of.
func (j *judge) traffic(lines []suite.FrameLine) map[string]int {
	count := map[string]int{}
	first, last := lines[0].Time, lines[len(lines)-1].Time
	for _, f := range j.ev.Frames {
		if !f.Time.Before(first.Add(-slow)) && !f.Time.After(last.Add(slow)) {
			count[f.Point]++
		}
	}
	return count
}

// columnsOf orders nodes along their links, from one that has a single link.
func columnsOf(links []*topology.Link, nodes []string) []string {
	beside := map[string][]string{}
	for _, l := range links {
		beside[l.A.Node] = append(beside[l.A.Node], l.B.Node)
		beside[l.B.Node] = append(beside[l.B.Node], l.A.Node)
	}
	var order []string
	var walk func(n string)
	walk = func(n string) {
		if slices.Contains(order, n) {
			return
		}
		order = append(order, n)
		for _, o := range beside[n] {
			walk(o)
		}
	}
	for _, n := range nodes {
		if len(beside[n]) == 1 {
			walk(n)
		}
	}
	for _, n := range nodes {
		walk(n)
	}
	return order
}

// hops follows the frames of a link. It is not ok where the recording does not say
// which way they went.
func (j *judge) hops(l *topology.Link) (hops []hop, ok bool) {
	for _, way := range [...][2]topology.Endpoint{{l.A, l.B}, {l.B, l.A}} {
		out, in := way[0].String(), way[1].String()
		var sent, arrived []*packet.Frame
		for _, f := range j.ev.Frames {
			switch {
			case f.Point != out && f.Point != in:
			case f.Direction == packet.Unknown:
				return nil, false
			case f.Point == out && f.Direction == packet.Out:
				sent = append(sent, f)
			case f.Point == in && f.Direction == packet.In:
				arrived = append(arrived, f)
			}
		}
		one := pair(sent, arrived, j.complete(out), j.complete(in))
		for i := range one {
			one[i].from, one[i].to = way[0].Node, way[1].Node
		}
		hops = append(hops, one...)
	}
	slices.SortStableFunc(hops, func(a, b hop) int { return a.at().Compare(b.at()) })
	return hops, true
}

// complete reports whether every frame at a point was recorded, as far as is known.
func (j *judge) complete(point string) bool {
	p := j.points[point]
	return p != nil && p.Dropped == 0 && (j.ev.Capture == "" || p.Captured > 0)
}

// pair finds for each frame that was sent the one that arrived. What is left of
// either is told apart where both ends saw all there was.
func pair(sent, arrived []*packet.Frame, senderSees, receiverSees bool) []hop {
	hops := make([]hop, 0, len(sent))
	sum := sums{maphash.MakeSeed()}
	waiting, known := map[uint64][]int{}, map[uint64]bool{} // by the octets
	for i, f := range sent {
		hops = append(hops, hop{sent: f})
		k := sum.of(f)
		waiting[k], known[k] = append(waiting[k], i), true
	}
	var rest []*packet.Frame
	for _, f := range arrived {
		k := sum.of(f)
		if w := waiting[k]; len(w) > 0 && !sent[w[0]].Time.After(f.Time) {
			hops[w[0]].arrived = f
			waiting[k] = w[1:]
			continue
		}
		rest = append(rest, f)
	}
	if !receiverSees {
		return hops
	}
	for _, f := range rest {
		h := hop{arrived: f}
		switch i := changedFrom(hops, f); {
		case !senderSees:
		case known[sum.of(f)]:
			h.fate = suite.FateAgain
		case i >= 0:
			hops[i].arrived, hops[i].fate = f, suite.FateChanged
			continue
		}
		hops = append(hops, h)
	}
	for i := range hops {
		if hops[i].arrived == nil {
			hops[i].fate = suite.FateLost
		}
	}
	return hops
}

// changedFrom finds the frame that may have become one that nobody sent: of those
// that did not arrive the last before it of its length, or of any; -1 for none.
func changedFrom(hops []hop, f *packet.Frame) int {
	const patience = time.Second
	best := -1
	for i, h := range hops {
		if h.sent == nil || h.arrived != nil || h.sent.Time.After(f.Time) || f.Time.Sub(h.sent.Time) > patience {
			continue
		}
		if best < 0 || h.sent.Length == f.Length || hops[best].sent.Length != f.Length {
			best = i
		}
	}
	return best
}

// sums tells frames apart by a sum of their octets, as they arrive where short ones
// are padded.
type sums struct{ seed maphash.Seed }

var padding [60]byte

func (s sums) of(f *packet.Frame) uint64 {
	if len(f.Data) >= len(padding) {
		return maphash.Bytes(s.seed, f.Data)
	}
	padded := padding
	copy(padded[:], f.Data)
	return maphash.Bytes(s.seed, padded[:])
}

// rungs makes the lines of a ladder: those that the marked frames are on, and those
// around the one that went wrong.
func (j *judge) rungs(hops []hop, lines []suite.FrameLine) []suite.Rung {
	slices.SortStableFunc(hops, func(a, b hop) int { return a.at().Compare(b.at()) })
	marks, shown := map[int]string{}, map[int]bool{}
	for _, l := range lines {
		marks[l.Number], shown[l.Number] = l.Mark, true
	}
	var rungs []suite.Rung
	var listed []bool // it is one of lines
	add := func(h *hop, f *packet.Frame, fate suite.Fate, more *packet.Frame) {
		line := j.frameLine(f, marks[j.number(f)])
		is := shown[line.Number]
		if more != nil {
			n := j.number(more)
			is = is || shown[n]
			if m := marks[n]; m != "" && line.Mark == "" {
				line = j.frameLine(more, m)
				line.Time, line.Offset = f.Time, j.frameLine(f, "").Offset
			}
		}
		rungs, listed = append(rungs, suite.Rung{From: h.from, To: h.to, Fate: fate, Frame: line}), append(listed, is)
	}
	for i := range hops {
		switch h := &hops[i]; {
		case h.sent == nil:
			add(h, h.arrived, h.fate, nil)
		case h.arrived == nil:
			add(h, h.sent, h.fate, nil)
		case h.fate == "" && h.arrived.Time.Sub(h.sent.Time) > slow && i+1 < len(hops) && hops[i+1].at().Before(h.arrived.Time):
			add(h, h.sent, suite.FateLate, nil)
			add(h, h.arrived, suite.FateArrives, nil)
		default:
			add(h, h.sent, h.fate, h.arrived)
		}
	}
	order := make([]int, len(rungs))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return rungs[a].Frame.Time.Compare(rungs[b].Frame.Time) })
	sorted, of := make([]suite.Rung, len(rungs)), make([]bool, len(rungs))
	for i, k := range order {
		sorted[i], of[i] = rungs[k], listed[k]
	}
	return pick(sorted, of)
}

// pick leaves out rungs beyond maxRungs.
func pick(rungs []suite.Rung, listed []bool) []suite.Rung {
	var marked []int
	focus := -1 // where it went wrong, else the last that is marked, or is listed
	certain := false
	for i, r := range rungs {
		switch m := r.Frame.Mark; {
		case m == "nearest" || m == "violation":
			marked, focus, certain = append(marked, i), i, true
		case m != "":
			marked = append(marked, i)
			if !certain {
				focus = i
			}
		case listed[i] && len(marked) == 0:
			focus = i
		}
	}
	if focus < 0 {
		return nil
	}
	if n := len(marked); n > maxMarked {
		marked = append(marked[:maxMarked/2:maxMarked/2], marked[n-maxMarked/2:]...)
	}
	keep := map[int]bool{focus: true}
	for _, i := range marked {
		keep[i] = true
	}
	for d := 1; d < len(rungs) && len(keep) < maxRungs; d++ {
		for _, i := range [...]int{focus + d, focus - d} {
			if i >= 0 && i < len(rungs) && len(keep) < maxRungs {
				keep[i] = true
			}
		}
	}
	var picked []suite.Rung
	skipped := 0
	for i, r := range rungs {
		if !keep[i] {
			skipped++
			continue
		}
		if skipped > 0 && len(picked) > 0 {
			picked = append(picked, suite.Rung{Skipped: skipped})
		}
		picked, skipped = append(picked, r), 0
	}
	return picked
}
