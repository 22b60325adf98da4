package lab

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"sync"

	"github.com/netrig/netrig/harness/internal/netns"
	"github.com/netrig/netrig/harness/internal/observe"
	"github.com/netrig/netrig/harness/internal/plan"
	"github.com/netrig/netrig/harness/internal/rtnl"
	"github.com/netrig/netrig/harness/internal/wire"
	"github.com/netrig/netrig/topology"
)

// Wire is a link that is a program. Its methods may be called from any goroutine.
type Wire struct {
	*wire.Wire
	link  *topology.Link
	inner [2]plan.End
	ends  [2]*Node

	mu     sync.Mutex
	kernel *rtnl.Conn // of the inner ends
	up     [2]bool    // as the inner ends were set
	pulled bool
}

// Wire returns the wire that the link between two ends is, nil where it is none.
func (l *Lab) Wire(link *topology.Link) *Wire {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.wires[link.String()]
}

// Wires returns all wires, by their links as these are written.
func (l *Lab) Wires() map[string]*Wire {
	l.mu.Lock()
	defer l.mu.Unlock()
	return maps.Clone(l.wires)
}

// wire begins to carry the frames of a link.
func (b *boot) wire(op plan.Wire) (err error) {
	link := op.Link
	w := &Wire{link: link, inner: op.Inner, ends: [2]*Node{b.nodes[link.A.Node], b.nodes[link.B.Node]}, up: [2]bool{true, true}}
	defer func() {
		if err != nil {
			err = fmt.Errorf("%s: %w", link, err)
		}
	}()
	inside := b.spaces[plan.Inside]
	w.Wire, err = wire.Open(inside, wire.Config{
		Name:  link.String(),
		Index: [2]int{op.Inner[0].Index, op.Inner[1].Index},
		MTU:   max(op.Inner[0].MTU, op.Inner[1].MTU, defaultMTU),
		Wires: len(b.topology.Links),
		Lines: [2]topology.Line{link.Wire.There, link.Wire.Back},
		Seed:  b.options.Seed,
		Log:   func(e wire.Event) { b.told(w, e) },
	})
	if err != nil {
		return err
	}
	b.undo.push(func(context.Context) error {
		_, err := w.Close()
		return err
	})
	for _, f := range b.options.Faults[link.String()] {
		if err := w.Add(f); err != nil {
			return err
		}
	}
	if err := w.follow(b, inside); err != nil {
		return err
	}
	b.Lab.mu.Lock()
	defer b.Lab.mu.Unlock()
	if b.wires == nil {
		b.wires = map[string]*Wire{}
	}
	b.wires[link.String()] = w
	return nil
}

// defaultMTU is that of an interface which declares none.
const defaultMTU = 1500

// told records what befell a frame.
func (l *Lab) told(w *Wire, e wire.Event) {
	log := w.ends[e.From].logger("wire").With("link", w.link.String())
	if e.Fault != "" {
		log = log.With("fault", e.Fault, "match", e.Match)
	}
	if e.Frame != "" {
		log = log.With("frame", e.Frame)
	}
	log.Info(e.What)
}

// follow lets each end of the link see a carrier while the interface at the other is
// set up and the cable is plugged in, as it would on a cable.
func (w *Wire) follow(b *boot, inside *netns.NS) (err error) {
	if w.kernel, err = rtnl.Open(inside, plan.Inside); err != nil {
		return err
	}
	b.undo.push(func(context.Context) error { return w.kernel.Close() })
	ctx, cancel := context.WithCancel(b.running)
	var wg sync.WaitGroup
	b.undo.push(func(context.Context) error {
		cancel()
		wg.Wait()
		return nil
	})
	for i, end := range [2]topology.Endpoint{w.link.A, w.link.B} {
		watch, err := observe.Watch(ctx, w.ends[i].ns, w.ends[i].Name, 0)
		if err != nil {
			return err
		}
		wg.Go(func() { // ends with ctx
			for range watch.Changed {
				if err := w.plug(); err != nil && ctx.Err() == nil {
					b.fault(w.ends[i], "wire", fmt.Errorf("carrier of %s: %w", end, err))
					return
				}
			}
		})
	}
	return w.plug()
}

// plug sets the inner ends up or down as the other ends are, and returns when these
// have noticed.
func (w *Wire) plug() error {
	w.mu.Lock()
	defer w.mu.Unlock()
	changed := false
	for i, end := range [2]topology.Endpoint{w.link.A, w.link.B} {
		up, err := observe.Up(w.ends[i].ns, end.Interface)
		if err != nil {
			return err
		}
		up = up && !w.pulled
		if other := 1 - i; w.up[other] != up {
			if err := w.kernel.SetUp(w.inner[other].Index, w.inner[other].Name, up); err != nil {
				return err
			}
			w.up[other] = up
			changed = true
		}
	}
	if !changed {
		return nil
	}
	return errors.Join(w.ends[0].notice(w.link.A.Interface), w.ends[1].notice(w.link.B.Interface))
}

// Pull unplugs the cable, or plugs it in again: neither end sees a carrier meanwhile.
func (w *Wire) Pull(out bool) error {
	w.mu.Lock()
	w.pulled = out
	w.mu.Unlock()
	return w.plug()
}
