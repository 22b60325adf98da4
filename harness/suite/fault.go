package suite

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/netrig/netrig/harness/filter"
	"github.com/netrig/netrig/harness/packet"
	"github.com/netrig/netrig/internal/strict"
	"github.com/netrig/netrig/topology"
)

// Fault is what befalls certain frames on a link, from the boot of the lab on or, in
// a fault step, from then on. One that does not befall as many frames as it says makes
// the case errored: what it was to show did not happen.
type Fault struct {
	Pos      Pos
	Name     string
	On       string         // the link as it is written
	Link     *topology.Link // a wire
	From     int            // the end of the link that the frames come from: 0 for A, 1 for B, BothEnds
	Match    *Match         // nil: every frame
	Nth      Range          // of the frames that match, counted from 1; the zero Range: all
	Every    int            // of these, each so-manieth; 0: each
	Chance   float64        // of these, by chance from 0 to 1; 0: all
	Do       Action
	Optional bool // that it befalls no frame is no error

	from string // the end as it is written
}

// BothEnds is the From of a fault for frames of either direction.
const BothEnds = -1

// Action is what a fault does to a frame. Exactly one field is set, but for Keep.
type Action struct {
	Pos      Pos
	Drop     bool          // it is lost
	Dup      int           // it arrives so many times more
	Delay    time.Duration // it arrives later, and others overtake it
	Hold     *Hold         // it waits
	Reorder  int           // so many frames behind it overtake it
	Set      Sets          // fields have other values
	Keep     bool          // with Set: checksums are not mended
	Corrupt  bool          // a bit is flipped
	Truncate int           // it ends after so many octets
}

// Hold keeps frames until something happens.
type Hold struct {
	Pos   Pos
	Until string // the name of an event that a fault step releases; empty: Match
	Match *Match // a later frame on the link
}

// Set is the other value of a field.
type Set struct {
	Pos        Pos
	Text       string // as written, FIELD
	Field      *packet.Info
	Occurrence int // of the field in the frame, from 1
	Value      packet.Value
	Written    string
}

// Wanted is how many frames the fault is to befall at least.
func (f *Fault) Wanted() uint64 {
	switch {
	case f.Optional:
		return 0
	case f.Nth.Max > 0 && f.Every == 0 && f.Chance == 0:
		return uint64(f.Nth.Max - f.Nth.Min + 1)
	}
	return 1
}

// String names the fault and what it does.
func (f *Fault) String() string {
	return fmt.Sprintf("%s (%s on %s)", f.Name, f.Do.String(), f.On)
}

// String tells what is done.
func (a *Action) String() string {
	switch {
	case a.Dup > 0:
		return fmt.Sprintf("dup %d", a.Dup)
	case a.Delay > 0:
		return "delay " + a.Delay.String()
	case a.Hold != nil && a.Hold.Until != "":
		return "hold until " + a.Hold.Until
	case a.Hold != nil:
		return "hold until " + a.Hold.Match.text()
	case a.Reorder > 0:
		return fmt.Sprintf("reorder %d", a.Reorder)
	case len(a.Set) > 0:
		texts := make([]string, len(a.Set))
		for i, s := range a.Set {
			texts[i] = s.Text + " = " + s.Written
		}
		return "set " + strings.Join(texts, ", ")
	case a.Corrupt:
		return "corrupt"
	case a.Truncate > 0:
		return fmt.Sprintf("truncate %d", a.Truncate)
	}
	return "drop"
}

// faults checks the faults of the case.
func (r *resolver) faults(all []*Fault) {
	for i, f := range all {
		if f == nil {
			r.errorf(r.c.Pos, "remove the dash", "fault %d is empty", i+1)
			continue
		}
		r.fault(f)
		r.c.Faults = append(r.c.Faults, f)
	}
}

// fault checks one fault, and notes its name and the event that it holds until.
func (r *resolver) fault(f *Fault) {
	if first, dup := r.faultNames[f.Name]; dup {
		r.errorf(f.Pos, "name it otherwise", "fault %s is there twice, first on line %d", strict.Quote(f.Name), first.Line)
	}
	r.faultNames[f.Name] = f.Pos
	if f.Name != "" {
		r.bindingName(f.Pos, "name", f.Name)
	}
	if h := f.Do.Hold; h != nil && h.Until != "" {
		r.bindingName(h.Pos, "until", h.Until)
		r.events[h.Until] = h.Pos
	}
	if f.Match != nil {
		r.match(f.Match, nil)
	}
	if h := f.Do.Hold; h != nil && h.Match != nil {
		r.match(h.Match, nil)
	}
	for i := range f.Do.Set {
		r.set(&f.Do.Set[i])
	}
	r.wired(f)
}

// set finds a field and reads its value, and reports whether both are good.
func (r *resolver) set(s *Set) bool {
	name, nth, layered := strings.Cut(s.Text, "#")
	s.Occurrence = 1
	if layered {
		if _, err := fmt.Sscanf(nth, "%d", &s.Occurrence); err != nil || s.Occurrence < 1 {
			r.errorf(s.Pos, "write a number from 1 on, as in ip.ttl#2", "%s is no occurrence of a field", strict.Quote(s.Text))
			return false
		}
	}
	field, ok := packet.Lookup(name)
	if !ok {
		_, err := filter.Compile(name)
		if e, ok := errors.AsType[*filter.Error](err); ok {
			r.errorf(s.Pos, e.Cure, "%s", e.Message)
		} else {
			r.errorf(s.Pos, "", "no field %s", strict.Quote(name))
		}
		return false
	}
	s.Field = field
	v, err := r.setValue(field, s.Written)
	if err != nil {
		message, cure := err.Error(), ""
		if e, ok := errors.AsType[*filter.Error](err); ok {
			message, cure = e.Message, e.Cure
		}
		r.errorf(s.Pos, cure, "%s", message)
		return false
	}
	s.Value = v
	return true
}

// wired makes the fault's link a wire and finds the end that frames come from.
func (r *resolver) wired(f *Fault) {
	if r.t == nil || f.On == "" {
		return
	}
	l := r.wire(f.Pos, "on", f.On)
	if l == nil {
		return
	}
	f.Link = l
	switch from := f.from; from {
	case "":
		f.From = BothEnds
	case l.A.Node, l.A.String():
		f.From = 0
		if from == l.B.Node {
			r.errorf(f.Pos, "name the interface, as in "+l.A.String(), "both ends of %s are of %s", l, from)
		}
	case l.B.Node, l.B.String():
		f.From = 1
	default:
		r.errorf(f.Pos, "it is "+l.A.String()+" or "+l.B.String(), "%s is no end of %s", strict.Quote(from), l)
	}
}

// wire returns the link of that name as a wire of the case's own network.
func (r *resolver) wire(pos Pos, what, text string) *topology.Link {
	left, right, ok := strings.Cut(text, " -- ")
	if !ok {
		r.errorf(pos, "write a link, as in pc1:eth0 -- sw", "%s: %s is no link", what, strict.Quote(text))
		return nil
	}
	at := r.link(placed{pos: pos, text: text}, strings.TrimSpace(left), strings.TrimSpace(right))
	if at < 0 {
		return nil
	}
	if l := r.t.Links[at]; l.Wire != nil {
		return l
	}
	if !r.own { // the suite's other cases keep the plain cable
		t := *r.t
		t.Links = append([]*topology.Link(nil), r.t.Links...)
		r.t, r.c.Topology, r.own = &t, &t, true
	}
	l := *r.t.Links[at]
	l.Wire = new(topology.Wire)
	r.t.Links[at] = &l
	return &l
}

func sortedKeys[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }
