package run

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"math"
	"os"
	"slices"
	"strings"
	"sync"
	"time"

	"golang.org/x/sys/unix"

	"github.com/netrig/netrig/harness/internal/capture"
	"github.com/netrig/netrig/harness/internal/evidence"
	"github.com/netrig/netrig/harness/internal/expect"
	"github.com/netrig/netrig/harness/internal/lab"
	"github.com/netrig/netrig/harness/internal/observe"
	"github.com/netrig/netrig/harness/internal/process"
	"github.com/netrig/netrig/harness/internal/socket"
	"github.com/netrig/netrig/harness/suite"
	"github.com/netrig/netrig/services/http"
	"github.com/netrig/netrig/topology"
)

// Case runs one case and judges what was recorded. Whatever goes wrong is in
// the result: a case never ends without a verdict.
func Case(ctx context.Context, s *suite.Suite, c *suite.Case, o Options) suite.CaseResult {
	dir := CaseDir(o.Dir, c)
	report := func(doing string) {
		if o.Progress != nil {
			o.Progress(Progress{Suite: s.Name, Case: c.Name, Doing: doing})
		}
	}
	result, err := record(ctx, s, c, dir, o, report)
	if err != nil {
		result = unrecorded(s, c, dir, err)
	}
	if o.Progress != nil {
		o.Progress(Progress{Suite: s.Name, Case: c.Name, Done: &result})
	}
	return result
}

// record runs the case, closes its evidence and judges it.
func record(ctx context.Context, s *suite.Suite, c *suite.Case, dir string, o Options, report func(string)) (suite.CaseResult, error) {
	r, err := newRunner(s, c, dir, &o)
	if err != nil {
		return suite.CaseResult{}, err
	}
	r.report = report
	lacks := lacking(c)
	switch {
	case len(lacks) > 0 && o.Require:
		r.manifest.Error = fmt.Sprintf("the machine lacks %s, and is required to have all that cases need", expect.Programs(lacks))
	case len(lacks) > 0:
		r.manifest.Missing = lacks
	default:
		if err := r.run(ctx); err != nil {
			r.manifest.Error = err.Error()
		}
	}
	if err := r.recording.Close(r.manifest); err != nil {
		return suite.CaseResult{}, err
	}
	ev, err := evidence.Read(dir)
	if err != nil {
		return suite.CaseResult{}, err
	}
	return expect.Judge(c, ev), nil
}

// newRunner begins the evidence of a case.
func newRunner(s *suite.Suite, c *suite.Case, dir string, o *Options) (*runner, error) {
	points := points(c.Topology)
	recording, err := evidence.Create(dir, points)
	if err != nil {
		return nil, err
	}
	return &runner{
		suite:     s,
		c:         c,
		recording: recording,
		report:    func(string) {},
		root:      o.Root,
		kept:      map[origin]*http.Client{},
		sockets:   map[string]*socket.Socket{},
		watchers:  map[*suite.Assertion]*observe.Watcher{},
		manifest: evidence.Manifest{
			Netrig:  o.Version,
			Kernel:  kernelRelease(),
			Root:    !inUserNamespace(),
			Suite:   s.Name,
			File:    s.File,
			Case:    c.Name,
			Sources: o.Sources,
			Started: time.Now().UTC(),
			Seed:    o.Seed,
			Points:  points,
		},
	}, nil
}

// lacking returns the programs that the case needs and nobody can start here.
func lacking(c *suite.Case) (names []string) {
	found := func(name string) bool {
		_, err := process.Find(name)
		return err == nil
	}
	for _, name := range c.Needs {
		if !slices.ContainsFunc(strings.Split(name, "|"), found) {
			names = append(names, name)
		}
	}
	return names
}

// unrecorded is the result of a case whose evidence could not be kept.
func unrecorded(s *suite.Suite, c *suite.Case, dir string, err error) suite.CaseResult {
	return expect.Judge(c, &evidence.Case{
		Dir:      dir,
		Manifest: evidence.Manifest{Format: evidence.Format, Suite: s.Name, File: s.File, Case: c.Name, Error: err.Error()},
	})
}

// runner is one case under way.
type runner struct {
	suite     *suite.Suite
	c         *suite.Case
	recording *evidence.Recording
	report    func(string)
	root      string // of the host, where the topology's file system begins
	scratch   string // folder; empty before boot
	noRoom    uint64 // observe.NoRoomBefore at boot
	recorder  *capture.Recorder
	lab       *lab.Lab

	mu       sync.Mutex
	manifest evidence.Manifest
	kept     map[origin]*http.Client               // clients whose connections stay open
	sockets  map[string]*socket.Socket             // by the names of the steps that opened them
	watchers map[*suite.Assertion]*observe.Watcher // of those that steps of a parallel wait for
}

// origin is where a request comes from.
type origin struct {
	node string
	port uint16 // 0: the kernel's choice
	tls  string // how it speaks TLS, unless as all do
}

// run boots, steps, looks and ends the capture. Its error is what kept the
// harness, not the network, from doing so.
func (r *runner) run(ctx context.Context) (err error) {
	defer func() { err = errors.Join(err, r.end(r.abandonSockets)) }() //nolint:contextcheck // the lab is undone whatever became of ctx, under a deadline of its own
	r.report("boot")
	if err := r.boot(ctx); err != nil {
		return err
	}
	ctx, cancel := context.WithTimeoutCause(ctx, r.c.Timeout, fmt.Errorf("the case took longer than its timeout of %s", r.c.Timeout))
	defer cancel()
	r.steps(ctx)
	r.observe(ctx)
	ended := context.Cause(ctx)
	return errors.Join(ended, r.closeKept(), r.recording.Err())
}

// boot boots the lab, with a capture of all of it.
func (r *runner) boot(ctx context.Context) (err error) {
	if r.scratch, err = Scratch(); err != nil {
		return err
	}
	if err := capture.KeepStamping(); err != nil {
		return err
	}
	if r.recorder, err = capture.New(r.recording.AddFrames); err != nil {
		return err
	}
	if r.noRoom, err = observe.NoRoomBefore(); err != nil {
		return err
	}
	logger := slog.New(r.recording.Handler())
	r.lab, err = lab.Boot(ctx, r.c.Topology, lab.Options{
		Logger: logger, Tap: r.recorder, Dir: r.scratch, Root: r.root, Faults: faultsOf(r.c), Seed: r.manifest.Seed,
		Secrets: r.recording.Secrets(),
	})
	if err != nil {
		return err
	}
	r.manifest.Booted = time.Now().UTC()
	return nil
}

// end ends the capture, and then the lab, however far they came. In between, abandon
// closes what is still open.
func (r *runner) end(abandon func() error) error {
	var err error
	if r.recorder != nil {
		wireErr := r.endWires()
		counters, stopErr := r.recorder.Stop()
		r.endCapture(counters)
		var crowdErr error
		if len(r.c.Assertions) > 0 { // those of a session were judged, and it counted for them
			r.manifest.Crowded, crowdErr = r.crowded()
		}
		err = errors.Join(wireErr, stopErr, crowdErr, abandon(), r.recorder.Close(), r.tearDown())
	}
	if r.scratch != "" {
		err = errors.Join(err, os.RemoveAll(r.scratch))
	}
	return err
}

// tearDown takes the lab apart.
func (r *runner) tearDown() error {
	if r.lab == nil {
		return nil
	}
	err := r.lab.Close()
	r.manifest.Panicked, r.manifest.Faults = broken(r.lab)
	return err
}

// broken returns what broke in a lab while it ran: what panicked, and what
// else gave up.
func broken(l *lab.Lab) (panics, faults []string) {
	panics = l.Panics()
	all := []error{l.Err()}
	if joined, ok := all[0].(interface{ Unwrap() []error }); ok {
		all = joined.Unwrap()
	}
	for _, err := range all {
		if err != nil && !slices.Contains(panics, err.Error()) {
			faults = append(faults, err.Error())
		}
	}
	return panics, faults
}

// points lists the capture points of a lab.
func points(t *topology.Topology) []evidence.Point {
	var all []evidence.Point
	for _, n := range t.Nodes {
		for _, i := range n.Interfaces {
			p := evidence.Point{Name: n.Name + ":" + i.Name, MAC: i.MAC.String()}
			for _, a := range i.Addresses {
				p.Addresses = append(p.Addresses, a.String())
			}
			all = append(all, p)
		}
	}
	return all
}

// endCapture writes what was counted at each point. Only points that were
// really open stay listed.
func (r *runner) endCapture(counters []capture.Counters) {
	r.manifest.Ended = time.Now().UTC()
	counted := make(map[string]capture.Counters, len(counters))
	for _, c := range counters {
		counted[c.Point] = c
	}
	var open []evidence.Point
	for _, p := range r.manifest.Points {
		if c, ok := counted[p.Name]; ok {
			p.Captured, p.Dropped = c.Captured, c.Dropped
			open = append(open, p)
		}
	}
	r.manifest.Points = open
}

// crowded returns how often the kernel had no room for a neighbour since boot.
func (r *runner) crowded() (times uint64, err error) {
	now, err := observe.NoRoom()
	return now - r.noRoom, err
}

// live returns the evidence so far.
func (r *runner) live() *evidence.Case {
	r.mu.Lock()
	m := r.manifest
	r.mu.Unlock()
	return r.recording.Live(m)
}

// inUserNamespace reports whether root's rights end at this namespace
// (user_namespaces(7)).
func inUserNamespace() bool {
	data, err := os.ReadFile("/proc/self/uid_map")
	var inside, outside, length uint64
	if n, _ := fmt.Sscan(string(data), &inside, &outside, &length); err != nil || n != 3 {
		return false
	}
	return inside != 0 || outside != 0 || length != math.MaxUint32
}

func kernelRelease() string {
	var u unix.Utsname
	if unix.Uname(&u) != nil {
		return ""
	}
	return unix.ByteSliceToString(u.Release[:])
}
