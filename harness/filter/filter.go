package filter

import (
	"fmt"
	"sync"

	"github.com/netrig/netrig/harness/packet"
)

// Filter is a compiled display filter. It is immutable: any number of
// goroutines may use it at once.
type Filter struct {
	expr          string
	test          test
	terms         []term // what the filter joins by && at its top level
	refs          []Reference
	substitutions []substitution   // in the order of the filter
	asked         []packet.FieldID // what its tests look at in a frame
	simple        bool             // no test needs scratch memory
	doubted       int              // the column of a field that a frame may be doubted to lack; 0 for none
	pool          sync.Pool
}

// term is one conjunct of a filter.
type term struct {
	text     string
	pos, end int
	test     test
	fields   []packet.FieldID
}

// substitution is a part of the filter that bindings alone give a value.
type substitution struct {
	pos, end int
	of       operand
	typ      typ
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

// DoubtError is why it is not known whether a filter selects a frame: the frame holds
// a part that is not dissected, in which Wireshark might find what the filter asks for.
type DoubtError struct {
	Expr   string // the filter as written
	Column int    // 1-based octet in Expr where the field starts that may be lacking
	Frame  *packet.Frame
}

// Error tells the frame and what it holds, on one line.
func (d *DoubtError) Error() string {
	frame := "a frame"
	if d.Frame.Number > 0 {
		frame = fmt.Sprint("frame ", d.Frame.Number)
	}
	return fmt.Sprintf("filter: column %d: %s holds %s, of which it is not known whether it is malformed or odd; leave such frames out by a test of their own",
		d.Column, frame, d.Frame.Doubt())
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

// Fields returns the fields that the filter looks at in a frame: whether one is
// selected rests on them alone.
func (f *Filter) Fields() []packet.FieldID { return f.asked }

// References returns every ${name.field} of the filter, in order.
func (f *Filter) References() []Reference { return f.refs }
