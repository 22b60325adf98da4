package wire

import (
	"math/rand/v2"
	"time"

	"github.com/netrig/netrig/topology"
)

// way is one direction of a wire.
type way struct {
	line    topology.Line
	in, out *port

	queue  queue
	busy   time.Time   // the line is serializing frames until then
	last   time.Time   // when the frame that entered last is due
	depart []time.Time // when the frames that wait for the line will have left it, in order
	left   int         // of these, those at the front that have
	behind []overtaken

	drained bool // all frames that came have been taken from the ring

	loss, duplicate, reorder, corrupt, jitter *rand.Rand

	counted LineCounters
}

// LineCounters are what one direction of a wire did.
type LineCounters struct {
	Frames    uint64 // that entered
	Delivered uint64 // that left
	Lost      uint64 // by chance
	Doubled   uint64 // by chance
	Reordered uint64 // by chance
	Corrupted uint64 // by chance
	Overflow  uint64 // for want of room in the queue of the line
	Unplugged uint64 // that met an end without carrier
	TooLong   uint64 // that the interface they were to leave by does not take
	Missed    uint64 // that came faster than the wire could carry them
}

// overtaken is a frame that waits for others to overtake it.
type overtaken struct {
	data  []byte
	left  int
	until time.Time // it waits no longer than that
}

// newWay seeds the chances of a direction.
func newWay(line topology.Line, seed func(what string) *rand.Rand) *way {
	return &way{
		line: queued(line), loss: seed("loss"), duplicate: seed("duplicate"), reorder: seed("reorder"),
		corrupt: seed("corrupt"), jitter: seed("jitter"),
	}
}

// queued is a line with the length of its queue.
func queued(line topology.Line) topology.Line {
	if line.Queue == 0 {
		line.Queue = topology.DefaultQueue
	}
	return line
}

// plain reports whether the line lets frames pass at once and unchanged.
func (w *way) plain() bool {
	l := w.line
	l.Queue = 0
	return l == topology.Line{}
}

// enter puts a frame, which was copied, on the line at the moment that it came. late
// is how much later than others it is to arrive.
func (w *way) enter(data []byte, at time.Time, late time.Duration) {
	l := &w.line
	if l.Rate > 0 {
		w.leave(at)
		if len(w.depart)-w.left >= l.Queue {
			w.counted.Overflow++
			w.queue.recycle(data)
			return
		}
		if w.busy.Before(at) {
			w.busy = at
		}
		w.busy = w.busy.Add(serialization(len(data), l.Rate))
		w.depart = append(w.depart, w.busy)
		at = w.busy
	}
	delay := l.Delay
	if l.Jitter > 0 {
		delay += time.Duration((2*w.jitter.Float64() - 1) * float64(l.Jitter))
	}
	if delay > 0 {
		at = at.Add(delay)
	}
	if late > 0 {
		w.queue.push(data, at.Add(late))
	} else {
		if at.Before(w.last) {
			at = w.last
		}
		w.last = at
		w.queue.push(data, at)
	}
	w.overtake(at)
}

// leave forgets the frames that have left the line.
func (w *way) leave(now time.Time) {
	for w.left < len(w.depart) && !w.depart[w.left].After(now) {
		w.left++
	}
	if w.left > len(w.depart)/2 {
		w.depart = append(w.depart[:0], w.depart[w.left:]...)
		w.left = 0
	}
}

// serialization is how long it takes to put octets on a line.
func serialization(octets int, rate uint64) time.Duration {
	return time.Duration(float64(octets) * 8e9 / float64(rate))
}

// overtake notes that a frame has entered that is due then, and sends those on that
// were overtaken enough.
func (w *way) overtake(due time.Time) {
	kept := w.behind[:0]
	for _, o := range w.behind {
		if o.left--; o.left > 0 {
			kept = append(kept, o)
			continue
		}
		w.queue.push(o.data, due)
	}
	w.behind = kept
}

// expire sends those on that waited long enough.
func (w *way) expire(now time.Time) {
	kept := w.behind[:0]
	for _, o := range w.behind {
		if o.until.After(now) {
			kept = append(kept, o)
		} else {
			w.queue.push(o.data, now)
		}
	}
	w.behind = kept
}

// next is when the way has something to do; false where it has nothing.
func (w *way) next() (time.Time, bool) {
	var at time.Time
	if len(w.queue.heap) > 0 {
		at = w.queue.heap[0].due
	}
	for _, o := range w.behind {
		if at.IsZero() || o.until.Before(at) {
			at = o.until
		}
	}
	return at, !at.IsZero()
}
