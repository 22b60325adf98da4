package report

import (
	"fmt"
	"slices"
	"strings"

	"github.com/netrig/netrig/harness/suite"
)

// failure writes a case that did not pass, with all that is known of why.
func (p *printer) failure(suiteName string, c suite.CaseResult) {
	verdict := span{strings.ToUpper(visible(string(c.Verdict))), verdictInk(c.Verdict)}
	p.line(0, verdict, strong(" "+suiteName+" / "+c.Name))
	p.details(c)
}

// details writes where a case stands, what did not pass of it, and what was
// recorded.
func (p *printer) details(c suite.CaseResult) {
	where := []span{faint(c.Place.String())}
	if len(c.Cites) > 0 {
		where = append(where, faint("   see "+strings.Join(c.Cites, ", ")))
	}
	p.line(2, where...)
	if !told(c) && c.Reason != "" {
		p.blank()
		p.hang(2, []span{mark(c.Verdict), text(" ")}, c.Reason, plain)
	}
	p.steps(c.Steps)
	p.results(c.Results)
	if c.Dir == "" {
		return
	}
	p.blank()
	p.line(2, text("evidence:    "+c.Dir))
	if c.Seed != 0 {
		p.line(2, text(fmt.Sprintf("chance:      --seed %d repeats it", c.Seed)))
	}
	if capture := captureOf(c); capture != "" {
		p.line(2, text("every frame: wireshark "+capture))
	}
}

// captureOf returns the file that a case was judged by, empty where there is none.
func captureOf(c suite.CaseResult) string {
	for _, s := range c.Steps {
		if s.Finding != nil && s.Finding.Capture != "" {
			return s.Finding.Capture
		}
	}
	for _, r := range c.Results {
		if r.Finding != nil && r.Finding.Capture != "" {
			return r.Finding.Capture
		}
	}
	return ""
}

// told reports whether a step or an assertion tells the reason of its case.
func told(c suite.CaseResult) bool {
	tells := func(reason string) bool { return reason != "" && strings.Contains(c.Reason, reason) }
	return slices.ContainsFunc(c.Steps, func(s suite.StepResult) bool { return s.Verdict != suite.Passed && tells(s.Reason) }) ||
		slices.ContainsFunc(c.Results, func(r suite.Result) bool { return r.Verdict != suite.Passed && tells(r.Reason) })
}

// steps writes the steps that did not pass. Those that were not tried after
// one of them take one line together.
func (p *printer) steps(steps []suite.StepResult) {
	var skipped []suite.StepResult
	found := false // the last one that is written rests on something
	for _, s := range steps {
		switch s.Verdict {
		case suite.Passed:
		case suite.Skipped:
			skipped = append(skipped, s)
		default:
			p.blank()
			p.line(2, mark(s.Verdict), strong(fmt.Sprintf(" step %d: %s", s.Index+1, s.Text)))
			p.line(6, faint(s.Place.String()))
			p.hang(6, nil, s.Reason, plain)
			if found = s.Finding != nil; found {
				p.finding(s.Reason, s.Finding)
			}
		}
	}
	if found && len(skipped) > 0 {
		p.blank()
	}
	switch n := len(skipped); n {
	case 0:
	case 1:
		p.line(2, mark(suite.Skipped), textf(" step %d was not tried: %s", skipped[0].Index+1, skipped[0].Text))
	default:
		p.line(2, mark(suite.Skipped), textf(" %d steps were not tried, from %d on: %s", n, skipped[0].Index+1, skipped[0].Text))
	}
}

// results writes the assertions that did not pass. Those of which nothing
// but one and the same reason is known are taken together.
func (p *printer) results(results []suite.Result) {
	// Where netrig could not tell, a hint about the network leads astray.
	hint := func(r suite.Result) bool { return r.Hint != "" && r.Verdict != suite.Errored }
	bare := func(r suite.Result) bool { return r.Finding == nil && !hint(r) }
	for i, r := range results {
		if r.Verdict == suite.Passed {
			continue
		}
		if same := i > 0 && bare(r) && bare(results[i-1]) && results[i-1].Reason == r.Reason; !same {
			p.blank()
		}
		heading := []span{mark(r.Verdict), strong(" " + r.Name)}
		if r.Points > 0 {
			heading = append(heading, textf("  %d of %d points", r.Earned, r.Points))
		}
		p.line(2, heading...)
		if more := i+1 < len(results) && bare(r) && bare(results[i+1]) && results[i+1].Reason == r.Reason; more {
			continue
		}
		p.line(6, faint(r.Place.String()))
		p.hang(6, nil, r.Reason, plain)
		if hint(r) {
			p.hang(6, []span{strong("hint  ")}, r.Hint, plain)
		}
		if r.Finding != nil {
			p.finding(r.Reason, r.Finding)
		}
	}
}

// finding writes what a result rests on. What its reason says already is not
// said again.
func (p *printer) finding(reason string, f *suite.Finding) {
	compared := f.Near != nil && !plainMiss(reason, f.Near)
	if f.Stuck == nil {
		if f.Want != "" && !compared && !says(reason, f.Want) {
			p.hang(6, []span{faint("want  ")}, f.Want, plain)
		}
		if f.Got != "" && !says(reason, f.Got) && (!compared || f.Got != f.Near.Item) {
			got := strings.TrimPrefix(f.Got, reason+": ")
			p.hang(6, []span{faint("got   ")}, got, plain)
		}
	}
	if f.Stuck != nil || len(f.Matched) > 0 {
		p.blank()
		p.sequence(reason, f)
	}
	if f.Stuck == nil && compared {
		p.blank()
		p.line(6, text("nearest is "+nearest(f.Near)))
		p.terms(6, f.Near.Terms)
	}
	if len(f.Frames) > 0 {
		p.blank()
		if !p.ladder(6, f) {
			p.table(6, f)
		}
	}
	if f.Filter != "" {
		p.blank()
		p.line(6, text("filter for Wireshark"))
		p.line(6, text(f.Filter))
	}
}

// table writes the frames of a failure, one below the other.
func (p *printer) table(margin int, f *suite.Finding) {
	title := "frames"
	if point, ok := onePoint(f.Frames); ok {
		title += " at " + point
	}
	if f.Seen > len(f.Frames) {
		title += fmt.Sprintf(", %d of %d", len(f.Frames), f.Seen)
	}
	p.line(margin, text(title))
	p.frames(margin, f.Frames, true)
}

// sequence writes the steps of a sequence up to the one that could not be
// matched, and how the nearest frame fared by that one.
func (p *printer) sequence(reason string, f *suite.Finding) {
	steps := make([]string, len(f.Matched))
	matched := make([]string, len(f.Matched))
	var stepWidth, matchedWidth int
	for i, m := range f.Matched {
		steps[i], matched[i] = stepName(m.Step, m.As), frameList(m)
		stepWidth, matchedWidth = max(stepWidth, columns(steps[i])), max(matchedWidth, len(matched[i]))
	}
	stuck := ""
	if f.Stuck != nil {
		stuck = stepName(f.Stuck.Step, f.Stuck.As)
		stepWidth = max(stepWidth, columns(stuck))
	}
	for i, m := range f.Matched {
		head := " " + pad(steps[i], stepWidth) + "  " + pad(matched[i], matchedWidth) + "  "
		p.line(6, mark(suite.Passed), text(head), faint(cut(visible(m.Text), min(p.width, proseWidth)-7-columns(head))))
	}
	if f.Stuck == nil {
		return
	}
	head := []span{mark(suite.Failed), text(" " + pad(stuck, stepWidth) + "  ")}
	if !strings.Contains(reason, f.Stuck.Why) {
		p.hang(6, head, f.Stuck.Why, plain)
		head = []span{text(strings.Repeat(" ", stepWidth+4))}
	}
	if f.Near == nil {
		p.hang(6, head, f.Stuck.Text, plain)
		return
	}
	p.line(6, append(head, text("nearest is "+nearest(f.Near)))...)
	p.terms(6+4+stepWidth, f.Near.Terms)
}

func stepName(step int, as string) string {
	if as == "" {
		return fmt.Sprint(step)
	}
	return cut(visible(fmt.Sprintf("%d %s", step, as)), mostMark)
}

// frameList names the frames that a step matched.
func frameList(m suite.MatchStep) string {
	const most = 3
	numbers := make([]string, 0, most)
	for _, n := range m.Frames[:min(len(m.Frames), most)] {
		numbers = append(numbers, fmt.Sprint(n))
	}
	list := "frame "
	if m.Count > 1 {
		list = "frames "
	}
	list += strings.Join(numbers, ", ")
	if m.Count > most {
		list += fmt.Sprintf(" … (%d)", m.Count)
	}
	return list
}

// nearest names what came closest; of a frame the table shows the rest.
func nearest(n *suite.NearMiss) string {
	if n.Frame == nil {
		return n.Item
	}
	return fmt.Sprintf("frame %d", n.Frame.Number)
}

// terms writes how the nearest miss fared, term by term.
func (p *printer) terms(margin int, terms []suite.Term) {
	at := 0
	for _, t := range terms {
		if w := columns(visible(t.Text)); !t.Held && w < p.width/2 {
			at = max(at, margin+w+4)
		}
	}
	for _, t := range terms {
		if t.Held {
			p.aligned(margin, mark(suite.Passed), text(t.Text), at, "")
			continue
		}
		p.aligned(margin, mark(suite.Failed), text(t.Text), at, had(t))
	}
}

// had says what was there instead, without the name of the one field that
// the term begins with, or denies.
func had(t suite.Term) string {
	if len(t.Had) == 0 {
		return "it has no such field"
	}
	if len(t.Had) == 1 {
		field, _, _ := strings.Cut(strings.TrimPrefix(t.Text, "no "), " ")
		for _, is := range []string{" = ", " is "} {
			if value, ok := strings.CutPrefix(t.Had[0], field+is); ok {
				return "it is " + value
			}
		}
	}
	return "it has " + strings.Join(t.Had, ", ")
}

// plainMiss reports whether a reason tells all that a nearest miss would: no
// term held, and what each had is in the reason.
func plainMiss(reason string, n *suite.NearMiss) bool {
	for _, t := range n.Terms {
		if t.Held || len(t.Had) == 0 || slices.ContainsFunc(t.Had, func(h string) bool { return !strings.Contains(reason, h) }) {
			return false
		}
	}
	return true
}

// says reports whether every word of s is in a reason.
func says(reason, s string) bool {
	words := func(s string) []string {
		return strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune(" \t\n,;:", r) })
	}
	in := words(reason)
	return !slices.ContainsFunc(words(s), func(w string) bool { return w != "of" && !slices.Contains(in, w) })
}
