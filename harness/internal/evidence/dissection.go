package evidence

import (
	"slices"
	"sync"

	"github.com/netrig/netrig/harness/packet"
)

// dissection is how far the frames of a recording are dissected.
type dissection struct {
	mu     sync.Mutex
	points *packet.Dissection
}

// Dissect finds what is in the frames of some capture points, each point on
// its own. Frames of points that nobody asks for stay octets: a dissected
// frame takes ten times the memory of one that is not.
//
// It may be called from several goroutines, for evidence of one recording.
func (c *Case) Dissect(points []string) {
	if c.dissection == nil {
		c.dissection = newDissection()
	}
	c.dissection.dissect(c.Frames, points)
}

func newDissection() *dissection {
	return &dissection{points: packet.NewDissection(packet.Options{})}
}

func (d *dissection) dissect(frames []*packet.Frame, points []string) {
	d.mu.Lock()
	defer d.mu.Unlock()
	for _, f := range frames {
		if len(f.Fields()) == 0 && slices.Contains(points, f.Point) {
			d.points.Dissect(f)
		}
	}
}
