package expect

import (
	"fmt"

	"github.com/netrig/netrig/harness/internal/evidence"
	"github.com/netrig/netrig/harness/suite"
)

// wireTrouble says why what the wires did is not what the case asks for, "" where it
// is: no verdict would be about what the case says. Where a step kept the rest from
// happening, so may it have kept faults.
func wireTrouble(c *suite.Case, ev *evidence.Case, stopped bool) string {
	did := map[string]evidence.WireFault{}
	for _, w := range ev.Manifest.Wires {
		for i, l := range w.Lines {
			if l.Missed > 0 {
				way := "from its first end"
				if i == 1 {
					way = "from its second end"
				}
				return fmt.Sprintf("the wire %s fell behind: it lost %d frames %s (run fewer cases at once, see --parallel, or leave offload off)", w.Link, l.Missed, way)
			}
		}
		for _, f := range w.Faults {
			did[f.Name] = f
		}
	}
	for _, f := range faultsOf(c) {
		d, ok := did[f.Name]
		switch {
		case stopped && d.Failed == "":
		case !ok:
			return fmt.Sprintf("fault %s was never there", f.Name)
		case d.Failed != "":
			return fmt.Sprintf("fault %s could not do what it says: %s", f.Name, d.Failed)
		case d.Fired < f.Wanted():
			return fmt.Sprintf("fault %s befell %d frames, not %d: %d matched it", f.Name, d.Fired, f.Wanted(), d.Matched)
		case d.Held > 0:
			return fmt.Sprintf("fault %s never let go of %d frames", f.Name, d.Held)
		}
	}
	return ""
}

// faultsOf returns the faults of a case, and those that its steps add.
func faultsOf(c *suite.Case) []*suite.Fault {
	all := append([]*suite.Fault(nil), c.Faults...)
	for s := range c.AllSteps() {
		if s.Fault != nil && s.Fault.Add != nil {
			all = append(all, s.Fault.Add)
		}
	}
	return all
}
