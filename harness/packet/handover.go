package packet

import "net/netip"

// handover is where in a frame its TCP segment lies, and what leads there. A scout has
// dissected that; in the frame's turn, when its connection is known, the rest is.
type handover struct {
	src, dst       netip.Addr
	off, n         int32 // of the segment in the frame's octets
	lacks          uint32
	depth          int
	path           []byte // of the protocols up to there
	head           int    // the place of frame.protocols
	fields, octets int    // how many of them were before
}

// scoutedSegment is tcpSegment for a scout. A segment that needs its connection, or
// leaves something to it alone, is handed over.
func (d *Dissector) scoutedSegment(v view) {
	fields, octets, path, depth := len(d.fields), len(d.octets), len(d.protocols), d.depth
	able := !d.clipped && !d.recalled && !d.presumed && !d.quoted && !d.partial && v.off >= 0
	d.tcpSegment(v)
	switch {
	case !d.waits && !d.skipped:
		return
	case !able:
		d.recalled = d.recalled || d.waits
		return
	case d.waits:
		clear(d.octets[octets:])
		d.fields, d.octets = d.fields[:fields], d.octets[:octets]
		d.leave(path)
	}
	d.handed = true
	d.hand = handover{
		src: d.src, dst: d.dst, off: v.off, n: int32(len(v.b)), lacks: v.lacks,
		depth: depth, path: d.protocols[:path], head: d.head, fields: fields, octets: octets,
	}
}

// show dissects a frame whole, or what is left of it.
func (d *Dissector) show(f *Frame, h *handover) {
	if h == nil {
		d.Dissect(f)
		return
	}
	d.takeOver(f, h, &d.full)
	f.fields, f.octets = d.fields, d.octets
}

// follow takes from a frame what it leaves for later ones, and no more.
func (d *Dissector) follow(f *Frame, h *handover) {
	if h == nil {
		d.dissect(f, &d.mute)
		return
	}
	d.takeOver(f, h, &d.mute)
}

// takeOver dissects a frame from its TCP segment on, for what is in demand. What was
// found before stands in the frame, unless it is of no use.
func (d *Dissector) takeOver(f *Frame, h *handover, w *demand) {
	d.begin(f, w)
	if w == &d.full {
		d.doubt = f.doubt
		d.fields, d.octets = append(d.fields, f.fields...), append(d.octets, f.octets...)
	}
	d.protocols = append(d.protocols, h.path...)
	d.number()
	d.src, d.dst, d.depth, d.head = h.src, h.dst, h.depth, h.head
	d.tcpSegment(view{b: f.Data[h.off : h.off+h.n], off: h.off, lacks: h.lacks})
	d.end()
}
