package report

import (
	"fmt"
	"io"
	"strings"

	"github.com/netrig/netrig/harness/suite"
)

// ink is how a span looks: the parameters of an ANSI "select graphic
// rendition" (ECMA-48, Section 8.3.117), empty for plain.
type ink string

const (
	plain   ink = ""
	bold    ink = "1"
	dim     ink = "2"
	red     ink = "31"
	green   ink = "32"
	yellow  ink = "33"
	magenta ink = "35"
)

// span is text in one ink. Its text is visible.
type span struct {
	text string
	ink  ink
}

func text(s string) span                    { return span{text: visible(s)} }
func textf(format string, args ...any) span { return text(fmt.Sprintf(format, args...)) }
func faint(s string) span                   { return span{visible(s), dim} }
func strong(s string) span                  { return span{visible(s), bold} }

// verdictInk is the colour of a verdict.
func verdictInk(v suite.Verdict) ink {
	switch v {
	case suite.Passed:
		return green
	case suite.Failed:
		return red
	case suite.Skipped:
		return yellow
	case suite.Errored:
	}
	return magenta
}

// mark is what stands before something with a verdict, so that colour is
// never needed.
func mark(v suite.Verdict) span {
	sign := "!"
	switch v {
	case suite.Passed:
		sign = "✓"
	case suite.Failed:
		sign = "✗"
	case suite.Skipped:
		sign = "-"
	case suite.Errored:
	}
	return span{sign, verdictInk(v)}
}

// printer writes lines and remembers the first error.
type printer struct {
	w     io.Writer
	color bool
	ascii bool
	width int // columns
	err   error
}

// line writes spans, one after the other, behind a margin.
func (p *printer) line(margin int, spans ...span) {
	if p.err != nil {
		return
	}
	var b strings.Builder
	b.WriteString(strings.Repeat(" ", margin))
	for _, s := range spans {
		// Once more, so that no span can be made that is not visible.
		if t := visible(s.text); p.color && s.ink != plain && t != "" {
			b.WriteString("\x1b[" + string(s.ink) + "m" + t + "\x1b[0m")
		} else {
			b.WriteString(t)
		}
	}
	_, p.err = io.WriteString(p.w, strings.TrimRight(b.String(), " ")+"\n")
}

// blank writes an empty line.
func (p *printer) blank() { p.line(0) }

// hang writes text behind a head, wrapped to the width, every further line
// under the first one's text. Lines of the text stay lines. A head that
// leaves no room stands alone.
func (p *printer) hang(margin int, head []span, s string, i ink) {
	const deeper = 4
	room := margin
	for _, h := range head {
		room += columns(h.text)
	}
	first := true
	if room > p.width/2 {
		p.line(margin, head...)
		room, first = min(margin, p.width/2)+deeper, false
	}
	for l := range strings.SplitSeq(strings.TrimRight(s, "\n"), "\n") {
		for _, w := range wrap(visible(l), min(p.width, proseWidth)-room) {
			if first {
				p.line(margin, append(head, span{w, i})...)
			} else {
				p.line(room, span{w, i})
			}
			first = false
		}
	}
}

// aligned writes a mark and text, and a remark after it: at column at where
// there is room for it, on a line of its own under the text where not.
func (p *printer) aligned(margin int, m, s span, at int, remark string) {
	const deeper = 4
	remark = visible(remark)
	if remark == "" {
		p.line(margin, m, text(" "), s)
		return
	}
	gap := max(at-margin-2-columns(s.text), 2)
	if margin+2+columns(s.text)+gap+columns(remark) <= p.width {
		p.line(margin, m, text(" "), s, text(strings.Repeat(" ", gap)), span{remark, m.ink})
		return
	}
	p.line(margin, m, text(" "), s)
	p.hang(margin+deeper, nil, remark, m.ink)
}
