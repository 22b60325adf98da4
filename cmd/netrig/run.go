package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/signal"
	"regexp"
	"strings"
	"syscall"

	"github.com/spf13/cobra"

	"github.com/netrig/netrig/harness"
	"github.com/netrig/netrig/harness/report"
)

// runFlags are the flags of `netrig run`.
type runFlags struct {
	only     string
	parallel int
	dir      string
	seed     uint64
	keep     bool
	dryRun   bool
	verbose  bool
	noLint   bool
	json     string
	junit    string
}

func runCommand() *cobra.Command {
	var f runFlags
	c := &cobra.Command{
		Use:   "run [flags] [SUITE|DIR...]",
		Short: "Run suites and judge them",
		Long: `Run boots a lab for every case, runs its steps, records every frame and judges
the assertions.

SUITE is a file, or the name of a suite that netrig brings along (see the list
below); DIR stands for every suite.yaml in it and below. Without arguments the
present folder is meant.

The evidence of a run (frames.pcapng, events.jsonl, state.jsonl, run.json for
each case) is kept where --run-dir says. Without it, evidence is kept only when
a case did not pass, among the temporary files; the report says where.

Suites that netrig brings along:
`,
		Example: `  netrig run internet -v
  netrig run --only 'tcp/.*SYN' tcp
  netrig run --junit report.xml --run-dir evidence .
  netrig run --dry-run suite.yaml`,
		RunE: func(c *cobra.Command, args []string) error { return f.run(c, args) },
	}
	help := c.HelpFunc()
	c.SetHelpFunc(func(c *cobra.Command, args []string) {
		c.Long += embeddedList() // read only when it is asked for
		help(c, args)
	})
	flags := c.Flags()
	flags.StringVarP(&f.only, "only", "k", "", "run only the cases whose SUITE/CASE this regular expression matches")
	flags.IntVarP(&f.parallel, "parallel", "p", 0, "cases at once (default: four a processor, eight at least)")
	flags.StringVarP(&f.dir, "run-dir", "d", "", "keep the evidence of every case in this folder")
	flags.Uint64Var(&f.seed, "seed", 1, "what all chance in the labs is drawn from: the same seed, the same fate of every frame; 0 draws one")
	flags.BoolVar(&f.keep, "keep", false, "keep the evidence of cases that passed too")
	flags.BoolVarP(&f.dryRun, "dry-run", "n", false, "print what would be done to boot each case, and stop")
	flags.BoolVarP(&f.verbose, "verbose", "v", false, "show the steps and the frames behind what passed")
	flags.BoolVar(&f.noLint, "no-lint", false, "run although lint finds mistakes in a network, and say which: for networks that are graded")
	flags.StringVar(&f.json, "json", "", "write the report as JSON to this file, - for standard output")
	flags.StringVar(&f.junit, "junit", "", "write the report as JUnit XML to this file, - for standard output")
	return c
}

func (f *runFlags) run(c *cobra.Command, args []string) error {
	only, err := pattern(f.only)
	if err != nil {
		return usage(err)
	}
	if f.parallel < 0 {
		return usage(fmt.Errorf("--parallel %d: want 1 or more, or 0 for the default", f.parallel))
	}
	if f.json == "-" && f.junit == "-" {
		return usage(errors.New("--json and --junit cannot both go to standard output"))
	}
	sources, err := sourcesOf(args)
	if err != nil {
		return usage(err)
	}
	if f.dryRun {
		plans, err := harness.Plan(sources, only)
		if err != nil {
			return usage(err)
		}
		_, err = fmt.Fprint(c.OutOrStdout(), plans)
		return err
	}
	// From here on this is another process, one that cannot reach the host's
	// network. It comes by the same way. Signals end the one in front until it
	// can pass them on: it must not swallow them before.
	harness.Isolate()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM, syscall.SIGHUP)
	defer stop()
	return f.judge(ctx, c, sources, only)
}

func pattern(text string) (*regexp.Regexp, error) {
	if text == "" {
		return nil, nil
	}
	re, err := regexp.Compile(text)
	if err != nil {
		return nil, fmt.Errorf("--only: %w", err)
	}
	return re, nil
}

func (f *runFlags) judge(ctx context.Context, c *cobra.Command, sources []harness.Source, only *regexp.Regexp) error {
	o := harness.RunOptions{Dir: f.dir, Keep: f.keep, Only: only, Parallel: f.parallel, NoLint: f.noLint, Seed: f.seed, Version: version, Require: os.Getenv("NETRIG_REQUIRE") == "all"}
	for o.Seed == 0 {
		o.Seed = rand.Uint64()
	}
	live := newLive(os.Stderr)
	o.Progress = live.progress
	r, err := harness.Run(ctx, sources, o)
	live.clear()
	if len(r.Suites) == 0 {
		if notTheUser(err) {
			return &exit{code: exitErrored, err: err}
		}
		return usage(err)
	}
	if f.noLint {
		for _, s := range sources {
			mistakes, _ := s.Lint() // it was read
			for _, m := range mistakes {
				_, _ = fmt.Fprintf(c.ErrOrStderr(), "netrig: %v\n", m)
			}
		}
	}
	if failed := f.write(c, r); failed != nil {
		err = errors.Join(err, failed)
	}
	if err != nil {
		return &exit{code: exitErrored, err: err}
	}
	return verdictExit(r)
}

// notTheUser reports whether what kept a run from its first case is in none of
// the files, nor in the command line.
func notTheUser(err error) bool {
	for _, e := range []error{context.Canceled, syscall.ENOSPC, syscall.EDQUOT, syscall.EIO, syscall.EMFILE, syscall.ENFILE, syscall.ENOMEM} {
		if errors.Is(err, e) {
			return true
		}
	}
	return false
}

// asciiLocale reports whether the environment says that text is not UTF-8
// (locale(7)). Where it says nothing, as in most logs and containers, text is.
func asciiLocale(getenv func(string) string) bool {
	locale := strings.ToLower(cmp.Or(getenv("LC_ALL"), getenv("LC_CTYPE"), getenv("LANG")))
	return locale != "" && !strings.Contains(locale, "utf-8") && !strings.Contains(locale, "utf8")
}

// write writes the report wherever it was asked for. Text goes to standard
// output unless another format does.
func (f *runFlags) write(c *cobra.Command, r report.Run) error {
	stdout := c.OutOrStdout()
	var errs []error
	if f.json != "-" && f.junit != "-" {
		style := report.Style{Verbose: f.verbose, ASCII: asciiLocale(os.Getenv)}
		if isTerminal(os.Stdout) {
			style.Color, style.Width = os.Getenv("NO_COLOR") == "", columns(os.Stdout)
		}
		errs = append(errs, report.Text(stdout, r, style))
	}
	errs = append(errs, writeTo(f.json, stdout, r, report.JSON), writeTo(f.junit, stdout, r, report.JUnit))
	return errors.Join(errs...)
}
