package craft

import "encoding/binary"

// EtherTypes and protocol numbers of what has checksums, and what is before it.
const (
	typeIPv4 = 0x0800
	typeIPv6 = 0x86dd
	typeVLAN = 0x8100
	typeQinQ = 0x88a8

	protocolHopByHop    = 0
	protocolICMP        = 1
	protocolTCP         = 6
	protocolUDP         = 17
	protocolRouting     = 43
	protocolICMPv6      = 58
	protocolDestination = 60
)

// Mend writes the right checksums of IPv4, TCP, UDP, ICMP and ICMPv6 into a frame, of
// its outermost packet.
// Those of fragments, and of what is cut short, stay as they are: they cover what is
// not there. A UDP checksum of 0 over IPv4, which says that there is none, stays too.
func Mend(frame []byte) {
	off := 14
	if len(frame) < off {
		return
	}
	kind := int(binary.BigEndian.Uint16(frame[12:]))
	for ; kind == typeVLAN || kind == typeQinQ; off += 4 {
		if len(frame) < off+4 {
			return
		}
		kind = int(binary.BigEndian.Uint16(frame[off+2:]))
	}
	switch b := frame[off:]; kind {
	case typeIPv4:
		mendIPv4(b)
	case typeIPv6:
		mendIPv6(b)
	}
}

func mendIPv4(b []byte) {
	if len(b) < 20 {
		return
	}
	header, total := int(b[0]&0x0f)*4, int(binary.BigEndian.Uint16(b[2:]))
	if header < 20 || header > len(b) {
		return
	}
	put(b[:header], 10, 0)
	if total < header || total > len(b) || binary.BigEndian.Uint16(b[6:])&0x3fff != 0 {
		return
	}
	transport(int(b[9]), b[12:20], b[header:total])
}

func mendIPv6(b []byte) {
	if len(b) < 40 {
		return
	}
	next, off, end := int(b[6]), 40, 40+int(binary.BigEndian.Uint16(b[4:]))
	if end > len(b) {
		return
	}
	for next == protocolHopByHop || next == protocolRouting || next == protocolDestination {
		if off+8 > end {
			return
		}
		next, off = int(b[off]), off+8+8*int(b[off+1])
	}
	if off < end {
		transport(next, b[8:40], b[off:end])
	}
}

// transport mends what IP carries between two addresses.
func transport(protocol int, addresses, b []byte) {
	pseudo := sum(0, addresses) + uint32(protocol) + uint32(len(b))
	switch {
	case protocol == protocolTCP && len(b) >= 20:
		put(b, 16, pseudo)
	case protocol == protocolUDP && len(b) >= 8:
		if b[6]|b[7] == 0 && len(addresses) == 8 {
			return
		}
		put(b, 6, pseudo)
		if b[6]|b[7] == 0 {
			b[6], b[7] = 0xff, 0xff // RFC 768
		}
	case protocol == protocolICMP && len(b) >= 4:
		put(b, 2, 0)
	case protocol == protocolICMPv6 && len(b) >= 4:
		put(b, 2, pseudo)
	}
}

// put writes the Internet checksum (RFC 1071) of b at off.
func put(b []byte, off int, initial uint32) {
	b[off], b[off+1] = 0, 0
	s := sum(initial, b)
	for s > 0xffff {
		s = s>>16 + s&0xffff
	}
	binary.BigEndian.PutUint16(b[off:], ^uint16(s))
}

func sum(s uint32, b []byte) uint32 {
	for ; len(b) >= 2; b = b[2:] {
		s += uint32(binary.BigEndian.Uint16(b))
	}
	if len(b) == 1 {
		s += uint32(b[0]) << 8
	}
	return s
}
