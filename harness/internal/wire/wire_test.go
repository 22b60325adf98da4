package wire

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/vishvananda/netlink"
	"golang.org/x/sys/unix"

	"github.com/netrig/netrig/topology"
)

// TestWireCarriesFramesAsTheyAre sends frames of all sizes both ways at once.
func TestWireCarriesFramesAsTheyAre(t *testing.T) {
	for _, line := range []topology.Line{{}, {Delay: time.Millisecond}, {Rate: 1e9}, {Delay: time.Millisecond, Jitter: time.Millisecond}} {
		t.Run(line.String(), func(t *testing.T) {
			r := newRig(t, Config{Lines: [2]topology.Line{line, line}})
			var sent [2][][]byte
			for i := range sent {
				for n := range 300 {
					sent[i] = append(sent[i], numbered(n+1000*i, 18+5*n))
				}
			}
			for n := range sent[0] {
				r.send(0, sent[0][n])
				r.send(1, sent[1][n])
			}
			for i := range sent {
				if diff := cmp.Diff(sent[i], r.receive(1-i, len(sent[i]))); diff != "" {
					t.Errorf("from end %d (-sent +received):\n%.1000s", i, diff)
				}
			}
			c, err := r.Counters()
			if err != nil {
				t.Error(err)
			}
			want := LineCounters{Frames: 300, Delivered: 300}
			if c.Lines != [2]LineCounters{want, want} {
				t.Errorf("counted %+v, want %+v", c.Lines, want)
			}
		})
	}
}

// TestNothingIsEarly has frames arrive no sooner than the line lets them.
func TestNothingIsEarly(t *testing.T) {
	t.Run("delay", func(t *testing.T) {
		const delay = 30 * time.Millisecond
		r := newRig(t, Config{Lines: [2]topology.Line{{Delay: delay}, {}}})
		start := time.Now()
		r.send(0, numbered(1, 60))
		r.receive(1, 1)
		if took := time.Since(start); took < delay {
			t.Errorf("it arrived after %s", took)
		}
	})
	t.Run("rate", func(t *testing.T) {
		r := newRig(t, Config{Lines: [2]topology.Line{{Rate: 1e6}, {}}})
		start := time.Now()
		r.send(0, series(10, 1250)...) // of 10 ms each
		r.receive(1, 10)
		if took := time.Since(start); took < 100*time.Millisecond {
			t.Errorf("12,500 octets took %s at 1 Mbit/s", took)
		}
	})
	t.Run("held back by nothing else", func(t *testing.T) {
		r := newRig(t, Config{Lines: [2]topology.Line{{Delay: time.Hour}, {}}})
		r.send(0, numbered(1, 60))
		r.send(1, numbered(2, 60))
		if got := r.numbers(0, 1); got[0] != 2 {
			t.Errorf("%d arrived", got)
		}
	})
}

// TestQueueOverflows sends more than the queue of a slow line holds, at once.
func TestQueueOverflows(t *testing.T) {
	r := newRig(t, Config{Lines: [2]topology.Line{{Rate: 1000, Queue: 7}, {}}}) // a frame takes half a second
	r.send(0, series(40, 60)...)
	r.await(func(c Counters) bool { return c.Lines[0].Frames == 40 })
	c, err := r.Close()
	if err != nil {
		t.Fatal(err)
	}
	if got := c.Lines[0].Overflow; got != 33 && got != 32 { // one may have left already
		t.Errorf("%d frames overflowed, want 33", got)
	}
}

func TestPad(t *testing.T) {
	r := newRig(t, Config{Lines: [2]topology.Line{{Pad: true}, {}}})
	r.send(0, numbered(1, 18), numbered(2, 61))
	for i, want := range []int{60, 61} {
		if f := r.receive(1, 1)[0]; len(f) != want {
			t.Errorf("frame %d has %d octets, want %d", i+1, len(f), want)
		}
	}
}

// TestCarrierComesAndGoes has the far interface go down and come back: what is sent
// meanwhile is lost, what is sent afterwards is not.
func TestCarrierComesAndGoes(t *testing.T) {
	r := newRig(t, Config{})
	set := func(is bool) {
		t.Helper()
		err := r.inside.Do(func() error {
			h, err := netlink.NewHandle(unix.NETLINK_ROUTE)
			if err != nil {
				return err
			}
			defer h.Close()
			l, err := h.LinkByName("end1")
			if err != nil {
				return err
			}
			if is {
				return h.LinkSetUp(l)
			}
			return h.LinkSetDown(l)
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	for n := range 3 {
		set(false)
		r.send(0, numbered(1, 60))
		r.await(func(c Counters) bool { return c.Lines[0].Unplugged == uint64(n+1) })
		set(true)
		r.send(0, numbered(2, 60))
		if got := r.numbers(1, 1); got[0] != 2 {
			t.Errorf("%d arrived", got)
		}
	}
}

// TestLongFrames sends frames that are longer than the wire was told, of which its rings
// hold but a part: they are missed, and nothing cut arrives.
func TestLongFrames(t *testing.T) {
	for _, line := range []topology.Line{{}, {Delay: time.Millisecond}} {
		r := newRig(t, Config{Lines: [2]topology.Line{line, {}}})
		r.send(0, numbered(1, 60), numbered(2, 8000), numbered(3, 60))
		if diff := cmp.Diff([]int{1, 3}, r.numbers(1, 2)); diff != "" {
			t.Errorf("%s: frames (-want +got):\n%s", line, diff)
		}
		c, err := r.Close()
		if err != nil {
			t.Fatal(err)
		}
		if want := (LineCounters{Frames: 3, Delivered: 2, Missed: 1}); c.Lines[0] != want {
			t.Errorf("%s: counted %+v, want %+v", line, c.Lines[0], want)
		}
	}
}
