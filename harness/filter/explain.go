package filter

import "github.com/netrig/netrig/harness/packet"

// Explanation tells, conjunct by conjunct, how a frame fared.
type Explanation struct {
	Terms []Term
}

// Held counts the terms that held, so that near misses can be ranked.
func (e Explanation) Held() int {
	n := 0
	for i := range e.Terms {
		if e.Terms[i].Held {
			n++
		}
	}
	return n
}

// Matched reports whether every term held.
func (e Explanation) Matched() bool { return e.Held() == len(e.Terms) }

// Term is one of the tests that a filter joins by && at its top level.
type Term struct {
	Text     string // as written
	Expanded string // with every ${} replaced by its value, as Wireshark takes it
	Held     bool
	Err      error // why the term could not be judged; nil otherwise
	Had      []Had // what the frame had, one for each field the term names
}

// Had is what a frame has of one field.
type Had struct {
	Field  string   // as in tcp.flags.syn
	Values []string // literals as Wireshark takes them; empty where the frame lacks the field
}

// Explain judges each conjunct of the filter by itself.
func (f *Filter) Explain(fr *packet.Frame, b Bindings) Explanation { return Explanation{} }

// Expand returns the filter with every ${} replaced by the value in the
// frame bound, so that it can be pasted into Wireshark. What is not bound
// stays as written.
func (f *Filter) Expand(b Bindings) string { return f.expr }
