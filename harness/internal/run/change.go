package run

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"syscall"
	"time"

	"github.com/netrig/netrig/harness/internal/evidence"
	"github.com/netrig/netrig/harness/internal/lab"
	"github.com/netrig/netrig/harness/internal/observe"
	"github.com/netrig/netrig/harness/internal/rtnl"
	"github.com/netrig/netrig/harness/state"
	"github.com/netrig/netrig/harness/suite"
)

// change carries out a step that changes the state of a node.
func (r *runner) change(whole context.Context, s *suite.Step) (failed string, err error) {
	switch {
	case s.Route != nil:
		err = r.route(s.Route)
	case s.Neighbor != nil:
		return kernelSays(r.neighbor(s.Neighbor), syscall.ENOENT)
	case s.Address != nil:
		return r.address(whole, s.Address)
	case s.Sysctl != nil:
		for _, x := range s.Sysctl.Settings {
			if err = r.lab.Node(s.Sysctl.Node).Set(x.Path, x.Value); err != nil {
				break
			}
		}
	case s.Service != nil:
		return r.service(whole, s.Service)
	case s.Snapshot != nil:
		snapshot, err := r.lab.Node(s.Snapshot.Node).Snapshot(observe.Everything)
		o := evidence.Observation{Time: time.Now().UTC(), Assertion: -1, Step: s.Index, Snapshot: snapshot}
		if err != nil {
			o.Error = err.Error()
		}
		r.recording.Observe(o)
		return "", err
	}
	return kernelSays(err)
}

// kernelSays tells what the kernel does not let happen from what the harness
// has no right to, or this kernel does not have.
func kernelSays(err error, more ...syscall.Errno) (failed string, harness error) {
	refused, ok := errors.AsType[*rtnl.Error](err)
	if !ok {
		return "", err
	}
	is := func(e syscall.Errno) bool { return errors.Is(refused.Err, e) }
	if slices.ContainsFunc(changes[:], is) || slices.ContainsFunc(more, is) {
		return refused.Error(), nil
	}
	return "", err
}

// changes are what the kernel says of a change that it does not take as the
// node is.
var changes = [...]syscall.Errno{
	syscall.ENETUNREACH, syscall.EHOSTUNREACH, syscall.ENETDOWN, syscall.EEXIST, syscall.ESRCH, syscall.EINVAL,
	syscall.EADDRNOTAVAIL, syscall.EADDRINUSE, syscall.ERANGE, syscall.ENODEV,
}

func (r *runner) route(s *suite.RouteStep) error {
	node := r.lab.Node(s.Node)
	switch s.Do {
	case suite.Add:
		return node.AddRoute(s.Route)
	case suite.Replace:
		return node.ReplaceRoute(s.Route)
	default:
		return node.RemoveRoute(s.Route)
	}
}

func (r *runner) neighbor(s *suite.NeighborStep) error {
	node := r.lab.Node(s.Node)
	switch {
	case s.Add != nil:
		return node.AddNeighbor(neighborOf(s.Interface, s.Add), false)
	case s.Replace != nil:
		return node.AddNeighbor(neighborOf(s.Interface, s.Replace), true)
	case s.Del != nil:
		return node.RemoveNeighbor(rtnl.Neighbor{Name: s.Interface, IP: s.Del.IP.Addr, Proxy: s.Del.Proxy})
	}
	return node.FlushNeighbors(s.Interface)
}

// neighborOf is an entry as the kernel has it.
func neighborOf(iface string, e *suite.NeighborEntry) rtnl.Neighbor {
	states := map[string]rtnl.NeighborState{
		"permanent": rtnl.Permanent, "noarp": rtnl.NoARP, "reachable": rtnl.Reachable, "stale": rtnl.Stale, "delay": rtnl.Delay, "probe": rtnl.Probe,
	}
	return rtnl.Neighbor{Name: iface, IP: e.IP.Addr, MAC: e.Hardware, State: states[e.State], Proxy: e.Proxy}
}

func (r *runner) address(whole context.Context, s *suite.AddressStep) (failed string, err error) {
	node := r.lab.Node(s.Node)
	switch {
	case s.Do == suite.Remove:
		err = node.RemoveAddress(s.Interface, s.Prefix)
	case !s.DAD:
		err = node.AddAddress(s.Interface, s.Prefix)
	default:
		ctx, cancel := context.WithTimeout(whole, s.Timeout)
		defer cancel()
		err = node.DetectDuplicate(ctx, s.Interface, s.Prefix)
		duplicate := (*rtnl.DuplicateError)(nil)
		switch {
		case errors.As(err, &duplicate):
			return duplicate.Error(), nil
		case errors.Is(err, context.DeadlineExceeded) && whole.Err() == nil:
			return r.undecided(s)
		}
	}
	return kernelSays(err)
}

// undecided says why it is not known in time whether somebody has an address: nobody can
// be asked, or the kernel is not done with asking.
func (r *runner) undecided(s *suite.AddressStep) (failed string, err error) {
	seen, err := r.lab.Node(s.Node).Snapshot(observe.Interfaces)
	if err != nil {
		return "", err
	}
	for _, i := range seen.Interfaces {
		if i.Name == s.Interface && i.Carrier {
			return "", fmt.Errorf("the kernel does not know within %s whether somebody has the address (the machine is busy, or the timeout too short)", s.Timeout)
		}
	}
	return fmt.Sprintf("timed out: it is not known within %s whether somebody has the address, as %s has no carrier", s.Timeout, s.Interface), nil
}

func (r *runner) service(whole context.Context, s *suite.ServiceStep) (failed string, err error) {
	ctx, cancel := context.WithTimeout(whole, s.Timeout)
	defer cancel()
	node, name := r.lab.Node(s.Node), s.Service()
	if s.Start == "" {
		err = node.StopService(ctx, name)
	}
	if s.Stop == "" && err == nil {
		err = node.StartService(ctx, name)
	}
	refused := (*lab.ServiceError)(nil)
	switch {
	case errors.As(err, &refused):
		return refused.Error(), nil
	case err != nil && socketTaken(err):
		return err.Error(), nil
	}
	return "", err
}

// socketTaken reports whether the kernel has no place for the sockets of a
// server: another one has it, or the address is gone.
func socketTaken(err error) bool {
	return errors.Is(err, syscall.EADDRINUSE) || errors.Is(err, syscall.EADDRNOTAVAIL)
}

// setting observes a kernel setting.
func (r *runner) setting(c *suite.SysctlCheck) (*state.Snapshot, error) {
	s := &state.Snapshot{Node: c.Node, Time: time.Now().UTC()}
	value, err := r.lab.Node(c.Node).Setting(c.Path)
	if err != nil {
		return nil, err
	}
	s.Settings = []state.Setting{{Key: c.Key, Value: value}}
	return s, nil
}
