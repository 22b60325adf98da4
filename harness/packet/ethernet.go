package packet

// EtherTypes that lead to a dissector here.
const (
	etherTypeIPv4     = 0x0800
	etherTypeARP      = 0x0806
	etherTypeRARP     = 0x8035
	etherTypeVLAN     = 0x8100
	etherTypeIPv6     = 0x86dd
	etherTypeProvider = 0x88a8 // IEEE 802.1ad
	etherTypeLLDP     = 0x88cc
	etherTypeQinQ     = 0x9100 // before IEEE 802.1ad
)

// ethernet dissects an Ethernet II or IEEE 802.3 frame, in a tunnel or not.
func (d *Dissector) ethernet(v view) {
	if !d.enter("eth") {
		return
	}
	if len(v.b) < 14 {
		d.runsOut(v)
		return
	}
	outer := d.tunneled
	d.tunneled = v.off != 0
	if kind := int(v.b[12])<<8 | int(v.b[13]); kind >= minType && !d.ofEthernet {
		d.etherType(kind, v.from(14))
	} else {
		d.shownEthernet(v)
	}
	d.tunneled = outer
}

// shownEthernet dissects a frame for the sake of the header, too.
func (d *Dissector) shownEthernet(v view) {
	l := layer{d: d, v: v}
	l.carrier(ethLayer, 0, 14, len(v.b))
	if d.among(ethLayer, ethernetLast) {
		l.station(0, ethDst, ethDstOui, ethDstLg, ethDstIg)
		l.station(6, ethSrc, ethSrcOui, ethSrcLg, ethSrcIg)
	}
	kind := int(l.number(12, 2))
	if !isLength(kind) && v.b[6]&1 != 0 {
		l.expert(ethSrcNotGroup)
	}
	if l.over {
		return
	}
	body := v.from(14)
	switch {
	case isLength(kind):
		l.uint(ethLen, 12, 2)
		if kind > body.want() {
			l.expert(ethLenPastEnd)
		}
		at := len(d.fields)
		d.llc(body.first(kind))
		l.endless(14 + kind)
		l.trailer(at, 14+kind, ethTrailer)
	case kind > maxLength && kind < minType:
		l.uint(ethInvalidLentype, 12, 2)
		l.expertf(ethInvalidLentypeExpert, "Invalid length/type: 0x%04x (%d)", kind, kind)
		d.data(body)
	default:
		l.uint(ethType, 12, 2)
		at := len(d.fields)
		l.trailer(at, 14+d.etherType(kind, body), ethTrailer)
	}
}

// What octets 12 and 13 are.
const (
	maxLength = 1500   // up to it a length
	minType   = 0x0600 // from it on a type
)

// isLength reports whether octets 12 and 13 are a length; Wireshark takes none of 0.
func isLength(kind int) bool { return kind > 0 && kind <= maxLength }

// endless tells that the trailer at off was not captured, of a frame that tells where that begins.
func (l *layer) endless(off int) {
	l.d.catchFault()
	if rest := l.v.from(off); len(rest.b) == 0 && rest.want() > 0 {
		l.d.runsOut(rest)
	}
}

// trailer adds what stands behind the payload, which ends at off: padding up to
// the least length of a frame, and whatever else came along, by the name of id. What is odd
// about that stands at place at.
func (l *layer) trailer(at, off int, id FieldID) {
	rest := l.v.from(off)
	if len(rest.b) == 0 || off < 0 {
		return
	}
	if rest.cut() && zero(rest.b) && len(rest.b) < minFrame-int(l.place(off)) && !l.d.tunneled {
		l.d.runsOut(rest)
	}
	room := minFrame - int(l.place(off)) // for padding, which a frame in a tunnel has none of
	if l.d.tunneled {
		room = 0
	}
	pad := 0
	for pad < len(rest.b) && pad < room && rest.b[pad] == 0 {
		pad++
	}
	odd := pad < room && pad < len(rest.b) && rest.want() >= room
	if odd || rest.want() < room {
		pad = 0 // not padding, then: padding is zeros, and makes the frame long enough
	}
	if pad > 0 {
		l.bytes(ethPadding, off, pad)
		off += pad
		rest = rest.from(pad)
	}
	if id == ethTrailer && !l.d.tunneled && len(rest.b) >= 4 && len(l.v.b) >= minFrame+4 { // long enough to have come with its check sequence
		at := len(l.v.b) - 4
		l.uint(ethFcs, at, 4)
		l.computed(ethFcsStatus, at, 0, checksumUnverified)
		rest = rest.first(len(rest.b) - 4)
	}
	if len(rest.b) > 0 {
		l.bytes(id, off, len(rest.b))
		if odd {
			l.early(at, func() {
				l.expertWords(ethPaddingBad, "Didn't find padding of zeros, and an undecoded trailer exists. There may be padding of non-zeros.")
			})
		}
	}
}

const minFrame = 60 // octets of a frame without its check sequence

// station adds one address of the frame and what it is made of.
func (l *layer) station(off int, whole, maker, local, group FieldID) {
	if !l.has(off, 6) {
		return
	}
	l.ether(whole, off)
	if !l.d.ofStations {
		return
	}
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
	if v.want() == 0 && !isEtherType(kind) {
		return 0
	}
	d.enter("ethertype")
	n := d.ethernetPayload(kind, v)
	d.catchFault()
	return n
}

// isEtherType reports whether a type leads to a dissector here.
func isEtherType(kind int) bool {
	switch kind {
	case etherTypeIPv4, etherTypeIPv6, etherTypeARP, etherTypeRARP, etherTypeVLAN, etherTypeQinQ, etherTypeProvider, etherTypeLLDP:
		return true
	}
	return false
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
	case etherTypeProvider:
		return d.provider(v)
	case etherTypeLLDP:
		return d.lldp(v)
	}
	d.doubts(doubtFrame)
	d.data(v)
	return v.want()
}
