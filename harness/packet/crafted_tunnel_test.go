package packet_test

import (
	"encoding/binary"
	"testing"
)

// craftedTunnels are packets in packets.
func craftedTunnels(tb testing.TB) map[string][][]byte {
	tb.Helper()
	gre := func(packet string) []byte {
		return ip4{src: hostA, dst: hostB, proto: 47, payload: octets(tb, packet)}.frame()
	}
	vxlan := func(packet string) []byte { return udp(hostA, hostB, 40000, 4789, octets(tb, packet)) }
	summed := octets(tb, "8000 0800 0000 0000 4500001c0000000040fdb6d2c0000201c0000202 6162636465666768")
	binary.BigEndian.PutUint16(summed[4:], fold(0, summed))
	request := octets(tb, "ffffffffffff020000000001 0806 0001 0800 06 04 0001 020000000001 c0000201 000000000000 c0000202")
	padded := join(request, make([]byte, 18))
	tagged := octets(tb, "ffffffffffff020000000001 8100 0064 0806 0001 0800 06 04 0001 020000000001 c0000201 000000000000 c0000202")
	head := octets(tb, "08000000 00000900")
	bridged := octets(tb, "0000 6558")
	in4 := func(proto byte, parts ...[]byte) []byte {
		return ip4{src: hostA, dst: hostB, proto: proto, payload: join(parts...)}.frame()
	}
	within := func(frame ...[]byte) []byte {
		return udp(hostC, hostD, 40000, 4789, join(append([][]byte{head}, frame...)...))
	}
	return map[string][][]byte{
		"tunnels": {
			in4(47, summed),
			in4(47, bridged, padded),
			in4(47, bridged, padded, []byte("tr")),
			in4(47, bridged, tagged, make([]byte, 14)),
			in4(47, bridged, tagged, []byte("tr")),
			in4(47, bridged, udp(hostA, hostB, 1, 9999, repeat("long enough ", 6)), []byte("four")),
			in4(47, octets(tb, "0000 6400"), request),
			in4(47, octets(tb, "3001 880b 0020 0007 00000001 21"), in4(253, []byte("x"))[14:]),
			in4(47, octets(tb, "3001 880b 0020 0007 00000001 ff03 0057"), ip6(hostC, hostD, 59, nil)[14:]),
			in4(47, octets(tb, "b081 0800 0000 0000 0020 0007 00000001"), in4(253, []byte("x"))[14:]),
			ip6(hostC, hostD, 47, join(octets(tb, "0000 86dd"), ip6(hostC, hostD, 59, nil)[14:])),
			ip6(hostC, hostD, 47, join(octets(tb, "0000 0800"), in4(253, []byte("x"))[14:])),
			ip6(hostC, hostD, 41, ip6(hostC, hostD, 59, nil)[14:]),
			ip6(hostC, hostD, 41, ip6(hostD, hostC, 17, udp(hostD, hostC, 1, 9999, []byte("six in six"))[54:])[14:]),
			ip6(hostC, hostD, 4, in4(17, udp(hostA, hostB, 1, 9999, []byte("four in six"))[34:])[14:]),
			within(padded),
			within(padded, []byte("tr")),
			within(request, make([]byte, 10)),
			within(tagged, make([]byte, 14)),
			within(tagged, make([]byte, 40)),
			within(udp(hostA, hostB, 1, 9999, repeat("long enough ", 6)), []byte("four")),
			within(ethernet(0x0026, octets(tb, "424203 0000 00 00 81 8000020000000001 00000004 8001020000000002 8001 0100 1400 0200 0f00"), make([]byte, 8))),
			within(udp(hostA, hostB, 40001, 4789, join(head, request))),
			within(connect(1000, 80, 1).segments[0]),
			within(ethernet(0x0800)),
		},
		"gre": {
			gre("0000 0800 4500001c0000000040fdb6d2c0000201c0000202 6162636465666768"),
			gre("2000 0800 00000007 4500001c0000000040fdb6d2c0000201c0000202 6162636465666768"),
			gre("b000 86dd 1234 0000 00000007 00000009 60000000 0004 fd 40 20010db8000000000000000000000001 20010db8000000000000000000000002 61626364"),
			gre("8000 0800 0000 0000 4500001c0000000040fdb6d2c0000201c0000202 6162636465666768"),
			gre("4000 0800 0000 0000 0800 00 08 c0000201c0000202 0000 00 00 4500001c0000000040fdb6d2c0000201c0000202 6162636465666768"),
			gre("4800 0800 0000 0000 0002 00 02 abcd 0000 00 00 4500001c0000000040fdb6d2c0000201c0000202 6162636465666768"),
			gre("1000 6558 00000001 020000000002020000000001 0800 4500001c0000000040fdb6d2c0000201c0000202 6162636465666768"),
			gre("0000 6558 020000000002020000000001 0806 0001 0800 06 04 0001 020000000001 c0000201 000000000000 c0000202"),
			gre("3081 880b 0004 0007 00000001 00000002 ff030021"),
			gre("2081 880b 0000 0007 00000002"),
			gre("0000 0000"),
			gre("0000 0000 61"),
			gre("0000 9999 616263"),
			gre("2000"),
			gre("0000 08"),
			gre("07f8 0800 4500001c0000000040fdb6d2c0000201c0000202 6162636465666768"),
			gre("0002 0800 4500001c0000000040fdb6d2c0000201c0000202 6162636465666768"),
			gre("0007 0800 616263"),
			gre("0000 8100 000a 0800 4500001c0000000040fdb6d2c0000201c0000202 6162636465666768"),
			gre("4000 0800 0000 0000 0800 00 ff c0000201"),
			gre("c000 0800 0000 0000 0000 00 00 4500001c0000000040fdb6d2c0000201c0000202 6162636465666768"),
			gre("b000 0800 0000 0000 00000001"),
			gre("b000 0800 0000 0000 00000001 0000"),
			gre("0000 0800"),
			gre("0000 0806 0001 0800 06 04 0001 020000000001 c0000201 000000000000 c0000202"),
			gre("0000 88cc 0203"),
			gre("0000 0006 616263"),
			gre("0000 05dc 616263"),
		},
		"vxlan": {
			vxlan("08000000 000007 00 020000000002020000000001 0800 4500001c0000000040fdb6d2c0000201c0000202 6162636465666768"),
			vxlan("88480001 ffffff 01 020000000002020000000001 0806 0001 0800 06 04 0001 020000000001 c0000201 000000000000 c0000202"),
			vxlan("00000000 000007 00 020000000002020000000001 9999 6162"),
			vxlan("08000000 000007 00"),
			vxlan("08000000 0000"),
			vxlan("08000000 000007 00 0200000000"),
			vxlan("f7b70000 000007 00 020000000002020000000001 9999 6162"),
			vxlan("08000000 000007 00 020000000002020000000001 0800 4500001c0000000040fdb6d2c0000201c0000202 61626364"),
		},
	}
}
