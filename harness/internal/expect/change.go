package expect

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/netrig/netrig/harness/state"
	"github.com/netrig/netrig/harness/suite"
)

// setting is the value of a kernel setting, as text or as a number; nothing
// where it is none.
func setting(x state.Setting, asNumber bool) []suite.Value {
	if !asNumber {
		return words(x.Value)
	}
	n, err := strconv.ParseFloat(x.Value, 64)
	if err != nil {
		return nil
	}
	return []suite.Value{{Type: suite.Number, Text: x.Value, Num: n}}
}

// valued compares a kernel setting.
func valued(a *suite.Assertion, all []item) look {
	if len(all) != 1 {
		return look{err: "an observation does not have " + a.Sysctl.Key}
	}
	it := all[0]
	if a.Sysctl.Number && len(it.values[a.Sysctl.Key]) == 0 {
		return look{err: fmt.Sprintf("%s, which is no number", it.text)}
	}
	near, wrong := compare(a.Fields(), it)
	return look{holds: len(wrong) == 0, got: it.text, near: near, reason: strings.Join(wrong, "; ")}
}

// since compares the state of a node with an earlier one. What nothing is
// said of is to be as it was.
func (j *judge) since(a *suite.Assertion, now *state.Snapshot) look {
	c := a.SnapshotDiff
	from, err := j.snapshot(c.From)
	if err != "" {
		return look{err: err}
	}
	if from.Node != now.Node {
		return look{err: fmt.Sprintf("snapshot %s is of node %s, not %s", c.From, from.Node, now.Node)}
	}
	d := state.Diff(from, now)
	it := item{values: map[string][]suite.Value{}}
	var parts, wrong []string
	for _, list := range []struct {
		name string
		of   []state.Entry
	}{{"added", d.Added}, {"removed", d.Removed}, {"changed", d.Changed}} {
		var lines []string
		for _, e := range list.of {
			if len(c.Only) == 0 || slices.Contains(c.Only, plural(e.Kind)) {
				lines = append(lines, e.String())
			}
		}
		it.values[list.name] = texts(lines...)
		if len(lines) > 0 {
			parts = append(parts, list.name+" "+strings.Join(lines, ", "))
		}
		unwritten := !slices.ContainsFunc(a.Fields(), func(f suite.Field) bool { return f.Name == list.name })
		if unwritten && len(lines) > 0 {
			wrong = append(wrong, fmt.Sprintf("want nothing %s, and there is %s", list.name, clip(strings.Join(lines, ", "))))
		}
	}
	if it.text = strings.Join(parts, "; "); it.text == "" {
		it.text = "nothing changed"
	}
	_, mismatched := compare(a.Fields(), it)
	wrong = append(mismatched, wrong...)
	return look{holds: len(wrong) == 0, got: it.text, reason: strings.Join(wrong, "; ")}
}

// plural is the word for all entries of a kind.
func plural(kind string) string {
	switch kind {
	case state.KindAddress:
		return "addresses"
	case state.KindFDB, state.KindSTP:
		return kind
	case state.KindLease6:
		return "leases"
	}
	return kind + "s"
}

// snapshot returns what a snapshot step recorded; err says why there is none.
func (j *judge) snapshot(name string) (s *state.Snapshot, err string) {
	step := j.c.StepNamed(name)
	if step == nil {
		return nil, "there is no step " + name
	}
	for i := range j.ev.Observations {
		o := &j.ev.Observations[i]
		if o.Assertion >= 0 || o.Step != step.Index {
			continue
		}
		switch {
		case o.Error != "":
			return nil, o.Error
		case o.Snapshot != nil:
			return o.Snapshot, ""
		}
	}
	if j.stopped != "" {
		return nil, fmt.Sprintf("there is no snapshot %s: %s", name, j.stopped)
	}
	return nil, "there is no snapshot " + name
}
