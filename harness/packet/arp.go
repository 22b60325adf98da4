package packet

// arp dissects ARP and RARP (RFC 826, RFC 903) and returns its length.
func (d *Dissector) arp(v view) int {
	l := layer{d: d, v: v}
	hardwareSize, protocolSize := int(l.number(4, 1)), int(l.number(5, 1))
	size := 8 + 2*hardwareSize + 2*protocolSize
	if !d.enter("arp") {
		return size
	}
	at := len(d.fields)
	l.over = false
	l.section(arpLayer, 0, min(size, len(v.b)))
	hardware := l.uint(arpHwType, 0, 2)
	protocol := l.uint(arpProtoType, 2, 2)
	l.uint(arpHwSize, 4, 1)
	l.uint(arpProtoSize, 5, 1)
	operation := l.uint(arpOpcode, 6, 2)
	if l.over {
		return size
	}
	_ = at
	mac := (hardware == 1 || hardware == 6) && hardwareSize == 6
	ip := protocol == etherTypeIPv4 && protocolSize == 4
	sender := 8
	target := sender + hardwareSize + protocolSize
	if mac && ip && len(v.b) >= size {
		l.announcement(operation)
	}
	l.arpAddress(sender, hardwareSize, protocolSize, mac, ip, [4]FieldID{arpSrcHwMac, arpSrcHw, arpSrcProtoIpv4, arpSrcProto})
	l.arpAddress(target, hardwareSize, protocolSize, mac, ip, [4]FieldID{arpDstHwMac, arpDstHw, arpDstProtoIpv4, arpDstProto})
	return size
}

func (l *layer) announcement(uint64) {}

func (l *layer) arpAddress(off, hardwareSize, protocolSize int, mac, ip bool, ids [4]FieldID) {
	switch {
	case hardwareSize == 0:
	case mac:
		l.ether(ids[0], off)
	default:
		l.bytes(ids[1], off, hardwareSize)
	}
	off += hardwareSize
	switch {
	case protocolSize == 0:
	case ip:
		l.ipv4(ids[2], off)
	default:
		l.bytes(ids[3], off, protocolSize)
	}
}
