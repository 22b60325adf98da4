package suite

import (
	"fmt"
	"regexp"
	"strings"

	"github.com/netrig/netrig/internal/strict"
)

// steps checks the steps of the case and numbers them.
func (r *resolver) steps(steps []*Step) {
	names := map[string]Pos{}
	index := 0
	var check func(s *Step, inside bool)
	check = func(s *Step, inside bool) {
		s.Index = index
		index++
		if s.As != "" {
			if first, dup := names[s.As]; dup {
				r.errorf(s.Pos, "name it otherwise", "step %s is there twice, first on line %d", strict.Quote(s.As), first.Line)
			}
			names[s.As] = s.Pos
			r.bindingName(s.Pos, "as", s.As)
		}
		switch {
		case s.Exec != nil:
			r.exec(s.Exec)
		case s.Ping != nil:
			r.ping(s.Ping)
		case s.Path != nil:
			r.path(s.Path)
		case s.DNS != nil:
			r.dns(s.DNS)
		case s.HTTP != nil:
			r.http(s.HTTP.Pos, s.HTTP.From, s.HTTP.URL, &s.HTTP.HTTPFields)
		case s.DHCP != nil:
			r.dhcp(s.DHCP)
		case s.DHCP6 != nil:
			r.dhcp6(s.DHCP6)
		case s.Wait != nil:
			r.wait(s)
		case s.Fault != nil:
			r.faultStep(s.Fault)
		case s.Link != nil:
			r.linkStep(s.Link)
		case s.Frame != nil:
			r.frameStep(s.Frame)
		case s.Sockets():
			r.socketStep(s)
		case s.Changes():
			r.changeStep(s)
		case inside && s.Parallel != nil:
			r.errorf(s.Pos, "put its steps beside the others", "parallel inside parallel")
		case len(s.Parallel) > 0:
			s.Parallel = r.withoutHoles(s.Pos, s.Parallel)
			r.inside = true
			for _, p := range s.Parallel {
				check(p, true)
			}
			r.parallelOver()
		case s.Parallel != nil:
			r.errorf(s.Pos, "write its steps as a list", "parallel has no steps")
		}
	}
	r.c.Steps = r.withoutHoles(r.c.Pos, steps)
	for _, s := range r.c.Steps {
		check(s, false)
	}
	if index > MaxSteps {
		r.errorf(r.c.Pos, "split the case", "the case has %d steps, at most %d are taken", index, MaxSteps)
	}
}

// withoutHoles leaves out the entries of a list that were left empty, and
// records them.
func (r *resolver) withoutHoles(pos Pos, steps []*Step) []*Step {
	var all []*Step
	for i, s := range steps {
		if s == nil {
			r.errorf(pos, "remove the dash", "step %d is empty", i+1)
			continue
		}
		all = append(all, s)
	}
	return all
}

// bindingName checks a name that ${...}, from, until, after or of uses.
func (r *resolver) bindingName(pos Pos, what, name string) {
	letters := func(c rune) bool {
		return c == '_' || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9'
	}
	switch {
	case len(name) > 64 || strings.TrimFunc(name, letters) != "" || '0' <= name[0] && name[0] <= '9':
		r.errorf(pos, "use letters, digits and _, a letter first", "%s cannot be %s", what, strict.Quote(name))
	}
}

func (r *resolver) wait(s *Step) {
	w := s.Wait
	r.timeout(w.Pos, w.Timeout)
	a := w.For
	if a == nil {
		return // recorded as missing
	}
	a.Index, a.Step = -1, s.Index
	if a.Kind == "" {
		return
	}
	if a.Eventually != nil || a.AlwaysFor != nil || a.NeverFor != nil {
		r.errorf(a.Pos, "write `timeout:` in the wait step", "a wait step has its own time")
	}
	a.Eventually = &w.Timeout
	if a.Points != 0 || a.Hint != "" {
		r.errorf(a.Pos, "put the assertion under `assert:`", "a wait step earns no points and gives no hint")
	}
	if a.Of() != "" {
		r.errorf(a.Pos, "ask anew, without of", "the answer of a step that is over does not change")
	}
	r.assertion(a)
	if a.Negative() && !a.OverState() { // a state may go as well as come
		r.errorf(a.Pos, "put it under `assert:`", "there is nothing to wait for: it holds while nothing happens")
	}
	if a.Name == "" {
		a.Name = a.describe()
	}
}

// assertions checks the assertions of the case, numbers and names them.
func (r *resolver) assertions(all []*Assertion) {
	c := r.c
	if len(all) == 0 {
		r.errorf(c.Pos, "write at least one under `assert:`", "case %s asserts nothing, so nothing could fail", strict.Quote(c.Name))
	}
	if len(all) > MaxAssertions {
		r.errorf(c.Pos, "split the case", "the case has %d assertions, at most %d are taken", len(all), MaxAssertions)
		return
	}
	names := map[string]Pos{}
	for i, a := range all {
		if a == nil {
			r.errorf(c.Pos, "remove the dash", "assertion %d is empty", i+1)
			continue
		}
		a.Index = len(c.Assertions)
		c.Assertions = append(c.Assertions, a)
		if wrong := unworthy(a.Points); wrong != "" {
			r.errorf(a.Pos, "", "an assertion is worth %d points, %s", a.Points, wrong)
		}
		r.name(a.Pos, "the assertion", a.Name)
		if first, dup := names[a.Name]; dup && a.Name != "" {
			r.errorf(a.Pos, "name it otherwise", "assertion %s is there twice, first on line %d", strict.Quote(a.Name), first.Line)
		}
		names[a.Name] = a.Pos
		if a.Kind != "" {
			r.assertion(a)
		}
	}
	for _, a := range c.Assertions {
		if a.Name != "" || a.Kind == "" {
			continue
		}
		name := a.describe()
		for n := 2; ; n++ {
			if _, dup := names[name]; !dup {
				break
			}
			name = fmt.Sprintf("%s (%d)", a.describe(), n)
		}
		names[name] = a.Pos
		a.Name = name
	}
}

// describe names an assertion that has no name.
func (a *Assertion) describe() string {
	not := ""
	if a.Not {
		not = "not "
	}
	clip := func(s string) string {
		const most = 100
		if r := []rune(s); len(r) > most {
			return string(r[:most]) + "..."
		}
		return s
	}
	switch a.Kind {
	case KindSequence:
		return clip(fmt.Sprintf("%ssequence of %d at %s", not, len(a.Sequence), a.where()))
	case KindNever:
		return clip(fmt.Sprintf("%snever %s at %s", not, oneLine(a.Never[0].Match.text()), a.where()))
	case KindCount:
		return clip(fmt.Sprintf("%scount of %s at %s", not, oneLine(a.Count[0].Match.text()), a.where()))
	case KindDNS:
		if a.DNS.Of == "" {
			return not + a.DNS.String()
		}
	case KindHTTP:
		if a.HTTP.Of == "" {
			return clip(not + a.HTTP.HTTP().String())
		}
	case KindPing:
		if a.Ping.Of == "" {
			return not + a.Ping.String()
		}
	case KindPath:
		if a.Path.Of == "" {
			return not + a.Path.String()
		}
	case KindExec:
		if a.Exec.Of == "" {
			return clip(not + a.Exec.String())
		}
	default:
	}
	var parts []string
	for _, f := range a.Fields() {
		parts = append(parts, f.Name+" "+f.Matcher.Text)
	}
	if m := a.Items(); m != nil {
		parts = append(parts, "count "+m.Text)
	}
	parts = append(parts, a.Terms()...)
	subject := a.Node()
	switch {
	case a.RouteGet != nil:
		return clip(not + a.RouteGet.String() + ": " + strings.Join(parts, ", "))
	case a.Counter != nil:
		subject += " " + a.Counter.Interface + a.Counter.Name
	}
	if of := a.Of(); of != "" && a.SnapshotDiff == nil {
		subject = "of " + of
	}
	return clip(strings.TrimSuffix(oneLine(fmt.Sprintf("%s%s %s: %s", not, a.Kind, subject, strings.Join(parts, ", "))), ":"))
}

// where returns the points of an assertion about frames as they were written.
func (a *Assertion) where() string {
	if a.At != nil {
		return a.At.Text
	}
	var texts []string
	add := func(at *At) {
		if at != nil && (len(texts) == 0 || texts[len(texts)-1] != at.Text) {
			texts = append(texts, at.Text)
		}
	}
	for _, s := range a.Sequence {
		add(s.At)
	}
	for _, n := range a.Never {
		add(n.At)
	}
	for _, c := range a.Count {
		add(c.At)
	}
	return strings.Join(texts, ", ")
}

// oneLine joins the lines of a text.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

func (m *Match) text() string {
	if m == nil {
		return ""
	}
	return m.Text
}

// String returns the program as a step shows it.
func (x *Exec) String() string {
	if x.Shell != "" {
		return oneLine("exec " + x.Node + ": " + x.Shell)
	}
	return oneLine("exec " + x.Node + ": " + strings.Join(x.Command, " "))
}

// String returns the ping as a step shows it.
func (p *Ping) String() string { return "ping " + p.From + " -> " + p.To }

// String returns the question as a step shows it.
func (q *DNS) String() string {
	s := fmt.Sprintf("dns %s: %s %s", q.From, q.Name, q.Type)
	if q.Server.Addr.IsValid() {
		s += " @" + q.Server.Addr.String()
	}
	return s
}

// String returns the request as a step shows it.
func (h *HTTP) String() string { return fmt.Sprintf("http %s: %s %s", h.From, h.Method, h.URL) }

// compilePattern compiles a pattern of a matcher.
func (r *resolver) compilePattern(pos Pos, text string) *regexp.Regexp {
	re, err := regexp.Compile(text)
	if err != nil {
		r.errorf(pos, "patterns are RE2, as in Go's regexp", "%v", err)
	}
	return re
}
