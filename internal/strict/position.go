package strict

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// Pos is a place in a file a user wrote. Line and Column count from 1;
// a zero Line means that the place is the file as a whole, a zero Column the line.
type Pos struct {
	File   string
	Line   int
	Column int
}

// String returns file:line:col, as far as it is known.
func (p Pos) String() string {
	switch {
	case p.Line == 0:
		return p.File
	case p.Column == 0:
		return fmt.Sprintf("%s:%d", p.File, p.Line)
	}
	return fmt.Sprintf("%s:%d:%d", p.File, p.Line, p.Column)
}

// Diagnostic is one mistake: where, what, and what to do about it.
type Diagnostic struct {
	Pos     Pos
	Message string // the culprit, as in `no interface eth9 on r1`
	Cure    string // what to write instead; empty where nothing can be proposed
	Lint    string // the name that `intended:` takes; empty for what is never intended
}

// String returns the diagnostic on one line: position, message, cure and
// the lint's name.
func (d Diagnostic) String() string {
	var b strings.Builder
	if s := d.Pos.String(); s != "" {
		b.WriteString(s + ": ")
	}
	b.WriteString(d.Message)
	if d.Cure != "" {
		b.WriteString(" (" + d.Cure + ")")
	}
	if d.Lint != "" {
		b.WriteString(" [" + d.Lint + "]")
	}
	return b.String()
}

// Diagnostics is every mistake of a file, in file order. It is an error
// where it is not empty.
type Diagnostics []Diagnostic

// Error returns all mistakes, one a line.
func (ds Diagnostics) Error() string {
	lines := make([]string, len(ds))
	for i, d := range ds {
		lines[i] = d.String()
	}
	return strings.Join(lines, "\n")
}

// Err returns ds as an error, nil where ds is empty.
func (ds Diagnostics) Err() error {
	if len(ds) == 0 {
		return nil
	}
	return ds
}

// Sort orders the mistakes by file, line and column.
func (ds Diagnostics) Sort() {
	slices.SortStableFunc(ds, func(a, b Diagnostic) int {
		return cmp.Or(
			strings.Compare(a.Pos.File, b.Pos.File),
			cmp.Compare(a.Pos.Line, b.Pos.Line),
			cmp.Compare(a.Pos.Column, b.Pos.Column),
		)
	})
}
