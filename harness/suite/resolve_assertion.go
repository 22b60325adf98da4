package suite

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/netrig/netrig/harness/filter"
	"github.com/netrig/netrig/harness/packet"
	"github.com/netrig/netrig/internal/strict"
	"github.com/netrig/netrig/topology"
)

// assertion checks one assertion and resolves the names in it.
func (r *resolver) assertion(a *Assertion) {
	for _, t := range []*time.Duration{a.Eventually, a.AlwaysFor, a.NeverFor} {
		switch {
		case t == nil:
		case *t > time.Hour:
			r.errorf(a.Pos, "", "a time of %s is longer than an hour", *t)
		case a.Index >= 0 && r.c.Timeout > 0 && *t >= r.c.Timeout:
			r.errorf(a.Pos, "write a longer `timeout:` in the case", "it is looked at for %s, but the case ends after %s", *t, r.c.Timeout)
		}
	}
	if a.OverFrames() {
		r.frames(a)
		return
	}
	if a.NeverFor != nil && a.Not {
		r.errorf(a.Pos, "write always_for without not", "not and never_for cancel each other")
	}
	switch {
	case a.SnapshotDiff != nil:
		r.snapshotDiff(a)
	case a.Sysctl != nil:
		r.sysctl(a.Sysctl)
	case a.Ping != nil && a.Ping.Of == "":
		r.ping(&a.Ping.Ping)
	case a.Path != nil && a.Path.Of == "":
		r.path(&a.Path.Path)
	case a.DNS != nil && a.DNS.Of == "":
		r.dns(&a.DNS.DNS)
	case a.HTTP != nil && a.HTTP.Of == "":
		r.http(a.HTTP.Pos, a.HTTP.From, a.HTTP.URL, &a.HTTP.Request)
	case a.Exec != nil && a.Exec.Of == "":
		r.exec(&a.Exec.Exec)
	case a.Of() != "":
		r.of(a)
	case a.Recv != nil:
		return // of is recorded as missing
	case a.FDB != nil:
		r.bridging(a)
	case a.STP != nil:
		r.treeing(a)
	case a.RouteGet != nil:
		r.routeGet(a.RouteGet)
	case a.Counter != nil:
		r.counter(a.Counter)
	default:
		r.node(a.Pos, "node", a.Node())
	}
	fields := a.Fields()
	for _, f := range fields {
		r.matcher(a, f)
	}
	if m := a.Items(); m != nil {
		r.matcher(a, Field{Name: "count", Type: Number, Matcher: m})
	} else if len(fields) == 0 && a.Kind != KindPing && a.Kind != KindPath && a.Kind != KindExec && a.Kind != KindSysctl && a.Kind != KindSnapshotDiff && (a.Recv == nil || a.Recv.Equals == "" && a.Recv.EOF == nil) {
		r.errorf(a.Pos, "say what is to be true, as in "+example(a.Kind), "%s checks nothing", a.Kind)
	}
}

// example is a field of each kind that makes a good first assertion.
func example(k Kind) string {
	return map[Kind]string{
		KindLink: "`carrier: on`", KindAddress: "`address: 192.168.1.2/24`", KindRoute: "`to: default`", KindNeighbor: "`state: REACHABLE`",
		KindSocket: "`state: LISTEN`", KindDHCPLease: "`state: BOUND`", KindDHCP6Lease: "`state: BOUND`", KindFDB: "`mac: pc1.eth0`", KindSTP: "`state: forwarding`",
		KindListen: "`port: 80`", KindRouteGet: "`via: 192.168.1.1`", KindCounter: "`value: {ge: 1}`", KindDNS: "`rcode: NOERROR`", KindHTTP: "`status: 200`", KindRecv: "`eof: true`",
	}[k]
}

// of checks an assertion about the answer of a step.
func (r *resolver) of(a *Assertion) {
	if a.Eventually != nil || a.AlwaysFor != nil || a.NeverFor != nil {
		r.errorf(a.Pos, "remove eventually, always_for or never_for", "the answer of a step does not change with time")
	}
	asked := a.Ping != nil && (a.Ping.From != "" || a.Ping.To != "") || a.Path != nil && (a.Path.From != "" || a.Path.To != "") || a.DNS != nil && (a.DNS.From != "" || a.DNS.Name != "") ||
		a.HTTP != nil && (a.HTTP.From != "" || a.HTTP.URL != "") || a.Exec != nil && (a.Exec.Node != "" || len(a.Exec.Command) > 0 || a.Exec.Shell != "")
	if asked {
		r.errorf(a.Pos, "keep of, or the question", "the answer of step %s needs no question of its own", a.Of())
	}
	s := r.c.StepNamed(a.Of())
	if s == nil {
		var have []string
		for s := range r.c.AllSteps() {
			if s.As != "" {
				have = append(have, s.As)
			}
		}
		cure := "name the step with `as:`"
		if len(have) > 0 {
			cure = r.have(a.Of(), have)
		}
		r.errorf(a.Pos, cure, "no step %s", strict.Quote(a.Of()))
		return
	}
	if a.Ping != nil && s.Ping == nil || a.Path != nil && s.Path == nil || a.DNS != nil && s.DNS == nil || a.HTTP != nil && s.HTTP == nil || a.Exec != nil && s.Exec == nil ||
		a.Recv != nil && s.Recv == nil {
		r.errorf(a.Pos, "", "step %s is no %s step: %s", a.Of(), a.Kind, s)
	}
	if a.Recv != nil && a.Recv.Equals != "" {
		r.equals(a.Recv)
	}
}

// equals checks the name of the step that sent what was received.
func (r *resolver) equals(c *RecvCheck) {
	var have []string
	for s := range r.c.AllSteps() {
		switch {
		case s.Send != nil && s.As == c.Equals:
			return
		case s.Send != nil && s.As != "":
			have = append(have, s.As)
		}
	}
	cure := "name the send step with `as:`"
	if len(have) > 0 {
		cure = r.have(c.Equals, have)
	}
	r.errorf(c.Pos, cure, "no send step %s", strict.Quote(c.Equals))
}

// frames checks an assertion about frames.
func (r *resolver) frames(a *Assertion) {
	if a.NeverFor != nil {
		r.errorf(a.Pos, "write `never:` with the frame, and always_for to watch longer", "never_for is about state and answers")
	}
	if len(a.Sequence) > MaxSequence {
		r.errorf(a.Pos, "split it", "the sequence has %d steps, at most %d are taken", len(a.Sequence), MaxSequence)
		return
	}
	if a.Order == "" {
		a.Order = Subsequence
	}
	r.at(a.At)
	bound := map[string]*SequenceStep{}
	for i, s := range a.Sequence {
		if s == nil {
			r.errorf(a.Pos, "remove the dash", "step %d of the sequence is empty", i+1)
			continue
		}
		s.At = r.atOf(a, s.Pos, s.At)
		r.match(s.Match, bound)
		if s.Counted && s.Count.Min == 0 {
			r.errorf(s.Pos, "count from 1, or use never", "a step of a sequence is there at least once")
		}
		if w := s.Within; w != nil {
			r.ref(w.After, bound)
			if w.Max != 0 && w.Max < w.Min {
				r.errorf(w.Pos, "write the shorter one as min", "no time is at least %s and at most %s", w.Min, w.Max)
			}
			if w.Max == 0 && w.Min == 0 {
				r.errorf(w.Pos, "write min, max or both", "within allows any time")
			}
		}
		if s.As != "" {
			r.bindingName(s.Pos, "as", s.As)
			if bound[s.As] != nil {
				r.errorf(s.Pos, "name it otherwise", "%s is bound twice", s.As)
			}
			bound[s.As] = s
		}
	}
	a.Sequence = slices.DeleteFunc(a.Sequence, func(s *SequenceStep) bool { return s == nil })
	for _, n := range a.Never {
		if n != nil {
			n.At = r.atOf(a, n.Pos, n.At)
			r.match(n.Match, bound)
			r.window(n.From, n.Until, bound)
		}
	}
	for _, c := range a.Count {
		if c != nil {
			c.At = r.atOf(a, c.Pos, c.At)
			r.match(c.Match, bound)
			r.window(c.From, c.Until, bound)
			r.per(c)
		}
	}
	a.Never = r.full(a, slices.Contains(a.Never, nil), a.Never)
	a.Count = slices.DeleteFunc(a.Count, func(c *Count) bool { return c == nil })
}

// full leaves out the entries of never that were left empty, and records
// them.
func (r *resolver) full(a *Assertion, holes bool, all []*Never) []*Never {
	if holes {
		r.errorf(a.Pos, "remove the dash", "an entry of never is empty")
	}
	return slices.DeleteFunc(all, func(n *Never) bool { return n == nil })
}

// window checks from and until.
func (r *resolver) window(from, until Ref, bound map[string]*SequenceStep) {
	if from.Name != "" {
		r.ref(from, bound)
	}
	if until.Name != "" {
		r.ref(until, bound)
	}
}

// ref checks the name of a binding.
func (r *resolver) ref(ref Ref, bound map[string]*SequenceStep) {
	if ref.Name == "" || bound[ref.Name] != nil {
		return
	}
	r.errorf(ref.Pos, r.bindings(ref.Name, bound), "nothing is bound as %s before", strict.Quote(ref.Name))
}

func (r *resolver) bindings(name string, bound map[string]*SequenceStep) string {
	if len(bound) == 0 {
		return "name an earlier step of the sequence with `as:`"
	}
	var have []string
	for b := range bound {
		have = append(have, b)
	}
	slices.Sort(have)
	return r.have(name, have)
}

// per checks the field that a count is kept by.
func (r *resolver) per(c *Count) {
	if c.per == nil {
		return
	}
	info, ok := packet.Lookup(c.per.text)
	if !ok {
		r.errorf(c.per.pos, strict.Propose(c.per.text, packet.Names(), ""), "no field %s", strict.Quote(c.per.text))
		return
	}
	c.Per = info
}

// match compiles a filter; its mistakes are placed inside the text.
func (r *resolver) match(m *Match, bound map[string]*SequenceStep) {
	if m == nil || m.Text == "" {
		return // recorded as missing
	}
	f, err := filter.Compile(m.Text)
	if err != nil {
		var e *filter.Error
		if !errors.As(err, &e) {
			r.errorf(m.Pos, "", "%v", err)
			return
		}
		r.errorf(r.source.locate(m.Pos, m.style, m.Text, e.Column-1), e.Cure, "%s", e.Message)
		return
	}
	m.Filter = f
	for _, ref := range f.References() {
		s := bound[ref.Name]
		pos := r.source.locate(m.Pos, m.style, m.Text, ref.Column-1)
		if s == nil {
			r.errorf(pos, r.bindings(ref.Name, bound), "nothing is bound as %s before", strict.Quote(ref.Name))
			continue
		}
		if n, err := strconv.Atoi(ref.Which); err == nil && (n < 1 || s.Count.Max >= 0 && n > s.Count.Max) {
			r.errorf(pos, "", "%s binds %s, there is no number %d", ref.Name, frameCount(s.Count), n)
		}
	}
}

func frameCount(c Range) string {
	if c.Max == 1 {
		return "one frame"
	}
	return fmt.Sprintf("%s frames", c)
}

// String returns the range as it is written.
func (r Range) String() string {
	switch {
	case r.Max < 0:
		return fmt.Sprintf("%d..", r.Min)
	case r.Min == r.Max:
		return strconv.Itoa(r.Min)
	}
	return fmt.Sprintf("%d..%d", r.Min, r.Max)
}

// Holds reports whether n lies in the range.
func (r Range) Holds(n int) bool { return n >= r.Min && (r.Max < 0 || n <= r.Max) }

// atOf returns the points of one entry: its own, or the assertion's.
func (r *resolver) atOf(a *Assertion, pos Pos, own *At) *At {
	if own != nil {
		r.at(own)
		return own
	}
	if a.At == nil {
		r.errorf(pos, "write `at:` with NODE:INTERFACE, a link, a list of them, or all", "nothing says where the frames are looked at")
	}
	return a.At
}

// at resolves the names of capture points.
func (r *resolver) at(a *At) {
	if a == nil || r.t == nil {
		return
	}
	if len(a.names) == 0 {
		r.errorf(a.Pos, "write NODE:INTERFACE, a link, a list of them, or all", "at names no place")
	}
	a.Points = nil
	seen := map[string]int{}
	for _, n := range a.names {
		for _, p := range r.points(n) {
			i, dup := seen[p.Name]
			if !dup {
				seen[p.Name] = len(a.Points)
				a.Points = append(a.Points, p)
				continue
			}
			a.Points[i].Sent = a.Points[i].Sent && p.Sent
		}
	}
}

func (r *resolver) points(n placed) []Point {
	if n.text == "all" {
		var ps []Point
		for _, node := range r.t.Nodes {
			for _, i := range node.Interfaces {
				ps = append(ps, Point{Name: node.Name + ":" + i.Name})
			}
		}
		return ps
	}
	if left, right, link := strings.Cut(n.text, " -- "); link {
		return r.linkPoints(n, strings.TrimSpace(left), strings.TrimSpace(right))
	}
	name, iface, ok := strings.Cut(n.text, ":")
	if !ok {
		r.errorf(n.pos, "write NODE:INTERFACE, a link such as pc1:eth0 -- sw, a list of them, or all", "%s is no place where frames are seen", strict.Quote(n.text))
		return nil
	}
	node := r.node(n.pos, "at", name)
	if node == nil {
		return nil
	}
	if iface == "lo" {
		r.errorf(n.pos, r.have("", interfaces(node)), "what a node says to itself is not captured")
		return nil
	}
	if node.Interface(iface) == nil {
		r.errorf(n.pos, r.have(iface, interfaces(node)), "no interface %s on %s", strict.Quote(iface), name)
		return nil
	}
	return []Point{{Name: n.text}}
}

// linkPoints returns both ends of a link, where only what is sent counts.
func (r *resolver) linkPoints(n placed, left, right string) []Point {
	at := r.link(n, left, right)
	if at < 0 {
		return nil
	}
	l := r.t.Links[at]
	return []Point{{Name: l.A.String(), Sent: true}, {Name: l.B.String(), Sent: true}}
}

// link returns the place among the links of the one between two ends, -1 where there
// is none.
func (r *resolver) link(n placed, left, right string) int {
	is := func(e topology.Endpoint, text string) bool { return text == e.Node || text == e.String() }
	var found []int
	var have []string
	for i, l := range r.t.Links {
		have = append(have, l.String())
		if is(l.A, left) && is(l.B, right) || is(l.A, right) && is(l.B, left) {
			found = append(found, i)
		}
	}
	switch len(found) {
	case 1:
		return found[0]
	case 0:
		r.errorf(n.pos, r.have(n.text, have), "no link %s", strict.Quote(n.text))
	default:
		r.errorf(n.pos, "name the interfaces, as in "+have[found[0]], "%d links are %s", len(found), strict.Quote(n.text))
	}
	return -1
}

// Negative reports whether the assertion holds while nothing happens: it
// can then only be judged where something did.
func (a *Assertion) Negative() bool {
	negative := false
	switch {
	case a.OverFrames():
		negative = len(a.Sequence) == 0
		for _, c := range a.Count {
			negative = negative && c.Range.Min == 0
		}
	case a.NeverFor != nil:
		negative = true
	case a.Counter != nil:
		negative = a.Counter.idle()
	case a.SnapshotDiff != nil:
		negative = true // unless something is to have changed
		for _, f := range a.Fields() {
			negative = negative && f.Matcher.Match()
		}
	default:
		if m := a.Items(); m != nil {
			negative = m.Match(Value{Type: Number})
		}
	}
	return negative != a.Not
}

// Exhaustive reports whether the assertion, where it holds, rests on frames
// that are not there: it can then only be judged by all frames there were.
func (a *Assertion) Exhaustive() bool {
	if !a.OverFrames() {
		return false
	}
	exhaustive := a.Not || len(a.Never) > 0 || len(a.Sequence) > 0 && a.Order == Strict
	for _, s := range a.Sequence {
		exhaustive = exhaustive || s.Counted && s.Count.Max >= 0
	}
	for _, c := range a.Count {
		exhaustive = exhaustive || c.Range.Max >= 0
	}
	return exhaustive
}

// String returns the bounds as they are written.
func (w *Within) String() string {
	after := w.After.Name + ".first"
	if w.After.Last {
		after = w.After.Name + ".last"
	}
	switch {
	case w.Max == 0:
		return fmt.Sprintf("at least %s after %s", w.Min, after)
	case w.Min == 0:
		return fmt.Sprintf("at most %s after %s", w.Max, after)
	}
	return fmt.Sprintf("%s to %s after %s", w.Min, w.Max, after)
}
