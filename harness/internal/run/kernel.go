package run

import (
	"errors"
	"syscall"

	"github.com/netrig/netrig/harness/internal/observe"
	"github.com/netrig/netrig/harness/state"
	"github.com/netrig/netrig/harness/suite"
)

// routeGet asks a node's kernel for the way of a packet. That there is none is
// an answer.
func (r *runner) routeGet(g *suite.RouteGet) (*state.Answer, error) {
	a := &state.Answer{Node: g.Node}
	way, err := observe.Way(r.lab.Node(g.Node).NS(), observe.Packet{To: g.To.Addr, From: g.From.Addr, Interface: g.IIF, Mark: g.Mark})
	if errno := syscall.Errno(0); errors.As(err, &errno) && refusedByNetwork(errno) {
		a.Error = errno.Error()
	} else if err != nil {
		return nil, err
	}
	a.Way = &way
	return a, nil
}

// counter reads what a node's kernel has counted.
func (r *runner) counter(c *suite.Counter) (a *state.Answer, err error) {
	a = &state.Answer{Node: c.Node, Counted: &state.Counted{What: c.Interface + c.Name}}
	ns := r.lab.Node(c.Node).NS()
	if c.Interface != "" {
		a.Counted.Values, err = observe.InterfaceCounters(ns, c.Interface)
		return a, err
	}
	value, err := observe.Counter(ns, c.Name)
	a.Counted.Values = map[string]int64{"value": value}
	return a, err
}
