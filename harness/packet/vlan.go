package packet

// vlan dissects an IEEE 802.1Q tag and what follows it, and returns the length
// of both with whatever stands behind.
func (d *Dissector) vlan(v view) int {
	if !d.enter("vlan") {
		return v.want()
	}
	if len(v.b) == 0 {
		d.runsOut(v)
		return v.want()
	}
	l := layer{d: d, v: v}
	l.carrier(vlanLayer, 0, min(4, len(v.b)), len(v.b))
	l.part(vlanPriority, 0, 2, 0xe000)
	l.flag(vlanDei, 0, 2, 0x1000)
	l.part(vlanID, 0, 2, 0x0fff)
	kind := int(l.number(2, 2))
	if l.over {
		return v.want()
	}
	body := v.from(4)
	if isLength(kind) {
		l.uint(vlanLen, 2, 2)
		if kind > body.want() {
			l.expert(vlanLenPastEnd)
		}
		at := len(d.fields)
		d.llc(body.first(kind))
		l.endless(4 + kind)
		l.trailer(at, 4+kind, vlanTrailer)
	} else {
		l.uint(vlanEtype, 2, 2)
		at := len(d.fields)
		l.trailer(at, 4+d.etherType(kind, body), vlanTrailer)
	}
	return v.want()
}

// provider dissects the tag of IEEE 802.1ad, or two of them in a row, and what
// follows, and returns the length of all with whatever stands behind.
func (d *Dissector) provider(v view) int {
	if !d.enter("ieee8021ad") {
		return v.want()
	}
	if len(v.b) < 2 {
		d.runsOut(v)
		return v.want()
	}
	l := layer{d: d, v: v}
	l.carrier(providerLayer, 0, min(4, len(v.b)), len(v.b))
	kind, size := int(l.number(2, 2)), 4
	if kind == etherTypeProvider {
		l.has(4, 2)
		l.providerTag(0, providerSvid)
		l.providerTag(4, providerCvid)
		kind, size = int(l.number(6, 2)), 8
	} else {
		l.providerTag(0, providerID)
	}
	l.uint(providerEtype, size-2, 2)
	if l.over {
		return v.want()
	}
	body := v.from(size)
	d.enter("ethertype")
	at := len(d.fields)
	end := size + d.ethernetPayload(kind, body)
	d.catchFault()
	l.trailer(at, end, providerTrailer)
	return v.want()
}

func (l *layer) providerTag(off int, id FieldID) {
	l.part(providerPriority, off, 1, 0xe0)
	l.part(providerDei, off, 1, 0x10)
	l.part(id, off, 2, 0x0fff)
}
