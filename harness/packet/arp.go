package packet

import "bytes"

// The operations of ARP that matter here.
const (
	arpRequest = 1
	arpReply   = 2
)

// arp dissects ARP and RARP (RFC 826, RFC 903) and returns its length.
func (d *Dissector) arp(v view) int {
	l := layer{d: d, v: v}
	hardwareSize, protocolSize := int(l.number(4, 1)), int(l.number(5, 1))
	size := 8 + 2*hardwareSize + 2*protocolSize
	if !d.enter("arp") {
		return size
	}
	l.over = false
	l.section(arpLayer, 0, min(size, len(v.b)))
	hardware := l.uint(arpHwType, 0, 2)
	protocol := l.uint(arpProtoType, 2, 2)
	l.uint(arpHwSize, 4, 1)
	l.uint(arpProtoSize, 5, 1)
	operation := l.uint(arpOpcode, 6, 2)
	if l.over || len(v.b) < size {
		return size
	}
	mac := (hardware == 1 || hardware == 6) && hardwareSize == 6
	ip := protocol == etherTypeIPv4 && protocolSize == 4
	sender := 8
	target := sender + hardwareSize + protocolSize
	if ip {
		l.announcement(operation, sender, target, hardwareSize)
	}
	l.arpAddress(sender, hardwareSize, protocolSize, mac, ip, [4]FieldID{arpSrcHwMac, arpSrcHw, arpSrcProtoIpv4, arpSrcProto})
	l.arpAddress(target, hardwareSize, protocolSize, mac, ip, [4]FieldID{arpDstHwMac, arpDstHw, arpDstProtoIpv4, arpDstProto})
	return size
}

// announcement adds what a request or reply is beyond that (RFC 5227): one that
// asks for an address that nobody has yet, or for its sender's own.
func (l *layer) announcement(operation uint64, sender, target, hardwareSize int) {
	if operation != arpRequest && operation != arpReply {
		return
	}
	src, dst := l.v.b[sender+hardwareSize:][:4], l.v.b[target+hardwareSize:][:4]
	switch {
	case bytes.Equal(src, dst):
		l.holds(arpIsgratuitous)
		if operation == arpRequest && zero(l.v.b[target:target+hardwareSize]) {
			l.holds(arpIsannouncement)
		}
	case operation == arpRequest && zero(src):
		l.holds(arpIsprobe)
	}
}

func zero(b []byte) bool {
	for _, c := range b {
		if c != 0 {
			return false
		}
	}
	return true
}

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
