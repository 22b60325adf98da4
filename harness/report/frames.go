package report

import (
	"fmt"
	"strings"

	"github.com/netrig/netrig/harness/suite"
)

// The layout of a table of frames.
const (
	alike    = 4  // rows in a row with one mark, beyond which the middle is left out
	infoRoom = 30 // columns that what a frame says is to have, beside its addresses
	mostMark = 24 // columns of a mark
	mostName = 40 // columns of a capture point's name
	infoRows = 3  // lines that it may take where the frame is one that matters
)

// row is one frame of a table.
type row struct {
	mark, number, offset, point string
	summary                     string
	from, to, protocol, info    string // the parts of summary, where it has them
	ink                         ink    // of the mark
	skipped                     int    // instead of a frame: how many of that mark are left out
}

// frames writes a table of frames: what each is to the assertion, its number
// in the capture file, seconds since the first frame, where it was seen
// (unless all were seen at one point, which the caller tells), and what it
// says, which is cut to one line where the frame is none that matters. In a
// failure the columns are named.
func (p *printer) frames(margin int, lines []suite.FrameLine, failure bool) {
	if len(lines) == 0 {
		return
	}
	rows, parted := rowsOf(lines)
	var w struct{ mark, number, offset, point, from, to, protocol int }
	for _, r := range rows {
		w.mark = max(w.mark, columns(r.mark))
		w.number, w.offset = max(w.number, len(r.number)), max(w.offset, len(r.offset))
		w.point = max(w.point, columns(r.point))
		w.from, w.to, w.protocol = max(w.from, columns(r.from)), max(w.to, columns(r.to)), max(w.protocol, columns(r.protocol))
	}
	if failure {
		w.number, w.offset = max(w.number, len("frame")), max(w.offset, len("seconds"))
	}
	head := func(mark, number, offset, point string) (left, right string) {
		right = fmt.Sprintf("  %*s  %*s  ", w.number, number, w.offset, offset)
		if w.point > 0 {
			right += pad(point, w.point) + "  "
		}
		return pad(mark, w.mark), right
	}
	left, right := head("", "frame", "seconds", "at")
	if failure {
		p.line(margin, faint(left+right))
	}
	room := p.width - margin - columns(left+right)
	ends := w.from + columns(" → ") + w.to + 2 + w.protocol + 2
	aligned := parted && room-ends >= infoRoom
	for _, r := range rows {
		if r.skipped > 0 {
			left, _ := head(r.mark, "", "", "")
			p.line(margin, span{left, r.ink}, faint(fmt.Sprintf("  … %d more", r.skipped)))
			continue
		}
		left, right := head(r.mark, r.number, r.offset, r.point)
		said, info, infoAt := plain, r.summary, room
		if r.mark == "" {
			said = dim
		}
		spans := []span{{left, r.ink}, faint(right)}
		if aligned {
			spans = append(spans, span{pad(r.from, w.from) + " → " + pad(r.to, w.to) + "  " + pad(r.protocol, w.protocol) + "  ", said})
			info, infoAt = r.info, room-ends
		}
		infoAt = max(infoAt, narrowest)
		if r.mark != "" {
			p.whole(margin, spans, info, infoAt)
		} else {
			p.line(margin, append(spans, span{cut(info, infoAt), said})...)
		}
	}
}

// whole writes what a frame says behind the rest of its row, on as many
// lines as it takes, within reason.
func (p *printer) whole(margin int, left []span, s string, room int) {
	under := margin
	for _, l := range left {
		under += columns(l.text)
	}
	lines := wrap(s, room)
	if len(lines) > infoRows {
		lines = append(lines[:infoRows-1], cut(strings.Join(lines[infoRows-1:], " "), room))
	}
	for n, l := range lines {
		if n == 0 {
			p.line(margin, append(left, text(l))...)
		} else {
			p.line(under, text(l))
		}
	}
}

// rowsOf prepares the rows of a table. parted reports that every summary has
// the form "SOURCE → DESTINATION PROTOCOL WHAT IT SAYS".
func rowsOf(lines []suite.FrameLine) (rows []row, parted bool) {
	parted = true
	_, single := onePoint(lines)
	for i := 0; i < len(lines); i++ {
		f := lines[i]
		if n := sameMark(lines[i:]); n > alike && i > 0 && lines[i-1].Mark == f.Mark {
			// The first of them is shown, and the last.
			rows = append(rows, row{mark: cut(visible(f.Mark), mostMark), ink: markInk(f.Mark), skipped: n - 1})
			i += n - 2
			continue
		}
		r := row{
			mark: cut(visible(f.Mark), mostMark), number: fmt.Sprint(f.Number), offset: fmt.Sprintf("%.6f", f.Offset),
			summary: visible(f.Summary), ink: markInk(f.Mark),
		}
		if !single {
			r.point = cut(visible(f.Point), mostName)
		}
		if parts := strings.SplitN(r.summary, " ", 5); len(parts) >= 4 && parts[1] == "→" {
			r.from, r.to, r.protocol = parts[0], parts[2], parts[3]
			r.info = strings.Join(parts[4:], "")
		} else {
			parted = false
		}
		rows = append(rows, r)
	}
	return rows, parted
}

// sameMark is how many lines from the first on have its mark, none being no
// mark to leave out.
func sameMark(lines []suite.FrameLine) int {
	n := 0
	for n < len(lines) && lines[0].Mark != "" && lines[n].Mark == lines[0].Mark {
		n++
	}
	return n
}

// onePoint returns the capture point that all frames have, if they have one.
func onePoint(lines []suite.FrameLine) (point string, ok bool) {
	for _, f := range lines {
		if f.Point != lines[0].Point {
			return "", false
		}
		point = f.Point
	}
	return point, len(lines) > 0
}

// markInk tells what matched from what did not.
func markInk(m string) ink {
	switch {
	case m == "":
		return plain
	case m[0] >= '0' && m[0] <= '9' || m == "last counted":
		return green
	}
	return red
}
