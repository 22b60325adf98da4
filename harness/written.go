package harness

import (
	"errors"
	"fmt"
	"path/filepath"
	"runtime"

	"github.com/netrig/netrig/harness/assert"
	"github.com/netrig/netrig/harness/suite"
	"github.com/netrig/netrig/topology"
)

// caller is the place in the program that called the function which calls caller.
func caller() suite.Pos {
	const skip = 2
	_, file, line, _ := runtime.Caller(skip)
	return suite.Pos{File: filepath.Base(file), Line: line}
}

// parse reads assertions, of which those that are values stand at from. Each is read from
// what it is in the suite language, so that it means what it would mean there.
func (l *Lab) parse(from suite.Pos, assertions []assert.Assertion) (*suite.Case, error) {
	if len(assertions) == 0 {
		return nil, fmt.Errorf("harness: %s: nothing is asserted", from)
	}
	var all *suite.Case
	var mistakes topology.Diagnostics
	for i, a := range assertions {
		argument := "" // where there are several
		if len(assertions) > 1 {
			argument = fmt.Sprintf("argument %d", i+1)
		}
		c, wrong, err := l.parseOne(from, argument, a)
		switch {
		case err != nil:
			return nil, fmt.Errorf("harness: %w", err)
		case len(wrong) > 0:
			mistakes = append(mistakes, wrong...)
		case all == nil:
			all = c
		default:
			all.Assertions = append(all.Assertions, c.Assertions...)
		}
	}
	if err := mistakes.Err(); err != nil {
		return nil, fmt.Errorf("harness: %w", err)
	}
	return all, nil
}

// parseOne reads one of them. Mistakes in values are at the field that they are in.
func (l *Lab) parseOne(from suite.Pos, argument string, a assert.Assertion) (*suite.Case, topology.Diagnostics, error) {
	if argument != "" {
		argument += ": "
	}
	written, err := assert.Write(a)
	if err != nil {
		return nil, nil, fmt.Errorf("%s: %s%w", from, argument, err)
	}
	file := "assertions"
	if argument != "" {
		file = argument + file
	}
	c, err := suite.ParseAssertions(file, []byte(written.Text), l.t, l.session.Made())
	if written.Field(1, 1) == "" { // it is text, and says itself where it is wrong
		if mistakes, ok := errors.AsType[topology.Diagnostics](err); ok {
			return nil, mistakes, nil
		}
		return c, nil, err
	}
	if mistakes, ok := errors.AsType[topology.Diagnostics](err); ok {
		for i, m := range mistakes {
			mistakes[i].Message = fmt.Sprintf("%sassert.%s: %s", argument, written.Field(m.Pos.Line, m.Pos.Column), m.Message)
			mistakes[i].Pos = from
		}
		return nil, mistakes, nil
	}
	if err != nil {
		return nil, nil, err
	}
	for _, a := range c.Assertions {
		a.Pos = from
	}
	return c, nil, nil
}
