package expect

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/netrig/netrig/harness/internal/evidence"
	"github.com/netrig/netrig/harness/state"
	"github.com/netrig/netrig/harness/suite"
)

// look is what one observation says.
type look struct {
	holds  bool
	err    string // why it says nothing
	reason string // why it does not hold
	got    string
	near   *suite.NearMiss
}

// ByEntry reports whether an assertion about state is decided by one entry that is as it
// says: then it counts, too, that the kernel told of such an entry, which was there for
// a moment. How many there are, and that one is not there, only all of them tell.
func ByEntry(a *suite.Assertion) bool {
	mode, _ := a.Time()
	return a.OverState() && a.Items() == nil && mode != suite.AlwaysFor && !until(a)
}

// until reports whether a state is waited for to be over. (As an assertion of the case,
// not says that one is not to come about.)
func until(a *suite.Assertion) bool { return a.Not && a.Index < 0 && a.OverState() }

// seldom is how long a node's state may go unseen where it is looked at every 100 ms at
// least: who was kept from it for longer does not know that nothing came and went. (What is
// not to hold is so as often as it was looked at, as with never_for.)
const seldom = time.Second

// observed judges an assertion about state or an answer by its
// observations.
func (j *judge) observed(a *suite.Assertion) opinion {
	if of := a.Of(); of != "" {
		return j.answered(a, of)
	}
	var seen, failed int
	var last bool
	var errs string
	var worst, held look    // the latest that did not hold, and the first that did
	var looked time.Time    // last, or since when it was to be
	var blind time.Duration // the longest time between two looks
	mode, _ := a.Time()
	for i := range j.ev.Observations {
		o := &j.ev.Observations[i]
		if o.Assertion != a.Index || a.Index < 0 && o.Step != a.Step || o.Told {
			continue
		}
		l := j.look(a, o)
		if until(a) && l.err == "" {
			l.holds, l.reason = !l.holds, "it was not to hold, and it does: "+l.got
		}
		last = last || o.Last
		if looked.IsZero() {
			looked = o.Began
		}
		if a.OverState() && !looked.IsZero() {
			blind = max(blind, o.Time.Sub(looked))
		}
		looked = o.Time
		switch {
		case l.err != "":
			errs = l.err
			continue
		case !l.holds:
			if failed++; mode != suite.AlwaysFor || failed == 1 {
				worst = l
			}
		case held.got == "" && !held.holds:
			held = l
		}
		seen++
		if l.holds && mode == suite.Eventually {
			return opinion{verdict: suite.Passed, finding: j.found(a, held, seen)}
		}
	}
	holds := seen - failed
	if l := j.told(a); l.holds && holds == 0 {
		holds, held = 1, l
	}
	switch {
	case mode == suite.Eventually && holds > 0:
		return opinion{verdict: suite.Passed, finding: j.found(a, held, seen)}
	case mode == suite.AlwaysFor && failed > 0:
		return opinion{suite.Failed, worst.reason, j.found(a, worst, seen)}
	case mode == suite.NeverFor && holds > 0:
		return opinion{suite.Failed, "it was not to hold, and it does: " + held.got, j.found(a, held, seen)}
	case errs != "":
		return errored("%s", errs)
	case seen == 0 && j.stopped != "":
		return errored("it was not looked at: %s", j.stopped)
	case seen == 0:
		return errored("it was not looked at")
	case !last:
		return errored("its time was not over when the recording ended")
	case mode == suite.Eventually && blind > seldom && (!a.Not || until(a)):
		return errored("it was not looked at for %s, as the machine was too busy or the kernel held its lock for interfaces (run fewer at once, --parallel): %s", blind.Round(time.Millisecond), worst.reason)
	case mode == suite.Eventually:
		return opinion{suite.Failed, worst.reason, j.found(a, worst, seen)}
	}
	return opinion{verdict: suite.Passed}
}

// told returns the first that held of what the kernel told of while an assertion was
// looked at, and none where that does not count.
func (j *judge) told(a *suite.Assertion) look {
	if !ByEntry(a) {
		return look{}
	}
	for i := range j.ev.Observations {
		o := &j.ev.Observations[i]
		if !o.Told || o.Assertion != a.Index || a.Index < 0 && o.Step != a.Step {
			continue
		}
		if l := j.look(a, o); l.holds {
			l.got += ", as the kernel told"
			return l
		}
	}
	return look{}
}

// answered judges an assertion about the answer of a step.
func (j *judge) answered(a *suite.Assertion, of string) opinion {
	s := j.c.StepNamed(of)
	if s == nil {
		return errored("there is no step %s", of)
	}
	for i := range j.ev.Observations {
		o := &j.ev.Observations[i]
		if o.Assertion >= 0 || o.Step != s.Index || o.Answer == nil && o.Snapshot == nil && o.Error == "" {
			continue
		}
		l := j.look(a, o)
		switch {
		case l.err != "":
			return errored("%s", l.err)
		case !l.holds:
			return opinion{suite.Failed, l.reason, j.found(a, l, 1)}
		}
		return opinion{verdict: suite.Passed, finding: j.found(a, l, 1)}
	}
	if j.stopped != "" {
		return errored("step %s has no answer: %s", of, j.stopped)
	}
	return errored("step %s has no answer", of)
}

// found shows what an observation had.
func (j *judge) found(a *suite.Assertion, l look, seen int) *suite.Finding {
	if j.blind {
		return nil
	}
	return &suite.Finding{Want: want(a), Got: l.got, Near: l.near, Seen: seen, Capture: j.capture()}
}

// want says what an assertion about state or an answer asks for.
func want(a *suite.Assertion) string {
	var parts []string
	for _, f := range a.Fields() {
		parts = append(parts, f.Name+" "+f.Matcher.Text)
	}
	if m := a.Items(); m != nil {
		parts = append(parts, "count "+m.Text)
	}
	parts = append(parts, a.Terms()...)
	if len(parts) == 0 {
		parts = append(parts, map[suite.Kind]string{suite.KindPing: "every request answered", suite.KindPath: "reached on", suite.KindExec: "exit 0"}[a.Kind])
	}
	return strings.Join(parts, ", ")
}

// look compares one observation with what is wanted.
func (j *judge) look(a *suite.Assertion, o *evidence.Observation) look {
	if o.Error != "" {
		return look{err: o.Error}
	}
	if !a.OverState() && a.SnapshotDiff == nil {
		switch {
		case o.Answer == nil:
			return look{err: "an observation has no answer"}
		case a.Node() != "" && o.Answer.Node != a.Node():
			return look{err: fmt.Sprintf("an observation is of node %s, not %s", o.Answer.Node, a.Node())}
		}
		it, ok := answer(a, o.Answer)
		if !ok {
			return look{err: "an observation is no answer of a " + string(a.Kind)}
		}
		for _, f := range a.Fields() {
			if cut(o.Answer, f.Name) && !certain(f.Matcher, it.values[f.Name]) {
				return look{err: fmt.Sprintf("only the first %d octets of %s are recorded, too few to tell", recorded(f.Name), f.Name)}
			}
		}
		l := one(a, it)
		if l.holds && a.Recv != nil && a.Recv.Equals != "" {
			return j.sameAs(a.Recv.Equals, o.Answer.Recv, l)
		}
		return l
	}
	switch {
	case o.Snapshot == nil:
		return look{err: "an observation has no snapshot"}
	case o.Snapshot.Node != a.Node():
		return look{err: fmt.Sprintf("an observation is of node %s, not %s", o.Snapshot.Node, a.Node())}
	}
	switch a.Kind {
	case suite.KindSnapshotDiff:
		return j.since(a, o.Snapshot)
	case suite.KindSysctl:
		return valued(a, items(a, o.Snapshot))
	default:
		return several(a, items(a, o.Snapshot))
	}
}

// sameAs compares what was received with what a step sent.
func (j *judge) sameAs(name string, got *state.Octets, l look) look {
	s := j.c.StepNamed(name)
	if s == nil {
		return look{err: "there is no step " + name}
	}
	for i := range j.ev.Observations {
		o := &j.ev.Observations[i]
		if o.Assertion >= 0 || o.Step != s.Index || o.Answer == nil || o.Answer.Send == nil {
			continue
		}
		sent := o.Answer.Send
		switch {
		case got == nil || got.Count != sent.Count:
			l.holds, l.reason = false, fmt.Sprintf("%s, want the %d octets of %s", l.got, sent.Count, name)
		case got.SHA256 != sent.SHA256:
			l.holds, l.reason = false, fmt.Sprintf("%d octets, but others than those of %s", got.Count, name)
		}
		return l
	}
	return look{err: fmt.Sprintf("step %s has no answer", name)}
}

// one compares an answer.
func one(a *suite.Assertion, it item) look {
	near, wrong := compare(a.Fields(), it)
	set := map[string]bool{}
	for _, f := range a.Fields() {
		set[f.Name] = true
	}
	// What is wanted without being written.
	implied := func(name, text string, held bool) {
		if set[name] || held {
			return
		}
		got := had(name, it.values[name])
		near.Terms = append(near.Terms, suite.Term{Text: text, Had: []string{got}})
		wrong = append(wrong, got+", want "+text)
	}
	if (a.Kind != suite.KindPing || !set["received"]) && (a.Kind != suite.KindPath || !set["reached"]) {
		// That nobody answered is a result, for `received` and `reached` to judge.
		implied("error", "no error", len(it.values["error"]) == 0)
	}
	switch a.Kind {
	case suite.KindExec:
		exit := it.values["exit"]
		implied("exit", "exit 0", len(exit) == 1 && exit[0].Num == 0 || set["error"])
	case suite.KindPath:
		reached := it.values["reached"]
		implied("reached", "reached on", len(reached) == 1 && reached[0].Text == "on" || set["error"])
	case suite.KindPing:
		if lost := it.values["lost"]; len(set) == 0 {
			implied("lost", "every request answered", len(lost) == 1 && lost[0].Num == 0 && it.values["received"][0].Num > 0)
		}
		for _, f := range a.Fields() {
			// Where no reply came, there is no time of which anything holds.
			if f.Name == "rtt" && f.Matcher.Op != suite.OpAbsent && len(it.values["rtt"]) == 0 && f.Matcher.Match() {
				set["rtt"] = false
				implied("rtt", "a reply", false)
			}
		}
	default: // nothing more
	}
	if a.Recv != nil && a.Recv.EOF != nil {
		ended := it.values["eof"]
		implied("eof", fmt.Sprintf("eof %t", *a.Recv.EOF), len(ended) == 1 && ended[0].Text == strconv.FormatBool(*a.Recv.EOF))
	}
	l := look{holds: len(wrong) == 0, got: it.text, near: near, reason: strings.Join(wrong, "; ")}
	if e := it.values["error"]; !l.holds && len(e) > 0 && !set["error"] {
		l.reason = e[0].Text
	}
	return l
}

// several compares the routes, sockets and so on of a node.
func several(a *suite.Assertion, all []item) look {
	fields := a.Fields()
	var l look
	n := 0
	var texts []string
	var mismatch string // of the nearest
	for _, it := range all {
		near, wrong := compare(fields, it)
		if len(wrong) == 0 {
			n++
			texts = append(texts, it.text)
			continue
		}
		if l.near == nil || near.Held > l.near.Held {
			l.near, mismatch = near, strings.Join(wrong, "; ")
		}
	}
	plural := map[suite.Kind]string{suite.KindLink: "interfaces", suite.KindAddress: "addresses", suite.KindRoute: "routes", suite.KindNeighbor: "neighbors",
		suite.KindSocket: "sockets", suite.KindDHCPLease: "leases", suite.KindDHCP6Lease: "leases", suite.KindFDB: "entries", suite.KindSTP: "ports", suite.KindListen: "listeners"}[a.Kind]
	if m := a.Items(); m != nil {
		l.holds = m.Match(number(n)...)
		l.got = fmt.Sprintf("%d of %d %s hold", n, len(all), plural)
		if n > 0 {
			l.got += ": " + clip(strings.Join(texts, "; "))
		}
		l.reason = fmt.Sprintf("count is %d, want %s", n, m.Text)
		if n > 0 {
			l.reason += ": " + clip(strings.Join(texts, "; "))
		} else if l.near != nil && l.near.Held > 0 {
			l.reason += fmt.Sprintf(" (nearest of %d: %s: %s)", len(all), l.near.Item, mismatch)
		}
		return l
	}
	if l.holds = n > 0; l.holds {
		l.got, l.near = clip(strings.Join(texts, "; ")), nil
		return l
	}
	switch {
	case len(all) == 0:
		l.got = "there are no " + plural
		l.reason = l.got
	case l.near.Held == 0 && len(all) > 1:
		l.got = fmt.Sprintf("none of %d %s is like it", len(all), plural)
		l.reason, l.near = l.got, nil
		var shown []string
		for _, it := range all[:min(len(all), 5)] {
			shown = append(shown, it.text)
		}
		l.got += ": " + clip(strings.Join(shown, "; "))
	default:
		l.got = l.near.Item
		l.reason = mismatch
		if len(all) > 1 {
			l.reason += fmt.Sprintf(" (nearest of %d %s: %s)", len(all), plural, l.near.Item)
		}
	}
	return l
}

// compare tells field by field how an item fared; wrong has what did not
// hold, each as `name is GOT, want WANT`.
func compare(fields []suite.Field, it item) (near *suite.NearMiss, wrong []string) {
	near = &suite.NearMiss{Item: it.text}
	for _, f := range fields {
		name := f.Name
		if strings.HasPrefix(name, "header ") {
			name = strings.ToLower(name)
		}
		values := it.values[name]
		got := had(f.Name, values)
		held := f.Matcher.Match(values...)
		near.Terms = append(near.Terms, suite.Term{Text: f.Name + " " + f.Matcher.Text, Held: held, Had: []string{got}})
		if held {
			near.Held++
		} else {
			wrong = append(wrong, got+", want "+f.Matcher.Text)
		}
	}
	return near, wrong
}

// had shows the values of a field: `via is 10.0.0.1`.
func had(name string, got []suite.Value) string {
	if len(got) == 0 {
		return "no " + name
	}
	texts := make([]string, len(got))
	for i, v := range got {
		texts[i] = clip(v.Text)
		if texts[i] == "" {
			texts[i] = `""`
		}
	}
	return name + " is " + strings.Join(texts, ", ")
}
