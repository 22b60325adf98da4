package report

import (
	"fmt"
	"io"
	"strings"
	"sync"

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
	parts := []string{fmt.Sprintf("%d of %d done", p.done, p.total)}
	if p.bad > 0 {
		parts[0] += fmt.Sprintf(", %d not passed", p.bad)
	}
	for _, r := range p.running {
		parts = append(parts, r+": "+p.doing[r])
	}
	// One column stays free: some terminals go on to the next line when the
	// last one is filled, and the line could not be taken back.
	_, _ = io.WriteString(p.w, "\r\x1b[K"+cut(visible(strings.Join(parts, "  ·  ")), p.width-1))
	p.shown = true
}
