package report

import (
	"fmt"
	"io"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/netrig/netrig/harness/suite"
)

// Progress is one line, rewritten in place, that says what a run is doing.
// It is for terminals alone. Its methods may be called from several
// goroutines; what cannot be written is dropped.
type Progress struct {
	w     io.Writer
	width int
	total int

	mu      sync.Mutex
	done    int
	bad     int
	running []string // cases under way, in the order they began
	doing   map[string]string
	shown   bool
}

// NewProgress returns the progress of a run of total cases, on a terminal
// that is width columns wide.
func NewProgress(w io.Writer, width, total int) *Progress {
	return &Progress{w: w, width: width, total: total, doing: map[string]string{}}
}

// Doing says what a case is doing now, as in "boot" or "ping pc1 -> pc2".
func (p *Progress) Doing(name, what string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if _, ok := p.doing[name]; !ok {
		p.running = append(p.running, name)
	}
	p.doing[name] = what
	p.draw()
}

// Done says that a case ended.
func (p *Progress) Done(name string, v suite.Verdict) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.done++
	if v == suite.Failed || v == suite.Errored {
		p.bad++
	}
	delete(p.doing, name)
	for i, r := range p.running {
		if r == name {
			p.running = append(p.running[:i], p.running[i+1:]...)
			break
		}
	}
	p.draw()
}

// Clear removes the line.
func (p *Progress) Clear() {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.shown {
		_, _ = io.WriteString(p.w, "\r\x1b[K")
		p.shown = false
	}
}

func (p *Progress) draw() {
	line := fmt.Sprintf("%d/%d", p.done, p.total)
	if p.bad > 0 {
		line += fmt.Sprintf(" (%d bad)", p.bad)
	}
	for _, r := range p.running {
		line += "  " + r + ": " + p.doing[r]
	}
	_, _ = io.WriteString(p.w, "\r\x1b[K"+fit(line, p.width-1))
	p.shown = true
}

// fit cuts a line to width columns and keeps control characters out.
func fit(s string, width int) string {
	s = strings.Map(func(r rune) rune {
		if r < 0x20 || r == 0x7f {
			return ' '
		}
		return r
	}, s)
	if width < 1 {
		return ""
	}
	if utf8.RuneCountInString(s) <= width {
		return s
	}
	runes := []rune(s)
	return string(runes[:width-1]) + "…"
}
