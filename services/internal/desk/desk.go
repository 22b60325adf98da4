// Package desk is where the state machine of a client sits. Callers leave commands
// on it, the network leaves answers, and one goroutine, the machine, takes up either
// of them, or waits until a time has come.
//
// It owns that waiting, and what becomes of a command; what messages and states
// there are is for the protocols above. It imports nothing of this module.
package desk

import (
	"context"
	"errors"
	"time"
)

// Step is a state of a machine. It returns the next one, nil to end.
type Step func(context.Context) Step

// Desk joins one machine to its callers and the network. Commands are of type C, a
// command comes to a result of type R, the network's answers are of type A.
type Desk[C, R, A any] struct {
	interrupted, gone error

	commands chan *command[C, R]
	answers  chan A
	failed   chan error    // why there will be no answers any more
	closed   chan struct{} // closed when the machine has ended
	current  *command[C, R]
	failure  error // ends the machine
}

type command[C, R any] struct {
	what   C
	done   <-chan struct{} // of the caller's context
	result chan result[R]  // takes one without blocking
}

type result[R any] struct {
	value R
	err   error
}

// New returns a desk. A caller gets the error interrupted where another one took
// over, and gone where the machine has ended.
func New[C, R, A any](interrupted, gone error) *Desk[C, R, A] {
	return &Desk[C, R, A]{
		interrupted: interrupted, gone: gone,
		commands: make(chan *command[C, R]), answers: make(chan A), failed: make(chan error, 1), closed: make(chan struct{}),
	}
}

// Call hands a command to the machine and waits for its result. The machine answers
// promptly when the caller's context ends, so that its state is settled on return.
// Call may be used by any goroutine.
func (d *Desk[C, R, A]) Call(ctx context.Context, what C) (R, error) {
	c := &command[C, R]{what: what, done: ctx.Done(), result: make(chan result[R], 1)}
	var none R
	select {
	case d.commands <- c:
	case <-ctx.Done():
		return none, ctx.Err()
	case <-d.closed:
		return none, d.gone
	}
	r := <-c.result
	if r.err == nil || ctx.Err() == nil {
		return r.value, r.err
	}
	return r.value, errors.Join(ctx.Err(), r.err)
}

// Answer hands an answer of the network to the machine. It returns false where ctx
// ended before the machine took it.
func (d *Desk[C, R, A]) Answer(ctx context.Context, a A) bool {
	select {
	case d.answers <- a:
		return true
	case <-ctx.Done():
		return false
	}
}

// Fail says, once, that the network failed, and why. It ends the machine's next wait.
func (d *Desk[C, R, A]) Fail(err error) { d.failed <- err }

// Cause says why a wait ended.
type Cause uint8

// The causes of Wait.
const (
	Answered  Cause = iota
	TimedOut        // the deadline passed
	Commanded       // another command is current now
	Canceled        // the caller of the current command gave up
	Ended           // the machine must stop
)

// Wait blocks until there is an answer that accept takes, or something else happens.
// The zero deadline never passes; where accept is nil no answer is taken. Wait and
// all below are for the machine's own goroutine.
func (d *Desk[C, R, A]) Wait(ctx context.Context, deadline time.Time, accept func(A) bool) (A, Cause) {
	var timer <-chan time.Time
	if !deadline.IsZero() {
		t := time.NewTimer(time.Until(deadline))
		defer t.Stop()
		timer = t.C
	}
	var done <-chan struct{}
	if d.current != nil {
		done = d.current.done
	}
	var none A
	for {
		select {
		case a := <-d.answers:
			if accept != nil && accept(a) {
				return a, Answered
			}
		case <-timer:
			return none, TimedOut
		case <-done:
			return none, Canceled
		case c := <-d.commands:
			var nothing R
			d.Conclude(nothing, d.interrupted)
			d.current = c
			return none, Commanded
		case d.failure = <-d.failed:
			return none, Ended
		case <-ctx.Done():
			return none, Ended
		}
	}
}

// Current returns the command that is being carried out, the zero value for none.
func (d *Desk[C, R, A]) Current() C {
	if d.current == nil {
		var none C
		return none
	}
	return d.current.what
}

// Conclude gives the current command, if there is one, its result.
func (d *Desk[C, R, A]) Conclude(r R, err error) {
	if d.current != nil {
		d.current.result <- result[R]{r, err}
		d.current = nil
	}
}

// Abort says, from within a state, what keeps the machine from going on. The state
// is the last one: it returns nil.
func (d *Desk[C, R, A]) Abort(err error) { d.failure = err }

// Run goes from state to state until there is none, or ctx ends. It returns why the
// network failed or the machine was aborted, nil where neither happened.
func (d *Desk[C, R, A]) Run(ctx context.Context, first Step) error {
	for next := first; next != nil && ctx.Err() == nil; {
		next = next(ctx)
	}
	return d.failure
}

// Close gives the current command the error that Run returned, or that the machine
// has ended. Later callers are told the latter.
func (d *Desk[C, R, A]) Close() {
	err := d.failure
	if err == nil {
		err = d.gone
	}
	var nothing R
	d.Conclude(nothing, err)
	close(d.closed)
}
