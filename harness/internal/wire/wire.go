package wire

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/fnv"
	"math/rand/v2"
	"net"
	"slices"
	"sync"
	"time"

	"golang.org/x/sys/unix"

	"github.com/netrig/netrig/harness/internal/netns"
	"github.com/netrig/netrig/harness/packet"
	"github.com/netrig/netrig/topology"
)

const (
	ringFrames = 4096 // of one end, where there are few wires
	leastRing  = 256  // where there are many

	// closeToDue is how long before a frame is due the loop stops to sleep: waking up
	// takes about that long, though the timer itself is precise (see prompt).
	closeToDue = 40 * time.Microsecond
)

// Config is a wire as it is to be.
type Config struct {
	Name  string           // of the link, as it is written
	Index [2]int           // of the inner interfaces in their namespace: end 0, end 1
	MTU   int              // octets, the greater one of both ends'
	Wires int              // in the lab, which share what memory there is for rings; 0: this one
	Lines [2]topology.Line // from end 0, from end 1
	Seed  uint64
	Log   func(Event) // of what befell frames, in the wire's loop; nil: nobody wants to know
}

// Event is something that a wire did to a frame.
type Event struct {
	Time  time.Time
	Fault string // the fault's name; empty where it was by chance of the line
	What  string // drop, duplicate, delay, hold, release, reorder, set, corrupt, truncate, overflow
	From  int    // the end that the frame came from
	Match uint64 // of the fault: the how-manieth frame that it matched
	Frame string // one line about the frame; empty for chance of the line
}

// Wire carries frames between two interfaces. Its methods may be called from any
// goroutine.
type Wire struct {
	config Config
	wake   int // eventfd: there is something else to do
	done   chan struct{}

	mu     sync.Mutex // held while frames are carried
	ways   [2]*way
	faults []*fault
	gone   []*fault // removed, for their counters
	view   *packet.Dissector
	closed bool
	err    error
}

// Open begins to carry frames between the interfaces, which are in ns and up.
func Open(ns *netns.NS, c Config) (_ *Wire, err error) {
	w := &Wire{config: c, done: make(chan struct{})}
	if w.wake, err = unix.Eventfd(0, unix.EFD_CLOEXEC|unix.EFD_NONBLOCK); err != nil {
		return nil, fmt.Errorf("wire %s: create an event descriptor: %w", c.Name, err)
	}
	frames := max(ringFrames/max(c.Wires, 1), leastRing)
	var ports [2]*port
	err = ns.Do(func() (err error) {
		for i, index := range c.Index {
			if ports[i], err = openPort(index, frames, c.MTU+etherHead+tagLength); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		for _, p := range ports {
			if p != nil {
				err = errors.Join(err, p.close())
			}
		}
		_ = unix.Close(w.wake)
		return nil, fmt.Errorf("wire %s: %w", c.Name, err)
	}
	for i := range w.ways {
		w.ways[i] = newWay(c.Lines[i], func(what string) *rand.Rand { return w.chance(fmt.Sprint(i, " ", what)) })
		w.ways[i].in, w.ways[i].out = ports[i], ports[1-i]
	}
	spare()
	go func() { // ends when Close says so
		defer close(w.done)
		if err := netns.Apart(w.loop); err != nil {
			w.fail(err)
		}
	}()
	return w, nil
}

// chance draws from the wire's seed, for one purpose.
func (w *Wire) chance(purpose string) *rand.Rand {
	h := fnv.New64a()
	_, _ = fmt.Fprintf(h, "%s %s", w.config.Name, purpose)
	return rand.New(rand.NewPCG(w.config.Seed, h.Sum64()))
}

// Add lets a fault befall frames from now on, behind those that are there already.
func (w *Wire) Add(f Fault) error {
	if err := f.check(); err != nil {
		return err
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.closed {
		return fmt.Errorf("wire %s: %w", w.config.Name, net.ErrClosed)
	}
	if slices.ContainsFunc(w.faults, func(o *fault) bool { return o.Name == f.Name }) {
		return fmt.Errorf("wire %s: there is a fault %s already", w.config.Name, f.Name)
	}
	w.faults = append(w.faults, &fault{Fault: f, chance: w.chance("fault " + f.Name)})
	w.look()
	return nil
}

// Lines returns what the wire does to frames from end 0 and from end 1.
func (w *Wire) Lines() [2]topology.Line {
	w.mu.Lock()
	defer w.mu.Unlock()
	return [2]topology.Line{w.ways[0].line, w.ways[1].line}
}

// SetLines changes that, for frames that enter from now on. They do not overtake those
// that are on their way.
func (w *Wire) SetLines(lines [2]topology.Line) error {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.closed {
		return fmt.Errorf("wire %s: %w", w.config.Name, net.ErrClosed)
	}
	for i, l := range lines {
		w.ways[i].line = queued(l)
	}
	return nil
}

// Has reports whether there is a fault of that name.
func (w *Wire) Has(name string) bool {
	w.mu.Lock()
	defer w.mu.Unlock()
	return slices.ContainsFunc(w.faults, func(f *fault) bool { return f.Name == name })
}

// Remove ends a fault. What it held goes on.
func (w *Wire) Remove(name string) error {
	w.mu.Lock()
	defer w.mu.Unlock()
	at := slices.IndexFunc(w.faults, func(f *fault) bool { return f.Name == name })
	if at < 0 {
		return fmt.Errorf("wire %s: there is no fault %s", w.config.Name, name)
	}
	f := w.faults[at]
	w.free(f, time.Now())
	w.gone = append(w.gone, f)
	w.faults = slices.Delete(w.faults, at, at+1)
	w.look()
	w.rouse()
	return nil
}

// Held returns how many frames are held until an event.
func (w *Wire) Held(event string) int {
	w.mu.Lock()
	defer w.mu.Unlock()
	held := 0
	for _, f := range w.faults {
		if h := f.Do.Hold; h != nil && h.Until == event {
			held += len(f.held)
		}
	}
	return held
}

// Release tells that an event has come, and returns how many frames were held until
// then, which now go on. Those that come later are not held.
func (w *Wire) Release(event string) int {
	w.mu.Lock()
	defer w.mu.Unlock()
	released := 0
	for _, f := range w.faults {
		if h := f.Do.Hold; h != nil && h.Until == event {
			released += len(f.held)
			f.over = true
			w.free(f, time.Now())
		}
	}
	w.rouse()
	return released
}

// free lets go what a fault holds.
func (w *Wire) free(f *fault, now time.Time) {
	for _, h := range f.held {
		w.log(Event{Time: now, Fault: f.Name, What: "release", From: h.way}, h.data)
		w.ways[h.way].enter(h.data, now, 0)
	}
	f.held = nil
}

// look dissects what the faults' filters ask about, and keeps what it knew.
func (w *Wire) look() {
	var ids []packet.FieldID
	asked := false
	for _, f := range w.faults {
		if f.Match != nil {
			ids, asked = append(ids, f.Match.Fields()...), true
		}
		if f.Do.Hold != nil && f.Do.Hold.Match != nil {
			ids, asked = append(ids, f.Do.Hold.Match.Fields()...), true
		}
	}
	w.view = nil
	if asked {
		w.view = packet.NewDissector(packet.Options{Only: packet.NewFieldSet(ids...), Transient: true})
	}
}

// Counters are what a wire did.
type Counters struct {
	Lines  [2]LineCounters // from end 0, from end 1
	Faults []FaultCounters // those removed first, then in the order of their coming
}

// FaultCounters are what a fault did.
type FaultCounters struct {
	Name    string
	Matched uint64 // frames that its filter selected
	Fired   uint64 // of these, those that it befell
	Held    int    // of these, those that still wait
	Failed  error  // the first thing that it could not do
}

// Counters returns what was counted so far.
func (w *Wire) Counters() (Counters, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.count()
}

func (w *Wire) count() (Counters, error) {
	var c Counters
	for i, way := range w.ways {
		if !w.closed {
			missed, err := way.in.dropped()
			if err != nil {
				return c, fmt.Errorf("wire %s: %w", w.config.Name, err)
			}
			way.counted.Missed += missed
		}
		c.Lines[i] = way.counted
	}
	for _, f := range slices.Concat(w.gone, w.faults) {
		c.Faults = append(c.Faults, FaultCounters{Name: f.Name, Matched: f.matched, Fired: f.fired, Held: len(f.held), Failed: f.failed})
	}
	return c, w.err
}

// Close stops the wire; frames on their way are lost. It returns what was counted.
// Further calls return that again.
func (w *Wire) Close() (Counters, error) {
	w.mu.Lock()
	if w.closed {
		defer w.mu.Unlock()
		return w.count()
	}
	_, err := w.count()
	w.closed = true
	w.rouse()
	w.mu.Unlock()
	<-w.done
	w.mu.Lock()
	defer w.mu.Unlock()
	for _, way := range w.ways {
		err = errors.Join(err, way.in.close())
	}
	w.err = errors.Join(w.err, err, unix.Close(w.wake))
	return w.count()
}

// rouse has the loop look what there is to do.
func (w *Wire) rouse() {
	one := binary.NativeEndian.AppendUint64(nil, 1)
	_, _ = unix.Write(w.wake, one) // it cannot overflow from single steps
}
