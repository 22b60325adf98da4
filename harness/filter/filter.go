package filter

import (
	"fmt"

	"github.com/netrig/netrig/harness/packet"
)

// Filter is a compiled display filter. It is immutable: any number of
// goroutines may use it at once.
type Filter struct {
	expr string
	refs []Reference
}

// Bindings gives the frames that ${name.field} speaks of.
type Bindings interface {
	// Frame returns the frame bound as name, nil where there is none.
	// which is "" for ${name.field}, "first" or "last" for
	// ${name.first.field} and ${name.last.field}, and the number between
	// the brackets for ${name[2].field}.
	Frame(name, which string) *packet.Frame
}

// Reference is one use of ${name.field} in a filter.
type Reference struct {
	Name   string         // the name that an earlier frame was bound as
	Which  string         // "", "first", "last" or a number
	Field  packet.FieldID // the field whose value it stands for
	Column int            // 1-based, of the $ in the filter
}

// Error is why a filter cannot be compiled, or could not be judged.
type Error struct {
	Expr    string // the filter as written
	Column  int    // 1-based octet in Expr where the culprit starts
	Message string // the culprit
	Cure    string // what to write instead; empty where nothing can be proposed
}

// Error returns the column, the message and the cure on one line.
func (e *Error) Error() string {
	s := fmt.Sprintf("filter: column %d: %s", e.Column, e.Message)
	if e.Cure != "" {
		s += "; " + e.Cure
	}
	return s
}

// String returns the filter as written.
func (f *Filter) String() string { return f.expr }

// References returns every ${name.field} of the filter, in order.
func (f *Filter) References() []Reference { return f.refs }
