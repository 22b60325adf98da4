package dhcp4

import (
	"encoding/binary"
	"errors"
	"net/netip"

	"golang.org/x/net/bpf"
)

// Ports of DHCP (RFC 2131, Section 4.1).
const (
	ServerPort = 67
	ClientPort = 68
)

const (
	ethernetLength = 14
	ipv4Length     = 20 // without options
	udpLength      = 8
	etherTypeIPv4  = 0x0800
	protocolUDP    = 17
	timeToLive     = 64
)

// mac is an Ethernet address as a map key.
type mac [6]byte

func (m mac) usable() bool { return m != mac{} && m[0]&1 == 0 } // not a group address

var broadcastMAC = mac{0xff, 0xff, 0xff, 0xff, 0xff, 0xff}

func broadcastAddr() netip.Addr { return netip.AddrFrom4([4]byte{255, 255, 255, 255}) }

// datagram is a UDP datagram (RFC 768) over IPv4 (RFC 791) in an Ethernet II frame.
type datagram struct {
	srcMAC, dstMAC mac
	src, dst       netip.AddrPort // IPv4
	payload        []byte
}

// frame lays d out with both checksums. The IPv4 identification is zero and DF is
// set: the datagram is atomic (RFC 6864, Section 4.1).
func (d *datagram) frame() []byte {
	total := ipv4Length + udpLength + len(d.payload)
	b := make([]byte, ethernetLength+total)
	copy(b[0:6], d.dstMAC[:])
	copy(b[6:12], d.srcMAC[:])
	binary.BigEndian.PutUint16(b[12:14], etherTypeIPv4)

	ip := b[ethernetLength:]
	ip[0] = 4<<4 | ipv4Length/4
	binary.BigEndian.PutUint16(ip[2:4], uint16(total))
	ip[6] = 0x40 // DF
	ip[8] = timeToLive
	ip[9] = protocolUDP
	src, dst := d.src.Addr().As4(), d.dst.Addr().As4()
	copy(ip[12:16], src[:])
	copy(ip[16:20], dst[:])
	binary.BigEndian.PutUint16(ip[10:12], ^fold(sum(0, ip[:ipv4Length])))

	udp := ip[ipv4Length:]
	binary.BigEndian.PutUint16(udp[0:2], d.src.Port())
	binary.BigEndian.PutUint16(udp[2:4], d.dst.Port())
	binary.BigEndian.PutUint16(udp[4:6], uint16(len(udp)))
	copy(udp[udpLength:], d.payload)
	check := ^fold(sum(pseudoSum(ip, len(udp)), udp))
	if check == 0 {
		check = 0xffff // zero says "no checksum" (RFC 768)
	}
	binary.BigEndian.PutUint16(udp[6:8], check)
	return b
}

// The reasons to pass over a frame.
var (
	errForeign  = errors.New("not IPv4 over UDP, whole")
	errShort    = errors.New("frame is cut short")
	errChecksum = errors.New("checksum is wrong")
)

// parseFrame reads the datagram out of an Ethernet II frame. errForeign means
// that the frame is none of DHCP's business, any other error that it is broken. The
// payload is part of b.
func parseFrame(b []byte) (datagram, error) {
	var d datagram
	if len(b) < ethernetLength+ipv4Length || binary.BigEndian.Uint16(b[12:14]) != etherTypeIPv4 {
		return d, errForeign
	}
	copy(d.dstMAC[:], b[0:6])
	copy(d.srcMAC[:], b[6:12])
	ip := b[ethernetLength:]
	header := int(ip[0]&0x0f) * 4
	fragment := binary.BigEndian.Uint16(ip[6:8]) & 0x3fff // MF and offset
	if ip[0]>>4 != 4 || ip[9] != protocolUDP || fragment != 0 {
		return d, errForeign
	}
	total := int(binary.BigEndian.Uint16(ip[2:4]))
	if header < ipv4Length || total < header+udpLength || total > len(ip) {
		return d, errShort
	}
	if fold(sum(0, ip[:header])) != 0xffff {
		return d, errChecksum
	}
	ip = ip[:total] // Ethernet may pad
	udp := ip[header:]
	length := int(binary.BigEndian.Uint16(udp[4:6]))
	if length < udpLength || length > len(udp) {
		return d, errShort
	}
	udp = udp[:length]
	if check := binary.BigEndian.Uint16(udp[6:8]); check != 0 {
		// A sender on this machine may have left the checksum to hardware that does
		// not exist; the field then holds the sum over the pseudo header
		// (CHECKSUM_PARTIAL in include/linux/skbuff.h).
		pseudo := pseudoSum(ip, length)
		if fold(sum(pseudo, udp)) != 0xffff && check != fold(pseudo) {
			return d, errChecksum
		}
	}
	d.src = netip.AddrPortFrom(netip.AddrFrom4([4]byte(ip[12:16])), binary.BigEndian.Uint16(udp[0:2]))
	d.dst = netip.AddrPortFrom(netip.AddrFrom4([4]byte(ip[16:20])), binary.BigEndian.Uint16(udp[2:4]))
	d.payload = udp[udpLength:]
	return d, nil
}

// pseudoSum is the sum over the UDP pseudo header for the IPv4 header at ip.
func pseudoSum(ip []byte, length int) uint32 {
	return sum(uint32(protocolUDP)+uint32(length), ip[12:20])
}

// sum adds b to an Internet checksum (RFC 1071). b is shorter than 64 KiB.
func sum(s uint32, b []byte) uint32 {
	for ; len(b) >= 2; b = b[2:] {
		s += uint32(b[0])<<8 | uint32(b[1])
	}
	if len(b) == 1 {
		s += uint32(b[0]) << 8
	}
	return s
}

func fold(s uint32) uint16 {
	for s > 0xffff {
		s = s>>16 + s&0xffff
	}
	return uint16(s)
}

// ClientFilter is a classic BPF program that passes what a Client reads: unfragmented
// IPv4 UDP to port 68 in Ethernet II frames. It is meant for the socket behind a FrameConn.
func ClientFilter() []bpf.RawInstruction {
	return []bpf.RawInstruction{
		{Op: 0x28, K: 12},                   // ldh [12]
		{Op: 0x15, Jf: 8, K: etherTypeIPv4}, // jeq #0x800, else drop
		{Op: 0x30, K: 23},                   // ldb [23]
		{Op: 0x15, Jf: 6, K: protocolUDP},   // jeq #17, else drop
		{Op: 0x28, K: 20},                   // ldh [20]
		{Op: 0x45, Jt: 4, K: 0x3fff},        // jset #0x3fff, drop
		{Op: 0xb1, K: 14},                   // ldxb 4*([14]&0xf)
		{Op: 0x48, K: 16},                   // ldh [x+16]
		{Op: 0x15, Jf: 1, K: ClientPort},    // jeq #68, else drop
		{Op: 0x06, K: 0xffff},               // ret #65535
		{Op: 0x06, K: 0},                    // drop: ret #0
	}
}
