package evidence

import (
	"slices"
	"sync"

	"github.com/netrig/netrig/harness/packet"
)

// dissection is how far the frames of a recording are dissected.
type dissection struct {
	mu     sync.Mutex
	points map[string]*packet.Dissector
}

// Dissect finds what is in the frames of some capture points, each point on
// its own: what one interface saw is one conversation, as if Wireshark had
// captured there alone. Frames of points that nobody asks for stay octets: a
// dissected frame takes twenty times the memory of one that is not.
//
// It may be called from several goroutines, for evidence of one recording.
func (c *Case) Dissect(points []string) {
	if c.dissection == nil {
		c.dissection = &dissection{}
	}
	c.dissection.dissect(c.Frames, points)
}

func (d *dissection) dissect(frames []*packet.Frame, points []string) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.points == nil {
		d.points = map[string]*packet.Dissector{}
	}
	for _, f := range frames {
		if len(f.Fields()) > 0 || !slices.Contains(points, f.Point) {
			continue
		}
		dissector := d.points[f.Point]
		if dissector == nil {
			dissector = packet.NewDissector(packet.Options{})
			d.points[f.Point] = dissector
		}
		dissector.Dissect(f)
	}
}
