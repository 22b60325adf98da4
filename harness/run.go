package harness

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"sync"
	"time"

	"github.com/netrig/netrig/harness/internal/run"
	"github.com/netrig/netrig/harness/report"
	"github.com/netrig/netrig/harness/suite"
	"github.com/netrig/netrig/topology"
)

// RunOptions says how to run suites. The zero value runs every case, several
// at once, and keeps the evidence of those that do not pass among the
// temporary files.
type RunOptions struct {
	Dir      string         // the run directory, made if need be; evidence of every case is kept in it
	Keep     bool           // keep the evidence of cases that passed too
	Only     *regexp.Regexp // run only the cases whose SUITE/CASE it matches
	Parallel int            // cases at once; 0 for four a processor, and eight at least
	NoLint   bool           // boot networks in which lint finds mistakes, as those that are to be graded
	Require  bool           // a case that needs a program which the machine lacks is errored, not skipped
	Seed     uint64         // of all chance in the labs: the same seed, the same fate of every frame; 0 is one too
	Version  string         // of the program, for the record
	Progress func(Progress) // is told what cases are doing, from several goroutines
}

// Progress is what a case is doing.
type Progress struct {
	Total int // cases of the whole run
	Suite string
	Case  string
	Doing string            // as in "boot" or "ping pc1 -> pc2"; empty once it is done
	Done  *suite.CaseResult // set when the case ended
}

// Run loads the suites, runs their cases and returns the verdicts. What goes
// wrong with a case is in the case's result. The error is for what kept it
// from running any: mistakes in the files, all of them
// (topology.Diagnostics), no case to run, a run directory that cannot be
// made; or, beside verdicts, for evidence that could not be kept.
//
// The process must have been isolated (see Isolate).
func Run(ctx context.Context, sources []Source, o RunOptions) (report.Run, error) {
	if err := ready(); err != nil {
		return report.Run{}, err
	}
	started := time.Now()
	jobs, err := load(sources, o.Only, !o.NoLint)
	if err != nil {
		return report.Run{}, err
	}
	dir, temporary := o.Dir, o.Dir == ""
	if temporary {
		if dir, err = run.Scratch(); err != nil {
			return report.Run{}, err
		}
		scratch := dir // what is of use is kept elsewhere, and dir names that then
		defer func() { _ = os.RemoveAll(scratch) }()
	}
	total := 0
	for _, j := range jobs {
		j.dir = filepath.Join(dir, j.name)
		total += len(j.cases)
	}
	if err := save(dir, jobs); err != nil {
		return report.Run{}, fmt.Errorf("harness: %w", err)
	}
	results := o.runAll(ctx, jobs, total)
	if temporary {
		dir, err = o.settle(dir, jobs, results)
	}
	for i, j := range jobs {
		j.source.showIn(&results[i])
	}
	whole := report.NewRun(o.Version, started.UTC(), time.Since(started), results)
	if dir != "" {
		err = errors.Join(err, writeReport(dir, whole))
	}
	return whole, err
}

// runAll runs the suites at once, as many cases as there are slots.
func (o *RunOptions) runAll(ctx context.Context, jobs []*job, total int) []suite.SuiteResult {
	slots := make(chan struct{}, cmp.Or(max(0, o.Parallel), parallel(runtime.NumCPU())))
	results := make([]suite.SuiteResult, len(jobs))
	var wg sync.WaitGroup
	for i, j := range jobs {
		wg.Go(func() {
			results[i] = run.Suite(ctx, j.suite, j.cases, run.Options{
				Seed: o.Seed, Require: o.Require,
				Dir: j.dir, Version: o.Version, Sources: j.saved, Root: j.source.Root(), Slots: slots, Progress: progress(o.Progress, total),
			})
		})
	}
	wg.Wait()
	return results
}

// parallel is how many cases run at once on so many processors. A case waits for
// timers of the kernel nearly all its time, and takes a twentieth of a processor.
func parallel(processors int) int { return max(8, 4*processors) }

// settle decides about evidence that was recorded out of sight. What is of
// use goes where people can open it and is judged again there, so that the
// report names the files that stay; settle returns that folder. Of what
// nobody needs the report names no file, and settle returns "".
func (o *RunOptions) settle(dir string, jobs []*job, results []suite.SuiteResult) (string, error) {
	needed := o.Keep
	for _, r := range results {
		needed = needed || r.Verdict != suite.Passed
	}
	if !needed {
		for i := range results {
			forget(&results[i])
		}
		return "", nil
	}
	kept, err := keep(dir)
	if err != nil {
		for i := range results {
			forget(&results[i])
		}
		return "", err
	}
	for i, j := range jobs {
		j.dir = filepath.Join(kept, j.name)
		moved := j.judge()
		moved.Started, moved.Took = results[i].Started, results[i].Took
		results[i] = moved
	}
	return kept, nil
}

// job is one suite of a run.
type job struct {
	source Source
	traced *traced
	suite  *suite.Suite
	cases  []*suite.Case
	name   string // of its folder in the run directory
	dir    string
	saved  string // SHA-256 of its suite.json
}

// load loads every suite and picks the cases. What lint finds is a mistake too where linted.
func load(sources []Source, only *regexp.Regexp, linted bool) ([]*job, error) {
	var jobs []*job
	var mistakes topology.Diagnostics
	names := map[string]bool{}
	for _, source := range sources {
		traced := trace(source.FS)
		loaded, err := suite.Load(traced, source.Name)
		var diagnostics topology.Diagnostics
		switch {
		case errors.As(err, &diagnostics):
			mistakes = append(mistakes, source.Shown(diagnostics)...)
			continue
		case err != nil:
			return nil, err
		}
		if linted {
			mistakes = append(mistakes, source.Shown(lint(loaded))...)
		}
		j := &job{source: source, traced: traced, suite: loaded, name: run.Slug(loaded.Name)}
		for n := 2; names[j.name]; n++ {
			j.name = fmt.Sprintf("%s-%d", run.Slug(loaded.Name), n)
		}
		names[j.name] = true
		for _, c := range loaded.Cases {
			if only == nil || only.MatchString(loaded.Name+"/"+c.Name) {
				j.cases = append(j.cases, c)
			}
		}
		if len(j.cases) > 0 {
			jobs = append(jobs, j)
		}
	}
	if err := mistakes.Err(); err != nil {
		return nil, err
	}
	if len(jobs) == 0 {
		return nil, errors.New("harness: no case to run: nothing was named, or no SUITE/CASE matches the filter")
	}
	return jobs, nil
}

// lint returns what is wrong with the networks of a suite, each once.
func lint(s *suite.Suite) topology.Diagnostics {
	var all topology.Diagnostics
	seen := map[*topology.Topology]bool{}
	for _, c := range s.Cases {
		if !seen[c.Topology] {
			seen[c.Topology] = true
			all = append(all, topology.Lint(c.Topology)...)
		}
	}
	return all
}

func progress(to func(Progress), total int) func(run.Progress) {
	if to == nil {
		return nil
	}
	return func(p run.Progress) {
		to(Progress{Total: total, Suite: p.Suite, Case: p.Case, Doing: p.Doing, Done: p.Done})
	}
}

// keep copies a run directory to where it stays.
func keep(dir string) (string, error) {
	kept, err := os.MkdirTemp("", "netrig-run-")
	if err != nil {
		return "", fmt.Errorf("harness: keep the evidence: %w", err)
	}
	if err := os.CopyFS(kept, os.DirFS(dir)); err != nil {
		return "", errors.Join(fmt.Errorf("harness: keep the evidence: %w", err), os.RemoveAll(kept))
	}
	return kept, nil
}

// forget takes the names of files out of a result that are no more.
func forget(s *suite.SuiteResult) {
	s.Dir = ""
	for i := range s.Cases {
		s.Cases[i].Dir = ""
		for _, step := range s.Cases[i].Steps {
			if step.Finding != nil {
				step.Finding.Capture = ""
			}
		}
		for _, r := range s.Cases[i].Results {
			if r.Finding != nil {
				r.Finding.Capture = ""
			}
		}
	}
}

// showIn names the files of a result as the user would.
func (s Source) showIn(r *suite.SuiteResult) {
	r.File = s.path(r.File)
	for i := range r.Cases {
		c := &r.Cases[i]
		c.Place.File = s.path(c.Place.File)
		for j := range c.Steps {
			c.Steps[j].Place.File = s.path(c.Steps[j].Place.File)
		}
		for j := range c.Results {
			c.Results[j].Place.File = s.path(c.Results[j].Place.File)
		}
	}
}

// ReportFile is the name of the JSON report in a run directory.
const ReportFile = "report.json"

func writeReport(dir string, r report.Run) error {
	f, err := os.Create(filepath.Join(dir, ReportFile))
	if err != nil {
		return fmt.Errorf("harness: %w", err)
	}
	return errors.Join(report.JSON(f, r), f.Close())
}
