package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strings"
	"syscall"

	"github.com/spf13/cobra"

	"github.com/netrig/netrig/harness"
	"github.com/netrig/netrig/harness/mutate"
	"github.com/netrig/netrig/harness/report"
	"github.com/netrig/netrig/harness/suite"
)

// mutateFlags are the flags of `netrig mutate`.
type mutateFlags struct {
	only     string
	parallel int
	seed     uint64
	once     bool
	list     bool
	verbose  bool
	json     string
}

func mutateCommand() *cobra.Command {
	var f mutateFlags
	c := &cobra.Command{
		Use:   "mutate [flags] [SUITE|DIR...]",
		Short: "Break the networks of suites, and say what no assertion notices",
		Long: `Mutate breaks the network of a suite in stated ways, one at a time, and runs the
suite on each. A mutant is killed where a case fails; one that survives shows
what no assertion looks at. It is errored where no case fails and one cannot
tell, and invalid where it cannot be booted: neither says anything. Mutants are
tried side by side, and what was not killed once more, alone, before it is said:
a busy machine may be the reason. Without arguments the suites in and below the
present folder are meant.

A file NAME.mutants.yaml beside the suite NAME.yaml lists the mutants that may
survive, and why. What it lists in vain is told.

The exit code is 1 where a mutant survives, or one is listed in vain; 2 where
a case does not pass unbroken.

The ways are:
` + operatorList(),
		Example: `  netrig mutate arp
  netrig mutate --list suite.yaml
  netrig mutate --only 'mine/(gateway|route)' suite.yaml`,
		RunE: func(c *cobra.Command, args []string) error { return f.run(c, args) },
	}
	flags := c.Flags()
	flags.StringVarP(&f.only, "only", "k", "", "try only the mutants whose SUITE/MUTANT this regular expression matches")
	flags.IntVarP(&f.parallel, "parallel", "p", 0, "mutants at once (default: four a processor, eight at least)")
	flags.Uint64Var(&f.seed, "seed", 1, "what all chance in the labs is drawn from")
	flags.BoolVar(&f.once, "once", false, "do not try again, alone, what was not killed")
	flags.BoolVarP(&f.list, "list", "l", false, "list the mutants, and try none of them")
	flags.BoolVarP(&f.verbose, "verbose", "v", false, "list what was killed too, and by what")
	flags.StringVar(&f.json, "json", "", "write the results as JSON to this file, - for standard output")
	return c
}

// operatorList is the list of operators for the help text.
func operatorList() string {
	var b strings.Builder
	for _, o := range mutate.Operators() {
		fmt.Fprintf(&b, "\n  %-11s %s", o.Name, o.Does)
	}
	return b.String()
}

func (f *mutateFlags) run(c *cobra.Command, args []string) error {
	only, err := pattern(f.only)
	if err != nil {
		return usage(err)
	}
	if f.parallel < 0 {
		return usage(fmt.Errorf("--parallel %d: want 1 or more, or 0 for the default", f.parallel))
	}
	sources, err := sourcesOf(args)
	if err != nil {
		return usage(err)
	}
	harness.Isolate() // see runFlags.run
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM, syscall.SIGHUP)
	defer stop()
	o := mutate.Options{Only: only, Parallel: f.parallel, Seed: f.seed, Once: f.once, Version: version}
	if f.list {
		return f.print(ctx, c.OutOrStdout(), sources, o)
	}
	var results []mutate.Result
	for _, s := range sources {
		live := newTrials(os.Stderr)
		o.Progress = live.progress
		r, err := mutate.Suite(ctx, s, o)
		live.clear()
		if err != nil {
			return mutateError(err)
		}
		if only != nil && len(r.Mutants) == 0 {
			continue
		}
		results = append(results, r)
		if f.json == "-" {
			continue
		}
		if err := mutate.Text(c.OutOrStdout(), r, f.verbose); err != nil {
			return &exit{code: exitErrored, err: err}
		}
	}
	if len(results) == 0 {
		return usage(fmt.Errorf("no mutant matches %s (netrig mutate --list prints their names)", only))
	}
	if err := writeTo(f.json, c.OutOrStdout(), results, mutateJSON); err != nil {
		return &exit{code: exitErrored, err: err}
	}
	return mutateExit(results)
}

// mutateError is the error of what kept a suite from being tried.
func mutateError(err error) error {
	if notTheUser(err) {
		return &exit{code: exitErrored, err: err}
	}
	return usage(err)
}

// print prints the mutants of the suites.
func (f *mutateFlags) print(ctx context.Context, w io.Writer, sources []harness.Source, o mutate.Options) error {
	for _, s := range sources {
		all, err := mutate.List(ctx, s, o)
		if err != nil {
			return mutateError(err)
		}
		for _, m := range all {
			if _, err := fmt.Fprintf(w, "%s: %s\n", m.Place, m.Name); err != nil {
				return err
			}
		}
	}
	return nil
}

func mutateJSON(w io.Writer, results []mutate.Result) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(struct {
		Suites []mutate.Result `json:"suites"`
	}{results})
}

func mutateExit(results []mutate.Result) error {
	code := exitPassed
	for _, r := range results {
		switch {
		case r.Survived+len(r.Stale) > 0:
			code = exitFailed
		case r.Broken() && code == exitPassed:
			code = exitErrored
		}
	}
	if code == exitPassed {
		return nil
	}
	return &exit{code: code}
}

// newTrials shows how far mutants are tried, where standard error is a
// terminal.
func newTrials(file *os.File) *trials { return &trials{live: newLive(file)} }

type trials struct{ *live }

func (t *trials) progress(p mutate.Progress) {
	if t.file == nil || p.Total == 0 {
		return
	}
	t.once.Do(func() { t.line = report.NewProgress(t.file, columns(t.file), p.Total) })
	verdict := suite.Passed
	if p.Done.Outcome == mutate.Survived {
		verdict = suite.Failed
	}
	t.line.Done(p.Suite+"/"+p.Doing, verdict)
}
