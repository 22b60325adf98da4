package run

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"github.com/netrig/netrig/harness/suite"
)

// Options says how to run a suite.
type Options struct {
	Dir      string        // where the run directories of the cases are made; required
	Version  string        // of netrig, for the record
	Sources  string        // SHA-256 of the list of files that the suite was read from, for the record
	Root     string        // of the host, where the suite's file system begins; empty where it is not the host's
	Require  bool          // a case that needs a program which the machine lacks is errored, not skipped
	Seed     uint64        // of all chance in the labs
	Slots    chan struct{} // a case runs while it has put a value in; required
	Progress func(Progress)
}

// Progress is what a case is doing. It is reported from the goroutine of the
// case.
type Progress struct {
	Suite string
	Case  string
	Doing string            // as in "boot" or "ping pc1 -> pc2"; empty once it is done
	Done  *suite.CaseResult // set when the case ended
}

// Suite runs the cases of s and returns their results in file order. Cases
// that ctx leaves no time for are Errored.
func Suite(ctx context.Context, s *suite.Suite, cases []*suite.Case, o Options) suite.SuiteResult {
	started := time.Now()
	results := make([]suite.CaseResult, len(cases))
	var wg sync.WaitGroup
	for i, c := range cases {
		o.Slots <- struct{}{}
		wg.Go(func() {
			defer func() { <-o.Slots }()
			results[i] = Case(ctx, s, c, o)
		})
	}
	wg.Wait()
	r := suite.NewSuiteResult(s, results)
	r.Started, r.Took, r.Dir = started.UTC(), time.Since(started), o.Dir
	return r
}

// CaseDir returns the run directory of a case below dir: its place in the
// suite and its name, in letters that every file system takes.
func CaseDir(dir string, c *suite.Case) string {
	return filepath.Join(dir, fmt.Sprintf("%02d-%s", c.Index+1, Slug(c.Name)))
}

// Slug turns a name into one for a file: lower-case letters, digits and
// dashes, at most 60 of them.
func Slug(name string) string {
	var b strings.Builder
	for _, r := range strings.ToLower(name) {
		switch {
		case r >= 'a' && r <= 'z' || r >= '0' && r <= '9':
			b.WriteRune(r)
		case b.Len() > 0 && !strings.HasSuffix(b.String(), "-"):
			b.WriteByte('-')
		}
		if b.Len() == 60 {
			break
		}
	}
	if s := strings.Trim(b.String(), "-"); s != "" {
		return s
	}
	return "case"
}
