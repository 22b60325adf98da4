package expect

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/netrig/netrig/harness/internal/evidence"
	"github.com/netrig/netrig/harness/packet"
	"github.com/netrig/netrig/harness/suite"
)

// Judge judges a case by all that was recorded while it ran.
func Judge(c *suite.Case, ev *evidence.Case) suite.CaseResult {
	m := &ev.Manifest
	r := suite.CaseResult{
		Suite: m.Suite, Index: c.Index, Name: c.Name, Doc: c.Doc, Cites: c.Cites, Covers: c.Covers,
		Place: suite.PlaceOf(c.Pos), Dir: ev.Dir, Started: m.Started, Points: c.MaxPoints(),
	}
	if !m.Booted.IsZero() {
		r.Booted = m.Booted.Sub(m.Started)
	}
	if len(m.Wires) > 0 {
		r.Seed = m.Seed
	}
	if !m.Ended.IsZero() {
		r.Took = m.Ended.Sub(m.Started)
	}
	if lacks := missing(c, ev); lacks != "" {
		return skipped(c, r, lacks)
	}
	sum := ruling{verdict: suite.Passed}
	steps, stopped := judgeSteps(c, ev)
	for _, s := range steps {
		if s.Verdict == suite.Failed {
			s.Finding = waitFinding(c, ev, &s)
		}
		r.Steps = append(r.Steps, s)
		if s.Verdict == suite.Failed || s.Verdict == suite.Errored {
			sum.add(s.Verdict, fmt.Sprintf("step %d, %s: %s", s.Index+1, s.Text, s.Reason))
		}
	}
	untried := "" // by the harness, which is not the network's fault
	if i := slices.IndexFunc(steps, func(s suite.StepResult) bool { return s.Verdict == suite.Errored }); i >= 0 {
		untried = fmt.Sprintf("step %d (%s) is errored: %s", steps[i].Index+1, steps[i].Text, steps[i].Reason)
	}
	j := newJudge(c, ev)
	j.stopped, j.final = stopped, true
	broken := breakage(c, ev)
	if broken == "" {
		broken = wireTrouble(c, ev, stopped != "")
	}
	crowded := crowding(ev)
	for _, a := range c.Assertions {
		res := j.result(a)
		if why := cmp.Or(broken, crowded); why != "" && (res.Verdict == suite.Failed || a.Negative() || a.Exhaustive()) {
			// What is missing may be what was not recorded, or not sent.
			res.Verdict, res.Reason, res.Earned = suite.Errored, why, 0
		} else if untried != "" && res.Verdict == suite.Failed {
			res.Verdict, res.Reason = suite.Errored, untried
		}
		r.Results = append(r.Results, res)
		sum.add(res.Verdict, res.Name+": "+res.Reason)
		r.Earned += res.Earned
	}
	switch {
	case broken != "":
		// Whatever else is true: the case did not run to its end.
		sum.void(broken)
	case crowded != "" && sum.verdict != suite.Passed:
		sum.void(crowded)
	case len(m.Panicked) > 0:
		sum.void("panicked: " + strings.Join(m.Panicked, ", "))
	case len(m.Faults) > 0:
		sum.void("broke down: " + strings.Join(m.Faults, ", "))
	}
	if len(c.Assertions) == 0 {
		sum.void("the case asserts nothing")
	}
	r.Verdict, r.Reason = sum.verdict, sum.reason()
	if r.Verdict == suite.Passed {
		r.Earned += c.Points
	}
	return r
}

// missing says which programs that the case says it needs the machine lacked; ""
// where it was tried.
func missing(c *suite.Case, ev *evidence.Case) string {
	m := &ev.Manifest
	stranger := func(name string) bool { return !slices.Contains(c.Needs, name) }
	if ev.Damage != "" || m.Case != c.Name || len(m.Missing) == 0 || slices.ContainsFunc(m.Missing, stranger) {
		return ""
	}
	return "it needs " + Programs(m.Missing) + ", which the machine lacks"
}

// Programs lists what a case needs, for people.
func Programs(needs []string) string {
	return strings.ReplaceAll(strings.Join(needs, ", "), "|", " or ")
}

// skipped is the result of a case that was not tried.
func skipped(c *suite.Case, r suite.CaseResult, reason string) suite.CaseResult {
	r.Verdict, r.Reason = suite.Skipped, reason
	for s := range c.AllSteps() {
		r.Steps = append(r.Steps, suite.StepResult{
			Index: s.Index, Text: s.String(), Place: suite.PlaceOf(s.Pos), Verdict: suite.Skipped, Reason: reason,
		})
	}
	for _, a := range c.Assertions {
		r.Results = append(r.Results, suite.Result{
			Index: a.Index, Name: a.Name, Kind: a.Kind, Points: a.Points, Hint: a.Hint, Place: suite.PlaceOf(a.Pos),
			Verdict: suite.Skipped, Reason: reason,
		})
	}
	return r
}

// ruling is the verdict of a case as it comes about, and why it is none better.
type ruling struct {
	verdict suite.Verdict
	reasons []string
}

func (r *ruling) add(v suite.Verdict, reason string) {
	if r.verdict = r.verdict.And(v); v != suite.Passed {
		r.reasons = append(r.reasons, reason)
	}
}

// void makes the case errored, whatever its parts are.
func (r *ruling) void(reason string) {
	r.verdict, r.reasons = suite.Errored, append([]string{reason}, r.reasons...)
}

// reason is the first reason, on one line, and how many more there are.
func (r *ruling) reason() string {
	switch len(r.reasons) {
	case 0:
		return ""
	case 1:
		return r.reasons[0]
	}
	return fmt.Sprintf("%s (and %d more)", r.reasons[0], len(r.reasons)-1)
}

// Assertion judges assertion i of a case, from 0, by what was recorded so
// far. It may be called while the case still runs, to know when there is
// nothing more to wait for; ev.Manifest.Points must be filled then. It costs
// one pass over the frames.
func Assertion(c *suite.Case, i int, ev *evidence.Case) suite.Result {
	return newJudge(c, ev).result(c.Assertions[i])
}

// Settled judges assertion i of a case that goes on, by evidence that is complete up to
// this moment: every frame is in it, and what was lost is counted.
func Settled(c *suite.Case, i int, ev *evidence.Case) suite.Result {
	j := newJudge(c, ev)
	j.final = true
	a := c.Assertions[i]
	r := j.result(a)
	if broken := cmp.Or(wireTrouble(c, ev, true), crowding(ev)); broken != "" && (r.Verdict == suite.Failed || a.Negative() || a.Exhaustive()) {
		r.Verdict, r.Reason, r.Earned = suite.Errored, broken, 0
	}
	return r
}

// Verdict is Assertion without the finding, which it does not look for.
func Verdict(c *suite.Case, i int, ev *evidence.Case) suite.Verdict {
	j := newJudge(c, ev)
	j.blind = true
	return j.result(c.Assertions[i]).Verdict
}

// Wait judges the assertion of a wait step by what was recorded so far.
// What was observed for it has Assertion -1 and the step's index.
func Wait(c *suite.Case, s *suite.Step, ev *evidence.Case) suite.Result {
	return newJudge(c, ev).result(s.Wait.For)
}

// waitFinding shows what a wait step that failed had waited for, by what was recorded
// until it gave up; nil for other steps.
func waitFinding(c *suite.Case, ev *evidence.Case, r *suite.StepResult) *suite.Finding {
	for s := range c.AllSteps() {
		if s.Index != r.Index || s.Wait == nil {
			continue
		}
		ev.Dissect(LooksAt(s.Wait.For), c.Dissect) // what is remembered of a connection goes on behind the end
		then := *ev
		end := slices.IndexFunc(ev.Frames, func(f *packet.Frame) bool { return f.Time.After(r.Started.Add(r.Took)) })
		if end >= 0 {
			then.Frames = ev.Frames[:end]
		}
		seen := newJudge(c, &then).result(s.Wait.For)
		if seen.Verdict != suite.Failed || seen.Finding == nil {
			return nil // what it missed came while it gave up
		}
		if len(seen.Finding.Frames) > 0 {
			// What was sent just before the end may have arrived behind it.
			seen.Finding.Ladder = newJudge(c, ev).ladder(seen.Finding.Frames)
		}
		return seen.Finding
	}
	return nil
}

// breakage says on one line why the evidence is not that of the whole case,
// "" where it is.
func breakage(c *suite.Case, ev *evidence.Case) string {
	m := &ev.Manifest
	switch {
	case ev.Damage != "":
		return "the evidence cannot be relied on: " + ev.Damage
	case m.Case != c.Name:
		return fmt.Sprintf("the evidence is that of another case: %q", m.Case)
	case m.Error != "":
		return "the harness could not run the case to its end: " + m.Error
	case m.Booted.IsZero():
		return "the lab never came up"
	case m.Ended.IsZero():
		return "the recording broke off before the case ended"
	}
	return ""
}

// crowding says on one line that frames may not have been sent since the kernel had no
// room for neighbours, "" where it had.
func crowding(ev *evidence.Case) string {
	if ev.Manifest.Crowded == 0 {
		return ""
	}
	return "the kernel's table of neighbours was full, which all labs of the machine share " +
		"(run fewer at once, or raise net.ipv4.neigh.default.gc_thresh3 and that of ipv6)"
}

// judgeSteps judges the steps. stopped says which one kept the rest from
// running, as in `step 2 (ping pc1 -> 10.0.0.1) did not happen`; it is ""
// where all ran.
func judgeSteps(c *suite.Case, ev *evidence.Case) (results []suite.StepResult, stopped string) {
	recorded := make(map[int]*evidence.Step, len(ev.Manifest.Steps))
	for i := range ev.Manifest.Steps {
		recorded[ev.Manifest.Steps[i].Index] = &ev.Manifest.Steps[i]
	}
	judge := func(s, inside *suite.Step) {
		r := suite.StepResult{Index: s.Index, Text: s.String(), Place: suite.PlaceOf(s.Pos), Verdict: suite.Passed}
		e := recorded[s.Index]
		switch {
		case e == nil && inside != nil && recorded[inside.Index] == nil:
			return // it is part of the parallel step, which was not run
		case e == nil && inside == nil && stopped != "":
			r.Verdict, r.Reason = suite.Skipped, stopped
		case e == nil:
			r.Verdict, r.Reason = suite.Errored, "there is no record that it ran"
		case e.Error != "":
			r.Verdict, r.Reason = suite.Errored, e.Error
		default:
			if ok, reason := s.Wanted(e.Failed); !ok {
				r.Verdict, r.Reason = suite.Failed, reason
			}
		}
		if e != nil {
			r.Started, r.Took = e.Started, e.Took
		}
		if stopped == "" && r.Verdict != suite.Passed {
			stopped = fmt.Sprintf("step %d (%s) did not happen as it should", s.Index+1, r.Text)
		}
		results = append(results, r)
	}
	for _, s := range c.Steps {
		judge(s, nil)
		for _, p := range s.Parallel {
			judge(p, s)
		}
	}
	return results, stopped
}

// judge judges the assertions of one case by one state of its evidence.
type judge struct {
	c       *suite.Case
	ev      *evidence.Case
	points  map[string]*evidence.Point
	stopped string // the step that kept the rest from running; "" for none
	final   bool   // the recording is over
	blind   bool   // look for no findings
}

func newJudge(c *suite.Case, ev *evidence.Case) *judge {
	j := &judge{c: c, ev: ev, points: make(map[string]*evidence.Point, len(ev.Manifest.Points))}
	for i := range ev.Manifest.Points {
		p := &ev.Manifest.Points[i]
		j.points[p.Name] = p
	}
	return j
}

// opinion is what the evidence says before `not` is applied.
type opinion struct {
	verdict suite.Verdict
	reason  string
	finding *suite.Finding
}

func errored(format string, args ...any) opinion {
	return opinion{verdict: suite.Errored, reason: fmt.Sprintf(format, args...)}
}

// LooksAt returns the capture points that an assertion looks at.
func LooksAt(a *suite.Assertion) []string {
	var names []string
	for _, at := range places(a) {
		for _, p := range at.Points {
			names = append(names, p.Name)
		}
	}
	return names
}

// places returns what stands behind each at: of an assertion.
func places(a *suite.Assertion) []*suite.At {
	var all []*suite.At
	for _, s := range a.Sequence {
		all = append(all, s.At)
	}
	for _, n := range a.Never {
		all = append(all, n.At)
	}
	for _, c := range a.Count {
		all = append(all, c.At)
	}
	return all
}

func (j *judge) result(a *suite.Assertion) suite.Result {
	r := suite.Result{Index: a.Index, Name: a.Name, Kind: a.Kind, Points: a.Points, Hint: a.Hint, Place: suite.PlaceOf(a.Pos)}
	if a.OverFrames() {
		j.ev.Dissect(LooksAt(a), j.c.Dissect)
	}
	var o opinion
	switch {
	case j.stopped != "" && a.Negative():
		o = errored("nothing to look at: %s", j.stopped)
	case a.OverFrames():
		o = j.frames(a)
	default:
		o = j.observed(a)
	}
	if a.Not && !until(a) {
		if o.verdict == suite.Passed {
			o.reason = "it was not to hold, and it does"
			if o.finding != nil && o.finding.Got != "" {
				o.reason += ": " + o.finding.Got
			}
		}
		o.verdict = o.verdict.Not()
	}
	r.Verdict, r.Reason, r.Finding = o.verdict, strings.Join(strings.Fields(o.reason), " "), o.finding
	if r.Verdict == suite.Passed {
		r.Reason, r.Earned = "", r.Points
	}
	if f := r.Finding; j.final && r.Verdict == suite.Failed && f != nil && len(f.Frames) > 0 {
		f.Ladder = j.ladder(f.Frames)
	}
	return r
}
