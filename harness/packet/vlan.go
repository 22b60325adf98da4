package packet

// vlan dissects an IEEE 802.1Q tag and what follows it, and returns the length
// of both with whatever stands behind.
func (d *Dissector) vlan(v view) int {
	if !d.enter("vlan") || len(v.b) == 0 {
		return v.want
	}
	l := layer{d: d, v: v}
	l.section(vlanLayer, 0, min(4, len(v.b)))
	l.part(vlanPriority, 0, 2, 0xe000)
	l.flag(vlanDei, 0, 2, 0x1000)
	l.part(vlanID, 0, 2, 0x0fff)
	kind := int(l.number(2, 2))
	if l.over {
		return v.want
	}
	body := v.from(4)
	if kind <= maxLength {
		l.uint(vlanLen, 2, 2)
		d.llc(body.first(kind))
		l.trailer(4+kind, vlanTrailer)
	} else {
		l.uint(vlanEtype, 2, 2)
		l.trailer(4+d.etherType(kind, body), vlanTrailer)
	}
	return v.want
}
