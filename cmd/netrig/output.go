package main

import (
	"errors"
	"io"
	"os"
	"sync"

	"golang.org/x/term"

	"github.com/netrig/netrig/harness"
	"github.com/netrig/netrig/harness/report"
	"github.com/netrig/netrig/harness/suite"
)

// verdictExit is the exit code of a verdict, nil for a pass.
func verdictExit(r report.Run) error {
	switch r.Verdict {
	case suite.Passed, suite.Skipped:
		return nil
	case suite.Failed:
		return &exit{code: exitFailed}
	case suite.Errored:
	}
	return &exit{code: exitErrored}
}

// writeTo writes a report to a file, to stdout for "-", nowhere for "".
func writeTo[R any](name string, stdout io.Writer, r R, render func(io.Writer, R) error) error {
	switch name {
	case "":
		return nil
	case "-":
		return render(stdout, r)
	}
	f, err := os.Create(name)
	if err != nil {
		return err
	}
	return errors.Join(render(f, r), f.Close())
}

// live shows progress where standard error is a terminal.
type live struct {
	file *os.File // nil: nothing is shown
	once sync.Once
	line *report.Progress
}

// isTerminal reports whether f is a terminal that takes control sequences.
func isTerminal(f *os.File) bool {
	return os.Getenv("TERM") != "dumb" && term.IsTerminal(int(f.Fd()))
}

// columns is how wide a terminal is.
func columns(f *os.File) int {
	width, _, err := term.GetSize(int(f.Fd()))
	if err != nil || width == 0 {
		return 80
	}
	return width
}

func newLive(f *os.File) *live {
	if !isTerminal(f) {
		return &live{}
	}
	return &live{file: f}
}

func (l *live) progress(p harness.Progress) {
	if l.file == nil {
		return
	}
	l.once.Do(func() {
		l.line = report.NewProgress(l.file, columns(l.file), p.Total)
	})
	if name := p.Suite + "/" + p.Case; p.Done != nil {
		l.line.Done(name, p.Done.Verdict)
	} else {
		l.line.Doing(name, p.Doing)
	}
}

// clear takes the line away; nothing runs any more.
func (l *live) clear() {
	if l.line != nil {
		l.line.Clear()
	}
}
