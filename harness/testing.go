package harness

import (
	"context"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"time"

	"github.com/netrig/netrig/harness/internal/leak"
	"github.com/netrig/netrig/harness/internal/netns"
	"github.com/netrig/netrig/harness/internal/run"
	"github.com/netrig/netrig/harness/report"
	"github.com/netrig/netrig/harness/suite"
	"github.com/netrig/netrig/topology"
)

// TB is what the harness needs of a *testing.T, a *testing.B or a *testing.F.
type TB interface {
	ArtifactDir() string
	Cleanup(f func())
	Context() context.Context
	Error(args ...any)
	Failed() bool
	Fatal(args ...any)
	Helper()
	Log(args ...any)
	Name() string
	Skip(args ...any)
}

// M is what Main needs of a *testing.M.
type M interface{ Run() int }

// Main is the whole of a TestMain:
//
//	func TestMain(m *testing.M) { harness.Main(m) }
//
// It moves the test program into a network namespace of its own (see Isolate), so that no
// test can reach the machine's network, runs the tests, and fails the package if they
// leave processes, namespaces or open files behind. Where the machine does not
// allow that, tests that need a lab are skipped with the reason, and fail
// where NETRIG_REQUIRE is all. It does not return.
//
// The line is needed because only a process as a whole can move, before Go has started
// threads that it does not know of.
func Main(m M) {
	if netns.TryIsolate() != nil {
		os.Exit(m.Run()) // tests learn why
	}
	before := leak.Take()
	code := m.Run()
	if code == 0 {
		if left := before.Left(); left != nil {
			fmt.Fprintf(os.Stderr, "harness: the tests left behind:\n%v\n", left)
			code = 1
		}
	}
	os.Exit(code)
}

// Test boots the network of a topology for a test, and ends it with the test, however that
// ends. Where the test fails, it tells where the evidence is, every frame of every interface
// among it, and where something broke in the lab, the test fails.
//
// The package needs a TestMain with Main in it. Tests may be parallel.
func Test(tb TB, t *topology.Topology) *Lab {
	tb.Helper()
	require(tb)
	l, err := Open(tb.Context(), t, LabOptions{Name: tb.Name()})
	if err != nil {
		tb.Fatal(err)
	}
	l.tb = tb
	tb.Cleanup(func() {
		tb.Helper()
		if err := l.Err(); err != nil {
			tb.Error("harness: broke down: ", err)
		}
		if err := l.session.Close(); err != nil {
			tb.Error("harness: ", err)
		}
		l.keep(tb)
		if err := l.Close(); err != nil {
			tb.Error("harness: ", err)
		}
	})
	return l
}

// require skips or fails a test that cannot have a lab.
func require(tb TB) {
	tb.Helper()
	if netns.Isolated() {
		return
	}
	err := netns.Refused()
	switch {
	case err == nil:
		tb.Fatal("harness: this package needs a TestMain: func TestMain(m *testing.M) { harness.Main(m) }")
	case os.Getenv("NETRIG_REQUIRE") == "all":
		tb.Fatal("harness: no lab can be had here, and NETRIG_REQUIRE is all: ", err)
	default:
		tb.Skip("harness: no lab can be had here: ", err)
	}
}

// keep copies the evidence of a test that failed to where it stays, and tells of it.
func (l *Lab) keep(tb TB) {
	tb.Helper()
	if !tb.Failed() {
		return
	}
	dir, err := artifacts(tb)
	if err == nil {
		dir = filepath.Join(dir, run.Slug(l.t.Name))
		err = os.CopyFS(dir, os.DirFS(l.dir))
	}
	if err != nil {
		tb.Log("harness: the evidence could not be kept: ", err)
		return
	}
	tb.Log("harness: every frame is in ", filepath.Join(dir, "frames.pcapng"), ", which Wireshark opens; what servers said in events.jsonl beside it")
}

// artifacts is a folder that outlives the test: that of `go test -artifacts`, else one
// among the temporary files, as the test's own goes with it.
func artifacts(tb TB) (string, error) {
	if f := flag.Lookup("test.artifacts"); f != nil && f.Value.String() == "true" {
		return tb.ArtifactDir(), nil
	}
	return os.MkdirTemp("", "netrig-"+run.Slug(tb.Name())+"-")
}

// Expect judges assertions, one or a list, as Judge does; the test fails where one does not
// pass, with what was seen instead.
//
//	lab.Expect(t, `
//	- at: pc1:eth0
//	  sequence: [tcp.flags.syn == 1, "http.request.method == \"GET\""]
//	- {at: pc1:eth0, never: tcp.flags.reset == 1}`)
func (l *Lab) Expect(tb TB, assertions string) {
	tb.Helper()
	started := time.Now()
	results, err := l.Judge(tb.Context(), assertions)
	if err != nil {
		tb.Error(err)
		return
	}
	c := suite.CaseResult{Suite: l.t.Name, Name: tb.Name(), Verdict: suite.Passed, Started: started.UTC(), Took: time.Since(started)}
	for _, r := range results {
		if r.Finding != nil {
			r.Finding.Capture = "" // the file is still being written
		}
		c.Results = append(c.Results, r)
		if c.Verdict = c.Verdict.And(r.Verdict); r.Verdict != suite.Passed && c.Reason == "" {
			c.Reason = r.Name + ": " + r.Reason
		}
	}
	if c.Verdict != suite.Passed {
		tb.Error("\n" + text(&suite.SuiteResult{Name: l.t.Name, Verdict: c.Verdict, Cases: []suite.CaseResult{c}}))
	}
}

// text is what report says about a suite, without colours.
func text(s *suite.SuiteResult) string {
	var b strings.Builder
	r := report.NewRun("", s.Started, s.Took, []suite.SuiteResult{*s})
	_ = report.Text(&b, r, report.Style{}) // a Builder takes everything
	return b.String()
}

// T is what RunSuite needs of a *testing.T.
type T[Self any] interface {
	TB
	Parallel()
	Run(name string, f func(Self)) bool
}

// RunSuite runs the cases of a suite file as parallel subtests, each in a lab of its own:
//
//	//go:embed suite.yaml
//	var files embed.FS
//
//	func TestSuite(t *testing.T) { harness.RunSuite(t, files, "suite.yaml") }
//
// One that does not pass tells what was seen instead, and where its evidence is.
func RunSuite[Self T[Self]](t Self, fsys fs.FS, name string) {
	t.Helper()
	require(t)
	source := Source{FS: fsys, Name: name}
	s, err := source.Load()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range s.Cases {
		t.Run(c.Name, func(t Self) {
			t.Helper()
			t.Parallel()
			runCase(t, source, s.Name+"/"+c.Name)
		})
	}
}

func runCase(t TB, source Source, name string) {
	t.Helper()
	dir, err := artifacts(t)
	if err != nil {
		t.Fatal(err)
	}
	evidence := filepath.Join(dir, "evidence")
	r, err := Run(t.Context(), []Source{source}, RunOptions{Dir: evidence, Only: regexp.MustCompile("^" + regexp.QuoteMeta(name) + "$")})
	if err != nil {
		t.Error(err)
	}
	switch r.Verdict {
	case suite.Passed, suite.Skipped:
		if err := os.RemoveAll(evidence); err != nil {
			t.Error(err)
		}
		_ = os.Remove(dir) // unless it is the test's own, where others may have put something
	default:
	}
	for i := range r.Suites {
		switch r.Suites[i].Verdict {
		case suite.Passed:
		case suite.Skipped:
			t.Skip(text(&r.Suites[i]))
		default:
			t.Error("\n" + text(&r.Suites[i]))
		}
	}
}
