package wire

import (
	"errors"
	"fmt"
	"time"

	"golang.org/x/sys/unix"

	"github.com/netrig/netrig/harness/filter"
	"github.com/netrig/netrig/harness/packet"
)

// loop carries frames until the wire is closed.
func (w *Wire) loop() error {
	prompt()
	polled := []unix.PollFd{
		{Fd: int32(w.ways[0].in.fd), Events: unix.POLLIN},
		{Fd: int32(w.ways[1].in.fd), Events: unix.POLLIN},
		{Fd: int32(w.wake), Events: unix.POLLIN},
	}
	for {
		moved, next, more, closed := w.carry()
		if closed {
			return nil
		}
		if moved {
			continue
		}
		var timeout *unix.Timespec
		if more {
			rest := time.Until(next) - closeToDue
			t := unix.NsecToTimespec(int64(max(rest, 0)))
			timeout = &t
		}
		if _, err := unix.Ppoll(polled, timeout, nil); err != nil && !errors.Is(err, unix.EINTR) {
			return fmt.Errorf("wait for frames: %w", err)
		}
		for i, way := range w.ways {
			if polled[i].Revents&unix.POLLERR != 0 {
				way.in.forgive()
			}
		}
		if polled[2].Revents != 0 {
			var count [8]byte
			_, _ = unix.Read(w.wake, count[:])
		}
	}
}

func (w *Wire) fail(err error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.err = errors.Join(w.err, fmt.Errorf("wire %s: %w", w.config.Name, err))
}

// carry takes what has come and sends what is due. It tells whether there was
// something to do, and when there will be where that is known.
func (w *Wire) carry() (moved bool, next time.Time, more, closed bool) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.closed {
		// What came before the end still meets its faults.
		for range 2 * ringFrames / batch {
			if !w.receive() {
				break
			}
		}
		return false, time.Time{}, false, true
	}
	moved = w.receive()
	for _, way := range w.ways {
		moved = w.deliver(way) || moved
		if at, ok := way.next(); ok && (!more || at.Before(next)) {
			next, more = at, true
		}
	}
	return moved, next, more, false
}

// receive takes a batch of the frames that have come, from either end.
func (w *Wire) receive() (moved bool) {
	for i, way := range w.ways {
		if way.plain() && len(w.faults) == 0 && len(way.queue.heap) == 0 && len(way.behind) == 0 {
			moved = w.pass(way) || moved
		} else {
			moved = w.take(i, way) || moved
		}
	}
	return moved
}

// pass carries frames straight from one ring to the other end.
func (w *Wire) pass(way *way) bool {
	var frames [batch][]byte
	n, whole := 0, 0
	for ; n < batch; n++ {
		f, ok := way.in.ahead(n)
		if !ok {
			break
		}
		if f.length > len(f.data) {
			way.counted.Missed++ // the ring has no place for it
			continue
		}
		frames[whole] = f.data
		whole++
	}
	way.drained = n < batch
	if n == 0 {
		return false
	}
	way.counted.Frames += uint64(n)
	w.send(way, frames[:whole])
	way.in.give(n)
	return true
}

// take puts frames that came on their way, through the faults.
func (w *Wire) take(from int, way *way) bool {
	var now, wall time.Time
	n := 0
	for ; n < batch; n++ {
		f, ok := way.in.ahead(n)
		if !ok {
			break
		}
		if n == 0 {
			now = time.Now()
			wall = now.Round(0)
		}
		way.counted.Frames++
		if f.length > len(f.data) {
			way.counted.Missed++ // the ring has no place for it
			continue
		}
		// The kernel's stamp says when it came, by the wall clock, which may have been
		// set meanwhile.
		late := min(max(wall.Sub(f.at), 0), time.Second)
		w.admit(from, way, f.data, now.Add(-late))
	}
	way.drained = n < batch
	if n == 0 {
		return false
	}
	way.in.give(n)
	return true
}

// admit lets the faults and the chances of the line befall a frame, and puts what is
// left of it on the line.
func (w *Wire) admit(from int, way *way, data []byte, at time.Time) {
	fate := w.meet(from, data, at)
	w.forward(from, way, fate, at)
	for _, f := range fate.frees {
		w.free(f, at)
	}
}

// forward puts a frame on the line, if its fate and the line let it.
func (w *Wire) forward(from int, way *way, fate fate, at time.Time) {
	if fate.gone {
		return
	}
	data := fate.data
	l, c := &way.line, &way.counted
	if l.Loss > 0 && way.loss.Float64() < l.Loss {
		c.Lost++
		w.log(Event{Time: at, What: "drop", From: from}, nil)
		return
	}
	if l.Corrupt > 0 && way.corrupt.Float64() < l.Corrupt {
		c.Corrupted++
		data = corrupt(data, way.corrupt)
		w.log(Event{Time: at, What: "corrupt", From: from}, nil)
	}
	if l.Duplicate > 0 && way.duplicate.Float64() < l.Duplicate {
		c.Doubled++
		fate.copies++
		w.log(Event{Time: at, What: "duplicate", From: from}, nil)
	}
	if l.Reorder > 0 && fate.reorder == 0 && way.reorder.Float64() < l.Reorder {
		c.Reordered++
		fate.reorder = 1
		w.log(Event{Time: at, What: "reorder", From: from}, nil)
	}
	for i := range 1 + fate.copies {
		kept := way.queue.copy(data)
		if l.Pad {
			kept = pad(kept)
		}
		if i == 0 && fate.reorder > 0 {
			way.behind = append(way.behind, overtaken{data: kept, left: fate.reorder, until: at.Add(reorderPatience)})
			continue
		}
		way.enter(kept, at, fate.delay)
	}
}

// leastFrame is the length of a frame on Ethernet without its check sequence.
const leastFrame = 60

func pad(data []byte) []byte {
	for len(data) < leastFrame {
		data = append(data, 0)
	}
	return data
}

// fate is what faults make of a frame.
type fate struct {
	data    []byte
	gone    bool // lost, or held
	copies  int
	delay   time.Duration
	reorder int
	frees   []*fault // which held frames until this one came
}

// meet lets the faults befall a frame, in their order.
func (w *Wire) meet(from int, data []byte, at time.Time) fate {
	fate := fate{data: data}
	if len(w.faults) == 0 {
		return fate
	}
	seen := &packet.Frame{Length: len(data), Data: data, Time: at}
	if w.view != nil {
		w.view.Dissect(seen)
	}
	// It fails where it is not known whether a filter selects the frame.
	selected := func(f *fault, by *filter.Filter) bool {
		ok, err := by.Match(seen, nil)
		if f.failed == nil {
			f.failed = err
		}
		return ok
	}
	matches := func(f *fault) bool {
		if f.over || f.From != Both && f.From != from {
			return false
		}
		return f.Match == nil || selected(f, f.Match)
	}
	for _, f := range w.faults {
		if h := f.Do.Hold; h != nil && h.Match != nil && len(f.held) > 0 && selected(f, h.Match) {
			fate.frees = append(fate.frees, f)
		}
	}
	for _, f := range w.faults {
		if !matches(f) || !f.selects() {
			continue
		}
		f.fired++
		e := Event{Time: at, Fault: f.Name, From: from, Match: f.matched}
		switch a := f.Do; {
		case a.Drop:
			e.What, fate.gone = "drop", true
		case a.Hold != nil:
			e.What, fate.gone = "hold", true
			f.held = append(f.held, heldFrame{from, w.ways[from].queue.copy(fate.data)})
		case a.Copies > 0:
			e.What = "duplicate"
			fate.copies += a.Copies
		case a.Delay > 0:
			e.What = "delay"
			fate.delay += a.Delay
		case a.Reorder > 0:
			e.What = "reorder"
			fate.reorder = max(fate.reorder, a.Reorder)
		default:
			e.What = f.Do.name()
			altered, err := f.alter(fate.data)
			if err != nil && f.failed == nil {
				f.failed = err
			}
			fate.data = altered
		}
		w.log(e, data)
		if fate.gone {
			break
		}
	}
	return fate
}

// name names what alters a frame.
func (a *Action) name() string {
	switch {
	case len(a.Set) > 0:
		return "set"
	case a.Corrupt:
		return "corrupt"
	}
	return "truncate"
}

// log tells what befell a frame.
func (w *Wire) log(e Event, data []byte) {
	if w.config.Log == nil {
		return
	}
	if data != nil {
		f := packet.Frame{Number: 1, Length: len(data), Data: data, Time: e.Time}
		packet.NewDissector(packet.Options{NoReassembly: true}).Dissect(&f)
		e.Frame = f.Summary()
	}
	w.config.Log(e)
}

// deliver sends the frames that are due.
func (w *Wire) deliver(way *way) bool {
	now := time.Now()
	if way.drained { // those that overtake may have come long ago, and be not yet seen
		way.expire(now)
	}
	moved := false
	for len(way.queue.heap) > 0 && !way.queue.heap[0].due.After(now) {
		var frames [batch][]byte
		n := 0
		for n < batch && len(way.queue.heap) > 0 && !way.queue.heap[0].due.After(now) {
			frames[n] = way.queue.pop().data
			n++
		}
		w.send(way, frames[:n])
		for _, f := range frames[:n] {
			way.queue.recycle(f)
		}
		moved = true
	}
	return moved
}

// send sends frames out of the way's other end. What that does not take is counted.
func (w *Wire) send(way *way, frames [][]byte) {
	c := &way.counted
	forgiven := false
	for len(frames) > 0 {
		n, err := way.out.send(frames)
		c.Delivered += uint64(n)
		frames = frames[n:]
		if err == nil {
			continue
		}
		switch {
		case errors.Is(err, unix.EINTR):
			continue
		case errors.Is(err, unix.ENETDOWN) && !forgiven:
			forgiven = true // the interface may be up again: it says so once more if not
			continue
		case errors.Is(err, unix.ENETDOWN), errors.Is(err, unix.ENXIO), errors.Is(err, unix.ENODEV), errors.Is(err, unix.ENETUNREACH):
			c.Unplugged++
		case errors.Is(err, unix.EMSGSIZE), errors.Is(err, unix.EINVAL):
			c.TooLong++
		default:
			c.Missed++ // ENOBUFS, EAGAIN: the kernel has no room
		}
		frames = frames[1:]
	}
}
