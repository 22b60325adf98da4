package harness

import (
	"errors"
	"fmt"
	"time"

	"github.com/netrig/netrig/harness/internal/evidence"
	"github.com/netrig/netrig/harness/internal/expect"
	"github.com/netrig/netrig/harness/internal/run"
	"github.com/netrig/netrig/harness/report"
	"github.com/netrig/netrig/harness/suite"
)

// Verify judges a run directory again: the same evidence and the same suites
// give the same verdicts, on any machine, with no rights at all. A case whose
// evidence is missing or not as it was recorded is errored. The error is for a
// directory that holds no run, or another suite than was run.
func Verify(dir string) (report.Run, error) {
	started := time.Now()
	jobs, err := recorded(dir)
	if err != nil {
		return report.Run{}, err
	}
	var results []suite.SuiteResult
	for _, j := range jobs {
		results = append(results, j.judge())
	}
	return report.NewRun("", started.UTC(), time.Since(started), results), nil
}

// judge judges what was recorded of the job's cases. A case whose evidence
// cannot be read is errored.
func (j *job) judge() suite.SuiteResult {
	results := make([]suite.CaseResult, len(j.cases))
	for i, c := range j.cases {
		dir := run.CaseDir(j.dir, c)
		ev, err := evidence.Read(dir)
		switch {
		case err != nil:
		case ev.Manifest.Suite != j.suite.Name:
			err = fmt.Errorf("it is that of another suite: %q", ev.Manifest.Suite)
		case ev.Manifest.Sources != j.saved && ev.Manifest.Sources != "":
			err = errors.New("it is that of another run: of another suite of this name, or on another network")
		}
		if err != nil {
			ev = &evidence.Case{Dir: dir, Damage: err.Error(), Manifest: evidence.Manifest{Suite: j.suite.Name, Case: c.Name}}
		}
		results[i] = expect.Judge(c, ev)
	}
	r := suite.NewSuiteResult(j.suite, results)
	r.Dir = j.dir
	return r
}
