package run

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"sync"
	"time"

	"github.com/netrig/netrig/harness/internal/evidence"
	"github.com/netrig/netrig/harness/internal/expect"
	"github.com/netrig/netrig/harness/internal/lab"
	"github.com/netrig/netrig/harness/internal/observe"
	"github.com/netrig/netrig/harness/internal/socket"
	"github.com/netrig/netrig/harness/internal/wire"
	"github.com/netrig/netrig/harness/packet"
	"github.com/netrig/netrig/harness/suite"
	"github.com/netrig/netrig/services/http"
	"github.com/netrig/netrig/topology"
)

// Session is a lab that a program makes use of, and the record of what happens in it.
// Its methods may be called from several goroutines.
type Session struct {
	r *runner

	mu         sync.Mutex
	assertions []*suite.Assertion // all that were asked so far
	steps      int                // how many were made so far
	made       []*suite.Step      // those with a name, the last first
	parts      []*runner          // of steps and assertions; what they opened stays open
	closed     bool
	err        error
}

// Open boots a lab. Its evidence is written to the folder dir, which must be none yet.
func Open(ctx context.Context, t *topology.Topology, name, dir string, o Options) (*Session, error) {
	s := &suite.Suite{Name: name, File: t.File, Topology: t}
	r, err := newRunner(s, &suite.Case{Name: name, Topology: t, Timeout: suite.DefaultTimeout}, dir, &o)
	if err != nil {
		return nil, err
	}
	if err := r.boot(ctx); err != nil {
		r.manifest.Error = err.Error()
		return nil, errors.Join(err, r.end(r.abandonSockets), r.recording.Close(r.manifest)) //nolint:contextcheck // undone whatever became of ctx
	}
	return &Session{r: r}, nil
}

// Lab returns the lab. It belongs to the session.
func (s *Session) Lab() *lab.Lab { return s.r.lab }

// Expect looks at the network until each assertion of c, whose network is the
// session's, is decided or its time is over, and judges them by what was recorded
// up to then.
func (s *Session) Expect(ctx context.Context, c *suite.Case) ([]suite.Result, error) {
	s.mu.Lock()
	first := len(s.assertions)
	for i, a := range c.Assertions {
		a.Index = first + i
	}
	s.assertions = append(slices.Clip(s.assertions), c.Assertions...)
	asked := &suite.Case{Name: s.r.c.Name, Topology: s.r.c.Topology, Timeout: c.Timeout, Steps: c.Steps, Assertions: s.assertions}
	s.mu.Unlock()

	looker := s.part(asked)
	var wg sync.WaitGroup
	for _, a := range c.Assertions {
		wg.Go(func() { looker.look(ctx, a) })
	}
	wg.Wait()
	if err := context.Cause(ctx); err != nil {
		return nil, err
	}
	if err := s.Trouble(); err != nil {
		return nil, fmt.Errorf("the lab broke down: %w", err)
	}
	ev, err := s.settled()
	if err != nil {
		return nil, err
	}
	results := make([]suite.Result, len(c.Assertions))
	for i, a := range c.Assertions {
		results[i] = expect.Settled(asked, a.Index, ev)
		results[i].Index = i
	}
	return results, nil
}

// Perform makes the steps of c, whose network is the session's, one after the other. What
// they open stays open until the session is closed. The error tells which one did not go
// as it says, and why.
func (s *Session) Perform(ctx context.Context, c *suite.Case) error {
	s.mu.Lock()
	for step := range c.AllSteps() {
		step.Index = s.steps
		if step.Wait != nil {
			step.Wait.For.Step = s.steps
		}
		s.steps++
	}
	s.mu.Unlock()
	r := s.part(c)
	for _, step := range c.Steps {
		err := r.perform(ctx, step)
		if named := func(s *suite.Step) bool { return s.As != "" }; named(step) || slices.ContainsFunc(step.Parallel, named) {
			s.mu.Lock()
			s.made = append([]*suite.Step{step}, s.made...)
			s.mu.Unlock()
		}
		if err != nil {
			return fmt.Errorf("%s: %w", step, err)
		}
	}
	return nil
}

// Made returns the steps with a name that were made so far, the last first: of those that
// have the same name it is the one that is meant.
func (s *Session) Made() []*suite.Step {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.made)
}

// perform makes one step, or several at once.
func (r *runner) perform(ctx context.Context, s *suite.Step) error {
	if len(s.Parallel) > 0 {
		stop, err := r.follow(ctx, s.Parallel)
		if err != nil {
			return err
		}
		defer stop()
		var wg sync.WaitGroup
		errs := make([]error, len(s.Parallel))
		for i, p := range s.Parallel {
			wg.Go(func() {
				if err := r.perform(ctx, p); err != nil {
					errs[i] = fmt.Errorf("%s: %w", p, err)
				}
			})
		}
		wg.Wait()
		return errors.Join(errs...)
	}
	failed, err := r.do(ctx, s)
	if err != nil {
		return err
	}
	if ok, reason := s.Wanted(failed); !ok {
		return errors.New(reason)
	}
	return nil
}

// part returns the runner of another case in the session's lab, with the same record.
func (s *Session) part(c *suite.Case) *runner {
	p := &runner{
		suite: s.r.suite, c: c, recording: s.r.recording, report: s.r.report, root: s.r.root, lab: s.r.lab,
		manifest: s.r.manifest, kept: map[origin]*http.Client{}, sockets: map[string]*socket.Socket{},
		watchers: map[*suite.Assertion]*observe.Watcher{},
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.parts = append(s.parts, p)
	return p
}

// settled returns the evidence up to now, with every frame that was captured before the
// call.
func (s *Session) settled() (*evidence.Case, error) {
	s.r.recorder.Flush()
	counters, err := s.r.recorder.Counters()
	if err != nil {
		return nil, err
	}
	if err := s.r.recording.Err(); err != nil {
		return nil, err
	}
	m := s.r.manifest
	m.Points = slices.Clone(m.Points)
	for i := range m.Points {
		for _, c := range counters {
			if c.Point == m.Points[i].Name {
				m.Points[i].Captured, m.Points[i].Dropped = c.Captured, c.Dropped
			}
		}
	}
	if m.Wires, err = s.r.wires(func(w *lab.Wire) (wire.Counters, error) { return w.Counters() }); err != nil {
		return nil, err
	}
	if m.Crowded, err = s.r.crowded(); err != nil {
		return nil, err
	}
	m.Ended = time.Now().UTC()
	return s.r.recording.Live(m), nil
}

// Last shows the last frames up to now, from node to node; nil where there were none.
func (s *Session) Last() (*suite.Finding, error) {
	ev, err := s.settled()
	if err != nil {
		return nil, err
	}
	return expect.Last(s.r.c, ev), nil
}

// Frames returns the frames that were captured so far, in time order, and a channel
// that is closed when there are more. They are not to be changed.
func (s *Session) Frames() (frames []*packet.Frame, more <-chan struct{}) {
	more = s.r.recording.Changed()
	return s.r.live().Frames, more
}

// Close ends the capture and the lab, and writes the evidence to its end. It may be
// called more than once; the error is the same each time.
func (s *Session) Close() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.closed {
		return s.err
	}
	s.closed = true
	var err error
	for _, p := range s.parts {
		err = errors.Join(err, p.closeKept())
	}
	err = errors.Join(err, s.r.end(func() (err error) {
		for _, p := range s.parts {
			err = errors.Join(err, p.abandonSockets())
		}
		return err
	}))
	if err != nil {
		s.r.manifest.Error = err.Error()
	}
	s.err = errors.Join(err, s.r.recording.Close(s.r.manifest))
	return s.err
}

// Trouble returns what broke in the lab so far: a panic of a service, a server or client
// that gave up.
func (s *Session) Trouble() error { return s.r.lab.Err() }
