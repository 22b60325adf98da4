package harness

import (
	"errors"
	"fmt"
	"time"

	"github.com/netrig/netrig/harness/filter"
	"github.com/netrig/netrig/harness/internal/lab"
	"github.com/netrig/netrig/harness/internal/wire"
	"github.com/netrig/netrig/topology"
)

// Link is a cable of a lab. One that the topology declares as a wire (`wire: on`, or a
// rate, a delay ...) can lose, delay and change frames too.
type Link struct {
	lab     *Lab
	link    *topology.Link
	wire    *lab.Wire // nil: frames pass at once
	missing error     // there is no such link
}

// String returns the link as it is written in the topology.
func (l *Link) String() string {
	if l.missing != nil {
		return l.missing.Error()
	}
	return l.link.String()
}

// Down unplugs the cable, and returns when both ends have lost their carrier. Of a link that
// is no wire the interface at the first end is set down.
func (l *Link) Down() error { return l.plug(false) }

// Up plugs the cable in again, and returns when both ends have a carrier.
func (l *Link) Up() error { return l.plug(true) }

func (l *Link) plug(in bool) error {
	switch {
	case l.missing != nil:
		return l.missing
	case l.wire != nil:
		return l.wire.Pull(!in)
	}
	return l.lab.session.Lab().Node(l.link.A.Node).SetUp(l.link.A.Interface, in)
}

// Delay has every frame on the wire arrive so much later, in both directions, from now on.
// 0 ends a delay.
func (l *Link) Delay(d time.Duration) error {
	return l.change(func(line *topology.Line) { line.Delay = d })
}

// Rate lets so many bits a second onto the wire, in each direction, from now on. 0 ends a
// limit.
func (l *Link) Rate(bits uint64) error {
	return l.change(func(line *topology.Line) { line.Rate = bits })
}

// SetLines changes what the wire does to frames, from the link's first end and back, from now
// on.
func (l *Link) SetLines(there, back topology.Line) error {
	lines := [2]topology.Line{there, back}
	i := -1
	return l.change(func(line *topology.Line) {
		i++
		*line = lines[i]
	})
}

// change changes both directions of the wire.
func (l *Link) change(how func(*topology.Line)) error {
	if err := l.usable(); err != nil {
		return err
	}
	lines := l.wire.Lines()
	for i := range lines {
		how(&lines[i])
		if err := lines[i].Check(); err != nil {
			return fmt.Errorf("harness: %s: %w", l.link, err)
		}
	}
	return l.wire.SetLines(lines)
}

// usable is why the link is no wire.
func (l *Link) usable() error {
	switch {
	case l.missing != nil:
		return l.missing
	case l.wire == nil:
		return fmt.Errorf("harness: %s is no wire: declare {between: [%s, %s], wire: on}", l.link, l.link.A, l.link.B)
	}
	return nil
}

// Fault is what befalls certain frames on a wire. Exactly one of Drop to Truncate is set.
type Fault struct {
	From   string // the end that the frames come from, NODE or NODE:INTERFACE; both if empty
	Filter string // a Wireshark display filter; every frame if empty

	// Which of the frames that the filter selects: from the First to the Last, counted from 1
	// (0: no bound), of these every Every-th (0: each), and of these by Chance, from 0
	// to 1 (0: all).
	First, Last, Every uint64
	Chance             float64

	Drop     bool          // it is lost
	Copies   int           // it arrives so many times more
	Delay    time.Duration // it arrives later, and others overtake it
	Reorder  int           // so many frames behind it overtake it; it waits 100 ms for them at most
	Corrupt  bool          // one bit behind the Ethernet header is flipped
	Truncate int           // it ends after so many octets
	Hold     bool          // it waits until the fault is removed
}

// Fault lets a fault befall frames from now on.
func (l *Link) Fault(f Fault) (*ActiveFault, error) {
	if err := l.usable(); err != nil {
		return nil, err
	}
	w := wire.Fault{
		Name: fmt.Sprintf("fault %d", l.lab.faults.Add(1)), From: wire.Both, First: f.First, Last: f.Last, Every: f.Every, Chance: f.Chance,
		Do: wire.Action{Drop: f.Drop, Copies: f.Copies, Delay: f.Delay, Reorder: f.Reorder, Corrupt: f.Corrupt, Truncate: f.Truncate},
	}
	if f.Hold {
		w.Do.Hold = &wire.Hold{Until: w.Name}
	}
	switch f.From {
	case "":
	case l.link.A.Node, l.link.A.String():
		w.From = 0
	case l.link.B.Node, l.link.B.String():
		w.From = 1
	default:
		return nil, fmt.Errorf("harness: %q is no end of %s", f.From, l.link)
	}
	if f.Filter != "" {
		match, err := filter.Compile(f.Filter)
		if err != nil {
			return nil, fmt.Errorf("harness: %w", err)
		}
		w.Match = match
	}
	if err := l.wire.Add(w); err != nil {
		return nil, fmt.Errorf("harness: %w", err)
	}
	return &ActiveFault{wire: l.wire, name: w.Name}, nil
}

// ActiveFault is a fault on a wire.
type ActiveFault struct {
	wire *lab.Wire
	name string
}

// Remove ends the fault. Frames that it holds go on.
func (f *ActiveFault) Remove() error { return f.wire.Remove(f.name) }

// errNoFault is a fault of which the wire knows nothing.
var errNoFault = errors.New("harness: there is no such fault")

// Counts returns how many frames the fault's filter has selected so far, and how many of
// these it befell. The error tells what it could not do.
func (f *ActiveFault) Counts() (matched, fired uint64, err error) {
	counters, err := f.wire.Counters()
	if err != nil {
		return 0, 0, fmt.Errorf("harness: %w", err)
	}
	for _, c := range counters.Faults {
		if c.Name == f.name {
			return c.Matched, c.Fired, c.Failed
		}
	}
	return 0, 0, errNoFault
}
