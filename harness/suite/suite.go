package suite

import (
	"fmt"
	"iter"
	"time"

	"github.com/netrig/netrig/harness/packet"
	"github.com/netrig/netrig/internal/strict"
	"github.com/netrig/netrig/topology"
)

// Pos is a place in the suite file.
type Pos = strict.Pos

// Diagnostic is one mistake in a suite file.
type Diagnostic = strict.Diagnostic

// Diagnostics is every mistake in a suite file.
type Diagnostics = strict.Diagnostics

// Suite is one test file, with every name in it resolved. It is a plain
// value that nobody changes after Parse.
type Suite struct {
	Pos      Pos
	Name     string
	File     string             // the file it was read from
	Title    string             // one line for people; empty for none
	Doc      string             // what the suite shows, in prose; empty for none
	Topology *topology.Topology // of the cases that have none of their own; nil if there is none
	Cases    []*Case            // at least one, in file order
}

// Case returns the case of that name, nil if there is none.
func (s *Suite) Case(name string) *Case {
	for _, c := range s.Cases {
		if c.Name == name {
			return c
		}
	}
	return nil
}

// Case is one test: it boots a lab of its own, runs its steps in order, and
// is judged by its assertions.
type Case struct {
	Pos        Pos
	Index      int // place in the suite, from 0
	Name       string
	Doc        string
	Cites      []string           // what the assertions rest on, as in RFC 9293 3.8.1
	Covers     []string           // rows of the catalogue that the case shows
	Needs      []string           // programs without which it is skipped; of those between | one is enough
	Points     int                // earned when the case passes, besides those of its assertions
	Topology   *topology.Topology // its own or the suite's; never nil
	Timeout    time.Duration      // of steps and assertions together, from boot on; DefaultTimeout unless declared
	Dissect    packet.Options     // of the frames that assertions look at
	Faults     []*Fault
	Steps      []*Step
	Assertions []*Assertion // at least one
}

// DefaultTimeout bounds a case that declares no timeout.
const DefaultTimeout = 30 * time.Second

// AllSteps yields every step of the case, each parallel step before the
// steps in it. The n-th has Index n.
func (c *Case) AllSteps() iter.Seq[*Step] {
	return func(yield func(*Step) bool) {
		for _, s := range c.Steps {
			if !yield(s) {
				return
			}
			for _, p := range s.Parallel {
				if !yield(p) {
					return
				}
			}
		}
	}
}

// StepNamed returns the step of that name (`as:`), nil if there is none.
func (c *Case) StepNamed(name string) *Step {
	for s := range c.AllSteps() {
		if s.As != "" && s.As == name {
			return s
		}
	}
	return nil
}

// unworthy says why nothing can be worth so many points, "" where it can.
func unworthy(points int) string {
	const most = 1_000_000 // whatever is summed up is far from the largest number then
	switch {
	case points < 0:
		return "less than none"
	case points > most:
		return fmt.Sprintf("more than %d", most)
	}
	return ""
}

// MaxPoints is what the case is worth: its own points and those of its
// assertions.
func (c *Case) MaxPoints() int {
	n := c.Points
	for _, a := range c.Assertions {
		n += a.Points
	}
	return n
}
