package filter_test

import (
	"encoding/binary"
	"encoding/hex"
	"net/netip"
	"strings"
	"time"

	"github.com/netrig/netrig/harness/packet"
)

// octets joins annotated hex: digits and blanks.
func octets(parts ...string) []byte {
	b, err := hex.DecodeString(strings.ReplaceAll(strings.Join(parts, ""), " ", ""))
	if err != nil {
		panic(err)
	}
	return b
}

const (
	clientMAC = "020000000001"
	serverMAC = "020000000002"
	toServer  = serverMAC + clientMAC
	toClient  = clientMAC + serverMAC
)

func checksum(b []byte) uint16 {
	sum := uint32(0)
	for i := 0; i < len(b); i += 2 {
		if i+1 < len(b) {
			sum += uint32(b[i])<<8 | uint32(b[i+1])
		} else {
			sum += uint32(b[i]) << 8
		}
	}
	for sum > 0xffff {
		sum = sum>>16 + sum&0xffff
	}
	return ^uint16(sum)
}

// ipv4 puts a header before a payload.
func ipv4(src, dst string, ttl, protocol byte, payload []byte) []byte {
	h := []byte{0x45, 0, 0, 0, 0x12, 0x34, 0x40, 0, ttl, protocol, 0, 0}
	binary.BigEndian.PutUint16(h[2:], uint16(20+len(payload)))
	h = append(h, netip.MustParseAddr(src).AsSlice()...)
	h = append(h, netip.MustParseAddr(dst).AsSlice()...)
	binary.BigEndian.PutUint16(h[10:], checksum(h))
	return append(h, payload...)
}

func ipv6(src, dst string, next byte, payload []byte) []byte {
	h := []byte{0x60, 0, 0, 0, 0, 0, next, 64}
	binary.BigEndian.PutUint16(h[4:], uint16(len(payload)))
	h = append(h, netip.MustParseAddr(src).AsSlice()...)
	h = append(h, netip.MustParseAddr(dst).AsSlice()...)
	return append(h, payload...)
}

func tcp(src, dst uint16, seq, ack uint32, flags byte, payload string) []byte {
	h := make([]byte, 20)
	binary.BigEndian.PutUint16(h, src)
	binary.BigEndian.PutUint16(h[2:], dst)
	binary.BigEndian.PutUint32(h[4:], seq)
	binary.BigEndian.PutUint32(h[8:], ack)
	h[12], h[13] = 5<<4, flags
	binary.BigEndian.PutUint16(h[14:], 64240)
	if flags&2 != 0 {
		h[12] = 6 << 4
		h = append(h, octets("02 04 05b4")...) // maximum segment size 1460
	}
	return append(h, payload...)
}

func udp(src, dst uint16, payload []byte) []byte {
	h := make([]byte, 8)
	binary.BigEndian.PutUint16(h, src)
	binary.BigEndian.PutUint16(h[2:], dst)
	binary.BigEndian.PutUint16(h[4:], uint16(8+len(payload)))
	return append(h, payload...)
}

func icmp(b []byte) []byte {
	binary.BigEndian.PutUint16(b[2:], checksum(b))
	return b
}

func ethernet(addresses, ethertype string, payload []byte) []byte {
	return append(octets(addresses, ethertype), payload...)
}

// story returns the frames that most tests judge: a client and a server
// resolve each other, exchange a request over TCP whose sequence number
// wraps, a name is looked up, and some ICMP.
func story() []*packet.Frame {
	const client, server = "10.0.0.1", "10.0.0.2"
	name := "03777777 076578616d706c65 03636f6d 00" // www.example.com
	inner := ipv4(client, "10.9.9.9", 64, 17, udp(5, 6, []byte("xx")))
	data := [][]byte{
		ethernet("ffffffffffff"+clientMAC, "0806", octets("0001 0800 06 04 0001", clientMAC, "0a000001", "000000000000", "0a000002")),
		ethernet(toClient, "0806", octets("0001 0800 06 04 0002", serverMAC, "0a000002", clientMAC, "0a000001")),
		ethernet(toServer, "0800", ipv4(client, server, 64, 6, tcp(51775, 80, 1000, 0, 0x02, ""))),
		ethernet(toClient, "0800", ipv4(server, client, 64, 6, tcp(80, 51775, 4294967295, 1001, 0x12, ""))),
		ethernet(toServer, "0800", ipv4(client, server, 64, 6, tcp(51775, 80, 1001, 0, 0x10, ""))),
		ethernet(toServer, "0800", ipv4(client, server, 64, 6, tcp(51775, 80, 1001, 0, 0x18,
			"GET /index.html HTTP/1.1\r\nHost: example.com\r\nUser-Agent: Curl/8\r\n\r\n"))),
		ethernet(toClient, "0800", ipv4(server, client, 63, 6, tcp(80, 51775, 0, 1068, 0x18,
			"HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Type: text/plain\r\n\r\nhello"))),
		ethernet(toServer, "0800", ipv4(client, "8.8.8.8", 64, 17, udp(40000, 53, octets(
			"1a2b 0100 0001 0000 0000 0000", name, "001c 0001")))),
		ethernet(toClient, "0800", ipv4("8.8.8.8", client, 60, 17, udp(53, 40000, octets(
			"1a2b 8180 0001 0001 0000 0000", name, "001c 0001", "c00c 001c 0001 0000012c 0010", "20010db8 00000000 00000000 00000001")))),
		ethernet(toServer, "0800", ipv4(client, server, 64, 1, icmp(octets("08 00 0000 0001 0001", hex.EncodeToString([]byte("abcdefgh")))))),
		ethernet(toClient, "0800", ipv4("10.0.0.254", client, 64, 1, icmp(append(octets("03 01 0000 00000000"), inner...)))),
		ethernet("333300000002"+clientMAC, "86dd", ipv6("fe80::1", "ff02::2", 58, octets("85 00 7bba 00000000"))),
		ethernet(toServer, "86dd", ipv6("2001:db8::1", "2001:db8::2", 17, udp(1111, 40001, []byte("Payl\xf6ad\n")))),
		ethernet(toServer, "0800", ipv4("10.1.2.3", "192.168.255.255", 1, 17, udp(65535, 40002, octets("00ff")))),
	}
	return recorded(data)
}

// types returns frames with the types of value that the story lacks:
// floating-point numbers (STP, ICMP), object identifiers (SNMP), an EUI-64
// (DNS) and a GUID (DHCP).
func types() []*packet.Frame {
	const client, server = "10.0.0.1", "10.0.0.2"
	bpdu := "424203 0000 00 00 00 8000020000000001 00000000 8000020000000001 8001 "
	name := "03777777 076578616d706c65 03636f6d 00" // www.example.com
	return recorded([][]byte{
		octets("0180c2000000", clientMAC, "0026", bpdu, "0000 1400 0200 0f00"),
		octets("0180c2000000", serverMAC, "0026", bpdu, "0180 1400 0200 0f00"),
		ethernet(toServer, "0800", ipv4(client, server, 64, 17, udp(161, 5000, octets( // sysDescr.0
			"30 2c 020101 0406 7075626c6963 a2 1f 020101 020100 020100 30 14 30 12 0608 2b06010201010100 0406", hex.EncodeToString([]byte("router")))))),
		ethernet(toServer, "0800", ipv4(client, server, 64, 17, udp(161, 5001, octets( // sysObjectID.0 and sysName.0
			"30 3f 020101 0406 7075626c6963 a2 32 020102 020100 020100 30 27",
			"30 15 0608 2b06010201010200 0609 2b0601040182371503",
			"30 0e 0608 2b06010201010500 0402 6870")))),
		ethernet(toClient, "0800", ipv4(server, client, 64, 17, udp(53, 4000, octets(
			"1a2b 8180 0001 0002 0000 0000", name, "006c 0001",
			"c00c 006d 0001 0000012c 0008 020000fffe000001", "c00c 006c 0001 0000012c 0006 020000000001")))),
		ethernet("ffffffffffff"+clientMAC, "0800", ipv4("0.0.0.0", "255.255.255.255", 64, 17, udp(68, 67, octets(
			"01 01 06 00 deadbeef 0000 0000", strings.Repeat("00", 16), clientMAC, strings.Repeat("00", 10+192),
			"63825363 350101 3d11 00 10111213 1415 1617 1819 1a1b1c1d1e1f ff")))),
		ethernet(toServer, "0800", ipv4(client, server, 64, 1, icmp(octets("08 00 0000 0001 0001", hex.EncodeToString([]byte("abcdefgh")))))),
		ethernet(toClient, "0800", ipv4(server, client, 64, 1, icmp(octets("00 00 0000 0001 0001", hex.EncodeToString([]byte("abcdefgh")))))),
	})
}

// recorded gives frames their numbers and times.
func recorded(data [][]byte) []*packet.Frame {
	frames := make([]*packet.Frame, len(data))
	for i, b := range data {
		frames[i] = &packet.Frame{
			Number: i + 1, Point: "pc1:eth0", Direction: packet.Out, Length: len(b), Data: b,
			Time: time.Unix(1_700_000_000+int64(i), int64(i)*1_000_000).UTC(),
		}
	}
	return frames
}

// dissected returns the story, dissected.
func dissected() []*packet.Frame {
	frames := story()
	dissect(frames)
	return frames
}

func dissect(frames []*packet.Frame) {
	d := packet.NewDissector(packet.Options{Backfill: true})
	for _, f := range frames {
		d.Dissect(f)
	}
}

// bindings binds frames by name, or by name and which with a dot between.
type bindings map[string]*packet.Frame

func (b bindings) Frame(name, which string) *packet.Frame {
	if which != "" {
		name += "." + which
	}
	return b[name]
}
