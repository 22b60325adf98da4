package packet_test

import (
	"encoding/binary"
	"maps"
	"slices"
	"strings"
	"testing"
)

// vector is octets behind their length, which takes n octets.
func vector(n int, parts ...string) string {
	s := strings.Join(parts, "")
	return number(n, uint64(len(s))) + s
}

// number takes n octets.
func number(n int, u uint64) string {
	return string(binary.BigEndian.AppendUint64(nil, u)[8-n:])
}

// record is a TLS record in version 1.2.
func record(kind byte, body ...string) string {
	return string([]byte{kind, 3, 3}) + vector(2, body...)
}

// message is a TLS handshake message.
func message(kind byte, body ...string) string { return string([]byte{kind}) + vector(3, body...) }

// handshake is one in a record.
func handshake(kind byte, body ...string) string { return record(22, message(kind, body...)) }

func extension(kind int, body ...string) string { return number(2, uint64(kind)) + vector(2, body...) }

var tlsRandom = strings.Repeat("random..", 4)

// helloBody offers a few suites, with extensions.
func helloBody(extensions ...string) string {
	return "\x03\x03" + tlsRandom + vector(1, "session") + vector(2, "\x13\x01\xc0\x2f\x0a\x0a\x00\xff") + vector(1, "\x00") + vector(2, extensions...)
}

func clientHello(extensions ...string) string { return handshake(1, helloBody(extensions...)) }

func serverHello(suite int, extensions ...string) string {
	return handshake(2, "\x03\x03", tlsRandom, vector(1), number(2, uint64(suite)), "\x00", vector(2, extensions...))
}

// tls13 is a connection after both hellos, which agree on TLS 1.3.
func tls13(port uint16) *talk {
	return connect(port, 443, 1).ask(clientHello()).answer(serverHello(0x1301, extension(43, "\x03\x04")))
}

// craftedTLS are conversations in TLS.
func craftedTLS(tb testing.TB) map[string][][]byte {
	tb.Helper()
	all := map[string][][]byte{
		"tls-extensions": craftedExtensions(),
		"tls-asn1":       craftedASN1(tb),
		"tls-keys":       craftedKeys(),
		"tls-messages":   craftedMessages(),
	}
	maps.Copy(all, craftedRecords(tb))
	return all
}

// craftedExtensions are extensions that mean something, and such that do not: the
// fields of many are read as they stand, whatever the extension's length.
func craftedExtensions() (segments [][]byte) {
	odd := []string{
		"", "\x00", "\x02\x00", "\x00\x00", "\x00\x01", "\xff\xff", "\x00\x02\x00\x1d", "\x02\x00\x1d", "\x01\x00\x1d", "\x03\x00\x1d\x00",
		"\x00\x03\x02h2", "\x00\x04\x02h2\x00", "\x00\x04\x00\x02h2", "\x00\x03\x00\x00\x09", "\x00\x01\x00\x01a", "\x01\x00\x00\x00\x00",
		"\x02\x00\x04\x00\x00\x00\x00", "\x00\x07\x02\x00\x04\x00\x00\x00\x00", "\x00\x00\x02\x01\x00", "\x00\x04\x00\x1d\x00\x00", "\x00\x06\x00\x1d\x00\x05ab",
		"\x00\x1d\x00\x02ab", "\x00\x08\x00\x02ab\x00\x00\x00\x01\x00\x03\x02ab", "\x00\x06\x00\x02ab\x00\x00", strings.Repeat("\x01", 20), strings.Repeat("\x00", 20),
	}
	for i, kind := range []int{
		0, 1, 5, 9, 10, 11, 12, 13, 14, 15, 16, 17, 19, 20, 21, 23, 27, 28, 35, 40, 41, 42, 43, 44, 45, 46, 49, 50, 51, 53, 54, 57, 0x0a0a, 13172, 17513, 65281, 65445, 65486,
	} {
		c := connect(uint16(30000+i), 443, 1)
		for _, body := range odd {
			c.ask(clientHello(extension(kind, body), extension(23))).answer(serverHello(0xc02f, extension(kind, body), extension(23)) + handshake(8, vector(2, extension(kind, body), extension(23))))
		}
		segments = append(segments, c.segments...)
		switch kind {
		case 5, 16, 19, 20, 27, 42, 43, 51: // which certificates or tickets may have
			c := tls13(uint16(31000 + i))
			for _, body := range odd {
				e := vector(2, extension(kind, body), extension(23))
				c.answer(handshake(11, vector(1), vector(3, vector(3, "\x30\x00"), e)), handshake(13, vector(1, "ctx"), e), handshake(4, "\x00\x00\x00\x01\x00\x00\x00\x02", vector(1, "n"), vector(2, "ticket"), e))
			}
			segments = append(segments, c.segments...)
		}
	}
	return segments
}

// craftedKeys are the messages of every way to exchange keys, in every version.
func craftedKeys() (segments [][]byte) {
	const signed, signedOld = "\x08\x04\x00\x09signature", "\x00\x09signature"
	named := "\x03\x00\x1d" + vector(1, "point")
	dh := vector(2, "prime") + vector(2, "\x02") + vector(2, "public")
	jpake := vector(1, "x") + vector(1, "v") + vector(1, "r")
	server := []string{
		named + signed, named + signedOld, named, "\x01\x00", "\x03\x00\x1d\x20abc", dh + signed, dh + signedOld, dh[:9], vector(2, "hint"), vector(2, "hint") + dh,
		vector(2, "modulus") + vector(2, "exp") + signed, "\x03\x00\x17" + jpake, jpake, "", "\x00",
	}
	client := []string{vector(1, "point"), vector(1), vector(2, "public"), vector(2, "identity") + vector(2, "secret"), jpake, "\x00\x20ab", "\x00", ""}
	port := uint16(32000)
	for _, suite := range []int{0, 3, 5, 0x0d, 0x11, 0x1e, 0x33, 0x34, 0x8b, 0x8f, 0x93, 0xc004, 0xc009, 0xc013, 0xc018, 0xc01a, 0xc033, 0xc03c, 0xc064, 0xc0ff, 0xcc13, 0xfefe, 0x0a0a, 0xffff} {
		for _, version := range []string{"\x03\x00", "\x03\x01", "\x03\x03"} {
			c := connect(port, 443, 1).ask(clientHello()).answer(handshake(2, version, tlsRandom, vector(1), number(2, uint64(suite)), "\x00"))
			port++
			for _, body := range server {
				c.answer(handshake(12, body))
			}
			for _, body := range client {
				c.ask(handshake(16, body))
			}
			c.answer(handshake(13, vector(1, "\x01\x40"), vector(2, "\x04\x03"), vector(2)), handshake(13, vector(1, "\x01\x40"), vector(2)), handshake(13, "\x09"))
			c.ask(handshake(15, signed), handshake(15, signedOld), handshake(15, "\x04"), handshake(15), handshake(20, strings.Repeat("f", 12)), handshake(20, strings.Repeat("f", 36)), handshake(20))
			segments = append(segments, c.segments...)
		}
	}
	return segments
}

// craftedMessages are the other handshake messages, before and in TLS 1.3.
func craftedMessages() (segments [][]byte) {
	messages := []string{
		handshake(0), handshake(3, "\xfe\xff\x03abc"), handshake(5), handshake(14), handshake(23, "\x00\x00\x00"), handshake(24, "\x01"), handshake(24),
		handshake(4, "\x00\x00\x00\x01", vector(2, "ticket")), handshake(4, "\x00\x00\x00\x01\x00\x07ab"), handshake(4, "\x00\x00"), handshake(4, "\x00\x00\x00\x01", vector(2)),
		handshake(4, "\x00\x00\x00\x01\x00\x00\x00\x02", vector(1), vector(2, "ticket"), vector(2, extension(42, "\x00\x00\x40\x00"))),
		handshake(6, "\x03\x03", vector(2, extension(51, "\x00\x17"), extension(44, vector(2, "cookie")))), handshake(6, "\x03"),
		handshake(11, vector(3)), handshake(11, vector(1), vector(3)), handshake(11, "\x00\x00\x09\x00\x00"),
		handshake(13, vector(1), vector(2, extension(13, vector(2, "\x04\x03")))), handshake(13),
		handshake(22, "\x01", vector(3)), handshake(22, "\x02", vector(3, vector(3), vector(3))), handshake(22, "\x03abc"), handshake(22),
		handshake(25, "\x00\x02\x00\x01\x00", vector(3, "compressed")), handshake(25, "\x00\x01\x00\x01\x00\x00\x00\x09a"), handshake(25, "\x00"),
		handshake(67, vector(1, "http/1.1"), vector(1, strings.Repeat("\x00", 7))), handshake(67, "\x20a"),
		handshake(2), handshake(2, "\x03\x03", tlsRandom[:9]), handshake(2, "\x03\x03", tlsRandom, vector(1, "id"), "\x00\x05\x00"),
		handshake(1), handshake(1, "\x03\x03", tlsRandom, vector(1), "\x00\x09\x00"), handshake(1, "\x03\x03", tlsRandom, vector(1), vector(2, "\x00\x05\x00"), vector(1)),
		handshake(1, "\x03\x00", tlsRandom, vector(1, strings.Repeat("s", 40)), vector(2, "\x0a\x0a"), "\x03\x00"), handshake(1, "\x03\x00", tlsRandom, vector(1), vector(2, "\x00\x05"), vector(1, "\x00\x01\x40")),
		clientHello(extension(0x1a1a), extension(10, vector(2, "\x2a\x2a\x00\x1d")), extension(11, vector(1, "\x00\x01")), extension(0x3a3a, "\x00"), extension(10, vector(2, "\x00\x17"))),
		serverHello(0x1302, extension(0x1a1a), extension(43, "\x7f\x17")),
		handshake(2, "\x03\x03", "\xcf\x21\xad\x74\xe5\x9a\x61\x11\xbe\x1d\x8c\x02\x1e\x65\xb8\x91\xc2\xa2\x11\x16\x7a\xbb\x8c\x5e\x07\x9e\x09\xe2\xc8\xa8\x33\x9c", vector(1), "\x13\x01\x00", vector(2, extension(43, "\x03\x04"), extension(51, "\x00\x17"))),
	}
	for i, m := range messages {
		segments = append(segments, connect(uint16(33000+i), 443, 1).ask(clientHello()).answer(serverHello(0xc02f), m, m+record(21, "\x01\x00")).segments...)
		segments = append(segments, tls13(uint16(33100+i)).answer(m, m+record(21, "\x01\x00")).segments...)
	}
	return segments
}

// craftedRecords are records of every kind, and how they lie in segments.
func craftedRecords(tb testing.TB) map[string][][]byte {
	tb.Helper()
	const done = "\x0e\x00\x00\x00"
	long := message(1, helloBody(extension(0, vector(2, "\x00", vector(2, "abc.example"))), extension(21, strings.Repeat("\x00", 60))))
	hello, answer := clientHello(extension(16, vector(2, vector(1, "h2")))), serverHello(0xc02f)
	change := record(20, "\x01")
	early := clientHello(extension(42)) + change + record(23, "early")
	ssl2 := func(version string, session, challenge int) string {
		body := "\x01" + version + "\x00\x06" + number(2, uint64(session)) + number(2, uint64(challenge)) + "\x01\x00\x80\x00\x00\x2f" + strings.Repeat("s", session) + strings.Repeat("c", challenge)
		return number(2, uint64(0x8000|len(body))) + body
	}
	opened := func(port uint16) *talk { return connect(port, 443, 1).ask(hello).answer(answer) }
	return map[string][][]byte{
		"tls-segments": slices.Concat(
			connect(34000, 443, 1).ask(split(hello, 20)...).answer(answer[:3], answer[3:4], answer[4:]+answer[:2], answer[2:]+answer+answer[:30], answer[30:]).segments,
			connect(34001, 7123, 1).ask(split(hello, 30)...).ask(hello).answer(answer+answer[:7], answer[7:]).finish().segments,
			connect(34002, 7123, 1).ask(record(23, "late")).answer(record(20, "\x01"), record(23, "late")).segments,
			connect(34003, 7123, 1).ask("\x16\x03\x04\x00\x01a", "\x16\x03\x01\x00\x00", "\x15\x03\x01\x00\x02\x01\x00", "\x16\x03\x01\x60\x00a", "\x16\x03\x01").segments,
		),
		"tls-fragments": slices.Concat(
			connect(34010, 443, 1).ask(record(22, long[:20]), record(22, long[20:50])+record(22, long[50:]+message(0)+long[:2]), record(22, long[2:70]), record(22, long[70:]+long[:60])+record(22, long[60:]), record(22, long[:60])+record(22, long[60:])+record(22, long[:60])+record(22, long[60:]+long)).segments,
			opened(34011).answer(record(22, done[:1]), record(22, done[1:2]), record(23, "between"), record(22, done[2:]+done+"\x0b\x00"), record(22, "\x00\x03\x00\x00\x00"+done)).segments,
			opened(34012).answer(record(22, "\x0b\xff\xff\xff"), record(22, "more"), record(21, "\x02\x28")).segments,
		),
		"tls-encrypted": slices.Concat(
			opened(34020).answer(record(22, done), change, record(22, strings.Repeat("\x0e", 40)), record(22, done+done+done+done)).ask(record(22, done+done+done+done), change+record(22, done+done+done+done), record(22, done+done+done+done)).segments,
			opened(34021).answer(record(22, strings.Repeat("\x00", 24)), record(22, strings.Repeat("\x00", 12)), record(22, "\x0e\x01\x00\x00"+strings.Repeat("\x00", 20)), record(22, "\x09"+strings.Repeat("\x00", 20)), record(22, strings.Repeat("\xff", 15))).segments,
			opened(34022).answer(change, change).ask(change).answer(record(22, done)).segments,
			tls13(34023).ask(change).answer(change+record(23, "sealed"), record(22, done+done+done+done), record(23, "sealed")).segments,
			connect(34024, 853, 1).ask(early).answer(serverHello(0x1301, extension(43, "\x03\x04"))+change+record(23, "sealed")).ask(record(23, "sealed")).segments,
		),
		"tls-records": slices.Concat(
			opened(34030).answer(record(21, "\x02\x28"), record(21, "\x03\xfd"), record(21, "\x01"), record(21), record(21, "\x02\x28\x00\x00"), record(21)+record(21, "\x01\x00"), change+record(20)+record(20, "ab"), record(20)).segments,
			opened(34031).answer(record(24, "\x01\x00\x03abc"+strings.Repeat("p", 16)), record(24, "\x02\x00\x00"+strings.Repeat("p", 16)), record(24, "\x01\x01\x00abc"), record(24, "\x03\x00\x03abc"), record(24, "\x01"), record(24), record(24, "\x01\x00")).segments,
			opened(34032).answer(record(23), record(25, "id"), record(26, "?")+record(23, "on"), record(22), "\x17\x09\x99\x00\x01a", "\x17\x03\x04\x00\x01a", "\x00\x00\x00\x00\x00", "\xff\xff\xff\xff\xff\xff", record(23, strings.Repeat("x", 20000))[:1400]).segments,
			connect(34033, 443, 1).ask("\x17\x03\x04\x00\x01a", "\x1a\x03\x01\x00\x01a", "\x16\x01\x01\x00\x01\x00", record(23, "on")).segments,
			connect(34034, 443, 1).ask("plain text", "1234", get).answer(ok5).segments,
			opened(34035).answer("plain text", record(23, "on")).segments,
			connect(34036, 7123, 1).ask("hello").answer("hi").ask(hello).answer(answer).ask("again").answer(record(23, "on")).segments,
			connect(34037, 3389, 1).ask(hello).answer(serverHello(0xc02f, extension(16, vector(2, vector(1, "spdy/3.1"))))).ask(record(23, "on")).segments,
		),
		"tls-ssl2": slices.Concat(
			connect(34040, 443, 1).ask(ssl2("\x03\x01", 0, 16)).answer(answer).ask(ssl2("\x00\x02", 16, 32), ssl2("\x03\x04", 0, 16)).segments,
			connect(34041, 443, 1).ask(split(ssl2("\x03\x00", 0, 16), 9)...).answer(answer).segments,
			connect(34042, 7123, 1).ask(ssl2("\x03\x01", 0, 32)).answer(answer).segments,
			connect(34043, 7123, 1).ask(ssl2("\x00\x02", 0, 16), ssl2("\x00\x02", 16, 32)).segments,
			connect(34044, 443, 1).ask(ssl2("\x00\x02", 0, 16)).answer("\x80\x21\x04\x00\x01\x00\x02\x00\x00\x00\x06\x00\x10"+"\x01\x00\x80\x07\x00\xc0"+strings.Repeat("i", 16)).ask("\x80\x25\x02\x01\x00\x80\x00\x03\x00\x10\x00\x08abc"+strings.Repeat("k", 24), "\x80\x11\x05"+strings.Repeat("v", 16), "\x40\x12\x03abcdef"+strings.Repeat("p", 12)+"\x80\x04\x00\x00\x01\x02").segments,
			connect(34045, 443, 1).ask("\x00\x09\x05\x01\x00\x02abcdefghi", "\x80\x03\x01\x00\x02\x00", ssl2("\x00\x02", 0, 16)[:20]).segments,
		),
	}
}

// craftedASN1 are extensions and messages that hold certificates and the like, which
// Wireshark reads by their own lengths; and the parameters of QUIC.
func craftedASN1(tb testing.TB) [][]byte {
	tb.Helper()
	name := string(octets(tb, "300c 310a 3008 0603550403 0c0161"))
	key := string(octets(tb, "3059301306072a8648ce3d020106082a8648ce3d030107034200 04"+strings.Repeat("11", 64)))
	var quic string
	for _, p := range []struct{ kind, value string }{
		{"00", "6f64"}, {"01", "80007530"}, {"02", strings.Repeat("74", 16)}, {"03", "45c0"}, {"04", "80100000"}, {"05", "01"}, {"06", "4046"}, {"07", "c000000080000000"}, {"08", "05"}, {"09", "06"},
		{"0a", "03"}, {"0b", "19"}, {"0c", ""}, {"0d", "c0000201 01bb 20010db8000000000000000000000001 01bb 03 636964" + strings.Repeat("74", 16)}, {"0e", "04"}, {"0f", "69"}, {"10", "72"},
		{"11", "00000001 00000001 6b3343cf"}, {"20", "8000ffff"}, {"5000", "0402"}, {"5057", "01"}, {"8000de1a", "09"}, {"c0000000ff03de1a", "09"}, {"80007158", "01"}, {"5a5a", "78"}, {"1b", ""}, {"01", "8000753000"},
	} {
		quic += string(octets(tb, p.kind)) + vector(1, string(octets(tb, p.value)))
	}
	stamp := "\x00" + strings.Repeat("l", 32) + "\x00\x00\x01\x9a\x00\x00\x00\x00" + vector(2, "e") + "\x04\x03" + vector(2, "sig")
	credential := "\x00\x01\x51\x80\x04\x03" + vector(3, key) + "\x08\x04" + vector(2, "signature")
	hello := clientHello(extension(34, vector(2, "\x04\x03")), extension(47, vector(2, vector(2, name))), extension(57, quic), extension(65445, vector(2, "\x00\x01\x00\x04\x80\x00\x75\x30")),
		extension(65486, "\x13\x01\x00\x1d", vector(2, "key"), vector(2, "digest"), vector(2, "name")), extension(17513, vector(2, vector(1, "h2"))), extension(54, vector(1, "cid")))
	chain := func(extensions string) string { return vector(3, vector(3, key), extensions) }
	return slices.Concat(
		connect(34060, 443, 1).ask(hello).answer(serverHello(0xc02f, extension(18, vector(2, vector(2, stamp), vector(2, "\x01")))), handshake(11, vector(3, vector(3, key), vector(3, key))),
			handshake(13, vector(1, "\x01"), vector(2, "\x04\x03"), vector(2, vector(2, name), vector(2, name)))).segments,
		tls13(34061).answer(handshake(8, vector(2, extension(65486, strings.Repeat("n", 16)), extension(57, quic))), handshake(11, vector(1), chain(vector(2, extension(34, credential), extension(18, vector(2, vector(2, stamp)))))),
			handshake(13, vector(1), vector(2, extension(47, vector(2, vector(2, name))), extension(27, vector(1, "\x00\x02")), extension(48, vector(2, vector(1, "\x06\x03\x55\x1d\x0f"), vector(2, "\x03\x02\x07\x80")))))).segments,
		connect(34062, 443, 1).ask(clientHello(extension(20, vector(1, "\x02\x00")))).answer(serverHello(0xc02f, extension(20, "\x02"), extension(19, "\x02")), handshake(11, vector(3, key))).ask(handshake(11, vector(3, key))).segments,
		tls13(34063).answer(handshake(8, vector(2, extension(20, "\x02"))), handshake(11, vector(1), chain(vector(2)))).segments,
	)
}
