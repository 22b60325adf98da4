package packet

// EtherTypes that lead to a dissector here.
const (
	etherTypeIPv4 = 0x0800
	etherTypeARP  = 0x0806
	etherTypeRARP = 0x8035
	etherTypeIPv6 = 0x86dd
)

// ethernet dissects an Ethernet II or IEEE 802.3 frame.
func (d *Dissector) ethernet(v view) {
	d.enter("eth")
	if len(v.b) == 0 {
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
	switch {
	case kind <= 1500:
		d.enter("llc")
		d.protocols = d.protocols[:len(d.protocols)-len(":llc")]
		l.uint(ethLen, 12, 2)
		body := v.from(14)
		inner := body.first(kind)
		d.llc(inner)
		d.trailer(&l, 14+kind)
	case kind < 1536:
		l.uint(ethInvalidLentype, 12, 2)
		d.data(v.from(14))
	default:
		l.uint(ethType, 12, 2)
		at := len(d.fields)
		end := d.etherType(kind, v.from(14))
		d.padding(&l, at, 14+end)
	}
}

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
	if !d.enter("ethertype") {
		return v.want
	}
	switch kind {
	case etherTypeIPv4:
		return d.ipv4(v)
	case etherTypeIPv6:
		return d.ipv6(v)
	case etherTypeARP, etherTypeRARP:
		return d.arp(v)
	}
	d.data(v)
	return v.want
}
