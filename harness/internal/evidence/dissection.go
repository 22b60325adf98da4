package evidence

import (
	"slices"
	"sync"

	"github.com/netrig/netrig/harness/packet"
)

// dissection is how far the frames of a recording are dissected.
type dissection struct {
	mu     sync.Mutex
	points *packet.Dissection // nil before the first
}

// Dissect finds what is in the frames of some capture points, each point on
// its own. Frames of points that nobody asks for stay octets: a dissected
// frame takes ten times the memory of one that is not.
//
// It may be called from several goroutines, for evidence of one recording, with the
// same options.
func (c *Case) Dissect(points []string, o packet.Options) {
	if c.dissection == nil {
		c.dissection = new(dissection)
	}
	c.dissection.dissect(c.Frames, points, o)
}

func (d *dissection) dissect(frames []*packet.Frame, points []string, o packet.Options) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.points == nil {
		d.points = packet.NewDissection(o)
	}
	for _, f := range frames {
		if len(f.Fields()) == 0 && slices.Contains(points, f.Point) {
			d.points.Dissect(f)
		}
	}
}
