package report

import (
	"encoding/json"
	"fmt"
	"io"
	"time"

	"github.com/netrig/netrig/harness/suite"
)

// Run is the outcome of one invocation: the suites it ran, in order.
type Run struct {
	Netrig  string              `json:"netrig"` // version
	Verdict suite.Verdict       `json:"verdict"`
	Started time.Time           `json:"started"`
	Took    time.Duration       `json:"took"` // in nanoseconds
	Totals  suite.Totals        `json:"totals"`
	Points  int                 `json:"points,omitempty"`
	Earned  int                 `json:"earned,omitempty"`
	Suites  []suite.SuiteResult `json:"suites"`
}

// NewRun sums up the results of suites. A run of no suites is Errored:
// nothing was looked at.
func NewRun(netrig string, started time.Time, took time.Duration, suites []suite.SuiteResult) Run {
	if suites == nil {
		suites = []suite.SuiteResult{} // a list in JSON too
	}
	r := Run{Netrig: netrig, Started: started, Took: took, Suites: suites}
	for _, s := range suites {
		r.Verdict = r.Verdict.And(s.Verdict)
		r.Points += s.Points
		r.Earned += s.Earned
		r.Totals.Passed += s.Totals.Passed
		r.Totals.Failed += s.Totals.Failed
		r.Totals.Errored += s.Totals.Errored
		r.Totals.Skipped += s.Totals.Skipped
	}
	if len(suites) == 0 {
		r.Verdict = suite.Errored
	}
	return r
}

// JSON writes the run as one indented JSON document.
func JSON(w io.Writer, r Run) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(r); err != nil {
		return fmt.Errorf("report: write JSON: %w", err)
	}
	return nil
}
