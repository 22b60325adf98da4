package harness

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"github.com/netrig/netrig/harness/internal/evidence"
	"github.com/netrig/netrig/harness/internal/expect"
	"github.com/netrig/netrig/harness/internal/run"
	"github.com/netrig/netrig/harness/report"
	"github.com/netrig/netrig/harness/suite"
)

// Verify judges a run directory again: the same evidence and the same suites
// give the same verdicts, on any machine, with no rights at all. The error is
// for a directory that holds no run.
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

// recorded returns the suites of a run directory; dir may also be the folder
// of one suite in it.
func recorded(dir string) ([]*job, error) {
	folders := []string{dir}
	if _, err := os.Stat(filepath.Join(dir, sourceFile)); err != nil {
		matches, err := filepath.Glob(filepath.Join(dir, "*", sourceFile))
		if err != nil {
			return nil, fmt.Errorf("harness: verify %s: %w", dir, err)
		}
		folders = folders[:0]
		for _, m := range matches {
			folders = append(folders, filepath.Dir(m))
		}
	}
	if len(folders) == 0 {
		return nil, fmt.Errorf("harness: %s holds no run; name what `netrig run --run-dir` was given, or what a failed run printed as its evidence", dir)
	}
	var jobs []*job
	for _, folder := range folders {
		j, err := recordedSuite(folder)
		if err != nil {
			return nil, err
		}
		jobs = append(jobs, j)
	}
	return jobs, nil
}

func recordedSuite(folder string) (*job, error) {
	data, err := os.ReadFile(filepath.Join(folder, sourceFile))
	if err != nil {
		return nil, fmt.Errorf("harness: %w", err)
	}
	var saved savedSource
	if err := json.Unmarshal(data, &saved); err != nil {
		return nil, fmt.Errorf("harness: read %s: %w", filepath.Join(folder, sourceFile), err)
	}
	source := Source{FS: os.DirFS(filepath.Join(folder, sourceDir)), Name: saved.File}
	loaded, err := source.Load()
	if err != nil {
		return nil, err
	}
	j := &job{source: source, suite: loaded, dir: folder}
	for _, c := range loaded.Cases {
		if _, err := os.Stat(run.CaseDir(folder, c)); err == nil {
			j.cases = append(j.cases, c)
		} else if !errors.Is(err, fs.ErrNotExist) {
			return nil, fmt.Errorf("harness: %w", err)
		}
	}
	return j, nil
}

// judge judges what was recorded of the job's cases. A case whose evidence
// cannot be read is errored.
func (j *job) judge() suite.SuiteResult {
	results := make([]suite.CaseResult, len(j.cases))
	for i, c := range j.cases {
		dir := run.CaseDir(j.dir, c)
		ev, err := evidence.Read(dir)
		if err != nil {
			ev = &evidence.Case{Dir: dir, Manifest: evidence.Manifest{Suite: j.suite.Name, Case: c.Name, Error: err.Error()}}
		}
		results[i] = expect.Judge(c, ev)
	}
	r := suite.NewSuiteResult(j.suite, results)
	r.Dir = j.dir
	return r
}
