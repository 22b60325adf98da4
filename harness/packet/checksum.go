package packet

import (
	"encoding/binary"
	"net/netip"
)

// checksum is the Internet checksum (RFC 1071) of octets, of which the two at
// skip, where they are to stand, count as zero; sum is carried over from before.
func checksum(sum uint64, b []byte, skip int) uint16 {
	sum = add(sum, b)
	if skip >= 0 && skip+2 <= len(b) {
		// what stands there is taken away again: in one's complement by adding its complement
		sum += uint64(^binary.BigEndian.Uint16(b[skip:]))
	}
	for sum > 0xffff {
		sum = sum>>16 + sum&0xffff
	}
	return ^uint16(sum)
}

func add(sum uint64, b []byte) uint64 {
	for len(b) >= 4 {
		sum += uint64(binary.BigEndian.Uint32(b))
		b = b[4:]
	}
	if len(b) >= 2 {
		sum += uint64(binary.BigEndian.Uint16(b))
		b = b[2:]
	}
	if len(b) == 1 {
		sum += uint64(b[0]) << 8
	}
	return sum
}

// pseudo sums the pseudo header of a packet between src and dst (RFC 9293
// Section 3.1, RFC 8200 Section 8.1).
func pseudo(src, dst netip.Addr, protocol, length int) uint64 {
	sum := uint64(protocol) + uint64(length)
	for _, a := range [...]netip.Addr{src, dst} {
		if a.Is4() {
			b := a.As4()
			sum = add(sum, b[:])
		} else {
			b := a.As16()
			sum = add(sum, b[:])
		}
	}
	return sum
}
