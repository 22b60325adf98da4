package harness

import (
	"github.com/netrig/netrig/harness/internal/netns"
	"github.com/netrig/netrig/harness/internal/observe"
)

// Finding is one thing that a lab may need of the kernel and of the user.
type Finding struct {
	Name   string
	Needed bool // no lab can do without
	OK     bool
	Detail string // how it is had, or why not
	Cure   string // what helps where it is not OK; empty where nothing does
}

// Doctor tries, in namespaces that are gone afterwards, what labs need, and
// says what the kernel allows the present user. The program must have called
// Handover or Isolate first.
func Doctor() []Finding {
	probed := append(netns.Probe(), observe.Room())
	findings := make([]Finding, len(probed))
	for i, f := range probed {
		findings[i] = Finding(f)
	}
	return findings
}
