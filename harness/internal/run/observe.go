package run

import (
	"context"
	"sync"
	"time"

	"github.com/netrig/netrig/harness/internal/evidence"
	"github.com/netrig/netrig/harness/internal/expect"
	"github.com/netrig/netrig/harness/internal/observe"
	"github.com/netrig/netrig/harness/state"
	"github.com/netrig/netrig/harness/suite"
)

// The kernel tells when links, addresses, routes and neighbours change, but
// not when a socket changes its state. So what is watched is also looked at
// again after a while: soon at first, then less often.
const (
	lookFirst = 5 * time.Millisecond
	lookMost  = 100 * time.Millisecond
	// A look at sockets takes a fraction of a millisecond, and the states that a
	// connection only passes through last no longer than a round trip.
	lookSocketsMost = 20 * time.Millisecond
	askFirst        = 50 * time.Millisecond
	askMost         = 500 * time.Millisecond
)

// quiet is for how long nothing may have happened before frames that are not
// to be there are taken for absent. It is longer than a host may hold back an
// acknowledgement on its own account (40 ms in Linux).
const quiet = 50 * time.Millisecond

// share bounds the time that judging takes while frames still come: after a
// look that took d nobody looks for share times d.
const share = 4

// observe looks at the network for every assertion at once, until each is
// decided or its time is over.
func (r *runner) observe(ctx context.Context) {
	r.report("assert")
	var wg sync.WaitGroup
	for _, a := range r.c.Assertions {
		wg.Go(func() { r.look(ctx, a) })
	}
	wg.Wait()
}

// look observes for one assertion.
func (r *runner) look(ctx context.Context, a *suite.Assertion) {
	judge := func() suite.Verdict { return expect.Verdict(r.c, a.Index, r.live()) }
	record := func(o evidence.Observation) { o.Assertion = a.Index; r.recording.Observe(o) }
	_, window := a.Time()
	r.until(ctx, a, time.Now().Add(window), judge, record)
}

// until observes for an assertion until judge decides or the deadline has
// passed. The observation made after the deadline is marked as the last: it
// is the one that a verdict of failure rests on.
func (r *runner) until(ctx context.Context, a *suite.Assertion, deadline time.Time, judge func() suite.Verdict, record func(evidence.Observation)) {
	switch {
	case a.OverFrames():
		r.untilFrames(ctx, a, deadline, judge)
	case a.OverState(), a.Asks():
		r.untilSeen(ctx, a, deadline, judge, record)
	}
}

// untilFrames waits for the frames an assertion wants, and for those that it
// does not want.
func (r *runner) untilFrames(ctx context.Context, a *suite.Assertion, deadline time.Time, judge func() suite.Verdict) {
	ctx, cancel := context.WithDeadline(ctx, deadline)
	defer cancel()
	mode, _ := a.Time()
	timer := time.NewTimer(0)
	defer timer.Stop()
	for {
		changed := r.recording.Changed()
		looked := time.Now()
		v := judge()
		took := time.Since(looked)
		// What is not to happen is waited for to the end; what is to happen is
		// over when it has, and nothing follows that is not to.
		var over <-chan time.Time
		if mode == suite.Eventually && !a.Not && v == suite.Passed {
			if !a.Exhaustive() {
				return
			}
			timer.Reset(quiet)
			over = timer.C
		}
		select {
		case <-changed:
		case <-over:
			return
		case <-ctx.Done():
			return
		}
		timer.Reset(share * took)
		select {
		case <-timer.C:
		case <-ctx.Done():
			return
		}
	}
}

// untilSeen looks at a node's state, or has the node ask, again and again.
func (r *runner) untilSeen(ctx context.Context, a *suite.Assertion, deadline time.Time, judge func() suite.Verdict, record func(evidence.Observation)) {
	began := time.Now().UTC()
	pause, most := askFirst, askMost
	var changed <-chan struct{}
	told := func() *state.Snapshot { return nil }
	if a.OverState() || a.AsksKernel() {
		pause, most = lookFirst, lookMost
		switch a.Kind {
		case suite.KindSocket, suite.KindListen, suite.KindSysctl:
			most = lookSocketsMost
		default: // the kernel tells
		}
		watching, cancel := context.WithCancel(ctx)
		defer cancel()
		watch, err := r.watch(watching, a)
		if err != nil {
			record(evidence.Observation{Time: time.Now().UTC(), Error: err.Error()})
			return
		}
		changed, told = watch.Changed, watch.Told
	}
	timer := time.NewTimer(0)
	defer timer.Stop()
	for {
		last := !time.Now().Before(deadline)
		// What was so for a moment only may be gone before it can be looked at.
		if s := told(); s != nil {
			record(evidence.Observation{Time: s.Time.UTC(), Told: true, Snapshot: s})
		}
		o := r.seen(ctx, a)
		if ctx.Err() != nil {
			return
		}
		o.Began, o.Last = began, last
		began = time.Time{}
		record(o)
		if v := judge(); last || o.Error != "" || v == suite.Passed || v == suite.Failed {
			return
		}
		timer.Reset(min(pause, time.Until(deadline)))
		pause = min(2*pause, most)
		select {
		case _, watched := <-changed:
			if !watched {
				changed = nil // from now on it is only looked at again
			}
		case <-timer.C:
		case <-ctx.Done():
			return
		}
	}
}

// watch returns what tells of changes to the state that an assertion is about: what has
// listened for it already, or one that begins to, until ctx is done.
func (r *runner) watch(ctx context.Context, a *suite.Assertion) (*observe.Watcher, error) {
	r.mu.Lock()
	w := r.watchers[a]
	r.mu.Unlock()
	if w != nil {
		return w, nil
	}
	var tells observe.What
	if expect.ByEntry(a) {
		tells = wanted(a.Kind)
	}
	node := r.lab.Node(a.Node())
	return observe.Watch(ctx, node.NS(), node.Name, tells)
}

// follow has those of some steps that wait for a state listen before any of them begins,
// until it is told to stop: what one step brings about, be it for a moment, is not to be
// missed by one beside it.
func (r *runner) follow(ctx context.Context, steps []*suite.Step) (stop func(), err error) {
	ctx, cancel := context.WithCancel(ctx)
	stop = func() {
		cancel()
		r.mu.Lock()
		defer r.mu.Unlock()
		for _, s := range steps {
			if s.Wait != nil {
				delete(r.watchers, s.Wait.For)
			}
		}
	}
	for _, s := range steps {
		if s.Wait == nil || !s.Wait.For.OverState() {
			continue
		}
		w, err := r.watch(ctx, s.Wait.For)
		if err != nil {
			stop()
			return nil, err
		}
		r.mu.Lock()
		r.watchers[s.Wait.For] = w
		r.mu.Unlock()
	}
	return stop, nil
}

// seen makes one observation for an assertion.
func (r *runner) seen(ctx context.Context, a *suite.Assertion) evidence.Observation {
	o := evidence.Observation{Time: time.Now().UTC()}
	var err error
	switch {
	case a.Asks():
		o.Answer, err = r.answer(ctx, questionOf(a))
	case a.Sysctl != nil:
		o.Snapshot, err = r.setting(a.Sysctl)
	default:
		o.Snapshot, err = r.lab.Node(a.Node()).Snapshot(wanted(a.Kind))
	}
	if err != nil {
		o.Error = err.Error()
	}
	return o
}

// wanted is the part of a node's state that a kind of assertion is about.
func wanted(k suite.Kind) observe.What {
	switch k {
	case suite.KindLink, suite.KindAddress:
		return observe.Interfaces
	case suite.KindRoute:
		return observe.Routes
	case suite.KindNeighbor:
		return observe.Neighbors
	case suite.KindSocket, suite.KindListen:
		return observe.Sockets
	case suite.KindFDB:
		return observe.FDB
	case suite.KindSTP:
		return observe.Trees
	case suite.KindSnapshotDiff:
		return observe.Everything
	default:
		return 0 // leases are the node's own and always there
	}
}
