package report

import (
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/netrig/netrig/harness/suite"
)

// Style says how text is to look.
type Style struct {
	Color   bool // with ANSI colours
	Verbose bool // also show what passed, with the frames it rests on
}

// Text writes the run for people: a line a case, then all that did not
// pass with its evidence, then the sum.
func Text(w io.Writer, r Run, style Style) error {
	p := printer{w: w, style: style}
	for _, s := range r.Suites {
		p.suite(s)
	}
	for _, s := range r.Suites {
		for _, c := range s.Cases {
			if c.Verdict != suite.Passed && c.Verdict != suite.Skipped {
				p.line("")
				p.line("%s %s", p.paint(c.Verdict, strings.ToUpper(string(c.Verdict))), p.bold(s.Name+" / "+c.Name))
				p.details(c)
			}
		}
	}
	p.sum(r)
	if p.err != nil {
		return fmt.Errorf("report: write text: %w", p.err)
	}
	return nil
}

// printer writes lines and remembers the first error.
type printer struct {
	w     io.Writer
	style Style
	err   error
}

func (p *printer) line(format string, args ...any) {
	if p.err != nil {
		return
	}
	_, p.err = fmt.Fprintf(p.w, format+"\n", args...)
}

// marks are what stands before a verdict, so that colour is never needed.
var marks = map[suite.Verdict]string{suite.Passed: "✓", suite.Failed: "✗", suite.Errored: "!", suite.Skipped: "-"}

func (p *printer) mark(v suite.Verdict) string { return p.paint(v, marks[v]) }

func (p *printer) paint(v suite.Verdict, s string) string {
	if !p.style.Color {
		return s
	}
	code := map[suite.Verdict]string{suite.Passed: "32", suite.Failed: "31", suite.Errored: "35", suite.Skipped: "33"}[v]
	return "\x1b[" + code + "m" + s + "\x1b[0m"
}

func (p *printer) bold(s string) string {
	if !p.style.Color {
		return s
	}
	return "\x1b[1m" + s + "\x1b[0m"
}

func (p *printer) dim(s string) string {
	if !p.style.Color {
		return s
	}
	return "\x1b[2m" + s + "\x1b[0m"
}

func (p *printer) suite(s suite.SuiteResult) {
	title := s.Name
	if s.Title != "" {
		title += ": " + s.Title
	}
	p.line("%s  %s", p.bold(title), p.dim(s.File))
	for _, c := range s.Cases {
		p.caseLine(c)
		if p.style.Verbose {
			p.verbose(c)
		}
	}
}

func (p *printer) caseLine(c suite.CaseResult) {
	line := fmt.Sprintf("  %s %s", p.mark(c.Verdict), c.Name)
	if c.Points > 0 {
		line += fmt.Sprintf("  %d/%d points", c.Earned, c.Points)
	}
	if c.Took > 0 {
		line += p.dim("  " + round(c.Took))
	}
	if c.Verdict == suite.Skipped {
		line += p.dim("  " + c.Reason)
	}
	p.line("%s", line)
}

// verbose shows the steps and assertions of a case as they went.
func (p *printer) verbose(c suite.CaseResult) {
	if c.Booted > 0 {
		p.line("      %s", p.dim("booted in "+round(c.Booted)))
	}
	for _, s := range c.Steps {
		p.line("    %s %s%s", p.mark(s.Verdict), s.Text, p.dim("  "+round(s.Took)))
	}
	for _, r := range c.Results {
		p.line("    %s %s", p.mark(r.Verdict), r.Name)
		if r.Verdict == suite.Passed && r.Finding != nil {
			p.frames(r.Finding.Frames)
		}
	}
}

// details shows everything about a case that did not pass.
func (p *printer) details(c suite.CaseResult) {
	p.line("  %s", c.Place)
	shown := false
	for _, s := range c.Steps {
		if s.Verdict != suite.Passed {
			p.line("")
			p.line("  %s step %d: %s", p.mark(s.Verdict), s.Index+1, s.Text)
			p.indent("      ", s.Reason)
			shown = true
		}
	}
	for _, r := range c.Results {
		if r.Verdict != suite.Passed {
			p.line("")
			p.result(r)
			shown = true
		}
	}
	if !shown {
		p.indent("    ", c.Reason)
	}
	if c.Dir != "" {
		p.line("")
		p.line("  evidence  %s", c.Dir)
	}
}

func (p *printer) result(r suite.Result) {
	p.line("  %s %s", p.mark(r.Verdict), p.bold(r.Name))
	p.line("      at      %s", r.Place)
	p.field("why", r.Reason)
	if r.Hint != "" {
		p.field("hint", r.Hint)
	}
	if r.Points > 0 {
		p.field("points", fmt.Sprintf("%d of %d", r.Earned, r.Points))
	}
	if r.Finding != nil {
		p.finding(r.Finding)
	}
}

// field writes a name and a value of one or more lines, hung in.
func (p *printer) field(name, value string) {
	for i, l := range strings.Split(strings.TrimRight(value, "\n"), "\n") {
		if i == 0 {
			p.line("      %-7s %s", name, l)
		} else {
			p.line("              %s", l)
		}
	}
}

func (p *printer) indent(by, text string) {
	for l := range strings.SplitSeq(strings.TrimRight(text, "\n"), "\n") {
		p.line("%s%s", by, l)
	}
}

func (p *printer) finding(f *suite.Finding) {
	if f.Want != "" {
		p.field("want", f.Want)
	}
	if f.Got != "" {
		p.field("got", f.Got)
	}
	for _, m := range f.Matched {
		p.line("      %s %s", p.mark(suite.Passed), matched(m))
	}
	if s := f.Stuck; s != nil {
		p.line("      %s %s", p.mark(suite.Failed), named(s.Step, s.As, s.Text))
		p.line("          %s", s.Why)
	}
	if n := f.Near; n != nil {
		p.near(n)
	}
	if len(f.Frames) > 0 {
		p.line("      frames")
		p.frames(f.Frames)
	}
	if f.Filter != "" {
		p.field("filter", f.Filter)
	}
	if f.Capture != "" {
		p.field("open", "wireshark "+f.Capture)
	}
}

func named(step int, as, text string) string {
	if as != "" {
		return fmt.Sprintf("%d %s: %s", step, as, text)
	}
	return fmt.Sprintf("%d: %s", step, text)
}

func matched(m suite.MatchStep) string {
	numbers := make([]string, 0, len(m.Frames))
	for _, n := range m.Frames {
		if len(numbers) == 5 {
			numbers = append(numbers, "...")
			break
		}
		numbers = append(numbers, fmt.Sprint(n))
	}
	word := "frame"
	if m.Count > 1 {
		word = "frames"
	}
	return fmt.Sprintf("%s  (%s %s)", named(m.Step, m.As, m.Text), word, strings.Join(numbers, " "))
}

func (p *printer) near(n *suite.NearMiss) {
	what := n.Item
	if n.Frame != nil {
		what = fmt.Sprintf("frame %d  %s  %s", n.Frame.Number, n.Frame.Point, n.Frame.Summary)
	}
	p.line("      nearest  %s", what)
	for _, t := range n.Terms {
		if t.Held {
			p.line("          %s %s", p.mark(suite.Passed), t.Text)
			continue
		}
		had := "it has no such field"
		if len(t.Had) > 0 {
			had = "it has " + strings.Join(t.Had, ", ")
		}
		p.line("          %s %s  %s", p.mark(suite.Failed), t.Text, p.dim(had))
	}
}

// frames writes a table of frames with columns as wide as their content.
func (p *printer) frames(lines []suite.FrameLine) {
	number, point := 0, 0
	for _, f := range lines {
		number = max(number, len(fmt.Sprint(f.Number)))
		point = max(point, len(f.Point))
	}
	for _, f := range lines {
		mark := " "
		if f.Mark != "" {
			mark = ">"
		}
		line := fmt.Sprintf("        %s %*d %10.6f  %-*s  %s", mark, number, f.Number, f.Offset, point, f.Point, f.Summary)
		if f.Mark != "" {
			line += p.dim("  [" + f.Mark + "]")
		}
		p.line("%s", line)
	}
}

func (p *printer) sum(r Run) {
	var parts []string
	for _, t := range []struct {
		n       int
		verdict suite.Verdict
	}{{r.Totals.Passed, suite.Passed}, {r.Totals.Failed, suite.Failed}, {r.Totals.Errored, suite.Errored}, {r.Totals.Skipped, suite.Skipped}} {
		if t.n > 0 {
			parts = append(parts, p.paint(t.verdict, fmt.Sprintf("%d %s", t.n, t.verdict)))
		}
	}
	if len(parts) == 0 {
		parts = append(parts, p.paint(suite.Errored, "nothing ran"))
	}
	line := strings.Join(parts, ", ")
	if r.Points > 0 {
		line += fmt.Sprintf(", %d/%d points", r.Earned, r.Points)
	}
	p.line("")
	p.line("%s  %s", line, p.dim("in "+round(r.Took)))
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
