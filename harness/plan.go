package harness

import (
	"fmt"
	"regexp"
	"strings"

	"github.com/netrig/netrig/harness/internal/plan"
	"github.com/netrig/netrig/topology"
)

// Plan returns, as text, what Run would do to boot each case, and does
// nothing. Cases of one network share one plan.
func Plan(sources []Source, only *regexp.Regexp) (string, error) {
	jobs, err := load(sources, only, true)
	if err != nil {
		return "", err
	}
	var b strings.Builder
	for _, j := range jobs {
		names := map[*topology.Topology][]string{}
		var order []*topology.Topology
		for _, c := range j.cases {
			if names[c.Topology] == nil {
				order = append(order, c.Topology)
			}
			names[c.Topology] = append(names[c.Topology], c.Name)
		}
		for _, t := range order {
			p, err := plan.Of(t)
			if err != nil {
				return "", j.source.shown(err)
			}
			fmt.Fprintf(&b, "# suite %s, case %s\n%s\n", j.suite.Name, strings.Join(names[t], ", case "), p)
		}
	}
	return b.String(), nil
}
