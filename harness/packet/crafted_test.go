package packet_test

import (
	"encoding/binary"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/netrig/netrig/harness/packet"
)

func be16(n int) []byte { return binary.BigEndian.AppendUint16(nil, uint16(n)) }

func repeat(s string, n int) []byte { return []byte(strings.Repeat(s, n)) }

func join(parts ...[]byte) (b []byte) {
	for _, p := range parts {
		b = append(b, p...)
	}
	return b
}

func icmp4(tb testing.TB, message string) []byte {
	tb.Helper()
	b := octets(tb, message)
	binary.BigEndian.PutUint16(b[2:], fold(0, b))
	return ip4{src: hostA, dst: hostB, proto: 1, payload: b}.frame()
}

func icmp6(tb testing.TB, message string) []byte {
	tb.Helper()
	b := octets(tb, message)
	binary.BigEndian.PutUint16(b[2:], fold(pseudo(hostC, hostD, 58, b), b))
	return ip6(hostC, hostD, 58, b)
}

func arp(tb testing.TB, body string) []byte {
	tb.Helper()
	return ethernet(0x0806, octets(tb, body))
}

// crafted are frames that no well-behaved program sends, and some that few do.
func crafted(tb testing.TB) map[string][][]byte {
	tb.Helper()
	frag := func(id, at int, more bool, payload []byte) []byte {
		f := at / 8
		if more {
			f |= 0x2000
		}
		return ip4{src: hostA, dst: hostB, proto: 17, id: uint16(id), frag: uint16(f), payload: payload}.frame()
	}
	datagram := udp(hostA, hostB, 4000, 9999, repeat("abcdefgh", 8))[34:]
	six := func(id, at int, more byte, payload []byte) []byte {
		h := join([]byte{17, 0}, be16(at|int(more)), []byte{0, 0, 0, byte(id)})
		return ip6(hostC, hostD, 44, join(h, payload))
	}
	datagram6 := udp(hostC, hostD, 4000, 9999, repeat("abcdefgh", 8))[54:]
	all := map[string][][]byte{
		"ethernet": {
			ethernet(0x9999, []byte("who knows")),
			ethernet(0x05ff, []byte("neither length nor type")),
			ethernet(38, octets(tb, "424203 0000000000 8000 020000000001 00000000 8000 020000000001 8001 0000 1400 0200 0f00"), make([]byte, 8)),
			ethernet(20, octets(tb, "aaaa03 000000 0800"), make([]byte, 12), make([]byte, 26)),
			ethernet(12, octets(tb, "aaaa03 fffffe 1234 01020304"), make([]byte, 34)),
			ethernet(16, octets(tb, "e0e0f3 010203"), make([]byte, 40)),
			udp(hostA, hostB, 1, 9999, nil),
			join(udp(hostA, hostB, 1, 9999, []byte("pad")), make([]byte, 15)),
			join(udp(hostA, hostB, 1, 9999, []byte("pad")), []byte("trailer, not zeros")),
			join(udp(hostA, hostB, 1, 9999, []byte("pad")), make([]byte, 15), []byte("trail")),
			join(udp(hostA, hostB, 1, 9999, repeat("x", 60)), []byte("tr")),
			join(udp(hostA, hostB, 1, 9999, repeat("x", 60)), []byte("trailer")),
			{2, 0, 0, 0, 0, 2, 2, 0},
			{},
		},
		"vlan": {
			ethernet(0x8100, octets(tb, "b064 0800"), udp(hostA, hostB, 1, 9999, []byte("abc"))[14:]),
			ethernet(0x8100, octets(tb, "b064 0800"), udp(hostA, hostB, 1, 9999, []byte("abc"))[14:], make([]byte, 11)),
			ethernet(0x8100, octets(tb, "b064 0800"), udp(hostA, hostB, 1, 9999, []byte("abc"))[14:], make([]byte, 80)),
			ethernet(0x8100, octets(tb, "b064 0800"), udp(hostA, hostB, 1, 9999, []byte("abc"))[14:], []byte("trailer, trailer")),
			ethernet(0x8100, octets(tb, "0001 8100 2002 0806 0001 0800 06 04 0001 020000000001 c0000201 000000000000 c0000202")),
			ethernet(0x8100, octets(tb, "0001 8100 2002 0806 0001 0800 06 04 0001 020000000001 c0000201 000000000000 c0000202"), make([]byte, 10)),
			ethernet(0x9100, octets(tb, "0001 86dd"), ip6(hostC, hostD, 59, nil)[14:]),
			ethernet(0x8100, octets(tb, "0fff 9999"), []byte("who knows")),
			ethernet(0x8100, octets(tb, "0fff 05ff"), []byte("neither length nor type")),
			ethernet(0x8100, octets(tb, "0fff 0003 e0e0f3"), make([]byte, 50)),
			ethernet(0x8100, octets(tb, "0fff 0003 e0e0f3"), []byte("trailer")),
			ethernet(0x8100, octets(tb, "0001")),
			ethernet(0x8100),
		},
		"arp": {
			join(arp(tb, "0001 0800 06 04 0001 020000000001 c0000201 000000000000 c0000202"), make([]byte, 18)),
			arp(tb, "0001 0800 06 04 0001 020000000001 00000000 000000000000 c0000202"), // probe
			arp(tb, "0001 0800 06 04 0001 020000000001 c0000203 000000000000 c0000203"), // announcement
			arp(tb, "0001 0800 06 04 0001 020000000001 c0000203 ffffffffffff c0000203"),
			arp(tb, "0001 0800 06 04 0002 020000000001 c0000203 ffffffffffff c0000203"),
			ethernet(0x8035, octets(tb, "0001 0800 06 04 0003 020000000001 00000000 020000000001 00000000")),
			arp(tb, "0001 0800 08 04 0001 0200000000010000 c0000203 0200000000010000 c0000204"),
			arp(tb, "0001 86dd 06 10 0001 020000000001 20010db8000000000000000000000001 000000000000 20010db8000000000000000000000002"),
			arp(tb, "0001 0800 06 04 0001 020000000001 c000"),
			arp(tb, "0001 0800 06"),
			arp(tb, "0001 0800 00 04 0001 c0000201 c0000202"),
		},
		"ip": {
			ip4{src: hostA, dst: hostB, proto: 253, options: octets(tb, "83 0b 08 c0000203 c0000204 c0000205 00"), payload: []byte("x")}.frame()[:],
			ip4{src: hostA, dst: hostB, proto: 253, options: octets(tb, "83 0f 08 c0000203 c0000204 c0000205 00"), payload: []byte("x")}.frame(),
			ip4{src: hostA, dst: hostB, proto: 253, options: octets(tb, "89 07 04 c0000203 00"), payload: []byte("x")}.frame(),
			ip4{src: hostA, dst: hostB, proto: 2, options: octets(tb, "94 04 0000")}.frame(),
			ip4{src: hostA, dst: hostB, proto: 253, options: octets(tb, "44 0c 0d 00 00000001 00000002"), payload: []byte("x")}.frame(),
			ip4{src: hostA, dst: hostB, proto: 253, options: octets(tb, "07 00 00 00"), payload: []byte("x")}.frame(),
			ip4{src: hostA, dst: hostB, proto: 253, options: octets(tb, "07 28 04 00"), payload: []byte("x")}.frame(),
			ip4{src: hostA, dst: hostB, proto: 253, options: octets(tb, "01 01 01 00"), payload: []byte("x")}.frame(),
			ip4{src: hostA, dst: hostB, proto: 253, options: octets(tb, "88 04 1234"), payload: []byte("x")}.frame(),
			ip4{src: hostA, dst: hostB, proto: 253, payload: []byte("proto 253")}.frame(),
			ethernet(0x0800, octets(tb, "41 00 0014 0000 0000 40 fd 0000 c0000201 c0000202")),
			ethernet(0x0800, octets(tb, "55 00 0014 0000 0000 40 fd 0000 c0000201 c0000202")),
			ethernet(0x0800, octets(tb, "45 00 0000 0000 0000 40 fd 0000 c0000201 c0000202 6162")),
			ethernet(0x0800, octets(tb, "45 00 000a 0000 0000 40 fd 0000 c0000201 c0000202 6162")),
			ethernet(0x0800, octets(tb, "45 00 0100 0000 0000 40 fd 0000 c0000201 c0000202 6162")),
			ethernet(0x0800, octets(tb, "45 00 0014 0000 8000 40 fd 0000 c0000201 c0000202")),
			ethernet(0x0800, octets(tb, "45 00 0014 0000")),
			ip4{src: hostA, dst: hostB, proto: 4, payload: udp(hostC, hostD, 1, 2, nil)[14:]}.frame(),
			ip4{src: hostA, dst: hostB, proto: 41, payload: udp(hostC, hostD, 1, 9999, []byte("six in four"))[14:]}.frame(),
			ip4{src: hostA, dst: hostB, proto: 4, payload: udp(hostA, hostB, 1, 9999, []byte("four in four"))[14:]}.frame(),
		},
		"fragments": {
			frag(1, 0, true, datagram[:24]), frag(1, 24, true, datagram[24:48]), frag(1, 48, false, datagram[48:]),
			frag(2, 48, false, datagram[48:]), frag(2, 24, true, datagram[24:48]), frag(2, 0, true, datagram[:24]),
			frag(3, 0, true, datagram[:24]), frag(3, 0, true, datagram[:24]), frag(3, 24, false, datagram[24:]),
			frag(4, 0, true, datagram[:24]), frag(4, 16, true, repeat("!", 16)), frag(4, 24, false, datagram[24:]),
			frag(5, 24, true, datagram[24:48]), frag(5, 48, false, datagram[48:]), frag(5, 48, false, repeat("?", 32)), frag(5, 0, true, datagram[:24]),
			frag(6, 64, true, repeat("z", 16)), frag(6, 48, false, datagram[48:]), frag(6, 0, true, datagram[:48]),
			frag(7, 0, true, datagram[:8]), frag(7, 8, true, datagram[8:16]), frag(7, 16, false, datagram[16:]),
			frag(8, 0, true, datagram[:24]),
			frag(9, 65528, false, repeat("x", 100)),
		},
		"fragments6": {
			six(1, 0, 1, datagram6[:24]), six(1, 24, 1, datagram6[24:48]), six(1, 48, 0, datagram6[48:]),
			six(2, 48, 0, datagram6[48:]), six(2, 0, 1, datagram6[:48]),
			six(3, 0, 0, datagram6),
			six(4, 0, 1, datagram6[:24]), six(4, 16, 1, repeat("!", 16)), six(4, 24, 0, datagram6[24:]),
			ip6(hostC, hostD, 44, []byte{17, 0, 0}),
		},
		"ipv6": {
			ip6(hostC, hostD, 0, join(octets(tb, "11 00 05 02 0000 01 00"), udp(hostC, hostD, 1, 9999, []byte("alert"))[54:])),
			ip6(hostC, hostD, 60, join(octets(tb, "11 00 01 04 00000000"), udp(hostC, hostD, 1, 9999, []byte("padded"))[54:])),
			ip6(hostC, hostD, 60, join(octets(tb, "11 01 04 01 05 1e 02 aabb 0000 3e 01 cc 00"), udp(hostC, hostD, 1, 9999, []byte("odd"))[54:])),
			ip6(hostC, hostD, 60, join(octets(tb, "11 02 00 00 c9 10 20010db8 00000000 00000000 00000003 0000"), udp(hostC, hostD, 1, 9999, []byte("home"))[54:])),
			ip6(hostC, hostD, 43, join(octets(tb, "11 02 00 01 00000000 20010db8000000000000000000000009"), udp(hostC, hostD, 1, 9999, []byte("route"))[54:])),
			ip6(hostC, hostD, 43, join(octets(tb, "11 02 02 01 00000000 20010db8000000000000000000000009"), udp(hostC, hostD, 1, 9999, []byte("route"))[54:])),
			ip6(hostC, hostD, 43, join(octets(tb, "11 00 fd 00 01020304"), udp(hostC, hostD, 1, 9999, []byte("route"))[54:])),
			ip6(hostC, hostD, 59, []byte("nothing")),
			ip6(hostC, hostD, 253, []byte("what")),
			ip6(hostC, hostD, 0, octets(tb, "11 7f 0502")),
			ip6("fe80::ff:fe00:1", "fe80::200:ff:fe00:2", 59, nil),
			ip6("::192.0.2.1", "::ffff:192.0.2.1", 59, nil),
			ethernet(0x86dd, octets(tb, "60000000 0010 3b 40 20010db8")),
		},
		"icmp": {
			icmp4(tb, "0a 00 0000 00000000"),
			icmp4(tb, "09 00 0000 02 02 0708 c0000201 00000001 c0000202 ffffffff"),
			icmp4(tb, "0d 00 0000 0001 0002 00000003 00000000 00000000"),
			icmp4(tb, "0e 00 0000 0001 0002 00000003 00000004 00000005"),
			icmp4(tb, "11 00 0000 0001 0002 00000000"),
			icmp4(tb, "12 00 0000 0001 0002 ffffff00"),
			icmp4(tb, "04 00 0000 00000000 4500001c 0000 0000 40 11 0000 c0000202 c0000201 0001 270f 0008 0000"),
			icmp4(tb, "05 01 0000 c0000203 4500001c 0000 0000 40 11 0000 c0000202 c0000201 0001 270f 0008 0000"),
			icmp4(tb, "0c 00 0000 14000000 4500001c 0000 0000 40 11 0000 c0000202 c0000201 0001 270f 0008 0000"),
			icmp4(tb, "03 04 0000 0000 05dc 4500001c 0000 0000 40 11 0000 c0000202 c0000201 0001 270f 0008 0000"),
			icmp4(tb, "03 03 0000 00000000 45000030 0000 0000 40 06 0000 c0000202 c0000201 0001 270f 00000007"),
			icmp4(tb, "03 03 0000 00000000 45000030 0000 0000 40 11 0000 c0000202 c0000201 0001 270f 001c 1234 6162"),
			icmp4(tb, "08 00 0000 0001 0002"),
			icmp4(tb, "08 00 0000 0001 0003 616263"),
			icmp4(tb, "00 00 0000 0001 0003 616263"),
			icmp4(tb, "63 00 0000 00000000"),
			ip4{src: hostA, dst: hostB, proto: 1, payload: octets(tb, "08 00 dead 0001 0004 6162636465666768 69")}.frame(),
			ip4{src: hostA, dst: hostB, proto: 1, payload: octets(tb, "08 00")}.frame(),
			icmp6(tb, "80 00 0000 0001 0002 6162"),
			icmp6(tb, "81 00 0000 0001 0002 6162"),
			icmp6(tb, "85 00 0000 00000000 01 01 020000000001"),
			icmp6(tb, "86 00 0000 40 c8 0708 00000001 00000002 01 01 020000000001 05 01 0000 000005dc 03 04 40 c0 00000e10 00000708 00000000 20010db8000000000000000000000000 19 03 0000 0000003c 20010db8000000000000000000000053 1f 03 0000 0000003c 07 6578616d706c65 03 636f6d 00 00000000"),
			icmp6(tb, "87 00 0000 00000000 20010db8000000000000000000000002 0e 01 010203040506"),
			icmp6(tb, "88 00 0000 60000000 20010db8000000000000000000000002 02 01 020000000001"),
			icmp6(tb, "89 00 0000 00000000 20010db8000000000000000000000002 20010db8000000000000000000000003 02 01 020000000001"),
			icmp6(tb, "82 00 0000 2710 0000 00000000000000000000000000000000"),
			icmp6(tb, "82 00 0000 2710 0000 ff020000000000000000000000000016 0a 7d 0001 20010db8000000000000000000000003"),
			icmp6(tb, "83 00 0000 0000 0000 ff020000000000000000000000000016"),
			icmp6(tb, "8f 00 0000 0000 0001 01 00 0002 ff020000000000000000000000000016 20010db8000000000000000000000003 20010db8000000000000000000000004"),
			icmp6(tb, "02 00 0000 00000500 60000000 0008 11 40 20010db8000000000000000000000002 20010db8000000000000000000000001 0001 270f 0008 0000"),
			icmp6(tb, "04 01 0000 00000006 60000000 0008 11 40 20010db8000000000000000000000002 20010db8000000000000000000000001 0001 270f 0008 0000"),
			icmp6(tb, "87 00 0000 00000000 20010db8000000000000000000000002 01 00"),
			icmp6(tb, "c8 00 0000 61626364"),
		},
		"udp": {
			packetOf(hostA, hostB, 17, octets(tb, "0001 270f 000c 0000 61626364")),
			packetOf(hostC, hostD, 17, octets(tb, "0001 270f 000c 0000 61626364")),
			packetOf(hostA, hostB, 17, octets(tb, "0001 270f 0007 0000 61626364")),
			packetOf(hostA, hostB, 17, octets(tb, "0001 270f 0020 0000 61626364")),
			packetOf(hostA, hostB, 17, octets(tb, "0001 270f 000a 0000 61626364")),
			packetOf(hostA, hostB, 17, octets(tb, "0001 270f 0000 0000 61626364")),
			packetOf(hostA, hostB, 17, octets(tb, "0001 27")),
			udp(hostB, hostA, 9999, 1, []byte("reply")),
		},
	}
	maps.Copy(all, craftedLink(tb))
	maps.Copy(all, craftedBridges(tb))
	maps.Copy(all, craftedTunnels(tb))
	maps.Copy(all, craftedNetwork(tb))
	maps.Copy(all, craftedRouting(tb))
	maps.Copy(all, craftedFindings(tb))
	maps.Copy(all, craftedOddities(tb))
	return all
}

// TestOracleCrafted holds odd frames against tshark.
func TestOracleCrafted(t *testing.T) {
	t.Parallel()
	tshark(t)
	var sum tally
	all := crafted(t)
	maps.Copy(all, craftedStreams(t))
	for _, name := range slices.Sorted(maps.Keys(all)) {
		data := all[name]
		t.Run(name, func(t *testing.T) {
			file := filepath.Join(t.TempDir(), name+".pcapng")
			write(t, file, frames(data...))
			sum.compare(t, file, packet.Options{})
		})
	}
	sum.log(t)
}
