package harness

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/netrig/netrig/harness/assert"
	"github.com/netrig/netrig/harness/internal/capture"
	"github.com/netrig/netrig/harness/internal/lab"
	"github.com/netrig/netrig/harness/internal/leak"
	"github.com/netrig/netrig/harness/internal/netns"
	"github.com/netrig/netrig/harness/internal/observe"
	"github.com/netrig/netrig/harness/internal/process"
	"github.com/netrig/netrig/harness/internal/run"
	"github.com/netrig/netrig/harness/report"
	"github.com/netrig/netrig/harness/state"
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
		os.Exit(m.Run()) //nolint:forbidigo // it is the main of the test program; tests learn why
	}
	if err := capture.KeepStamping(); err != nil {
		fmt.Fprintf(os.Stderr, "harness: %v\n", err)
		os.Exit(1) //nolint:forbidigo // as below
	}
	before := leak.Take()
	code := m.Run()
	lab.Clear()
	if code == 0 {
		if left := before.Left(); left != nil {
			fmt.Fprintf(os.Stderr, "harness: the tests left behind%s:\n%v\n", leak.Cure(left), left)
			code = 1
		}
	}
	os.Exit(code) //nolint:forbidigo // it is the main of the test program
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
		l.finish(tb)
	})
	return l
}

// finish ends the lab of a test.
func (l *Lab) finish(tb TB) {
	tb.Helper()
	fail := func(what string, err error) {
		if err != nil {
			tb.Error(fmt.Errorf("harness: %s%w", what, err))
		}
	}
	fail("it broke down: ", l.Err())
	spaces, err := l.spaces()
	fail("", err)
	nodes := ""
	if tb.Failed() {
		nodes = l.describe()
		if !l.told.Load() {
			l.showLast(tb)
		}
	}
	fail("", l.session.Close())
	fail("the test left behind: ", leak.Inside(spaces))
	if tb.Failed() {
		l.keep(tb, nodes)
	}
	fail("", l.Close())
}

// showLast tells of the last frames of the lab, and what became of them on their way.
func (l *Lab) showLast(tb TB) {
	tb.Helper()
	last, err := l.session.Last()
	if err != nil || last == nil {
		return // what broke is told elsewhere
	}
	var b strings.Builder
	_ = report.Frames(&b, last, report.Style{}) // a Builder takes everything
	tb.Log("harness: the last of the lab:\n" + b.String())
}

// spaces are the network namespaces of the lab, by their numbers.
func (l *Lab) spaces() (map[uint64]string, error) {
	spaces := map[uint64]string{}
	for _, n := range l.session.Lab().Nodes() {
		id, err := n.NS().ID()
		if err != nil {
			return nil, err
		}
		spaces[id] = n.Name
	}
	return spaces, nil
}

// describe tells how the kernels of the nodes are: their interfaces, routes, neighbours and
// sockets.
func (l *Lab) describe() string {
	var b strings.Builder
	for _, n := range l.session.Lab().Nodes() {
		s, err := n.Snapshot(observe.Everything)
		if err != nil {
			fmt.Fprintf(&b, "%s: %v\n", n.Name, err)
			continue
		}
		var lines []string
		for _, e := range state.Diff(&state.Snapshot{}, s).Added {
			lines = append(lines, e.String())
		}
		fmt.Fprintf(&b, "%s\n    %s\n", n.Name, strings.Join(lines, "\n    "))
	}
	return b.String()
}

// require skips or fails a test that cannot have a lab.
func require(tb TB) {
	tb.Helper()
	isolated := netns.Isolated()
	err := netns.Refused()
	if isolated {
		err = settings()
	}
	switch {
	case isolated && err == nil:
	case err == nil:
		tb.Fatal("harness: this package needs a TestMain: func TestMain(m *testing.M) { harness.Main(m) }")
	default:
		lack(tb, "no lab can be had here", err.Error())
	}
}

// required reports whether nothing may be skipped for want of something.
func required() bool { return os.Getenv("NETRIG_REQUIRE") == "all" }

// lack skips a test for want of something, or fails it where that is required.
func lack(tb TB, what, why string) {
	tb.Helper()
	if required() {
		tb.Fatal("harness: " + what + ", and NETRIG_REQUIRE is all: " + why)
		return
	}
	tb.Skip("harness: " + what + ": " + why)
}

// Need skips a test where a program is missing that it starts on a node (see Node.Command),
// and says which. Where NETRIG_REQUIRE is all the test fails instead, as cases do with what
// they list under `needs:`.
func Need(tb TB, programs ...string) {
	tb.Helper()
	var missing []string
	for _, name := range programs {
		if _, err := process.Find(name); err != nil {
			missing = append(missing, err.Error())
		}
	}
	if len(missing) > 0 {
		lack(tb, "the test needs a program", strings.Join(missing, "; "))
	}
}

// most is how many lines about nodes are printed; all are in the file.
const most = 40

// keep copies the evidence of a test that failed to where it stays, and tells of it.
func (l *Lab) keep(tb TB, nodes string) {
	tb.Helper()
	dir, err := artifacts(tb)
	if err == nil {
		dir = filepath.Join(dir, run.Slug(l.t.Name))
		err = errors.Join(os.CopyFS(dir, os.DirFS(l.dir)), os.WriteFile(filepath.Join(dir, "nodes.txt"), []byte(nodes), 0o644)) //nolint:gosec // for anybody
	}
	if err != nil {
		tb.Log(fmt.Sprintf("harness: the evidence could not be kept: %v", err))
		return
	}
	if lines := strings.SplitAfter(nodes, "\n"); len(lines) > most {
		nodes = strings.Join(lines[:most], "") + "    ... the rest is in nodes.txt\n"
	}
	tb.Log(fmt.Sprintf("harness: when the test ended:\n%s", nodes))
	tb.Log(fmt.Sprintf("harness: every frame: wireshark %s\nwhat servers said, and how nodes were, is in events.jsonl and nodes.txt beside it", filepath.Join(dir, "frames.pcapng")))
}

// artifacts is a folder that outlives the test: that of `go test -artifacts`, else one
// among the temporary files, as the test's own goes with it.
func artifacts(tb TB) (string, error) {
	if f := flag.Lookup("test.artifacts"); f != nil && f.Value.String() == "true" {
		return tb.ArtifactDir(), nil
	}
	return os.MkdirTemp("", "netrig-"+run.Slug(tb.Name())+"-")
}

// Expect judges assertions as Judge does; the test fails where one does not pass, with
// what was seen instead.
//
//	lab.Expect(t,
//		assert.Ping{From: "pc1", To: "web", Lost: assert.Is(0)},
//		assert.Frames{At: "pc1:eth0", Never: []assert.Never{{Match: "tcp.flags.reset == 1"}}})
//	lab.Expect(t, assert.YAML(`
//	- at: pc1:eth0
//	  sequence: [tcp.flags.syn == 1, "http.request.method == \"GET\""]`))
func (l *Lab) Expect(tb TB, assertions ...assert.Assertion) {
	tb.Helper()
	results, err := l.judge(tb.Context(), caller(), assertions)
	if err != nil {
		l.told.Store(true)
		tb.Error(err)
		return
	}
	bad := slices.DeleteFunc(results, func(r suite.Result) bool { return r.Verdict == suite.Passed })
	if len(bad) == 0 {
		return
	}
	for _, r := range bad {
		if r.Finding != nil {
			r.Finding.Capture = "" // the file is still being written
		}
	}
	var b strings.Builder
	_ = report.Failures(&b, bad, report.Style{}) // a Builder takes everything
	l.told.Store(true)
	tb.Error(b.String())
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
	r, err := Run(t.Context(), []Source{source}, RunOptions{Dir: evidence, Require: required(), Only: regexp.MustCompile("^" + regexp.QuoteMeta(name) + "$")})
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
