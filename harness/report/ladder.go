package report

import (
	"fmt"
	"slices"
	"strings"

	"github.com/netrig/netrig/harness/suite"
)

// The layout of a ladder.
const (
	leastRoom = 12 // columns of a terminal from one node to the next
	mostNode  = 16 // columns of a node's name
	saysRoom  = 60 // columns that a frame's addresses are left out below, as the arrows tell them
)

// glyphs are what a ladder is drawn with.
type glyphs struct {
	side, line, right, left, start, end, cross string
	fate                                       map[suite.Fate]string
	ellipsis, cut                              string // frames that are left out, and text
}

// plain returns text that was cut.
func (g glyphs) plain(s string) string { return strings.ReplaceAll(s, "…", g.cut) }

var (
	drawn = glyphs{
		side: "│", line: "─", right: "▶", left: "◀", start: "├", end: "┤", cross: "┼", ellipsis: "⋮", cut: "…",
		fate: map[suite.Fate]string{suite.FateLost: "✗", suite.FateLate: "○", suite.FateArrives: "○", suite.FateChanged: "≠", suite.FateAgain: "+"},
	}
	typed = glyphs{
		side: "|", line: "-", right: ">", left: "<", start: "|", end: "|", cross: "|", ellipsis: ":", cut: "~",
		fate: map[suite.Fate]string{suite.FateLost: "x", suite.FateLate: "o", suite.FateArrives: "o", suite.FateChanged: "#", suite.FateAgain: "+"},
	}
)

// fates say in words what the glyphs mean, in the order of the legend.
var fates = [...]struct {
	fate suite.Fate
	says string
}{
	{suite.FateLost, "lost on the way"},
	{suite.FateLate, "later than what was sent meanwhile"},
	{suite.FateChanged, "changed on the way"},
	{suite.FateAgain, "once more"},
}

// ladder draws the frames of a failure from node to node. It reports false where
// there is no room for that, and then has drawn nothing.
func (p *printer) ladder(margin int, f *suite.Finding) bool {
	if f.Ladder == nil {
		return false
	}
	g := drawn
	if p.ascii {
		g = typed
	}
	l := f.Ladder
	names := make([]string, len(l.Nodes))
	room := leastRoom
	for i, n := range l.Nodes {
		names[i] = g.plain(cut(visible(n), mostNode))
		room = max(room, columns(names[i])+2)
	}
	var w struct{ mark, number, offset int }
	w.number, w.offset = len("frame"), len("seconds")
	for _, r := range l.Rungs {
		if r.Skipped == 0 {
			w.mark = max(w.mark, columns(cut(visible(r.Frame.Mark), mostMark)))
			w.number, w.offset = max(w.number, len(fmt.Sprint(r.Frame.Number))), max(w.offset, len(fmt.Sprintf("%.6f", r.Frame.Offset)))
		}
	}
	head := func(mark, number, offset string) string {
		return fmt.Sprintf("%s  %*s  %*s  ", pad(mark, w.mark), w.number, number, w.offset, offset)
	}
	titles := make([]string, len(names))
	for i, n := range names {
		titles[i] = pad(n, room)
	}
	says := p.width - margin - columns(head("", "", "")) - room*(len(names)-1) - 3
	if says < narrowest {
		return false
	}
	p.line(margin, text("frames between "+strings.Join(names[:len(names)-1], ", ")+" and "+names[len(names)-1]))
	p.line(margin, faint(strings.TrimRight(head("", "frame", "seconds")+strings.Join(titles, ""), " ")))
	used := map[suite.Fate]bool{}
	for _, r := range l.Rungs {
		if r.Skipped > 0 {
			p.line(margin, faint(head("", "", g.ellipsis)+sides(g, len(names), room)+fmt.Sprintf("  %d more", r.Skipped)))
			continue
		}
		used[r.Fate] = true
		mark, said, info := cut(visible(r.Frame.Mark), mostMark), plain, visible(r.Frame.Summary)
		if mark == "" {
			said = dim
		}
		if parts := strings.SplitN(info, " ", 4); says < saysRoom && len(parts) == 4 && parts[1] == "→" {
			info = parts[3]
		}
		if p.ascii {
			info = strings.ReplaceAll(info, "→", "->")
		}
		info = g.plain(cut(info, says))
		arrow := span{g.arrow(r, l.Nodes, room), said}
		if r.Fate == suite.FateLost {
			arrow.ink = red
		}
		left := head(mark, fmt.Sprint(r.Frame.Number), fmt.Sprintf("%.6f", r.Frame.Offset))
		p.line(margin, span{left[:len(pad(mark, w.mark))], markInk(r.Frame.Mark)}, faint(left[len(pad(mark, w.mark)):]), arrow, span{"  " + info, said})
	}
	var legend []string
	for _, x := range fates {
		if used[x.fate] {
			legend = append(legend, g.fate[x.fate]+" "+x.says)
		}
	}
	if len(legend) > 0 {
		p.hang(margin, nil, strings.Join(legend, ", "), dim)
	}
	return true
}

// sides are the lines of the nodes, without a frame between them.
func sides(g glyphs, nodes, room int) string {
	return strings.Repeat(g.side+strings.Repeat(" ", room-1), nodes-1) + g.side
}

// arrow draws a frame between the lines of the nodes.
func (g glyphs) arrow(r suite.Rung, nodes []string, room int) string {
	cells := make([]string, room*(len(nodes)-1)+1)
	for i := range cells {
		cells[i] = " "
		if i%room == 0 {
			cells[i] = g.side
		}
	}
	from, to := room*slices.Index(nodes, r.From), room*slices.Index(nodes, r.To)
	if from < 0 || to < 0 || from == to {
		return strings.Join(cells, "")
	}
	step, tip, start := 1, g.right, g.start
	if to < from {
		step, tip, start = -1, g.left, g.end
	}
	middle := (from + to) / 2
	begin, stop := from, to // what the line goes between
	switch r.Fate {
	case suite.FateLost, suite.FateLate:
		stop = middle
	case suite.FateArrives, suite.FateAgain:
		begin = middle
	default:
	}
	for i := begin; i != stop; i += step {
		switch {
		case i == from:
			cells[i] = start
		case i%room == 0:
			cells[i] = g.cross
		default:
			cells[i] = g.line
		}
	}
	if stop == to {
		cells[to-step] = tip
	}
	if mark := g.fate[r.Fate]; mark != "" {
		cells[middle] = mark
	}
	return strings.Join(cells, "")
}
