package craft

import (
	"encoding/binary"
	"fmt"
	"net"
	"net/netip"
	"slices"
)

// Origin is who sends a frame. An address that is not valid is left unspecified.
type Origin struct {
	MAC        net.HardwareAddr
	IPv4, IPv6 netip.Addr
}

// What templates say unless it is set: the ports are one for private use and that of
// the discard service (RFC 863), the numbers are those for experiments (IEEE Std 802,
// Section 9.2; RFC 3692).
const (
	typeARP          = 0x0806
	typeExperimental = 0x88b5

	protocolIPv4         = 4
	protocolIPv6         = 41
	protocolExperimental = 253

	sourcePort      = 49152
	destinationPort = 9
	hops            = 64
	vlanID          = 1
)

// maxPacket is what the length fields of IP and UDP can tell.
const maxPacket = 65535

// Follow returns the layers that may follow a layer, and those that a frame may begin
// with for an empty one.
func Follow(layer string) []string {
	switch layer {
	case "":
		return []string{"eth"}
	case "eth", "vlan":
		return []string{"vlan", "arp", "ip", "ipv6"}
	case "ip":
		return []string{"icmp", "udp", "tcp", "ip", "ipv6"}
	case "ipv6":
		return []string{"icmpv6", "udp", "tcp", "ip", "ipv6"}
	case "icmp":
		return []string{"ip"}
	case "icmpv6":
		return []string{"ipv6"}
	}
	return nil
}

// Layers returns the names of all layers.
func Layers() []string {
	return []string{"eth", "vlan", "arp", "ip", "ipv6", "icmp", "icmpv6", "udp", "tcp"}
}

// Template returns a frame of these layers around a payload: from an interface to
// everybody on its link, with the right lengths and checksums. It is an ARP
// announcement, an ICMP echo request (or an error, where the packet that it is about
// follows) or a TCP SYN.
func Template(layers []string, from Origin, payload []byte) ([]byte, error) {
	before := ""
	for _, l := range layers {
		if !slices.Contains(Follow(before), l) {
			return nil, fmt.Errorf("%s cannot follow %q", l, before)
		}
		before = l
	}
	if before == "" {
		return nil, fmt.Errorf("a frame without layers")
	}
	b := payload
	for i, layer := range slices.Backward(layers) {
		var err error
		if b, err = wrap(layer, layers[i+1:], from, b); err != nil {
			return nil, err
		}
	}
	return b, nil
}

// wrap puts the header of a layer before what it carries.
func wrap(layer string, inside []string, from Origin, b []byte) ([]byte, error) {
	next := ""
	if len(inside) > 0 {
		next = inside[0]
	}
	switch layer {
	case "eth":
		return ethernet(inside, from, b), nil
	case "vlan":
		head := binary.BigEndian.AppendUint16(nil, vlanID)
		return append(binary.BigEndian.AppendUint16(head, etherType(next)), b...), nil
	case "arp":
		return append(announcement(from), b...), nil
	case "ip":
		return ipv4(next, from, b)
	case "ipv6":
		return ipv6(next, from, b)
	case "icmp":
		return append(message(next == "", 8, 3, 3), b...), nil
	case "icmpv6":
		return append(message(next == "", 128, 1, 4), b...), nil
	case "udp":
		return udp(b)
	}
	return append(syn(), b...), nil
}

// ethernet puts an Ethernet header before what it carries. What is not IPv6 goes to
// all, and IPv6 to all of its nodes (RFC 2464, Section 7).
func ethernet(inside []string, from Origin, b []byte) []byte {
	head := []byte{0xff, 0xff, 0xff, 0xff, 0xff, 0xff}
	for _, l := range inside {
		if l == "ipv6" {
			head = []byte{0x33, 0x33, 0, 0, 0, 1}
		}
		if l != "vlan" {
			break
		}
	}
	mac := make([]byte, 6)
	copy(mac, from.MAC)
	head = append(head, mac...)
	next := ""
	if len(inside) > 0 {
		next = inside[0]
	}
	return append(binary.BigEndian.AppendUint16(head, etherType(next)), b...)
}

func etherType(next string) uint16 {
	switch next {
	case "vlan":
		return typeVLAN
	case "arp":
		return typeARP
	case "ip":
		return typeIPv4
	case "ipv6":
		return typeIPv6
	}
	return typeExperimental
}

func protocol(next string) byte {
	switch next {
	case "icmp":
		return protocolICMP
	case "icmpv6":
		return protocolICMPv6
	case "udp":
		return protocolUDP
	case "tcp":
		return protocolTCP
	case "ip":
		return protocolIPv4
	case "ipv6":
		return protocolIPv6
	}
	return protocolExperimental
}

// announcement is an ARP request for the sender's own address (RFC 5227, Section 3).
func announcement(from Origin) []byte {
	b := []byte{0, 1, 8, 0, 6, 4, 0, 1}
	own := address(from.IPv4, 4)
	mac := make([]byte, 6)
	copy(mac, from.MAC)
	return slices.Concat(b, mac, own, make([]byte, 6), own)
}

// address returns the octets of an address, zero where there is none.
func address(a netip.Addr, size int) []byte {
	if b := a.AsSlice(); len(b) == size {
		return b
	}
	return make([]byte, size)
}

func ipv4(next string, from Origin, payload []byte) ([]byte, error) {
	const header = 20
	total := header + len(payload)
	if total > maxPacket {
		return nil, fmt.Errorf("an IPv4 packet of %d octets: there are %d at most", total, maxPacket)
	}
	b := []byte{0x45, 0, byte(total >> 8), byte(total), 0, 1, 0, 0, hops, protocol(next), 0, 0}
	b = slices.Concat(b, address(from.IPv4, 4), []byte{255, 255, 255, 255}, payload)
	mendIPv4(b)
	return b, nil
}

func ipv6(next string, from Origin, payload []byte) ([]byte, error) {
	n := len(payload)
	if n > maxPacket {
		return nil, fmt.Errorf("an IPv6 packet with %d octets behind its header: there are %d at most", n, maxPacket)
	}
	b := []byte{0x60, 0, 0, 0, byte(n >> 8), byte(n), protocol(next), hops}
	b = slices.Concat(b, address(from.IPv6, 16), []byte{0xff, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1}, payload)
	mendIPv6(b)
	return b, nil
}

// message is the header of an ICMP echo request, the first of its kind, or of an error.
func message(echo bool, request, kind, code byte) []byte {
	if echo {
		return []byte{request, 0, 0, 0, 0, 1, 0, 1}
	}
	return []byte{kind, code, 0, 0, 0, 0, 0, 0}
}

func ports() []byte {
	b := binary.BigEndian.AppendUint16(nil, sourcePort)
	return binary.BigEndian.AppendUint16(b, destinationPort)
}

func udp(payload []byte) ([]byte, error) {
	n := 8 + len(payload)
	if n > maxPacket {
		return nil, fmt.Errorf("a UDP datagram of %d octets: there are %d at most", n, maxPacket)
	}
	const unmended = 1 // 0 would say that there is no checksum
	return slices.Concat(ports(), []byte{byte(n >> 8), byte(n), 0, unmended}, payload), nil
}

// syn is the header of a segment that opens a connection.
func syn() []byte {
	return append(ports(), 0, 0, 0, 0, 0, 0, 0, 0, 5<<4, 0x02, 0xff, 0xff, 0, 0, 0, 0)
}
