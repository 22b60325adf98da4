package cases_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/netrig/netrig/cases"
	"github.com/netrig/netrig/harness"
	"github.com/netrig/netrig/harness/report"
	"github.com/netrig/netrig/harness/suite"
)

func TestMain(m *testing.M) {
	harness.Isolate()
	m.Run()
}

// source is an embedded suite.
func source(name string) harness.Source {
	return harness.Source{FS: cases.FS(), Name: name + "/" + harness.SuiteFile}
}

// embedded copies an embedded suite to where it can be changed. Names keep
// the suite's folder in front.
func embedded(t *testing.T, name string) fstest.MapFS {
	t.Helper()
	files := fstest.MapFS{}
	err := fs.WalkDir(cases.FS(), name, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(cases.FS(), path)
		files[path] = &fstest.MapFile{Data: data}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func TestEverySuitePasses(t *testing.T) {
	var sources []harness.Source
	for _, name := range cases.Names() {
		sources = append(sources, source(name))
	}
	passAll(t, sources)
}

// notShort skips, with -short, what runs every suite once more for something that does
// not depend on who runs it.
func notShort(t *testing.T) {
	t.Helper()
	if testing.Short() {
		t.Skip("with -short the suites are run once")
	}
}

// passAll runs suites, all at once, and expects that every case passes.
func passAll(t *testing.T, sources []harness.Source) {
	t.Helper()
	for _, s := range runAll(t, sources).Suites {
		for _, c := range s.Cases {
			expectPass(t, c)
		}
	}
}

// runAll runs suites, all at once, and expects that every one is run.
func runAll(t *testing.T, sources []harness.Source) report.Run {
	t.Helper()
	r, err := harness.Run(t.Context(), sources, options(t))
	if err != nil {
		t.Fatal(err)
	}
	if len(r.Suites) != len(sources) {
		t.Fatalf("%d of %d suites were run", len(r.Suites), len(sources))
	}
	return r
}

// options are those of a run in a folder of its own, as strict about what the
// machine lacks as required is.
func options(t *testing.T) harness.RunOptions {
	t.Helper()
	return harness.RunOptions{Dir: filepath.Join(t.TempDir(), "run"), Require: os.Getenv("NETRIG_REQUIRE") == "all"}
}

// expectPass says what of a case did not pass.
func expectPass(t *testing.T, c suite.CaseResult) {
	t.Helper()
	switch c.Verdict {
	case suite.Passed:
		return
	case suite.Skipped:
		t.Logf("%s / %s: skipped: %s", c.Suite, c.Name, c.Reason)
		return
	case suite.Failed, suite.Errored:
	}
	var b strings.Builder
	for _, s := range c.Steps {
		if s.Verdict != suite.Passed {
			b.WriteString("\n  step " + s.Text + ": " + string(s.Verdict) + ": " + s.Reason)
		}
	}
	for _, r := range c.Results {
		if r.Verdict == suite.Passed {
			continue
		}
		b.WriteString("\n  " + r.Name + ": " + string(r.Verdict) + ": " + r.Reason)
		if r.Finding != nil {
			for _, f := range r.Finding.Frames {
				b.WriteString("\n    " + f.Point + " " + f.Summary)
			}
		}
	}
	t.Errorf("%s / %s: %s: %s%s", c.Suite, c.Name, c.Verdict, c.Reason, b.String())
}

func TestEverySuiteIsFreeOfLint(t *testing.T) {
	for _, name := range cases.Names() {
		mistakes, err := source(name).Lint()
		if err != nil {
			t.Fatal(err)
		}
		if err := mistakes.Err(); err != nil {
			t.Error(err)
		}
	}
}

func TestEverySuiteExplainsItself(t *testing.T) {
	for _, name := range cases.Names() {
		s, err := source(name).Load()
		if err != nil {
			t.Fatal(err)
		}
		if s.Name != name || s.Title == "" || s.Doc == "" {
			t.Errorf("%s: it is named %q, title %q, doc %q; want the folder's name, a title and a doc", name, s.Name, s.Title, s.Doc)
		}
		for _, c := range s.Cases {
			if len(c.Cites) == 0 || len(c.Covers) == 0 {
				t.Errorf("%s / %s: it cites %v and covers %v; want both", name, c.Name, c.Cites, c.Covers)
			}
		}
	}
}
