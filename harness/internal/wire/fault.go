package wire

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"time"

	"github.com/netrig/netrig/harness/filter"
	"github.com/netrig/netrig/harness/internal/craft"
)

// Both is the From of a fault that frames of both ends meet.
const Both = -1

// Fault is what befalls certain frames.
type Fault struct {
	Name  string
	From  int            // the end that the frames come from, 0 or 1, or Both
	Match *filter.Filter // nil: every frame; without references

	// Which of the frames that match: those from the First to the Last, counted from
	// 1 (0: no bound), of these every Every-th (0: each), and of these by Chance,
	// from 0 to 1 (0: all).
	First, Last, Every uint64
	Chance             float64

	Do Action
}

// Action is what a fault does. Exactly one field is set.
type Action struct {
	Drop     bool          // it is lost
	Copies   int           // so many more of it follow at once
	Delay    time.Duration // it comes later by this much, and others overtake it
	Hold     *Hold
	Reorder  int            // so many frames that come behind it overtake it
	Set      []craft.Change // fields have other values; checksums are mended unless Keep, but for those that are set
	Corrupt  bool           // one bit, drawn by chance, is flipped behind the Ethernet header
	Truncate int            // it ends after so many octets, at least 14

	Keep bool // with Set: checksums stay as they were
}

// Hold keeps frames until an event.
type Hold struct {
	Until string         // the name of the event, see Wire.Release; empty: Match
	Match *filter.Filter // a later frame, of either end, that lets them go
}

// reorderPatience is how long a frame waits for those that are to overtake it.
const reorderPatience = 100 * time.Millisecond

// fault is a Fault at work.
type fault struct {
	Fault
	chance  *rand.Rand
	matched uint64
	fired   uint64
	held    []heldFrame
	over    bool  // of a hold: its event has come
	failed  error // why it could not do what it was to do
}

// heldFrame is a frame that waits, on the way that it came.
type heldFrame struct {
	way  int
	data []byte
}

// selects reports whether the fault befalls a frame that it matches.
func (f *fault) selects() bool {
	f.matched++
	n := f.matched
	if f.First > 0 && n < f.First || f.Last > 0 && n > f.Last {
		return false
	}
	if f.Every > 1 {
		if n -= max(f.First, 1) - 1; n%f.Every != 0 {
			return false
		}
	}
	return f.Chance == 0 || f.chance.Float64() < f.Chance
}

// alter returns the frame as the fault leaves it, or the frame itself.
func (f *fault) alter(data []byte) ([]byte, error) {
	switch a := f.Do; {
	case len(a.Set) > 0:
		changed, err := craft.Apply(data, a.Set, a.Keep)
		if err != nil {
			return data, err
		}
		data = changed
	case a.Corrupt:
		data = corrupt(data, f.chance)
	case a.Truncate > 0 && len(data) > a.Truncate:
		data = data[:max(a.Truncate, etherHead)]
	}
	return data, nil
}

// corrupt returns a copy in which one bit behind the Ethernet header is flipped.
func corrupt(data []byte, chance *rand.Rand) []byte {
	if len(data) <= etherHead {
		return data
	}
	b := append([]byte(nil), data...)
	bit := chance.IntN(8 * (len(b) - etherHead))
	b[etherHead+bit/8] ^= 1 << (bit % 8)
	return b
}

// check returns what is wrong with a fault.
func (f *Fault) check() error {
	set := 0
	for _, is := range [...]bool{f.Do.Drop, f.Do.Copies > 0, f.Do.Delay > 0, f.Do.Hold != nil, f.Do.Reorder > 0, len(f.Do.Set) > 0, f.Do.Corrupt, f.Do.Truncate > 0} {
		if is {
			set++
		}
	}
	switch {
	case f.Name == "":
		return errors.New("wire: a fault has no name")
	case set != 1:
		return fmt.Errorf("wire: %s does %d things, and a fault does one of: drop, copies, delay, reorder, set, corrupt, truncate, hold", f.Name, set)
	case f.From != Both && f.From != 0 && f.From != 1:
		return fmt.Errorf("wire: fault %s is from end %d", f.Name, f.From)
	case f.Last > 0 && f.First > f.Last, f.Chance < 0 || f.Chance > 1:
		return fmt.Errorf("wire: fault %s never fires", f.Name)
	case f.Match != nil && len(f.Match.References()) > 0:
		return fmt.Errorf("wire: fault %s matches by a frame that nobody bound", f.Name)
	}
	return nil
}
