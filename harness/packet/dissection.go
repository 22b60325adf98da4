package packet

// Dissection dissects the frames of several capture points, each point on its
// own: what one interface saw is one conversation, as if Wireshark had captured
// there alone. It keeps a Dissector for each point that it has seen, and is not
// safe for concurrent use.
type Dissection struct {
	o      Options
	points map[string]*Dissector
	point  string     // of the frame before
	last   *Dissector // its own; nil before any
	brief  *demand    // of its dissectors
}

// NewDissection returns a Dissection that has seen nothing.
func NewDissection(o Options) *Dissection {
	return &Dissection{o: o, points: map[string]*Dissector{}}
}

// Dissect fills in the frame's fields, as Dissector.Dissect does, by what the
// frame's Point has seen. Frames of a point come in the order of their times.
func (d *Dissection) Dissect(f *Frame) { d.of(f.Point).Dissect(f) }

// of is the dissector of a point.
func (d *Dissection) of(point string) *Dissector {
	if d.last != nil && d.point == point {
		return d.last
	}
	p := d.points[point]
	if p == nil {
		p = NewDissector(d.o)
		p.brief = d.brief
		d.points[point] = p
	}
	d.point, d.last = point, p
	return p
}
