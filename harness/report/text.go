package report

import (
	"cmp"
	"fmt"
	"io"
	"path/filepath"
	"time"

	"github.com/netrig/netrig/harness/suite"
)

// Style says how text is to look.
type Style struct {
	Color   bool // with ANSI colours
	Verbose bool // also show what passed, with the frames it rests on
	ASCII   bool // arrows are typed, for terminals that cannot draw them
	Width   int  // columns of the terminal; 0 where there is none. What is there to be copied is never broken
}

// The widths of text.
const (
	defaultWidth = 160 // of a log, which can be scrolled
	leastWidth   = 72  // below which tables are no tables
	proseWidth   = 100 // beyond which nobody likes to read on
)

func newPrinter(w io.Writer, s Style) *printer {
	return &printer{w: w, color: s.Color, ascii: s.ASCII, width: max(cmp.Or(s.Width, defaultWidth), leastWidth)}
}

// Text writes the run for people: a line a case, then all that did not
// pass with its evidence, then the sum.
func Text(w io.Writer, r Run, style Style) error {
	p := newPrinter(w, style)
	for i, s := range r.Suites {
		if i > 0 && style.Verbose {
			p.blank()
		}
		p.suite(s, style.Verbose)
	}
	for _, s := range r.Suites {
		for _, c := range s.Cases {
			if c.Verdict != suite.Passed && c.Verdict != suite.Skipped {
				p.blank()
				p.failure(s.Name, c)
			}
		}
	}
	p.sum(r)
	if p.err != nil {
		return fmt.Errorf("report: write text: %w", p.err)
	}
	return nil
}

// Failures writes those of some results that did not pass, each with what it rests on.
func Failures(w io.Writer, results []suite.Result, style Style) error {
	p := newPrinter(w, style)
	p.results(results)
	if p.err != nil {
		return fmt.Errorf("report: write text: %w", p.err)
	}
	return nil
}

// Frames writes the frames of a finding: from node to node where it is known which way they
// went, else one below the other.
func Frames(w io.Writer, f *suite.Finding, style Style) error {
	p := newPrinter(w, style)
	if !p.ladder(0, f) {
		p.table(0, f)
	}
	if p.err != nil {
		return fmt.Errorf("report: write text: %w", p.err)
	}
	return nil
}

func (p *printer) suite(s suite.SuiteResult, verbose bool) {
	title := []span{strong(s.Name)}
	if s.Title != "" {
		title = append(title, text(": "+s.Title))
	}
	p.line(0, append(title, faint("  "+s.File))...)
	for i, c := range s.Cases {
		if i > 0 && verbose {
			p.blank()
		}
		p.caseLine(c)
		if verbose {
			p.verbose(c)
		}
	}
}

func (p *printer) caseLine(c suite.CaseResult) {
	spans := []span{mark(c.Verdict), text(" " + c.Name)}
	if c.Verdict != suite.Passed && len(c.Results) > 0 {
		passed := 0
		for _, r := range c.Results {
			if r.Verdict == suite.Passed {
				passed++
			}
		}
		spans = append(spans, textf("  %d of %d assertions passed", passed, len(c.Results)))
	}
	if c.Points > 0 {
		spans = append(spans, textf("  %d of %d points", c.Earned, c.Points))
	}
	if c.Took > 0 {
		spans = append(spans, faint("  "+round(c.Took)))
	}
	if c.Verdict == suite.Skipped || c.Verdict == suite.Passed && c.Reason != "" {
		spans = append(spans, faint("  "+c.Reason))
	}
	p.line(2, spans...)
}

// verbose shows the steps and assertions of a case as they went. What did
// not pass is only named: it is shown in full below.
func (p *printer) verbose(c suite.CaseResult) {
	if c.Booted > 0 {
		p.line(6, faint("network up in "+round(c.Booted)))
	}
	for _, s := range c.Steps {
		spans := []span{mark(s.Verdict), text(" " + s.Text)}
		if s.Took > 0 {
			spans = append(spans, faint("  "+round(s.Took)))
		}
		p.line(4, spans...)
	}
	for i, r := range c.Results {
		shown := r.Verdict == suite.Passed && r.Finding != nil
		if i == 0 && len(c.Steps) > 0 {
			p.blank()
		}
		spans := []span{mark(r.Verdict), text(" " + r.Name)}
		if r.Points > 0 {
			spans = append(spans, textf("  %d of %d points", r.Earned, r.Points))
		}
		if shown {
			if point, ok := onePoint(r.Finding.Frames); ok {
				spans = append(spans, faint("  at "+point))
			}
		}
		p.line(4, spans...)
		switch {
		case !shown:
		case len(r.Finding.Frames) > 0:
			p.frames(8, r.Finding.Frames, false)
		case !overFrames(r.Kind) && r.Finding.Got != "":
			p.line(8, faint(cut(visible(r.Finding.Got), p.width-8)))
		}
	}
}

// sum writes the totals, what the marks mean, and where the evidence is.
func (p *printer) sum(r Run) {
	var spans []span
	add := func(n int, v suite.Verdict) {
		if n == 0 {
			return
		}
		if len(spans) > 0 {
			spans = append(spans, text(", "))
		}
		spans = append(spans, span{fmt.Sprintf("%d %s", n, v), verdictInk(v)})
	}
	add(r.Totals.Passed, suite.Passed)
	add(r.Totals.Failed, suite.Failed)
	add(r.Totals.Errored, suite.Errored)
	add(r.Totals.Skipped, suite.Skipped)
	if len(spans) == 0 {
		spans = []span{{"nothing ran", verdictInk(suite.Errored)}}
	}
	left := 0
	for _, s := range r.Suites {
		left += s.LeftOut
	}
	if left > 0 {
		spans = append(spans, textf(", %d left out", left))
	}
	if r.Points > 0 {
		spans = append(spans, textf(", %d of %d points", r.Earned, r.Points))
	}
	p.blank()
	p.line(0, append(spans, faint("  in "+round(r.Took)))...)
	if r.Totals.Failed+r.Totals.Errored+r.Totals.Skipped > 0 {
		p.line(0, faint("✓ passed   ✗ failed: it does not hold   ! errored: netrig could not tell   - skipped: not tried"))
	}
	if dir := runDir(r); dir != "" {
		p.line(0, text("evidence: "+dir))
		if r.Netrig != "" { // else this is what came of judging it again
			p.line(0, faint("to judge it again, anywhere: "), text("netrig verify "+dir))
		}
	}
}

// runDir is the folder that holds the run directories of all suites, "" if
// there is none.
func runDir(r Run) string {
	if r.Netrig == "" && len(r.Suites) == 1 {
		return r.Suites[0].Dir // judged again: that of the suite will do, and may be all there is
	}
	dir := ""
	for i, s := range r.Suites {
		if d := filepath.Dir(s.Dir); s.Dir == "" || i > 0 && d != dir {
			return ""
		}
		dir = filepath.Dir(s.Dir)
	}
	return dir
}

// round returns a duration with three significant digits.
func round(d time.Duration) string {
	for unit := time.Duration(1); unit < time.Hour; unit *= 10 {
		if d < 1000*unit {
			return d.Round(unit).String()
		}
	}
	return d.Round(time.Second).String()
}

// overFrames reports whether an assertion is about frames.
func overFrames(k suite.Kind) bool {
	return k == suite.KindSequence || k == suite.KindNever || k == suite.KindCount
}
