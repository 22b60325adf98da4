package mutate

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"regexp"
	"runtime"
	"slices"
	"sync"
	"time"

	"github.com/netrig/netrig/harness"
	"github.com/netrig/netrig/harness/internal/evidence"
	"github.com/netrig/netrig/harness/internal/netns"
	"github.com/netrig/netrig/harness/internal/plan"
	"github.com/netrig/netrig/harness/internal/run"
	"github.com/netrig/netrig/harness/suite"
	"github.com/netrig/netrig/topology"
)

// Options says how to try mutants. The zero value tries all of them, several
// at once.
type Options struct {
	Only     *regexp.Regexp // try only the mutants whose SUITE/MUTANT it matches
	Parallel int            // mutants at once; 0 for four a processor, and eight at least
	Seed     uint64         // of all chance in the labs
	Version  string         // of the program
	Once     bool           // take the first try of each mutant for what it is
	Progress func(Progress) // is told what is done, from several goroutines
}

// Progress is how far a suite has been tried.
type Progress struct {
	Suite string
	Total int    // mutants of the suite; 0 while it is run unbroken
	Doing string // the case or mutant
	Done  *Trial // set when the mutant was tried, for the last time
}

// Suite tries the mutants of a suite. The error is for a suite that has
// mistakes as it is, and for a ctx that ended; what is wrong with cases is in the result.
//
// The process must have been isolated (see harness.Isolate).
func Suite(ctx context.Context, source harness.Source, o Options) (Result, error) {
	started := time.Now()
	allowed, err := readAccepted(source)
	if err != nil {
		return Result{}, err
	}
	t, err := newTrier(ctx, source, o)
	if err != nil {
		return Result{}, err
	}
	defer t.close()
	mutants := t.mutants()
	r := Result{Suite: t.name, File: t.file, Unfit: t.unfit, Mutants: t.tryAll(ctx, mutants, allowed)}
	if ctx.Err() != nil {
		return Result{}, context.Cause(ctx)
	}
	r.accept(allowed, o.Only)
	r.sum()
	r.Took = time.Since(started)
	return r, nil
}

// tryAll tries mutants side by side. On a machine that is busy with the others a mutant may
// survive, or nobody can tell, for that alone: what lasts a moment is looked for too late,
// and a line without its delay is as slow as before. So what was not killed is tried once
// more, with nothing beside it, and that counts.
func (t *trier) tryAll(ctx context.Context, mutants []*Mutant, allowed []acceptedName) []Trial {
	trials := make([]Trial, len(mutants))
	done := func(i int) {
		if t.Progress != nil {
			t.Progress(Progress{Suite: t.name, Total: len(mutants), Doing: mutants[i].Name, Done: &trials[i]})
		}
	}
	again := make([]bool, len(mutants))
	t.each(len(mutants), func(i int) {
		trials[i] = t.try(ctx, mutants[i])
		again[i] = !t.Once && trials[i].doubtful() && !trials[i].allowed(allowed)
		if !again[i] {
			done(i)
		}
	})
	for i, m := range mutants {
		if !again[i] || ctx.Err() != nil {
			continue
		}
		first := trials[i]
		trials[i] = t.try(ctx, m)
		trials[i].First = &First{Outcome: first.Outcome, Case: first.Case, Reason: first.Reason}
		done(i)
	}
	return trials
}

// List returns the mutants of a suite that Suite would try. It runs the suite
// unbroken, as what its links carry decides which frames they can lose.
func List(ctx context.Context, source harness.Source, o Options) ([]*Mutant, error) {
	t, err := newTrier(ctx, source, o)
	if err != nil {
		return nil, err
	}
	defer t.close()
	return t.mutants(), nil
}

// trier tries the mutants of one suite.
type trier struct {
	Options
	source   harness.Source
	name     string
	file     string
	suite    *suite.Suite
	networks []*network
	unfit    []Unfit
	dir      string // for evidence
}

// newTrier runs the suite unbroken.
func newTrier(ctx context.Context, source harness.Source, o Options) (t *trier, err error) {
	if !netns.Isolated() {
		return nil, errors.New("mutate: the process is not isolated; call harness.Isolate first in main or TestMain")
	}
	t = &trier{Options: o, source: source}
	mistakes, err := source.Lint()
	if err := errors.Join(err, mistakes.Err()); err != nil {
		return nil, err
	}
	if t.suite, err = source.Load(); err != nil {
		return nil, err
	}
	// A case that passes only if it is given its time is tried with that.
	patient, err := source.Load()
	if err != nil {
		return nil, err
	}
	t.name, t.file = t.suite.Name, t.shown(topology.Pos{File: t.suite.File}).File
	if t.dir, err = run.Scratch(); err != nil {
		return nil, err
	}
	cases := make([]*suite.Case, len(t.suite.Cases))
	looks := make([]*seen, len(cases))
	results := make([]suite.CaseResult, len(cases))
	errs := make([]error, len(cases))
	fails := func(i int) bool { return results[i].Verdict.And(suite.Skipped) != suite.Skipped && ctx.Err() == nil }
	t.each(len(cases), func(i int) {
		if o.Progress != nil {
			o.Progress(Progress{Suite: t.name, Doing: t.suite.Cases[i].Name})
		}
		cases[i] = t.suite.Cases[i]
		hasten(cases[i])
		if results[i], looks[i], errs[i] = t.unbroken(ctx, cases[i]); fails(i) {
			own := *cases[i] // it stays on the network of the others
			own.Steps, own.Assertions = patient.Cases[i].Steps, patient.Cases[i].Assertions
			cases[i] = &own
			results[i], looks[i], errs[i] = t.unbroken(ctx, cases[i])
		}
	})
	for i, c := range cases { // and alone, as its mutants are
		if fails(i) && !o.Once {
			results[i], looks[i], errs[i] = t.unbroken(ctx, c)
		}
	}
	if ctx.Err() != nil {
		errs = append(errs, context.Cause(ctx))
	}
	if err := errors.Join(errs...); err != nil {
		t.close()
		return nil, err
	}
	var fit []*suite.Case
	bySeen := map[*suite.Case]*seen{}
	for i, c := range cases {
		if results[i].Verdict != suite.Passed {
			t.unfit = append(t.unfit, Unfit{Case: c.Name, Verdict: results[i].Verdict, Reason: reason(results[i])})
			continue
		}
		fit = append(fit, c)
		bySeen[c] = looks[i]
	}
	t.networks = networks(fit)
	for _, n := range t.networks {
		for _, c := range n.cases {
			n.seen = append(n.seen, bySeen[c])
		}
	}
	return t, nil
}

func (t *trier) close() { _ = os.RemoveAll(t.dir) } // in a file system that ends with the process

// each calls f for 0 to n-1, as many at once as are wanted.
func (t *trier) each(n int, f func(int)) {
	slots := make(chan struct{}, cmp.Or(max(0, t.Parallel), max(8, 4*runtime.NumCPU())))
	var wg sync.WaitGroup
	for i := range n {
		slots <- struct{}{}
		wg.Go(func() {
			defer func() { <-slots }()
			f(i)
		})
	}
	wg.Wait()
}

// unbroken runs a case as it is, and looks at what it made its links carry.
func (t *trier) unbroken(ctx context.Context, c *suite.Case) (suite.CaseResult, *seen, error) {
	var s *seen
	result, err := t.run(ctx, c, func(dir string) error {
		ev, err := evidence.Read(dir)
		if err != nil {
			return err
		}
		s, err = look(c, ev)
		return err
	})
	return result, s, err
}

// run runs a case, and lets its evidence be read before it is removed.
func (t *trier) run(ctx context.Context, c *suite.Case, read func(dir string) error) (suite.CaseResult, error) {
	dir, err := os.MkdirTemp(t.dir, "case-")
	if err != nil {
		return suite.CaseResult{}, err
	}
	result := run.Case(ctx, t.suite, c, run.Options{Dir: dir, Version: t.Version, Root: t.source.Root(), Seed: t.Seed})
	if read != nil && result.Verdict == suite.Passed {
		err = read(run.CaseDir(dir, c))
	}
	return result, errors.Join(err, os.RemoveAll(dir))
}

// mutants returns those that are wanted.
func (t *trier) mutants() []*Mutant {
	var all []*Mutant
	for _, n := range t.networks {
		for _, op := range Operators() {
			s := &search{network: n, operator: op.Name}
			op.find(s)
			for _, m := range s.found {
				if t.Only == nil || t.Only.MatchString(t.name+"/"+m.Name) {
					m.Place = suite.PlaceOf(t.shown(m.pos))
					all = append(all, m)
				}
			}
		}
	}
	return all
}

// shown names a place as the user would.
func (t *trier) shown(pos topology.Pos) topology.Pos {
	return t.source.Shown(topology.Diagnostics{{Pos: pos}})[0].Pos
}

// try runs the cases that can notice the mutant, one after the other, until
// one fails.
func (t *trier) try(ctx context.Context, m *Mutant) Trial {
	trial := Trial{Mutant: m, Outcome: Survived}
	for _, i := range m.cases {
		if ctx.Err() != nil {
			return trial
		}
		c := copied(m.network.cases[i])
		m.broken(c)
		if _, err := plan.Of(c.Topology); err != nil {
			trial.Outcome, trial.Reason, trial.sure = Invalid, err.Error(), true
			return trial
		}
		result, err := t.run(ctx, c, nil)
		switch {
		case err != nil:
			trial.Outcome, trial.Reason = Errored, err.Error()
		case result.Verdict == suite.Failed:
			trial.Outcome, trial.Case, trial.Failed, trial.Reason = Killed, c.Name, failed(result), ""
			return trial
		case result.Verdict == suite.Errored && result.Booted == 0:
			trial.Outcome, trial.Reason = Invalid, result.Reason
			return trial
		case result.Verdict != suite.Passed && trial.Outcome != Errored:
			trial.Outcome, trial.Case, trial.Reason = Errored, c.Name, reason(result)
		}
	}
	return trial
}

// failed names the assertions that failed, and the steps.
func failed(r suite.CaseResult) (names []string) {
	for _, s := range r.Steps {
		if s.Verdict == suite.Failed {
			names = append(names, "step "+s.Text)
		}
	}
	for _, a := range r.Results {
		if a.Verdict == suite.Failed {
			names = append(names, a.Name)
		}
	}
	return names
}

// reason is why a case did not pass.
func reason(r suite.CaseResult) string {
	if r.Reason != "" {
		return r.Reason
	}
	for _, s := range r.Steps {
		if s.Verdict == r.Verdict {
			return "step " + s.Text + ": " + s.Reason
		}
	}
	i := slices.IndexFunc(r.Results, func(a suite.Result) bool { return a.Verdict == r.Verdict })
	if i < 0 {
		return ""
	}
	return fmt.Sprintf("%s: %s", r.Results[i].Name, r.Results[i].Reason)
}
