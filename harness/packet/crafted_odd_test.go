package packet_test

import (
	"slices"
	"testing"
)

// craftedOddities are frames of protocols that expert information tells of numbers and
// lengths in.
func craftedOddities(tb testing.TB) map[string][][]byte {
	tb.Helper()
	jumbo := udp(hostC, hostD, 1, 9999, []byte("abc"))
	jumbo[58], jumbo[59] = 0, 0
	nobody := tcp{src: hostA, dst: hostB, sport: 18900, dport: 17003, seq: 60, ack: 200, flags: ack}
	sum := nobody.frame()
	nobody.urgent = uint16(sum[50])<<8 | uint16(sum[51]) // with which the checksum comes out 0
	ones := nobody.frame()
	ones[50], ones[51] = 0xff, 0xff
	var options, relays, keys, subnets, areas, notes, communities [][]byte
	for i, s := range []string{"7", "8", "512", " 12", "+9", "-9", "65464", "65465", "", "x", "12x", "4294967304", "0", "65535", "65536"} {
		port := uint16(5700 + i)
		for _, name := range []string{"blksize", "windowsize", "BLKSIZE"} {
			text := name + "\x00" + s + "\x00"
			options = append(options, udp(hostA, hostB, port, 69, []byte("\x00\x01file\x00octet\x00"+text)), udp(hostB, hostA, 3000, port, []byte("\x00\x06"+text)),
				udp(hostA, hostB, port, 69, []byte("\x00\x02file\x00octet\x00"+text)))
		}
	}
	const link, peer = "20010db8000000000000000000000001", "20010db8000000000000000000000002"
	relay := func(hops string, inner string) string {
		b := octets(tb, inner)
		return "0c" + hops + link + peer + "0009" + string(hexed(be16(len(b)))) + inner
	}
	const solicit = "01123456 0001 000a 00030001020000000001"
	for _, s := range []string{
		solicit, relay("00", solicit), relay("01", solicit), relay("20", solicit), relay("21", solicit), relay("01", relay("00", solicit)), relay("02", relay("00", solicit)),
		relay("00", relay("00", solicit)), relay("40", relay("3f", solicit)), relay("01", relay("01", relay("00", solicit))), relay("00", relay("ff", solicit)),
		"01123456 002c 0011 03 20010db8000000000000000000000001", "0e123456 002c 0015 04 20010db8000000000000000000000001 0001 0000", "0e123456 002c 0011 01 20010db8000000000000000000000001", "0e123456 002c 0011 06 20010db8000000000000000000000001",
	} {
		relays = append(relays, udp(hostC, hostD, 546, 547, octets(tb, s)))
	}
	for _, s := range []string{"0003 00", "0003", "00 03", "0003 0000 0001", "0003 00", "0004 0100 03 08", "0005 0100 03 08 00", "0015 0100 03 08 00112233", "0003 0101 03"} {
		b := octets(tb, s)
		keys = append(keys, udp(hostB, hostA, 53, 5310, join(octets(tb, "1235 8180 0001 0001 0000 0000 00 0030 0001 00 0030 0001 00000001"), be16(len(b)), b)),
			udp(hostB, hostA, 53, 5311, join(octets(tb, "1235 8180 0001 0001 0000 0000 00 0019 0001 00 0019 0001 00000001"), be16(len(b)), b)))
	}
	for i, s := range []string{
		"0008 0007 0001 18 00 c00002", "50fa 0007 0001 18 00 c00002", "0008 0014 0002 38 00 20010db8000000000000000000000001", "0008 0015 0002 38 00 20010db800000000000000000000000100",
		"50fa 0015 0002 38 00 20010db800000000000000000000000100", "0008 0018 0003 38 00 20010db800000000000000000000000100010203",
	} {
		b := octets(tb, s)
		subnets = append(subnets, udp(hostA, hostB, 5312, 53, join([]byte{0x12, byte(i)}, octets(tb, "0100 0001 0000 0000 0001 00 0001 0001 00 0029 1000 00000000"), be16(len(b)), b)))
	}
	area := func(kind string, id string, body string) []byte {
		b := octets(tb, body)
		lsa := join(octets(tb, "0001 02"+kind+id+"c0000201 80000001 0000"), be16(20+len(b)), b)
		head := join(octets(tb, "02 04"), be16(28+len(lsa)), octets(tb, "c0000201 00000000 0000 0000 0000000000000000 00000001"))
		return ip4{src: hostA, dst: "224.0.0.5", proto: 89, payload: join(head, lsa)}.frame()
	}
	area3 := func(kind string, body string) []byte {
		b := octets(tb, body)
		lsa := join(octets(tb, "0001"+kind+"00000001 c0000201 80000001 0000"), be16(20+len(b)), b)
		return ip6("fe80::1", "ff02::5", 89, join(octets(tb, "03 04"), be16(20+len(lsa)), octets(tb, "c0000201 00000000 0000 00 00 00000001"), lsa))
	}
	for _, kind := range []string{"00", "02", "03", "04", "05", "06", "07", "08", "0c", "ff"} {
		for _, body := range []string{"ffffff00 00000000", "ffffff00 00000000 00000000 00000000", "ffffff00 00000000 00000000"} {
			areas = append(areas, area(kind, "c0000202", body))
		}
	}
	areas = append(areas, area("02", "c0000202", "ffffff00"), area("03", "c0000202", "ffffff00"), area("02", "c0000202", "ffffff00 c0000201 c0000202"),
		area("0a", "02000001", "00000000"), area("09", "05000001", "00000000"), area("0b", "ff000001", "00000000"))
	for _, kind := range []string{"2000", "2006", "200a", "200b", "a00f", "bfff"} {
		areas = append(areas, area3(kind, "00000000 00000000"))
	}
	marker := string(hexed(repeat("\xff", 16)))
	for _, s := range []string{"0015 03 00 00", "0015 03 08 01", "0015 03 01 01", "0018 03 ff ff 010203", "0014 03 09"} {
		notes = append(notes, octets(tb, marker+s))
	}
	for _, s := range []string{"c010 08 0002 0001 00000001", "c010 07 0002 0001 000000", "c010 0c 0002 0001 00000001 00000000", "c010 00"} {
		b := octets(tb, s)
		communities = append(communities, join(octets(tb, marker), be16(23+len(b)), octets(tb, "02 0000"), be16(len(b)), b))
	}
	var opens [][]byte
	for _, kind := range []string{"00", "01", "02", "03", "04", "05", "06", "07", "08", "40", "41", "43", "45", "46", "48", "80", "82", "83"} {
		for _, rest := range []string{"00", "01 01", "02 0001", "03 000101", "04 00010001", "05 0001000101", "06 000100010001", "07 00010001000101", "0c 000100010001 000100010001", "0d 000100010001 000100010001 01"} {
			b := octets(tb, kind+rest)
			opens = append(opens, join(octets(tb, marker), be16(31+len(b)), octets(tb, "01 04 fde8 00b4 c0000201"), []byte{byte(2 + len(b)), 2, byte(len(b))}, b))
		}
	}
	talk := connect(42401, 179, 1)
	for _, b := range slices.Concat(notes, communities, opens) {
		talk.ask(string(b))
	}
	var trees [][]byte
	const root = "8000 020000000001 00000000 8000 020000000001 8001 0000 1400 0200 0f00"
	for _, s := range []string{"0000 00 00 00" + root, "0000 01 00 00" + root, "0000 02 02 00" + root + "00", "0000 05 02 00" + root + "00", "0000 ff 80", "0000 00 81", "0000 00 01 00" + root, "0001 00 ff 0000"} {
		b := join(octets(tb, "424203"), octets(tb, s))
		trees = append(trees, ethernet(uint16(len(b)), b))
	}
	for _, s := range []string{
		"0000 0002 0001", "", "00", "000000", "0000 0003 000100", "0000 0001 00", "0000 0004 0001", "0001 0002 0001", "0001 0000", "0001 0000 0000 0002 0001", "0000 0002 0001 0007 0003 010203", "0000 0003 000100 0000 0002 0001",
		"0000 0002 0001 00", "0000 0002 0001 0000", "0000 0002 0001 0000 0002",
	} {
		for _, head := range []string{"0000 00 00 00" + root + "00", "0000 02 02 00" + root + "00"} {
			b := join(octets(tb, "aaaa03 00000c 010b"), octets(tb, head), octets(tb, s))
			trees = append(trees, ethernet(uint16(len(b)), b))
		}
	}
	return map[string][][]byte{
		"llc-trees":     trees,
		"odd-transport": {jumbo, sum, ones},
		"odd-tftp":      options,
		"odd-dhcpv6":    relays,
		"odd-dns":       append(keys, subnets...),
		"odd-ospf":      areas,
		"odd-bgp":       talk.segments,
	}
}
