package packet

// Dissection dissects the frames of several capture points, each point on its
// own: what one interface saw is one conversation, as if Wireshark had captured
// there alone. It keeps a Dissector for each point that it has seen, and is not
// safe for concurrent use.
type Dissection struct {
	o      Options
	points map[string]*Dissector
}

// NewDissection returns a Dissection that has seen nothing.
func NewDissection(o Options) *Dissection {
	return &Dissection{o: o, points: map[string]*Dissector{}}
}

// Dissect fills in the frame's fields, as Dissector.Dissect does, by what the
// frame's Point has seen. Frames of a point come in the order of their times.
func (d *Dissection) Dissect(f *Frame) {
	p := d.points[f.Point]
	if p == nil {
		p = NewDissector(d.o)
		d.points[f.Point] = p
	}
	p.Dissect(f)
}
