package mutate

import (
	"slices"
	"time"

	"github.com/netrig/netrig/harness/suite"
)

// Trial is a mutant and what became of it.
type Trial struct {
	*Mutant
	Outcome Outcome  `json:"outcome"`
	Case    string   `json:"case,omitempty"`   // the first that failed, or that could not tell
	Failed  []string `json:"failed,omitempty"` // its assertions, and steps, that failed
	Reason  string   `json:"reason,omitempty"` // why it was errored or invalid, or may survive
	First   *First   `json:"first,omitempty"`  // set where it was tried again, alone

	sure bool // it is the same on every machine
}

// First is what became of a mutant beside others, before it was tried again alone.
type First struct {
	Outcome Outcome `json:"outcome"`
	Case    string  `json:"case,omitempty"`
	Reason  string  `json:"reason,omitempty"`
}

// doubtful reports whether a busy machine may be all that it shows.
func (t *Trial) doubtful() bool { return t.Outcome != Killed && !t.sure }

// allowed reports whether it survived, and may.
func (t *Trial) allowed(all []acceptedName) bool {
	return t.Outcome == Survived && slices.ContainsFunc(all, func(n acceptedName) bool { return n.means(t.Mutant) })
}

// Unfit is a case that does not pass unbroken, or is skipped here: it can tell
// nothing.
type Unfit struct {
	Case    string        `json:"case"`
	Verdict suite.Verdict `json:"verdict"`
	Reason  string        `json:"reason"`
}

// Stale is an accepted survivor that is none.
type Stale struct {
	Name   string      `json:"mutant"`
	Place  suite.Place `json:"place"`
	Reason string      `json:"reason"`
}

// Result is what became of the mutants of a suite.
type Result struct {
	Suite    string        `json:"suite"`
	File     string        `json:"file"`
	Killed   int           `json:"killed"`
	Survived int           `json:"survived"`
	Accepted int           `json:"accepted"`
	Errored  int           `json:"errored"`
	Invalid  int           `json:"invalid"`
	Again    int           `json:"again"` // of all: how many were tried again, alone
	Took     time.Duration `json:"took"`  // in nanoseconds
	Unfit    []Unfit       `json:"unfit,omitempty"`
	Stale    []Stale       `json:"stale,omitempty"`
	Mutants  []Trial       `json:"mutants"`
}

// Valid is of how many mutants it is known whether the suite notices them.
// Those that may survive are none.
func (r *Result) Valid() int { return r.Killed + r.Survived }

// Broken reports whether a case does not pass unbroken, and not because it
// was skipped.
func (r *Result) Broken() bool {
	return slices.ContainsFunc(r.Unfit, func(u Unfit) bool { return u.Verdict != suite.Skipped })
}

func (r *Result) sum() {
	for _, m := range r.Mutants {
		if m.First != nil {
			r.Again++
		}
		switch m.Outcome {
		case Killed:
			r.Killed++
		case Survived:
			r.Survived++
		case Accepted:
			r.Accepted++
		case Errored:
			r.Errored++
		case Invalid:
			r.Invalid++
		}
	}
}
