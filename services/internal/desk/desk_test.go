package desk

import (
	"context"
	"errors"
	"testing"
	"testing/synctest"
	"time"
)

var (
	errInterrupted = errors.New("another call took over")
	errGone        = errors.New("the machine has ended")
	errCanceled    = errors.New("the caller gave up")
)

// echo is a machine that concludes a command with the answer that is the same word.
// It waits for a minute, or for as long as the command "for ever" is current.
type echo struct {
	*Desk[string, string, string]
	causes chan Cause // of all waits
}

func (e *echo) wait(ctx context.Context) Step {
	var deadline time.Time
	if e.Current() != "for ever" {
		deadline = time.Now().Add(time.Minute)
	}
	a, why := e.Wait(ctx, deadline, func(a string) bool { return a == e.Current() })
	e.causes <- why
	switch why {
	case Answered:
		e.Conclude(a, nil)
	case Canceled:
		e.Conclude("", errCanceled)
	case Commanded:
		if e.Current() == "give up" {
			e.Abort(errors.New("it gave up"))
			return nil
		}
	case TimedOut:
	case Ended:
		return nil
	}
	return e.wait
}

// start runs a machine until stop is called, which returns what Run did.
func start() (e *echo, stop func() error) {
	e = &echo{Desk: New[string, string, string](errInterrupted, errGone), causes: make(chan Cause, 8)}
	ctx, cancel := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	go func() {
		err := e.Run(ctx, e.wait)
		e.Close()
		ended <- err
	}()
	return e, func() error {
		cancel()
		return <-ended
	}
}

// call leaves a command, and returns how to wait for its error.
func call(ctx context.Context, e *echo, what string) func() error {
	result := make(chan error, 1)
	go func() {
		_, err := e.Call(ctx, what)
		result <- err
	}()
	synctest.Wait()
	return func() error { return <-result }
}

func TestAnswer(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		e, stop := start()
		result := call(t.Context(), e, "for ever")
		if !e.Answer(t.Context(), "something else") || !e.Answer(t.Context(), "for ever") {
			t.Error("an answer was not taken")
		}
		if err := result(); err != nil {
			t.Error(err)
		}
		if err := stop(); err != nil {
			t.Error(err)
		}
		over, cancel := context.WithCancel(t.Context())
		cancel()
		if e.Answer(over, "too late") {
			t.Error("an answer was taken after the end")
		}
	})
}

// A call ends in time whatever happens, and is told what did.
func TestCallsEnd(t *testing.T) {
	t.Run("another one takes over", func(t *testing.T) {
		synctest.Test(t, func(t *testing.T) {
			e, stop := start()
			first := call(t.Context(), e, "first")
			second := call(t.Context(), e, "second")
			if err := first(); !errors.Is(err, errInterrupted) {
				t.Errorf("the first: %v", err)
			}
			if err := stop(); err != nil {
				t.Error(err)
			}
			if err := second(); !errors.Is(err, errGone) {
				t.Errorf("the second: %v", err)
			}
			if _, err := e.Call(t.Context(), "third"); !errors.Is(err, errGone) {
				t.Errorf("the third: %v", err)
			}
		})
	})
	t.Run("the caller gives up", func(t *testing.T) {
		synctest.Test(t, func(t *testing.T) {
			e, stop := start()
			ctx, cancel := context.WithCancel(t.Context())
			result := call(ctx, e, "for ever")
			cancel()
			if err := result(); !errors.Is(err, context.Canceled) || !errors.Is(err, errCanceled) {
				t.Errorf("got %v", err)
			}
			if _, err := e.Call(ctx, "none"); !errors.Is(err, context.Canceled) {
				t.Errorf("with a context that is over: %v", err)
			}
			if err := stop(); err != nil {
				t.Error(err)
			}
		})
	})
	t.Run("the machine gives up", func(t *testing.T) {
		synctest.Test(t, func(t *testing.T) {
			e, stop := start()
			_, err := e.Call(t.Context(), "give up")
			if end := stop(); end == nil || !errors.Is(err, end) {
				t.Errorf("the call got %v, the machine ended with %v", err, end)
			}
		})
	})
	t.Run("the network fails", func(t *testing.T) {
		synctest.Test(t, func(t *testing.T) {
			e, stop := start()
			result := call(t.Context(), e, "for ever")
			broken := errors.New("no socket")
			e.Fail(broken)
			if err := result(); !errors.Is(err, broken) {
				t.Errorf("the call got %v", err)
			}
			if err := stop(); !errors.Is(err, broken) {
				t.Errorf("the machine ended with %v", err)
			}
		})
	})
}

// A deadline ends a wait when it has come, and not before; there need be none.
func TestDeadline(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		e, stop := start()
		if began, why := time.Now(), <-e.causes; why != TimedOut || time.Since(began) != time.Minute {
			t.Errorf("after %s: %v", time.Since(began), why)
		}
		result := call(t.Context(), e, "for ever")
		if why := <-e.causes; why != Commanded {
			t.Errorf("with a command: %v", why)
		}
		select {
		case why := <-e.causes:
			t.Errorf("without a deadline: %v", why)
		case <-time.After(24 * time.Hour):
		}
		if err := stop(); err != nil {
			t.Error(err)
		}
		if err := result(); !errors.Is(err, errGone) {
			t.Error(err)
		}
	})
}
