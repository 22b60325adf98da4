package lab

import (
	"context"
	"errors"
	"fmt"
	"runtime/debug"
	"slices"
	"sync"
)

// undo is what has to be reversed: groups of independent actions, pushed as
// each action succeeds. Groups are reversed last in, first out; within a
// group all at once, since some have to wait for the kernel.
type undo struct {
	mu     sync.Mutex
	groups [][]func(context.Context) error
	over   bool // run has begun
}

// begin starts a new group.
func (u *undo) begin() {
	u.mu.Lock()
	defer u.mu.Unlock()
	u.groups = append(u.groups, nil)
}

// push adds an action to the last group. Once everything is reversed it
// refuses, and the caller reverses what it did.
func (u *undo) push(f func(context.Context) error) bool {
	u.mu.Lock()
	defer u.mu.Unlock()
	if u.over {
		return false
	}
	last := len(u.groups) - 1
	u.groups[last] = append(u.groups[last], f)
	return true
}

// run reverses everything and forgets it. The error joins those of all
// actions: one that fails, or panics, keeps no other from running.
func (u *undo) run(ctx context.Context) error {
	u.mu.Lock()
	groups := u.groups
	u.groups, u.over = nil, true
	u.mu.Unlock()
	var errs []error
	for _, group := range slices.Backward(groups) {
		slices.Reverse(group)
		results := make([]error, len(group))
		each(len(group), undoWorkers, func(i int) { results[i] = safely(func() error { return group[i](ctx) }) })
		errs = append(errs, results...)
	}
	return errors.Join(errs...)
}

// undoWorkers is how many actions of a group are reversed at once. Closing
// a packet socket waits for a grace period of the kernel, so they share it.
const undoWorkers = 128

// each calls f for 0 to n-1 from some goroutines and waits for them. They
// take the indexes in order.
func each(n, workers int, f func(int)) {
	if workers = min(workers, n); workers <= 1 {
		for i := range n {
			f(i)
		}
		return
	}
	var (
		wg   sync.WaitGroup
		mu   sync.Mutex
		next int
	)
	for range workers {
		wg.Go(func() {
			for {
				mu.Lock()
				i := next
				next++
				mu.Unlock()
				if i >= n {
					return
				}
				f(i)
			}
		})
	}
	wg.Wait()
}

// PanicError is a panic that was caught: of a step of the boot, of a
// service, or of a client.
type PanicError struct {
	Value any
	Stack []byte
}

// Error returns what the panic said, and where.
func (e *PanicError) Error() string { return fmt.Sprintf("panic: %v\n%s", e.Value, e.Stack) }

// safely calls f and turns a panic into an error.
func safely(f func() error) (err error) {
	defer func() {
		if v := recover(); v != nil {
			err = &PanicError{Value: v, Stack: debug.Stack()}
		}
	}()
	return f()
}
