package run

import (
	"context"
	"fmt"
	"maps"
	"slices"

	"github.com/netrig/netrig/harness/internal/evidence"
	"github.com/netrig/netrig/harness/internal/lab"
	"github.com/netrig/netrig/harness/internal/wire"
	"github.com/netrig/netrig/harness/suite"
)

// faultsOf are the faults that a case begins with, by the link they are on.
func faultsOf(c *suite.Case) map[string][]wire.Fault {
	all := map[string][]wire.Fault{}
	for _, f := range c.Faults {
		all[f.Link.String()] = append(all[f.Link.String()], wireFault(f))
	}
	return all
}

// wireFault is a fault as the wire has it.
func wireFault(f *suite.Fault) wire.Fault {
	w := wire.Fault{
		Name: f.Name, From: f.From, First: uint64(f.Nth.Min), Last: uint64(max(f.Nth.Max, 0)), Every: uint64(f.Every), Chance: f.Chance,
		Do: wire.Action{
			Drop: f.Do.Drop, Copies: f.Do.Dup, Delay: f.Do.Delay, Reorder: f.Do.Reorder,
			Set: f.Do.Set.Changes(), Corrupt: f.Do.Corrupt, Truncate: f.Do.Truncate, Keep: f.Do.Keep,
		},
	}
	if f.Match != nil {
		w.Match = f.Match.Filter
	}
	if h := f.Do.Hold; h != nil {
		w.Do.Hold = &wire.Hold{Until: h.Until}
		if h.Match != nil {
			w.Do.Hold.Match = h.Match.Filter
		}
	}
	return w
}

// fault carries out a fault step.
func (r *runner) fault(ctx context.Context, s *suite.FaultStep) (failed string, err error) {
	switch {
	case s.Add != nil:
		return "", r.lab.Wire(s.Add.Link).Add(wireFault(s.Add))
	case s.Remove != "":
		for _, w := range r.lab.Wires() {
			if w.Has(s.Remove) {
				return "", w.Remove(s.Remove)
			}
		}
		return "", fmt.Errorf("there is no fault %s", s.Remove)
	}
	return r.release(ctx, s)
}

// release lets frames go once as many are held as the step says. A frame that
// was sent may still be on its way to the wire.
func (r *runner) release(whole context.Context, s *suite.FaultStep) (failed string, err error) {
	ctx, cancel := context.WithTimeout(whole, s.Timeout)
	defer cancel()
	for {
		changed := r.recording.Changed() // a wire tells what it holds
		held := 0
		for _, w := range r.lab.Wires() {
			held += w.Held(s.Release)
		}
		if held >= s.Frames {
			break
		}
		select {
		case <-changed:
			continue
		case <-ctx.Done():
		}
		if whole.Err() != nil {
			return "", whole.Err()
		}
		return fmt.Sprintf("%d of %d frames are held until %s, after %s", held, s.Frames, s.Release, s.Timeout), nil
	}
	for _, w := range r.lab.Wires() {
		w.Release(s.Release)
	}
	return "", nil
}

// link carries out a link step.
func (r *runner) link(s *suite.LinkStep) error {
	up := s.Up != ""
	if s.On == "" {
		return r.lab.Node(s.Node).SetUp(s.Interface, up)
	}
	return r.lab.Wires()[s.On].Pull(!up)
}

// endWires stops the wires of the lab and records what they did.
func (r *runner) endWires() (err error) {
	r.manifest.Wires, err = r.wires((*lab.Wire).Close)
	return err
}

// wires is what the wires of the lab have done, as it is counted.
func (r *runner) wires(count func(*lab.Wire) (wire.Counters, error)) ([]evidence.Wire, error) {
	if r.lab == nil {
		return nil, nil
	}
	var all []evidence.Wire
	wires := r.lab.Wires()
	for _, link := range slices.Sorted(maps.Keys(wires)) {
		counters, err := count(wires[link])
		if err != nil {
			return all, err
		}
		e := evidence.Wire{Link: link}
		for i, l := range counters.Lines {
			e.Lines[i] = evidence.Line{
				Entered: l.Frames, Delivered: l.Delivered, Lost: l.Lost, Doubled: l.Doubled, Reordered: l.Reordered, Corrupted: l.Corrupted,
				Overflow: l.Overflow, Unplugged: l.Unplugged, TooLong: l.TooLong, Missed: l.Missed,
			}
		}
		for _, f := range counters.Faults {
			w := evidence.WireFault{Name: f.Name, Matched: f.Matched, Fired: f.Fired, Held: f.Held}
			if f.Failed != nil {
				w.Failed = f.Failed.Error()
			}
			e.Faults = append(e.Faults, w)
		}
		all = append(all, e)
	}
	return all, nil
}
