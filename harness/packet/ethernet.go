package packet

// EtherTypes that lead to a dissector here.
const (
	etherTypeIPv4 = 0x0800
	etherTypeARP  = 0x0806
	etherTypeRARP = 0x8035
	etherTypeVLAN = 0x8100
	etherTypeIPv6 = 0x86dd
	etherTypeQinQ = 0x9100 // before IEEE 802.1ad
)

// ethernet dissects an Ethernet II or IEEE 802.3 frame.
func (d *Dissector) ethernet(v view) {
	d.enter("eth")
	if v.want < 14 {
		return
	}
	l := layer{d: d, v: v}
	l.section(ethLayer, 0, min(14, len(v.b)))
	l.station(0, ethDst, ethDstOui, ethDstLg, ethDstIg)
	l.station(6, ethSrc, ethSrcOui, ethSrcLg, ethSrcIg)
	kind := int(l.number(12, 2))
	if l.over {
		return
	}
	body := v.from(14)
	switch {
	case kind <= maxLength:
		l.uint(ethLen, 12, 2)
		d.llc(body.first(kind))
		l.trailer(14+kind, ethTrailer)
	case kind < 0x0600:
		l.uint(ethInvalidLentype, 12, 2)
		d.data(body)
	default:
		l.uint(ethType, 12, 2)
		l.trailer(14+d.etherType(kind, body), ethTrailer)
	}
}

const maxLength = 1500 // above it, octets 12 and 13 are no length but a type

// trailer adds what stands behind the payload, which ends at off: padding up to
// the least length of a frame, and whatever else came along, by the name of id.
func (l *layer) trailer(off int, id FieldID) {
	rest := l.v.from(off)
	if len(rest.b) == 0 || off < 0 {
		return
	}
	room := minFrame - int(l.place(off)) // for padding
	pad := 0
	for pad < len(rest.b) && pad < room && rest.b[pad] == 0 {
		pad++
	}
	if pad < len(rest.b) && pad < room {
		pad = 0 // not padding, then: padding is zeros
	}
	if pad > 0 {
		l.bytes(ethPadding, off, pad)
		off += pad
		rest = rest.from(pad)
	}
	if id == ethTrailer && len(rest.b) >= 4 && len(l.v.b) >= minFrame+4 { // long enough to have come with its check sequence
		at := len(l.v.b) - 4
		l.uint(ethFcs, at, 4)
		l.computed(ethFcsStatus, at, 0, checksumUnverified)
		rest = rest.first(len(rest.b) - 4)
	}
	if len(rest.b) > 0 {
		l.bytes(id, off, len(rest.b))
	}
}

const minFrame = 60 // octets of a frame without its check sequence

// llc dissects IEEE 802.2 logical link control, and what SNAP puts behind it.
func (d *Dissector) llc(v view) {
	if len(v.b) == 0 || !d.enter("llc") {
		return
	}
	l := layer{d: d, v: v}
	at := len(d.fields)
	l.header(llcLayer, 0, min(3, len(v.b)), v.b)
	dsap := l.uint(llcDsap, 0, 1)
	l.part(llcDsapSap, 0, 1, 0xfe)
	l.flag(llcDsapIg, 0, 1, 0x01)
	ssap := l.uint(llcSsap, 1, 1)
	l.part(llcSsapSap, 1, 1, 0xfe)
	response := l.flag(llcSsapCr, 1, 1, 0x01)
	control := l.number(2, 1)
	size := 3
	if control&3 != 3 { // information and supervisory frames have a longer one
		size = 4
		l.computed(llcControl, 2, 2, control|l.number(3, 1)<<8)
	} else {
		l.uint(llcControl, 2, 1)
		if response {
			l.computed(llcControlUModifierResp, 2, 1, control>>2&0x3b)
		} else {
			l.computed(llcControlUModifierCmd, 2, 1, control>>2&0x3b)
		}
	}
	if l.over {
		return
	}
	switch {
	case dsap == sapSpanningTree:
		d.enter("stp")
		sub := layer{d: d, v: v.from(size)}
		sub.section(stpLayer, 0, len(sub.v.b))
	case dsap == sapSNAP && ssap == sapSNAP && control == 3 && len(v.b) >= 8:
		l.widen(at, llcLayer, 8)
		if oui := l.uint(llcOui, 3, 3); oui != 0 {
			d.data(v.from(8))
			return
		}
		d.ethernetPayload(int(l.uint(llcType, 6, 2)), v.from(8))
	default:
		d.data(v.from(size))
	}
}

// Service access points.
const (
	sapSpanningTree = 0x42
	sapSNAP         = 0xaa
)

// station adds one address of the frame and what it is made of.
func (l *layer) station(off int, whole, maker, local, group FieldID) {
	if !l.has(off, 6) {
		return
	}
	l.ether(whole, off)
	l.uint(maker, off, 3)
	l.ether(ethAddr, off)
	l.uint(ethAddrOui, off, 3)
	l.flag(local, off, 3, 0x020000)
	l.flag(ethLg, off, 3, 0x020000)
	l.flag(group, off, 3, 0x010000)
	l.flag(ethIg, off, 3, 0x010000)
}

// etherType hands a payload to its protocol and returns how many of its octets
// that protocol says are its own.
func (d *Dissector) etherType(kind int, v view) int {
	d.enter("ethertype")
	return d.ethernetPayload(kind, v)
}

func (d *Dissector) ethernetPayload(kind int, v view) int {
	switch kind {
	case etherTypeIPv4:
		return d.ipv4(v)
	case etherTypeIPv6:
		return d.ipv6(v)
	case etherTypeARP, etherTypeRARP:
		return d.arp(v)
	case etherTypeVLAN, etherTypeQinQ:
		return d.vlan(v)
	}
	d.data(v)
	return v.want
}
