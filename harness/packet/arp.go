package packet

import (
	"bytes"
	"time"
)

// The operations of ARP that matter here.
const (
	arpRequest = 1
	arpReply   = 2

	arpDynamicError = 7 // of dynamic RARP
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
		l.lack(0, size)
		return size
	}
	mac := (hardware == 1 || hardware == 6) && hardwareSize == 6
	ip := protocol == etherTypeIPv4 && protocolSize == 4
	sender := 8
	target := sender + hardwareSize + protocolSize
	gratuitous := ip && l.announcement(operation, sender, target, hardwareSize)
	l.arpAddress(sender, hardwareSize, protocolSize, mac, ip, [4]FieldID{arpSrcHwMac, arpSrcHw, arpSrcProtoIpv4, arpSrcProto})
	if operation == arpDynamicError && protocolSize > 0 {
		l.arpAddress(target, hardwareSize, 0, mac, false, [4]FieldID{arpDstHwMac, arpDstHw})
		l.uint(arpDstDrarpError, target+hardwareSize, 1)
		return size
	}
	l.arpAddress(target, hardwareSize, protocolSize, mac, ip, [4]FieldID{arpDstHwMac, arpDstHw, arpDstProtoIpv4, arpDstProto})
	if mac && ip && !l.over {
		l.duplicate(operation, gratuitous)
	}
	return size
}

// announcement adds what a request or reply is beyond that (RFC 5227): one that
// asks for an address that nobody has yet, or for its sender's own.
func (l *layer) announcement(operation uint64, sender, target, hardwareSize int) (gratuitous bool) {
	if operation != arpRequest && operation != arpReply {
		return false
	}
	src, dst := l.v.b[sender+hardwareSize:][:4], l.v.b[target+hardwareSize:][:4]
	switch {
	case bytes.Equal(src, dst):
		l.holds(arpIsgratuitous)
		if operation == arpRequest && zero(l.v.b[target:target+hardwareSize]) {
			l.holds(arpIsannouncement)
		}
		return true
	case operation == arpRequest && zero(src):
		l.holds(arpIsprobe)
	}
	return false
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

// owner is who used an IPv4 address last.
type owner struct {
	mac   uint64
	frame int
	at    time.Time
}

const maxOwners = 1 << 15

// duplicate tells that another station was seen to use the sender's address, or
// the one that a reply is for.
func (l *layer) duplicate(operation uint64, gratuitous bool) {
	if operation != arpRequest && operation != arpReply {
		return
	}
	at := 8
	other, taken := l.claim(at)
	if !taken && operation == arpReply && !gratuitous {
		at = 18
		other, taken = l.claim(at)
	}
	if !taken {
		return
	}
	l.computed(arpDuplicateAddressFrame, 0, 0, uint64(other.frame))
	l.expertf(arpDuplicateAddressDetected, "Duplicate IP address configured (%s)", l.d.dotted(l.v.b[at+6:]))
	l.computed(arpDuplicateAddressSeconds, 0, 0, uint64(l.d.f.Time.Unix()-other.at.Unix()))
}

// claim notes that the station whose MAC address stands at off uses the IPv4 address
// behind it, unless another does.
func (l *layer) claim(off int) (other owner, taken bool) {
	mac, ip := l.number(off, 6), uint32(l.number(off+6, 4))
	if mac == 0 || mac>>40&1 != 0 || ip == 0 {
		return owner{}, false
	}
	d := l.d
	if other, known := d.recall().owners.find(ip, maxOwners); known && other.mac != mac {
		return other, true
	}
	d.recall().owners.put(ip, owner{mac, d.f.Number, d.f.Time}, maxOwners)
	return owner{}, false
}
