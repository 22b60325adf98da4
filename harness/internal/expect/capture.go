package expect

import (
	"fmt"

	"github.com/netrig/netrig/harness/internal/evidence"
	"github.com/netrig/netrig/harness/packet"
	"github.com/netrig/netrig/harness/suite"
)

// JudgeCapture judges what a capture file tells of a case: its assertions over
// frames. The others are skipped, and no step is known to have happened. A case
// of which the file tells nothing is errored.
func JudgeCapture(c *suite.Case, ev *evidence.Case) suite.CaseResult {
	m := &ev.Manifest
	r := suite.CaseResult{
		Suite: m.Suite, Index: c.Index, Name: c.Name, Doc: c.Doc, Cites: c.Cites, Covers: c.Covers,
		Place: suite.PlaceOf(c.Pos), Started: m.Started, Took: m.Ended.Sub(m.Started), Points: c.MaxPoints(),
	}
	j := newJudge(c, ev)
	j.final = true
	sum := ruling{verdict: suite.Passed}
	untold := 0
	for _, a := range c.Assertions {
		var res suite.Result
		if a.OverFrames() {
			res = j.ofCapture(a)
			sum.add(res.Verdict, res.Name+": "+res.Reason)
			r.Earned += res.Earned
		} else {
			res = suite.Result{Index: a.Index, Name: a.Name, Kind: a.Kind, Points: a.Points, Hint: a.Hint, Place: suite.PlaceOf(a.Pos),
				Verdict: suite.Skipped, Reason: "it is not in a capture"}
			untold++
		}
		r.Results = append(r.Results, res)
	}
	switch {
	case untold == len(c.Assertions):
		sum.void("none of its assertions can be told from a capture")
	case ev.Damage != "":
		sum.void("the capture cannot be relied on: " + ev.Damage)
	}
	r.Verdict, r.Reason = sum.verdict, sum.reason()
	switch {
	case r.Verdict == suite.Passed && untold > 0:
		r.Reason = fmt.Sprintf("%d of %d assertions are not in a capture", untold, len(c.Assertions))
	case r.Verdict == suite.Passed:
		r.Earned += c.Points
	}
	return r
}

// ofCapture judges an assertion over frames of a file of which nobody knows
// more than what stands in it.
func (j *judge) ofCapture(a *suite.Assertion) suite.Result {
	res := j.result(a)
	if why := j.doubt(a, res.Verdict); why != "" {
		res.Verdict, res.Reason, res.Earned = suite.Errored, why, 0
	}
	return res
}

// doubt says why the file cannot bear a verdict; "" where it can.
func (j *judge) doubt(a *suite.Assertion, v suite.Verdict) string {
	absent := a.Negative() || a.Exhaustive() // it rests on frames that are not there
	if j.ev.Damage != "" && (absent || v == suite.Failed) {
		return "the capture cannot be relied on: " + j.ev.Damage
	}
	blind := map[string]bool{} // points of which some frame has no direction
	for _, f := range j.ev.Frames {
		if f.Direction == packet.Unknown {
			blind[f.Point] = true
		}
	}
	for _, at := range places(a) {
		for _, p := range at.Points {
			switch e := j.points[p.Name]; {
			case e == nil: // result has said so
			case p.Sent && blind[p.Name]:
				return fmt.Sprintf("the capture does not tell which way the frames at %s went: look at one end, as in at: %s", p.Name, p.Name)
			case absent && e.Captured == 0:
				return "the capture has no frame at all at " + p.Name
			}
		}
	}
	return ""
}
