package packet_test

import (
	"bytes"
	"maps"
	"strings"
	"testing"
)

// talk is a TCP connection being written down.
type talk struct {
	a, b     tcp
	segments [][]byte
}

// connect begins one with a handshake.
func connect(sport, dport uint16, isn uint32) *talk {
	return connectHosts(hostA, hostB, sport, dport, isn)
}

func connectHosts(a, b string, sport, dport uint16, isn uint32) *talk {
	c := &talk{
		a: tcp{src: a, dst: b, sport: sport, dport: dport, seq: isn, window: 1000},
		b: tcp{src: b, dst: a, sport: dport, dport: sport, seq: isn * 3, window: 2000},
	}
	mss := []byte{2, 4, 5, 180, 1, 3, 3, 7}
	c.a.flags, c.a.options = syn, mss
	c.segments = append(c.segments, c.a.frame())
	c.a.seq++
	c.b.flags, c.b.options, c.b.ack = syn|ack, mss, c.a.seq
	c.segments = append(c.segments, c.b.frame())
	c.b.seq++
	c.a.options, c.b.options = nil, nil
	c.a.flags, c.b.flags = ack, ack
	c.a.ack = c.b.seq
	c.segments = append(c.segments, c.a.frame())
	return c
}

func (c *talk) send(s *tcp, payload string, flags byte) *talk {
	s.payload, s.flags = payload, flags
	c.segments = append(c.segments, s.frame())
	s.seq += uint32(len(payload))
	s.payload = ""
	c.a.ack, c.b.ack = c.b.seq, c.a.seq
	return c
}

// ask sends from the client, answer from the server, a segment each.
func (c *talk) ask(parts ...string) *talk {
	for _, p := range parts {
		c.send(&c.a, p, psh|ack)
	}
	return c
}

func (c *talk) answer(parts ...string) *talk {
	for _, p := range parts {
		c.send(&c.b, p, psh|ack)
	}
	return c
}

// finish closes the server's side.
func (c *talk) finish() *talk { return c.send(&c.b, "", fin|ack) }

const (
	get = "GET /a?b=1&c HTTP/1.1\r\nHost: web\r\nCookie: a=1;b=2\r\n\r\n"
	ok5 = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Type: text/plain\r\n\r\nhello"
)

func split(s string, n int) (parts []string) {
	for len(s) > n {
		parts, s = append(parts, s[:n]), s[n:]
	}
	return append(parts, s)
}

// craftedStreams are conversations of more than one frame.
func craftedStreams(tb testing.TB) map[string][][]byte {
	tb.Helper()
	query := string(octets(tb, "1234 0100 0001 0000 0000 0000 03777777 076578616d706c65 03636f6d 00 0001 0001"))
	reply := string(octets(tb, "1234 8180 0001 0002 0000 0000 03777777 076578616d706c65 03636f6d 00 0001 0001 c00c 0005 0001 0000003c 0006 03617070 c010 c02d 0001 0001 0000003c 0004 c0000205"))
	framed := func(s string) string { return string(be16(len(s))) + s }
	dns := func(message string) []byte { return udp(hostA, hostB, 5300, 53, octets(tb, message)) }
	dhcp := func(rest string) []byte {
		return udp("0.0.0.0", "255.255.255.255", 68, 67, octets(tb, "01 01 06 00 12345678 0001 8000 00000000 00000000 00000000 00000000 020000000001"+strings.Repeat("00", 10+64+128)+rest))
	}
	overloaded := bytes.Clone(dhcp("63825363 35 01 01 34 01 03 ff"))
	copy(overloaded[42+44:], octets(tb, "0c 03 706331 ff"))
	copy(overloaded[42+108:], octets(tb, "0f 03 6c616e ff"))
	lone := func(s tcp) []byte {
		s.src, s.dst = hostA, hostB
		if s.sport == 0 {
			s.sport, s.dport = 17000, 17001
		}
		return s.frame()
	}
	all := map[string][][]byte{
		"http-plain":      connect(1000, 80, 1).ask(get).answer(ok5).ask(get).answer(ok5).finish().segments,
		"http-pipelined":  connect(1001, 80, 1).ask(get + get).answer(ok5 + ok5).segments,
		"http-split":      connect(1002, 80, 0xfffffff0).ask(split(get, 7)...).answer(split(ok5, 11)...).ask(get).answer(ok5).segments,
		"http-overhang":   connect(1003, 80, 1).ask(get).answer(ok5+ok5[:20], ok5[20:]).segments,
		"http-odd-port":   connect(1004, 8123, 1).ask(get).answer(ok5).segments,
		"http-chunked":    connect(1005, 80, 1).ask(get).answer("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", "5\r\nhello\r\n6;x=y\r\n wor", "ld\r\n0\r\nTrailer: x\r\n\r\n").segments,
		"http-bodyless":   connect(1006, 80, 1).ask("HEAD / HTTP/1.1\r\nHost: web\r\n\r\n").answer("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n").ask(get).answer("HTTP/1.1 304 Not Modified\r\nContent-Length: 9\r\n\r\n").segments,
		"http-continue":   connect(1007, 80, 1).ask("POST / HTTP/1.1\r\nHost: web\r\nExpect: 100-continue\r\nContent-Length: 4\r\n\r\n").answer("HTTP/1.1 100 Continue\r\n\r\n").ask("body").answer(ok5).segments,
		"http-odd-code":   connect(1008, 80, 1).ask(get).answer("HTTP/1.1 299 Odd\r\nContent-Length: 0\r\n\r\n", "HTTP/1.1 777\r\nContent-Length: 0\r\n\r\n").segments,
		"http-garbage":    connect(1009, 80, 1).ask("this is not HTTP\r\nat all\r\n").segments,
		"http-head-lines": connect(1010, 80, 1).ask("GET / HTTP/1.0\nHost: web\nX-Long: a\n b\nNoColon\nAuthorization: Basic YTpi\n\n").segments,
		"http-types":      connect(1012, 80, 1).ask(get).answer(strings.ReplaceAll(ok5, "text/plain", "image/svg+xml")).ask(get).answer(strings.ReplaceAll(ok5, "text/plain", "application/x-thing")).ask(get).answer(strings.ReplaceAll(ok5, "Content-Type: text/plain\r\n", "")).segments,
		"dns-tcp":         connect(40020, 53, 1).ask(framed(query)).answer(framed(reply)).segments,
		"dns-tcp-two":     connect(40021, 53, 1).ask(framed(query) + framed(query)).answer(framed(reply) + framed(reply)).segments,
		"dns-tcp-split":   connect(40022, 53, 1).ask(split(framed(query), 1)[0], framed(query)[1:9], framed(query)[9:]).answer(split(framed(reply), 20)...).segments,
		"dns-tcp-overlap": connect(40023, 53, 1).ask(framed(query)+framed(query)[:9], framed(query)[9:]).segments,
		"dns": {
			dns("1234 0100 0001 0000 0000 0000 03777777 076578616d706c65 03636f6d 00 0001 0001"),
			dns("1234 8180 0001 0001 0000 0000 00 0002 0001 00 0002 0001 0000003c 0003 0161 00"),
			dns("1235 0100 0001 0000 0000 0000 c00c 0001 0001"),                                                                             // points to itself
			dns("1235 0100 0001 0000 0000 0000 0161 c00e 0001 0001"),                                                                        // and beyond
			dns("1235 0100 0001 0000 0000 0000 0161 c0ff 0001 0001"),                                                                        // past the end
			dns("1236 0100 ffff 0000 0000 0000 0161 00 0001 0001"),                                                                          // fewer than it says
			dns("1237 2800 0001 0001 0001 0000 0161 00 0006 0001 0161 00 00ff 00ff 00000000 0000 0161 00 0001 0001 0000003c 0004 c0000201"), // update
			dns("1238 0100 0001 0000 0000 0000 03 612e62 02 0009 00 0001 0001"),
			dns("1239 8180 0000 0001 0000 0000 0161 00 fffe 0001 00000000 0003 010203"),
			dns("123a 8180 0000 0001 0000 0000 0161 00 0001 0001 00000000 0005 0102030405"),
			dns("123b 81"),
			dns("123c 8180 0000 0001 0000 0000 0161 00 0010 0001 00000000 0003 05 6162"),
			dns("123d 0100 0001 0000 0000 0001 0161 00 0001 0001 00 0029 1000 01 00 8000 0019 000b 0002 0064 000f 0008 0012 626c6f636b 21 000c 0003 000000"),
		},
		"dhcp": {
			dhcp("63825363 35 01 01 37 04 01 03 06 0f 3d 07 01 020000000001 0c 03 706331 00 00 39 02 05dc ff 00 00 00"),
			dhcp("63825363 35 01 03 51 07 05 00 00 03 706331 00 52 0f 01 03 657468 02 02 0102 05 04 c0000201 3c 04 74657374 4d 05 04 61626364 ff"),
			dhcp("63825363 35 01 03 51 06 00 ff ff 706331 3d 0b ff 00000001 0003 0001 0200 3d 05 00 61626364 2b 04 01020304 fa 02 abcd ff"),
			dhcp("63825363 35 01 05 01 04 ffffff00 02 04 ffffff9d 13 01 01 19 04 02400500 21 08 0a000000 c0000201 79 08 18 0a0000 c0000201 34 01 00"),
			dhcp("63825363 35 02 0101 01 03 ffffff 06 05 0102030405 33 02 0001 0c 00 ff"),
			dhcp("63825363 0c 20 6162"),
			dhcp("01020304 0506"),
			dhcp(""),
			dhcp("63825363 35 01 01 3d 0e ff 00000001 0001 0001 12345678 0200 ff"),
			overloaded,
			udp("0.0.0.0", "255.255.255.255", 68, 67, octets(tb, "01 01 06 00 1234")),
			udp("0.0.0.0", "255.255.255.255", 68, 67, join(octets(tb, "02 06 08 00 12345678 0001 0000 00000000 00000000 00000000 00000000 0102030405060708"), make([]byte, 8+64+128), octets(tb, "63825363 35 01 01 ff"))),
		},
		"tcp": {
			lone(tcp{seq: 100, ack: 200, flags: ack, payload: "mid-stream"}),
			lone(tcp{seq: 110, ack: 200, flags: ack | psh, payload: "and on"}),
			lone(tcp{seq: 50, flags: syn, options: octets(tb, "02 04 05b4")}),
			lone(tcp{seq: 51, flags: rst | ack, payload: "why not"}),
			lone(tcp{seq: 60, flags: ack | 0x20, options: octets(tb, "05 0a 00000064 000000c8")}),
			lone(tcp{seq: 60, flags: 0xff, options: octets(tb, "13 12 000102030405060708090a0b0c0d0e0f 0101")}),
			lone(tcp{seq: 60, flags: ack, options: octets(tb, "c9 04 1234")}),
			lone(tcp{seq: 60, flags: ack, options: octets(tb, "c8 04 1234")}),
			lone(tcp{seq: 60, flags: ack, options: octets(tb, "02 00 0000")}),
			lone(tcp{seq: 60, flags: ack, options: octets(tb, "02 20 0000")}),
			lone(tcp{seq: 60, flags: syn, options: octets(tb, "03 03 ff 00")}),
			packetOf(hostA, hostB, 6, octets(tb, "4268 4269 00000001 00000002 4010 0000 0000 0000")),
			packetOf(hostA, hostB, 6, octets(tb, "4268 4269 00000001 00000002 f010 0000 0000 0000")),
			packetOf(hostA, hostB, 6, octets(tb, "4268 4269 0000")),
			lone(tcp{sport: 17002, dport: 17003, seq: 0xfffffffe, flags: syn}),
			lone(tcp{sport: 17002, dport: 17003, seq: 0xffffffff, flags: ack, payload: "wraps"}),
			lone(tcp{sport: 17002, dport: 17003, seq: 4, flags: ack, payload: "on"}),
		},
	}
	maps.Copy(all, craftedOptions(tb))
	maps.Copy(all, craftedMultipath(tb))
	maps.Copy(all, craftedDNS(tb))
	maps.Copy(all, craftedDHCP(tb))
	maps.Copy(all, craftedDHCPv6(tb))
	maps.Copy(all, craftedSyslog())
	maps.Copy(all, craftedNTP(tb))
	maps.Copy(all, craftedTFTP())
	maps.Copy(all, craftedSNMP(tb))
	maps.Copy(all, craftedTLS(tb))
	maps.Copy(all, craftedMail(tb))
	maps.Copy(all, craftedFiles())
	maps.Copy(all, craftedWeb())
	return all
}
