package packet_test

import (
	"fmt"
	"strings"
	"testing"
)

// craftedFindings are frames that expert information has something to say of, and some
// that it just has not.
func craftedFindings(tb testing.TB) map[string][][]byte {
	tb.Helper()
	padded := func(s string) []byte {
		b := octets(tb, s)
		for len(b)%4 != 0 {
			b = append(b, 0)
		}
		return b
	}
	var segments, packets [][]byte
	for i, s := range []string{ // where they end in the middle of an option
		"010101 02", "010101 fd", "010101 63", "0101 01 01 0101 0101", "02 04 05b4 01 01 01 01 05", "06 02 01 01", "06 00 01 01", "63 00 01 01", "63 28 01 01", "63 03 0101",
		"22 01 0101", "1e 01 0101", "4c 01 01 01", "4e 60 01 01", "14 01 01 01", "15 01 01 01", "16 01 01 01", "17 01 01 01", "ae 01 0101", "fe 01 0101", "1d 01 01 01", "1d 03 01 01", "1d 02 0101", "05 0c 000000d2 000000dc 0101", "05 0f 000000d2 000000dc 000000ce 01 01", "04 01 0101",
		"010101 00", "01 02 0405b4 010101 01010101", "01 01 01 02 04 05 b4 01", "0101 0204 05b4 0101", "01010101 01010101",
	} {
		b := octets(tb, s)
		for len(b)%4 != 0 {
			b = append(b, 1)
		}
		for _, payload := range []string{"", "abcd"} {
			segments = append(segments, tcp{src: hostA, dst: hostB, sport: uint16(17700 + i), dport: 17003, seq: 60, ack: 200, flags: ack, options: b, payload: payload}.frame())
		}
	}
	for _, s := range []string{
		"010101 07", "010101 63", "01010101", "01 0101 94 04 0000 01", "94 04 0000 01010101", "63 04 0000 01010101", "07 01 0101", "0b 00 0101", "52 01 01 01", "88 20 0101", "8506 0101",
		"44 05 01 00 00", "44 06 05 00 0000", "44 09 05 00 01020304 05", "44 08 04 01 01020304", "44 09 06 03 01020304 05", "44 0c 05 01 01020304 05060708", "44 04 05 00", "44 03 05 00",
		"07 05 04 0102", "07 06 04 010203", "07 08 04 c0000201 05", "07 03 04 00", "83 03 03 00", "83 04 04 00", "83 07 05 c0000201", "89 08 08 c0000201 01",
		"82 03 ab 00", "82 04 ab 00", "82 04 ab 01", "82 05 ab 00 01", "82 05 ab 01 00", "82 05 ab 01 01", "82 0b 0000 0000 0000 000000", "82 0b abcd 0000 0000 000000", "85 03 01 00", "85 02 00 00",
		"86 06 00000001", "86 08 00000001 01 03", "86 08 00000001 01 01", "86 07 00000001 01", "86 0a 00000001 01 04 00 05", "86 09 00000001 01 04 00", "86 09 00000001 01 04 00",
		"86 08 00000001 02 02", "86 08 00000001 06 02", "86 09 00000001 06 03 01", "86 0a 00000001 06 04 0102", "86 08 00000001 07 02", "86 09 00000001 07 03 01", "86 08 00000001 07 01", "86 07 00000001 07",
		"86 08 00000001 07 03", "86 08 00000001 07 04", "86 08 00000001 05 23", "86 08 00000001 09 02", "86 08 00000001 00 00",
		"19 08 0500 00000000", "19 08 8500 00000000", "19 08 2500 00000000", "95 02 0000", "95 03 01 00", "0b 04 0102", "0c 04 0102", "52 0c 0001 0002 0003 c0000201", "94 04 0001",
	} {
		packets = append(packets, ip4{src: hostA, dst: hostB, proto: 253, options: padded(s), payload: []byte("x")}.frame())
	}
	var lines []string
	for _, s := range []string{
		"/\x01\x02\x07\x08\x0b\x0c\x1b\x7f", "/a\tb", "/\\\"", "/" + strings.Repeat("x", 221), "/" + strings.Repeat("x", 222), "/" + strings.Repeat("x", 223),
		"/" + strings.Repeat("x", 224), "/" + strings.Repeat("x", 300),
	} {
		lines = append(lines, "GET "+s+" HTTP/1.1\r\nHost: web\r\n\r\n")
	}
	grouped := udp(hostA, hostB, 1, 9999, []byte("abc"))
	grouped[6] |= 1
	grouped3 := ethernet(3, octets(tb, "e0e0f3"), make([]byte, 50))
	grouped3[6] |= 1
	var ports [][]byte
	for _, p := range []uint16{33433, 33434, 33435, 33436, 33437, 33438, 33463, 33464, 33465} {
		ports = append(ports, udp(hostA, hostB, p, 9999, []byte("abc")), udp(hostA, hostB, 9999, p, []byte("abc")), udp(hostC, hostD, p, p, nil))
	}
	var routed [][]byte
	for _, s := range []string{
		"11030001 00000000 ff020000000000000000000000000001 0000000000000000", "11020002 00000000 20010db8000000000000000000000009", "11020201 00000000 ff020000000000000000000000000001",
		"11020202 00000000 20010db8000000000000000000000009", "11030201 00000000 20010db8000000000000000000000009 0000000000000000", "11020403 01000000 20010db8000000000000000000000009",
		"11020402 00000000 20010db8000000000000000000000009", "11000502 00010002", "11000503 00010002", "11000601 00000001", "11020301 00100000 20010db8000000000000000000000009",
		"11020301 00000000 20010db8000000000000000000000001", "11020301 00000000 20010db8000000000000000000000002", "11020301 00000000 ff020000000000000000000000000001", "11020302 00000000 20010db8000000000000000000000009",
		"11020300 00000000 20010db8000000000000000000000009", "11010301 88000000 0000000000000001", "11000300 00000000", "11000301 00000000", "11020101 00000000 20010db8000000000000000000000009", "11020201 00000000 20010db8000000000000000000000009",
	} {
		b := join(octets(tb, s), octets(tb, "0001270f000a12346162"))
		routed = append(routed, ip6(hostC, hostD, 43, b), ip6(hostC, "ff02::9", 43, b))
	}
	long6 := func(plen int, next byte, b []byte) []byte {
		f := ip6(hostC, hostD, next, b)
		f[18], f[19] = byte(plen>>8), byte(plen)
		return f
	}
	inner := udp(hostC, hostD, 1, 9999, []byte("abc"))[54:]
	versioned := udp(hostC, hostD, 1, 9999, []byte("abc"))
	versioned[14] = 0x50
	headers := [][]byte{
		versioned, long6(0, 17, inner), long6(100, 17, inner), long6(0, 59, nil),
		long6(0, 0, join(octets(tb, "1100 c204 00010000"), inner)), long6(0, 0, join(octets(tb, "1100 c204 00000100"), inner)), long6(0, 0, join(octets(tb, "1100 0104 00000000"), inner)),
		long6(0, 0, join(octets(tb, "2c00 c204 00010000 1100 0000 00000001"), inner)), long6(20, 0, join(octets(tb, "1100 c204 00010000"), inner)),
		ip6(hostC, hostD, 60, join(octets(tb, "0000 0104 00000000 1100 0104 00000000"), inner)), ip6(hostC, hostD, 0, join(octets(tb, "0000 0104 00000000 1100 0104 00000000"), inner)),
		ip6(hostC, hostD, 0, join(octets(tb, "1102 4102 0000 3102 0002 3110 0000 00000800 0000 008000 00 00000001 000001"), inner)),
		ip6(hostC, hostD, 0, join(octets(tb, "1102 3114 0000 0000 0800 c00000 00 00000001 00000002 00000003"), inner)),
		ip6(hostC, hostD, 0, join(octets(tb, "1102 3112 0000 0000 0800 800002 00 00000001 01000001 0000 0100"), inner)),
		ip6(hostC, hostD, 0, join(octets(tb, "1101 3108 0000 0000 0800 8000 01020000"), inner)), ip6(hostC, hostD, 60, join(octets(tb, "1101 0702 0000 0108 0000000000000000"), inner)),
	}
	return map[string][][]byte{
		"expert-ipv6":         headers,
		"expert-ipv6-routing": routed,
		"expert-tcp-options":  segments,
		"expert-ip-options":   packets,
		"expert-http":         connect(42301, 80, 1).ask(lines...).answer(fmt.Sprintf("HTTP/1.1 200 %s\r\nContent-Length: 0\r\n\r\n", strings.Repeat("y", 300))).segments,
		"expert-udp":          ports,
		"expert-headers": connect(42302, 80, 1).ask("POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n5\r\nhello\r\n0\r\n\r\n").
			ask("POST / HTTP/1.1\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n").
			ask("GET / HTTP/1.1\r\nBad Name: z\r\nX\x01: y\r\nName : v\r\n: empty\r\n\r\n").
			ask("GET / HTTP/1.1\r\nTransfer-Encoding: identity\r\n\r\n", "GET / HTTP/1.1\r\nTransfer-Encoding: foo\r\n\r\n", "GET / HTTP/1.1\r\nTransfer-Encoding: gzip, deflate\r\n\r\n").segments,
		"expert-secure-port": connect(42303, 443, 1).ask("GET / HTTP/1.1\r\nHost: web\r\n\r\n").answer("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n").segments,
		"expert-dns": {
			udp(hostB, hostA, 53, 5300, octets(tb, "1235 8180 0001 0001 0000 0000 03777777 00 0001 0001 c00c 0001 0001 80000001 0004 c0000201")),
			udp(hostB, hostA, 53, 5300, octets(tb, "1236 0800 0001 0000 0000 0000 03777777 00 0001 0001")),
		},
		"expert-ethernet": {
			grouped, grouped3,
			join(grouped, make([]byte, 15), []byte("trail")),
			join(udp(hostA, hostB, 1, 9999, []byte("pad")), []byte("abcd")),
			join(udp(hostA, hostB, 1, 9999, []byte("pad")), []byte("abcdefghijklmno")),
			join(udp(hostA, hostB, 1, 9999, []byte("pad")), []byte("abcdefghijklmno"), []byte("1234")),
			join(udp(hostA, hostB, 1, 9999, []byte("pad")), make([]byte, 14), []byte("a1234")),
			join(udp(hostA, hostB, 1, 9999, []byte("pad")), make([]byte, 14), []byte("a")),
			join(udp(hostA, hostB, 1, 9999, []byte("pad")), make([]byte, 8), []byte("a")),
			join(udp(hostA, hostB, 1, 9999, []byte("pad")), make([]byte, 8), []byte("a12")),
			ethernet(60, octets(tb, "e0e0f3")), ethernet(1500, octets(tb, "aaaa03 000000 9999"), make([]byte, 60)), ethernet(3, octets(tb, "e0e0f3")), ethernet(0, make([]byte, 50)),
			ethernet(0x8100, octets(tb, "0fff 0030 e0e0f3")), ethernet(0x8100, octets(tb, "0fff 0003 e0e0f3")),
			ethernet(0x8100, octets(tb, "b064 0800"), udp(hostA, hostB, 1, 9999, []byte("abc"))[14:], []byte("x"), make([]byte, 40)),
			ethernet(0x88a8, octets(tb, "b064 0800"), udp(hostA, hostB, 1, 9999, []byte("abc"))[14:], make([]byte, 11)),
			ethernet(0x88a8, octets(tb, "b064 0800"), udp(hostA, hostB, 1, 9999, []byte("abc"))[14:], make([]byte, 80)),
			ethernet(0x88a8, octets(tb, "b064 0800"), udp(hostA, hostB, 1, 9999, []byte("abc"))[14:], make([]byte, 12), []byte("xyz")),
			ethernet(0x88a8, octets(tb, "b064 0800"), udp(hostA, hostB, 1, 9999, []byte("abc"))[14:], make([]byte, 3)),
			ethernet(0x88a8, octets(tb, "b064 0800"), udp(hostA, hostB, 1, 9999, []byte("abc"))[14:], []byte("x"), make([]byte, 40)),
		},
	}
}
