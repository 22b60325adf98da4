package evidence

import (
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"

	"github.com/netrig/netrig/harness/packet"
)

// Capture is a capture file that no run recorded.
type Capture struct {
	Name       string
	Interfaces []string // names; "" is that of a pcap file
	Damage     string   // why not all of it could be read; empty where it could

	frames  []*packet.Frame // in time order, numbered as in the file
	dropped map[string]uint64
}

// ReadCapture reads a capture file. One that is cut off is read as far as it goes.
func ReadCapture(name string, f io.Reader) (*Capture, error) {
	r, err := packet.NewReader(f)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	c := &Capture{Name: name, dropped: map[string]uint64{}}
	for {
		frame, err := r.Next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			c.Damage = err.Error()
			break
		}
		c.frames = append(c.frames, frame)
	}
	if c.Interfaces = slices.Clone(r.Points()); len(c.Interfaces) == 0 {
		c.Interfaces = []string{""}
	}
	for _, s := range r.Stats() {
		c.dropped[s.Point] = s.Dropped
	}
	slices.SortStableFunc(c.frames, func(a, b *packet.Frame) int { return a.Time.Compare(b.Time) })
	return c, nil
}

// Case is what the file tells of a case: at has the interface of the file that
// each capture point is, "" where the point is the whole file.
func (c *Capture) Case(suite, name string, at map[string]string) *Case {
	ev := &Case{Capture: c.Name, Damage: c.Damage, Manifest: Manifest{Suite: suite, Case: name}}
	points := map[string]string{}
	for _, point := range slices.Sorted(maps.Keys(at)) {
		p := Point{Name: point}
		for _, i := range c.Interfaces {
			if at[point] == "" || at[point] == i {
				points[i] = point
				p.Dropped += c.dropped[i]
			}
		}
		ev.Manifest.Points = append(ev.Manifest.Points, p)
	}
	captured := map[string]uint64{}
	for _, f := range c.frames {
		point, ok := points[f.Point]
		if !ok {
			continue
		}
		here := *f // another case may give it another point
		here.Point = point
		captured[point]++
		ev.Frames = append(ev.Frames, &here)
	}
	for i := range ev.Manifest.Points {
		p := &ev.Manifest.Points[i]
		p.Captured = captured[p.Name]
	}
	if n := len(ev.Frames); n > 0 {
		m := &ev.Manifest
		m.Started, m.Booted, m.Ended = ev.Frames[0].Time, ev.Frames[0].Time, ev.Frames[n-1].Time
	}
	return ev
}
