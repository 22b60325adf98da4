package packet

// vxlan dissects VXLAN (RFC 7348) with the group policy of its extension, and the
// frame in it.
func (d *Dissector) vxlan(v view) {
	if !d.enter("vxlan") {
		return
	}
	l := layer{d: d, v: v}
	l.carrier(vxlanLayer, 0, min(8, len(v.b)), len(v.b))
	l.uint(vxlanFlags, 0, 2)
	l.flag(vxlanFlagG, 0, 2, 0x8000)
	l.flag(vxlanFlagI, 0, 2, 0x0800)
	l.flag(vxlanFlagD, 0, 2, 0x0040)
	l.flag(vxlanFlagA, 0, 2, 0x0008)
	l.part(vxlanFlagsReserved, 0, 2, 0x77b7)
	l.uint(vxlanGbp, 2, 2)
	l.uint(vxlanVni, 4, 3)
	l.uint(vxlanReserved8, 7, 1)
	if !l.over {
		d.ethernet(v.from(8))
	}
}
