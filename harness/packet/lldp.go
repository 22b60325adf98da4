package packet

// Types of TLV (IEEE 802.1AB-2016 Section 8.4).
const (
	lldpEnd          = 0
	lldpChassis      = 1
	lldpPort         = 2
	lldpTTL          = 3
	lldpPortDesc     = 4
	lldpSystemName   = 5
	lldpSystemDesc   = 6
	lldpCapabilities = 7
	lldpManagement   = 8
	lldpOrganization = 127
)

// Address families in LLDP.
const (
	familyIPv4 = 1
	familyIPv6 = 2
)

// lldp dissects the Link Layer Discovery Protocol and returns how many octets
// Wireshark counts as its own: before the end, or before a TLV that may stand only
// once, it stops one octet early, and takes the rest for a trailer.
func (d *Dissector) lldp(v view) int {
	if !d.enter("lldp") {
		return v.want()
	}
	l := layer{d: d, v: v}
	l.section(lldpLayer, 0, len(v.b))
	off, at := 0, 0
	for ; off < len(v.b) || at < 3; at++ {
		head := l.number(off, 2)
		kind, n := head>>9, int(head&0x1ff)
		if at < 3 && kind != uint64(lldpChassis+at) {
			if at < 2 && !l.over {
				l.contradicts()
			}
			return v.want() // the mandatory ones come first, in this order
		}
		if !l.has(off, 2+n) {
			return v.want()
		}
		tlv := layer{d: d, v: v.from(off).first(2 + n)}
		if n < leastTLV(kind) {
			l.broken()
			return v.want() // Wireshark looks into it first, and finds nothing to show
		}
		if !usualTLV(kind, n) {
			tlv.doubts(doubtTLV)
		}
		tlv.part(lldpTlvType, 0, 2, 0xfe00)
		tlv.part(lldpTlvLen, 0, 2, 0x01ff)
		n = tlv.discovery8021(kind, n)
		if n < 0 && !tlv.over {
			tlv.contradicts()
		}
		if n < 0 || tlv.over {
			return v.want()
		}
		if kind == lldpEnd || at >= 3 && kind <= lldpTTL {
			return off - 1
		}
		off += 2 + n
	}
	return off
}

// usualTLV reports whether a TLV is as long as those of its kind are.
func usualTLV(kind uint64, n int) bool {
	switch kind {
	case lldpEnd:
		return n == 0
	case lldpTTL:
		return n == 2
	case lldpCapabilities:
		return n == 4
	case lldpChassis, lldpPort, lldpPortDesc, lldpSystemName, lldpSystemDesc, lldpManagement, lldpOrganization:
		return true
	}
	return false
}

// leastTLV is how many octets of value are looked at before the TLV is shown.
func leastTLV(kind uint64) int {
	switch kind {
	case lldpChassis, lldpPort:
		return 1
	case lldpTTL:
		return 2
	case lldpOrganization:
		return 4
	}
	return 0
}

// discovery8021 dissects one TLV with n octets of value, and returns how many of
// these are used up, as Wireshark counts, or -1 where nothing may follow.
func (l *layer) discovery8021(kind uint64, n int) int {
	switch kind {
	case lldpChassis:
		if !l.chassis(n) {
			return -1
		}
	case lldpPort:
		if !l.port(n) {
			return -1
		}
	case lldpTTL:
		l.uint(lldpTimeToLive, 2, 2)
		return 2
	case lldpPortDesc:
		l.text(lldpPortDescription, 2, n)
	case lldpSystemName:
		l.text(lldpTlvSystemName, 2, n)
	case lldpSystemDesc:
		l.text(lldpTlvSystemDesc, 2, n)
	case lldpCapabilities:
		l.uint(lldpTlvSystemCap, 2, 2)
		l.bits(lldpTlvSystemCapOther, 8, 2, 2)
		l.uint(lldpTlvEnableSystemCap, 4, 2)
		l.bits(lldpTlvEnableSystemCapOther, 8, 4, 2)
		return 4
	case lldpManagement:
		return l.management()
	case lldpOrganization:
		l.organization(n)
	}
	return n
}

// bits adds count flags whose fields stand one behind the other, from the lowest
// bit of an n-octet number on.
func (l *layer) bits(first FieldID, count, off, n int) {
	for i := range count {
		l.flag(first+FieldID(i), off, n, 1<<i)
	}
}

// chassis dissects who speaks.
func (l *layer) chassis(n int) bool {
	if n < 2 {
		return false
	}
	switch l.uint(lldpChassisSubtype, 2, 1) {
	case 4:
		if n != 7 {
			return false
		}
		l.ether(lldpChassisIDMac, 3)
	case 5:
		return l.networkAddress(n, lldpChassisIDIp4, lldpChassisIDIp6, lldpChassisID)
	default:
		l.bytes(lldpChassisID, 3, n-1)
	}
	return true
}

// port dissects where it is plugged in. What is of no known kind is a text, as it
// stands.
func (l *layer) port(n int) bool {
	if n < 2 {
		return false
	}
	switch l.uint(lldpPortSubtype, 2, 1) {
	case 3:
		if n != 7 {
			return false
		}
		l.ether(lldpPortIDMac, 3)
	case 4:
		return l.networkAddress(n, lldpPortIDIp4, lldpPortIDIp6, lldpPortID)
	default:
		l.text(lldpPortID, 3, n-1)
	}
	return true
}

// networkAddress dissects an identifier that is an address with its family.
func (l *layer) networkAddress(n int, four, six, other FieldID) bool {
	switch family := l.uint(lldpNetworkAddressSubtype, 3, 1); {
	case family == familyIPv4 && n == 6:
		l.ipv4(four, 4)
	case family == familyIPv6 && n == 18:
		l.ipv6(six, 4)
	case family == familyIPv4, family == familyIPv6:
		return false
	case other == lldpPortID:
		l.text(other, 4, n-2)
	default:
		l.bytes(other, 4, n-2)
	}
	return true
}

// management dissects an address to manage the system by (IEEE 802.1AB-2016
// Section 8.5.9), and returns its length.
func (l *layer) management() int {
	n := int(l.uint(lldpMgnAddressLen, 2, 1))
	switch l.uint(lldpMgnAddressSubtype, 3, 1) {
	case familyIPv4:
		l.ipv4(lldpMgnAddrIP4, 4)
	case familyIPv6:
		l.ipv6(lldpMgnAddrIP6, 4)
	default:
		l.bytes(lldpMgnAddrHex, 4, n-1)
	}
	off := 3 + n
	l.uint(lldpMgnInterfaceSubtype, off, 1)
	l.uint(lldpMgnInterfaceNumber, off+1, 4)
	size := int(l.uint(lldpMgnObjLen, off+5, 1))
	if size > 0 {
		l.oid(lldpMgnObjID, off+6, size)
	}
	return off + 6 + size - 2
}
