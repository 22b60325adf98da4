package packet_test

import "testing"

// craftedOptions are the options of TCP, in segments that open a connection and in
// others.
func craftedOptions(tb testing.TB) map[string][][]byte {
	tb.Helper()
	var out [][]byte
	for i, s := range []string{
		"06 06 01020304 07 06 05060708", "06 05 010203", "0b 06 00000001 0c 06 00000002 0d 06 00000003", "0c 03 00", "1d 06 01020304", "1d 04 0102",
		"1b 08 05 09 00000001", "1b 04 0509", "1c 04 800a", "1c 04 000a", "1c 03 0a", "22 02 0101", "22 06 01020304", "fd 04 1234", "fe 08 1234 01020304", "fd 03 01", "fd 02",
		"fe 04 f989", "fd 08 f989 01020304", "ac 0b 000102 030405 060708", "ae 08 000001 000002", "ac 05 010203", "ae 02", "02 03 01", "02 04 0102", "03 02 0000", "04 03 00",
		"08 09 01020304050607", "13 11 000102030405060708090a0b0c0d0e", "08 01", "05 0a 00000001 00000009", "05 0a 000000d2 000000dc",
		"05 12 000000d2 000000dc 000000cd 000000e6", "05 12 000000d2 000000dc 000000d2 000000dc", "05 12 000000d2 000000ec 000000cd 000000e6", "05 0a 000000c0 000000c8",
		"01010101", "0101010101010101", "010101 02040100 01", "02040100 0101010101", "01010101 02040100 01010101", "00010203", "00000203", "00000000", "01 000000000000 01", "05 0a 000000c0 000000d8",
		"01 0204 0100 010101", "0101 0402 0101 0402", "0402 0101 0402 0101", "01 0402 01 01 0402 01", "02040100 01 0204 0100 010101", "01010101 01 0204 0100 010101",
	} {
		b := octets(tb, s)
		for len(b)%4 != 0 {
			b = append(b, 0)
		}
		out = append(out,
			tcp{src: hostA, dst: hostB, sport: uint16(17100 + i), dport: 17003, seq: 60, ack: 200, flags: ack, options: b}.frame(),
			tcp{src: hostA, dst: hostB, sport: uint16(17100 + i), dport: 17005, seq: 60, flags: syn, options: b}.frame())
	}
	return map[string][][]byte{"tcp-options": out, "tcp-fast-open": fastOpens(tb), "tcp-openings": openings(tb)}
}

// openings are SYNs to ends that have spoken before, of all sorts.
func openings(tb testing.TB) (out [][]byte) {
	tb.Helper()
	sack := octets(tb, "05 0a 000001a0 000001b0 0101")
	for i, s := range []tcp{
		{flags: syn}, {flags: syn | 0xc0}, {flags: syn, options: sack}, {flags: syn, payload: "early"}, {flags: syn | fin}, {flags: syn | rst}, {flags: syn | psh},
		{flags: syn, ack: 405}, {flags: syn | ack, ack: 405, options: sack}, {flags: ack, ack: 405, options: sack},
	} {
		port := uint16(17600 + i)
		s.src, s.dst, s.sport, s.dport, s.seq, s.window = hostA, hostB, port, 17003, 77, 500
		again := s
		again.seq++
		out = append(out, tcp{src: hostB, dst: hostA, sport: 17003, dport: port, seq: 400, ack: 78, flags: ack, payload: "hello"}.frame(), s.frame(), s.frame(), again.frame())
	}
	return out
}

// fastOpens are SYNs with and without data and cookies, and what answers them.
func fastOpens(tb testing.TB) (out [][]byte) {
	tb.Helper()
	port := uint16(17500)
	add := func(to bool, flags byte, number uint32, options, payload string) {
		t := tcp{src: hostA, dst: hostB, sport: port, dport: 17003, seq: 100, flags: flags, options: octets(tb, "02 04 05b4"+options), payload: payload}
		if !to {
			t = tcp{src: hostB, dst: hostA, sport: 17003, dport: port, seq: 500, ack: number, flags: flags, options: octets(tb, "02 04 05b4"+options)}
		}
		out = append(out, t.frame())
	}
	for _, o := range []string{"", "22 02 01 01", "22 06 01020304 01 01", "fe 08 f989 01020304", "fe 04 f989"} {
		for _, data := range []string{"", "hello"} {
			for _, number := range []uint32{90, 100, 101, 103, 106, 107} {
				add(true, syn, 0, o, data)
				add(false, syn|ack, number, "", "")
				add(false, syn|ack, number, "22 06 01020304 01 01", "")
				port++
			}
		}
	}
	for _, again := range []string{"", "22 06 01020304 01 01"} { // the SYN comes again, without data
		add(true, syn, 0, "22 06 01020304 01 01", "hello")
		add(true, syn, 0, again, "")
		add(false, syn|ack, 101, "", "")
		port++
		add(true, syn, 0, "22 06 01020304 01 01", "")
		add(true, syn, 0, again, "hello")
		add(false, syn|ack, 101, "", "")
		port++
	}
	add(false, syn|ack, 101, "22 06 01020304 01 01", "")
	return out
}
