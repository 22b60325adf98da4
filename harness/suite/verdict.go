package suite

import "time"

// Verdict is what the evidence says of an assertion, a case or a suite.
// The zero value is no verdict.
type Verdict string

// The verdicts.
const (
	Passed  Verdict = "passed"  // it holds
	Failed  Verdict = "failed"  // it does not hold
	Errored Verdict = "errored" // the harness could not tell
	Skipped Verdict = "skipped" // it was not tried, and the reason says why
)

// And returns the verdict of two things that are both to hold: one that
// fails decides, then one that nobody could tell, then one not tried.
func (v Verdict) And(w Verdict) Verdict {
	for _, worst := range []Verdict{Failed, Errored, Skipped, Passed} {
		if v == worst || w == worst {
			return worst
		}
	}
	return Errored
}

// Not swaps Passed and Failed; what could not be told stays so.
func (v Verdict) Not() Verdict {
	switch v {
	case Passed:
		return Failed
	case Failed:
		return Passed
	default:
		return v
	}
}

// Place is a place in the suite file, for reports.
type Place struct {
	File   string `json:"file"`
	Line   int    `json:"line,omitempty"`
	Column int    `json:"column,omitempty"`
}

// String returns file:line:col.
func (p Place) String() string {
	return Pos{File: p.File, Line: p.Line, Column: p.Column}.String()
}

// PlaceOf returns a Pos as it is written to reports.
func PlaceOf(p Pos) Place { return Place{File: p.File, Line: p.Line, Column: p.Column} }

// Result is how one assertion fared.
type Result struct {
	Index   int      `json:"index"` // place in the case, from 0
	Name    string   `json:"name"`
	Kind    Kind     `json:"kind"`
	Verdict Verdict  `json:"verdict"`
	Reason  string   `json:"reason,omitempty"` // one line; empty where it passed
	Points  int      `json:"points,omitempty"` // what it is worth
	Earned  int      `json:"earned,omitempty"` // Points where it passed, else 0
	Hint    string   `json:"hint,omitempty"`
	Place   Place    `json:"place"`
	Finding *Finding `json:"finding,omitempty"` // what failed and errored results rest on; of a passed sequence the frames it matched
}

// StepResult is how one step fared.
type StepResult struct {
	Index   int           `json:"index"`
	Text    string        `json:"text"`
	Verdict Verdict       `json:"verdict"`
	Reason  string        `json:"reason,omitempty"`
	Place   Place         `json:"place"`
	Started time.Time     `json:"started,omitzero"`
	Took    time.Duration `json:"took"`              // in nanoseconds
	Finding *Finding      `json:"finding,omitempty"` // what a wait that failed rests on
}

// CaseResult is how one case fared. Its verdict is that of its steps and
// assertions together (see Verdict.And), and Errored where the recording
// broke off.
type CaseResult struct {
	Suite   string        `json:"suite"`
	Index   int           `json:"index"` // place in the suite, from 0
	Name    string        `json:"name"`
	Doc     string        `json:"doc,omitempty"`
	Cites   []string      `json:"cites,omitempty"`
	Covers  []string      `json:"covers,omitempty"`
	Verdict Verdict       `json:"verdict"`
	Reason  string        `json:"reason,omitempty"` // one line; of a passed case what was not told, empty for nothing
	Place   Place         `json:"place"`
	Dir     string        `json:"dir,omitempty"` // the run directory of the case
	Started time.Time     `json:"started,omitzero"`
	Booted  time.Duration `json:"booted"` // from start to a working lab, in nanoseconds
	Took    time.Duration `json:"took"`   // from start to the end of the recording, in nanoseconds
	Points  int           `json:"points,omitempty"`
	Earned  int           `json:"earned,omitempty"`
	Seed    uint64        `json:"seed,omitempty"` // of all chance on its wires; 0 where it has none
	Steps   []StepResult  `json:"steps,omitempty"`
	Results []Result      `json:"results"`
}

// SuiteResult is how one suite fared.
type SuiteResult struct { //nolint:revive // beside Result of an assertion and CaseResult, Result alone would be unclear
	Name    string        `json:"name"`
	File    string        `json:"file"`
	Title   string        `json:"title,omitempty"`
	Doc     string        `json:"doc,omitempty"`
	Verdict Verdict       `json:"verdict"`
	Dir     string        `json:"dir,omitempty"` // the run directory of the suite
	Started time.Time     `json:"started,omitzero"`
	Took    time.Duration `json:"took"` // in nanoseconds
	Totals  Totals        `json:"totals"`
	Points  int           `json:"points,omitempty"`
	Earned  int           `json:"earned,omitempty"`
	LeftOut int           `json:"left_out,omitempty"` // cases of the suite that were not chosen to be run
	Cases   []CaseResult  `json:"cases"`              // in file order
}

// Totals counts cases by verdict.
type Totals struct {
	Passed  int `json:"passed"`
	Failed  int `json:"failed"`
	Errored int `json:"errored"`
	Skipped int `json:"skipped"`
}

// NewSuiteResult sums up the results of a suite's cases, given in file
// order. Started, Took and Dir are the caller's to fill.
func NewSuiteResult(s *Suite, cases []CaseResult) SuiteResult {
	r := SuiteResult{Name: s.Name, File: s.File, Title: s.Title, Doc: s.Doc, LeftOut: max(0, len(s.Cases)-len(cases)), Cases: cases}
	for _, c := range cases {
		r.Verdict = r.Verdict.And(c.Verdict)
		r.Points += c.Points
		r.Earned += c.Earned
		switch c.Verdict {
		case Passed:
			r.Totals.Passed++
		case Failed:
			r.Totals.Failed++
		case Skipped:
			r.Totals.Skipped++
		default:
			r.Totals.Errored++
		}
	}
	if len(cases) == 0 {
		r.Verdict = Errored
	}
	return r
}
