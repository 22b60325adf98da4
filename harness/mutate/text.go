package mutate

import (
	"fmt"
	"io"
	"strings"
	"time"
)

// Text writes a result for people: how many mutants of the suite were killed,
// then those that survive, where they are broken and what is broken. What was
// killed, accepted or invalid is listed where verbose is set.
func Text(w io.Writer, r Result, verbose bool) error {
	var b strings.Builder
	fmt.Fprintf(&b, "%s: %d of %d mutants killed%s  %s\n", r.Suite, r.Killed, r.Valid(), r.others(), r.Took.Round(10*time.Millisecond))
	for _, u := range r.Unfit {
		fmt.Fprintf(&b, "  %-8s  case %q as it is: %s\n", u.Verdict, u.Case, u.Reason)
	}
	for _, m := range r.Mutants {
		if !verbose && m.Outcome != Survived && m.Outcome != Errored {
			continue
		}
		fmt.Fprintf(&b, "  %-8s  %s: %s%s\n", m.Outcome, m.Place, m.Name, m.because())
	}
	for _, s := range r.Stale {
		fmt.Fprintf(&b, "  stale     %s: %s: %s\n", s.Place, s.Name, s.Reason)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// others counts what is neither killed nor survived, and what was tried again; it says so
// of nothing.
func (r *Result) others() string {
	var text strings.Builder
	for _, o := range []struct {
		n    int
		what string
	}{{r.Accepted, "may survive"}, {r.Errored, "errored"}, {r.Invalid, "invalid"}, {r.Again, "tried again alone"}} {
		if o.n > 0 {
			fmt.Fprintf(&text, ", %d %s", o.n, o.what)
		}
	}
	return text.String()
}

// because says what made the outcome, and what the first try came to where that was
// something else.
func (t *Trial) because() string {
	why := t.why()
	if f := t.First; f != nil && f.Outcome != t.Outcome {
		first := Trial{Outcome: f.Outcome, Case: f.Case, Reason: f.Reason}
		return fmt.Sprintf("%s, alone; %s beside others%s", why, f.Outcome, first.why())
	}
	return why
}

func (t *Trial) why() string {
	switch {
	case t.Outcome == Killed && len(t.Failed) > 0:
		return fmt.Sprintf(" (%s: %s)", t.Case, strings.Join(t.Failed, "; "))
	case t.Outcome == Killed:
		return " (" + t.Case + ")"
	case t.Reason == "":
		return ""
	case t.Case != "":
		return fmt.Sprintf(" (%s: %s)", t.Case, t.Reason)
	}
	return " (" + t.Reason + ")"
}
